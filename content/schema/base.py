"""What the models of all files share."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, StringConstraints

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Key = Annotated[str, StringConstraints(pattern=r"^[a-z0-9_]+(\.[a-z0-9_]+)*$")]
PoleName = Literal["dirigent", "op_afstand", "smal", "breed"]
TypeName = Literal["I", "II", "III", "IV"]
AxisName = Literal["sturing", "insteek"]


class Model(BaseModel):
    """A frozen part of the content that refuses keys it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Sourced(Model):
    """A text with the place it comes from, for example "handreiking, bijlage 2"."""

    source: Text


class Entry(Sourced):
    """A key, a short title and a text: the commonest shape."""

    key: Key
    title: Text
    text: Text

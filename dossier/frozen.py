"""What every value of a dossier is."""

from pydantic import BaseModel, ConfigDict


class Frozen(BaseModel):
    """A value that does not change, and whose errors do not carry what a person wrote."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

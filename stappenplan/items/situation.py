"""What a plan starts from: answers, who and what is there, and who was heard (steps 1 to 4)."""

from datetime import date
from typing import Annotated, ClassVar, Literal

from pydantic import StringConstraints

from stappenplan.shapes import Formattable, Long, Short


class Answer(Formattable):
    """A text that answers one sub-question of a step."""

    kind: Literal["answer"] = "answer"
    question: Annotated[str, StringConstraints(pattern=r"^[a-z0-9_.]{1,80}$")]
    text: Long = ""
    essential: ClassVar = ("text",)
    title_field: ClassVar = "text"


class Stakeholder(Formattable):
    """Somebody who has a part in volunteering: an organisation, never a named person (step 3)."""

    kind: Literal["stakeholder"] = "stakeholder"
    name: Short = ""
    group: Literal[
        "", "volunteers", "support", "interest", "province", "new_partner", "internal", "other"
    ] = ""
    role: Long = ""
    wish: Long = ""
    part: Long = ""  # the part it takes in the plan
    essential: ClassVar = ("name", "role")
    title_field: ClassVar = "name"


class Finding(Formattable):
    """A strength, weakness, chance or threat, and who sees it (steps 2 and 3)."""

    kind: Literal["finding"] = "finding"
    aspect: Literal["", "strength", "weakness", "chance", "threat"] = ""
    seen_by: Literal["", "municipality", "organisations"] = ""
    text: Long = ""
    essential: ClassVar = ("aspect", "text")
    title_field: ClassVar = "text"


class Development(Formattable):
    """Something that changes locally and asks for volunteers (step 2)."""

    kind: Literal["development"] = "development"
    title: Short = ""
    meaning: Long = ""
    essential: ClassVar = ("title", "meaning")


class TargetGroup(Formattable):
    """People who deserve attention when volunteers are sought (step 2)."""

    kind: Literal["target_group"] = "target_group"
    name: Short = ""
    why: Long = ""
    approach: Long = ""
    essential: ClassVar = ("name",)
    title_field: ClassVar = "name"


class Consultation(Formattable):
    """Who was heard, how, what they brought in and how they stay involved (steps 3 and 4)."""

    kind: Literal["consultation"] = "consultation"
    who: Short = ""
    way: Literal["", "session", "survey", "key_people", "alderman_council", "council_panel", "other"] = ""
    on: date | None = None
    harvest: Long = ""
    done_with_it: Long = ""
    stays_involved: Long = ""
    essential: ClassVar = ("who", "harvest", "stays_involved")
    title_field: ClassVar = "who"

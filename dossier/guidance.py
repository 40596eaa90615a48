"""What to look out for in a step, given what the typetest said."""

from content import schema
from typetest.scoring import Score


def hints(step: schema.Step, found: Score) -> tuple[str, ...]:
    """The hints of the type when it is decided, else of the poles that are."""
    if found.type:
        return step.hints.get(found.type.value, ())
    poles = [axis.pole for axis in found.axes if axis.pole]
    return tuple(hint for pole in poles for hint in step.pole_hints.get(pole.value, ()))

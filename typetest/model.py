"""The words of the typetest: questions, choices, axes, poles and types.

A question is its number, 1 to 14. The even questions measure the *insteek* (for whom), the odd ones the
*sturing* (who leads). On both axes an a counts one, a b counts nothing (handreiking, bijlage 2).
"""

from collections.abc import Mapping
from enum import StrEnum

QUESTIONS = range(1, 15)
QUESTIONS_PER_AXIS = 7
LINE = 4
"""The lowest a-count that belongs to the first pole of an axis (dirigent, smal)."""


class Choice(StrEnum):
    """One of the two answers to a question."""

    A = "a"
    B = "b"

    @property
    def other(self) -> "Choice":
        """The answer that was not chosen."""
        return Choice.B if self is Choice.A else Choice.A


class Axis(StrEnum):
    """One of the two directions of the score card; sturing runs along x, insteek along y."""

    STURING = "sturing"
    INSTEEK = "insteek"


class Pole(StrEnum):
    """An end of an axis."""

    DIRIGENT = "dirigent"
    OP_AFSTAND = "op_afstand"
    SMAL = "smal"
    BREED = "breed"


class Perspective(StrEnum):
    """Whether answers describe the policy as it is or as it is wanted."""

    HUIDIG = "huidig"
    GEWENST = "gewenst"


class TypeId(StrEnum):
    """One of the four types: a quadrant of the score card."""

    I = "I"  # noqa: E741 - the handreiking numbers its types in Roman figures
    II = "II"
    III = "III"
    IV = "IV"

    @property
    def sturing(self) -> Pole:
        """The pole of this type on the axis sturing."""
        return _POLES_OF_TYPE[self][0]

    @property
    def insteek(self) -> Pole:
        """The pole of this type on the axis insteek."""
        return _POLES_OF_TYPE[self][1]


Answers = Mapping[int, Choice]
"""Answers by question number; an open question is simply absent."""

_POLES = {
    Axis.STURING: (Pole.DIRIGENT, Pole.OP_AFSTAND),
    Axis.INSTEEK: (Pole.SMAL, Pole.BREED),
}
_POLES_OF_TYPE = {
    TypeId.I: (Pole.DIRIGENT, Pole.SMAL),
    TypeId.II: (Pole.DIRIGENT, Pole.BREED),
    TypeId.III: (Pole.OP_AFSTAND, Pole.SMAL),
    TypeId.IV: (Pole.OP_AFSTAND, Pole.BREED),
}


def axis_of(question: int) -> Axis:
    """Give the axis a question measures.

    Raises ValueError for a number that is not a question.
    """
    if question not in QUESTIONS:
        raise ValueError(f"not a question of the typetest: {question!r}")
    return Axis.STURING if question % 2 else Axis.INSTEEK


def questions_of(axis: Axis) -> tuple[int, ...]:
    """Give the seven questions of an axis, in order."""
    return tuple(question for question in QUESTIONS if axis_of(question) is axis)


def pole_of(axis: Axis, a_count: int) -> Pole:
    """Give the pole that an a-count (0 to 7) on an axis belongs to.

    Raises ValueError for a count outside 0 to 7.
    """
    if a_count not in range(QUESTIONS_PER_AXIS + 1):
        raise ValueError(f"not a count of answers on one axis: {a_count!r}")
    first, second = _POLES[axis]
    return first if a_count >= LINE else second


def type_of_poles(sturing: Pole, insteek: Pole) -> TypeId:
    """Give the type two poles make together.

    Raises ValueError when they are not one pole of each axis, in this order.
    """
    for type_id, poles in _POLES_OF_TYPE.items():
        if poles == (sturing, insteek):
            return type_id
    raise ValueError(f"not a pole of each axis: {sturing!r}, {insteek!r}")

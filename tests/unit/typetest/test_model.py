import pytest

from typetest.model import (
    QUESTIONS,
    Axis,
    Choice,
    Pole,
    TypeId,
    axis_of,
    pole_of,
    questions_of,
    type_of_poles,
)


def test_the_odd_questions_measure_sturing_and_the_even_ones_insteek() -> None:
    assert list(QUESTIONS) == list(range(1, 15))
    assert questions_of(Axis.STURING) == (1, 3, 5, 7, 9, 11, 13)
    assert questions_of(Axis.INSTEEK) == (2, 4, 6, 8, 10, 12, 14)


@pytest.mark.parametrize("question", [0, 15, -1])
def test_a_number_outside_the_test_is_refused(question: int) -> None:
    with pytest.raises(ValueError, match="not a question"):
        axis_of(question)


@pytest.mark.parametrize(
    ("type_id", "sturing", "insteek"),
    [
        (TypeId.I, Pole.DIRIGENT, Pole.SMAL),
        (TypeId.II, Pole.DIRIGENT, Pole.BREED),
        (TypeId.III, Pole.OP_AFSTAND, Pole.SMAL),
        (TypeId.IV, Pole.OP_AFSTAND, Pole.BREED),
    ],
)
def test_the_four_types_are_the_four_pairs_of_poles(type_id: TypeId, sturing: Pole, insteek: Pole) -> None:
    assert (type_id.sturing, type_id.insteek) == (sturing, insteek)
    assert type_of_poles(sturing, insteek) is type_id


def test_poles_of_the_wrong_axis_make_no_type() -> None:
    with pytest.raises(ValueError, match="not a pole of each axis"):
        type_of_poles(Pole.SMAL, Pole.DIRIGENT)


@pytest.mark.parametrize("count", range(8))
def test_the_line_runs_between_three_and_four(count: int) -> None:
    assert pole_of(Axis.STURING, count) is (Pole.OP_AFSTAND if count <= 3 else Pole.DIRIGENT)
    assert pole_of(Axis.INSTEEK, count) is (Pole.BREED if count <= 3 else Pole.SMAL)


@pytest.mark.parametrize("count", [-1, 8])
def test_a_count_outside_the_card_is_refused(count: int) -> None:
    with pytest.raises(ValueError, match="not a count"):
        pole_of(Axis.STURING, count)


def test_the_other_choice() -> None:
    assert (Choice.A.other, Choice.B.other) == (Choice.B, Choice.A)

"""Where things stand on the score card, in cells from its upper left corner."""

import pytest

from documents.score_card import ASIDE, RADIUS, SMALL_RADIUS, drawing
from tests.unit.documents.dossiers import dossier
from typetest.model import Perspective
from typetest.scoring import Score, score


def of(choices: str) -> Score:
    return score(dossier(huidig=choices).choices(Perspective.HUIDIG))


def test_marks_and_the_arrow_from_edge_to_edge() -> None:
    found = drawing({Perspective.HUIDIG: of("b" * 14), Perspective.GEWENST: of("ab" * 7)})
    here, there = found.marks
    assert (here.x, here.y, here.radius) == (0.5, 7.5, RADIUS)
    assert (there.x, there.y) == (7.5, 7.5)
    assert found.arrow is not None
    assert (found.arrow.x, found.arrow.y, found.arrow.angle) == pytest.approx((0.5 + RADIUS, 7.5, 0))
    assert found.arrow.length == pytest.approx(7 - 2 * RADIUS)


def test_an_arrow_up_points_up() -> None:
    found = drawing({Perspective.HUIDIG: of("b" * 14), Perspective.GEWENST: of("ba" * 7)})
    assert found.arrow is not None
    assert found.arrow.angle == pytest.approx(-90)


def test_marks_that_share_a_cell_stand_side_by_side() -> None:
    found = drawing({Perspective.HUIDIG: of("a" * 14), Perspective.GEWENST: of("a" * 14)})
    assert [m.x for m in found.marks] == [7.5 - ASIDE, 7.5 + ASIDE]
    assert {m.radius for m in found.marks} == {SMALL_RADIUS}
    assert found.arrow is None


def test_open_questions_give_a_region() -> None:
    found = drawing({Perspective.HUIDIG: of("ab" + "." * 12)})
    assert found.marks == ()
    (region,) = found.regions
    assert (region.x, region.y, region.width, region.height) == (1, 1, 7, 7)

from hypothesis import given

from tests.unit.typetest.strategies import answer_sets, complete_sets
from typetest.compare import compare
from typetest.model import Answers, Choice, Pole, TypeId
from typetest.scoring import score


@given(answer_sets(), answer_sets())
def test_the_questions_answered_in_both_and_not_alike_differ(huidig: Answers, gewenst: Answers) -> None:
    comparison = compare(huidig, gewenst)
    for question in range(1, 15):
        now, wanted = huidig.get(question), gewenst.get(question)
        assert (question in comparison.differing) == (None not in (now, wanted) and now is not wanted)
    assert (comparison.huidig, comparison.gewenst) == (score(huidig), score(gewenst))


@given(complete_sets, complete_sets)
def test_the_difference_is_that_of_the_differing_questions(huidig: Answers, gewenst: Answers) -> None:
    comparison = compare(huidig, gewenst)
    steps = {question: 1 if gewenst[question] is Choice.A else -1 for question in comparison.differing}
    assert comparison.sturing == sum(step for question, step in steps.items() if question % 2)
    assert comparison.insteek == sum(step for question, step in steps.items() if not question % 2)


@given(answer_sets(), answer_sets())
def test_a_difference_is_given_for_a_complete_axis_only(huidig: Answers, gewenst: Answers) -> None:
    comparison = compare(huidig, gewenst)
    left_open = {question % 2 for question in range(1, 15) if question not in huidig.keys() & gewenst.keys()}
    assert (comparison.sturing is None) == (1 in left_open)
    assert (comparison.insteek is None) == (0 in left_open)


@given(answer_sets(least=8), answer_sets(least=8))
def test_the_way_back_is_the_way_there_turned_round(huidig: Answers, gewenst: Answers) -> None:
    there, back = compare(huidig, gewenst), compare(gewenst, huidig)
    assert there.differing == back.differing
    assert there.moves == tuple((origin, target) for target, origin in back.moves)
    assert there.sturing == (None if back.sturing is None else -back.sturing)
    assert there.insteek == (None if back.insteek is None else -back.insteek)
    assert there.type_change == (back.type_change and back.type_change[::-1])


@given(answer_sets(least=8), answer_sets(least=8))
def test_moves_and_type_change_follow_the_two_scores(huidig: Answers, gewenst: Answers) -> None:
    comparison, now, wanted = compare(huidig, gewenst), score(huidig), score(gewenst)
    for origin, target in comparison.moves:
        assert {origin, target} in ({Pole.DIRIGENT, Pole.OP_AFSTAND}, {Pole.SMAL, Pole.BREED})
        assert origin in (now.sturing.pole, now.insteek.pole)
        assert target in (wanted.sturing.pole, wanted.insteek.pole)
    both_decided = now.type is not None and wanted.type is not None
    assert (comparison.type_change is not None) == (both_decided and now.type is not wanted.type)


def test_from_type_one_to_type_two() -> None:
    huidig = dict.fromkeys(range(1, 15), Choice.A)
    gewenst = {**huidig, 2: Choice.B, 4: Choice.B, 6: Choice.B, 8: Choice.B}
    comparison = compare(huidig, gewenst)
    assert comparison.differing == (2, 4, 6, 8)
    assert (comparison.sturing, comparison.insteek) == (0, -4)
    assert comparison.moves == ((Pole.SMAL, Pole.BREED),)
    assert comparison.type_change == (TypeId.I, TypeId.II)


def test_the_same_answers_do_not_differ() -> None:
    answers = dict.fromkeys(range(1, 15), Choice.B)
    comparison = compare(answers, answers)
    assert (comparison.differing, comparison.moves) == ((), ())
    assert (comparison.sturing, comparison.insteek, comparison.type_change) == (0, 0, None)

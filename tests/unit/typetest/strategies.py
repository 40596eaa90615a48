"""What the tests of the typetest share: answers as Hypothesis makes them, and a count of their own."""

from collections.abc import Iterator
from itertools import combinations, product

from hypothesis import strategies as st

from typetest.model import QUESTIONS, Answers, Choice, TypeId

choices = st.sampled_from(Choice)


def answer_sets(least: int = 0) -> st.SearchStrategy[dict[int, Choice]]:
    """Answer sets with at least ``least`` of the fourteen questions answered."""
    return st.dictionaries(st.sampled_from(QUESTIONS), choices, min_size=least, max_size=14)


complete_sets = st.tuples(*[choices] * 14).map(lambda given: dict(zip(QUESTIONS, given, strict=True)))


def completions(answers: Answers) -> Iterator[dict[int, Choice]]:
    """Every way to answer the open questions as well."""
    still_open = [question for question in QUESTIONS if question not in answers]
    for given in product(Choice, repeat=len(still_open)):
        yield {**answers, **dict(zip(still_open, given, strict=True))}


def changes(answers: Answers, size: int, questions: list[int]) -> Iterator[dict[int, Choice]]:
    """Every way to change ``size`` of the given answers to ``questions``."""
    for chosen in combinations([question for question in questions if question in answers], size):
        yield {**answers, **{question: Choice("ab"[answers[question] == "a"]) for question in chosen}}


def counted_type(answers: Answers) -> TypeId:
    """The type of complete answers, counted as somebody with a paper form does: tally, then look it up."""
    form = "".join(answers[question] for question in sorted(answers))
    dirigent, smal = form[0::2].count("a") > 3, form[1::2].count("a") > 3
    return TypeId(["IV", "III", "II", "I"][2 * dirigent + smal])

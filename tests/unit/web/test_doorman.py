"""The doorman: guessing gets slow, joining does not, and memory stays small."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.web.doorman import FORGIVEN_AFTER, FREE, FREE_IN_ALL, LONGEST, MOST_ADDRESSES, Doorman


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def doorman(clock: Clock) -> Doorman:
    return Doorman(clock)


def guess(doorman: Doorman, clock: Clock, number: int, address: str | None = "192.0.2.1") -> float:
    """So many wrong codes one after the other; how long that takes, in seconds."""
    start = clock.now
    for _ in range(number):
        clock.now += doorman.wait(address)
        doorman.failed(address)
    return clock.now - start


def test_a_town_hall_joins_without_waiting(doorman: Doorman, clock: Clock) -> None:
    """Two hundred people behind one address in a minute, of whom every tenth mistypes."""
    for number in range(200):
        clock.now += 0.3
        assert doorman.wait("192.0.2.1") == 0
        if not number % 10:
            doorman.failed("192.0.2.1")


def test_guessing_gets_slow_and_a_right_code_waits_as_long(doorman: Doorman, clock: Clock) -> None:
    assert guess(doorman, clock, FREE) == 0
    waits = [guess(doorman, clock, 1) for _ in range(30)]
    assert waits == sorted(waits)
    assert waits[0] == pytest.approx(0, abs=0.01)
    assert waits[4] > 0.9
    assert waits[-1] == doorman.wait("192.0.2.1") == pytest.approx(LONGEST, abs=0.1)
    assert doorman.wait("192.0.2.2") == 0


def test_five_thousand_guesses_take_hours(doorman: Doorman, clock: Clock) -> None:
    assert guess(doorman, clock, 5_000) > 4 * 3600


def test_who_stops_is_forgiven(doorman: Doorman, clock: Clock) -> None:
    guess(doorman, clock, 5_000)
    clock.now += FORGIVEN_AFTER
    assert doorman.wait("192.0.2.1") == 0


def test_guessing_from_everywhere_makes_everybody_wait(doorman: Doorman, clock: Clock) -> None:
    for number in range(FREE_IN_ALL):
        doorman.failed(f"10.0.{number // 250}.{number % 250}")
    assert doorman.wait("192.0.2.1") == 0
    for number in range(40):
        doorman.failed(f"10.1.0.{number}")
    assert doorman.wait("192.0.2.1") == LONGEST
    clock.now += FORGIVEN_AFTER
    assert doorman.wait("192.0.2.1") == 0


def test_memory_is_bounded_and_keeps_who_failed_last(doorman: Doorman) -> None:
    for number in range(MOST_ADDRESSES + 500):
        doorman.failed(f"10.{number // 62_500}.{number // 250 % 250}.{number % 250}")
    assert len(doorman) == MOST_ADDRESSES


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", True),
        ("2001:db8:1:2::1", "2001:db8:1:3::1", False),
        ("192.0.2.1", "192.0.2.2", False),
        (None, "no address", True),
    ],
)
def test_an_address_is_a_household(doorman: Doorman, one: str | None, other: str | None, same: bool) -> None:
    for _ in range(FREE + 5):
        doorman.failed(one)
    assert (doorman.wait(other) > 0) == same


@given(
    st.lists(
        st.tuples(st.sampled_from(["192.0.2.1", "192.0.2.2", None]), st.floats(0, 900), st.booleans()),
        max_size=300,
    )
)
def test_a_wait_has_bounds_and_only_failures_make_it_longer(
    steps: list[tuple[str | None, float, bool]],
) -> None:
    clock = Clock()
    doorman = Doorman(clock)
    failures = 0
    for address, later, fails in steps:
        before = doorman.wait(address)
        clock.now += later
        after = doorman.wait(address)
        assert 0 <= after <= before <= LONGEST
        if fails:
            doorman.failed(address)
            failures += 1
            assert doorman.wait(address) >= after
        if failures <= FREE:
            assert doorman.wait(address) == 0

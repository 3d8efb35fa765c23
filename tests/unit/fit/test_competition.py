"""What those who were sent before leave to the next."""

from hypothesis import given
from hypothesis import strategies as st

from jobmatch.fit.competition import log_left

OPENINGS, TAKEN = st.integers(1, 400), st.floats(0.01, 500)


@given(OPENINGS, TAKEN, st.floats(0.01, 50))
def test_a_larger_crowd_leaves_no_more(openings: int, taken: float, more: float) -> None:
    """The probability that an opening is left never rises with those who were sent."""
    assert log_left(openings, taken + more) <= log_left(openings, taken) + 1e-9 <= 1e-9


@given(OPENINGS, TAKEN)
def test_more_openings_leave_no_less(openings: int, taken: float) -> None:
    """And never falls with the openings."""
    assert log_left(openings + 1, taken) >= log_left(openings, taken) - 1e-9


def test_the_second_costs_more_than_the_first() -> None:
    """Where there are some openings, the first few cost next to nothing and a crowd much."""
    first, tenth = (log_left(3, 0.15 * sent) for sent in (1, 10))
    assert first > -0.001 and tenth < -0.2

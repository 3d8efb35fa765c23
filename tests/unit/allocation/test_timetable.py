"""Nobody is at two tables at once."""

from builders import calm
from hypothesis import given
from hypothesis import strategies as st

from jobmatch.allocation.timetable import timetable

PAIRS = st.sets(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=60).map(sorted)


def most_meetings(pairs):
    """The most meetings that anybody has."""
    sides = [("c", c) for c, _ in pairs] + [("p", p) for _, p in pairs]
    return max((sides.count(one) for one in sides), default=0)


def without_clash(pairs, times):
    """Whether each time occurs once on either side."""
    return len({(c, t) for (c, _), t in zip(pairs, times, strict=True)}) == len(pairs) and len(
        {(p, t) for (_, p), t in zip(pairs, times, strict=True)}
    ) == len(pairs)


@calm
@given(PAIRS)
def test_as_many_times_as_meetings_are_enough(pairs):
    """The busiest person or table needs just as many times as meetings, and then all fit."""
    most = most_meetings(pairs)
    times = timetable(pairs, most)
    assert without_clash(pairs, times)
    assert all(0 <= time < most for time in times)


@calm
@given(PAIRS, st.data())
def test_an_earlier_timetable_is_kept(pairs, data):
    """Where a meeting falls away, the others stay where they were."""
    times = timetable(pairs, 10)
    kept = data.draw(st.lists(st.sampled_from(range(len(pairs))), unique=True)) if pairs else []
    again = timetable([pairs[at] for at in kept], 10, [times[at] for at in kept])
    assert again == [times[at] for at in kept]

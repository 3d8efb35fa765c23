"""Cover: what is added up over a few ranges is what is added up row by row."""

import numpy as np
from builders import calm
from hypothesis import given
from hypothesis import strategies as st

from jobmatch.market.cover import Cover

some_rows = st.lists(st.integers(0, 60), unique=True).map(sorted)


@calm
@given(some_rows, st.lists(some_rows, max_size=4), st.integers(1, 5))
def test_sums_are_those_of_a_look_at_every_run(rows, runs, most):
    """Whatever the rows, the runs and the number of ranges."""
    cover = Cover.of(np.array(rows, dtype=np.intp), most)
    laid = [np.array(run, dtype=np.int32) for run in runs]
    found = cover.sums((run, lambda span, run=run: run[span] + 1) for run in laid)
    assert found.tolist() == [sum(row + 1 for run in runs if row in run) for row in rows]


@calm
@given(some_rows, st.integers(1, 5))
def test_ranges_hold_the_rows_and_no_more_are_made_than_wanted(rows, most):
    """Each row stands at its place in the ranges laid end to end."""
    cover = Cover.of(np.array(rows, dtype=np.intp), most)
    laid = [row for one in cover.ranges for row in range(one.start, one.stop)]
    assert [laid[place] for place in cover.places] == rows
    assert len(cover.ranges) <= most

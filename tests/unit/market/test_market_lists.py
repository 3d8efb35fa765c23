"""Lists of small numbers: by row, and turned round."""

import numpy as np
import pytest
from builders import calm
from hypothesis import given
from hypothesis import strategies as st

from jobmatch.market.cover import Cover
from jobmatch.market.lists import Lists, Runs

NUMBERS = 6
asked = st.lists(
    st.dictionaries(st.integers(0, NUMBERS - 1), st.booleans()).map(lambda pairs: sorted(pairs.items())), max_size=12
)
shares = st.dictionaries(st.integers(0, NUMBERS - 1), st.sampled_from([0.25, 0.5, 1.0]))


@calm
@given(asked, shares, st.sampled_from([0.0, 0.5, 1.0]))
def test_held_is_the_sum_over_what_each_row_asks(rows, held, preferred):
    """Row by row, and by the rows of each value, it is what adding up one by one gives."""
    brute = [sum(held.get(v, 0.0) * (1.0 if flag else preferred) for v, flag in pairs) for pairs in rows]
    has = np.array([held.get(number, 0.0) for number in range(NUMBERS)])
    lists, every = Lists.of(rows), np.arange(len(rows))
    worth = lists.worth(has, preferred)
    assert lists.held(worth, every).tolist() == pytest.approx(brute)
    assert Cover.of(every).sums(Runs.of(lists, NUMBERS).weighted(worth)).tolist() == pytest.approx(brute)


@calm
@given(asked)
def test_lists_come_back_row_by_row(rows):
    """With the counts of what is required and what is only preferred."""
    lists = Lists.of(rows)
    assert [lists.of_row(at) for at in range(len(rows))] == rows
    assert lists.required.tolist() == [sum(flag for _, flag in pairs) for pairs in rows]
    assert lists.preferred.tolist() == [sum(not flag for _, flag in pairs) for pairs in rows]

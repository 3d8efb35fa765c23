"""Figures of a ranked list."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.metrics import ndcg_score

from jobmatch.evaluation.metrics import bootstrap_interval, bootstrap_ratio, ndcg

grades = st.lists(st.integers(0, 3), min_size=2, max_size=12).filter(any)


@given(grades, st.integers(1, 10))
def test_ndcg_agrees_with_scikit_learn(values: list[int], k: int) -> None:
    """The figure is that of scikit-learn on the same gains."""
    names = [str(at) for at in range(len(values))]
    gains = np.array([[2.0**value - 1 for value in values]])
    order = -np.arange(len(values), dtype=float)[None, :]
    assert ndcg(names, dict(zip(names, values, strict=True)), k) == pytest.approx(ndcg_score(gains, order, k=k))


def test_unjudged_items_count_as_nothing() -> None:
    """An item without a grade takes a place and brings no gain."""
    assert ndcg(["unknown", "a"], {"a": 1}, k=2) < ndcg(["a", "unknown"], {"a": 1}, k=2)


def test_intervals_do_not_depend_on_the_order_of_clients() -> None:
    """The same clients in another order give the same interval, of means and of ratios."""
    above, below = np.array([0.1, 0.5, 0.3, 0.9]), np.array([1.0, 2.0, 1.5, 0.5])
    turned = slice(None, None, -1)
    assert bootstrap_interval(above.tolist()) == bootstrap_interval(above[turned].tolist())
    assert bootstrap_ratio(above, below)[1] == bootstrap_ratio(above[turned], below[turned])[1]


def test_interval_of_equal_differences_is_a_point() -> None:
    """Where all clients differ alike there is nothing to be unsure of."""
    assert bootstrap_interval([0.25] * 5) == (0.25, 0.25)

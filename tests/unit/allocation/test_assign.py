"""The meetings chosen are the best there are, within every limit."""

import numpy as np
import pytest
from builders import calm
from hypothesis import example, given
from hypothesis import strategies as st
from scipy.optimize import LinearConstraint, linear_sum_assignment, milp

from jobmatch.allocation.assign import assign
from jobmatch.allocation.first_pairs import Start
from jobmatch.allocation.pairs import Pairs

NO_DUE = {1: 0, 2: 0, 3: 0}
A_FEW = Start(3, 3)


def pairs_from(worth, levels=None):
    """All pairs of a matrix of worths, shape (clients, rows)."""
    clients, rows = np.nonzero(worth)
    values = worth[clients, rows].astype(np.float32)
    found = np.ones(len(worth), dtype=np.int8) if levels is None else np.asarray(levels, dtype=np.int8)
    return Pairs(clients.astype(np.int32), rows.astype(np.int32), values, values, found)


def meet(worth, capacity=None, per_client=1, due=NO_DUE, levels=None, start=A_FEW):
    """Who meets whom, as a matrix."""
    many = np.ones(worth.shape[1], dtype=np.int64) if capacity is None else np.asarray(capacity, dtype=np.int64)
    pairs = pairs_from(worth, levels)
    met = assign(pairs, many, np.full(len(worth), per_client, dtype=np.int64), due, start)
    table = np.zeros(worth.shape, dtype=bool)
    table[pairs.client[met], pairs.row[met]] = True
    return table


@pytest.mark.parametrize("seed", range(5))
def test_one_to_one_is_the_optimum(seed):
    """Two hundred on each side, popular postings among them: the same sum as the Hungarian method finds."""
    rng = np.random.default_rng(seed)
    worth = 1 / (1 + np.exp(-rng.normal(size=(200, 200)) - rng.normal(size=200)))
    mine, theirs = linear_sum_assignment(-worth)
    assert worth[meet(worth)].sum() == pytest.approx(worth[mine, theirs].sum(), abs=1e-3)


def integer_optimum(worth, capacity, per_client):
    """The best sum by a general solver."""
    clients, rows = np.nonzero(worth)
    by_client = (clients[None] == np.arange(len(worth))[:, None]).astype(float)
    by_row = (rows[None] == np.arange(worth.shape[1])[:, None]).astype(float)
    limits = [LinearConstraint(by_client, ub=per_client), LinearConstraint(by_row, ub=capacity)]
    return -milp(-worth[clients, rows], constraints=limits, integrality=np.ones(len(clients)), bounds=(0, 1)).fun


@calm
@given(st.integers(0, 10_000), st.integers(1, 3))
def test_many_to_many_is_the_optimum(seed, per_client):
    """With several meetings a client and several seats a table, and pairs that cannot meet."""
    rng = np.random.default_rng(seed)
    worth = np.round(rng.random((7, 9)) * (rng.random((7, 9)) < 0.6), 3)
    capacity = rng.integers(0, 4, size=9)
    if not worth.any():
        return
    table = meet(worth, capacity, per_client, start=Start(1, 1))
    assert (table.sum(axis=0) <= capacity).all()
    assert (table.sum(axis=1) <= per_client).all()
    assert worth[table].sum() == pytest.approx(integer_optimum(worth, capacity, per_client), abs=1e-4)


def test_who_is_hardest_to_help_has_their_due_before_a_third_one():
    """Three seats; a client of level 1 suits all best, one of level 3 less: two of the seats are the latter's."""
    worth = np.array([[0.9, 0.9, 0.9], [0.3, 0.3, 0.3]])
    table = meet(worth, per_client=3, due={1: 1, 2: 2, 3: 2}, levels=[1, 3])
    assert table.sum(axis=1).tolist() == [1, 2]


def test_without_a_pair_nobody_meets():
    """No possible pair is no fault."""
    assert not meet(np.zeros((2, 2))).any()


def test_everybody_has_a_first_meeting_before_anybody_a_second():
    """Two tables of one seat: one client could have both and is worth far more there, the other only one of them."""
    worth = np.array([[0.9, 0.9], [0.0, 0.1]])
    table = meet(worth, per_client=2, due={1: 1, 2: 2, 3: 2}, levels=[3, 1])
    assert table.tolist() == [[True, False], [False, True]]


def test_what_was_decided_counts_as_a_first_meeting():
    """One seat, and a client who meets somebody already: it is the other's, who meets nobody yet."""
    pairs, one = pairs_from(np.array([[0.9], [0.1]])), np.ones(1, dtype=np.int64)
    met = assign(pairs, one, np.ones(2, dtype=np.int64), {1: 2}, A_FEW, had=np.array([1, 0]))
    assert met.tolist() == [False, True]


@calm
@given(st.integers(0, 10_000))
@example(205)  # the way back through the source decides
@example(218)
def test_a_short_list_gives_what_all_pairs_give(seed):
    """The due before the rest, and the same sum of worths, whether a pair a client is looked at first or every one."""
    rng = np.random.default_rng(seed)
    clients, rows = rng.integers(5, 30, size=2)
    worth = np.round(rng.random((clients, rows)) * (rng.random((clients, rows)) < rng.choice([0.2, 0.5, 0.9])), 3)
    capacity, levels = rng.integers(0, 4, size=rows), rng.integers(1, 4, size=clients)
    pairs, had = pairs_from(worth, levels), rng.integers(0, 2, size=clients) * (seed % 2)
    limits = (capacity, np.full(clients, rng.integers(1, 4)), {1: 1, 2: 2, 3: 2})
    few, every = (assign(pairs, *limits, start, had=had) for start in (Start(1, 1), Start(99, 99)))
    assert due_met(pairs, few, had) == due_met(pairs, every, had)
    assert pairs.worth[few].sum() == pytest.approx(pairs.worth[every].sum(), rel=1e-4)


def due_met(pairs, met, had):
    """How many have their first meeting, and their second where it is their due."""
    each = np.bincount(pairs.client[met], minlength=len(pairs.levels)) + had
    return [int((each > 0).sum()), int((each[pairs.levels > 1] > 1).sum())]

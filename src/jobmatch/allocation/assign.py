"""``assign``: the meetings that are worth most together, as a flow of least cost (OR-tools).

Each client is a source of up to k meetings, each posting a sink of up to its capacity, each possible pair an arc that
carries one. A client's first meetings, as many as are the due of the level, carry a prize larger than any exchange of
meetings can bring, so that they come first; among all plans that give as much of the due as can be given, the sum of
the worths is the largest that there is.

Of millions of possible pairs a few per cent are looked at: the best of each client and of each posting. What is left
out is then priced with the shadow prices of the plan (column generation, Dantzig and Wolfe 1960): a pair that could
make the plan better joins, and the flow is solved again, until all
that are left out could together add no more than a hundred-thousandth. So the shortlist costs nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from jobmatch.allocation.pairs import Pairs, best_of
from jobmatch.errors import UsageError

_STEPS: Final = 1_000_000  # of one: costs are whole numbers
_PRIZE: Final = 1_000  # a chain of exchanges would have to be a thousand pairs long to outweigh it
_NOTHING: Final = 2 / _STEPS  # what rounding may make of no gain
_CLOSE_ENOUGH: Final = 1e-5  # of the sum: a hundredth of the least difference that anybody would see in a plan
_ROUNDS: Final = 50  # five are usual; each makes the plan better or is the last

Whole = NDArray[np.int64]
Values = NDArray[np.float64]
Mask = NDArray[np.bool_]


class Start(NamedTuple):
    """How many pairs are looked at to begin with: the best of each client and of each posting."""

    of_client: int
    of_posting: int


@dataclass(frozen=True, eq=False)
class _Task:
    """Worths and limits: what stays the same from round to round."""

    pairs: Pairs
    worth: Values
    capacity: Whole  # shape (rows of the market,)
    per_client: Whole  # shape (clients,)
    due: Whole  # shape (clients,)


def assign(
    pairs: Pairs,
    capacity: Whole,
    per_client: Whole,
    due: Mapping[int, int],
    start: Start,
    bonus: Values | float = 0.0,
) -> Mask:
    """Which pairs meet, shape (pairs,): the optimum over all pairs, but for a hundred-thousandth.

    ``capacity`` has shape (rows of the market,), ``per_client`` (clients,); ``due`` is the number of first meetings
    that a level has before anybody's further ones; ``bonus`` is added to the worth of a pair.
    """
    worth = np.rint((pairs.worth.astype(np.float64) + bonus) * _STEPS) / _STEPS
    of_level = np.array([due.get(level, 0) for level in range(max(4, *due) + 1)], dtype=np.int64)
    task = _Task(pairs, worth, capacity, per_client, of_level[pairs.levels])
    looked_at = best_of(pairs.client, worth, start.of_client) | best_of(pairs.row, pairs.chance, start.of_posting)
    met = np.zeros(len(pairs), dtype=np.bool_)
    for _ in range(_ROUNDS):
        some = np.flatnonzero(looked_at)
        carried = _solve(task, some)
        met[:] = False
        met[some[carried]] = True
        gain = _gain(task, some, carried)
        better = np.flatnonzero(gain > _NOTHING)
        better = better[~looked_at[better]]
        # no plan is better by more than the gains of all pairs that were left out
        if gain[better].sum() <= _CLOSE_ENOUGH * worth[met].sum():
            break
        looked_at[better[best_of(pairs.client[better], gain[better], start.of_client)]] = True
    return met


def _solve(task: _Task, some: NDArray[np.intp]) -> Mask:
    """Which of some pairs meet."""
    clients, rows = len(task.per_client), len(task.capacity)
    source, sink = clients + rows, clients + rows + 1
    flow = _solver()
    owners, prizes = _meetings(task)
    flow.add_arcs_with_capacity_and_unit_cost(np.full_like(owners, source), owners, np.ones_like(owners), -prizes)
    costs = -np.rint(task.worth[some] * _STEPS).astype(np.int64)
    client, row = task.pairs.client[some].astype(np.int64), task.pairs.row[some].astype(np.int64) + clients
    flow.add_arcs_with_capacity_and_unit_cost(client, row, np.ones_like(costs), costs)
    every = np.arange(rows, dtype=np.int64)
    flow.add_arcs_with_capacity_and_unit_cost(every + clients, np.full_like(every, sink), task.capacity, every * 0)
    supply = int(task.per_client.sum())
    flow.add_arc_with_capacity_and_unit_cost(source, sink, supply, 0)  # nobody has to meet anybody
    flow.set_node_supply(source, supply)
    flow.set_node_supply(sink, -supply)
    status = flow.solve()
    if status != flow.OPTIMAL:
        raise RuntimeError(f"the flow was not solved: {status}")
    return np.asarray(flow.flows(np.arange(len(owners), len(owners) + len(some))) > 0)


def _meetings(task: _Task) -> tuple[Whole, Whole]:
    """An arc for each meeting that a client may have: whose it is, and its prize where it is among the due."""
    owners = np.repeat(np.arange(len(task.per_client), dtype=np.int64), task.per_client)
    first = np.cumsum(task.per_client) - task.per_client
    number = np.arange(len(owners)) - np.repeat(first, task.per_client)
    return owners, np.where(number < task.due[owners], _PRIZE * _STEPS, 0).astype(np.int64)


def _gain(task: _Task, some: NDArray[np.intp], carried: Mask) -> Values:
    """What each pair would add to the plan by the shadow prices of both sides, shape (pairs,); above 0 is better."""
    of_client, of_row = _prices(task, some, carried)
    gain = of_row[task.pairs.row]
    gain -= of_client[task.pairs.client]
    gain += task.worth
    return gain


def _prices(task: _Task, some: NDArray[np.intp], carried: Mask) -> tuple[Values, Values]:
    """Potentials of clients and rows: shortest ways in the residual graph of the plan (Bellman and Ford).

    All begin at 0, as if a node in front of all led there for nothing; each sweep relaxes every arc at once.
    """
    clients, rows = len(task.per_client), len(task.capacity)
    client, row, worth = task.pairs.client[some], task.pairs.row[some], task.worth[some]
    used = np.bincount(client[carried], minlength=clients)
    filled = np.bincount(row[carried], minlength=rows)
    next_cost = np.where(used < task.due, -float(_PRIZE), 0.0)
    back_cost = np.where(used <= task.due, float(_PRIZE), 0.0)
    forward, backward = _grouped(row, ~carried), _grouped(client, carried)
    of_client, of_row, source, sink = np.zeros(clients), np.zeros(rows), 0.0, 0.0
    more, some_used = used < task.per_client, used > 0
    open_rows, met_rows = filled < task.capacity, filled > 0
    while True:
        before = of_client.sum(), of_row.sum(), source, sink
        of_client[more] = np.minimum(of_client, source + next_cost)[more]
        forward.relax(of_row, of_client[client] - worth)
        backward.relax(of_client, of_row[row] + worth)
        sink = min(sink, source, of_row[open_rows].min(initial=0.0))
        of_row[met_rows] = np.minimum(of_row[met_rows], sink)
        source = min(source, sink, (of_client + back_cost)[some_used].min(initial=0.0))
        after = of_client.sum(), of_row.sum(), source, sink
        if np.allclose(before, after, rtol=0, atol=1e-9):
            return of_client, of_row


class _Arcs(NamedTuple):
    """Arcs in the order of their heads, for one minimum a head."""

    order: NDArray[np.intp]
    starts: NDArray[np.intp]
    heads: NDArray[np.int32]

    def relax(self, lengths: Values, ways: Values) -> None:
        """Shorten the lengths of the heads, in place, where one of the ``ways`` to them is shorter."""
        if len(self.order):
            found = np.minimum.reduceat(ways[self.order], self.starts)
            lengths[self.heads] = np.minimum(lengths[self.heads], found)


def _grouped(heads: NDArray[np.int32], which: Mask) -> _Arcs:
    chosen = np.flatnonzero(which)
    order = chosen[np.argsort(heads[chosen], kind="stable")]
    in_order = heads[order]
    starts = np.flatnonzero(np.diff(in_order, prepend=-1))
    return _Arcs(order, starts, in_order[starts])


def _solver() -> Any:
    try:
        from ortools.graph.python.min_cost_flow import SimpleMinCostFlow
    except ImportError:
        raise UsageError("no-ortools") from None
    return SimpleMinCostFlow()

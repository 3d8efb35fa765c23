"""``assign``: the meetings that are worth most together, as a flow of least cost (OR-tools).

Each client is a source of up to k meetings, each posting a sink of up to its capacity, each possible pair an arc that
carries one. A client's first meetings, as many as are the due of the level, carry a prize larger than any exchange of
meetings can bring, the very first the largest: nobody has a second one while another client could have a first. Among
all plans that give as much of the due as can be given, the sum of the worths is the largest that there is.

Of millions of possible pairs less than one per cent are looked at (``first_pairs``). What is left out is then priced
with the shadow prices of the plan (column generation, Dantzig and Wolfe 1960): a pair that could make the plan better
joins, and the flow is solved again, until all that are left out could together add no more than a hundred-thousandth.
So beginning with few costs nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from jobmatch.allocation.first_pairs import Start, first_pairs
from jobmatch.allocation.pairs import Pairs, best_of
from jobmatch.errors import UsageError

_STEPS: Final = 1_000_000  # of one: costs are whole numbers
_PRIZE: Final = 1_000  # a chain of exchanges would have to be a thousand pairs long to outweigh it
_NOTHING: Final = 2 / _STEPS  # what rounding may make of no gain
_CLOSE_ENOUGH: Final = 1e-5  # of the sum: a hundredth of the least difference that anybody would see in a plan
_AT_ONCE: Final = 1 << 18  # pairs: what is computed of them stays in the processor's cache
_ROUNDS: Final = 50  # three are usual; each makes the plan better or is the last

Whole = NDArray[np.int64]
Values = NDArray[np.float64]
Mask = NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class _Task:
    """Worths and limits: what stays the same from round to round."""

    pairs: Pairs
    bonus: Values | float
    capacity: Whole  # shape (rows of the market,)
    per_client: Whole  # shape (clients,)
    due: Whole  # shape (clients,)
    had: Whole  # shape (clients,)

    def worth(self, at: NDArray[np.intp] | slice) -> Values:
        """What some pairs are worth with their bonus."""
        bonus = self.bonus[at] if isinstance(self.bonus, np.ndarray) else self.bonus
        return self.pairs.worth[at].astype(np.float64) + bonus

    def costs(self, at: NDArray[np.intp]) -> Whole:
        """The same as whole numbers, below 0."""
        return -np.rint(self.worth(at) * _STEPS).astype(np.int64)


def assign(
    pairs: Pairs,
    capacity: Whole,
    per_client: Whole,
    due: Mapping[int, int],
    start: Start,
    bonus: Values | float = 0.0,
    had: Whole | int = 0,
) -> Mask:
    """Which pairs meet, shape (pairs,): the optimum over all pairs, but for a hundred-thousandth.

    ``capacity`` has shape (rows of the market,), ``per_client`` (clients,); ``due`` is the number of first meetings
    that a level has before anybody's further ones, ``had`` how many of them each client has already, shape (clients,);
    ``bonus`` is added to the worth of a pair.
    """
    of_level = np.array([due.get(level, 0) for level in range(max(4, *due) + 1)], dtype=np.int64)
    task = _Task(pairs, bonus, capacity, per_client, of_level[pairs.levels], np.zeros_like(per_client) + had)
    looked_at = first_pairs(pairs, (pairs.worth + bonus).astype(np.float32), capacity, per_client, start)
    met = np.zeros(len(pairs), dtype=np.bool_)
    for _ in range(_ROUNDS):
        some = np.flatnonzero(looked_at)
        costs = task.costs(some)
        carried = _solve(task, some, costs)
        better, gain = _left_out(task, looked_at, *_prices(task, some, costs, carried))
        if _most_missed(task, better, gain) <= _CLOSE_ENOUGH * -costs[carried].sum() / _STEPS:
            break
        looked_at[better[best_of(pairs.client[better], gain, start.of_client)]] = True
    met[some[carried]] = True
    return met


def _solve(task: _Task, some: NDArray[np.intp], costs: Whole) -> Mask:
    """Which of some pairs meet."""
    clients, rows = len(task.per_client), len(task.capacity)
    source, sink = clients + rows, clients + rows + 1
    flow = _solver()
    owners, prizes = _meetings(task)
    flow.add_arcs_with_capacity_and_unit_cost(np.full_like(owners, source), owners, np.ones_like(owners), -prizes)
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
    """An arc for each meeting that a client may have: whose it is, and its prize."""
    owners = np.repeat(np.arange(len(task.per_client), dtype=np.int64), task.per_client)
    first = np.cumsum(task.per_client) - task.per_client
    number = np.arange(len(owners)) - np.repeat(first, task.per_client)
    return owners, _prize(task.had[owners] + number, task.due[owners])


def _prize(number: Whole, due: Whole) -> Whole:
    """What the meeting of a number (0, 1, …) counts beside its worth: one step more than the next one of the due."""
    steps = np.where(number < due, due.max(initial=0) - number, 0)
    return np.asarray(steps * _PRIZE * _STEPS, dtype=np.int64)


def _left_out(
    task: _Task, looked_at: Mask, of_client: Values, of_row: Values
) -> tuple[NDArray[np.intp], NDArray[np.float32]]:
    """The pairs not looked at that would make the plan better by the prices of both sides, and what each adds."""
    found, gains = [np.zeros(0, dtype=np.intp)], [np.zeros(0, dtype=np.float32)]
    for first in range(0, len(task.pairs), _AT_ONCE):
        part = slice(first, first + _AT_ONCE)
        gain = of_row.take(task.pairs.row[part])
        gain -= of_client.take(task.pairs.client[part])
        gain += task.worth(part)
        better = np.flatnonzero((gain > _NOTHING) & ~looked_at[part])
        found.append(better + first)
        gains.append(gain[better].astype(np.float32))
    return np.concatenate(found), np.concatenate(gains)


def _most_missed(task: _Task, better: NDArray[np.intp], gain: NDArray[np.float32]) -> float:
    """How much better than this one any plan can be.

    No pair is left that gains anything when each client, or else each posting, costs the largest gain of its pairs
    more for every meeting that it can have; and no plan is worth more than what everything costs together (duality).
    """
    sides = ((task.pairs.client, task.per_client), (task.pairs.row, task.capacity))
    return min(_dearer(gain, side[better], meetings) for side, meetings in sides)


def _dearer(gain: NDArray[np.float32], side: NDArray[np.int32], meetings: Whole) -> float:
    most = np.zeros(len(meetings))
    np.maximum.at(most, side, gain)
    return float(most @ meetings)


def _prices(task: _Task, some: NDArray[np.intp], costs: Whole, carried: Mask) -> tuple[Values, Values]:
    """Potentials of clients and rows: shortest ways in the residual graph of the plan (Bellman and Ford).

    All begin at 0, as if a node in front of all led there for nothing; each sweep relaxes the arcs of those that the
    last one changed.
    """
    clients, rows = len(task.per_client), len(task.capacity)
    client, row = task.pairs.client[some], task.pairs.row[some]
    met, free = np.flatnonzero(carried), ~carried
    used, filled = np.bincount(client[met], minlength=clients), np.bincount(row[met], minlength=rows)
    next_cost, back_cost = -_prize(task.had + used, task.due), _prize(task.had + used - 1, task.due)
    of_client, of_row = np.zeros(clients, dtype=np.int64), np.zeros(rows, dtype=np.int64)
    source = sink = 0
    more, some_used = used < task.per_client, used > 0
    open_rows, met_rows = filled < task.capacity, filled > 0
    changed = np.ones(clients, dtype=np.bool_)
    ends: tuple[int, int] | None = None
    while changed.any() or ends != (source, sink):
        before, ends = of_client.copy(), (source, sink)
        arcs = np.flatnonzero(changed[client] & free)
        np.minimum.at(of_row, row[arcs], of_client[client[arcs]] + costs[arcs])
        sink = min(sink, source, int(of_row[open_rows].min(initial=0)))
        of_row[met_rows] = np.minimum(of_row[met_rows], sink)
        np.minimum.at(of_client, client[met], of_row[row[met]] - costs[met])
        source = min(source, sink, int((of_client + back_cost)[some_used].min(initial=0)))
        of_client[more] = np.minimum(of_client, source + next_cost)[more]
        changed = of_client < before
    return of_client / _STEPS, of_row / _STEPS


def _solver() -> Any:
    try:
        from ortools.graph.python.min_cost_flow import SimpleMinCostFlow
    except ImportError:
        raise UsageError("no-ortools") from None
    return SimpleMinCostFlow()

"""The matching fair: the optimum beside greedy and first-come, and how long it takes from clients to timetable.

``fair random`` is a matrix of worths with popular postings, one to one: the smallest against scipy's Hungarian method,
the next against the flow of all pairs, the largest alone, as no pair is left there that could make the plan better.
"""

import time
from collections.abc import Callable
from typing import Any

import numpy as np

from benchmarks.clients import clients
from benchmarks.figures import Figure, on_all_cores
from benchmarks.store import Workshop
from jobmatch.allocation.assign import assign
from jobmatch.allocation.fair import fair as plan_of
from jobmatch.allocation.first_pairs import Start
from jobmatch.allocation.pairs import Pairs, pairs_of
from jobmatch.allocation.rules import Rules, times_of
from jobmatch.allocation.tables import Tables

NO_DUE = {1: 0, 2: 0, 3: 0}
START = Start(24, 4)
PEOPLE, QUICK_PEOPLE = 20_000, 200
TIMES = times_of(["09:00-11:30", "13:00-15:00"], 15)


def fair(workshop: Workshop) -> list[Figure]:
    """Random matrices beside the Hungarian method and the flow of all pairs; clients at a fair of 5,000 postings."""
    small, middle, large = (200, 300, 600) if workshop.quick else (1_000, 2_000, 5_000)
    return [*_random(small, _hungarian), *_random(middle, _all_pairs), *_random(large, None), *_real(workshop)]


def _random(size: int, oracle: Callable[[Pairs, int], float] | None) -> list[Figure]:
    worth = _popular(size)
    clients_at, rows = (values.astype(np.int32) for values in np.divmod(np.arange(size * size), size))
    pairs = Pairs(clients_at, rows, worth.ravel(), worth.ravel(), np.ones(size, dtype=np.int8))
    one = np.ones(size, dtype=np.int64)
    begin = time.perf_counter()
    met = assign(pairs, one, one, NO_DUE, START)
    taken, name = time.perf_counter() - begin, f"fair random {size} x {size}"
    if oracle is None:
        return [Figure(name, "assignment", "s", taken, aim=3.0, more_is_better=False)]
    begin = time.perf_counter()
    best = oracle(pairs, size)
    peer, called = time.perf_counter() - begin, str(oracle.__doc__)
    short = 1 - pairs.worth[met].sum(dtype=np.float64) / best
    return [
        Figure(name, "assignment", "s", taken, called, peer, more_is_better=False),
        Figure(name, "short of the optimum", "share", max(float(short), 0.0), aim=0.001, more_is_better=False),
    ]


def _hungarian(pairs: Pairs, size: int) -> float:
    """scipy linear_sum_assignment"""
    from scipy.optimize import linear_sum_assignment

    worth = pairs.worth.reshape(size, size)
    return float(worth[linear_sum_assignment(-worth)].sum(dtype=np.float64))


def _all_pairs(pairs: Pairs, size: int) -> float:
    """OR-tools, all pairs at once"""
    met = assign(pairs, np.ones(size, dtype=np.int64), np.ones(size, dtype=np.int64), NO_DUE, Start(size, size))
    return float(pairs.worth[met].sum(dtype=np.float64))


def _popular(size: int) -> np.ndarray:
    """Tastes in eight dimensions, and some postings that everybody likes."""
    draw = np.random.default_rng(0)
    mine, theirs, liked = draw.normal(size=(size, 8)), draw.normal(size=(size, 8)), 0.8 * draw.normal(size=size)
    return (1 / (1 + np.exp(1 - liked - 0.53 * mine @ theirs.T))).astype(np.float32)


def _real(workshop: Workshop) -> list[Figure]:
    many = QUICK_PEOPLE if workshop.quick else PEOPLE
    tables = Workshop(workshop.folder, 5_000)
    people, ground = clients(many - 24)[:many], tables.matcher._ground
    with on_all_cores():
        begin = time.perf_counter()
        plan = plan_of(ground, people, Rules(times=TIMES), jobs=2)
        whole = time.perf_counter() - begin
    pairs, employers = pairs_of(ground, people[: max(200, many // 10)], 1_000), Tables.of(ground.market)
    pairs = employers.at_tables(pairs.at(employers.meetings(pairs)))
    capacity = employers.capacity(ground.market, ground.settings, len(TIMES))
    first, greedy = (_simple(pairs, capacity, order) for order in (_by_client, _by_worth))
    ours = plan_of(ground, people[: max(200, many // 10)], Rules(times=TIMES)).figures
    name = f"fair {many} clients x 5000 postings"
    return [
        Figure(name, "clients to timetable, two processes", "s", whole, aim=15.0, more_is_better=False,
               details=plan.figures),
        *(Figure("fair, a tenth of them", "worth of all meetings", "score", ours["worth"], called, peer["worth"],
                 details={"ours": ours, "peer": peer}) for called, peer in (("first-come", first), ("greedy", greedy))),
    ]  # fmt: skip


def _by_client(pairs: Pairs) -> np.ndarray:
    return np.lexsort((-pairs.worth, pairs.client))


def _by_worth(pairs: Pairs) -> np.ndarray:
    return np.argsort(-pairs.worth, kind="stable")


def _simple(pairs: Pairs, capacity: np.ndarray, order: Any) -> dict[str, Any]:
    """Take pair after pair in an order while both have room."""
    left, mine, taken = capacity.copy(), np.full(len(pairs.levels), 3), []
    for at in order(pairs).tolist():
        client, row = pairs.client[at], pairs.row[at]
        if left[row] and mine[client]:
            left[row] -= 1
            mine[client] -= 1
            taken.append(at)
    met = mine < 3
    by_level = {str(level): int(met[pairs.levels == level].sum()) for level in (1, 2, 3)}
    return {"worth": float(pairs.worth[taken].sum(dtype=np.float64)), "meetings": len(taken), "with_meeting": by_level,
            "most_at_one_table": int(np.bincount(pairs.row[taken]).max(initial=0))}  # fmt: skip

"""The matching fair (帮扶对接会): who meets whom, at which table and when, so that not everybody queues at one.

An employer has one table, and a client comes to it once: they talk about the posting that is worth most to the client,
and of what else of the employer's suits.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import partial
from typing import Final

import numpy as np
from numpy.typing import NDArray

from jobmatch.allocation.assign import assign
from jobmatch.allocation.fair_plan import Plan
from jobmatch.allocation.fair_told import told
from jobmatch.allocation.first_pairs import Start
from jobmatch.allocation.left_out import NO_LEVEL, LeftOut, left_out
from jobmatch.allocation.meeting import Fair
from jobmatch.allocation.pairs import Pairs, pairs_of
from jobmatch.allocation.rules import Rules
from jobmatch.allocation.side_by_side import side_by_side
from jobmatch.allocation.tables import Tables
from jobmatch.allocation.view import Ground
from jobmatch.errors import UsageError
from jobmatch.records.client import Client

_WORTH_A_PROCESS: Final = 500  # clients; with fewer, starting processes costs more than it saves


def fair(ground: Ground, clients: Iterable[Client], rules: Rules | None = None, jobs: int = 1) -> Fair:
    """The best meetings for all, each at a time at which both are free."""
    people = _once(clients)
    plan = Plan(ground, people, rules or Rules(), Tables.of(ground.market))
    _check(plan)
    every = _all_pairs(ground, people, jobs)
    must = _decided(plan)
    pairs = _allowed(every, plan)
    chosen = _with_must(_meet(pairs, plan, must), every, must)
    others = _talked_through(plan, plan.tables.others(pairs, chosen, int(ground.settings.number("fair.also"))), chosen)
    return told(plan, chosen, others, _without(plan, every, pairs, chosen))


def _once(clients: Iterable[Client]) -> list[Client]:
    """Everybody once, by id: nobody can be at two tables because they stand in the list twice."""
    found: dict[str, Client] = {}
    for one in clients:
        if found.setdefault(one.client_id, one) != one:
            raise UsageError("two-clients-one-id", client_id=one.client_id)
    return [found[client_id] for client_id in sorted(found)]


def _check(plan: Plan) -> None:
    rules, row_of_id = plan.rules, plan.ground.market.row_of_id
    ids = {one.client_id for one in plan.people}
    for client, posting in sorted(rules.must | rules.never):
        if client not in ids or posting not in row_of_id:
            raise UsageError("no-such-pair", seen=f"{client}={posting}")
    for posting in sorted(rules.without):
        if posting not in row_of_id:
            raise UsageError("no-such-posting", posting_id=posting)
    away = plan.away
    both = (rules.must & rules.never) | {pair for pair in rules.must if away[row_of_id[pair[1]]]}
    if both:
        raise UsageError(
            "fair-contradiction", seen=", ".join(f"{client}={posting}" for client, posting in sorted(both))
        )


def _decided(plan: Plan) -> list[tuple[int, int]]:
    """The pairs that have to meet: of one client and one table the first."""
    found: dict[tuple[int, int], tuple[int, int]] = {}
    for client, row in plan.rows_of(plan.rules.must):
        found.setdefault((client, int(plan.tables.of_row[row])), (client, row))
    if max(Counter(client for client, _ in found).values(), default=0) > plan.rules.most:
        raise UsageError("fair-rules", per_client=plan.rules.most, times=len(plan.rules.times))
    return list(found.values())


def _all_pairs(ground: Ground, people: Sequence[Client], jobs: int) -> Pairs:
    most = int(ground.settings.number("fair.look_at"))
    if jobs == 1 or len(people) < _WORTH_A_PROCESS:
        return pairs_of(ground, people, most)
    size = -(-len(people) // jobs)  # one part each: what a process learns of the market serves all of its clients
    parts = [people[start : start + size] for start in range(0, len(people), size)]
    return Pairs.joined(side_by_side([partial(pairs_of, ground, part, most) for part in parts]))


def _allowed(pairs: Pairs, plan: Plan) -> Pairs:
    """The pairs that may be chosen."""
    free = ~plan.away[pairs.row]
    if plan.rules.never:
        never = set(plan.rows_of(plan.rules.never))
        free &= np.array([pair not in never for pair in pairs.listed()], dtype=np.bool_)
    return pairs.at(free)


def _meet(pairs: Pairs, plan: Plan, must: Sequence[tuple[int, int]]) -> Pairs:
    """The best meetings beside those that are decided."""
    settings, tables, rules = plan.ground.settings, plan.tables, plan.rules
    capacity = tables.capacity(plan.ground.market, settings, len(rules.times))
    per_client = np.full(len(plan.people), rules.most, dtype=np.int64)
    for client, row in must:
        per_client[client] -= 1
        capacity[tables.of_row[row]] -= 1
    _check_room(plan, capacity)
    free = pairs.at(tables.meetings(pairs) & ~_met(pairs, tables, must))
    due = {level: int(settings.get(f"fair.due.{level}")) for level in (1, 2, 3)}
    start = Start(*(int(settings.number(f"fair.{name}")) for name in Start._fields))
    had = rules.most - per_client
    return free.at(assign(tables.at_tables(free), capacity, per_client, due, start, _kept(free, plan), had))


def _check_room(plan: Plan, left: NDArray[np.int64]) -> None:
    """Refuse more decided meetings than a table holds."""
    for table in np.flatnonzero(left < 0).tolist():
        first, text = plan.tables.rows[table][0], plan.ground.market.shown.text
        room = int(plan.tables.capacity(plan.ground.market, plan.ground.settings, len(plan.rules.times))[table])
        name = text(first, "employer") or text(first, "title")
        raise UsageError(
            "fair-table", table=f"{name} {text(first, 'posting_id')}", room=room, decided=room - left[table]
        )


def _met(pairs: Pairs, tables: Tables, met: Iterable[tuple[int, int]]) -> NDArray[np.bool_]:
    """Which pairs are of a client and a table that meet already."""
    keys = [client * len(tables) + int(tables.of_row[row]) for client, row in met]
    return np.isin(tables.key(pairs), keys)


def _kept(pairs: Pairs, plan: Plan) -> NDArray[np.float64] | float:
    """A little more for meetings that were announced before: a plan changes only where it gets better."""
    known = plan.before
    met = _met(pairs, plan.tables, known).astype(np.float64)
    return met * plan.ground.settings.number("fair.kept") if known else 0.0


def _with_must(chosen: Pairs, every: Pairs, must: Sequence[tuple[int, int]]) -> Pairs:
    """The chosen pairs and those that the counsellor decided; what never fitted is worth nothing here."""
    if not must:
        return chosen
    wanted = set(must)
    known = {pair: at for at, pair in enumerate(every.listed()) if pair in wanted}
    worth, chance = (
        np.array([values[known[pair]] if pair in known else 0.0 for pair in must], dtype=np.float32)
        for values in (every.worth, every.chance)
    )
    client, row = (np.array(column, dtype=np.int32) for column in zip(*must, strict=True))
    return Pairs(
        np.append(chosen.client, client), np.append(chosen.row, row), np.append(chosen.worth, worth),
        np.append(chosen.chance, chance), every.levels,
    )  # fmt: skip


def _talked_through(plan: Plan, others: dict[int, list[int]], chosen: Pairs) -> dict[int, list[int]]:
    """What else is talked about at each meeting: first what the counsellor decided, whether it suits or not."""
    tables, met = plan.tables, set(chosen.listed())
    for client, row in reversed(plan.rows_of(plan.rules.must)):
        if (client, row) not in met:
            key = client * len(tables) + int(tables.of_row[row])
            others[key] = [row, *(other for other in others[key] if other != row)]
    return others


def _without(plan: Plan, every: Pairs, allowed: Pairs, chosen: Pairs) -> list[LeftOut]:
    """Who meets nobody, and why."""
    market, text, of_row = plan.ground.market, plan.ground.market.shown.text, plan.tables.of_row
    wished = plan.tables.wished(market, plan.ground.settings)

    def reasoned(at: int, reason: str, rows: Sequence[int]) -> LeftOut:
        one, firsts = plan.people[at], [plan.tables.rows[of_row[row]][0] for row in rows]
        why = plan.ground.no_level(one) if reason == NO_LEVEL else reason
        names = {text(row, "posting_id"): text(row, "employer") or text(row, "title") for row in firsts}
        return LeftOut(one.client_id, int(every.levels[at]), why, every.ruled_out.get(at, {}), names)

    return [reasoned(*one) for one in left_out(every, allowed, chosen, (wished > len(plan.rules.times))[of_row])]

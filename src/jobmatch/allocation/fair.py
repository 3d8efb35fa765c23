"""The matching fair (帮扶对接会): who meets whom, at which table and when, so that not everybody queues at one.

An employer has one table, and a client comes to it once: they talk about the posting that is worth most to the client,
and of what else of the employer's suits.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from jobmatch.allocation.assign import assign
from jobmatch.allocation.left_out import NO_LEVEL, LeftOut, left_out
from jobmatch.allocation.meeting import Fair, Meeting, Table, Topic
from jobmatch.allocation.pairs import Pairs, pairs_of
from jobmatch.allocation.refer import why_not
from jobmatch.allocation.rules import Rules
from jobmatch.allocation.shortlist import Start
from jobmatch.allocation.tables import Tables
from jobmatch.allocation.timetable import timetable
from jobmatch.allocation.view import Ground
from jobmatch.errors import UsageError
from jobmatch.messages import say
from jobmatch.records.client import Client

_ROWS_WORTH_A_PROCESS: Final = 500  # clients; below this starting processes costs more than it saves


class _Plan(NamedTuple):
    """What a fair is planned from."""

    ground: Ground
    people: Sequence[Client]
    rules: Rules
    tables: Tables


def fair(ground: Ground, clients: Iterable[Client], rules: Rules | None = None, jobs: int = 1) -> Fair:
    """The best meetings for all, each at a time at which both are free."""
    people = _once(clients)
    plan = _Plan(ground, people, rules or Rules(), Tables.of(ground.market))
    _check(plan)
    every = _all_pairs(ground, people, jobs)
    must = _decided(plan)
    pairs = _allowed(every, plan)
    chosen = _with_must(_meet(pairs, plan, must), every, must)
    others = _talked_through(plan, plan.tables.others(pairs, chosen, int(ground.settings.number("fair.also"))), chosen)
    return _told(plan, chosen, others, _without(plan, every, pairs, chosen))


def _once(clients: Iterable[Client]) -> list[Client]:
    """Everybody once, by id: nobody can be at two tables because they stand in the list twice."""
    found: dict[str, Client] = {}
    for one in clients:
        if found.setdefault(one.client_id, one) != one:
            raise UsageError("two-clients-one-id", client_id=one.client_id)
    return [found[client_id] for client_id in sorted(found)]


def _check(plan: _Plan) -> None:
    rules, row_of_id = plan.rules, plan.ground.market.row_of_id
    ids = {one.client_id for one in plan.people}
    for client, posting in sorted(rules.must | rules.never):
        if client not in ids or posting not in row_of_id:
            raise UsageError("no-such-pair", seen=f"{client}={posting}")
    for posting in sorted(rules.without):
        if posting not in row_of_id:
            raise UsageError("no-such-posting", posting_id=posting)
    away = _away(plan)
    both = (rules.must & rules.never) | {pair for pair in rules.must if away[row_of_id[pair[1]]]}
    if both:
        raise UsageError(
            "fair-contradiction", seen=", ".join(f"{client}={posting}" for client, posting in sorted(both))
        )


def _away(plan: _Plan) -> NDArray[np.bool_]:
    """Which rows of the market are not there."""
    return plan.tables.away(plan.ground.market.row_of_id[posting] for posting in plan.rules.without)


def _rows(plan: _Plan, pairs: Iterable[tuple[str, str]]) -> list[tuple[int, int]]:
    """Pairs of ids as places in the list of clients and rows of the market, in order."""
    at = {one.client_id: place for place, one in enumerate(plan.people)}
    return sorted((at[client], plan.ground.market.row_of_id[posting]) for client, posting in pairs)


def _decided(plan: _Plan) -> list[tuple[int, int]]:
    """The pairs that have to meet: of one client and one table the first."""
    found: dict[tuple[int, int], tuple[int, int]] = {}
    for client, row in _rows(plan, plan.rules.must):
        found.setdefault((client, int(plan.tables.of_row[row])), (client, row))
    if max(Counter(client for client, _ in found).values(), default=0) > plan.rules.most:
        raise UsageError("fair-rules", per_client=plan.rules.most, times=len(plan.rules.times))
    return list(found.values())


def _all_pairs(ground: Ground, people: Sequence[Client], jobs: int) -> Pairs:
    most = int(ground.settings.number("fair.look_at"))
    if jobs == 1 or len(people) < _ROWS_WORTH_A_PROCESS:
        return pairs_of(ground, people, most)
    from joblib import Parallel, delayed

    size = -(-len(people) // (4 * jobs))
    parts = [people[start : start + size] for start in range(0, len(people), size)]
    return Pairs.joined(Parallel(n_jobs=jobs)(delayed(pairs_of)(ground, part, most) for part in parts))


def _allowed(pairs: Pairs, plan: _Plan) -> Pairs:
    """The pairs that may be chosen."""
    free = ~_away(plan)[pairs.row]
    if plan.rules.never:
        never = set(_rows(plan, plan.rules.never))
        free &= np.array([pair not in never for pair in _listed(pairs)], dtype=np.bool_)
    return pairs.at(free)


def _listed(pairs: Pairs) -> list[tuple[int, int]]:
    return list(zip(pairs.client.tolist(), pairs.row.tolist(), strict=True))


def _meet(pairs: Pairs, plan: _Plan, must: Sequence[tuple[int, int]]) -> Pairs:
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


def _check_room(plan: _Plan, left: NDArray[np.int64]) -> None:
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


def _kept(pairs: Pairs, plan: _Plan) -> NDArray[np.float64] | float:
    """A little more for meetings that were announced before: a plan changes only where it gets better."""
    known = _before(plan)
    met = _met(pairs, plan.tables, known).astype(np.float64)
    return met * plan.ground.settings.number("fair.kept") if known else 0.0


def _before(plan: _Plan) -> dict[tuple[int, int], str]:
    """The times of an earlier plan, by place of the client and row of the posting, as far as both are still there."""
    at = {one.client_id: place for place, one in enumerate(plan.people)}
    row_of_id = plan.ground.market.row_of_id
    return {
        (at[client], row_of_id[posting]): time
        for (client, posting), time in plan.rules.before.items()
        if client in at and posting in row_of_id
    }


def _with_must(chosen: Pairs, every: Pairs, must: Sequence[tuple[int, int]]) -> Pairs:
    """The chosen pairs and those that the counsellor decided; what never fitted is worth nothing here."""
    if not must:
        return chosen
    wanted = set(must)
    known = {pair: at for at, pair in enumerate(_listed(every)) if pair in wanted}
    worth, chance = (
        np.array([values[known[pair]] if pair in known else 0.0 for pair in must], dtype=np.float32)
        for values in (every.worth, every.chance)
    )
    client, row = (np.array(column, dtype=np.int32) for column in zip(*must, strict=True))
    return Pairs(
        np.append(chosen.client, client), np.append(chosen.row, row), np.append(chosen.worth, worth),
        np.append(chosen.chance, chance), every.levels,
    )  # fmt: skip


def _told(plan: _Plan, chosen: Pairs, others: dict[int, list[int]], without: Sequence[LeftOut]) -> Fair:
    """The plan in values that people read, with its times."""
    ground, rules, text = plan.ground, plan.rules, plan.ground.market.shown.text
    keys, times = plan.tables.key(chosen).tolist(), _times(plan, chosen)

    def topics(rows: Sequence[int]) -> tuple[Topic, ...]:
        return tuple(Topic(text(row, "posting_id"), text(row, "title")) for row in rows)

    meetings = [
        Meeting(plan.people[client].client_id, int(chosen.levels[client]), text(row, "posting_id"), text(row, "title"),
                text(row, "employer"), rules.times[times[at]], round(float(chosen.worth[at]), 4),
                round(float(chosen.chance[at]), 4), topics(others[keys[at]]))
        for at, (client, row) in enumerate(_listed(chosen))
    ]  # fmt: skip
    tables = _tables(plan, chosen)
    return Fair(
        as_of=ground.as_of.isoformat(),
        model=str(ground.settings.get("learned.model")),
        per_client=rules.most,
        times=rules.times,
        meetings=tuple(sorted(meetings, key=lambda one: (one.client_id, one.starts_at))),
        tables=tables,
        without_meeting=tuple(one.to_dict() for one in without),
        figures=_figures(chosen)
        | {
            "most_at_one_table": max((one.meetings for one in tables), default=0),
            "without_meeting": dict(Counter(one.reason for one in without).most_common()),
        },
    )


def _times(plan: _Plan, chosen: Pairs) -> list[int]:
    """The place of each meeting among the times; who was announced before stays, then the best chooses first."""
    of_row, place = plan.tables.of_row.tolist(), {time: at for at, time in enumerate(plan.rules.times)}
    known = {(client, of_row[row]): place.get(time) for (client, row), time in _before(plan).items()}
    best_first = np.argsort(-chosen.worth, kind="stable").tolist()
    seats = [(client, of_row[row]) for client, row in _listed(chosen)]
    ordered = [seats[at] for at in best_first]
    times = [0] * len(chosen)
    found = timetable(ordered, len(plan.rules.times), [known.get(seat) for seat in ordered])
    for at, time in zip(best_first, found, strict=True):
        times[at] = time
    return times


def _tables(plan: _Plan, chosen: Pairs) -> tuple[Table, ...]:
    market, text, tables = plan.ground.market, plan.ground.market.shown.text, plan.tables
    capacity = tables.capacity(market, plan.ground.settings, len(plan.rules.times))
    at = tables.of_row[chosen.row]
    count, least, away = np.bincount(at, minlength=len(tables)), np.full(len(tables), np.inf), _away(plan)
    np.minimum.at(least, at, chosen.worth)
    return tuple(
        Table(text(rows[0], "posting_id"), say("word.comma").join(dict.fromkeys(text(row, "title") for row in rows)),
              text(rows[0], "employer"), tuple(text(row, "posting_id") for row in rows),
              int(np.maximum(market.openings[rows], 1).sum()), int(capacity[table]), int(count[table]),
              round(float(least[table]), 4) if count[table] else None)
        for table, rows in enumerate(tables.rows) if not away[rows[0]]
    )  # fmt: skip


def _talked_through(plan: _Plan, others: dict[int, list[int]], chosen: Pairs) -> dict[int, list[int]]:
    """What else is talked about at each meeting: first what the counsellor decided, whether it suits or not."""
    tables, met = plan.tables, set(_listed(chosen))
    for client, row in reversed(_rows(plan, plan.rules.must)):
        if (client, row) not in met:
            key = client * len(tables) + int(tables.of_row[row])
            others[key] = [row, *(other for other in others[key] if other != row)]
    return others


def _without(plan: _Plan, every: Pairs, allowed: Pairs, chosen: Pairs) -> list[LeftOut]:
    """Who meets nobody, and why."""
    market, text, of_row = plan.ground.market, plan.ground.market.shown.text, plan.tables.of_row
    wished = plan.tables.wished(market, plan.ground.settings)

    def told(at: int, reason: str, rows: Sequence[int]) -> LeftOut:
        one, firsts = plan.people[at], [plan.tables.rows[of_row[row]][0] for row in rows]
        why = plan.ground.no_level(one) if reason == NO_LEVEL else reason
        names = {text(row, "posting_id"): text(row, "employer") or text(row, "title") for row in firsts}
        return LeftOut(one.client_id, int(every.levels[at]), why, every.ruled_out.get(at, {}), names)

    return [told(*one) for one in left_out(every, allowed, chosen, (wished > len(plan.rules.times))[of_row])]


def _figures(chosen: Pairs) -> dict[str, Any]:
    """What the plan gives, in all and by level."""
    per_client = np.bincount(chosen.client, minlength=len(chosen.levels))
    by_level = {
        str(level): {"clients": int((chosen.levels == level).sum()),
                     "with_meeting": int((per_client[chosen.levels == level] > 0).sum()),
                     "meetings": int(per_client[chosen.levels == level].sum())}
        for level in (1, 2, 3)
    }  # fmt: skip
    return {
        "meetings": len(chosen),
        "worth": round(float(chosen.worth.sum(dtype=np.float64)), 4),
        "by_level": by_level,
    }


def why_not_met(ground: Ground, plan: Fair, client: Client, posting_id: str) -> str:
    """Why a client does not meet an employer about a posting, in a sentence; when they do, that."""
    row = ground.market.row_of_id.get(posting_id)
    if row is None:
        raise UsageError("no-such-posting", posting_id=posting_id)
    posting_id = ground.market.shown.text(row, "posting_id")  # the vacancy may have been posted under several ids
    table = plan.table_of(posting_id)
    if table is None:
        return say("fair.stays-away")
    mine = [one for one in plan.meetings if one.client_id == client.client_id]
    met = next((one for one in mine if one.posting_id in table.postings), None)
    if met and posting_id in {topic.posting_id for topic in met.topics}:
        return say("fair.meets", time=met.starts_at)
    view = ground.view(client, row)
    at = None if view is None else view.at(row)
    reasons = why_not(ground, client, view, at, row)
    if view is None or at is None or reasons:
        return say("fair.not-suited", why=say("word.comma").join(one.text for one in reasons))
    if met:
        return say("fair.meets-about", time=met.starts_at, title=met.title)
    return _outdone(plan, table, mine, f"{float(view.ranked.scores.score[at]):.2f}")


def _outdone(plan: Fair, table: Table, mine: Sequence[Meeting], worth: str) -> str:
    """Which side has better, where a pair would suit."""
    if len(mine) >= plan.per_client:
        return say("fair.has-better", count=len(mine), least=f"{min(one.worth for one in mine):.2f}", worth=worth)
    if table.meetings >= table.capacity:
        return say("fair.table-full", count=table.meetings, least=f"{table.least_worth or 0:.2f}", worth=worth)
    return say("fair.not-shortlisted", worth=worth)

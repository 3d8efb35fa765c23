"""The matching fair (帮扶对接会): who meets whom, at which table and when, so that not everybody queues at one."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from jobmatch.allocation.assign import Start, assign
from jobmatch.allocation.pairs import LEVEL_NONE, Pairs, pairs_of
from jobmatch.allocation.refer import why_not
from jobmatch.allocation.timetable import timetable
from jobmatch.allocation.view import Ground
from jobmatch.errors import UsageError
from jobmatch.messages import say
from jobmatch.records.client import Client

_ROWS_WORTH_A_PROCESS: Final = 500  # clients; below this starting processes costs more than it saves
_SESSION: Final = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)[-–~至到]([01]?\d|2[0-4]):([0-5]\d)")

Pair = tuple[str, str]  # client_id, posting_id


@dataclass(frozen=True)
class Rules:
    """How a fair is run."""

    per_client: int = 3
    times: tuple[str, ...] = ()  # "09:00", "09:15", …; as many as a table can receive people
    never: frozenset[Pair] = frozenset()
    must: frozenset[Pair] = frozenset()
    without: frozenset[str] = frozenset()  # postings whose employer stays away
    before: Mapping[Pair, str] = field(default_factory=dict)  # meetings of an earlier plan, with their times


@dataclass(frozen=True, slots=True)
class Meeting:
    """One client at one table at one time."""

    client_id: str
    level: int
    posting_id: str
    title: str
    employer: str
    starts_at: str
    worth: float
    attainability: float


@dataclass(frozen=True, slots=True)
class Table:
    """A posting at the fair."""

    posting_id: str
    title: str
    employer: str
    openings: int
    capacity: int
    meetings: int
    least_worth: float | None  # of a meeting there; None without one


@dataclass(frozen=True, slots=True)
class Fair:
    """The plan of a fair."""

    as_of: str
    model: str
    per_client: int
    times: tuple[str, ...]
    meetings: tuple[Meeting, ...]
    tables: tuple[Table, ...]
    without_meeting: tuple[dict[str, Any], ...]
    figures: dict[str, Any]

    def to_dict(self) -> dict[str, Any]:
        """The plan as JSON."""
        names = ("as_of", "model", "per_client", "figures")
        return {name: getattr(self, name) for name in names} | {
            "times": list(self.times),
            "meetings": [asdict(one) for one in self.meetings],
            "tables": [asdict(one) for one in self.tables],
            "without_meeting": list(self.without_meeting),
        }

    def to_rows(self) -> list[dict[str, Any]]:
        """A row a meeting."""
        return [asdict(one) for one in self.meetings]


def times_of(sessions: Sequence[str], minutes: int) -> tuple[str, ...]:
    """The times at which meetings begin.

    >>> times_of(["09:00-09:45", "13:30-14:00"], 15)
    ('09:00', '09:15', '09:30', '13:30', '13:45')
    """
    found = []
    for session in sessions:
        seen = _SESSION.fullmatch(session.replace("：", ":").replace(" ", ""))
        if not seen:
            raise UsageError("session-shape", seen=session)
        start, end = (int(seen[at]) * 60 + int(seen[at + 1]) for at in (1, 3))
        found += [f"{at // 60:02d}:{at % 60:02d}" for at in range(start, end - minutes + 1, minutes)]
    if not found or len(set(found)) < len(found):
        raise UsageError("session-shape", seen=" ".join(sessions))
    return tuple(sorted(found))


def fair(ground: Ground, clients: Iterable[Client], rules: Rules, jobs: int = 1) -> Fair:
    """The best meetings for all, each at a time at which both are free."""
    people = sorted(clients, key=lambda one: one.client_id)
    _check(ground, people, rules)
    every = _all_pairs(ground, people, jobs)
    rows = {posting_id: ground.market.row_of_id[posting_id] for _, posting_id in rules.must | rules.never}
    at = {one.client_id: place for place, one in enumerate(people)}
    must = sorted((at[client], rows[posting]) for client, posting in rules.must)
    never = {(at[client], rows[posting]) for client, posting in rules.never if client in at}
    pairs = _allowed(every, ground, rules, never | set(must))
    chosen = _with_must(_meet(pairs, ground, people, rules, must), every, must)
    return _told(ground, people, rules, chosen)


def _check(ground: Ground, people: Sequence[Client], rules: Rules) -> None:
    ids = {one.client_id for one in people}
    for client, posting in sorted(rules.must | rules.never):
        if client not in ids or posting not in ground.market.row_of_id:
            raise UsageError("no-such-pair", seen=f"{client}={posting}")
    for posting in sorted(rules.without):
        if posting not in ground.market.row_of_id:
            raise UsageError("no-such-posting", posting_id=posting)
    both = (rules.must & rules.never) | {pair for pair in rules.must if pair[1] in rules.without}
    if both:
        raise UsageError(
            "fair-contradiction", seen=", ".join(f"{client}={posting}" for client, posting in sorted(both))
        )
    most = max(Counter(client for client, _ in rules.must).values(), default=0)
    if most > rules.per_client or rules.per_client > len(rules.times):
        raise UsageError("fair-rules", per_client=rules.per_client, times=len(rules.times))


def _all_pairs(ground: Ground, people: Sequence[Client], jobs: int) -> Pairs:
    most = int(ground.settings.number("fair.look_at"))
    if jobs == 1 or len(people) < _ROWS_WORTH_A_PROCESS:
        return pairs_of(ground, people, most)
    from joblib import Parallel, delayed

    size = -(-len(people) // (4 * jobs))
    parts = [people[start : start + size] for start in range(0, len(people), size)]
    return Pairs.joined(Parallel(n_jobs=jobs)(delayed(pairs_of)(ground, part, most) for part in parts))


def _allowed(pairs: Pairs, ground: Ground, rules: Rules, taken: set[tuple[int, int]]) -> Pairs:
    """The pairs that may be chosen."""
    market = ground.market
    away = np.zeros(len(market), dtype=np.bool_)
    away[[market.row_of_id[posting] for posting in rules.without]] = True
    free = ~away[pairs.row]
    if taken:
        both = set(zip(pairs.client.tolist(), pairs.row.tolist(), strict=True)) & taken
        free &= np.array([pair not in both for pair in zip(pairs.client.tolist(), pairs.row.tolist(), strict=True)])
    return pairs.at(free)


def _meet(
    pairs: Pairs, ground: Ground, people: Sequence[Client], rules: Rules, must: Sequence[tuple[int, int]]
) -> Pairs:
    capacity = capacity_of(ground, len(rules.times))
    per_client = np.full(len(people), rules.per_client, dtype=np.int64)
    for client, row in must:
        per_client[client] -= 1
        capacity[row] -= 1
    if (capacity < 0).any():
        raise UsageError("fair-rules", per_client=rules.per_client, times=len(rules.times))
    due = {level: int(ground.settings.get(f"fair.due.{level}")) for level in (1, 2, 3)}
    start = Start(*(int(ground.settings.number(f"fair.{name}")) for name in Start._fields))
    return pairs.at(assign(pairs, capacity, per_client, due, start, _kept(pairs, ground, people, rules)))


def capacity_of(ground: Ground, times: int) -> NDArray[np.int64]:
    """How many each posting meets: some for each opening, and no more than there are times."""
    per_opening = ground.settings.number("fair.per_opening")
    openings = np.maximum(ground.market.openings, 1).astype(np.float64)
    return np.minimum(np.ceil(openings * per_opening), times).astype(np.int64)


def _kept(pairs: Pairs, ground: Ground, people: Sequence[Client], rules: Rules) -> NDArray[np.float64] | float:
    """A little more for meetings that were announced before: a plan changes only where it gets better."""
    if not rules.before:
        return 0.0
    ids = (ground.market.shown.text(row, "posting_id") for row in pairs.row.tolist())
    names = zip((people[at].client_id for at in pairs.client.tolist()), ids, strict=True)
    return np.array([pair in rules.before for pair in names]) * ground.settings.number("fair.kept")


def _with_must(chosen: Pairs, every: Pairs, must: Sequence[tuple[int, int]]) -> Pairs:
    """The chosen pairs and those that the counsellor decided; what never fitted is worth nothing here."""
    if not must:
        return chosen
    wanted = set(must)
    known = {
        pair: at
        for at, pair in enumerate(zip(every.client.tolist(), every.row.tolist(), strict=True))
        if pair in wanted
    }
    worth, chance = (
        np.array([values[known[pair]] if pair in known else 0.0 for pair in must], dtype=np.float32)
        for values in (every.worth, every.chance)
    )
    client, row = (np.array(column, dtype=np.int32) for column in zip(*must, strict=True))
    return Pairs(
        np.append(chosen.client, client), np.append(chosen.row, row), np.append(chosen.worth, worth),
        np.append(chosen.chance, chance), every.levels,
    )  # fmt: skip


def _told(ground: Ground, people: Sequence[Client], rules: Rules, chosen: Pairs) -> Fair:
    text = ground.market.shown.text
    rows = chosen.row.tolist()
    ids = [
        (people[at].client_id, text(row, "posting_id")) for at, row in zip(chosen.client.tolist(), rows, strict=True)
    ]
    best_first = np.argsort(-chosen.worth, kind="stable").tolist()
    place = {time: at for at, time in enumerate(rules.times)}
    times = timetable(
        [(int(chosen.client[at]), rows[at]) for at in best_first],
        len(rules.times),
        [place.get(rules.before.get(ids[at], "")) for at in best_first],
    )
    meetings = sorted(
        (
            Meeting(ids[at][0], int(chosen.levels[chosen.client[at]]), ids[at][1], text(rows[at], "title"),
                    text(rows[at], "employer"), rules.times[time], round(float(chosen.worth[at]), 4),
                    round(float(chosen.chance[at]), 4))
            for at, time in zip(best_first, times, strict=True)
        ),
        key=lambda one: (one.client_id, one.starts_at),
    )  # fmt: skip
    return Fair(
        as_of=ground.as_of.isoformat(),
        model=str(ground.settings.get("learned.model")),
        per_client=rules.per_client,
        times=rules.times,
        meetings=tuple(meetings),
        tables=_tables(ground, rules, chosen),
        without_meeting=_without(people, chosen),
        figures=_figures(chosen),
    )


def _tables(ground: Ground, rules: Rules, chosen: Pairs) -> tuple[Table, ...]:
    market, text = ground.market, ground.market.shown.text
    capacity = capacity_of(ground, len(rules.times))
    count = np.bincount(chosen.row, minlength=len(market))
    least = np.full(len(market), np.inf)
    np.minimum.at(least, chosen.row, chosen.worth)
    there = [row for row in range(len(market)) if text(row, "posting_id") not in rules.without]
    return tuple(
        Table(text(row, "posting_id"), text(row, "title"), text(row, "employer"), max(int(market.openings[row]), 1),
              int(capacity[row]), int(count[row]), round(float(least[row]), 4) if count[row] else None)
        for row in there
    )  # fmt: skip


def _without(people: Sequence[Client], chosen: Pairs) -> tuple[dict[str, Any], ...]:
    met = set(chosen.client.tolist())
    return tuple(
        {"client_id": one.client_id, "level": int(chosen.levels[at]),
         "text": say("fair.no-level" if chosen.levels[at] == LEVEL_NONE else "fair.nothing-fits")}
        for at, one in enumerate(people) if at not in met
    )  # fmt: skip


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
        "most_at_one_table": int(np.bincount(chosen.row).max(initial=0)),
        "by_level": by_level,
    }


def why_not_met(ground: Ground, plan: Fair, client: Client, posting_id: str) -> str:
    """Why a client does not meet an employer, in a sentence."""
    row = ground.market.row_of_id.get(posting_id)
    table = next((one for one in plan.tables if one.posting_id == posting_id), None)
    if row is None or table is None:
        raise UsageError("no-such-posting", posting_id=posting_id)
    mine = [one for one in plan.meetings if one.client_id == client.client_id]
    met = next((one for one in mine if one.posting_id == posting_id), None)
    if met:
        return say("fair.meets", time=met.starts_at)
    view = ground.view(client)
    at = None if view is None else view.at(row)
    reasons = why_not(ground, client, view, at, row)
    if view is None or at is None or reasons:
        return say("fair.not-suited", why=say("word.comma").join(one.text for one in reasons))
    worth = f"{float(view.ranked.scores.score[at]):.2f}"
    if len(mine) >= plan.per_client:
        return say("fair.has-better", count=len(mine), least=f"{min(one.worth for one in mine):.2f}", worth=worth)
    if table.meetings >= table.capacity:
        return say("fair.table-full", count=table.meetings, least=f"{table.least_worth or 0:.2f}", worth=worth)
    return say("fair.not-shortlisted", worth=worth)

"""A matching fair told: meetings with their times, tables and figures, and why two do not meet."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from jobmatch.allocation.fair_plan import Plan
from jobmatch.allocation.left_out import LeftOut
from jobmatch.allocation.meeting import Fair, Meeting, Table, Topic
from jobmatch.allocation.pairs import Pairs
from jobmatch.allocation.refer import why_not
from jobmatch.allocation.timetable import timetable
from jobmatch.allocation.view import Ground
from jobmatch.errors import UsageError
from jobmatch.messages import say
from jobmatch.records.client import Client
from jobmatch.text.dates import day_number


def told(plan: Plan, chosen: Pairs, others: dict[int, list[int]], without: Sequence[LeftOut]) -> Fair:
    """The plan in values that people read, with its times."""
    ground, rules, text = plan.ground, plan.rules, plan.ground.market.shown.text
    keys, times = plan.tables.key(chosen).tolist(), _times(plan, chosen)

    def topics(rows: Sequence[int]) -> tuple[Topic, ...]:
        return tuple(Topic(text(row, "posting_id"), text(row, "title")) for row in rows)

    meetings = [
        Meeting(plan.people[client].client_id, int(chosen.levels[client]), text(row, "posting_id"), text(row, "title"),
                text(row, "employer"), rules.times[times[at]], round(float(chosen.worth[at]), 4),
                round(float(chosen.chance[at]), 4), topics(others[keys[at]]))
        for at, (client, row) in enumerate(chosen.listed())
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
        despite=_despite(plan),
    )


def _despite(plan: Plan) -> tuple[dict[str, str], ...]:
    """What speaks against each pair that has to meet: they meet all the same, and nobody is left unaware of it."""
    ground, found = plan.ground, []
    for at, row in plan.rows_of(plan.rules.must):
        client, view = plan.people[at], ground.view(plan.people[at], row)
        reasons = why_not(ground, client, view, None if view is None else view.at(row), row)
        if reasons:
            text = say("fair.despite", why=say("word.comma").join(one.text for one in reasons))
            posting_id = ground.market.shown.text(row, "posting_id")
            found.append({"client_id": client.client_id, "posting_id": posting_id, "text": text})
    return tuple(found)


def _times(plan: Plan, chosen: Pairs) -> list[int]:
    """The place of each meeting among the times; who was announced before stays, then the best chooses first."""
    of_row, place = plan.tables.of_row.tolist(), {time: at for at, time in enumerate(plan.rules.times)}
    known = {(client, of_row[row]): place.get(time) for (client, row), time in plan.before.items()}
    best_first = np.argsort(-chosen.worth, kind="stable").tolist()
    seats = [(client, of_row[row]) for client, row in chosen.listed()]
    ordered = [seats[at] for at in best_first]
    times = [0] * len(chosen)
    found = timetable(ordered, len(plan.rules.times), [known.get(seat) for seat in ordered])
    for at, time in zip(best_first, found, strict=True):
        times[at] = time
    return times


def _tables(plan: Plan, chosen: Pairs) -> tuple[Table, ...]:
    market, text, tables = plan.ground.market, plan.ground.market.shown.text, plan.tables
    capacity = tables.capacity(market, plan.ground.settings, len(plan.rules.times))
    at = tables.of_row[chosen.row]
    count, least, away = np.bincount(at, minlength=len(tables)), np.full(len(tables), np.inf), plan.away
    np.minimum.at(least, at, chosen.worth)
    shut = _shut(plan.ground)
    return tuple(
        Table(text(rows[0], "posting_id"), say("word.comma").join(dict.fromkeys(text(row, "title") for row in rows)),
              text(rows[0], "employer"), tuple(text(row, "posting_id") for row in rows),
              int(np.maximum(market.openings[rows], 1).sum()), int(capacity[table]), int(count[table]),
              round(float(least[table]), 4) if count[table] else None)
        for table, rows in enumerate(tables.rows) if not away[rows[0]] and (count[table] or not shut[rows].all())
    )  # fmt: skip


def _shut(ground: Ground) -> NDArray[np.bool_]:
    """Which postings nobody can be sent to: closed, full, or asking for money. Their employers need no table."""
    market = ground.market
    return np.asarray(market.closed_on(day_number(ground.as_of)) | market.full() | market.asks_money)


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
    if table is None and not _shut(ground)[row]:
        return say("fair.stays-away")
    mine = [one for one in plan.meetings if one.client_id == client.client_id]
    met = next((one for one in mine if table and one.posting_id in table.postings), None)
    if met and posting_id in {topic.posting_id for topic in met.topics}:
        return say("fair.meets", time=met.starts_at)
    view = ground.view(client, row)
    at = None if view is None else view.at(row)
    reasons = why_not(ground, client, view, at, row)
    if view is None or at is None or reasons:
        return say("fair.not-suited", why=say("word.comma").join(one.text for one in reasons))
    if table is None:
        return say("fair.stays-away")
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

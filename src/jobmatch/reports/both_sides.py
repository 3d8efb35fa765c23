"""Referral, vacancy and fair as sheets: what the employer gets, what is talked through, who sits where."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any, Final

from jobmatch.allocation.fair import Fair, Meeting
from jobmatch.allocation.refer import Referral
from jobmatch.allocation.vacancy import Vacancy
from jobmatch.dataset.referrals import event
from jobmatch.messages import say
from jobmatch.reports.sheet import Sheet

_UNSUITED_SHOWN: Final = 10  # more would push the others off the screen


def referral(result: Referral) -> Sheet:
    """For the counsellor: clients with reasons, who has not consented, who has better open."""
    lines = [_client(one.client_id, one.attainability, one.worth, one.reasons) for one in result.clients]
    ask = [one.client_id for one in result.clients if one.card is None]
    counts = [f"{say(f'excluded.{kind}')} {count}" for kind, count in result.excluded.items()]
    blocks = (
        (say("refer.clients"), tuple(lines) or (say("refer.nobody"),)),
        (say("refer.ask-consent"), tuple(ask)),
        (say("refer.kept-back"), tuple(f"{one['client_id']}  {one['text']}" for one in result.kept_back)),
        (say("refer.unsuited"), tuple(_unsuited(result))),
        (say("show.excluded"), (say("word.comma").join(counts),) if counts else ()),
    )
    return Sheet(_posting(result), blocks)


def _unsuited(result: Referral) -> Iterator[str]:
    """Some of those who do not suit by a figure; all stand in the JSON."""
    for one in result.unsuited[:_UNSUITED_SHOWN]:
        yield f"{one['client_id']}  {one['text']}"
    if len(result.unsuited) > _UNSUITED_SHOWN:
        yield say("refer.more", count=len(result.unsuited) - _UNSUITED_SHOWN)


def _client(client_id: str, chance: float, worth: float, reasons: Iterable[str]) -> str:
    figures = say("refer.figures", client_id=client_id, chance=f"{chance:.0%}", worth=f"{worth:.0%}")
    return figures + say("word.semicolon").join(reasons)


def _posting(result: Any) -> str:
    return " · ".join(filter(None, (result.posting_id, result.title, result.employer)))


def cards(result: Referral) -> Sheet:
    """For the employer: the anonymised cards, nothing else."""
    blocks = tuple((one.card.number, one.card.lines()) for one in result.clients if one.card)
    title = " · ".join(filter(None, (result.title, result.employer)))
    return Sheet(title, blocks or ((say("refer.no-cards"), ()),), say("refer.foot"))


def vacancy(result: Vacancy) -> Sheet:
    """Why so few fit, and what the employer could change."""
    facts = say("vacancy.figures", clients=result.clients, suited=result.suited, unrelated=result.unrelated)
    blocks = (
        ("", (facts,)),
        (say("vacancy.obstacles"), tuple(one.text for one in result.obstacles)),
        (say("vacancy.concessions"), tuple(one.text for one in result.concessions)),
    )
    return Sheet(_posting(result), blocks)


def fair(result: Fair) -> Sheet:
    """The plan in figures, and who meets nobody and why."""
    figures = result.figures
    levels = tuple(
        say("fair.level", level=say(f"show.level-{level}"), **of_level)
        for level, of_level in figures["by_level"].items()
    )
    whole = say("fair.figures", meetings=figures["meetings"], tables=sum(one.meetings > 0 for one in result.tables),
                most=figures["most_at_one_table"], worth=f"{figures['worth']:.1f}")  # fmt: skip
    missing = tuple(f"{one['client_id']}  {one['text']}" for one in result.without_meeting)
    return Sheet(say("page.fair"), (("", (whole, *levels)), (say("fair.without"), missing)))


def fair_pages(result: Fair) -> Iterator[Sheet]:
    """The printable pages: figures, the sheet for the wall, one a table, one a client."""
    yield fair(result)
    yield Sheet(say("fair.wall"), tuple(_wall(result)))
    for meetings in _grouped(result, "posting_id"):
        one = meetings[0]
        title = " · ".join(filter(None, (one.posting_id, one.title, one.employer)))
        yield Sheet(title, ((say("fair.table"), tuple(f"{m.starts_at}  {m.client_id}" for m in meetings)),))
    for meetings in _grouped(result, "client_id"):
        lines = tuple(" · ".join(filter(None, (m.starts_at, m.title, m.employer, m.posting_id))) for m in meetings)
        yield Sheet(meetings[0].client_id, ((say("fair.client"), lines),))


def _wall(result: Fair) -> Iterator[tuple[str, tuple[str, ...]]]:
    by_time = sorted(result.meetings, key=lambda one: (one.starts_at, one.posting_id))
    for time, group in groupby(by_time, key=lambda one: one.starts_at):
        yield time, tuple(f"{one.posting_id} {one.employer} {one.title} ← {one.client_id}" for one in group)


def _grouped(result: Fair, by: str) -> list[list[Meeting]]:
    order = sorted(result.meetings, key=lambda one: (getattr(one, by), one.starts_at))
    return [list(group) for _, group in groupby(order, key=lambda one: getattr(one, by))]


def fair_sheets(result: Fair) -> dict[str, list[dict[str, Any]]]:
    """The workbook: a form for the results (an outcome a row, to be filled in), and the timetables."""
    form = [
        {say("fair.column-time"): one.starts_at, say("fair.column-client"): one.client_id,
         say("fair.column-posting"): one.posting_id, say("column.title"): one.title,
         say("column.employer"): one.employer, say("fair.column-on"): result.as_of,
         say("fair.column-rank"): rank, say("column.model"): result.model,
         say("fair.column-result"): say("fair.result-shown"), say("fair.column-reason"): ""}
        for meetings in _grouped(result, "client_id") for rank, one in enumerate(meetings, 1)
    ]  # fmt: skip
    tables = [
        {say("column.posting_id"): one.posting_id, say("column.title"): one.title, say("column.employer"): one.employer,
         say("fair.column-capacity"): one.capacity, say("fair.column-meetings"): one.meetings}
        | dict.fromkeys(result.times)
        for one in result.tables
    ]  # fmt: skip
    by_table = {one[say("column.posting_id")]: one for one in tables}
    clients: dict[str, dict[str, Any]] = {}
    for one in result.meetings:
        by_table[one.posting_id][one.starts_at] = one.client_id
        who = {say("fair.column-client"): one.client_id, say("column.level"): one.level}
        row = clients.setdefault(one.client_id, who | dict.fromkeys(result.times))
        row[one.starts_at] = " ".join(filter(None, (one.employer, one.title)))
    return {
        say("fair.sheet-form"): form,
        say("fair.sheet-tables"): tables,
        say("fair.sheet-clients"): [*clients.values()],
    }


def fair_events(result: Fair) -> list[dict[str, Any]]:
    """The meetings as events of the log."""
    return [
        event(one.client_id, one.posting_id, rank, result.model, result.as_of)
        for meetings in _grouped(result, "client_id")
        for rank, one in enumerate(meetings, 1)
    ]

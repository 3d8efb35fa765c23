"""Referral, vacancy and fair as sheets: what the employer gets, what is talked through, who sits where."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import Any, Final

from jobmatch.allocation.meeting import Fair, Meeting, Table, Topic
from jobmatch.allocation.refer import Referral, Referred
from jobmatch.allocation.vacancy import Vacancy
from jobmatch.dataset.outcomes import event_words
from jobmatch.dataset.referrals import event
from jobmatch.errors import UsageError
from jobmatch.messages import listing, say
from jobmatch.reports.sheet import Sheet

_UNSUITED_SHOWN: Final = 10  # more would push the others off the screen


def referral(result: Referral) -> Sheet:
    """For the counsellor: clients with reasons, who has not consented, who has better open."""
    lines = [_client(one) for one in result.clients]
    ask = [one.client_id for one in result.clients if one.card is None]
    counts = [f"{say(f'excluded.{kind}')} {count}" for kind, count in result.excluded.items()]
    blocks = (
        (say("refer.clients"), tuple(lines) or (say("refer.nobody"),)),
        (say("refer.ask-consent"), tuple(ask)),
        (say("refer.kept-back"), tuple(f"{one['client_id']}  {one['text']}" for one in result.kept_back)),
        (say("refer.unsuited"), tuple(_unsuited(result))),
        (say("show.excluded"), (listing(counts),) if counts else ()),
    )
    return Sheet(_posting(result), blocks)


def _unsuited(result: Referral) -> Iterator[str]:
    """Some of those who do not suit by a figure; whose work it is not is only counted. All stand in the JSON."""
    near = [one for one in result.unsuited if "unrelated" not in one["kinds"]]
    for one in near[:_UNSUITED_SHOWN]:
        yield f"{one['client_id']}  {one['text']}"
    if len(near) > _UNSUITED_SHOWN:
        yield say("refer.more", count=len(near) - _UNSUITED_SHOWN)


def _client(one: Referred) -> str:
    card = say("refer.card", number=one.card.number) if one.card else ""
    figures = say("refer.figures", client_id=f"{one.client_id}{card}", chance=f"{one.attainability:.0%}",
                  worth=f"{one.worth:.0%}")  # fmt: skip
    told = (("show.why", one.reasons), ("show.give", one.trade_offs), ("show.ask", one.to_check))
    said = [f"{say(label)}{say('word.colon')}{say('word.semicolon').join(texts)}" for label, texts in told if texts]
    return figures + "  ".join(said)


def _posting(result: Any) -> str:
    return " · ".join(filter(None, (result.posting_id, result.title, result.employer)))


def cards(result: Referral) -> Sheet:
    """For the employer: the anonymised cards, nothing else."""
    blocks = tuple((one.card.number, one.card.lines()) for one in result.clients if one.card)
    if not blocks:
        raise UsageError("no-cards" if result.clients else "nobody-suits", posting_id=result.posting_id)
    return Sheet(" · ".join(filter(None, (result.title, result.employer))), blocks, say("refer.foot"))


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
    return Sheet(say("page.fair"), ((say("fair.decided"), fair_despite(result)),
                                    (say("fair.why"), fair_answers(result)), ("", (whole, *levels)),
                                    (say("fair.without"), missing)))  # fmt: skip


def fair_answers(result: Fair) -> tuple[str, ...]:
    """Why pairs that were asked for do not meet, a line a pair."""
    return _of_pairs(result.why)


def fair_despite(result: Fair) -> tuple[str, ...]:
    """What speaks against pairs that meet because a counsellor decided it, a line a pair."""
    return _of_pairs(result.despite)


def _of_pairs(said: Iterable[Mapping[str, str]]) -> tuple[str, ...]:
    return tuple(f"{one['client_id']} × {one['posting_id']}{say('word.colon')}{one['text']}" for one in said)


def fair_pages(result: Fair) -> Iterator[Sheet]:
    """The printable pages: figures, the sheet for the wall, one a table, one a client."""
    yield fair(result)
    yield Sheet(say("fair.wall"), tuple(_wall(result)))
    for table in result.tables:
        lines = tuple(f"{one.starts_at}  {one.client_id}  {one.title}{_also(one)}" for one in _at(result, table))
        if lines:
            yield Sheet(" · ".join(filter(None, (table.employer, table.title))), ((say("fair.table"), lines),))
    for meetings in _of_clients(result):
        lines = tuple(
            " · ".join(filter(None, (one.starts_at, one.employer, one.title, one.posting_id))) + _also(one)
            for one in meetings
        )
        yield Sheet(meetings[0].client_id, ((say("fair.client"), lines),))


def _also(one: Meeting) -> str:
    names = listing(f"{other.title} {other.posting_id}" for other in one.also)
    return say("fair.about", names=names) if names else ""


def _at(result: Fair, table: Table) -> list[Meeting]:
    there = (one for one in result.meetings if one.posting_id in table.postings)
    return sorted(there, key=lambda one: one.starts_at)


def _wall(result: Fair) -> Iterator[tuple[str, tuple[str, ...]]]:
    by_time = sorted(result.meetings, key=lambda one: (one.starts_at, one.posting_id))
    for time, group in groupby(by_time, key=lambda one: one.starts_at):
        yield time, tuple(f"{one.posting_id} {one.employer} {one.title} ← {one.client_id}" for one in group)


def _of_clients(result: Fair) -> list[list[Meeting]]:
    return [list(group) for _, group in groupby(result.meetings, key=lambda one: one.client_id)]


def fair_sheets(result: Fair) -> dict[str, list[dict[str, Any]]]:
    """The workbook: a form for the results (an outcome a row, to be filled in), and the timetables."""
    return {
        say("fair.sheet-form"): [_form_row(result, *one) for one in _talks(result)],
        say("fair.sheet-tables"): [_table_row(result, one) for one in sorted(result.tables, key=_idle)],
        say("fair.sheet-clients"): [_client_row(result, meetings) for meetings in _of_clients(result)],
        say("fair.sheet-without"): [_without_row(one) for one in result.without_meeting],
    }


def fair_choices() -> dict[str, tuple[str, ...]]:
    """What may be chosen in a column of the form: the results, in words that are read as outcomes."""
    return {say("fair.column-result"): tuple(event_words().values())}


def _talks(result: Fair) -> Iterator[tuple[Meeting, Topic, int]]:
    """Each posting that is talked about, with its meeting and its number among those of the client."""
    for meetings in _of_clients(result):
        topics = [(one, topic) for one in meetings for topic in one.topics]
        yield from ((one, topic, rank) for rank, (one, topic) in enumerate(topics, 1))


def _form_row(result: Fair, one: Meeting, topic: Topic, rank: int) -> dict[str, Any]:
    return {
        say("fair.column-time"): one.starts_at,
        say("fair.column-client"): one.client_id,
        say("fair.column-posting"): topic.posting_id,
        say("column.title"): topic.title,
        say("column.employer"): one.employer,
        say("fair.column-on"): result.as_of,
        say("fair.column-rank"): rank,
        say("column.model"): result.model,
        say("fair.column-result"): event_words()["shown"],
        say("fair.column-reason"): "",
    }


def _idle(table: Table) -> bool:
    """Tables that nobody comes to stand last."""
    return table.meetings == 0


def _table_row(result: Fair, table: Table) -> dict[str, Any]:
    said = {
        say("column.employer"): table.employer,
        say("column.title"): table.title,
        say("column.posting_id"): listing(table.postings),
        say("fair.column-capacity"): table.capacity,
        say("fair.column-meetings"): table.meetings,
    }
    return said | dict.fromkeys(result.times) | {one.starts_at: one.client_id for one in _at(result, table)}


def _client_row(result: Fair, meetings: list[Meeting]) -> dict[str, Any]:
    said = {say("fair.column-client"): meetings[0].client_id, say("column.level"): meetings[0].level}
    where = {one.starts_at: " ".join(filter(None, (one.employer, one.title))) for one in meetings}
    return said | dict.fromkeys(result.times) | where


def _without_row(one: Mapping[str, Any]) -> dict[str, Any]:
    return {
        say("fair.column-client"): one["client_id"],
        say("column.level"): one["level"] or "",
        say("fair.column-why"): one["text"],
    }


def referral_events(result: Referral) -> list[dict[str, Any]]:
    """Whose card is sent, with its number, as events of the log."""
    return [
        event(one.client_id, result.posting_id, one.rank, result.model, result.as_of, say("refer.log"), one.card.number)
        for one in result.clients if one.card
    ]  # fmt: skip


def fair_events(result: Fair) -> list[dict[str, Any]]:
    """The meetings as events of the log."""
    return [
        event(one.client_id, topic.posting_id, rank, result.model, result.as_of) for one, topic, rank in _talks(result)
    ]

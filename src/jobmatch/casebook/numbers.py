"""Figures of a casebook by level, category, office, counsellor or month; a figure of few people is not shown."""

import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median
from typing import Any, Final

from sqlalchemy import select

from jobmatch.casebook.casebook import Casebook
from jobmatch.casebook.standing import Standing
from jobmatch.casebook.tables import event, payload, state
from jobmatch.dataset.personal import masked
from jobmatch.plan.workdays import add_months

ALL: Final = "*"  # the line of everybody
_AT_ONCE: Final = 2000


@dataclass(frozen=True, slots=True)
class Numbers:
    """A line a group, that of everybody last; None stands for a figure of too few people."""

    by: str
    lines: tuple[dict[str, Any], ...]
    overrides: tuple[dict[str, Any], ...] = ()  # why counsellors set another level, without for whom

    def to_dict(self) -> dict[str, Any]:
        """The figures as JSON."""
        return {"by": self.by, "lines": list(self.lines), "overrides": list(self.overrides)}

    def to_rows(self) -> list[dict[str, Any]]:
        """A row a group."""
        return list(self.lines)


@dataclass(frozen=True, slots=True)
class _Seen:
    """What is counted of one client."""

    group: str
    standing: Standing
    overdue: frozenset[str]  # the kinds of duty whose day has passed


def numbers(book: Casebook, by: str, day: date, since: date | None = None, until: date | None = None) -> Numbers:
    """The figures on a day, of the clients who were registered between two days, both included."""
    groups: dict[str, list[_Seen]] = defaultdict(list)
    for one in _seen(book, by, day, since or date.min, until or date.max):
        groups[one.group].append(one)
        groups[ALL].append(one)
    names = [*sorted(groups.keys() - {ALL}), ALL]
    least = int(book.settings.number("casebook.small_cell"))
    columns = {
        what: _suppressed([sum(map(counts, groups[name])) for name in names], least) for what, counts in _COUNTS.items()
    }
    days = {name: _days(groups[name], least) for name in names}
    return Numbers(
        by,
        tuple(
            {by: name, **{what: columns[what][at] for what in columns}, "days_to_placement": days[name]}
            for at, name in enumerate(names)
        ),
        _overrides(book, since or date.min, until or date.max),
    )


def _overrides(book: Casebook, since: date, until: date) -> tuple[dict[str, Any], ...]:
    """Day, level and reason of each override, in their order; numbers of a person are masked."""
    asked = (
        select(event.c.day, event.c.what, payload.c.body)
        .join(payload)
        .join(state, state.c.client == event.c.client)
        .where(event.c.kind == "overridden", event.c.what.is_not(None), state.c.registered_on.between(since, until))
        .order_by(event.c.id)
    )
    with book.reading() as connection:
        rows = connection.execute(asked).all()
    return tuple(
        {"on": row.day.isoformat(), "level": int(row.what), "reason": masked(json.loads(row.body).get("reason", ""))}
        for row in rows
    )


def _seen(book: Casebook, by: str, day: date, since: date, until: date) -> Iterator[_Seen]:
    asked = select(state).where(state.c.registered_on.between(since, until)).order_by(state.c.client)
    with book.reading() as connection:
        for row in connection.execute(asked.execution_options(yield_per=_AT_ONCE)):
            group = f"{row.registered_on:%Y-%m}" if by == "month" else getattr(row, by)
            late = frozenset(one["kind"] for one in json.loads(row.duties) if one["due_on"] < day.isoformat())
            yield _Seen("—" if group is None else str(group), Standing.from_dict(json.loads(row.standing)), late)


def _in_time(one: _Seen) -> bool:
    """In work within a month of the registration, or the whole of 131 within three."""
    begin, hired, served = one.standing.registered_on, one.standing.first_hired_on, one.standing.served_on
    if begin is None:
        return False
    return bool((hired and hired <= add_months(begin, 1)) or (served and served <= add_months(begin, 3)))


def _kept(months: int) -> Callable[[_Seen], bool]:
    def kept(one: _Seen) -> bool:
        hired, there = one.standing.hired_on, one.standing.retained_on
        return hired is not None and there is not None and there >= add_months(hired, months)

    return kept


_COUNTS: Final[dict[str, Callable[[_Seen], bool]]] = {
    "registered": lambda one: True,  # noqa: ARG005 - one shape for all
    "open": lambda one: one.standing.open,
    "in_time": _in_time,
    "served_131": lambda one: one.standing.served_on is not None,
    "placed": lambda one: one.standing.first_hired_on is not None,
    "retained_3": _kept(3),
    "retained_6": _kept(6),
    "overridden": lambda one: one.standing.overridden,
    "overdue": lambda one: "contact" in one.overdue,
    "promise_overdue": lambda one: "promise" in one.overdue,
}


def _days(seen: Sequence[_Seen], least: int) -> float | None:
    """The median of the days from registration to the first job."""
    days = [
        (one.standing.first_hired_on - one.standing.registered_on).days
        for one in seen
        if one.standing.first_hired_on and one.standing.registered_on
    ]
    return float(median(days)) if len(days) >= least else None


def _suppressed(column: Sequence[int], least: int) -> list[int | None]:
    """A column whose last is the sum: small figures left out, and one more where a single gap could be reckoned.

    >>> _suppressed([40, 3, 8, 51], 5)
    [40, None, None, 51]
    >>> _suppressed([40, 0, 40], 5)
    [40, 0, 40]
    """
    parts, total = list(column[:-1]), column[-1]
    hidden = {at for at, count in enumerate(parts) if 0 < count < least}
    if len(hidden) == 1:
        others = [at for at, count in enumerate(parts) if count and at not in hidden]
        hidden |= set(sorted(others, key=lambda at: parts[at])[:1])
    shown = [None if at in hidden else count for at, count in enumerate(parts)]
    alone = len(hidden) == 1  # then the sum tells it
    return [*shown, None if alone or 0 < total < least else total]

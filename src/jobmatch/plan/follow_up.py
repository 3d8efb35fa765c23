"""Follow-up: of all categories that a client belongs to, the one with the shortest interval (document 123, 3)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from jobmatch.messages import say
from jobmatch.plan.workdays import add_months, on_workday
from jobmatch.records.client import Client
from jobmatch.records.plan import FollowUp
from jobmatch.settings import Settings
from jobmatch.text.dates import first_day


@dataclass(frozen=True, slots=True)
class Interval:
    """Days or months between two contacts."""

    days: int = 0
    months: int = 0

    def after(self, day: date) -> date:
        """The day after the interval, not yet moved to a workday."""
        return add_months(day, self.months) + timedelta(days=self.days)

    @property
    def words(self) -> str:
        """``15 days``, ``1 month``, ``3 months``, as the contract writes them."""
        number, unit = (self.days, "day") if self.days else (self.months, "month")
        return f"{number} {unit}" if number == 1 else f"{number} {unit}s"


# The shortest first; where two are as long, the one that says more of what help is due.
INTERVALS: Final[dict[str, Interval]] = {
    "zero_employment_family": Interval(days=15),
    "employment_difficulty": Interval(months=1),
    "newly_unemployed": Interval(months=1),
    "seeking": Interval(months=3),
    "not_seeking": Interval(months=6),
    "employed": Interval(months=12),
    "unreachable": Interval(months=12),
}
_AT_WORK: Final = ("employed", "retired")


def categories(client: Client, day: date, settings: Settings, *, reachable: bool = True) -> Iterator[str]:
    """Every category that a client is known to belong to; a hardship counts even of who cannot be reached."""
    family, status = client.family, client.registration.status
    groups = set(client.registration.groups or ())
    if family.zero_employment or "零就业家庭" in groups:
        yield "zero_employment_family"
    hard = bool(groups & set(settings.get("welfare.groups")))
    if family.low_income or hard or _long_unemployed(client, day, settings):
        yield "employment_difficulty"
    if not reachable:
        yield "unreachable"
        return
    if status in _AT_WORK:
        yield "employed"
        return
    if client.willingness.wants_work is False:
        yield "not_seeking"
        return
    yield "seeking"
    if _newly_unemployed(client, day, settings):
        yield "newly_unemployed"


def follow_up(
    client: Client,
    day: date,
    settings: Settings,
    *,
    reachable: bool = True,
    now: date | None = None,
    category: str | None = None,
) -> FollowUp:
    """The category with the shortest interval, and the next day on which to ask, counted from ``day``.

    What shortens the interval later does so from the day on which it comes about, and ``now`` is the day on which
    what is known came to be known: nothing is overdue before anybody could know. A ``category`` set by hand decides.

    >>> from jobmatch.settings import load
    >>> one = Client(client_id="C-1", family={"zero_employment": True}, willingness={"wants_work": True})
    >>> follow_up(one, date(2026, 11, 22), load()).every
    '15 days'
    """
    since = max(day, now or day)
    if category is not None:
        return _next(category, day, since)
    told = _next(_shortest(client, since, settings, reachable), day, since)
    turn = _long_unemployed_from(client, settings)
    if turn is None or not since < turn < date.fromisoformat(told.next_on):
        return told
    return min(told, _next(_shortest(client, turn, settings, reachable), day, turn), key=lambda one: one.next_on)


def _shortest(client: Client, day: date, settings: Settings, reachable: bool) -> str:
    mine = set(categories(client, day, settings, reachable=reachable))
    return next(name for name in INTERVALS if name in mine)


def _next(category: str, day: date, not_before: date) -> FollowUp:
    interval = INTERVALS[category]
    due = on_workday(max(interval.after(day), not_before))
    return FollowUp(category, interval.words, due.isoformat(), say(f"follow_up.{category}"))


def _newly_unemployed(client: Client, day: date, settings: Settings) -> bool:
    """Registered, or out of work, not long ago."""
    registration = client.registration
    begin = registration.registered_on or registration.unemployed_since
    if begin is None or registration.status not in ("unemployed", "new_graduate", None):
        return False
    return add_months(first_day(begin), int(settings.number("plan.newly_unemployed_months"))) >= day


def _long_unemployed(client: Client, day: date, settings: Settings) -> bool:
    begin = _long_unemployed_from(client, settings)
    return begin is not None and begin <= day


def _long_unemployed_from(client: Client, settings: Settings) -> date | None:
    """The day from which a client counts as long unemployed."""
    since = client.registration.unemployed_since
    if since is None or client.registration.status in _AT_WORK:
        return None
    begin = date(int(since), 12, 31) if since.isdecimal() else first_day(since)  # of a year alone all else is unsure
    return add_months(begin, int(settings.number("plan.long_unemployed_months")))

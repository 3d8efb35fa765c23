"""What is due for a client, and from when: the next contact, promises that run, whether a job was kept."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from jobmatch.casebook.standing import Standing
from jobmatch.guidance.changes import changed
from jobmatch.messages import listing, say
from jobmatch.plan.follow_up import follow_up
from jobmatch.plan.promises import promises
from jobmatch.plan.workdays import add_months, on_workday
from jobmatch.records.client import Client
from jobmatch.records.plan import JOBS_OF_131
from jobmatch.settings import Settings


@dataclass(frozen=True, slots=True)
class Duty:
    """One thing that is due: ``kind`` is contact, promise or retained; ``what`` the category, promise or months."""

    kind: str
    what: str
    due_on: str
    from_on: str  # the day from which it is told: its own, or some days before where a promise is at risk
    missing: tuple[str, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """The duty as JSON."""
        return {"kind": self.kind, "what": self.what, "due_on": self.due_on, "from_on": self.from_on,
                "missing": list(self.missing)}  # fmt: skip

    def words(self, day: date) -> str:
        """Why, as a person reads it, on a day."""
        missing = listing(say(f"promise.missing.{part}") for part in self.missing)
        key = {"contact": f"follow_up.{self.what}", "promise": f"promise.{self.what}"}.get(self.kind, "due.retained")
        text = say(key, due=self.due_on, missing=missing, months=self.what)
        return say("promise.overdue", text=text) if self.due_on < day.isoformat() else text


def duties(standing: Standing, settings: Settings) -> tuple[Duty, ...]:
    """All that runs for a client; nothing for a case that is closed."""
    if not standing.open or standing.client_id is None:
        return ()
    client = standing.promised
    contact = _contact(standing, client, settings)
    return (contact, *_promised(standing, client, contact, settings), *_kept(standing, settings))


def _contact(standing: Standing, client: Client, settings: Settings) -> Duty:
    """An interval after the last talk; not before the day on which a change of facts made it shorter."""
    talked, changed = standing.talked_on, standing.changed_on
    assert talked is not None
    assert changed is not None
    now = max(talked, changed)
    told = follow_up(client, talked, settings, reachable=standing.reachable, now=now, category=standing.category)
    return Duty("contact", told.category, told.next_on, told.next_on)


def _promised(standing: Standing, client: Client, contact: Duty, settings: Settings) -> Iterator[Duty]:
    """What was promised and is not there yet: told when it is at risk, on its day, then at each contact."""
    jobs = len(standing.jobs) >= JOBS_OF_131
    parts = {"guidance": standing.guidance, "training": standing.training, "jobs": jobs}
    given = {name for name, there in parts.items() if there}
    begin = max(filter(None, (standing.registered_on, standing.reopened_on)), default=None)
    talked = standing.talked_on
    assert begin is not None
    assert talked is not None
    ahead = timedelta(days=int(settings.number("casebook.warn_days")))
    if standing.reopened_on:
        client = changed(client, "registration", registered_on=begin.isoformat())
    for one in promises(client, begin, settings, given):
        if one.missing:
            due = date.fromisoformat(one.due_on)
            # once it was spoken of it waits for its day, and after that for the next contact
            steps = (step.isoformat() for step in (due - ahead, due) if step > talked)
            yield Duty("promise", one.kind, one.due_on, next(steps, contact.due_on), one.missing)


def _kept(standing: Standing, settings: Settings) -> Iterator[Duty]:
    """The next of the days on which it is asked whether a job was kept."""
    if standing.hired_on is None:
        return
    for months in settings.get("casebook.retained_months"):
        day = add_months(standing.hired_on, months)
        if standing.retained_on is None or standing.retained_on < day:
            due = on_workday(day).isoformat()
            yield Duty("retained", str(months), due, due)
            return

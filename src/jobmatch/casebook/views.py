"""What is told of one case, and of all that is due on a day."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from jobmatch.casebook.casebook import Due
from jobmatch.casebook.duties import Duty
from jobmatch.casebook.events import Event
from jobmatch.casebook.feedback import Adjustment
from jobmatch.casebook.standing import Standing


@dataclass(frozen=True)
class Case:
    """All that is told of one client."""

    standing: Standing
    day: date
    duties: tuple[dict[str, Any], ...]
    adjustments: tuple[Adjustment, ...]
    proposal: str | None
    events: tuple[Event, ...]
    identity: Mapping[str, str] | None = None

    def to_dict(self) -> dict[str, Any]:
        """The case as JSON."""
        told = self.standing.to_dict()
        return {
            "client_id": told.pop("client_id"),
            **({"identity": dict(self.identity)} if self.identity is not None else {}),
            **{name: value for name, value in told.items() if name not in ("client", "imported", "erased")},
            "duties": list(self.duties),
            "adjustments": [one.to_dict() for one in self.adjustments],
            "proposal": self.proposal,
            "events": [event.to_dict() for event in self.events],
        }

    def to_rows(self) -> list[dict[str, Any]]:
        """A flat row an event."""
        names = ("id", "on", "kind", "what", "author", "source")
        return [
            {"client_id": self.standing.client_id, **{name: event.to_dict()[name] for name in names}}
            for event in self.events
        ]


@dataclass(frozen=True)
class Agenda:
    """What is due on a day, the longest waiting first."""

    day: date
    due: tuple[Due, ...]
    count: int  # of all for whom something is due, those beyond the number asked for included

    def to_dict(self) -> dict[str, Any]:
        """What is due as JSON."""
        return {"on": self.day.isoformat(), "count": self.count, "due": [self._told(one) for one in self.due]}

    def _told(self, one: Due) -> dict[str, Any]:
        told = {name: getattr(one, name) for name in ("client_id", "category", "level", "office", "counsellor")}
        return told | {"since": one.act_on.isoformat(), "duties": [told_duty(duty, self.day) for duty in one.duties]}

    def to_rows(self) -> list[dict[str, Any]]:
        """A flat row a duty."""
        names = ("client_id", "category", "level", "office", "counsellor")
        return [
            {name: getattr(one, name) for name in names}
            | {key: told[key] for key in ("kind", "due_on", "overdue", "why")}
            for one in self.due
            for told in (told_duty(duty, self.day) for duty in one.duties)
        ]


def told_duty(duty: Duty, day: date) -> dict[str, Any]:
    """A duty as JSON, with whether its day has passed and why it is due."""
    return asdict(duty) | {"overdue": duty.due_on < day.isoformat(), "why": duty.words(day)}

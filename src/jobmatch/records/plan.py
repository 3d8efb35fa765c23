"""What a plan holds: measures with their day, reason and content, follow-up, promises; frozen values."""

from dataclasses import dataclass, field
from typing import Any, Final

from jobmatch.records.told import AsJson

JOBS_OF_131: Final = 3  # different jobs that are handed over: the 3 of the 131 service


@dataclass(frozen=True, slots=True)
class Measure:
    """One of N1 to N6 for this client: when it is due, why, who does it, and what it consists of."""

    measure: str  # N1 to N6
    due_on: str  # 2026-11-30, as are all days here
    why: str
    who: str
    content: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FollowUp:
    """How often to ask, by which category, and the next day."""

    category: str  # zero_employment_family, employment_difficulty, seeking …
    every: str  # 1 month
    next_on: str
    why: str


@dataclass(frozen=True, slots=True)
class Promise:
    """A promise of the service with its day: what is still missing, and whether the day has passed."""

    kind: str  # zero_employment_family, employment or 131
    due_on: str
    missing: tuple[str, ...]
    overdue: bool
    text: str


@dataclass(frozen=True, slots=True)
class ServicePlan(AsJson):
    """The plan of one client: measures in their order, the way towards work, follow-up and promises."""

    client_id: str
    as_of: str
    level: int | None
    status: str
    measures: tuple[Measure, ...]
    way: str | None  # recommend, public_welfare or start_up
    way_why: str
    follow_up: FollowUp
    promises: tuple[Promise, ...]
    policies: tuple[dict[str, Any], ...] = ()
    questions: tuple[dict[str, Any], ...] = ()
    notices: tuple[str, ...] = ()

    def to_rows(self) -> list[dict[str, Any]]:
        """A flat row for each measure, then the follow-up and the promises."""
        rows = [(one.measure, one.due_on, one.who, one.why) for one in self.measures]
        rows += [("follow_up", self.follow_up.next_on, "counsellor", self.follow_up.why)]
        rows += [(one.kind, one.due_on, "service", one.text) for one in self.promises]
        names = ("measure", "due_on", "who", "why")
        return [{"client_id": self.client_id, **dict(zip(names, row, strict=True))} for row in rows]

"""What guidance gives: what each change would open, occupations within reach; frozen values with their JSON."""

from dataclasses import asdict, dataclass, field
from typing import Any

from jobmatch.records.told import AsJson


@dataclass(frozen=True, slots=True)
class Job:
    """A posting in short."""

    posting_id: str
    title: str
    employer: str
    score: float


@dataclass(frozen=True, slots=True)
class Change:
    """One change of an expectation, or one thing learned, and what it opens.

    ``postings`` and ``openings`` count what comes to be worth handing over and was not before. ``effort`` says what
    it asks: a concession of the client (``give``), or something to be got first (``gain``).
    """

    kind: str  # distance, pay, night_shift, occupation, certificate …
    before: Any  # the value as it is, in the units of the client's field
    after: Any
    postings: int
    openings: int
    jobs: tuple[Job, ...]  # the best of them
    text: str
    effort: str = "give"

    def to_dict(self) -> dict[str, Any]:
        """The change as JSON; ``from`` and ``to`` are words of Python, hence not the field names."""
        plain = asdict(self)
        return {"kind": plain.pop("kind"), "from": plain.pop("before"), "to": plain.pop("after")} | plain


@dataclass(frozen=True, slots=True)
class Pair:
    """Two changes together."""

    changes: tuple[Change, Change]
    postings: int
    openings: int
    jobs: tuple[Job, ...]
    text: str

    def to_dict(self) -> dict[str, Any]:
        """The pair as JSON."""
        return asdict(self) | {"changes": [change.to_dict() for change in self.changes]}


@dataclass(frozen=True, slots=True)
class WhatIf:
    """The price list of one client's expectations on the postings at hand; nothing is changed without the client."""

    client_id: str
    as_of: str
    level: dict[str, Any]
    postings_now: int
    openings_now: int
    changes: tuple[Change, ...] = ()
    smallest: dict[str, Change | None] = field(default_factory=dict)  # the smallest that brings any, and three
    pair: Pair | None = None

    def to_dict(self) -> dict[str, Any]:
        """The whole as the JSON object of ``what-if``."""
        return {
            "client_id": self.client_id,
            "as_of": self.as_of,
            "level": self.level,
            "now": {"postings": self.postings_now, "openings": self.openings_now},
            "changes": [change.to_dict() for change in self.changes],
            "smallest": {name: change and change.to_dict() for name, change in self.smallest.items()},
            "pair": self.pair and self.pair.to_dict(),
        }

    def to_rows(self) -> list[dict[str, Any]]:
        """A flat row for each change."""
        return [
            {"client_id": self.client_id, **change.to_dict(), "jobs": "; ".join(job.title for job in change.jobs)}
            for change in self.changes
        ]


@dataclass(frozen=True, slots=True)
class Missing:
    """Something that postings of an occupation ask and the client lacks, and how long it takes to get."""

    kind: str  # certificate, licence, skill or education
    name: str
    openings: int  # that ask it
    weeks: float | None  # to get it, None where nobody can say
    text: str


@dataclass(frozen=True, slots=True)
class Direction:
    """An occupation within reach: what is open, what it pays, how far, what is missing, the best postings."""

    code: str  # of the classification of 2022
    occupation: str
    score: float  # 0..1, what its best jobs are worth; less where it has few openings
    postings: int
    openings: int
    gettable: int  # of the openings, those that the client is likely to get
    pay_quartiles: tuple[float, float, float] | None  # a month
    distance_km: float | None  # to half of them
    missing: tuple[Missing, ...]
    jobs: tuple[Job, ...]
    near_goal: bool
    known_work: bool  # near to what the client did or learned
    text: str

    @property
    def of_the_client(self) -> bool:
        """Whether it has to do with what the client wants, did or learned."""
        return self.near_goal or self.known_work


@dataclass(frozen=True, slots=True)
class Directions(AsJson):
    """Occupations within reach of one client, the best first."""

    client_id: str
    as_of: str
    level: dict[str, Any]
    directions: tuple[Direction, ...] = ()

    def to_rows(self) -> list[dict[str, Any]]:
        """A flat row for each direction."""
        return [
            {"client_id": self.client_id, "rank": rank, "code": one.code, "occupation": one.occupation,
             "score": one.score, "postings": one.postings, "openings": one.openings, "gettable": one.gettable,
             "pay": one.pay_quartiles and one.pay_quartiles[1], "distance_km": one.distance_km,
             "missing": "; ".join(lack.text for lack in one.missing), "jobs": "; ".join(job.title for job in one.jobs)}
            for rank, one in enumerate(self.directions, 1)
        ]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Point:
    """One line of strengths and the like, with the fact or the figure of the market behind it."""

    side: str  # strength, weakness, opportunity or threat
    text: str
    facts: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Swot(AsJson):
    """Strengths, weaknesses, opportunities and threats of one client, to be said to a person's face."""

    client_id: str
    as_of: str
    level: dict[str, Any]
    points: tuple[Point, ...] = ()

    def of(self, side: str) -> tuple[str, ...]:
        """The lines of one side: strength, weakness, opportunity or threat."""
        return tuple(point.text for point in self.points if point.side == side)

    def to_rows(self) -> list[dict[str, Any]]:
        """A flat row for each line."""
        return [{"client_id": self.client_id, "side": point.side, "text": point.text} for point in self.points]


@dataclass(frozen=True, slots=True)
class Lesson:
    """A course, or a paper or skill to be got: for how many clients it opens jobs, how many, and what a week brings."""

    name: str
    teaches: tuple[str, ...]
    weeks: float | None
    clients: int
    postings: int
    openings: int
    per_week: float | None
    starts_on: str | None
    place: str | None
    text: str


@dataclass(frozen=True, slots=True)
class Training(AsJson):
    """What is worth teaching to one client or to a caseload, what opens most per week first."""

    as_of: str
    clients: int
    lessons: tuple[Lesson, ...] = ()

    def to_rows(self) -> list[dict[str, Any]]:
        """A flat row for each lesson."""
        return [
            {"rank": rank} | asdict(one) | {"teaches": "; ".join(one.teaches)}
            for rank, one in enumerate(self.lessons, 1)
        ]

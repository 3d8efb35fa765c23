"""``Fair``: the plan of a matching fair: meetings, tables, and who meets nobody."""

from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Topic:
    """A posting that is talked about."""

    posting_id: str
    title: str


@dataclass(frozen=True, slots=True)
class Meeting:
    """One client at one employer's table at one time, about one posting and ``also`` some others."""

    client_id: str
    level: int
    posting_id: str
    title: str
    employer: str
    starts_at: str
    worth: float
    attainability: float
    also: tuple[Topic, ...] = ()  # other postings of the employer that suit, the best first

    @property
    def topics(self) -> tuple[Topic, ...]:
        """All postings that are talked about."""
        return (Topic(self.posting_id, self.title), *self.also)


@dataclass(frozen=True, slots=True)
class Table:
    """An employer at the fair, by the first of their postings."""

    posting_id: str
    title: str  # of all their postings
    employer: str
    postings: tuple[str, ...]
    openings: int  # of all their postings
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
    why: tuple[dict[str, str], ...] = ()  # why some pairs that were asked for do not meet
    despite: tuple[dict[str, str], ...] = ()  # what speaks against pairs that meet because they have to

    def table_of(self, posting_id: str) -> Table | None:
        """The table at which a posting is talked about; None where its employer is not there."""
        return next((one for one in self.tables if posting_id in one.postings), None)

    def to_dict(self) -> dict[str, Any]:
        """The plan as JSON."""
        names = ("as_of", "model", "per_client", "figures")
        return (
            {name: getattr(self, name) for name in names}
            | {
                "times": list(self.times),
                "meetings": [asdict(one) for one in self.meetings],
                "tables": [asdict(one) for one in self.tables],
                "without_meeting": list(self.without_meeting),
            }
            | {name: list(said) for name in ("why", "despite") if (said := getattr(self, name))}
        )

    def to_rows(self) -> list[dict[str, Any]]:
        """A row a meeting."""
        return [asdict(one) | {"also": [other.posting_id for other in one.also]} for one in self.meetings]

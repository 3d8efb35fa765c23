"""``Profile``: what a note says of a client, field by field with its words, and what is to be asked."""

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from jobmatch.records.recommendation import Question

if TYPE_CHECKING:
    from jobmatch.records.client import Client


@dataclass(frozen=True, slots=True)
class Part:
    """One item of a list, with its words and their place in the note."""

    value: Any
    words: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Evidence:
    """A value with the words that say it, their place in the note, and how sure it is (the share that is right).

    Of a list the words of all items are joined, from the start of the first to the end of the last; ``parts`` has each.
    """

    value: Any
    words: str
    start: int
    end: int
    confidence: float
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Conflict:
    """A field of which the note says two things: nothing is chosen."""

    field: str
    words: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Profile:
    """The client as the note tells of them; ``evidence`` by field name (``conditions.age``)."""

    client: "Client"
    evidence: dict[str, Evidence]
    conflicts: tuple[Conflict, ...]
    questions: tuple[Question, ...]

    def to_dict(self) -> dict[str, Any]:
        """The profile as JSON, in the words of the contract."""
        return {
            "client": self.client.to_dict(),
            "evidence": {field: asdict(one) for field, one in self.evidence.items()},
            "conflicts": [asdict(one) for one in self.conflicts],
            "questions": [asdict(one) for one in self.questions],
        }

"""What is added to the casebook, what stands in it, and how the events are chained."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from json.encoder import encode_basestring
from typing import Any, Final

KINDS: Final = (
    "registered", "notes_read", "assessed", "overridden", "measure_given", "recommended", "referred", "outcome",
    "contacted", "category_changed", "closed", "reopened", "erased",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Entry:
    """What is to be added: for whom, of which kind, for which day, by whom, from where, and what it says."""

    client_id: str
    kind: str
    day: date
    author: str
    what: str | None = None
    payload: Mapping[str, Any] = field(default_factory=dict)
    source: str = "case"
    batch: str | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """What happened; ``payload`` is None once the person was erased."""

    id: int
    client: int
    kind: str
    what: str | None
    at: str
    day: date
    author: str
    source: str
    batch: str | None
    payload: Mapping[str, Any] | None

    def to_dict(self) -> dict[str, Any]:
        """The event as JSON."""
        names = ("id", "kind", "what", "at", "author", "source", "batch")
        return {name: getattr(self, name) for name in names} | {"on": self.day.isoformat(), "payload": self.payload}


def canonical(value: Any) -> str:
    """A value as the one JSON text that it has.

    >>> canonical({"b": 1, "a": "库"})
    '{"a":"库","b":1}'
    """
    return _ENCODER.encode(value)


_ENCODER: Final = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def payload_hash(salt: str, body: str) -> str:
    """The hash that stands in the event for what it says."""
    return sha256(f"{salt}\n{body}".encode()).hexdigest()


CHAINED: Final = (
    "id", "client", "kind", "what", "at", "day", "author", "source", "batch", "payload_hash", "previous",
)  # fmt: skip


def event_hash(row: Mapping[str, Any]) -> str:
    """The hash of an event: of all that it holds, the hash of the one before included."""
    return chained_hash([row[name].isoformat() if name == "day" else row[name] for name in CHAINED])


def chained_hash(held: Iterable[str | int | None]) -> str:
    """The same of the values in the order of ``CHAINED``, the day as text: of the one JSON text that their list has.

    >>> chained_hash([1, None, '库"']) == sha256(canonical([1, None, '库"']).encode()).hexdigest()
    True
    """
    # a list of plain values, millions of times: written here in a third of the time that an encoder takes
    words = [
        encode_basestring(value) if type(value) is str else "null" if value is None else str(value) for value in held
    ]
    return sha256(f"[{','.join(words)}]".encode()).hexdigest()

"""The log of referrals: who was sent where, by which model, a line an event, only ever added to."""

import json
import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jobmatch.dataset.outcomes import Outcomes, read_outcomes
from jobmatch.errors import BadInput, UsageError

if TYPE_CHECKING:
    from jobmatch.records.recommendation import Recommendations

_ENDING = ".jsonl"


def read_log(path: str | Path) -> Outcomes | None:
    """The events of a log; None where there is none yet."""
    file = Path(path)
    if file.suffix.lower() != _ENDING:
        raise UsageError("log-ending", file=file.name)
    return read_outcomes(file) if file.exists() and file.stat().st_size else None


def event(client_id: str, posting_id: str, rank: int, model: str, on: str, reason: str = "") -> dict[str, Any]:
    """One referral as an outcome of the contract.

    >>> event("C-1", "P-1", 1, "default", "2026-11-22")["event"]
    'shown'
    """
    said = {"client_id": client_id, "posting_id": posting_id, "shown_on": on, "rank_shown": rank, "model": model}
    return said | {"event": "shown", "event_on": on} | ({"reason": reason} if reason else {})


def of_slate(slate: "Recommendations") -> list[dict[str, Any]]:
    """The events of one slate."""
    return [event(slate.client_id, one.posting_id, one.rank, slate.model, slate.as_of) for one in slate.items]


def append(path: str | Path, events: Iterable[Mapping[str, Any]]) -> None:
    """Add events at the end, all in one write; what is already there is not touched."""
    data = "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in events).encode("utf-8")
    try:
        handle = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        with os.fdopen(handle, "ab") as file:
            file.write(data)
    except OSError:
        raise BadInput("cannot-write", file=Path(path).name) from None

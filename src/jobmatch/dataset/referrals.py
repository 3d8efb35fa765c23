"""The log of referrals: who was sent where, by which model, a line an event, only ever added to."""

import json
import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jobmatch.dataset.outcomes import Outcomes, read_outcomes
from jobmatch.errors import BadInput, UsageError, unwritable
from jobmatch.files.read import load_bytes

if TYPE_CHECKING:
    from jobmatch.records.recommendation import Recommendations

_ENDING = ".jsonl"


def read_log(path: str | Path) -> Outcomes | None:
    """The events of a log; None where there is none yet."""
    file = Path(path)
    if file.suffix.lower() != _ENDING:
        raise UsageError("log-ending", file=file.name)
    return read_outcomes(file) if file.exists() and file.stat().st_size else None


def event(
    client_id: str, posting_id: str, rank: int, model: str, on: str, reason: str = "", card: str = ""
) -> dict[str, Any]:
    """One referral as an outcome of the contract, with the number of the card that was sent.

    >>> event("C-1", "P-1", 1, "default", "2026-11-22")["event"]
    'shown'
    """
    said = {"client_id": client_id, "posting_id": posting_id, "shown_on": on, "rank_shown": rank, "model": model}
    more = {"reason": reason, "card": card}
    return said | {"event": "shown", "event_on": on} | {name: words for name, words in more.items() if words}


def of_slate(slate: "Recommendations") -> list[dict[str, Any]]:
    """The events of one slate."""
    return [event(slate.client_id, one.posting_id, one.rank, slate.model, slate.as_of) for one in slate.items]


def whose_card(path: str | Path, number: str) -> dict[str, Any]:
    """The referral under which a card was sent, by the number on the card, however it is written."""
    wanted = _folded(number)
    file = Path(path)
    events = list(filter(None, map(_event, load_bytes(file).decode("utf-8", "replace").splitlines())))
    if not events:
        raise BadInput("no-log", file=file.name)
    sent = next((one for one in events if wanted and _folded(str(one.get("card", ""))) == wanted), None)
    if sent is None:
        raise BadInput("no-such-card", file=file.name, seen=number)
    return sent


def _folded(number: str) -> str:
    return "".join(char for char in number.upper() if char.isalnum())


def _event(line: str) -> dict[str, Any] | None:
    """A line of the log; None where it is none."""
    try:
        found = json.loads(line)
    except ValueError:
        return None
    return found if isinstance(found, dict) else None


def append(path: str | Path, events: Iterable[Mapping[str, Any]]) -> None:
    """Add events at the end, all in one write; what is already there is not touched, and not added again."""
    try:
        there = set(Path(path).read_text("utf-8").splitlines()) if Path(path).exists() else set()
        lines = dict.fromkeys(json.dumps(one, ensure_ascii=False) for one in events)
        data = "".join(f"{line}\n" for line in lines if line not in there).encode("utf-8")
        handle = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        with os.fdopen(handle, "ab") as file:
            file.write(data)
    except OSError as fault:
        raise unwritable(Path(path), fault) from None

"""Postings that were closed in an index, by id and title: who asks for one is told so.

They are no part of the market: nothing of what it answers rests on them.
"""

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Final

from jobmatch.artefacts import read_json
from jobmatch.errors import UsageError
from jobmatch.market.columns import Market

FILE: Final = "closed.json"  # beside the arrays of an index in which something was closed

Closed = dict[str, str]  # id → title, the last closed last


def row_of(posting_id: str, market: Market, folder: Path | None) -> int:
    """The row of a posting by any of its ids; what was closed in the index of a folder, or is not known, is refused."""
    name = " ".join(str(posting_id).split())  # blanks as they are read in files
    row = market.row_of_id.get(name)
    if row is not None:
        return row
    if name in (closed := read_closed(folder)):
        raise UsageError("posting-closed", posting_id=posting_id, title=closed[name])
    raise UsageError("no-such-posting", posting_id=posting_id)


def read_closed(folder: Path | None) -> Closed:
    """What was closed in an index; nothing where there is none, nothing was, or that cannot be read."""
    if folder is None:
        return {}
    try:
        return {str(name): str(title) for name, title in read_json(folder, FILE)}
    except (OSError, ValueError, TypeError, RecursionError):
        return {}


def closed_after(before: Mapping[str, str], old: Market, new: Market, named: Collection[str], most: int) -> Closed:
    """What is closed once ``old`` has become ``new``: of those named what has gone, of before what has not come back.

    The last ``most`` are kept.
    """
    found = dict(before)
    for name in named:
        row = old.row_of_id.get(name)
        if row is not None and name not in new.row_of_id:
            for one in _ids(old, row):
                found.pop(one, None)
                found[one] = old.shown.text(row, "title")
    kept = [(name, title) for name, title in found.items() if name not in new.row_of_id]
    return dict(kept[-most:])


def _ids(market: Market, row: int) -> list[str]:
    """All ids under which a vacancy was posted."""
    return [*filter(None, market.shown.text(row, "also_posted_as").split("\n")), market.shown.text(row, "posting_id")]

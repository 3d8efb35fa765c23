"""A client as it was found, and one that was refused, each with its place."""

from dataclasses import dataclass

from jobmatch.dataset import personal
from jobmatch.errors import BadInput
from jobmatch.files.table import Rejected
from jobmatch.records.client import Client


@dataclass(slots=True)
class Found:
    """A client with the place where it stands."""

    client: Client
    file: str
    sheet: str | None
    row: int
    raw: str


def refused(fault: BadInput, file: str, sheet: str | None, row: int, raw: str) -> Rejected:
    """The row of a client that was refused, with the field, what was seen and the remedy."""
    field, seen = (
        str(fault.values.get("field", "client_id")),
        personal.masked(str(fault.values.get("seen", ""))),
    )
    reason = "no-client-id" if fault.key == "client-without-id" else "client-field"
    values = {"field": field, "remedy": fault.values.get("remedy", "")}
    return Rejected(file, sheet, row, field, seen, reason, raw, values)

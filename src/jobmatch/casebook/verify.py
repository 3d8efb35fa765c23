"""Whether the events are those that were written: every row, in its place, none missing, and the state that follows."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from itertools import groupby
from typing import Any, Final

from sqlalchemy import Connection, select

from jobmatch.casebook.events import event_hash, payload_hash
from jobmatch.casebook.pen import event_of, state_row
from jobmatch.casebook.standing import Standing
from jobmatch.casebook.tables import event, head, payload, state
from jobmatch.settings import Settings

_AT_ONCE: Final = 2000


@dataclass(frozen=True, slots=True)
class Fault:
    """A row that is not what was written: ``kind`` is altered, removed, payload-altered, payload-removed or state."""

    kind: str
    event: int | None
    client: int | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """How many events were looked at, the hash at the end of the chain, and what is wrong."""

    events: int
    hash: str
    faults: tuple[Fault, ...]

    def to_dict(self) -> dict[str, Any]:
        """The verdict as JSON."""
        return {
            "events": self.events,
            "hash": self.hash,
            "whole": not self.faults,
            "faults": list(map(asdict, self.faults)),
        }

    def to_rows(self) -> list[dict[str, Any]]:
        """A row a fault; one row where all is whole."""
        about = {"events": self.events, "hash": self.hash, "whole": not self.faults}
        return [about | asdict(fault) for fault in self.faults] or [about]


def verify(connection: Connection, settings: Settings) -> Verdict:
    """Look at every event, what it says, and what follows from them."""
    chain = verify_chain(connection)
    # what altered events come to says nothing about the state
    return chain if chain.faults else replace(chain, faults=tuple(_states(connection, settings)))


def verify_chain(connection: Connection) -> Verdict:
    """Look at every event and what it says, not at the state."""
    end = connection.execute(select(head)).one()
    return Verdict(end.events, end.hash, tuple(_chain(connection, end.events, end.hash)))


def _chain(connection: Connection, events: int, last: str) -> Iterator[Fault]:
    """Each event is hashed anew, with the hash of the one before it as that one has it."""
    erased = set(connection.execute(select(event.c.client).where(event.c.kind == "erased")).scalars())
    joined = select(event, payload.c.salt, payload.c.body).join(payload, isouter=True).order_by(event.c.id)
    before, wanted = "", 1
    for found in connection.execute(joined.execution_options(yield_per=_AT_ONCE)):
        row = found._mapping
        yield from (Fault("removed", missing) for missing in range(wanted, row["id"]))
        follows = row["previous"] == before or row["id"] > wanted  # after a gap the one before cannot be asked
        if not follows or event_hash(dict(row)) != row["hash"]:
            yield Fault("altered", row["id"], row["client"])
        if row["body"] is None:
            if row["client"] not in erased:
                yield Fault("payload-removed", row["id"], row["client"])
        elif payload_hash(row["salt"], row["body"]) != row["payload_hash"]:
            yield Fault("payload-altered", row["id"], row["client"])
        before, wanted = row["hash"], row["id"] + 1
    yield from (Fault("removed", missing) for missing in range(wanted, events + 1))
    if wanted == events + 1 and before != last:
        yield Fault("altered", events)


def _states(connection: Connection, settings: Settings) -> Iterator[Fault]:
    """The state must be what the events come to."""
    kept = {row.client: row for row in connection.execute(select(state))}
    for standing in standings(connection):
        row = kept.pop(standing.client, None)
        if row is None or dict(row._mapping) != state_row(standing, settings):
            yield Fault("state", None, standing.client)
    yield from (Fault("state", None, client) for client in kept)


def standings(connection: Connection) -> Iterator[Standing]:
    """How every client stands by the events alone."""
    joined = select(event, payload.c.body).join(payload, isouter=True).order_by(event.c.client, event.c.id)
    rows = connection.execute(joined.execution_options(yield_per=_AT_ONCE))
    for client, of_client in groupby(rows, key=lambda row: row.client):
        standing = Standing(client)
        for row in of_client:
            standing.apply(event_of(row))
        yield standing

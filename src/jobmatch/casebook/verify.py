"""Whether the events are those that were written: every row, in its place, none missing, and the state that follows."""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from datetime import date
from itertools import chain
from typing import Any, Final

from sqlalchemy import Connection, String, cast, select

from jobmatch.casebook.events import CHAINED, Event, chained_hash, payload_hash
from jobmatch.casebook.pen import state_row
from jobmatch.casebook.standing import READS_PAYLOAD, Standing
from jobmatch.casebook.tables import event, head, payload, state
from jobmatch.settings import Settings

_AT_ONCE: Final = 10_000
_DAY: Final = cast(event.c.day, String)  # as text: making millions of days costs more than all hashes


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

    @property
    def whole(self) -> bool | None:
        """Whether nothing is wrong; of no events nobody can tell."""
        return None if self.events == 0 and not self.faults else not self.faults

    def to_dict(self) -> dict[str, Any]:
        """The verdict as JSON."""
        return {
            "events": self.events,
            "hash": self.hash,
            "whole": self.whole,
            "faults": list(map(asdict, self.faults)),
        }

    def to_rows(self) -> list[dict[str, Any]]:
        """A row a fault; one row where all is whole."""
        about = {"events": self.events, "hash": self.hash, "whole": self.whole}
        return [about | asdict(fault) for fault in self.faults] or [about]


def verify(connection: Connection, settings: Settings) -> Verdict:
    """Look at every event, what it says, and what follows from them."""
    found, standings = walk(connection)
    # what altered events come to says nothing about the state
    return found if found.faults else replace(found, faults=tuple(_states(connection, standings, settings)))


def walk(connection: Connection) -> tuple[Verdict, dict[int, Standing]]:
    """Look at every event and what it says, and how each client stands by them; worth nothing behind a fault."""
    end = connection.execute(select(head)).one()
    standings: dict[int, Standing] = {}
    faults: list[Fault] = []
    erased = set(connection.execute(select(event.c.client).where(event.c.kind == "erased")).scalars())
    before, wanted = "", 1
    for row in _events(connection):
        *chained, own_hash, salt, body = row
        at, client, said_hash, previous = chained[0], chained[1], chained[-2], chained[-1]
        faults += (Fault("removed", missing) for missing in range(wanted, at))
        follows = previous == before or at > wanted  # after a gap the one before cannot be asked
        if not follows or chained_hash(chained) != own_hash:
            faults.append(Fault("altered", at, client))
        if body is None:
            faults += [] if client in erased else [Fault("payload-removed", at, client)]
        elif payload_hash(salt, body) != said_hash:
            faults.append(Fault("payload-altered", at, client))
        if not faults:
            _take_in(standings, chained, body)
        before, wanted = own_hash, at + 1
    faults += (Fault("removed", missing) for missing in range(wanted, end.events + 1))
    if wanted == end.events + 1 and before != end.hash:
        faults.append(Fault("altered", end.events))
    return Verdict(end.events, end.hash, tuple(faults)), standings


def _events(connection: Connection) -> Iterator[Any]:
    """All events in their order, as they are hashed, with their hash and what they say."""
    held = [_DAY if name == "day" else event.c[name] for name in CHAINED]
    joined = select(*held, event.c.hash, payload.c.salt, payload.c.body).join(payload, isouter=True)
    asked = joined.order_by(event.c.id).execution_options(yield_per=_AT_ONCE)
    return chain.from_iterable(connection.execute(asked).partitions())


def _take_in(standings: dict[int, Standing], chained: list[Any], body: str | None) -> None:
    at, client, kind, what, written, day, author, source, batch, *_ = chained
    standing = standings.get(client)
    if standing is None:
        standing = standings[client] = Standing(client)
    said = json.loads(body) if body and kind in READS_PAYLOAD else None
    standing.apply(Event(at, client, kind, what, written, date.fromisoformat(day), author, source, batch, said))


def _states(connection: Connection, standings: dict[int, Standing], settings: Settings) -> Iterator[Fault]:
    """The state must be what the events come to."""
    left = dict(standings)
    for row in connection.execute(select(state).execution_options(yield_per=_AT_ONCE)):
        standing = left.pop(row.client, None)
        if standing is None or dict(row._mapping) != state_row(standing, settings):
            yield Fault("state", None, row.client)
    yield from (Fault("state", None, client) for client in left)

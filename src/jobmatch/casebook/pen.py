"""``Pen``: adds events within one transaction and keeps the state beside them."""

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime
from secrets import token_hex
from typing import Any, Final

from sqlalchemy import Connection, Select, bindparam, delete, insert, select, update

from jobmatch.casebook.duties import Duty, duties
from jobmatch.casebook.events import KINDS, Entry, Event, canonical, event_hash, payload_hash
from jobmatch.casebook.identity import KEY, is_plain
from jobmatch.casebook.standing import Standing
from jobmatch.casebook.tables import event, head, identity, payload, state
from jobmatch.errors import BadInput
from jobmatch.settings import Settings

_AT_ONCE: Final = 500  # ids of one look-up: SQLite takes some thousands of values at most


class Pen:
    """Whoever holds it is the only one that writes: the end of the chain is locked until the transaction ends."""

    def __init__(self, connection: Connection, settings: Settings) -> None:
        self._connection, self._settings = connection, settings
        end = connection.execute(select(head).with_for_update()).one()
        self._events, self._clients, self._hash = end.events, end.clients, end.hash
        self._standings: dict[str, Standing] = {}
        self._asked: set[str] = set()  # those whom the casebook does not know among them
        self._new: set[int] = set()
        self._touched: dict[int, Standing] = {}
        self._rows: list[dict[str, Any]] = []
        self._bodies: list[dict[str, Any]] = []
        self._who: dict[int, str] = {}

    def look_up(self, client_ids: Iterable[str]) -> None:
        """Read how some clients stand, all at once."""
        asked = [one for one in dict.fromkeys(client_ids) if one not in self._asked]
        self._asked.update(asked)
        for start in range(0, len(asked), _AT_ONCE):
            some = asked[start : start + _AT_ONCE]
            rows = self._connection.execute(select(state.c.standing).where(state.c.client_id.in_(some)))
            for row in rows:
                found = Standing.from_dict(json.loads(row.standing))
                self._standings[str(found.client_id)] = found

    def standing(self, client_id: str) -> Standing | None:
        """How a client stands, this transaction's events included; None where there is no such client."""
        self.look_up((client_id,))
        return self._standings.get(client_id)

    def household(self, household: str) -> list[Standing]:
        """How the members of a household stand, whose cases are open."""
        asked = select(state.c.client_id).where(state.c.household == household, state.c.open)
        members = [str(one) for one in self.scalars(asked.order_by(state.c.client))]
        self.look_up(members)
        return [self._standings[one] for one in members]

    def scalars(self, asked: Select[Any]) -> list[Any]:
        """The values of one column."""
        return list(self._connection.execute(asked).scalars())

    def histories(self, clients: Sequence[int]) -> Iterator[list[Event]]:
        """The events of some clients, a list a client."""
        joined = select(event, payload.c.body).join(payload, isouter=True).order_by(event.c.id)
        for client in clients:
            yield [event_of(row) for row in self._connection.execute(joined.where(event.c.client == client))]

    def add(self, entry: Entry) -> Event:
        """Add one event; a client begins with being registered."""
        assert entry.kind in KINDS
        standing = self.standing(entry.client_id) or self._begin(entry)
        made = self._chained(entry, standing.client)
        self._touched[standing.client] = standing.apply(made)
        return made

    def _begin(self, entry: Entry) -> Standing:
        if entry.kind != "registered":
            raise BadInput("no-such-case", client_id=entry.client_id)
        self._clients += 1
        self._new.add(self._clients)
        return self._standings.setdefault(entry.client_id, Standing(self._clients))

    def _chained(self, entry: Entry, client: int) -> Event:
        said = {**entry.payload, "client_id": entry.client_id} if entry.kind == "registered" else dict(entry.payload)
        salt, body = token_hex(16), canonical(said)
        self._events += 1
        row: dict[str, Any] = {
            "id": self._events, "client": client, "kind": entry.kind, "what": entry.what, "at": _now(),
            "day": entry.day, "author": entry.author, "source": entry.source, "batch": entry.batch,
            "payload_hash": payload_hash(salt, body), "previous": self._hash,
        }  # fmt: skip
        self._hash = event_hash(row)
        self._rows.append(row | {"hash": self._hash})
        self._bodies.append({"event": self._events, "salt": salt, "body": body})
        return Event(payload=said, **{name: row[name] for name in _OF_EVENT})

    def identify(self, client: int, body: str) -> None:
        """Keep who a client is, in place of what was kept; in a sealed casebook nothing is kept unsealed."""
        if is_plain(body):
            kept = self._connection.execute(
                select(identity.c.body).order_by(identity.c.client.desc()).limit(1)
            ).scalar()
            if kept is not None and not is_plain(kept):
                raise BadInput("identity-sealed", key=KEY)
        self._who[client] = body

    def forget(self, client: int) -> None:
        """Take away who a client is, and what the events so far said of them."""
        mine = select(event.c.id).where(event.c.client == client)
        self._connection.execute(delete(identity).where(identity.c.client == client))
        self._connection.execute(delete(payload).where(payload.c.event.in_(mine)))

    def put_down(self) -> None:
        """Write all that was added, the state of whom it touches, and the new end of the chain."""
        write = self._connection.execute
        if self._who:
            write(delete(identity).where(identity.c.client == bindparam("of")), [{"of": one} for one in self._who])
            write(insert(identity), [{"client": one, "body": body} for one, body in self._who.items()])
        if self._rows:
            self._put_down_events()
        self.drop()

    def _put_down_events(self) -> None:
        write = self._connection.execute
        write(insert(event), self._rows)
        write(insert(payload), self._bodies)
        rows = [state_row(standing, self._settings) for standing in self._touched.values()]
        write_states(self._connection, [row for row in rows if row["client"] in self._new], new=True)
        write_states(self._connection, [row for row in rows if row["client"] not in self._new], new=False)
        write(update(head).values(events=self._events, clients=self._clients, hash=self._hash))

    def drop(self) -> None:
        """Forget what was added and not yet written."""
        self._rows, self._bodies = [], []
        self._new.clear()
        self._touched.clear()
        self._who.clear()


def event_of(row: Any) -> Event:
    """A row of events, joined with what it says, as an event."""
    said = None if row.body is None else json.loads(row.body)
    return Event(row.id, row.client, row.kind, row.what, row.at, row.day, row.author, row.source, row.batch, said)


_OF_EVENT: Final = ("id", "client", "kind", "what", "at", "day", "author", "source", "batch")


def _now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def state_row(standing: Standing, settings: Settings) -> dict[str, Any]:
    """The row of the state that follows from how a client stands."""
    mine = duties(standing, settings)
    contact = next((one for one in mine if one.kind == "contact"), None)
    same = ("client", "client_id", "open", "registered_on", "level", "hired_on", "office", "counsellor", "household")
    return {
        **{name: getattr(standing, name) for name in same},
        "category": contact.what if contact else None,
        "next_due": date.fromisoformat(contact.due_on) if contact else None,
        "act_on": date.fromisoformat(min(one.from_on for one in mine)) if mine else None,
        "duties": canonical([one.to_dict() for one in mine]),
        "standing": canonical(standing.to_dict()),
    }


def duties_of(stored: str) -> list[Duty]:
    """The duties that a row of the state holds."""
    return [Duty(**{**one, "missing": tuple(one["missing"])}) for one in json.loads(stored)]


def write_states(connection: Connection, rows: Sequence[dict[str, Any]], *, new: bool) -> None:
    """Write rows of the state, those of new clients or in place of the old."""
    if not rows:
        return
    if new:
        connection.execute(insert(state), rows)
        return
    change = update(state).where(state.c.client == bindparam("of_client"))
    names = [column.name for column in state.c if column.name != "client"]
    change = change.values({name: bindparam(f"new_{name}") for name in names})
    connection.execute(
        change, [{"of_client": row["client"], **{f"new_{name}": row[name] for name in names}} for row in rows]
    )

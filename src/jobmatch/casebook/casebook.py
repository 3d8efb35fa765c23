"""``Casebook``: the events of many clients, how each stands, and what is due; safe for many writers."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Self

from sqlalchemy import ColumnElement, Connection, Engine, delete, func, select

from jobmatch.casebook.database import clear_faults, open_database, reading, scrub, shown, writing
from jobmatch.casebook.duties import Duty
from jobmatch.casebook.events import Entry, Event
from jobmatch.casebook.pen import Pen, duties_of, event_of, state_row, write_states
from jobmatch.casebook.standing import Standing
from jobmatch.casebook.tables import event, payload, state
from jobmatch.casebook.verify import Verdict, verify, walk
from jobmatch.errors import BadInput
from jobmatch.settings import Settings, load

_AT_ONCE = 1000  # rows of the state that are built anew in one go


@dataclass(frozen=True, slots=True)
class Due:
    """A client for whom something is due, with what, and since when."""

    client_id: str
    act_on: date
    category: str | None
    level: int | None
    office: str | None
    counsellor: str | None
    stored: str  # as they are stored: a long list is read faster than it is looked at
    day: date

    @property
    def duties(self) -> tuple[Duty, ...]:
        """What is due, or at risk, by the day."""
        return tuple(one for one in duties_of(self.stored) if one.from_on <= self.day.isoformat())


class Casebook:
    """A casebook in a file of SQLite, or in PostgreSQL.

    >>> from tempfile import TemporaryDirectory
    >>> folder = TemporaryDirectory()
    >>> book = Casebook.open(f"{folder.name}/cases.db", create=True)
    >>> day = date(2026, 11, 23)
    >>> first = book.add(Entry("C-1", "registered", day, "王指导", payload={"profile": {"conditions": {"age": 40}}}))
    >>> book.add(Entry("C-1", "contacted", day, "王指导", "reached", {"said": "想找库管的工作"})).id
    2
    >>> book.standing("C-1").person.conditions.age, book.verify().faults
    (40, ())

    Who is not in it is refused:

    >>> book.add(Entry("C-2", "contacted", day, "王指导", "reached"))
    Traceback (most recent call last):
    jobmatch.errors.BadInput: 台账里没有编号为 C-2 的服务对象。请核对编号，或先用 case add 登记。
    """

    def __init__(self, engine: Engine, settings: Settings | None = None) -> None:
        self.engine, self.settings = engine, settings or load()

    @classmethod
    def open(cls, where: str | Path, *, create: bool = False, settings: Settings | None = None) -> Self:
        """Open a casebook by path or URL; an older schema is brought up to date."""
        return cls(open_database(where, create=create), settings)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that only reads."""
        with clear_faults(self.engine.url), reading(self.engine).begin() as connection:
            yield connection

    @contextmanager
    def pen(self) -> Iterator[Pen]:
        """A transaction that writes, whole or not at all; others wait for their turn."""
        with clear_faults(self.engine.url), writing(self.engine).begin() as connection:
            pen = Pen(connection, self.settings)
            yield pen
            pen.put_down()

    def add(self, *entries: Entry) -> Event:
        """Add events, all or none; the last of them."""
        with self.pen() as pen:
            return [pen.add(entry) for entry in entries][-1]

    def standing(self, client_id: str) -> Standing:
        """How a client stands."""
        with self.reading() as connection:
            row = connection.execute(select(state.c.standing).where(state.c.client_id == client_id)).one_or_none()
        if row is None:
            raise BadInput("no-such-case", client_id=client_id)
        return Standing.from_dict(json.loads(row.standing))

    def history(self, client_id: str) -> list[Event]:
        """All events of a client, the first first."""
        client = self.standing(client_id).client
        joined = select(event, payload.c.body).join(payload, isouter=True)
        with self.reading() as connection:
            rows = connection.execute(joined.where(event.c.client == client).order_by(event.c.id)).all()
        return [event_of(row) for row in rows]

    def due(
        self, day: date, *, office: str | None = None, counsellor: str | None = None, most: int | None = None
    ) -> list[Due]:
        """For whom something is due or at risk on a day, the longest waiting first; ``most`` of them."""
        told = [state.c[name] for name in ("client_id", "act_on", "category", "level", "office", "counsellor")]
        asked = select(*told, state.c.duties.label("stored")).where(*_waiting(day, office, counsellor))
        with self.reading() as connection:
            rows = connection.execute(asked.order_by(state.c.act_on, state.c.client_id).limit(most)).all()
        return [Due(**row._asdict(), day=day) for row in rows]

    def count_due(self, day: date, *, office: str | None = None, counsellor: str | None = None) -> int:
        """For how many something is due or at risk on a day."""
        asked = select(func.count()).select_from(state).where(*_waiting(day, office, counsellor))
        with self.reading() as connection:
            return int(connection.execute(asked).scalar_one())

    def verify(self) -> Verdict:
        """Whether every event is the one that was written, and the state what they come to."""
        with self.reading() as connection:
            return verify(connection, self.settings)

    def rebuild(self) -> int:
        """Build the state anew from the events, which must be whole; how many clients it has."""
        with clear_faults(self.engine.url), writing(self.engine).begin() as connection:
            Pen(connection, self.settings)  # nobody else writes meanwhile
            found, standings = walk(connection)
            if found.faults:
                raise BadInput("casebook-damaged", where=shown(self.engine.url))
            rows = [state_row(standing, self.settings) for standing in standings.values()]
            connection.execute(delete(state))
            for start in range(0, len(rows), _AT_ONCE):
                write_states(connection, rows[start : start + _AT_ONCE], new=True)
        return len(rows)

    def erase(self, client_id: str, day: date, author: str, reason: str) -> None:
        """Take away who a person is and all that was said of them; that something was done, and when, stays."""
        with self.pen() as pen:
            standing = pen.standing(client_id)
            if standing is None:
                raise BadInput("no-such-case", client_id=client_id)
            pen.forget(standing.client)
            said = {"counted": standing.counted, "reason": reason}
            pen.add(Entry(client_id, "erased", day, author, payload=said))
        scrub(self.engine)


def _waiting(day: date, office: str | None, counsellor: str | None) -> list[ColumnElement[bool]]:
    """The conditions of being due on a day, of one office and one counsellor where they are named."""
    named = ((state.c.office, office), (state.c.counsellor, counsellor))
    return [state.c.act_on <= day, *(column == wanted for column, wanted in named if wanted is not None)]

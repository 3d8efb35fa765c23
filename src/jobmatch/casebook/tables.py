"""The tables of the casebook, the same for SQLite and PostgreSQL, as the newest migration leaves them."""

from typing import Final

from sqlalchemy import BigInteger, Boolean, Column, Date, ForeignKey, Index, Integer, MetaData, String, Table, Text

NEWEST: Final = "0002"  # the revision that this program writes; see migrations/versions

metadata = MetaData()
_number = BigInteger().with_variant(Integer, "sqlite")

# What happened; never changed, never deleted. Nothing in it tells who the person is.
event = Table(
    "event",
    metadata,
    Column("id", _number, primary_key=True, autoincrement=False),  # 1, 2, 3 …: a gap is a row that was removed
    Column("client", _number, nullable=False),
    Column("kind", String(20), nullable=False),
    Column("what", String(100)),  # in a word: the outcome, the measure, the level, the category, the model
    Column("at", String(27), nullable=False),  # UTC, 2026-11-22T08:00:00.000000Z
    Column("day", Date, nullable=False),  # the day for which it counts
    Column("author", String(100), nullable=False),
    Column("source", String(100), nullable=False),
    Column("batch", String(32)),
    Column("payload_hash", String(64), nullable=False),
    Column("previous", String(64), nullable=False),
    Column("hash", String(64), nullable=False),
    Index("event_by_client", "client", "id"),
    Index("event_by_batch", "batch"),
)

# What an event says of the person: its hash stands in the event, so that the row can go and the chain stays whole.
payload = Table(
    "payload",
    metadata,
    Column("event", _number, ForeignKey("event.id"), primary_key=True, autoincrement=False),
    Column("salt", String(32), nullable=False),  # without it a short text could be guessed from its hash
    Column("body", Text, nullable=False),
)

# The end of the chain; whoever adds an event holds this row.
head = Table(
    "head",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("events", _number, nullable=False),
    Column("clients", _number, nullable=False),
    Column("hash", String(64), nullable=False),
)

# How each client stands: follows from the events and can be built from them anew.
state = Table(
    "state",
    metadata,
    Column("client", _number, primary_key=True, autoincrement=False),
    Column("client_id", String(200), unique=True),  # null once the person is erased
    Column("open", Boolean, nullable=False),
    Column("registered_on", Date),
    Column("level", Integer),
    Column("category", String(40)),
    Column("next_due", Date),
    Column("act_on", Date),  # the first day on which something is due or at risk; null where nothing is
    Column("hired_on", Date),
    Column("office", String(100)),
    Column("counsellor", String(100)),
    Column("household", String(100)),
    Column("duties", Text, nullable=False),
    Column("standing", Text, nullable=False),
    Index("state_by_act_on", "act_on"),
    Index("state_by_household", "household"),
)

# Names and numbers, apart from everything else; the body is sealed where the casebook has a key.
identity = Table(
    "identity",
    metadata,
    Column("client", _number, primary_key=True, autoincrement=False),
    Column("body", Text, nullable=False),
)

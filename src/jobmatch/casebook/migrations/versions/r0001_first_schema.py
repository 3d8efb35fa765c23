"""The first schema: events, their payloads, the head of the chain, and the state with who the person is in it."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

_number = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    """Make the tables, with an empty chain."""
    op.create_table(
        "event",
        sa.Column("id", _number, primary_key=True, autoincrement=False),
        sa.Column("client", _number, nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("what", sa.String(100)),
        sa.Column("at", sa.String(27), nullable=False),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("author", sa.String(100), nullable=False),
        sa.Column("source", sa.String(100), nullable=False),
        sa.Column("batch", sa.String(32)),
        sa.Column("payload_hash", sa.String(64), nullable=False),
        sa.Column("previous", sa.String(64), nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
    )
    op.create_index("event_by_client", "event", ["client", "id"])
    op.create_index("event_by_batch", "event", ["batch"])
    op.create_table(
        "payload",
        sa.Column("event", _number, sa.ForeignKey("event.id"), primary_key=True, autoincrement=False),
        sa.Column("salt", sa.String(32), nullable=False),
        sa.Column("body", sa.Text, nullable=False),
    )
    head = op.create_table(
        "head",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("events", _number, nullable=False),
        sa.Column("clients", _number, nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
    )
    op.bulk_insert(head, [{"id": 1, "events": 0, "clients": 0, "hash": ""}])
    op.create_table(
        "state",
        sa.Column("client", _number, primary_key=True, autoincrement=False),
        sa.Column("client_id", sa.String(200), unique=True),
        sa.Column("open", sa.Boolean, nullable=False),
        sa.Column("registered_on", sa.Date),
        sa.Column("level", sa.Integer),
        sa.Column("category", sa.String(40)),
        sa.Column("next_due", sa.Date),
        sa.Column("act_on", sa.Date),
        sa.Column("hired_on", sa.Date),
        sa.Column("office", sa.String(100)),
        sa.Column("counsellor", sa.String(100)),
        sa.Column("identity", sa.Text),
        sa.Column("duties", sa.Text, nullable=False),
        sa.Column("standing", sa.Text, nullable=False),
    )
    op.create_index("state_by_act_on", "state", ["act_on"])


def downgrade() -> None:
    """Take the tables away."""
    for table in ("state", "head", "payload", "event"):
        op.drop_table(table)

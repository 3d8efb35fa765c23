"""Households become known to the state; who the person is moves into a table of its own."""

import json

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_number = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    """Move names and numbers out of the state, and let it say the household."""
    op.create_table(
        "identity",
        sa.Column("client", _number, primary_key=True, autoincrement=False),
        sa.Column("body", sa.Text, nullable=False),
    )
    op.execute("INSERT INTO identity (client, body) SELECT client, identity FROM state WHERE identity IS NOT NULL")
    op.drop_column("state", "identity")
    op.add_column("state", sa.Column("household", sa.String(100)))
    _fill_households()
    op.create_index("state_by_household", "state", ["household"])


def _fill_households() -> None:
    """The household stands in what the events said, and so in the standing."""
    connection = op.get_bind()
    rows = connection.execute(sa.text("SELECT client, standing FROM state")).all()
    said = [{"client": client, "household": json.loads(standing).get("household")} for client, standing in rows]
    known = [row for row in said if row["household"]]
    if known:
        connection.execute(sa.text("UPDATE state SET household = :household WHERE client = :client"), known)


def downgrade() -> None:
    """Put names and numbers back into the state."""
    op.drop_index("state_by_household", "state")
    op.drop_column("state", "household")
    op.add_column("state", sa.Column("identity", sa.Text))
    op.execute("UPDATE state SET identity = (SELECT body FROM identity WHERE identity.client = state.client)")
    op.drop_table("identity")

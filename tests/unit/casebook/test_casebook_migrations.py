"""From the first schema to the newest and back, on a casebook with people in it."""

import json

import pytest
from casebooks import entry, filled, registered
from sqlalchemy import create_engine, inspect, select, text

from jobmatch.casebook import database
from jobmatch.casebook.casebook import Casebook
from jobmatch.casebook.tables import NEWEST, identity, metadata, state
from jobmatch.errors import BadInput, UsageError


def schema(connection):
    """Table → columns, as the database has them."""
    found = inspect(connection)
    return {
        name: sorted(column["name"] for column in found.get_columns(name))
        for name in found.get_table_names()
        if name != "alembic_version"
    }


def rows(connection):
    """The state and who the people are."""
    return [connection.execute(select(table).order_by(table.c.client)).all() for table in (state, identity)]


def test_the_newest_revision_makes_the_tables_of_the_program(new_place):
    """Column for column."""
    book = Casebook.open(new_place(), create=True)
    with book.reading() as connection:
        assert schema(connection) == {table.name: sorted(table.c.keys()) for table in metadata.sorted_tables}
        assert database.revision(connection) == NEWEST == max(database._revisions())


def test_down_and_up_again_loses_nothing(new_place):
    """A filled casebook goes to the first schema and comes back as it was, names and households with it."""
    place = new_place()
    book = filled(place)
    book.add(registered("C-9", family={"zero_employment": True}), entry("C-9", "registered", household="H-1"))
    with book.pen() as pen:
        pen.identify(1, json.dumps({"name": "张某"}))
    with database.writing(book.engine).begin() as connection:
        before = rows(connection)
        database.migrate(connection, "0001")
        assert "identity" in schema(connection)["state"]
        assert connection.execute(text("SELECT identity FROM state WHERE client = 1")).scalar_one()
    again = Casebook.open(place)
    with again.reading() as connection:
        assert rows(connection) == before
    assert again.verify().faults == ()


def test_a_casebook_can_go_down_to_nothing(new_place):
    """Every table is taken away by the way back."""
    book = filled(new_place())
    with database.writing(book.engine).begin() as connection:
        database.migrate(connection, "base")
        assert schema(connection) == {}


def test_what_cannot_be_opened_is_told_in_one_line(tmp_path):
    """No file, a file that is none, another program's database, a casebook of a later program, another kind of URL."""
    with pytest.raises(BadInput, match="没有这个台账文件"):
        Casebook.open(tmp_path / "none.db")
    (tmp_path / "text.db").write_text("这不是数据库" * 200, encoding="utf-8")
    with pytest.raises(BadInput, match="不是台账"):
        Casebook.open(tmp_path / "text.db")
    with create_engine(f"sqlite:///{tmp_path}/other.db").begin() as connection:
        connection.execute(text("CREATE TABLE other (id INTEGER)"))
    with pytest.raises(BadInput, match="不是台账"):
        Casebook.open(tmp_path / "other.db")
    with pytest.raises(UsageError, match="postgresql"):
        Casebook.open("oracle://u:secret@bureau/cases")


def test_a_casebook_of_a_later_program_is_left_alone(new_place):
    """Its version is told."""
    place = new_place()
    book = Casebook.open(place, create=True)
    with database.writing(book.engine).begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '0099'"))
    with pytest.raises(BadInput, match="0099"):
        Casebook.open(place)

"""Laws of the casebook: whatever is done, in whatever order, the chain is whole and the state follows from it."""

import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from casebooks import DAY, entry, registered
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from jobmatch.casebook.casebook import Casebook
from jobmatch.casebook.tables import state

CLIENTS = ("C-1", "C-2")
ACTS = st.sampled_from(
    [
        ("notes_read", None, {"profile": {"conditions": {"age": 50}, "family": {"low_income": True}}}),
        ("notes_read", None, {"profile": {"conditions": {"age": None}}}),
        ("assessed", "3", {}),
        ("assessed", "not_willing", {}),
        ("overridden", "2", {"reason": "身体原因"}),
        ("overridden", None, {}),
        ("measure_given", "N1", {}),
        ("measure_given", "N5", {}),
        ("recommended", "default", {"recommendations": [{"posting_id": f"P-{at}"} for at in range(3)]}),
        ("outcome", "declined", {"posting_id": "P-1"}),
        ("outcome", "hired", {"posting_id": "P-2"}),
        ("outcome", "retained", {}),
        ("outcome", "left", {}),
        ("outcome", "taken_back", {"event": 4}),
        ("contacted", "reached", {}),
        ("contacted", "unreachable", {}),
        ("category_changed", "zero_employment_family", {}),
        ("category_changed", "by_facts", {}),
        ("closed", "placed", {}),
        ("reopened", None, {}),
    ]
)
DONE = st.lists(st.tuples(st.sampled_from(CLIENTS), ACTS, st.integers(0, 400)), max_size=12)


@given(done=DONE, erased=st.booleans())
@settings(max_examples=60, deadline=None)
def test_the_state_is_what_the_events_come_to(done, erased):
    """Kept up step by step it is the same as built anew, an erased person included."""
    with TemporaryDirectory() as folder:
        book = Casebook.open(Path(folder) / "cases.db", create=True)
        book.add(*(registered(one, registration={"status": "unemployed"}) for one in CLIENTS))
        for client_id, (kind, what, said), days in done:
            book.add(entry(client_id, kind, what, days, **said))
        if erased:
            book.erase("C-1", DAY, "王指导", "本人要求")
        assert book.verify().faults == ()
        with book.reading() as connection:
            before = connection.execute(select(state).order_by(state.c.client)).all()
        book.rebuild()
        with book.reading() as connection:
            assert connection.execute(select(state).order_by(state.c.client)).all() == before
        book.engine.dispose()


@given(done=DONE)
@settings(max_examples=30, deadline=None)
def test_whoever_is_open_is_asked_again(done):
    """There is always a next contact, on a day on or after that of the last talk; and never one for a closed case."""
    with TemporaryDirectory() as folder:
        book = Casebook.open(Path(folder) / "cases.db", create=True)
        book.add(registered("C-1"), *(entry("C-1", kind, what, days, **said) for _, (kind, what, said), days in done))
        standing, due = book.standing("C-1"), book.due(date.max)
        assert bool(due) == standing.open
        contacts = [one.due_on for asked in due for one in asked.duties if one.kind == "contact"]
        assert len(contacts) == standing.open
        assert all(day >= standing.talked_on.isoformat() for day in contacts)
        book.engine.dispose()


@pytest.mark.parametrize("zone", ["Asia/Shanghai", "America/New_York", "Pacific/Kiritimati"])
def test_the_time_of_an_event_is_that_of_utc(tmp_path, monkeypatch, zone):
    """Whatever the machine's zone; the day is the one that was said."""
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    try:
        made = Casebook.open(tmp_path / "cases.db", create=True).add(registered())
    finally:
        monkeypatch.undo()
        time.tzset()
    assert abs(datetime.fromisoformat(made.at) - datetime.now(UTC)) < timedelta(minutes=5)
    assert made.day == DAY

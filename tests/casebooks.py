"""Casebooks for tests: made-up clients and their events, said briefly."""

from datetime import date, timedelta
from typing import Any

from jobmatch.casebook.casebook import Casebook
from jobmatch.casebook.events import Entry

DAY = date(2026, 11, 23)  # a Monday


def entry(client_id: str, kind: str, what: str | None = None, days: int = 0, **payload: Any) -> Entry:
    """One entry, some days after the first."""
    return Entry(client_id, kind, DAY + timedelta(days=days), "王指导", what, payload)


def registered(client_id: str = "C-1", days: int = 0, **profile: Any) -> Entry:
    """The registration of a client who wants work."""
    return entry(client_id, "registered", None, days, profile={"willingness": {"wants_work": True}, **profile})


def filled(place: str, clients: int = 3, visits: int = 3) -> Casebook:
    """A casebook in which some clients were registered and visited."""
    book = Casebook.open(place, create=True)
    names = [f"C-{at}" for at in range(clients)]
    book.add(*(registered(name) for name in names))
    book.add(*(entry(name, "contacted", "reached", at, said=f"第{at}次") for at in range(visits) for name in names))
    return book

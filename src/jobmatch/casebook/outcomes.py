"""To learning: what was shown to whom, in which place and by which model, and what came of it."""

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, select

from jobmatch.casebook.casebook import Casebook
from jobmatch.casebook.standing import TAKEN_BACK, Standing
from jobmatch.casebook.tables import event, payload, state
from jobmatch.records.client import Client


def outcome_rows(book: Casebook) -> list[dict[str, Any]]:
    """The outcome table of the contract, the order of the events kept; who was erased is not in it."""
    rows = _told(book, event.c.kind.in_(("recommended", "outcome")))
    back = {body["event"] for row, body in rows if row.what == TAKEN_BACK}
    return [one for row, body in rows if row.id not in back and row.what != TAKEN_BACK for one in _rows(row, body)]


def sent_rows(book: Casebook, since: date) -> list[dict[str, Any]]:
    """Who was sent where since a day, and who is out of it again: what a crowd is counted from."""
    rows = _told(book, event.c.kind.in_(("referred", "outcome")), event.c.day >= since)
    return [
        _row(row, f"E-{row.id}", "shown" if row.kind == "referred" else row.what, body, row.day.isoformat(), None)
        for row, body in rows
        if "posting_id" in body
    ]


def _told(book: Casebook, *which: ColumnElement[bool]) -> list[tuple[Any, dict[str, Any]]]:
    """Some events of clients who were not erased, in their order, each with what was said."""
    said = (
        select(event.c.id, event.c.kind, event.c.what, event.c.day, payload.c.body, state.c.client_id)
        .join(payload)
        .join(state, state.c.client == event.c.client)
        .where(*which, state.c.client_id.is_not(None))
        .order_by(event.c.id)
    )
    with book.reading() as connection:
        return [(row, json.loads(row.body)) for row in connection.execute(said)]


def _rows(row: Any, body: dict[str, Any]) -> Iterator[dict[str, Any]]:
    if row.kind == "outcome":
        if "posting_id" in body:
            yield _row(row, f"E-{row.id}", row.what, body, body.get("shown_on"), body.get("model"))
        return
    for job in body["recommendations"]:
        yield _row(row, f"E-{row.id}-{job['rank']}", "shown", job, body["as_of"], body["model"])


def _row(row: Any, outcome_id: str, what: str, job: dict[str, Any], shown_on: Any, model: Any) -> dict[str, Any]:
    return {
        "outcome_id": outcome_id,
        "client_id": row.client_id,
        "posting_id": job["posting_id"],
        "shown_on": shown_on,
        "rank_shown": job.get("rank"),
        "model": model,
        "event": what,
        "event_on": row.day.isoformat(),
        "reason": job.get("reason"),
    }


def people(book: Casebook) -> list[Client]:
    """The clients as they stand, those of closed cases included, by id."""
    kept = select(state.c.standing).where(state.c.client_id.is_not(None)).order_by(state.c.client_id)
    with book.reading() as connection:
        return [Standing.from_dict(json.loads(row.standing)).person for row in connection.execute(kept)]

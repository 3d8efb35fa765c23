"""Outcomes: a model learned from them, lists held against them."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jobmatch.dataset.clients import Clients
from jobmatch.dataset.sources import Shared
from jobmatch.errors import BadInput
from jobmatch.settings import load
from jobmatch.workflows.session import People, Session, open_session
from jobmatch.workflows.source import Source, Tell, quiet, saving_rejected, tell_rejected

if TYPE_CHECKING:
    from jobmatch.dataset.outcomes import Outcomes
    from jobmatch.evaluation.report import Report


Table = str | list[dict[str, Any]]  # a file, or rows at hand


def train(
    outcomes: Table, clients: People, source: Source, folder: str, tell: Tell = quiet
) -> tuple[dict[str, Any], bool]:
    """A model from outcomes, kept in a folder; put in force only where it proves better."""
    from jobmatch.learning.models import Models
    from jobmatch.learning.train import keep, train

    events, session = _open_outcomes(outcomes, clients, source, tell)
    models = Models(Path(folder))
    made = train(
        session.matcher.market_,
        session.clients,
        events,
        load(),
        source.day or date.today(),
        models.learned(models.champion),
    )
    return keep(models, made), session.some_rejected or bool(events.balance.rejected)


def evaluate(
    outcomes: str, clients: str, source: Source, by: str | None, top: int, tell: Tell = quiet
) -> "tuple[Report, bool]":
    """Lists for all clients held against what became of them."""
    from jobmatch.evaluation.report import evaluate

    events, session = _open_outcomes(outcomes, clients, source, tell)
    groups = by if by in (None, "level") else _groups(session.clients, str(by))
    lists = session.matcher.recommend_many(session.clients, top)
    report = evaluate(lists, events, groups, pool=len(session.matcher.market_))
    return report, session.some_rejected or bool(events.balance.rejected)


def _open_outcomes(outcomes: Table, clients: People, source: Source, tell: Tell) -> "tuple[Outcomes, Session]":
    """Outcomes, and what they are about; a word on those that name what is not here."""
    from jobmatch.dataset.outcomes import read_outcomes, unknown_ids

    source = _serving_all(source, outcomes, clients)
    with saving_rejected(source):
        events = read_outcomes(outcomes, mapping=source.mapping)
    for line in events.notices:
        tell(line)
    tell_rejected(events.rows_rejected, tell)
    if not len(events):
        raise BadInput("no-outcomes", file=outcomes)
    session = open_session(clients, source, tell, beside=events.rows_rejected)
    people = {one.client_id for one in session.clients}
    for line in unknown_ids(events, people, session.matcher.market_.row_of_id):
        tell(line)
    return events, session


def _serving_all(source: Source, *files: Table | People) -> Source:
    """The source with its mapping made to serve the outcomes and the roster too."""
    named = [*(file for file in files if isinstance(file, str)), source.path]
    return replace(source, mapping=Shared(source.mapping, ("outcome", "client", "posting"), named))


def _groups(clients: Clients, by: str) -> dict[str, str]:
    """Client → group: gender is held for the audit only, age is grouped by decades."""
    if by == "gender":
        return {one.client_id: one.audit.gender for one in clients if one.audit.gender}
    return {one.client_id: f"{one.conditions.age // 10 * 10}-" for one in clients if one.conditions.age is not None}

"""The employers' side: clients for a posting, why a posting finds nobody, the matching fair."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from jobmatch.errors import UsageError
from jobmatch.workflows.session import Pair, Session, open_session
from jobmatch.workflows.source import Source, Tell, quiet

if TYPE_CHECKING:
    from jobmatch.allocation.meeting import Fair
    from jobmatch.allocation.refer import Referral
    from jobmatch.allocation.rules import Rules
    from jobmatch.allocation.vacancy import Vacancy


def refer(
    *, posting_id: str, clients: str, source: Source, top: int, consented: bool = False, log: str | None = None,
    no_congestion: bool = False, tell: Tell = quiet,
) -> "tuple[Referral, Session]":  # fmt: skip
    """N3 the other way: clients for a posting; whose card is made goes into the log with ``Session.record``."""
    from jobmatch.reports.both_sides import referral_events

    session = open_session(clients, source, tell, log=log)
    result = session.informed(no_congestion).refer(posting_id, session.clients, top, consented)
    session.events = referral_events(result)
    return result, session


def vacancy(*, posting_id: str, clients: str, source: Source, tell: Tell = quiet) -> "tuple[Vacancy, Session]":
    """Why a posting finds nobody, for the talk with the employer."""
    session = open_session(clients, source, tell)
    return session.matcher.vacancy(posting_id, session.clients), session


def fair(
    clients: str,
    source: Source,
    rules: "Rules",
    why: Iterable[Pair] = (),
    log: str | None = None,
    jobs: int = 1,
    tell: Tell = quiet,
) -> "tuple[Fair, Session]":
    """The plan of a matching fair, and why some pairs do not meet; meetings go into the log with ``Session.record``."""
    from jobmatch.reports.both_sides import fair_events

    session = open_session(clients, source, tell, log=log)
    plan = session.matcher.fair(session.clients, rules, jobs)
    answers = tuple(_why_not_met(session, plan, *pair) for pair in why)
    session.events = fair_events(plan)
    return replace(plan, why=answers), session


def _why_not_met(session: Session, plan: "Fair", client_id: str, posting_id: str) -> dict[str, str]:
    client = next((one for one in session.clients if one.client_id == client_id), None)
    if client is None:
        raise UsageError("no-such-pair", seen=f"{client_id}={posting_id}")
    words = session.matcher.why_not_met(plan, client, posting_id)
    return {"client_id": client_id, "posting_id": posting_id, "text": words}

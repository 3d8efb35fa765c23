"""What is answered for each client: jobs, level, explanation, advice, plan, training."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from jobmatch.errors import BadInput
from jobmatch.explanation import Explanation
from jobmatch.matcher import Matcher
from jobmatch.messages import say
from jobmatch.records.assessment import Assessment
from jobmatch.records.client import Client
from jobmatch.records.recommendation import Recommendations
from jobmatch.workflows.session import Decision, Session, open_session
from jobmatch.workflows.source import Source, Tell, quiet

if TYPE_CHECKING:  # who recommends does not wait for these
    from jobmatch.records.guidance import Directions, Training, WhatIf
    from jobmatch.records.plan import ServicePlan

T = TypeVar("T")


def assess(
    clients: str, source: Source, tell: Tell = quiet, override: Decision = None
) -> tuple[Iterator[Assessment], Session]:
    """L: the level of each client with its reasons."""
    return _each(Matcher.assess, open_session(clients, source, tell, override))


def explain(
    clients: str, source: Source, posting_id: str, tell: Tell = quiet, override: Decision = None
) -> tuple[Iterator[Explanation], Session]:
    """Why this posting for each client, or why not; of several, who has no level is told and passed over."""
    session = open_session(clients, source, tell, override)
    return _explained(session, posting_id, tell), session


def _explained(session: Session, posting_id: str, tell: Tell) -> Iterator[Explanation]:
    for client in session.clients:
        try:
            yield session.matcher.explain(client, posting_id)
        except BadInput as fault:
            if fault.key != "no-level" or len(session.clients) == 1:
                raise
            tell(str(fault))


def what_if(
    clients: str, source: Source, tell: Tell = quiet, override: Decision = None
) -> "tuple[Iterator[WhatIf], Session]":
    """N1: what each change of an expectation, and each thing to be got, would open."""
    return _each(Matcher.what_if, open_session(clients, source, tell, override))


def directions(
    clients: str, source: Source, tell: Tell = quiet, override: Decision = None
) -> "tuple[Iterator[Directions], Session]":
    """N1: occupations within reach of each client."""
    return _each(Matcher.directions, open_session(clients, source, tell, override))


def plan(
    clients: str, source: Source, policies: str | None = None, tell: Tell = quiet, override: Decision = None
) -> "tuple[Iterator[ServicePlan], Session]":
    """N1 to N6 with dates for each client; policies are those of a catalogue."""
    from jobmatch.dataset.catalogues import read_policies

    known = read_policies(policies) if policies else ()
    session = open_session(clients, source, tell, override)
    return _each(lambda matcher, client: matcher.plan(client, known), session)


def _each(answer: Callable[[Matcher, Client], T], session: Session) -> tuple[Iterator[T], Session]:
    """The answer for each client, when it is asked for."""
    return (answer(session.matcher, client) for client in session.clients), session


def training(
    clients: str, source: Source, courses: str | None = None, tell: Tell = quiet
) -> "tuple[Training, Session]":
    """N5: what is worth teaching to a caseload."""
    from jobmatch.dataset.catalogues import read_courses

    known = read_courses(courses) if courses else ()
    session = open_session(clients, source, tell)
    return session.matcher.training(session.clients, known), session


def recommend(
    clients: str,
    source: Source,
    top: int = 3,
    tell: Tell = quiet,
    override: Decision = None,
    log: str | None = None,
    no_congestion: bool = False,
) -> tuple[Iterator[Recommendations], Session]:
    """N3: jobs for one client or many; with a log, a posting that many were sent to is worth less to the next.

    What is recommended goes into the log with ``Session.record``.
    """
    session = open_session(clients, source, tell, override, log)
    return _noted(session.informed(no_congestion).recommend_many(session.clients, top), session), session


def recommend_to_file(
    clients: str,
    source: Source,
    output: str,
    top: int = 3,
    jobs: int = 1,
    tell: Tell = quiet,
    override: Decision = None,
) -> bool:
    """N3 for many clients into a file, streamed and to be gone on with after a stop; whether rows were rejected."""
    from jobmatch.batch import Batch, write_batch

    session = open_session(clients, source, tell, override)
    folder = source.path if Path(source.path).is_dir() else None
    write_batch(Batch(session.clients.items, session.matcher, folder, top, jobs), output, tell)
    tell(say("progress.wrote", file=output))
    return session.some_rejected


def _noted(slates: Iterator[Recommendations], session: Session) -> Iterator[Recommendations]:
    """The slates as they are; those that are to be logged are noted."""
    for slate in slates:
        if session.log:
            from jobmatch.dataset import referrals

            session.events += referrals.of_slate(slate)
        yield slate

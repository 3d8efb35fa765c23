"""N3: jobs for one client or many."""

from collections.abc import Iterator
from pathlib import Path

from jobmatch.messages import say
from jobmatch.records.recommendation import Recommendations
from jobmatch.workflows.session import Decision, Session, open_session
from jobmatch.workflows.source import Source, Tell, quiet


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

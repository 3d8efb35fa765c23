"""What a command about clients works with: a matcher and the clients, opened together."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from jobmatch.dataset.clients import PROFILES, Clients, read_clients
from jobmatch.dataset.sources import Shared
from jobmatch.errors import UsageError
from jobmatch.matcher import Matcher
from jobmatch.messages import say
from jobmatch.records.client import Client
from jobmatch.workflows.source import Source, Tell, open_postings, saving_rejected, tell_balance, tell_rejected

if TYPE_CHECKING:
    from jobmatch.files.table import Rejected

_NOTES = (".txt", ".md", ".docx")  # how files end that may be one note of one client

Pair = tuple[str, str]  # client_id, posting_id
People = str | list[Client]
Decision = tuple[int, str] | None  # the level that a counsellor sets, and why


@dataclass
class Session:
    """What was read for one command: a matcher, the clients, whether rows were rejected; and what is to be logged."""

    matcher: Matcher
    clients: Clients
    some_rejected: bool
    log: str | None = None
    events: list[dict[str, Any]] = field(default_factory=list)

    def record(self) -> None:
        """Add what was done to the log, once the result is written."""
        if self.log:
            from jobmatch.dataset import referrals

            referrals.append(self.log, self.events)

    def informed(self, no_congestion: bool) -> Matcher:
        """The matcher, with what the log tells of who was sent where."""
        if not self.log:
            return self.matcher
        from jobmatch.dataset import referrals

        before = referrals.read_log(self.log)
        return self.matcher if before is None or no_congestion else self.matcher.with_referrals(before)


def people_of(clients: People, source: Source) -> Clients:
    """The clients of a file; a note is one client."""
    if not isinstance(clients, str):
        return read_clients(clients)
    if not is_note(clients):
        people = read_clients(clients, mapping=source.mapping, as_of=source.day)
        return with_remarks_of(clients, people, source.day, source.home)
    from jobmatch.workflows.notes import notes

    today = None if source.day is None else source.day.isoformat()
    return read_clients([notes(clients, home=source.home, today=today).client])


def is_note(file: str) -> bool:
    """Whether a file may be one note of one client, and holds no data of clients."""
    if file != "-" and not file.lower().endswith(_NOTES):
        return False
    from jobmatch.workflows.notes import data_of

    return data_of(file) is None


def with_remarks_of(file: str, people: Clients, day: date | None, home: str | None) -> Clients:
    """The clients of a file with what the remarks of a roster tell; somebody has read the notes of a profile."""
    if people.profiles or file.lower().endswith(PROFILES) or not any(client.notes for client in people):
        return people  # a command that reads no notes does not pay for their words
    from jobmatch.intake.remarks import with_remarks

    return with_remarks(people, day, home)


def decision_of(level: int | None, because: str | None) -> Decision:
    """The level that a counsellor sets, with the reason that it needs.

    >>> decision_of(2, "本人坚持找会计"), decision_of(None, None)
    ((2, '本人坚持找会计'), None)
    """
    if level is None:
        if because is not None:
            raise UsageError("because-alone")
        return None
    if not (because or "").strip():
        raise UsageError("override-reason")
    return level, str(because)


def _decided(people: Clients, override: Decision) -> Clients:
    """The client with the level that the counsellor sets; for several at once there is no one reason."""
    if override is None:
        return people
    if len(people) != 1:
        raise UsageError("override-who", count=len(people))
    level, reason = override
    changed = Client.from_dict(people[0].to_dict() | {"override": {"level": level, "reason": reason}})
    return replace(people, items=(changed,))


def _serving_both(source: Source, clients: People) -> Source:
    """The source with its mapping made to serve the roster too."""
    if isinstance(source.mapping, Shared):
        return source
    files = ([clients] if isinstance(clients, str) else []) + [source.path]
    return replace(source, mapping=Shared(source.mapping, ("client", "posting"), files))


def open_session(
    clients: People,
    source: Source,
    tell: Tell,
    override: Decision = None,
    log: str | None = None,
    beside: "Sequence[Rejected]" = (),
) -> Session:
    """What a command works with, opened; what a person should know of it is told.

    ``beside`` are rows of other files that were rejected: they go into the same file of rejected rows.
    """
    if log:
        from jobmatch.dataset.referrals import read_log

        read_log(log)  # what cannot be read cannot be added to: told before any work
    source = _serving_both(source, clients)
    with saving_rejected(source, beside):
        people = _decided(people_of(clients, source), override)
    for line in people.notices:
        tell(line)
    if isinstance(clients, str) and people.balance.read > 1:
        tell(say("progress.reading", file=clients))
        tell_balance(people.balance, tell)
    tell_rejected(people.rows_rejected, tell)
    matcher, rejected = open_postings(source, tell, beside=(*beside, *people.rows_rejected))
    return Session(matcher, people, rejected or bool(people.balance.rejected), log)

"""All cases at once: a roster taken in, given out, counted, proved, learned from."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jobmatch.casework.workplace import Workplace, key_is_one
from jobmatch.dataset.clients import read_clients
from jobmatch.dataset.personal import masked
from jobmatch.dataset.roster_identities import read_identities, read_whose
from jobmatch.errors import BadInput, UsageError
from jobmatch.files.table import shown
from jobmatch.messages import listing, say
from jobmatch.records.client import Client
from jobmatch.text.dates import day_of

if TYPE_CHECKING:
    from jobmatch.casebook.numbers import Numbers
    from jobmatch.casebook.roster import Imported
    from jobmatch.casebook.verify import Verdict
    from jobmatch.dataset.clients import Clients
    from jobmatch.workflows.source import Tell


def import_roster(
    workplace: Workplace,
    file: str,
    mapping: Mapping[str, str],
    about: Mapping[str, str],
    tell: "Tell",
    *,
    dry_run: bool = False,
    keep_identity: bool = False,
    rejected: str | None = None,
) -> "Imported":
    """A roster taken in, or only counted; the rejected rows with their reasons go into the file ``rejected``."""
    from jobmatch.casebook.roster import Beside, import_roster, refuse_made_ids
    from jobmatch.workflows.session import with_remarks_of
    from jobmatch.workflows.source import Source, saving_rejected, tell_rejected

    with saving_rejected(Source(file, rejected=rejected)):
        clients = _without_contested(read_clients(file, mapping=mapping, as_of=workplace.day))
    if rejected:
        clients.save_rejected(rejected)
    clients = with_remarks_of(file, clients, workplace.day, None)
    for line in clients.notices:
        tell(line)
    tell_rejected(clients.rows_rejected, tell)
    if clients.contested:
        tell(say("notice.contested", ids=listing(dict.fromkeys(str(row.values["id"]) for row in clients.contested))))
    who = read_identities(file, mapping=mapping) if keep_identity else {}
    whose = read_whose(file, mapping=mapping)
    refuse_made_ids(clients)
    key_is_one()
    book = workplace.book_for_preview() if dry_run else workplace.book(create=True)
    return import_roster(book, clients, workplace.day, workplace.author, Beside(about, whose, who), dry_run=dry_run)


def _without_contested(clients: "Clients") -> "Clients":
    """Clients whose id no other row claims: of two rows under one id neither is taken for the one in the book."""
    rows = clients.contested
    claimed = {row.seen for row in rows}
    kept = tuple(one for one in clients if masked(shown(one.client_id)) not in claimed)
    more = len(clients) - len(kept)
    balance = replace(
        clients.balance, accepted=clients.balance.accepted - more, rejected=clients.balance.rejected + more
    )
    return replace(clients, items=kept, balance=balance, rows_rejected=(*clients.rows_rejected, *rows))


def export(workplace: Workplace, with_identity: bool) -> list[dict[str, Any]]:
    """The roster of all clients, a row each."""
    book = workplace.book()
    from jobmatch.casebook.export import roster_rows

    return roster_rows(book, with_identity=with_identity)


def verify(workplace: Workplace, rebuild: bool) -> "Verdict":
    """Whether every event is the one that was written; the state built anew before where that is asked."""
    book = workplace.book()
    if rebuild:
        book.rebuild()
    return book.verify()


def undo(workplace: Workplace, batch: str) -> dict[str, Any]:
    """A batch taken back by further events."""
    book = workplace.book()
    from jobmatch.casebook.roster import undo

    return undo(book, batch, workplace.day, workplace.author)


def numbers(workplace: Workplace, by: str, since: str | None, until: str | None) -> "Numbers":
    """Figures of the clients who were registered in a period."""
    book = workplace.book()
    from jobmatch.casebook.numbers import numbers

    period = [None if day is None else day_of(day) for day in (since, until)]
    if all(period) and str(period[0]) > str(period[1]):
        raise UsageError("period-reversed", since=since, until=until)
    return numbers(book, by, workplace.day, *period)


def learned_from(casebook: str) -> tuple[list[dict[str, Any]], list[Client]]:
    """The outcomes and the clients of a casebook, to train from."""
    book = Workplace(casebook, "").book()
    from jobmatch.casebook.outcomes import outcome_rows, people

    outcomes = outcome_rows(book)
    if not outcomes:
        raise BadInput("casebook-no-outcomes", where=Path(casebook).name)
    return outcomes, people(book)

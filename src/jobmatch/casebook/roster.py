"""Rosters taken in: the same file twice changes nothing, a batch can be undone, and nothing is ever deleted."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from secrets import token_hex
from typing import Any, Final

from sqlalchemy import select

from jobmatch.casebook.casebook import Casebook
from jobmatch.casebook.events import Entry, Event
from jobmatch.casebook.identity import sealed
from jobmatch.casebook.pen import Pen
from jobmatch.casebook.standing import UNDONE, Profile, Standing, known
from jobmatch.casebook.tables import event
from jobmatch.dataset.clients import Clients
from jobmatch.errors import BadInput, UsageError
from jobmatch.records.client import Client
from jobmatch.records.told import AsJson

UNDO: Final = "undo "  # an event with this source takes back the batch named behind it


@dataclass(frozen=True, slots=True)
class Imported(AsJson):
    """What became of every row: read = new + changed + unchanged + rejected + duplicates."""

    batch: str | None  # None for a preview, and where nothing was written
    read: int
    new: int
    changed: int
    unchanged: int
    rejected: int
    duplicates: int


@dataclass(frozen=True, slots=True)
class Beside:
    """What is known beside the clients: office and counsellor of all, those and the family of each, and who each is."""

    of_all: Mapping[str, str] = field(default_factory=dict)
    whose: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    who: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def about(self, client_id: str) -> dict[str, str]:
        """Office, counsellor and household of a client, as far as they are said."""
        said = {**self.of_all, **self.whose.get(client_id, {})}
        family = said.pop("family_id", None)
        return said | ({"household": family} if family else {})


def refuse_made_ids(clients: Clients) -> None:
    """Refuse a roster without ids: by row numbers nobody is known again."""
    if clients.ids_made:
        raise BadInput("roster-without-ids")


def import_roster(
    book: Casebook, clients: Clients, day: date, author: str, beside: Beside | None = None, *, dry_run: bool = False
) -> Imported:
    """Register who is new and take in what changed; with ``dry_run`` only count it."""
    refuse_made_ids(clients)
    beside = beside or Beside()
    batch = f"B-{day:%Y%m%d}-{token_hex(3)}"
    with book.pen() as pen:
        pen.look_up(client.client_id for client in clients)
        blank = Entry("", "registered", day, author, source="import", batch=batch)
        counted = Counter(
            _take_in(pen, client, replace(blank, client_id=client.client_id, payload=beside.about(client.client_id)))
            for client in clients
        )
        if dry_run:
            pen.drop()
        else:
            _identify(pen, clients, beside.who)
    written = counted["new"] + counted["changed"] > 0 and not dry_run
    balance = clients.balance
    kinds = {what: counted[what] for what in ("new", "changed", "unchanged")}
    return Imported(
        batch if written else None, balance.read, **kinds, rejected=balance.rejected, duplicates=balance.duplicates
    )


def _identify(pen: Pen, clients: Clients, who: Mapping[str, Mapping[str, str]]) -> None:
    for client_id in (client.client_id for client in clients if client.client_id in who):
        standing = pen.standing(client_id)
        assert standing is not None
        pen.identify(standing.client, sealed(who[client_id]))


def _take_in(pen: Pen, client: Client, blank: Entry) -> str:
    standing, told = pen.standing(client.client_id), known(client)
    if standing is None:
        pen.add(replace(blank, payload={**blank.payload, "profile": told, "imported": told}))
        return "new"
    undone = standing.closed_why == UNDONE
    if undone:
        pen.add(replace(blank, kind="reopened", payload={}))
    # what the roster said before and a counsellor has changed since is not changed back
    patch = differing(told, standing.imported, standing.profile)
    about = {name: said for name, said in blank.payload.items() if said != getattr(standing, name)}
    if not (patch or about or undone):
        return "unchanged"
    pen.add(replace(blank, payload={**about, "profile": patch, "imported": told}))
    return "new" if undone else "changed"


def differing(told: Profile, *before: Profile) -> Profile:
    """The fields that differ from each of some profiles.

    >>> differing({"conditions": {"age": 41, "major": "会计"}}, {"conditions": {"age": 40, "major": "会计"}})
    {'conditions': {'age': 41}}
    """
    patch: Profile = {}
    for part, held in told.items():
        if not isinstance(held, Mapping):
            if all(one.get(part) != held for one in before):
                patch[part] = held
            continue
        new = {
            name: value for name, value in held.items() if all(one.get(part, {}).get(name) != value for one in before)
        }
        if new:
            patch[part] = new
    return patch


def undo(book: Casebook, batch: str, day: date, author: str) -> dict[str, Any]:
    """Take a batch back by further events: who was new is closed, what was changed is as before.

    A client for whom something was done since is left as they are, counted and named.
    """
    with book.pen() as pen:
        done = [_take_back(pen, history, batch, day, author) for history in _touched(pen, batch)]
    counted, kept = Counter(what for what, _ in done), sorted(str(who) for what, who in done if what == "kept" and who)
    counts = {name: counted[name] for name in ("closed", "restored", "kept")}
    return {"batch": batch, **counts, **({"kept_clients": kept} if kept else {})}


def _touched(pen: Pen, batch: str) -> Iterator[list[Event]]:
    """The histories of the clients of a batch."""
    clients = pen.scalars(select(event.c.client).where(event.c.batch == batch, event.c.source == "import").distinct())
    if not clients:
        raise UsageError("no-such-batch", batch=batch)
    if pen.scalars(select(event.c.id).where(event.c.source == f"{UNDO}{batch}").limit(1)):
        raise UsageError("batch-undone", batch=batch)
    yield from pen.histories(clients)


def _take_back(pen: Pen, history: list[Event], batch: str, day: date, author: str) -> tuple[str, str | None]:
    """What became of a client of a batch, and who it is; None for who was erased."""
    first = next(at for at, one in enumerate(history) if one.batch == batch)
    before, after = Standing(history[0].client), Standing(history[0].client)
    for one in history[:first]:
        before.apply(one)
    for one in history:
        after.apply(one)
    if after.client_id is None or any(one.batch != batch for one in history[first:]):
        return "kept", after.client_id

    def entry(kind: str, what: str | None, said: Mapping[str, Any]) -> Entry:
        return Entry(str(after.client_id), kind, day, author, what, said, f"{UNDO}{batch}", f"U-{batch}"[:32])

    if first == 0 or not before.open:
        pen.add(entry("closed", UNDONE, {}))
        return "closed", after.client_id
    changed = differing(after.profile, before.profile)
    back = {part: {name: before.profile.get(part, {}).get(name) for name in held} if isinstance(held, Mapping)
            else before.profile.get(part) for part, held in changed.items()}  # fmt: skip
    pen.add(entry("registered", None, {"profile": back, "imported": before.imported}))
    return "restored", after.client_id

"""Clients: JSON, JSONL or a roster of any table format → a sequence of checked clients."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, overload

from jobmatch.arguments import is_frame
from jobmatch.columns.naming import field_of
from jobmatch.dataset import personal, sources
from jobmatch.dataset.balance import Balance, WithRejected, refuse_if_all_rejected
from jobmatch.dataset.found_client import Found, refused
from jobmatch.dataset.roster_doubles import ids_told
from jobmatch.errors import BadInput
from jobmatch.files.read import read_records
from jobmatch.files.structured import too_deep
from jobmatch.files.table import Rejected, shown
from jobmatch.messages import say
from jobmatch.records import coerce
from jobmatch.records.client import Client, known_part, stranger, strangers_told, unknown_keys
from jobmatch.records.signs import harmless
from jobmatch.text.dates import day_of, newest_first

if TYPE_CHECKING:
    from jobmatch.dataset.roster import RosterRead

PROFILES: Final = (".json", ".jsonl")  # how files of clients end that are no rosters
_SECTIONS: Final = frozenset(
    ("willingness", "goal", "conditions", "attitude", "ability", "family", "registration", "audit", "override")
)
_NEARLY: Final = 0.75  # of a name, by difflib: a letter or two amiss


@dataclass(frozen=True, slots=True)
class Clients(WithRejected, Sequence[Client]):
    """Checked clients in the order of the file, what was rejected, the balance, and what a person should know."""

    items: tuple[Client, ...]
    balance: Balance
    rows_rejected: tuple[Rejected, ...] = ()
    notices: tuple[str, ...] = ()
    ids_made: bool = False  # by the number of the row: the next roster gives them to others
    contested: tuple[Rejected, ...] = ()  # rows that are used here though another row has their id and other content
    profiles: bool = False  # in the words of the contract: somebody has read what their notes say

    def __len__(self) -> int:
        return len(self.items)

    @overload
    def __getitem__(self, place: int) -> Client: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Client]: ...
    def __getitem__(self, place: int | slice) -> Client | Sequence[Client]:
        return self.items[place]

    def __iter__(self) -> Iterator[Client]:
        return iter(self.items)


def read_clients(
    source: Any,
    *,
    mapping: Mapping[str, str] | None = None,
    sheet: str | None = None,
    as_of: date | str | None = None,
) -> Clients:
    """Read clients from a path, a pandas table, one dict or a list of dicts; ages are those on the day ``as_of``.

    >>> clients = read_clients([{"client_id": "C-001", "conditions": {"age": 40}}])
    >>> len(clients), clients[0].conditions.age
    (1, 40)

    A roster needs no mapping; the name is not kept, and of the identity number only the age:

    >>> roster = [{"姓名": "张某", "身份证号": "110101198001010011", "文化程度": "高中", "求职意向": "库管"}]
    >>> client = read_clients(roster, as_of=date(2026, 11, 22))[0]
    >>> client.client_id, client.conditions.age, client.goal.occupations
    ('R-1', 46, ('库管',))

    A client without an id is refused:

    >>> read_clients([{"conditions": {"age": 40}}])
    Traceback (most recent call last):
    jobmatch.errors.BadInput: (memory) 第 1 行：服务对象没有编号（client_id）。...
    """
    day = date.today() if as_of is None else day_of(as_of)
    if isinstance(source, Iterator):  # what comes once is looked at twice
        source = list(source)
    objects, broken, file = _objects(source)
    if objects is not None and any(_is_native(value) for _, value in objects):
        return _native(objects, broken, file)
    if objects and _is_nobody(objects[0][1]):
        raise BadInput("client-without-id", where=say("word.at-row", file=file, row=objects[0][0]))
    from jobmatch.dataset.roster import read_roster  # who brings profiles does not pay for what reads rosters

    return _of_roster(read_roster(source, mapping, sheet, day))


def _objects(source: Any) -> tuple[list[tuple[int, Any]] | None, list[Rejected], str]:
    if isinstance(source, (str, Path)):
        read = read_records(source)
        return (*read, Path(source).name) if read else (None, [], "")
    if isinstance(source, Client):
        source = [source]
    if isinstance(source, Mapping):
        source = [source]
    if isinstance(source, Iterable) and not isinstance(source, bytes) and not is_frame(source):
        plain = [value.to_dict() if isinstance(value, Client) else value for value in source]
        return list(enumerate(plain, 1)), [], sources.IN_MEMORY
    return None, [], ""


def _is_native(value: Any) -> bool:
    """Whether an object is written in the words of the contract, if misspelt, and not as a row of a roster."""
    if not isinstance(value, Mapping):
        return False
    return not _SECTIONS.isdisjoint(value) or set(value) == {"client_id"} or any(map(_nearly_section, value.items()))


def _nearly_section(entry: tuple[Any, Any]) -> bool:
    """Whether a part of an object stands under a name that is nearly one of the contract."""
    from difflib import get_close_matches

    return isinstance(entry[1], Mapping) and bool(get_close_matches(str(entry[0]), _SECTIONS, 1, _NEARLY))


def _native(objects: list[tuple[int, Any]], broken: list[Rejected], file: str) -> Clients:
    found: list[Found] = []
    rejected = [personal.safe_rejected(row) for row in broken]
    notices: list[str] = []
    for row, value in objects:
        where = say("word.at-row", file=file, row=row)
        try:
            if not isinstance(value, Mapping):
                raise BadInput("client-field", where="", field="{}", seen="…", remedy=say("remedy.shape"))
            if too_deep(value):
                raise BadInput("json-too-deep", file=file)
            with strangers_told():
                client = Client.from_dict(_safe(value))
            found.append(Found(client, file, None, row, _raw(value)))
        except BadInput as fault:
            if fault.key != "client-field" or len(objects) == 1:
                seen = personal.masked(str(fault.values.get("seen", "")))
                raise BadInput(fault.key, **{**fault.values, "where": where, "seen": seen}) from None
            rejected.append(refused(fault, file, None, row, _raw(value)))
            continue
        notices += [stranger(where, key, near) for key, near in unknown_keys(value)]
    return replace(_settled(found, rejected, len(objects) + len(broken), notices), profiles=True)


def _safe(value: Mapping[str, Any]) -> dict[str, Any]:
    """An object without numbers of the person, and with an id that is none."""
    given = value.get("client_id")
    kept: dict[str, Any] = {**personal.masked_in(value), "client_id": given}
    if not isinstance(given, (str, int)):
        return kept
    try:
        return {**kept, "client_id": personal.safe_id(coerce.identity(given))}
    except ValueError:  # an id that cannot be used, which the client itself refuses with its remedy
        return kept


def _raw(value: Any) -> str:
    """An object as JSON with nothing but the fields of the contract, every text of it masked."""
    kept = known_part(_safe(value)) if isinstance(value, Mapping) else {}
    return harmless(json.dumps(kept, ensure_ascii=False, default=str))


def _is_nobody(value: Any) -> bool:
    """Whether an object in plain letters has no id; a roster in Chinese may do without."""
    if not isinstance(value, Mapping) or not all(str(key).isascii() for key in value):
        return False
    return not any((hit := field_of(str(key), "client")) and hit[0] == "client_id" for key in value)


def _of_roster(read: "RosterRead") -> Clients:
    result = _settled(read.found, read.rejected, read.rows - read.merged, read.notices)
    once = result.balance
    balance = Balance(read.rows, once.accepted, once.rejected, once.duplicates + read.merged)
    return replace(result, balance=balance, ids_made=read.ids_made)


def _settled(found: list[Found], rejected: list[Rejected], read: int, notices: list[str]) -> Clients:
    """Each id once: the same again is a duplicate, another under the same id is rejected."""
    by_id: dict[str, list[Found]] = {}
    for one in found:
        by_id.setdefault(one.client.client_id, []).append(one)
    notices = [*notices, *ids_told(by_id.values())]
    kept, duplicates, contested = [], 0, []
    for group in by_id.values():
        first = min(group, key=lambda one: _latest_first(one.client))
        kept.append(first.client)
        others = [one for one in group if one.client != first.client]
        duplicates += len(group) - len(others) - 1
        rejected += [_conflict(one, first) for one in others]
        contested += [_conflict(first, others[0])] if others else []
    refuse_if_all_rejected(kept, rejected, read)
    balance = Balance(read, len(kept), len(rejected), duplicates)
    return Clients(tuple(kept), balance, tuple(rejected), tuple(notices), contested=tuple(contested))


def _latest_first(client: Client) -> tuple[str, str]:
    """Of two under one id the later registered is kept, whatever the order of rows."""
    return newest_first(client.registration.registered_on), client.model_dump_json()


def _conflict(one: Found, other: Found) -> Rejected:
    """A row that says something else than another one of the same id."""
    seen = personal.masked(shown(one.client.client_id))
    values = {"id": seen, "other": other.row if one.sheet == other.sheet else f"{other.sheet} {other.row}"}
    return Rejected(one.file, one.sheet, one.row, "client_id", seen, "same-client-id", one.raw, values)

"""Clients: JSON, JSONL or a roster of any table format → a sequence of checked clients."""

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, overload

from jobmatch.columns import Headings, field_of, heading_unit, match_headings
from jobmatch.dataset import personal, roster_rows, sources
from jobmatch.dataset.balance import Balance, rejected_frame, save_rejected
from jobmatch.errors import BadInput
from jobmatch.files.read import read_records
from jobmatch.files.structured import too_deep
from jobmatch.files.table import Rejected, Table, shown
from jobmatch.messages import say
from jobmatch.records import coerce
from jobmatch.records.client import Client, known_part, unknown_keys
from jobmatch.text.dates import day_of

if TYPE_CHECKING:
    import pandas as pd

_SECTIONS: Final = frozenset(
    ("willingness", "goal", "conditions", "attitude", "ability", "family", "registration", "audit")
)
# A table of these alone is a list of wishes or jobs, several rows a person: they are put together.
_LISTS: Final = frozenset(
    ("client_id", "occupations", "industries", "skills", "certificates", "last_job", "registered_on")
)
_OF_A_PERSON: Final = frozenset(("name", "id_number", "occupations", "birth_date"))
_TELLING: Final = frozenset(("age", "education", "occupations", "residence", "skills"))
_IN_UNITS: Final = frozenset(("pay", "pay_min", "pay_wanted", "max_commute_km", "experience_years", "last_job_years"))
_BARE: Final = re.compile(r"[\d.,，]+(?:\s?[-~—–至到]\s?[\d.,，]+)?")
_SMALL_UNIT: Final = re.compile(r"[(（](米|m|个?月)[)）]")
_JOINED: Final = {
    "skills": "、",
    "certificates": "、",
    "notes": "；",
    "last_job": "、",
    "occupations": "、",
    "groups": "、",
}


@dataclass(frozen=True, slots=True)
class Clients(Sequence[Client]):
    """Checked clients in the order of the file, what was rejected, the balance, and what a person should know."""

    items: tuple[Client, ...]
    balance: Balance
    rows_rejected: tuple[Rejected, ...] = ()
    notices: tuple[str, ...] = ()
    ids_made: bool = False  # by the number of the row: the next roster gives them to others

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

    @property
    def rejected(self) -> "pd.DataFrame":
        """The rejected rows: file, sheet, row, column, seen, reason, raw (nothing personal in it)."""
        return rejected_frame(self.rows_rejected)

    def save_rejected(self, path: str | Path) -> Path:
        """Write the rejected rows, each with its reason, to a file by its ending."""
        return save_rejected(self.rows_rejected, path)


@dataclass(slots=True)
class _Found:
    """A client with the place where it stands."""

    client: Client
    file: str
    sheet: str | None
    row: int
    raw: str


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
    objects, broken, file = _objects(source)
    if objects is not None and any(_is_native(value) for _, value in objects):
        return _native(objects, broken, file)
    if objects and _is_nobody(objects[0][1]):
        raise BadInput("client-without-id", where=say("word.at-row", file=file, row=objects[0][0]))
    return _roster(source, mapping, sheet, day_of(as_of) if as_of else date.today())


def _objects(source: Any) -> tuple[list[tuple[int, Any]] | None, list[Rejected], str]:
    if isinstance(source, (str, Path)):
        read = read_records(source)
        return (*read, Path(source).name) if read else (None, [], "")
    if isinstance(source, Client):
        source = [source]
    if isinstance(source, Mapping):
        source = [source]
    if isinstance(source, Sequence):
        plain = [value.to_dict() if isinstance(value, Client) else value for value in source]
        return list(enumerate(plain, 1)), [], sources.IN_MEMORY
    return None, [], ""


def _is_native(value: Any) -> bool:
    """Whether an object is written in the words of the contract, and not as a row of a roster."""
    return isinstance(value, Mapping) and (not _SECTIONS.isdisjoint(value) or set(value) == {"client_id"})


def _native(objects: list[tuple[int, Any]], broken: list[Rejected], file: str) -> Clients:
    found: list[_Found] = []
    rejected = [personal.safe_rejected(row) for row in broken]
    notices: list[str] = []
    for row, value in objects:
        where = say("word.at-row", file=file, row=row)
        try:
            if not isinstance(value, Mapping):
                raise BadInput("client-field", where="", field="{}", seen="…", remedy=say("remedy.shape"))
            if too_deep(value):
                raise BadInput("json-too-deep", file=file)
            found.append(_Found(Client.from_dict(_with_safe_id(value)), file, None, row, _raw(value)))
        except BadInput as fault:
            if fault.key != "client-field" or len(objects) == 1:
                seen = personal.masked(str(fault.values.get("seen", "")))
                raise BadInput(fault.key, **{**fault.values, "where": where, "seen": seen}) from None
            rejected.append(_refused(fault, file, None, row, _raw(value)))
            continue
        notices += [_stranger(where, key, near) for key, near in unknown_keys(value)]
    return _settled(found, rejected, len(objects) + len(broken), notices, file)


def _with_safe_id(value: Mapping[str, Any]) -> dict[str, Any]:
    given = value.get("client_id")
    if isinstance(given, bool) or not isinstance(given, (str, int)) or coerce.unknown(given):
        return dict(value)
    try:
        return {**value, "client_id": personal.safe_id(coerce.identity(given))}
    except ValueError:  # an id that cannot be used, which the client itself refuses with its remedy
        return dict(value)


def _raw(value: Any) -> str:
    """An object as JSON with nothing but the fields of the contract, every text of it masked."""
    kept = personal.masked_in(known_part(_with_safe_id(value))) if isinstance(value, Mapping) else {}
    return coerce.harmless(json.dumps(kept, ensure_ascii=False, default=str))


def _is_nobody(value: Any) -> bool:
    """Whether an object in plain letters has no id; a roster in Chinese may do without."""
    if not isinstance(value, Mapping) or not all(str(key).isascii() for key in value):
        return False
    return not any((hit := field_of(str(key), "client")) and hit[0] == "client_id" for key in value)


def _stranger(where: str, key: str, near: str | None) -> str:
    return say("notice.unknown-key-near" if near else "notice.unknown-key", where=where, key=key, near=near)


def _refused(fault: BadInput, file: str, sheet: str | None, row: int, raw: str) -> Rejected:
    field, seen = (
        str(fault.values.get("field", "client_id")),
        personal.masked(str(fault.values.get("seen", ""))),
    )
    reason = "no-client-id" if fault.key == "client-without-id" else "client-field"
    values = {"field": field, "remedy": fault.values.get("remedy", "")}
    return Rejected(file, sheet, row, field, seen, reason, raw, values)


def _settled(found: list[_Found], rejected: list[Rejected], read: int, notices: list[str], file: str) -> Clients:
    """Each id once: the same again is a duplicate, another under the same id is rejected."""
    by_id: dict[str, list[_Found]] = {}
    for one in found:
        by_id.setdefault(one.client.client_id, []).append(one)
    kept, duplicates = [], 0
    for group in by_id.values():
        first = min(group, key=lambda one: _newest_first(one.client))
        kept.append(first.client)
        for one in group:
            if one is first:
                continue
            if one.client == first.client:
                duplicates += 1
            else:
                rejected.append(_conflict(one))
    if not kept and rejected:
        worst = rejected[0]
        raise BadInput("all-rejected", file=file, read=read, row=worst.row, reason=worst.sentence())
    return Clients(tuple(kept), Balance(read, len(kept), len(rejected), duplicates), tuple(rejected), tuple(notices))


def _newest_first(client: Client) -> tuple[str, str]:
    """Of two under one id the later registered is kept, whatever the order of rows."""
    newest = "".join(chr(0x10FFFF - ord(c)) for c in client.registration.registered_on or "") or "\U0010ffff" * 2
    return newest, client.model_dump_json()


def _conflict(one: _Found) -> Rejected:
    seen = personal.masked(shown(one.client.client_id))
    return Rejected(one.file, one.sheet, one.row, "client_id", seen, "same-client-id", one.raw, {"id": seen})


def _roster(source: Any, mapping: Mapping[str, str] | None, sheet: str | None, as_of: date) -> Clients:
    tables = sources.tables_of(source, sheet)
    matched = list(zip(tables, sources.assign_each(tables, "client", mapping), strict=True))
    rosters = [(table, headings) for table, headings in matched if _is_roster(table, headings)]
    if not rosters:
        raise BadInput("no-client-column", file=tables[0].file, seen=sources.listed_known(tables[0].headings))
    found: list[_Found] = []
    rejected: list[Rejected] = []
    notices = [
        say("notice.sheet-left-out", sheet=table.sheet)
        for table, headings in matched
        if not _is_roster(table, headings)
    ]
    read = merged = 0
    for table, headings in rosters:
        reader = _RosterReader(table, headings, as_of, len(rosters) == 1)
        reader.read()
        found += reader.found
        merged += reader.merged
        rejected += [personal.safe_rejected(row) for row in table.rejected] + reader.rejected
        notices += reader.notices()
        read += len(table.rows) + len(table.rejected)
    result = _settled(found, rejected, read - merged, notices, tables[0].file)
    balance = Balance(read, result.balance.accepted, result.balance.rejected, result.balance.duplicates + merged)
    made = any("client_id" not in headings.fields for _, headings in rosters)
    return Clients(result.items, balance, result.rows_rejected, result.notices, made)


def _is_roster(table: Table, headings: Headings) -> bool:
    """A roster names a person and says something of them; what names a job and its employer is none."""
    fields = set(headings.fields)
    job = match_headings(table.headings, "posting").fields
    own_id = set(headings.fields.get("client_id", ())) - set(job.get("posting_id", ()))  # 求职者编号, not 编号
    if {"title", "employer"} <= set(job) and not own_id and not fields & _OF_A_PERSON:
        return False
    person = {"client_id", "name", "id_number"} & fields
    return len(fields) >= 2 and (bool(person) or len(fields & _TELLING) >= 2)


class _RosterReader:
    """Reads the rows of one roster and counts what it could not understand, by column."""

    def __init__(self, table: Table, headings: Headings, as_of: date, alone: bool) -> None:
        self.table, self.headings, self.as_of, self.alone = table, headings, as_of, alone
        self.found: list[_Found] = []
        self.rejected: list[Rejected] = []
        self.merged = 0
        self.strange: Counter[str] = Counter()
        self.example: dict[str, tuple[int, str]] = {}

    def read(self) -> None:
        rows = [self._cells(row) for row in self.table.rows]
        if self._is_history(rows):
            self._histories(rows)
            return
        if set(self.headings.fields) <= _LISTS and "client_id" in self.headings.fields:
            self._put_together(rows)
            return
        for at, cells in enumerate(rows):
            self._one(at, cells)

    def _is_history(self, rows: list[dict[str, str]]) -> bool:
        """Whether each row is a job of a person's past, with its dates, and people have several."""
        dated = {"last_job_started", "last_job_ended"} & set(self.headings.fields)
        people = {cells.get("client_id") for cells in rows}
        return {"client_id", "last_job"} <= set(self.headings.fields) and bool(dated) and len(people) < len(rows)

    def _histories(self, rows: list[dict[str, str]]) -> None:
        """One client of all the jobs under an id; the other columns tell of the job and not of the person."""
        people: dict[str, tuple[int, dict[str, str], list[dict[str, Any]]]] = {}
        for at, cells in enumerate(rows):
            person = cells.get("client_id", f"\0{at}")
            first, base, jobs = people.setdefault(person, (at, {}, []))
            self.merged += first != at
            for field in ("client_id", "registered_on"):
                if field in cells:
                    base[field] = min(base.get(field, cells[field]), cells[field])
            job = roster_rows.past_job(cells)
            if job and job not in jobs:
                jobs.append(job)
        for at, base, jobs in people.values():
            self._one(at, base, jobs or None)

    def _cells(self, row: Sequence[str | None]) -> dict[str, str]:
        cells = {}
        for field, places in self.headings.fields.items():
            said = list(dict.fromkeys(self._with_unit(field, place, cell) for place in places if (cell := row[place])))
            if said:
                cells[field] = _JOINED[field].join(said) if field in _JOINED else said[0]
        return cells

    def _with_unit(self, field: str, place: int, cell: str) -> str:
        """A bare number with the unit of its heading: 3 under 最低薪资（千元）."""
        heading = self.table.headings[place]
        if field not in _IN_UNITS or not _BARE.fullmatch(cell):
            return cell
        unit = heading_unit(heading) or next(iter(_SMALL_UNIT.findall(heading)), "")
        return f"{cell}{unit}{'/年' if '年薪' in heading and '年' not in unit else ''}"

    def _put_together(self, rows: list[dict[str, str]]) -> None:
        together: dict[str, tuple[int, dict[str, str]]] = {}
        for at, cells in enumerate(rows):
            person = cells.get("client_id", f"\0{at}")
            if person not in together:
                together[person] = (at, dict(cells))
                continue
            self.merged += 1
            before = together[person][1]
            for field, cell in cells.items():
                before[field] = (
                    min(before.get(field, cell), cell)
                    if field in ("client_id", "registered_on")
                    else _both(before.get(field), cell)
                )
        for at, cells in together.values():
            self._one(at, cells)

    def _one(self, at: int, cells: dict[str, str], jobs: list[dict[str, Any]] | None = None) -> None:
        row = self.table.numbers[at]
        raw = personal.safe_raw(self.table.headings, self.table.rows[at])
        if not self._identified(cells, row):
            self.rejected.append(Rejected(self.table.file, self.table.sheet, row, "client_id", "", "no-client-id", raw))
            return
        made = roster_rows.client_of(cells, self.as_of, lambda field, seen: self._complain(field, row, seen))
        if jobs is not None:
            made["conditions"]["experience"] = jobs
        try:
            self.found.append(_Found(Client.from_dict(made), self.table.file, self.table.sheet, row, raw))
        except BadInput as fault:
            self.rejected.append(_refused(fault, self.table.file, self.table.sheet, row, raw))

    def _identified(self, cells: dict[str, str], row: int) -> bool:
        """Whether the row has an id; one is made where the roster has no column for it."""
        if "client_id" not in self.headings.fields:
            cells["client_id"] = f"R-{row}" if self.alone else f"R-{self.table.sheet}-{row}"
        if "client_id" in cells:  # an identity number is never kept
            cells["client_id"] = personal.safe_id(cells["client_id"])
        return bool(cells.get("client_id"))

    def _complain(self, field: str, row: int, seen: str) -> None:
        self.strange[field] += 1
        self.example.setdefault(field, (row, personal.masked(shown(seen))))

    def notices(self) -> list[str]:
        made = []
        if "client_id" not in self.headings.fields:
            made.append(say("notice.made-ids", file=self.table.file))
        unknown = [self.table.headings[place] for place in self.headings.unknown]
        if unknown:
            made.append(
                say("notice.unknown-column", columns="、".join(personal.masked(shown(name)) for name in unknown))
            )
        for field, count in sorted(self.strange.items()):
            places = self.headings.fields.get(field, ())
            column = self.table.headings[places[0]] if places else field
            row, seen = self.example[field]
            made.append(say("notice.value-left-out", column=column, count=count, row=row, seen=seen))
        return made


def _both(before: str | None, cell: str) -> str:
    return cell if before is None else before if cell in before.split("、") else f"{before}、{cell}"

"""A roster of any table format: its tables, its rows, and what could not be understood of them."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from jobmatch.columns.forms import fold_heading, heading_unit
from jobmatch.columns.matching import Headings, match_headings
from jobmatch.columns.naming import RUNNING_NUMBER
from jobmatch.dataset import codes, personal, roster_rows, sources
from jobmatch.dataset.found_client import Found, refused
from jobmatch.dataset.one_form import as_one_row
from jobmatch.dataset.roster_cells import education_in, of_the_republic
from jobmatch.dataset.roster_doubles import Numbered, numbers_told, rows_alike
from jobmatch.dataset.roster_work import past_job
from jobmatch.errors import BadInput
from jobmatch.files.table import Rejected, Table, shown
from jobmatch.messages import say
from jobmatch.records.client import Client
from jobmatch.text.fold import fold

# A table of these alone is a list of wishes or jobs, several rows a person: they are put together.
_LISTS: Final = frozenset(
    ("client_id", "occupations", "industries", "skills", "certificates", "last_job", "registered_on")
)
_OF_A_PERSON: Final = frozenset(("name", "id_number", "occupations", "birth_date"))
# Who somebody is and nothing of them, beside what became of a job: a list of outcomes.
_WHO: Final = frozenset(("client_id", "name", "id_number", "phone", "office", "counsellor", "gender"))
_OF_OUTCOMES: Final = frozenset(
    ("event", "shown_on", "event_on", "posting_id", "stage_hired", "stage_interviewed", "stage_applied")
)
_TELLING: Final = frozenset(("age", "education", "occupations", "residence", "skills"))
_IN_UNITS: Final = frozenset(("pay", "pay_min", "pay_wanted", "max_commute_km", "experience_years", "last_job_years"))
_BARE: Final = re.compile(r"[\d.,，]+(?:\s?[-~—–至到]\s?[\d.,，]+)?")
# Units of a heading that are no money; minutes are none of a way, so that a figure with them is said to be unreadable.
_SMALL_UNIT: Final = re.compile(r"[(（](米|m|个?月|months?|miles?|mi|分钟?|min(?:ute)?s?)[)）]", re.I)
_JOINED: Final = {
    "skills": "、",
    "certificates": "、",
    "notes": "；",
    "last_job": "、",
    "occupations": "、",
    "groups": "、",
}

# What may be a number of the person and is read before it is hidden.
_NUMBERED: Final = frozenset(("client_id", "id_number", "birth_date", "age"))
_FREE: Final = frozenset(("notes", "left_because", "urgency"))  # of stories, in which the person may be named
_NOTICES: Final = {"id_number": "notice.id-contradicts"}  # what is wrong where it is no strange value


@dataclass(frozen=True, slots=True)
class RosterRead:
    """What stands in the rosters of a source, each row for itself: who is who is not settled yet."""

    file: str
    found: list[Found]
    rejected: list[Rejected]
    notices: list[str]
    rows: int
    merged: int  # rows that were put to another one of the same person
    ids_made: bool


def read_roster(source: Any, mapping: Mapping[str, str] | None, sheet: str | None, as_of: date) -> RosterRead:
    """The rows of every table of a source that is a roster; a source without one is refused."""
    tables = [as_one_row(table) for table in sources.tables_of(source, sheet)]
    matched = list(zip(tables, sources.assign_each(tables, "client", mapping), strict=True))
    rosters = [(table, headings) for table, headings in matched if _is_roster(table, headings)]
    if not rosters:
        sources.refuse_run_together(tables[0])
        raise BadInput("no-client-column", file=tables[0].file, seen=sources.listed_known(tables[0].headings))
    left_out = [
        say("notice.sheet-left-out", sheet=table.sheet)
        for table, headings in matched
        if not _is_roster(table, headings)
    ]
    readers = [_RosterReader(table, headings, as_of, len(rosters) == 1) for table, headings in rosters]
    for reader in readers:
        reader.read()
    return RosterRead(
        tables[0].file,
        [one for reader in readers for one in reader.found],
        [one for reader in readers for one in reader.all_rejected()],
        [
            *left_out,
            *sources.sheets_told([table for table, _ in rosters]),
            *sources.totals_left_out(table for table, _ in rosters),
            *(line for reader in readers for line in reader.notices()),
            *numbers_told(one for reader in readers for one in reader.numbers),
        ],
        sum(len(table.rows) + len(table.rejected) for table, _ in rosters),
        sum(reader.merged for reader in readers),
        any("client_id" not in headings.fields for _, headings in rosters),
    )


def _is_roster(table: Table, headings: Headings) -> bool:
    """A roster names a person and says something of them; what names a job and its employer is none."""
    fields = set(headings.fields)
    job = match_headings(table.headings, "posting").fields
    own_id = set(headings.fields.get("client_id", ())) - set(job.get("posting_id", ()))  # 求职者编号, not 编号
    if {"title", "employer"} <= set(job) and not own_id and not fields & _OF_A_PERSON:
        return False
    if not fields - _WHO and len(_OF_OUTCOMES & set(match_headings(table.headings, "outcome").fields)) > 1:
        return False
    person = {"client_id", "name", "id_number"} & fields
    return len(fields) >= 2 and (bool(person) or len(fields & _TELLING) >= 2)


class _RosterReader:
    """Reads the rows of one roster and counts what it could not understand, by column."""

    def __init__(self, table: Table, headings: Headings, as_of: date, alone: bool) -> None:
        self.table, self.headings = codes.with_words(table, headings.codes), headings
        self.as_of, self.alone = as_of, alone
        self.found: list[Found] = []
        self.rejected: list[Rejected] = []
        self.merged = 0
        self.strange: Counter[str] = Counter()
        self.codes: dict[str, list[str]] = {}  # strange values that are codes
        self.example: dict[str, tuple[int, str]] = {}
        self.numbers: list[Numbered] = []
        self.hidden = 0  # ids that were the number of a person
        self.traditional = any(
            fold(sign) != sign for heading in table.headings for sign in heading if "㐀" <= sign <= "鿿"
        )
        self.counted_by_era = 0  # dates of birth that were read in years of the Republic

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
            job = past_job(cells)
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
        if self.traditional and (birth := cells.get("birth_date")):
            cells["birth_date"] = of_the_republic(birth)
            self.counted_by_era += cells["birth_date"] != birth
        for field in _FREE & cells.keys():
            cells[field] = personal.without_name(cells[field], cells.get("name"))
        return {field: cell if field in _NUMBERED else personal.masked(cell) for field, cell in cells.items()}

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
            column = self._heading("client_id")
            self.rejected.append(Rejected(self.table.file, self.table.sheet, row, column, "", "no-client-id", raw))
            return
        made = roster_rows.client_of(cells, self.as_of, lambda field, seen: self._complain(field, row, seen, cells))
        if jobs is not None:
            made["conditions"]["experience"] = jobs
        try:
            self.found.append(Found(Client.from_dict(made), self.table.file, self.table.sheet, row, raw))
        except BadInput as fault:
            self.rejected.append(refused(fault, self.table.file, self.table.sheet, row, raw))

    def _identified(self, cells: dict[str, str], row: int) -> bool:
        """Whether the row has an id; one is made where the roster has no column for it."""
        if "client_id" not in self.headings.fields:
            cells["client_id"] = f"R-{row}" if self.alone else f"R-{self.table.sheet}-{row}"
        if given := cells.get("client_id"):  # an identity number is never kept
            cells["client_id"] = personal.safe_id_under(self._heading("client_id"), given, cells.get("name"))
            if cells["client_id"] != given:
                self.hidden += 1
                if any(sign.isdigit() for sign in given):
                    cells.setdefault("id_number", given)
        self._note_number(cells, row)
        return bool(given)

    def _note_number(self, cells: dict[str, str], row: int) -> None:
        if number := cells.get("id_number"):
            self.numbers.append(Numbered(number, cells.get("client_id") or str(row), self.table.sheet, row))

    def _complain(self, field: str, row: int, seen: str, cells: Mapping[str, str]) -> None:
        self.strange[field] += 1
        if codes.is_of_words(field, "client") and codes.is_code(seen):
            self.codes.setdefault(field, []).append(seen)
        told = personal.HIDDEN if _may_be_a_name(seen, cells.get("name")) else personal.masked_with_names(shown(seen))
        self.example.setdefault(field, (row, told))

    def all_rejected(self) -> list[Rejected]:
        """Rows that the file's format broke, and rows that are no client."""
        return [personal.safe_rejected(row) for row in self.table.rejected] + self.rejected

    def _said(self) -> Iterator[str]:
        """What each row that was found says, but for its running number."""
        places = [at for at, name in enumerate(self.table.headings) if fold_heading(name) not in RUNNING_NUMBER]
        rows = dict(zip(self.table.numbers, self.table.rows, strict=True))
        return ("\0".join(rows[one.row][at] or "" for at in places) for one in self.found)

    def _heading(self, field: str) -> str:
        """The column of a field as the roster names it."""
        fields = self.headings.fields
        places = fields.get(field) or (fields.get("client_id") if field == "id_number" else ())
        return self.table.headings[places[0]] if places else field

    def notices(self) -> list[str]:
        """What a person should know: ids that were made, columns that were passed over, values that were left out."""
        made = [say("notice.hidden-ids", count=self.hidden)] if self.hidden else []
        if self.counted_by_era:
            made.append(say("notice.by-era", column=self._heading("birth_date"), count=self.counted_by_era))
        if "client_id" not in self.headings.fields:
            of_sheet = "" if self.alone else "-of-sheet"
            made.append(say(f"notice.made-ids{of_sheet}", file=self.table.file, sheet=self.table.sheet))
            made += rows_alike(zip(self.found, self._said(), strict=True))
        made += sources.unused_told(self.table.headings[place] for place in self.headings.unknown)
        for field, count in sorted(self.strange.items()):
            column = self._heading(field)
            if coded := self.codes.get(field):
                made.append(codes.notice(column, coded, len(coded)))
            if len(coded or ()) == count:
                continue
            row, seen = self.example[field]
            made.append(
                say(_NOTICES.get(field, "notice.value-left-out"), column=column, count=count, row=row, seen=seen)
            )
        return made


def _may_be_a_name(seen: str, name: str | None) -> bool:
    """Whether what stands in a column may name the person: it is the name, or the cells of the row have slipped.

    >>> _may_be_a_name("看情况", "张某"), _may_be_a_name("张某", "张某"), _may_be_a_name("张某", "1")
    (False, True, True)
    """
    if name is None:
        return False
    return seen == name or bool(re.search(r"\d", name)) or name in ("男", "女") or bool(education_in(name))


def _both(before: str | None, cell: str) -> str:
    return cell if before is None else before if cell in before.split("、") else f"{before}、{cell}"

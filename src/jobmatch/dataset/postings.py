"""Postings: any source → one checked table, one row a vacancy.

Raw text stays as it was written; what it means is the business of text/. The order of rows changes nothing.
"""

import gc
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from jobmatch.columns.naming import field_of
from jobmatch.dataset import personal, posting_rows, same_employer, several_jobs, sources, vacancies
from jobmatch.dataset.balance import Balance, Checked, refuse_if_all_rejected
from jobmatch.errors import BadInput
from jobmatch.files.table import Table
from jobmatch.messages import say
from jobmatch.text.dates import day_of

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True)
class Postings(Checked):
    """Checked postings: the table, what was rejected and why, the balance, and what a person should know."""

    fields: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # field → the headings it was read from
    as_of: date | None = None  # the day from which days without a year are seen


def read_postings(
    source: Any,
    *,
    mapping: Mapping[str, str] | None = None,
    sheet: str | None = None,
    as_of: date | str | None = None,
) -> Postings:
    """Read postings from a path, a pandas table or a list of dicts.

    >>> postings = read_postings([{"岗位名称": "保洁员", "工资": "3500元/月", "招聘人数": "2人"}])
    >>> postings.frame[["title", "salary", "openings"]].values.tolist()
    [['保洁员', '3500元/月', 2]]

    A row that has no title is rejected with its reason; the same vacancy twice is one:

    >>> rows = [{"title": "保安", "id": "7"}, {"title": "保安", "id": "8"}, {"title": "", "id": "9"}]
    >>> postings = read_postings(rows)
    >>> postings.balance
    Balance(read=3, accepted=1, rejected=1, duplicates=1)
    >>> postings.frame[["posting_id", "also_posted_as"]].values.tolist()
    [['7', ['8']]]

    A source without a column for the title is refused:

    >>> read_postings([{"天气": "晴"}])
    Traceback (most recent call last):
    jobmatch.errors.BadInput: (memory)：没有岗位名称这一列，只看到：天气。...
    """
    with without_collection():
        return _read(source, mapping, sheet, None if as_of is None else day_of(as_of))


def read_ids(source: Any) -> list[str]:
    """The ids of postings that a file or a list of dicts names: a column of ids, or one id a line.

    >>> read_ids([{"岗位编号": "P-1", "岗位名称": "保洁"}, {"岗位编号": "P-2"}])
    ['P-1', 'P-2']
    """
    found: list[str] = []
    for table in sources.tables_of(source):
        places = sources.assign(table, "posting", None).fields.get("posting_id")
        if places is None and len(table.headings) > 1:
            raise BadInput("no-id-column", file=table.file, seen=sources.listed(table.headings))
        if places is None:  # the first line is an id as well
            found.append(str(table.headings[0]))
        found += [" ".join(cell.split()) for cell in sources.first_filled(table, places or (0,)) if cell]
    return found


@contextmanager
def without_collection() -> Iterator[None]:
    """Millions of cells and values and no cycle among them: the collector would look at each several times in vain."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


def _read(source: Any, mapping: Mapping[str, str] | None, sheet: str | None, as_of: date | None) -> Postings:
    tables = sources.tables_of(source, sheet)
    titled, notices = _titled(tables, mapping)
    rejected = [personal.safe_posting(row, table.headings) for table, _ in titled for row in table.rejected]
    read = sum(len(table.rows) for table, _ in titled) + len(rejected)
    parts = [posting_rows.read(table, headings, as_of) for table, headings in titled]
    rejected += [personal.safe_posting(row) for part in parts for row in part.rejected]
    notices += sources.sheets_told([table for table, _ in titled])
    notices += sources.totals_left_out(table for table, _ in titled)
    notices += [notice for part in parts for notice in part.notices]
    kept, conflicts, duplicates = vacancies.one_each([row for part in parts for row in part.rows])
    rejected += map(personal.safe_posting, conflicts)
    kept = [row | {"requirements": _with_persons(row)} for row in kept]
    refuse_if_all_rejected(kept, rejected, read)
    if not read:
        notices.append(say("notice.no-postings", file=tables[0].file))
    return Postings(
        _frame(kept), Balance(read, len(kept), len(rejected), duplicates), tuple(rejected), tuple(notices),
        _headings_used(titled), as_of,
    )  # fmt: skip


def _titled(tables: Sequence[Table], mapping: Mapping[str, str] | None) -> tuple[list[Any], list[str]]:
    """The tables that have a title column, and a notice for each sheet that has none."""
    matched = list(zip(tables, sources.assign_each(tables, "posting", mapping), strict=True))
    titled, told = [], []
    people = [] if "title" in (mapping or {}).values() else [table for table in tables if of_people(table)]
    for table, headings in matched:
        if "title" in headings.fields and table not in people:
            whole, employers = same_employer.with_employers(table, headings)
            *one, notices = several_jobs.apart(whole, headings)
            titled.append(tuple(one))
            told += employers + notices
    if not titled and people:
        raise BadInput("people-for-postings", file=people[0].file, seen=sources.listed_known(people[0].headings))
    if not titled:
        first = max(tables, key=lambda table: len(table.rows))
        sources.refuse_run_together(first)
        raise BadInput("no-title-column", file=first.file, seen=sources.listed(first.headings))
    left_out = [table for table, headings in matched if "title" not in headings.fields or table in people]
    return titled, [*told, *(say("notice.sheet-left-out", sheet=table.sheet) for table in left_out)]


# Columns that ask something of the person: the heading that stands before it in a text, and the words that ask.
_OF_PERSONS: Final = {
    "gender": (
        "性别要求",
        re.compile(r"^(?!.*男.{0,2}女|.*女.{0,2}男|.*不限|any|.*\bor\b).*(?:男|女|\bm(?:ale|en)\b|female)", re.I),
    ),
    "age": ("年龄要求", re.compile(r"[1-9]\d|[二三四五六]十|[6789]0后")),
}


def _with_persons(row: Mapping[str, Any]) -> str | None:
    """The requirements with what columns of their own ask of the person, so that it is screened like any text."""
    told = ((heading, row[field]) for field, (heading, asks) in _OF_PERSONS.items() if asks.search(row[field] or ""))
    asked = (f"{heading}：{value}" for heading, value in told)
    return "\n".join(filter(None, (row["requirements"], *asked))) or None


def _headings_used(titled: Sequence[Any]) -> dict[str, tuple[str, ...]]:
    used: dict[str, tuple[str, ...]] = {}
    for table, headings in titled:
        for name, places in headings.fields.items():
            used[name] = tuple(dict.fromkeys([*used.get(name, ()), *(table.headings[p] for p in places)]))
    return used


def _frame(rows: Sequence[dict[str, Any]]) -> "pd.DataFrame":
    import pandas as pd

    optional = [name for name in posting_rows.OPTIONAL if any(row[name] is not None for row in rows)]
    names = [*posting_rows.ALWAYS, *optional, "also_posted_as", "file", "sheet", "row"]
    data: dict[str, Any] = {name: pd.Series([row[name] for row in rows], dtype=object) for name in names}
    data["openings"] = pd.array([row["openings"] for row in rows], dtype="Int64")
    data["row"] = pd.array([row["row"] for row in rows], dtype="Int64")
    return pd.DataFrame(data, columns=names)


_ENOUGH: Final = 2  # columns that only clients have: one alone (联系人地址) stands beside vacancies too
# what is asked for of people and told of them: beside a name it is of somebody
_PERSONAL: Final = frozenset(("age", "gender", "birth_date", "id_number", "ethnicity", "marital_status", "phone"))


def of_people(table: Table) -> bool:
    """Whether a table tells of people who look for work, and not of vacancies.

    >>> of_people(Table("a.json", None, ("client_id", "goal/occupations", "conditions/residence"), [], []))
    True
    >>> of_people(Table("a.csv", None, ("name", "age", "education"), [], []))
    True
    >>> of_people(Table("a.csv", None, ("name", "age", "company"), [], []))
    False
    """
    asked = {heading: _field(heading, "posting") for heading in table.headings}
    told = {heading: _field(heading, "client") for heading in table.headings}
    only_told = [heading for heading, field in told.items() if field and not asked[heading]]
    only_asked = [name for name, field in asked.items() if field and field != "title" and not told[name]]
    if len(only_told) >= _ENOUGH and len(only_told) > len(only_asked):
        return True
    named = any(field == "title" and told[heading] == "name" for heading, field in asked.items())
    return named and not only_asked and not _PERSONAL.isdisjoint(filter(None, told.values()))


def _field(heading: str, kind: str) -> str | None:
    found = field_of(heading, kind)
    return found[0] if found else None

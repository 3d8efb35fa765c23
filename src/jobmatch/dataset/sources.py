"""A path, a pandas table or a list of dicts → tables, and which column is which field."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from jobmatch.arguments import is_frame
from jobmatch.columns.fields import fields_of
from jobmatch.columns.forms import fold_heading, names_of
from jobmatch.columns.matching import Headings, match_headings
from jobmatch.columns.naming import is_heading
from jobmatch.dataset import codes, personal
from jobmatch.errors import BadInput, UsageError
from jobmatch.files.read import read_tables
from jobmatch.files.structured import table_of
from jobmatch.files.table import Table, shown
from jobmatch.messages import listing, say
from jobmatch.patterns import late
from jobmatch.settings import load

_NAMES_TOLD = 12  # of the fields of two kinds of file: a line is a line
IN_MEMORY = "(memory)"  # the file name of what came as values


def tables_of(source: Any, sheet: str | None = None) -> list[Table]:
    """The tables of a source; rows of values are numbered from 1.

    >>> tables_of([{"title": "保洁"}])[0].rows
    [['保洁']]
    """
    return _not_too_wide(_tables_of(source, sheet))


def _not_too_wide(tables: list[Table]) -> list[Table]:
    """The tables, unless looking up the headings of one would take minutes: a slip or a trap."""
    most = load().number("reading.most_heading_characters")
    for table in tables:
        if sum(map(len, table.headings)) + len(table.headings) > most:
            raise BadInput("sheet-too-large", file=table.file)
    return tables


def _tables_of(source: Any, sheet: str | None) -> list[Table]:
    if isinstance(source, (str, Path)):
        return read_tables(source, sheet=sheet)
    if is_frame(source):
        if len(source.columns) and not len(source):  # as a file of headings alone
            return [Table(IN_MEMORY, None, tuple(map(str, source.columns)), [], [])]
        source = _frame_rows(source)
    if isinstance(source, Mapping):
        source = [source]
    if not isinstance(source, Iterable):
        raise BadInput("wrong-type", seen=type(source).__name__)
    rows = list(source)
    if rows and not any(isinstance(row, Mapping) for row in rows):
        raise BadInput("wrong-type", seen=f"{type(source).__name__}[{type(rows[0]).__name__}]")
    return [table_of(list(enumerate(rows, 1)), IN_MEMORY)]


def totals_left_out(tables: Iterable[Table]) -> list[str]:
    """A notice for each table of which rows were left out because they only add up others."""
    return [say("notice.totals", rows=listing(table.totals)) for table in tables if table.totals]


# Sheets that are kept for the record, or show how to fill in the others.
_KEPT_SHEET: Final = late(
    r"上[个一]?[月周季年]|往[期年]|历[史年]|以前|去年|旧|过期|到期|作废|失效|停招|已?招满|已?截止|已?结束|已?(?:就业|上岗|入职|安置|录用|退出|注销|销户|死亡)"
    r"|不在招|存档|备份|示例|样[例表]|模板"
    r"|old|archive|backup|closed|expired|placed|last (?:month|week|year)|example|template",
    re.I,
)


def unused_told(headings: Iterable[str]) -> list[str]:
    """A notice of the columns that no field claims, none where there are none."""
    names = [personal.masked(shown(heading)) for heading in headings]
    return [say("notice.unknown-column", columns=listing(names))] if names else []


def sheets_told(tables: Sequence[Table]) -> list[str]:
    """Which sheets were read, where there are several, and which of them by its name may not be meant."""
    named = [table for table in tables if table.sheet]
    if not named:
        return []
    told = listing(say("word.brackets", words=table.sheet, more=len(table.rows)) for table in named)
    lines = [say("notice.sheets-read", sheets=told)] if len(named) > 1 else []
    kept = listing(f"“{table.sheet}”" for table in named if table.sheet and _KEPT_SHEET.search(table.sheet))
    return lines + ([say("notice.sheet-kept", sheets=kept)] if kept else [])


def _frame_rows(frame: Any) -> list[dict[str, Any]]:
    names = [str(name) for name in frame.columns]
    plain = frame.astype(object).where(frame.notna(), None)
    return [dict(zip(names, row, strict=True)) for row in plain.itertuples(index=False, name=None)]


def assign(table: Table, kind: str, mapping: Mapping[str, str] | None) -> Headings:
    """Which columns of a table hold which field; a mapping that names no such field or column is refused."""
    named, words = codes.apart(mapping)
    for field in named.values():
        if field not in fields_of(kind):
            raise UsageError("unknown-field", seen=field, welcome=" ".join(fields_of(kind)))
    for heading in (*named, *words):
        if fold_heading(heading) not in _names(table.headings):
            raise BadInput(
                "unknown-heading",
                file=table.file,
                seen=heading,
                found=_listed_for(kind)(table.headings),
            )
    return replace(match_headings(table.headings, kind, named), codes=codes.by_place(table.headings, words))


_PAIR: Final = late(r"\s*([^:：=＝]{1,20}?)\s*[:：=＝]")


def refuse_run_together(table: Table) -> None:
    """Refuse a table of one column whose heading is several, or is a name with what it is: no columns can be told.

    >>> refuse_run_together(Table("a.csv", None, ("岗位名称  工资  地点",), [], []))
    Traceback (most recent call last):
    jobmatch.errors.BadInput: a.csv：列名“岗位名称 工资 地点”连在一格里，分不出列。...
    """
    whole = table.headings[0] if len(table.headings) == 1 else ""
    seen = personal.masked(shown(whole))
    if (found := _PAIR.match(whole)) and is_heading(found[1]):
        raise BadInput("lines-of-pairs", file=table.file, seen=f"{found[1]}：…")
    if sum(map(is_heading, re.split(r"\W+", whole)[:_NAMES_TOLD])) > 1:
        raise BadInput("headings-in-one-cell", file=table.file, seen=seen)


class Shared(dict[str, str]):
    """A mapping (heading → field) for several files: each takes what it has, and what none took is refused.

    >>> shared = Shared({"工种": "title", "岁": "age"}, ("client", "posting"), ("a.csv", "b.csv"))
    >>> shared.part_of(tables_of([{"工种": "保洁"}]), "posting")
    {'工种': 'title'}
    >>> shared.refuse_untaken()
    Traceback (most recent call last):
    jobmatch.errors.BadInput: a.csv、b.csv：没有名为“岁”、可以读作 age 的列，只看到：(memory) 工种。请检查 --map。
    """

    def __init__(self, mapping: Mapping[str, str], kinds: Sequence[str], files: Sequence[str]) -> None:
        super().__init__(mapping)
        self._files = listing(Path(file).name for file in files)
        self._untaken = dict(mapping)
        self._seen: list[str] = []
        if mapping:
            known = dict.fromkeys(field for kind in kinds for field in fields_of(kind))
            for field in codes.apart(mapping)[0].values():
                if field not in known:
                    raise UsageError("unknown-field", seen=field, welcome=_nearest(field, list(known)))

    def part_of(self, tables: Sequence[Table], kind: str) -> dict[str, str]:
        """What these tables have of it."""
        headings = _everywhere(tables)
        self._seen.append(f"{tables[0].file} {_listed_for(kind)(headings)}")
        part = {
            heading: field
            for heading, field in _own(headings, self).items()
            if field in fields_of(kind) or codes.column_and_code(heading, field)
        }
        for heading in part:
            self._untaken.pop(heading, None)
        return part

    def refuse_untaken(self) -> None:
        """Refuse what no table has taken, once all are read."""
        for heading, field in self._untaken.items():
            found = say("word.semicolon").join(self._seen) or "—"
            raise BadInput("unknown-heading-of", file=self._files, seen=heading, field=field, found=found)


def assign_each(tables: Sequence[Table], kind: str, mapping: Mapping[str, str] | None) -> list[Headings]:
    """Which columns hold which field, table by table; of a mapping each sheet takes what it has.

    A heading that no sheet has is refused.
    """
    if not isinstance(mapping, Mapping | None):
        raise UsageError("not-a-mapping", seen=type(mapping).__name__)
    if isinstance(mapping, Shared):
        mapping = mapping.part_of(tables, kind)
    if len(tables) == 1:
        return [assign(tables[0], kind, mapping)]
    assign(replace(tables[0], headings=_everywhere(tables)), kind, mapping)
    return [assign(table, kind, _own(table.headings, mapping)) for table in tables]


def _nearest(seen: str, known: Sequence[str]) -> str:
    """The names that are nearest to what was written, and behind them the first of all."""
    from difflib import get_close_matches

    near = get_close_matches(seen, known, _NAMES_TOLD, cutoff=0.4)
    told = list(dict.fromkeys([*near, *known]))[:_NAMES_TOLD]
    return " ".join(told) + say("word.and-so-on")


def _everywhere(tables: Sequence[Table]) -> tuple[str, ...]:
    """The headings of all tables."""
    return tuple(dict.fromkeys(heading for table in tables for heading in table.headings))


def _own(headings: Sequence[str], mapping: Mapping[str, str] | None) -> dict[str, str]:
    """The part of a mapping that is about some columns."""
    own = _names(headings)
    return {
        heading: field
        for heading, field in (mapping or {}).items()
        if fold_heading(codes.column_of(heading, field)) in own
    }


def _names(headings: Iterable[str]) -> set[str]:
    """The names by which a mapping may mean one of some columns."""
    return {name for heading in headings for name in names_of(heading)}


def listed(headings: Sequence[str], most: int = 12) -> str:
    """The headings in one line, for a message; of a row that is a person's data, only what is a heading."""
    if any(personal.masked(heading) != heading for heading in headings):
        return listed_known(headings, most)
    return listing(shown(heading, 20) for heading in headings[:most]) + ("…" if len(headings) > most else "")


def listed_known(headings: Sequence[str], most: int = 12) -> str:
    """The headings that are known, and how many more there are: a row of data is never shown for one of headings.

    >>> listed_known(["姓名", "张某"]), listed_known(["张某"])
    ('姓名、另有 1 列不认识', '另有 1 列不认识')
    """
    known = [heading for heading in headings if is_heading(heading) and personal.masked(heading) == heading]
    more = len(headings) - min(len(known), most)
    return listing(
        [*(shown(name, 20) for name in known[:most]), *([say("word.more-columns", count=more)] if more else [])]
    )


def _listed_for(kind: str) -> Callable[[Sequence[str]], str]:
    """How headings are listed: what stands above a roster may be a person's data."""
    return listed if kind == "posting" else listed_known


def first_filled(table: Table, places: Sequence[int]) -> list[str | None]:
    """The first of several columns that holds something, row by row."""
    if not places:
        return [None] * len(table.rows)
    if len(places) == 1:
        return table.column(places[0])
    return [first_in(row, places) for row in table.rows]


def first_in(row: Sequence[str | None], places: Iterable[int]) -> str | None:
    """The first of several cells of a row that holds something.

    >>> first_in(["C-1", None, "139"], (1, 2)), first_in(["C-1", None], (1,))
    ('139', None)
    """
    return next((row[place] for place in places if row[place] is not None), None)


def joined(table: Table, places: Sequence[int], mark: str = "\n") -> list[str | None]:
    """All of several columns as one text, without saying the same twice."""
    if len(places) < 2:
        return first_filled(table, places)
    return [join_texts([row[p] for p in places], mark) for row in table.rows]


def join_texts(parts: Iterable[str | None], mark: str) -> str | None:
    """Texts as one; a text that another already holds is left out.

    >>> join_texts(["北京", None, "北京市大兴区"], " ")
    '北京市大兴区'
    """
    kept: list[str] = []
    for part in parts:
        if part is None or any(part in other for other in kept):
            continue
        kept = [other for other in kept if other not in part]
        kept.append(part)
    return mark.join(kept) or None

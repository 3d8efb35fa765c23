"""Raw rows → a table: where the headings stand, what is layout, what cannot be used.

Layout is not data and is left out without a word: title rows above the headings, blank rows and columns, a remark at
the foot, headings repeated on a new page. Where a total stood is kept, as what is left out there can be said.
"""

import re
import unicodedata
from collections.abc import Sequence
from typing import Final

from jobmatch.columns.fields import words
from jobmatch.columns.naming import is_heading
from jobmatch.errors import BadInput
from jobmatch.files.delimited import TWINS, Record
from jobmatch.files.encoding import BROKEN
from jobmatch.files.table import Rejected, Row, Table, as_json, shown
from jobmatch.messages import say
from jobmatch.patterns import late
from jobmatch.records.signs import harmless, unseen
from jobmatch.settings import load

# What programs write for nothing. 无 is not among them: "no experience asked" is something.
_MISSING: Final = frozenset(
    words(
        "nan NaN NAN null NULL Null None none NONE n/a N/A #N/A NA NaT nat \\N - -- --- — —— / inf "
        "-inf +inf Inf -Inf INF infinity Infinity -Infinity #REF! #DIV/0! #VALUE! #NAME? #NULL! "
        "#NUM! undefined <NA>"
    )
)
# Every blank that people type or programs leave, the ideographic one and those of no width among them.
_BLANKS: Final = "".join(chr(c) for c in range(0x3001) if chr(c).isspace()) + "\u200b\ufeff"
_COUNT: Final = (
    r"[\d.,%][\d.,%\s~至到-]{0,30}[个個万元人名家条條项項]{0,2}(?:岗位|崗位|职位|職位|单位|單位|企业|企業|公司)?"
)
_TOTAL: Final = late(
    r"^(?:[本全][场場次部页頁表]|以上)?\s{0,2}"
    r"(?:[合总總小共累]\s{0,4}[计計]|[总總][数數]|grand total|total|subtotal|sum|共(?=\s{0,2}\d))"
    rf"[:：]?(?:\s{{0,4}}[(,、;]?\s{{0,2}}{_COUNT}\)?){{0,3}}$",
    re.I,
)
# Who fills in the form, and when: a row of it stands between the title and the headings.
_FORM: Final = late(
    r"^(?:填报|填表|制表|报送|上报|统计|审核|编制)(?:单位|部门|机构|人|日期|时间|月份)|^(?:单位|机构|街道|社区|部门)(?:名称)?[(（]?(?:盖章|公章|章)"
    r"|^(?:单位|机构|街道|社区|部门|单位名称|日期|联系人|联系电话)[:：]"
)
_NUMBER: Final = late(rf"^(?:共|约|約)?{_COUNT}[+余餘多]?[个人名元家]?$")
_SIGNED: Final = r"(?:填表|填报|制表|审核|复核|编制|报送|统计|经办)"  # who answers for a form, at its foot
_REMARK: Final = late(
    rf"^(?:(?:注|备注|備註|说明|填表说明|{_SIGNED}(?:人|单位|部门|日期|时间)?|(?:单位|部门)?负责人|联系人|数据来源|note|source|remark)s?"
    rf"\s{{0,4}}\d{{0,2}}[:：]|(?:填表|填报|制表|审核|复核)人$)",
    re.I,
)


def clean(cell: object) -> str | None:
    """A cell without the blanks around it; None where it holds nothing.

    >>> clean(" 保洁　"), clean("NaN"), clean("无")
    ('保洁', None, '无')
    """
    text = "" if cell is None else str(cell).strip(_BLANKS)
    return None if not text or text in _MISSING else text


def shape(records: Sequence[Record], file: str, *, sheet: str | None = None, ragged: bool = True) -> Table:
    """The table that raw records hold; ``ragged`` where the number of cells in a row can be wrong (CSV)."""
    filled = [record for record in records if record.fault or any(clean(cell) for cell in record.cells)]
    if not filled:
        raise BadInput("no-rows", file=file)
    top, height = _headings_at(filled)
    width = len(filled[top].cells) if ragged else max(len(record.cells) for record in filled)
    headings = _headings(filled[top : top + height], width)
    return _Reader(file, sheet, headings, ragged).read(filled[top + height :])


def read_rows(headings: list[str], records: Sequence[Record], file: str) -> Table:
    """The table under headings that are known to be headings, every record of which is data."""
    return _Reader(file, None, headings, ragged=False, layout=False).read(records)


def _headings_at(records: Sequence[Record]) -> tuple[int, int]:
    """Where the headings stand, and whether in one row or two."""
    searched = records[: int(load().number("reading.header_rows"))]
    found = [sum(bool(cell) and is_heading(cell[:80]) for cell in record.cells) for record in searched]
    filled = [sum(clean(cell) is not None for cell in record.cells) for record in searched]
    if max(found) == 0:  # nothing is known: the first row of more than one cell
        top = next((place for place, cells in enumerate(filled) if cells > 1), 0)
        return top, 1
    top = max(range(len(found)), key=lambda place: (found[place], filled[place] > 1, -place))
    if top > 0 and _continues(searched[top - 1].cells, searched[top].cells):
        return top - 1, 2
    if top + 1 < len(searched) and _continues(searched[top].cells, searched[top + 1].cells):
        return top, 2
    return top, 1


def _continues(upper: Sequence[str], lower: Sequence[str]) -> bool:
    """Whether ``lower`` is the second of two header rows: it names what ``upper`` only groups.

    Every cell of it stands under a group (a cell with blanks to its right) or under the same words, at least two
    of them are new, none is a number, and one is a heading that is known.
    """
    above = [clean(cell) for cell in upper] + [None] * (len(lower) - len(upper))
    below = [clean(cell) for cell in lower] + [None] * (len(upper) - len(lower))
    if sum(cell is not None for cell in above) < 2:  # a title over the table, not a row of headings
        return False
    if any(cell and _FORM.match(cell[:40]) for cell in above):
        return False
    new = []
    for place, cell in enumerate(below):
        if cell is None or cell == above[place]:
            continue
        group = above[place] is None or (place + 1 < len(above) and above[place + 1] is None)
        if not group or len(cell) > 20 or any(c.isdigit() for c in cell):
            return False
        new.append(place)
    under_blank = any(above[place] is None for place in new)
    grouped = any(cell is not None and (below[place] in (None, cell)) for place, cell in enumerate(above))
    names = _joined(above, below)
    return (
        under_blank and len(new) >= 2 and (grouped or len(new) == len(below)) and any(is_heading(names[p]) for p in new)
    )


def _joined(above: Sequence[str | None], below: Sequence[str | None]) -> list[str]:
    names, group = [], ""
    for upper, lower in zip(above, below, strict=False):
        group = upper or (group if lower else "")
        parts = [group] if lower is None or lower == group else [group, lower]
        names.append("/".join(part for part in parts if part))
    return names


def _headings(records: Sequence[Record], width: int) -> list[str]:
    rows = [[clean(cell) for cell in record.cells] + [None] * (width - len(record.cells)) for record in records]
    names = _joined(*rows) if len(rows) == 2 else [cell or "" for cell in rows[0]]
    return [" ".join(harmless(name).split()) for name in names[:width]]


class _Reader:
    """Takes the rows under the headings one by one."""

    def __init__(self, file: str, sheet: str | None, headings: list[str], ragged: bool, layout: bool = True) -> None:
        self.file, self.sheet, self.headings, self.layout = file, sheet, headings, layout
        self.width = len(headings)
        self.needed = max((place + 1 for place, name in enumerate(headings) if name), default=0) if ragged else 0
        self.longest = int(load().number("reading.longest_cell"))
        self.rows: list[Row] = []
        self.numbers: list[int] = []
        self.rejected: list[Rejected] = []
        self.totals: list[int] = []

    def read(self, records: Sequence[Record]) -> Table:
        for record in records:
            # the loop over all cells of a file: clean() written out
            cells = [t if (t := cell.strip(_BLANKS)) and t not in _MISSING else None for cell in record.cells]
            fault = record.fault or self._fault(cells)
            filled = [cell for cell in cells if cell is not None]
            if self.layout and self._is_layout(filled):
                continue
            if self.layout and self._is_total(filled):
                self.totals.append(record.line)
                continue
            if fault:
                self._reject(record, cells, fault)
            else:
                if any(map(unseen, record.cells)):
                    cells = [clean(harmless(cell)) if cell else None for cell in cells]
                self.rows.append(cells[: self.width] + [None] * (self.width - len(cells)))
                self.numbers.append(record.line)
        return self._table()

    def _fault(self, cells: Row) -> str | None:
        if any(cells[self.width :]):
            return "too-many-cells"
        if len(cells) < self.needed:
            marks = sum(cell.count(mark) for cell in cells if cell for mark in TWINS)
            return "mixed-marks" if len(cells) + marks >= self.needed else "too-few-cells"
        for cell in cells:
            if cell is None:
                continue
            if len(cell) > self.longest:
                return "cell-too-long"
            if "\0" in cell:
                return "nul"
            if BROKEN in cell:
                return "undecodable"
        return None

    def _is_layout(self, filled: Sequence[str]) -> bool:
        if not filled or filled == [name for name in self.headings if name]:
            return True
        few = len(filled) <= 3 or all(":" in _plain(cell) for cell in filled)
        return self.width > 2 and few and bool(_REMARK.match(_plain(filled[0])))

    def _is_total(self, filled: Sequence[str]) -> bool:
        """Whether the first words of a row are those of a total, and nothing else in it is words."""
        at = 1 if len(filled) > 1 and _NUMBER.match(filled[0][:40]) else 0  # behind the number of the line
        if self.width < 2 or len(filled[at]) > 50 or not _TOTAL.match(_plain(filled[at])):
            return False
        return all(_NUMBER.match(_plain(cell)) or cell == filled[at] for cell in filled)

    def _reject(self, record: Record, cells: Row, fault: str) -> None:
        column, seen = self._where(cells, fault)
        values = {"found": len(cells), "wanted": self.width, "longest": self.longest}
        short = [cell if cell is None or len(cell) <= self.longest else shown(cell) for cell in cells]
        raw = as_json(self.headings, short)
        self.rejected.append(Rejected(self.file, self.sheet, record.line, column, seen, fault, raw, values))

    def _where(self, cells: Row, fault: str) -> tuple[str | None, str]:
        tests = {
            "cell-too-long": lambda cell: len(cell) > self.longest,
            "nul": lambda cell: "\0" in cell,
            "undecodable": lambda cell: BROKEN in cell,
        }
        for place, cell in enumerate(cells):
            if fault in tests and cell is not None and tests[fault](cell):
                return (self.headings[place] if place < self.width else None), shown(cell.replace("\0", "\\0"))
        return None, shown(",".join(cell or "" for cell in cells))

    def _table(self) -> Table:
        kept = [p for p in range(self.width) if self.headings[p] or any(row[p] is not None for row in self.rows)]
        headings = tuple(self.headings[p] or say("word.column-number", number=p + 1) for p in kept)
        if len(kept) < self.width:
            self.rows = [[row[p] for p in kept] for row in self.rows]
        return Table(self.file, self.sheet, headings, self.rows, self.numbers, self.rejected, totals=self.totals)


def _plain(cell: str) -> str:
    """The beginning of a cell in signs of one width."""
    return unicodedata.normalize("NFKC", cell[:60])

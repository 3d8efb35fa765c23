"""CSV and TSV: text → records, and a fault for every record that cannot be used.

A record is as many lines as it takes to close its quotes. Where that gives the wrong number of cells, only the
first of the lines is refused and reading goes on behind it: one broken quote never swallows the rest of a file.
"""

import csv
import io
import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from jobmatch.columns.naming import is_heading
from jobmatch.patterns import late

_OF_SENTENCES: Final = "；｜、＝=　"  # these stand within cells: they part only headings, of which some are known
_ENOUGH: Final = 2  # headings that are known
_DELIMITERS: Final = ",\t;|，" + _OF_SENTENCES
# A mark in its other form, wide or narrow: either may be typed for the other.
TWINS: Final = {",": "，", "，": ",", ";": "；", "；": ";", "|": "｜", "｜": "|"}
# The csv module refuses a field over 128 KB with an error that stops the file; ours is to refuse the row alone.
_HUGE: Final = 1 << 30


_KEPT_AS_TEXT: Final = late(r"""="|(?:^|[,\t;|"])'\d""", re.MULTILINE)


class Record(NamedTuple):
    """The cells of one record and the line at which it begins; ``fault`` names why it cannot be used."""

    line: int
    cells: list[str]
    fault: str | None = None


def sniff(text: str) -> str:
    r"""The delimiter: the one that parts known headings, or else the first lines most evenly.

    >>> sniff("岗位名称;工资\n保洁;3000,00\n"), sniff("岗位名称\t工资\n保洁\t3000\n")
    (';', '\t')
    >>> sniff("岗位名称；工资\n保洁；3000"), sniff("岗位名称\n保洁、保安"), sniff("岗位名称　工资\n保洁　3000")
    ('；', ',', '\u3000')
    """
    lines = [line for line in _lines(text[:50_000])[:30] if line.strip()]
    return max(_DELIMITERS, key=lambda mark: (_score(lines, mark), -_DELIMITERS.index(mark)))


def _score(lines: list[str], mark: str) -> tuple[int, int]:
    try:
        rows = list(csv.reader(lines, delimiter=mark))
    except csv.Error:
        return 0, 0
    heads = max((sum(is_heading(cell[:80]) for cell in row if cell) for row in rows if len(row) > 1), default=0)
    widths = [len(row) for row in rows if len(row) > 1]
    if heads < _ENOUGH and mark in _OF_SENTENCES:
        return 0, 0
    return heads, max((widths.count(width) for width in set(widths)), default=0)


def records(text: str, delimiter: str) -> Iterator[Record]:
    r"""Every record of a text, in order.

    >>> [r.cells for r in records('a,b\n"x\ny",2\n', ",")]
    [['a', 'b'], ['x\ny', '2']]

    What keeps a number a text in a worksheet is no part of it:

    >>> [r.cells for r in records("a,b\n\'0001,2\n", ",")]
    [['a', 'b'], ['0001', '2']]

    A line that is parted by the wide form of the mark, where the headings have the narrow one, is parted all the same:

    >>> [r.cells for r in records("岗位,工资\n保洁，3000\n", ",")]
    [['岗位', '工资'], ['保洁', '3000']]

    A quote that is never closed costs its own line:

    >>> [(r.line, r.fault) for r in records('a,b\n"x,2\ny,3\nz,4\n', ",")]
    [(1, None), (2, 'broken-quotes'), (3, None), (4, None)]
    """
    csv.field_size_limit(max(csv.field_size_limit(), _HUGE))
    found = _records(text, delimiter)
    if (twin := TWINS.get(delimiter)) and twin in text:
        found = _with_twins(found, twin)
    if _KEPT_AS_TEXT.search(text):
        for record in found:
            yield record._replace(cells=[_said(cell) for cell in record.cells])
    else:
        yield from found


def _with_twins(found: Iterator[Record], twin: str) -> Iterator[Record]:
    """The records, those parted altogether by the wide or the narrow form of the mark as well.

    Only a line without any mark of the others is one of them: a comma within a cell parts nothing.
    """
    width = 0  # of the records before
    for record in found:
        cells = next(csv.reader(record.cells, delimiter=twin), []) if len(record.cells) == 1 < width else []
        width = max(width, len(record.cells))
        yield record._replace(cells=cells) if len(cells) == width and not record.fault else record


def _said(cell: str) -> str:
    """A cell without the formula or the apostrophe that keeps a worksheet from making a number of it."""
    if cell.startswith('="') and cell.endswith('"'):
        return cell[2:-1]
    return cell[1:] if cell.startswith("'") and cell[1:].isdecimal() else cell


def _records(text: str, delimiter: str) -> Iterator[Record]:
    lines = _lines(text)
    width = _usual_width(lines, delimiter)
    sound = _all_sound(lines, delimiter, width)
    if sound is not None:
        yield from sound
        return
    place = 0
    while place < len(lines):
        record, place = _record(lines, place, delimiter, width)
        yield record


def _all_sound(lines: list[str], delimiter: str, width: int) -> list[Record] | None:
    """Every record in one pass, as nearly every file allows; None where a quote may be broken."""
    found = []
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    line = 0
    try:
        for cells in reader:
            if reader.line_num - line > 1 and len(cells) != width:
                return None
            found.append(Record(line + 1, cells))
            line = reader.line_num
    except csv.Error:
        return None
    return found


def _lines(text: str) -> list[str]:
    return io.StringIO(text, newline="").readlines()


def _usual_width(lines: list[str], delimiter: str) -> int:
    widths = [len(row) for row in csv.reader(lines[:60], delimiter=delimiter)] if lines else []
    return max(set(widths), key=lambda width: (widths.count(width), width), default=0)


def _record(lines: list[str], place: int, delimiter: str, width: int) -> tuple[Record, int]:
    """The record that begins at a line, and the line behind it."""
    first = lines[place]
    if first.count('"') % 2 == 0:
        cells = _cells([first], delimiter)
        return _or_broken(cells, place, first), place + 1
    end = _closing(lines, place)
    cells = _cells(lines[place:end], delimiter)
    if cells is not None and len(cells) == width:
        return Record(place + 1, cells), end
    alone = _cells([first], delimiter)  # perhaps the quote is a mark of inches, and no quote at all
    return _or_broken(alone if alone and len(alone) == width else None, place, first), place + 1


def _or_broken(cells: list[str] | None, place: int, line: str) -> Record:
    if cells is None:
        return Record(place + 1, [line.rstrip("\r\n")], "broken-quotes")
    return Record(place + 1, cells)


def _closing(lines: list[str], place: int) -> int:
    """Just behind the line that closes the quotes opened in ``lines[place]``; the end of the file if none does."""
    for end in range(place + 1, len(lines)):
        if lines[end].count('"') % 2:
            return end + 1
    return len(lines)


def _cells(lines: list[str], delimiter: str) -> list[str] | None:
    """The cells of exactly one record, or None where the lines are more than one or their quotes are broken."""
    closed = len(lines) == 1 and lines[0].count('"') % 2 == 0
    # the rule first; then the backslash of database dumps; then what Excel lets pass, if no quote stays open
    ways: tuple[dict[str, object], ...] = ({"strict": True}, {"strict": True, "escapechar": "\\"})
    for way in (*ways, {"strict": False}) if closed else ways:
        try:
            rows = list(csv.reader(lines, delimiter=delimiter, **way))  # type: ignore[arg-type]
        except csv.Error:
            continue
        return rows[0] if len(rows) == 1 else None
    return None

"""HTML tables: what many systems of offices hand out as ``.xls`` is a page with one table in it."""

from html.parser import HTMLParser
from typing import Final

from jobmatch.files.delimited import Record

_WIDEST: Final = 200  # a colspan beyond it is a slip or a trap
_DEEPEST: Final = 10_000  # so is such a rowspan


def tables_in(text: str) -> list[list[Record]]:
    """The raw records of each table of a page, the rows numbered from 1.

    >>> page = "<table><tr><th>岗位<th>人数</tr><tr><td rowspan=2>保洁<td>2</tr><tr><td>3</table>"
    >>> [record.cells for record in tables_in(page)[0]]
    [['岗位', '人数'], ['保洁', '2'], ['保洁', '3']]
    """
    reader = _Reader()
    reader.feed(text)
    reader.close()
    reader.end_table()
    return [records for records in reader.tables if len(records) > 1]


class _Reader(HTMLParser):
    """Collects rows and cells; a cell over several rows is repeated, one over several columns leaves blanks."""

    def __init__(self) -> None:
        super().__init__()
        self.tables: list[list[Record]] = []
        self.rows: list[Record] = []
        self.cells: list[str] | None = None
        self.words: list[str] | None = None
        self.span = (1, 1)
        self.hanging: dict[int, tuple[int, str]] = {}  # column → rows still to fill, and with what

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            self.end_table()
        elif tag == "tr":
            self._end_row()
            self.cells = []
        elif tag in ("td", "th"):
            self._end_cell()
            told = dict(attrs)
            self.span = (_number(told.get("rowspan"), _DEEPEST), _number(told.get("colspan"), _WIDEST))
            self.words = []
        elif tag in ("br", "p", "div", "li") and self.words:
            self.words.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th"):
            self._end_cell()
        elif tag == "tr":
            self._end_row()
        elif tag == "table":
            self.end_table()

    def handle_data(self, data: str) -> None:
        if self.words is not None:
            self.words.append(data)

    def end_table(self) -> None:
        """Close what is open, and begin anew."""
        self._end_row()
        if self.rows:
            self.tables.append(self.rows)
        self.rows, self.hanging = [], {}

    def _end_cell(self) -> None:
        if self.words is None:
            return
        if self.cells is None:
            self.cells = []
        self._fill_hanging()
        down, across = self.span
        word = "".join(self.words).strip()
        if down > 1:
            self.hanging[len(self.cells)] = (down - 1, word)
        self.cells += [word, *[""] * (across - 1)]
        self.words = None

    def _fill_hanging(self) -> None:
        """Put in the cells that reach down from rows above, up to the next free column."""
        assert self.cells is not None
        while len(self.cells) in self.hanging:
            column = len(self.cells)
            left, word = self.hanging.pop(column)
            if left > 1:
                self.hanging[-column - 1] = (left - 1, word)  # for the next row; see _end_row
            self.cells.append(word)

    def _end_row(self) -> None:
        self._end_cell()
        if self.cells is not None:
            self._fill_hanging()
            self.rows.append(Record(len(self.rows) + 1, self.cells))
            waiting = {-column - 1: told for column, told in self.hanging.items() if column < 0}
            self.hanging = {column: told for column, told in self.hanging.items() if column >= 0} | waiting
        self.cells = None


def _number(word: str | None, most: int) -> int:
    return min(int(word), most) if word and len(word) < 10 and word.isdecimal() and int(word) > 0 else 1

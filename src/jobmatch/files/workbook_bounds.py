"""What a workbook would fill of the memory, told before it is opened: a small file may unpack to gigabytes.

The reader makes every cell up to the last one, empty or not, and a text of its own for each cell that refers to it.
"""

import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import IO, Final

import numpy as np
from numpy.typing import NDArray

from jobmatch.errors import BadInput
from jobmatch.patterns import late
from jobmatch.settings import load

# Where a cell stands (r="AB12"): its column from the twentieth on, its row from the thousandth on; a sheet that
# reaches beyond neither is never too large, and looking for few cells takes a fifth of the time.
_COLUMN: Final = late(rb'r="([T-Z]|[A-Z]{2,3})\d')
_ROW: Final = late(rb'r="[A-Z]{0,3}(\d{4,9})"')
_CELL: Final = (b"<c ", b"<c>", b"<c/>")
_REFERENCE: Final = late(rb't="s"[^<>]{0,200}>\s{0,9}<v>\s{0,9}(\d{1,9})')
_END_OF_TEXT: Final = late(rb"</si>|<si/>")
_OF_ODS: Final = late(
    rb'<table:table-row(?:\s[^<>]*?number-rows-repeated="(?P<rows>\d{1,9})")?[^<>]*>'
    rb'|<table:(?:covered-)?table-cell(?:\s[^<>]*?number-columns-repeated="(?P<cells>\d{1,9})")?[^<>]*?(?P<empty>/?)>'
)
_CHUNK: Final = 1 << 20
_TEXTS: Final = "xl/sharedStrings.xml"


def refuse_absurd(data: bytes, file: str) -> None:
    """Refuse a workbook that fills the memory: by what it unpacks to, by its cells, or by its texts."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as book:
            _Bounds(book, file).hold()
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, OSError, EOFError):
        raise BadInput("broken-workbook", file=file) from None


def refuse_large(cells: int, file: str) -> None:
    """Refuse a sheet of more cells than may be."""
    if cells > load().number("reading.most_cells"):
        raise BadInput("sheet-too-large", file=file)


def unpacked(data: bytes) -> int:
    """How many bytes a workbook of the kind that is packed holds, as it says of itself; none of any other file.

    >>> unpacked("编号,年龄".encode())
    0
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as book:
            return sum(part.file_size for part in book.infolist())
    except (zipfile.BadZipFile, ValueError, OSError):  # no such file, or one that its reader refuses with a word
        return 0


class _Bounds:
    """The bounds of one workbook, which its parts use up as they are read."""

    def __init__(self, book: zipfile.ZipFile, file: str) -> None:
        self.book, self.file = book, file
        self.most = int(load().number("reading.most_unpacked_bytes"))
        self.unpacked = 0
        self.references: list[bytes] = []

    def hold(self) -> None:
        parts = [part for part in self.book.infolist() if part.filename.endswith((".xml", ".bin"))]
        if sum(part.file_size for part in parts) > self.most:  # what the file says of itself ...
            self._refuse()
        texts = np.zeros(0, dtype=np.int64)
        for part in parts:
            with self.book.open(part) as stream:  # ... and what it is
                if part.filename.startswith("xl/worksheets/") and part.filename.endswith(".xml"):
                    self._sheet(stream)
                elif part.filename == "content.xml":
                    self._open_document(stream)
                elif part.filename == _TEXTS:
                    texts = self._lengths(stream)
                else:
                    for _ in self._chunks(stream):
                        pass
        self._hold_texts(texts)

    def _refuse(self) -> None:
        raise BadInput("workbook-unpacks", file=self.file, most=self.most // 1_000_000)

    def _chunks(self, stream: IO[bytes]) -> Iterator[bytes]:
        """A part piece by piece, each ending with a whole tag, and what is left behind the last one."""
        before = b""
        while chunk := stream.read(_CHUNK):
            self.unpacked += len(chunk)
            if self.unpacked > self.most:
                self._refuse()
            text = before + chunk.replace(b"'", b'"')
            cut = text.rfind(b">") + 1
            before = text[cut:][-_CHUNK:]
            yield text[:cut]
        yield before

    def _sheet(self, stream: IO[bytes]) -> None:
        cells, rows, columns = 0, 0, set[bytes]()
        for text in self._chunks(stream):
            cells += sum(map(text.count, _CELL))
            columns.update(_COLUMN.findall(text))
            rows = max(rows, int(max(_ROW.findall(text), key=int, default=b"0")))
            self.references += _REFERENCE.findall(text)
            refuse_large(max(cells, rows * max(map(_column_number, columns), default=0)), self.file)

    def _open_document(self, stream: IO[bytes]) -> None:
        """The cells of an OpenDocument sheet, of which one may stand for many rows and columns."""
        cells, times, width, reach = 0, 1, 0, 0
        for text in self._chunks(stream):
            for found in _OF_ODS.finditer(text):
                if found[0].startswith(b"<table:table-row"):
                    cells, times, width, reach = cells + times * reach, int(found["rows"] or 1), 0, 0
                    continue
                width += int(found["cells"] or 1)
                reach = reach if found["empty"] else width  # empty cells at the end of a row are not made
            refuse_large(cells + times * reach, self.file)
        refuse_large(cells + times * reach, self.file)

    def _lengths(self, stream: IO[bytes]) -> NDArray[np.int64]:
        """How long each text is to which cells refer."""
        ends, at = [0], 0
        for text in self._chunks(stream):
            ends += [at + found.end() for found in _END_OF_TEXT.finditer(text)]
            at += len(text)
        return np.array(ends[1:], dtype=np.int64) - np.array(ends[:-1], dtype=np.int64)

    def _hold_texts(self, lengths: NDArray[np.int64]) -> None:
        """The texts of all cells that refer to one: counted where the longest for each of them would be too much."""
        if len(self.references) * int(lengths.max(initial=0)) <= self.most:
            return
        which = np.array(self.references, dtype=np.bytes_).astype(np.int64)
        if int(lengths[which[which < len(lengths)]].sum()) > self.most:
            self._refuse()


def _column_number(letters: bytes) -> int:
    """The number of a column by its letters.

    >>> _column_number(b"A"), _column_number(b"XFD")
    (1, 16384)
    """
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number

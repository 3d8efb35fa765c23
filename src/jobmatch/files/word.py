"""The text of a note in any file that counsellors keep notes in: plain text of any encoding, or a Word document.

Of a document the running text and its tables are read, a line for a paragraph, and of a form (label, value, label,
value) a line for each pair. Nothing in a document can run, and nothing it points to is fetched.
"""

import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import Final
from xml.etree import ElementTree

from jobmatch.errors import BadInput
from jobmatch.files.encoding import decode
from jobmatch.messages import say

_MOST_BYTES: Final = 20_000_000  # of the text of a document; a note has a few thousand
_LONGEST_LABEL: Final = 12  # signs of the label before a value in a form
_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"  # the same text once more
_BREAKS: Final = {f"{_W}tab": " ", f"{_W}br": "\n", f"{_W}cr": "\n"}
_FOREIGN: Final = ((b"%PDF", "pdf"), (b"\xd0\xcf\x11\xe0", "old-word"), (b"{\\rtf", "rtf"))


def note_text(data: bytes, file: str) -> str:
    """The text of a note, or a clear line of why there is none.

    >>> note_text("女 49岁".encode(), "a.txt")
    '女 49岁'
    >>> note_text(b"%PDF-1.7", "a.txt")
    Traceback (most recent call last):
    jobmatch.errors.BadInput: a.txt：这是PDF 文档，不是能读的记录。请另存为 .docx 或 .txt。
    """
    kind = next((kind for mark, kind in _FOREIGN if data.startswith(mark)), None)
    if kind:
        raise BadInput("wrong-note", file=file, seen=say(f"file-kind.{kind}"))
    return _document(data, file) if data.startswith(b"PK\x03\x04") else decode(data, file)[0]


def _document(data: bytes, file: str) -> str:
    try:
        with zipfile.ZipFile(BytesIO(data)) as packed, packed.open("word/document.xml") as part:
            xml = part.read(_MOST_BYTES + 1)
    except KeyError:
        kind = "workbook" if b"xl/workbook" in data else "archive"
        raise BadInput("wrong-note", file=file, seen=say(f"file-kind.{kind}")) from None
    except (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError, RuntimeError, zlib.error):
        raise BadInput("broken-note", file=file) from None
    # Word writes no document type; one could name entities that grow
    if len(xml) > _MOST_BYTES or b"<!DOCTYPE" in xml or b"\0" in xml:
        raise BadInput("broken-note", file=file)
    try:
        body = ElementTree.fromstring(xml).find(f"{_W}body")  # noqa: S314 - no document type, no entities
        text = "" if body is None else "\n".join(line for line in _lines(body) if line.strip())
    except (ElementTree.ParseError, ValueError, RecursionError):
        raise BadInput("broken-note", file=file) from None
    if not text:
        raise BadInput("empty-file", file=file)
    return text


def _lines(block: ElementTree.Element) -> Iterator[str]:
    for part in block:
        if part.tag == f"{_W}p":
            yield "".join(_pieces(part))
        elif part.tag == f"{_W}tr":
            yield from _row([" ".join(_lines(cell)).strip() for cell in part.iter(f"{_W}tc")])
        elif part.tag != _FALLBACK:
            yield from _lines(part)


def _row(cells: list[str]) -> Iterator[str]:
    """A row of a table as a line, and that of a form as a line for each label with its value."""
    labels, values = cells[::2], cells[1::2]
    if values and len(labels) == len(values) and all(0 < len(label) <= _LONGEST_LABEL for label in labels):
        yield from (f"{label.rstrip(':：')}：{value}" for label, value in zip(labels, values, strict=True) if value)
    else:
        yield " ".join(filter(None, cells))


def _pieces(part: ElementTree.Element) -> Iterator[str]:
    for piece in part:
        if piece.tag == f"{_W}t":
            yield piece.text or ""
        elif piece.tag in _BREAKS:
            yield _BREAKS[piece.tag]
        elif piece.tag != _FALLBACK:
            yield from _pieces(piece)

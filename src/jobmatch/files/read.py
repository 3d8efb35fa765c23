"""Any file → tables, by what it holds and not by how its name ends."""

import sys
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import replace
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any, Final, TextIO

from jobmatch.errors import BadInput
from jobmatch.files import encoding, structured
from jobmatch.files.table import Rejected, Table
from jobmatch.messages import say

STANDARD_INPUT: Final = "-"
_AT_HAND: Final = ContextVar[Mapping[str, bytes]]("_AT_HAND", default={})  # noqa: B039 - never changed, only replaced
_FOREIGN: Final = (
    (b"%PDF", "pdf"), (b"\x89PNG", "image"), (b"\xff\xd8\xff", "image"), (b"GIF8", "image"), (b"BM\x00", "image"),
    (b"Rar!", "archive"), (b"7z\xbc\xaf", "archive"), (b"\x1f\x8b", "archive"), (b"BZh", "archive"),
    (b"\xfd7zXZ", "archive"), (b"{\\rtf", "word-document"), (b"SQLite format 3", "binary"), (b"\x7fELF", "binary"),
    (b"MZ\x90", "binary"),
)  # fmt: skip


def read_tables(source: str | Path, *, sheet: str | None = None) -> list[Table]:
    """Every table of a file: one, or one for each sheet of a workbook that is not empty.

    >>> read_tables("nowhere.csv")
    Traceback (most recent call last):
    jobmatch.errors.BadInput: nowhere.csv：找不到这个文件。请检查文件名和所在的文件夹。
    """
    path = Path(source)
    data = load_bytes(path)
    kind = kind_of(data, path.name)
    if kind == "workbook":
        return _workbook(data, path.name, sheet)
    if kind == "parquet":
        return [structured.table_of(structured.read_parquet(data, path.name), path.name)]
    text, name = encoding.decode(data, path.name)
    if looks_like_json(text):
        return [structured.table_of(*_three(structured.read_json(text, path.name), path.name))]
    if text.lstrip()[:1] == "<":
        return _page(text, path.name)
    from jobmatch.files import delimited, shape  # each way of reading is loaded when a file is of its kind

    found = shape.shape(list(delimited.records(text, delimited.sniff(text))), path.name)
    return [replace(found, encoding=name)]


def read_records(source: str | Path) -> tuple[list[tuple[int, Any]], list[Rejected]] | None:
    """The objects of a JSON or JSONL file as they are; None where the file is a table of another kind."""
    path = Path(source)
    data = load_bytes(path)
    if kind_of(data, path.name) != "text":
        return None
    text, _ = encoding.decode(data, path.name)
    return structured.read_json(text, path.name) if looks_like_json(text) else None


@contextmanager
def at_hand(name: str, data: bytes) -> Iterator[str]:
    r"""A path under which every reader finds bytes that no disk holds, for as long as the block lasts.

    >>> with at_hand("../岗位.csv", "岗位名称\n保洁".encode()) as path:
    ...     read_tables(path)[0].file, read_tables(path)[0].rows
    ('岗位.csv', [['保洁']])
    """
    path = Path("(memory)", Path(name.replace("\\", "/")).name or "(memory)")
    before = _AT_HAND.set({**_AT_HAND.get(), str(path): data})
    try:
        yield str(path)
    finally:
        _AT_HAND.reset(before)


def load_bytes(path: Path) -> bytes:
    """The bytes of a file, or of standard input (``-``); or a clear line of why there are none."""
    try:
        data = _given(path)
    except FileNotFoundError:
        raise BadInput("no-file", file=path.name) from None
    except IsADirectoryError:
        raise BadInput("a-folder", file=path.name) from None
    except OSError:
        raise BadInput("a-folder" if path.is_dir() else "no-access", file=path.name) from None
    if not data.strip(b"\x00 \t\r\n"):
        raise BadInput("empty-file", file=path.name)
    return data


def _given(path: Path) -> bytes:
    held = _AT_HAND.get().get(str(path))
    if held is not None:
        return held
    return _all_of(sys.stdin) if str(path) == STANDARD_INPUT else path.read_bytes()


@lru_cache(maxsize=1)  # a stream is read once, and several readers look at what it held
def _all_of(stream: TextIO) -> bytes:
    return stream.buffer.read()


def kind_of(data: bytes, file: str) -> str:
    """``workbook``, ``parquet`` or ``text``; anything else is refused by its name.

    >>> kind_of(b"PAR1...", "a.csv"), kind_of("岗位".encode(), "a.xlsx")
    ('parquet', 'text')
    """
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        return "workbook"
    if data.startswith(b"PAR1"):
        return "parquet"
    if data.startswith(b"PK\x03\x04"):
        return _zip_kind(data, file)
    for mark, kind in _FOREIGN:
        if data.startswith(mark):
            raise BadInput("wrong-kind", file=file, seen=say(f"file-kind.{kind}"))
    return "text"


def _zip_kind(data: bytes, file: str) -> str:
    try:
        names = zipfile.ZipFile(BytesIO(data)).namelist()
    except (zipfile.BadZipFile, ValueError, OSError):
        raise BadInput("broken-workbook", file=file) from None
    if any(name.startswith("xl/") for name in names) or "content.xml" in names:
        return "workbook"
    kinds = {"word/": "word-document", "ppt/": "slides"}
    kind = next((kind for start, kind in kinds.items() if any(name.startswith(start) for name in names)), "archive")
    raise BadInput("wrong-kind", file=file, seen=say(f"file-kind.{kind}"))


def looks_like_json(text: str) -> bool:
    r"""Whether a text begins as JSON does.

    >>> looks_like_json('\n[{"a": 1}]'), looks_like_json("[岗位],工资")
    (True, False)
    """
    start = text.lstrip("\ufeff \t\r\n")[:200]
    inner = start[1:].lstrip()
    if start[:1] == "{":
        return inner[:1] in ('"', "}", "'", "")
    return start[:1] == "[" and inner[:1] in ("{", "[", "]", '"', "")


def _page(text: str, file: str) -> list[Table]:
    from jobmatch.files import pages, shape

    found = [shape.shape(rows, file, ragged=False) for rows in pages.tables_in(text)]
    if not found:
        raise BadInput("wrong-kind", file=file, seen=say("file-kind.page"))
    return found


def _workbook(data: bytes, file: str, sheet: str | None) -> list[Table]:
    from jobmatch.files import shape, sheets

    found = [shape.shape(rows, file, sheet=name, ragged=False) for name, rows in sheets.sheets(data, file, sheet)]
    if not found:
        raise BadInput("no-rows", file=file)
    return found


def _three(read: tuple[list[tuple[int, Any]], list[Rejected]], file: str) -> tuple[Any, str, list[Rejected]]:
    return read[0], file, read[1]

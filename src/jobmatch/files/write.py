"""Rows → a file, by its ending, written whole or not at all."""

import io
import json
import os
import stat
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from jobmatch.errors import BadInput, UsageError, unwritable
from jobmatch.messages import language

_EXCEL_LONGEST: Final = 32_767  # Excel's own limit of a cell; XlsxWriter cuts without a word
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
_PAGE: Final = """<!DOCTYPE html>
<html lang="{language}"><head><meta charset="utf-8"><title>{title}</title><style>
body {{ font: 10.5pt/1.5 "Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", sans-serif; margin: 1.5cm; }}
body:lang(zh-TW) {{ font-family: "Noto Sans CJK TC", "Microsoft JhengHei", "PingFang TC", sans-serif; }}
table {{ border-collapse: collapse; width: 100%; }}
caption {{ font-size: 14pt; text-align: left; margin-bottom: .5em; }}
th, td {{ border: 1px solid #999; padding: .3em .5em; text-align: left; vertical-align: top; white-space: pre-wrap; }}
th {{ background: #eee; }} thead {{ display: table-header-group; }} tr {{ break-inside: avoid; }}
</style></head><body><table><caption>{title}</caption>
<thead><tr>{heads}</tr></thead>
<tbody>
{rows}
</tbody></table></body></html>
"""


def write_rows(
    path: str | Path,
    rows: Sequence[Mapping[str, Any]],
    *,
    columns: Sequence[str] | None = None,
    title: str = "",
) -> Path:
    r"""Write rows to ``.json``, ``.jsonl``, ``.csv``, ``.xlsx`` or ``.html``; a fault leaves the old file as it was.

    >>> from tempfile import TemporaryDirectory
    >>> folder = TemporaryDirectory()
    >>> write_rows(Path(folder.name) / "a.jsonl", [{"title": "保洁", "pay": None}]).read_text("utf-8")
    '{"title": "保洁", "pay": null}\n'

    An ending that is not known is refused:

    >>> write_rows("a.docx", [])
    Traceback (most recent call last):
    jobmatch.errors.UsageError: a.docx：不知道写成哪种文件。请用 .json .jsonl .csv .xlsx .html 之一结尾。
    """
    target = Path(path)
    check_ending(target)
    writer = _WRITERS[target.suffix.lower()]
    names = list(columns) if columns is not None else list(dict.fromkeys(name for row in rows for name in row))
    write_whole(target, writer([{name: row.get(name) for name in names} for row in rows], names, title, target.name))
    return target


def write_workbook(
    path: str | Path,
    sheets: Mapping[str, Sequence[Mapping[str, Any]]],
    choices: Mapping[str, Sequence[str]] | None = None,
) -> Path:
    """Write several tables as the sheets of one ``.xlsx``, whole or not at all."""
    target = Path(path)
    write_whole(target, workbook_bytes(sheets, target.name, choices or {}))
    return target


def workbook_bytes(
    sheets: Mapping[str, Sequence[Mapping[str, Any]]], name: str, choices: Mapping[str, Sequence[str]]
) -> bytes:
    """Several tables as one workbook, which has its ``name`` in errors.

    The cells of a column that is named in ``choices`` offer its words to be chosen from.
    """
    named = {title: (list(dict.fromkeys(name for row in rows for name in row)), rows) for title, rows in sheets.items()}
    return _workbook(named, name, choices)


def json_line(value: Any) -> str:
    """A value as one line of JSON, as every command prints it.

    >>> json_line({"title": "保洁", "pay": None})
    '{"title": "保洁", "pay": null}'
    """
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def write_whole(target: Path, data: bytes) -> None:
    """Write bytes beside the target, then put them in its place in one step."""
    beside = target.with_name(f".{target.name}.{os.urandom(6).hex()}")
    try:
        before = stat.S_IMODE(target.stat().st_mode) if target.exists() else None
        # a new file has the rights that the user's umask gives; one that was there keeps its own
        handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666 if before is None else before & 0o600)
    except (OSError, ValueError) as fault:
        raise unwritable(target, fault) from None
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        if before is not None:
            beside.chmod(before)
        beside.replace(target)
    except OSError as fault:
        raise unwritable(target, fault) from None
    finally:
        beside.unlink(missing_ok=True)  # also where somebody stops it


def _plain(value: Any) -> Any:
    """A value as JSON may hold it: not-a-number is nothing, what is not plain is text."""
    if isinstance(value, float) and value != value:  # noqa: PLR0124 - NaN is not itself
        return None
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    if value is None or isinstance(value, (str, int, float, bool)):
        return value
    return value.item() if hasattr(value, "item") else str(value)


def _cell(value: Any) -> Any:
    plain = _plain(value)
    if isinstance(plain, (list, dict)):
        simple = isinstance(plain, list) and all(isinstance(item, (str, int, float)) for item in plain)
        return "；".join(map(str, plain)) if simple else json.dumps(plain, ensure_ascii=False)
    return "" if plain is None else plain


def _json(rows: list[dict[str, Any]], _names: list[str], _title: str, _file: str) -> bytes:
    return (json.dumps([_plain(row) for row in rows], ensure_ascii=False, indent=1, allow_nan=False) + "\n").encode()


def _jsonl(rows: list[dict[str, Any]], _names: list[str], _title: str, _file: str) -> bytes:
    return "".join(json.dumps(_plain(row), ensure_ascii=False, allow_nan=False) + "\n" for row in rows).encode()


def _csv(rows: list[dict[str, Any]], names: list[str], _title: str, _file: str) -> bytes:
    import csv

    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(names)
    writer.writerows([_harmless(_cell(row[name])) for name in names] for row in rows)
    return out.getvalue().encode("utf-8-sig")  # the mark tells Excel that it is UTF-8


def _harmless(cell: Any) -> Any:
    """A text that Excel would run as a formula, with an apostrophe before it; numbers stay."""
    if not isinstance(cell, str) or not cell.startswith(_FORMULA):
        return cell
    try:
        float(cell)
    except ValueError:
        return "'" + cell
    return cell


def _xlsx(rows: list[dict[str, Any]], names: list[str], title: str, file: str) -> bytes:
    return _workbook({title: (names, rows)}, file, {})


def _workbook(
    sheets: Mapping[str, tuple[Sequence[str], Sequence[Mapping[str, Any]]]],
    file: str,
    choices: Mapping[str, Sequence[str]],
) -> bytes:
    import xlsxwriter

    out = io.BytesIO()
    # the defaults turn =HYPERLINK(…) of a posting into a live formula
    book = xlsxwriter.Workbook(out, {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True})
    for title, (names, rows) in sheets.items():
        sheet = _fill(book, title, names, rows, file)
        for column, name in enumerate(names):
            if name in choices and rows:
                sheet.data_validation(1, column, len(rows), column, {"validate": "list", "source": [*choices[name]]})
    book.close()
    return out.getvalue()


def _fill(book: Any, title: str, names: Sequence[str], rows: Sequence[Mapping[str, Any]], file: str) -> Any:
    sheet = book.add_worksheet("".join(c for c in title if c not in "[]:*?/\\'")[:31] or "Sheet1")
    sheet.write_row(0, 0, names, book.add_format({"bold": True, "bg_color": "#EEEEEE"}))
    sheet.freeze_panes(1, 0)
    for number, row in enumerate(rows, 1):
        cells = [_cell(row.get(name)) for name in names]
        for name, cell in zip(names, cells, strict=True):
            if isinstance(cell, str) and len(cell) > _EXCEL_LONGEST:
                raise BadInput("cell-too-long-to-write", file=file, row=number + 1, column=name, length=len(cell))
        sheet.write_row(number, 0, cells)
    return sheet


def _html(rows: list[dict[str, Any]], names: list[str], title: str, _file: str) -> bytes:
    import html

    heads = "".join(f"<th>{html.escape(name)}</th>" for name in names)
    lines = ("".join(f"<td>{html.escape(str(_cell(row[name])))}</td>" for name in names) for row in rows)
    body = "\n".join(f"<tr>{line}</tr>" for line in lines)
    return _PAGE.format(language=language(), title=html.escape(title), heads=heads, rows=body).encode()


_WRITERS: Final = {".json": _json, ".jsonl": _jsonl, ".csv": _csv, ".xlsx": _xlsx, ".html": _html}
ENDINGS: Final = tuple(_WRITERS)


def csv_bytes(rows: Sequence[Mapping[str, Any]]) -> bytes:
    """Rows as the bytes of a CSV file, made harmless for spreadsheets as ``write_rows`` makes them.

    >>> csv_bytes([{"title": "=1+1"}]).decode("utf-8-sig").splitlines()
    ['title', "'=1+1"]
    """
    return _csv([dict(row) for row in rows], list(rows[0]) if rows else [], "", "")


def check_ending(path: str | Path, *more: str) -> None:
    """Refuse an ending that nobody can write, before any work is done; ``more`` are endings of one command."""
    known = (*ENDINGS, *more)
    if Path(path).suffix.lower() not in known:
        raise UsageError("unknown-ending", file=Path(path).name, known=" ".join(known))

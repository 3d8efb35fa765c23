"""JSON, JSONL and Parquet: objects, each with the place where it stands."""

import io
import json
from collections.abc import Iterable, Mapping
from typing import Any

from jobmatch.columns.fields import words
from jobmatch.columns.naming import field_of
from jobmatch.errors import BadInput
from jobmatch.files.sheets import cell_text
from jobmatch.files.table import Rejected, Table, shown
from jobmatch.messages import listing
from jobmatch.records.signs import harmless
from jobmatch.settings import load

Numbered = tuple[int, Any]


def read_json(text: str, file: str) -> tuple[list[Numbered], list[Rejected]]:
    r"""The objects of a JSON array, of one JSON object, or of JSONL, and the lines that are broken.

    >>> read_json('[{"title": "保洁"}]', "a.json")[0]
    [(1, {'title': '保洁'})]
    >>> read_json('{"title": "保洁"}\n{"title": \n', "a.jsonl")[1][0].reason
    'broken-json'
    """
    try:
        whole = json.loads(text)
        if too_deep(whole):
            raise RecursionError
    except RecursionError:
        raise BadInput("json-too-deep", file=file) from None
    except json.JSONDecodeError as fault:
        if _is_lines(text):
            return _lines(text, file)
        raise BadInput("broken-json", file=file, row=fault.lineno, column=fault.colno) from None
    except ValueError:  # a number of more digits than Python reads
        raise BadInput("broken-json", file=file, row=1, column=1) from None
    return list(enumerate(_objects(whole), 1)), []


def too_deep(value: Any) -> bool:
    """Whether a value is nested more deeply than any posting or client.

    >>> too_deep({"a": [1]}), too_deep(json.loads("[" * 500 + "]" * 500))
    (False, True)
    """
    level = [value] if isinstance(value, (dict, list, tuple)) else []
    for _ in range(int(load().number("reading.most_levels"))):
        inner = (item.values() if isinstance(item, Mapping) else item for item in level)
        level = [part for items in inner for part in items if isinstance(part, (dict, list, tuple))]
        if not level:
            return False
    return True


def _is_lines(text: str) -> bool:
    """Whether the first two lines that say something are objects of their own."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    try:
        return isinstance(json.loads(first), dict)
    except (ValueError, RecursionError):
        return False


def _lines(text: str, file: str) -> tuple[list[Numbered], list[Rejected]]:
    found: list[Numbered] = []
    rejected = []
    longest = int(load().number("reading.longest_cell"))
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            value = json.loads(line)
            value = None if too_deep(value) else value
        except (ValueError, RecursionError):
            value = None
        if isinstance(value, dict):
            found.append((number, value))
        else:
            raw = json.dumps({"line": line.strip()[:longest]}, ensure_ascii=False)
            rejected.append(Rejected(file, None, number, None, shown(line), "broken-json", raw))
    return found, rejected


def _objects(whole: Any) -> list[Any]:
    """The list of objects: the whole, or the one that stands within (``{"data": {"list": [...]}}``)."""
    if isinstance(whole, list):
        return whole
    within = whole
    for _ in range(4):  # envelopes of web services are two or three deep
        if not isinstance(within, Mapping):
            break
        lists = [
            value for value in within.values() if isinstance(value, list) and value and isinstance(value[0], Mapping)
        ]
        inner = [value for value in within.values() if isinstance(value, Mapping)]
        if len(lists) == 1 and not _is_record(within):
            return list(lists[0])
        if len(inner) != 1 or _is_record(within):
            break
        within = inner[0]
    return [whole]


def _is_record(value: Mapping[str, Any]) -> bool:
    return any(field_of(str(key), kind) for key in value for kind in ("posting", "client") if key not in _ENVELOPE)


_ENVELOPE = frozenset(words("code number no status name title total count page size message msg data id"))


def table_of(objects: Iterable[Numbered], file: str, rejected: Iterable[Rejected] = ()) -> Table:
    """Objects as a table: nested ones by joined names, lists as one text.

    >>> table = table_of([(1, {"title": "保洁", "salary": {"min": 3000}})], "a.json")
    >>> table.headings, table.rows
    (('title', 'salary/min'), [['保洁', '3000']])
    """
    flat: list[tuple[int, dict[str, str]]] = []
    wrong = list(rejected)
    for number, value in objects:
        if too_deep(value):
            raise BadInput("json-too-deep", file=file)
        if isinstance(value, Mapping):
            flat.append((number, _flat(value)))
        else:
            raw = json.dumps({"value": shown(value)}, ensure_ascii=False)
            wrong.append(Rejected(file, None, number, None, shown(value), "not-an-object", raw))
    headings = list(dict.fromkeys(key for _, row in flat for key in row))
    if not headings:
        raise BadInput("no-rows", file=file)
    from jobmatch.files.delimited import Record
    from jobmatch.files.shape import read_rows

    records = [Record(number, [row.get(key, "") for key in headings]) for number, row in flat]
    names = [" ".join(harmless(name).split()) for name in headings]
    return _with(read_rows(names, records, file), wrong)


def _with(table: Table, rejected: list[Rejected]) -> Table:
    return Table(table.file, table.sheet, table.headings, table.rows, table.numbers, [*rejected, *table.rejected])


def _flat(value: Mapping[str, Any], before: str = "", depth: int = 0) -> dict[str, str]:
    row: dict[str, str] = {}
    for key, item in value.items():
        name = f"{before}{key}"
        if isinstance(item, Mapping) and depth < 3:
            row |= _flat(item, name + "/", depth + 1)
        else:
            row[name] = _text(item)
    return row


def _text(item: Any) -> str:
    if isinstance(item, (list, tuple)):
        return listing(_text(part) for part in item if part is not None)
    if isinstance(item, Mapping):
        return json.dumps(item, ensure_ascii=False)
    return cell_text(item)


def read_parquet(data: bytes, file: str) -> list[Numbered]:
    """The rows of a Parquet file; row 1 is the first."""
    try:
        from pyarrow import parquet
    except ImportError:
        raise BadInput("needs-extra", file=file, extra="parquet") from None
    try:
        rows = parquet.read_table(io.BytesIO(data)).to_pylist()
    except (OSError, ValueError):
        raise BadInput("broken-workbook", file=file) from None
    return list(enumerate(rows, 1))

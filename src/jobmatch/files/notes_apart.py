"""A counsellor's note told apart from profiles and rosters, by what a file holds and not by how its name ends."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from jobmatch.columns.naming import field_of
from jobmatch.errors import BadInput
from jobmatch.files.encoding import decode
from jobmatch.files.read import looks_like_json

_TABLES: Final = (b"PAR1", b"\xd0\xcf\x11\xe0")  # Parquet, and workbooks of old
_LEAST_HEADINGS: Final = 3  # side by side, or all of the row: a note says a label before its value, and seldom two


def data_in(data: bytes, file: str) -> str | None:
    r"""``profile`` or ``roster`` where the bytes hold data of clients, None where they are the text of a note.

    >>> data_in('{"client_id": "C-1"}'.encode(), "a.txt"), data_in("编号,年龄,学历\n1,49,初中".encode(), "a.txt")
    ('profile', 'roster')
    >>> data_in("女,49岁,初中,想做保洁".encode(), "a.txt"), data_in("年龄\t49\t学历\t初中\n技能\t无".encode(), "a")
    (None, None)
    """
    if data.startswith(b"PK\x03\x04"):
        return "roster" if b"xl/workbook" in data else None
    if data.startswith(_TABLES):
        return "roster"
    try:
        text, _ = decode(data, file)
    except BadInput:  # the reader of notes says so
        return None
    if looks_like_json(text):
        return "profile"
    return "roster" if _is_table(text, file) else None


def _is_table(text: str, file: str) -> bool:
    """Whether a row of headings of a roster stands over others."""
    from jobmatch.files import delimited, shape

    if not any(mark in text for mark in ",\t;|"):
        return False
    try:
        table = shape.shape(list(delimited.records(text, delimited.sniff(text))), file)
    except BadInput:
        return False
    return bool(table.rows) and _are_headings(table.headings)


def _are_headings(cells: Sequence[str]) -> bool:
    """Whether cells are headings: two of a kind stand side by side, or there are no others.

    In a form each label has its value beside it.
    """
    known = [field_of(cell, "client") is not None for cell in cells]
    beside = any(one and other for one, other in pairwise(known))
    return beside and (all(known) or sum(known) >= _LEAST_HEADINGS)

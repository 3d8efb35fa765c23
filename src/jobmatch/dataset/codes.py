"""Codes that stand for words (学历要求: 3): told by ``--map COLUMN:CODE=WORD``, and said where nobody told them.

Which code means what is the business of whoever made the file: nothing of it is guessed.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Final

from jobmatch.columns.fields import KINDS, fields_of
from jobmatch.columns.forms import fold_heading, names_of
from jobmatch.files.table import Table
from jobmatch.messages import listing, say
from jobmatch.patterns import late

Words = Mapping[str, str]  # a code → the word it stands for

_NUMBER: Final = late(r"\d{1,4}(?:\.0{1,2})?")
_MARKS: Final = ":："
_TOLD: Final = 12  # codes that a line names
_SHOWN: Final = 2  # of them in the remedy
# Fields that hold words: a bare number there is a code. Years, hours and pay may be bare numbers.
_OF_WORDS: Final = {
    "posting": ("education", "employment_type", "salary_period"),
    "client": ("education", "hours", "status", "clarity", "care_duties"),
}


@cache
def _fields() -> frozenset[str]:
    return frozenset(field for kind in KINDS for field in fields_of(kind))


def column_and_code(key: str, value: str) -> tuple[str, str] | None:
    """The column and the code that an entry of a mapping tells; None where it names a field of a whole column.

    >>> column_and_code("学历要求:3", "本科"), column_and_code("学历要求", "education")
    (('学历要求', '3'), None)
    >>> column_and_code("结果:7", "hired"), column_and_code("岗位:全称", "title")
    (('结果', '7'), None)
    """
    at = max(key.rfind(mark) for mark in _MARKS)
    code = key[at + 1 :]
    return (key[:at], _plain(code)) if at > 0 and code and (is_code(code) or value not in _fields()) else None


def column_of(key: str, value: str) -> str:
    """The column that an entry of a mapping is about."""
    told = column_and_code(key, value)
    return told[0] if told else key


def apart(mapping: Mapping[str, str] | None) -> tuple[dict[str, str], dict[str, dict[str, str]]]:
    """A mapping as what names columns, and what tells codes.

    >>> apart({"学历": "education", "学历:1": "初中", "学历:2": "高中"})
    ({'学历': 'education'}, {'学历': {'1': '初中', '2': '高中'}})
    """
    names: dict[str, str] = {}
    words: dict[str, dict[str, str]] = {}
    for key, value in (mapping or {}).items():
        if told := column_and_code(key, value):
            words.setdefault(told[0], {})[told[1]] = value
        else:
            names[key] = value
    return names, words


def by_place(headings: Sequence[str], words: Mapping[str, Words]) -> dict[int, Words]:
    """Which codes were told of which column."""
    told = {fold_heading(heading): those for heading, those in words.items()}
    found = {place: [told[n] for n in names_of(heading) if n in told] for place, heading in enumerate(headings)}
    return {place: those[0] for place, those in found.items() if those}


def with_words(table: Table, codes: Mapping[int, Words]) -> Table:
    """The table with the word for each code that was told.

    >>> with_words(Table("a", None, ("学历",), [["1"], ["3.0"], ["9"]], []), {0: {"1": "初中", "3": "本科"}}).rows
    [['初中'], ['本科'], ['9']]
    """
    if not codes:
        return table
    rows = [
        [_word(cell, codes[place]) if place in codes else cell for place, cell in enumerate(row)] for row in table.rows
    ]
    return replace(table, rows=rows)


def _word(cell: str | None, words: Words) -> str | None:
    return None if cell is None else words.get(_plain(cell), cell)


def _plain(cell: str) -> str:
    """A code however it is written: ０3, 3.0, bk."""
    word = unicodedata.normalize("NFKC", cell).strip().lower()
    return str(int(float(word))) if _NUMBER.fullmatch(word) else word


def is_code(cell: str) -> bool:
    """Whether what should be a word is a bare number.

    >>> is_code("3"), is_code("３.0"), is_code("2.5"), is_code("本科")
    (True, True, False, False)
    """
    return bool(_NUMBER.fullmatch(unicodedata.normalize("NFKC", cell).strip()))


def is_of_words(field: str, kind: str) -> bool:
    """Whether a field holds words, so that a number in it is a code."""
    return field in _OF_WORDS[kind]


def untold(table: Table, fields: Mapping[str, tuple[int, ...]], kind: str) -> Iterator[str]:
    """A notice for each column of words that holds codes which nobody told."""
    for place in (place for field in _OF_WORDS[kind] for place in fields.get(field, ())):
        cells = [cell for cell in table.column(place) if cell is not None and is_code(cell)]
        if cells:
            yield notice(table.headings[place], cells, len(cells))


def notice(column: str, cells: Iterable[str], count: int) -> str:
    """That a column holds codes, which ones, and how to tell what they mean."""
    seen = sorted({_plain(cell) for cell in cells}, key=int)
    remedy = ",".join(f"{code}=…" for code in seen[:_SHOWN])
    return say("notice.codes", column=column, count=count, seen=listing(seen, _TOLD), remedy=f"{column}:{remedy}")

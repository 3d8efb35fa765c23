"""Lists and tables of words that ship with the code; lines that begin with ``#`` say where they come from."""

import csv
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Final

from jobmatch.shipped import text_of


def lines(package: str, name: str) -> list[str]:
    """The lines of a list.

    >>> lines("jobmatch.text", "lexicons/words.txt")[0].split()[1].isdecimal()
    True
    """
    return _told(text_of(f"{package.removeprefix('jobmatch.').replace('.', '/')}/{name}"))


def cells(package: str, name: str) -> list[list[str]]:
    """The rows of a table without its headings, for tables that are read whole and often.

    >>> len(cells("jobmatch.text", "lexicons/skills.csv")[0])
    3
    """
    return _cells(lines(package, name)[1:])


def rows(package: str, name: str) -> list[dict[str, str]]:
    """The rows of a table, by heading.

    >>> sorted(rows("jobmatch.text", "lexicons/titles_en.csv")[0])
    ['chinese', 'code', 'title']
    """
    headings, *table = _cells(lines(package, name))
    return [dict(zip(headings, row, strict=True)) for row in table]


def rows_in(text: str) -> list[dict[str, str]]:
    r"""The rows of a table that is at hand as text.

    >>> rows_in("# source: made up\nname,weeks\n叉车证,4")
    [{'name': '叉车证', 'weeks': '4'}]
    """
    return list(csv.DictReader(_told(text)))


def _cells(told: list[str]) -> list[list[str]]:
    # a table without a quoted cell needs no parser, which takes several times as long
    return list(csv.reader(told)) if any('"' in line for line in told) else [line.split(",") for line in told]


def parts(cell: str) -> tuple[str, ...]:
    """The words of a cell that holds several, with strokes between them.

    >>> parts("保洁|清洁"), parts("")
    (('保洁', '清洁'), ())
    """
    return tuple(filter(None, cell.split("|")))


def _told(text: str) -> list[str]:
    return [line for line in text.splitlines() if line and not line.startswith("#")]


_LOOKED_UP: Final = 100  # words: to find so many lines takes as long as to read them all


class Numbered(Mapping[str, int]):
    r"""Words with a number each, a line a word: a few are found where they lie, many in a dict.

    >>> numbers = Numbered("保洁\t7\n库管\t12\n")
    >>> numbers["库管"], numbers.get("保安"), len(numbers)
    (12, None, 2)
    """

    def __init__(self, text: str) -> None:
        self._text = f"\n{text}"
        self._asked = 0

    def __getitem__(self, word: str) -> int:
        self._asked += 1
        if self._asked > _LOOKED_UP:
            return self._all[word]
        at = self._text.find(f"\n{word}\t")
        if at < 0:
            raise KeyError(word)
        start = at + len(word) + 2
        return int(self._text[start : self._text.index("\n", start)])

    def __contains__(self, word: object) -> bool:
        self._asked += 1
        return word in self._all if self._asked > _LOOKED_UP else f"\n{word}\t" in self._text

    @cached_property
    def _all(self) -> dict[str, int]:
        told = (line.split("\t") for line in self._text.split("\n") if line)
        return {word: int(number) for word, number in told}

    def __iter__(self) -> Iterator[str]:
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._all)

"""The list of objects of work and of the heads that say too little without one, each with its bit.

A teacher of mathematics and one of data analysis share a head and no knowledge. The tables are
``lexicons/object_heads.csv`` and ``lexicons/objects.csv``.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Final, NamedTuple

from jobmatch.text import lexicon
from jobmatch.text.phrases import Phrases, shadow

FIRST_HEAD: Final = 112  # the bits below are of objects
OBJECTS: Final = (1 << FIRST_HEAD) - 1


class Table(NamedTuple):
    """The words of heads and objects, and what belongs together, as bits."""

    heads: Phrases
    objects: Phrases
    names: tuple[str, ...]  # of the objects
    near: tuple[int, ...]  # the bits of each object and of all that are akin to it
    usual: tuple[int, ...]  # the bits of the objects that a bare head is likely to mean
    told_heads: int
    desk_heads: int
    desk: int
    languages: int
    subjects: int  # of teaching, the languages among them


@cache
def table() -> Table:
    """The list, read once."""
    heads, objects = _rows("object_heads"), _rows("objects")
    bits = {row["object"]: 1 << at for at, row in enumerate(objects)}
    near = dict(bits)
    for row in objects:
        for other in lexicon.parts(row["akin"]):  # both ways round
            near[row["object"]] |= bits[other]
            near[other] |= bits[row["object"]]
    return Table(
        _phrases(heads),
        _phrases(objects),
        tuple(bits),
        tuple(near.values()),
        tuple(bits.get(row["usual"], 0) for row in heads),
        _heads(heads, "told"),
        _heads(heads, "desk"),
        sum(bits[row["object"]] for row in objects if row["desk"] == "yes"),
        sum(bits[row["object"]] for row in objects if row["sort"] == "language"),
        sum(bits[row["object"]] for row in objects if row["sort"]),
    )


def _rows(name: str) -> Sequence[Mapping[str, str]]:
    return lexicon.rows("jobmatch.text", f"lexicons/{name}.csv")


def _heads(rows: Iterable[Mapping[str, str]], column: str) -> int:
    return sum(1 << FIRST_HEAD + at for at, row in enumerate(rows) if row[column] == "yes")


def _phrases(rows: Iterable[Mapping[str, str]]) -> Phrases:
    words: dict[str, int | None] = {}
    for at, row in enumerate(rows):
        words |= dict.fromkeys(map(shadow, lexicon.parts(row["words"])), at)
        words |= dict.fromkeys(map(shadow, lexicon.parts(row.get("other", ""))))
    return Phrases(words)


def object_names() -> tuple[str, ...]:
    """The heads and the objects, in the order that their bits follow.

    >>> "维修" in object_names(), "电梯" in object_names()
    (True, True)
    """
    return (*(row["head"] for row in _rows("object_heads")), *table().names)


def object_word(at: int) -> str:
    """A word for an object, by its number."""
    row = _rows("objects")[at]
    words = lexicon.parts(row["words"])
    return row["object"] if row["object"] in words else words[0]


def are_akin(at: int, other: int) -> bool:
    """Whether two objects, by their numbers, are the same or akin."""
    return bool(table().near[other] >> at & 1)

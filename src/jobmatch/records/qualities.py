"""Wishes that say how a job should be and not which: 轻松一点的, 离家近、工资高的, 國企, something stable."""

from functools import cache
from typing import NamedTuple

from jobmatch.records.known_words import KnownWords
from jobmatch.shipped import table_of


def tells_only_how(wish: str) -> bool:
    """Whether a wish tells how the job should be and names no work; ``wish`` is in plain signs.

    >>> tells_only_how("轻松一点的"), tells_only_how("離家近、薪水高的"), tells_only_how("a stable job near home")
    (True, True, True)

    What names work as well is no such wish, and what says nothing of how it should be is left to others:

    >>> tells_only_how("轻松一点的保洁"), tells_only_how("工作"), tells_only_how("light vehicle mechanic")
    (False, False, False)
    """
    words = _words()
    said = wish.lower().translate(words.script)
    found, end = words.known.begin(said)
    return end == len(said) and not words.qualities.isdisjoint(found)


def simplified(text: str) -> str:
    """A text with the Traditional characters that such wishes hold as Simplified ones.

    >>> simplified("週末兼職")
    '周末兼职'
    """
    return text.translate(_words().script)


class _Words(NamedTuple):
    qualities: frozenset[str]
    known: KnownWords  # these, and what stands around them
    script: dict[int, int]  # Traditional characters to Simplified ones


@cache
def _words() -> _Words:
    table = table_of("records/qualities.toml")
    qualities = frozenset(word for several in table["words"].values() for word in several)
    script = str.maketrans(table["script"]["traditional"], table["script"]["simplified"])
    return _Words(qualities, KnownWords(qualities.union(*table["around"].values())), script)

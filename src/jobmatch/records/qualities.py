"""Wishes that say how a job should be and not which: 轻松一点的, 离家近、工资高的, 國企, something stable."""

from functools import cache
from typing import Final, NamedTuple

from jobmatch.shipped import table_of

_SIGNS: Final = frozenset(" \t\n,，、。.;；!！/()（）")


def tells_only_how(wish: str) -> bool:
    """Whether a wish tells how the job should be and names no work; ``wish`` is in plain signs.

    >>> tells_only_how("轻松一点的"), tells_only_how("離家近、薪水高的"), tells_only_how("a stable job near home")
    (True, True, True)

    What names work as well is no such wish, and what says nothing of how it should be is left to others:

    >>> tells_only_how("轻松一点的保洁"), tells_only_how("工作"), tells_only_how("light vehicle mechanic")
    (False, False, False)
    """
    words = _words()
    said, at, found = wish.lower().translate(words.script), 0, False
    while at < len(said):
        if said[at] in _SIGNS:
            at += 1
            continue
        word = _longest(said, at, words)
        if word is None:
            return False
        found |= word in words.qualities
        at += len(word)
    return found


def simplified(text: str) -> str:
    """A text with the Traditional characters that such wishes hold as Simplified ones.

    >>> simplified("週末兼職")
    '周末兼职'
    """
    return text.translate(_words().script)


class _Words(NamedTuple):
    qualities: frozenset[str]
    known: frozenset[str]  # these, and what stands around them
    longest: int
    script: dict[int, int]  # Traditional characters to Simplified ones


def _longest(said: str, at: int, words: _Words) -> str | None:
    """The longest known word that begins at a place; an English one must end where it ends."""
    for end in range(min(at + words.longest, len(said)), at, -1):
        word = said[at:end]
        if word in words.known and not (
            word.isascii() and said[end : end + 1].isascii() and said[end : end + 1].isalpha()
        ):
            return word
    return None


@cache
def _words() -> _Words:
    table = table_of("records/qualities.toml")
    qualities = frozenset(word for several in table["words"].values() for word in several)
    known = qualities.union(*table["around"].values())
    script = str.maketrans(table["script"]["traditional"], table["script"]["simplified"])
    return _Words(qualities, known, max(map(len, known)), script)

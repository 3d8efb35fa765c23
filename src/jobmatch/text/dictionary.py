"""A few runs of Han characters cut as the engines cut them, by those pages of jieba's dictionary that they need.

An engine reads 350,000 words before it cuts the first, which takes longer than the whole answer to one client. The
dictionary that jieba brings is a text in the order of its bytes (but for the few words with Latin letters, which stand
first): the words that begin with one character stand together and are found by halving. How the likeliest cut is
reckoned is that of the engines to the last bit, as two cuts may be equally likely but for the rounding.
"""

import math
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.util import find_spec
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import Final

_BYTES: Final = 5_071_852  # of the dictionary of jieba 0.42.1; another one may be in another order
SEEN: Final = 60_101_967  # how often all its words together were seen when it was made, as both engines count


class Dictionary:
    """The dictionary, with words of our own beside it; ``seen`` is how often all words were seen, to an engine.

    >>> dictionary = Dictionary(dictionary_path(), {"库管": 43}, SEEN)
    >>> dictionary.cut("库管员工资"), dictionary.cut("仓库管理员")
    (['库管', '员', '工资'], ['仓库', '管理', '管理员'])
    """

    def __init__(self, path: Path, own: Mapping[str, int], seen: int) -> None:
        with path.open("rb") as file:
            self._pages = mmap(file.fileno(), 0, access=ACCESS_READ)
        self._own = own
        self._longest = max(map(len, own), default=0)
        self._seen = math.log(seen)
        self._page = cache(self._found)

    def cut(self, run: str) -> list[str]:
        """The words of a run in search mode: of a long word the words of two and three characters in it first."""
        return [part for word in self._likeliest(run) for part in self._with_shorter(word)]

    def _likeliest(self, run: str) -> Iterator[str]:
        chances, ends = [0.0] * (len(run) + 1), [0] * len(run)
        for start in range(len(run) - 1, -1, -1):
            # of what is equally likely the longest
            chances[start], ends[start] = max((chance + chances[end], end) for end, chance in self._at(run, start))
        start = 0
        while start < len(run):
            yield run[start : ends[start]]
            start = ends[start]

    def _at(self, run: str, start: int) -> list[tuple[int, float]]:
        """Where words that begin at a place end, and how likely each is; a character without any stands alone."""
        found = dict(self._in_dictionary(run, start))
        for end in range(start + 1, min(len(run), start + self._longest) + 1):
            if run[start:end] in self._own:
                found[end] = self._own[run[start:end]]
        return [(end, math.log(frequency) - self._seen) for end, frequency in (found or {start + 1: 1}).items()]

    def _in_dictionary(self, run: str, start: int) -> Iterator[tuple[int, int]]:
        page, at = self._page(run[start]), 0
        for end in range(start + 1, len(run) + 1):
            begins = f"\n{run[start:end]}".encode()
            at = page.find(begins, at)
            if at < 0:  # no word begins so, and none that is longer
                return
            if frequency := _told(page, begins + b" ", at):
                yield end, frequency

    def _with_shorter(self, word: str) -> Iterator[str]:
        for length in (2, 3):
            if len(word) > length:
                parts = (word[start : start + length] for start in range(len(word) - length + 1))
                yield from filter(self._frequency, parts)
        yield word

    def _frequency(self, word: str) -> int:
        """How often a word was seen; 0 where it is none."""
        own = self._own.get(word)
        if own is not None:
            return own
        return _told(self._page(word[0]), f"\n{word} ".encode())

    def _found(self, first: str) -> bytes:
        """The lines of the words that begin with a character."""
        return b"\n" + self._pages[self._line(first) : self._line(chr(ord(first) + 1))]

    def _line(self, first: str) -> int:
        """Where the first line begins that does not stand before a character."""
        key, low, high = first.encode(), 0, len(self._pages)
        while low < high:
            middle = (low + high) // 2
            start = max(low, self._pages.rfind(b"\n", low, middle) + 1)
            if self._pages[start : start + len(key)] < key:
                low = self._pages.find(b"\n", middle) + 1
            else:
                high = start
        return low


def _told(page: bytes, line: bytes, start: int = 0) -> int:
    """The number behind the beginning of a line; 0 where no line begins so."""
    at = page.find(line, start) + len(line)
    return int(page[at : page.index(b" ", at)]) if at >= len(line) else 0


def dictionary_path() -> Path | None:
    """Where the dictionary lies; None where jieba is another one than is known here.

    >>> dictionary_path().name
    'dict.txt'
    """
    package = find_spec("jieba")
    path = Path(package.origin).with_name("dict.txt") if package and package.origin else None
    return path if path and path.is_file() and path.stat().st_size == _BYTES else None

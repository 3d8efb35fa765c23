"""Where the names of places stand in a text: the longest name at each position, and what it may mean."""

import re
from functools import cache, cached_property
from typing import Final, NamedTuple

import numpy as np

from jobmatch.text.gazetteer import WIDTHS, Arrays, Gazetteer, gazetteer, strings

# What follows a place's name when it is a road's (五四路, 南京东路) and not a place; 街道 is a township.
_ROAD: Final = re.compile(
    "[东西南北中一二三四五六七八九十内外前后环支]{0,3}(?:路|街(?!道)|大街|大道|道(?!口)|巷|弄|胡同|桥|高速|国道)"
)
_ROAD_STARTS: Final = frozenset("东西南北中一二三四五六七八九十内外前后环支路街大道巷弄胡桥高国")
# A short name may be followed by what the unit was called before, or is called now.
_COUNTY_TAIL: Final = re.compile("(?:新区|县|市(?!场|民|政|值|内|中心)|区(?!域|块|间|人民))")
_TOWN_TAIL: Final = re.compile("(?:街道办事处|街道|镇|乡|地区|街(?![0-9a-zA-Z一二三四五六七八九十]))")
_CITY_PARTS: Final = frozenset(("市南区", "市北区", "市中区"))
_LATIN: Final = re.compile("[A-Za-z]+(?:'[A-Za-z]+)*")
RANKS: Final = {"province": 0, "city": 1, "district": 2, "landmark": 3, "township": 4}

_TAILS: Final = ((_TOWN_TAIL, RANKS["township"]), (_COUNTY_TAIL, RANKS["district"]))


class Token(NamedTuple):
    """A name in the text: from, to, the rows it may mean, and whether it says what it is (区, 镇 …)."""

    start: int
    end: int
    rows: tuple[int, ...]
    full: bool


class Names:
    """The names of a gazetteer, as one dictionary of keys and one of their two first characters.

    Rows beyond the gazetteer's units are landmarks; ``blocked`` and ``abroad`` follow after them. For each
    row, ``numbers`` and ``ends`` are the run of codes within it, ``ranks`` how wide it is, the widest first.
    """

    def __init__(self, places: Gazetteer) -> None:
        arrays = places.arrays
        numbers = np.concatenate([places.codes, places.codes[arrays["landmark_host"].astype(np.intp)]])
        self.first_landmark = len(places.codes)
        self.blocked = len(numbers)
        self.abroad = self.blocked + 1
        level = np.select([numbers % 1000 != 0, numbers % 100_000 != 0, numbers % 10_000_000 != 0], [3, 2, 1], 0)
        width = np.array(list(WIDTHS.values()), dtype=np.int32)[level]
        rank = np.array([RANKS[name] for name in WIDTHS], dtype=np.int8)[level]
        rank[self.first_landmark :] = RANKS["landmark"]
        self.numbers: list[int] = numbers.tolist()
        self.ends: list[int] = (numbers + width).tolist()
        self.ranks: list[int] = rank.tolist()
        self.landmark_points: list[list[float]] = arrays["landmark_point"].round(4).tolist()
        self._read_keys(arrays)

    def _read_keys(self, arrays: Arrays) -> None:
        keys = strings(arrays["keys"])
        self._keys = dict(zip(keys, range(len(keys)), strict=True))
        self._full: list[bool] = arrays["key_full"].tolist()
        self._start: list[int] = arrays["key_start"].tolist()
        self._rows: list[int] = arrays["key_ids"].tolist()
        masks: list[int] = arrays["prefix_lengths"].tolist()
        lengths = {mask: tuple(n for n in range(31, 1, -1) if mask >> n & 1) for mask in set(masks)}
        prefixes = strings(arrays["prefixes"])
        self._lengths = dict(zip(prefixes, map(lengths.__getitem__, masks), strict=True))
        self._after = tuple(strings(arrays["after"]))
        self.generic = frozenset(strings(arrays["generic"]))
        self._latin_tails = frozenset(strings(arrays["latin_tails"]))
        self._latin_abroad = frozenset(strings(arrays["latin_abroad"]))
        self.letters = dict(pair.split(":") for pair in strings(arrays["letters"]))
        self._pinyin = strings(arrays["pinyin"]), arrays["pinyin_ids"].tolist()

    @cached_property
    def pinyin(self) -> dict[str, tuple[int, ...]]:
        """Romanised names of provinces, cities and districts."""
        table: dict[str, tuple[int, ...]] = {}
        for word, row in zip(*self._pinyin, strict=True):
            table[word] = (*table.get(word, ()), row)
        return table

    def scan(self, text: str) -> list[Token]:
        """The names in a folded text, from left to right, roads and dishes left out."""
        found: list[Token] = []
        keys, lengths_of = self._keys, self._lengths
        at, size = 0, len(text)
        while at < size - 1:
            end = 0
            for length in lengths_of.get(text[at : at + 2], ()):
                if text[at : at + length] in keys and at + length <= size:
                    end = at + length
                    break
            if not end:
                at += 1
                continue
            token = self._token(text, at, end - self._too_long(text, at, end))
            if token:
                found.append(token)
            at = token.end if token else end
        return found

    def _too_long(self, text: str, start: int, end: int) -> int:
        """1 where the name's 市 begins the next: 青岛市南区 is 青岛 and 市南区, 中山市南区 is not."""
        if text[end - 1 : end] != "市" or text[end - 1 : end + 2] not in _CITY_PARTS:
            return 0
        city, part = self._means(text[start:end]), self._means(text[end - 1 : end + 2])
        together = any(p // 100_000 == c // 100_000 for c in city for p in part)
        return int(together and text[start : end - 1] in self._keys)

    def _means(self, name: str) -> list[int]:
        key = self._keys[name]
        rows = self._rows[self._start[key] : self._start[key + 1]]
        return [self.numbers[row] for row in rows if row < self.first_landmark]

    def _token(self, text: str, start: int, end: int) -> Token | None:
        key = self._keys[text[start:end]]
        rows = tuple(self._rows[self._start[key] : self._start[key + 1]])
        if rows[-1] >= self.blocked:
            return Token(start, end, rows, True) if rows[-1] == self.abroad else None
        full = self._full[key]
        if end == len(text):
            return Token(start, end, rows, full)
        if text.startswith(self._after, end):
            return None
        return Token(start, end, rows, True) if full else self._short(text, start, end, rows)

    def _short(self, text: str, start: int, end: int, rows: tuple[int, ...]) -> Token | None:
        """A short name with what stands behind it: a road's ending drops it, a unit's ending joins it."""
        for tail, rank in _TAILS:
            matched = tail.match(text, end)
            if matched:
                kept = tuple(row for row in rows if self.ranks[row] == rank)
                if kept:
                    return Token(start, matched.end(), kept, True)
        if text[end] in _ROAD_STARTS and _ROAD.match(text, end):
            return None
        return Token(start, end, rows, False)

    def scan_latin(self, text: str) -> list[Token]:
        """Romanised names (Beijing Daxing, Xi'an); nothing where another country is named."""
        words = [(m.start(), m.end(), m[0].lower()) for m in _LATIN.finditer(text)]
        if any(word in self._latin_abroad for _, _, word in words):
            return []
        words = [word for i, word in enumerate(words) if not i or word[2] not in self._latin_tails]  # Xian
        found, at = [], 0
        while at < len(words):
            for many in (3, 2, 1):
                joined = "".join(word for _, _, word in words[at : at + many]).replace("'", "")
                rows = self.pinyin.get(joined) if len(words) >= at + many else None
                if rows:
                    found.append(Token(words[at][0], words[at + many - 1][1], rows, True))
                    at += many - 1
                    break
            at += 1
        return found


@cache
def names() -> Names:
    """The names of the places that ship, loaded once."""
    return Names(gazetteer())

"""Where the names of places stand in a text: the longest name at each position, and what it may mean."""

from collections.abc import Callable, Sequence
from functools import cache, cached_property
from itertools import pairwise
from math import isnan
from typing import Final, NamedTuple

import numpy as np

from jobmatch.patterns import late
from jobmatch.text.places.gazetteer import WIDTHS, Gazetteer, Tables, gazetteer, strings

# What follows a place's name when it is a road's (五四路, 南京东路) and not a place; 街道 is a township.
_ROAD: Final = late(
    "[东西南北中一二三四五六七八九十内外前后环支]{0,3}(?:路(?!桥)|街(?!道)|大街|大道|道(?![口里外县真孚])|巷|弄|胡同|桥|高速|国道)"
    "|[一-龥]路[0-9]"  # 中山园路1001号
)
# A street that is named after where it is: 酒仙桥路, 黄村西大街; not one outside of its gate (朝阳门外大街).
_STREET: Final = late("[东西南北中一二三四五六七八九十]{0,2}(?:路(?!桥)|大?街(?!道)|大道)")
# A short name may be followed by what the unit was called before, or is called now.
_COUNTY_TAIL: Final = late("(?:新区|县|市(?!场|民|政|值|内|中心)|区(?!域|块|间|人民))")
_TOWN_TAIL: Final = late("(?:街道办事处|街道|镇|乡|地区|街(?![0-9a-zA-Z一二三四五六七八九十]))")
_BREAKS: Final = frozenset(" ·-/,、|()")  # a name ends here, whatever follows
_CITY_PARTS: Final = frozenset(("市南区", "市北区", "市中区"))
_LATIN: Final = late("[A-Za-z]+(?:'[A-Za-z]+)*")
RANKS: Final = {"province": 0, "city": 1, "district": 2, "landmark": 3, "township": 4}

_LOOKED_UP: Final = 100  # beginnings of names: to find so many takes as long as to lay them all out
_PREFIX_LINE: Final = 3  # two characters and the end of a line

_TAILS: Final = ((_TOWN_TAIL, RANKS["township"]), (_COUNTY_TAIL, RANKS["district"]))

# The lengths of the names that begin alike, the longest first; what each may mean, and whether it is full.
_Group = tuple[tuple[int, ...], dict[str, tuple[tuple[int, ...], bool]]]


class Token(NamedTuple):
    """A name in the text: from, to, the rows it may mean, and whether it says what it is (区, 镇 …).

    ``street`` is where the ending of a street begins (路 in 天河路), 0 where the name is not a street's.
    """

    start: int
    end: int
    rows: tuple[int, ...]
    full: bool
    street: int = 0


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
        # a view of memory gives plain whole numbers as a list does, and none of them has to be made beforehand
        self.numbers: Sequence[int] = numbers.data
        self.ends: Sequence[int] = (numbers + width).data
        self.ranks: Sequence[int] = rank.data
        self._landmark_point = arrays["landmark_point"]
        self._read_keys(arrays)

    def landmark_point(self, row: int) -> tuple[float, float] | None:
        """Latitude and longitude of a landmark; None for what is none, and for one whose point is unknown."""
        if not 0 <= row - self.first_landmark < len(self._landmark_point):
            return None
        lat, lon = self._landmark_point[row - self.first_landmark].round(4).tolist()
        return None if isnan(lat) else (lat, lon)

    def _read_keys(self, arrays: Tables) -> None:
        self._blob = arrays["keys"].data
        self._full, self._key_start, self._key_rows = arrays["key_full"], arrays["key_start"], arrays["key_ids"]
        self._prefix_lines = f"\n{arrays['prefixes'].tobytes().decode('utf-8')}\n"  # two characters a line
        self._may_begin: Callable[[str], bool] = self._is_prefix
        self._looked_up = 0
        self._keys_of: Sequence[int] = arrays["prefix_keys"].data
        self._bytes_of: Sequence[int] = arrays["prefix_bytes"].data
        self._groups: dict[str, _Group] = {}
        self._after = tuple(strings(arrays["after"]))
        self._after_starts = frozenset(word[0] for word in self._after)
        self.generic = frozenset(strings(arrays["generic"]))
        self.borne = frozenset(strings(arrays["borne"]))
        self.groups = dict(pair.split(":") for pair in strings(arrays["groups"]))
        self._latin_tails = frozenset(strings(arrays["latin_tails"]))
        self._latin_abroad = frozenset(strings(arrays["latin_abroad"]))
        self.letters = dict(pair.split(":") for pair in strings(arrays["letters"]))
        self._arrays = arrays

    @cached_property
    def _prefixes(self) -> dict[str, int]:
        return {prefix: number for number, prefix in enumerate(self._prefix_lines.strip("\n").split("\n"))}

    def _is_prefix(self, prefix: str) -> bool:
        """Whether names begin so: of a few texts found where it lies, of many in a dict."""
        self._looked_up += 1
        if self._looked_up <= _LOOKED_UP:
            return f"\n{prefix}\n" in self._prefix_lines
        self._may_begin = self._prefixes.__contains__
        return prefix in self._prefixes

    def _group(self, prefix: str) -> _Group | None:
        """The names that begin with two characters, read from the bytes when they are first met."""
        at = self._prefix_lines.find(f"\n{prefix}\n") // _PREFIX_LINE
        if at < 0:
            return None
        first, last = self._keys_of[at], self._keys_of[at + 1]
        keys = str(self._blob[self._bytes_of[at] : self._bytes_of[at + 1] - 1], "utf-8").split("\n")
        starts = self._key_start[first : last + 1].tolist()
        rows = self._key_rows[starts[0] : starts[-1]].tolist()
        low = starts[0]
        parts = [tuple(rows[a - low : b - low]) for a, b in pairwise(starts)]
        table = dict(zip(keys, zip(parts, self._full[first:last].tolist(), strict=True), strict=True))
        group = self._groups[prefix] = tuple(sorted({len(key) for key in keys}, reverse=True)), table
        return group

    @cached_property
    def _capitals(self) -> frozenset[str]:
        """Romanised names that count in capitals only: OR is Oregon, or is not."""
        return frozenset(word for word in self.pinyin if word.isupper())

    @cached_property
    def pinyin(self) -> dict[str, tuple[int, ...]]:
        """Romanised names of provinces, cities and districts."""
        table: dict[str, tuple[int, ...]] = {}
        words, rows = strings(self._arrays["pinyin"]), self._arrays["pinyin_ids"].tolist()
        for word, row in zip(words, rows, strict=True):
            table[word] = (*table.get(word, ()), row)
        return table

    def scan(self, text: str) -> list[Token]:
        """The names in a folded text, from left to right, dishes left out."""
        found: list[Token] = []
        groups, may_begin = self._groups, self._may_begin
        at, size = 0, len(text)
        while at < size - 1:
            prefix = text[at : at + 2]
            group = (groups.get(prefix) or self._group(prefix)) if may_begin(prefix) else None
            end = self._longest(text, at, group) if group else 0
            if not end:
                at += 1
                continue
            token = self._token(text, at, end)
            if token:
                found.append(token)
            at = token.end if token else end
        return found

    def _longest(self, text: str, at: int, group: _Group) -> int:
        """Where the longest name that begins here ends; 0 where there is none."""
        lengths, table = group
        for length in lengths:
            if text[at : at + length] in table and at + length <= len(text):
                end = at + length
                return end - 1 if text[end - 1 : end + 2] in _CITY_PARTS and self._too_long(text, at, end) else end
        return 0

    def _too_long(self, text: str, start: int, end: int) -> bool:
        """The name's 市 begins the next: 青岛市南区 is 青岛 and 市南区, 中山市南区 is not."""
        city, part = self._means(text[start:end]), self._means(text[end - 1 : end + 2])
        together = any(p // 100_000 == c // 100_000 for c in city for p in part)
        return together and bool(self._means(text[start : end - 1]))

    def rows_of(self, name: str) -> tuple[int, ...]:
        """The units and landmarks that a name may mean; none for an unknown name."""
        group = self._groups.get(name[:2]) or self._group(name[:2])
        rows, _ = group[1].get(name, ((), False)) if group else ((), False)
        return tuple(row for row in rows if row < self.blocked)

    def _means(self, name: str) -> list[int]:
        """The codes of the units of a name."""
        return [self.numbers[row] for row in self.rows_of(name) if row < self.first_landmark]

    def _token(self, text: str, start: int, end: int) -> Token | None:
        rows, full = self._groups[text[start : start + 2]][1][text[start:end]]
        if rows[-1] >= self.blocked:
            return Token(start, end, rows, True) if rows[-1] == self.abroad else None
        if end == len(text) or text[end] in _BREAKS:
            return Token(start, end, rows, full)
        if text[end] in self._after_starts and text.startswith(self._after, end):
            return None
        return Token(start, end, rows, True) if full else self._short(text, start, end, rows)

    def _short(self, text: str, start: int, end: int, rows: tuple[int, ...]) -> Token | None:
        """A short name with what stands behind it: a unit's ending joins, a street's is noted, a road's drops it."""
        for tail, rank in _TAILS:
            matched = tail.match(text, end)
            if matched:
                kept = tuple(row for row in rows if self.ranks[row] == rank)
                if kept:
                    return Token(start, matched.end(), kept, True)
        if street := _STREET.match(text, end):
            return Token(start, street.end(), rows, False, street=end)
        return None if _ROAD.match(text, end) else Token(start, end, rows, False)

    def _romanised(self, word: str) -> tuple[int, ...] | None:
        """The rows of a romanised name, with or without what it is: daxing, daxingqu."""
        stems = (word, *(word.removesuffix(tail) for tail in self._latin_tails if word.endswith(tail)))
        return next((self.pinyin[stem] for stem in stems if stem in self.pinyin), None)

    def scan_latin(self, text: str) -> list[Token]:
        """Romanised names (Beijing Daxing, Xi'an); nothing where another country is named."""
        words = [(m.start(), m.end(), m[0] if m[0] in self._capitals else m[0].lower()) for m in _LATIN.finditer(text)]
        if any(word in self._latin_abroad for _, _, word in words):
            return []
        words = [word for i, word in enumerate(words) if not i or word[2] not in self._latin_tails]  # Xian
        found, at = [], 0
        while at < len(words):
            for many in (3, 2, 1):
                joined = "".join(word for _, _, word in words[at : at + many]).replace("'", "")
                rows = self._romanised(joined) if len(words) >= at + many else None
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

"""Rows of names: how wide they are, which lies within which, which are at home; ``told`` stands on it.

Rows are those of ``place_names.Names``: units of the gazetteer first, then landmarks.
"""

from functools import cache
from typing import Final

from jobmatch.settings import load
from jobmatch.text.places.gazetteer import WIDTHS, gazetteer
from jobmatch.text.places.names import RANKS, names

# 朝阳 is a city and a district of 北京: a municipality's district is as likely meant as a distant city.
MUNICIPALITIES: Final = frozenset({11, 12, 31, 50})
_WHOLE: Final = frozenset({code * 10_000_000 for code in MUNICIPALITIES})
# Beside the capitals, whose codes end in 01: 大连, 苏州, 宁波, 厦门, 青岛, 深圳.
_LARGE_CITIES: Final = frozenset({2102, 3205, 3302, 3502, 3702, 4403})
PROVINCE, CITY, DISTRICT, LANDMARK, TOWNSHIP = RANKS.values()


@cache
def _rare_name_units() -> int:
    return int(load().number("place.rare_name_units"))


class Rows:
    """What rows have to do with one another and with a home region, given as runs of codes, the narrowest first."""

    def __init__(self, home: tuple[tuple[int, int], ...]) -> None:
        self.home = home
        self.names = known = names()
        self.numbers, self.ends, self.ranks = known.numbers, known.ends, known.ranks

    def _widest(self, rows: tuple[int, ...]) -> int:
        ranks = self.ranks
        return min([ranks[row] for row in rows]) if len(rows) > 1 else ranks[rows[0]]

    def _at_rank(self, rows: tuple[int, ...], rank: int) -> tuple[int, ...]:
        return tuple([row for row in rows if self.ranks[row] == rank])

    def _within(self, rows: tuple[int, ...], outer: tuple[int, ...]) -> tuple[int, ...]:
        """The rows that lie within one of the outer rows."""
        numbers, ends = self.numbers, self.ends
        if len(outer) == 1:  # as it mostly is once a city is named
            low, high = numbers[outer[0]], ends[outer[0]]
            return tuple([row for row in rows if low <= numbers[row] < high])
        runs = [(numbers[row], ends[row]) for row in outer if self.ranks[row] != TOWNSHIP]
        return tuple([row for row in rows if any(low <= numbers[row] < high for low, high in runs)])

    def _near(self, rows: tuple[int, ...]) -> tuple[int, ...]:
        """The rows in the home region, looked for in ever wider runs around it."""
        numbers = self.numbers
        for low, high in self.home:
            inside = tuple(row for row in rows if low <= numbers[row] < high)
            if inside:
                return inside
        return ()

    def _at_home(self, rows: tuple[int, ...], rank: int) -> tuple[int, ...]:
        """The rows within the home city, down to a rank; a home province is too wide to tell a short name."""
        for low, high in self.home:
            if high - low < WIDTHS["province"] or low // 10_000_000 in MUNICIPALITIES:
                inside = [row for row in rows if low <= self.numbers[row] < high and self.ranks[row] <= rank]
                if inside:
                    return tuple(inside)
        return ()

    def _only_district(self, inside: tuple[int, ...], bearing: tuple[int, ...]) -> int | None:
        """The row of the district that holds all of some rows, where few other units bear their name."""
        districts = {self.numbers[row] // 1000 for row in inside if self.ranks[row] >= DISTRICT}
        if len(districts) != 1 or not self._rare(bearing):
            return None
        return gazetteer().row(str(districts.pop()))

    def _rare(self, rows: tuple[int, ...]) -> bool:
        """Few enough units bear the name for a street or a house of that name to tell where it is."""
        return len(rows) <= _rare_name_units()

    def _in_large_city(self, district: int) -> bool:
        """A six-digit district of a municipality, a provincial capital or another large city."""
        city = district // 100
        return city % 100 == 1 or city // 100 in MUNICIPALITIES or city in _LARGE_CITIES

    def _city_number(self, row: int) -> int:
        """What the codes of one city, or of one municipality, begin with."""
        province = self.numbers[row] // 10_000_000
        return province if province in MUNICIPALITIES else self.numbers[row] // 100_000

    def _city(self, rows: tuple[int, ...]) -> tuple[int, ...]:
        """The rows of cities and municipalities, where none is wider or narrower but for a namesake."""
        widest = self._at_rank(rows, self._widest(rows))
        return tuple([row for row in widest if self.ranks[row] == CITY or self.numbers[row] in _WHOLE])

    def _namesake_within(self, rows: tuple[int, ...]) -> bool:
        cities = self._at_rank(rows, CITY)
        return bool(cities) and bool(self._within(cities, self._at_rank(rows, PROVINCE)))

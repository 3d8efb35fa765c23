"""A mention of a place into the place: which of its readings is meant, or that it stays open.

Rows are those of ``place_names.Names``: units of the gazetteer first, then landmarks.
"""

from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from jobmatch.records.place import Place, PlaceLevel, district_of, region_of
from jobmatch.text.places.gazetteer import gazetteer, level_of, to_code, to_number
from jobmatch.text.places.names import Token
from jobmatch.text.places.rows import CITY, DISTRICT, MUNICIPALITIES, PROVINCE, Rows


class Mention(NamedTuple):
    """What one or more names of a text may mean together."""

    rows: tuple[int, ...]
    first: Token
    alone: bool  # one name, with nothing above or below it
    guess: bool  # read out of other words, so likely at best


@lru_cache(maxsize=65_536)  # all districts and the townships in use
def plain_place(number: int) -> Place:
    """The place of a nine-digit code, without a doubt."""
    code = to_code(number)
    places = gazetteer()
    point = places.point(code)
    lat, lon = (point.lat, point.lon) if point else (None, None)
    return Place(code, places.name(code), level_of(number), lat, lon)


class Telling(Rows):
    """The mentions of one text on their way to places."""

    def __init__(self, text: str, home: tuple[tuple[int, int], ...]) -> None:
        super().__init__(home)
        self.text = text

    def _said(self, token: Token) -> str:
        return self.text[token.start : token.end]

    def _told(self, mention: Mention) -> Place:
        rows = mention.rows
        if len(rows) == 1:
            return self._place(mention, rows, rows)
        widest = self._widest(rows)
        picked = self._at_rank(near, self._widest(near)) if (near := self._near(rows)) else ()
        open_rank = self._open_rank(mention, widest)
        if picked and not self._home_wins(picked, rows, widest, open_rank):
            picked = ()
        limit = max(open_rank if widest == PROVINCE else widest, self.ranks[picked[0]]) if picked else open_rank
        readings = tuple([row for row in rows if self.ranks[row] <= limit])
        return self._place(mention, picked or readings, readings)

    def _home_wins(self, picked: tuple[int, ...], rows: tuple[int, ...], widest: int, open_rank: int) -> bool:
        """A narrower place at home beats a wider one elsewhere only one step apart, and never a capital."""
        rank = self.ranks[picked[0]]
        if widest == PROVINCE:
            return rank == open_rank
        if rank == widest:
            return True
        in_home_city = bool(self._at_home(picked, rank))
        if widest == DISTRICT:
            return in_home_city
        capital = any(self.ranks[r] == CITY and self.numbers[r] // 100_000 % 100 == 1 for r in rows)
        return widest == CITY and rank == DISTRICT and in_home_city and not capital

    def _open_rank(self, mention: Mention, widest: int) -> int:
        """How far down the readings stay open without a home: 朝阳 is a city, and a district of 北京.

        吉林 is a province and a city within it.
        """
        if widest == PROVINCE and mention.alone and self._namesake_within(mention.rows):
            return CITY
        contested = widest == CITY and any(
            self.numbers[row] // 10_000_000 in MUNICIPALITIES and not gazetteer().names[row].endswith("县")  # Wuxi
            for row in self._at_rank(mention.rows, DISTRICT)
        )
        return DISTRICT if contested and mention.alone else widest

    def _place(self, mention: Mention, picked: tuple[int, ...], readings: tuple[int, ...]) -> Place:
        number, first = self.numbers[picked[0]], picked[0]
        codes = tuple(dict.fromkeys([to_code(self.numbers[row]) for row in readings]))
        if len(picked) > 1 and any(self.numbers[row] != number for row in picked):
            return self._open(mention, picked, codes)
        place, lat, lon = plain_place(number), None, None
        landmark = first >= self.names.first_landmark and number % 1000 == 0
        if landmark:
            lat, lon = self.names.landmark_point(first) or (None, None)
        likely = mention.guess or (landmark and mention.alone)
        if not (likely or landmark) and len(codes) == 1:
            return place
        open_codes = tuple(sorted(codes)) if len(codes) > 1 else ()
        return Place(
            place.code, place.name, place.level, lat or place.lat, lon or place.lon, len(codes) > 1, open_codes, likely
        )

    def _open(self, mention: Mention, picked: tuple[int, ...], codes: tuple[str, ...]) -> Place:
        district = region_of(codes)
        if district and district_of(district):  # 静安彭浦 is a street or a town, both of them in 静安
            return replace(plain_place(to_number(district)), likely=mention.guess)
        level: PlaceLevel = level_of(self.numbers[picked[0]])
        name = self._said(mention.first)
        return Place(None, name, level, ambiguous=True, alternatives=tuple(sorted(codes)), likely=mention.guess)

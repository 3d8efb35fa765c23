"""Places by code: names, points, neighbours and distances, from one compact file, loaded on first use.

A code is six digits for a province, city or district and nine for a township. Distances are in kilometres.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from math import isnan
from pathlib import Path
from typing import Final, NamedTuple, TypeAlias, overload

import numpy as np
import numpy.typing as npt

from jobmatch.artefacts import Arrays
from jobmatch.records.place import CITIES_WITHOUT_DISTRICTS, Place, PlaceLevel, city_of
from jobmatch.settings import load
from jobmatch.shipped import path_of
from jobmatch.text.places.own_places import read_places

Tables: TypeAlias = Mapping[str, npt.NDArray[np.generic]]

EARTH_RADIUS_KM: Final = np.float32(6371.0088)
# Nine digits inside: a province is a run of ten million codes, a city of 100,000, a district of 1,000.
WIDTHS: Final[dict[PlaceLevel, int]] = {"province": 10_000_000, "city": 100_000, "district": 1000, "township": 1}


class Point(NamedTuple):
    """Where a place is, and how rough that is."""

    lat: float
    lon: float
    radius_km: float


def level_of(number: int) -> PlaceLevel:
    """The level of a nine-digit code."""
    if number % 1000:
        return "township"
    if number % 100_000:
        return "district"
    return "city" if number % 10_000_000 else "province"


def to_number(code: str) -> int:
    """A code as nine digits: ``110115`` is 110115000."""
    return int(code.ljust(9, "0"))


def to_code(number: int) -> str:
    """Six digits down to a district, nine for a township."""
    return str(number) if number % 1000 else str(number // 1000)


def distance_km(
    lat1: npt.ArrayLike, lon1: npt.ArrayLike, lat2: npt.ArrayLike, lon2: npt.ArrayLike
) -> npt.NDArray[np.float32]:
    """Great-circle kilometres between points in degrees, as float32, one to one or broadcast.

    >>> round(float(distance_km(39.729, 116.337, 39.51, 116.41)), 1)
    25.1

    An unknown point (NaN) gives an unknown distance.

    >>> float(distance_km(float("nan"), 116.4, 39.9, 116.4))
    nan
    """
    a, b, c, d = (np.radians(np.asarray(x, dtype=np.float32)) for x in (lat1, lon1, lat2, lon2))
    root = np.sin((c - a) / 2) ** 2 + np.cos(a) * np.cos(c) * np.sin((d - b) / 2) ** 2
    result = 2 * EARTH_RADIUS_KM * np.arcsin(np.sqrt(root))
    return np.asarray(result, dtype=np.float32)


class Gazetteer:
    """Every place that is known; see ``gazetteer`` for the one that ships.

    >>> places = gazetteer()
    >>> places.name("110115005"), places.name("110115", short=True)
    ('北京市大兴区黄村镇', '大兴区')
    >>> places.point("110115").radius_km < 20
    True
    """

    def __init__(self, arrays: Tables) -> None:
        self.arrays = arrays
        self.codes = arrays["codes"].astype(np.int32)
        self.lat = arrays["lat"].astype(np.float32)
        self.lon = arrays["lon"].astype(np.float32)

    @cached_property
    def names(self) -> "Lines":
        """The official name of each unit, in the order of ``codes``."""
        return Lines(self.arrays["names"])

    # A view of memory gives plain numbers as a list does, and none of them has to be made beforehand.
    @cached_property
    def _numbers(self) -> Sequence[int]:
        return self.codes.data

    @cached_property
    def _points(self) -> tuple[Sequence[float], Sequence[float], Sequence[float]]:
        return self.lat.data, self.lon.data, self.arrays["radius"].astype(np.float64).data

    def _row_of(self, number: int) -> int | None:
        """The row of a number of nine digits; codes rise."""
        row = bisect_right(self._numbers, number) - 1
        return row if row >= 0 and self._numbers[row] == number else None

    @cached_property
    def _old_codes(self) -> dict[int, int]:
        return dict(self.arrays["old_codes"].tolist())

    def row(self, code: str) -> int | None:
        """The row of a code, of today's where the code is a former one; None for an unknown code."""
        if not code.isdecimal():
            return None
        number = to_number(code)
        return self._row_of(self._old_codes.get(number, number))

    @cached_property
    def _district_rows(self) -> npt.NDArray[np.intp]:
        codes = self.codes
        own = (codes % 1000 == 0) & (codes % 100_000 != 0)
        alone = np.array([int(code) * 1000 for code in CITIES_WITHOUT_DISTRICTS], dtype=np.int32)
        return np.flatnonzero(own | np.isin(codes, alone))

    @cached_property
    def district_codes(self) -> npt.NDArray[np.int32]:
        """The six-digit district codes, rising."""
        return (self.codes[self._district_rows] // 1000).astype(np.int32)

    def point(self, code: str) -> Point | None:
        """Latitude, longitude and how rough they are; a township without a point has its district's.

        >>> gazetteer().point("999999") is None
        True
        """
        row, (lat, lon, radius) = self.row(code), self._points
        if row is None or isnan(lat[row]):
            return self.point(code[:6]) if len(code) == 9 else None
        return Point(round(lat[row], 4), round(lon[row], 4), radius[row])

    def point_of(self, place: Place) -> Point | None:
        """Where a place is: its own point (a landmark's, say), else that of its code.

        >>> from jobmatch.text.places.place import parse_place
        >>> airport = gazetteer().point_of(parse_place("北京大兴机场"))
        >>> airport.lat < 39.6, airport.radius_km < 3
        (True, True)
        """
        by_code = self.point(place.code) if place.code else None
        if place.lat is None or place.lon is None or place.code is None:
            return by_code
        if by_code is None:
            return Point(place.lat, place.lon, 0.0)
        same = abs(place.lat - by_code.lat) < 1e-3 and abs(place.lon - by_code.lon) < 1e-3
        landmark_km = load().number("place.landmark_radius_km")
        return by_code if same else Point(place.lat, place.lon, min(by_code.radius_km, landmark_km))

    def name(self, code: str, *, short: bool = False) -> str:
        """The full name of a code, or its last part alone; empty where the code is unknown."""
        row = self.row(code)
        if row is None:
            return ""
        return self.names[row] if short else self._full_name(int(self.codes[row]))

    def _full_name(self, number: int) -> str:
        chain = dict.fromkeys(number - number % width for width in WIDTHS.values())
        parts = [self.names[row] for part in chain if (row := self._row_of(part)) is not None]
        return (
            "".join(parts) if parts[0] > "\u2e80" else ", ".join(reversed(parts))
        )  # 北京市大兴区; Greenville, South Carolina

    def home_of(self, places: Iterable[Place | None]) -> str | None:
        """The home region of a file: the city of most of its places, else the province, else None.

        A city must hold half of the places that are sure, so that a national file has no home.

        >>> places = [Place("110115", "大兴区", "district")] * 3 + [Place("310115", "浦东新区", "district")]
        >>> gazetteer().home_of(places)
        '110000'
        """
        codes = [place.code for place in places if place and place.code and not place.ambiguous]
        cities = Counter(city for code in codes if (city := city_of(code)))
        provinces = Counter(code[:2] + "0000" for code in codes)
        share = load().number("place.home_share")
        for counted in (cities, provinces):
            best = min(counted.items(), key=lambda item: (-item[1], item[0]), default=None)
            if best and best[1] >= share * len(codes):
                return best[0]
        return None


class Lines(Sequence[str]):
    r"""The lines of some bytes, each made a text when it is asked for.

    >>> lines = Lines(np.frombuffer("北京市\n大兴区".encode(), dtype=np.uint8))
    >>> lines[1], len(lines), list(lines)
    ('大兴区', 2, ['北京市', '大兴区'])
    """

    def __init__(self, blob: npt.NDArray[np.generic]) -> None:
        self._bytes = blob.data
        # a view of memory gives plain whole numbers as a list does, and none of them has to be made beforehand
        self._ends: Sequence[int] = np.r_[-1, np.flatnonzero(blob == ord("\n")), len(self._bytes)].data

    def __len__(self) -> int:
        return len(self._ends) - 1

    @overload
    def __getitem__(self, at: int) -> str: ...
    @overload
    def __getitem__(self, at: slice) -> list[str]: ...
    def __getitem__(self, at: int | slice) -> str | list[str]:
        if isinstance(at, slice):
            return list(self)[at]
        return str(self._bytes[self._ends[at] + 1 : self._ends[at + 1]], "utf-8")

    def __iter__(self) -> Iterator[str]:
        return iter(str(self._bytes, "utf-8").split("\n"))


def strings(blob: npt.NDArray[np.generic]) -> list[str]:
    """A list of strings from bytes, one a line."""
    text = blob.tobytes().decode("utf-8")
    return text.split("\n") if text else []


@cache
def gazetteer() -> Gazetteer:
    """The places in force, loaded once: those that ship (China with Hong Kong, Macau and Taiwan) or a service's own."""
    own = str(load().get("place.gazetteer"))
    if own:
        return Gazetteer(read_places(Path(own)))
    return Gazetteer(Arrays(path_of("text/lexicons/places.npz")))

"""Where a client is at home, wants to work, and from where the way to work counts."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final

from jobmatch.lazily import cached_property
from jobmatch.records.client import Client
from jobmatch.records.place import Place
from jobmatch.settings import Settings
from jobmatch.text.fold import fold
from jobmatch.text.places.abroad import ABROAD, lies_abroad
from jobmatch.text.places.gazetteer import distance_km, gazetteer
from jobmatch.text.places.place import parse_place
from jobmatch.text.places.taiwan import is_in_taiwan
from jobmatch.text.tokens import tokenize

_NEAR_WORDS: Final = frozenset({"附近", "周边", "一带", "near", "家门口"})


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place from which the way to work is counted: the client's home, or where they want to work."""

    lat: float
    lon: float
    radius_km: float
    district: int
    province: int
    name: str

    @property
    def around(self) -> tuple[int, ...]:
        """The district, and the city and the province that hold it: a posting may name just these."""
        return self.district, self.district // 100 * 100, self.province


@dataclass(frozen=True, eq=False)
class Whereabouts:
    """The places of a client, read on first use and kept; places without a region are sought near ``home``."""

    client: Client
    home: str | None
    as_of: date
    settings: Settings

    @cached_property
    def residence(self) -> Place | None:
        """Where the client lives."""
        said = self.client.conditions.residence
        return parse_place(said, self.home) if said else None

    @property
    def in_taiwan(self) -> bool:
        """Whether the client lives in Taiwan; where nobody said, whether the postings are of there."""
        return is_in_taiwan((self.residence and self.residence.code) or self.home)

    @cached_property
    def home_anchor(self) -> Anchor | None:
        """The client's home as a point."""
        return _anchor(self.residence) if self.residence else None

    @cached_property
    def wanted_places(self) -> tuple[Anchor, ...]:
        """Places where the client wants to work."""
        near_home = self.residence.code if self.residence and self.residence.code else self.home
        texts = [*(self.client.attitude.places or ()), *filter(self._only_place, self.client.goal.occupations or ())]
        places = [parse_place(text, near_home) or (ABROAD if lies_abroad(text) else None) for text in texts]
        return tuple(anchor for place in places if place and (anchor := _anchor(place)))

    @cached_property
    def refused_places(self) -> tuple[Anchor, ...]:
        """Places where the client will not work: 房山 among what is refused, and no work that only names one."""
        near_home = self.residence.code if self.residence and self.residence.code else self.home
        places = [(words, parse_place(words, near_home)) for words in self.client.goal.refused or ()]
        sure = [place for words, place in places if place and not place.likely and fold(words) in fold(place.name)]
        return tuple(anchor for place in sure if (anchor := _anchor(place)))

    @property
    def wanted_districts(self) -> tuple[Anchor, ...]:
        """The wanted places that are finer than a city."""
        return tuple(anchor for anchor in self.wanted_places if anchor.district % 100)

    @cached_property
    def moves(self) -> bool:
        """Whether every wanted place lies so far from home that the client means to move."""
        home, far = self.home_anchor, self.settings.number("distance.moves_km")
        if home is None or not self.wanted_places:
            return False
        return all(_apart_km(home, one) > far for one in self.wanted_places)

    @cached_property
    def near_to(self) -> tuple[Anchor, ...]:
        """Where a job is welcome: near home (unless the client means to move) or near a wanted place."""
        home = () if self.moves or self.home_anchor is None else (self.home_anchor,)
        return (*home, *self.wanted_places)

    @cached_property
    def anchors(self) -> tuple[Anchor, ...]:
        """From where the limit counts: from home where a longest way was said, else from all that is near."""
        bound = self.home_anchor is not None and self.commute_km is not None and not self.moves
        return self.near_to[:1] if bound else self.near_to

    @cached_property
    def commute_km(self) -> float | None:
        """The longest way to work that the client accepts; None where it was not said."""
        return self.client.conditions.max_commute_km

    def _only_place(self, wish: str) -> bool:
        return _names_near(wish) and parse_place(wish, self.home) is not None


@lru_cache(maxsize=4096)  # of a caseload many wish the same
def _names_near(wish: str) -> bool:
    return not _NEAR_WORDS.isdisjoint(tokenize(wish))


@lru_cache(maxsize=4096)
def _anchor(place: Place) -> Anchor | None:
    point = gazetteer().point_of(place)
    if point is None:
        return None
    district = int((place.district_code or place.city_code or place.province_code or "0")[:6])
    return Anchor(point.lat, point.lon, point.radius_km, district, int(place.province_code or 0), place.name)


def _apart_km(one: Anchor, other: Anchor) -> float:
    return float(distance_km(one.lat, one.lon, other.lat, other.lon))

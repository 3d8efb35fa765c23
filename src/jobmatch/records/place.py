"""A place as it was read from a text: which one, how fine, how sure."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal

PlaceLevel = Literal["province", "city", "district", "township"]

# Provinces without prefectures: the province is its own city.
_MUNICIPALITIES: Final = frozenset({"11", "12", "31", "50", "81", "82"})
# Cities without districts: the city is its own district.
CITIES_WITHOUT_DISTRICTS: Final = frozenset(
    {"441900", "442000", "460400", "620200", *(f"{city}00" for city in range(7104, 7121))}
)
# County-level places right under a province (济源, 仙桃, 琼海, 石河子 …) have 90 as the city's digits.
_UNDER_PROVINCE: Final = "90"


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the gazetteer, with what stays open said and not guessed.

    ``code`` is None where several places fit and nothing tells which; ``alternatives`` then holds all of
    them. Where the home region decided, ``code`` is that one and ``ambiguous`` stays True. Without
    ambiguity, ``alternatives`` are the further places that the text names. ``likely`` marks what was
    inferred (a landmark, a road, an employer's name) and is not said by the text itself.

    >>> place = Place("110115005", "北京市大兴区黄村镇", "township", 39.73, 116.33)
    >>> place.district_code, place.city_code, place.province_code
    ('110115', '110000', '110000')
    >>> Place("441900", "广东省东莞市", "city", 23.02, 113.75).district_code
    '441900'
    >>> Place(None, "鼓楼区", "district", ambiguous=True, alternatives=("320106", "350102")).city_code is None
    True
    """

    code: str | None
    name: str
    level: PlaceLevel
    lat: float | None = None
    lon: float | None = None
    ambiguous: bool = False
    alternatives: tuple[str, ...] = ()
    likely: bool = False

    @property
    def district_code(self) -> str | None:
        """The six-digit district; None for a province or a city that has districts."""
        return district_of(self.code) if self.code else None

    @property
    def city_code(self) -> str | None:
        """The city (北京 and its like are their own); None for a province or where the code is open."""
        return city_of(self.code) if self.code else None

    @property
    def province_code(self) -> str | None:
        """The six-digit province; None where the code is open."""
        return self.code[:2] + "0000" if self.code else None


def district_of(code: str) -> str | None:
    """The district of a code, None where the code is wider than a district."""
    whole = code[4:6] == "00" and code[:6] not in CITIES_WITHOUT_DISTRICTS
    return None if whole else code[:6]


def region_of(codes: Iterable[str]) -> str | None:
    """The smallest district, city or province that holds all of some codes, None where none does.

    >>> region_of(["310106020", "310106100"]), region_of(["110105015", "110108005"]), region_of(["320106", "350102"])
    ('310106', '110000', None)
    """
    held = list(codes)
    for wider in (district_of, city_of, _province_of):
        found = {wider(code) for code in held}
        if len(found) == 1 and (one := found.pop()):
            return one
    return None


def _province_of(code: str) -> str:
    return code[:2] + "0000"


def city_of(code: str) -> str | None:
    """The city of a code: 济源 (419001) is its own, a plain province has none."""
    if code[:2] in _MUNICIPALITIES:
        return code[:2] + "0000"
    if code[2:4] == _UNDER_PROVINCE:
        return code[:6]
    return None if code[2:6] == "0000" else code[:4] + "00"

"""A location text into a place: names are found, read together from wide to narrow, and never guessed.

北京·大兴·黄村 is read as one place, 沈阳 昆山 as two. What several places could be is said to be open, with all of
them named; a home region may choose among them, and the doubt stays marked.
"""

from functools import cache, lru_cache
from typing import Final, overload

from jobmatch.errors import UsageError
from jobmatch.patterns import late
from jobmatch.records.place import Place, PlaceLevel
from jobmatch.settings import load
from jobmatch.text.batches import Cell, Many, as_text, is_many, texts_of
from jobmatch.text.fold import fold
from jobmatch.text.places.gazetteer import WIDTHS, gazetteer, level_of, to_number
from jobmatch.text.places.names import RANKS, Token, names
from jobmatch.text.places.reading import Reading
from jobmatch.text.places.rows import MUNICIPALITIES
from jobmatch.text.places.signs import elsewhere, excepted
from jobmatch.text.places.told import plain_place

_CODE: Final = late(r"([0-9]{6}|[0-9]{9}|[0-9]{12})(?:\.0)?")  # .0: a spreadsheet took it for a number
_HERE: Final = late("[本我全]([省市区县])(?!场)|市内")  # at the beginning of a text: of the home
_GROUP: Final = late("(.{2,4}?)(?:地区|区域|一带|片区|等地|各地|均可|都行|都可|皆可|不限|[两三]省|三?地)?")  # 川渝地区
_GROUP_CHARACTERS: Final = 8  # of the longest that may be one
_LATIN_LETTER: Final = late("[a-z]")
_SPACED: Final = late(r"(?<!\S)[一-龥](?: [一-龥]){2,}(?!\S)")  # 深 圳 南 山
_CACHED_TEXTS: Final = 65_536  # location texts of a file repeat; a text with its place takes some 300 bytes


@overload
def parse_place(text: Cell, home: str | None = None, *, loose: bool = False) -> Place | None: ...
@overload
def parse_place(text: Many, home: str | None = None, *, loose: bool = False) -> list[Place | None]: ...
def parse_place(
    text: Cell | Many, home: str | None = None, *, loose: bool = False
) -> Place | list[Place | None] | None:
    """The place that a location text names.

    >>> place = parse_place("北京·大兴·黄村")
    >>> place.code, place.name, place.level
    ('110115005', '北京市大兴区黄村镇', 'township')

    What could be several places is open. A ``home`` region, a code or a name, chooses; the doubt stays said.

    >>> parse_place("朝阳区").code, parse_place("朝阳区").alternatives
    (None, ('110105', '220104'))
    >>> place = parse_place("朝阳区", home="北京市")
    >>> place.code, place.ambiguous
    ('110105', True)

    Where a text names several places, the first is taken and ``alternatives`` holds the others. A landmark
    or the middle of other words is ``likely`` at best.

    >>> parse_place("沈阳 昆山").code, parse_place("沈阳 昆山").alternatives
    ('210100', ('320583',))
    >>> parse_place("望京SOHO").district_code, parse_place("望京SOHO").likely
    ('110105', True)

    本市 is the city of the home, where one is given:

    >>> parse_place("本市大兴区", home="北京市").code, parse_place("本市", home="深圳市").name, parse_place("本市")
    ('110115', '广东省深圳市', None)

    A code of a district, a town or a village (read as its town) is that place; other digits are none.

    >>> parse_place("110115005000").name, parse_place("13800138000")
    ('北京市大兴区黄村镇', None)

    No place gives None: anywhere (全国, 不限, 多地), at home (远程, 居家), abroad, a dish or a brand.

    >>> [parse_place(text) for text in ("全国", "远程办公", "日本东京", "北京烤鸭店", "")]
    [None, None, None, None, None]

    ``loose`` is for titles and employers' names: only provinces, cities and districts, and likely at best.
    Only the first 200 characters are read.

    >>> parse_place("深圳市某某有限公司", loose=True).likely
    True

    No text is no place; several texts give a list.

    >>> parse_place(None), [place.name for place in parse_place(["上海市", "北京市"])]
    (None, ['上海市', '北京市'])
    """
    if not isinstance(home, str | None):
        raise UsageError("no-such-place", seen=home)
    if is_many(text):
        return [_parse(one[: _read_characters()], home, loose) for one in texts_of(text)]
    return _parse(as_text(text)[: _read_characters()], home, loose)


@cache
def _read_characters() -> int:
    return int(load().number("place.read_characters"))


@lru_cache(maxsize=_CACHED_TEXTS)
def _parse(text: str, home: str | None, loose: bool) -> Place | None:
    folded = _plainly(_named(fold(text), home))
    if len(folded) == 1:
        letter = names().letters.get(folded)
        return plain_place(to_number(letter)) if letter else None
    if code := _CODE.fullmatch(folded):
        return _place_of_code(code[1])
    if group := _group(folded):
        return group
    tokens = _tokens(folded)
    if not tokens:
        return None
    return Reading(folded, tokens, home_ranges(home), loose=loose).place()


def _plainly(folded: str) -> str:
    """A text without blanks within a name."""
    return _SPACED.sub(lambda spaced: spaced[0].replace(" ", ""), folded) if " " in folded else folded


def _group(folded: str) -> Place | None:
    """江浙沪, 川渝地区: open between the provinces or cities that are meant, each of them said."""
    found = _GROUP.fullmatch(folded) if len(folded) <= _GROUP_CHARACTERS else None
    meant = names().groups.get(found[1]) if found else None
    if found is None or meant is None:
        return None
    codes = tuple(meant.split("+"))
    return Place(None, found[1], level_of(to_number(codes[0])), ambiguous=True, alternatives=tuple(sorted(codes)))


def _named(folded: str, home: str | None) -> str:
    """A text in which 本市 at the beginning is the name of the home's city; as it was where no home tells."""
    found = _HERE.match(folded)
    region = _region_of(home, found[1] or "市") if found else None
    return folded if found is None or region is None else region + folded[found.end() :]


def _region_of(home: str | None, kind: str) -> str | None:
    """The name of the home's province, city or district; a municipality is its own city."""
    runs = {high - low: low for low, high in home_ranges(home)}
    city: PlaceLevel = (
        "province" if any(low // WIDTHS["province"] in MUNICIPALITIES for low in runs.values()) else "city"
    )
    levels: dict[str, PlaceLevel] = {"省": "province", "市": city, "区": "district", "县": "district"}
    number = runs.get(WIDTHS[levels[kind]])
    return None if number is None else plain_place(number).name


def known_home(home: str | None) -> str | None:
    """A home region as it was given; what is no place is refused.

    >>> known_home("北京市大兴区"), known_home("110115"), known_home(None)
    ('北京市大兴区', '110115', None)
    >>> known_home("火星")
    Traceback (most recent call last):
    jobmatch.errors.UsageError: 没有“火星”这个地方。请写省、市、区县的名称或行政区划代码，如 北京市大兴区 或 110115。
    """
    if home is None or (isinstance(home, str) and home_ranges(home) and not _stem_of_a_town(home)):
        return home
    raise UsageError("no-such-place", seen=home)


def _stem_of_a_town(home: str) -> bool:
    """Whether a home is the bare stem of a town's name somewhere in the country: 火星, of a 火星街道."""
    place = parse_place(home)
    if place is None or place.code is None or place.level != "township":
        return False
    name, said = gazetteer().name(place.code, short=True), fold(home)
    return said != name and name.startswith(said)


def _place_of_code(digits: str) -> Place | None:
    places = gazetteer()
    row = places.row(digits[:9])
    return None if row is None else plain_place(int(places.codes[row]))


def _tokens(folded: str) -> list[Token]:
    known = names()
    found = [] if folded.isascii() else known.scan(folded)
    if _LATIN_LETTER.search(folded):
        latin = known.scan_latin(folded)
        if found:  # 长安oppo工业园: among Chinese words, only a city's name counts
            latin = [token for token in latin if known.ranks[token.rows[0]] <= RANKS["city"]]
        found = sorted(found + latin)
    # Abroad unless a place at home is named first: 苏州新加坡工业园, but not 日本大阪(北京面试).
    if found and found[0].rows[-1] == known.abroad:
        return []
    told = _outside(excepted(folded), [token for token in found if token.rows[-1] != known.abroad])
    return _outside(elsewhere(folded), told) or told if len(told) > 1 else told


def _outside(stretches: list[tuple[int, int]], tokens: list[Token]) -> list[Token]:
    return [token for token in tokens if not any(low <= token.start < high for low, high in stretches)]


@lru_cache(maxsize=4096)
def home_ranges(home: str | None) -> tuple[tuple[int, int], ...]:
    """The runs of codes around a home region, the narrowest first; none where the home is unknown.

    >>> home_ranges("110115")
    ((110115000, 110116000), (110000000, 120000000))
    >>> home_ranges("不限")
    ()
    """
    if not home:
        return ()
    code = home if gazetteer().row(home) is not None else getattr(parse_place(home), "code", None)
    if code is None:
        return ()
    number = to_number(code)
    widths = (w for level, w in sorted(WIDTHS.items(), key=lambda item: item[1]) if level != "township")
    runs = [(number - number % width, number - number % width + width) for width in widths]
    inside = [run for run in runs if run[1] - run[0] >= WIDTHS[level_of(number)]]
    if number // 10_000_000 in MUNICIPALITIES:  # the whole of 北京 is one city
        inside = [run for run in inside if run[1] - run[0] != WIDTHS["city"]]
    return tuple(inside)

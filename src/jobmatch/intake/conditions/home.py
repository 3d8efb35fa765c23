"""Where the client lives: behind a word for living, or a place that stands alone."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from jobmatch.intake.clauses.note import Clause
from jobmatch.intake.clauses.phrasebook import pattern
from jobmatch.intake.fact import LIKELY, Fact, Reading, fact
from jobmatch.intake.work.mentions import mentions
from jobmatch.text.places.place import parse_place
from jobmatch.text.work.fields import field_words
from jobmatch.text.work.majors import is_major

_FIRST_WORDS: Final = 60  # characters at the head of a note in which a visit names the place
_DOOR: Final = re.compile(r"(?:\d+|[一二三四五六七八九十]+)(?:号楼|号院|栋|幢|单元|室|号|#|弄|楼|层|-\d).*$")


_VALUE: Final = re.compile(r"(?:在|于)?(?P<place>[\u4e00-\u9fffa-z0-9#\- ,]{2,40}?)(?=$|[。;(])")
_EMPLOYER_MOVES: Final = re.compile("(?:公司|厂子?|单位|店|学校|门店|工厂|企业)[^,。;]{0,6}(?:搬|迁|位于|在)")


def read_home(clause: Clause, reading: Reading) -> Iterator[Fact]:
    """Where the client lives by the words of a clause."""
    told = [*_homes(clause, reading)]
    if not (told and told[0].confidence == _BARE and is_behind_wish(clause, reading)):
        yield from told


def _homes(clause: Clause, reading: Reading) -> Iterator[Fact]:
    if clause.key == "home" and (found := _VALUE.match(clause.text, clause.value)):
        said = _DOOR.sub("", found["place"]).strip()
        if said and not pattern("home.not_home").match(said):
            at = found.start("place")
            known = _is_place(said, reading)
            yield fact("conditions.residence", said, clause, (at, at + len(said)), LIKELY if known else _BARE)
            return
    if (clause.past and "现" not in clause.text) or _EMPLOYER_MOVES.search(clause.text):
        return
    for form in (pattern("home.home"), pattern("home.lives")):
        for found in form.finditer(clause.text):
            name = next(name for name, said in found.groupdict().items() if said)
            if name in ("place3", "place5", "place13") and clause.start > _FIRST_WORDS:
                continue
            if name == "place11" and _REGISTERED.search(clause.before[-_NEAR_NAME:] + clause.text[: found.start(name)]):
                continue
            if "反映" in found[name]:
                continue
            said = pattern("home.home_stop").split(_DOOR.sub("", found[name]))[0].strip(" -)")
            known = _is_place(said, reading)
            if not pattern("home.not_home").match(found[name]) and (
                known or (name in ("place", "place10") and pattern("home.may_be_place").fullmatch(said))
            ):
                at = found.start(name) + len(found[name]) - len(found[name].lstrip())
                yield fact("conditions.residence", said, clause, (at, at + len(said)), LIKELY if known else _BARE)
                return
    yield from _bare_home(clause, reading)


_REGISTERED: Final = re.compile("户籍|户口|老家|籍贯|原籍|祖籍|出生")
_NEAR_NAME: Final = 8  # characters before a place in which it is said to be where somebody is registered
_SEVERAL: Final = re.compile("[或、]|(?<!呼)和(?![平田县龙顺林])")


def _bare_home(clause: Clause, reading: Reading) -> Iterator[Fact]:
    """A place that stands alone, as at the head of a visit's note or in the last cell of a roster, is the home."""
    if lives := pattern("home.lives_in").search(clause.text):
        yield fact("conditions.residence", lives["place"], clause, lives.span("place"), LIKELY)
        return
    found = pattern("home.bare_place").fullmatch(clause.text)
    if (
        not found
        or (clause.text.isascii() and _IS_A_NAME.match(reading.note.shadow, clause.start + found.end("place")))
        or pattern("home.no_bare_home").search(clause.before[-12:])
        or pattern("home.no_bare_place").search(found["place"])
        or _SEVERAL.search(found["place"])
        or is_major(found["place"])
    ):
        return
    said = _DOOR.sub("", found["place"])
    place = parse_place(said, reading.home) if len(said) >= _SHORTEST_PLACE and not mentions(said) else None
    sure = (
        place is not None and not place.likely and (place.code or said.endswith(("镇", "乡", "街道", "区", "县", "村")))
    )
    fine = place is not None and (place.level in _FINE or _IN_TAIWAN.match(place.code or ""))
    among_first = place is not None and place.level == "city" and _of_roster(clause, found)
    if sure and (fine or among_first):
        yield fact(
            "conditions.residence",
            said,
            clause,
            (found.start("place"), found.start("place") + len(said)),
            _ORIGIN if _COMES.match(clause.text, found.end("place")) else _BARE,
        )


_IS_A_NAME: Final = re.compile(r"(?<=[a-z]),? ?(?:m|f|male|female)(?=[,. ;])")  # Zhao, M, 38


def _of_roster(clause: Clause, found: "re.Match[str]") -> bool:
    """Whether a town stands among the first cells of a note, behind the gender or the age: 女,54,柳州,高中."""
    ahead = clause.before + clause.text[: found.start("place")]
    if not _PLAIN_TOWN.fullmatch(found["place"]):
        return False
    return clause.start <= _FIRST_WORDS and bool(pattern("home.age_or_gender").search(ahead[-_FIRST_WORDS:]))


_PLAIN_TOWN: Final = re.compile("(?!老家|籍贯|户籍|来自|娘家|原籍)[^不去师学院家来回想望到过]{2,8}")
_FINE: Final = ("district", "township")


def is_behind_wish(clause: Clause, reading: Reading) -> bool:
    """Whether a place that stands alone follows what is wished in its line, where the home has been told before."""
    if _PUT_RIGHT.search(clause.before) or not follows_wish(clause, reading):
        return False
    first = _first_home(reading)
    return first is not None and first < clause.start


@lru_cache(maxsize=4)
def _first_home(reading: Reading) -> int | None:
    """Where a note first tells where the client lives."""
    return next((one.start for clause in reading.own() for one in _homes(clause, reading)), None)


def follows_wish(clause: Clause, reading: Reading) -> bool:
    """Whether a wish for work is told before a clause in its line."""
    begin = reading.note.shadow.rfind("\n", 0, clause.start)
    if any(one.role == "wanted" and begin < one.end <= clause.start for one in reading.told):
        return True
    return bool(_WISHED.search(reading.note.shadow[begin + 1 : clause.start]))


_PUT_RIGHT: Final = re.compile(r"(?:[—?]|不是?|不对|错了?|更正|应该是?|应为)[—:, ]*$")
_WISHED: Final = re.compile("想[找做干要]|意向|求职|期望|要求|希望")
_IN_TAIWAN: Final = re.compile("71")  # of which the gazetteer has no districts
_SHORTEST_PLACE: Final = 2
_BARE: Final = 0.85
_ORIGIN: Final = 0.82  # 舟山岱山人 tells less than a place that stands alone
_COMES: Final = re.compile("(?:本地)?人")


def _is_place(said: str, reading: Reading) -> bool:
    """Whether the words name a place: one of the gazetteer, be it one of several of its name, or by their ending."""
    if len(said) < _SHORTEST_PLACE:
        return False
    return names_place(said, reading.home) or (len(said) > 2 and said[-1] in "邨苑村镇乡")


_TOWNS: Final = (2, 3, 4)  # characters of a town before its district: 哈尔滨道外


def names_place(said: str, home: str | None) -> bool:
    """Whether words name a place, or a town and its district side by side.

    >>> names_place("哈尔滨道外", None), names_place("保洁", None)
    (True, False)
    """
    if field_words(said):
        return False  # 酒店 is a hotel, though a town has that name
    place = parse_place(said, home)
    if place and (place.code or place.ambiguous):
        return True
    return any(
        len(said) - at in _TOWNS
        and (town := parse_place(said[:at])) is not None
        and town.level == "city"
        and not town.likely
        and (part := parse_place(said[at:])) is not None
        and not part.likely
        and (part.code or "")[:2] == (town.code or " ")[:2]
        for at in _TOWNS
    )

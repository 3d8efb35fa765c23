"""Conditions that the client sets: pay, way to work, hours, shifts, places, from when."""

import re
from collections.abc import Iterator
from typing import Final

from jobmatch.intake.available import read_available
from jobmatch.intake.fact import LIKELY, Fact, Reading, fact, number
from jobmatch.intake.note import Clause
from jobmatch.intake.pay import read_pay
from jobmatch.intake.phrasebook import NUMBER, pattern
from jobmatch.intake.shifts import read_shifts
from jobmatch.intake.times import read_slots
from jobmatch.text.place import parse_place

_KM: Final = re.compile(rf"(?P<n>{NUMBER}) ?(?P<unit>公里|千米|km|里(?!程)|kilomet(?:er|re)s?)")
_WAY: Final = re.compile(
    r"通勤|路程|离家|上班|距离|范围|以内|之内|内|不超过|超过|远|骑车|单程|周边|附近|方圆|commut|within|away|from home|no more than"
)
_NEAR: Final = re.compile(
    r"(?:想|希望|期望|最好|要求|优先|意向|工作地点|地点)[^,。;]{0,6}?(?:在|去|到|为|:|是)(?P<place>[\u4e00-\u9fff]{2,12}?)(?:附近|周边|一带|这边"
    r"|那边|上班|工作|找|就业|做|干|地区|范围|$|内)"
)


def read_wishes(reading: Reading) -> Iterator[Fact]:
    """Every condition that the client sets."""
    for clause in reading.own():
        yield from read_pay(clause, reading.note)
        yield from _commute(clause)
        yield from _shifts(clause)
        yield from read_slots(clause)
        yield from _places(clause, reading)
        yield from read_available(clause, reading)


def _commute(clause: Clause) -> Iterator[Fact]:
    found = _KM.search(clause.text)
    if found and _WAY.search(clause.text) and not clause.past:
        try:
            km = number(found["n"])
        except (KeyError, ValueError):
            return
        yield fact("conditions.max_commute_km", km / 2 if found["unit"] == "里" else km, clause, found, LIKELY)


def _shifts(clause: Clause) -> Iterator[Fact]:
    if clause.earlier:
        return
    yield from read_shifts(clause)
    for kind, name in (("any", "hours.either"), ("part", "hours.part"), ("full", "hours.full")):
        if (found := pattern(name).search(clause.text)) and not clause.denies(*found.span()):
            yield fact("conditions.hours", kind, clause, found, LIKELY)
            return


_LIST_OF_PLACES: Final = re.compile(
    r"(?:(?:工作)?(?:区域|地区|地点)[ :是为]+|(?:公司|单位|工作|最好|只|就|想|希望|上班)[^,。;]{0,4}?(?<!住)在)(?P<all>[\u4e00-\u9fff]{2,8}(?: ?[、/或和] ?[\u4e00-\u9fff]{2,8}?)*)(?=$|[,。;]|附近|周边|一带|上班|工作|找|内|都|本地)"
    r"|(?P<any>[\u4e00-\u9fff]{2,8}(?:[、/或和][\u4e00-\u9fff]{2,8})*?)(?:本地|都可以|都行|均可|都考虑|优先|(?<=[区市县])内$)"
)
_PLACE_TAIL: Final = re.compile(
    r"(?:附近|周边|一带|这边|那边|上班|工作|找|就业|做|干|地区|范围|内|本地|都可以|都行|均可|或者)+.*$"
)


def _places(clause: Clause, reading: Reading) -> Iterator[Fact]:
    """Where the client wants to work: one place, or a list of them."""
    for found in (*_NEAR.finditer(clause.text), *_LIST_OF_PLACES.finditer(clause.text)):
        name = next(name for name, said in found.groupdict().items() if said)
        at = found.start(name)
        for item in re.split(r"[、/和]|或者?", found[name]):
            begin = clause.text.index(item, at)
            at = begin + len(item)
            said = _PLACE_TAIL.sub("", item.strip())
            place = parse_place(said, reading.home) if len(said) >= 2 else None
            if place is not None and not place.likely:
                begin = clause.text.index(said, begin)
                yield fact("attitude.places", said, clause, (begin, begin + len(said)), LIKELY)

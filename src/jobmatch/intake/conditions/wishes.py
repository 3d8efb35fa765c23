"""Conditions that the client sets: pay, way to work, hours, shifts, places, from when."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from jobmatch.intake.clauses.note import Clause, Note
from jobmatch.intake.clauses.phrasebook import NUMBER, pattern
from jobmatch.intake.conditions.available import read_available
from jobmatch.intake.conditions.home import follows_wish, is_behind_wish, names_place
from jobmatch.intake.conditions.pay import read_pay
from jobmatch.intake.conditions.shifts import read_shifts
from jobmatch.intake.conditions.times import read_slots, read_wished_slots
from jobmatch.intake.fact import LIKELY, WEAK, Fact, Reading, fact
from jobmatch.intake.work.mentions import mentions
from jobmatch.spoken import most_of
from jobmatch.text.places.place import parse_place
from jobmatch.text.work.fields import field_words

_KM: Final = re.compile(rf"(?P<n>{NUMBER}) ?(?P<unit>公里|千米|km|里(?!程)|kilomet(?:er|re)s?)")


def read_wishes(reading: Reading) -> Iterator[Fact]:
    """Every condition that the client sets; the name of a time tells when they are free where nothing else does."""
    told = _with_hours(list(_conditions(reading)))
    yield from told
    if not any(one.field == "conditions.hours" for one in told):
        yield from _part_by_slots(told)
    if not any(one.field == "conditions.available_hours" for one in told):
        yield from next((found for clause in reading.own() if (found := list(read_wished_slots(clause)))), [])


def _with_hours(told: list[Fact]) -> list[Fact]:
    """The facts, without days or one end alone where whole hours are told (早八点到晚五点,周末不去), two ends as one slot."""
    slots = [one.value for one in told if one.field == _SLOTS]
    timed = any("from" in one or "to" in one for one in slots)
    told = [one for one in told if one.field != _SLOTS or not timed or one.value.keys() != {"days"}]
    if any(one.keys() >= _BOTH for one in slots):
        told = [one for one in told if one.field != _SLOTS or one.value.keys() >= _BOTH]
    ends = [one for one in told if one.field == _SLOTS]
    if sorted(side for one in ends for side in one.value if side != "days") == ["from", "to"] and len(ends) == _ENDS:
        whole = replace(ends[0], value=ends[0].value | ends[1].value, end=max(one.end for one in ends))
        told = [whole if one is ends[0] else one for one in told if one is not ends[1]]
    return told


_SLOTS: Final = "conditions.available_hours"
_BOTH: Final = frozenset(("from", "to"))
_ENDS: Final = 2  # 八点半能到,四点半要走


def _part_by_slots(told: Sequence[Fact]) -> Iterator[Fact]:
    """Who can only work a few hours of the day, or at weekends, works part of the time."""
    slots = [one for one in told if one.field == "conditions.available_hours"]
    short = [one for one in slots if one.value.get("days") == "weekend" or _hours_of(one.value) <= _PART]
    if slots and len(short) == len(slots):
        yield replace(slots[0], field="conditions.hours", value="part", confidence=WEAK)


_PART: Final = 6.0  # hours between the first and the last of a day up to which work is part of the time


def _hours_of(slot: dict[str, str]) -> float:
    """How long a stretch of the day is; a whole day where one end is open."""
    if "from" not in slot or "to" not in slot:
        return 24.0
    begin, end = (int(slot[side][:2]) + int(slot[side][3:]) / 60 for side in ("from", "to"))
    return (end - begin) % 24


def _conditions(reading: Reading) -> Iterator[Fact]:
    for clause in reading.own():
        yield from read_pay(clause, reading.note)
        yield from _commute(clause)
        yield from _shifts(clause, reading.note)
        yield from read_slots(clause, reading.note)
        yield from _places(clause, reading)
        yield from read_available(clause, reading)


_BOTH_WAYS: Final = re.compile("来回|往返|来去")  # of which the way is half
_TOO_FAR: Final = re.compile(r"(?:离家|路|太|嫌|比较)(?:太|比较)?远[^,。;\d]{0,8}$|有[^,。;\d]{0,2}$")


def _commute(clause: Clause) -> Iterator[Fact]:
    found = _KM.search(clause.text)
    if found and pattern("wishes.way").search(clause.text) and not clause.past and not _is_too_far(clause.text, found):
        said = found["n"]
        try:
            km = most_of(said)  # 三四公里 is four at the most
        except (KeyError, ValueError):
            return
        halves = (found["unit"] == "里") + bool(_BOTH_WAYS.search(clause.text[: found.start()]))
        yield fact("conditions.max_commute_km", km / 2**halves, clause, found, LIKELY)


def _is_too_far(text: str, found: "re.Match[str]") -> bool:
    """Whether the way told of is what was too long: 单位离家20公里太远."""
    return bool(
        _TOO_FAR.search(text[: found.start()])
        or re.match("[^,。;]{0,4}(?:太远|嫌远|远了|太累|[她他我]?(?:没|不)(?:去|干|肯|愿))", text[found.end() :])
    )


def _shifts(clause: Clause, note: Note) -> Iterator[Fact]:
    if clause.earlier:
        return
    yield from read_shifts(clause, note)
    for kind, name in (("any", "hours.either"), ("part", "hours.part"), ("full", "hours.full")):
        if (found := pattern(name).search(clause.text)) and not clause.denies(*found.span()):
            yield fact("conditions.hours", kind, clause, found, LIKELY)
            return


_PLACE_HEAD: Final = re.compile(r"^(?:[她他我])?(?:说|讲)?(?:就|希望|最好|想|在|去|到|那)*(?=..)")
_LONGEST_SAID: Final = 150  # characters of a clause in which somebody says where to work
_TWICE_TWO: Final = 4  # characters of two names of places side by side: 丰台大兴


def _places(clause: Clause, reading: Reading) -> Iterator[Fact]:
    """Where the client wants to work: one place, or a list of them."""
    lists = pattern("wishes.list_of_places").finditer(clause.text) if len(clause.text) <= _LONGEST_SAID else ()
    for found in (
        *pattern("wishes.near").finditer(clause.text),
        *pattern("wishes.close_to").finditer(clause.text),
        *lists,
    ):
        name = next(name for name, said in found.groupdict().items() if said)
        yield from _named(found[name], found.start(name), clause, reading)
    bare = pattern("wishes.bare_list").fullmatch(clause.text)
    around = bare and pattern("wishes.round_a_town").search(clause.text) and follows_wish(clause, reading)
    if bare and not pattern("wishes.no_list").search(bare["places"]) and (around or is_behind_wish(clause, reading)):
        words = bare["places"]
        parts = () if re.search("[、/ ]", words) else _each_of_two(words, reading)
        yield from (
            fact("attitude.places", part, clause, (at := clause.text.index(part), at + len(part)), LIKELY)
            for part in parts
        )
        if not parts:
            yield from _named(words, clause.text.index(words), clause, reading)
    if clause.key == "places":
        yield from _named(clause.text[clause.value :], clause.value, clause, reading)


_EACH: Final = 2  # characters of a name in a row of them without a sign


def _each_of_two(words: str, reading: Reading) -> tuple[str, ...]:
    """The places in a row of names of two characters, as 厚街虎门长安; none where it is no such row."""
    pairs = tuple(words[at : at + _EACH] for at in range(0, len(words), _EACH))
    row = len(words) % _EACH == 0 and len(pairs) > 1 and _mostly_places(pairs[1:], reading)
    row = row and _mostly_places(pairs[:-1], reading) and _mostly_places(pairs, reading)
    return pairs if row and not _is_known(words, reading) else ()


def _is_known(words: str, reading: Reading) -> bool:
    place = parse_place(words, reading.home)
    return place is not None and bool(place.code) and not place.likely


def _named(words: str, at: int, clause: Clause, reading: Reading) -> Iterator[Fact]:
    """Every place in a list, where all of it are places."""
    items = re.split(r"[、/和]|或者?| or | and | ", words)
    listed = len(items) > 1 and _mostly_places(items, reading)
    for item in items:
        begin = clause.text.index(item, at)
        at = begin + len(item)
        said = item.strip()
        if not pattern("wishes.some_place").fullmatch(said):
            said = _PLACE_HEAD.sub("", pattern("wishes.place_tail").sub("", said))
        for part in _parts(said, reading) or (
            (said,) if listed and pattern("wishes.may_be_place").fullmatch(said) else ()
        ):
            begin = clause.text.index(part, begin)
            if not pattern("wishes.not_there").search(clause.text[:begin]):
                yield fact("attitude.places", part, clause, (begin, begin + len(part)), LIKELY)


def _mostly_places(items: Sequence[str], reading: Reading) -> bool:
    """Whether half of the words of a list or more are places, and none names work."""
    known = sum(names_place(one, reading.home) for one in items)
    return 2 * known >= len(items) and not any(mentions(one) for one in items)


def _parts(said: str, reading: Reading) -> tuple[str, ...]:
    """The words as one place, or as two side by side; none where they are no place."""
    halves = said[:2], said[2:]
    if len(said) == _TWICE_TWO and all(_is_city(half) for half in halves):
        return halves
    if _is_place(said, reading):
        return (said,)
    return halves if len(said) == _TWICE_TWO and all(_is_place(half, reading) for half in halves) else ()


def _is_city(said: str) -> bool:
    """Whether the words name one city and nothing else: 杭州 beside 上海."""
    place = parse_place(said)
    return place is not None and place.level in ("province", "city") and not place.ambiguous and not place.likely


def _is_place(said: str, reading: Reading) -> bool:
    if pattern("wishes.some_place").fullmatch(said):
        return True
    if "的" in said or mentions(said) or field_words(said):
        return False
    place = parse_place(said, reading.home) if len(said) >= 2 and not _NO_PLACE.search(said) else None
    return place is not None and not place.likely


_NO_PLACE: Final = re.compile("^希望$|[为为]主$|^(?:机场|车站|市场|公园|中心|大学|医院|公司|学校)$")

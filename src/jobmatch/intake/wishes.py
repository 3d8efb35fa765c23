"""Conditions that the client sets: pay, way to work, hours, shifts, places, from when."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, Final

from jobmatch.intake.fact import LIKELY, PLAIN, WEAK, Fact, Reading, fact, number
from jobmatch.intake.note import NUMBER, Clause, pattern
from jobmatch.text.amounts import find_amounts, readable
from jobmatch.text.dates import parse_date
from jobmatch.text.place import parse_place

_BIG: Final = (
    r"(?:(?:\d{1,3}(?:\.\d)?|[零一二两三四五六七八九十]{1,3}) ?[千万kw](?:[零一二两三四五六七八九\d](?!\d)(?:[百])?)?"
    r"|\d{4,5}|[一二两三四五六七八九]千[零一二三四五六七八九]?(?:百)?)"
)
_DASH: Final = r" ?(?:-|~|到|至|—|–|to) ?"
_SPAN: Final = re.compile(
    rf"(?<![\d年])(?P<few>小|大几|好几)?(?P<span>(?:{_BIG}|\d{{1,2}}(?={_DASH}\d{{1,2}} ?[k千万w]))(?: ?(?:元|块钱?|yuan|rmb))?"
    rf"(?:{_DASH}(?:{_BIG}|\d(?=千|k|万)|\d{{4,5}}))?)(?: ?(?:元|块钱?))?(?!\d|年(?!薪)|号|平|公里|届)"
)
_HOURLY: Final = re.compile(r"^[^,。]{0,4}(?:/|每|一)?(?:小时|天|日|hour|day|年|year)")
_KM: Final = re.compile(rf"(?P<n>{NUMBER}) ?(?P<unit>公里|千米|km|里(?!程)|kilomet(?:er|re)s?)")
_WAY: Final = re.compile(
    r"通勤|路程|离家|上班|距离|范围|以内|之内|内|不超过|超过|远|骑车|单程|周边|附近|方圆|commut|within|away|from home|no more than"
)
_CLOCK: Final = (
    r"(?P<{0}p>早上?|上午|下午|晚上?|中午|凌晨)?(?P<{0}h>\d{{1,2}}"
    r"|[一二两三四五六七八九十]{{1,3}})(?:[:点时](?P<{0}m>\d{{2}}|半|[一三]刻)?分?)"
)
_HOURS: Final = re.compile(_CLOCK.format("a") + r" ?(?:-|~|到|至|—|–|to|and) ?" + _CLOCK.format("b"))
_FREE: Final = re.compile(r"能|可以?|有空|有时间|只|之间|时间|工作|上班|可工作|available|free|can work|between|from")
_TAKEN: Final = re.compile(r"(?:要|得|需要?|必须)(?:去)?(?:接|送|照顾|做饭|上课)|接送|接孩子|送孩子")
_DAYS: Final = (
    (re.compile(r"周一(?:到|至|-)周?[五5]|星期一(?:到|至)星期?五|工作日|平时|weekdays?"), "weekday"),
    (re.compile(r"周末|双休日|周六日?|weekends?"), "weekend"),
    (re.compile(r"每天|天天|every day"), "any"),
)
_NEAR: Final = re.compile(
    r"(?:想|希望|期望|最好|要求|优先|意向|工作地点|地点)[^,。;]{0,6}?(?:在|去|到|为|:|是)(?P<place>[\u4e00-\u9fff]{2,12}?)(?:附近|周边|一带|这边"
    r"|那边|上班|工作|找|就业|做|干|地区|范围|$|内)"
)
_FROM: Final = re.compile(
    r"(?P<day>随时|马上|立即|即刻|下周一|下个?月(?:\d{1,2}[号日]|初)?|(?:\d{4}年)?\d{1,2}月(?:\d{1,2}[日号])?|\d{4}-\d{1,2}-\d{1,2}"
    r"|\d{1,2}[号日])(?:之?后|起|以后|就|便|即|都|才)*(?:能|可以?|可)?(?:到岗|上岗|上班|入职|开始(?:上班|工作)|start)"
)


def read_wishes(reading: Reading) -> Iterator[Fact]:
    """Every condition that the client sets."""
    for clause in reading.own():
        yield from _pay(clause)
        yield from _commute(clause)
        yield from _shifts(clause)
        yield from _slots(clause)
        yield from _places(clause, reading)
        yield from _available(clause, reading)


def _pay(clause: Clause) -> Iterator[Fact]:
    for found in _SPAN.finditer(clause.text):
        role = _role(clause, found)
        if role is None:
            continue
        low, high = _ends(found)
        if low is None or not 500 <= low <= 200_000:
            continue
        span, sure = found.span(), WEAK if found["few"] else LIKELY
        if high is not None and high > low:
            yield fact("attitude.pay_min", low, clause, span, sure - 0.05)  # a floor that is named outright comes first
            yield fact("attitude.pay_wanted", high, clause, span, sure)
        else:
            yield fact(f"attitude.{role}", low, clause, span, sure)


def _role(clause: Clause, found: "re.Match[str]") -> str | None:
    """Whether an amount is the least or the wish; None where it is neither, as what was earned."""
    text, start, end = clause.text, found.start(), found.end()
    before, after = text[max(0, start - 16) : start], text[end : end + 12]
    if _HOURLY.match(after) and not re.match(r"[^,。]{0,4}(?:每|一|/)?月", after):
        return None
    earned = [hit.end() for hit in pattern("pay.earned").finditer(text[:start])]
    asked = [hit.end() for hit in pattern("pay.asked").finditer(text[:start])]
    alone = found[0].strip() == text.strip() and re.search(r"想|要|希望|期望|找", clause.before[-20:])
    floor = pattern("pay.floor").search(before[-12:]) or pattern("pay.floor").match(
        after.lstrip("元块钱 /月每一个左右k多的就也")
    )
    floor = floor or pattern("pay.floor").search(after[:6])
    if earned and (not asked or earned[-1] >= asked[-1]):
        return None
    if (
        re.search(r"嫌|才给|只给|开价|给的|给到|公司给|单位给|工资较?低|不高|没涨|太低|太少", after + before[-6:])
        and not floor
    ):
        return None
    spoken = asked or (
        pattern("pay.asked").search(clause.before[-12:]) and pattern("pay.subject").search(clause.before[-12:] + text)
    )
    if not spoken and not floor and not alone:
        return None
    if not (pattern("pay.subject").search(text) or re.search(r"[千万kw]", found[0]) or (_ends(found)[0] or 0) >= 1000):
        return None
    return "pay_min" if floor else "pay_wanted"


def _ends(found: "re.Match[str]") -> tuple[float | None, float | None]:
    """The amount, or both ends of a span; 小两千 is a little less."""
    said = found["span"] + ("" if re.search("[元块]", found["span"]) else "元")
    amounts = find_amounts(readable(said, 40))
    if not amounts:
        return None, None
    low, high = amounts[0].low, amounts[0].high
    return (low * _NEARLY if found["few"] else low), high


_NEARLY: Final = 0.9


def _commute(clause: Clause) -> Iterator[Fact]:
    found = _KM.search(clause.text)
    if found and _WAY.search(clause.text) and not clause.past:
        try:
            km = number(found["n"])
        except (KeyError, ValueError):
            return
        yield fact("conditions.max_commute_km", km / 2 if found["unit"] == "里" else km, clause, found, LIKELY)


def _shifts(clause: Clause) -> Iterator[Fact]:
    if clause.past and not re.search(r"现|不想|不要|不能|不再", clause.text):
        return
    for field, no, yes in (
        ("conditions.night_shift_ok", "hours.night_no", "hours.night_yes"),
        ("conditions.shift_ok", "hours.shift_no", "hours.shift_yes"),
    ):
        if found := pattern(no).search(clause.text):
            yield fact(field, False, clause, found, LIKELY)
        elif found := pattern(yes).search(clause.text):
            yield fact(field, True, clause, found, LIKELY)
    for kind, name in (("any", "hours.either"), ("part", "hours.part"), ("full", "hours.full")):
        if (found := pattern(name).search(clause.text)) and not clause.denies(*found.span()):
            yield fact("conditions.hours", kind, clause, found, LIKELY)
            return


def _slots(clause: Clause) -> Iterator[Fact]:
    found = _HOURS.search(clause.text)
    if not found or not _FREE.search(clause.text) or _TAKEN.search(clause.text):
        return
    begin, end = _time(found, "a"), _time(found, "b")
    if begin is None or end is None:
        return
    days = next((name for words, name in _DAYS if words.search(clause.text)), None)
    slot: dict[str, Any] = ({"days": days} if days else {}) | {"from": begin, "to": end}
    yield fact("conditions.available_hours", slot, clause, found, LIKELY)


def _time(found: "re.Match[str]", side: str) -> str | None:
    hour = int(number(found[f"{side}h"]))
    part = found[f"{side}p"] or ""
    if (
        part.startswith(("下", "晚")) or (side == "b" and hour <= int(number(found["ah"])) and hour < 12)
    ) and hour < 12:
        hour += 12
    said = found[f"{side}m"]
    minute = {"半": 30, "一刻": 15, "三刻": 45}.get(said or "", int(said) if said and said.isdigit() else 0)
    return f"{hour:02d}:{minute:02d}" if hour <= 24 and minute < 60 else None


def _places(clause: Clause, reading: Reading) -> Iterator[Fact]:
    for found in _NEAR.finditer(clause.text):
        said = found["place"]
        place = parse_place(said, reading.home)
        if place is not None and place.code:
            yield fact("attitude.places", said, clause, found.span("place"), LIKELY)


def _available(clause: Clause, reading: Reading) -> Iterator[Fact]:
    found = _FROM.search(clause.text)
    if not found:
        return
    said, today = found["day"], reading.today
    if said in ("随时", "马上", "立即", "即刻"):
        day: date | None = today
    elif said == "下周一":
        day = today + timedelta(days=7 - today.weekday())
    elif said.startswith("下"):
        first = date(today.year + today.month // 12, today.month % 12 + 1, 1)
        digits = re.search(r"\d{1,2}", said)
        day = first.replace(day=min(int(digits[0]), 28)) if digits else first
    else:
        day = parse_date(said, today)
    if day:
        yield fact("willingness.available_from", day.isoformat(), clause, found, PLAIN if said[0].isdigit() else LIKELY)

"""Conditions that the client sets: pay, way to work, hours, shifts, places, from when."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, Final

from jobmatch.intake.fact import LIKELY, PLAIN, WEAK, Fact, Reading, fact, number
from jobmatch.intake.note import Clause, Note
from jobmatch.intake.phrasebook import NUMBER, pattern
from jobmatch.intake.shifts import read_shifts
from jobmatch.text.amounts import find_amounts, readable
from jobmatch.text.dates import parse_date
from jobmatch.text.place import parse_place

_BIG: Final = (
    r"(?:(?:\d{1,3}(?:\.\d)?|[零一二两三四五六七八九十]{1,3}) ?[千万kw](?:[零一二两三四五六七八九\d](?!\d)(?:[百])?)?"
    r"|\d{1,3},\d{3}|\d{4,6}|[一二两三四五六七八九]千[零一二三四五六七八九]?(?:百)?)"
)
_DASH: Final = r" ?(?:-|~|到|至|—|–|to) ?"
_SPAN: Final = re.compile(
    rf"(?<![\d年])(?P<few>小|大几|好几)?(?P<span>(?:{_BIG}|[一二三四五六七八九](?={_DASH}[一二三四五六七八九十]{{1,2}}[千万])|\d{{1,2}}(?:\.\d)?(?={_DASH}\d{{1,2}}(?:\.\d)? ?[k千万w]))(?: ?(?:元|块钱?|yuan|rmb))?"
    rf"(?:(?:{_DASH}|[ 、]?)(?:{_BIG}|\d(?=千|k|万)|\d{{4,5}}))?)(?: ?(?:元|块钱?))?(?!\d|年(?!薪)|号|平|公里|届)"
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
_FREE: Final = re.compile(
    r"能|可以?|有空|有时间|只|之间|时间|工作|上班|可工作|available|free|mornings?|evenings?|can work|between|from"
)
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
        yield from _pay(clause, reading.note)
        yield from _commute(clause)
        yield from _shifts(clause)
        yield from _slots(clause)
        yield from _places(clause, reading)
        yield from _available(clause, reading)


def _pay(clause: Clause, note: Note) -> Iterator[Fact]:
    for found in _SPAN.finditer(clause.text) if not clause.earlier else ():
        role = _role(clause, found)
        if role is None:
            continue
        if role == "pay_min" and _LOWER_NEXT.match(note.shadow[clause.start + found.end() :][:_NEXT]):
            role = "pay_wanted"  # 1.2万以上,低于一万不谈: the second is the floor
        low, high = (_monthly(one, clause, found) for one in _ends(found))
        if low is None or not _LEAST_PAY <= low <= _MOST_PAY:
            continue
        span, sure = found.span(), WEAK if found["few"] else LIKELY
        if high is not None and high > low:
            yield fact("attitude.pay_min", low, clause, span, sure - 0.05)  # a floor that is named outright comes first
            yield fact("attitude.pay_wanted", high, clause, span, sure)
        else:
            yield fact(f"attitude.{role}", low, clause, span, sure)


_LOWER_NEXT: Final = re.compile(
    r"[^。;\d]{0,6},(?:低于|少于|不能低于|最低|底线|再低)[^。;]{0,4}[\d一二两三四五六七八九]"
)
_NEXT: Final = 20  # characters behind an amount in which a floor below it is told
_LEAST_PAY, _MOST_PAY = 500, 200_000
_A_YEAR: Final = (
    re.compile(r"年薪[^,。;]{0,6}$"),
    re.compile(r"[^,.;。]{0,6}(?:/年|一年|每年|a year|per year|per annum|p\.?a)"),
)


def _monthly(amount: float | None, clause: Clause, found: "re.Match[str]") -> float | None:
    """An amount a month; one that is said for a year is a twelfth of it."""
    yearly = _A_YEAR[0].search(clause.text[: found.start()]) or _A_YEAR[1].match(clause.text[found.end() :])
    return amount if amount is None or not yearly else round(amount / 12)


def _role(clause: Clause, found: "re.Match[str]") -> str | None:
    """Whether an amount is the least or the wish; None where it is neither, as what was earned."""
    text, start, end = clause.text, found.start(), found.end()
    before, after = text[max(0, start - 16) : start], text[end : end + 12]
    if _HOURLY.match(after) and not re.match(r"[^,。]{0,4}(?:(?:每|一|/)?月|年|a? ?year)", after):
        return None
    floor = pattern("pay.floor").search(before[-12:]) or pattern("pay.floor").match(
        after.lstrip("元块钱 /月每一个左右k多的就也嘛吧")
    )
    floor = floor or pattern("pay.floor").search(after[:6])
    if _is_elsewhere(clause, found) and not (floor and pattern("pay.asked").search(text[:start])):
        return None
    if not (_is_asked(clause, start) or floor or _is_alone(clause, found)):
        return None
    if not (pattern("pay.subject").search(text) or re.search(r"[千万kw]", found[0]) or (_ends(found)[0] or 0) >= 1000):
        return None
    return "pay_min" if floor else "pay_wanted"


def _is_elsewhere(clause: Clause, found: "re.Match[str]") -> bool:
    """Whether the amount was earned, is earned now, is owed or was offered, rather than asked."""
    text, start, after = clause.text, found.start(), clause.text[found.end() : found.end() + 12]
    earned = [hit.end() for hit in pattern("pay.earned").finditer(text[:start])]
    asked = [hit.end() for hit in pattern("pay.asked").finditer(text[:start])]
    if earned and (not asked or earned[-1] >= asked[-1]):
        return True
    same_sentence = re.split("[。;!?\\n]", clause.before)[-1]
    if pattern("pay.now").search(same_sentence + text[:start]) and not pattern("pay.wish").search(text[:start]):
        return True
    offered = r"嫌|才给|只给|开价|给的|给到|公司给|单位给|工资较?低|不高|没涨|太低|太少|的offer"
    return bool(re.search(offered, after + text[max(0, start - 6) : start]))


def _is_asked(clause: Clause, start: int) -> bool:
    before = clause.before[-12:]
    near = pattern("pay.asked").search(before) and pattern("pay.subject").search(before + clause.text)
    return bool(pattern("pay.asked").search(clause.text[:start]) or near)


_ALONE: Final = re.compile(
    r"[\s\-·•*◆▪(（\d.、)]*(?:税前|税后|底薪|保底|月薪|薪资|薪水|工资|要价|待遇|钱|人工|报酬|一个?月|每月|嘛|吧|呢|rmb|cny|[£$¥ :])*@(?: ?(?:元|块钱?|左右|以上|以下|上下|往上|朝上|起步?|\+|多|一个月|每月|/月|a month|per month|pm|嘛|吧|呢|就行|就成|即可|[ )]))*$"
)


def _is_alone(clause: Clause, found: "re.Match[str]") -> bool:
    """Whether the clause holds nothing but the amount, and nothing that costs or was earned was named before it."""
    text = clause.text[: found.start()] + "@" + clause.text[found.end() :]
    low = _ends(found)[0]
    spent = pattern("pay.earned").search(re.split("[。;\\n]", clause.before)[-1][-16:])
    if re.fullmatch(r"(?:19|20)\d\d(?:\D{1,3}(?:19|20)\d\d)?", found["span"].strip()):
        return False  # years
    return bool(low and _ALONE_LEAST <= low <= _ALONE_MOST and _ALONE.match(text) and not spent)


_ALONE_LEAST, _ALONE_MOST = 1_500, 60_000  # what stands alone and is less or more is hardly a month's pay


def _ends(found: "re.Match[str]") -> tuple[float | None, float | None]:
    """The amount, or both ends of a span; 小两千 is a little less."""
    said = _APART.sub("-", found["span"].replace(",", "")) + ("" if re.search("[元块]", found["span"]) else "元")
    amounts = find_amounts(readable(said, 40))
    if not amounts:
        return None, None
    low, high = amounts[0].low, amounts[0].high or (amounts[1].low if len(amounts) > 1 else None)
    return (low * _NEARLY if found["few"] else low), high


_APART: Final = re.compile(
    r"(?<=[千百万k])[ 、]?(?=[一二两三四五六七八九]千)|(?<=千[一二三四五六七八九])[ 、]?(?=[一二两三四五六七八九]千)|(?<=\d{4})[ 、](?=\d{4})"
)
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
    if clause.earlier:
        return
    yield from read_shifts(clause)
    for kind, name in (("any", "hours.either"), ("part", "hours.part"), ("full", "hours.full")):
        if (found := pattern(name).search(clause.text)) and not clause.denies(*found.span()):
            yield fact("conditions.hours", kind, clause, found, LIKELY)
            return


_ONE_END: Final = (
    (
        re.compile(
            r"(?:晚上?|下午|最好)?[^,。;]{0,4}?"
            + _CLOCK.format("b")
            + r"(?:之?前|以前)(?:要|得|能|可以?|必须)*(?:下班|回家|到家|结束)"
        ),
        "to",
    ),
    (
        re.compile(
            _CLOCK.format("b") + r"(?:以后|之?后)(?:就)?(?:的?活?(?:也|都)?)(?:不行|不能|不可以|不上|不接|不干|不做)"
        ),
        "to",
    ),
    (re.compile(_CLOCK.format("a") + r"(?:以后|之?后)(?:才)(?:能|可以)"), "from"),
)
_NINE_TO: Final = re.compile("朝(?P<from>[七八九十])晚(?P<to>[三四五六七])")
_NOT_FREE: Final = re.compile("现在(?:在|是)|以前|之前|原来|营业|开门")


def _slots(clause: Clause) -> Iterator[Fact]:
    """When the client can work: from and to, or one of them."""
    days = next((name for words, name in _DAYS if words.search(clause.text)), None)
    if _TAKEN.search(clause.text) or _NOT_FREE.search(clause.text):
        return
    slot, found = _both_ends(clause) or _one_end(clause) or (None, None)
    if slot and found:
        sure = LIKELY if _FREE.search(clause.text) else WEAK
        yield fact("conditions.available_hours", ({"days": days} if days else {}) | slot, clause, found, sure)


def _both_ends(clause: Clause) -> "tuple[dict[str, Any], re.Match[str]] | None":
    if short := _NINE_TO.search(clause.text):
        begin, end = (int(number(short[side])) for side in ("from", "to"))
        return {"from": f"{begin:02d}:00", "to": f"{end + 12:02d}:00"}, short
    found = _HOURS.search(clause.text)
    times = (_time(found, "a"), _time(found, "b")) if found else (None, None)
    clocked = found and (re.search(r"[点时:]|上午|下午|早|晚", found[0]) or _FREE.search(clause.text))
    if not found or not clocked or None in times:
        return None
    return {"from": times[0], "to": times[1]}, found


def _one_end(clause: Clause) -> "tuple[dict[str, Any], re.Match[str]] | None":
    for words, side in _ONE_END:
        if found := words.search(clause.text):
            hour = _time(found, "b" if side == "to" else "a")
            evening = re.search("晚|下午", found[0]) and hour and int(hour[:2]) < _NOON
            if hour:
                return {side: f"{int(hour[:2]) + _NOON}{hour[2:]}" if evening else hour}, found
    return None


_NOON: Final = 12


def _time(found: "re.Match[str]", side: str) -> str | None:
    hour = int(number(found[f"{side}h"]))
    part = found[f"{side}p"] or ""
    begun = found.groupdict().get("ah")
    if (part.startswith(("下", "晚")) or (side == "b" and begun and hour <= int(number(begun)))) and hour < _NOON:
        hour += _NOON
    said = found[f"{side}m"]
    minute = {"半": 30, "一刻": 15, "三刻": 45}.get(said or "", int(said) if said and said.isdigit() else 0)
    return f"{hour:02d}:{minute:02d}" if hour <= 24 and minute < 60 else None


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
    if day and day >= today:
        yield fact("willingness.available_from", day.isoformat(), clause, found, PLAIN if said[0].isdigit() else LIKELY)

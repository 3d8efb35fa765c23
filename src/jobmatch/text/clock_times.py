"""Clock times in a text: from when until when the work of a day lasts, and how much of it is at night."""

import re
from collections.abc import Iterable
from typing import Final, Literal

from jobmatch.patterns import late
from jobmatch.text.clauses import clause_before

_HALF_DAY: Final = r"(?:早上|早晨|上午|早|下午|晚上|晚间|晚|中午|夜里|凌晨|am|pm)?"
_CLOCK: Final = (
    r"(?P<{0}h>\d{{1,2}}) ?(?:(?:[:：.](?P<{0}m>[0-5]\d))|点半|(?:点|时)(?:(?P<{0}q>[0-5]\d)分?)?)?"
    r" ?(?P<{0}s>am|pm|a\.m\.|p\.m\.)?"
)
_RANGE: Final = late(
    rf"(?<![\d.-])(?<!\d:)(?P<half1>{_HALF_DAY}) ?{_CLOCK.format('a')} ?(?:-+|~+|—+|–|至|到|to"
    rf"|→) ?(?P<next>次日|隔日|翌日|第二天)? ?"
    rf"(?P<half2>{_HALF_DAY}) ?{_CLOCK.format('b')}(?![\d%年月人岁元万千k天]|-\d)"
)
_FOUR_DIGITS: Final = late(r"(?:班|时间|时段)[^\d]{0,3}([0-2]\d)([0-5]\d) ?[-~—] ?([0-2]\d)([0-5]\d)(?!\d)")
_NINE_TO: Final = late(r"(?:朝|早)([6-9六七八九十])点?晚([4-9四五六七八九十])点?(半)?")
CHINESE_HOUR: Final = {c: i + 1 for i, c in enumerate("一二三四五六七八九十")}
NOT_WORK: Final = late(
    r"活动|面试|报名|电话|联系|来电|午休|休息|用餐|营业|致电|洽|说明会|投递|咨询|宿舍|课程|接待|开放|早餐|午餐|晚餐"
)
_A_BREAK: Final = late(r" ?(?:为|是|，|,)?(?:中间|中午)?(?:空班|休息|午休|午餐|用餐|吃饭|中场休)(?![^\d,;。]{0,3}\d)")
NIGHT_FROM: Final = 22.0  # 劳动部: night work is between 22:00 and 6:00
NIGHT_TO: Final = 6.0
_LONGEST: Final = 16  # hours between two times of one day; more is a shop's opening hours
_LONGEST_SAID: Final = 18  # where the text itself says that it ends on the next day
_EVENING: Final = ("晚上", "晚间", "晚", "夜里")
_TIME_SIGNS: Final[Iterable[str]] = (":", "点", "班", "晚", "am", "时")


def may_hold_times(text: str) -> bool:
    """Whether a look for times is worth it.

    >>> may_hold_times("8:00-17:00"), may_hold_times("双休")
    (True, False)
    """
    return any(sign in text for sign in _TIME_SIGNS)


def time_ranges(text: str) -> list[tuple[float, float]]:
    """The times of work in a folded text, in hours of the day, as they stand; those of a shop or an interview left out.

    >>> time_ranges("早班07:30-18:30 晚班12:30-23:30")
    [(7.5, 18.5), (12.5, 23.5)]
    >>> time_ranges("面试时间9:00-11:00")
    []
    """
    spans: list[tuple[float, float]] = []
    for found in _RANGE.finditer(text):
        if not _is_clock(found) or NOT_WORK.search(clause_before(text, found.start(), 24)):
            continue
        if _A_BREAK.match(text, found.end()):
            continue
        start, end = _hour(found, "a", found["half1"]), _hour(found, "b", found["half2"])
        over_midnight = bool(found["next"]) or found["half2"] == "凌晨"
        if end <= 12 and end <= start and not over_midnight and end + 12 > start and start < 12 and end < 8:
            end += 12  # 9点到6点
        if end == 12 and found["half1"] in _EVENING:
            end += 12  # 晚上6点到12点
        if _is_workday((start, end), _LONGEST_SAID if over_midnight else _LONGEST):
            spans.append((start, end))
    spans.extend(map(_four_digits, _FOUR_DIGITS.finditer(text)))
    nine = _NINE_TO.search(text)
    if nine:
        start, end = (float(CHINESE_HOUR.get(part) or int(part)) for part in nine.group(1, 2))
        spans.append((start, end + 12 + (0.5 if nine[3] else 0)))
    return [span for span in dict.fromkeys(spans) if _is_workday(span, _LONGEST_SAID)]


def _hour(found: re.Match[str], side: Literal["a", "b"], half: str | None) -> float:
    hour = int(found[f"{side}h"])
    minute = int(found[f"{side}m"] or found[f"{side}q"] or 0)
    if "点半" in found[0] and not minute:
        # only the side that says 半
        at = found.start(f"{side}h") - found.start()
        minute = 30 if found[0][at:].lstrip("0123456789 ").startswith("点半") else 0
    suffix = (found[f"{side}s"] or "").replace(".", "")
    afternoon = half in ("下午", "晚上", "晚间", "晚", "pm", "夜里") or suffix == "pm"
    if (afternoon and hour < 12) or (half in _EVENING and hour == 12):  # 晚上12点 is midnight
        hour += 12
    return hour + minute / 60


def _is_clock(found: re.Match[str]) -> bool:
    """Whether a range of numbers is one of times: a colon, 点, am or a half of the day is said."""
    both = found[0]
    signs = (found["am"], found["bm"], found["as"], found["bs"])
    return (
        any(signs) or "点" in both or bool(found["half1"] and found["half2"]) or ("时" in both and "小时" not in both)
    )


def _four_digits(found: re.Match[str]) -> tuple[float, float]:
    hour, minute, last_hour, last_minute = map(int, found.groups())
    return hour + minute / 60, last_hour + last_minute / 60


def _length(span: tuple[float, float]) -> float:
    start, end = span
    return end - start if end > start else end + 24 - start


def _is_workday(span: tuple[float, float], longest: float) -> bool:
    return span[0] <= 24 and span[1] <= 24 and 2 <= _length(span) <= longest


def night_hours(span: tuple[float, float]) -> float:
    """How many hours of a span are at night.

    >>> night_hours((20.0, 8.0)), night_hours((9.0, 18.0))
    (8.0, 0.0)
    """
    start, end = span[0], span[0] + _length(span)
    windows = ((NIGHT_FROM - 24, NIGHT_TO), (NIGHT_FROM, NIGHT_TO + 24))
    return sum(max(0.0, min(end, high) - max(start, low)) for low, high in windows)


def one_day(spans: list[tuple[float, float]]) -> tuple[float, float] | None:
    """The one working day that the times tell: a morning and an afternoon make one; alternatives make none.

    >>> one_day([(8.5, 12.0), (13.5, 18.0)]), one_day([(7.5, 18.5), (12.5, 23.5)])
    ((8.5, 18.0), None)
    """
    if not spans:
        return None
    ordered = sorted(spans)
    if len(ordered) == 2 and 0.5 <= ordered[1][0] - ordered[0][1] <= 3 and ordered[1][1] - ordered[0][0] <= 13:
        return ordered[0][0], ordered[1][1]
    return ordered[0] if len(ordered) == 1 else None

"""Clock times in a text: from when until when the work of a day lasts, and how much of it is at night."""

import re
from collections.abc import Iterable
from typing import Final, Literal, NamedTuple

from jobmatch.patterns import late, led
from jobmatch.spoken import number_of
from jobmatch.text.clauses import clause_before

_HALF_DAY: Final = r"(?:早上|早晨|上午|早|下午|晚上|晚间|晚|中午|夜里|凌晨|am|pm)?"
_CLOCK: Final = (
    r"(?P<{0}h>\d{{1,2}}) ?(?:(?:[:：.](?P<{0}m>[0-5]\d))|点半|(?:点|时)(?:(?P<{0}q>[0-5]\d)分?)?)?"
    r" ?(?P<{0}s>am|pm|a\.m\.|p\.m\.|[ap](?![a-z]))?"
)
_RANGE: Final = led(  # a number with a sign of the clock or of a range behind it, and maybe a half of the day before it
    r"\d{1,2}(?!\d)(?= {0,3}[:：.点时ap~—–至到t→-])",
    rf"(?<![\d.-])(?<!\d:)(?P<half1>{_HALF_DAY}) ?{_CLOCK.format('a')} ?(?:-+|~+|—+|–|至|到|to"
    rf"|→) ?(?P<next>次日|隔日|翌日|第二天)? ?"
    rf"(?P<half2>{_HALF_DAY}) ?{_CLOCK.format('b')}(?![\d%年月人岁元万千k天]|-\d)",
    before=3,
)
_FOUR_DIGITS: Final = late(r"(?:班|时间|时段)[^\d]{0,3}([0-2]\d)([0-5]\d) ?[-~—] ?([0-2]\d)([0-5]\d)(?!\d)")
_NINE_TO: Final = late(
    r"(?:朝|早上?)(?P<ah>\d{1,2}|[六七八九十])(?:[:点](?P<am>[0-5]\d"
    r"|半)?)?(?:钟)?(?:上班)?[,、 ]?晚上?(?P<bh>\d{1,2}|[四五六七八九十])(?:[:点](?P<bm>[0-5]\d|半)?)?"
    r"|(?P<ch>\d{1,2})点(?P<cm>半|[0-5]\d)?钟?上班[^\d,;。]{0,3}[,、 ]?(?:晚上|下午)?(?P<dh>\d{1,2})点(?P<dm>半"
    r"|[0-5]\d)?钟?下班"
)
NOT_WORK: Final = late(
    r"活动|面试|报名|电话|联系|来电|午休|休息|用餐|营业|致电|洽|说明会|投递|咨询|宿舍|课程|接待|开放|早餐|午餐|晚餐"
)
_A_BREAK: Final = late(
    r" ?(?:为|是|，|,)?(?:中间|中午)?(?:空班|休息|午休|午餐|用餐|吃饭|中场休)(?!时间"
    r"|日)(?![^\d,;。]{0,3}[\d一二两三半])"
)
_BREAK_AFTER: Final = late(
    r"[ ,;(、]{0,2}[^\d,;。\n一二两三半]{0,10}(?<!每)(?:(?P<h>\d(?:\.\d)?|[一二两三半])个?半?(?:小时|钟头|h(?:ours?"
    r"|rs?)?\b)"
    r"|(?P<m>\d{2})[ -]?(?:分钟?|min))[^,;。\n]{0,14}"
)
_BREAK_WORD: Final = late(r"休|吃饭|用餐|午餐|就餐|中餐|午饭|lunch|break")
# 115.2.24 下午2:00-4:00 is a meeting, no working day
_ON_A_DAY: Final = late(
    r"(?:(?:1[01]\d|20\d\d) ?[./年-] ?\d{1,2} ?[./月-] ?\d{1,2}|\d{1,2} ?月 ?\d{1,2}"
    r"|(?<![\d:])\d{1,2}/\d{1,2}) ?[日号]? ?(?:\([^)]{1,4}\))?"
    r"[^\d,;。]{0,4}$"
)
NIGHT_FROM: Final = 22.0  # 劳动部: night work is between 22:00 and 6:00
NIGHT_TO: Final = 6.0
_NOON_FROM, _NOON_TO = 10.5, 13.0  # when a morning ends
# Within these times the shifts lie: 排班区间09:00-23:00, 可排班时间带为8:00-23:00间, 9:00-22:00依门市需求排班.
_WINDOW_BEFORE: Final = late(r"(?:区间|时间带|时段带|时间范围|可排班?时[段间]|[排轮]班制)[^\d,;。]{0,4}$")
_WINDOW_AFTER: Final = late(r" ?(?:区间|之间?(?!休)|间(?=[,;。、)\s内排轮弹依]|$)|内?[^\d,;。\n]{0,8}(?:排班|轮班))")
_WINDOW_SIGNED: Final = 9.5  # hours with such a word beside them: more are no shift
_LONGEST_SHIFT: Final = 13.5  # hours of a day, long breaks included; more is a window, or the day of a shop
# What is once a week or a month is a class or a meeting: 上课时间每周一次,10:00-18:00.
_ONCE: Final = late(r"(?:每周|每星期|每月|每季|一周)[一1]次[,、 :]?[^;。\n\d]{0,8}$")
# Hours of the weekend, where those of the week stand beside them: 周六10:00-16:00.
_AT_WEEKEND: Final = late(r"(?<![至到~-])(?:周|星期|礼拜)[六日天](?![至到~-])[^,;。\d]{0,10}$")
_LONGEST: Final = 16  # hours between two times of one day; more is a shop's opening hours
_LONGEST_SAID: Final = 18  # where the text itself says that it ends on the next day
_EVENING: Final = ("晚上", "晚间", "晚", "夜里")
_AFTERNOON: Final = (*_EVENING, "下午", "pm")
# 早7-15、中15-23: shifts that are named, several of them; 晚6早6 is the night.
_BY_NAME: Final = late(r"(?<![一-鿕][^,;。\n班])[早中晚夜日白]班?[: ]?(\d{1,2})-(\d{1,2})(?=[,、/;。)\n ]|$)")
# 平日10-19 假日9-18/12-21: bare hours behind the word for the days or for working time.
_LABELLED: Final = late(
    r"(?:[平假]日|周末|周[一五六日](?:[至到~-]周?[一五六日])?|(?:工作|上班|值班)(?:时间|时段)|时段|班[别次])"
    r"[\])】:：为是 ]{0,3}(?P<times>\d{1,2}-\d{1,2}(?:[/、,或及 ]{1,2}\d{1,2}-\d{1,2}){0,3})"
    r"(?! ?[\d:点时人名位天日次年月岁元万千k%个小节号楼件单杯组桌席份台间/、.-])"
)
_BARE: Final = late(r"(\d{1,2})-(\d{1,2})")
_SHORTEST: Final = 3  # hours between bare numbers: fewer are other numbers
_TO_MORNING: Final = late(r"晚上?(\d{1,2})点?(?:到|-|至)?早上?(\d{1,2})点?(?![\d:])")
_AGAIN: Final = late(r"[,、和及与/ ]{1,2}")
# 最早10:30,最晚至22:00 and 上班时间16:30,下班时间00:30: begin and end told apart.
_APART: Final = late(
    r"(?:最早|上班(?:时间)?|开始(?:时间)?)[:为是在于 ]{0,2}((?:早上|上午|中午|下午|晚上"
    r"|傍晚)?\d{1,2}(?:[:点]\d{0,2}半?)),?[;、 ]?"
    r"(?:最[晚迟]|下班(?:时间)?|结束(?:时间)?|收工)[:为是在于至到约 ]{0,3}"
    r"((?:次日|隔日|凌晨|早上|下午|晚上"
    r"|夜里)?\d{1,2}(?:[:点]\d{0,2}半?))"
)
_HOUR_WORD: Final = late(r"[一二两三四五六七八九十]{1,3}(?=点)")
_TIME_SIGNS: Final[Iterable[str]] = (":", ".30-", ".00-", "点", "班", "晚", "am", "pm", "时", "shift", "假日", "平日")


def may_hold_times(text: str) -> bool:
    """Whether a look for times is worth it.

    >>> may_hold_times("8:00-17:00"), may_hold_times("双休")
    (True, False)
    """
    return any(sign in text for sign in _TIME_SIGNS)


class Times(NamedTuple):
    """Times of work in hours of the day, the hours of breaks that are named behind them, windows, and weekends.

    A window (排班区间09:00-23:00) tells between when a shift lies, and not how long it is. ``weekend`` are those of the
    spans that hold on weekends alone, beside others.
    """

    spans: list[tuple[float, float]]
    breaks: float
    windows: list[tuple[float, float]]
    weekend: list[tuple[float, float]]


def time_ranges(text: str) -> Times:
    """The times of work in a folded text, as they stand; those of a shop or an interview left out.

    >>> time_ranges("早班07:30-18:30 晚班12:30-23:30").spans, time_ranges("八点到五点,午休一小时")
    ([(7.5, 18.5), (12.5, 23.5)], Times(spans=[(8.0, 17.0)], breaks=1.0, windows=[], weekend=[]))
    >>> time_ranges("面试时间9:00-11:00").spans
    []
    >>> time_ranges("排班区间:09:00-23:00")
    Times(spans=[], breaks=0.0, windows=[(9.0, 23.0)], weekend=[])
    >>> time_ranges("周一到周五9:00-18:00;周六10:00-16:00").weekend
    [(10.0, 16.0)]
    """
    spans: list[tuple[float, float]] = []
    windows: list[tuple[float, float]] = []
    weekend: list[tuple[float, float]] = []
    breaks, passed = 0.0, -1
    text = _joined(text)
    for found in _RANGE.finditer(text):
        before = clause_before(text, found.start(), 24)
        again = 0 <= passed <= found.start() and _AGAIN.fullmatch(text, passed, found.start())
        if not _is_clock(found) or NOT_WORK.search(before) or _ON_A_DAY.search(before) or again:
            passed = found.end() if _is_clock(found) else passed
            continue
        if _A_BREAK.match(text, found.end()) or _ONCE.search(text[max(0, found.start() - 24) : found.start()]):
            continue
        span = _span(found, spans[-1] if spans else None)
        if _is_workday(span, _LONGEST_SAID if _over_midnight(found) else _LONGEST):
            if _is_window(span, before, text, found.end()):
                windows.append(span)
                continue
            weekend += [span] if _AT_WEEKEND.search(before) else []
            spans.append(span)
            breaks = breaks or stated_break(text, found.end())
    spans.extend(map(_four_digits, _FOUR_DIGITS.finditer(text)))
    spans.extend(_by_name(text) if "早" in text else ())
    spans.extend(_labelled(text))
    nine = _NINE_TO.search(text) if "晚" in text or "下班" in text else None
    if nine:
        day = _nine_to(nine)
        told = bool(spans) and min(start for start, _ in spans) == day[0]  # the clock is exact, 朝九晚六 is a saying
        spans += [] if told else [day]
    days = [span for span in dict.fromkeys(spans) if _is_workday(span, _LONGEST_SAID)]
    if len(days) == 1 and days[0][1] - days[0][0] > _LONGEST_SHIFT and breaks == 0:
        return Times([], breaks, windows + days, [])
    return Times(days, breaks, windows, weekend)


def _is_window(span: tuple[float, float], before: str, text: str, end: int) -> bool:
    """Whether shifts lie within the times: they are longer than one, and a word beside them says so."""
    if length(span) < _WINDOW_SIGNED:
        return False
    return bool(_WINDOW_BEFORE.search(before) or _WINDOW_AFTER.match(text, end))


def _joined(text: str) -> str:
    """A text with hours in figures, and with a beginning and an end that stand apart as one range."""
    if "点" in text:
        text = _HOUR_WORD.sub(lambda found: f"{number_of(found[0]):g}", text)
    if "最早" in text or "下班" in text or "结束" in text or "收工" in text:
        text = _APART.sub(r" \1-\2", text)
    return text


def _over_midnight(found: re.Match[str]) -> bool:
    return bool(found["next"]) or found["half2"] == "凌晨"


def _span(found: re.Match[str], before: tuple[float, float] | None) -> tuple[float, float]:
    """The two hours of a range on the clock of a day; ``before`` is the range that stands before it."""
    start, end = _hour(found, "a", found["half1"]), _hour(found, "b", found["half2"])
    over_midnight = _over_midnight(found)
    if 1 <= end < 8 and end <= start < 12 and not over_midnight and end + 12 > start:
        end += 12  # 9点到6点, but not 9:00-00:00
    if not found["half2"] and found["half1"] in _AFTERNOON and end < 12 and not over_midnight and end + 12 > start:
        end += 12  # 下午5点到9点
    if before and not found["half1"] and _is_afternoon(before, start, end):
        start, end = start + 12, end + 12  # 9:00-11:30 1:30-6:00
    if end == 12 and found["half1"] in _EVENING:
        end += 12  # 晚上6点到12点
    return start, end or 24.0


def stated_break(text: str, end: int) -> float:
    """The hours of a break that the words behind clock times name: 10:00-18:30中间吃饭1小时.

    >>> stated_break("8:30-17:30(午休1小时)", 10), stated_break("8:30-17:30,双休", 10)
    (1.0, 0.0)
    """
    found = _BREAK_AFTER.match(text, end)
    if not found or not _BREAK_WORD.search(found[0]):
        return 0.0
    if found["m"]:
        return int(found["m"]) / 60
    said = found["h"]
    hours = 0.0 if said == "半" else number_of(said)
    return hours + (0.5 if "半" in found[0] else 0.0)


def _by_name(text: str) -> list[tuple[float, float]]:
    """Hours behind the names of shifts, where several are told so."""
    named = [(float(found[1]), float(found[2])) for found in _BY_NAME.finditer(text)]
    night = [(float(found[1]) % 12 + 12, float(found[2])) for found in _TO_MORNING.finditer(text)]
    return (named if len(named) > 1 else []) + night


def _labelled(text: str) -> list[tuple[float, float]]:
    """Bare hours behind what says that they are working time."""
    found = (hours for told in _LABELLED.finditer(text) for hours in _BARE.findall(told["times"]))
    spans = [(float(start), float(end)) for start, end in found]
    return [(start, end) for start, end in spans if start >= NIGHT_TO and start + _SHORTEST <= end <= 24]


def _is_afternoon(before: tuple[float, float], start: float, end: float) -> bool:
    """Whether times without a half of the day follow a morning that ended about noon."""
    morning = before[0] >= NIGHT_TO and _NOON_FROM <= before[1] <= _NOON_TO
    return morning and start < NIGHT_TO and start + 12 > before[1] and start < end < 12


def _nine_to(found: re.Match[str]) -> tuple[float, float]:
    """早九晚六, 早8:30晚5:30, 8点上班5点下班."""
    first, last = ("a", "b") if found["ah"] else ("c", "d")
    start, end = (_spoken(found[f"{side}h"], found[f"{side}m"]) for side in (first, last))
    return start, end + 12 if end <= 12 and end <= start + 4 else end


def _spoken(hour: str, minute: str | None) -> float:
    minutes = 30 if minute == "半" else int(minute or 0)
    return number_of(hour) + minutes / 60


def _hour(found: re.Match[str], side: Literal["a", "b"], half: str | None) -> float:
    hour = int(found[f"{side}h"])
    minute = int(found[f"{side}m"] or found[f"{side}q"] or 0)
    if "点半" in found[0] and not minute:
        # only the side that says 半
        at = found.start(f"{side}h") - found.start()
        minute = 30 if found[0][at:].lstrip("0123456789 ").startswith("点半") else 0
    suffix = (found[f"{side}s"] or "").replace(".", "")
    afternoon = half in _AFTERNOON or suffix in ("pm", "p")
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


def _is_workday(span: tuple[float, float], longest: float) -> bool:
    return span[0] <= 24 and span[1] <= 24 and 2 <= length(span) <= longest


def night_hours(span: tuple[float, float]) -> float:
    """How many hours of a span are at night.

    >>> night_hours((20.0, 8.0)), night_hours((9.0, 18.0))
    (8.0, 0.0)
    """
    start, end = span[0], span[0] + length(span)
    windows = ((NIGHT_FROM - 24, NIGHT_TO), (NIGHT_FROM, NIGHT_TO + 24))
    return sum(max(0.0, min(end, high) - max(start, low)) for low, high in windows)


def length(span: tuple[float, float]) -> float:
    """How many hours a span lasts, over midnight, too.

    >>> length((22.0, 6.0)), length((9.0, 17.5))
    (8.0, 8.5)
    """
    start, end = span
    return end - start if end > start else end + 24 - start


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

"""Working time from words and clock times: shifts, nights, weekends, each yes, no or not said."""

from functools import lru_cache
from typing import Final, Literal

from jobmatch.patterns import late
from jobmatch.records.hours import Hours
from jobmatch.spoken import number_of
from jobmatch.text.asked.clock_times import (
    NOT_WORK,
    Times,
    length,
    may_hold_times,
    night_hours,
    one_day,
    time_ranges,
)
from jobmatch.text.asked.hours_words import SEVERAL, Found, by_words
from jobmatch.text.asked.round_the_clock import is_at_choice, is_round_the_clock
from jobmatch.text.asked.work_week import daily_hours, days_a_week
from jobmatch.text.clauses import clause_after, clause_before, longest_read
from jobmatch.text.fold import fold_lines

_N: Final = r"(\d{1,2}|[一二两三四五六七八九十])"
# 上一休一, 上两天休两天, 上24休48: so many days or hours on, so many off.
_ROTATION: Final = late(rf"[上做干] ?{_N} ?(?:个?(天|小时|h|班))? ?,?休(?:息)? ?{_N}(?! ?(?:日|点|周))")
# 上十二休二十四: the hours that such turns have.
_LONG_TURN: Final = late(r"(?<=[上做干休息])(?:十二|二十四|三十六|四十八|七十二)(?=[小个h休,;。、 ]|$)")
_ALL_DAY: Final = late(r"24 ?(?:小时|h)(?:制|一?班|值班|值守|在岗)")  # 上一休一,24小时制
_ROTATING_DAYS: Final = 4  # on, at most: 上五休二 and 上六休一 are weeks, 上二十休五 is a month
_ROTATING_HOURS: Final = 12  # on, at least
_LONG_DAY: Final = late(
    r"(?:(?:每天|每日|1天|一天|每班|日均|工作|上班|班次|时长|工时|单班|班)[^\d,;。]{0,6}|^)"
    r"1[0-2] ?个?(?:小时|h)(?![内后前])"
)
# 每天工作4小时, 每周工作20小时: 非全日制 is at most four hours a day (劳动合同法 第68条), five with a break.
_SHORT_DAY: Final = late(
    r"(?:每天|每日|1天|一天|每次|每班)(?:只|仅)?(?:需|要|用)?(?:工作|上班|上岗|上|做|干)[^\d,;。]{0,4}"
    r"(?:[1-5]|[一二两三四五半])(?: ?[-~至到] ?[1-5])? ?个?(?:小时|h|钟头)(?![内后前])"
    r"|(?:每周|一周)(?:只|仅)?(?:需|要)?(?:工作|上班)?(?:约|共)?(?:[1-9]|[12]\d)(?: ?[-~至到] ?[12]?\d)? ?个?小时"
    r"|(?:每天|每日|一天|1天)(?<!(?:加班|休息|直播|学习|培训|开会|训练|讲课|授课|会议|通勤|练习)[每一1][天日])"
    r"(?:只|仅|就)?(?:[1-4]|[一二两三四]{1,2})个?(?:小时|钟头)(?![内后前加培学直休午倒轮]|/)"
    r"|每[周个](?:星期|礼拜)?[^,;。]{0,3}次,?每次[^,;。\d]{0,3}[1-4一二两三四]个?(?:小时|钟头)|每周(?:约"
    r"|共)?[1-9](?:-\d)?节(?!假|日)"
)
_SHORT_WEEK: Final = late(r"(?<![\d-])(?:[4-9]|1\d|2[0-4]) ?(?:hours|hrs) (?:a|per|/) ?week")
_HOURS: Final = ("小时", "钟头")  # of all of them, or a letter or a lesson behind a number
_HOURS_BEHIND: Final = late(r"[\d半一二两三四五] ?(?:个?h|节)")
_NAMED_SHIFT: Final = late(r"(早|中|午|晚|夜|白|日)班[^\d,;。班]{0,4}\d{1,2} ?[:点时]")
_WEEKEND_CLOCK: Final = late(
    r"(?:周|星期|礼拜)[六日末天](?:[、和及,与]?(?:周|星期|礼拜)?[日天])?"
    r"(?:上班|工作)?[^,;。\d休不班]{0,6}\d{1,2} ?[:点]"
)
# 一周约40小时: full time, whatever it is called or however it is paid.
_FULL_WEEK: Final = late(
    r"(?:每周|一周|每星期)(?:的|总|标准)?(?:工作|上班|工时|出勤|时间|时数)*(?:约|共|为|满|达|:)*"
    r"(?:3[5-9]|4\d) ?个?(?:小时|h(?![a-z]))"
    r"(?!内|以[内下])|\b(?:3[5-9]|4\d) ?(?:hours|hrs) (?:a|per|/) ?week"
)
_LITTLE_WORK: Final = late(r"兼职|兼差|工读|part|半天|半日|非全日|部分工时|短时|计时|时薪人员")
_NIGHT_LEAST: Final = 2.0  # hours at night that make a shift one: a quarter of it
_SHORTEST, _LONGEST = 2.0, 16.0  # hours of a day that a posting can mean; more are those of a shop
_SPARE: Final = 3.0  # hours by the clock beyond those said: more than a rest, so that the shift lies somewhere between
_PAUSE: Final = 0.5  # hours between a morning and an afternoon, at least
_LONG_SPREAD: Final = 13.0  # hours from the first to the last minute of a day in two parts, at most
_IN_TURNS: Final = late(  # 分早4:30-10:30、午10:30-16:30两班
    r"分[^;。\n]{0,30}?\d[^;。\n]{0,12}[两三23]班(?!级|倒)|换一?次班|\b[2-4] on,? [2-4] off\b"
    r"|白天[^;。\n]{1,12}夜里[^;。\n]{1,14}换"
)
_MONTH_REST: Final = late(r"月(?:排)?休 ?(\d{1,2})|休 ?(\d{1,2}) ?天 ?[/每] ?月")
# 星期六、日,国定假日,须配合排班
_WEEKEND_TURNS: Final = late(
    r"(?:周|星期|礼拜)六[、和及与/ ]?(?:周|星期|礼拜)?[日天][^;。\n休不无免]{0,24}?(?:须|需|要|能|可)[^,;。\n不]{0,6}"
    r"(?:排班|轮班|上班|出勤|值班)"
)
_ON_DUTY: Final = late(
    r"(?:周末|周六|周日|周六日|假日)(?:[^,;。\n休不无]{0,4})(?:轮值|值班|轮班|轮流|轮休|在岗)"
)  # 做五休二(周末轮值)


def _night(said: bool | None, times: Times, shift: bool | None) -> bool | None:
    spans = times.spans
    if said is True or not spans:
        by_day = times.windows and all(night_hours(span) < _NIGHT_LEAST for span in times.windows)
        return False if by_day and said is None else said
    at_night = [night_hours(span) >= _NIGHT_LEAST for span in spans]
    if all(at_night) or (any(at_night) and shift):
        return True
    return said if any(at_night) else False  # every time that is told is by day


def _daily(text: str, times: Times) -> float | None:
    """The hours of a day: as said, else by the clock; of shifts that differ in length it is not known.

    By the clock they are those at the place of work, 9:00-18:00 nine: only a break that is named is taken off, as
    whether an hour of rest is meant is not said, and who asks for time for a child needs the nine.
    """
    said = daily_hours(text)
    if said is not None or not times.spans:
        return said
    spans = sorted(set(times.spans).difference(times.weekend)) or sorted(times.spans)  # Saturdays may differ
    lengths = {length(span) for span in spans}
    if _parts_of_a_day(spans):
        hours = sum(map(length, spans)) - (times.breaks if len(spans) == 1 else 0)
    else:
        hours = lengths.pop() - times.breaks if len(lengths) == 1 else 0
    return round(hours, 2) if _SHORTEST <= hours <= _LONGEST else None


def _in_a_window(windows: list[tuple[float, float]], daily: float | None) -> dict[str, float]:
    """When a shift that lies somewhere in a window has begun, and before when it does not end."""
    if len(windows) != 1 or daily is None:
        return {}
    begin, lasts = windows[0][0], length(windows[0])
    return {"begun_by": begin + lasts - daily, "not_before": begin + daily}


def _of_several(spans: list[tuple[float, float]]) -> dict[str, float]:
    """When the latest of several times begins and the earliest ends; past midnight it is counted on.

    Of two, one after the other, also when the first begins and the last ends.
    """
    if not spans:
        return {}
    starts, ends = sorted(start for start, _ in spans), sorted(span[0] + length(span) for span in spans)
    told = {"begun_by": starts[-1], "not_before": ends[0]}
    first = min(spans)
    in_turn = len(spans) == 2 and first[0] + length(first) == ends[0]
    return told | {"first_begins": starts[0], "last_ends": ends[1]} if in_turn else told


def _parts_of_a_day(spans: list[tuple[float, float]]) -> bool:
    """Whether the times follow each other in one day: one of them, a morning and an afternoon, noon and evening."""
    if len(spans) == 1:
        return True
    (start, end), (again, last) = spans[0], spans[-1]
    return len(spans) == 2 and start < end and again < last and again - end >= _PAUSE and last - start <= _LONG_SPREAD


def _rotates(text: str) -> float:
    """How many hours on (24 where days are told) are followed by hours off without regard to the week; 0 none.

    Twelve hours or more on, and hours off, go through the night in turn.
    """
    in_figures = _LONG_TURN.sub(lambda found: f"{number_of(found[0]):g}", text)
    for found in _ROTATION.finditer(in_figures):
        on, off = number_of(found[1]), number_of(found[3])
        in_hours = found[2] in ("小时", "h") or on >= _ROTATING_HOURS
        if in_hours and on >= _ROTATING_HOURS and off >= _ROTATING_HOURS:
            return on
        if not in_hours and on <= _ROTATING_DAYS and off <= _ROTATING_DAYS and on + off != 7:
            return 24.0 if _ALL_DAY.search(text) else 1.0
    return 0.0


def _in_turns(text: str) -> bool:
    """Whether the shifts of a day are told one after the other, or how often they change."""
    return any(sign in text for sign in ("班", "夜里", " off")) and bool(_IN_TURNS.search(text))


def _named_shifts(text: str) -> bool:
    """Whether several shifts are told by name and clock (早班07:00-15:00 晚班15:00-23:00), and not left to choose."""
    return len(set(_NAMED_SHIFT.findall(text))) > 1 and not SEVERAL.search(text)


def _kind(part: bool | None, text: str) -> Literal["full", "part"] | None:
    if text in ("full", "part"):
        return "full" if text == "full" else "part"
    told = any(word in text for word in _HOURS) or bool(_HOURS_BEHIND.search(text))
    if part is None:
        return _by_length(text) if told else None
    return "part" if part and not (told and _FULL_WEEK.search(text)) else "full"


def _by_length(text: str) -> Literal["full", "part"] | None:
    return "full" if _LONG_DAY.search(text) or _FULL_WEEK.search(text) else "part" if _is_short(text) else None


def _is_short(text: str) -> bool:
    return bool(_SHORT_DAY.search(text) or ("week" in text and _SHORT_WEEK.search(text)))


def _hourly_paid(facts: dict[str, bool | None], text: str) -> bool:
    """Whether 小时工 are those of a factory, paid by the hour and working in turns like everybody else."""
    turns = facts.get("part") is True and facts.get("shift") is True
    return turns and "小时工" in text and not _LITTLE_WORK.search(text)


def _weekend_by_clock(text: str) -> bool:
    for found in _WEEKEND_CLOCK.finditer(text):
        around = clause_before(text, found.start(), 24) + found[0] + clause_after(text, found.end(), 16)
        if not NOT_WORK.search(around):
            return True
    return False


def _weekend(found: Found, text: str, *, in_turns: bool) -> bool | None:
    """Whether weekends are worked: as said, by the days off in a month, by turns without regard to the week."""
    said = found.facts.get("weekend_work")
    if said is False and (_ON_DUTY.search(text) or ("双休" not in text and _weekend_by_clock(text))):
        return True
    if said is not None:
        return said
    monthly = _MONTH_REST.search(text)
    if monthly and int(monthly[1] or monthly[2]) < 8:
        return True
    return True if in_turns or _weekend_by_clock(text) or _WEEKEND_TURNS.search(text) else None


def parse_hours(text: str) -> Hours:
    """When the work is done.

    >>> hours = parse_hours("早上8点半到17:30,双休,不上夜班")
    >>> hours.start, hours.end, hours.weekend_work, hours.night
    (8.5, 17.5, False, False)
    >>> parse_hours("两班倒,22:00-06:00").night
    True

    Several alternative times are no one working day: ``start`` and ``end`` stay None. Lodging that is offered
    (包住) is not work that is lived in (住家). What is not said is None.

    >>> hours = parse_hours("早班07:30~18:30 晚班12:30~23:30,提供住宿")
    >>> hours.start, hours.live_in, hours.overtime
    (None, None, None)

    Turns of days or hours are shift work, wherever the week stands.

    >>> parse_hours("上两天休两天,每天12小时").shift, parse_hours("上六休一").shift
    (True, None)
    """
    return _short(text) if len(text) <= 60 else _read(text[: longest_read()])


@lru_cache(maxsize=4096)
def _short(text: str) -> Hours:
    return _read(text)


def _read(text: str) -> Hours:
    return hours_in(fold_lines(text).lower())


def hours_in(folded: str) -> Hours:
    """As ``parse_hours``, for a text that is folded and in lower case already.

    >>> hours_in("双休").weekend_work
    False
    """
    found = by_words(folded)
    facts = found.facts
    times = time_ranges(folded) if may_hold_times(folded) else Times([], 0.0, [], [])
    daily = _daily(folded, times)
    if daily and len(times.spans) == 1 and length(times.spans[0]) - times.breaks - daily >= _SPARE:
        times = Times([], times.breaks, [*times.windows, *times.spans], [])  # 10:00-22:00, 排班9小时
    spans = times.spans
    day = one_day(spans)
    named = _named_shifts(folded)
    at_night = named and any(night_hours(span) >= _NIGHT_LEAST for span in spans)
    shift, turns = facts.get("shift"), _rotates(folded)
    said = facts.get("night")
    if is_at_choice(folded):
        said = facts["live_in"] = None
    elif said is None:
        said = turns >= _ROTATING_HOURS or is_round_the_clock(folded) or None
    return Hours(
        kind=None if _hourly_paid(facts, folded) else _kind(facts.get("part"), folded),
        night=_night(said, times, shift or at_night or None),
        evening=facts.get("evening"),
        shift=True if shift is None and (named or turns or _in_turns(folded)) else shift,
        weekend_work=_weekend(found, folded, in_turns=turns > 0),
        live_in=facts.get("live_in"),
        travel=facts.get("travel"),
        overtime=facts.get("overtime"),
        start=day[0] if day else None,
        end=day[1] if day else None,
        days_per_week=days_a_week(folded) if found.days is None else found.days,
        daily=daily,
        rest=found.rest,
        **(_of_several(spans if day is None else []) or _in_a_window(times.windows, daily)),
    )

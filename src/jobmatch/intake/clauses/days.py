"""A day or a month as a counsellor says it: 二〇二六年十一月十七日, 25.12.03, 下周三, 元旦, 3 Nov 2026."""

import re
from datetime import date, timedelta
from typing import Final

from jobmatch.spoken import number_of
from jobmatch.text.dates import MONTH_NAME, MONTHS, REPUBLIC

_N: Final = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
_YEAR: Final = r"(?:20\d\d|二[零〇]{1}[一二三][零〇一二三四五六七八九]|民国[一二三四五六七八九十百零〇\d]{2,5}|(?<!\d)1[01]\d(?=年)|(?<!\d)2\d(?=[年.])|同年|今年|明年|后年|去年)"
# Where a day may stand; a reader of a field puts it between its own words.
DAY: Final = (
    rf"(?:(?P<y>{_YEAR})? ?[年./-]? ?(?P<m>{_N}) ?月(?:份)?(?: ?(?P<d>{_N}) ?[日号]?(?!\d|天|个|年|到|-)|(?P<part>初|上旬|中旬|下旬|中|底|末))?"
    rf"|(?P<ny>20\d\d|2\d)[./-](?P<nm>\d{{1,2}})(?:[./-](?P<nd>\d{{1,2}}))?(?!\d)"
    rf"|(?P<only>{_N})[号日](?![楼线])|(?P<soon>即日起?|即刻|即时|随时|马上|立刻|立即|现在就?|今天|明天|明日|后天|大后天)"
    r"|(?P<next>下+个?|这个?|本)?(?:周|星期|礼拜)(?P<w>[一二三四五六日天])|(?P<nextweek>下个?(?:周|星期|礼拜))"
    rf"|(?P<ahead>{_N}|[两半])个?(?P<span>天|日|周|星期|礼拜|月)(?:以|之)?后"
    rf"|(?P<nm2>下个?月|这个月|本月)(?:(?P<nd2>{_N})[号日]|(?P<npart>初|上旬|中旬|下旬|中|底|末))?|(?P<hy>{_YEAR})?(?P<holiday>五一|国庆|清明|端午)(?:节|劳动节)?(?!路|街|镇|村)|(?P<feast>元旦)|(?P<newyear>过[完了]年(?:以?后)?|年后|春节(?:以?后|过后|过了)|开年后?|正月(?:十五)?(?:以?后|过后)?|开春(?:以?后)?)"
    rf"|(?P<ed>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<em>{MONTH_NAME})[a-z]*\.?(?:,? (?P<ey>20\d\d))?|(?P<em2>{MONTH_NAME})[a-z]*\.?(?: (?P<ed2>\d{{1,2}})(?:st|nd|rd|th)?(?!\d))?(?:,? (?P<ey2>20\d\d))?"
    r"|(?P<en>immediately|any day|asap|whenever|straight ?away|at once|right away|any time|anytime|tomorrow|next week))"
)
_SOON: Final = {"明天": 1, "明日": 1, "后天": 2, "大后天": 3, "tomorrow": 1}
_DAYS: Final = {"天": 1, "日": 1, "周": 7, "星期": 7, "礼拜": 7, "月": 30}
_PART: Final = {"中旬": 15, "中": 15}


def day_in(found: "re.Match[str]", today: date, *, ahead: bool) -> str | None:
    """The day, or the month where no more is said, that a match of ``DAY`` names; ``ahead`` of today or gone by.

    >>> on = date(2026, 11, 22)
    >>> say = lambda words, ahead: day_in(re.match(DAY, words), on, ahead=ahead)
    >>> say("明年四月", True), say("下周三", True), say("元旦", True), say("11月23号", True)
    ('2027-04', '2026-11-25', '2027-01-01', '2026-11-23')
    >>> say("25.12.03", False), say("二〇二六年十一月十七日", False), say("3 nov 2026", False)
    ('2025-12-03', '2026-11-17', '2026-11-03')
    """
    said = {name: words for name, words in found.groupdict().items() if words}
    try:
        return _relative(said, today) or _absolute(said, today, ahead)
    except (ValueError, KeyError):
        return None


def _relative(said: dict[str, str], today: date) -> str | None:
    if soon := said.get("soon") or said.get("en"):
        return (today + timedelta(days=7 if soon == "next week" else _SOON.get(soon, 0))).isoformat()
    if "nextweek" in said:
        return (today + timedelta(days=7 - today.weekday())).isoformat()
    if "w" in said:
        return _weekday(said, today).isoformat()
    if "span" in said:
        return (today + timedelta(days=round(_days_ahead(said)))).isoformat()
    if month := said.get("nm2"):
        first = date(today.year + today.month // 12, today.month % 12 + 1, 1) if month[0] == "下" else today
        return _written(first.year, first.month, said.get("nd2"), said.get("npart"))
    return _feast(said, today)


def _feast(said: dict[str, str], today: date) -> str | None:
    if day := said.get("holiday"):
        year = _year(said.get("hy"), today) or today.year + (_HOLIDAYS[day] < today.month)
        return f"{year}-{_HOLIDAYS[day]:02d}"
    if said.get("newyear", "").startswith("开春"):
        return f"{today.year + (today.month > _MARCH)}-03"
    if "newyear" in said:  # of the lunar calendar, in January or February
        return f"{today.year + (today.month > _FEBRUARY)}-02"
    return date(today.year + 1, 1, 1).isoformat() if "feast" in said else None


_FEBRUARY: Final = 2
_MARCH: Final = 3  # in which spring begins
_HOLIDAYS: Final = {"五一": 5, "国庆": 10, "清明": 4, "端午": 6}


def _days_ahead(said: dict[str, str]) -> float:
    """两周后 is 14 days ahead, 半个月后 15."""
    return _DAYS[said["span"]] * (0.5 if said["ahead"] == "半" else number_of(said["ahead"]))


def _weekday(said: dict[str, str], today: date) -> date:
    """周三 is the next one to come; 下周三 is that of the week behind this one."""
    at = "一二三四五六日天".index(said["w"])
    at = min(at, 6)
    weeks = said.get("next", "").count("下")
    day = today + timedelta(days=at - today.weekday() + 7 * weeks)
    return day if day >= today or weeks else day + timedelta(days=7)


def _absolute(said: dict[str, str], today: date, ahead: bool) -> str | None:
    name = said.get("em") or said.get("em2")
    month = MONTHS[name] if name else None
    month = month or int(number_of(said.get("m") or said.get("nm") or "0"))
    day = said.get("d") or said.get("nd") or said.get("ed") or said.get("ed2")
    if "only" in said:
        return _only_day(int(number_of(said["only"])), today, ahead)
    year = _year(said.get("y") or said.get("ny") or said.get("ey") or said.get("ey2"), today)
    if year is None and month:
        year = today.year
        late = (month, int(number_of(day or "0"))) < (today.month, today.day if day else 0)
        if ahead and late:
            year += 1
        elif not ahead and (month, int(number_of(day or "0"))) > (today.month, today.day):
            year -= 1
    return _written(year, month, day, said.get("part")) if year and month else None


def _only_day(day: int, today: date, ahead: bool) -> str | None:
    """A day without a month is the next or the last one of its number."""
    month = today.year * 12 + today.month - 1
    month += (ahead and day < today.day) - (not ahead and day > today.day)
    return _written(month // 12, month % 12 + 1, str(day), None)


def _written(year: int, month: int, day: str | None, part: str | None) -> str | None:
    if day or part in _PART:
        return date(year, month, int(number_of(day)) if day else _PART[part or ""]).isoformat()
    return f"{year}-{month:02d}" if 1 <= month <= 12 else None


def _year(said: str | None, today: date) -> int | None:
    if said is None or said == "同年":
        return None
    if said in _FROM_THIS:
        return today.year + _FROM_THIS[said]
    digits = "".join(
        str("零一二三四五六七八九".index(c)) if c in "零一二三四五六七八九" else "0" if c == "〇" else c for c in said
    )
    digits = digits.removeprefix("民国")
    if not digits.isdigit():
        return None
    year = int(digits)
    return year if year > 1000 else REPUBLIC + year if year >= 100 else 2000 + year


_FROM_THIS: Final = {"今年": 0, "明年": 1, "后年": 2, "去年": -1}

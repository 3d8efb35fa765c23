"""A date as people write it → a day, or None where none is named.

Pure and without pandas, so that readers and queries share it. A text with no year needs ``as_of``: such
a day of the coming three months is meant, or else the last one gone by. A month alone stands for its first day.
"""

import re
import unicodedata
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Final

from jobmatch.errors import UsageError
from jobmatch.patterns import late
from jobmatch.records.figures import YEARS

_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTHS: Final = {name: at for at, name in enumerate(_MONTHS, 1)}  # by the letters with which their names begin
MONTH_NAME: Final = f"(?:{'|'.join(_MONTHS)})"  # for patterns
MONTH_REST: Final = r"(?:uary|ruary|ch|il|[ey]|ust|t(?:ember)?|tember|ober|ember)?(?![a-z])"  # of its name: no market
_YEAR_FIRST: Final = late(r"^(?:公元)?(\d{4})\s?[-/.年]\s?(\d{1,2})(?:\s?[-/.月]\s?(\d{1,2}))?(?!\d)")
_MONTH: Final = late(r"^(\d{4})\s?(?:年|-|/|\.)?$")
_COMPACT: Final = late(r"^(\d{4})(\d{2})(\d{2})(?:\d{6})?$")
_ROC: Final = late(r"^(?:中華民國|中华民国|民國|民国|roc)\s?(\d{2,3}|元)\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})")
_ROC_SHORT: Final = late(r"^(1[01]\d)[-/.年](\d{1,2})[-/.月](\d{1,2})日?$")
_DAY_ONLY: Final = late(
    r"^(\d{1,2})\s?[-/月.]\s?(\d{1,2})\s?[日号]?(?:\s?\d{1,2}:\d{2}(?::\d{2})?)?(?:\s?(?:发布|發布|更新))?$"
)
_MONTH_FIRST: Final = late(r"^(\d{1,2})/(\d{1,2})/(\d{4})(?!\d)")
_ENGLISH: Final = late(
    r"^(?:[a-z]{3,9},?\s)?(?:([a-z]{3,9})\.?\s(\d{1,2})(?:st|nd|rd|th)?,?\s(\d{4})|(\d{1,2})\s([a-z]{3,9})\.?,?\s(\d{4}))"
)
_SERIAL: Final = late(r"^(\d{5})(?:\.\d{1,12})?$")
_EPOCH: Final = late(r"^(1\d{9})(\d{3})?(?:\.0)?$")
_AGO: Final = late(r"^(\d{1,3})\s?(天|日|小时|小時|分钟|分鐘|周|週|个月|個月)(?:以)?前(?:发布|更新)?$")
_AGO_DAYS: Final = {
    "天": 1,
    "日": 1,
    "小时": 0,
    "小時": 0,
    "分钟": 0,
    "分鐘": 0,
    "周": 7,
    "週": 7,
    "个月": 30,
    "個月": 30,
}
_WORDS: Final = {
    "今天": 0,
    "今日": 0,
    "刚刚": 0,
    "刚刚发布": 0,
    "剛剛": 0,
    "today": 0,
    "昨天": 1,
    "昨日": 1,
    "yesterday": 1,
    "前天": 2,
}
_EXCEL_EPOCH: Final = date(1899, 12, 30)  # Excel takes 1900 for a leap year, hence not the 31st
_EXCEL_DAYS: Final = (20_000, 73_050)  # 1954 to 2099: a number outside is no date that a service writes
_LOOK_AHEAD: Final = timedelta(days=92)  # postings name days gone by, and deadlines of a season at most
_YEAR: Final = timedelta(days=365)
_DAYS_A_YEAR: Final = 365.25
_EPOCH_DAY: Final = date(1970, 1, 1)
REPUBLIC: Final = 1911  # the year before the first one of 民国
_LONGEST: Final = 60  # no date is longer; hostile texts are not searched


def parse_date(text: object, as_of: date | None = None) -> date | None:
    """The day that a text names, or None.

    >>> parse_date("2019年12月15日"), parse_date("2023-04-19 11:25"), parse_date("20220224")
    (datetime.date(2019, 12, 15), datetime.date(2023, 4, 19), datetime.date(2022, 2, 24))
    >>> parse_date("民國115年2月6日"), parse_date("45000"), parse_date("2021-06")
    (datetime.date(2026, 2, 6), datetime.date(2023, 3, 15), datetime.date(2021, 6, 1))

    A day without a year needs to know from where it is seen:

    >>> parse_date("04-19"), parse_date("04-19", as_of=date(2026, 5, 1))
    (None, datetime.date(2026, 4, 19))

    What is no date, and what has no end, is None:

    >>> parse_date("长期有效"), parse_date("2022-13-40"), parse_date(None)
    (None, None, None)
    """
    if isinstance(text, datetime):
        return None if text != text else text.date()  # noqa: PLR0124 - pandas' NaT is not itself
    if isinstance(text, date) or text is None:
        return text
    word = unicodedata.normalize("NFKC", str(text)[: _LONGEST * 2]).strip().lower()
    if not word or len(word) > _LONGEST:
        return None
    try:
        return _absolute(word) or (_relative(word, as_of) if as_of else None)
    except (ValueError, OverflowError):
        return None


def _absolute(word: str) -> date | None:
    if found := _COMPACT.match(word) or _YEAR_FIRST.match(word):
        return date(int(found[1]), int(found[2]), int(found[3] or 1))
    if found := _SERIAL.match(word):
        days = int(found[1])
        return _EXCEL_EPOCH + timedelta(days=days) if _EXCEL_DAYS[0] <= days <= _EXCEL_DAYS[1] else None
    if found := _ROC.match(word) or _ROC_SHORT.match(word):
        year = 1 if found[1] == "元" else int(found[1])
        return date(REPUBLIC + year, int(found[2]), int(found[3]))
    return _rarer(word)


def _rarer(word: str) -> date | None:
    if found := _MONTH.match(word):
        return date(int(found[1]), 1, 1) if 1900 <= int(found[1]) <= 2100 else None
    if found := _MONTH_FIRST.match(word):
        return _month_or_day_first(int(found[1]), int(found[2]), int(found[3]))
    if found := _EPOCH.match(word):
        return (datetime(1970, 1, 1) + timedelta(seconds=int(found[1]))).date()
    if found := _ENGLISH.match(word):
        month, day, year = (found[1], found[2], found[3]) if found[1] else (found[5], found[4], found[6])
        return date(int(year), MONTHS.get(month[:3], 0), int(day))
    return None


def _month_or_day_first(first: int, second: int, year: int) -> date | None:
    if first > 12:
        return date(year, second, first)
    # 03/04/2025 is March in one country and April in the other: said by nobody, so not guessed
    return date(year, first, second) if second > 12 or first == second else None


def _relative(word: str, as_of: date) -> date | None:
    if word in _WORDS:
        return as_of - timedelta(days=_WORDS[word])
    if found := _AGO.match(word):
        return as_of - timedelta(days=int(found[1]) * _AGO_DAYS[found[2]])
    found = _DAY_ONLY.match(word)
    if not found:
        return None
    day = date(as_of.year, int(found[1]), int(found[2]))
    if day - as_of > _LOOK_AHEAD:
        return day.replace(year=day.year - 1)
    return day.replace(year=day.year + 1) if as_of - day > _YEAR - _LOOK_AHEAD else day


@lru_cache(maxsize=20_000)
def first_day(said: str) -> date:
    """``2021``, ``2021-06`` or ``2021-06-30`` as a day, the first where it is not said.

    >>> first_day("2021-06")
    datetime.date(2021, 6, 1)
    """
    parts = [int(part) for part in said.split("-")]
    return date(*[*parts, 1, 1][:3])


def day_number(day: date) -> int:
    """A day as the columns of postings count it, from 1970-01-01.

    >>> day_number(date(1970, 1, 2))
    1
    """
    return (day - _EPOCH_DAY).days


def years_between(first: date, last: date) -> float:
    """Years from one day to another.

    >>> round(years_between(date(2010, 1, 1), date(2012, 7, 1)), 1)
    2.5
    """
    return (last - first).days / _DAYS_A_YEAR


def newest_first(day: str | None) -> str:
    """What days as JSON writes them are sorted by, so that the newest comes first and the unknown last.

    >>> sorted(["2026-11-01", None, "2026-11-22"], key=newest_first)
    ['2026-11-22', '2026-11-01', None]
    """
    return "".join(chr(0x10FFFF - ord(sign)) for sign in day or "") or "\U0010ffff" * 2


def day_of(value: date | str) -> date:
    """A day as such; a text that is none is refused.

    >>> day_of("2026-11-22")
    datetime.date(2026, 11, 22)
    """
    if isinstance(value, datetime) and value == value:  # noqa: PLR0124 - pandas' NaT is not itself
        return value.date()
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", str(value)):
        raise UsageError("not-a-day", seen=value)
    try:
        day = date.fromisoformat(str(value))
    except ValueError:
        raise UsageError("not-a-day", seen=value) from None
    if day.year not in YEARS:
        raise UsageError("day-too-far", seen=value, first=YEARS.start, last=YEARS.stop - 1)
    return day

"""Days of a plan: months that end where months end, and nothing due on a day on which no office is open."""

import calendar
from datetime import date, timedelta
from functools import cache, lru_cache
from typing import Final

import chinese_calendar

# 全国年节及纪念日放假办法, 第二条 (2024): New Year, Labour Day, National Day
_EACH_YEAR: Final = frozenset(((1, 1), (5, 1), (5, 2), (10, 1), (10, 2), (10, 3)))


@lru_cache(maxsize=20_000)
def add_months(day: date, months: int) -> date:
    """The same day some months later, the last of a shorter month.

    >>> add_months(date(2026, 1, 31), 1), add_months(date(2024, 2, 29), 12)
    (datetime.date(2026, 2, 28), datetime.date(2025, 2, 28))
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def calendar_known(day: date) -> bool:
    """Whether the holidays of the year of a day have been announced and are known here.

    >>> calendar_known(date(2025, 5, 1)), calendar_known(date(2060, 5, 1))
    (True, False)
    """
    try:
        chinese_calendar.is_workday(day)
    except NotImplementedError:
        return False
    return True


@cache
def is_workday(day: date) -> bool:
    """Whether offices are open: by the announced calendar, exchanged days included; else Monday to Friday.

    Holidays that fall on the same day each year are known before any calendar is announced.

    >>> is_workday(date(2025, 10, 1)), is_workday(date(2025, 9, 28)), is_workday(date(2060, 1, 2))
    (False, True, True)
    >>> is_workday(date(2060, 1, 1))
    False
    """
    if not calendar_known(day):
        return day.weekday() < calendar.SATURDAY and (day.month, day.day) not in _EACH_YEAR
    return bool(chinese_calendar.is_workday(day))


@lru_cache(maxsize=20_000)
def on_workday(day: date) -> date:
    """The day itself, or the next one on which offices are open.

    >>> on_workday(date(2025, 10, 1))
    datetime.date(2025, 10, 9)
    """
    while not is_workday(day):
        day += timedelta(days=1)
    return day

"""Pay that is told in a sentence, held against the lowest rates of the country: below them it is lawful nowhere."""

import re
from functools import cache
from typing import Final

from jobmatch.settings import load
from jobmatch.text.numerals import to_digits

_AMOUNT: Final = re.compile(
    r"(?<![0-9.])([0-9]{1,5}(?:\.[0-9]{1,2})?)([千百]?)(?![0-9.]|个?(?:小时|钟头|[时天日月周]))"
)
_HOUR: Final = re.compile("时(?!间)|钟点")
_DAY: Final = re.compile("[天日晚夜]")
_HOURS: Final = re.compile(r"([0-9]{1,2})个?(?:小时|钟头)")
_FREE: Final = re.compile(r"月?休([0-9])天")
_SIX_DAYS: Final = re.compile("六休一|6休1|单休|无休|全月")
_TIMES: Final = {"": 1, "百": 100, "千": 1000}
_WEEKS: Final = 30.4 / 7  # in a month
_MONTH: Final = 30  # days


def is_low(told: str, sentence: str, *, taiwan: bool = False) -> bool:
    """Whether the pay ``told`` in yuan is below what is lawful anywhere, with the hours that its sentence tells.

    >>> is_low("月薪1100", ""), is_low("时薪9元", ""), is_low("月薪1900", ""), is_low("时薪22元", "")
    (True, True, False, False)

    A month is as long as it is said to be; eight hours on five days a week where nothing is said.

    >>> is_low("月结1900", "每天10小时,月休两天"), is_low("一天40块", "每天9小时"), is_low("一天120块", "每天9小时")
    (True, True, False)

    In Taiwan the rates are others, and a month is a month.

    >>> [is_low(told, "", taiwan=True) for told in ("时薪160元", "月薪27,000", "月薪30,000")]
    [True, True, False]

    No amount is not low.

    >>> is_low("月薪面议", "")
    False
    """
    found = _AMOUNT.search(to_digits(told.replace(",", "")))
    amount = float(found[1]) * _TIMES[found[2]] if found else 0.0
    if not amount:
        return False
    rates = _rates()
    if taiwan:
        by_hour, by_day = _HOUR.search(told), _DAY.search(told)
        return not by_day and amount < rates["lowest_wage_hour_taiwan" if by_hour else "lowest_wage_month_taiwan"]
    if _HOUR.search(told):
        return amount < rates["lowest_wage_hour"]
    least = rates["lowest_wage_month"] / load().number("salary.hours_per_month")
    hours_a_day, days = _hours_and_days(to_digits(sentence))
    return amount < least * hours_a_day * (1 if _DAY.search(told) else days)


def _hours_and_days(sentence: str) -> tuple[float, float]:
    """The hours of a day and the days of a month; a full-time month has the least of both."""
    told = [hours for hours in map(int, _HOURS.findall(sentence)) if 8 <= hours <= 16]
    free = _FREE.search(sentence)
    days = _MONTH - int(free[1]) if free else 6 * _WEEKS if _SIX_DAYS.search(sentence) else 5 * _WEEKS
    return float(max(told, default=8)), days


@cache
def _rates() -> dict[str, float]:
    return dict(load().table("screening"))

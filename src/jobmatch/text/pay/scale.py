"""What an amount of pay is worth a month, and whether its unit can be right.

Conventions (settings, section salary): an hour counts 174 times a month, a day 21.75, a week 4.345, a year is
twelve months. A thirteenth salary is noted in ``months`` and not added to the monthly pay.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from jobmatch import settings
from jobmatch.records.salary import PayKind, Period, Salary

FALLBACK: Final = "CNY"  # what 元 is where nothing else is said


@dataclass(frozen=True, slots=True)
class Conventions:
    """The conventions in force, read once."""

    per_month: Mapping[str, float]
    least: Mapping[str, float]
    most: Mapping[str, float]
    ordinary: Mapping[str, float]
    read_chars: int
    thousand_below: float
    year_from_factor: float
    by_year_factor: float


@cache
def conventions() -> Conventions:
    """The conventions of the settings.

    >>> conventions().per_month["hour"]
    174.0
    """
    values = settings.load()
    number, table = values.number, values.table
    per_month = {
        "hour": number("salary.hours_per_month"),
        "day": number("salary.days_per_month"),
        "week": number("salary.weeks_per_month"),
        "month": 1.0,
        "year": 1 / 12,
    }
    bounds = table("salary.month_least"), table("salary.month_most"), table("salary.month_ordinary")
    factors = (number(f"salary.{name}") for name in ("thousand_below", "year_from_factor", "by_year_factor"))
    return Conventions(per_month, *bounds, int(number("salary.read_chars")), *factors)


def positive(value: float | None) -> float | None:
    """An end of a range, or None where it is open (zero, not a number, endless).

    >>> positive(5000), positive(0), positive(float("inf"))
    (5000.0, None, None)
    """
    if value is None or not math.isfinite(value) or value <= 0:
        return None
    return float(value)


def _monthly(value: float | None, period: str) -> float | None:
    if value is None or period == "month":
        return value
    factor = conventions().per_month.get(period)
    return None if factor is None else round(value * factor, 2)


def monthly_salary(
    low: float | None, high: float | None, period: Period, months: int | None, currency: str, kind: PayKind, text: str
) -> Salary:
    """The salary with its monthly values and number of monthly pays.

    >>> monthly_salary(22, None, "hour", None, "CNY", "stated", "22/h").min_month
    3828.0
    """
    pays = (months or 12) if period == "month" else None
    ends = (_monthly(low, period), _monthly(high, period))
    return Salary(low, high, period, pays, currency, kind, text, *ends)


def _in_unit(salary: Salary, period: Period) -> Salary:
    """The same amounts read in another unit, with doubt."""
    other = monthly_salary(salary.min, salary.max, period, salary.months, salary.currency, salary.kind, salary.text)
    return replace(other, doubtful=True, otherwise=salary)


def believable(value: float, period: str, currency: str) -> bool:
    """Whether so much a period can be what a month's work is paid.

    >>> believable(22, "hour", "CNY"), believable(22, "month", "CNY")
    (True, False)
    """
    held = conventions()
    month = _monthly(value, period)
    least = held.least.get(currency, held.least[FALLBACK])
    most = held.most.get(currency, held.most[FALLBACK])
    return month is None or least <= month <= most


def likely_period(value: float, currency: str, order: tuple[Period, ...]) -> Period | None:
    """The unit under which an amount comes nearest to ordinary pay, among those that are believable.

    >>> likely_period(22, "CNY", ("hour", "day", "month"))
    'hour'
    """
    ordinary = conventions().ordinary.get(currency, conventions().ordinary[FALLBACK])

    def distance(period: Period) -> float:
        return abs(math.log((_monthly(value, period) or ordinary) / ordinary))

    return min((p for p in order if believable(value, p, currency)), key=distance, default=None)


def doubted(salary: Salary, *, currency_known: bool = True) -> Salary:
    """The salary with its unit checked against what a month's work can pay.

    Where no currency is known, a small amount "a month" is taken for hourly: so it is in every table that
    prints one unit for all rows, and 元 is the word of several currencies.
    """
    ends = [end for end in (salary.min, salary.max) if end is not None]
    if not ends or any(believable(end, salary.period, salary.currency) for end in ends):
        return salary
    value = ends[0]
    likely = likely_period(value, salary.currency, ("hour", "day", "month", "year"))
    if not currency_known and salary.period == "month" and likely == "day":
        likely = "hour"
    stated = replace(salary, doubtful=True)
    if likely is None:
        return stated
    return _in_unit(salary, likely)

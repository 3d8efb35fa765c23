"""Pay held against the minimum wage of a posting's place, on a day."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from jobmatch.dataset.catalogues import MinimumWage, least_pay_of
from jobmatch.market.cells import MONEY, read_place
from jobmatch.messages import say
from jobmatch.records.salary import Salary
from jobmatch.screening import Finding
from jobmatch.screening.rules import ground
from jobmatch.settings import load
from jobmatch.text.asked.hours import parse_hours

if TYPE_CHECKING:
    from jobmatch.dataset.postings import Postings

_OF_RATES: Final = frozenset(("CNY", *MONEY.values()))  # other money is held against no rate
_HOURS: Final = ("title", "hours", "employment_type")  # the fields that tell of part-time work


def rates_of(
    postings: "Postings", wages: Sequence[MinimumWage], on: date | None = None, home: str | None = None
) -> list[MinimumWage | None]:
    """The minimum wage of each posting on a day (today where ``on`` is None); None where no place tells a rate."""
    return [_rate(row, wages, on or date.today(), home) for row in postings.frame.to_dict("records")]


def _rate(row: Mapping[Any, Any], wages: Sequence[MinimumWage], on: date, home: str | None) -> MinimumWage | None:
    place = read_place(row, home)
    if place is None:
        return None
    return least_pay_of(wages, place.district_code, place.city_code, place.province_code, on)


def low_pay(row: Mapping[str, Any], pay: Salary, rate: MinimumWage | None) -> list[Finding]:
    """Pay below the rate: all of it, or its lower end, which may be.

    Pay a month is held against the rate of a month where the work is full-time, pay an hour against that of an hour.
    """
    if rate is None or pay.currency not in _OF_RATES:
        return []
    least = _least(row, pay, rate)
    low, high = (pay.min, pay.max) if pay.period == "hour" else (pay.min_month, pay.max_month)
    low, high = (high if low is None else low), (low if high is None else high)
    if least is None or low is None or high is None or low >= least:
        return []
    unit = say("screened.hour" if pay.period == "hour" else "screened.month")
    offered = f"{low:g}" if low == high else f"{low:g}-{high:g}"
    key = "screened.low-pay" if high < least else "screened.maybe-low-pay"
    words = say(key, pay=offered, unit=unit, least=f"{least:g}")
    return [Finding("low_pay", words, ground("low_pay"), False, "salary", 0, 0)]


def _least(row: Mapping[str, Any], pay: Salary, rate: MinimumWage) -> float | None:
    """The rate that holds for a pay; None where nobody says how many hours are paid."""
    if pay.period == "hour":
        # the rate of an hour is above the share of the month's: what is below that share is below both
        return rate.yuan_hour or round(rate.yuan_month / load().number("salary.hours_per_month"), 2)
    said = "。".join(row[name] for name in _HOURS if isinstance(row.get(name), str))
    return None if pay.period in ("day", "piece") or parse_hours(said).kind == "part" else rate.yuan_month

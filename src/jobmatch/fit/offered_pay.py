"""The pay that rows offer: what of it is said, in which words, what is sure, and what is usual in reach."""

from collections.abc import Sequence
from functools import partial
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from jobmatch.fit import by_sort
from jobmatch.fit.case import Case, Mask, Rows, Values
from jobmatch.fit.spread import Spread, counted, quantiles
from jobmatch.market.cells import MONEY
from jobmatch.messages import say
from jobmatch.text.pay.salary import parse_salary
from jobmatch.text.pay.scale import believable


def pay_offered(case: Case) -> NDArray[np.float64]:
    """The middle of the pay offered per month, or what is sure of it; NaN where it is not known."""
    return _by_row(case, "offered")


def pay_end(case: Case, end: str) -> NDArray[np.float32]:
    """The ``min`` or ``max`` of the pay offered per month; NaN where it is not said or looks mistaken."""
    return _by_row(case, end)


def pay_unsure(case: Case) -> NDArray[np.int8]:
    """Why not all of the pay that is told is sure, as ``salary.WHYS``; 0 where it is, or looks mistaken."""
    return case.once("pay unsure", lambda: np.where(case.column("pay_mistaken"), np.int8(0), case.column("pay_unsure")))


def usual_pay(case: Case) -> float | None:
    """The median of the pay offered in reach; None where no posting says it."""
    return case.of_reach(_median)


def pay_quantiles(case: Case, what: str, among: Mask | Rows | None, shares: Sequence[float]) -> Values | None:
    """Quantiles of what some rows (all by default) pay: ``offered``, or the ``min`` or ``max`` of it."""
    pay, which, _ = _held(case, what)
    if which is None:
        return quantiles(pay if among is None else pay[among], None, shares)
    if among is not None and len(among) < len(pay):  # fewer to be sorted than there are sorts
        return quantiles(pay[which[among]], None, shares)
    counts = counted(which[among], len(pay)) if among is not None else case.counts(which, len(pay))
    return quantiles(pay, counts, shares)


def _by_row(case: Case, what: str) -> NDArray[Any]:
    return case.once(f"pay {what}", lambda: _held(case, what).rows)


def _held(case: Case, what: str) -> Spread:
    """``offered``, ``min`` or ``max``, held by what is offered."""
    return by_sort.held(case, "offer", f"pay {what}", (), _TOLD[what])


def _offered(case: Case) -> NDArray[np.float64]:
    low, high = pay_end(case, "min").astype(np.float64), pay_end(case, "max").astype(np.float64)
    low, high = np.where(np.isnan(low), high, low), np.where(np.isnan(high), low, high)
    return np.where(pay_unsure(case) > 0, case.column("pay_sure_month"), (low + high) / 2)


def _end(end: str, case: Case) -> NDArray[np.float32]:
    return np.where(case.column("pay_mistaken"), np.float32(np.nan), case.column(f"pay_{end}_month"))


_TOLD: Final[dict[str, by_sort.Tell]] = {"offered": _offered, "min": partial(_end, "min"), "max": partial(_end, "max")}


def _median(case: Case) -> float | None:
    found = pay_quantiles(case, "offered", None, [0.5])
    return None if found is None else float(found[0])


_READ_AS: Final = ("hour", "day", "year")  # what stands for a month's pay where a table prints one unit for all rows


def shown_pay(case: Case, at: int) -> str:
    """What a posting says of its pay, for one row; empty where its column of pay says nothing."""
    row = int(case.rows[at])
    place = int(case.market.place[row])
    currency = MONEY.get(str(place)[:2], "CNY") if place else None  # as it was read by
    return as_understood(case.market.shown.text(row, "salary"), currency)


def share_of_a_month(case: Case, at: int) -> float:
    """How much of a full month is worked at one row: all but of part-time work by the hour, there told or estimated."""
    return float(np.nan_to_num(case.column("pay_share")[at], nan=case.settings.number("hours.part_month")))


def as_understood(shown: str, currency: str | None) -> str:
    """A text of pay, with the unit that is meant where it names none or one that cannot be right.

    >>> as_understood("250 ~ 250 元/月", "TWD"), as_understood("1,800 ~ 2,200 元/月", "TWD")
    ('250 ~ 250 元/月（应是时薪，请核实）', '1,800 ~ 2,200 元/月（应是日薪或按次，请核实）')

    What says its unit needs no word, and of what fits none it is said that it is not clear.

    >>> as_understood("时薪200元", "TWD"), as_understood("5元/月", "CNY")
    ('时薪200元', '5元/月（单位不清楚，请核实）')
    """
    pay = parse_salary(shown, currency=currency)
    if not pay.doubtful:
        return shown
    if pay.period in _READ_AS:
        return say(f"shown_pay.{pay.period}", shown=shown)
    end = pay.max or pay.min or 0.0
    return shown if believable(end, pay.period, pay.currency) else say("shown_pay.unsure", shown=shown)

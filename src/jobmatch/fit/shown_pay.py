"""The pay of a posting in its own words, with the unit in which it is understood where its own cannot be right."""

from typing import Final

import numpy as np

from jobmatch.fit.case import Case
from jobmatch.market.cells import MONEY
from jobmatch.messages import say
from jobmatch.text.pay.salary import parse_salary
from jobmatch.text.pay.scale import believable

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

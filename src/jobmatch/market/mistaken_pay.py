"""Pay beside that of like postings of the same market: what is far above it looks like a slip or a lure."""

from collections.abc import Mapping
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from jobmatch.market.cells import MONEY
from jobmatch.settings import load
from jobmatch.text.work.occupations import minor_group, occupation_codes
from jobmatch.text.work.seniority import LEAD


def pay_beside_like(columns: Mapping[str, Any]) -> dict[str, NDArray[Any]]:
    """``pay_of_like``: the middle of the pay as a multiple of the upper quartile of like postings, NaN where not known.

    ``pay_mistaken``: where that cannot be believed, 70001-100000 for a tester.

    Like is what is of the same rank and the same occupation in the same city, else of the occupation anywhere, of its
    minor group, of its major group: the first of which enough postings say what they pay.
    """
    numbers, pay = load().table("screening"), _middle(columns["pay_min_month"], columns["pay_max_month"])
    bound = np.full(len(pay), np.nan)
    for group in _alike(columns):
        bound = np.where(np.isnan(bound), upper_quartiles(group, pay, numbers["enough_to_compare"]), bound)
    times = (pay / bound).astype(np.float32)
    return {"pay_of_like": times, "pay_mistaken": times > numbers["not_believable"]}


def upper_quartiles(group: NDArray[Any], pay: NDArray[np.float64], enough: float) -> NDArray[np.float64]:
    """For each row the upper quartile of the pay of its group; NaN where fewer than ``enough`` of them say it.

    >>> upper_quartiles(np.array([1, 1, 1, 2]), np.array([3000.0, 4000.0, np.nan, 9000.0]), 2).tolist()
    [3750.0, 3750.0, 3750.0, nan]
    """
    said = np.flatnonzero(~np.isnan(pay))
    ordered = said[np.lexsort((pay[said], group[said]))]
    groups, start, count = np.unique(group[ordered], return_index=True, return_counts=True)
    many = count >= enough
    groups, start, count, values = groups[many], start[many], count[many], pay[ordered]
    place = start + 0.75 * (count - 1)
    below = place.astype(np.intp)
    above = np.minimum(below + 1, start + count - 1)
    found = np.append(values[below] + (values[above] - values[below]) * (place - below), np.nan)
    at = np.searchsorted(groups, group)
    known = np.append(groups, -1)[at] == group
    return np.asarray(found[np.where(known, at, len(groups))])


def _middle(low: NDArray[Any], high: NDArray[Any]) -> NDArray[np.float64]:
    """The middle of each pay; the one end where the other is open."""
    low, high = np.where(np.isnan(low), high, low), np.where(np.isnan(high), low, high)
    return np.asarray((low.astype(np.float64) + high) / 2)


def _alike(columns: Mapping[str, Any]) -> list[NDArray[np.int64]]:
    """The group of each row, from the nearest of its like to the widest."""
    code, city = columns["occupations"][:, 0].astype(np.int64), columns["place"].astype(np.int64) // 100
    minor, major = (groups[code] for groups in _groups())
    leads = columns["seniority"] >= LEAD
    abroad = np.where(np.isin(city // 100, [int(province) for province in MONEY]), city // 100, 0)  # of another money
    return [(group * 100 + abroad) * 2 + leads for group in (code * 10_000 + city, code, minor, major)]


@cache
def _groups() -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The minor and the major group of every occupation."""
    minor = np.unique([minor_group(code) for code in occupation_codes()], return_inverse=True)[1]
    return minor.astype(np.int64), np.array([int(code[0]) for code in occupation_codes()], dtype=np.int64)

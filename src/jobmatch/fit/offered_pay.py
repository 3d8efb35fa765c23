"""The pay that rows offer: what of it is said, what is sure, and what is usual in reach."""

from collections.abc import Sequence
from functools import partial
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from jobmatch.fit import by_sort
from jobmatch.fit.case import Case, Mask, Rows, Values
from jobmatch.fit.quantiles import quantiles
from jobmatch.fit.spread import Spread, counted


def pay_offered(case: Case) -> NDArray[np.float64]:
    """The middle of the pay offered per month, or what is sure of it; NaN where it is not known."""
    return _by_row(case, "offered")


def pay_end(case: Case, end: str) -> NDArray[np.float32]:
    """The ``min`` or ``max`` of the pay offered per month; NaN where it is not said or looks mistaken."""
    return _by_row(case, end)


def pay_unsure(case: Case) -> NDArray[np.int8]:
    """Why not all of the pay that is told is sure, as ``salary.WHYS``; 0 where it is, or looks mistaken."""
    return case.once("pay unsure", lambda: _unsure(case))


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


def _unsure(case: Case) -> NDArray[np.int8]:
    return np.where(case.column("pay_mistaken"), np.int8(0), case.column("pay_unsure"))


def _median(case: Case) -> float | None:
    found = pay_quantiles(case, "offered", None, [0.5])
    return None if found is None else float(found[0])

"""Freshness: how long has the posting been up?"""

import numpy as np

from jobmatch.fit.case import Case, Measured
from jobmatch.messages import say

NAME = "freshness"
_OLDEST = 10_000  # days; older ones are as good as never posted


def measure(case: Case) -> Measured:
    """Halves with every half-life; unknown without a date, or with one still ahead, which must be a slip."""
    posted = case.column("posted_day")
    age = np.minimum(np.maximum(case.day - posted, 0), _OLDEST)
    worth = 0.5 ** (np.arange(_OLDEST + 1) / case.settings.number("freshness.half_life_days"))
    known = (posted >= 0) & (posted <= case.day)
    return Measured(np.where(known, worth.take(age), 0.0), known)


def days_if_old(case: Case, at: int) -> int | None:
    """For how many days a posting that names no closing day has been up, where it is likely filled; else None."""
    posted, row = int(case.column("posted_day")[at]), case.rows[at]
    days = case.day - posted
    old = posted >= 0 and days > case.settings.number("freshness.old_days") and case.market.closes_day[row] < 0
    return days if old else None


def reason(case: Case, at: int, value: float, known: bool) -> str:  # noqa: ARG001 - one shape for all
    """Why, for one row."""
    days = case.day - int(case.market.posted_day[case.rows[at]])
    if known:
        return say("reason.freshness.days", days=days)
    return say("reason.freshness.ahead" if days < 0 else "reason.freshness.unknown")

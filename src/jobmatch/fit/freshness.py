"""Freshness: how long has the posting been up?"""

import numpy as np

from jobmatch.fit.case import Case, Measured
from jobmatch.messages import say

NAME = "freshness"


def measure(case: Case) -> Measured:
    """Halves with every half-life; unknown without a date."""
    posted = case.column("posted_day").astype(np.float64)
    age = np.maximum(case.day - posted, 0)
    known = posted >= 0
    return Measured(np.where(known, 0.5 ** (age / case.settings.number("freshness.half_life_days")), 0.0), known)


def reason(case: Case, at: int, value: float, known: bool) -> str:  # noqa: ARG001 - one shape for all
    """Why, for one row."""
    days = case.day - int(case.market.posted_day[case.rows[at]])
    return say("reason.freshness.days", days=max(days, 0)) if known else say("reason.freshness.unknown")

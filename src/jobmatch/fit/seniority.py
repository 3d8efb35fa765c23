"""Seniority: is the job as high as the client stands, by its title?"""

import numpy as np

from jobmatch.fit.case import Case, Measured
from jobmatch.messages import say
from jobmatch.text.work.seniority import ORDINARY

NAME = "seniority"


def measure(case: Case) -> Measured:
    """1 where the job stands no higher than the client, less with every rung above.

    A trainee's post is open to everybody, but a step back for who has stood higher. One that asks many years is none,
    whatever its title says: 财务 with ten years.
    """
    job = case.column("seniority").astype(np.float64)
    own = case.facts.standing
    if own is None:
        return Measured(np.where(job <= ORDINARY, 1.0, 0.0), job <= ORDINARY)
    stood, stands = own
    above = np.maximum(job - stands, 0)
    numbers = case.settings.table("seniority")
    asked = np.minimum(numbers["rungs_a_year"] * np.nan_to_num(case.column("years")), numbers["by_years_at_most"])
    below = np.maximum(stood - np.maximum(job, np.maximum(asked, ORDINARY)) - 1, 0)
    value = np.clip(1 - numbers["a_rung_above"] * above - numbers["a_rung_below"] * below, 0, 1)
    return Measured(value, np.ones(len(case.rows), dtype=np.bool_))


def reason(case: Case, at: int, value: float, known: bool) -> str:
    """Why, for one row."""
    if not known:
        return say("reason.seniority.unknown")
    if value >= 1:
        return say("reason.seniority.open")
    row, own = int(case.rows[at]), case.facts.standing
    if case.market.seniority[row] > (own[1] if own else ORDINARY):
        return say("reason.seniority.above")
    return say("reason.seniority.below")

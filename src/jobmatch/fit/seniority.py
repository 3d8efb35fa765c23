"""Seniority: is the job as high as the client stands?"""

import numpy as np

from jobmatch.fit.case import Case, Measured
from jobmatch.messages import say
from jobmatch.text.seniority import ORDINARY, parse_seniority

NAME = "seniority"


def standing(case: Case) -> float | None:
    """The rung at which the client stands: by past and wanted titles, else by years of work."""
    past = [parse_seniority(job.words) for job in case.facts.past]
    years = case.facts.years_in_all
    if years is None and not past:
        return None
    by_years = case.settings.number("seniority.rungs_a_year") * (years or 0.0)
    reach = case.settings.number("seniority.by_years_at_most")
    return max([*past, min(by_years, reach)])


def measure(case: Case) -> Measured:
    """1 where the job stands no higher than the client, less with every rung above.

    A trainee's post is open to everybody, but a step back for who has stood higher.
    """
    job = case.column("seniority").astype(np.float64)
    own = standing(case)
    if own is None:
        return Measured(np.where(job <= ORDINARY, 1.0, 0.0), job <= ORDINARY)
    above = np.maximum(job - max(own, ORDINARY), 0)
    below = np.maximum(own - np.maximum(job, ORDINARY) - 1, 0)
    numbers = case.settings.table("seniority")
    value = np.clip(1 - numbers["a_rung_above"] * above - numbers["a_rung_below"] * below, 0, 1)
    return Measured(value, np.ones(len(case.rows), dtype=np.bool_))


def reason(case: Case, at: int, value: float, known: bool) -> str:
    """Why, for one row."""
    if not known:
        return say("reason.seniority.unknown")
    if value >= 1:
        return say("reason.seniority.open")
    job = int(case.market.seniority[case.rows[at]])
    return say("reason.seniority.above" if job > (standing(case) or 0) else "reason.seniority.below")

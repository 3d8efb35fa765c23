"""Experience: are the years that the posting asks there, in work that is near to it?"""

import numpy as np

from jobmatch.fit.background import by_job
from jobmatch.fit.case import Case, Mask, Measured, Values
from jobmatch.fit.entry import ease
from jobmatch.messages import say

NAME = "experience"


def years_near(case: Case) -> Values | None:
    """Years that count for each posting: those in work near to it, or a part of all others. None where unknown."""
    near = years_alike(case)
    if near is None or case.facts.years_in_all is None:
        return None
    # years in other work count where the work is easily entered, not where it must be learned
    other = case.settings.number("experience.other_work") * case.facts.years_in_all * ease(case)
    return np.maximum(near, other)


def years_alike(case: Case) -> Values | None:
    """Years in work near to each posting; None where nothing is known of the client's work."""
    if case.facts.years_in_all is None:
        return None
    return case.on("work", "past job years", _years_alike)


def _years_alike(case: Case) -> Values:
    near = np.zeros(len(case.rows))
    for values, job in zip(by_job(case), case.facts.past, strict=True):
        near += _sure(case, values) * (job.years or 0.0)
    return near


def _untold(case: Case) -> Mask:
    """Where a past job is near of which nobody said how long it lasted: there may be more years than are counted."""
    jobs = [values for values, job in zip(by_job(case), case.facts.past, strict=True) if job.years is None]
    near = np.zeros(len(case.rows), dtype=bool)
    for values in jobs:
        near |= _sure(case, values) > 0
    return near


def _sure(case: Case, near: Values) -> Values:
    """Nearness as a share of years: what is hardly related gives none of its years."""
    numbers = case.settings.table("experience")
    return np.clip((near - numbers["unrelated"]) / (numbers["same"] - numbers["unrelated"]), 0, 1)


def measure(case: Case) -> Measured:
    """The share of the asked years that are there; graduates' posts ask for graduates."""
    asked = case.column("years").astype(np.float64)
    none_asked = asked == 0
    mine = years_near(case)
    if mine is None:
        value, known = np.where(none_asked, 1.0, 0.0), none_asked
    else:
        share = np.clip(mine / np.maximum(asked, 0.5), 0, 1)
        value, known = np.where(none_asked, 1.0, share), none_asked | ~np.isnan(asked) & ~((share < 1) & _untold(case))
    value, known = _for_graduates(case, np.where(known, value, 0.0), known)
    return Measured(value, known)


def _for_graduates(case: Case, value: Values, known: "np.ndarray[tuple[int], np.dtype[np.bool_]]") -> Measured:
    only = case.column("graduates_only")
    graduate = case.facts.graduate
    if graduate is None:
        return Measured(value, known & ~only)
    return Measured(np.where(only, float(graduate), value), known | only)


def reason(case: Case, at: int, value: float, known: bool) -> str:
    """Why, for one row."""
    row = int(case.rows[at])
    asked = float(case.market.years[row])
    if case.market.graduates_only[row]:
        return say("reason.experience.graduates")
    if np.isnan(asked):
        return say("reason.experience.silent")
    if asked == 0:
        return say("reason.experience.open")
    if not known:
        return say("reason.experience.unknown", asked=f"{asked:g}")
    few, at = case.beside(at)
    alike, counted = years_alike(few), years_near(few)
    near, mine = (0.0 if alike is None else float(alike[at])), (0.0 if counted is None else float(counted[at]))
    word = "meets" if value >= 1 else "short"
    if near < case.settings.number("experience.hardly"):
        in_all = case.facts.years_in_all or 0.0
        word = f"{word}-other" if in_all else "none"
        return say(f"reason.experience.{word}", asked=f"{asked:g}", own=f"{in_all:g}")
    return say(f"reason.experience.{word}", asked=f"{asked:g}", own=f"{max(near, mine):.1f}")

"""Experience: are the years that the posting asks there, in work that is near to it?"""

import numpy as np

from jobmatch.fit import by_sort
from jobmatch.fit.background import by_job, by_study
from jobmatch.fit.case import Case, Mask, Measured, Values
from jobmatch.fit.certificates import shares_held
from jobmatch.fit.entry import ease
from jobmatch.fit.likeness import akin, served
from jobmatch.fit.past import PastJob
from jobmatch.market.columns import PAPER, STUDY
from jobmatch.messages import say
from jobmatch.text.asked.education import education_name, schooling_said

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
    return by_sort.once(case, "work", "past job years", _years_alike)


def _years_alike(case: Case) -> Values:
    near = np.zeros(len(case.rows))
    for values, job in zip(by_job(case), case.facts.past, strict=True):
        near += _share(case, values, job) * (job.years or 0.0)
    return near


def _share(case: Case, near: Values, job: PastJob) -> Values:
    """Which share of the years of a past job counts: nearer work more, that of a trade beside it a part."""
    numbers = case.settings.table("experience")
    served_in = np.array([0.0, numbers["partly"], numbers["nearly"]])[served(case, job.work)]
    beside = np.maximum(served_in, np.where(akin(case, job.work), numbers["akin"], 0.0))
    return np.asarray(np.maximum(_sure(case, near), beside))


def _near_years(case: Case, at: int) -> float:
    """The years in work that is only near to one posting and counts in part; 0 where some was like it, or none."""
    jobs = zip(by_job(case), case.facts.past, strict=True)
    shares = [(float(_share(case, values, job)[at]), job.years or 0.0) for values, job in jobs]
    alike = case.settings.number("experience.alike")
    like = any(share >= alike and years for share, years in shares)
    return 0.0 if like else sum(years for share, years in shares if share > 0)


def _untold(case: Case) -> Mask:
    """Where a past job is near of which nobody said how long it lasted: there may be more years than are counted."""
    jobs = [(values, job) for values, job in zip(by_job(case), case.facts.past, strict=True) if job.years is None]
    near = np.zeros(len(case.rows), dtype=bool)
    for values, job in jobs:
        near |= _share(case, values, job) > 0
    return near


def _sure(case: Case, near: Values) -> Values:
    """Nearness as a share of years: what is hardly related gives none of its years."""
    numbers = case.settings.table("experience")
    return np.clip((near - numbers["unrelated"]) / (numbers["same"] - numbers["unrelated"]), 0, 1)


def measure(case: Case) -> Measured:
    """The share of the asked years that are there; graduates' posts ask for graduates."""
    asked = case.column("years").astype(np.float64)
    mine = years_near(case)
    if mine is None:
        value, known = _untold_years(case, asked)
    else:
        none_asked = asked == 0
        share = np.clip(mine / np.maximum(asked, 0.5), 0, 1)
        value, known = np.where(none_asked, 1.0, share), none_asked | ~np.isnan(asked) & ~((share < 1) & _untold(case))
    value, known = _instead(case, value, known)
    value, known = _for_graduates(case, np.where(known, value, 0.0), known)
    return Measured(value, known)


def _untold_years(case: Case, asked: Values) -> tuple[Values, Mask]:
    """The same of a client whose years nobody told; who comes straight from school has hardly any."""
    most = case.settings.number("experience.fresh") if case.facts.is_fresh else np.inf
    short, none_asked = asked > most, asked == 0
    return np.where(short, most / np.where(short, asked, 1.0), none_asked), none_asked | short


def _instead(case: Case, value: Values, known: Mask) -> Measured:
    """The same where schooling, the field of study or a paper will do in place of the years; who has either is met."""
    asked, found = case.column("years_instead"), Measured(value, known)
    for which, tell in ((asked > 0) & (asked < STUDY), _schooling), (asked == STUDY, _study), (asked == PAPER, _papers):
        at = np.flatnonzero(which)  # few postings say so
        if len(at):
            other, sure = tell(case.part(at))
            met = np.where(known[at], np.maximum(value[at], other), other)
            found.but(at, Measured(met, sure | (met >= 1)))
    return found


def _schooling(case: Case) -> tuple[Values, Mask]:
    """The value of the client's schooling beside the rung that will do, and where it is known."""
    rung, every = case.facts.rung, np.ones(len(case.rows), dtype=np.bool_)
    if rung is None:
        return np.zeros(len(case.rows)), ~every
    return (case.column("years_instead") <= rung).astype(np.float64), every


def _study(case: Case) -> tuple[Values, Mask]:
    """How near the client's field of study is to the work, and where it is known."""
    study, every = by_study(case), np.ones(len(case.rows), dtype=np.bool_)
    if study is None:
        return np.zeros(len(case.rows)), ~every if case.facts.client.conditions.major is None else every
    near = _sure(case, study)
    return np.where(near >= case.settings.number("experience.alike"), 1.0, near), every


def _papers(case: Case) -> tuple[Values, Mask]:
    """Whether the client holds one of the papers that are named, and where that is known."""
    held, every = case.facts.certificates, np.ones(len(case.rows), dtype=np.bool_)
    if held is None:
        return np.zeros(len(case.rows)), ~every
    lists = case.market.certificates
    return (lists.held(lists.worth(shares_held(held), 1.0), case.rows) > 0).astype(np.float64), every


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
    if instead := int(case.market.years_instead[row]):
        what = say(f"reason.experience.{'study' if instead == STUDY else 'paper'}") if instead >= STUDY else ""
        what = what or say("reason.experience.schooling", asked=schooling_said(education_name(instead)))
        word = "ask" if not known else "one" if value >= 1 else "neither"
        return say(f"reason.experience.{word}", asked=f"{asked:g}", instead=what)
    if not known or case.facts.is_fresh:
        return say(f"reason.experience.{'fresh' if known else 'unknown'}", asked=f"{asked:g}")
    return _of_years(*case.beside(at), asked, "meets" if value >= 1 else "short")


def _of_years(case: Case, at: int, asked: float, word: str) -> str:
    """What the years that are there come to, beside those that are asked."""
    alike, counted = years_alike(case), years_near(case)
    near, mine = (0.0 if values is None else float(values[at]) for values in (alike, counted))
    own = max(near, mine)
    own = own if word == "meets" else min(own, np.floor(10 * own) / 10)  # 2.97 of 3 years is not told as 3.0, and short
    told = {"asked": f"{asked:g}", "own": f"{own:.1f}"}
    if done := _near_years(case, at):
        return say(f"reason.experience.{word}-near", done=f"{done:g}", **told)
    if near >= case.settings.number("experience.hardly"):
        return say(f"reason.experience.{word}", **told)
    in_all = case.facts.years_in_all or 0.0
    return say(f"reason.experience.{f'{word}-other' if in_all else 'none'}", **told | {"own": f"{in_all:g}"})

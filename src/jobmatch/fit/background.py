"""Background: is it near to what the client has done or studied?"""

from datetime import date
from typing import Final

import numpy as np

from jobmatch.fit import by_sort
from jobmatch.fit.case import Case, Measured, Values
from jobmatch.fit.likeness import akin, met, practised, related, served
from jobmatch.fit.occupation import likeness
from jobmatch.fit.past import PastJob
from jobmatch.messages import say
from jobmatch.text.dates import years_between

NAME = "background"

_MONTHS: Final = 12


def weight(case: Case, job: PastJob) -> float:
    """How much a past job still counts: more years count more, long ago counts less, never nothing.

    An absence has no fault of the client in it; it only says how fresh the practice is.
    """
    numbers = case.settings.table("background")
    years = numbers["years_unknown"] if job.years is None else job.years
    practice = min(1.0, numbers["floor"] + (1 - numbers["floor"]) * years / numbers["full_years"])
    return practice * max(numbers["oldest"], 1 - numbers["fades_a_year"] * years_since(job.ended, case.facts.as_of))


def years_since(ended: date | None, as_of: date) -> float:
    """Years since a job ended; a job without an end goes on."""
    return 0.0 if ended is None else max(0.0, years_between(ended, as_of))


def by_job(case: Case) -> list[Values]:
    """How near each posting is to each past job, without regard to years."""
    return [_by_one(case, at, job) for at, job in enumerate(case.facts.past)]


def _by_one(case: Case, at: int, job: PastJob) -> Values:
    return by_sort.once(case, "work", f"past job {at}", lambda one: practised(one, job.work))


def by_study(case: Case) -> Values | None:
    """How near each posting is to the field of study; None where that is not known.

    It is less for who studied far below the schooling that such work usually asks: a vocational school of computing
    makes no programmer.
    """
    if not case.facts.majors_titles:
        return None
    near, rung = related(case, case.facts.majors_titles), case.facts.rung
    if rung is None:
        return near
    short = np.maximum(case.column("education_usual") - 1 - rung, 0)
    return np.asarray(near * case.settings.number("background.rung_short") ** short)


def nearest(case: Case) -> Values:
    """How near each posting is to the nearest of what the client has done and studied, however long ago."""
    return case.once("strength at any time", lambda: _nearest(case))


def _nearest(case: Case) -> Values:
    study = by_study(case)
    return np.asarray(np.max([*by_job(case), *([] if study is None else [study]), np.zeros(len(case.rows))], axis=0))


def strength(case: Case) -> Values:
    """The best of what the client has done (weighted by practice) and studied."""
    return by_sort.once(case, "work", "strength", _strength)


def _strength(case: Case) -> Values:
    values = [near * weight(case, job) for near, job in zip(by_job(case), case.facts.past, strict=True)]
    study = by_study(case)
    if study is not None:
        fresh = case.facts.new_graduate
        values.append(study * case.settings.number("background.fresh_study" if fresh else "background.study"))
    return np.clip(np.max(values, axis=0), 0, 1) if values else np.zeros(len(case.rows))


def measure(case: Case) -> Measured:
    """The strength; unknown for a client of whom neither work nor study is known."""
    if not case.facts.past and not case.facts.majors_titles:
        return case.blank()
    return Measured(strength(case), np.ones(len(case.rows), dtype=np.bool_))


def reason(case: Case, at: int, value: float, known: bool) -> str:
    """Why, for one row: the past job or the study that is nearest."""
    if not known:
        return say("reason.background.unknown")
    few, at = case.beside(at)
    if value < case.settings.number("background.speaks"):
        if (job := _akin_job(few, at)) is not None:
            return say("reason.background.akin", occupation=job.words, years=_years(job))
        wished = case.facts.wanted and case.facts.wish_stands
        wished = wished and float(likeness(few)[at]) >= case.settings.number("slate.is_goal")
        return say(f"reason.background.{'change' if wished else 'far'}")
    near = [float(values[at]) * weight(case, job) for values, job in zip(by_job(few), case.facts.past, strict=True)]
    if near and max(near) >= value - 1e-9:
        job = case.facts.past[int(np.argmax(near))]
        return say("reason.background.work", occupation=job.words, years=_years(job))
    return say("reason.background.study", major=case.facts.client.conditions.major)


def _years(job: PastJob) -> str:
    return years_said(job.years)


def years_said(years: float | None) -> str:
    """How long work was done as people say it; nothing where that is not known.

    >>> years_said(20), years_said(0.5), years_said(0.83), years_said(None)
    ('20年', '半年', '10个月', '')
    """
    if not years:
        return ""
    months = round(years * _MONTHS)
    if months == _MONTHS // 2:
        return say("reason.background.half-year")
    told = 0 < months < _MONTHS
    return (
        say("reason.background.months", months=months) if told else say("reason.background.years", years=f"{years:g}")
    )


def _akin_job(case: Case, at: int) -> PastJob | None:
    """The first past job that is done beside a posting's work, or of which something serves in it; None without one."""
    tells = (served, met, akin)
    return next((job for job in case.facts.past if any(tell(case, job.work)[at] for tell in tells)), None)

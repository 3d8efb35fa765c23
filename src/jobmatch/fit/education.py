"""Education: does the client's schooling meet what the posting asks?"""

from typing import Final

import numpy as np

from jobmatch.fit.case import Case, Measured, Values
from jobmatch.market.columns import STUDY
from jobmatch.messages import say
from jobmatch.text.asked.education import education_name, parse_education, schooling_said

NAME = "education"
_SHORT: Final = 10  # characters of a column that says just the schooling


def by_gap(case: Case, gap: Values) -> Values:
    """The value of a schooling that is ``gap`` rungs above (or below) what is asked.

    One rung short sometimes passes, two do not.
    """
    numbers = case.settings.table("education")
    steps = np.array([-3.0, -2.0, -1.0, 0.0])
    worth = np.array([0.0, numbers["two_short"], numbers["one_short"], 1.0])
    return np.asarray(np.interp(gap, steps, worth))


def measure(case: Case) -> Measured:
    """The value of the gap; a job that says that it asks nothing is open to everybody, and to who was not asked."""
    rung, asked = case.facts.rung, case.column("education")
    if rung is None:
        return Measured((asked == 0).astype(np.float64), asked == 0)
    return Measured(_by_rung(case, rung), asked >= 0)


def _by_rung(case: Case, rung: int) -> Values:
    """The value for what is asked."""
    asked, lowest = case.column("education"), case.settings.number("education.lowest")
    by_rung = by_gap(case, rung - np.maximum(asked.astype(np.float64), lowest))
    barred = (asked >= case.settings.number("education.beyond_bachelor")) & (asked - rung > 1)
    by_rung = np.where(barred, 0.0, by_rung)
    compulsory = asked <= case.settings.number("education.compulsory")
    by_rung = np.where(compulsory, np.maximum(by_rung, case.settings.number("education.as_a_form")), by_rung)
    return np.where(asked > 0, by_rung, np.where(asked == 0, 1.0, 0.0))


def reason(case: Case, at: int, value: float, known: bool) -> str:  # noqa: ARG001 - one shape for all
    """Why, for one row."""
    asked = int(case.market.education[case.rows[at]])
    own = case.facts.client.conditions.education
    if instead := int(case.market.years_instead[case.rows[at]]) % STUDY:
        years = f"{float(case.market.years[case.rows[at]]):g}"
        return say("reason.education.either", asked=schooling_said(education_name(instead)), years=years)
    if asked == 0:
        return say("reason.education.open")
    if asked < 0:
        return _silent(case, at)
    told = _told(case, at, asked)
    if own is None or case.facts.rung is None:
        return say("reason.education.unknown", asked=told)
    word = "meets" if case.facts.rung >= asked else "short"
    return say(f"reason.education.{word}", asked=told, own=schooling_said(own))


def _silent(case: Case, at: int) -> str:
    """A posting that says nothing: what like ones usually ask is told to whom it would shut out."""
    usual, rung = round(float(case.market.education_usual[case.rows[at]])), case.facts.rung
    if rung is None or usual - rung < case.settings.number("education.told_from"):
        return say("reason.education.silent")
    return say("reason.education.silent-usual", usual=schooling_said(education_name(usual)))


def _told(case: Case, at: int, asked: int) -> str:
    """What is asked, in the posting's own words where a column says it: 中专 and 高中 are one rung."""
    said = case.market.shown.text(int(case.rows[at]), "education").strip()
    if len(said) <= _SHORT and parse_education(said) == asked:
        return schooling_said(said)
    return schooling_said(education_name(asked))

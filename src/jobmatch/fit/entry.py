"""Entry: how easily the work is entered by somebody who has neither done nor studied it."""

import numpy as np

from jobmatch.fit import background
from jobmatch.fit.case import Case, Mask, Measured, Values
from jobmatch.messages import say
from jobmatch.text.licences import licence_classes
from jobmatch.text.seniority import LEAD

NAME = "entry"


def ease(case: Case) -> Values:
    """How easily the work is entered: 0 for work that must be learned first, 1 for work that is learned on the spot.

    Told from the schooling that postings of the same occupation usually ask, whatever this one says:
    cleaning is learned in a week, engineering is not. What the law licenses must be learned first, and who is to lead
    must have done the work.
    """
    return case.once("ease", lambda: case.on("work", "ease of work", _of_work) * case.on("kind", "open", _open))


def _of_work(case: Case) -> Values:
    numbers = case.settings.table("entry")
    usual = case.column("education_usual").astype(np.float64)
    share = (numbers["learned_first"] - usual) / (numbers["learned_first"] - numbers["learned_at_work"])
    return np.clip(share, 0, 1)


def _open(case: Case) -> Values:
    """How far the terms leave it open to newcomers: who leads others has done the work before."""
    learned = (case.market.hard_certificates.required[case.rows] > 0) | _drives_large(case)
    learned |= case.column("seniority") >= LEAD
    asks_years = case.column("years") > 0  # an unknown number is not
    return np.where(learned, 0.0, np.where(asks_years, case.settings.number("entry.though_years_asked"), 1.0))


def _drives_large(case: Case) -> Mask:
    """Work with a lorry or a bus, for which the licence is a trade of its own."""
    large = np.array([name[0] in "AB" for name in licence_classes()])
    licence = case.column("licence")
    return np.asarray((licence >= 0) & large[licence])


def measure(case: Case) -> Measured:
    """The ease; for who has done or studied the work there is nothing to enter."""
    return Measured(np.maximum(ease(case), background.strength(case)), np.ones(len(case.rows), dtype=np.bool_))


def reason(case: Case, at: int, value: float, known: bool) -> str:  # noqa: ARG001 - one shape for all
    """Why, for one row."""
    easy = float(ease(case.one(at))[0])
    word = "known" if easy < value else "easy" if value >= case.settings.number("entry.is_easy") else "hard"
    return say(f"reason.entry.{word}")

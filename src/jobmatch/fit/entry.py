"""Entry: how easily the work is entered by somebody who has neither done nor studied it."""

from functools import cache

import numpy as np

from jobmatch.fit import background, by_sort
from jobmatch.fit.case import Case, Mask, Measured, Values
from jobmatch.fit.certificates import licence_name, named
from jobmatch.fit.spread import Spread
from jobmatch.messages import listing, say
from jobmatch.text.asked.certificates import certificate_names, is_hard_certificate
from jobmatch.text.asked.licence_ladder import is_large, licence_classes
from jobmatch.text.work.crafts import COURSE, newcomers_trades
from jobmatch.text.work.seniority import LEAD
from jobmatch.text.work.trades import NONE, WAYS, are_among

NAME = "entry"


def ease(case: Case) -> Values:
    """How easily the work is entered: 0 for work that must be learned first, 1 for work that is learned on the spot.

    Told from the schooling that postings of the same occupation usually ask, whatever this one says:
    cleaning is learned in a week, engineering is not. Little schooling is asked of a cook or a fitter, and yet theirs
    is a craft. What the law licenses must be learned first, and who is to lead must have done the work. Public-welfare
    posts are there for people who find no other.
    """
    return case.once("ease", lambda: by_sort.held(case, "post", "ease", (), _ease).rows)


def _ease(case: Case) -> Values:
    by_work = ease_of_work(case) * by_sort.once(case, "kind", "open", _open)
    return np.where(case.column("public_welfare"), 1.0, by_work)


def ease_of_work(case: Case) -> Values:
    """How easily the work itself is learned, whatever papers and years the posting asks for."""
    return case.once("ease of work", lambda: _ease_held(case).rows)


def is_learned(case: Case, least: float) -> Mask:
    """Where the work itself is learned as easily as that."""
    return _ease_held(case).told(lambda ease: ease >= least)


def _ease_held(case: Case) -> Spread:
    return by_sort.held(case, "work", "ease of work", (), _of_work)


def _of_work(case: Case) -> Values:
    numbers = case.settings.table("entry")
    usual = case.column("education_usual").astype(np.float64)
    share = (numbers["learned_first"] - usual) / (numbers["learned_first"] - numbers["learned_at_work"])
    most = np.array([1.0, numbers["course"], numbers["craft"]])  # in the order of text.crafts
    eased = np.minimum(np.clip(share, 0, 1), most[case.column("craft")])
    eased = np.where(_taught(case), np.maximum(eased, numbers["newcomers"]), eased)
    return np.where(_unnamed(case), 0.0, eased)


def _taught(case: Case) -> Mask:
    """Where the title names work that is taught to newcomers, and no leading of others in it."""
    trades = case.column("trades")
    taught = are_among(trades, frozenset(trade * WAYS for trade in newcomers_trades()))
    return np.asarray(taught.any(axis=1) & (taught | (trades == NONE)).all(axis=1))


def _unnamed(case: Case) -> Mask:
    """Where the title does not say what work it is: nobody can be told that it is easy."""
    return np.asarray(case.column("occupation_first") == 0)


def _open(case: Case) -> Values:
    """How far the terms leave it open to newcomers: who leads others has done the work before."""
    learned = (case.market.hard_certificates.required[case.rows] > 0) | _drives_large(case)
    learned |= case.column("seniority") >= LEAD
    asks_years = case.column("years") > 0  # an unknown number is not
    return np.where(learned, 0.0, np.where(asks_years, case.settings.number("entry.though_years_asked"), 1.0))


def _drives_large(case: Case) -> Mask:
    """Work with a lorry or a bus, for which the licence is a trade of its own."""
    licence = case.column("licence")
    return np.asarray((licence >= 0) & _large()[licence])


@cache
def _large() -> Mask:
    return np.array([is_large(name) for name in licence_classes()])


def measure(case: Case) -> Measured:
    """The ease; for who has done or studied the work there is nothing to enter."""
    return Measured(np.maximum(ease(case), background.strength(case)), np.ones(len(case.rows), dtype=np.bool_))


def reason(case: Case, at: int, value: float, known: bool) -> str:  # noqa: ARG001 - one shape for all
    """Why, for one row."""
    few, place = case.beside(at)
    if float(ease(few)[place]) < value:
        same = float(background.nearest(few)[place]) >= case.settings.number("likeness.words.meets")
        return say(f"reason.entry.{'known' if same else 'near'}")
    if _unnamed(case)[at]:
        return say("reason.entry.unnamed")
    if value < case.settings.number("entry.is_easy"):
        return say(f"reason.entry.{'course' if case.column('craft')[at] == COURSE else 'hard'}")
    papers = listing(_papers(case, at))
    return say("reason.entry.with-papers", papers=papers) if papers else say("reason.entry.easy")


def _papers(case: Case, at: int) -> list[str]:
    """What nobody can do the work without, and takes longer than days to get: certificates and the driving licence."""
    row, names = int(case.rows[at]), certificate_names()
    asked = [names[which] for which, required in case.market.certificates.of_row(row) if required]
    licence = int(case.market.licence[row])
    drives = [licence_name(licence, case.facts.in_taiwan)] if licence >= 0 else []
    return named(case, row, list(filter(is_hard_certificate, asked))) + drives

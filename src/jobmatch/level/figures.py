"""What the market says to one client: openings in reach, for the goal, qualified for, pay, gettable."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import cast

import numpy as np
from numpy.typing import NDArray

from jobmatch.fit import entry, occupation
from jobmatch.fit.case import Case
from jobmatch.fit.limits import UNKNOWN, States
from jobmatch.fit.quantiles import quantiles
from jobmatch.ranking.ranked import Ranked
from jobmatch.records.assessment import MarketFigures

# Hours are what somebody wishes for, or what somebody to care for or the body leaves: then they are a condition.
_BOUND = ("care", "hours", "shift", "night_shift")
_QUARTILES = (0.25, 0.5, 0.75)
_UPPER = (0.75,)


@dataclass(frozen=True, eq=False)
class Figures:
    """The figures as shown, and two shares that the rules use."""

    shown: MarketFigures
    postings_in_reach: int
    best_pay_of_goal: float | None  # what the better paying quarter of the goal's postings goes up to
    strength_in_goal: float | None  # how near the nearer quarter of them is to work history and study
    free_for_goal: int  # of the openings qualified for those that break no limit of the client's own
    for_strengths: int  # openings near work history and study for which the client qualifies
    pay_of_strengths: float | None  # the middle of what they offer
    unknown_bars: tuple[str, ...]  # what openings for the goal ask and nobody knows of the client, by kind
    within_conditions: int | None  # openings in reach that ask no more than the client brings; None: enough are likely


def measure(ranked: Ranked, able: Ranked, states: States) -> Figures:
    """The figures; ``ranked`` and ``states`` are of everything open in reach, ``able`` of what breaks no limit.

    ``ranked`` knows at least how near the work is and whether the bars are met, ``able`` the chance as well.
    """
    case = ranked.case
    there = case.held("kind", "there", (), _there).rows
    is_goal = there & ranked.fit.surely("occupation", case.settings.number("slate.is_goal"))
    is_strong = there & ranked.fit.reaches("background", case.settings.number("slate.is_strength"))
    goal, qualified = np.flatnonzero(is_goal), _qualified(ranked, states, np.flatnonzero(is_goal | is_strong))
    qualified_for_goal, strengths = qualified[is_goal[qualified]], qualified[is_strong[qualified]]
    unknown = _unknown(ranked, states, qualified_for_goal)
    passing = cast("NDArray[np.intp]", able.case.positions)
    gettable = passing[there[passing] & able.attainable]
    of_goal = goal if case.facts.wanted else there
    said = case.facts.client.attitude
    shown = MarketFigures(
        openings_in_reach=_openings(case, there),
        for_goal=_openings(case, goal),
        qualified_for_goal=_openings(case, qualified_for_goal),
        pay_quartiles=_rounded(case.pay_quantiles("offered", of_goal, _QUARTILES)),
        # what the client would accept is held against the market; what is only wished for is no misjudgement
        pay_expected=said.pay_wanted if said.pay_min is None else said.pay_min,
        gettable=_openings(case, gettable),
        qualified_unknown=case.market.counted_openings(case.rows[_any_of(case, unknown.values())]),
    )
    return Figures(
        shown=shown,
        postings_in_reach=int(there.sum()),
        best_pay_of_goal=_first(case.pay_quantiles("max", goal, _UPPER)),
        strength_in_goal=_strength_in_goal(ranked, goal),
        free_for_goal=_openings(case, passing[_any_of(case, [qualified_for_goal])[passing]]),
        for_strengths=_openings(case, strengths),
        pay_of_strengths=(_rounded(case.pay_quantiles("offered", strengths, _QUARTILES)) or (None, None, None))[1],
        unknown_bars=tuple(kind for kind, rows in unknown.items() if len(rows)),
        within_conditions=_within_conditions(ranked, states, there, shown.gettable),
    )


def _there(case: Case) -> NDArray[np.bool_]:
    """The posts of the market, whatever the client's wishes: none of public welfare, none that asks for money."""
    return np.asarray(~(case.column("public_welfare") | case.column("asks_money")))


def _strength_in_goal(ranked: Ranked, goal: NDArray[np.intp]) -> float | None:
    """How near the best of the wishes is to work history and study: who also wants other work leaves nothing aside."""
    at = goal[ranked.fit.known.held["background"].at(goal)]
    case, near = ranked.case.part(at), ranked.fit.values.held["background"].at(at)
    is_goal, wishes = case.settings.number("slate.is_goal"), case.facts.wanted
    if len(wishes) == 1:  # then all of them are near to it
        return _first(quantiles(near, None, _UPPER))
    of_wish = (near[occupation.likeness_to(case, wish) >= is_goal] for wish in wishes)
    upper = (_first(quantiles(values, None, _UPPER)) for values in of_wish)
    return max((quartile for quartile in upper if quartile is not None), default=None)


def _qualified(ranked: Ranked, states: States, at: NDArray[np.intp]) -> NDArray[np.intp]:
    """Of the rows at some positions those whose requirements are met as far as known: schooling, papers …."""
    least_learned = ranked.case.settings.number("level.learned")
    met = ranked.fit.perhaps("background", least_learned, at)
    met |= entry.ease_of_work(ranked.case.part(at)) >= least_learned
    met &= states.only(("certificate", "licence", "age", "health")).cut(at).passes
    for name, least in ranked.case.settings.table("level.qualified").items():
        met &= ranked.fit.perhaps(name, least, at)
    return at[met]


def _within_conditions(ranked: Ranked, states: States, there: NDArray[np.bool_], gettable: int) -> int | None:
    """How many openings ask no more than the client brings, whatever the pay, the place and the hours wished for.

    Who has enough that are likely is within reach of enough, and is not counted for.
    """
    if gettable >= ranked.case.settings.number("level.enough_openings"):
        return None
    qualified = _qualified(ranked, states, np.flatnonzero(there))
    client = ranked.case.facts.client
    if client.family.care_duties or client.conditions.health_limits:
        qualified = qualified[states.only(_BOUND).cut(qualified).passes]
    return _openings(ranked.case, qualified)


def _unknown(ranked: Ranked, states: States, at: NDArray[np.intp]) -> dict[str, NDArray[np.intp]]:
    """Of some rows those that ask a paper, schooling or years of which nobody knows whether the client has them.

    Such a row counts as qualified for, since an unknown never counts against a client; and it is told apart.
    """
    case = ranked.case.part(at)
    papers = {kind: states.held[kind].at(at) == UNKNOWN for kind in ("certificate", "licence")}
    bars = {"education": case.column("education"), "experience": case.column("years")}
    unknown = papers | {name: (asked > 0) & ~ranked.fit.known.held[name].at(at) for name, asked in bars.items()}
    return {kind: at[rows] for kind, rows in unknown.items()}


def _any_of(case: Case, several: Iterable[NDArray[np.intp]]) -> NDArray[np.bool_]:
    """Which rows stand at any of several lists of positions; np.union1d would load what numpy has for masked arrays."""
    found = np.zeros(len(case.rows), dtype=np.bool_)
    for positions in several:
        found[positions] = True
    return found


def _openings(case: Case, which: NDArray[np.bool_] | NDArray[np.intp]) -> int:
    return int(case.column("counted")[which].sum())


def quartiles(pay: NDArray[np.float64]) -> tuple[float, float, float] | None:
    """The quartiles of what is said of pay, in whole units; None where nothing is."""
    return _rounded(quantiles(pay, None, _QUARTILES))


def _rounded(pay: NDArray[np.float64] | None) -> tuple[float, float, float] | None:
    if pay is None:
        return None
    low, middle, high = np.round(pay).tolist()
    return low, middle, high


def _first(found: NDArray[np.float64] | None) -> float | None:
    return None if found is None else float(found[0])

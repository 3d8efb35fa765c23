"""What the market says to one client: openings in reach, for the goal, qualified for, pay, gettable."""

from dataclasses import dataclass
from typing import cast

import numpy as np
from numpy.typing import NDArray

from jobmatch.fit.limits import States
from jobmatch.fit.quantiles import quantiles
from jobmatch.level.demand import QUARTILES, Demand, rounded
from jobmatch.ranking.ranked import Ranked
from jobmatch.records.assessment import MarketFigures

# Hours are what somebody wishes for, or what somebody to care for or the body leaves: then they are a condition.
_BOUND = ("care", "hours", "shift", "night_shift")


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


def measure(demand: Demand, able: Ranked, states: States) -> Figures:
    """The figures; ``demand`` and ``states`` are of everything open in reach, ``able`` of what breaks no limit.

    ``demand`` knows at least how near the work is and whether the bars are met, ``able`` the chance as well.
    """
    passing, said = cast("NDArray[np.intp]", able.case.positions), able.case.facts.client.attitude
    shown = MarketFigures(
        openings_in_reach=demand.openings(demand.there),
        for_goal=demand.openings(demand.goal),
        qualified_for_goal=demand.openings(demand.qualified_for_goal),
        pay_quartiles=demand.pay,
        # what the client would accept is held against the market; what is only wished for is no misjudgement
        pay_expected=said.pay_wanted if said.pay_min is None else said.pay_min,
        gettable=demand.openings(passing[demand.there[passing] & able.attainable]),
        qualified_unknown=demand.qualified_unknown,
    )
    return Figures(
        shown=shown,
        postings_in_reach=int(demand.there.sum()),
        best_pay_of_goal=demand.best_pay_of_goal,
        strength_in_goal=demand.strength_in_goal,
        free_for_goal=demand.openings(passing[demand.any_of([demand.qualified_for_goal])[passing]]),
        for_strengths=demand.openings(demand.strengths),
        pay_of_strengths=demand.pay_of_strengths,
        unknown_bars=tuple(kind for kind, rows in demand.unknown.items() if len(rows)),
        within_conditions=_within_conditions(demand, able, states, shown.gettable),
    )


def _within_conditions(demand: Demand, able: Ranked, states: States, gettable: int) -> int | None:
    """How many openings ask no more than the client brings, whatever the pay, the place and the hours wished for.

    Who has enough that are likely is within reach of enough, and is not counted for.
    """
    if gettable >= able.case.settings.number("level.enough_openings"):
        return None
    client, qualified = able.case.facts.client, demand.qualified
    if client.family.care_duties or client.conditions.health_limits:
        qualified = qualified[states.only(_BOUND).cut(qualified).passes]
    return demand.openings(qualified)


def quartiles(pay: NDArray[np.float64]) -> tuple[float, float, float] | None:
    """The quartiles of what is said of pay, in whole units; None where nothing is."""
    return rounded(quantiles(pay, None, QUARTILES))

"""What the market says to one client: openings in reach, for the goal, qualified for, pay, gettable."""

from dataclasses import dataclass
from functools import cached_property
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
    """The figures as shown, and those that only the rules use: each is found when a rule asks for it.

    ``demand`` and ``states`` are of everything open in reach, ``able`` is of what breaks no limit. ``demand`` knows at
    least how near the work is and whether the bars are met, ``able`` the chance as well.
    """

    demand: Demand
    able: Ranked
    states: States

    @cached_property
    def shown(self) -> MarketFigures:
        """What everybody is shown."""
        demand, said = self.demand, self.able.case.facts.client.attitude
        return MarketFigures(
            openings_in_reach=demand.openings(demand.there),
            for_goal=demand.openings(demand.goal),
            qualified_for_goal=demand.openings(demand.qualified_for_goal),
            pay_quartiles=demand.pay,
            # what the client would accept is held against the market; what is only wished for is no misjudgement
            pay_expected=said.pay_wanted if said.pay_min is None else said.pay_min,
            gettable=demand.openings(self._passing[demand.there[self._passing] & self.able.attainable]),
            qualified_unknown=demand.qualified_unknown,
        )

    @property
    def _passing(self) -> NDArray[np.intp]:
        return cast("NDArray[np.intp]", self.able.case.positions)

    @cached_property
    def postings_in_reach(self) -> int:
        """How many postings there are."""
        return int(np.count_nonzero(self.demand.there))

    @property
    def best_pay_of_goal(self) -> float | None:
        """What the better paying quarter of the goal's postings goes up to."""
        return self.demand.best_pay_of_goal

    @property
    def strength_in_goal(self) -> float | None:
        """How near the nearer quarter of them is to work history and study."""
        return self.demand.strength_in_goal

    @cached_property
    def free_for_goal(self) -> int:
        """Of the openings qualified for those that break no limit of the client's own."""
        qualified = self.demand.any_of([self.demand.qualified_for_goal])
        return self.demand.openings(self._passing[qualified[self._passing]])

    @cached_property
    def for_strengths(self) -> int:
        """Openings near work history and study for which the client qualifies."""
        return self.demand.openings(self.demand.strengths)

    @property
    def pay_of_strengths(self) -> float | None:
        """The middle of what they offer."""
        return self.demand.pay_of_strengths

    @cached_property
    def unknown_bars(self) -> tuple[str, ...]:
        """What openings for the goal ask and nobody knows of the client, by kind."""
        return tuple(kind for kind, rows in self.demand.unknown.items() if len(rows))

    @cached_property
    def within_conditions(self) -> int | None:
        """How many openings ask no more than the client brings, whatever the pay, the place and the hours wished for.

        None for who has enough that are likely: they are within reach of enough, and are not counted for.
        """
        if self.shown.gettable >= self.able.case.settings.number("level.enough_openings"):
            return None
        client, qualified = self.able.case.facts.client, self.demand.qualified
        if client.family.care_duties or client.conditions.health_limits:
            qualified = qualified[self.states.only(_BOUND).cut(qualified).passes]
        return self.demand.openings(qualified)


def quartiles(pay: NDArray[np.float64]) -> tuple[float, float, float] | None:
    """The quartiles of what is said of pay, in whole units; None where nothing is."""
    return rounded(quantiles(pay, None, QUARTILES))

"""What the market says to one client: openings in reach, for the goal, qualified for, pay, gettable."""

from collections.abc import Callable
from dataclasses import dataclass, fields
from typing import cast

import numpy as np
from numpy.typing import NDArray

from jobmatch.fit.spread import Cut, quantiles, those
from jobmatch.fit.states import States
from jobmatch.lazily import cached_property
from jobmatch.level.demand import QUARTILES, Demand, rounded
from jobmatch.ranking.ranked import Ranked
from jobmatch.records.assessment import MarketFigures
from jobmatch.records.client import Client

# Hours are what somebody wishes for, or what somebody to care for or the body leaves: then they are a condition.
_BOUND = ("care", "hours", "shift", "night_shift")


@dataclass(frozen=True, eq=False)
class Figures:
    """The figures as shown, and those that only the rules use: each is found when it is asked for.

    ``demand``, ``states`` and ``passes`` are of everything open in reach: how near the work is and whether the bars are
    met, the limits, and which rows break none. ``near`` is of what breaks none and is related, ``able`` gives all that
    breaks none; both know the chance as well, which is best not asked of so many rows.
    """

    demand: Demand
    states: States
    passes: NDArray[np.bool_]
    near: Ranked
    able: Callable[[], Ranked]

    @cached_property
    def shown(self) -> MarketFigures:
        """The figures that people see."""
        names = (field.name for field in fields(MarketFigures))
        return MarketFigures(**{name: getattr(self, name) for name in names})

    @property
    def openings_in_reach(self) -> int:
        """Openings of all that is there."""
        return self.demand.in_reach[1]

    @cached_property
    def for_goal(self) -> int:
        """Those for the goal."""
        return self.demand.openings(self.demand.goal)

    @cached_property
    def qualified_for_goal(self) -> int:
        """Of these those whose requirements are met as far as known."""
        return self.demand.openings(self.demand.qualified_for_goal)

    @property
    def qualified_unknown(self) -> int:
        """Of these those that ask what nobody knows of the client."""
        return self.demand.qualified_unknown

    @property
    def pay_quartiles(self) -> tuple[float, float, float] | None:
        """What the openings for the goal offer, without a goal what all offer."""
        return self.demand.pay

    @property
    def pay_expected(self) -> float | None:
        """What the client would accept; what is only wished for, held against the market, is no misjudgement."""
        said = self._client.attitude
        return said.pay_wanted if said.pay_min is None else said.pay_min

    @cached_property
    def gettable(self) -> int:
        """Openings that may well be got."""
        return self._gettable_of(self.able())

    def _gettable_of(self, ranked: Ranked) -> int:
        rows = cast("NDArray[np.intp]", ranked.case.positions)
        return self.demand.openings(those(rows, self.demand.there[rows] & ranked.attainable))

    @property
    def postings_in_reach(self) -> int:
        """How many postings are there."""
        return self.demand.in_reach[0]

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
        rows = self.demand.qualified_for_goal
        return self.demand.openings(those(rows, self.passes[rows]))

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

        None for who has enough that are likely, of which it is asked last: so many rows would have to be looked at.
        """
        enough = self.near.case.settings.number("level.enough_openings")
        if self._gettable_of(self.near) >= enough:
            return None
        within = self._within()
        return within if within >= enough or self.gettable < enough else None

    def _within(self) -> int:
        qualified = self.demand.qualified
        if self._client.family.care_duties or self._client.conditions.health_limits:
            qualified = qualified[self.states.only(_BOUND).cut(Cut(qualified)).passes]
        return self.demand.openings(qualified)

    @property
    def _client(self) -> Client:
        return self.near.case.facts.client


def quartiles(pay: NDArray[np.float64]) -> tuple[float, float, float] | None:
    """The quartiles of what is said of pay, in whole units; None where nothing is."""
    return rounded(quantiles(pay, None, QUARTILES))

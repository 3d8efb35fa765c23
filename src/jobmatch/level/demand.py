"""What the market asks of one client, whatever the pay, the place and the hours wished for."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from jobmatch.fit import by_sort, entry, occupation
from jobmatch.fit.case import Case
from jobmatch.fit.offered_pay import pay_quantiles
from jobmatch.fit.spread import quantiles, those
from jobmatch.fit.states import UNKNOWN, States
from jobmatch.lazily import cached_property
from jobmatch.ranking.ranked import Ranked

Positions = NDArray[np.intp]

_BARS: Final = ("certificate", "licence", "age", "health", "reserved")
# The limits and features that all this rests on, beside the features that make somebody qualified (level.qualified).
LOOKS_AT: Final = ("asks_money", "public_welfare", *_BARS, "occupation", "background")
QUARTILES: Final = (0.25, 0.5, 0.75)
_UPPER: Final = (0.75,)


@dataclass(frozen=True, eq=False)
class Demand:
    """Which openings in reach there are, are for the goal, are near to what the client did, and may be had.

    ``ranked`` and ``states`` are of everything open in reach; rows are told by their positions there. What is looked
    for is found once, and holds for whoever differs in nothing of which ``LOOKS_AT`` tells.
    """

    ranked: Ranked
    states: States

    @property
    def _case(self) -> Case:
        return self.ranked.case

    @cached_property
    def there(self) -> NDArray[np.bool_]:
        """Which rows are openings at all."""
        kept = self._case.kept
        return _ordinary(self._case) if kept is None else kept.once("ordinary", lambda: _ordinary(self._case))

    @cached_property
    def _is_goal(self) -> NDArray[np.bool_]:
        return self.there & self.ranked.fit.surely("occupation", self._case.settings.number("slate.is_goal"))

    @cached_property
    def _is_strong(self) -> NDArray[np.bool_]:
        return self.there & self.ranked.fit.reaches("background", self._case.settings.number("slate.is_strength"))

    @cached_property
    def goal(self) -> Positions:
        """The openings for the goal."""
        return np.flatnonzero(self._is_goal)

    @cached_property
    def _qualified(self) -> Positions:
        near = self._is_goal | self._is_strong
        return (
            those(self.qualified, near[self.qualified])
            if by_sort.are_few(self._case)
            else self._met(np.flatnonzero(near))
        )

    @property
    def qualified_for_goal(self) -> Positions:
        """Those whose requirements are met as far as known."""
        return those(self._qualified, self._is_goal[self._qualified])

    @property
    def strengths(self) -> Positions:
        """The openings near work history and study whose requirements are met as far as known."""
        return those(self._qualified, self._is_strong[self._qualified])

    @cached_property
    def qualified(self) -> Positions:
        """All openings whose requirements are met as far as known."""
        return self._met(np.flatnonzero(self.there))

    def _met(self, at: Positions) -> Positions:
        """Of the rows at some positions those whose requirements are met as far as known: schooling, papers …."""
        fit, settings, part = self.ranked.fit, self._case.settings, self._case.part(at)
        least_learned, cut = settings.number("level.learned"), part.as_cut
        met = fit.perhaps("background", least_learned, cut)
        met |= entry.is_learned(part, least_learned)
        met &= self.states.only(_BARS).cut(cut).passes
        for name, least in settings.table("level.qualified").items():
            met &= fit.perhaps(name, least, cut)
        return those(at, met)

    @cached_property
    def unknown(self) -> dict[str, Positions]:
        """Of the openings qualified for those that ask a paper, schooling or years of which nobody knows.

        Such a row counts as qualified for, since an unknown never counts against a client; and it is told apart.
        """
        at, known = self.qualified_for_goal, self.ranked.fit.known.held
        case = self._case.part(at)
        papers = {kind: self.states.held[kind].at(at) == UNKNOWN for kind in ("certificate", "licence")}
        bars = {"education": case.column("education"), "experience": case.column("years")}
        unknown = papers | {name: (asked > 0) & ~known[name].at(at) for name, asked in bars.items()}
        return {kind: those(at, rows) for kind, rows in unknown.items()}

    @cached_property
    def qualified_unknown(self) -> int:
        """How many openings these are."""
        return self._case.market.counted_openings(self._case.rows[self.any_of(self.unknown.values())])

    @cached_property
    def strength_in_goal(self) -> float | None:
        """How near the best of the wishes is to work history and study: who wants other work too leaves none aside."""
        near = self.ranked.fit.values.held["background"]
        at = those(self.goal, self.ranked.fit.known.held["background"].at(self.goal))
        case, near_at = self._case.part(at), near.at(at)
        is_goal, wishes = case.settings.number("slate.is_goal"), case.facts.wanted
        if len(wishes) == 1:  # then all of them are near to it
            return first(quantiles(near_at, None, _UPPER))
        of_wish = (those(near_at, occupation.is_near(case, wish, is_goal)) for wish in wishes)
        upper = (first(quantiles(values, None, _UPPER)) for values in of_wish)
        return max((quartile for quartile in upper if quartile is not None), default=None)

    @cached_property
    def pay(self) -> tuple[float, float, float] | None:
        """The quartiles of what the openings for the goal offer, without a goal of what all offer."""
        of_goal = self.goal if self._case.facts.wanted else self.there
        return rounded(pay_quantiles(self._case, "offered", of_goal, QUARTILES))

    @cached_property
    def best_pay_of_goal(self) -> float | None:
        """What the better paying quarter of the openings for the goal goes up to."""
        return first(pay_quantiles(self._case, "max", self.goal, _UPPER))

    @cached_property
    def pay_of_strengths(self) -> float | None:
        """The middle of what the openings near work history and study offer."""
        return (rounded(pay_quantiles(self._case, "offered", self.strengths, QUARTILES)) or (None, None, None))[1]

    @property
    def in_reach(self) -> tuple[int, int]:
        """How many postings are openings at all, and how many openings these have."""
        kept = self._case.kept
        return self._in_reach() if kept is None else kept.once("openings", self._in_reach)

    def _in_reach(self) -> tuple[int, int]:
        return int(np.count_nonzero(self.there)), self.openings(self.there)

    def openings(self, which: NDArray[np.bool_] | Positions) -> int:
        """How many openings some rows have."""
        return int(self._case.column("counted")[which].sum())

    def any_of(self, several: Iterable[Positions]) -> NDArray[np.bool_]:
        """Which rows stand at any of several lists; np.union1d would load what numpy has for masked arrays."""
        found = np.zeros(len(self._case.rows), dtype=np.bool_)
        for positions in several:
            found[positions] = True
        return found


def _ordinary(case: Case) -> NDArray[np.bool_]:
    return by_sort.held(case, "kind", "ordinary", (), _is_ordinary).rows


def _is_ordinary(case: Case) -> NDArray[np.bool_]:
    """The posts of the market, whatever the client's wishes: none of public welfare, none that asks for money."""
    return np.asarray(~(case.column("public_welfare") | case.column("asks_money")))


def rounded(pay: NDArray[np.float64] | None) -> tuple[float, float, float] | None:
    """Quartiles of pay in whole units."""
    if pay is None:
        return None
    low, middle, high = np.round(pay).tolist()
    return low, middle, high


def first(found: NDArray[np.float64] | None) -> float | None:
    """The one quantile that was asked for."""
    return None if found is None else float(found[0])

"""``Ranked``: rows of the market with their fit and scores for one client; ``best`` puts them in order."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from jobmatch.fit.case import Case
from jobmatch.fit.features import FEATURES, Fit, measure
from jobmatch.ranking.model import Model, Side
from jobmatch.ranking.surplus import Scores, score, sigmoid


@dataclass(frozen=True, eq=False)
class Ranked:
    """Rows in the order of the market, with all that was measured of them."""

    case: Case
    model: Model
    fit: Fit

    @cached_property
    def chance(self) -> NDArray[np.float64]:
        """The attainability alone, by what was measured so far."""
        return sigmoid(self.model.chance.base + self._chance_shift)

    @cached_property
    def scores(self) -> Scores:
        """All scores of each row."""
        return score(self.model, self._chance_shift, shift(self.model.use, self.model.neutral, self.fit))

    @cached_property
    def _chance_shift(self) -> NDArray[np.float64]:
        return shift(self.model.chance, self.model.neutral, self.fit)

    def best(self, most: int, among: NDArray[np.bool_] | None = None) -> NDArray[np.intp]:
        """The ``most`` best positions, best first; equal scores stand in the order of place and id."""
        positions = np.arange(len(self.scores.score)) if among is None else np.flatnonzero(among)
        scores = self.scores.score[positions]
        if len(positions) > most:
            bar = np.partition(scores, -most)[-most]
            positions, scores = positions[scores >= bar], scores[scores >= bar]
        return positions[np.argsort(-scores, kind="stable")][:most]

    @cached_property
    def fits(self) -> NDArray[np.bool_]:
        """Which positions are good enough to hand over, shape (rows,): above the bars of the level, and related."""
        bars = self.model.surplus
        above = (self.scores.chance >= bars.least_chance) & (self.scores.use >= bars.least_use)
        return above & self.related

    @property
    def related(self) -> NDArray[np.bool_]:
        """Near to the goal, or to work history and study; without a goal also what is easily entered."""
        least = self.case.settings.table("slate")
        near = (self.fit.values["background"] >= least["related"]) & self.fit.known["background"]
        if self.case.facts.wanted:
            return near | (self.fit.values["occupation"] >= least["related"])
        return near | (self.fit.values["entry"] >= least["easily_entered"])


def shift(side: Side, neutral: Mapping[str, float], fit: Fit) -> NDArray[np.float64]:
    """How far the features move one side's log-odds away from neutral, shape (rows,)."""
    moved = np.zeros(len(next(iter(fit.values.values()))))
    for name in {**side.weights, **side.bent}:
        if name in fit.values:
            moved += side.pull(name, fit.values[name], neutral[name])
    # nine digits: the last bits depend on the order of a sum, and no rank may hang on them
    return np.round(moved, 9)


def rank_by_chance(case: Case, model: Model) -> Ranked:
    """Measure what decides the chance, for every row of the case; the use is not looked at yet."""
    return Ranked(case, model, measure(case, model.neutral, {**model.chance.weights, **model.chance.bent}))


def rank_part(everything: Ranked, positions: NDArray[np.intp], model: Model) -> Ranked:
    """Measure the rest for some of the rows, to be scored by a model."""
    part, measured = everything.case.part(positions), everything.fit.at(positions)
    rest = measure(part, model.neutral, set(FEATURES) - set(measured.values))
    return Ranked(part, model, measured.with_more(rest))


def rank(case: Case, model: Model) -> Ranked:
    """Measure every row of the case."""
    return Ranked(case, model, measure(case, model.neutral))

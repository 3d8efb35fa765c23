"""``Ranked``: rows of the market with their fit and scores for one client; ``best`` puts them in order."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from jobmatch.fit.case import Case
from jobmatch.fit.features import FEATURES, Fit, measure
from jobmatch.ranking.model import Model, Side
from jobmatch.ranking.surplus import Scores, score


@dataclass(frozen=True, eq=False)
class Ranked:
    """Rows in the order of the market, with all that was measured of them."""

    case: Case
    model: Model
    fit: Fit
    scores: Scores

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
        return above & self._related

    @property
    def _related(self) -> NDArray[np.bool_]:
        """Near to the goal, or to work history and study; without a goal also what is easily entered."""
        least = self.case.settings.table("slate")
        near = (self.fit.values["background"] >= least["related"]) & self.fit.known["background"]
        if self.case.facts.wanted:
            return near | (self.fit.values["occupation"] >= least["related"])
        return near | (self.fit.values["entry"] >= least["easily_entered"])


def shift(side: Side, neutral: Mapping[str, float], fit: Fit) -> NDArray[np.float64]:
    """How far the features move one side's log-odds away from neutral, shape (rows,)."""
    moved = np.zeros(len(next(iter(fit.values.values()))))
    for name, weight in side.weights.items():
        if name in fit.values:
            moved += weight * (fit.values[name] - neutral[name])
    # nine digits: the last bits depend on the order of a sum, and no rank may hang on them
    return np.round(moved, 9)


def rank_by_chance(case: Case, model: Model) -> Ranked:
    """Measure what decides the chance, for every row of the case; the use is not looked at yet."""
    return scored(case, model, measure(case, model.neutral, model.chance.weights))


def rank_part(everything: Ranked, positions: NDArray[np.intp], model: Model) -> Ranked:
    """Measure the rest for some of the rows, and score them by a model."""
    part, measured = everything.case.part(positions), everything.fit.at(positions)
    rest = measure(part, model.neutral, set(FEATURES) - set(measured.values))
    return scored(part, model, measured.with_more(rest))


def rank(case: Case, model: Model) -> Ranked:
    """Measure and score every row of the case."""
    return scored(case, model, measure(case, model.neutral))


def scored(case: Case, model: Model, fit: Fit) -> Ranked:
    """Score what was measured."""
    chance, use = (shift(side, model.neutral, fit) for side in (model.chance, model.use))
    return Ranked(case, model, fit, score(model, chance, use))

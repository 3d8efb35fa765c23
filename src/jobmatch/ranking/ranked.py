"""``Ranked``: rows of the market with their fit and scores for one client, best first."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from jobmatch.fit.case import Case
from jobmatch.fit.features import Fit, measure
from jobmatch.ranking.model import Model, Side
from jobmatch.ranking.surplus import Scores, score


@dataclass(frozen=True, eq=False)
class Ranked:
    """Rows in the order of the market, with all that was measured of them."""

    case: Case
    model: Model
    fit: Fit
    scores: Scores

    @cached_property
    def order(self) -> NDArray[np.intp]:
        """Positions from best to worst; equal scores stand in the order of place and id."""
        return np.argsort(-self.scores.score, kind="stable")

    @cached_property
    def fits(self) -> NDArray[np.bool_]:
        """Positions good enough to hand over: chance and use above the bars of the level."""
        bars = self.model.surplus
        return (self.scores.chance >= bars.least_chance) & (self.scores.use >= bars.least_use)


def shift(side: Side, neutral: dict[str, float], fit: Fit) -> NDArray[np.float64]:
    """How far the features move one side's log-odds away from neutral, shape (rows,)."""
    moves = [weight * (fit.values[name] - neutral[name]) for name, weight in side.weights.items()]
    # nine digits: the last bits depend on the order of a sum, and no rank may hang on them
    return np.round(np.sum(moves, axis=0), 9)


def rank(case: Case, model: Model) -> Ranked:
    """Measure and score every row of the case."""
    fit = measure(case, model.neutral)
    chance, use = (shift(side, model.neutral, fit) for side in (model.chance, model.use))
    return Ranked(case, model, fit, score(model, chance, use))

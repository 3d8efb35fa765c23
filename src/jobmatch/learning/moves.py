r"""``learn``: how far outcomes move the weights away from what is known without them.

On each side, p and U, the log-odds are those of the weights in force plus b + x·d, where x is what each
feature differs from its neutral value. b and d are the most probable ones under normal priors around zero
(ridge regression around the knowledge, as in Hoerl and Kennard 1970, with an offset): no outcome gives b = d = 0
and so exactly today's scores, and each outcome moves them a little. No weight may turn negative: what speaks
for a job today never speaks against it tomorrow.

What was shown and never answered counts as a refusal only as far as it was seen. How often the place r of
a list is looked at, θ_r, is learned with the preference γ (regression EM after Wang et al. 2018): who looks
takes the job up with γ, else declines or, with s, says nothing; θ of the first place is 1.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from jobmatch.learning.pairs import NAMES, Pairs, Values
from jobmatch.ranking.model import model_of
from jobmatch.ranking.surplus import sigmoid, softplus
from jobmatch.settings import Settings

LEVELS = (1, 2, 3)
_EM_ROUNDS, _SETTLED = 40, 2e-4  # rounds at most; a change of the places' shares that ends them


@dataclass(frozen=True, eq=False)
class Move:
    """What one side's log-odds gain: a base and a weight a feature, shape (features,) in the order of ``NAMES``."""

    base: float
    weights: Values

    @classmethod
    def none(cls) -> "Move":
        """Nothing learned."""
        return cls(0.0, np.zeros(len(NAMES)))

    def of(self, values: Values) -> Values:
        """What it adds to the log-odds of pairs."""
        moved: Values = self.base + values @ self.weights
        return moved


@dataclass(frozen=True, eq=False)
class Learned:
    """Both sides, how often each place of a list is looked at, and how many pairs told of each."""

    chance: Move
    use: Move
    looked_at: dict[int, float]
    told: dict[str, int]


def learn(pairs: Pairs, settings: Settings, least: Mapping[str, Values] | None = None) -> Learned:
    """The moves of both sides for all pairs.

    ``least`` is how far the weights of each side may fall; where it is not given none turns negative at any level.
    """
    least = least or {side: _least(settings, side) for side in ("chance", "use")}
    known = ~np.isnan(pairs.reached)
    chance = fit_move(
        pairs.chance[known], pairs.values[known], pairs.reached[known], np.ones(known.sum()), least["chance"], settings
    )
    use, looked_at = _preference(pairs, least["use"], settings)
    told = {
        "chance": int(known.sum()),
        "use": int((~np.isnan(pairs.accepted)).sum()),
        "silent": int(pairs.silent.sum()),
    }
    return Learned(chance, use, looked_at, told)


def _least(settings: Settings, side: str) -> Values:
    """How far each weight may fall: to zero at the level where it is least; who has none may gain some."""
    weights = [getattr(model_of(settings, level), side).weights for level in LEVELS]
    return np.array([-min(one.get(name, 0.0) for one in weights) for name in NAMES])


def _preference(pairs: Pairs, least: Values, settings: Settings) -> tuple[Move, dict[int, float]]:
    used = ~np.isnan(pairs.accepted) | pairs.silent
    part = pairs.at(used)
    taken = np.nan_to_num(part.accepted)
    places, of_place = np.unique(part.rank, return_inverse=True)
    looked = np.where(places <= 1, 1.0, settings.number("learning.looked_at"))
    move, quiet = Move(0.0, np.zeros(len(least))), 0.5
    declined = (part.accepted == 0).sum()
    for _ in range(_EM_ROUNDS if part.silent.any() else 1):
        unmoved = looked[of_place] * (1 - sigmoid(part.use + move.of(part.values))) * quiet
        seen = np.where(part.silent, unmoved / (1 - looked[of_place] + unmoved), 1.0)
        quiet = (silent := seen[part.silent].sum()) / max(silent + declined, 1e-9)
        move = fit_move(part.use, part.values, taken, seen, least, settings, move)
        counts, before = np.bincount(of_place, minlength=len(places)), looked
        looked = np.where(places <= 1, 1.0, np.bincount(of_place, seen, len(places)) / np.maximum(counts, 1))
        if np.abs(looked - before).max(initial=0.0) < _SETTLED:
            break
    return move, {int(place): round(float(share), 3) for place, share in zip(places, looked, strict=True) if place}


def fit_move(
    offset: Values,
    values: Values,
    label: Values,
    weight: Values,
    least: Values,
    settings: Settings,
    start: Move | None = None,
) -> Move:
    """The most probable move; labels lie between 0 and 1. Without a pair it is no move at all.

    Where it begins (``start``) changes how long it takes, and nothing else.

    >>> from jobmatch.settings import load
    >>> none = np.zeros(0)
    >>> move = fit_move(none, np.zeros((0, len(NAMES))), none, none, np.zeros(len(NAMES)), load())
    >>> move.base, float(np.abs(move.weights).max())
    (0.0, 0.0)
    """
    start = start or Move(0.0, np.zeros(len(least)))
    if not len(offset):
        return start
    from scipy.optimize import minimize

    base, own = settings.number("learning.base_spread"), settings.number("learning.weight_spread")
    spread = np.array([base] + [own] * len(least))

    def cost(move: NDArray[Any]) -> tuple[float, NDArray[Any]]:
        odds = offset + Move(move[0], move[1:]).of(values)
        off = weight * (sigmoid(odds) - label)
        loss = weight @ (softplus(odds) - label * odds) + 0.5 * np.sum((move / spread) ** 2)
        return float(loss), np.append(off.sum(), off @ values) + move / spread**2

    bounds = [(None, None), *((float(low), None) for low in least)]
    found = minimize(cost, np.append(start.base, start.weights), jac=True, method="L-BFGS-B", bounds=bounds)
    moved = np.round(found.x, 6)  # the last digits hang on the order of sums
    return Move(float(moved[0]), moved[1:])

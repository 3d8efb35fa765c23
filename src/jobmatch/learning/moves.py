r"""``learn``: how far outcomes move the weights away from what is known without them.

On each side, p and U, the log-odds are those of the weights in force plus b + x·d, where x is what each
feature differs from its neutral value, times the level's share of the weight. b and d are the most probable ones
under normal priors around zero (ridge regression around the knowledge, as in Hoerl and Kennard 1970, with an offset):
no outcome gives b = d = 0 and so exactly today's scores, and each outcome moves them a little. No weight may turn
negative: what speaks for a job today never speaks against it tomorrow.

Clients differ by more than is in their profile: one takes up nearly anything, another hardly a job. So while d is
learned the means of each client have weights of their own (Mundlak 1978), which nobody needs afterwards: what is
learned is which of the jobs before one client is taken up, and not which client takes up jobs.

What was shown and never answered counts as a refusal only as far as it was seen. How often the place r of
a list is looked at, θ_r, is learned with the preference γ (regression EM after Wang et al. 2018): who looks
takes the job up with γ, else declines or, with s, says nothing; θ of the first place is 1.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from jobmatch.learning.pairs import NAMES, Pairs, Values
from jobmatch.ranking.model import LEVELS, mean_weight, share
from jobmatch.ranking.surplus import sigmoid, softplus
from jobmatch.settings import Settings

SIDES = ("chance", "use")
_EM_ROUNDS, _SETTLED = 40, 2e-4  # rounds at most; a change of the places' shares that ends them


@dataclass(frozen=True, eq=False)
class Move:
    """What one side's log-odds gain: a base and a weight a feature, shape (names,) in the order of ``NAMES``."""

    base: float
    weights: Values

    @classmethod
    def none(cls) -> "Move":
        """Nothing learned."""
        return cls(0.0, np.zeros(len(NAMES)))

    def of(self, values: Values) -> Values:
        """What it adds to the log-odds of pairs, by their values times the shares of their levels."""
        moved: Values = self.base + values @ self.weights
        return moved


@dataclass(frozen=True, eq=False)
class Learned:
    """Both sides, how often each place of a list is looked at, and how many pairs told of each."""

    chance: Move
    use: Move
    looked_at: dict[int, float]
    told: dict[str, int]

    @property
    def sides(self) -> tuple[tuple[str, Move], ...]:
        """What is moved on each side."""
        return ("chance", self.chance), ("use", self.use)


@dataclass(frozen=True, eq=False)
class Known:
    """What the knowledge says of one side: how far each weight may fall, and each level's share of it."""

    least: Values  # shape (names,)
    shares: Values  # shape (levels, names)

    def at(self, pairs: Pairs) -> Values:
        """The values of the pairs times the shares of their levels."""
        values: Values = pairs.values * self.shares[pairs.level - LEVELS[0]]
        return values


@lru_cache(maxsize=16)
def known(settings: Settings, side: str) -> Known:
    """Of the settings: all weights may fall to zero; who has none may gain some."""
    shares = [[share(settings, side, level, name) for name in NAMES] for level in LEVELS]
    return Known(np.array([-mean_weight(settings, side, name) for name in NAMES]), np.array(shares))


def odds(pairs: Pairs, side: str, learned: Learned | None, settings: Settings) -> Values:
    """The log-odds of one side, with what was learned."""
    before: Values = getattr(pairs, side)
    return before if learned is None else before + getattr(learned, side).of(known(settings, side).at(pairs))


def learn(pairs: Pairs, settings: Settings, by: Mapping[str, Known] | None = None) -> Learned:
    """The moves of both sides for all pairs, ``by`` what the settings know of them where nothing else is given."""
    by = by or {side: known(settings, side) for side in SIDES}
    part = pairs.at(~np.isnan(pairs.reached))
    evidence = Evidence.of(part.chance, by["chance"].at(part), part.reached, part.client)
    chance = fit_move(evidence, by["chance"].least, settings).move
    use, looked_at = _preference(pairs, by["use"], settings)
    told = {
        "chance": len(part),
        "use": int((~np.isnan(pairs.accepted)).sum()),
        "silent": int(pairs.silent.sum()),
    }
    return Learned(chance, use, looked_at, told)


def _preference(pairs: Pairs, by: Known, settings: Settings) -> tuple[Move, dict[int, float]]:
    part = pairs.at(~np.isnan(pairs.accepted) | pairs.silent)
    evidence = Evidence.of(part.use, by.at(part), np.nan_to_num(part.accepted), part.client)
    places, of_place = np.unique(part.rank, return_inverse=True)
    looked = np.where(places <= 1, 1.0, settings.number("learning.looked_at"))
    found, quiet = Fitted.none(evidence), 0.5
    declined = (part.accepted == 0).sum()
    for _ in range(_EM_ROUNDS if part.silent.any() else 1):
        unmoved = looked[of_place] * (1 - sigmoid(found.odds(evidence))) * quiet
        seen = np.where(part.silent, unmoved / (1 - looked[of_place] + unmoved), 1.0)
        quiet = (silent := seen[part.silent].sum()) / max(silent + declined, 1e-9)
        found = fit_move(replace(evidence, weight=seen), by.least, settings, found)
        counts, before = np.bincount(of_place, minlength=len(places)), looked
        looked = np.where(places <= 1, 1.0, np.bincount(of_place, seen, len(places)) / np.maximum(counts, 1))
        if np.abs(looked - before).max(initial=0.0) < _SETTLED:
            break
    shares = {int(place): round(float(share), 3) for place, share in zip(places, looked, strict=True) if place}
    return found.move, shares


@dataclass(frozen=True, eq=False)
class Evidence:
    """What one side is learned from, shape (pairs,) each but ``values`` (pairs, weights)."""

    offset: Values  # log-odds by the knowledge
    values: Values
    label: Values  # 0 to 1
    weight: Values
    client: NDArray[np.intp]  # from 0
    means: Values  # of the values of each client, from the mean of all: shape (clients, weights)

    @classmethod
    def of(cls, offset: Values, values: Values, label: Values, client: NDArray[np.str_]) -> "Evidence":
        """Every pair in full, the means those of each client."""
        _, number, many = np.unique(client, return_inverse=True, return_counts=True)
        means = np.stack([np.bincount(number, column) / many for column in values.T], axis=1)
        means -= values.sum(axis=0) / max(len(values), 1)
        return cls(offset, values, label, np.ones(len(offset)), number, means)


@dataclass(frozen=True, eq=False)
class Fitted:
    """A move, and beside it what the means of a client are worth."""

    move: Move
    between: Values  # shape (weights,)

    @classmethod
    def none(cls, evidence: Evidence) -> "Fitted":
        """Nothing learned yet."""
        many = evidence.values.shape[1]
        return cls(Move(0.0, np.zeros(many)), np.zeros(many))

    def odds(self, evidence: Evidence) -> Values:
        """The log-odds of the pairs."""
        own: Values = (evidence.means @ self.between)[evidence.client]
        return evidence.offset + self.move.of(evidence.values) + own


def fit_move(evidence: Evidence, least: Values, settings: Settings, start: Fitted | None = None) -> Fitted:
    """The most probable move, no weight below ``least``. Without a pair it is no move at all.

    Where it begins (``start``) changes how long it takes, and nothing else.

    >>> from jobmatch.settings import load
    >>> none = np.zeros(0)
    >>> evidence = Evidence.of(none, np.zeros((0, len(NAMES))), none, none.astype(str))
    >>> found = fit_move(evidence, np.zeros(len(NAMES)), load())
    >>> found.move.base, float(np.abs(found.move.weights).max())
    (0.0, 0.0)
    """
    start = start or Fitted.none(evidence)
    if not len(evidence.offset):
        return start
    from scipy.optimize import Bounds, minimize

    many = len(least)
    names = ["base"] + ["weight"] * many + ["between"] * many
    spread = np.array([settings.number(f"learning.{name}_spread") for name in names])

    def tried(free: Values) -> Fitted:
        return Fitted(Move(float(free[0]), free[1 : 1 + many]), free[1 + many :])

    def cost(free: Values) -> tuple[float, Values]:
        odds = tried(free).odds(evidence)
        off = evidence.weight * (sigmoid(odds) - evidence.label)
        loss = evidence.weight @ (softplus(odds) - evidence.label * odds) + 0.5 * np.sum((free / spread) ** 2)
        of_clients = np.bincount(evidence.client, off) @ evidence.means
        return float(loss), np.concatenate([[off.sum()], off @ evidence.values, of_clients]) + free / spread**2

    low = np.concatenate([[-np.inf], least, np.full(many, -np.inf)])
    begin = np.concatenate([[start.move.base], start.move.weights, start.between])
    found = tried(minimize(cost, begin, jac=True, method="L-BFGS-B", bounds=Bounds(low, np.inf)).x)
    # the last digits hang on the order of sums
    return replace(found, move=Move(round(found.move.base, 6), np.round(found.move.weights, 6)))

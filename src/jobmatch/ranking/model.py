"""``Model``: the numbers that turn comparisons into attainability, preference and score.

The shipped ones are knowledge, written down in ``settings.toml`` with their reasons; others can be learned.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import numpy as np

from jobmatch.settings import Settings

LEVELS = (1, 2, 3)
BENT = "_bent"  # ends the name of a second weight of a feature, for its value to the power of ``score.bends``


@dataclass(frozen=True, slots=True)
class Side:
    """One side of the score, p or U: a base and a weight a feature, all on the logit scale.

    ``bent`` are weights for values to a power (feature → power, weight): a way that is too far by the knowledge
    may still be nearer than another. Without outcomes there are none.
    """

    base: float
    weights: dict[str, float]
    bent: dict[str, tuple[float, float]] = field(default_factory=dict)

    @property
    def names(self) -> dict[str, None]:
        """The features that have a weight of either kind, in a fixed order."""
        return dict.fromkeys((*self.weights, *self.bent))

    def pull(self, name: str, value: Any, neutral: float) -> Any:
        """How far one feature moves the log-odds away from neutral; a value or an array of them."""
        moved = self.weights.get(name, 0.0) * (value - neutral)
        if name in self.bent:
            power, weight = self.bent[name]
            moved = moved + weight * (value**power - neutral**power)
        return moved

    def pulls(self, values: Mapping[str, Any], neutral: Mapping[str, float]) -> Any:
        """The same for several features at once, a row of a table each."""
        weights, usual = (np.array([[table.get(name, 0.0)] for name in values]) for table in (self.weights, neutral))
        table = np.array(list(values.values()))
        moved = weights * (table - usual)
        for at, name in enumerate(values):
            if name in self.bent:
                moved[at] = self.pull(name, table[at], neutral[name])
        return moved


@dataclass(frozen=True, slots=True)
class Surplus:
    """How p and U become one score at one level; see ``ranking.surplus``."""

    reserve: float
    softness: float
    least_chance: float
    least_use: float


@dataclass(frozen=True, slots=True)
class Model:
    """Everything the score of one level rests on."""

    name: str
    level: int
    chance: Side
    use: Side
    neutral: Mapping[str, float]
    surplus: Surplus
    wished: tuple[float, float]  # nearness to the wish from which a past in other work counts less, and not at all


@lru_cache(maxsize=64)  # a service has a few settings, each of three levels
def model_of(settings: Settings, level: int) -> Model:
    """The model of the settings for one level; a level names only the weights in which it differs.

    What was learned from outcomes is added to all levels, each in proportion to its own weight.

    >>> from jobmatch.settings import load
    >>> near, usual = model_of(load(), 3), model_of(load(), 1)
    >>> near.use.weights["distance"] > usual.use.weights["distance"]
    True
    """
    own = settings.get(f"level.{level}")
    return Model(
        name=str(settings.get("learned.model")),
        level=level,
        chance=_side(settings, "chance", level),
        use=_side(settings, "use", level),
        neutral=settings.table("score.neutral"),
        surplus=Surplus(**{key: float(value) for key, value in own["surplus"].items()}),
        wished=(settings.number("slate.related"), settings.number("slate.is_goal")),
    )


def _side(settings: Settings, side: str, level: int) -> Side:
    weights, bent, bends = known_weights(settings, side, level), {}, settings.table("score.bends")
    moves = dict(settings.table(f"learned.{side}"))
    base = settings.number(f"score.{side}.base") + moves.pop("base")
    for name, moved in moves.items():
        if moved and name.endswith(BENT):
            feature = name.removesuffix(BENT)
            bent[feature] = bends[feature], moved
        elif moved:
            weights[name] = weights.get(name, 0.0) + moved * share(settings, side, level, name)
    return Side(base, weights, bent)


def known_weights(settings: Settings, side: str, level: int) -> dict[str, float]:
    """The weights of one side at one level without outcomes."""
    own = settings.get(f"level.{level}").get(side, {})
    return dict(settings.table(f"score.{side}.weights")) | {name: float(weight) for name, weight in own.items()}


def mean_weight(settings: Settings, side: str, name: str) -> float:
    """The mean over the levels of a weight without outcomes, 0 where there is none."""
    return sum(known_weights(settings, side, level).get(name, 0.0) for level in LEVELS) / len(LEVELS)


def share(settings: Settings, side: str, level: int, name: str) -> float:
    """What a level's weight is of the mean; 1 where the knowledge has none.

    Moved in these proportions, the weights of all levels reach zero together.
    """
    mean = mean_weight(settings, side, name)
    return known_weights(settings, side, level).get(name, 0.0) / mean if mean else 1.0

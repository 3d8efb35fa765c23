"""``Model``: the numbers that turn comparisons into attainability, preference and score.

The shipped ones are knowledge, written down in ``settings.toml`` with their reasons; others can be learned.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from jobmatch.settings import Settings


@dataclass(frozen=True, slots=True)
class Side:
    """One side of the score, p or U: a base and a weight a feature, all on the logit scale."""

    base: float
    weights: dict[str, float]


@dataclass(frozen=True, slots=True)
class Surplus:
    """How p and U become one score at one level; see ``ranking.surplus``."""

    chance_power: float
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


def model_of(settings: Settings, level: int) -> Model:
    """The model of the settings for one level; a level names only the weights in which it differs.

    What was learned from outcomes is added to all levels alike.

    >>> from jobmatch.settings import load
    >>> near, usual = model_of(load(), 3), model_of(load(), 1)
    >>> near.use.weights["distance"] > usual.use.weights["distance"]
    True
    """
    own = settings.get(f"level.{level}")
    return Model(
        name=str(settings.get("learned.model")),
        level=level,
        chance=_side(settings, "chance", own),
        use=_side(settings, "use", own),
        neutral=settings.table("score.neutral"),
        surplus=Surplus(**{key: float(value) for key, value in own["surplus"].items()}),
    )


def _side(settings: Settings, side: str, own: dict[str, dict[str, float]]) -> Side:
    weights = dict(settings.table(f"score.{side}.weights")) | {k: float(v) for k, v in own.get(side, {}).items()}
    base = settings.number(f"score.{side}.base")
    for name, moved in settings.table(f"learned.{side}").items():
        if name == "base":
            base += moved
        elif moved:
            weights[name] = weights.get(name, 0.0) + moved
    return Side(base, weights)

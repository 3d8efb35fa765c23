r"""Expected surplus: what a job is worth to a client, given the chance to get it.

With p the attainability and U the preference, both in 0..1,

    score(p, U) = p · softplus((U − r) / s) / softplus((1 − r) / s)

where r is the reserve (what the client has without the job) and s the softness of that bar; both depend on the
level. This is the form Γ = p · σ · log(1 + exp(Δ/σ)) that beat ranking by U alone and by p alone in field trials
(France Travail, arXiv 2603.21699), scaled to 0..1. It grows with p and with U everywhere. Who is easily helped
finds other work, too, so the reserve is high and the preference decides; who has nothing else takes what can be got.

The contribution of a feature is its weighted value times the mean slope of the score on the straight way
from neutral to the client's values (the path method of Aumann and Shapley, 1974): all features of one side
share one slope, the signs stay, and base + contributions = score.
"""

import math
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from jobmatch.ranking.model import Model, Surplus

Values = NDArray[np.float64]

_NODES = 32  # of Gauss and Legendre integrate the smooth slope to about 3e-11; what is left goes to the largest line
_BESIDE = 1e-6  # of log-odds: far more than what rounding does to a share
_STEPS = 5  # of Newton: the beginnings are right to three digits, and each step doubles them


def _gauss_legendre(count: int) -> tuple[Values, Values]:
    """Nodes and weights on 0..1: the zeros of the Legendre polynomial, by Newton's steps from near each of them.

    As ``numpy.polynomial.legendre.leggauss``, which takes a tenth of the start of the program to import. The
    eigenvectors of Golub and Welsch take as long, since the threads of the linear algebra have to be woken for them.
    """
    at = np.cos(np.pi * (np.arange(count, 0, -1) - 0.25) / (count + 0.5))
    for _ in range(_STEPS):
        before, here = np.ones(count), at
        for degree in range(2, count + 1):
            before, here = here, ((2 * degree - 1) * at * here - (degree - 1) * before) / degree
        slope = count * (at * here - before) / (at * at - 1)
        at = at - here / slope
    return (at + 1) / 2, 1 / ((1 - at * at) * slope**2)


_T, _W = _gauss_legendre(_NODES)


class Scores(NamedTuple):
    """Shape (rows,) each: score, attainability p, preference U, and the score's two log-odds."""

    score: Values
    chance: Values
    use: Values
    chance_shift: Values
    use_shift: Values


def sigmoid(x: Values) -> Values:
    """1 / (1 + e^−x), stable for large x of either sign.

    >>> sigmoid(np.array([-800.0, 0.0, 800.0])).tolist()
    [0.0, 0.5, 1.0]
    """
    return 0.5 * (1 + np.tanh(0.5 * x))


def log_odds(share: float) -> float:
    """The log-odds of a share; the other way round from ``sigmoid``."""
    return math.log(share / (1 - share)) if 0 < share < 1 else math.copysign(math.inf, share - 0.5)


def reaches(x: Values, share: float) -> NDArray[np.bool_]:
    """Where ``sigmoid(x) >= share``; it is told by the log-odds, and only beside the bar by the share itself.

    >>> reaches(np.array([-2.0, 0.0, 0.5]), 0.5).tolist()
    [False, True, True]
    """
    if not 0 < share < 1:
        return np.asarray(sigmoid(x) >= share)
    bar = log_odds(share)
    found = x >= bar
    beside = np.flatnonzero(np.abs(x - bar) < _BESIDE)
    found[beside] = sigmoid(x[beside]) >= share
    return np.asarray(found)


def softplus(x: Values) -> Values:
    """log(1 + e^x), stable for large x of either sign.

    >>> softplus(np.array([-800.0, 0.0, 800.0])).round(3).tolist()
    [0.0, 0.693, 800.0]
    """
    return np.maximum(x, 0) + np.log1p(np.exp(-np.abs(x)))  # a quarter of the time of logaddexp


def worth(chance: Values, use: Values, surplus: Surplus) -> Values:
    """The score for p and U as such, shape (rows,) each.

    A job that is sure and just what is wished for is worth 1; one below the reserve is worth little, however sure.

    >>> bar = Surplus(reserve=0.5, softness=0.1, least_chance=0, least_use=0)
    >>> worth(np.array([1.0, 0.5, 1.0]), np.array([1.0, 1.0, 0.4]), bar).round(3).tolist()
    [1.0, 0.5, 0.063]
    """
    above = softplus((use - surplus.reserve) / surplus.softness) / _top(surplus)
    return chance * above


def _top(surplus: Surplus) -> float:
    """How far the best use lies above the reserve, softened."""
    return float(softplus(np.array((1 - surplus.reserve) / surplus.softness)))


def score(model: Model, chance_shift: Values, use_shift: Values) -> Scores:
    """The scores for shifts of the two log-odds away from neutral.

    >>> from jobmatch.ranking.model import model_of
    >>> from jobmatch.settings import load
    >>> model, shifts = model_of(load(), 1), np.array([-1.0, 0.0, 1.0])
    >>> found = score(model, shifts, shifts).score
    >>> bool(found[0] < found[1] < found[2]), bool(found[1] == base(model))
    (True, True)
    """
    chance = sigmoid(model.chance.base + chance_shift)
    use = sigmoid(model.use.base + use_shift)
    return Scores(worth(chance, use, model.surplus), chance, use, chance_shift, use_shift)


ROUGH_WITHIN = 1e-4  # a hundred times what single precision does to a score


def rough_score(model: Model, chance_shift: Values, use_shift: Values) -> NDArray[np.float32]:
    """The scores alone, within ``ROUGH_WITHIN``, in an eighth of the time: to see which are worth a second look."""
    single = (model.chance.base + chance_shift).astype(np.float32), (model.use.base + use_shift).astype(np.float32)
    chance, use = (np.float32(0.5) * (1 + np.tanh(np.float32(0.5) * x)) for x in single)
    z = (use - np.float32(model.surplus.reserve)) / np.float32(model.surplus.softness)
    above = np.maximum(z, 0) + np.log(1 + np.exp(-np.abs(z)))
    return np.asarray(chance * above / _top(model.surplus))


def base(model: Model) -> float:
    """The score of a job of which nothing is known."""
    zero = np.zeros(1)
    return float(score(model, zero, zero).score[0])


def slopes(model: Model, chance_shift: float, use_shift: float) -> tuple[float, float]:
    """The mean slope of the score along the way from neutral, for the chance and for the use.

    Times the shifts they are what the score gains on the way:

    >>> from jobmatch.ranking.model import model_of
    >>> from jobmatch.settings import load
    >>> model, one = model_of(load(), 1), np.ones(1)
    >>> gained = score(model, one, one).score[0] - base(model)
    >>> bool(abs(sum(slopes(model, 1.0, 1.0)) - gained) < 1e-9)
    True
    """
    surplus = model.surplus
    chance = sigmoid(model.chance.base + _T * chance_shift)
    use = sigmoid(model.use.base + _T * use_shift)
    z = (use - surplus.reserve) / surplus.softness
    top = _top(surplus)
    above = softplus(z) / top
    by_chance = chance * (1 - chance) * above
    by_use = chance * sigmoid(z) / (surplus.softness * top) * use * (1 - use)
    return float(_W @ by_chance), float(_W @ by_use)

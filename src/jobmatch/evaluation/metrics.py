"""Figures of a ranked list against grades, and how sure a difference between two systems is."""

from collections.abc import Mapping, Sequence

import numpy as np


def ndcg(ranked: Sequence[str], grades: Mapping[str, int], k: int) -> float:
    """Normalised discounted cumulative gain at k, gain 2^grade - 1 (Järvelin and Kekäläinen 2002, Burges 2005).

    What was not judged counts as 0. The ideal is the best list of all judged items.

    >>> ndcg(["a", "b"], {"a": 3, "b": 0}, k=2), round(ndcg(["b", "a"], {"a": 3, "b": 0}, k=2), 3)
    (1.0, 0.631)

    A query without any good item says nothing and is refused:

    >>> ndcg(["a"], {"a": 0}, k=1)
    Traceback (most recent call last):
    ValueError: no item has a grade above 0
    """
    ideal = _gain(sorted(grades.values(), reverse=True)[:k])
    if ideal == 0:
        raise ValueError("no item has a grade above 0")
    return _gain([grades.get(item, 0) for item in ranked[:k]]) / ideal


def _gain(grades: Sequence[int]) -> float:
    return float(sum((2**grade - 1) / np.log2(place + 2) for place, grade in enumerate(grades)))


def bootstrap_interval(
    differences: Sequence[float], seed: int = 0, draws: int = 10_000, level: float = 0.95
) -> tuple[float, float]:
    """The percentile interval of a mean paired difference, clients drawn with replacement (Efron 1979).

    >>> low, high = bootstrap_interval([0.1, 0.2, 0.3, 0.2])
    >>> 0.1 <= low < 0.2 < high <= 0.3
    True
    """
    values = np.asarray(differences, dtype=np.float64)
    drawn = np.random.default_rng(seed).integers(0, len(values), size=(draws, len(values)))
    low, high = np.quantile(values[drawn].mean(axis=1), [(1 - level) / 2, (1 + level) / 2])
    return float(low), float(high)

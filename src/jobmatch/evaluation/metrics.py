"""Figures of a ranked list against grades, and how sure a difference between two systems is."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray


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


def dcg(gains: NDArray[np.float64], k: int) -> float:
    """Discounted cumulative gain at k of gains in the order of a list.

    >>> dcg(np.array([3.0, 0.0, 1.0]), k=3), dcg(np.array([]), k=3)
    (3.5, 0.0)
    """
    top = gains[:k]
    return float(top @ (1 / np.log2(np.arange(2, len(top) + 2))))


def calibration_error(said: NDArray[np.float64], came: NDArray[np.float64]) -> float:
    """Expected calibration error over bins of equal size: how far what is said lies from what came (Naeini 2015).

    NaN where nothing is known.

    >>> calibration_error(np.array([0.5, 0.5]), np.array([0.0, 1.0]))
    0.0
    """
    if not len(said):
        return float("nan")
    return sum(abs(mean - share) * pairs for mean, share, pairs in reliability(said, came)) / len(said)


def reliability(said: NDArray[np.float64], came: NDArray[np.float64], bins: int = 10) -> list[tuple[float, float, int]]:
    """For bins of equal size, from low to high: mean of what was said, mean of what came, and how many.

    >>> reliability(np.array([0.2, 0.9, 0.2, 0.9]), np.array([0.0, 1.0, 0.0, 1.0]))
    [(0.2, 0.0, 2), (0.9, 1.0, 2)]
    """
    parts = np.array_split(np.argsort(said, kind="stable"), min(bins, len(said) // 2 or 1))
    return [(float(said[part].mean()), float(came[part].mean()), len(part)) for part in parts if len(part)]


def gini(counts: Sequence[float]) -> float:
    """How unevenly something is spread: 0 all the same, near 1 all at one (Gini 1912).

    >>> gini([1, 1, 1, 1]), round(gini([0, 0, 0, 4]), 2)
    (0.0, 0.75)
    """
    values = np.sort(np.asarray(counts, dtype=np.float64))
    total, many = values.sum(), len(values)
    if not total:
        return 0.0
    return float(abs((2 * np.arange(1, many + 1) - many - 1) @ values) / (many * total))


def _gain(grades: Sequence[int]) -> float:
    return float(sum((2**grade - 1) / np.log2(place + 2) for place, grade in enumerate(grades)))


_SEED: Final = 0
_ENDS: Final = (0.025, 0.975)  # of an interval that holds 95 of 100 draws


def bootstrap_interval(differences: Sequence[float], draws: int = 10_000) -> tuple[float, float]:
    """The percentile interval of a mean paired difference, clients drawn with replacement (Efron 1979).

    >>> low, high = bootstrap_interval([0.1, 0.2, 0.3, 0.2])
    >>> 0.1 <= low < 0.2 < high <= 0.3
    True
    """
    values = np.sort(np.asarray(differences, dtype=np.float64))  # the same whatever the order of clients
    means = np.concatenate([values[drawn].mean(axis=1) for drawn in _drawn(len(values), draws)])
    low, high = np.quantile(means, _ENDS)
    return float(low), float(high)


_DRAWS: Final = 2_000  # of a ratio, as every draw adds up two sums


def bootstrap_ratio(above: NDArray[np.float64], below: NDArray[np.float64]) -> tuple[float, tuple[float, float]]:
    """A ratio of two sums over clients and its interval, whole clients drawn with replacement.

    >>> bootstrap_ratio(np.array([1.0, 1.0]), np.array([2.0, 2.0]))
    (0.5, (0.5, 0.5))
    """
    order = np.lexsort((below, above))  # the same whatever the order of clients
    above, below = above[order], below[order]
    sums = [(above[drawn].sum(axis=1), below[drawn].sum(axis=1)) for drawn in _drawn(len(above), _DRAWS)]
    tops, bottoms = (np.concatenate(side) for side in zip(*sums, strict=True))
    some = bottoms > 0  # a draw without a weight tells nothing
    low, high = np.quantile(tops[some] / bottoms[some], _ENDS)
    return float(above.sum() / below.sum()), (float(low), float(high))


_AT_ONCE = 10_000_000  # positions drawn at a time: 80 MB


def _drawn(many: int, draws: int) -> Iterator[NDArray[np.int64]]:
    """Positions drawn with replacement, shape (some draws, many), in blocks that fit into memory."""
    random, rows = np.random.default_rng(_SEED), max(1, _AT_ONCE // many)
    for begin in range(0, draws, rows):
        yield random.integers(0, many, size=(min(rows, draws - begin), many))

"""Quantiles of values of which each stands there so many times; unknown values are left out."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from jobmatch.fit.spread import those


def quantiles(
    values: NDArray[Any], counts: NDArray[np.intp] | None, shares: Sequence[float]
) -> NDArray[np.float64] | None:
    """Between the two values that enclose each share, as ``numpy.percentile`` has it at ten times the price.

    ``counts`` says how often each value stands there, None: once. Without a known value there is no quantile.

    >>> quantiles(np.array([3000.0, np.nan, 5000.0]), np.array([3, 9, 1]), [0.5, 0.75]).tolist()
    [3000.0, 3500.0]
    >>> quantiles(np.array([np.nan]), None, [0.5]) is None
    True
    """
    said = ~np.isnan(values) if counts is None else ~np.isnan(values) & (counts > 0)
    values, counts = those(values, said), None if counts is None else those(counts, said)
    if not len(values):
        return None
    many = len(values) if counts is None else int(counts.sum())
    places = np.array(shares) * (many - 1)
    below = places.astype(np.intp)
    both = np.minimum([below, below + 1], many - 1)
    low, high = _at_places(values, counts, both).astype(np.float64)
    return np.asarray(low + (high - low) * (places - below))


def _at_places(values: NDArray[Any], counts: NDArray[np.intp] | None, places: NDArray[np.intp]) -> NDArray[Any]:
    """The values that stand at some places of all in ascending order."""
    if counts is None:  # only what stands there is put in its place
        return np.asarray(np.partition(values, places.ravel())[places])
    order = np.argsort(values, kind="stable")
    return np.asarray(values[order[np.searchsorted(np.cumsum(counts[order]), places, side="right")]])

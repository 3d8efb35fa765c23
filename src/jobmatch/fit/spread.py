"""``Spread``: values of the sorts of rows, laid out over the rows where that is needed; quantiles of them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

BLOCK: Final = 16_384  # rows: some arrays of so many numbers stay in the processor's second cache (256 kB and more)

_SPARSE: Final = 16  # of so many rows less than one is looked at: then each is searched for
_MANY: Final = 8  # where one of so many rows stands apart, all are held by row


class Apart(NamedTuple):
    """The positions, ascending, of rows that have a value of their own, not that of their sort; and those values."""

    at: NDArray[np.intp]
    values: NDArray[Any]

    def among(self, positions: NDArray[np.intp]) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
        """Which of some positions are of such rows, and which of the rows these are."""
        if not len(self.at):
            return self.at, self.at
        span = max(int(self.at[-1]), int(positions.max(initial=0))) + 1
        if len(positions) * _SPARSE < span:
            near = np.minimum(np.searchsorted(self.at, positions), len(self.at) - 1)
            hit = np.flatnonzero(self.at[near] == positions)
            return hit, near[hit]
        which = np.full(span, -1, dtype=np.intp)  # to look many up takes a fifth of the time of a search
        which[self.at] = np.arange(len(self.at))
        found = which[positions]
        hit = np.flatnonzero(found >= 0)
        return hit, found[hit]


class Spread(NamedTuple):
    """Values one a sort and the sort of each row; ``which`` is None where every row has a value of its own.

    Rows that stand ``apart`` have another value than their sort.
    """

    values: NDArray[Any]
    which: NDArray[np.integer] | None
    apart: Apart | None = None

    @property
    def size(self) -> int:
        """How many rows there are."""
        return len(self.values if self.which is None else self.which)

    @property
    def rows(self) -> NDArray[Any]:
        """The value of each row.

        >>> Spread(np.array([0.5, 0.9]), np.array([1, 1, 0])).rows.tolist()
        [0.9, 0.9, 0.5]
        >>> Spread(np.array([0.5, 0.9]), np.array([1, 1, 0]), Apart(np.array([1]), np.array([0.7]))).rows.tolist()
        [0.9, 0.7, 0.5]
        """
        if self.which is None:
            return self.values
        rows = spread(self.values, self.which)
        if self.apart is not None:
            rows[self.apart.at] = self.apart.values
        return rows

    @property
    def narrow(self) -> "Spread":
        """The same, held by row where there are fewer rows than sorts."""
        return self if self.which is None or len(self.which) >= len(self.values) else Spread(self.rows, None)

    @property
    def settled(self) -> "Spread":
        """The same, held by row where a good part of the rows stands apart: to look them up costs more than a row."""
        few = self.apart is None or len(self.apart.at) * _MANY < self.size
        return self if few else Spread(self.rows, None)

    def told(self, tell: Callable[[NDArray[Any]], NDArray[Any]]) -> NDArray[Any]:
        """For each row what is told of its value."""
        one = self.narrow
        apart = one.apart and Apart(one.apart.at, tell(one.apart.values))
        return Spread(tell(one.values), one.which, apart).rows

    def at(self, positions: NDArray[np.intp]) -> NDArray[Any]:
        """The values of the rows at some positions."""
        return Cut(positions).rows(self)

    def one(self, at: int) -> Any:
        """The value of the row at a position."""
        if self.apart is not None:
            place = int(np.searchsorted(self.apart.at, at))
            if place < len(self.apart.at) and self.apart.at[place] == at:
                return self.apart.values[place]
        return self.values[at if self.which is None else self.which[at]]


class Spreads(Mapping[str, NDArray[Any]]):
    """Spreads by name; each is laid out over the rows, shape (rows,), when it is asked for."""

    def __init__(self, held: Mapping[str, Spread]) -> None:
        self.held = dict(held)

    def __getitem__(self, name: str) -> NDArray[Any]:
        return self.held[name].rows

    def __iter__(self) -> Iterator[str]:
        return iter(self.held)

    def __len__(self) -> int:
        return len(self.held)


def spread(values: NDArray[Any], which: NDArray[np.integer]) -> NDArray[Any]:
    """Values of sorts laid out over rows; ``which`` is the sort of each row."""
    if len(which) <= BLOCK:
        return values.take(which, mode="clip")
    rows = np.empty(len(which), dtype=values.dtype)
    for some in blocks(len(which)):
        values.take(which[some], mode="clip", out=rows[some])  # which is quick, and clips nothing
    return rows


def those(values: NDArray[Any], where: NDArray[np.bool_]) -> NDArray[Any]:
    """The values where a mask holds: of many rows, some here and some there, in a sixth of the time of ``[]``.

    >>> those(np.array([0.5, 0.9, 0.7]), np.array([True, False, True])).tolist()
    [0.5, 0.7]
    """
    return values.compress(where, axis=0)


def add_spread(values: NDArray[Any], which: NDArray[np.integer], rows: NDArray[Any]) -> None:
    """Add the values of sorts to those of rows."""
    for some in blocks(len(which)):
        rows[some] += values.take(which[some], mode="clip")


def counted(which: NDArray[np.integer], many: int) -> NDArray[np.intp]:
    """How many rows there are of each of ``many`` sorts."""
    if len(which) <= BLOCK:
        return np.bincount(which, minlength=many)
    counts = np.zeros(many, dtype=np.intp)
    for some in blocks(len(which)):
        counts += np.bincount(which[some], minlength=many)
    return counts


def blocks(many: int) -> Iterator[slice]:
    """Stretches of rows that stay in the processor's cache, so that no array in between is as long as the market."""
    return (slice(start, start + BLOCK) for start in range(0, many, BLOCK))


class Cut:
    """Some of the rows, by position; what several spreads share is cut once."""

    def __init__(self, positions: NDArray[np.intp]) -> None:
        self.positions = positions
        self._taken: dict[int, tuple[NDArray[Any], NDArray[Any]]] = {}  # by identity, with what has that identity
        self._apart: dict[int, tuple[NDArray[np.intp], NDArray[np.intp]]] = {}

    def of(self, spreads: Mapping[str, Spread]) -> dict[str, Spread]:
        """Spreads of all rows, of these alone."""
        return {name: self._one(*spread) for name, spread in spreads.items()}

    def rows(self, spread: Spread) -> NDArray[Any]:
        """The values of these rows of a spread of all."""
        return self._one(*spread).rows

    def _one(self, values: NDArray[Any], which: NDArray[np.integer] | None, apart: Apart | None) -> Spread:
        if which is None:
            return Spread(values[self.positions], None)
        return Spread(values, self.take(which), apart and self._among(apart))

    def take(self, column: NDArray[Any]) -> NDArray[Any]:
        """A column of all rows, at these rows: always the same array of the same column."""
        if id(column) not in self._taken:
            self._taken[id(column)] = column, column[self.positions]
        return self._taken[id(column)][1]

    def _among(self, apart: Apart) -> Apart:
        if id(apart.at) not in self._apart:
            self._apart[id(apart.at)] = apart.among(self.positions)
        hit, place = self._apart[id(apart.at)]
        return Apart(hit, apart.values[place])


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

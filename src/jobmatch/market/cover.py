"""``Cover``: a few ranges of the market around some rows, so that what is added up is added up only there."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

# A run (the rows, ascending, that a word touches) and the amounts of a part of it.
Run = tuple[NDArray[np.int32], Callable[[slice], NDArray[Any]]]

_DENSE = 2  # where every second row is wanted no gap is worth a cut
_RANGES = 2  # rows of no known place stand first, all others near one another


@dataclass(frozen=True, eq=False)
class Cover:
    """Ranges that hold all of some ascending rows, and where in the ranges, laid end to end, each row stands."""

    ranges: list[slice]
    places: NDArray[np.intp]

    @classmethod
    def of(cls, rows: NDArray[np.intp], most: int = _RANGES) -> "Cover":
        """The tightest ``most`` ranges: cut at the widest gaps.

        >>> cover = Cover.of(np.array([3, 4, 90, 92]))
        >>> cover.ranges, cover.places.tolist()
        ([slice(3, 5, None), slice(90, 93, None)], [0, 1, 2, 4])
        """
        dense = len(rows) and _DENSE * len(rows) > rows[-1] - rows[0]
        widest = [] if dense else _widest(np.diff(rows), most - 1)
        parts = [part for part in np.split(rows, [at + 1 for at in widest]) if len(part)]
        ranges = [slice(int(part[0]), int(part[-1]) + 1) for part in parts]
        before = np.cumsum([0, *(one.stop - one.start for one in ranges)])
        shifts = [behind - one.start for one, behind in zip(ranges, before.tolist(), strict=False)]
        places = [part + shift if shift else part for part, shift in zip(parts, shifts, strict=True)]
        return cls(ranges, joined(places) if places else rows)

    def gather(self, compute: Callable[[slice], NDArray[Any]]) -> NDArray[Any]:
        """For each row its value of what is computed range by range."""
        found = [compute(rows) for rows in self.ranges]
        return joined(found)[self.places] if found else np.zeros(0)

    def holds(self, run: NDArray[np.int32]) -> NDArray[np.bool_]:
        """For each row whether it is one of a run.

        >>> Cover.of(np.array([3, 4, 90, 92])).holds(np.array([2, 4, 92, 95], dtype=np.int32)).tolist()
        [False, True, False, True]
        """
        return self.gather(lambda rows: _held(run, rows))

    def sums(self, runs: Iterable[Run]) -> NDArray[Any]:
        """For each row the sum of its amounts in all runs, as float32."""
        return self.totals(runs)[self.places]

    def totals(self, runs: Iterable[Run]) -> NDArray[Any]:
        """The same for all that the ranges hold, laid end to end: ``places`` tells where each row stands."""
        runs = list(runs)
        return joined([_sums(runs, rows) for rows in self.ranges]) if self.ranges else np.zeros(0, dtype=np.float32)


def joined(parts: Sequence[NDArray[Any]]) -> NDArray[Any]:
    """The parts as one array, no copy where there is just one."""
    return parts[0] if len(parts) == 1 else np.concatenate(parts)


def _widest(gaps: NDArray[np.intp], most: int) -> list[int]:
    """Where the widest gaps are, the first among equals; rows that follow one another leave none."""
    found: list[int] = []
    while len(found) < most and len(gaps) and gaps.max() > 1:
        found.append(int(gaps.argmax()))
        gaps[found[-1]] = 0
    return sorted(found)


def _held(run: NDArray[np.int32], rows: slice) -> NDArray[np.bool_]:
    found = np.zeros(rows.stop - rows.start, dtype=np.bool_)
    found[run[_within(run, rows)] - rows.start] = True
    return found


def _sums(runs: list[Run], rows: slice) -> NDArray[np.float32]:
    total = np.zeros(rows.stop - rows.start, dtype=np.float32)
    for touched, amounts in runs:
        span = _within(touched, rows)
        if span.start < span.stop:
            at = touched[span] - rows.start if rows.start else touched[span]
            np.add.at(total, at, amounts(span))  # less than half the time of +=
    return total


def _within(run: NDArray[np.int32], rows: slice) -> slice:
    """The part of a run that lies in a range of rows."""
    ends = np.array([rows.start, rows.stop], dtype=np.int32)  # of the kind of the runs, else each would be copied
    first, last = run.searchsorted(ends).tolist()
    return slice(first, last)

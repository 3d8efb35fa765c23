"""The states of a limit, ordered so that ``minimum`` is "and" and ``maximum`` is "or": met, unknown, not met.

``States`` holds those of several limits for many rows, each by the sorts of rows on which it depends.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from functools import reduce
from typing import Final

import numpy as np
from numpy.typing import NDArray

from jobmatch.fit.spread import Cut, Spread, Spreads
from jobmatch.lazily import cached_property

State = NDArray[np.int8]
MET: Final = 1
UNKNOWN: Final = 0
NOT_MET: Final = -1


def state(not_met: NDArray[np.bool_], unknown: NDArray[np.bool_] | bool = False) -> State:
    """The state of rows of which some do not meet a limit, and of some others it is not known.

    >>> state(np.array([True, False, False]), np.array([False, True, False])).tolist()
    [-1, 0, 1]
    """
    return np.where(not_met, NOT_MET, np.where(unknown, UNKNOWN, MET)).astype(np.int8)


def breaking(states: State) -> NDArray[np.intp]:
    """Where a limit is not met.

    >>> breaking(np.array([1, -1, 0, -1])).tolist()
    [1, 3]
    """
    return np.flatnonzero(states == NOT_MET)


class States(Spreads):
    """The state of some limits for every row, each held for the sorts of rows on which it depends."""

    def __init__(self, held: Mapping[str, Spread], broken_by: Mapping[str, NDArray[np.intp]]) -> None:
        super().__init__(held)
        self._broken_by = broken_by  # of each limit the sorts, or the rows, that do not meet it

    def __or__(self, more: "States") -> "States":
        """These limits and others, the others' states where both tell of one."""
        return States(self.held | more.held, {**self._broken_by, **more._broken_by})

    def cut(self, cut: Cut) -> "States":
        """The states of some of the rows."""
        held = cut.of(self.held)
        by_row = {kind: breaking(spread.values) for kind, spread in held.items() if spread.which is None}
        return States(held, {**self._broken_by, **by_row})

    def only(self, kinds: Collection[str]) -> "States":
        """Some of the limits."""
        return States({kind: held for kind, held in self.held.items() if kind in kinds}, self._broken_by)

    def but(self, kind: str) -> "States":
        """All limits but one."""
        return self.only(self.held.keys() - {kind})

    def of(self, at: int) -> dict[str, int]:
        """The states of the row at a position."""
        return {kind: int(held.one(at)) for kind, held in self.held.items()}

    @classmethod
    def same(cls, kinds: Iterable[str], rows: int) -> "States":
        """Limits that all rows meet."""
        met, none = np.ones(1, dtype=np.int8), np.zeros(0, dtype=np.intp)
        every = np.zeros(rows, dtype=np.uint8)
        return cls({kind: Spread(met, every) for kind in kinds}, dict.fromkeys(kinds, none))

    @cached_property
    def passes(self) -> NDArray[np.bool_]:
        """Rows that break no limit; unknown is not broken."""
        by_sort: dict[int, Spread] = {}
        for kind, (values, which, _) in self.held.items():
            if len(self._broken_by[kind]):
                passes = by_sort.setdefault(id(which), Spread(np.ones(len(values), dtype=np.bool_), which)).values
                passes[self._broken_by[kind]] = False
        rows = next(iter(self.held.values())).size
        return reduce(np.logical_and, (one.rows for one in by_sort.values()), np.ones(rows, dtype=np.bool_))

    def broken(self, count: Callable[[NDArray[np.integer], int], NDArray[np.intp]]) -> dict[str, int]:
        """How many rows break each limit; one that breaks two counts under both. ``count`` tells of each sort."""
        found = dict.fromkeys(self.held, 0)
        for kind, (values, which, _) in self.held.items():
            broken_by = self._broken_by[kind]
            if len(broken_by):
                found[kind] = len(broken_by) if which is None else int(count(which, len(values))[broken_by].sum())
        return found

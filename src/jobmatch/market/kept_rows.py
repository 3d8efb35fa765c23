"""``KeptRows``: rows for which many ask, with what stands in their columns and how many of each sort there are."""

from collections.abc import Callable, Hashable
from typing import Any, Final, NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

from jobmatch.market.cover import Cover

Column = NDArray[Any]
Told = TypeVar("Told")
ROWS_KEPT: Final = 1_000_000  # in all: with some twenty columns cut out a hundred megabytes


class KeptRows:
    """Some rows of a market, whose columns are cut out once and whose sorts are counted once.

    >>> kept = KeptRows(np.array([0, 2]))
    >>> kind = kept.column("kind", np.array([5, 5, 7]))
    >>> kind.tolist(), kept.column("kind", np.array([])) is kind
    ([5, 7], True)

    ``shut_out`` says how many rows are not among them, by the limit that rules them out.
    """

    def __init__(self, rows: NDArray[np.intp], shut_out: dict[str, int] | None = None) -> None:
        self.rows = rows
        self.shut_out = shut_out or {}
        self._columns: dict[str, Column] = {}
        self._counts: dict[int, NDArray[np.intp]] = {}  # by identity of what is kept here
        self._alike: dict[str, Alike] = {}
        self._told: dict[str, Any] = {}
        self._cover: Cover | None = None

    def column(self, name: str, values: Column) -> Column:
        """The values of a column of the market at these rows."""
        if name not in self._columns:
            self._columns[name] = values[self.rows]
        return self._columns[name]

    def counts(self, which: Column, count: Callable[[], NDArray[np.intp]]) -> NDArray[np.intp]:
        """How many rows there are of each sort; kept where ``which`` is one of the columns that are kept here."""
        if id(which) not in self._counts:
            kept = (*self._columns.values(), *(one.which for one in self._alike.values()))
            if not any(column is which for column in kept):
                return count()
            self._counts[id(which)] = count()
        return self._counts[id(which)]

    def alike(self, name: str, values: Column, every: "KeptRows") -> "Alike":
        """The rows by their sort, which is a column of the market; ``every`` holds one row of each of its sorts."""
        if name not in self._alike:
            self._alike[name] = alike(self.column(name, values), every)
        return self._alike[name]

    def once(self, name: str, compute: Callable[[], Told]) -> Told:
        """What holds of the rows whoever asks, computed when it is first asked for."""
        if name not in self._told:
            self._told[name] = compute()
        found: Told = self._told[name]
        return found

    @property
    def cover(self) -> Cover:
        """The ranges of the market in which the rows stand."""
        self._cover = self._cover or Cover.of(self.rows)
        return self._cover


class _Some(KeptRows):
    """Some of other kept rows, by position: near one another there, while in the market they are far apart."""

    def __init__(self, among: KeptRows, positions: NDArray[np.intp]) -> None:
        super().__init__(among.rows[positions])
        self._among, self._positions = among, positions

    def column(self, name: str, values: Column) -> Column:
        if name not in self._columns:
            self._columns[name] = self._among.column(name, values)[self._positions]
        return self._columns[name]


class Alike(NamedTuple):
    """One row of each sort that occurs among some rows, and which of those each row is like."""

    one_of_each: KeptRows
    which: NDArray[np.int32]


def alike(sort: Column, every: KeptRows) -> Alike:
    """Rows by their sort; ``every`` holds one row of each sort, in their order.

    >>> one_of_each, which = alike(np.array([2, 0, 2]), KeptRows(np.array([7, 5, 6])))
    >>> one_of_each.rows.tolist(), which.tolist()
    ([7, 6], [1, 0, 1])
    """
    sorts = np.flatnonzero(np.bincount(sort, minlength=len(every.rows)))
    number = np.zeros(len(every.rows), dtype=np.int32)
    number[sorts] = np.arange(len(sorts))
    return Alike(_Some(every, sorts), number.take(sort, mode="clip"))


class Keeper:
    """Kept rows by the name of what is asked; beyond ``most`` rows in all those go that nobody asked for longest.

    >>> keeper = Keeper(4)
    >>> found = keeper.once("all", lambda: KeptRows(np.arange(3)))
    >>> keeper.once("all", lambda: KeptRows(np.arange(4))) is found
    True

    The newest stay, however many they are:

    >>> more = keeper.once("more", lambda: KeptRows(np.arange(9)))
    >>> keeper.once("more", lambda: KeptRows(np.arange(9))) is more, len(keeper)
    (True, 1)
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._kept: dict[Hashable, KeptRows] = {}
        self._held = 0  # rows in all

    def __len__(self) -> int:
        return len(self._kept)

    def once(self, name: Hashable, find: Callable[[], KeptRows]) -> KeptRows:
        """The rows under a name. Threads may share it: two that miss the same find the same."""
        kept = self._kept.pop(name, None)
        is_new = kept is None
        kept = find() if kept is None else kept
        self._kept[name] = kept  # what was asked for last stands last
        if is_new:
            self._held += len(kept.rows)
            self._make_room()
        return kept

    def _make_room(self) -> None:
        if self._held <= self._most:
            return
        kept = list(self._kept.items())
        self._held = sum(len(one.rows) for _, one in kept)  # counted anew, as threads that met here may have miscounted
        for name, one in kept[:-1]:
            if self._held <= self._most:
                return
            self._held -= len(one.rows)
            self._kept.pop(name, None)

"""``KeptRows``: rows for which many ask, with what stands in their columns and how many of each sort there are."""

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

Column = NDArray[Any]


class KeptRows:
    """Some rows of a market, whose columns are cut out once and whose sorts are counted once.

    >>> kept = KeptRows(np.array([0, 2]))
    >>> kind = kept.column("kind", np.array([5, 5, 7]))
    >>> kind.tolist(), kept.column("kind", np.array([])) is kind
    ([5, 7], True)
    """

    def __init__(self, rows: NDArray[np.intp]) -> None:
        self.rows = rows
        self._columns: dict[str, Column] = {}
        self._counts: dict[str, NDArray[np.intp]] = {}

    def column(self, name: str, values: Column) -> Column:
        """The values of a column of the market at these rows."""
        if name not in self._columns:
            self._columns[name] = values[self.rows]
        return self._columns[name]

    def counts(self, which: Column, count: Callable[[], NDArray[np.intp]]) -> NDArray[np.intp]:
        """How many rows there are of each sort; kept where ``which`` is one of the columns cut out here."""
        name = next((name for name, column in self._columns.items() if column is which), None)
        if name is None:
            return count()
        if name not in self._counts:
            self._counts[name] = count()
        return self._counts[name]

"""``Spread``: values of the sorts of rows, laid out over the rows where that is needed."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray


class Spread(NamedTuple):
    """Values one a sort and the sort of each row; ``which`` is None where every row has a value of its own."""

    values: NDArray[Any]
    which: NDArray[np.intp] | None

    @property
    def size(self) -> int:
        """How many rows there are."""
        return len(self.values if self.which is None else self.which)

    @property
    def rows(self) -> NDArray[Any]:
        """The value of each row.

        >>> Spread(np.array([0.5, 0.9]), np.array([1, 1, 0])).rows.tolist()
        [0.9, 0.9, 0.5]
        """
        return self.values if self.which is None else spread(self.values, self.which)

    def told(self, tell: Callable[[NDArray[Any]], NDArray[Any]]) -> NDArray[Any]:
        """For each row what is told of its value."""
        return Spread(tell(self.values), self.which).rows

    def at(self, positions: NDArray[np.intp]) -> NDArray[Any]:
        """The values of the rows at some positions."""
        return self.values[positions if self.which is None else self.which[positions]]

    def one(self, at: int) -> Any:
        """The value of the row at a position."""
        return self.values[at if self.which is None else self.which[at]]


def spread(values: NDArray[Any], which: NDArray[np.intp]) -> NDArray[Any]:
    """Values of sorts laid out over rows; ``which`` is the sort of each row."""
    return values.take(which, mode="clip")  # which is quick, and clips nothing


def cut(spreads: Mapping[str, Spread], positions: NDArray[np.intp]) -> dict[str, Spread]:
    """Spreads of some of the rows; what several share is cut once."""
    cuts: dict[int, NDArray[np.intp]] = {}
    found = {}
    for name, (values, which) in spreads.items():
        if which is None:
            found[name] = Spread(values[positions], None)
            continue
        if id(which) not in cuts:
            cuts[id(which)] = which[positions]
        found[name] = Spread(values, cuts[id(which)])
    return found

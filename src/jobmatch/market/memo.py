"""``Memo``: what was computed of numbered things for one client, kept for the next who asks the same."""

from collections.abc import Callable, Hashable
from typing import Final

import numpy as np
from numpy.typing import NDArray

_BYTES_KEPT: Final = 64_000_000  # a few hundred kinds of work beside the works of a province; beyond it all begins anew


class Memo:
    """Values of ``many`` things by a name of what is told of them, each computed when it is first asked for.

    >>> memo, asked = Memo(4), []
    >>> def squares(positions):
    ...     asked.append(len(positions))
    ...     return np.array([9.0, 9.0, 1.0])[positions]
    >>> memo.values("square", np.array([3, 3, 1]), squares).tolist(), asked
    ([9.0, 9.0, 1.0], [2])
    >>> memo.values("square", np.array([1, 3]), squares).tolist(), asked
    ([1.0, 9.0], [2])
    """

    def __init__(self, many: int) -> None:
        self._many = many
        self._kept: dict[Hashable, NDArray[np.float64]] = {}

    def values(
        self, name: Hashable, things: NDArray[np.integer], compute: Callable[[NDArray[np.intp]], NDArray[np.float64]]
    ) -> NDArray[np.float64]:
        """The value of each of ``things``; ``compute`` gets the positions of one of each that is not known yet.

        Threads may share a memo: two that miss the same value compute the same.
        """
        known = self._named(name)
        found: NDArray[np.float64] = known[things]
        missing = np.flatnonzero(np.isnan(found))
        if len(missing):
            new, first = np.unique(things[missing], return_index=True)
            known[new] = compute(missing[first])
            found = known[things]
        return found

    def _named(self, name: Hashable) -> NDArray[np.float64]:
        known = self._kept.get(name)
        if known is None:
            if (len(self._kept) + 1) * 8 * self._many > _BYTES_KEPT:
                self._kept.clear()
            known = self._kept[name] = np.full(self._many, np.nan)
        return known

"""What was computed for one client, kept for the next who asks the same: ``Kept`` whole, ``Memo`` thing by thing."""

from collections.abc import Callable, Hashable
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

_BYTES_KEPT: Final = 64_000_000  # a few hundred kinds of work beside the works of a province; beyond it all begins anew
_MISSED_KEPT: Final = 100_000  # names that were asked for once; beyond it they are forgotten


class Kept:
    """Arrays, or tuples of them, by name, each computed when it is first asked for.

    >>> kept = Kept()
    >>> kept.once("two", lambda: np.array([2.0])).tolist(), kept.once("two", lambda: np.array([3.0])).tolist()
    ([2.0], [2.0])
    """

    def __init__(self) -> None:
        self._kept: dict[Hashable, Any] = {}
        self._bytes = 0
        self._missed: set[int] = set()

    def get(self, name: Hashable) -> Any:
        """What is kept under a name; None where nothing is."""
        return self._kept.get(name)

    def once(self, name: Hashable, compute: Callable[[], Any]) -> Any:
        """What is kept under a name. Threads may share it: two that miss the same compute the same."""
        found = self._kept.get(name)
        if found is None:
            found = compute()
            self._keep(name, found)
        return found

    def was_missed(self, name: Hashable) -> bool:
        """Whether a name was asked for before; from now on it was.

        >>> kept = Kept()
        >>> kept.was_missed("two"), kept.was_missed("two")
        (False, True)
        """
        key = hash(name)
        before = key in self._missed
        if len(self._missed) >= _MISSED_KEPT:
            self._missed.clear()
        self._missed.add(key)
        return before

    def _keep(self, name: Hashable, found: Any) -> None:
        size = sum(part.nbytes for part in (found if isinstance(found, tuple) else (found,)))
        if self._bytes + size > _BYTES_KEPT:
            self._kept.clear()
            self._bytes = 0
        self._kept[name] = found
        self._bytes += size


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
        self._kept = Kept()

    def values(
        self, name: Hashable, things: NDArray[np.integer], compute: Callable[[NDArray[np.intp]], NDArray[np.float64]]
    ) -> NDArray[np.float64]:
        """The value of each of ``things``; ``compute`` gets the positions of one of each that is not known yet.

        Threads may share a memo: two that miss the same value compute the same.
        """
        known = self._kept.once(name, lambda: np.full(self._many, np.nan))
        found: NDArray[np.float64] = known[things]
        missing = np.flatnonzero(np.isnan(found))
        if len(missing):
            new, first = np.unique(things[missing], return_index=True)
            known[new] = compute(missing[first])
            found = known[things]
        return found

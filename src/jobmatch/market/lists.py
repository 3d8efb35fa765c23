"""What postings ask of a kind (skills, certificates): ``Lists`` by row, and ``Runs``, the same by what is asked."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from jobmatch.market.cover import Run


@dataclass(frozen=True, eq=False)
class Lists:
    """What each posting asks of a kind (skills, certificates): small numbers, each required or preferred."""

    starts: NDArray[np.int64]  # of row i: values[starts[i]:starts[i + 1]]
    values: NDArray[np.int16]  # 2 × number, one more where it is required
    required: NDArray[np.uint8]  # as how many a row's required ones count
    preferred: NDArray[np.uint8]  # and those that it only prefers

    @classmethod
    def of(cls, rows: list[list[tuple[int, bool]]]) -> "Lists":
        """Lay lists of (number, required) one after the other."""
        flat = [(row, value, flag) for row, pairs in enumerate(rows) for value, flag in pairs]
        owner, values, flags = (np.array([entry[at] for entry in flat], dtype=np.int32) for at in range(3))
        required = np.bincount(owner[flags > 0], minlength=len(rows))
        every = np.bincount(owner, minlength=len(rows))
        return cls(
            starts=np.cumsum([0, *map(len, rows)], dtype=np.int64),
            values=(2 * values + flags).astype(np.int16),
            required=np.minimum(required, 255).astype(np.uint8),
            preferred=np.minimum(every - required, 255).astype(np.uint8),
        )

    def counted_once(self, rows: NDArray[np.bool_]) -> "Lists":
        """The same lists; in some rows all count as one that is preferred: they tell what is done there, no bars."""
        any_asked = np.minimum(self.required | self.preferred, 1)
        required, preferred = np.where(rows, 0, self.required), np.where(rows, any_asked, self.preferred)
        return Lists(self.starts, self.values, required.astype(np.uint8), preferred.astype(np.uint8))

    @staticmethod
    def worth(shares: NDArray[np.float64], preferred: float) -> NDArray[np.float32]:
        """What each value counts for a client who has ``shares`` (0..1 a number) of each number.

        A required one counts 1, a preferred one ``preferred``.
        """
        return np.stack([shares * preferred, shares], axis=1).ravel().astype(np.float32)

    @cached_property
    def asked(self) -> tuple[NDArray[np.float64], NDArray[np.uint16]]:
        """The different pairs of how many are required and how many preferred, and which of them each row has."""
        both = self.required.astype(np.uint16) << 8 | self.preferred
        occurs = np.bincount(both, minlength=1) > 0
        pairs = np.flatnonzero(occurs)
        which = (np.cumsum(occurs) - 1).astype(np.uint16)[both]
        return np.stack([pairs >> 8, pairs & 255], axis=1).astype(np.float64), which

    def held(self, worth: NDArray[np.float32], rows: NDArray[np.intp]) -> NDArray[np.float32]:
        """What a client has of all that each of ``rows`` asks; meant for few rows or short lists."""
        asks = np.flatnonzero(self.required[rows] | self.preferred[rows])
        held = np.zeros(len(rows), dtype=np.float32)
        if len(asks):
            values, before = self._of_rows(rows[asks])
            held[asks] = np.add.reduceat(worth.take(values, mode="clip"), before)
        return held

    def _of_rows(self, rows: NDArray[np.intp]) -> tuple[NDArray[np.int16], NDArray[np.intp]]:
        """The values of some rows one after the other, and where each row's begin."""
        starts, ends = self.starts[rows], self.starts[rows + 1]
        before = np.cumsum(ends - starts) - (ends - starts)
        places = np.arange(int((ends - starts).sum())) + np.repeat(starts - before, ends - starts)
        return self.values.take(places), before

    def required_of(self, rows: NDArray[np.intp]) -> NDArray[np.int16]:
        """The numbers that some rows require, as often as they do.

        >>> Lists.of([[(3, True), (5, False)], [(3, True)], []]).required_of(np.array([0, 1, 2])).tolist()
        [3, 3]
        """
        values, _ = self._of_rows(rows)
        numbers: NDArray[np.int16] = values[values % 2 == 1] // 2
        return numbers

    def named_in(self, rows: NDArray[np.intp]) -> NDArray[np.int16]:
        """As ``required_of``, those that are only preferred among them."""
        return np.asarray(self._of_rows(rows)[0] // 2)

    def without(self, row: int) -> "Lists":
        """The same lists, but nothing is asked in one row."""
        start, end = int(self.starts[row]), int(self.starts[row + 1])
        required, preferred = self.required.copy(), self.preferred.copy()
        starts = np.where(np.arange(len(self.starts)) > row, self.starts - (end - start), self.starts)
        required[row] = preferred[row] = 0
        return Lists(starts, np.delete(self.values, np.s_[start:end]), required, preferred)

    def of_row(self, row: int) -> list[tuple[int, bool]]:
        """The (number, required) pairs of one row."""
        pairs = (divmod(value, 2) for value in self.values[self.starts[row] : self.starts[row + 1]].tolist())
        return [(number, bool(required)) for number, required in pairs]


@dataclass(frozen=True, eq=False)
class Runs:
    """Lists turned round: the rows, ascending, that hold a value."""

    starts: NDArray[np.int64]  # of value v: rows[starts[v]:starts[v + 1]]
    rows: NDArray[np.int32]

    @classmethod
    def of(cls, lists: Lists, numbers: int) -> "Runs":
        """The rows of each value of lists of ``numbers`` different numbers."""
        owner = np.repeat(np.arange(len(lists.starts) - 1, dtype=np.int32), np.diff(lists.starts))
        counts = np.bincount(lists.values, minlength=2 * numbers)
        return cls(np.append(0, np.cumsum(counts)), owner[np.argsort(lists.values, kind="stable")])

    def weighted(self, worth: NDArray[np.float32]) -> Iterator[Run]:
        """The run of each value that is worth something, ``worth`` being that of each value."""
        return (self._run(value, worth[value]) for value in np.flatnonzero(worth).tolist())

    def _run(self, value: int, worth: np.float32) -> Run:
        return self.rows[self.starts[value] : self.starts[value + 1]], lambda _: np.asarray(worth)

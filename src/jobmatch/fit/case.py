"""``Case``: one client beside some rows of the market; what several comparisons need is computed once."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any, Final, NamedTuple, TypeVar, cast

import numpy as np
from numpy.typing import NDArray

from jobmatch.fit.facts import Facts
from jobmatch.fit.spread import BLOCK, Cut, counted
from jobmatch.lazily import cached_property
from jobmatch.market.columns import Market
from jobmatch.market.cover import Cover, Run
from jobmatch.market.kept_rows import KeptRows
from jobmatch.settings import Settings

Rows = NDArray[np.intp]
Values = NDArray[np.float64]
Mask = NDArray[np.bool_]
Columns = dict[str, NDArray[Any]]
Told = TypeVar("Told")


class Measured(NamedTuple):
    """Values in 0..1 and where they are known, both of shape (rows,)."""

    value: Values
    known: Mask

    def but(self, at: Rows, other: "Measured") -> "Measured":
        """The same with other values at some positions; its arrays are changed."""
        self.value[at], self.known[at] = other
        return self


class Sorts(NamedTuple):
    """A case beside one row of each sort of the market, and of which sort each row is, shape (rows,)."""

    case: "Case"
    which: NDArray[np.integer]


_STRETCH: Final = BLOCK
_AT_ONCE: Final = 16  # rows: what the reasons of several look at is computed for so few at once


@dataclass(frozen=True, eq=False)
class Case:
    """One client (as ``facts``) and the rows of the market that are looked at.

    Many rows are alike in what a comparison reads: they share their ``title``, the ``work`` (what the title means, and
    with it the occupation), the ``kind`` of their terms, both of these (a ``post``), the ``spot`` where they lie, the
    pay they ``offer`` or the day on which they were ``posted``. ``fit.by_sort`` compares one row of each sort only.
    """

    facts: Facts
    market: Market
    rows: Rows
    day: int
    settings: Settings
    seen: Columns = field(default_factory=dict)  # columns and the like at these rows
    whole: "Case | None" = None  # the case of which this is a part, at these positions
    positions: NDArray[np.intp] | slice | None = None
    reach: "Case | None" = None  # the case of all that is in reach, where this one looks at some rows only
    sort: str | None = None  # the rows are one of each sort of this name
    sorts: "dict[str, Sorts | None]" = field(default_factory=dict)  # its rows by what they share, as far as asked
    kept: KeptRows | None = None  # the rows as the market keeps them for all who ask for them
    totals: Columns = field(default_factory=dict)  # what was added up in runs, over the ranges of the cover

    def at(self, rows: Rows, sort: str | None = None, kept: KeptRows | None = None) -> "Case":
        """The same client beside other rows."""
        return Case(self.facts, self.market, rows, self.day, self.settings, reach=self.reach or self, sort=sort,
                    kept=kept)  # fmt: skip

    def of(self, facts: Facts, forget: tuple[str, ...]) -> "Case":
        """The same rows beside a client with other facts; what was kept under a name in ``forget`` is computed anew."""

        def kept(columns: Columns) -> Columns:
            return {name: values for name, values in columns.items() if not name.startswith(forget)}

        case = replace(self, facts=facts, seen=kept(self.seen), totals=kept(self.totals), sorts={})
        for sort, one in self.sorts.items():
            case.sorts[sort] = one and Sorts(one.case.of(facts, forget), one.which)
        return case

    def cut(self, positions: NDArray[np.intp]) -> "Case":
        """The same client beside some of the rows, by position, the others forgotten."""
        seen = {name: values[positions] for name, values in self.seen.items()}
        rows = self.rows[positions]
        return replace(self, rows=rows, seen=seen, totals={}, whole=None, positions=None, sorts={}, kept=None)

    def part(self, positions: NDArray[np.intp] | slice) -> "Case":
        """The same client beside some of the rows, by position; what was computed for all of them is not done again."""
        return Case(self.facts, self.market, self.rows[positions], self.day, self.settings, whole=self,
                    positions=positions, reach=self.reach or self, sort=self.sort)  # fmt: skip

    @cached_property
    def as_cut(self) -> Cut:
        """The rows of a part, as they are cut out of what is known of its whole."""
        return Cut(np.asarray(self.positions))

    def stretches(self) -> "Iterator[Case]":
        """The rows in stretches that stay in the processor's cache; sorts are not numbered anew for each."""
        if len(self.rows) <= _STRETCH:
            yield self
            return
        for start in range(0, len(self.rows), _STRETCH):
            yield self.part(slice(start, start + _STRETCH))

    def counts(self, which: NDArray[np.integer], many: int) -> NDArray[np.intp]:
        """How many of the rows are of each of ``many`` sorts, ``which`` being the sort of each row."""
        kept = self.kept
        return counted(which, many) if kept is None else kept.counts(which, lambda: counted(which, many))

    def taken(self, values: NDArray[Any]) -> NDArray[Any]:
        """Of what is known of all rows of the whole that of these."""
        return values[self.positions] if isinstance(self.positions, slice) else self.as_cut.take(values)

    def beside(self, at: int) -> "tuple[Case, int]":
        """The same client beside few rows, the one at a position among them, and its position there; always the same.

        Where the rows are few it is these: what the reasons of several look at is computed at once.
        """
        if len(self.rows) <= _AT_ONCE:
            return self, at
        if at not in self._ones:
            self._ones[at] = self.part(np.array([at], dtype=np.intp))
        return self._ones[at], 0

    @cached_property
    def _ones(self) -> "dict[int, Case]":
        return {}

    def of_reach(self, tell: "Callable[[Case], Told]") -> Told:
        """What holds of all that is in reach together, whichever rows are looked at: told once."""
        known = (self.reach or self)._of_reach
        if tell not in known:
            known[tell] = tell(self.reach or self)
        return cast(Told, known[tell])

    @cached_property
    def _of_reach(self) -> dict[Any, Any]:
        return {}

    def column(self, name: str) -> NDArray[Any]:
        """One column of the market at the rows of this case."""
        return self.once(name, lambda: self._column(name))

    def _column(self, name: str) -> NDArray[Any]:
        values: NDArray[Any] = getattr(self.market, name)
        if self.kept is not None:
            return self.kept.column(name, values)
        # no copy where these are all rows in their order, as those of each sort need not be
        return values if self.sort is None and len(self.rows) == len(values) else values[self.rows]

    def once(self, name: str, compute: Callable[[], NDArray[Any]]) -> NDArray[Any]:
        """What several comparisons need, computed on first use and kept for these rows."""
        if name not in self.seen:
            known = self._known_to_the_whole(name)
            self.seen[name] = compute() if known is None else known
        return self.seen[name]

    def sums(self, name: str, runs: Callable[[], Iterable[Run]]) -> NDArray[Any]:
        """What runs come to at each row: added up once for the case of which this is a part, and looked up here."""
        return self.once(name, lambda: self._totals(name, runs)[self._places])

    def _totals(self, name: str, runs: Callable[[], Iterable[Run]]) -> NDArray[Any]:
        if self.whole is not None:
            return self.whole._totals(name, runs)
        if name not in self.totals:
            self.totals[name] = self.cover.totals(runs())
        return self.totals[name]

    @cached_property
    def _places(self) -> NDArray[np.intp]:
        """Where the rows stand in the ranges of the case of which this is a part."""
        return self.cover.places if self.whole is None else self.whole._places[self.positions]

    @cached_property
    def cover(self) -> Cover:
        """The ranges of the market in which the rows stand."""
        return Cover.of(self.rows) if self.kept is None else self.kept.cover

    def _known_to_the_whole(self, name: str) -> NDArray[Any] | None:
        if self.whole is None:
            return None
        known = self.whole.seen[name] if name in self.whole.seen else self.whole._known_to_the_whole(name)
        return None if known is None else self.taken(known)

    def blank(self) -> Measured:
        """Nothing known for any row."""
        size = len(self.rows)
        return Measured(np.zeros(size), np.zeros(size, dtype=np.bool_))

"""``Case``: one client beside some rows of the market; what several comparisons need is computed once."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, reduce
from operator import attrgetter
from types import SimpleNamespace
from typing import Any, Final, NamedTuple, cast

import numpy as np
from numpy.typing import NDArray

from jobmatch.fit.facts import Facts
from jobmatch.fit.quantiles import quantiles
from jobmatch.fit.spread import BLOCK, Cut, Spread, counted, spread
from jobmatch.fit.whereabouts import Anchor
from jobmatch.lazily import cached_property
from jobmatch.market.columns import Market
from jobmatch.market.cover import Cover, Run
from jobmatch.market.kept_rows import Alike, KeptRows, alike
from jobmatch.settings import Settings
from jobmatch.text.places.gazetteer import distance_km

Rows = NDArray[np.intp]
Values = NDArray[np.float64]
Mask = NDArray[np.bool_]
Columns = dict[str, NDArray[Any]]


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


_FEW: Final = 4000  # rows: to sort so few costs more than to compare each of them (benchmarks, query)
_PER_SORT: Final = 1.5  # rows for each sort: with fewer there is more to do for the sorts than for the rows
_STRETCH: Final = BLOCK
_SELF: Final = 16  # rows: each is compared itself, as its like may have been changed (what a vacancy asks)
_SMALL: Final = BLOCK  # rows of a market: what is told of them all is told in the time that some need
_TOLD_BY: Final = 16  # sorts for each row: what is told of them all serves as many clients at least
_SHARED: Final = frozenset(
    ("kind", "spot", "offer", "posted")
)  # ... where what is told hangs on what many have in common


@dataclass(frozen=True, eq=False)
class Case:
    """One client (as ``facts``) and the rows of the market that are looked at.

    Many rows are alike in what a comparison reads: they share their ``title``, the ``work`` (what the title means, and
    with it the occupation), the ``kind`` of their terms, both of these (a ``post``), the ``spot`` where they lie, the
    pay they ``offer`` or the day on which they were ``posted``. ``on`` and ``sorts`` compare one row of each sort only.
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
    by_sort: "dict[str, Sorts | None]" = field(default_factory=dict)  # its rows by what they share, as far as asked
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

        case = replace(self, facts=facts, seen=kept(self.seen), totals=kept(self.totals), by_sort={})
        for sort, one in self.by_sort.items():
            case.by_sort[sort] = one and Sorts(one.case.of(facts, forget), one.which)
        return case

    def cut(self, positions: NDArray[np.intp]) -> "Case":
        """The same client beside some of the rows, by position, the others forgotten."""
        seen = {name: values[positions] for name, values in self.seen.items()}
        rows = self.rows[positions]
        return replace(self, rows=rows, seen=seen, totals={}, whole=None, positions=None, by_sort={}, kept=None)

    def part(self, positions: NDArray[np.intp]) -> "Case":
        """The same client beside some of the rows, by position; what was computed for all of them is not done again."""
        return self._part(positions)

    @cached_property
    def as_cut(self) -> Cut:
        """The rows of a part, as they are cut out of what is known of its whole."""
        return Cut(np.asarray(self.positions))

    def _part(self, positions: NDArray[np.intp] | slice) -> "Case":
        return Case(self.facts, self.market, self.rows[positions], self.day, self.settings, whole=self,
                    positions=positions, reach=self.reach or self, sort=self.sort)  # fmt: skip

    def stretches(self) -> "Iterator[Case]":
        """The rows in stretches that stay in the processor's cache; sorts are not numbered anew for each."""
        if len(self.rows) <= _STRETCH:
            yield self
            return
        for start in range(0, len(self.rows), _STRETCH):
            yield self._part(slice(start, start + _STRETCH))

    def on(self, sort: str, name: str, compute: "Callable[[Case], NDArray[Any]]") -> NDArray[Any]:
        """What depends on the sort of a row alone: computed once a sort, kept under a name, laid out over the rows."""
        alike = self.sorts(sort)
        if alike is None:
            return self.once(name, lambda: compute(self))
        return self.once(name, lambda: spread(alike.case.once(name, lambda: compute(alike.case)), alike.which))

    def told(
        self, sort: str, name: Hashable, reads: tuple[str, ...], tell: "Callable[[Case], Any]", again: bool = False
    ) -> tuple[Any, NDArray[np.integer]] | None:
        """What a few facts alone tell of every sort, and the sort of each row; None where the rows are too few for it.

        The market keeps it for the next client of whom the same facts hold. ``reads`` are their dotted names, and
        ``tell`` sees no other fact: so nobody is told what holds for somebody else. What few share is told from the
        second client on of whom it holds (``again``), and of a small market alone.
        """
        facts = _reader(reads)(self.facts) if reads else None
        whose = (sort, name, self.day, self.settings, facts)
        found = self.market.told.get(whose)
        if found is None:
            worth = self._worth_telling_again(whose) if again else self._worth_telling(sort)
            if len(self.rows) <= _SELF or not worth:
                return None
            found = self.market.told.once(whose, lambda: tell(self._of_every(sort, reads)))
        return found, self.rows if sort == "row" else self.column(sort)

    def _worth_telling_again(self, whose: Hashable) -> bool:
        return len(self.market) <= _SMALL and self.market.told.was_missed(whose)

    def _worth_telling(self, sort: str) -> bool:
        many, rows = self.market.sorts_of[sort], len(self.rows if self.reach is None else self.reach.rows)
        return many <= _FEW or many <= rows * (_TOLD_BY if sort in _SHARED else 1 / _PER_SORT)

    def held(self, sort: str, name: Hashable, reads: tuple[str, ...], tell: "Callable[[Case], NDArray[Any]]") -> Spread:
        """What a few facts tell of the rows, held by sort where they are many."""
        told = self.told(sort, name, reads, tell)
        if told is not None:
            return Spread(*told)
        alike = self.sorts(sort)
        return Spread(tell(self), None) if alike is None else Spread(tell(alike.case), alike.which)

    def _of_every(self, sort: str, reads: tuple[str, ...]) -> "Case":
        """Somebody of whom only a few facts are known beside one row of each sort."""
        facts = {name: _reader((name,))(self.facts) for name in reads}
        kept = self.market.row_of_sort(sort)
        return Case(cast(Facts, _by_dots(facts)), self.market, kept.rows, self.day, self.settings, sort=sort, kept=kept)

    def counts(self, which: NDArray[np.integer], many: int) -> NDArray[np.intp]:
        """How many of the rows are of each of ``many`` sorts, ``which`` being the sort of each row."""
        kept = self.kept
        return counted(which, many) if kept is None else kept.counts(which, lambda: counted(which, many))

    @property
    def few(self) -> bool:
        """Whether the rows are so few that they are compared one by one."""
        return len(self.rows) <= _FEW

    def sorts(self, sort: str) -> Sorts | None:
        """The rows by sort; None where the rows are few, or hardly more than their sorts."""
        stretch = isinstance(self.positions, slice)  # as its whole has it, however few its rows are
        if sort in ("row", self.sort) or (self.few and not stretch):
            return None
        if sort not in self.by_sort:
            self.by_sort[sort] = self._sorted(sort)
        return self.by_sort[sort]

    def _sorted(self, sort: str) -> Sorts | None:
        if self.whole is not None:
            above = self.whole.sorts(sort)
            return above and Sorts(above.case, self._taken(above.which))
        one_of_each, which = self._alike(sort)
        if len(one_of_each.rows) * _PER_SORT > len(self.rows):
            return None
        return Sorts(self.at(one_of_each.rows, sort, one_of_each), which)

    def _alike(self, sort: str) -> Alike:
        every = self.market.row_of_sort(sort)
        if self.kept is None:
            return alike(self.column(sort), every)
        return self.kept.alike(sort, getattr(self.market, sort), every)

    def _taken(self, values: NDArray[Any]) -> NDArray[Any]:
        """Of what is known of all rows of the whole that of these."""
        return values[self.positions] if isinstance(self.positions, slice) else self.as_cut.take(values)

    def beside(self, at: int) -> "tuple[Case, int]":
        """The same client beside few rows, the one at a position among them, and its position there; always the same.

        Where the rows are few it is these: what the reasons of several look at is computed at once.
        """
        if len(self.rows) <= _SELF:
            return self, at
        if at not in self._ones:
            self._ones[at] = self.part(np.array([at], dtype=np.intp))
        return self._ones[at], 0

    @cached_property
    def _ones(self) -> "dict[int, Case]":
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
        return None if known is None else self._taken(known)

    def blank(self) -> Measured:
        """Nothing known for any row."""
        size = len(self.rows)
        return Measured(np.zeros(size), np.zeros(size, dtype=np.bool_))

    def km_from(self, anchors: tuple[Anchor, ...]) -> NDArray[np.float32]:
        """Kilometres from the nearest of some anchors; NaN where either side is unknown."""
        ways = [self._km(anchor) for anchor in anchors]
        return reduce(np.fmin, ways) if ways else np.full(len(self.rows), np.nan, dtype=np.float32)

    def _km(self, anchor: Anchor) -> NDArray[np.float32]:
        lat, lon = self.column("lat"), self.column("lon")
        return self.once(f"km {anchor.lat} {anchor.lon}", lambda: distance_km(anchor.lat, anchor.lon, lat, lon))

    @property
    def km_from_home(self) -> NDArray[np.float32]:
        """Kilometres from the client's home; NaN where it is not known."""
        home = self.facts.home_anchor
        return self.km_from((home,) if home else ())

    def around(self, anchors: tuple[Anchor, ...]) -> Mask:
        """Rows that name the district of one of ``anchors``, or just the city or province that holds it."""
        return np.isin(self.column("place"), [code for anchor in anchors for code in anchor.around])

    def inside(self, anchors: tuple[Anchor, ...]) -> Mask:
        """Rows that name the district of one of ``anchors``."""
        return np.isin(self.column("place"), [anchor.district for anchor in anchors])

    @property
    def rough(self) -> Mask:
        """Rows whose point stands for something wide: a whole city or province, or a large district."""
        wide = self.column("place_radius_km") > self.settings.number("distance.rough_km")
        return self.once("rough", lambda: wide | self.column("place_wide"))

    @property
    def pay_offered(self) -> NDArray[np.float64]:
        """The middle of the pay offered per month, or what is sure of it; NaN where it is not known."""
        return self._of_offer("pay offered", Case._pay_offered)

    def pay_end(self, end: str) -> NDArray[np.float32]:
        """The ``min`` or ``max`` of the pay offered per month; NaN where it is not said or looks mistaken."""
        return self._of_offer(f"pay {end}", lambda one: one._pay_end(end))

    def _of_offer(self, name: str, tell: "Callable[[Case], NDArray[Any]]") -> NDArray[Any]:
        """What the pay that is offered tells alone."""
        return self.once(name, lambda: self.held("offer", name, (), tell).rows)

    def _pay_end(self, end: str) -> NDArray[np.float32]:
        return np.where(self.column("pay_mistaken"), np.float32(np.nan), self.column(f"pay_{end}_month"))

    @property
    def pay_unsure(self) -> NDArray[np.int8]:
        """Why not all of the pay that is told is sure, as ``salary.WHYS``; 0 where it is, or looks mistaken."""
        said, mistaken = self.column("pay_unsure"), self.column("pay_mistaken")
        return self.once("pay unsure", lambda: np.where(mistaken, np.int8(0), said))

    def _pay_offered(self) -> NDArray[np.float64]:
        low, high = self.pay_end("min").astype(np.float64), self.pay_end("max").astype(np.float64)
        low, high = np.where(np.isnan(low), high, low), np.where(np.isnan(high), low, high)
        return np.where(self.pay_unsure > 0, self.column("pay_sure_month"), (low + high) / 2)

    @cached_property
    def usual_pay(self) -> float | None:
        """The median of the pay offered in reach; None where no posting says it."""
        if self.reach is not None:
            return self.reach.usual_pay
        found = self.pay_quantiles("offered", None, [0.5])
        return None if found is None else float(found[0])

    def pay_quantiles(self, what: str, among: Mask | Rows | None, shares: Sequence[float]) -> Values | None:
        """Quantiles of what some rows (all by default) pay: ``offered``, or the ``min`` or ``max`` of it."""
        tell = Case._pay_offered if what == "offered" else lambda one: one._pay_end(what)
        pay, which, _ = self.held("offer", f"pay {what}", (), tell)
        if which is None:
            return quantiles(pay if among is None else pay[among], None, shares)
        if among is not None and len(among) < len(pay):  # fewer to be sorted than there are sorts
            return quantiles(pay[which[among]], None, shares)
        counts = counted(which[among], len(pay)) if among is not None else self.counts(which, len(pay))
        return quantiles(pay, counts, shares)


@cache
def _reader(reads: tuple[str, ...]) -> "attrgetter[Any]":
    """What reads facts by their dotted names: the one, or all of several."""
    return attrgetter(*reads)


def _by_dots(values: dict[str, Any]) -> SimpleNamespace:
    """Values by dotted name as attributes of attributes.

    >>> _by_dots({"client.conditions.age": 40, "rung": 3}).client.conditions.age
    40
    """
    found = SimpleNamespace()
    for name, value in values.items():
        *path, last = name.split(".")
        node = found
        for part in path:
            node = node.__dict__.setdefault(part, SimpleNamespace())
        setattr(node, last, value)
    return found

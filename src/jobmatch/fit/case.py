"""``Case``: one client beside some rows of the market; what several comparisons need is computed once."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from jobmatch.fit.facts import Anchor, Facts
from jobmatch.market.columns import Market
from jobmatch.settings import Settings
from jobmatch.text.gazetteer import distance_km

Rows = NDArray[np.intp]
Values = NDArray[np.float64]
Mask = NDArray[np.bool_]


class Measured(NamedTuple):
    """Values in 0..1 and where they are known, both of shape (rows,)."""

    value: Values
    known: Mask


@dataclass(frozen=True, eq=False)
class Case:
    """One client (as ``facts``) and the rows of the market that are looked at."""

    facts: Facts
    market: Market
    rows: Rows
    word_scores: NDArray[np.float32]  # of the whole market, shape (n,)
    day: int
    usual_pay: float | None  # median pay in reach, where it is known
    settings: Settings
    shared: dict[bytes, NDArray[np.float64]] = field(default_factory=dict)  # likeness of all titles, by vector
    seen: dict[str, NDArray[Any]] = field(default_factory=dict)  # columns and the like at these rows
    whole: "Case | None" = None  # the case of which this is a part, at these positions
    positions: NDArray[np.intp] | None = None

    def at(self, rows: Rows) -> "Case":
        """The same client beside other rows."""
        return replace(self, rows=rows, seen={}, whole=None, positions=None)

    def part(self, positions: NDArray[np.intp]) -> "Case":
        """The same client beside some of the rows, by position; what was computed for all of them is not done again."""
        return replace(self, rows=self.rows[positions], seen={}, whole=self, positions=positions)

    def one(self, at: int) -> "Case":
        """The same client beside one of the rows, by its position; itself where there is just that one."""
        return self if len(self.rows) == 1 else self.part(np.array([at], dtype=np.intp))

    def column(self, name: str) -> NDArray[Any]:
        """One column of the market at the rows of this case."""
        values = getattr(self.market, name)
        # everything is in reach of a client without a home: then no copy is made
        return self.once(name, lambda: values if len(self.rows) == len(values) else values[self.rows])

    def once(self, name: str, compute: Callable[[], NDArray[Any]]) -> NDArray[Any]:
        """What several comparisons need, computed on first use and kept for these rows."""
        if name not in self.seen:
            known = self._known_to_the_whole(name)
            self.seen[name] = compute() if known is None else known
        return self.seen[name]

    def _known_to_the_whole(self, name: str) -> NDArray[Any] | None:
        if self.whole is None:
            return None
        known = self.whole.seen[name] if name in self.whole.seen else self.whole._known_to_the_whole(name)
        return None if known is None else known[self.positions]

    def blank(self) -> Measured:
        """Nothing known for any row."""
        size = len(self.rows)
        return Measured(np.zeros(size), np.zeros(size, dtype=np.bool_))

    def km_from(self, anchors: tuple[Anchor, ...]) -> NDArray[np.float32]:
        """Kilometres from the nearest of some anchors; NaN where either side is unknown."""
        lat, lon = self.column("lat"), self.column("lon")
        best = np.full(len(self.rows), np.nan, dtype=np.float32)
        for anchor in anchors:
            best = np.fmin(best, distance_km(anchor.lat, anchor.lon, lat, lon))
        return best

    @property
    def km_from_home(self) -> NDArray[np.float32]:
        """Kilometres from the client's home; NaN where it is not known."""
        home = self.facts.home_anchor
        return self.once("km from home", lambda: self.km_from((home,) if home else ()))

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
        """The middle of the pay offered per month; NaN where it is not said."""
        return self.once("pay offered", self._pay_offered)

    def _pay_offered(self) -> NDArray[np.float64]:
        low = self.column("pay_min_month").astype(np.float64)
        high = self.column("pay_max_month").astype(np.float64)
        low, high = np.where(np.isnan(low), high, low), np.where(np.isnan(high), low, high)
        return (low + high) / 2

    def affinity(self, vector: NDArray[np.float32]) -> NDArray[np.float64]:
        """How near each posting's occupations are to a client's, by a vector over all codes."""
        chances, codes = self.column("occupation_chances"), self.column("occupations")
        near = sum(vector[codes[:, at]] * chances[:, at] for at in range(codes.shape[1]))
        return np.asarray(near, dtype=np.float64)

    def title_likeness(self, vectors: NDArray[np.float32]) -> NDArray[np.float64]:
        """How alike the posting's title is to the nearest of some titles, shape (rows,)."""
        if not len(vectors):
            return np.zeros(len(self.rows))
        if 2 * len(self.rows) < len(self.market.title_vectors):
            here, which = self._titles_here
            return np.asarray(_alike(here, vectors)[which])
        key = vectors.tobytes()
        if key not in self.shared:
            self.shared[key] = _alike(self.market.title_vectors, vectors)
        return np.asarray(self.shared[key][self.column("title")])

    @cached_property
    def _titles_here(self) -> tuple[NDArray[np.float32], NDArray[np.intp]]:
        """The vectors of the different titles at these rows, and which of them each row has."""
        title = self.column("title")
        if len(title) < _FEW:
            different, which = np.unique(title, return_inverse=True)
            return self.market.title_vectors[different], which
        marked = np.zeros(len(self.market.title_vectors), dtype=np.intp)
        marked[title] = 1
        place = np.cumsum(marked) - 1
        return self.market.title_vectors[np.flatnonzero(marked)], place[title]


_FEW = 500  # rows up to which sorting them is cheaper than one pass over all titles


def _alike(titles: NDArray[np.float32], vectors: NDArray[np.float32]) -> NDArray[np.float64]:
    """The largest of the dot products with ``vectors``, for each title.

    einsum sums each row by itself, so a title's likeness never depends on the titles beside it; five digits
    are kept, so that the last bits decide no rank.
    """
    alike = np.einsum("nd,kd->nk", titles, vectors).max(axis=1)
    return np.asarray(np.round(np.clip(alike, 0, 1).astype(np.float64), 5))

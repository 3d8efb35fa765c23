"""The features in the order in which they are shown, and all of them measured at once."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import ModuleType
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from jobmatch.fit import (
    background,
    by_sort,
    certificates,
    competition,
    distance,
    education,
    entry,
    experience,
    freshness,
    health,
    hours,
    occupation,
    pay,
    seniority,
    skills,
    words,
)
from jobmatch.fit.case import Case, Measured, Sorts
from jobmatch.fit.spread import Apart, Cut, Spread, Spreads, add_spread, spread
from jobmatch.market.cover import joined

FEATURES: Final[dict[str, ModuleType]] = {
    module.NAME: module
    for module in (
        occupation, background, skills, words, education, experience, entry, certificates, seniority,
        pay, distance, hours, health, freshness, competition,
    )
}  # fmt: skip


# Of which sort of row a feature depends: "row" where of more than one of the others.
_SORTS: Final = {"occupation": "title", "background": "post", "experience": "post", "entry": "post",
                 "pay": "offer", "skills": "asked", "text": "asked"}  # fmt: skip
# Of which sort of row and of which facts alone.
_TOLD: Final[dict[str, tuple[str, tuple[str, ...]]]] = {
    "education": ("kind", ("rung",)),
    "certificates": ("kind", ("certificates", "licence_by_class")),
    "seniority": ("kind", ("standing",)),
    "hours": (
        "kind",
        (
            "work_time",
            "client.conditions.night_shift_ok",
            "client.conditions.shift_ok",
            "client.conditions.available_hours",
            "part_of_a_day",
        ),
    ),
    "health": ("kind", ("cannot", "may_manage")),
    "distance": ("spot", ("near_to", "wanted_districts", "wanted_places", "commute_km")),
    "freshness": ("posted", ()),
    "pay": ("offer", ("client.attitude.pay_min", "client.attitude.pay_wanted", "work_time")),
    "competition": ("asked", ()),
}
_HISTORY: Final = ("past", "majors_titles", "rung", "new_graduate", "as_of")
# The same of what hangs on so many facts that few clients share them: told where many come to a small market.
_TOLD_AGAIN: Final[dict[str, tuple[str, tuple[str, ...]]]] = {
    "occupation": ("title", ("wanted", "wanted_works", "meant_objects", "wanted_fields", "wanted_ways",
                             "wants_welfare")),
    "background": ("work", _HISTORY),
    "entry": ("post", _HISTORY),
    "experience": ("post", (*_HISTORY, "years_in_all", "is_fresh", "graduate", "certificates",
                            "client.conditions.major")),
    "skills": ("row", ("skills", "client.conditions.skills")),
    "text": ("row", ("words",)),
}  # fmt: skip


# Features of which most rows of a sort have the ``usual`` value, and a few stand ``apart``.
APART: Final = ("skills", "text")


def _sort_of(case: Case, name: str) -> str:
    """Of which sort of rows a feature depends; where nothing is known of it, any will do."""
    # what is wanted is then no matter of the title alone
    if name == "occupation" and (case.facts.wants_welfare or case.facts.wanted_fields or case.facts.wanted_ways):
        return "row"
    if name == "competition" and case.market.crowd is None:
        return "asked"
    return _SORTS.get(name, "row")


class Laid(Spreads):
    """What was compared, by the name of the feature."""

    @classmethod
    def of(cls, rows: Mapping[str, NDArray[Any]]) -> "Laid":
        """Arrays that have a value of its own for each row."""
        return cls({name: Spread(values, None) for name, values in rows.items()})

    @property
    def size(self) -> int:
        """How many rows there are."""
        return next(iter(self.held.values())).size

    def sums(self, names: Iterable[str], of: Callable[[str, NDArray[Any]], NDArray[Any]]) -> NDArray[np.float64]:
        """For each row the sum of what is made ``of`` its arrays; it is added up for the sorts first."""
        by_sort: dict[int, tuple[NDArray[Any], NDArray[np.integer] | None]] = {}
        apart: list[Apart] = []
        for name in (name for name in names if name in self.held):
            values, which, own = self.held[name].narrow
            added = of(name, values)
            if own is not None and which is not None:
                apart.append(Apart(own.at, of(name, own.values) - added[which[own.at]]))
            if id(which) in by_sort:
                added = added + by_sort[id(which)][0]
            by_sort[id(which)] = added, which
        total = np.zeros(self.size)
        for one, which in by_sort.values():
            if which is None:
                total += one
            else:
                add_spread(one, which, total)
        for at, more in apart:
            total[at] += more
        return total

    def with_more(self, more: "Laid") -> "Laid":
        """Further arrays of the same rows."""
        return Laid(self.held | more.held)


@dataclass(frozen=True, eq=False)
class Fit:
    """All features of some rows: values in 0..1 and where they are known, shape (rows,) a name."""

    values: Laid
    known: Laid
    wish_stands: bool = True  # as ``Facts.wish_stands``

    def with_more(self, more: "Fit") -> "Fit":
        """The fit with further features of the same rows."""
        return Fit(self.values.with_more(more.values), self.known.with_more(more.known), more.wish_stands)

    def without(self, names: Collection[str]) -> "Fit":
        """The fit as if some features were not measured yet."""
        values, known = (
            {name: spread for name, spread in laid.held.items() if name not in names}
            for laid in (self.values, self.known)
        )
        return Fit(Laid(values), Laid(known), self.wish_stands)

    def at(self, cut: Cut) -> "Fit":
        """The fit of some of the rows."""
        return Fit(Laid(cut.of(self.values.held)), Laid(cut.of(self.known.held)), self.wish_stands)

    def reaches(self, name: str, least: float) -> NDArray[np.bool_]:
        """Rows in which a feature reaches a value."""
        return self.values.held[name].told(lambda values: values >= least)

    def surely(self, name: str, least: float, at: NDArray[np.intp] | None = None) -> NDArray[np.bool_]:
        """Rows, all or those at some positions, in which a feature is known and reaches a value."""
        told = self._told(name, lambda values, known: known & (values >= least))
        return told.rows if at is None else told.at(at)

    def misses(self, name: str, least: float, at: NDArray[np.intp] | None = None) -> NDArray[np.bool_]:
        """Rows, all or those at some positions, in which a feature is known and does not reach a value."""
        told = self._told(name, lambda values, known: known & ~(values >= least))
        return told.rows if at is None else told.at(at)

    def perhaps(self, name: str, least: float, cut: Cut) -> NDArray[np.bool_]:
        """Of the rows of a cut those in which a feature reaches a value or is not known."""
        return cut.rows(self._told(name, lambda values, known: ~known | (values >= least)))

    def _told(self, name: str, tell: Callable[[NDArray[Any], NDArray[Any]], NDArray[Any]]) -> Spread:
        (values, which, own), (known, _, where) = self.values.held[name], self.known.held[name]
        apart = own and where and Apart(own.at, tell(own.values, where.values))
        return Spread(tell(values, known), which, apart)

    def of(self, name: str, at: int) -> tuple[float, bool]:
        """The value of a feature at a position, and whether it is known."""
        return float(self.values.held[name].one(at)), bool(self.known.held[name].one(at))


def measure(case: Case, neutral: Mapping[str, float], names: Collection[str] = tuple(FEATURES)) -> Fit:
    """Measure some features, all by default; what is not known takes its neutral value and so changes nothing."""
    asked = [name for name in FEATURES if name in names]
    told = {name: found for name in asked if (found := _told(name, case, neutral[name]))}
    sorts = {
        name: alike for name in asked if name not in told and (alike := by_sort.grouped(case, _sort_of(case, name)))
    }
    by_row = [name for name in asked if name not in told and name not in sorts]
    values, known = _by_row(by_row, case, neutral)
    for name, (tables, which) in told.items():
        values[name], known[name] = (Spread(table, which) for table in tables)
    for name, alike in sorts.items():
        values[name], known[name] = _by_sort(name, case, alike, neutral[name])
    return Fit(Laid(values), Laid(known), case.facts.wish_stands)


def _by_row(
    names: Collection[str], case: Case, neutral: Mapping[str, float]
) -> tuple[dict[str, Spread], dict[str, Spread]]:
    """The values of some features, told row by row, and where they are known; many rows stretch by stretch."""
    parts = list(case.stretches()) if names else []
    found = [[_filled(FEATURES[name].measure(part), neutral[name]) for name in names] for part in parts]
    whole = [Measured(*map(joined, zip(*one, strict=True))) for one in zip(*found, strict=True)]
    values, known = zip(*whole, strict=True) if whole else ((), ())
    return _rows(names, values), _rows(names, known)


def _rows(names: Collection[str], arrays: Sequence[NDArray[Any]]) -> dict[str, Spread]:
    return {name: Spread(values, None) for name, values in zip(names, arrays, strict=True)}


def _told(name: str, case: Case, neutral: float) -> tuple[Measured, NDArray[np.integer]] | None:
    """The values of a feature of which a few facts alone tell, by sort, and the sort of each row."""
    again = name in _TOLD_AGAIN
    if (not again and name not in _TOLD) or _hangs_on_more(name, case):
        return None
    sort, reads = (_TOLD_AGAIN if again else _TOLD)[name]
    # what is told of kinds is laid out over posts where the rows are compared by these: one sort then serves both
    posts = by_sort.grouped(case, "post") if sort == "kind" else None
    found = by_sort.told(
        posts.case if posts else case,
        sort,
        (name, neutral),
        reads,
        lambda one: _filled(FEATURES[name].measure(one), neutral),
        again,
    )
    if posts is None or found is None:
        return found
    return Measured(*(spread(values, found[1]) for values in found[0])), posts.which


def _hangs_on_more(name: str, case: Case) -> bool:
    """Whether a feature hangs on more than the tables above say: on what is in reach, who was sent there, each row."""
    if name == "pay":
        return pay.expected(case) is None
    return _sort_of(case, name) == "row" and name in ("occupation", "competition")


def _by_sort(name: str, case: Case, alike: Sorts, neutral: float) -> tuple[Spread, Spread]:
    """The values of one feature, told by sort, and where they are known; some rows may stand apart."""
    if name not in APART:
        value, known = _filled(FEATURES[name].measure(alike.case), neutral)
        return Spread(value, alike.which), Spread(known, alike.which)
    value, known = _filled(FEATURES[name].usual(alike.case), neutral)
    at, own = FEATURES[name].apart(case)
    mine, told = _filled(own, neutral)
    return Spread(value, alike.which, Apart(at, mine)).settled, Spread(known, alike.which, Apart(at, told)).settled


def _filled(measured: Measured, neutral: float) -> Measured:
    """The values of one feature, neutral where it is not known."""
    return Measured(np.where(measured.known, measured.value, neutral), measured.known)

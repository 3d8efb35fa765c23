"""What depends on the sort of a row alone (``market.sorts``), computed once a sort and laid out over the rows.

``once`` does so for one client; ``told`` and ``held`` for everybody of whom the same few facts hold.
"""

from collections.abc import Callable, Hashable
from functools import cache
from operator import attrgetter
from types import SimpleNamespace
from typing import Any, Final, cast

import numpy as np
from numpy.typing import NDArray

from jobmatch.fit.case import Case, Sorts
from jobmatch.fit.facts import Facts
from jobmatch.fit.spread import BLOCK, Spread, spread
from jobmatch.market.kept_rows import Alike, alike

Tell = Callable[[Case], Any]

_FEW: Final = 4000  # rows: to sort so few costs more than to compare each of them (benchmarks, query)
_PER_SORT: Final = 1.5  # rows for each sort: with fewer there is more to do for the sorts than for the rows
_SELF: Final = 16  # rows: each is compared itself, as its like may have been changed (what a vacancy asks)
_SMALL: Final = BLOCK  # rows of a market: what is told of them all is told in the time that some need
_TOLD_BY: Final = 16  # sorts for each row: what is told of them all serves as many clients at least
_SHARED: Final = frozenset(("kind", "spot", "offer", "posted"))  # ... where what is told hangs on what many share


def once(case: Case, sort: str, name: str, compute: Tell) -> NDArray[Any]:
    """What depends on the sort of a row alone: computed once a sort, kept under a name, laid out over the rows."""
    sorts = grouped(case, sort)
    if sorts is None:
        return case.once(name, lambda: compute(case))
    return case.once(name, lambda: spread(sorts.case.once(name, lambda: compute(sorts.case)), sorts.which))


def grouped(case: Case, sort: str) -> Sorts | None:
    """The rows by sort; None where the rows are few, or hardly more than their sorts."""
    stretch = isinstance(case.positions, slice)  # as its whole has it, however few its rows are
    if sort in ("row", case.sort) or (are_few(case) and not stretch):
        return None
    if sort not in case.sorts:
        case.sorts[sort] = _grouped(case, sort)
    return case.sorts[sort]


def _grouped(case: Case, sort: str) -> Sorts | None:
    if case.whole is not None:
        above = grouped(case.whole, sort)
        return above and Sorts(above.case, case.taken(above.which))
    one_of_each, which = _alike(case, sort)
    if len(one_of_each.rows) * _PER_SORT > len(case.rows):
        return None
    return Sorts(case.at(one_of_each.rows, sort, one_of_each), which)


def _alike(case: Case, sort: str) -> Alike:
    every = case.market.row_of_sort(sort)
    if case.kept is None:
        return alike(case.column(sort), every)
    return case.kept.alike(sort, getattr(case.market, sort), every)


def are_few(case: Case) -> bool:
    """Whether the rows are so few that they are compared one by one."""
    return len(case.rows) <= _FEW


def told(
    case: Case, sort: str, name: Hashable, reads: tuple[str, ...], tell: Tell, again: bool = False
) -> tuple[Any, NDArray[np.integer]] | None:
    """What a few facts alone tell of every sort, and the sort of each row; None where the rows are too few for it.

    The market keeps it for the next client of whom the same facts hold. ``reads`` are their dotted names, and
    ``tell`` sees no other fact: so nobody is told what holds for somebody else. What few share is told from the
    second client on of whom it holds (``again``), and of a small market alone.
    """
    facts = _reader(reads)(case.facts) if reads else None
    whose = (sort, name, case.day, case.settings, facts)
    found = case.market.told.get(whose)
    if found is None:
        worth = _worth_telling_again(case, whose) if again else _worth_telling(case, sort)
        if len(case.rows) <= _SELF or not worth:
            return None
        found = case.market.told.once(whose, lambda: tell(_of_every(case, sort, reads)))
    return found, case.rows if sort == "row" else case.column(sort)


def held(case: Case, sort: str, name: Hashable, reads: tuple[str, ...], tell: Tell) -> Spread:
    """What a few facts tell of the rows, held by sort where they are many."""
    found = told(case, sort, name, reads, tell)
    if found is not None:
        return Spread(*found)
    sorts = grouped(case, sort)
    return Spread(tell(case), None) if sorts is None else Spread(tell(sorts.case), sorts.which)


def _worth_telling_again(case: Case, whose: Hashable) -> bool:
    return len(case.market) <= _SMALL and case.market.told.was_missed(whose)


def _worth_telling(case: Case, sort: str) -> bool:
    many, rows = case.market.sorts_of[sort], len((case.reach or case).rows)
    return many <= _FEW or many <= rows * (_TOLD_BY if sort in _SHARED else 1 / _PER_SORT)


def _of_every(case: Case, sort: str, reads: tuple[str, ...]) -> Case:
    """Somebody of whom only a few facts are known beside one row of each sort."""
    facts = {name: _reader((name,))(case.facts) for name in reads}
    kept = case.market.row_of_sort(sort)
    return Case(cast(Facts, _by_dots(facts)), case.market, kept.rows, case.day, case.settings, sort=sort, kept=kept)


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

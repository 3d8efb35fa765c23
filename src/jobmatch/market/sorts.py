"""Sorts: many postings are alike in what a comparison reads; it is then made once for all of them.

Two rows are of the same ``kind`` where all columns of ``TERMS`` and both lists of certificates are equal, of the same
``spot`` where those of ``WHERE`` are, of the same ``offer`` where those of ``PAY`` are, and of the same ``work`` where
their titles mean the same and so does all that is told from a title (``WORK``). A ``post`` is a work of a kind.
"""

from collections.abc import Mapping
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from jobmatch.market.lists import Lists

WORK: Final = (
    "occupations", "occupation_chances", "occupation_first", "learned", "education_usual", "craft", "trades",
    "objects",
)  # fmt: skip
TERMS: Final = (
    "education", "years", "years_instead", "seniority", "graduates_only", "night", "shift", "evening", "overtime",
    "weekend", "live_in", "travel", "part_time",
    "paid_by_month", "start_hour", "end_hour", "begun_by", "not_before", "first_begins", "last_ends", "named_shift",
    "licence", "own_vehicle", "demands",
    "demands_at_times", "demands_told", "age_from", "age_beyond", "public_welfare", "reserved", "asks_money",
)  # fmt: skip
WHERE: Final = ("place", "lat", "lon", "place_radius_km", "place_wide", "place_likely")
PAY: Final = (
    "pay_min_month", "pay_max_month", "pay_doubtful", "pay_mistaken", "pay_unsure", "pay_sure_month",
    "pay_share",
)  # fmt: skip
SORTS: Final = ("work", "kind", "post", "spot", "offer")


def sorts(columns: Mapping[str, Any], vectors: NDArray[np.int16]) -> dict[str, Any]:
    """The ``SORTS`` of every row, numbered in the order of their values; the ``work_vectors``.

    ``vectors`` are those of the different titles, shape (titles, d).
    """
    title = columns["title"]
    meaning = _together([_bytes(vectors)])
    work = _together([meaning[title], *(_bytes(columns[name]) for name in WORK)])
    lists = (columns["certificates"], columns["hard_certificates"])
    terms = [*(columns[name] for name in TERMS), *map(_numbers, lists)]
    works, first = np.unique(work, return_index=True)
    found = {"work": work, "work_vectors": vectors[title[first]].reshape(len(works), vectors.shape[1])}
    found["kind"] = _together(terms)
    found["post"] = _together([found["work"], found["kind"]])
    return found | {
        sort: _together([columns[name] for name in names]) for sort, names in (("spot", WHERE), ("offer", PAY))
    }


def _bytes(values: NDArray[Any]) -> NDArray[Any]:
    """The values of a row as one, to be held against those of other rows."""
    rows = np.ascontiguousarray(values).reshape(len(values), int(np.prod(values.shape[1:])))
    return rows.view(np.dtype((np.void, max(1, rows.shape[1] * rows.itemsize)))).reshape(-1)


def _together(columns: list[NDArray[Any]]) -> NDArray[np.int32]:
    """One number for each different row of some columns."""
    numbers = np.zeros(len(columns[0]), dtype=np.int64)
    for column in columns:
        bits = column.view(np.uint32) if column.dtype.kind == "f" else column  # so that unknown is equal to unknown
        values, which = np.unique(bits, return_inverse=True)
        if len(values) > 1:
            numbers = np.unique(numbers * len(values) + which, return_inverse=True)[1]
    return numbers.astype(np.int32)


def _numbers(lists: Lists) -> NDArray[np.int64]:
    """A number for each different list, in the order of their content; 0 for an empty one."""
    asks = np.flatnonzero(np.diff(lists.starts))
    contents = [lists.values[lists.starts[row] : lists.starts[row + 1]].tobytes() for row in asks.tolist()]
    place = {content: at for at, content in enumerate(sorted(set(contents)), 1)}
    numbers = np.zeros(len(lists.starts) - 1, dtype=np.int64)
    numbers[asks] = [place[content] for content in contents]
    return numbers

"""The daily change of a market: postings that are new, replaced or closed, without reading the others anew.

What comes out is the market that would be built from all postings at once: what depends on all of them (how rare a
word is, what schooling is usual, which pay looks mistaken) is computed anew from what the columns keep of each.
"""

from bisect import bisect_left
from collections.abc import Collection, Sequence
from dataclasses import fields
from typing import Any, get_origin

import numpy as np
from numpy.typing import NDArray

from jobmatch.market.columns import Market
from jobmatch.market.employers import of_employers
from jobmatch.market.heap import Heap
from jobmatch.market.impacts import Impacts, WordCounts, impacts_of
from jobmatch.market.lists import Lists, Runs
from jobmatch.market.mistaken_pay import pay_beside_like
from jobmatch.market.sorts import SORTS, sorts
from jobmatch.market.titles import keys_of, usual_education
from jobmatch.text.asked.skills import skill_names

Order = NDArray[np.intp]  # source rows in their new order: of the old market, then, counted on, of the new one


def merged(old: Market, new: Market | None, closed: Collection[str] = ()) -> Market:
    """The old market without the closed postings and those that ``new`` replaces, and with all of ``new``."""
    new = new or _none_of(old)
    gone = {old.row_of_id[name] for name in closed if _is_main(old, name)}
    gone |= set(_replaced(old, new))
    order = _order(old, new, np.array(sorted(gone), dtype=np.intp))
    columns: dict[str, Any] = {
        one.name: _take(getattr(old, one.name), getattr(new, one.name), order)
        for one in fields(Market)
        if get_origin(one.type) is np.ndarray and one.name not in ("title", "work_vectors", *SORTS)
    }
    titles, vectors = _titles(old, new, order)
    columns |= titles
    usual = usual_education(columns["education"], columns["occupations"], columns["occupation_first"][:, None])
    columns["education_usual"] = np.maximum(usual, columns["learned"])
    columns |= pay_beside_like(columns)
    for name in ("skills", "certificates", "hard_certificates"):
        columns[name] = _lists(getattr(old, name), getattr(new, name), order)
    columns["shown"] = _heap(old.shown, new.shown, order)
    columns |= of_employers(columns)
    return Market(
        **columns,
        **sorts(columns, vectors),
        skill_runs=Runs.of(columns["skills"], len(skill_names())),
        words=_words(old, new, order),
        about=old.about | {"postings": len(order)},
    )


def _none_of(market: Market) -> Market:
    """A market of the same kind without a posting."""
    none: dict[str, Any] = {
        one.name: getattr(market, one.name)[:0] for one in fields(Market) if get_origin(one.type) is np.ndarray
    }
    lists: dict[str, Any] = {name: Lists.of([]) for name in ("skills", "certificates", "hard_certificates")}
    keys, shown = (Heap.of(heap.fields, []) for heap in (market.title_keys, market.shown))
    words = WordCounts.of([]).impacts()
    runs = Runs.of(lists["skills"], len(skill_names()))
    return Market(**none, **lists, skill_runs=runs, title_keys=keys, shown=shown, words=words, about=market.about)


def _is_main(market: Market, name: str) -> bool:
    """Whether a posting stands in the market under this id, not only as posted again under another."""
    row = market.row_of_id.get(name)
    return row is not None and market.shown.text(row, "posting_id") == name


def _replaced(old: Market, new: Market) -> list[int]:
    names = (new.shown.text(row, "posting_id") for row in range(len(new)))
    return [old.row_of_id[name] for name in names if _is_main(old, name)]


def _order(old: Market, new: Market, gone: Order) -> Order:
    """By place, then by id, as a market is laid out."""
    kept = np.delete(np.arange(len(old), dtype=np.intp), gone)
    place = old.place[kept]
    spots = []
    for row in range(len(new)):
        first, last = np.searchsorted(place, new.place[row], side="left"), np.searchsorted(
            place, new.place[row], side="right"
        )  # fmt: skip
        name = new.shown.text(row, "posting_id")
        among = _Ids(old, kept[first:last])
        spots.append(int(first) + bisect_left(among, name))
    return np.insert(kept, spots, np.arange(len(new), dtype=np.intp) + len(old))


class _Ids(Sequence[str]):
    """The ids of some rows, decoded where they are looked at."""

    def __init__(self, market: Market, rows: Order) -> None:
        self._market, self._rows = market, rows

    def __len__(self) -> int:
        return len(self._rows)

    def __getitem__(self, at: Any) -> Any:
        return self._market.shown.text(int(self._rows[at]), "posting_id")


def _take(old: NDArray[Any], new: NDArray[Any], order: Order) -> NDArray[Any]:
    result = np.empty((len(order), *old.shape[1:]), dtype=old.dtype)
    of_old = order < len(old)
    result[of_old] = old[order[of_old]]
    result[~of_old] = new[order[~of_old] - len(old)]
    return result


def _runs(old: int, order: Order) -> list[tuple[bool, slice]]:
    """The order as stretches of neighbouring rows: whether of the old market, and which."""
    breaks = np.flatnonzero((np.diff(order) != 1) | (order[1:] == old)) + 1
    starts, ends = np.append(0, breaks), np.append(breaks, len(order))
    found = []
    for start, end in zip(starts.tolist(), ends.tolist(), strict=True):
        first, in_old = int(order[start]), bool(order[start] < old)
        first -= 0 if in_old else old
        found.append((in_old, slice(first, first + end - start)))
    return found if len(order) else []


def _ragged(
    old: tuple[NDArray[Any], NDArray[Any]], new: tuple[NDArray[Any], NDArray[Any]], order: Order, width: int = 1
) -> tuple[NDArray[np.int64], NDArray[Any]]:
    """Stretches of different lengths, ``width`` of them a row, in another order: where each ends, and what it holds."""
    parts, lengths = [], []
    for in_old, rows in _runs((len(old[0]) - 1) // width, order):
        ends, values = old if in_old else new
        span = ends[rows.start * width : rows.stop * width + 1]
        parts.append(values[int(span[0]) : int(span[-1])])
        lengths.append(np.diff(span))
    sizes = np.concatenate(lengths) if lengths else np.zeros(0, dtype=np.int64)
    whole = np.concatenate(parts) if parts else old[1][:0]
    return np.concatenate([[0], np.cumsum(sizes)]).astype(np.int64), np.asarray(whole)


def _lists(old: Lists, new: Lists, order: Order) -> Lists:
    starts, values = _ragged((old.starts, old.values), (new.starts, new.values), order)
    counts = (_take(getattr(old, name), getattr(new, name), order) for name in ("required", "preferred"))
    return Lists(starts, values, *counts)


def _heap(old: Heap, new: Heap, order: Order) -> Heap:
    ends, block = _ragged((old.ends, old.block), (new.ends, new.block), order, len(old.fields))
    return Heap(old.fields, ends, block)


def _titles(old: Market, new: Market, order: Order) -> tuple[dict[str, Any], NDArray[np.int16]]:
    """The different titles in order, with their keys, and which of them each row has; and their vectors."""
    title = _take(old.title, new.title + np.int32(old.sorts_of["title"]), order)
    _, first, which = np.unique(title, return_index=True, return_inverse=True)
    texts = [_title(old, new, int(order[at])) for at in first.tolist()]
    different = sorted(set(texts))
    place = {text: at for at, text in enumerate(different)}
    of_used = np.array([place[text] for text in texts], dtype=np.int32)
    work = _take(old.work, new.work + np.int32(len(old.work_vectors)), order)[first].astype(np.intp)
    vectors = np.empty((len(different), old.work_vectors.shape[1]), dtype=old.work_vectors.dtype)
    vectors[of_used] = _take(old.work_vectors, new.work_vectors, work)
    return {"title": of_used[which], "title_keys": keys_of(different)}, vectors


def _title(old: Market, new: Market, row: int) -> tuple[str, str]:
    """A title and what is told of its work."""
    text, row = (old.shown.text, row) if row < len(old) else (new.shown.text, row - len(old))
    return text(row, "title"), text(row, "work_told")


def _words(old: Market, new: Market, order: Order) -> Impacts:
    """The runs of both, renumbered and merged; their impacts computed anew."""
    place = np.full(len(old) + len(new), -1, dtype=np.int32)
    place[order] = np.arange(len(order), dtype=np.int32)
    lengths = _take(old.words.lengths, new.words.lengths, order)
    mine, theirs = _entries(old.words, place[: len(old)]), _entries(new.words, place[len(old) :])
    words = np.union1d(np.unique(mine[0]), np.unique(theirs[0]))
    keys = [np.searchsorted(words, part[0]) * np.int64(len(order)) + part[1] for part in (mine, theirs)]
    spots = np.searchsorted(keys[0], keys[1])
    hashes, rows, counts = (np.insert(a, spots, b) for a, b in zip(mine, theirs, strict=True))
    return impacts_of(hashes, rows, counts, lengths)


def _entries(words: Impacts, place: NDArray[np.int32]) -> tuple[NDArray[Any], NDArray[Any], NDArray[Any]]:
    """Hash, row and count of every word of every row that is kept, in the order of word and new row."""
    rows = place[words.rows]
    kept = rows >= 0
    hashes, counts = np.repeat(words.hashes, np.diff(words.starts)), words.values[words.codes]
    return hashes[kept], rows[kept], counts[kept]

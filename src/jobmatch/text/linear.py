"""Titles as sparse numbers: runs of one to three characters and whole Latin words, in plain numpy.

A run is packed into one 64-bit key (three code points of 21 bits), so that no key ever collides and a batch of
titles is featurised without a Python loop: a vocabulary is a sorted array of keys.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final, TypeVar

import numpy as np

from jobmatch.artefacts import MANIFEST, artefact_dir, read_array, read_json

Array = np.ndarray[Any, Any]
Model = TypeVar("Model")

_BITS: Final = np.uint64(21)  # a code point has at most 21 bits
WORD: Final = np.uint64(1 << 63)  # marks the key of a Latin word or two: a run of three uses 63 bits
_PRIME: Final = np.uint64(0x100000001B3)  # FNV's prime, for the rolling sum over a word
_BESIDE: Final = np.uint64(0x9E3779B97F4A7C15)  # another odd number: two words are never one longer word
_MARK: Final = " "  # stands before and after a title: where a word stands matters


@dataclass(frozen=True, slots=True)
class Rows:
    """A sparse batch: feature ``columns[i]`` with ``values[i]`` in title ``rows[i]``, sorted by row."""

    rows: Array
    columns: Array
    values: Array
    count: int


def read_model(shape: type[Model], name: str, **others: Any) -> Model:
    """A trained model by the names of its fields: each is an array in a file of its own, or a fact of the manifest.

    ``others`` are fields that are made of something else.
    """
    folder = artefact_dir(name)
    facts = read_json(folder, MANIFEST)
    for field in shape.__annotations__.keys() - others.keys():
        file = f"{field}.npy"
        others[field] = read_array(folder, file) if file in facts["files"] else facts[field]
    return shape(**others)


def _characters(texts: Sequence[str]) -> tuple[Array, Array]:
    joined = "".join(f"{_MARK}{text}{_MARK}" for text in texts)
    points = np.frombuffer(joined.encode("utf-32-le", "replace"), dtype=np.uint32).astype(np.uint64)
    lengths = np.fromiter((len(text) + 2 for text in texts), dtype=np.int64, count=len(texts))
    return points, np.repeat(np.arange(len(texts), dtype=np.int64), lengths)


def _shifted(flags: Array) -> Array:
    """Each flag one place on; a plain copy, since ``np.r_`` takes longer than all the rest for a short text."""
    result = np.zeros_like(flags)
    result[1:] = flags[:-1]
    return result


def _changes(values: Array) -> Array:
    """Where a value is another one than before."""
    result = np.ones(len(values), dtype=bool)
    np.not_equal(values[1:], values[:-1], out=result[1:])
    return result


def _words(points: Array, rows: Array) -> tuple[Array, Array]:
    latin = (points >= ord("a")) & (points <= ord("z"))
    starts = np.flatnonzero(latin & ~_shifted(latin))
    if not len(starts):
        return rows[:0], points[:0]
    place = np.arange(len(points)) - np.maximum.accumulate(np.where(latin, 0, np.arange(len(points)) + 1))
    powers = np.cumprod(np.full(int(place.max()) + 2, _PRIME, dtype=np.uint64))
    terms = np.where(latin, points * powers[np.maximum(place, 0)], np.uint64(0))
    return rows[starts], np.add.reduceat(terms, starts) | WORD


def _pairs(rows: Array, words: Array) -> tuple[Array, Array]:
    """Each Latin word with the next one of its title: a police officer is no policy officer."""
    beside = rows[:-1] == rows[1:]
    return rows[:-1][beside], (words[:-1] * _BESIDE + words[1:])[beside] | WORD


def keys(texts: Sequence[str], pairs: bool = False) -> tuple[Array, Array]:
    """The keys of a batch of cleaned, lower-case texts: (row, key) pairs, repeats included.

    >>> rows, found = keys(["库管"])
    >>> len(found)  # 库, 管; ␣库, 库管, 管␣; ␣库管, 库管␣
    7

    With ``pairs`` also two Latin words that follow each other.

    >>> len(keys(["truck driver"], pairs=True)[1]) - len(keys(["truck driver"])[1])
    1
    """
    points, rows = _characters(texts)
    if not len(points):
        return rows, points
    two = (points[:-1] << _BITS) | points[1:]
    three = (two[:-1] << _BITS) | points[2:]
    one = points != ord(_MARK)
    parts = [(rows[one], points[one])]
    for length, run in ((2, two), (3, three)):
        inside = rows[: len(run)] == rows[length - 1 :]
        parts.append((rows[: len(run)][inside], run[inside]))
    words = _words(points, rows)
    parts += (words, _pairs(*words)) if pairs else (words,)
    return np.concatenate([row for row, _ in parts]), np.concatenate([key for _, key in parts])


def weights_of(found: Array, vocabulary: Array, idf: Array) -> Array:
    """How telling each key is; what no training saw is at least as telling as the rarest word, or run, that one saw."""
    at = np.minimum(np.searchsorted(vocabulary, found), len(vocabulary) - 1)
    words = vocabulary >= WORD
    rarest = np.where(found >= WORD, idf[words].max(initial=0), idf[~words].max(initial=0))
    weights: Array = np.where(vocabulary[at] == found, idf[at], rarest).astype(np.float32)
    return weights


def featurise(texts: Sequence[str], vocabulary: Array, idf: Array, pairs: bool = False) -> Rows:
    """The batch in the columns of ``vocabulary`` (sorted keys), weighted by ``idf``, each title of length one."""
    return weighed(keys(texts, pairs), len(texts), vocabulary, idf)


def weighed(told: tuple[Array, Array], count: int, vocabulary: Array, idf: Array) -> Rows:
    """As ``featurise``, of the keys of ``count`` texts: those that the vocabulary lacks tell nothing."""
    rows, found = told
    columns = np.searchsorted(vocabulary, found)
    columns[columns == len(vocabulary)] = 0
    known = vocabulary[columns] == found
    cells = np.sort(rows[known] * len(vocabulary) + columns[known])
    cells = cells[_changes(cells)]
    rows, columns = np.divmod(cells, max(len(vocabulary), 1))
    values = idf[columns].astype(np.float32)
    norms = np.sqrt(np.bincount(rows, values * values, minlength=count))
    return Rows(rows, columns, (values / norms[rows]).astype(np.float32), count)


def sparse_scores(batch: Rows, indptr: Array, classes: Array, weights: Array, n_classes: int) -> Array:
    """Scores of the batch under sparse weights, one run of (class, weight) a feature: titles × classes."""
    first = indptr[batch.columns].astype(np.int64)
    sizes = indptr[batch.columns + 1] - first
    ends = np.cumsum(sizes)
    at = np.arange(ends[-1] if len(ends) else 0) + np.repeat(first - ends + sizes, sizes)
    cells = np.repeat(batch.rows * n_classes, sizes) + classes[at]
    terms = np.repeat(batch.values, sizes) * weights[at]
    sums = np.bincount(cells, terms, minlength=batch.count * n_classes)
    return sums.reshape(batch.count, n_classes).astype(np.float32)


def dense_sums(batch: Rows, table: Array, step: Array | None = None) -> Array:
    """The weighted sum of the features' vectors: titles × dimensions; ``step`` is the worth of 1 in each vector."""
    result = np.zeros((batch.count, table.shape[1]), dtype=np.float32)
    if len(batch.rows):
        starts = np.flatnonzero(_changes(batch.rows))
        values = batch.values if step is None else batch.values * step[batch.columns]
        terms = table[batch.columns].astype(np.float32) * values[:, None]
        result[batch.rows[starts]] = np.add.reduceat(terms, starts, axis=0)
    return result

"""How much two job titles mean the same, across wording and between Chinese and English.

Two views are weighed together: the wording (runs of characters) and the meaning (a table of vectors, one a run,
distilled at build time by ``jobmatch train titles``). The weights were learned on aliases.
"""

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Final, NamedTuple

import numpy as np

from jobmatch.errors import UsageError
from jobmatch.text import linear
from jobmatch.text.batches import Listed, texts_of
from jobmatch.text.linear import Array
from jobmatch.text.work.titles_clean import clean_title

_BATCH: Final = 128  # titles at a time: their runs' vectors stay in the processor's cache


class _Model(NamedTuple):
    vocabulary: Array
    idf: Array
    table: Array
    step: Array
    centre: Array
    weights: dict[str, float]


@cache
def _model() -> _Model:
    return linear.read_model(_Model, "titles")


def unit(vectors: Array) -> Array:
    """Each row of length one; a row of zeros stays as it is."""
    length = np.sqrt(np.einsum("ij,ij->i", vectors, vectors))[:, None]
    scaled: Array = vectors / np.where(length > 0, length, 1)
    return scaled


def cleaned_vectors(texts: Sequence[str]) -> Array:
    """As ``title_vectors``, of a batch of titles that are cleaned and in lower case already."""
    return vectors_of(linear.keys(texts, pairs=True), len(texts))


def vectors_of(keys: tuple[Array, Array], count: int) -> Array:
    """The same, by the keys of ``count`` titles, those of pairs of words among them."""
    model = _model()
    sums = linear.dense_sums(linear.weighed(keys, count, model.vocabulary, model.idf), model.table, model.step)
    known = np.abs(sums).sum(axis=1, keepdims=True) > 0  # a title of unknown runs has no meaning, not the mean one
    return unit(np.where(known, sums + model.centre, 0))


def _wording(a: Sequence[str], b: Sequence[str]) -> Array:
    # The cosine of the runs that both have; the runs need no vocabulary, for only shared ones count.
    rows, keys = linear.keys([clean_title(title).lower() for title in (*a, *b)], pairs=True)
    vocabulary, columns = np.unique(keys, return_inverse=True)
    model = _model()
    dense = np.zeros((len(a) + len(b), len(vocabulary)), dtype=np.float32)
    dense[rows, columns] = linear.weights_of(vocabulary, model.vocabulary, model.idf)[columns]
    dense = unit(dense)
    cosine: Array = dense[: len(a)] @ dense[len(a) :].T
    return cosine


def _titles(given: str | Sequence[str] | Listed) -> list[str]:
    if isinstance(given, str):
        return [given]
    if not hasattr(given, "tolist") and not isinstance(given, Iterable):
        raise UsageError("not-a-text", name="title_similarity", seen=type(given).__name__)
    return texts_of(given if hasattr(given, "tolist") else list(given))


def title_similarity(a: str | Sequence[str] | Listed, b: str | Sequence[str] | Listed) -> Array:
    """How alike each title of ``a`` is to each of ``b``: len(a) × len(b), 0..1, 1 for the same cleaned title.

    >>> near, far = title_similarity(["库管"], ["仓储管理员", "月嫂"])[0]
    >>> bool(near > far)
    True

    Titles are cleaned first, so that pay and benefits do not count; no titles give an empty table.

    >>> title_similarity([], ["库管"]).shape
    (0, 1)

    A plain string is one title.

    >>> title_similarity("库管", "保安").shape
    (1, 1)
    """
    a, b = _titles(a), _titles(b)
    if not a or not b:
        return np.zeros((len(a), len(b)), dtype=np.float32)
    weights, wording = _model().weights, _wording(a, b)
    meaning = title_vectors(a) @ title_vectors(b).T
    score = weights["base"] + weights["wording"] * wording + weights["meaning"] * meaning
    alike = 1 / (1 + np.exp(-score))
    # The same words are the same job, whatever the model thinks of them.
    return np.clip(np.where(wording > 1 - 1e-5, 1, alike), 0, 1).astype(np.float32)


def title_vectors(titles: Sequence[str]) -> Array:
    """A vector of length one a title (float32), whose dot product orders pairs nearly as ``title_similarity`` does.

    >>> vectors = title_vectors(["保洁", "清洁工", "律师"])
    >>> bool(vectors[0] @ vectors[1] > vectors[0] @ vectors[2])
    True
    """
    texts = [clean_title(title).lower() for title in titles]
    batches = [cleaned_vectors(texts[start : start + _BATCH]) for start in range(0, max(len(texts), 1), _BATCH)]
    vectors: Array = np.concatenate(batches).astype(np.float32)
    return vectors

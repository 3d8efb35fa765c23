"""How much two job titles mean the same, across wording and between Chinese and English.

Three views are weighed together: the wording (runs of characters), the meaning (a table of vectors, one a run, distilled at
build time by ``tools/train_titles.py``) and the occupation that each title names. The weights were learned on aliases.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np

from jobmatch.artefacts import artefact_dir, read_array, read_json
from jobmatch.text import linear
from jobmatch.text.occupations import occupation_probabilities
from jobmatch.text.titles_clean import clean_title

__all__ = ["clean_title", "title_similarity", "title_vectors"]

Array = np.ndarray[Any, Any]


@dataclass(frozen=True, slots=True)
class _Model:
    vocabulary: Array
    idf: Array
    table: Array
    centre: Array
    occupations: Array
    parts: dict[str, tuple[int, int]]
    weights: dict[str, float]


@cache
def _model() -> _Model:
    folder = artefact_dir("titles")
    facts = read_json(folder, "manifest.json")
    names = ("vocabulary", "idf", "table", "centre", "occupations")
    arrays = (read_array(folder, f"{name}.npy") for name in names)
    parts = {name: (first, last) for name, (first, last) in facts["parts"].items()}
    return _Model(*arrays, parts=parts, weights=facts["weights"])


def unit(vectors: Array) -> Array:
    """Each row of length one; a row of zeros stays as it is."""
    length = np.sqrt(np.einsum("ij,ij->i", vectors, vectors))[:, None]
    scaled: Array = vectors / np.where(length > 0, length, 1)
    return scaled


def _views(titles: Sequence[str]) -> dict[str, Array]:
    """The dense views of some titles, each of length one: the parts of the meaning, and the occupation."""
    model = _model()
    texts = [clean_title(title).lower() for title in titles]
    sums = linear.dense_sums(linear.featurise(texts, model.vocabulary, model.idf), model.table)
    known = np.abs(sums).sum(axis=1, keepdims=True) > 0  # a title of unknown runs has no meaning, not the mean one
    views = {
        name: unit(np.where(known, sums[:, first:last] + model.centre[first:last], 0))
        for name, (first, last) in model.parts.items()
    }
    views["occupation"] = unit(occupation_probabilities(titles) @ model.occupations.astype(np.float32))
    return views


def _wording(a: Sequence[str], b: Sequence[str]) -> Array:
    # The cosine of the runs that both have; the runs need no vocabulary, for only shared ones count.
    rows, keys = linear.keys([clean_title(title).lower() for title in (*a, *b)])
    vocabulary, columns = np.unique(keys, return_inverse=True)
    dense = np.zeros((len(a) + len(b), len(vocabulary)), dtype=np.float32)
    dense[rows, columns] = _weight_of(vocabulary)[columns]
    dense = unit(dense)
    cosine: Array = dense[: len(a)] @ dense[len(a) :].T
    return cosine


def _weight_of(keys: Array) -> Array:
    model = _model()
    at = np.minimum(np.searchsorted(model.vocabulary, keys), len(model.vocabulary) - 1)
    rare = model.idf.max()  # a run that training never saw is at least as telling as the rarest one
    weights: Array = np.where(model.vocabulary[at] == keys, model.idf[at], rare).astype(np.float32)
    return weights


def title_similarity(a: Sequence[str], b: Sequence[str]) -> Array:
    """How alike each title of ``a`` is to each of ``b``: len(a) × len(b), 0..1, 1 for the same cleaned title.

    >>> near, far = title_similarity(["库管"], ["仓储管理员", "月嫂"])[0]
    >>> bool(near > far)
    True

    Titles are cleaned first, so that pay and benefits do not count; no titles give an empty table.

    >>> title_similarity([], ["库管"]).shape
    (0, 1)
    """
    if not a or not b:
        return np.zeros((len(a), len(b)), dtype=np.float32)
    weights, left, right = _model().weights, _views(a), _views(b)
    score = np.full((len(a), len(b)), weights["base"], dtype=np.float32)
    wording = _wording(a, b)
    score += weights["wording"] * wording
    for name, view in left.items():
        score += weights[name] * (view @ right[name].T)
    alike = 1 / (1 + np.exp(-score))
    # The same words are the same job, whatever the model thinks of them.
    return np.clip(np.where(wording > 1 - 1e-5, 1, alike), 0, 1).astype(np.float32)


def title_vectors(titles: Sequence[str]) -> Array:
    """A vector of length one a title (float32), whose dot product orders pairs nearly as ``title_similarity`` does.

    >>> vectors = title_vectors(["保洁", "清洁工", "律师"])
    >>> bool(vectors[0] @ vectors[1] > vectors[0] @ vectors[2])
    True
    """
    weights, views = _model().weights, _views(titles)
    parts = [np.sqrt(np.float32(max(weights[name], 0.05))) * view for name, view in views.items()]
    return unit(np.concatenate(parts, axis=1).astype(np.float32))

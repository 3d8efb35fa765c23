"""The table of the title model: one vector a run of characters, distilled from e5 and the classification."""

from pathlib import Path
from typing import Any, Final

import numpy as np
import scipy.linalg
import scipy.sparse

from jobmatch.errors import BadInput
from jobmatch.learning.corpus import Corpus, matrix, vocabulary_of
from jobmatch.text import linear
from jobmatch.text.titles import unit

Array = np.ndarray[Any, Any]

_DIMENSIONS: Final = 128
_RIDGE: Final = 1.0
_LATENT: Final = 96
_FORETELL_RIDGE: Final = 3.0
_ROUNDS: Final = 40
_DEFINITION: Final = 0.5  # what a definition counts beside a title
_CENTRE: Final = 0.25  # of the mean of all vectors, added to each text's: a little told pairs apart best


def principal(vectors: Array, dimensions: int, flatten: float) -> Array:
    """The main directions, flattened by a power so that the first few do not drown the rest."""
    centred = vectors - vectors.mean(axis=0)
    values, directions = np.linalg.eigh(centred.T @ centred / len(centred))
    best = np.argsort(-values)[:dimensions]
    signs = np.sign(directions[np.abs(directions[:, best]).argmax(axis=0), best])
    projected = centred @ (directions[:, best] * signs)
    flat: Array = projected / np.sqrt(values[best]) ** flatten
    return flat


def work_space(corpus: Corpus, definitions: Array) -> Array:
    """What each code's work is: latent semantics of its name, definition and tasks, and e5's view of the definition."""
    latent = latent_space(corpus, _LATENT)
    both = np.hstack([latent, unit(principal(definitions, _LATENT, 0.5))])
    return unit(principal(both, _DIMENSIONS, 0.6))  # .6 of .0, .3 and .6 told unseen hard pairs apart best


def latent_space(corpus: Corpus, dimensions: int) -> Array:
    """Latent semantics of the classification's own words, one row a code."""
    vocabulary, idf = vocabulary_of(corpus.works)
    features = matrix(corpus.works, vocabulary, idf)
    features = features[:, np.flatnonzero(np.asarray((features > 0).sum(axis=0)).ravel() >= 2)]
    gram = np.asarray((features @ features.T).todense(), dtype=np.float64)
    values, vectors = scipy.linalg.eigh(gram, subset_by_index=(len(gram) - dimensions - 1, len(gram) - 1))
    signs = np.sign(vectors[np.abs(vectors).argmax(axis=0), np.arange(vectors.shape[1])])
    return unit((vectors * signs * values**0.25)[:, :-1])


def solve(features: Any, targets: Array, weights: Array) -> Array:
    """Ridge by conjugate gradients on all columns at once: minutes become seconds, and no factor is kept."""
    weighted = scipy.sparse.diags(weights) @ features
    residual = weighted.T @ targets
    solution: Array = np.zeros_like(residual)
    direction = residual.copy()
    size = (residual**2).sum(axis=0)
    for _ in range(_ROUNDS):
        image = weighted.T @ (features @ direction) + _RIDGE * direction
        step = size / np.maximum((direction * image).sum(axis=0), 1e-12)
        solution += step * direction
        residual -= step * image
        new = (residual**2).sum(axis=0)
        direction = residual + (new / np.maximum(size, 1e-12)) * direction
        size = new
    return solution


def _read_vectors(file: Path) -> dict[str, Array]:
    try:
        with np.load(file, allow_pickle=False) as stored:
            return {name: stored[name] for name in ("titles", "vectors", "definitions")}
    except (OSError, ValueError, KeyError):
        raise BadInput("no-title-vectors", file=file.name) from None


class Trainer:
    """The parts of the title model, trained on the texts whose occupation is allowed."""

    def __init__(self, corpus: Corpus, e5: Path, use: Array, allowed: Array) -> None:
        stored = _read_vectors(e5)
        self.corpus, self.use, self.allowed = corpus, use, allowed
        self.full = unit(principal(stored["vectors"].astype(np.float64), 256, 0.5))
        self.stored = [str(text) for text in stored["titles"]]
        self.works = work_space(corpus, stored["definitions"].astype(np.float64))

    def targets(self) -> tuple[list[str], Array]:
        """Texts and their vectors; where the occupation is unknown, the work is foretold from e5."""
        items = list(zip(self.corpus.texts, self.corpus.labels, self.corpus.kinds, self.use, strict=True))
        label = {text: y for text, y, kind, used in items if used and kind != "title"}
        held_back = {text for text, _, _, used in items if not used}
        keep = np.array([text not in held_back for text in self.stored])
        texts = [text for text, kept in zip(self.stored, keep, strict=True) if kept]
        labels = np.array([label.get(text, -1) for text in texts])
        known = labels >= 0
        full = self.full[keep]
        gram = full[known].T @ full[known] + _FORETELL_RIDGE * np.eye(full.shape[1])
        work = unit(full @ np.linalg.solve(gram, full[known].T @ self.works[labels[known]]))
        work[known] = self.works[labels[known]]
        return texts, work

    def train(self) -> dict[str, Array]:
        """The vocabulary, its vectors and the centre of all texts."""
        texts, targets = self.targets()
        extra = [self.corpus.works[i][:200].lower() for i in range(len(self.works)) if self.allowed[i]]
        vocabulary, idf = vocabulary_of(texts)
        features = matrix([*texts, *extra], vocabulary, idf)
        centre = targets.mean(axis=0)
        targets = np.vstack([targets, self.works[self.allowed]]) - centre
        table = solve(features, targets, np.r_[np.ones(len(texts)), np.full(len(extra), _DEFINITION)])
        return {"vocabulary": vocabulary, "idf": idf.astype(np.float16), "table": table, "centre": centre * _CENTRE}


def stretched(parts: dict[str, Array], stretch: Array) -> dict[str, Array]:
    """The parts with each direction of the vectors stretched."""
    return parts | {name: parts[name] * stretch for name in ("table", "centre")}


def packed(parts: dict[str, Array]) -> dict[str, Array]:
    """The parts with 8 bits a number, each run in steps of its own."""
    table = parts["table"]
    step = np.abs(table).max(axis=1, keepdims=True) / 127
    step[step == 0] = 1
    whole = np.rint(table / step).astype(np.int8)
    return parts | {
        "table": whole,
        "step": step[:, 0].astype(np.float32),
        "centre": parts["centre"].astype(np.float32),
    }


def meaning_of(texts: list[str], parts: dict[str, Array]) -> Array:
    """The vector of each text, of length one."""
    sums = linear.dense_sums(linear.featurise(texts, parts["vocabulary"], parts["idf"]), parts["table"])
    return unit(np.where(np.abs(sums).sum(axis=1, keepdims=True) > 0, sums + parts["centre"], 0))

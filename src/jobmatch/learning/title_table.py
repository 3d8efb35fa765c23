"""The table of the title model: one vector a run of characters, distilled from e5 and the classification."""

from pathlib import Path
from typing import Any, Final

import numpy as np
import scipy.linalg
import scipy.sparse

from jobmatch.errors import BadInput
from jobmatch.learning.corpus import Corpus, matrix, vocabulary_of
from jobmatch.learning.title_groups import groups
from jobmatch.text import linear
from jobmatch.text.work.titles import unit

Array = np.ndarray[Any, Any]

POSTED: Final = ("title", "made")  # kinds of titles as employers post them: their occupation is not all that they say
_DIMENSIONS: Final = 128
_RIDGE: Final = 1.0
_LATENT: Final = 96
_FORETELL_RIDGE: Final = 3.0
_ROUNDS: Final = 25
_WORD_WEIGHT: Final = 2.0  # a Latin word or two beside a Chinese run: told English titles apart best of 1, 2 and 4
_RUN_WEIGHT: Final = 0.5  # a run of Latin letters
_GROUP: Final = 1.0  # how far a group is drawn from its occupation towards what its own titles tell: 0 told jobs of one
# occupation apart worse, 1.5 no better
_GROUP_COUNT: Final = 3.0  # what a title of a group counts beside one whose work is foretold
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


def told_apart(vocabulary: Array, idf: Array) -> tuple[Array, Array]:
    """The vocabulary with Latin words weighed above runs of Latin letters: what police and policy share says little."""
    letters = np.uint64((1 << 21) - 1)
    signs = (vocabulary[:, None] >> np.uint64(21) * np.arange(3, dtype=np.uint64)) & letters
    words = vocabulary >= linear.WORD
    runs = ~words & ((signs >= ord("a")) & (signs <= ord("z"))).any(axis=1)
    return vocabulary, (idf * np.select([words, runs], [_WORD_WEIGHT, _RUN_WEIGHT], 1.0)).astype(np.float32)


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


def _towards_groups(work: Array, foretold: Array, grouped: Array) -> Array:
    """Works, of each group the same: its occupation's, drawn towards what e5 foretells of its titles."""
    work = work.copy()
    for number in np.unique(grouped[grouped >= 0]):
        members = grouped == number
        of_group = unit(foretold[members].mean(axis=0, keepdims=True))
        work[members] = unit(work[members] + _GROUP * of_group)
    return work


class Trainer:
    """The parts of the title model, trained on the texts whose occupation is allowed."""

    def __init__(self, corpus: Corpus, e5: Path, use: Array, allowed: Array) -> None:
        stored = _read_vectors(e5)
        self.corpus, self.use, self.allowed = corpus, use, allowed
        self.full = unit(principal(stored["vectors"].astype(np.float64), 256, 0.5))
        self.stored = [str(text) for text in stored["titles"]]
        self.works = work_space(corpus, stored["definitions"].astype(np.float64))
        self.groups = groups()

    def targets(self) -> tuple[list[str], Array, Array]:
        """Texts, their vectors and what each counts; where the occupation is unknown, the work is foretold from e5."""
        items = list(zip(self.corpus.texts, self.corpus.labels, self.corpus.kinds, self.use, strict=True))
        label = {text: y for text, y, kind, used in items if used and kind not in POSTED}
        held_back = {text for text, _, _, used in items if not used}
        member = self._members(label, held_back)
        keep = np.array([text not in held_back for text in self.stored])
        texts = [text for text, kept in zip(self.stored, keep, strict=True) if kept]
        labels = np.array([label.get(text, -1) for text in texts])
        known = labels >= 0
        full = self.full[keep]
        gram = full[known].T @ full[known] + _FORETELL_RIDGE * np.eye(full.shape[1])
        foretold = unit(full @ np.linalg.solve(gram, full[known].T @ self.works[labels[known]]))
        work = np.where(known[:, None], self.works[labels], foretold)
        grouped = np.array([member.get(text, -1) for text in texts])
        return texts, _towards_groups(work, foretold, grouped), np.where(grouped >= 0, _GROUP_COUNT, 1.0)

    def _members(self, label: dict[str, int], held_back: set[str]) -> dict[str, int]:
        """The number of each grouped text's group; gives their occupations to ``label`` and holds back the others."""
        place = {code: i for i, code in enumerate(self.corpus.codes)}
        member: dict[str, int] = {}
        for number, group in enumerate(self.groups):
            if not self.allowed[place[group.code]]:
                held_back.update(group.titles)
                continue
            for text in group.titles:
                member.setdefault(text, number)
                # A Chinese title has the occupation that the classification or the list of words gives it.
                if text not in label or not text[0] > "\u2e7f":
                    label[text] = place[group.code]
        return member

    def train(self) -> dict[str, Array]:
        """The vocabulary, its vectors and the centre of all texts."""
        texts, targets, counts = self.targets()
        extra = [self.corpus.works[i][:200].lower() for i in range(len(self.works)) if self.allowed[i]]
        vocabulary, idf = told_apart(*vocabulary_of(texts, pairs=True))
        features = matrix([*texts, *extra], vocabulary, idf, pairs=True)
        centre = targets.mean(axis=0)
        targets = (np.vstack([targets, self.works[self.allowed]]) - centre).astype(np.float32)
        counts = np.r_[counts, np.full(len(extra), _DEFINITION)].astype(np.float32)
        table = solve(features, targets, counts)
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
    batch = linear.featurise(texts, parts["vocabulary"], parts["idf"], pairs=True)
    sums = linear.dense_sums(batch, parts["table"])
    return unit(np.where(np.abs(sums).sum(axis=1, keepdims=True) > 0, sums + parts["centre"], 0))

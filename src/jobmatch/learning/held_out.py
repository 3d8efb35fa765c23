"""How the occupation model does on titles that it did not see: folds, their scores, the figures, the calibration.

Aliases, words and made titles are always trained on, and they are most of the texts. They are solved once; what is
left to learn from the labelled titles is then a small system, and a model without a fold is a matter of seconds.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any, Final, Literal

import numpy as np
import scipy.linalg

from jobmatch.learning.corpus import Corpus, matrix, vocabulary_of
from jobmatch.text.work.occupation_model import CENTRE_STEPS, MEANING, by_meaning, honest_probabilities
from jobmatch.text.work.titles import title_vectors, unit

Array = np.ndarray[Any, Any]

_RIDGE: Final = 1.0
_ROWS: Final = 1024  # of a kernel at a time: as a whole it would stand twice in memory

Folds = Literal["wording", "plain", "beginning"]


def folds_of(corpus: Corpus, kind: Folds = "wording") -> Array:
    """A fold for each labelled title, -1 for what is always trained on.

    By ``wording`` no cleaned wording stands on both sides; ``plain``, titles are dealt out as they are; by
    ``beginning`` nearly all titles that begin with one sign stand together: trades that no labelled title was of.
    """
    titles = _titles(corpus)
    result = np.full(len(corpus.texts), -1)
    if kind == "beginning":
        in_order = titles[np.argsort([corpus.texts[i] for i in titles], kind="stable")]
        result[in_order] = np.arange(len(titles)) * 5 // len(titles)
        return result
    named = [corpus.texts[i] if kind == "wording" else str(i) for i in titles]
    _, group = np.unique(named, return_inverse=True)
    result[titles] = np.random.RandomState(0).permutation(group.max() + 1)[group] % 5
    return result


def _titles(corpus: Corpus) -> Array:
    return np.flatnonzero([one == "title" for one in corpus.kinds])


def kernel(rows: Any, columns: Any) -> Array:
    """How alike the wording of texts is: rows × columns."""
    result = np.empty((rows.shape[0], columns.shape[0]), dtype=np.float32)
    for start in range(0, len(result), _ROWS):
        result[start : start + _ROWS] = (rows[start : start + _ROWS] @ columns.T).toarray()
    return result


def system_of(features: Any, weights: Array) -> Array:
    """What least squares against 0/1 targets has to solve, in the dual: titles are fewer than runs of characters."""
    system = kernel(features, features)
    system[np.diag_indices(len(system))] += _RIDGE / weights
    return system


def targets_of(labels: Array, n_classes: int) -> Array:
    """A row of zeros a text, with a one for its code."""
    targets = np.zeros((len(labels), n_classes), dtype=np.float32)
    targets[np.arange(len(labels)), labels] = 1
    return targets


@dataclass(frozen=True, slots=True)
class Left:
    """What is left to learn from the labelled titles when all other texts are learned already."""

    features: Any  # of all texts
    titles: Array  # where in the corpus the labelled titles stand
    system: Array  # titles × titles
    said: Array  # their scores by the other texts alone
    targets: Array  # what those scores lack


def left_of(corpus: Corpus) -> Left:
    """The labelled titles of a corpus after all its other texts are learned.

    Runs are counted and weighed over all texts, the wording of held-out titles included; no label is. Against models
    that are trained without them from the beginning, no figure of the three splits changes by more than .002.
    """
    vocabulary, idf = vocabulary_of(corpus.texts)
    features = matrix(corpus.texts, vocabulary, idf)
    titles, others = _titles(corpus), np.flatnonzero([one != "title" for one in corpus.kinds])
    n_classes = len(corpus.codes)
    factor = system_of(features[others], corpus.weights[others])
    factor = scipy.linalg.cholesky(factor, lower=True, overwrite_a=True, check_finite=False)
    known = np.hstack([kernel(features[others], features[titles]), targets_of(corpus.labels[others], n_classes)])
    known = scipy.linalg.solve_triangular(factor, known, lower=True, overwrite_b=True, check_finite=False)
    shared, told = known[:, : len(titles)], known[:, len(titles) :]
    said = shared.T @ told
    system = system_of(features[titles], corpus.weights[titles]) - shared.T @ shared
    return Left(features, titles, system, said, targets_of(corpus.labels[titles], n_classes) - said)


def fold_scores(corpus: Corpus, left: Left, fold: Array, k: int) -> Array:
    """Scores of the titles of fold ``k``, from a model that did not see them."""
    held, seen = fold[left.titles] == k, fold[left.titles] != k
    dual = scipy.linalg.solve(left.system[np.ix_(seen, seen)], left.targets[seen], assume_a="pos", check_finite=False)
    scores = left.said[held] + left.system[np.ix_(held, seen)] @ dual
    train, test = np.flatnonzero(fold != k), left.titles[held]
    scores *= _longer(left.features[train], left.features[test])[:, None]
    meaning = by_meaning(title_vectors([corpus.texts[i] for i in test]), centres_of(corpus, train))
    return np.asarray(scores + MEANING * meaning, dtype=np.float32)


def _longer(train: Any, test: Any) -> Array:
    """How much longer titles become by leaving out the runs that no text of the training has."""
    seen = np.zeros(test.shape[1], dtype=np.float32)
    seen[train.indices] = 1
    length = np.sqrt(test.power(2) @ seen)
    longer: Array = 1 / np.where(length > 0, length, 1)
    return longer


def centres_of(corpus: Corpus, chosen: Array) -> Array:
    """The middle of the titles of each code in the space of meaning (codes × d), of length one, in whole steps."""
    vectors = title_vectors([corpus.texts[i] for i in chosen])
    centres = np.zeros((len(corpus.codes), vectors.shape[1]), dtype=np.float32)
    np.add.at(centres, corpus.labels[chosen], vectors * corpus.weights[chosen, None])
    steps: Array = np.rint(unit(centres) * CENTRE_STEPS).astype(np.float32)
    return steps


def held_out_scores(corpus: Corpus, left: Left, kind: Folds) -> tuple[Array, Array]:
    """Scores and labels of every labelled title, each from a model without its fold."""
    fold = folds_of(corpus, kind)
    owners = np.concatenate([np.flatnonzero(fold == k) for k in range(5)])
    scores = np.vstack([fold_scores(corpus, left, fold, k) for k in range(5)])
    return scores, corpus.labels[owners]


def figures(probabilities: Array, labels: Array, codes: list[str]) -> dict[str, float]:
    """Top 1, top 5, mid class and the error of calibration (ten bins), of probabilities against labels."""
    best = np.argsort(-probabilities, axis=1)[:, :5]
    mid = np.array([code[:4] for code in codes])
    top = probabilities[np.arange(len(labels)), best[:, 0]]
    hit = best[:, 0] == labels
    bins = np.minimum((top * 10).astype(int), 9)
    ece = sum(abs(hit[bins == b].mean() - top[bins == b].mean()) * (bins == b).mean() for b in np.unique(bins))
    return {
        "top1": round(float(hit.mean()), 4),
        "top5": round(float((best == labels[:, None]).any(1).mean()), 4),
        "mid": round(float((mid[best[:, 0]] == mid[labels]).mean()), 4),
        "ece": round(float(ece), 4),
    }


def calibrate(scored: Sequence[tuple[Array, Array]], classes: Array, codes: list[str]) -> tuple[float, float]:
    """The floor and the pull of the mid class whose worst error of calibration, over several kinds of folds, is least.

    ``scored`` has the scores and the labels of each kind. No lower floor is tried: with half of it a title of which
    nothing is known (某某某) looks sure.
    """
    grid = list(product((0.002, 0.0025, 0.003, 0.0035, 0.004), (0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6)))

    def worst(one: tuple[float, float]) -> float:
        return max(figures(honest_probabilities(said, *one, classes), labels, codes)["ece"] for said, labels in scored)

    return min(grid, key=lambda one: (worst(one), one))

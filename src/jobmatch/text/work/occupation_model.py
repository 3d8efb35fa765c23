"""The model that tells occupations by the wording and the meaning of titles, with honest probabilities.

It is linear over runs of characters (``linear``), and trained by ``jobmatch train occupations``.
"""

from collections.abc import Sequence
from functools import cache
from typing import Final, NamedTuple

import numpy as np

from jobmatch.text import linear
from jobmatch.text.linear import Array
from jobmatch.text.work.occupation_list import mid_classes, occupation_codes
from jobmatch.text.work.titles import vectors_of

MEANING: Final = 0.2  # what nearness in meaning counts beside the scores by wording: of .1, .2 and .4 the best held out
CENTRE_STEPS: Final = 127  # of a coordinate: a centre is kept in 8 bits a number


class _Model(NamedTuple):
    vocabulary: Array
    idf: Array
    indptr: Array
    classes: Array
    weights: Array
    centres: Array
    scale: float
    floor: float
    pull: float


@cache
def _model() -> _Model:
    model = linear.read_model(_Model, "occupations")
    return model._replace(centres=model.centres.astype(np.float32))


def model_probabilities(texts: Sequence[str]) -> Array:
    """Probabilities of all codes for cleaned titles: titles × codes, each row adds up to one."""
    model = _model()
    keys = linear.keys(texts, pairs=True)  # for both models; this one has learned of no pair
    batch = linear.weighed(keys, len(texts), model.vocabulary, model.idf)
    scores = linear.sparse_scores(batch, model.indptr, model.classes, model.weights, len(occupation_codes()))
    scores *= np.float32(model.scale)
    scores += np.float32(MEANING) * by_meaning(vectors_of(keys, len(texts)), model.centres)
    return honest_probabilities(scores, model.floor, model.pull, _mid_classes())


def honest_probabilities(scores: Array, floor: float, pull: float, classes: Array) -> Array:
    """Scores of a least-squares model as probabilities: a floor for every code, a power, the pull of its mid class.

    Such scores are shares already (they were trained against 0 and 1); a softmax is either flat or overconfident. They
    are raised to the power of 1.5, which a root gives in a third of the time of any other. A code gains by a sure mid
    class (``classes``, one a code): its share times that of its class to the power of ``pull``. The numbers are fitted
    held-out.
    """
    shares = np.maximum(scores, 0, dtype=np.float32)
    shares += np.float32(floor)
    shares *= np.sqrt(shares)
    shares *= (_sums(shares, classes) ** np.float32(pull)).take(classes, axis=1)
    shares /= shares.sum(axis=1, keepdims=True)
    return shares


def _sums(shares: Array, classes: Array) -> Array:
    """The share of each class; no product of matrices, whose last bits would depend on the other titles."""
    starts = np.flatnonzero(np.diff(classes, prepend=-1))
    runs, found = np.add.reduceat(shares, starts, axis=1), classes[starts]
    order = np.argsort(found, kind="stable")  # nearly every class is one run
    firsts = np.flatnonzero(np.diff(found[order], prepend=-1))
    return np.asarray(np.add.reduceat(runs.take(order, axis=1), firsts, axis=1))


@cache
def _mid_classes() -> Array:
    return mid_classes(occupation_codes())


def by_meaning(vectors: Array, centres: Array) -> Array:
    """Which code is near to titles in meaning: shares of what is between each title and the middle of a code's titles.

    ``vectors`` are of titles (titles × d), of length one, and ``centres`` of codes (codes × d), in whole steps: the
    products are whole numbers, so that no bit of one depends on the other titles. Each row adds up to one, or to
    nothing for a title without meaning. Likeness to the sixteenth: of 4, 8 and 16 the best beside the
    model over wording in three held-out folds.
    """
    steps = np.rint(vectors * CENTRE_STEPS).astype(np.float32)
    shares: Array = np.maximum(steps @ centres.T, 0, dtype=np.float32)
    shares /= np.float32(CENTRE_STEPS**2)
    for _ in range(4):
        shares *= shares
    total = shares.sum(axis=1, keepdims=True)
    shares /= np.where(total > 0, total, 1)
    return shares

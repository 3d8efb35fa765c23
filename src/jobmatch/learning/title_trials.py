"""Trials of the title model on wordings and occupations held back: what they tell of its weights and its figures."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
from scipy.optimize import minimize
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

from jobmatch.learning.corpus import Corpus, matrix, vocabulary_of
from jobmatch.learning.title_table import POSTED, Trainer, meaning_of, stretched
from jobmatch.text import linear

Array = np.ndarray[Any, Any]

_WORDING_LEAST: Final = (
    0.5  # aliases alone would give none, but two titles of one occupation still differ in their words
)
_NAMES: Final = ("wording", "meaning")
_KEEP_ROUND: Final = 0.3  # what an uneven stretch costs: less tells hard pairs better and chance pairs worse


def alias_pairs(corpus: Corpus, use: Array, apart: bool) -> tuple[list[str], Array, Array]:
    """Pairs of the texts in ``use``: of one occupation (1), of two at random (0), of two in one mid class (2)."""
    draw = np.random.RandomState(7)
    items = [i for i in np.flatnonzero(use) if corpus.kinds[i] not in POSTED and len(corpus.texts[i]) >= 2]
    texts, labels = [corpus.texts[i] for i in items], corpus.labels[items]
    mid = np.array([corpus.codes[label][:4] for label in labels])
    pairs, kinds = [], []
    for i in range(len(items)):
        options = (
            np.flatnonzero(labels == labels[i]),
            np.arange(len(items)),
            np.flatnonzero((mid == mid[i]) & (labels != labels[i])),
        )
        for kind, some in zip((1, 0, 2), options, strict=True):
            for j in draw.choice(some, min(4, len(some)), replace=False) if len(some) else ():
                same = labels[i] == labels[j]
                shared = apart and set(texts[i]) & set(texts[j])
                if i != j and texts[i] != texts[j] and same == (kind == 1) and not shared:
                    pairs.append((i, j))
                    kinds.append(kind)
    return texts, np.array(pairs), np.array(kinds)


def wording_of(texts: list[str], parts: dict[str, Array], pairs: Array) -> Array:
    """The cosine of the wordings of each pair."""
    vocabulary, _ = vocabulary_of(texts, pairs=True)
    features = matrix(texts, vocabulary, linear.weights_of(vocabulary, parts["vocabulary"], parts["idf"]), pairs=True)
    return np.asarray(features[pairs[:, 0]].multiply(features[pairs[:, 1]]).sum(axis=1)).ravel()


def aucs(score: Array, kinds: Array) -> dict[str, float]:
    """How well pairs of one occupation stand above others: at random, and of one mid class (hard)."""
    return {
        name: round(
            float(roc_auc_score(kinds[(kinds == 1) | (kinds == k)] == 1, score[(kinds == 1) | (kinds == k)])), 4
        )
        for name, k in (("random", 0), ("hard", 2))
    }


def learn_weights(features: Array, kinds: Array) -> dict[str, float]:
    """Weights of the views, none below zero: a view that would count against likeness is left out."""
    kept = np.arange(len(_NAMES))
    while True:
        model = LogisticRegression(C=1.0, max_iter=500).fit(features[:, kept], kinds == 1)
        if (model.coef_[0] > 0).all():
            break
        kept = kept[model.coef_[0] > 0]
    found = dict.fromkeys(_NAMES, 0.0) | {_NAMES[i]: w for i, w in zip(kept, model.coef_[0], strict=True)}
    found["wording"] = max(found["wording"], _WORDING_LEAST)
    return {name: round(float(value), 4) for name, value in (found | {"base": model.intercept_[0]}).items()}


def learn_stretch(products: Array, kinds: Array) -> Array:
    """How far to stretch each direction, from the products of the vectors of pairs: what tells one work from others.

    A logistic model whose weights stay near their mean; chance pairs and pairs of one mid class count alike.
    """
    same = kinds == 1
    share = np.select([same, kinds == 2], [1 / same.sum(), 0.5 / (kinds == 2).sum()], 0.5 / (kinds == 0).sum())

    def loss(unknown: Array) -> tuple[float, Array]:
        weights, base = unknown[:-1], unknown[-1]
        chance = 1 / (1 + np.exp(-(products @ weights + base)))
        fault = share * (chance - same)
        mean = weights.mean()
        off = (weights - mean) / mean
        told = -(share * np.log(np.where(same, chance, 1 - chance) + 1e-12)).sum() + _KEEP_ROUND * (off**2).mean()
        pull = 2 * _KEEP_ROUND * (off - (off**2).mean()) / (mean * len(weights))
        return told, np.r_[products.T @ fault + pull, fault.sum()]

    start = np.r_[np.full(products.shape[1], 6.0), -3.0]
    bounds = [(0.1, None)] * products.shape[1] + [(None, None)]
    found = minimize(loss, start, jac=True, method="L-BFGS-B", bounds=bounds).x[:-1]
    stretch: Array = np.round(np.sqrt(found / found.mean()), 4)
    return stretch


def report_of(features: Array, kinds: Array, weights: dict[str, float]) -> dict[str, object]:
    """The figures of both views together, and of each alone."""
    total = features @ np.array([weights[name] for name in _NAMES])
    views = {name: aucs(features[:, i], kinds) for i, name in enumerate(_NAMES)}
    return {"pairs": int((kinds == 1).sum()), "together": aucs(total, kinds), **views}


class Trial:
    """A training without the held-back items, and the features of pairs among held-back items."""

    def __init__(
        self,
        corpus: Corpus,
        e5: Path,
        held: Array,
        codes: Array,
    ) -> None:
        texts = {corpus.texts[i] for i in np.flatnonzero(held)}
        self.use = np.array([text not in texts for text in corpus.texts]) & codes[corpus.labels]
        self.corpus = corpus
        self.parts = Trainer(corpus, e5, self.use, codes).train()

    def products(self, among: Array) -> tuple[Array, Array]:
        """The products of the vectors of pairs among some texts, direction by direction, and of which kind each is."""
        texts, pairs, kinds = alias_pairs(self.corpus, among, apart=False)
        meaning = meaning_of(texts, self.parts)
        return meaning[pairs[:, 0]] * meaning[pairs[:, 1]], kinds

    def features(self, among: Array, stretch: Array, apart: bool) -> tuple[Array, Array]:
        """Both views of pairs among some texts, and of which kind each pair is."""
        texts, pairs, kinds = alias_pairs(self.corpus, among, apart)
        meaning = meaning_of(texts, stretched(self.parts, stretch))
        dots = (meaning[pairs[:, 0]] * meaning[pairs[:, 1]]).sum(axis=1)
        return np.column_stack([wording_of(texts, self.parts, pairs), dots]), kinds


@dataclass(frozen=True, slots=True)
class Learned:
    """What the trials tell: how far to stretch the vectors, the weights of the views, and the figures."""

    stretch: Array
    weights: dict[str, float]
    report: dict[str, object]


def honest(corpus: Corpus, e5: Path) -> Learned:
    """Learned from pairs of wordings unseen, their occupations unseen or seen; figures on other such pairs."""
    group = np.random.RandomState(3).permutation(len(corpus.codes)) % 10
    item = np.random.RandomState(5).permutation(len(corpus.texts)) % 10
    unseen = Trial(corpus, e5, (group < 4)[corpus.labels], group >= 4)
    seen = Trial(corpus, e5, item < 4, np.ones(len(group), dtype=bool))
    halves = {"occupation": (unseen, group[corpus.labels]), "wording": (seen, np.where(item < 4, item % 2 * 2, 9))}
    stretch = learn_stretch(*_stacked([trial.products(at < 2) for trial, at in halves.values()]))
    views = [trial.features(at < 2, stretch, apart=False) for trial, at in halves.values()]
    weights = learn_weights(*_stacked(views))
    report: dict[str, object] = {}
    for name, (trial, at) in halves.items():
        for apart in (False, True):
            found = trial.features((at >= 2) & (at < 4), stretch, apart)
            report[f"new_{name}{'_apart' if apart else ''}"] = report_of(*found, weights)
    return Learned(stretch, weights, report)


def _stacked(parts: list[tuple[Array, Array]]) -> tuple[Array, Array]:
    return np.vstack([one for one, _ in parts]), np.concatenate([kinds for _, kinds in parts])

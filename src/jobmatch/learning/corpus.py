"""What the models of titles learn from: the classification, labelled titles and our own words, as texts with codes."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
import scipy.sparse

from jobmatch.errors import BadInput
from jobmatch.text import lexicon, linear
from jobmatch.text.work.titles_clean import clean_title

Array = np.ndarray[Any, Any]

WEIGHT: Final = {
    "title": 1.0,
    "alias": 0.45,
    "word": 0.6,
    "english": 0.6,
    "made": 0.5,
}  # by the folds of unseen beginnings


@dataclass(frozen=True, slots=True)
class Corpus:
    """Texts with their codes, how much each counts, and where it comes from (title, alias, word, english, made)."""

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
        return lexicon.rows_in(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError):
        raise BadInput("no-training-table", file=path.name) from None


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
    items += [
        ("word", row["word"], place[row["code"]])
        for row in lexicon.rows("jobmatch.text", "lexicons/occupation_words.csv")
    ]
    for row in lexicon.rows("jobmatch.text", "lexicons/titles_en.csv"):
        items += [("english", row["title"], place[row["code"]]), ("word", row["chinese"], place[row["code"]])]
    made = lexicon.rows("jobmatch.learning", "lexicons/titles_made.csv")
    return items + [("made", row["title"], place[row["code"]]) for row in made]


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


def matrix(texts: list[str], vocabulary: Array, idf: Array, pairs: bool = False) -> Any:
    """Texts as rows of weighted runs of characters, with ``pairs`` of Latin words too."""
    batch = linear.featurise(texts, vocabulary, idf, pairs)
    return scipy.sparse.csr_matrix((batch.values, (batch.rows, batch.columns)), shape=(len(texts), len(vocabulary)))


def vocabulary_of(texts: list[str], pairs: bool = False) -> tuple[Array, Array]:
    """The runs that texts have, sorted, and how telling each is."""
    rows, keys = linear.keys(texts, pairs)
    seen = np.unique(np.stack([keys, rows.astype(np.uint64)]), axis=1)
    vocabulary, documents = np.unique(seen[0], return_counts=True)
    idf = np.log((len(texts) + 1) / (documents + 1)) + 1
    return vocabulary, idf.astype(np.float32)

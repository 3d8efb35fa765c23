"""Pools of postings for judging: two plain baselines and a random draw, none of which knows the package.

Run as ``python tests/quality/pools.py DATA_DIR > pools.csv``; it prints persona_id, posting_id and which
baseline found the posting. Texts are read from the data folder and never printed.
"""

from __future__ import annotations

import csv
import logging
import random
import sys
from pathlib import Path
from typing import Any

import bm25s
import jieba
import pandas as pd
from opencc import OpenCC
from sklearn.feature_extraction.text import TfidfVectorizer

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from personas import EVERYONE, POSTINGS_FILES, Persona

# Deep enough that two unlike systems share less than half of what they find.
DEPTH = 15
# Random postings show what a system that knows nothing would hand over.
RANDOM_DRAW = 10
_TO_SIMPLIFIED = OpenCC("t2s")


def read_texts(data_dir: Path, dataset: str) -> tuple[list[str], list[str]]:
    """Read the ids of a dataset's postings and one folded text for each."""
    path = data_dir / POSTINGS_FILES[dataset]
    if dataset == "taiwan":
        rows = pd.read_json(path, lines=True, dtype=str)
        ids, parts = rows["id"], [rows["title"], rows["description"]]
    else:
        rows = pd.read_csv(path, dtype=str)
        ids, parts = rows["招聘信息id"], [rows["招聘岗位"], rows["职位描述"], rows["技能关键词"]]
    joined = pd.concat([part.fillna("") for part in parts], axis=1).agg(" ".join, axis=1)
    return list(ids), [fold(text) for text in joined]


def fold(text: str) -> str:
    """Write a text in lower case and Simplified characters."""
    return str(_TO_SIMPLIFIED.convert(text)).lower()


def query_of(client: dict[str, Any]) -> str:
    """Join what a client wants, has done, can do and studied, and where the client lives."""
    conditions = client["conditions"]
    done = [job["occupation"] for job in conditions.get("experience") or ()]
    words = [*(client["goal"].get("occupations") or ()), *done, *(conditions.get("skills") or ())]
    return fold(" ".join([*words, conditions.get("major") or "", conditions.get("residence") or ""]))


def rank_bm25(texts: list[str], queries: list[str], depth: int) -> list[list[int]]:
    """Rank the texts by BM25 over jieba's words, the best ``depth`` a query."""
    words = [jieba.lcut(text) for text in texts]
    index = bm25s.BM25()
    index.index(words, show_progress=False)
    asked = [jieba.lcut(query) for query in queries]
    found, _ = index.retrieve(asked, k=depth, show_progress=False)
    return [[int(row) for row in rows] for rows in found]


def rank_char_tfidf(texts: list[str], queries: list[str], depth: int) -> list[list[int]]:
    """Rank the texts by the cosine of character 1- to 3-grams, the best ``depth`` a query."""
    weights = TfidfVectorizer(analyzer="char", ngram_range=(1, 3), sublinear_tf=True)
    documents = weights.fit_transform(texts)
    likeness = (weights.transform(queries) @ documents.T).toarray()
    return [list((-row).argsort(kind="stable")[:depth]) for row in likeness]


def pools(data_dir: Path, people: list[Persona]) -> list[tuple[str, str, str]]:
    """Collect persona, posting and source for everyone, in a fixed order."""
    rows: list[tuple[str, str, str]] = []
    for dataset in POSTINGS_FILES:
        ids, texts = read_texts(data_dir, dataset)
        asked = [person for person in people if person.dataset == dataset]
        queries = [query_of(person.client) for person in asked]
        ranked = {
            "bm25": rank_bm25(texts, queries, DEPTH),
            "char_tfidf": rank_char_tfidf(texts, queries, DEPTH),
            # Seeded by the persona, so that adding a persona leaves the other pools alone.
            "random": [random.Random(person.id).sample(range(len(ids)), RANDOM_DRAW) for person in asked],
        }
        for source, lists in ranked.items():
            for person, found in zip(asked, lists, strict=True):
                rows += [(person.id, ids[row], source) for row in found]
    return sorted(rows)


def main() -> None:
    """Print the pools of all personas as CSV."""
    jieba.setLogLevel(logging.ERROR)
    writer = csv.writer(sys.stdout)
    writer.writerow(["persona_id", "posting_id", "source"])
    writer.writerows(pools(Path(sys.argv[1]), EVERYONE))


if __name__ == "__main__":
    main()

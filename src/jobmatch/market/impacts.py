"""Words as impacts: for each word one run of (row, impact), sorted by row, computed once at index time.

The impact is that of BM25 (Robertson and Zaragoza 2009, The Probabilistic Relevance Framework, eq. 3.15)
with the idf of Lucene, which is never negative. A query adds up a few runs. Words are known by an
eight-byte hash, so opening an index reads no vocabulary.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from jobmatch.market.cover import Run
from jobmatch.settings import load

_SPANS_KEPT = 50_000  # where the words of a caseload stand
MOST_COUNTED = 100  # from there on a word tells 1 % more at most (k1), and a code of a count stays one byte
EMPLOYER = "@"  # marks a word of the employer's name: it can be looked up, and adds nothing to a search
SCALE = 2048  # fixed point of a 16-bit impact: up to 32 in steps of 0.0005


@lru_cache(maxsize=65536)  # most words of a posting stand in others, too
def word_hash(word: str) -> int:
    """Eight bytes that stand for a word, the same on every machine."""
    return int.from_bytes(blake2b(word.encode("utf-8"), digest_size=8).digest(), "little")


@dataclass(frozen=True, eq=False)
class Impacts:
    """All runs: ``rows[starts[i]:starts[i + 1]]`` and their impacts belong to the word ``hashes[i]``."""

    hashes: NDArray[np.uint64]
    starts: NDArray[np.int64]
    rows: NDArray[np.int32]
    impacts: NDArray[np.uint16]
    codes: NDArray[np.uint8]  # the counts behind the impacts, as positions in ``values``: for the daily change
    values: NDArray[np.float32]
    lengths: NDArray[np.float32]  # words a row
    count: int

    def run(self, word: str) -> tuple[NDArray[np.int32], NDArray[np.uint16]]:
        """The rows that hold ``word`` and its impact in each; both empty where nobody uses it."""
        if word not in self._spans:
            if len(self._spans) >= _SPANS_KEPT:
                self._spans.clear()
            self._spans[word] = self._span(np.uint64(word_hash(word)))
        span = self._spans[word]
        return self.rows[span], self.impacts[span]

    @cached_property
    def _spans(self) -> dict[str, slice]:
        return {}

    def _span(self, key: np.uint64) -> slice:
        at = int(np.searchsorted(self.hashes, key))
        if at == len(self.hashes) or self.hashes[at] != key:
            return slice(0, 0)
        return slice(int(self.starts[at]), int(self.starts[at + 1]))

    def weighted(self, words: Mapping[str, float]) -> Iterator[Run]:
        """The run of each word, by its weight; always in the same order, as the last bits of a sum hang on it."""
        return (self._weighted(word, weight) for word, weight in sorted(words.items()))

    def _weighted(self, word: str, weight: float) -> Run:
        rows, impacts = self.run(word)
        return rows, lambda span: impacts[span] * np.float32(weight / SCALE)


@dataclass(frozen=True, eq=False)
class WordCounts:
    """Counts of words by row before they become impacts; rows must come in ascending order."""

    hashes: NDArray[np.uint64]
    rows: NDArray[np.int32]
    counts: NDArray[np.float32]
    lengths: NDArray[np.float32]

    @classmethod
    def of(cls, documents: Iterable[Mapping[str, float]]) -> "WordCounts":
        """Count the words of documents, each a mapping word → (weighted) count."""
        hashes: list[int] = []
        sizes: list[int] = []
        counts: list[float] = []
        lengths: list[float] = []
        for document in documents:
            hashes.extend(map(word_hash, document))
            sizes.append(len(document))
            counts.extend(document.values())
            lengths.append(sum(document.values()))
        return cls(
            np.array(hashes, dtype=np.uint64),
            np.repeat(np.arange(len(sizes), dtype=np.int32), sizes),
            np.minimum(counts, MOST_COUNTED).astype(np.float32),
            np.array(lengths, dtype=np.float32),
        )

    @classmethod
    def joined(cls, parts: Sequence["WordCounts"]) -> "WordCounts":
        """Several stretches of documents as one, rows numbered on."""
        if not parts:
            return cls.of([])
        offsets = np.cumsum([0, *(len(part.lengths) for part in parts)])
        rows = [part.rows + np.int32(offset) for part, offset in zip(parts, offsets[:-1], strict=True)]
        return cls(
            np.concatenate([part.hashes for part in parts]),
            np.concatenate(rows).astype(np.int32),
            np.concatenate([part.counts for part in parts]),
            np.concatenate([part.lengths for part in parts]),
        )

    def reordered(self, order: NDArray[np.intp]) -> "WordCounts":
        """The same documents in another order: row ``order[i]`` becomes row i."""
        place = np.empty(len(order), dtype=np.int32)
        place[order] = np.arange(len(order), dtype=np.int32)
        return WordCounts(self.hashes, place[self.rows], self.counts, self.lengths[order])

    def impacts(self) -> Impacts:
        """BM25 impacts, sorted by word and row."""
        order = np.lexsort((self.rows, self.hashes))
        return impacts_of(self.hashes[order], self.rows[order], self.counts[order], self.lengths)


def impacts_of(
    hashes: NDArray[np.uint64], rows: NDArray[np.int32], counts: NDArray[np.float32], lengths: NDArray[np.float32]
) -> Impacts:
    """BM25 impacts of words that stand in the order of word and row; ``lengths`` has shape (rows of the market,)."""
    settings = load()
    k1, b = settings.number("words.k1"), settings.number("words.b")
    words, starts = np.unique(hashes, return_index=True)
    starts = np.append(starts, len(hashes)).astype(np.int64)
    documents = np.diff(starts)
    total = len(lengths)
    idf = np.log1p((total - documents + 0.5) / (documents + 0.5))
    mean = max(float(lengths.mean()) if total else 1.0, 1.0)
    saturation = counts * (k1 + 1) / (counts + k1 * (1 - b + b * lengths[rows] / mean))
    impact = np.repeat(idf, documents) * saturation
    fixed = np.minimum(np.rint(impact * SCALE), np.iinfo(np.uint16).max).astype(np.uint16)
    values, codes = np.unique(counts, return_inverse=True)
    return Impacts(words, starts, rows, fixed, codes.astype(np.uint8), values.astype(np.float32), lengths, total)

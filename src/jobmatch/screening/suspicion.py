"""How likely a sentence asks or offers something of each kind: a small trained model, for wording no rule foresees."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final, NamedTuple

import numpy as np
from ahocorasick_rs import AhoCorasick, MatchKind
from numpy.typing import NDArray

from jobmatch.artefacts import artefact_dir
from jobmatch.screening.finding import Kind
from jobmatch.text import linear
from jobmatch.text.linear import Array

KINDS: Final[tuple[Kind, ...]] = (
    "gender", "age", "marital", "ethnicity", "religion", "health", "household", "region", "disability",
    "fee", "deposit", "training_loan", "document", "false_pay", "contact", "low_pay",
)  # fmt: skip
NAME: Final = "screening"
_FIRST: Final = 0xE000  # signs that no text has: each stands for a concept


class _Layers(NamedTuple):
    vocabulary: Array
    idf: Array
    table: Array
    scale: float
    hidden: Array
    out: Array
    bias: Array


@cache
def _layers() -> _Layers:
    return linear.read_model(_Layers, NAME)


def likelihoods(sentences: Sequence[str]) -> NDArray[np.float32]:
    """For each plain sentence how likely it asks or offers something of each of ``KINDS``.

    >>> row = likelihoods(["本岗位适合不穿裙子的那一半人类", "负责女装采购"])[:, KINDS.index("gender")]
    >>> bool(row[0] > 0.5 > row[1])
    True
    """
    if not sentences:
        return np.zeros((0, len(KINDS)), dtype=np.float32)
    layers = _layers()
    marked = [_concepts().marked(sentence) for sentence in sentences]
    batch = linear.featurise(marked, layers.vocabulary, layers.idf)
    inner = linear.dense_sums(batch, layers.table) * np.float32(layers.scale) + layers.hidden
    # several networks side by side, each with its share of the inner units; the mean of what they say
    parts = np.maximum(inner, 0).reshape(len(sentences), len(layers.out), -1).transpose(1, 0, 2)
    # einsum, not @: what is said of a sentence is the same to the last bit, whatever else stands in the batch
    sums = np.einsum("nsu,nuk->nsk", parts, layers.out) + layers.bias[:, None]
    said = 1 / (1 + np.exp(-sums))
    return np.asarray(said.mean(axis=0), dtype=np.float32)


class Concepts:
    r"""Words that mean alike, each as one sign: what is learned of one holds for the others.

    >>> Concepts({"藏族": 0, "回族": 0, "勿扰": 1}).marked("回族勿扰")
    '回族勿扰 \ue000\ue001'
    """

    def __init__(self, numbers: Mapping[str, int]) -> None:
        self._signs = [chr(_FIRST + number) for number in numbers.values()]
        self._words = AhoCorasick(list(numbers), matchkind=MatchKind.LeftmostLongest, store_patterns=False)

    def marked(self, sentence: str) -> str:
        """A plain sentence and the concepts of its words behind it, in their order."""
        found = self._words.find_matches_as_indexes(sentence)
        return f"{sentence} {''.join(self._signs[word] for word, _, _ in found)}"


@cache
def _concepts() -> Concepts:
    lines = (artefact_dir(NAME) / "concepts.tsv").read_text(encoding="utf-8").splitlines()
    return Concepts({word: int(number) for word, number in (line.split("\t") for line in lines)})


@cache
def cues() -> tuple[str, ...]:
    """Short runs of signs one of which stands in nearly every sentence that the model has to look at.

    None before the first training: that is done with the rules alone.
    """
    try:
        return tuple((artefact_dir(NAME) / "cues.txt").read_text(encoding="utf-8").splitlines())
    except FileNotFoundError:
        return ()

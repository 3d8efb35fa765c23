"""The network that tags notes, in training: characters, their neighbours farther off, a choice for each head."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import scipy.sparse
from numpy.typing import NDArray

from jobmatch.intake.model.signs import BY_RULES, MARKS, PAIRS, Signs
from jobmatch.intake.model.tagger import DISTANCES

Floats = NDArray[np.float32]
Weights = dict[str, Floats]

_UNITS: Final = 96  # of each layer
_SIGN, _PAIR = 32, 24  # numbers that stand for a character, and for a pair
_RATE: Final = 5e-3
_DROPPED: Final = 0.25  # of the values of each layer, at random
_HIDDEN: Final = 0.1  # of the characters, and twice as many pairs, as if they were unknown
_BATCH: Final = 8  # notes of about one length
_TOLD_WEIGHT: Final = 1.5  # of characters that tell something: they are few
_DECAY: Final = 1e-4
_WARM: Final = 20  # the rate is whole after one of so many parts of the training
_SILENT: Final = 3.0  # the first guess: a character tells nothing


@dataclass(frozen=True, slots=True, eq=False)
class Lesson:
    """A note as it is seen, what each character tells (0 nothing, 1 a beginning, 2 what goes on), the heads known."""

    seen: Signs
    told: NDArray[np.int8]
    known: NDArray[np.float32]
    rules_seen: float  # how often what the rules find in it is shown


class Network:
    """Weights in training, with the memory of Adam (Kingma and Ba, 2015)."""

    def __init__(self, characters: int, heads: int, seed: int) -> None:
        self._chance = np.random.default_rng(seed)
        self._heads = heads
        width = _SIGN + _PAIR + len(MARKS)
        self.weights: Weights = {
            "characters": self._drawn(characters + 1, _SIGN, 0.3),
            "pairs": self._drawn(PAIRS, _PAIR, 0.1),
        }
        for layer in range(len(DISTANCES)):
            self.weights[f"layer{layer}"] = self._drawn(3 * width, _UNITS, (2 / (3 * width)) ** 0.5)
            self.weights[f"bias{layer}"] = np.zeros(_UNITS, dtype=np.float32)
            width = _UNITS
        self.weights["out"] = self._drawn(_UNITS, 3 * heads, 0.05)
        self.weights["bias"] = np.tile(np.array([_SILENT, 0, 0], dtype=np.float32), heads)
        self._mean = {name: np.zeros_like(value) for name, value in self.weights.items()}
        self._square = {name: np.zeros_like(value) for name, value in self.weights.items()}
        self._steps = 0

    def _drawn(self, rows: int, columns: int, scale: float) -> Floats:
        return self._chance.standard_normal((rows, columns), dtype=np.float32) * np.float32(scale)

    def round(self, lessons: Sequence[Lesson], done: float, part: float) -> None:
        """Learn from every lesson once; ``done`` of the whole training lies behind, this is ``part`` of it."""
        lengths = [len(one.told) + 30 * self._chance.random() for one in lessons]
        order = np.argsort(lengths, kind="stable")
        batches = [order[at : at + _BATCH] for at in range(0, len(order), _BATCH)]
        for nth, batch in enumerate(self._chance.permutation(len(batches))):
            at = done + part * nth / len(batches)
            self._learn([lessons[one] for one in batches[batch]], _RATE * min(1.0, _WARM * at) * (1 - at))

    def _learn(self, lessons: Sequence[Lesson], rate: float) -> None:
        batch = _Batch.of(lessons, self._chance)
        slopes = self._slopes(batch)
        self._steps += 1
        for name, slope in slopes.items():
            self._step(name, slope, rate)

    def _kept(self, shape: tuple[int, ...]) -> Floats:
        """What a layer's values are multiplied with where some are dropped."""
        kept = self._chance.random(shape, dtype=np.float32) >= _DROPPED
        return kept.astype(np.float32) / np.float32(1 - _DROPPED)

    def _slopes(self, batch: "_Batch") -> dict[str, Any]:
        """How the weights change what is said wrongly of a batch, layer by layer from the last to the first."""
        own, size = self.weights, batch.told.shape[:2]
        values = np.concatenate([own["characters"][batch.signs], own["pairs"][batch.pairs], batch.marks], axis=-1)
        kept_first = self._kept(values.shape) * batch.there
        values = values * kept_first
        layers = []
        for layer, distance in enumerate(DISTANCES):
            around = _around(values, distance)
            sums = around.reshape(-1, around.shape[-1]) @ own[f"layer{layer}"] + own[f"bias{layer}"]
            sums = sums.reshape(*size, _UNITS)
            kept = self._kept(sums.shape) * batch.there * (sums > 0)
            layers.append((around, kept))
            values = sums * kept + values if layer else sums * kept
        flat = values.reshape(-1, _UNITS)
        wrong = batch.wrong((flat @ own["out"] + own["bias"]).reshape(*size, self._heads, 3))
        slopes: dict[str, Any] = {"out": flat.T @ wrong, "bias": wrong.sum(axis=0)}
        slope = (wrong @ own["out"].T).reshape(*size, _UNITS)
        for layer in reversed(range(len(DISTANCES))):
            around, kept = layers[layer]
            inner = (slope * kept).reshape(-1, _UNITS)
            slopes[f"layer{layer}"] = around.reshape(-1, around.shape[-1]).T @ inner
            slopes[f"bias{layer}"] = inner.sum(axis=0)
            weights = own[f"layer{layer}"] if layer else _of_tables(own["layer0"])
            passed = _back((inner @ weights.T).reshape(*size, -1), DISTANCES[layer])
            slope = passed + slope if layer else passed
        slope = slope * kept_first[..., : _SIGN + _PAIR]
        slopes["characters"] = _by_row(batch.signs, slope[..., :_SIGN])
        slopes["pairs"] = _by_row(batch.pairs, slope[..., _SIGN : _SIGN + _PAIR])
        return slopes

    def _step(self, name: str, slope: Any, rate: float) -> None:
        rows, slope = slope if isinstance(slope, tuple) else (slice(None), slope)
        mean, square, weights = self._mean[name], self._square[name], self.weights[name]
        mean[rows] = 0.9 * mean[rows] + 0.1 * slope
        square[rows] = 0.98 * square[rows] + 0.02 * slope * slope
        step = (mean[rows] / (1 - 0.9**self._steps)) / (np.sqrt(square[rows] / (1 - 0.98**self._steps)) + 1e-8)
        decay = 0.0 if weights.ndim == 1 or name == "out" else _DECAY
        weights[rows] -= np.float32(rate) * (step + np.float32(decay) * weights[rows])


@dataclass(frozen=True, slots=True, eq=False)
class _Batch:
    signs: NDArray[np.int32]
    pairs: NDArray[np.int32]
    marks: Floats
    there: Floats  # 1 where there is a character, 0 behind the end of a shorter note
    told: NDArray[np.int8]
    known: Floats

    @classmethod
    def of(cls, lessons: Sequence[Lesson], chance: np.random.Generator) -> "_Batch":
        """Notes side by side, some of their characters and pairs hidden."""
        size = len(lessons), max(len(one.told) for one in lessons)
        numbers = np.zeros((2, *size), dtype=np.int32)
        marks = np.zeros((*size, len(MARKS)), dtype=np.float32)
        there = np.zeros((*size, 1), dtype=np.float32)
        told = np.zeros((*size, lessons[0].told.shape[1]), dtype=np.int8)
        for at, one in enumerate(lessons):
            end = len(one.told)
            numbers[0, at, :end], numbers[1, at, :end] = one.seen.characters, one.seen.pairs
            marks[at, :end], there[at, :end], told[at, :end] = one.seen.marks, 1, one.told
        marks[chance.random(len(lessons)) >= [one.rules_seen for one in lessons]] *= ~BY_RULES
        hidden = chance.random((2, *size)) < np.array([_HIDDEN, 2 * _HIDDEN]).reshape(2, 1, 1)
        signs, pairs = np.where(hidden, 0, numbers)
        return cls(signs, pairs, marks, there, told, np.stack([one.known for one in lessons]))

    def wrong(self, said: Floats) -> Floats:
        """What is said too much of each choice, weighted, for all characters in a row."""
        none, begins, inside = (said[..., choice] for choice in range(3))  # far quicker than along the last axis
        likely = np.exp(said - np.maximum(np.maximum(none, begins), inside)[..., None])
        likely /= (likely[..., 0] + likely[..., 1] + likely[..., 2])[..., None]
        likely -= self.told[..., None] == np.arange(3, dtype=np.int8)
        weights = np.where(self.told > 0, np.float32(_TOLD_WEIGHT), np.float32(1)) * self.there * self.known[:, None]
        likely *= (weights / self.there.sum())[..., None]
        rows: Floats = likely.reshape(-1, likely.shape[2] * 3)
        return rows


def _of_tables(weights: Floats) -> Floats:
    """The weights of the first layer for what the tables hold of a character: the marks beside it are given."""
    return weights.reshape(3, -1, _UNITS)[:, : _SIGN + _PAIR].reshape(-1, _UNITS)


def _around(values: Floats, distance: int) -> Floats:
    """Beside the values of each character those of its two neighbours at a distance, note by note."""
    whole = np.zeros((*values.shape[:2], 3 * values.shape[2]), dtype=np.float32)
    width = values.shape[2]
    whole[:, distance:, :width] = values[:, :-distance]
    whole[..., width : 2 * width] = values
    whole[:, :-distance, 2 * width :] = values[:, distance:]
    return whole


def _back(around: Floats, distance: int) -> Floats:
    """What ``_around`` laid side by side, added up where it came from."""
    width = around.shape[2] // 3
    values = around[..., width : 2 * width].copy()
    values[:, :-distance] += around[:, distance:, :width]
    values[:, distance:] += around[:, :-distance, 2 * width :]
    return values


def _by_row(numbers: NDArray[np.int32], slopes: Floats) -> tuple[NDArray[np.int32], Floats]:
    """The slopes of the rows of a table that were used, summed."""
    rows, places = np.unique(numbers.reshape(-1), return_inverse=True)
    one = np.ones(len(places), dtype=np.float32)
    chosen = scipy.sparse.csr_matrix((one, (places, np.arange(len(places)))), shape=(len(rows), len(places)))
    return rows, np.asarray(chosen @ slopes.reshape(len(places), -1), dtype=np.float32)

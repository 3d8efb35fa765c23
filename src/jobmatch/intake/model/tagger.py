"""What each stretch of a note tells by a small trained model, for wording that no rule foresees."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from jobmatch.artefacts import artefact_dir, read_array, read_json
from jobmatch.intake.clauses.note import Note
from jobmatch.intake.fact import Fact
from jobmatch.intake.model.heads import AT, HEADS
from jobmatch.intake.model.signs import Signs, signs

NAME: Final = "notes"
DISTANCES: Final = (1, 1, 2, 4, 8)  # to the neighbours that each layer sees, on both sides
_TOLD: Final = 0.5  # likelihood from which a character belongs to a stretch
Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters ``start:end`` of a note that tell what a head stands for."""

    head: str
    start: int
    end: int
    likelihood: float


@dataclass(frozen=True, slots=True, eq=False)
class Tags:
    """How likely each character begins or continues a stretch of each head; one row a character."""

    begins: Floats
    inside: Floats

    def likelihood(self, head: str, start: int, end: int) -> float:
        """How likely something in ``start:end`` tells what a head stands for."""
        told = self.inside[start:end, AT[head]]
        return round(float(told.max()), 3) if len(told) else 0.0

    def stretches(self, head: str) -> list[Stretch]:
        """The stretches that tell what a head stands for, in order."""
        inside, begins = self.inside[:, AT[head]], self.begins[:, AT[head]]
        told = inside > _TOLD
        found: list[Stretch] = []
        for at in np.flatnonzero(told).tolist():
            if found and found[-1].end == at and begins[at] <= inside[at] / 2:
                found[-1] = Stretch(head, found[-1].start, at + 1, 0.0)
            else:
                found.append(Stretch(head, at, at + 1, 0.0))
        return [Stretch(head, one.start, one.end, round(float(inside[one.start : one.end].mean()), 3)) for one in found]


def tagged(note: Note, facts: Iterable[Fact]) -> Tags:
    """A note read by the model, which is given the ``facts`` that the rules find.

    >>> note = Note("以前在砖厂干过,想找个看大门的活")
    >>> [note.shadow[one.start : one.end] for one in tagged(note, ()).stretches("wanted")]
    ['看大门']
    """
    networks, numbers = _networks()
    seen = signs(note, facts, numbers)
    if not len(seen.characters):
        empty = np.zeros((0, len(HEADS)), dtype=np.float32)
        return Tags(empty, empty)
    said = np.mean([_said(network, seen) for network in networks], axis=0)
    return Tags(said[..., 1], said[..., 1] + said[..., 2])


@cache
def _networks() -> tuple[list[dict[str, Floats]], dict[str, int]]:
    folder = artefact_dir(NAME)
    facts = read_json(folder, "manifest.json")
    networks = [
        {
            name: read_array(folder, f"{name}-{at}.npy").astype(np.float32) * np.float32(scale)
            for name, scale in scales.items()
        }
        for at, scales in enumerate(facts["scales"])
    ]
    known = (folder / "characters.txt").read_text(encoding="utf-8")
    return networks, {sign: at for at, sign in enumerate(known, 1)}


def _said(network: dict[str, Any], seen: Signs) -> Floats:
    """For each character and head the likelihoods of nothing, of a beginning, and of what goes on."""
    values = np.concatenate([network["characters"][seen.characters], network["pairs"][seen.pairs], seen.marks], axis=1)
    for layer, distance in enumerate(DISTANCES):
        sums = np.maximum(neighbourhood(values, distance) @ network[f"layer{layer}"] + network[f"bias{layer}"], 0)
        values = values + sums if layer else sums
    said = (values @ network["out"] + network["bias"]).reshape(len(values), len(HEADS), 3)
    said = np.exp(said - said.max(axis=-1, keepdims=True))
    return np.asarray(said / said.sum(axis=-1, keepdims=True), dtype=np.float32)


def neighbourhood(values: Floats, distance: int) -> Floats:
    """Beside the values of each character those of the two at a distance, zeros beyond the ends.

    >>> neighbourhood(np.array([[1], [2], [3]], dtype=np.float32), 1).tolist()
    [[0.0, 1.0, 2.0], [1.0, 2.0, 3.0], [2.0, 3.0, 0.0]]
    """
    none = np.zeros((min(distance, len(values)), values.shape[1]), dtype=np.float32)
    before = np.concatenate([none, values[:-distance]])
    behind = np.concatenate([values[distance:], none])
    return np.concatenate([before, values, behind], axis=1)

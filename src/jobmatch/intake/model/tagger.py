"""What each stretch of a note tells by a small trained model, for wording that no rule foresees."""

from collections.abc import Iterable, Iterator
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
_TOLD: Final = 0.5  # likelihood of which a stretch holds at least one character
_GOES_ON: Final = 0.2  # ... and below which none in its midst falls: few words are told apart sign by sign
_EDGE: Final = 0.4  # ... and its first and its last character
_AGAIN: Final = 0.2  # likelihood of a beginning from which a new stretch begins right behind another
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
        if not len(inside) or inside.max() <= _TOLD:
            return []
        found = _runs(inside > _GOES_ON, (begins > inside / 2) & (begins > _AGAIN))
        return [one for start, end in found for one in _stretch(head, start, inside[start:end])]


def _runs(goes_on: NDArray[np.bool_], begins: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Where the characters that go on stand together, parted where one begins anew.

    >>> _runs(np.array([True, True, True, False, True]), np.array([True, False, True, False, False]))
    [(0, 2), (2, 3), (4, 5)]
    """
    before = np.concatenate([[False], goes_on[:-1]])
    starts = np.flatnonzero(goes_on & (begins | ~before))
    ends = np.flatnonzero(goes_on & np.concatenate([begins[1:] | ~goes_on[1:], [True]])) + 1
    return list(zip(starts.tolist(), ends.tolist(), strict=True))


def _stretch(head: str, start: int, inside: Floats) -> Iterator[Stretch]:
    """The stretch without edges that are not likely, as likely as those of its characters that are."""
    told = inside[inside > _TOLD]
    if len(told):
        edge = np.flatnonzero(inside > _EDGE)
        yield Stretch(head, start + int(edge[0]), start + int(edge[-1]) + 1, round(float(told.mean()), 3))


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
    begins, goes_on = said[..., 1], said[..., 2]
    return Tags(np.asfortranarray(begins), np.asfortranarray(begins + goes_on))  # read head by head


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

"""How likely a sentence asks or offers something of each kind: a small trained model, for wording no rule foresees."""

from collections.abc import Sequence
from functools import cache
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from jobmatch.artefacts import artefact_dir, read_array, read_json
from jobmatch.screening.finding import Kind
from jobmatch.text import linear

KINDS: Final[tuple[Kind, ...]] = (
    "gender", "age", "marital", "ethnicity", "religion", "health", "household", "region", "disability",
    "fee", "deposit", "training_loan", "document", "false_pay", "contact",
)  # fmt: skip
NAME: Final = "screening"


@cache
def _layers() -> dict[str, Any]:
    folder = artefact_dir(NAME)
    scale = read_json(folder, "manifest.json")["scale"]
    arrays = {
        name: read_array(folder, f"{name}.npy") for name in ("vocabulary", "idf", "table", "hidden", "out", "bias")
    }
    return {**arrays, "scale": np.float32(scale)}


def likelihoods(sentences: Sequence[str]) -> NDArray[np.float32]:
    """For each plain sentence how likely it asks or offers something of each of ``KINDS``.

    >>> row = likelihoods(["本岗位适合不穿裙子的那一半人类", "负责女装采购"])[:, KINDS.index("gender")]
    >>> bool(row[0] > 0.5 > row[1])
    True
    """
    layers = _layers()
    batch = linear.featurise(sentences, layers["vocabulary"], layers["idf"])
    inner = linear.dense_sums(batch, layers["table"]) * layers["scale"] + layers["hidden"]
    # several networks side by side, each with its share of the inner units; the mean of what they say
    parts = np.maximum(inner, 0).reshape(len(sentences), len(layers["out"]), -1).transpose(1, 0, 2)
    said = 1 / (1 + np.exp(-(parts @ layers["out"] + layers["bias"][:, None])))
    return np.asarray(said.mean(axis=0), dtype=np.float32)


@cache
def cues() -> tuple[str, ...]:
    """Short runs of signs one of which stands in nearly every sentence that the model has to look at.

    None before the first training: that is done with the rules alone.
    """
    try:
        return tuple((artefact_dir(NAME) / "cues.txt").read_text(encoding="utf-8").splitlines())
    except FileNotFoundError:
        return ()

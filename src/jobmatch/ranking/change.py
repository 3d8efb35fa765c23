"""A change of trade that is wished for: what was never done before is no fault of the wish.

Work that is wished for counts as near to the past at least as it would if nothing were known of the past; so nobody who
tells what they did is worse off, in what they wish for, than who keeps silent. It is left as it is where a counsellor
noted that the wish leaves the strengths aside, as these are then what speaks. What must be learned first, and the
years and papers that a posting asks for, are told by features of their own.
"""

import numpy as np
from numpy.typing import NDArray

from jobmatch.fit import background, occupation
from jobmatch.fit.features import Fit
from jobmatch.ranking.model import Model, Side

Lifted = tuple[NDArray[np.intp], NDArray[np.float64], NDArray[np.float64]]


def lifted(model: Model, fit: Fit) -> Lifted:
    """The rows whose nearness to the past counts as more than it is: their positions, what it is, what it counts as.

    It is lifted to the neutral value where the work is just what is wished for, and less where it is only near it.
    """
    held, neutral = fit.values.held, model.neutral[background.NAME]
    if not fit.wish_stands or not {occupation.NAME, background.NAME} <= fit.known.held.keys():
        return np.zeros(0, dtype=np.intp), np.zeros(0), np.zeros(0)
    begins, whole = model.wished
    at = np.flatnonzero(fit.surely(occupation.NAME, begins) & fit.misses(background.NAME, neutral))
    wished = np.clip((held[occupation.NAME].at(at) - begins) / (whole - begins), 0, 1)
    near = held[background.NAME].at(at)
    return at, near, np.maximum(near, wished * neutral)


def pulled(model: Model, side: Side, rows: Lifted) -> tuple[NDArray[np.intp], NDArray[np.float64]]:
    """The same rows, and how far that moves one side's log-odds."""
    (at, near, counts), name = rows, background.NAME
    neutral = model.neutral[name]
    return at, side.pull(name, counts, neutral) - side.pull(name, near, neutral)


def counted(model: Model, fit: Fit, name: str, value: float, at: int) -> float:
    """What the value of a feature counts as at one position."""
    if name != background.NAME:
        return value
    rows, _, counts = lifted(model, fit)
    place = np.flatnonzero(rows == at)
    return float(counts[place[0]]) if len(place) else value

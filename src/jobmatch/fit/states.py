"""The states of a limit, ordered so that ``minimum`` is "and" and ``maximum`` is "or": met, unknown, not met."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

State = NDArray[np.int8]
MET: Final = 1
UNKNOWN: Final = 0
NOT_MET: Final = -1


def state(not_met: NDArray[np.bool_], unknown: NDArray[np.bool_] | bool = False) -> State:
    """The state of rows of which some do not meet a limit, and of some others it is not known.

    >>> state(np.array([True, False, False]), np.array([False, True, False])).tolist()
    [-1, 0, 1]
    """
    return np.where(not_met, NOT_MET, np.where(unknown, UNKNOWN, MET)).astype(np.int8)

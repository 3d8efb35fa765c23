"""What is told of the employers of a market by all their postings together, where a single one does not tell it."""

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from jobmatch.screening import is_skilled, mills
from jobmatch.settings import load
from jobmatch.text.work.occupations import occupation_codes


def of_employers(columns: Mapping[str, Any]) -> dict[str, NDArray[np.int16]]:
    """``mill_ads`` and ``mill_seek`` of a market by its other columns."""
    skilled = skilled_work(columns["occupations"][:, 0], columns["occupation_first"])
    ads, seek = mills(columns["shown"].texts("employer"), columns["seeks"], skilled)
    return {"mill_ads": ads, "mill_seek": seek}


def skilled_work(codes: NDArray[Any], chances: NDArray[Any]) -> NDArray[np.int8]:
    """Whether the likeliest occupation of each posting is learned in years: 1, 0, or -1 where it is not sure enough."""
    skilled = np.array([is_skilled(code) for code in occupation_codes()], dtype=np.int8)
    return np.where(chances >= load().number("screening.mill_sure"), skilled[codes], np.int8(-1))

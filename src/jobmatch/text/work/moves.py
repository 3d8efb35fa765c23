"""Moves: how far work that somebody has done serves in another trade, as employers take it: 运维 in 数据库管理.

The table is ``lexicons/trade_moves.csv``. A move has a direction: who has laid tiles can lay bricks, who has driven
lorries can drive a taxi, and not the other way round without a licence.
"""

from functools import cache, lru_cache
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from jobmatch.text import lexicon
from jobmatch.text.work.trades import WAYS, trade_names, trades_of

NONE: Final = 0
PARTLY: Final = 1  # tools, materials, rules or customers are the same, the core of the work is new
NEARLY: Final = 2  # an employer takes the years for nearly the same work


def serves(done: str, trades: NDArray[np.integer[Any]]) -> NDArray[np.int8]:
    """How far some work serves in the trades of titles, a row each as in ``trades.trade_table``; the farthest counts.

    >>> from jobmatch.text.work.trades import trade_table
    >>> serves("运维工程师", trade_table(["数据库管理员", "洗碗工"])).tolist() == [NEARLY, NONE]
    True
    """
    return np.asarray(_from(trades_of(done))[trades].max(axis=1, initial=NONE))


@lru_cache(maxsize=4096)
def _from(done: tuple[int, ...]) -> NDArray[np.int8]:
    """How far some trades serve in each trade in each way, and in ``trades.NONE`` behind them."""
    found = np.zeros(WAYS * len(trade_names()) + 1, dtype=np.int8)
    for one in {trade // WAYS for trade in done}:
        for theirs, grade in _moves().get(one, ()):
            ways = slice(theirs * WAYS, (theirs + 1) * WAYS)
            found[ways] = np.maximum(found[ways], grade)
    return found


@cache
def _moves() -> dict[int, tuple[tuple[int, int], ...]]:
    """The trades in which each serves, and how far."""
    number = {name: at for at, name in enumerate(trade_names())}
    return {
        number[row["trade"]]: tuple(
            (number[other], grade)
            for column, grade in (("partly", PARTLY), ("nearly", NEARLY))
            for other in lexicon.parts(row[column])
        )
        for row in lexicon.rows("jobmatch.text", "lexicons/trade_moves.csv")
    }

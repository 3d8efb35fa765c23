"""Moves from trade to trade: how far work that was done serves in another, and how far another meets a wish.

The tables are ``lexicons/trade_moves.csv``, as employers take it (运维 in 数据库管理), and ``trade_wishes.csv``, as
counsellors do (帮厨 for 洗碗). A move has a direction: who has driven lorries can drive a taxi, and not the other way
round without a licence; who wants to cook does not want to wash up.
"""

from collections.abc import Iterator
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
    return np.asarray(_from(_DONE, trades_of(done))[trades].max(axis=1, initial=NONE))


def meets(wish: str, trades: NDArray[np.integer[Any]]) -> NDArray[np.int8]:
    """As ``serves``: how far work of the trades of titles is what a wish means, beside its own trade.

    >>> from jobmatch.text.work.trades import trade_table
    >>> meets("洗碗工", trade_table(["帮厨", "保洁员", "会计"])).tolist() == [NEARLY, PARTLY, NONE]
    True
    """
    return np.asarray(_from(_WISHED, trades_of(wish))[trades].max(axis=1, initial=NONE))


_DONE: Final = "trade_moves.csv"
_WISHED: Final = "trade_wishes.csv"


@lru_cache(maxsize=4096)
def _from(table: str, trades: tuple[int, ...]) -> NDArray[np.int8]:
    """How far some trades go in each trade in each way, and in ``trades.NONE`` behind them."""
    found = np.zeros(WAYS * len(trade_names()) + 1, dtype=np.int8)
    for one in {trade // WAYS for trade in trades}:
        for theirs, grade in _moves(table, trade_names()[one]):
            ways = slice(theirs * WAYS, (theirs + 1) * WAYS)
            found[ways] = np.maximum(found[ways], grade)
    return found


def _moves(table: str, trade: str) -> Iterator[tuple[int, int]]:
    """The trades to which one goes, and how far."""
    row = _rows(table).get(trade, {})
    for column, grade in (("partly", PARTLY), ("nearly", NEARLY)):
        yield from ((trade_names().index(other), grade) for other in lexicon.parts(row.get(column, "")))


@cache
def _rows(table: str) -> dict[str, dict[str, str]]:
    return {row["trade"]: row for row in lexicon.rows("jobmatch.text", f"lexicons/{table}")}

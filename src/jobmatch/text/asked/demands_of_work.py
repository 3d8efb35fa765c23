"""What the work itself asks of the body, by its trade, the words of its title and its code."""

from collections.abc import Iterable
from functools import cache, lru_cache, reduce
from operator import or_
from typing import Any, NamedTuple

from jobmatch.text.asked.demand_list import tables
from jobmatch.text.clauses import longest_read
from jobmatch.text.fold import fold
from jobmatch.text.work.trades import LEADS, PLAIN, WAYS, parts_of, trade_names, trades_of


class OfWork(NamedTuple):
    """What work asks of the body: everywhere, and in one place and not in another."""

    always: frozenset[str] = frozenset()
    at_times: frozenset[str] = frozenset()

    def __or__(self, other: "OfWork") -> "OfWork":
        always = self.always | other.always
        return OfWork(always, (self.at_times | other.at_times) - always)

    def at_most_times(self) -> "OfWork":
        """The same where it is not sure that it is this work."""
        return OfWork(at_times=self.always | self.at_times)


class _Work(NamedTuple):
    """Kinds of work that ask the same of the body: by their trades, the words of a title, codes."""

    trades: frozenset[int]
    words: tuple[str, ...]
    codes: tuple[str, ...]
    beside: bool
    asks: OfWork


@cache
def _works() -> tuple[_Work, ...]:
    """What kinds of work ask."""
    return tuple(map(_work, tables()["work"].values()))


def _work(row: dict[str, Any]) -> _Work:
    asks = OfWork(frozenset(row.get("asks", ())), frozenset(row.get("may_ask", ())))
    trades = _numbers(row.get("trades", ())) - _numbers(row.get("but", ()))
    return _Work(trades, tuple(row.get("words", ())), tuple(row.get("codes", ())), bool(row.get("beside")), asks)


def _numbers(names: Iterable[str]) -> frozenset[int]:
    """The numbers of some trades and of their parts."""
    return frozenset().union(*(parts_of(trade_names().index(name)) for name in names))


@lru_cache(maxsize=4096)  # titles come again and again
def demands_of_work(title: str) -> OfWork:
    """What the work that a title names asks of the body, though a posting seldom says so.

    >>> sorted(demands_of_work("食堂厨师").always), sorted(demands_of_work("电话客服").always)
    (['standing', 'walking'], ['hearing'])

    The same work asks the same, whatever it is called.

    >>> demands_of_work("居服員") == demands_of_work("照顧服務員"), sorted(demands_of_work("居服員").at_times)[:2]
    (True, ['bending', 'hearing'])

    Of what is sold to a trade, and of other work, nothing is known.

    >>> demands_of_work("餐饮软件销售").always, demands_of_work("律师")
    (frozenset(), OfWork(always=frozenset(), at_times=frozenset()))
    """
    named, folded = trades_of(title), fold(title[: longest_read()]).lower()
    told = (one for one in _works() if one.beside or not named)
    by_word = (one.asks for one in told if any(word in folded for word in one.words))
    return reduce(or_, (*map(_of_trade, named), *by_word), OfWork())


def _of_trade(named: int) -> OfWork:
    """What a trade asks, named as ``trades_of`` does: who leads others in it may do it, who sells to it does not."""
    trade, way = divmod(named, WAYS)
    asks = reduce(or_, (one.asks for one in _works() if trade in one.trades), OfWork())
    return asks if way == PLAIN else asks.at_most_times() if way == LEADS else OfWork()


@cache
def demands_of_code(code: str) -> frozenset[str]:
    """What the work of a code of the classification may ask of the body.

    >>> sorted(demands_of_code("4-03-02-05")), demands_of_code("2-07-09-00")
    (['standing', 'walking', 'wet'], frozenset())
    """
    asks = (one.asks for one in _works() if code.startswith(one.codes))
    return frozenset().union(*(one.always | one.at_times for one in asks))

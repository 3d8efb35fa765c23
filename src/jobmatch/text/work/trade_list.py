"""The list of trades: which there are, by which words titles name them, and how they stand to one another.

The table is ``lexicons/trades.csv``; its trades are told by their numbers.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Final, NamedTuple

from jobmatch.text import lexicon
from jobmatch.text.phrases import Phrases

WAYS: Final = 4  # in which a trade is done: plainly, by leading others, in the field of another trade; told in English
PLAIN, LEADS, IN_A_FIELD, IN_ENGLISH = range(WAYS)


class Table(NamedTuple):
    """Each trade at its number: its names, its relations, its words."""

    names: tuple[str, ...]
    above: tuple[frozenset[int], ...]  # the wider trades of each, and what is wider than they are
    akin: frozenset[tuple[int, int]]  # both ways round
    roles: frozenset[int]  # a trade named before one of them is the field in which it is done
    generic: frozenset[int]  # a word for any work: beside another trade it says nothing
    alone: frozenset[int]  # a rank or a shop of a kind: it names work only where a title names no other
    codes: tuple[tuple[str, ...], ...]  # that the work usually has in the classification
    leading: frozenset[int]  # work that is to lead (店长): who leads in it does the same work
    words: Phrases  # those, and longer ones that name other work or none
    spellings: frozenset[str]  # the words that name a trade
    heads: Phrases  # the words of roles


@cache
def table() -> Table:
    """The list, read once."""
    rows = lexicon.rows("jobmatch.text", "lexicons/trades.csv")
    number = {row["trade"]: at for at, row in enumerate(rows)}
    wider = {row["trade"]: lexicon.parts(row["wider"]) for row in rows}
    words = {word: at for at, row in enumerate(rows) for word in lexicon.parts(row["words"])}
    others = {word: _at_end(word, at, words) for at, row in enumerate(rows) for word in lexicon.parts(row["other"])}
    roles = _of_role(rows, "yes")
    return Table(
        tuple(number),
        tuple(frozenset(map(number.__getitem__, _above(name, wider))) for name in number),
        frozenset(pair for row in rows for pair in _both_ways(row, number)),
        roles,
        _of_role(rows, "any"),
        _of_role(rows, "alone"),
        tuple(tuple(row["codes"].split()) for row in rows),
        _of_role(rows, "leads"),
        Phrases(others | words),
        frozenset(words),
        Phrases({word: at for word, at in words.items() if at in roles}),
    )


def _of_role(rows: Sequence[Mapping[str, str]], role: str) -> frozenset[int]:
    return frozenset(number for number, row in enumerate(rows) if row["role"] == role)


def _both_ways(row: Mapping[str, str], number: Mapping[str, int]) -> Iterator[tuple[int, int]]:
    trade = number[row["trade"]]
    for name in lexicon.parts(row["akin"]):
        yield from ((trade, number[name]), (number[name], trade))


def _at_end(word: str, but: int, words: Mapping[str, int]) -> int | None:
    """The trade, ``but`` for one, of the longest word with which a word ends: 仓库会计 is a 会计."""
    ends = (words.get(word[start:], but) for start in range(1, len(word)))
    return next((trade for trade in ends if trade != but), None)


def _above(name: str, wider: dict[str, tuple[str, ...]]) -> set[str]:
    return {*wider[name], *(far for near in wider[name] for far in _above(near, wider))}


def trade_names() -> tuple[str, ...]:
    """The trades, in the order that their numbers follow.

    >>> "洗碗" in trade_names()
    True
    """
    return table().names


def parts_of(trade: int) -> frozenset[int]:
    """A trade and those that are a part of it, by their numbers."""
    return _parts_of_each()[trade]


def akin_to(trade: int, other: int) -> bool:
    """Whether a trade, by its number, is another one, a part of it, wider than it or done beside it.

    >>> number = trade_names().index
    >>> akin_to(number("帮厨"), number("切配")), akin_to(number("会计"), number("切配"))
    (True, False)
    """
    above = table().above
    return trade == other or trade in above[other] or other in above[trade] or (trade, other) in table().akin


def near_to(trade: int) -> frozenset[int]:
    """A trade and all to which it is akin, by their numbers: see ``akin_to``."""
    listed = table()
    return parts_of(trade) | listed.above[trade] | {one for one, other in listed.akin if other == trade}


@cache
def _parts_of_each() -> tuple[frozenset[int], ...]:
    parts = [{trade} for trade in range(len(table().names))]
    for trade, above in enumerate(table().above):
        for wider in above:
            parts[wider].add(trade)
    return tuple(map(frozenset, parts))

"""Words that mean alike for screening, by number: the classes of the rules, the slots of our sentences, stances."""

import re
from collections.abc import Iterator
from itertools import product
from typing import Final

from jobmatch.learning import compose
from jobmatch.screening.plain import Plain
from jobmatch.screening.rules import rows_of, table

_MAYBE: Final = re.compile(r"(.)\?")
_SPECIAL: Final = re.compile(r"[\\()\[\]{}|.*+^$?]")
_PLAIN: Final = {
    "fill", "job", "n", "lo", "hi", "age", "sum", "small", "big", "bf", "dollar", "bigpay", "okpay", "okbase", "idt",
    "en", "en1", "q", "edu", "no1", "two", "alikeword",
    "lowplace", "lowusd", "tech", "tech2", "topic", "shop", "denywhat", "denytail", "whoever", "badrule",
}  # slots that say nothing of what is meant  # fmt: skip


def concepts() -> dict[str, int]:
    """Each word with the number of its concept; a word of two concepts has the first.

    >>> numbers = concepts()
    >>> numbers["藏族"] == numbers["回族"] != numbers["残疾人"]
    True
    """
    numbers: dict[str, int] = {}
    for number, words in enumerate(_classes()):
        for word in words:
            numbers.setdefault(Plain(word).text, number)
    numbers.pop("", None)
    return dict(sorted(numbers.items()))


def _classes() -> Iterator[set[str]]:
    yield from (set(words.split()) for words in compose.table("stances.toml")["stances"].values())
    for name, choices in compose.slots().items():
        if name not in _PLAIN:
            yield {word for word in choices if len(word) > 1 or name in ("f", "m")}
    for words in _of_rules():
        yield {one for word in words.split() for one in _literal(word) if len(one) > 1}


def _of_rules() -> Iterator[str]:
    yield from table("words.toml")["classes"].values()
    for group in ("persons", "money"):
        for _, rule in rows_of(group):
            yield from rule.get("classes", {}).values()


def _literal(word: str) -> Iterator[str]:
    """The ways to write a word of a class in which a sign may fail; none where it is a pattern."""
    parts = _MAYBE.split(word)  # 残疾人士? -> 残疾人, 士, ""
    for kept in product((False, True), repeat=len(parts) // 2):
        one = "".join(part for at, part in enumerate(parts) if at % 2 == 0 or kept[at // 2])
        if not _SPECIAL.search(one):
            yield one

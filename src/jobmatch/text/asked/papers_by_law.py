"""The papers that the law asks of whoever does the work in a title, and which of several will do as well.

The table is ``lexicons/certificates_by_occupation.csv``.
"""

from functools import cache, lru_cache
from typing import Final, NamedTuple

from jobmatch.records.skill import OccupationNeed
from jobmatch.text import lexicon
from jobmatch.text.phrases import Phrases, shadow


class _Needs(NamedTuple):
    """What the law asks for work; ``words`` looks for all of it at once, as a title seldom names any."""

    words: Phrases
    rows: tuple[tuple[Phrases, Phrases | None, tuple[str, ...], str | None], ...]


@cache
def _needs() -> _Needs:
    table = lexicon.cells("jobmatch.text", "lexicons/certificates_by_occupation.csv")
    rows = tuple(
        (
            Phrases({shadow(word): 1 for word in words.split("|")}),
            Phrases({shadow(word): 1 for word in unless.split("|")}) if unless else None,
            tuple(filter(None, names.split("|"))),
            licence or None,
        )
        for words, unless, names, licence in table
    )
    return _Needs(Phrases({shadow(word): 1 for words, *_ in table for word in words.split("|")}), rows)


@lru_cache(maxsize=4096)  # for the papers and for the licence, and titles are repeated
def required_by_occupation(title: str) -> tuple[OccupationNeed, ...]:
    """What the law asks of whoever does the work in a title; empty where it asks for nothing known.

    >>> required_by_occupation("夜班叉车工")[0].certificates
    ('叉车证', '特种设备作业人员证')
    >>> [need.licence for need in required_by_occupation("半挂车司机")]
    ['A2', 'any']
    >>> required_by_occupation("叉车销售"), required_by_occupation("")
    ((), ())
    """
    folded = shadow(title)
    if not any(_needs().words.find(folded)):
        return ()
    needs = []
    for words, unless, names, licence in _needs().rows:
        match = next(words.find(folded), None)
        if match is not None and not (unless and any(unless.find(folded))):
            needs.append(OccupationNeed(names, licence, title[match[1] : match[2]]))
    return tuple(needs)


ANY_ROAD: Final = "道路运输从业资格证"  # the paper of a driver by trade, named without its kind
ROAD: Final = ("货运从业资格证", "客运从业资格证", "网约车驾驶员证", "出租车驾驶员证", "危险品运输从业资格证")


@cache
def _alternatives() -> tuple[tuple[str, ...], ...]:
    return ((ANY_ROAD, *ROAD), *(names for _, _, names, _ in _needs().rows if len(names) > 1))


def accepted(held: frozenset[str]) -> frozenset[str]:
    """What is held, and the first of every group of which any one will do, where one of the group is held.

    >>> sorted(accepted(frozenset({"压力焊工证"})))
    ['压力焊工证', '焊工证']
    """
    return held | {names[0] for names in _alternatives() if held.intersection(names)}

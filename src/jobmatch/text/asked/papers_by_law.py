"""The papers that the law asks of whoever does the work in a title, and which of several will do as well.

What is asked goes by where the work is done. The tables are ``lexicons/certificates_by_occupation.csv`` for the
mainland and ``certificates_by_occupation_taiwan.csv``, each rule with its act; of other countries no law is known.
"""

from functools import cache, lru_cache
from typing import Final, Literal, NamedTuple

from jobmatch.records.skill import OccupationNeed
from jobmatch.settings import load
from jobmatch.text import lexicon
from jobmatch.text.phrases import Phrases, shadow
from jobmatch.text.places.taiwan import is_in_taiwan

Law = Literal["mainland", "taiwan", "other"]
TABLES: Final[dict[Law, str]] = {
    "mainland": "certificates_by_occupation.csv",
    "taiwan": "certificates_by_occupation_taiwan.csv",
}
_OTHER: Final = ("81", "82", "99")  # how codes begin of Hong Kong, Macau and abroad
_ANY_CLASS: Final = "any"


class _Needs(NamedTuple):
    """What the law asks for work; ``words`` looks for all of it at once, as a title seldom names any."""

    words: Phrases
    rows: tuple[tuple[Phrases, Phrases | None, tuple[str, ...], str | None], ...]


def law_at(code: str | None) -> Law | None:
    """Whose law holds at the code of a place; None where the place is not known.

    >>> law_at("110115"), law_at("710100"), law_at("810000"), law_at(None)
    ('mainland', 'taiwan', 'other', None)
    """
    if load().get("place.gazetteer") or (code or "").startswith(_OTHER):
        return "other"
    return None if code is None else "taiwan" if is_in_taiwan(code) else "mainland"


@cache
def _needs(law: Law) -> _Needs:
    table = [row[:4] for row in lexicon.cells("jobmatch.text", f"lexicons/{TABLES[law]}")]
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
def required_by_occupation(title: str, law: Law | None = None) -> tuple[OccupationNeed, ...]:
    """What the law asks of whoever does the work in a title; empty where it asks for nothing known.

    >>> required_by_occupation("夜班叉车工")[0].certificates
    ('叉车证', '特种设备作业人员证')
    >>> [need.licence for need in required_by_occupation("半挂车司机")]
    ['A2', 'any']
    >>> required_by_occupation("叉车销售"), required_by_occupation("")
    ((), ())

    Where the place is not known it is the mainland's, and Taiwan's for work that is called so only there. A driver
    holds a licence anywhere; the papers and classes are those of the place.

    >>> required_by_occupation("照顾服务员")[0].certificates, required_by_occupation("餐厅服务员", "taiwan")
    (('照顾服务员证明', '护士执业证'), ())
    >>> [(need.certificates, need.licence) for need in required_by_occupation("大客车司机", "other")]
    [((), 'any')]
    """
    if law is None:
        return _required(title, "mainland") or _required(title, "taiwan")
    if law == "other":
        drives = next((need for need in _required(title, "mainland") if need.licence), None)
        return (OccupationNeed((), _ANY_CLASS, drives.words),) if drives else ()
    return _required(title, law)


def _required(title: str, law: Law) -> tuple[OccupationNeed, ...]:
    """What one table asks."""
    folded = shadow(title)
    if not any(_needs(law).words.find(folded)):
        return ()
    needs = []
    for words, unless, names, licence in _needs(law).rows:
        match = next(words.find(folded), None)
        if match is not None and not (unless and any(unless.find(folded))):
            needs.append(OccupationNeed(names, licence, title[match[1] : match[2]]))
    return tuple(needs)


ANY_ROAD: Final = "道路运输从业资格证"  # the paper of a driver by trade, named without its kind
ROAD: Final = ("货运从业资格证", "客运从业资格证", "网约车驾驶员证", "出租车驾驶员证", "危险品运输从业资格证")


@cache
def _alternatives() -> tuple[tuple[str, ...], ...]:
    return ((ANY_ROAD, *ROAD), *(names for law in TABLES for _, _, names, _ in _needs(law).rows if len(names) > 1))


def accepted(held: frozenset[str]) -> frozenset[str]:
    """What is held, and the first of every group of which any one will do, where one of the group is held.

    >>> sorted(accepted(frozenset({"压力焊工证"})))
    ['压力焊工证', '焊工证']
    """
    return held | {names[0] for names in _alternatives() if held.intersection(names)}

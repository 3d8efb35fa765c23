"""Work that is likely another than its title tells: insurance, brokerage and telesales as a desk, cars to be rented.

A suspicion, told by who seeks people and the text together: whoever is sent there asks first.
"""

import re
from collections.abc import Callable
from functools import cache
from typing import Final

from jobmatch.screening.finding import Finding
from jobmatch.screening.rules import ground, table
from jobmatch.text.clauses import clause_before, longest_read
from jobmatch.text.fold import fold, fold_lines

_TABLE: Final = "disguise.toml"
_DENIED: Final = re.compile(r"[不无非免勿没拒](?![论限管仅])")
_BESIDE: Final = ("and_text", "but_text")
_TEXTS: Final = ("title", "description", "requirements", "benefits")


@cache
def _houses() -> tuple[dict[str, re.Pattern[str]], ...]:
    """Each sort of house: the pattern of each column of its table, and its kind of finding under that name."""
    return tuple(
        {column: re.compile(said) for column, said in house.items()}
        for name, house in table(_TABLE).items()
        if name != "common"
    )


@cache
def _common(column: str) -> re.Pattern[str]:
    return re.compile(table(_TABLE)["common"][column])


def of_disguise(text_of: Callable[[str], str]) -> list[Finding]:
    """What the work may be in truth, for ``text_of``, which gives the text of a field.

    >>> found = of_disguise({"title": "客服专员", "employer": "某某人寿保险公司", "description": "无责底薪加提成"}.get)
    >>> [(one.kind, one.words, one.field) for one in found]
    [('disguised', '无责', 'description')]

    Who says that somebody is to sell hides nothing, and insurers have desks.

    >>> of_disguise({"title": "保险销售", "employer": "某某人寿保险公司", "description": "底薪加提成"}.get)
    []
    >>> of_disguise({"title": "Java开发工程师", "employer": "某某人寿保险公司", "description": "业绩奖金"}.get)
    []
    """
    title, employer = (fold(text_of(field) or "").lower() for field in ("title", "employer"))
    for house in _houses():
        if not house["title"].search(title) or not _may_be(house, title, employer):
            continue
        skilled = "employer" in house and _common("skilled").search(title)
        for field in _TEXTS:
            words = _said(_common("of_sellers") if skilled else house["text"], _text(text_of, field))
            if words and _and_paid(house, text_of):
                kind = house["kind"].pattern
                return [Finding(kind, words, ground(kind), False, field, 0, 0)]  # type: ignore[arg-type]
    return []


def _text(text_of: Callable[[str], str], field: str) -> str:
    return fold_lines((text_of(field) or "")[: longest_read()]).lower()


def _said(pattern: re.Pattern[str], text: str) -> str | None:
    """The first words that a pattern finds and that are not denied (无需电话销售); None where there are none."""
    found = (one for one in pattern.finditer(text) if not _DENIED.search(clause_before(text, one.start(), 6)))
    return next((one[0] for one in found), None)


def _may_be(house: dict[str, re.Pattern[str]], title: str, employer: str) -> bool:
    """Whether the employer is such a house, and the title tells neither what it sells nor work of another desk."""
    wanted = house.get("employer")
    if wanted is not None and not wanted.search(employer):
        return False
    lets = house.get("and_employer")
    if lets is not None and not (lets.search(employer) or lets.search(title)):
        return False
    other = house.get("but_employer")
    return not (house["but_title"].search(title) or (other is not None and other.search(employer)))


def _and_paid(house: dict[str, re.Pattern[str]], text_of: Callable[[str], str]) -> bool:
    """Whether what is to stand beside it stands anywhere in the texts, and nothing that speaks against it."""
    texts, beside, against = "\n".join(_text(text_of, field) for field in _TEXTS), *map(house.get, _BESIDE)
    return not (against is not None and against.search(texts)) and (beside is None or bool(beside.search(texts)))

"""Jobs with the wordings that employers have for them: titles of one line are one job, those of one code are akin."""

import itertools
import re
from dataclasses import dataclass
from typing import Final

from jobmatch.text import lexicon
from jobmatch.text.work.titles_clean import clean_title

_EITHER: Final = re.compile(r"\(([^()]{0,2000})\)")


@dataclass(frozen=True, slots=True)
class Group:
    """One job: the code of its occupation and its cleaned titles, Chinese ones first."""

    code: str
    titles: tuple[str, ...]


def groups() -> list[Group]:
    """The jobs of ``titles_english.csv``, in its order.

    >>> next(group.titles for group in groups() if "sommelier" in group.titles)
    ('侍酒师', 'sommelier', 'wine steward', 'wine waiter', 'wine expert')
    """
    return [
        Group(row["code"], tuple(dict.fromkeys((*_titles(row["chinese"]), *_titles(row["english"])))))
        for row in lexicon.rows("jobmatch.learning", "lexicons/titles_english.csv")
    ]


def _titles(cell: str) -> list[str]:
    return [clean_title(title).lower() for way in cell.split(";") for title in spelled(way)]


def spelled(way: str) -> list[str]:
    """A title in all the ways that its brackets stand for.

    >>> spelled("(maths|art) teacher")
    ['maths teacher', 'art teacher']
    >>> spelled("teacher")
    ['teacher']
    """
    parts = _EITHER.split(way)
    either = [part.split("|") if at % 2 else [part] for at, part in enumerate(parts)]
    return ["".join(one) for one in itertools.product(*either)]

"""How work is learned: on the spot, by a course of weeks or months, or as a craft over years.

The table is ``lexicons/crafts.csv``, and ``lexicons/newcomers.csv`` names the trades that are taught to newcomers. It
tells of the work alone; what schooling postings ask is another matter.
"""

from functools import cache
from typing import Final

from jobmatch.settings import load
from jobmatch.text import lexicon
from jobmatch.text.phrases import Phrases, shadow
from jobmatch.text.work.trades import trade_names

ON_THE_SPOT: Final = 0
COURSE: Final = 1
CRAFT: Final = 2
_HELPER: Final = -1  # on the spot, whatever else the title says
_KINDS: Final = {"helper": _HELPER, "open": ON_THE_SPOT, "course": COURSE, "craft": CRAFT}


@cache
def newcomers_trades() -> frozenset[int]:
    """The trades that employers fill with newcomers, as ``trades`` numbers them.

    >>> from jobmatch.text.work.trades import trade_names
    >>> {"数据标注", "内容审核"} <= {trade_names()[trade] for trade in newcomers_trades()}
    True
    """
    names = trade_names()
    return frozenset(names.index(row["trade"]) for row in lexicon.rows("jobmatch.text", "lexicons/newcomers.csv"))


@cache
def _table() -> tuple[Phrases, dict[str, int]]:
    """The words and the beginnings of codes, each with how the work is learned."""
    rows = lexicon.rows("jobmatch.text", "lexicons/crafts.csv")
    words = {shadow(word): _KINDS[row["how"]] for row in rows for word in lexicon.parts(row["words"])}
    codes = {code: _KINDS[row["how"]] for row in rows for code in lexicon.parts(row["codes"])}
    return Phrases(words), codes


def how_learned(title: str, code: str = "", sure: float = 1.0) -> int:
    """How the work of a title is learned, by its words, else by the code of its occupation where that is ``sure``.

    >>> how_learned("炒锅厨师") == CRAFT, how_learned("月嫂") == COURSE, how_learned("保洁员") == ON_THE_SPOT
    (True, True, True)

    Who helps or learns begins on the spot, whatever the craft.

    >>> how_learned("帮厨", "4-03-02-01"), how_learned("电工学徒", "6-31-01-03"), how_learned("")
    (0, 0, 0)
    >>> how_learned("内场兼职人员", "4-03-02-01"), how_learned("内场厨师", "4-03-02-01")
    (0, 2)
    """
    told, codes = _told(title), _table()[1]
    if told:
        return ON_THE_SPOT if _HELPER in told else max(told)
    if sure < load().number("occupation_model.sure_of_craft"):
        return ON_THE_SPOT
    beginnings = (code[:end] for end in range(len(code), 0, -1))
    return next((codes[beginning] for beginning in beginnings if beginning in codes), ON_THE_SPOT)


def is_helper(title: str) -> bool:
    """Whether a title says that somebody helps in the work or learns it.

    >>> is_helper("厨师学徒"), is_helper("厨师")
    (True, False)
    """
    return _HELPER in _told(title)


def _told(title: str) -> set[int]:
    return {how for how, _, _ in _table()[0].find(shadow(title))}

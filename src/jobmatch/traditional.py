"""What jobmatch says in Simplified Chinese, as it is said and written in Taiwan (extra ``traditional``).

Words of the field first (岗位 is 職缺), each taken as it stands in the table, then OpenCC for what lies between them:
in sentences with the phrases of Taiwan, in names with its characters alone, as a machine's 运行 is no program's 執行.
台 is written as most postings there write it: 台北市.
"""

import re
from functools import cache, lru_cache
from importlib.util import find_spec
from typing import TYPE_CHECKING, Final

from jobmatch.shipped import text_of

if TYPE_CHECKING:
    from opencc import OpenCC

_NAMES: Final = ("taiwan_words.csv",)
_SENTENCES: Final = (*_NAMES, "taiwan_sentences.csv")
_PHRASES: Final = "s2twp"  # OpenCC: to the characters of Taiwan and its phrases
_CHARACTERS: Final = "s2tw"
_WHOLE: Final = "="  # before words that are turned only where they are all of a text
_KEPT: Final = 10_000  # texts: the catalogue has some 1,700, the rest are names


@cache
def at_hand() -> bool:
    """Whether OpenCC is installed."""
    return find_spec("opencc") is not None


@lru_cache(maxsize=_KEPT)
def sentence(text: str) -> str:
    """A sentence of jobmatch, or the template of one.

    >>> sentence("要求大专，岗位在{place}")
    '要求專科，職缺在{place}'
    """
    return _turned(text, _SENTENCES, _PHRASES)


@lru_cache(maxsize=_KEPT)
def name(text: str) -> str:
    """A name in jobmatch's own lists: a trade, a skill, a paper, a schooling, a group.

    >>> name("叉车证、设备运行")
    '堆高機證、設備運行'
    """
    return _turned(text, _NAMES, _CHARACTERS)


@lru_cache(maxsize=_KEPT)
def characters(text: str) -> str:
    """A text in its own words: what a posting says, after it was folded to be read.

    >>> characters("大楼保安，台北市信义区")
    '大樓保安，台北市信義區'
    """
    return _converted(text, _CHARACTERS)


def _turned(text: str, tables: tuple[str, ...], by: str) -> str:
    words = _words(tables)
    if (whole := words.get(_WHOLE + text)) is not None:
        return whole
    made, behind = [], 0
    for found in _within(tables).finditer(text):
        made += [_converted(text[behind : found.start()], by), words[found[0]]]
        behind = found.end()
    return "".join((*made, _converted(text[behind:], by)))


def _converted(text: str, by: str) -> str:
    return text if text.isascii() else _opencc(by).convert(text).replace("臺", "台")


@cache
def _opencc(by: str) -> "OpenCC":
    from opencc import OpenCC

    return OpenCC(by)


@cache
def _words(tables: tuple[str, ...]) -> dict[str, str]:
    lines = (line for table in tables for line in text_of(table).splitlines() if line and not line.startswith("#"))
    return {here: there for here, _, there in (line.partition(",") for line in lines)}


@cache
def _within(tables: tuple[str, ...]) -> re.Pattern[str]:
    words = (word for word in _words(tables) if not word.startswith(_WHOLE))
    return re.compile("|".join(map(re.escape, sorted(words, key=len, reverse=True))))

"""Kinds of work that English titles name: Teller, Corporate Counter; Warehouse Operative - Nights.

The table is ``lexicons/trades_en.csv``, asked and laid out only where a title names no work in Chinese.
"""

from functools import cache
from typing import Final, NamedTuple

from jobmatch.patterns import late
from jobmatch.text import lexicon
from jobmatch.text.phrases import Phrases

_LATIN: Final = late("[a-z]{3}")
# Around one of these stands where, when, for or under whom; around the others more work.
_PART: Final = late(r"\s[-–—]+\s?|[,:;|(){}\[\]<>]|\s(?:for|at|in|to|with|of)\s")
_MORE: Final = late(r"/|\s(?:or|and)\s|&|\+(?!\+)")
_WORDS: Final = late(r"[a-z0-9#.+]+(?<!\.)")
_SHORT_WORDS: Final = {
    "acct": "accountant",
    "admin": "administrator",
    "asst": "assistant",
    "dev": "developer",
    "eng": "engineer",
    "engr": "engineer",
    "exec": "executive",
    "maint": "maintenance",
    "mfg": "manufacturing",
    "mgr": "manager",
    "mkt": "marketing",
    "mktg": "marketing",
    "ops": "operations",
    "rep": "representative",
    "svc": "service",
    "sw": "software",
    "tech": "technician",
    "whse": "warehouse",
}
_RANK: Final = late(
    r"\b(?:senior|sr|junior|jr|trainee|graduate|apprentice|intern|internship|experienced|qualified|certified|registered"
    r"|lead|leading|principal|chief|deputy|assistant|associate|head|entry|level|temporary|temp|permanent|part|full|time)\b"
)


class _Table(NamedTuple):
    trades: tuple[str, ...]
    phrases: Phrases


@cache
def _table() -> _Table:
    rows = lexicon.rows("jobmatch.text", "lexicons/trades_en.csv")
    words = {_plain(word): at for at, row in enumerate(rows) for word in lexicon.parts(row["words"])}
    return _Table(tuple(row["trade"] for row in rows), Phrases(words))


def _plain(words: str) -> str:
    """Words in one spelling: in full, the singular of each, one space between them."""
    return " ".join(_singular(_SHORT_WORDS.get(word, word)) for word in _WORDS.findall(words.replace("'s", "")))


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word[-1] == "s" and word[-2] not in "su" else word


def named_in_english(title: str) -> list[str]:
    """The trades that the English words of a title name, a lower-case one; none where it has no such words.

    >>> named_in_english("teller, corporate counter (shenzhen)"), named_in_english("sr. dishwashers x3 - nights")
    (['银行柜员'], ['洗碗'])

    The last word says what somebody is, and what stands first is the job; others beside it are others.

    >>> named_in_english("hotel receptionist / night porter"), named_in_english("restaurant cleaner")
    (['酒店前台', '礼宾'], ['保洁'])
    """
    if not _LATIN.search(title):
        return []
    return next((found for part in _PART.split(title) if (found := _in_part(part))), [])


def _in_part(part: str) -> list[str]:
    whole = _last_named(part)
    several = [trade for piece in _MORE.split(part) if (trade := _last_named(piece))]
    return list(dict.fromkeys(several)) or [trade for trade in (whole,) if trade]


def _last_named(words: str) -> str | None:
    """The trade of the last phrase that some words hold, as they stand or without those of rank."""
    plain = _plain(words)
    for text in (plain, " ".join(_RANK.sub("", plain).split())):
        found = list(_table().phrases.find(text))
        if found:
            return _table().trades[found[-1][0]]
    return None

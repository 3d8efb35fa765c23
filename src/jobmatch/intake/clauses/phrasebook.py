"""``phrases`` and ``pattern``: the tables of ``phrases.toml``, where what people say in notes stands."""

import re
from functools import cache
from typing import Any, Final

from jobmatch.shipped import table_of
from jobmatch.spoken import ENGLISH

NUMBER: Final = (
    r"(?:\d{1,6}(?:\.\d{1,2})?|[零一二两三四五六七八九十百千万廿卅]{1,7}|[俩仨](?=月|个月|年)"
    rf"|(?:{ENGLISH})(?= ))"
)


@cache
def phrases() -> dict[str, Any]:
    """The tables of ``phrases.toml``."""
    return table_of("intake/clauses/phrases.toml")


def source(name: str) -> str:
    """What a pattern is made of: the one line of it, or its alternatives, which stand line by line."""
    table, _, key = name.partition(".")
    said = phrases()[table][key]
    return said if isinstance(said, str) else "|".join(said)


@cache
def pattern(name: str) -> re.Pattern[str]:
    """A pattern of the tables by its dotted name; ``{N}`` in it stands for a number."""
    words = source(name)
    for at in range(words.count("{N}")):
        words = words.replace("{N}", f"(?P<n{at}>{NUMBER})", 1)
    return re.compile(words)

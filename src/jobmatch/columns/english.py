"""English headings by what their words say, in whatever order and case: ``Minimum Pay``, ``salary, lowest``."""

import unicodedata
from functools import cache
from typing import Final

from jobmatch.columns.fields import fields_of, synonyms, words
from jobmatch.columns.forms import without_brackets
from jobmatch.patterns import late

_WORD: Final = late(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")
# at the end: No of 'Client No', not that of 'No nights'
_NUMBER: Final = frozenset(words("no number num nr code ref id"))


@cache
def _word_classes() -> dict[str, str]:
    """English word → the word it stands for; ``nothing`` of a word that says nothing."""
    return {word: name for name, those in fields_of("words").items() for word in those.split()}


def _english(text: str) -> frozenset[str]:
    """What an English name says, in whatever order, case and words.

    >>> sorted(_english("Expected Salary (min)")), _english("minPay") == _english("LOWEST_WAGE")
    (['expected', 'minimum', 'pay'], True)
    """
    told = _telling(text)
    if told and told[-1] in _NUMBER:
        told[-1] = "id"
    return frozenset(_word_classes().get(word, word) for word in told)


def _telling(text: str) -> list[str]:
    """The words of an English name, in order, without those that say nothing."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    told = [word.lower() for word in _WORD.findall(bare)]
    return [word for word in told if len(word) > 1 and _word_classes().get(word) != "nothing"]


def by_words(heading: str, kind: str) -> str | None:
    """The field with a listed English name that says the same as a heading."""
    return _by_english(kind).get(_english(heading))


@cache
def _by_english(kind: str) -> dict[frozenset[str], str]:
    table: dict[frozenset[str], str] = {}
    for field, line in fields_of(kind).items():
        for word in line.split():
            if word.isascii() and "-" in word:  # a name of one word stands for itself: a position is no wish
                table.setdefault(_english(word), field)
    return table


def in_english(heading: str, kind: str) -> str | None:
    """The field that an English heading names in words that are not listed.

    >>> [in_english(heading, "client") for heading in ("Minimum Pay", "salary, expected", "Client No.", "Wife's pay")]
    ['pay_min', 'pay', 'client_id', None]
    """
    if not heading.isascii():
        return None
    forms = (without_brackets(heading), heading.rpartition("/")[2])
    said = next((said for form in forms if (said := by_words(form, kind))), None)
    listed = synonyms(kind).get("".join(_telling(forms[0])))  # Licences held, Your age
    return said or (listed[0] if listed else None)

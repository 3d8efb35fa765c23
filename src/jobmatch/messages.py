"""Every sentence a person reads, in Chinese and English, from ``messages.toml``.

A sentence is a template with named values: ``say("reason.pay.wanted", offered="4000-5000元")``. The language
is the one in force (``use_language``), Chinese unless told otherwise.
"""

import re
from collections.abc import Iterable
from contextvars import ContextVar
from functools import cache
from typing import Final

from jobmatch.shipped import Sections, text_of

LANGUAGES: Final = ("zh", "en")
_language: ContextVar[str] = ContextVar("jobmatch_language", default="zh")


class _Counted:
    """A value that is told with a noun where its template names one."""

    def __init__(self, value: object) -> None:
        self._value = value

    def __format__(self, spec: str) -> str:
        if not (len(spec) > 1 and spec.isalpha()):
            return format(self._value, spec)
        return f"{self._value} {spec}{'' if self._value == 1 else 's'}"


@cache
def _counts(template: str) -> bool:
    return re.search(r"\{\w+:[a-z]{2,}\}", template) is not None


@cache
def _catalogue() -> Sections:
    return Sections(text_of("messages.toml"))


@cache
def _template(key: str, language: str) -> str:
    return str(_catalogue().at(f"{key}.{language}"))


def use_language(language: str) -> None:
    """Set the language of every sentence from here on: ``zh`` or ``en``."""
    if language not in LANGUAGES:
        raise ValueError(f"there is no language {language!r}, only {' and '.join(LANGUAGES)}")
    _language.set(language)


def language() -> str:
    """The language in force.

    >>> language()
    'zh'
    """
    return _language.get()


def say(key: str, /, **values: object) -> str:
    """The sentence ``key`` in the language in force, with its values filled in.

    A key that the catalogue lacks raises ``KeyError``: a missing sentence is a fault, never an empty line.

    >>> say("word.yes")
    '是'

    In a template ``{openings:opening}`` is a number with its noun: 1 opening, 2 openings.
    """
    template = _template(key, language())
    counts = _counts(template)
    return template.format(**({name: _Counted(value) for name, value in values.items()} if counts else values))


def listing(words: Iterable[object], most: int | None = None) -> str:
    """Words one after the other, with the comma of the language in force; of more than ``most`` the first.

    >>> listing(["盘点", "叉车"]), listing([3, 7, 9], most=2)
    ('盘点、叉车', '3、7等')
    """
    every = [str(word) for word in words]
    more = say("word.and-so-on") if most is not None and len(every) > most else ""
    return say("word.comma").join(every[:most]) + more


def said(key: str) -> str | None:
    """The sentence ``key`` without values; None where the catalogue has none.

    >>> said("column.title"), said("column.unheard-of")
    ('岗位', None)
    """
    try:
        return say(key)
    except (KeyError, TypeError):  # no such topic, no such key, or a value as the name of a topic
        return None

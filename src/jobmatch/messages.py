"""Every sentence a person reads, in Chinese and English, from ``messages.toml``.

A sentence is a template with named values: ``say("reason.pay.wanted", offered="4000-5000元")``. The language
is the one in force (``use_language``), Chinese unless told otherwise. For Taiwan (``zh-TW``) the Chinese template is
turned, once, before its values are filled in: what a posting or a client says stays as it was written. A value that
is a word of jobmatch's own lists goes through ``own_words``, a folded word of a posting through ``in_script``.
"""

import re
from collections.abc import Iterable, Mapping
from contextvars import ContextVar
from functools import cache
from typing import Final

from jobmatch.shipped import Sections, text_of

TAIWAN: Final = "zh-TW"
WRITTEN: Final = ("zh", "en")  # in the catalogue
LANGUAGES: Final = (*WRITTEN, TAIWAN)
_IN_TRADITIONAL: Final = re.compile(r"zh-(?:hant|tw|hk|mo)(?![a-z])")
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
    if language == TAIWAN:
        return _turned(_template(key, "zh"))
    return str(_catalogue().at(f"{key}.{language}"))


def _turned(text: str) -> str:
    from jobmatch.traditional import sentence  # here, so that the other languages pay nothing for it

    return sentence(text)


def language_of(tag: str) -> str | None:
    """The language that a tag or a locale asks for, if there is such a one.

    >>> [language_of(tag) for tag in ("zh_TW.UTF-8", "zh-Hant", "zh_CN", "en_GB", "fr")]
    ['zh-TW', 'zh-TW', 'zh', 'en', None]
    """
    name = tag.lower().replace("_", "-")
    if _IN_TRADITIONAL.match(name):
        return TAIWAN
    return name[:2] if name[:2] in LANGUAGES else None


def at_hand(language: str) -> bool:
    """Whether what a language needs is installed: Traditional Chinese is an extra."""
    if language != TAIWAN:
        return True
    from jobmatch.traditional import at_hand

    return at_hand()


def use_language(language: str) -> None:
    """Set the language of every sentence from here on: ``zh``, ``en`` or, with the extra ``traditional``, ``zh-TW``."""
    chosen = TAIWAN if language_of(language) == TAIWAN else language
    if chosen not in LANGUAGES:
        raise ValueError(f"there is no language {language!r}, only {', '.join(LANGUAGES)}")
    if not at_hand(chosen):
        raise ImportError(say("error.no-traditional"), name="opencc")
    _language.set(chosen)


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


def own_words(words: str) -> str:
    """Words of jobmatch's own lists, as the language in force says them; never what a person or a posting says.

    >>> own_words("叉车证")
    '叉车证'
    """
    if language() != TAIWAN:
        return words
    from jobmatch.traditional import name

    return name(words)


def in_script(words: str, written: str = "") -> str:
    """Names of places, and words of a posting that were folded to be read, in the characters of the language in force.

    Words that the posting writes just so, where its text is at hand (``written``), stay as they are.

    >>> in_script("信义区")
    '信义区'
    """
    if language() != TAIWAN or words in written:
        return words
    from jobmatch.traditional import characters

    return characters(words)


def worded(entry: Mapping[str, str]) -> str:
    """The text of an entry in Chinese and English that stands outside the catalogue, in the language in force.

    >>> worded({"zh": "劳动法", "en": "Labour Law"})
    '劳动法'
    """
    return _turned(entry["zh"]) if language() == TAIWAN else entry[language()]


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

"""Text without what nobody sees, and in plain signs: what is written looks alike however it was typed."""

import re
import unicodedata
from typing import Any, Final

from jobmatch.patterns import late

# Controls but tab and line end, marks that turn the direction of what follows, and halves of a character.
_UNSEEN: Final = late("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
unseen: Final = _UNSEEN.search


def harmless(text: str) -> str:
    r"""A text without what nobody sees: controls, marks of direction; half a character becomes U+FFFD.

    >>> harmless("保\x07安\u202e"), harmless("a\r\nb\tc"), harmless("\ud800") == "\ufffd"
    ('保安', 'a\nb\tc', True)
    """
    if not _UNSEEN.search(text):
        return text
    return _UNSEEN.sub(_instead, text.replace("\r\n", "\n"))


def _instead(found: re.Match[str]) -> str:
    return "\n" if found[0] == "\r" else "\ufffd" if "\ud800" <= found[0] <= "\udfff" else ""


def plain(value: Any) -> str:
    """A value as text in plain signs: half-width, without what nobody sees, stripped."""
    return unicodedata.normalize("NFKC", harmless(str(value))).strip()

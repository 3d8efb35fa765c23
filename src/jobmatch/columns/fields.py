"""The fields of each kind of table, and the headings that are listed for them in ``columns.toml``."""

from functools import cache
from typing import Final

from jobmatch.columns.forms import letters
from jobmatch.shipped import Sections, text_of

KINDS: Final = ("posting", "client", "outcome")


def words(text: str) -> tuple[str, ...]:
    """The words of a line, in order.

    >>> words("a b")
    ('a', 'b')
    """
    return tuple(text.split())


@cache
def _tables() -> Sections:
    return Sections(text_of("columns.toml"))


@cache
def fields_of(kind: str) -> dict[str, str]:
    """The fields of a kind of table, each with its headings, from ``columns.toml``.

    >>> list(fields_of("outcome"))[:3]
    ['outcome_id', 'client_id', 'posting_id']
    """
    found: dict[str, str] = _tables()[kind]
    return found


@cache
def synonyms(kind: str) -> dict[str, tuple[str, int]]:
    """The folded headings of a kind of table, each with its field and its place among that field's headings."""
    table: dict[str, tuple[str, int]] = {}
    for field, line in fields_of(kind).items():
        for place, word in enumerate([*line.split(), field]):
            table.setdefault(letters(word), (field, place))
    return table

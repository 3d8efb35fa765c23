"""The list of what a job may ask of the body, in the order of its bits.

The table is ``lexicons/demands.toml``: by which words postings ask it, which work does, which limits rule it out.
"""

from collections.abc import Iterable
from functools import cache

from jobmatch.shipped import Sections, text_of


@cache
def tables() -> Sections:
    """The table, read once; each section when it is first asked for."""
    return Sections(text_of("text/lexicons/demands.toml"))


def demand_names() -> tuple[str, ...]:
    """Every demand, in the order of its bit.

    >>> demand_names()[:3]
    ('heavy_lifting', 'standing', 'walking')
    """
    return tuple(tables()["demand"])


def demand_bits(demands: Iterable[str]) -> int:
    """Demands as bits of one number, for columns on disk; an unknown name raises ``ValueError``.

    >>> demand_bits({"standing", "heavy_lifting"})
    3
    """
    names = demand_names()
    return sum(1 << names.index(name) for name in frozenset(demands))

"""Taiwan among the places: who lives there has other papers and groups, and does not say the name of the whole."""

from functools import cache
from typing import Final

from jobmatch.text.places.gazetteer import gazetteer

_CODE: Final = "71"


def is_in_taiwan(code: str | None) -> bool:
    """Whether the code of a place is one of Taiwan's.

    >>> is_in_taiwan("710100"), is_in_taiwan("110115"), is_in_taiwan(None)
    (True, False, False)
    """
    return (code or "").startswith(_CODE)


def as_said_there(name: str) -> str:
    """The whole name of a place without that of Taiwan.

    >>> as_said_there("台湾省台北市中山区")
    '台北市中山区'
    """
    return name.removeprefix(_whole()) or name


@cache
def _whole() -> str:
    return gazetteer().name(f"{_CODE}0000000")

"""The classes of driving licences, and what the holder of one may drive besides it.

The ladder is that of 机动车驾驶证申领和使用规定 (公安部令第162号, 附件1 准驾车型及代号). Taiwan's classes stand on it
by the vehicle they are for; those for who drives for pay (職業駕照: 道路交通安全規則 53、61) are classes of their own.
"""

from functools import cache
from typing import Final

_SMALL: Final = ("C1", "C2", "C3", "C4")
# 職業: who drives for pay needs it, and a licence for one's own use does not do.
TRADE_SMALL, TRADE_GOODS, TRADE_COACH, TRADE_TRAILER = "职业小型车", "职业大货车", "职业大客车", "职业联结车"
BY_TRADE: Final = (TRADE_SMALL, TRADE_GOODS, TRADE_COACH, TRADE_TRAILER)
# What the holder of a class may drive besides it.
_LADDER: Final[dict[str, tuple[str, ...]]] = {
    "A1": ("A3", "B1", "B2", *_SMALL, "M"),
    "A2": ("B1", "B2", *_SMALL, "C6", "M"),
    "A3": _SMALL,
    "B1": (*_SMALL, "M"),
    "B2": (*_SMALL, "M"),
    "C1": _SMALL[1:],
    "C2": (),
    "C3": ("C4",),
    "C4": (),
    "C5": (),
    "C6": (),
    "D": ("E", "F"),
    "E": ("F",),
    "F": (),
    TRADE_SMALL: _SMALL,
    TRADE_GOODS: (TRADE_SMALL, "B2", *_SMALL),
    TRADE_COACH: (TRADE_GOODS, TRADE_SMALL, "A1", "A3", "B1", "B2", *_SMALL),
    TRADE_TRAILER: (TRADE_COACH, TRADE_GOODS, TRADE_SMALL, "A1", "A2", "A3", "B1", "B2", *_SMALL),
}
CARS: Final = frozenset({"A1", "A2", "A3", "B1", "B2", "C1", "C2", "C5", "C6", *BY_TRADE})


def covered_by(held: str) -> tuple[str, ...]:
    """The classes that a held class allows, itself first.

    >>> covered_by("C1"), covered_by("Z9")
    (('C1', 'C2', 'C3', 'C4'), ())
    """
    return (held, *_LADDER[held]) if held in _LADDER else ()


def is_large(name: str) -> bool:
    """Whether a class is for lorries or buses, which are a trade of their own.

    >>> is_large("B2"), is_large("职业大客车"), is_large("职业小型车"), is_large("any")
    (True, True, False, False)
    """
    return name[0] in "AB" or name in BY_TRADE[1:]


@cache
def licence_classes() -> tuple[str, ...]:
    """What a posting may ask, from ``any`` upwards; of two, the one that fewer people hold comes later.

    >>> licence_classes()[0], licence_classes().index("A1") > licence_classes().index("C1")
    ('any', True)
    """
    return ("any", *sorted(_LADDER, key=lambda name: (name in CARS, len(covered_by(name)), name)))

"""The driving licence that somebody holds: its classes, and whether they allow what is asked."""

import re
from typing import Final

from jobmatch.patterns import late
from jobmatch.records.lapsed import is_lapsed
from jobmatch.text.asked.licence_ladder import CARS, CDL, CLASS, NAMED_BY_TRADE, NAMED_BY_VEHICLE, covered_by
from jobmatch.text.phrases import shadow

_OWN_LICENCE: Final = late(r"驾|本|照|证|车|cdl(?! medical)|(?:commercial|class [ab]) driv|^(?:[abc][1-6])?[def]?$")
_IN_ENGLISH: Final = late(rf"{CDL}\b(?! medical)|driver'?s? licen[cs]e|driving licen[cs]e")
_HELD: Final = late(rf"(?<![a-z0-9])(?:({CLASS})([def])?|([def]))(?![a-z0-9])")


def classes_in(text: str) -> tuple[str, ...]:
    """The licence classes that a text about one's licence names.

    >>> classes_in("驾照A2D"), classes_in("c1本"), classes_in("B1"), classes_in("Cet4")
    (('A2', 'D'), ('C1',), ('B1',), ())
    >>> classes_in("職業小型車"), classes_in("普通小型車")
    (('职业小型车',), ('C2',))
    """
    folded = shadow(text.strip())
    if not _OWN_LICENCE.search(folded):
        return ()
    named = tuple(part.upper() for parts in _HELD.findall(folded) for part in parts if part)
    by_name = tuple(asked for pattern, asked in NAMED_BY_TRADE if pattern.search(folded))
    return tuple(dict.fromkeys((*named, *by_name))) or tuple(
        asked for pattern, asked in NAMED_BY_VEHICLE if pattern.search(folded) or pattern.search(f"{folded}驾照")
    )


def names_licence(paper: str) -> bool:
    """Whether one of somebody's papers is a licence to drive on roads, in Chinese one with its class.

    >>> [names_licence(paper) for paper in ("驾照C1", "CDL Class A", "Driver's License", "叉车驾驶证", "RN license")]
    [True, True, True, False, False]
    """
    folded = shadow(paper)
    return bool(classes_in(paper)) if "驾" in folded else bool(_IN_ENGLISH.search(folded))


def licence_covers(held: str | None, asked: str | None) -> bool | None:
    """Whether the licence that a client holds allows what is asked; None where that is not known.

    >>> licence_covers("A2", "C1"), licence_covers("C2", "C1"), licence_covers("C1", "any")
    (True, False, True)

    One that has lapsed covers nothing.

    >>> licence_covers("B2过期", "any")
    False

    Who drives for pay in Taiwan needs a licence by trade; it allows what one's own use does.

    >>> licence_covers("普通小型車", "职业小型车"), licence_covers("職業大客車", "职业小型车")
    (False, True)

    A licence of unknown class covers ``any`` and leaves every class open; 无 is no licence.

    >>> licence_covers("有驾照", "any"), licence_covers("有驾照", "B2"), licence_covers("无", "C1")
    (True, None, False)
    >>> licence_covers(None, "C1"), licence_covers("B1", None)
    (None, True)
    """
    if asked is None:
        return True
    if held and is_lapsed(held):
        return False
    classes = classes_in(held) if held else ()
    if classes:
        allowed = {cls for one in classes for cls in covered_by(one)}
        return bool(allowed & CARS) if asked == "any" else asked.upper() in allowed
    if held is None or not held.strip():
        return None
    if re.search(r"^\s*(?:无|没有?|不会|未)|^(?:no|none)$", shadow(held)):
        return False
    return True if asked == "any" else None

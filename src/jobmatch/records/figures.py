"""Figures, days and hours that people write in a field → the value, or a refusal that says what is welcome.

As in ``coerce``: None is unknown, and what cannot be is refused as ``Unusable``.
"""

import re
from datetime import date
from typing import Any, Final

from jobmatch.patterns import late
from jobmatch.records.coerce import Unusable, single, unknown
from jobmatch.records.signs import plain

_AMOUNT: Final = late(
    r"(?:人民币|约|大约|¥|￥)?(\d{1,12}(?:\.\d{1,6})?)(千|k|万|w)?"
    r"(?:元|块|圆|岁|歲|周岁|公里|千米|km|年|人|次|个|名|rmb|cny)?(?:人民币)?(?:/?(?:每)?(?:个)?(?:月|年))?(?:以上|起|左右|以内|以下|\+)?"
)
SCALE: Final = {"千": 1e3, "k": 1e3, "万": 1e4, "w": 1e4}
_DAY: Final = late(r"(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?)?)?(?:[年月])?(?:[t ].{0,20})?")
_CLOCK: Final = late(r"(\d{1,2})(?:[:点時时](\d{2})?分?)?(?::\d{2})?")


def amount(value: Any) -> float | None:
    """A number, with the unit that people write after it.

    >>> amount("4000元"), amount("1.2万"), amount("15公里"), amount(None)
    (4000.0, 12000.0, 15.0, None)
    """
    if unknown(value):
        return None
    if isinstance(value, bool) or not isinstance(value, (int, float, str)):
        raise Unusable("number")
    if isinstance(value, str):
        found = _AMOUNT.fullmatch(plain(value).lower().replace(",", "").replace(" ", "")[:60])
        if not found:
            raise Unusable("number")
        return round(float(found[1]) * SCALE.get(found[2] or "", 1.0), 6)
    if not 0 <= value < 1e12:  # not-a-number is in no range, and a whole number of 310 digits is not made a float
        raise Unusable("number")
    return float(value)


def level(value: Any) -> int:
    """A level of difficulty: 1, 2 or 3."""
    if isinstance(value, bool) or value not in (1, 2, 3):
        raise Unusable("level")
    return int(value)


def distance(value: Any) -> float | None:
    """Kilometres, as a number or with the unit after it."""
    try:
        return amount(value)
    except Unusable:
        raise Unusable("distance") from None


def count(value: Any) -> int | None:
    """A whole number that is not below 0."""
    found = amount(value)
    if found is not None and found != int(found):
        raise Unusable("number")
    return None if found is None else int(found)


def age(value: Any) -> int | None:
    """An age in whole years, 0 to 120."""
    try:
        found = amount(value)
    except Unusable:
        raise Unusable("age") from None
    if found is not None and found > 120:
        raise Unusable("age")
    return None if found is None else int(found)


def years(value: Any) -> float | None:
    """Years of work, 0 to 80; ``半年`` and ``6个月`` are half a year.

    >>> years("3年"), years("6个月"), years("半年")
    (3.0, 0.5, 0.5)
    """
    word = plain(value) if isinstance(value, str) else ""
    months = re.fullmatch(r"(\d{1,3})个?月", word)
    found = 0.5 if word == "半年" else int(months[1]) / 12 if months else amount(value)
    if found is not None and found > 80:
        raise Unusable("years")
    return found


YEARS: Final = range(1000, 2200)  # 0026 and 9999 are slips and "never"; a slip in a past job (1012) loses nobody


def day(value: Any) -> str | None:
    """A day, or a month or year where no more is known, as ISO text.

    >>> day("2021年6月"), day("2026/12/1"), day("2021")
    ('2021-06', '2026-12-01', '2021')
    """
    if unknown(value):
        return None
    word = str(value.isoformat() if isinstance(value, date) else single(value)).strip()
    found = _DAY.fullmatch(plain(word).lower()[:40])
    try:
        if found and int(found[1]) in YEARS:
            date(int(found[1]), int(found[2] or 1), int(found[3] or 1))
            return "-".join(part.zfill(2) for part in found.groups() if part)
    except ValueError:
        pass
    raise Unusable("day")


def clock(value: Any) -> str | None:
    """A time of the day as ``HH:MM``; the end of the day may be written 24:00.

    >>> clock("8:30"), clock("17点")
    ('08:30', '17:00')
    """
    if unknown(value):
        return None
    found = _CLOCK.fullmatch(plain(single(value))[:12])
    if not found or int(found[1]) > 24 or int(found[2] or 0) > 59:
        raise Unusable("clock")
    return f"{int(found[1]):02d}:{int(found[2] or 0):02d}"

"""The pay that a row of a roster asks for: amounts, their units and periods."""

import re
from typing import Final

from jobmatch.dataset.roster_cells import Cells, Complain
from jobmatch.records.figures import SCALE
from jobmatch.text.fold import fold
from jobmatch.text.numerals import to_digits
from jobmatch.text.pay.scale import conventions

_MONEY: Final = re.compile(r"(\d{1,9}(?:\.\d{1,4})?)\s?(千|k|万|w)?", re.I)
_PERIODS: Final = (  # what stands beside an amount that is none of a month
    ("hour", re.compile(r"小时|钟头|时薪|[/每]时|/h|an hour|per hour|hourly", re.I)),
    ("day", re.compile(r"[/每一](?:天|日)|日薪|/day", re.I)),
    ("week", re.compile(r"[/每一]周|周薪|/week", re.I)),
    ("year", re.compile(r"[/每一]年(?!底)|年薪|/year|annual", re.I)),
)
_AT_LEAST: Final = re.compile(
    r"以上|起|不(?:能|得|要)?(?:低于|少于)|至少|最(?:低|少)|少说|起码|往上|\+|at least|min(?:imum)?\b|from\b|or more",
    re.I,
)
_LONGEST: Final = 40  # signs that are read of a cell
_LEAST_PAY: Final = 100.0  # a month, in any currency: a bare 3.5 is in thousands or in tens of thousands, nobody knows


def pay(cells: Cells, complain: Complain) -> tuple[float | None, float | None]:
    """The least and the wanted pay; one figure alone is the wanted one, ``4000以上`` the least."""
    low = _money(cells.get("pay_min"), "pay_min", complain)[0]
    high = _money(cells.get("pay_wanted"), "pay_wanted", complain)[-1]
    text = cells.get("pay")
    found = _money(text, "pay", complain)
    if text is None or found == (None,):
        return low, high
    if len(found) == 2:
        return (low if low is not None else found[0]), (high if high is not None else found[1])
    at_least = bool(_AT_LEAST.search(fold(text)))
    return (found[0] if at_least and low is None else low), (high if at_least or high is not None else found[0])


def _money(cell: str | None, field: str, complain: Complain) -> tuple[float | None, ...]:
    if cell is None or "面" in cell or cell in ("不限", "无要求"):
        return (None,)
    found = _MONEY.findall(to_digits(fold(cell[:_LONGEST]).replace(",", "")))[:2]
    if not found:
        complain(field, cell)
        return (None,)
    last = next((scale for _, scale in reversed(found) if scale), "")
    factor = next(
        (conventions().per_month[period] for period, words in _PERIODS if words.search(fold(cell[:_LONGEST]))), 1.0
    )
    read = tuple(round(float(figure) * _scale(scale or last, float(figure)) * factor, 2) for figure, scale in found)
    if 0 < min(read) < _LEAST_PAY:
        complain(field, cell)
        return (None,)
    return read


def _scale(mark: str, figure: float) -> float:
    return SCALE.get(mark.lower(), 1.0) if figure < 1000 else 1.0  # in 3000-5千 the mark is not the first one's

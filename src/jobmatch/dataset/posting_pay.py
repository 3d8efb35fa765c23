"""The pay of a table of postings as one text a row: units that stand in headings, least and most in columns apart."""

import re
import statistics
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any, Final

from jobmatch import columns
from jobmatch.files.table import Table
from jobmatch.messages import say
from jobmatch.settings import load

_PERIODS: Final = {
    "时薪": "小时",
    "時薪": "小时",
    "hourly": "小时",
    "日薪": "天",
    "年薪": "年",
    "月薪": "月",
    "月工资": "月",
}
_BARE: Final = re.compile(r"[\d.,]{1,12}(?:\s?[-~至到—–－～]{1,2}\s?[\d.,]{1,12})?")


def say_pay(
    table: Table, fields: Mapping[str, tuple[int, ...]], values: dict[str, list[Any]], notices: list[str]
) -> None:
    """The unit in the heading goes to bare numbers; where there is no text of pay, it is made of least and most."""
    salary = fields.get("salary", ())
    unit = _unit(table, salary)
    if unit:
        values["salary"] = [_with_unit(cell, unit) for cell in values["salary"]]
    bounds = (*fields.get("salary_min", ()), *fields.get("salary_max", ()))
    if not bounds:
        return
    unit = _unit(table, bounds) or _guessed_unit(table, bounds, values["salary_period"], notices)
    for at, said in enumerate(values["salary"]):
        if said is None:
            months = values["salary_months"][at]
            period = values["salary_period"][at]
            values["salary"][at] = _pay_text(values["salary_min"][at], values["salary_max"][at], unit, months, period)


def _unit(table: Table, places: Iterable[int]) -> str | None:
    """The unit that the headings name: ``元/月``; 时薪 and 日薪 name theirs by themselves."""
    for place in places:
        heading = table.headings[place]
        found = columns.heading_unit(heading)
        period = next((p for word, p in _PERIODS.items() if word in heading.lower()), None)
        if found and "/" not in found and period:
            return f"{found}/{period}"
        if found or period in ("小时", "天", "年"):
            return found or f"元/{period}"
    return None


def _with_unit(cell: str | None, unit: str) -> str | None:
    return cell + unit if cell and _BARE.fullmatch(unicodedata.normalize("NFKC", cell)[:40]) else cell


def _guessed_unit(table: Table, places: tuple[int, ...], periods: list[Any], notices: list[str]) -> str:
    """``千元/月`` where a Chinese column of pay holds figures far too small for yuan a month, which is said."""
    names = "、".join(table.headings[place] for place in places)
    if names.isascii() or any(isinstance(period, str) and not period.isdigit() for period in periods):
        return ""
    figures = [figure for place in places for cell in table.column(place) if (figure := _figure(cell))]
    if not figures or statistics.median(figures) >= load().number("reading.thousand_below"):
        return ""
    notices.append(say("notice.thousands", column=names))
    return "千元/月"


@lru_cache(maxsize=65536)
def _figure(cell: str | None) -> float | None:
    try:
        return float(unicodedata.normalize("NFKC", cell).replace(",", "")) if cell else None
    except ValueError:
        return None


def _pay_text(low: str | None, high: str | None, unit: str, months: str | None, period: str | None) -> str | None:
    """Least and most as one text, as a posting would say it; 0 stands for nothing said.

    >>> _pay_text("6", "8", "千元/月", "14", None)
    '6-8千元/月·14薪'
    >>> _pay_text("3000", "0", "", None, None), _pay_text("面议", None, "", None, None)
    ('3000以上', '面议')
    """
    parts = [cell for cell in (low, high) if cell is not None and _figure(cell) != 0]
    if not parts:
        return None
    text = "-".join(dict.fromkeys(parts)) if all(_figure(cell) for cell in parts) else parts[0]
    per = f"/{period}" if period and not unit and not period.replace(".", "").isdigit() and len(period) <= 4 else ""
    more = "以上" if len(parts) == 1 and high is not None and low is not None and _figure(parts[0]) else ""
    pays = f"·{months}薪" if months and re.fullmatch("[0-9]{2}", months) and 12 < int(months) <= 24 else ""
    return text + (unit + per + more if _figure(parts[0]) else "") + pays

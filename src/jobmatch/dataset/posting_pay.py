"""The pay of a table of postings as one text a row: units that stand in headings, least and most in columns apart."""

import re
import statistics
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any, Final

from jobmatch.columns.forms import heading_unit
from jobmatch.files.table import Table
from jobmatch.messages import say
from jobmatch.patterns import late
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
# What a column of its own says of the period (annual, per hour, 按天); 月结 tells when it is paid, 按件 no period.
_PERIOD_WORDS: Final = {
    "小时": late(r"(?:per|an?|by the|按|每|计)?[- ]?(?:hour(?:ly)?|hr|小?[时時]|小時|钟点|鐘點)(?:薪|工资|计|算)?"),
    "天": late(r"(?:per|a|by the|按|每)?[- ]?(?:dai?ly|day|[日天])(?:薪|工资|计|算)?"),
    "周": late(r"(?:per|a|by the|按|每)?[- ]?(?:week(?:ly)?|wk|[周週]|星期)(?:薪|工资|计|算)?"),
    "月": late(r"(?:per|a|by the|按|每)?[- ]?(?:month(?:ly)?|mo|个?月)(?:薪|工资|计|算)?"),
    "年": late(r"(?:per|a|by the|按|每)?[- ]?(?:year(?:ly)?|yr|annum|annual(?:ly)?|p\.?a\.?|年)(?:薪|工资|计|算)?"),
}
_HOME_MONEY: Final = late(r"(?:cny|rmb|cn¥|¥|人民[币幣](?:元)?|元|yuan|renminbi)?")
_AMOUNT: Final = re.compile(r"[¥$]?[\d.,]{1,12}\s?[千万kKwW元]")  # with its unit
_BARE: Final = re.compile(r"[\d.,]{1,12}(?:\s?[-~至到—–－～]{1,2}\s?[\d.,]{1,12})?")


def say_pay(
    table: Table, fields: Mapping[str, tuple[int, ...]], values: dict[str, list[Any]], notices: list[str]
) -> None:
    """The unit in the heading goes to bare numbers; where there is no text of pay, it is made of least and most."""
    values["salary_period"] = list(map(_period, values["salary_period"]))
    salary = fields.get("salary", ())
    unit = _unit(table, salary)
    told = zip(values["salary"], values["salary_period"], values["salary_currency"], strict=True)
    values["salary"] = [_with_unit(cell, unit or _per(period), money) for cell, period, money in told]
    bounds = (*fields.get("salary_min", ()), *fields.get("salary_max", ()))
    if not bounds:
        return
    unit = _unit(table, bounds) or _guessed_unit(table, bounds, values["salary_period"], notices)
    for at, said in enumerate(values["salary"]):
        if said is None:
            months = values["salary_months"][at]
            period = values["salary_period"][at]
            text = _pay_text(values["salary_min"][at], values["salary_max"][at], unit, months, period)
            values["salary"][at] = _in_money(text, values["salary_currency"][at])


def _unit(table: Table, places: Iterable[int]) -> str | None:
    """The unit that the headings name: ``元/月``; 时薪 and 日薪 name theirs by themselves."""
    for place in places:
        heading = table.headings[place]
        found = heading_unit(heading)
        period = next((p for word, p in _PERIODS.items() if word in heading.lower()), None)
        if found and "/" not in found and period:
            return f"{found}/{period}"
        if found or period in ("小时", "天", "年"):
            return found or f"元/{period}"
    return None


def _with_unit(cell: str | None, unit: str, money: str | None) -> str | None:
    bare = cell and _BARE.fullmatch(unicodedata.normalize("NFKC", cell)[:40])
    return _in_money(cell + unit, money) if cell and bare else cell


@lru_cache(maxsize=4096)
def _period(cell: str | None) -> str | None:
    """The period that a cell names, in one word; what names none is kept as it is.

    >>> _period("YEARLY"), _period("按小时"), _period("月结"), _period("101")
    ('年', '小时', '月结', '101')
    """
    words = unicodedata.normalize("NFKC", cell[:40]).strip().lower() if cell else ""
    return next((period for period, said in _PERIOD_WORDS.items() if said.fullmatch(words)), cell)


def _per(period: str | None) -> str:
    """The period behind bare figures; a code (101) or another word (计件) says none."""
    return f"/{period}" if period in _PERIOD_WORDS else ""


def _in_money(text: str | None, money: str | None) -> str | None:
    """A text of pay with the money that a column of its own names, where that is not the usual one."""
    if text is None or money is None or not any(map(str.isdigit, text)):
        return text
    return text if _HOME_MONEY.fullmatch(money.strip().lower()) else f"{money.strip()[:8]} {text}"


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
    >>> _pay_text("6千", "8千", "", None, None)
    '6千-8千'
    """
    parts = [cell for cell in (low, high) if cell is not None and _figure(cell) != 0]
    if not parts:
        return None
    told = all(_figure(cell) or _AMOUNT.match(cell) for cell in parts)
    text = "-".join(dict.fromkeys(parts)) if told else parts[0]
    per = f"/{period}" if period and not unit and not period.replace(".", "").isdigit() and len(period) <= 4 else ""
    more = "以上" if len(parts) == 1 and high is not None and low is not None and _figure(parts[0]) else ""
    pays = f"·{months}薪" if months and re.fullmatch("[0-9]{2}", months) and 12 < int(months) <= 24 else ""
    return text + (unit + per + more if _figure(parts[0]) else "") + pays

"""The fields of a posting as values: its place, pay, numbers and days."""

import math
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any, Final

from jobmatch.patterns import late
from jobmatch.records.place import Place, region_of
from jobmatch.records.salary import Salary
from jobmatch.settings import load
from jobmatch.text.pay.salary import parse_salary
from jobmatch.text.pay.titles import pay_in_title
from jobmatch.text.places.abroad import ABROAD, lies_abroad, works_abroad
from jobmatch.text.places.gazetteer import gazetteer
from jobmatch.text.places.place import parse_place
from jobmatch.text.places.workplace import find_elsewhere, find_workplace, is_assigned_near_home

_ROAD = late("[路街道巷弄号號楼樓]|大厦|广场|园区")
_HEADED = late("[:：]")
_WHERE_SIGNS: Final = ("地址", "地点", "作地", "办公地", "位于", "坐标", "base", "Base", "公司地")
_READ: Final = 1000  # characters of a text in which it stands where the work is done
MONEY = {"71": "TWD", "81": "HKD", "82": "MOP"}  # what pay is in, by province; elsewhere CNY
_YUAN: Final = late(  # an amount in yuan, beside which another money is only an aid: 5000-6000元（约800美元）
    r"(?<![\d.,$€£~-])(?<![$€£a-z] )(?<![a-z])\d[\d.,]{0,9} ?[千万kw]?"
    r"(?: ?[-~至到—] ?\d[\d.,]{0,9} ?[千万kw]?)? ?[元块]"
    r"|[¥￥]|rmb|人民币|人民幣|cny",
    re.I,
)


def text_of(row: Mapping[str, Any], name: str) -> str:
    """The text of a field of a row; empty where it has none.

    >>> text_of({"title": "保洁", "salary": None}, "title"), text_of({"salary": None}, "salary")
    ('保洁', '')
    """
    value = row.get(name)
    return value if isinstance(value, str) else ""


def read_place(row: Mapping[str, Any], home: str | None) -> Place | None:
    """The place of a posting: its own code or address, else what the text, the title or the employer's name tells.

    An address that names no place at all but a road or a building lies most likely in the file's home. Of a posting
    that sends people abroad, or whose title names another city, the address is that of who sends them; one that gives
    everybody work near home lies anywhere in its city.
    """
    if works_abroad(text_of(row, "title")):
        return ABROAD
    for name in ("place_code", "location"):
        text = text_of(row, name)
        stated = find_workplace(text, home) if _HEADED.search(text) else None  # 总部大厦（工作地点：广州、杭州）
        said = stated or _as_far_as_told(parse_place(text, home))
        if said:
            elsewhere = find_elsewhere(text_of(row, "title"), said)
            return replace(elsewhere, likely=True) if elsewhere else _anywhere(row, _narrowed(row, said))
    if lies_abroad(text_of(row, "location")):
        return ABROAD
    stated = find_workplace("\n".join(text_of(row, name) for name in ("description", "requirements")), home)
    if stated:
        return replace(stated, likely=True)
    for name in ("title", "employer"):
        told = parse_place(text_of(row, name), home, loose=True)
        if told and told.code:
            return told
    in_home = parse_place(home, home) if home and _ROAD.search(text_of(row, "location")) else None
    return replace(in_home, likely=True) if in_home else None


def _narrowed(row: Mapping[str, Any], said: Place) -> Place:
    """A city that is all a column tells, or the place in it that the text gives under a heading of its own."""
    if said.code is None or said.district_code or said.alternatives or said.ambiguous or not said.city_code:
        return said
    text = "\n".join(text_of(row, name) for name in ("description", "requirements"))
    stated = find_workplace(text, within=said) if any(sign in text for sign in _WHERE_SIGNS) else None
    return replace(stated, likely=True) if stated else said


def _anywhere(row: Mapping[str, Any], said: Place) -> Place:
    """The place of a posting, or the city where it has work all over it and gives everybody what is near home."""
    if not (said.district_code and said.city_code):
        return said
    told = "\n".join(text_of(row, name)[:_READ] for name in ("title", "description", "requirements"))
    named = gazetteer().name(said.city_code, short=True).removesuffix("市")
    if is_assigned_near_home(told) or is_assigned_near_home(text_of(row, "location")[:_READ], named):
        return parse_place(said.city_code) or said
    return said


def _as_far_as_told(said: Place | None) -> Place | None:
    """Of a place that may be one of several the city or province that holds them all: 北京八里庄 lies in 北京."""
    region = region_of(said.alternatives) if said and said.code is None and said.alternatives else None
    return parse_place(region) if region else said


def read_salary(row: Mapping[str, Any], place: Place | None = None) -> Salary:
    """Pay from the pay text, in the money of the place where none is named.

    Files that have only columns of amounts have had a text made of them by ``read_postings``. Pay in other money than
    that of its place is not converted: how much it is counts as not known.

    >>> beijing = parse_place("北京市大兴区")
    >>> read_salary({"salary": "5000元/月"}, beijing).min_month, read_salary({"salary": "USD 600/month"}, beijing).known
    (5000.0, False)

    Where the column tells none the title may.

    >>> read_salary({"title": "分拣员（4K-6K）", "salary": "面议"}).min_month
    4000.0
    """
    currency = MONEY.get(place.code[:2], "CNY") if place and place.code else None
    text = text_of(row, "salary")
    pay = parse_salary(text, currency=currency)
    if not pay.known and (told := pay_in_title(text_of(row, "title"))):
        text, pay = told, parse_salary(told, currency=currency)
    return Salary(currency=pay.currency) if _is_foreign(pay, text, currency) else pay


def _is_foreign(pay: Salary, text: str, currency: str | None) -> bool:
    """Whether pay is told in other money than that of its place alone; a service's own places tell of no money."""
    if currency in (None, pay.currency) or load().get("place.gazetteer"):
        return False
    return not (currency == "CNY" and _YUAN.search(text))


def openings_of(row: Mapping[str, Any]) -> int | None:
    """How many are sought; none where fewer."""
    value = _number(row, "openings")
    return None if value is None else max(int(value), 0)


def _number(row: Mapping[str, Any], name: str) -> float | None:
    try:
        value = float(row[name])
    except (KeyError, TypeError, ValueError):
        return None
    return value if math.isfinite(value) else None


def point_of(row: Mapping[str, Any]) -> tuple[float, float] | None:
    """The point that the columns give."""
    lat, lon = _number(row, "lat"), _number(row, "lon")
    # (0, 0) is what an empty field is exported as, and no posting lies in the Gulf of Guinea
    there = lat is not None and lon is not None and abs(lat) <= 90 and abs(lon) <= 180 and (lat, lon) != (0, 0)
    return (lat, lon) if there and lat is not None and lon is not None else None


def read_day(row: Mapping[str, Any], name: str) -> date | None:
    """The day in a field."""
    said = text_of(row, name)
    return date.fromisoformat(said) if said else None

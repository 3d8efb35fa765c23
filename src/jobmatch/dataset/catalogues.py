"""Catalogues that a service brings along: courses of training, and policies with their conditions."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from jobmatch.columns.fields import fields_of
from jobmatch.dataset import sources
from jobmatch.errors import BadInput, UsageError
from jobmatch.records import coerce, figures
from jobmatch.settings import load
from jobmatch.text.asked.education import parse_schooling
from jobmatch.text.dates import parse_date
from jobmatch.text.last_day import last_day
from jobmatch.text.places.place import parse_place


@dataclass(frozen=True, slots=True)
class Course:
    """A course: what it teaches, how long it takes; what is not said is None or empty."""

    course_id: str
    name: str
    teaches: tuple[str, ...]
    weeks: float | None = None
    starts_on: date | None = None
    place: str | None = None
    fee: float | None = None
    conditions: str | None = None


@dataclass(frozen=True, slots=True)
class Policy:
    """A policy with its conditions as values; an empty condition asks nothing."""

    policy_id: str
    name: str
    gives: str
    kind: str = ""
    groups: tuple[str, ...] = ()
    age_from: int | None = None
    age_to: int | None = None
    status: tuple[str, ...] = ()
    months_unemployed: float | None = None
    education: int | None = None
    graduated: float | None = None
    place: str | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class MinimumWage:
    """The least pay (yuan) of a place from a day on, a month and, where it is said, an hour."""

    place: str  # six digits: a province, a city or a district; empty for everywhere
    from_on: date
    yuan_month: float
    yuan_hour: float | None = None

    @classmethod
    def everywhere(cls, yuan_month: float) -> "MinimumWage":
        """One rate for every place and day; a figure that no minimum wage has is refused.

        >>> MinimumWage.everywhere(2540).yuan_month
        2540
        >>> MinimumWage.everywhere(-5)
        Traceback (most recent call last):
        jobmatch.errors.UsageError: 月最低工资 -5 不像是每月多少元：应在 300 到 50000 之间。请改正后再试。
        """
        if not _believable(yuan_month):
            raise UsageError("minimum-wage-range", seen=f"{yuan_month:g}", **_range())
        return cls("", date.min, yuan_month)


def _range() -> dict[str, str]:
    low, high = load().get("screening.minimum_wage_range")
    return {"low": f"{low:g}", "high": f"{high:g}"}


def _believable(yuan_month: float) -> bool:
    low, high = load().get("screening.minimum_wage_range")
    return bool(low <= yuan_month <= high)


def read_minimum_wages(source: Any) -> tuple[MinimumWage, ...]:
    """The minimum wages of a file or of a list of dicts.

    >>> read_minimum_wages([{"地区": "北京市", "执行日期": "2025-09-01", "月最低工资": "2540元"}])
    (MinimumWage(place='110000', from_on=datetime.date(2025, 9, 1), yuan_month=2540.0, yuan_hour=None),)

    A place that is none is refused with its row:

    >>> read_minimum_wages([{"地区": "某地", "执行日期": "2025-09-01", "月最低工资": "2540"}])
    Traceback (most recent call last):
    jobmatch.errors.BadInput: (memory) 第 1 行：地区 的值“某地”读不懂。请改正后再试。
    """
    return tuple(_minimum_wage(cells, where) for cells, where in _rows(source, "minimum_wage", "minimum-wage-columns"))


def _minimum_wage(cells: Mapping[str, str], where: Mapping[str, Any]) -> MinimumWage:
    place = parse_place(_needed(cells, "name", where))
    code = place and (place.district_code or place.city_code or place.province_code)
    if not code:
        raise _unusable(cells, "name", where)
    from_on, yuan = _day(cells, "from_on", where), _number(cells, "yuan_month", where)
    if from_on is None or yuan is None:
        raise _missing("from_on" if from_on is None else "yuan_month", where)
    if not _believable(yuan):
        raise BadInput("minimum-wage-row", seen=f"{yuan:g}", **_range(), **where)
    return MinimumWage(code, from_on, yuan, _number(cells, "yuan_hour", where))


def least_pay_of(
    wages: Iterable[MinimumWage], district: str | None, city: str | None, province: str | None, on: date
) -> MinimumWage | None:
    """The minimum wage in force at a place on a day: the finest place that is named, its latest rate.

    >>> wages = read_minimum_wages([{"地区": "河北省", "执行日期": day, "月最低工资": pay}
    ...     for day, pay in (("2023-01-01", "2200"), ("2026-01-01", "2380"))])
    >>> least_pay_of(wages, "130681", "130600", "130000", date(2025, 6, 1)).yuan_month
    2200.0
    >>> least_pay_of(wages, None, None, "110000", date(2025, 6, 1)) is None
    True
    """
    known = list(wages)
    for code in (district, city, province):
        rates = [one for one in known if one.place == code and one.from_on <= on]
        if code and rates:
            return max(rates, key=lambda one: (one.from_on, one.yuan_month))
    return None


def read_courses(source: Any) -> tuple[Course, ...]:
    """The courses of a file or of a list of dicts.

    >>> row = {"课程名称": "叉车司机班", "教授内容": "叉车证、叉车驾驶", "周数": "3", "开课日期": "2026-12-07"}
    >>> (course,) = read_courses([row])
    >>> course.name, course.teaches, course.weeks
    ('叉车司机班', ('叉车证', '叉车驾驶'), 3.0)

    A row without a name is refused with its place:

    >>> read_courses([row, {"教授内容": "叉车证"}])
    Traceback (most recent call last):
    jobmatch.errors.BadInput: (memory) 第 2 行：缺少 课程名称。请补上后再试。
    """
    return tuple(_course(cells, where) for cells, where in _rows(source, "course"))


def _course(cells: Mapping[str, str], where: Mapping[str, Any]) -> Course:
    name = _needed(cells, "name", where)
    return Course(
        course_id=cells.get("course_id") or name,
        name=name,
        teaches=coerce.texts(cells.get("teaches")) or (),
        weeks=_number(cells, "weeks", where),
        starts_on=_day(cells, "starts_on", where),
        place=cells.get("place"),
        fee=_number(cells, "fee", where),
        conditions=cells.get("conditions"),
    )


def read_policies(source: Any) -> tuple[Policy, ...]:
    """The policies of a file or of a list of dicts.

    >>> row = {"政策名称": "岗位补贴", "内容": "用人单位招用即可申请", "适用人群": "4050、低保", "失业月数": "12"}
    >>> (policy,) = read_policies([row])
    >>> policy.groups, policy.months_unemployed, policy.valid_to
    (('4050', '低保'), 12.0, None)
    """
    return tuple(_policy(cells, where) for cells, where in _rows(source, "policy"))


def _policy(cells: Mapping[str, str], where: Mapping[str, Any]) -> Policy:
    name = _needed(cells, "name", where)
    ages = (_number(cells, field, where) for field in ("age_from", "age_to"))
    low, high = (None if age is None else int(age) for age in ages)
    return Policy(
        policy_id=cells.get("policy_id") or name,
        name=name,
        gives=cells.get("gives") or "",
        kind=cells.get("kind") or "",
        groups=_words(cells, "groups", where),
        age_from=low,
        age_to=high,
        status=_words(cells, "status", where),
        months_unemployed=_number(cells, "months_unemployed", where),
        education=_schooling(cells, where),
        graduated=_number(cells, "graduated", where),
        place=cells.get("place"),
        valid_from=_day(cells, "valid_from", where),
        valid_to=_day(cells, "valid_to", where, last_day),
        source=cells.get("source"),
    )


def _rows(
    source: Any, kind: str, no_name: str = "catalogue-no-name"
) -> Iterator[tuple[dict[str, str], dict[str, Any]]]:
    """Each row by field, with where it stands."""
    tables = sources.tables_of(str(source) if isinstance(source, Path) else source)
    for table, headings in zip(tables, sources.assign_each(tables, kind, None), strict=True):
        if "name" not in headings.fields:
            raise BadInput(no_name, file=table.file, seen=sources.listed(table.headings))
        names = {field: words.split()[0] for field, words in fields_of(kind).items()}
        names |= {field: table.headings[places[0]] for field, places in headings.fields.items()}
        for number, row in zip(table.numbers, table.rows, strict=True):
            said = {field: sources.first_in(row, places) for field, places in headings.fields.items()}
            cells = {field: value for field, value in said.items() if value is not None}
            if cells:
                yield cells, {"file": table.file, "row": number, "names": names}


def _needed(cells: Mapping[str, str], field: str, where: Mapping[str, Any]) -> str:
    if field not in cells:
        raise _missing(field, where)
    return cells[field]


def _missing(field: str, where: Mapping[str, Any]) -> BadInput:
    return BadInput("catalogue-missing", field=where["names"][field], **where)


def _number(cells: Mapping[str, str], field: str, where: Mapping[str, Any]) -> float | None:
    try:
        return figures.amount(cells.get(field))
    except coerce.Unusable:
        raise _unusable(cells, field, where) from None


def _day(
    cells: Mapping[str, str], field: str, where: Mapping[str, Any],
    parse: Callable[[object], date | None] = parse_date,
) -> date | None:  # fmt: skip
    found = parse(cells.get(field))
    if found is None and field in cells:
        raise _unusable(cells, field, where)
    return found


def _words(cells: Mapping[str, str], field: str, where: Mapping[str, Any]) -> tuple[str, ...]:
    """Groups or states in the contract's words."""
    try:
        return coerce.words_of(field)(cells.get(field)) or ()
    except coerce.Unusable:
        raise _unusable(cells, field, where) from None


def _schooling(cells: Mapping[str, str], where: Mapping[str, Any]) -> int | None:
    rung = parse_schooling(cells.get("education") or "")
    if rung is None and "education" in cells:
        raise _unusable(cells, "education", where)
    return rung


def _unusable(cells: Mapping[str, str], field: str, where: Mapping[str, Any]) -> BadInput:
    return BadInput("catalogue-value", field=where["names"][field], seen=cells[field][:40], **where)

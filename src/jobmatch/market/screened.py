"""Every posting of a table screened, its pay held against what is usual for the work in the same table."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from jobmatch.dataset.catalogues import least_pay_of
from jobmatch.market.reading import read_place, read_salary
from jobmatch.records.salary import Salary
from jobmatch.screening import Finding, screen_posting
from jobmatch.screening.rules import ground
from jobmatch.settings import load
from jobmatch.text.hours import parse_hours
from jobmatch.text.occupations import occupation_scores
from jobmatch.text.requirements import read_requirements

if TYPE_CHECKING:
    from jobmatch.dataset.catalogues import MinimumWage
    from jobmatch.dataset.postings import Postings

_FIELDS = ("title", "description", "requirements", "benefits")


@dataclass(frozen=True, slots=True)
class Screened:
    """A posting in which something was found."""

    posting_id: str
    title: str
    employer: str
    findings: tuple[Finding, ...]

    def to_dict(self) -> dict[str, Any]:
        """The line of the contract, with title and employer for who has to look at it."""
        findings = [_told(one) for one in self.findings]
        return {"posting_id": self.posting_id, "title": self.title, "employer": self.employer, "findings": findings}


def _told(one: Finding) -> dict[str, Any]:
    names = ("kind", "words", "field", "ground", "lawful_exception")
    told = {name: getattr(one, name) for name in names}
    return told if one.probability is None else {**told, "probability": one.probability}


def screen_postings(
    postings: "Postings",
    minimum_wage_month: float | None = None,
    minimum_wages: "Sequence[MinimumWage]" = (),
    on: date | None = None,
    home: str | None = None,
) -> list[Screened]:
    """The postings in which something is unlawful or suspicious, in the order of the table.

    Pay is too good to be believed far above what postings of the same occupation in the table offer, where there are
    enough of them; it is too low under ``minimum_wage_month`` (yuan a month), or under what ``minimum_wages`` holds for
    the place of the posting on a day (today where ``on`` is None), where the service gives them.
    """
    rows: list[dict[str, Any]] = [{str(k): v for k, v in row.items()} for row in postings.frame.to_dict("records")]
    pays = [read_salary(row) for row in rows]
    low = np.array([np.nan if pay.min_month is None else pay.min_month for pay in pays])
    believable = _believable([_text(row, "title") for row in rows], low)
    found = []
    for row, pay, bound in zip(rows, pays, believable.tolist(), strict=True):
        findings = screen_posting(
            *(_text(row, field) for field in _FIELDS),
            pay_max_month=None if _by_the_hour(row, pay) else pay.max_month or pay.min_month,
            pay_min_month=pay.min_month,
            minimum_wage_month=_least_pay(row, minimum_wages, on or date.today(), home) or minimum_wage_month,
            believable_pay_month=None if np.isnan(bound) else bound,
        )
        findings += _contradictions(row)
        if findings:
            found.append(
                Screened(_text(row, "posting_id"), _text(row, "title"), _text(row, "employer"), tuple(findings))
            )
    return found


def _contradictions(row: Mapping[str, Any]) -> list[Finding]:
    """Where a column asks one thing and the free text another, in the words of the column."""
    told = {name: _text(row, name) for name in ("education", "experience", "age")}
    text = "\n".join(_text(row, name) for name in _FIELDS[1:])
    differ = read_requirements(text, **{name: said or None for name, said in told.items()}).conflicts
    return [Finding("contradiction", told[name], ground("contradiction"), False, name, 0, 0) for name in differ]


def _least_pay(row: Mapping[str, Any], wages: "Sequence[MinimumWage]", on: date, home: str | None) -> float | None:
    place = read_place(row, home) if wages else None
    if place is None:
        return None
    return least_pay_of(wages, place.district_code, place.city_code, place.province_code, on)


def _text(row: Mapping[str, Any], name: str) -> str:
    value = row.get(name)
    return value if isinstance(value, str) else ""


def _by_the_hour(row: Mapping[str, Any], pay: Salary) -> bool:
    """Whether the pay is for hours of which nobody says how many a month has: no minimum for a month holds it."""
    said = "。".join(_text(row, name) for name in ("title", "hours", "employment_type"))
    return pay.period in ("hour", "day", "piece") or parse_hours(said).kind == "part"


def _believable(titles: Sequence[str], low: NDArray[np.float64]) -> NDArray[np.float64]:
    """For each posting the pay from which on it is not believable; NaN where too few like it say what they pay."""
    numbers = load().table("screening")
    codes = occupation_scores(titles, k=1)[0][:, 0]
    bound = np.full(len(titles), np.nan)
    for code in np.unique(codes):
        same = codes == code
        said = low[same & ~np.isnan(low)]
        if len(said) >= numbers["enough_to_compare"]:
            bound[same] = numbers["not_believable"] * np.percentile(said, 75)
    return bound

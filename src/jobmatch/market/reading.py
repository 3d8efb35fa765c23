"""One posting understood: raw texts → values. The columns win; the free text fills what they leave open."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from jobmatch.records.hours import Hours
from jobmatch.records.place import Place
from jobmatch.records.salary import Salary
from jobmatch.screening import asks_money, screen_posting
from jobmatch.text.certificates import find_certificates, required_by_occupation
from jobmatch.text.demands import demand_bits, find_demands
from jobmatch.text.education import parse_education
from jobmatch.text.experience import parse_experience
from jobmatch.text.fold import fold
from jobmatch.text.hours import parse_hours
from jobmatch.text.licences import licence_classes, parse_licence
from jobmatch.text.place import parse_place
from jobmatch.text.requirements import read_requirements
from jobmatch.text.salary import parse_salary, salary_of_amounts
from jobmatch.text.seniority import parse_seniority
from jobmatch.text.skills import find_skills
from jobmatch.text.tokens import tokenize

TITLE_COUNTS = 3.0  # a word of the title counts as three in the text (BM25F's way of weighting fields)


@dataclass(frozen=True, slots=True)
class Reading:
    """What was understood of one posting."""

    place: Place | None
    point: tuple[float, float] | None
    salary: Salary
    education: int | None
    years: float | None
    graduates_only: bool
    hours: Hours
    licence: str | None
    certificates: dict[str, bool]
    skills: dict[str, bool]
    demands: int
    age_from: int
    seniority: int
    posted_on: date | None
    closes_on: date | None
    asks_money: bool
    words: dict[str, float]


def read_posting(row: Mapping[str, Any], home: str | None = None) -> Reading:
    """Understand one row of ``Postings.frame``; ``home`` is the region in which bare places are sought."""
    title, body = fold(_text(row, "title")), fold("\n".join(_text(row, name) for name in _BODY))
    asked = read_requirements(body)
    hours = parse_hours(
        "。".join(filter(None, [_text(row, "hours"), _text(row, "employment_type"), title, body]))
    )
    education = parse_education(_text(row, "education"))
    experience = parse_experience(_text(row, "experience"))
    return Reading(
        place=read_place(row, home),
        point=_point(row),
        salary=read_salary(row),
        education=asked.education if education is None else education,
        years=asked.years if experience is None else experience.min,
        graduates_only=asked.graduates_only,
        hours=hours,
        licence=_licence(title, body),
        certificates=_certificates(title, f"{_text(row, 'certificates')}。{body}"),
        skills=_skills(f"{title}。{_text(row, 'skills')}。{body}"),
        demands=demand_bits(find_demands(f"{title}。{body}")),
        age_from=asked.age_min if asked.age_min_lawful and asked.age_min else 0,
        seniority=parse_seniority(title),
        posted_on=_day(row, "posted_on"),
        closes_on=_day(row, "closes_on") or asked.closes_on,
        asks_money=asks_money(screen_posting(title, _text(row, "description"), _text(row, "requirements"))),
        words=_words(title, body),
    )


_BODY = ("description", "requirements", "skills", "benefits", "industry")


def _text(row: Mapping[str, Any], name: str) -> str:
    value = row.get(name)
    return value if isinstance(value, str) else ""


def read_place(row: Mapping[str, Any], home: str | None) -> Place | None:
    """The place of a posting: its own code, its address, else what its title or employer tells (likely)."""
    code = _text(row, "place_code")
    said = parse_place(code, home) if code else None
    return said or parse_place(_text(row, "location"), home)


def read_salary(row: Mapping[str, Any]) -> Salary:
    """Pay from the pay text, else from the columns with the amounts."""
    said = parse_salary(_text(row, "salary"))
    if said.kind != "absent":
        return said
    low, high = _number(row, "salary_min"), _number(row, "salary_max")
    if not low and not high:
        return said
    return salary_of_amounts(
        low, high, period=_text(row, "salary_period") or "month", months=_number(row, "salary_months")
    )


def _number(row: Mapping[str, Any], name: str) -> float | None:
    try:
        value = float(row[name])
    except (KeyError, TypeError, ValueError):
        return None
    return value if value == value and abs(value) < 1e12 else None


def _point(row: Mapping[str, Any]) -> tuple[float, float] | None:
    lat, lon = _number(row, "lat"), _number(row, "lon")
    return None if lat is None or lon is None else (lat, lon)


def _day(row: Mapping[str, Any], name: str) -> date | None:
    said = _text(row, name)
    return date.fromisoformat(said) if said else None


def _licence(title: str, body: str) -> str | None:
    """The driving class asked: by the text, else by the law for the work in the title."""
    need = parse_licence(f"{title}。{body}")
    by_law = [one.licence for one in required_by_occupation(title) if one.licence]
    asked = [need.asked] if need.asked and need.required is not False else []
    return max([*asked, *by_law], key=licence_classes().index, default=None)


def _certificates(title: str, body: str) -> dict[str, bool]:
    """Certificate → required; what the law asks for the occupation is required though not said."""
    found = {need.certificates[0]: True for need in required_by_occupation(title) if need.certificates}
    for mention in find_certificates(f"{title}。{body}"):
        if not mention.negated and (mention.required or mention.preferred):
            found[mention.name] = found.get(mention.name, False) or mention.required
    return found


def _skills(text: str) -> dict[str, bool]:
    found: dict[str, bool] = {}
    for mention in find_skills(text):
        if not mention.negated:
            found[mention.skill] = found.get(mention.skill, False) or mention.required
    return found


def _words(title: str, body: str) -> dict[str, float]:
    counts: dict[str, float] = {}
    for word in tokenize(title):
        counts[word] = counts.get(word, 0.0) + TITLE_COUNTS
    for word in tokenize(body):
        counts[word] = counts.get(word, 0.0) + 1.0
    return counts

"""The work of a person's past in a row of a roster: which jobs, for how many years, which skills."""

import re
import unicodedata
from typing import Any, Final

from jobmatch.dataset.roster_cells import Cells, Complain, day, items, told
from jobmatch.records import figures
from jobmatch.records.coerce import Unusable
from jobmatch.records.worked import past_of
from jobmatch.text.asked.certificates import names_paper
from jobmatch.text.asked.licences_held import names_licence
from jobmatch.text.dates import parse_date, years_between

_LEVEL: Final = re.compile(r"_(?:MASTER|GOOD|SKILLED|COMMONLY|COMMON|EXPERT|BASIC)$")
_YEARS: Final = re.compile(r"(\d{1,2}(?:\.\d)?)\s?(?:[-~至到—]\s?\d{1,2}\s?)?\+?\s?(?:年|years?|yrs?|$)")
_NO_EXPERIENCE: Final = re.compile(r"^(?:无|無|没有|沒有)|^(?:应届|應屆|在校)|^0年?$|^none$", re.I)


def past_job(cells: Cells) -> dict[str, Any]:
    """One job of a work history: what it was, its years from first to last day, when it ended.

    >>> past_job({"last_job": "cook", "last_job_started": "2010-01-01", "last_job_ended": "2012-07-01"})
    {'occupation': 'cook', 'years': 2.5, 'ended': '2012-07-01'}
    """
    start, end = parse_date(cells.get("last_job_started")), parse_date(cells.get("last_job_ended"))
    years = round(years_between(start, end), 1) if start and end and start <= end else None
    if years is not None and years > 80:  # the years 0114 and 1900 of careless forms
        years = None
    said = {"occupation": cells.get("last_job"), "years": years, "ended": end.isoformat() if end else None}
    return told(said) if said["occupation"] or years else {}


def experience(cells: Cells, complain: Complain) -> list[dict[str, Any]] | None:
    """The jobs of the past, with years and end; an empty list where there is known to be none."""
    total = _years(cells.get("experience_years"), complain)
    jobs = items(cells.get("last_job"))
    ended = day(cells.get("last_job_ended"))
    if not jobs:
        nothing = total == 0 or jobs == []
        return [] if nothing else None if total is None else [{"years": total}]
    years = _years(cells.get("last_job_years"), complain)
    past = past_of(jobs)
    if len(past) == 1:
        first = years if years is not None else past[0].get("years")
        last = {"years": first if first is not None else total or None, "ended": ended or past[0].get("ended")}
        return [told(past[0] | last)]
    rest = (total or 0) - sum(one.get("years", 0) for one in past)  # what the jobs do not say of the years in all
    return [*past, *([{"years": rest}] if rest > 0 else [])]


def _years(cell: str | None, complain: Complain) -> float | None:
    if cell is None:
        return None
    word = unicodedata.normalize("NFKC", cell)[:40]
    if _NO_EXPERIENCE.search(word):
        return 0.0
    try:
        found = _YEARS.search(word)
        return figures.years(float(found[1]) if found else word)
    except Unusable:
        complain("experience_years", cell)
        return None


def certificates(cells: Cells) -> list[str] | None:
    """The papers that a row names; what stands among them and is none (技能/证书: 叉车证、Excel) is a skill."""
    named = items(cells.get("certificates"))
    return named and ([item for item in named if _is_paper(item)] or None)


def _is_paper(item: str) -> bool:
    return bool(_PAPER.search(item) or names_paper(item) or names_licence(item))


_PAPER: Final = re.compile("[证照证書书级級师師员員甲乙]|资格|執照|licen|certif|diploma|^[ABC][1-3]$", re.I)


_TICKS: Final = frozenset("有是否√✓×") | {
    "已取得",
    "已考取",
    "持证",
    "yes",
    "no",
}  # under 持证情况, of which nobody knows what


def skills(cells: Cells) -> list[str] | None:
    """The skills that a row names, without the grade behind a tag; an empty list where there is known to be none."""
    found = [item for field in ("skills", "keywords") for item in items(cells.get(field)) or []]
    found += [item for item in items(cells.get("certificates")) or [] if not _is_paper(item) and item not in _TICKS]
    known_none = items(cells.get("skills")) == []
    return list(dict.fromkeys(_LEVEL.sub("", item) for item in found)) or ([] if known_none else None)

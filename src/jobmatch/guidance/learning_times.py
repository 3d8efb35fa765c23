"""How long it takes to get what is lacked: papers, skills, schooling."""

from functools import cache
from typing import Final

from jobmatch.fit.facts import Facts
from jobmatch.messages import say
from jobmatch.settings import Settings
from jobmatch.text import lexicon
from jobmatch.text.asked.certificates import certificates
from jobmatch.text.asked.education import education_name, parse_schooling
from jobmatch.text.asked.licence_ladder import within_reach

_DAYS_A_WEEK: Final = 7
_WEEKS_A_YEAR: Final = 52
_WEEKS_TOLD: Final = 18  # up to four months people count in weeks


def weeks_to_get(kind: str, name: str) -> float | None:
    """Weeks that it usually takes to get a certificate, licence, skill or schooling; None where nobody says.

    >>> weeks_to_get("certificate", "健康证"), weeks_to_get("licence", "C1"), weeks_to_get("skill", "没有这个")
    (0.4, 10.0, None)
    """
    told = _times().get((kind, name))
    if told is None and kind == "certificate":
        days = next((one.obtainable_days for one in certificates() if one.name == name), None)
        return None if days is None else round(days / _DAYS_A_WEEK, 1)
    return told


def weeks_from(facts: Facts, kind: str, name: str, settings: Settings) -> float | None:
    """Weeks that it takes this client: of schooling the sum of its steps; None too where it is no way for them.

    That is years of school for who has few years of work left, and a licence that only another one is extended to.
    """
    if kind == "licence" and not within_reach(name, facts.licence_by_class):
        return None
    if kind != "education":
        return weeks_to_get(kind, name)
    rungs = range((facts.rung or 0) + 1, (parse_schooling(name) or 0) + 1)
    steps = [weeks_to_get(kind, education_name(rung)) for rung in rungs]
    if not steps or None in steps:
        return None
    weeks = sum(step for step in steps if step)
    return weeks if pays_in_time(facts.client.conditions.age, weeks, settings) else None


def pays_in_time(age: float | None, weeks: float, settings: Settings) -> bool:
    """Whether schooling of so many weeks is done by the age up to which it is proposed."""
    return age is None or age + weeks / _WEEKS_A_YEAR <= settings.number("what_if.schooling_done_by")


def how_long(weeks: float) -> str:
    """So many weeks as people say it: in days, weeks, months or years.

    >>> how_long(0.4), how_long(4), how_long(26), how_long(130)
    ('3天', '4周', '6个月', '2.5年')
    """
    if weeks < 1:
        return say("lacks.days", count=round(weeks * _DAYS_A_WEEK))
    if weeks < _WEEKS_TOLD:
        return say("lacks.weeks", count=f"{weeks:g}")
    years = weeks / _WEEKS_A_YEAR
    return (
        say("lacks.months", count=round(years * 12))
        if years < 1
        else say("lacks.years", count=f"{round(years * 2) / 2:g}")
    )


@cache
def _times() -> dict[tuple[str, str], float]:
    rows = lexicon.rows("jobmatch.guidance", "learning_times.csv")
    return {(row["kind"], row["name"]): float(row["weeks"]) for row in rows}

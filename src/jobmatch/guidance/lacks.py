"""What postings ask and a client lacks: papers, skills, schooling; how many openings ask it, how long it takes."""

from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from jobmatch.fit.case import Case
from jobmatch.fit.facts import Facts
from jobmatch.fit.to_learn import has_learned, to_learn
from jobmatch.look import Asked
from jobmatch.messages import own_words, say
from jobmatch.records.guidance import Missing
from jobmatch.settings import Settings
from jobmatch.text import lexicon
from jobmatch.text.asked.certificate_list import name_in_taiwan
from jobmatch.text.asked.certificates import can_be_earned, certificate_names, certificates
from jobmatch.text.asked.education import education_name, parse_schooling
from jobmatch.text.asked.licence_ladder import licence_classes, within_reach
from jobmatch.text.asked.skills import skill_names

_DAYS_A_WEEK: Final = 7
_WEEKS_A_YEAR: Final = 52
_WEEKS_TOLD: Final = 18  # up to four months people count in weeks


def lacks(asked: Asked, positions: NDArray[np.intp], among: str = "kind") -> tuple[Missing, ...]:
    """What some postings ask that the client is known to lack, what most openings ask first.

    What is not known of the client is not lacking; it is among the questions. ``among`` says which postings these
    are: of one kind, for the goal, or all in reach.
    """
    case = asked.everything.case.part(positions)
    least = case.settings.number("directions.asked_by_share") * max(1, case.market.counted_openings(case.rows))
    found = Counter[tuple[str, str]]()
    learned = has_learned(case)
    for at, openings in enumerate(np.maximum(case.column("openings"), 1).tolist()):
        for lack in _of_row(case, at, bool(learned[at])):
            found[lack] += openings
    most = int(case.settings.number("directions.lacks_shown"))
    ordered = sorted(((-count, lack) for lack, count in found.items() if count >= least))[:most]
    return tuple(_missing(kind, name, -count, among, case) for count, (kind, name) in ordered)


def _missing(kind: str, name: str, openings: int, among: str, case: Case) -> Missing:
    weeks, in_taiwan = weeks_from(case.facts, kind, name, case.settings), case.facts.in_taiwan
    asked = say(f"lacks.asked-{among}", openings=openings)
    more = say("word.clause-comma").join(
        filter(None, (asked, say("lacks.takes", time=how_long(weeks)) if weeks else ""))
    )
    words = say(f"lacks.{kind}", name=own_words(name_in_taiwan(name) if in_taiwan else name))
    return Missing(kind, name, openings, weeks, say("word.brackets", words=words, more=more))


def _of_row(case: Case, at: int, learned: bool) -> Iterator[tuple[str, str]]:
    """What one posting requires and the client lacks."""
    facts, market, row = case.facts, case.market, int(case.rows[at])
    if facts.certificates is not None:
        names = certificate_names()
        asked = (names[number] for number, required in market.certificates.of_row(row) if required)
        yield from (("certificate", name) for name in asked if name not in facts.certificates and can_be_earned(name))
    licence = int(market.licence[row])
    if licence >= 0 and facts.licence_by_class[licence] is False:
        yield "licence", licence_classes()[licence]
    if facts.client.conditions.skills is not None:
        required = {skill_names()[number] for number, required in market.skills.of_row(row) if required}
        yield from (("skill", name) for name in to_learn(case, at, lambda: learned).learn if name in required)
    schooling = int(market.education[row])
    if facts.rung is not None and schooling > facts.rung:
        yield "education", education_name(schooling)


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

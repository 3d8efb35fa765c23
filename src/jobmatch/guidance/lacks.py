"""What postings ask and a client lacks: papers, skills, schooling; how many openings ask it, how long it takes."""

from collections import Counter
from collections.abc import Iterator
from functools import cache

import numpy as np
from numpy.typing import NDArray

from jobmatch.fit.case import Case
from jobmatch.look import Asked
from jobmatch.messages import say
from jobmatch.records.guidance import Missing
from jobmatch.text import lexicon
from jobmatch.text.certificates import can_be_earned, certificate_names, certificates
from jobmatch.text.education import education_name
from jobmatch.text.licences import licence_classes
from jobmatch.text.skills import skill_names

_DAYS_A_WEEK = 7


def lacks(asked: Asked, positions: NDArray[np.intp]) -> tuple[Missing, ...]:
    """What some postings ask that the client is known to lack, what most openings ask first.

    What is not known of the client is not lacking; it is among the questions.
    """
    case = asked.everything.case.part(positions)
    least = case.settings.number("directions.asked_by_share") * max(1, case.market.counted_openings(case.rows))
    found = Counter[tuple[str, str]]()
    for row, openings in zip(case.rows, np.maximum(case.column("openings"), 1), strict=True):
        for lack in _of_row(case, int(row)):
            found[lack] += int(openings)
    most = int(case.settings.number("directions.lacks_shown"))
    ordered = sorted(((-count, lack) for lack, count in found.items() if count >= least))[:most]
    return tuple(_missing(kind, name, -count) for count, (kind, name) in ordered)


def _missing(kind: str, name: str, openings: int) -> Missing:
    weeks = weeks_to_get(kind, name)
    time = say("lacks.weeks", weeks=f"{weeks:g}") if weeks else say("lacks.unknown-time")
    return Missing(kind, name, openings, weeks, say(f"lacks.{kind}", name=name, openings=openings, time=time))


def _of_row(case: Case, row: int) -> Iterator[tuple[str, str]]:
    """What one posting requires and the client lacks."""
    facts, market = case.facts, case.market
    if facts.certificates is not None:
        names = certificate_names()
        asked = (names[number] for number, required in market.certificates.of_row(row) if required)
        yield from (("certificate", name) for name in asked if name not in facts.certificates and can_be_earned(name))
    licence = int(market.licence[row])
    if licence >= 0 and facts.licence_by_class[licence] is False:
        yield "licence", licence_classes()[licence]
    if facts.client.conditions.skills is not None:
        mine = facts.skills or frozenset()
        asked_skills = market.skills.of_row(row)
        yield from (("skill", skill_names()[n]) for n, required in asked_skills if required and n not in mine)
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


@cache
def _times() -> dict[tuple[str, str], float]:
    rows = lexicon.rows("jobmatch.guidance", "learning_times.csv")
    return {(row["kind"], row["name"]): float(row["weeks"]) for row in rows}

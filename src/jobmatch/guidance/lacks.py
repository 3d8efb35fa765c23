"""What postings ask and a client lacks: papers, skills, schooling; and how many openings ask it."""

from collections import Counter
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from jobmatch.fit.case import Case
from jobmatch.fit.to_learn import has_learned, to_learn
from jobmatch.guidance.learning_times import how_long, weeks_from
from jobmatch.look import Asked
from jobmatch.messages import own_words, say
from jobmatch.records.guidance import Missing
from jobmatch.text.asked.certificate_list import name_in_taiwan
from jobmatch.text.asked.certificates import can_be_earned, certificate_names
from jobmatch.text.asked.education import education_name
from jobmatch.text.asked.licence_ladder import licence_classes
from jobmatch.text.asked.skills import skill_names


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

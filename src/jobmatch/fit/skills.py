"""Skills: how much of what the posting asks does the client bring?"""

from collections.abc import Mapping

import numpy as np

from jobmatch.fit.case import Case, Measured, Values
from jobmatch.messages import say
from jobmatch.text.skills import skill_names, skill_parents, skill_places

NAME = "skills"


def measure(case: Case) -> Measured:
    """The share of the asked skills that the client has; what is only preferred counts half.

    Unknown where the posting asks for none or nothing is known of the client's skills. A client who has the
    skill's parent has half of it.
    """
    if case.facts.skills is None:
        return case.blank()
    numbers, lists, have = case.settings.table("skills"), case.market.skills, _held(case)
    pairs, which = lists.asked[0], lists.asked[1][case.rows]
    total = pairs[:, 0] + numbers["preferred"] * pairs[:, 1]
    some = np.flatnonzero(have)
    share = _share(numbers, have[some], total[which[some]])
    if case.facts.client.conditions.skills is None:
        # only the work history tells of skills: it can speak for a job, and says nothing of what is missing
        value = np.zeros(len(have))
        value[some] = np.maximum(share, numbers["prior_share"])
        return Measured(value, have > 0)
    value = np.where(total > 0, _share(numbers, 0.0, total), 0.0)[which]
    value[some] = share
    return Measured(value, (total > 0)[which])


def _share(numbers: Mapping[str, float], have: Values | float, total: Values) -> Values:
    """What a client has of what is asked, drawn towards the neutral value where that is little."""
    return (have + numbers["prior_share"] * numbers["prior_weight"]) / (total + numbers["prior_weight"])


def _held(case: Case) -> Values:
    """What the client has of the skills that each row asks: row by row, or by the rows of each skill that they have."""
    lists, runs = case.market.skills, case.market.skill_runs
    worth = lists.worth(_shares(case), case.settings.number("skills.preferred"))
    held = lists.held(worth, case.rows) if case.few else case.in_whole("skills", lambda cover: runs.sums(worth, cover))
    return held.astype(np.float64)


def _shares(case: Case) -> Values:
    """How much of each skill the client has: all of their own, a part of what their own are kinds of."""
    names, place = skill_names(), skill_places()
    mine = case.facts.skills or frozenset()
    shares = np.zeros(len(names))
    broader = {parent for at in mine for parent in skill_parents(names[at]) if parent in place}
    shares[[place[name] for name in broader]] = case.settings.number("skills.parent")
    shares[list(mine)] = 1.0
    return shares


def reason(case: Case, at: int, value: float, known: bool) -> str:  # noqa: ARG001 - one shape for all
    """Why, for one row: which asked skills the client has and which are missing."""
    names = skill_names()
    asked = [names[skill] for skill, _ in case.market.skills.of_row(int(case.rows[at]))]
    if not asked:
        return say("reason.skills.none")
    if not known:
        return say("reason.skills.unknown", asked=_listed(asked))
    mine = {names[skill] for skill in case.facts.skills or ()}
    has, lacks = [name for name in asked if name in mine], [name for name in asked if name not in mine]
    if not has:
        return say("reason.skills.lacks", lacks=_listed(lacks))
    return say("reason.skills.has", has=_listed(has)) + (
        say("reason.skills.also", lacks=_listed(lacks)) if lacks else ""
    )


def _listed(names: list[str], most: int = 4) -> str:
    more = say("word.and-so-on") if len(names) > most else ""
    return say("word.comma").join(names[:most]) + more

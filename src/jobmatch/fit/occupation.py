"""Occupation and goal: is this the kind of work that the client wants?"""

from functools import reduce

import numpy as np

from jobmatch.fit.case import Case, Measured, Values
from jobmatch.fit.likeness import alike
from jobmatch.messages import say
from jobmatch.text.fold import fold_key

NAME = "occupation"


def likeness(case: Case) -> Values:
    """How near each posting is to the wanted occupations: by code, or by the wording of the title.

    The better of the two counts, since a posting may be coded badly and a title worded oddly; where both
    agree the value is higher than where only one speaks.
    """
    if not case.facts.wanted:
        return np.zeros(len(case.rows))
    return case.on("title", "goal", lambda one: _likeness(one, one.facts.wanted))


def likeness_to(case: Case, wish: str) -> Values:
    """How near each posting is to one of the wanted occupations."""
    if len(case.facts.wanted) == 1:
        return likeness(case)
    return case.on("title", f"goal {wish}", lambda one: _likeness(one, (wish,)))


def _likeness(case: Case, wishes: tuple[str, ...]) -> Values:
    value = case.on("work", f"goal by meaning {wishes}", lambda one: alike(one, wishes))
    # 销售 is meant by 房产销售: a title that says the wish word for word is at least near it
    said = reduce(np.logical_or, [case.market.title_keys.holds(fold_key(wish)) for wish in wishes])
    at = np.flatnonzero(said[case.column("title")])
    value = value.copy()
    value[at] = np.maximum(value[at], case.settings.number("likeness.said"))
    return value


def measure(case: Case) -> Measured:
    """The likeness; unknown for a client without a goal. Who wishes for a public-welfare post wants just those."""
    found = Measured(likeness(case), np.ones(len(case.rows), dtype=np.bool_)) if case.facts.wanted else case.blank()
    if not case.facts.wants_welfare:
        return found
    welfare = case.column("public_welfare")
    return Measured(np.where(welfare, 1.0, found.value), found.known | welfare)


def reason(case: Case, at: int, value: float, known: bool) -> str:
    """Why, for one row."""
    wanted = say("word.comma").join(case.facts.wanted)
    if not known:
        return say("reason.occupation.unknown")
    if case.facts.wants_welfare and case.column("public_welfare")[at]:
        return say("reason.occupation.welfare", title=case.market.shown.text(int(case.rows[at]), "title"))
    if case.column("occupation_first")[at] == 0:
        return say("reason.occupation.unnamed", title=case.market.shown.text(int(case.rows[at]), "title"))
    bars = case.settings.table("likeness.words")
    word = "meets" if value >= bars["meets"] else "near" if value >= bars["near"] else "far"
    return say(f"reason.occupation.{word}", wanted=wanted, title=case.market.shown.text(int(case.rows[at]), "title"))

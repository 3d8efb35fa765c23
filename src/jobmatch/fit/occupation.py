"""Occupation and goal: is this the kind of work that the client wants?"""

import re
from collections.abc import Iterable
from functools import reduce
from typing import Final

import numpy as np
from numpy.typing import NDArray

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
    value = case.on("work", f"goal by meaning {wishes}", lambda one: alike(one, wishes)).copy()
    numbers = case.settings.table("likeness")
    # 销售 is meant by 房产销售: a title that says the wish word for word is at least near it
    said = _holding(case, wishes)
    value[said] = np.maximum(value[said], numbers["said"])
    # of two that are as near, the one with the word of the wish itself is nearer: 洗碗员 to 洗碗工 than 服务员
    named = _holding(case, map(_stem, wishes))
    value[named] += numbers["named"] * (1 - value[named])
    return value


def _holding(case: Case, words: Iterable[str]) -> NDArray[np.intp]:
    """The positions of rows whose title holds one of some words."""
    held = reduce(np.logical_or, [case.market.title_keys.holds(fold_key(word)) for word in words])
    return np.flatnonzero(held[case.column("title")])


_ENDING: Final = re.compile("(?<=..)(?:人员|專員|专员|人員|[工员員师師])$")


def _stem(wish: str) -> str:
    """The word for the work in the name of who does it: 洗碗 of 洗碗工."""
    return _ENDING.sub("", wish)


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

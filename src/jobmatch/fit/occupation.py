"""Occupation and goal: is this the kind of work that the client wants?"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from jobmatch.fit.case import Case, Measured, Values
from jobmatch.fit.facts import nearness
from jobmatch.messages import say
from jobmatch.text.fold import fold_key

NAME = "occupation"


def likeness(case: Case) -> Values:
    """How near each posting is to the wanted occupations: by code, or by the wording of the title.

    The better of the two counts, since a posting may be coded badly and a title worded oddly; where both
    agree the value is higher than where only one speaks.
    """
    goal = case.facts.goal
    if goal is None:
        return np.zeros(len(case.rows))
    return case.on("title", "goal", lambda one: _likeness(one, goal, one.facts.wanted))


def likeness_to(case: Case, wish: str) -> Values:
    """How near each posting is to one of the wanted occupations."""
    if len(case.facts.wanted) == 1:
        return likeness(case)
    near = nearness([wish], case.settings)[0]
    return case.on("title", f"goal {wish}", lambda one: _likeness(one, near, (wish,)))


def _likeness(case: Case, goal: NDArray[np.float32], wishes: Sequence[str]) -> Values:
    name = f"goal by meaning {wishes}"
    value = case.on("work", name, lambda one: blend(one, one.affinity(goal), one.title_likeness(wishes)))
    # 销售 is meant by 房产销售: a title that says the wish word for word is at least near it
    said = np.any([case.market.title_keys.holds(fold_key(wish)) for wish in wishes], axis=0)
    return np.where(said[case.column("title")], np.maximum(value, case.settings.number("likeness.said")), value)


def blend(case: Case, by_code: Values, by_title: Values) -> Values:
    """Code and title as one value: mostly the better, a little the worse."""
    numbers = case.settings.table("likeness")
    by_code, by_title = by_code ** numbers["sharpness"], by_title ** numbers["sharpness"]
    share = numbers["better_share"]
    value = share * np.maximum(by_code, by_title) + (1 - share) * np.minimum(by_code, by_title)
    return np.clip(value, 0, 1)


def measure(case: Case) -> Measured:
    """The likeness; unknown for a client without a goal."""
    if case.facts.goal is None:
        return case.blank()
    return Measured(likeness(case), np.ones(len(case.rows), dtype=np.bool_))


def reason(case: Case, at: int, value: float, known: bool) -> str:
    """Why, for one row."""
    wanted = say("word.comma").join(case.facts.wanted)
    if not known:
        return say("reason.occupation.unknown")
    bars = case.settings.table("likeness.words")
    word = "meets" if value >= bars["meets"] else "near" if value >= bars["near"] else "far"
    return say(f"reason.occupation.{word}", wanted=wanted, title=case.market.shown.text(int(case.rows[at]), "title"))

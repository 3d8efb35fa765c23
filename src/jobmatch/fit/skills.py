"""Skills: how much of what the posting asks does the client bring?"""

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from jobmatch.fit import by_sort
from jobmatch.fit.case import Case, Measured, Values
from jobmatch.fit.entry import ease_of_work
from jobmatch.fit.to_learn import has_learned, to_learn
from jobmatch.market.lists import Lists
from jobmatch.messages import listing, own_words, say
from jobmatch.text.asked.skills import skill_names, skill_parents, skill_places

NAME = "skills"
_NAMED = 4  # of the skills in a reason: more would not be read


def measure(case: Case) -> Measured:
    """The share of the asked skills that the client has; what is only preferred counts half.

    Unknown where the posting asks for none or nothing is known of the client's skills. A client who has the
    skill's parent has half of it.
    """
    return usual(case).but(*apart(case))


def usual(case: Case) -> Measured:
    """As if the client had none of what is asked.

    Where only the work history tells of skills that is not known: it can speak for a job, and says nothing of what is
    missing.
    """
    if case.facts.client.conditions.skills is None:
        return case.blank()
    pairs, which = case.market.skills.asked
    total = _total(case, pairs)
    value = np.where(total > 0, _share(case, 0.0, total), 0.0)
    which = which[case.rows]
    return Measured(value[which], (total > 0)[which])


def apart(case: Case) -> tuple[NDArray[np.intp], Measured]:
    """Where the client has something of what is asked, by position."""
    if case.facts.skills is None:
        return np.zeros(0, dtype=np.intp), Measured(np.zeros(0), np.zeros(0, dtype=np.bool_))
    have = _held(case)
    at = np.flatnonzero(have)
    pairs, which = case.market.skills.asked
    value = _share(case, have[at].astype(np.float64), _total(case, pairs)[which[case.rows[at]]])
    if case.facts.client.conditions.skills is None:
        value = np.maximum(value, case.settings.number("skills.prior_share"))
    return at, Measured(value, np.ones(len(at), dtype=np.bool_))


def _total(case: Case, pairs: Values) -> Values:
    """What so many required and so many preferred skills count."""
    return pairs[:, 0] + case.settings.number("skills.preferred") * pairs[:, 1]


def _share(case: Case, have: Values | float, total: Values) -> Values:
    """What a client has of what is asked, drawn towards the neutral value where that is little."""
    numbers = case.settings.table("skills")
    drawn = (np.minimum(have, total) + numbers["prior_share"] * numbers["prior_weight"]) / (
        total + numbers["prior_weight"]
    )
    return np.asarray(drawn)


def _held(case: Case) -> NDArray[np.float32]:
    """What the client has of the skills that each row asks: row by row, or by the rows of each skill that they have."""
    lists, runs, numbers = case.market.skills, case.market.skill_runs, case.settings.table("skills")
    worth = _worth(case.facts.skills or frozenset(), numbers["parent"], numbers["preferred"])
    held = lists.held(worth, case.rows) if by_sort.are_few(case) else case.sums("skills", lambda: runs.weighted(worth))
    return np.asarray(held, dtype=np.float32)


@lru_cache(maxsize=1024)  # a few kilobytes each; clients of one trade often name the same
def _worth(mine: frozenset[int], parent: float, preferred: float) -> NDArray[np.float32]:
    """What each value of the lists counts: skills are had whole where they are named, in part as a kind of them."""
    names, place = skill_names(), skill_places()
    shares = np.zeros(len(names))
    broader = {name for at in mine for name in skill_parents(names[at]) if name in place}
    shares[[place[name] for name in broader]] = parent
    shares[list(mine)] = 1.0
    worth = Lists.worth(shares, preferred)
    worth.setflags(write=False)
    return worth


def reason(case: Case, at: int, value: float, known: bool) -> str:  # noqa: ARG001 - one shape for all
    """Why, for one row: which asked skills the client has, and which are still to be learned or to be asked about."""
    names = skill_names()
    asked = [names[skill] for skill, _ in case.market.skills.of_row(int(case.rows[at]))]
    if not asked:
        return say("reason.skills.none")
    mine = {names[skill] for skill in case.facts.skills or ()} if known else frozenset()
    has = [name for name in asked if name in mine]
    told = [say("reason.skills.has", has=_few(has))] if has else []
    told += _missing(case, at, known, bool(has))
    return say("word.semicolon").join(told) or say("reason.skills.nothing")


def _few(names: Sequence[str]) -> str:
    """The first of some skills, as they are told."""
    return own_words(listing(names, _NAMED))


def _missing(case: Case, at: int, known: bool, has_some: bool) -> list[str]:
    """What is told of the skills that the client does not name."""
    few, place = case.beside(at)
    left = to_learn(few, place, lambda: bool(has_learned(few)[place]))
    if left.learned and not left.learn:
        return [] if has_some else [say("reason.skills.learned", asked=_few(left.learned))]
    if not known and (left.learn or left.ask):
        return [say("reason.skills.unknown", asked=_few(left.learn or left.ask))]
    if not (left.learn or left.ask):
        return []
    easy = float(ease_of_work(few)[place]) >= case.settings.number("entry.is_easy")
    if left.learn:
        word = "on-the-job" if easy else "also" if has_some else "lacks"
        return [say(f"reason.skills.{word}", lacks=_few(left.learn))]
    return [] if easy else [say("reason.skills.ask", asked=_few(left.ask))]


def speak_against(case: Case, at: int) -> bool:
    """Whether there is something to be learned or to be asked about, for one row."""
    few, place = case.beside(at)
    left = to_learn(few, place, lambda: bool(has_learned(few)[place]))
    return bool(left.learn or left.ask)

"""What a client still has to learn for a job: words only, the value of the skills is told in ``skills``.

A text names much beside what must be learned: the employer's line of business, a duty in passing, the work itself.
So a skill is one to learn where postings of like work usually ask it, and nothing that is known of the client tells
of it: no skill, no past work of the kind, no paper for it, no study of it.
"""

from collections.abc import Callable
from functools import partial
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from jobmatch.fit import background
from jobmatch.fit.case import Case, Mask
from jobmatch.fit.certificates import holds_paper_of_work
from jobmatch.market.columns import Market
from jobmatch.settings import Settings
from jobmatch.text.asked.skills import can_be_learned, is_tool, skill_names, skill_parents
from jobmatch.text.fold import fold
from jobmatch.text.work.trades import NONE, WAYS, trades_of

_LOOKED_AT: Final = 2000  # postings of like work: enough to tell a tenth from a twentieth


class ToLearn(NamedTuple):
    """The skills of a posting that the client does not name, by what is to be done about them."""

    learn: tuple[str, ...]  # usual in such work, and nothing tells that the client knows them
    ask: tuple[str, ...]  # named by a posting of work of which too few are at hand to tell what is usual
    learned: tuple[str, ...]  # usual in such work, which the client has done or studied


def to_learn(case: Case, at: int, has_learned: Callable[[], bool]) -> ToLearn:
    """What of a posting is to be learned, asked about, or known from work that the client ``has_learned`` or not."""
    usual, sure = usual_skills(case, int(case.rows[at]))
    held = _held(case)
    left = tuple(name for name in usual if name not in held)
    if not left:
        return ToLearn((), (), ())
    learned = has_learned()
    if not sure:
        return ToLearn((), () if learned else left, ())
    if not learned:
        return ToLearn(left, (), ())
    return ToLearn(tuple(filter(is_tool, left)), (), tuple(name for name in left if not is_tool(name)))


def usual_skills(case: Case, row: int) -> tuple[tuple[str, ...], bool]:
    """What of a posting's skills is taught and usual in such work, the commonest first.

    All that is taught where too few like postings are at hand to tell, and then False.
    """
    tell = partial(_usual, case.market, row, case.settings)
    numbers, sure = case.market.told.once(("usual skills", row, case.settings), tell)
    names = skill_names()
    return tuple(names[number] for number in numbers.tolist()), bool(sure)


def _usual(market: Market, row: int, settings: Settings) -> tuple[NDArray[np.intp], NDArray[np.bool_]]:
    names = skill_names()
    asked = [number for number, _ in market.skills.of_row(row)]
    groups = {group for number in asked for group in skill_parents(names[number])}
    taught = [
        number
        for number in asked
        if names[number] not in groups and is_taught(names[number]) and not _is_the_work(market, row, names[number])
    ]
    shares = shares_of_like(market, row, settings.number("skills.like_least")) if taught else None
    if shares is not None:
        least = settings.number("skills.usual")
        taught = sorted((one for one in taught if shares[one] >= least), key=lambda one: -shares[one])
    return np.array(taught, dtype=np.intp), np.array(shares is not None)


def _is_the_work(market: Market, row: int, skill: str) -> bool:
    """Whether a skill is the work itself: 电话销售 is no lesson beside it for who telephones to sell."""
    own = {int(trade) // WAYS for trade in market.trades[row] if trade != NONE}
    named = fold(skill) in fold(market.shown.text(row, "title"))
    return named or any(trade // WAYS in own for trade in trades_of(skill))


def is_taught(skill: str) -> bool:
    """Whether there is something to learn in a skill: it is no quality of a person, and no whole line of business.

    >>> is_taught("记账"), is_taught("财务"), is_taught("沟通能力")
    (True, False, False)
    """
    return can_be_learned(skill) and bool(skill_parents(skill))


def has_learned(case: Case) -> Mask:
    """Whether the client has done or studied the work of each posting, or holds a paper that is asked for it."""
    near = background.nearest(case) >= case.settings.number("likeness.words.meets")
    return np.asarray(near | holds_paper_of_work(case))


def _held(case: Case) -> frozenset[str]:
    """The skills that the client has, and the groups of these: who cuts with Premiere cuts films."""
    names = [skill_names()[skill] for skill in case.facts.skills or ()]
    return frozenset(names).union(*map(skill_parents, names))


def shares_of_like(market: Market, row: int, least: float) -> dict[int, float] | None:
    """How many of the other postings of like work ask each skill of a posting, as a share; None where too few are.

    Like work is that of the same trades, else of the same occupation.
    """
    trades = tuple(sorted({int(trade) // WAYS for trade in market.trades[row] if trade != NONE}))
    wider: list[tuple[int, ...] | int] = [*([trades] if trades else []), int(market.occupation_first[row])]
    for like in wider:
        counts, many = market.told.once(("skills of like work", like), partial(_counted, market, like))
        if (others := int(many) - 1) >= least:
            return {skill: (int(counts[skill]) - 1) / others for skill, _ in market.skills.of_row(row)}
    return None


def _counted(market: Market, like: tuple[int, ...] | int) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """How many postings of some trades, or of an occupation, name each skill; and how many there are."""
    if isinstance(like, tuple):
        rows = np.flatnonzero(np.isin(market.trades // WAYS, like).any(axis=1))
    else:
        rows = np.flatnonzero(market.occupation_first == like)
    rows = rows[:: len(rows) // _LOOKED_AT + 1]
    return np.bincount(market.skills.named_in(rows), minlength=len(skill_names())), np.array(len(rows))

"""What the client refused, as a limit: a posting is held against every refusal."""

from functools import lru_cache, reduce
from typing import Final

import numpy as np
from numpy.typing import NDArray

from jobmatch.fit.case import Case, Mask
from jobmatch.fit.likeness import stands, the_same
from jobmatch.fit.refusal import Refusal
from jobmatch.fit.whereabouts import Anchor
from jobmatch.market.impacts import EMPLOYER
from jobmatch.text.fold import fold_key
from jobmatch.text.tokens import tokenize
from jobmatch.text.work.businesses import business_of
from jobmatch.text.work.trades import PART, WAYS, is_word_of_trade

_SAY_NOTHING = frozenset({"服务", "服务员", "人员", "员工", "专员", "职员", "工人", "助理", "代表", "staff", "worker"})


def refused(case: Case) -> NDArray[np.int8]:
    """The state of the limit for each row: 1 not refused, 0 not to be told, -1 refused."""
    states = [_one(case, refusal) for refusal in case.facts.refusals if not refusal.only_work]
    if len(states) < len(case.facts.refusals):
        states.append(case.held("title", "refused", ("refusals",), _by_titles).rows)
    if case.facts.refused_places:
        states.append(np.where(_there(case, case.facts.refused_places), -1, 1).astype(np.int8))
    return reduce(np.minimum, states, np.ones(len(case.rows), dtype=np.int8))


def _there(case: Case, places: tuple[Anchor, ...]) -> Mask:
    """Rows that lie in one of some districts, cities or provinces; those that name only what is wider may not."""
    code = case.column("place")
    return reduce(np.logical_or, [code // size == one.district // size for one in places for size in [_size(one)]])


def _size(one: Anchor) -> int:
    """How many codes of districts a place may hold: one, those of a city, those of a province."""
    return 1 if one.district % _CITY else _CITY if one.district % _PROVINCE else _PROVINCE


_CITY: Final = 100
_PROVINCE: Final = 10_000


def _by_titles(case: Case) -> NDArray[np.int8]:
    """The state for refusals that name a kind of work and nothing else."""
    works = [refusal.work for refusal in case.facts.refusals if refusal.only_work]
    refused = reduce(np.logical_or, [_by_title(case, work) for work in works])
    return np.where(refused, -1, 1).astype(np.int8)


def _one(case: Case, refusal: Refusal) -> NDArray[np.int8]:
    """Refused where the work is the refused one and every condition named with it holds."""
    work = _is_the_work(case, refusal) if refusal.work else np.full(len(case.rows), bool(refusal.conditions))
    if refusal.demands:
        work |= (case.column("demands") & np.uint32(refusal.demands)) != 0
    held = [case.column(name) for name in refusal.conditions]
    holds = np.min([np.where(state < 0, 0, np.where(state == 1, 1, -1)) for state in held], axis=0) if held else 1
    return np.where(work, -np.asarray(holds), 1).astype(np.int8)


def _is_the_work(case: Case, refusal: Refusal) -> NDArray[np.bool_]:
    """Rows whose title says the refused work, or whose occupation or wording is the same."""
    work = refusal.work
    found = case.on("title", f"refused {work}", lambda one: _by_title(one, work)).copy()
    if not refusal.industry:
        return found
    business = business_of(work)
    names = (work, *(business.employers if business else ()))
    for name in names:
        found |= _by_employer(case, name)
    return found


def _by_title(case: Case, work: str) -> Mask:
    said = reduce(np.logical_and, [case.market.title_keys.holds(word) for word in _telling_words(work)])
    same = case.on("work", f"same work as {work}", lambda one: the_same(one, work))
    of_trade = _names_a_trade(work) & (stands(case, work) >= PART)
    return np.asarray(same | of_trade | _by_business(case, work) | said[case.column("title")])


def _by_business(case: Case, work: str) -> Mask:
    """Rows whose trade belongs to a line of business."""
    business = business_of(work)
    if business is None:
        return np.zeros(len(case.rows), dtype=np.bool_)
    return np.asarray(np.isin(case.column("trades") // WAYS, list(business.trades)).any(axis=1))


def _by_employer(case: Case, work: str) -> NDArray[np.bool_]:
    """Rows whose employer's name says the line of business."""
    runs = [case.market.words.run(f"{EMPLOYER}{word}")[0] for word in _telling_words(work)]
    return np.asarray(np.all([np.isin(case.rows, run) for run in runs], axis=0))


def _names_a_trade(work: str) -> bool:
    """Whether a refusal names a trade and nothing else, with a word that says something alone."""
    return work not in _SAY_NOTHING and is_word_of_trade(work)


@lru_cache(maxsize=4096)
def _telling_words(work: str) -> tuple[str, ...]:
    """The words of a refusal that a title must say, all of them; 服务员 and the like say nothing alone."""
    words = [word for word in tokenize(work) if word not in _SAY_NOTHING and len(word) > 1]
    return tuple(words) or (fold_key(work),)

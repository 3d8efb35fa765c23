"""What the client refused: a kind of work, a condition of work, or a kind of work under a condition."""

import re
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from jobmatch.fit.case import Case
from jobmatch.fit.facts import nearness, vectors_of
from jobmatch.market.reading import EMPLOYER
from jobmatch.text.demands import demand_bits, find_demands
from jobmatch.text.fold import fold, fold_key
from jobmatch.text.hours import parse_hours
from jobmatch.text.tokens import tokenize

# Words of a refusal that are no part of the work refused, before and behind it.
_FRAME_BEFORE = re.compile("^(?:我|不想|不愿意?|不要|不干|不去|不接受|不能|不做|拒绝|从事|去|上(?!门)|做(?![饭菜餐]))+")
_FRAME_BEHIND = re.compile("(?:之?类|的|工作|岗位|行业|职位)+$")
_INDUSTRY = re.compile("行业|业$|服务$|公司|企业|industry", re.IGNORECASE)
_CONDITION_WORDS = (
    "夜班",
    "晚班",
    "大夜",
    "倒班",
    "轮班",
    "两班倒",
    "三班倒",
    "加班",
    "出差",
    "住家",
    "周末",
    "兼职",
    "night shift",
)

_SAY_NOTHING = frozenset({"服务", "服务员", "人员", "员工", "专员", "职员", "工人", "助理", "代表", "staff", "worker"})


@dataclass(frozen=True, slots=True)
class Refusal:
    """One refusal, understood: conditions (columns that must be 1), demands, and the work itself."""

    conditions: tuple[str, ...]
    demands: int
    work: str
    industry: bool = False  # names a line of business: then the employer's name tells as well


@lru_cache(maxsize=4096)
def read_refusal(words: str) -> Refusal:
    """What one refusal means.

    >>> read_refusal("夜班保安")
    Refusal(conditions=('night',), demands=0, work='保安', industry=False)
    >>> read_refusal("不想做销售类工作").work
    '销售'
    """
    folded = fold(words)
    hours = parse_hours(folded)
    names = (
        ("night", hours.night),
        ("shift", hours.shift),
        ("travel", hours.travel),
        ("live_in", hours.live_in),
    )
    named = tuple(name for name, said in names if said is not None)
    work = folded
    for word in _CONDITION_WORDS:
        work = work.replace(word, "")
    work = _FRAME_BEHIND.sub("", _FRAME_BEFORE.sub("", work))
    demands = 0 if named else demand_bits(find_demands(folded))
    return Refusal(named, demands, work.strip(), bool(_INDUSTRY.search(folded)))


def refused(case: Case) -> NDArray[np.int8]:
    """The state of the limit for each row: 1 not refused, 0 not to be told, -1 refused."""
    states = [_one(case, read_refusal(words)) for words in case.facts.client.goal.refused or ()]
    return np.asarray(np.min([np.ones(len(case.rows), dtype=np.int8), *states], axis=0), dtype=np.int8)


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
    by_code, title = nearness([work], case.settings)[0], vectors_of((work,))
    alike = np.maximum(case.affinity(by_code), case.title_likeness(title)) >= case.settings.number("refused.same_work")
    said = np.all([case.market.title_keys.holds(word) for word in _telling_words(work)], axis=0)
    found = np.asarray(alike | said[case.column("title")])
    return found | _by_employer(case, work) if refusal.industry else found


def _by_employer(case: Case, work: str) -> NDArray[np.bool_]:
    """Rows whose employer's name says the line of business."""
    runs = [case.market.words.run(f"{EMPLOYER}{word}")[0] for word in _telling_words(work)]
    return np.asarray(np.all([np.isin(case.rows, run) for run in runs], axis=0))


@lru_cache(maxsize=4096)
def _telling_words(work: str) -> tuple[str, ...]:
    """The words of a refusal that a title must say, all of them; 服务员 and the like say nothing alone."""
    words = [word for word in tokenize(work) if word not in _SAY_NOTHING and len(word) > 1]
    return tuple(words) or (fold_key(work),)

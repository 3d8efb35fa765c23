"""A refusal understood: a kind of work, a condition of work, or a kind of work under a condition."""

import re
from dataclasses import dataclass
from functools import lru_cache

from jobmatch.patterns import late
from jobmatch.text.asked.demands import demand_bits, find_demands
from jobmatch.text.asked.named_shifts import named_shift
from jobmatch.text.fold import fold
from jobmatch.text.work.businesses import Business, business_of
from jobmatch.text.work.trades import trades_of

# Words of a refusal that are no part of the work refused, before and behind it.
_FRAME_BEFORE = late(
    "^(?:我|不(?=[扫洗刷搬卖拉跑扛端])|不想|不愿意?|不要|不干|不去|不接受|不能|不做|拒绝|从事|去|上(?!门)|做(?![饭菜餐]))+"
)
_FRAME_BEHIND = late("(?:之?类|的|工作|岗位|行业|职位)+$")
_NO_WORK = 2  # signs beside the name of a shift that name no work
_INDUSTRY = late("行业|业$|服务$|公司|企业|industry", re.IGNORECASE)
_CONDITION_WORDS = (
    "夜班",
    "晚班",
    "打烊班",
    "早班",
    "中班",
    "小夜班",
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


@dataclass(frozen=True, slots=True)
class Refusal:
    """One refusal, understood: conditions (columns that must be 1), demands, and the work itself."""

    conditions: tuple[str, ...]
    demands: int
    work: str
    industry: bool = False  # names a line of business: then the employer's name tells as well
    shift: str | None = None  # a shift by its name: 晚班
    part: bool = (
        False  # of the wished work only a part is refused: what does not name it is no more refused than the wish
    )

    @property
    def only_work(self) -> bool:
        """Whether nothing but a kind of work is refused, whoever offers it."""
        plain = not (self.conditions or self.demands or self.industry or self.shift or self.part)
        return bool(self.work) and plain and self.business is None

    @property
    def business(self) -> Business | None:
        """The line of business that is refused; None where it is none that is known."""
        return business_of(self.work) if self.work else None


@lru_cache(maxsize=4096)
def read_refusal(words: str) -> Refusal:
    """What one refusal means.

    >>> read_refusal("夜班保安")
    Refusal(conditions=('night',), demands=0, work='保安', industry=False, shift=None, part=False)
    >>> read_refusal("不想做销售类工作").work, read_refusal("晚班").shift
    ('销售', '晚')
    """
    folded = fold(words)
    from jobmatch.text.asked.hours import parse_hours

    hours = parse_hours(folded)
    names = (
        ("night", hours.night),
        ("shift", hours.shift),
        ("travel", hours.travel),
        ("live_in", hours.live_in),
    )
    named = tuple(name for name, said in names if said is not None)
    work, shift = folded, None if named else named_shift(folded)
    for word in _CONDITION_WORDS:
        work = work.replace(word, "")
    work = _FRAME_BEHIND.sub("", _FRAME_BEFORE.sub("", work))
    if shift and len(work) <= _NO_WORK and not trades_of(work):  # 早班太早, 不上晚班
        work = ""
    demands = 0 if named else demand_bits(find_demands(folded))
    return Refusal(named, demands, work.strip(), bool(_INDUSTRY.search(folded)), shift)

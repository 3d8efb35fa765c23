"""A refusal understood: a kind of work, a condition of work, or a kind of work under a condition."""

import re
from dataclasses import dataclass
from functools import lru_cache

from jobmatch.patterns import late
from jobmatch.records.coerce import texts
from jobmatch.text.asked.demands import demand_bits, find_demands, find_health_limits
from jobmatch.text.asked.named_shifts import named_shift
from jobmatch.text.fold import fold
from jobmatch.text.work.businesses import Business, business_of
from jobmatch.text.work.sayings import says_what_is_done, trade_told
from jobmatch.text.work.trades import is_word_of_trade, trades_of, word_for

# Words of a refusal that are no part of the work refused, before and behind it.
_FRAME_BEFORE = late(
    "^(?:我|本人|[也又还更](?=不)|坚决|绝对|千万|不(?!锈|动产|良)(?:太?想|愿意?|要|肯|能|会|敢|接受|考虑|喜欢|习惯|打算|再|是)*"
    "|害怕|讨厌|拒绝|从事|再|碰|去(?!毛|污|渍)|进(?=..)(?!出口|口|料|货|件)|当(?!铺)|搞|干(?!洗|果|货|部)|上(?!门|货|架|料|课|台)|做(?![饭菜餐账帐手工])"
    "|想(?=.{2}))+"
)
_FRAME_BEHIND = late("(?:之?类|的活儿?|的事情?|的|工作|岗位|行业|职位|方面)+$")
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


_FEARED = frozenset(("height",))  # demands that are refused in the words of a limit too: 怕高


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
    demands = 0 if named else demand_bits(find_demands(folded) | (find_health_limits(folded) & _FEARED))
    return Refusal(named, demands, work.strip(), bool(_INDUSTRY.search(folded)), shift)


@lru_cache(maxsize=4096)
def refusals_in(words: str) -> tuple[str, ...]:
    """The refusals of one text: what stands between commas, is joined by 和, or stands side by side.

    >>> refusals_in("不当司机，也不跟车"), refusals_in("老师管学生"), refusals_in("夜班保安")
    (('不当司机', '也不跟车'), ('老师', '管学生'), ('夜班保安',))
    """
    said = tuple(one for part in texts(words) or () for one in _JOINED.split(part))
    return tuple(one for part in said for one in _side_by_side(part))


def _side_by_side(words: str) -> tuple[str, ...]:
    """Two refusals that are known, the second of what is done (房仲业务 is one); else the words themselves."""
    work = _FRAME_BEHIND.sub("", _FRAME_BEFORE.sub("", fold(words)))
    if _is_known(work) or work in _CONDITION_WORDS:
        return (words,)
    halves = ((work[:at], work[at:]) for at in range(2, len(work) - 1))
    return next((both for both in halves if _DOES.match(both[1]) and all(map(_is_known, both))), (words,))


def _is_known(work: str) -> bool:
    return business_of(work) is not None or (is_word_of_trade(work) and says_what_is_done(work))


_DOES = late("[在管跑卖拉推做给带教打接写看照陪喂露]")
_JOINED = late("(?<=..)[和与及](?=..)")


@lru_cache(maxsize=4096)
def trade_refused(work: str) -> str | None:
    """A word for the trade that a refusal names with a word for it alone, or tells by what is done; None for others.

    >>> trade_refused("写代码"), trade_refused("给人打针"), trade_refused("酒店服务员"), trade_refused("服务员")
    ('写代码', '给人打针', None, None)
    """
    if work in SAY_NOTHING:
        return None
    if trades_of(work):
        return work if is_word_of_trade(work) or says_what_is_done(work) else None
    told = trade_told(work, _SURE_REFUSAL) if says_what_is_done(work) and not find_demands(work) else None
    return told and word_for(told)


SAY_NOTHING = frozenset({"服务", "服务员", "人员", "员工", "专员", "职员", "工人", "助理", "代表", "staff", "worker"})
_SURE_REFUSAL = 0.6  # the likelihood from which a trade is refused that no word names: to rule out takes more

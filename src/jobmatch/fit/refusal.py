"""A refusal understood: a kind of work, a condition of work, or a kind of work under a condition."""

import re
from dataclasses import dataclass
from functools import lru_cache

from jobmatch.patterns import late
from jobmatch.records.coerce import texts
from jobmatch.text import lexicon
from jobmatch.text.asked.demand_list import demand_bits
from jobmatch.text.asked.demands import find_demands
from jobmatch.text.asked.health_limits import find_health_limits
from jobmatch.text.asked.named_shifts import named_shift
from jobmatch.text.fold import fold
from jobmatch.text.work.businesses import Business, business_of
from jobmatch.text.work.sayings import says_what_is_done, trade_told
from jobmatch.text.work.trades import is_word_of_trade, trades_of, word_for

# Words of a refusal that are no part of the work refused, before and behind it.
_FRAME_BEFORE = late(
    "^(?:请|麻烦|(?:别|勿|莫|不要)再?(?:[给帮替]?(?:我|他|她|本人)?(?:介绍|推荐|安排|派去?|推))?|除了?(?=..)|(?:需?要|得)会?(?=.{3})|一律|凡是?|任何|所有"
    "|我|本人|自己|(?:整天|成天|天天|一天到晚|从早到晚|老是|一直|总是)(?=..)|[也又还更](?=不)|坚决|绝对|千万|不(?!锈|动产|良)(?:太?想|愿意?|要|肯|能|会|敢|接受|考虑|喜欢|习惯|打算|再|是)*"
    "|害怕|讨厌|拒绝|从事|再|碰|去(?!毛|污|渍)|进(?=..)(?!出口|口|料|货|件)|当(?!铺)|搞|干(?!洗|果|货|部)|上(?!门|货|架|料|课|台)|做(?![饭菜餐账帐手工])"
    "|想(?=.{2}))+"
)
_FRAME_BEHIND = late(
    "(?:之?类|的活儿?|的事情?|的|工作|岗位|行业|职位|方面"
    "|(?:一律|全部|全|统统)?都?(?:不要|不做|不去|不行|不干|不碰|不考虑|不接受|不想做?|不愿意?做?|不喜欢|免谈|除外|勿扰|谢绝|拒绝|排除)"
    "|(?:以外|之外|外)?(?:其他|其它|别的)?(?:的)?[都均皆](?:行|可以?|好|没问题|能做|接受|考虑)了?)+$"
)
_NO_WORK = 2  # signs beside the name of a shift that name no work
_INDUSTRY = late("行业|业$|服务$|公司|企业|industry", re.IGNORECASE)
_CONDITION_WORDS = lexicon.parts(
    "夜班|晚班|打烊班|早班|中班|小夜班|大夜|倒班|轮班|两班倒|三班倒|加班|出差|住家|熬夜|周末|兼职|night shift"
)
_WEEKEND = late("周末|假日(?!酒店|饭店|旅馆)|[周星礼](?:期|拜)?[六日天](?!本)|六日|weekend|holidays?", re.IGNORECASE)
# When one will not work, said by the time of the day and not by the name of a shift: 晚上的班, 太晚下班, 一早上班.
_BY_TIME = (
    (
        late(
            "^(?:太|很|较)?(?:晚上|晚间|傍晚|晚)(?:的?班|要?上班|的?工作|下班|的?时段)*$|evenings?(?: shifts?| work)?",
            re.I,
        ),
        "晚",
    ),
    (
        late("^(?:太|很|较|一)?(?:大?清早|清晨|早上|早)(?:的班|要?上班|起床?|的?时段)$|^早起$|early mornings?", re.I),
        "早",
    ),
)


_LIVES_IN = late("住在?(?:案主|雇主|客户|东家|老板|业主|工地|厂|店|公司|单位)家?里?|住家|live[- ]in", re.I)
# What is left of a condition once its word is taken out, and names no work: 上班, 外地多.
_AWAY = "(?:常驻|长驻|派驻|驻)?外(?:地|省|县市)|常驻|长驻|派驻|外派|驻外|外驻|驻|长途|到处"
_NOTHING_ELSE = late(
    f"(?:要|需要?|得|会|整天|成天|天天|每天|一直|总是|经常|常年|常|频繁|老是|多|太|很|长期|{_AWAY}|跑|上|的|班|上班|值班|轮班|工作|做|都|不)*"
)
_TERMS_BEFORE = late(f"^(?:需要?|必须|要|得|经常|常常?(?!驻)|长期|天天|每天|总|[去上做]?的)*(?:{_AWAY}|的)*(?=..)")
# 洗厕所的医院 is the work in such a place, and not wherever it is done.
_WORK_OF_A_PLACE = late(
    "(.{2,8})的(医院|诊所|学校|幼儿园|工地|酒店|饭店|宾馆|餐厅|火锅店|超市|商场|小区|社区|银行|写字楼|养老院|夜场|网吧|车站|机场|码头|车间|冷库)"
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
    >>> read_refusal("不想做销售类工作").work, read_refusal("晚班").shift, read_refusal("洗厕所的医院").work
    ('销售', '晚', '医院洗厕所')
    """
    folded = fold(words)
    from jobmatch.text.asked.hours import parse_hours

    hours = parse_hours(folded)
    names = (
        ("night", hours.night),
        ("shift", hours.shift),
        ("travel", hours.travel),
        ("live_in", True if _LIVES_IN.search(folded) else hours.live_in),
        ("weekend", True if _WEEKEND.search(folded) else None),
        ("overtime", hours.overtime or ("加班" in folded or None)),
    )
    named = tuple(name for name, said in names if said is not None)
    work, shift = folded, None if named else named_shift(folded)
    for word in _CONDITION_WORDS:
        work = work.replace(word, "")
    work = _WEEKEND.sub("", work) if "weekend" in named else work
    work = _FRAME_BEHIND.sub("", _FRAME_BEFORE.sub("", work))
    shift = shift or (None if named else next((name for said, name in _BY_TIME if said.search(work)), None))
    work = next((said.sub("", work) for said, _ in _BY_TIME if shift and said.search(work)), work)
    if named:
        work = "" if _NOTHING_ELSE.fullmatch(work) else _TERMS_BEFORE.sub("", _LIVES_IN.sub("", work))
    if shift and len(work) <= _NO_WORK and not trades_of(work):  # 早班太早, 不上晚班
        work = ""
    work = f"{of_place[2]}{of_place[1]}" if (of_place := _WORK_OF_A_PLACE.fullmatch(work)) else work
    demands = 0 if named else demand_bits(find_demands(folded) | (find_health_limits(folded) & _FEARED))
    return Refusal(named, demands, work.strip(), bool(_INDUSTRY.search(folded)), shift)


@lru_cache(maxsize=4096)
def refusals_in(words: str) -> tuple[str, ...]:
    """The refusals of one text: what stands between commas or blanks, is joined by 和 or 或, or stands side by side.

    >>> refusals_in("不当司机，也不跟车"), refusals_in("老师管学生"), refusals_in("夜班保安")
    (('不当司机', '也不跟车'), ('老师', '管学生'), ('夜班保安',))
    >>> refusals_in("猎头打电话卖课"), refusals_in("别给我介绍中介或保安")
    (('猎头', '打电话', '卖课'), ('别给我介绍中介', '保安'))
    """
    said = tuple(one for part in texts(words) or () for one in _JOINED.split(part) if one.strip())
    return tuple(one for part in said for one in _side_by_side(part))


def _side_by_side(words: str) -> tuple[str, ...]:
    """Refusals that are known and stand side by side (房仲业务 is one); else the words themselves."""
    work = _FRAME_BEHIND.sub("", _FRAME_BEFORE.sub("", fold(words))).strip()
    if len(work) > _LONGEST_ROW or _is_known(work) or work in _CONDITION_WORDS:
        return (words,)
    parts = _known_parts(work) or _trades_in_a_row(work)
    return parts if len(parts) > 1 else (words,)


def _known_parts(work: str) -> tuple[str, ...]:
    """What is known, one behind the other and each but the first of what is done; empty where anything is not.

    A trade that says nothing of what is done (猎头) may lead where two more follow.
    """
    if _is_known(work):
        return (work,)
    for at in range(2, len(work) - 1):
        head, rest = work[:at], work[at:]
        if _DOES.match(rest) and (_is_known(head) or is_word_of_trade(head)):
            more = _known_parts(rest)
            if more and (_is_known(head) or len(more) > 1):
                return (head, *more)
    return ()


def _trades_in_a_row(work: str) -> tuple[str, ...]:
    """Words for trades of which the whole names each (保安保洁, and no 餐厅洗碗), or three that are known."""
    named, halves = trades_of(work), ((work[:at], work[at:]) for at in range(2, len(work) - 1))
    both = [one for one in halves if all(map(is_word_of_trade, one)) and not any(map(business_of, one))]
    found = next((one for one in both if set(trades_of(one[0])) ^ set(trades_of(one[1])) == set(named)), ())
    if found or len(work) < 2 * _THREE:
        return found
    parts = _all_known(work)
    return parts if len(parts) >= _THREE else ()


def _all_known(work: str) -> tuple[str, ...]:
    """The known words of which some words consist, the shortest first; empty where others are left."""
    if not work:
        return ()
    for at in range(2, min(len(work), _LONGEST_WORD) + 1):
        head = work[:at]
        if business_of(head) is not None or is_word_of_trade(head):
            more = _all_known(work[at:])
            if more or at == len(work):
                return (head, *more)
    return ()


def _is_known(work: str) -> bool:
    return business_of(work) is not None or (is_word_of_trade(work) and says_what_is_done(work))


_THREE = 3
_LONGEST_ROW = 60  # signs in which refusals may stand without a sign between them; what is longer is a story
_LONGEST_WORD = 6  # signs of a word for work that stands beside others without a sign between them
_DOES = late("[在管跑卖拉推做给带教打接写看照陪喂露]")
_JOINED = late(
    r"(?<=..)(?:[和与及或]者?|以及|还有|跟(?![车单踪班拍进妆单]))(?=..)|(?<=..)(?=[也更还][不别])|[、/|;；]|\n"
    r"|(?<=[一-鿿])\s+(?=[一-鿿])|(?<=\w)\s+n?or\s+(?=\w)",
    re.IGNORECASE,
)


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

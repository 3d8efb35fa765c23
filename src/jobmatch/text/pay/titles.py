"""Pay that a title tells (4.5K起, 月薪过万, 无责底薪5000), told from ids, years, rewards and resolutions."""

from typing import Final

from jobmatch.patterns import late
from jobmatch.records.salary import Salary
from jobmatch.settings import load
from jobmatch.text.fold import fold
from jobmatch.text.pay.salary import parse_salary
from jobmatch.text.pay.sure import SurePay

_NUMBER: Final = r"(?:[1-9]\d{0,2},\d{3}|[1-9]\d{0,5}(?:\.\d)?)"
_FEW: Final = r"[1-9]\d{0,2}(?:\.\d)?"  # thousands: a longer figure is an id (26220K-架构师)
_UNIT: Final = r"(?:k(?![a-z])|w(?![a-z])|[千万](?![达科人级元店家粉用访])|元(?!/?(?:[一1每]?[单件票趟次份]|起送)))"
_DASH: Final = r" ?[-~到至] ?"
_MORE: Final = r"(?: ?(?:\+|以上|起|左右|元))*"
_END: Final = rf"{_MORE}(?: ?(?:/|每|一|1)?(?:个?月|天|日|小时|时|年)(?!薪|终|会|休))?{_MORE}"
_WORD: Final = (
    r"(?:月薪|月入|月收入|月均|薪资|薪水|工资|综合(?:收入|薪资)|收入|底薪|保底|无责(?:任)?(?:底薪)?|时薪|日薪|日结|年薪"
    r"|起薪|到手|待遇)"
)
_PAY: Final = late(
    rf"{_WORD}[: 约为是达(¥$]{{0,3}}{_NUMBER}{_UNIT}?(?:{_DASH}{_NUMBER}{_UNIT}?)?{_END}"
    rf"|{_WORD}[过破超上]万"
    rf"|(?<![a-z\d.,-]){_FEW}(?:k|w|千|万)?(?:{_DASH}{_FEW})? ?"
    rf"(?:k(?![a-z])|w(?![a-z])|[千万](?=[-~+起以左元/,、 )】\]]|$)){_END}"
    rf"|(?<![a-z\d.,-]){_NUMBER}(?:{_DASH}{_NUMBER})? ?元(?!/?(?:[一1每]?[单件票趟次份]|起送|入职)){_END}"
)
_NO_PAY: Final = late(
    r"(?:奖励?|补贴|补助|津贴|餐补|房补|车补|押金|学费|贷款|注册|粉丝|流水|业绩|销售额|面积|预支|可达|奖金|福利|红包|推荐"
    r"|入职|单价|送)[^\d,;。]{0,6}$"
)
_NO_PAY_BEHIND: Final = late(
    r"(?<!\+) ?(?:视频|高清|超清|画质|屏|摄|电视|直播|用户|粉丝|吨|平|㎡|补贴|补助|奖励|津贴|房补|餐补|红包"
    r"|[一1每]?单|/?单|/?件|/?票|块一单|款|名|人)"
)


def pay_in_title(title: str) -> str | None:
    """The words of a title that tell of pay; None where it tells none.

    >>> pay_in_title("前端助理4.5K起(包住)"), pay_in_title("置业顾问无需经验月入过万"), pay_in_title("销售 8k-12k")
    ('4.5k起', '月入过万', '8k-12k')
    >>> pay_in_title("数据分析师(J10114)"), pay_in_title("骑手新人奖励3000元"), pay_in_title("4K视频剪辑师")
    (None, None, None)
    """
    folded = fold(title[:200]).lower()
    for found in _PAY.finditer(folded):
        before = folded[max(0, found.start() - 10) : found.start()]
        if not _NO_PAY.search(before) and not _NO_PAY_BEHIND.match(folded, found.end()):
            return found[0].strip()
    return None


def less_by_title(pay: Salary, title: str) -> SurePay | None:
    """What is sure of a pay where the title tells less than the column; more than that is a boast, and None.

    >>> less_by_title(parse_salary("7千-1万"), "人工智能实习生100-200元/天")
    SurePay(month=2175.0, why='title')
    >>> less_by_title(parse_salary("7千-1万"), "月薪10000+"), less_by_title(parse_salary("7千-1万"), "销售8K")
    (None, None)
    """
    words = None if pay.min_month is None or pay.doubtful else pay_in_title(title)
    told = parse_salary(words, currency=pay.currency) if words else Salary()
    if told.max_month is None or told.max_month >= (pay.min_month or 0) * load().number("salary.title_less"):
        return None
    return SurePay(told.min_month, "title")

"""Work that lasts day and night: care for 24 hours or living in with who is cared for, and turns of 24 hours.

What an employer keeps up day and night (24小时便利店, 24小时热线, 7*24小时支持) is not the day of who works there.
All functions read a folded text in lower case.
"""

from re import Pattern
from typing import Final

from jobmatch.patterns import late
from jobmatch.text.clauses import clause_after, clause_before, is_denied

_ALL_DAY: Final = r"(?:(?:24|二十四|廿四) ?个?(?:小时|h(?:rs?|ours?)?(?![a-z]))|全天候|昼夜|日夜)"
_CARE: Final = (
    r"(?:看护|陪护|照护|照顾|照料|看顾|护理|护工|护佐|陪伴|陪同|保姆|保母|奶妈|月嫂|月子|育儿嫂|育婴|带娃|带宝宝|带孩子"
    r"|住家|居家)"
)
_CARE_ALL_DAY: Final = late(
    rf"{_ALL_DAY}(?:[制式的()\-、 ]|不间断|连续|全天|贴身|一对一|生活|起居|专人|居家|在家|到府|医院|住院|老人|病人"
    r"|宝宝)*"
    rf"{_CARE}"
    rf"|{_CARE}[员人工者师士嫂]*"
    rf"(?:(?:[(:、/\-,\n ]|工作|上班|服务|时间|需|须|要|为|是)*|[^,;。\n提本公我院店站]{{0,12}}){_ALL_DAY}"
)
# Care that is lived in with: 住家保姆. Who lives on a ship or a site sleeps at night.
_CARE_LIVED_IN: Final = late(
    r"看护|陪护|照护|照顾|照料|看顾|护工|保姆|保母|奶妈|月嫂|月子|育儿|育婴|带娃|带宝宝|带孩子"
)
# Turns of 24 hours: 24小时一班, 保安24小时岗, 7*24小时的日常值守.
_TURN: Final = late(
    rf"{_ALL_DAY}(?:的|日常|不间断|现场)*(?:制|一班|为?一个?班|轮班|倒班|倒休|轮休|轮值|轮岗|值守|在岗|岗(?![位亭])|工作制|上班|三班|两班)"
)
_OF_EMPLOYER: Final = late(r"提供|享|拥有|本院|我院|我们|公司|设有|客户|系统|平台|设备|支持|响应|确保|保障|保证")
_OF_EMPLOYER_BEHIND: Final = late(
    r"[^,;。\n]{0,2}(?:热线|客服|营业|热水|供应|供电|便利|超市|门店|店|开机|电话|后|内(?!容)|前|响应|支持|运营|运行|服务(?!员)|中心|机构|站)"
)
_SHORTER: Final = r"(?:1[0-2]|[689]|十|十二|八|半天|白天|白班|日班|日间)(?: ?个?(?:小时|h))?(?:班|制)?"
_OR: Final = r"[^,;。\n\d]{0,6}(?:或者?|/|、|和|及|&)[^,;。\n\d]{0,6}"
_AT_CHOICE: Final = late(
    rf"{_SHORTER}{_OR}{_ALL_DAY}|{_ALL_DAY}{_OR}{_SHORTER}|{_ALL_DAY}[^,;。\n]{{0,10}}(?:可选|任选|自选|均可|都可|皆可)"
)
_DAY_OR_NIGHT: Final = late(r"[日白早]班? ?[/、或] ?大?夜班|夜班? ?[/、或] ?[日白早]班")
_SIGNS: Final = ("24", "二十四", "廿四", "全天候", "昼夜", "日夜")


def is_round_the_clock(text: str) -> bool:
    """Whether who works there works through the night, as far as hours of the clock or of rest are not told.

    >>> is_round_the_clock("到府保姆(24小时)"), is_round_the_clock("24小时便利店店员")
    (True, False)
    """
    return any(sign in text for sign in _SIGNS) and (_found(text, _CARE_ALL_DAY) or _found(text, _TURN))


def is_care(text: str) -> bool:
    """Whether somebody is cared for, who may call at night where one lives in: 住家育儿嫂, and no 住家厨师.

    >>> is_care("住家育儿嫂"), is_care("住在项目部")
    (True, False)
    """
    return bool(_CARE_LIVED_IN.search(text))


def is_at_choice(text: str) -> bool:
    """Whether day and night are one of several: 12小时或24小时看护.

    >>> is_at_choice("12小时或24小时看护"), is_at_choice("24小时看护,上一休一")
    (True, False)
    """
    return any(sign in text for sign in _SIGNS) and bool(_AT_CHOICE.search(text))


def is_day_or_night(text: str) -> bool:
    """Whether day and night shifts are told side by side: 日班/夜班, 白班或夜班.

    >>> is_day_or_night("日班/夜班保全员,可任选固定班别"), is_day_or_night("夜班保安")
    (True, False)
    """
    return bool(_DAY_OR_NIGHT.search(text))


def _found(text: str, pattern: Pattern[str]) -> bool:
    for found in pattern.finditer(text):
        before, behind = clause_before(text, found.start(), 8), clause_after(text, found.end(), 8)
        other = _OF_EMPLOYER.search(before) or _OF_EMPLOYER_BEHIND.match(behind)
        if not other and not is_denied(text, found.start()):
            return True
    return False

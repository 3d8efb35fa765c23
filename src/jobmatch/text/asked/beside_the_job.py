"""What a posting says beside the job: of the employer, perks, a fair, how to get there, to apply. It names no skill."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from jobmatch.patterns import late, led
from jobmatch.text.phrases import Clause
from jobmatch.text.sections import next_heading

_STOPS: Final = "\n。;【】()[]<>"
_LONGEST: Final = 100  # signs on either side that belong to it
A_CELL: Final = 14  # signs of a text that is a cell of skills, and no posting
# Behind such a heading stands an address, a time or a name.
_HEADING: Final = late(
    r"(?:活动|面试|面谈|应征|联络|联系|报名|洽询|咨询|上班|工作|办公|公司|单位|门店|门市|店铺|总部|集合|报到|项目|简历|履历|投递|交通)"
    r"(?:地点|地址|位置|时间|日期|方式|电话|窗口|信箱|邮箱|专线|路线|人)\s?[:|]"
)
# Behind such a heading stand perks, the employer, the steps of hiring or courses, until the next heading.
_OF_EMPLOYER: Final = led(
    "福利|薪[酬资]|简介|介绍|概况|我们|获得|优势|流程|内容|安排|空间|通道|机制|路线",
    r"(?:^|[\n。;!】\s]|(?<=[。;】\n ][一二三四五六七八九]、))[^\w\n]{0,4}"
    r"(?:(?:公司|员工|薪资|薪酬|岗位|职位|其[他它])?(?:福利|薪资)(?:薪资)?(?:福利|待遇|保障|体系)?(?:待遇)?|薪酬(?:福利|待遇)"
    r"|(?:公司|企业|单位|集团|机构|学校|医院|品牌)(?:简介|介绍|概况)|关于我们|我们是谁|我们提供|你将获得|加入我们|平台优势|公司优势"
    r"|(?:面试|招聘|应聘|录用|甄选)流程|(?:培训|课程|学习)(?:内容|介绍|安排)|(?:晋升|发展)(?:空间|通道|机制|路线))"
    r"[^\w\n]{0,3}(?::|】|(?=\n))",
    before=12,
)
# What the employer teaches: 开设有Java、大数据等课程, 会教你.
_COURSES: Final = late(r"(?<!负责)(?:开设有|[会将]教[你您]|[你您]将学[到习]|[你您]可以?学[到习会])[^。;\n]{2,100}")
_NEXT_PART: Final = late(
    r"【[^】\n]{2,10}】|\[[^\]\n]{2,10}\]|[\n。; ][二三四五六七八九]、|(?:工作|岗位|职位)(?:职责|内容|描述)"
    r"|(?:任职|岗位|职位|应聘|申请|招聘|用人)(?:要求|资格|条件|需求)"
)
_TEACHES: Final = ("开设", "教你", "教您", "将学", "可学", "以学")
_PASSAGE: Final = 600  # signs of such a passage at most
_FAIR: Final = led(
    "[徵征就招双宣联现扩热诚强]",
    r"[徵征]才|就业博览会|就博会|招聘会|双选会|宣讲会|联合招[募聘]|(?:现场|扩大|热情|热烈|诚[挚征徵]|强力)招募|招募(?:中|活动|说明会)|就业服务[站处台]|就服站",
)
_DUTY_OF_FAIR: Final = late(r"负责|组织|策划|规划|执行|协助|参与|对接")
_ADDRESS: Final = late(
    r"[一-龥]{1,6}(?:路|街|大道|巷|弄)[一-龥0-9]{0,6}\d ?号"
    r"|(?:近|邻近|靠近|临近)[一-龥a-z0-9 ]{1,12}(?:站|出口|旁边|附近)"
)
# Words of the advertisement itself, which are the skill of who recruits only beside a duty.
_ADVERT: Final = frozenset(
    ("面试", "约面", "招募", "招聘", "校招", "校园招聘", "社招", "面试评估", "邀约面试", "面试邀约")
)
_TO_APPLY: Final = late(
    r"(?:请|约|通知|预约|通过|联系你?|公开|参加|前来|携带|电洽|获邀|视|依|待|洽|须|需|接受|进入|安排|拒绝|谢绝|非|扩大|诚挚?|现|正在|我们)[^,;。、]{0,6}$"
)
_DUTY_BEFORE: Final = late(
    r"(?:负责|执行|组织|开展|完成|拟定|制定|参与|协助|进行|熟悉|熟练|精通|掌握|擅长|从事|具备|[会懂有做]|日常|根据|人力|人员|人才|员工"
    r"|门市|新人|猎头|电话|人事|hr|筛选|邀约|[、/及与和])[^,;。]{0,6}$"
)
_TO_APPLY_BEHIND: Final = late(r"^(?:时|后|通过|当天|当日|合格|直接|流程[:;]|现场)")
_DUTY_BEHIND: Final = late(
    r"^(?:经验|工作|流程|渠道|计划|任务|需求|技巧|体系|系统|管理|专员|主管|经理|助理|顾问|岗|hr|面试|甄选|培训|网站|平台|结果|统计|意见|[、/及与和])"
)


def is_beside_the_job(folded: str, start: int, end: int, clause: Clause) -> bool:
    """Whether what stands at ``start:end`` of the shadow of a text is an address, a fair or a call to apply.

    >>> from jobmatch.text.phrases import Clauses
    >>> text = "活动地点:市政府一楼,负责员工招聘,请电话预约面试"
    >>> clauses = Clauses(text)
    >>> [is_beside_the_job(text, at, at + 2, clauses.at(at)) for at in (5, 15, 23)]
    [True, False, True]

    The words of a cell of skills are what they are.

    >>> is_beside_the_job("招聘", 0, 2, Clauses("招聘").at(0))
    False
    """
    if len(folded) <= A_CELL:
        return False
    if any(first <= start < last for first, last in _spans(folded)):
        return True
    return folded[start:end] in _ADVERT and not _is_duty(clause, start, end)


def _is_duty(clause: Clause, start: int, end: int) -> bool:
    before, behind = clause.text[: start - clause.start], clause.text[end - clause.start :]
    if clause.text.strip(" :.0123456789、") == clause.text[start - clause.start : end - clause.start]:
        return True
    if _TO_APPLY.search(before) or _TO_APPLY_BEHIND.match(behind):
        return False
    return bool(_DUTY_BEFORE.search(before) or _DUTY_BEHIND.search(behind))


@lru_cache(maxsize=16)
def _spans(folded: str) -> tuple[tuple[int, int], ...]:
    """Where headings of places and times, fairs and addresses stand, each to the end of its line."""
    return tuple(_lines(folded))


def _lines(folded: str) -> Iterator[tuple[int, int]]:
    for match in _HEADING.finditer(folded):
        yield match.start(), _end(folded, match, f"{_STOPS},")
    for match in _OF_EMPLOYER.finditer(folded):
        other = _NEXT_PART.search(folded, match.end())
        latest = min(match.end() + _PASSAGE, other.start() if other else len(folded))
        yield match.start(), min(next_heading(folded, match.end()), latest)
    for match in _COURSES.finditer(folded) if any(word in folded for word in _TEACHES) else ():
        yield match.span()
    for match in _ADDRESS.finditer(folded) if "号" in folded or "近" in folded else ():
        yield match.start(), match.end()
    for match in _FAIR.finditer(folded):
        start, end = _start(folded, match), _end(folded, match)
        if not _DUTY_OF_FAIR.search(folded, start, end):
            yield start, end


def _start(folded: str, match: re.Match[str]) -> int:
    earliest = max(0, match.start() - _LONGEST)
    return max((folded.rfind(stop, earliest, match.start()) + 1 for stop in _STOPS), default=0) or earliest


def _end(folded: str, match: re.Match[str], stops: str = _STOPS) -> int:
    latest = min(len(folded), match.end() + _LONGEST)
    ends = (folded.find(stop, match.end(), latest) for stop in stops)
    return min((end for end in ends if end >= 0), default=latest)

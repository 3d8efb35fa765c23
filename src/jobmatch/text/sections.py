r"""Stretches of a text below a heading that says that what follows is only welcome (加分项, 优先条件).

All functions read a folded text in lower case, or its shadow.
"""

from bisect import bisect_right
from functools import lru_cache
from typing import Final

from jobmatch.patterns import late, led

_ENGLISH: Final = (
    r"(?:nice[- ]to[- ]haves?|good[- ]to[- ]haves?|preferred(?: (?:qualifications?|skills?|experience|requirements?))?"
    r"|desirable(?: (?:skills?|experience|criteria))?|bonus(?: (?:points?|skills?))?)"
)
_NAME: Final = (
    r"(?:(?:加分|优先)(?:录用|录取|考虑|聘用)?(?:项目?|条件|资格|技能|要求|能力|优势)?|非必[备须需要](?:条件|项目?)?"
    rf"|{_ENGLISH})"
)
_ASIDE: Final = r"(?: ?[(\[][^)\]\n]{0,20}[)\]])?"  # 加分资格(非必备,具证照另有加给)
_SORT: Final = r"(?:项目?|条件|资格|技能|要求|能力|优势)"
_MARK: Final = r"[^\w\n(\[【]{0,4}(?:\d{1,2}|[一二三四五六七八九十]{1,2})?[、.)]? ?"
_PLAIN: Final = (
    rf"\n{_MARK}[【\[(][^\n:。;,]{{0,8}}?{_NAME}[^\n:。;]{{0,12}}?[】\])]"
    rf"|\n{_MARK}(?:强力|额外|主要)?(?:加分{_SORT}?|优先{_SORT}|{_ENGLISH}){_ASIDE} ?(?=\n)"  # a line of its own
    rf"|(?:^|[\n。;!)】、\d. ★])[^\n:。;,\d]{{0,16}}{_NAME}{_ASIDE}(?:者|的)? ?:"
)
_POINTER: Final = (
    r"(?<![\d岁])(?:以下|下列|如下)[^\n。;:,]{0,16}(?:优先|加分|更棒|更好|佳)(?:考虑|录用|录取|条件)?(?:者|的)?"
    r" ?(?::|(?=\n)|(?=\d[.、)]))"
)
_HEADING: Final = late(_PLAIN)
_HEADING_OR_POINTER: Final = late(rf"{_PLAIN}|[^\n。;:,]{{0,16}}{_POINTER}")  # four times as slow
# How a heading ends, and a pointer from its word on: looks before the long ones, at a twentieth of their time.
_HEADED: Final = led(
    "加分|优先|非必|nice|good|prefer|desirable|bonus",
    rf"{_NAME}{_ASIDE}(?:者|的)? ?:|(?:加分{_SORT}?|优先{_SORT}|{_ENGLISH}){_ASIDE} ?\n"
    rf"|{_NAME}[^\n:。;]{{0,12}}?[】\])]",
)
_POINTED: Final = led("以下|下列|如下", _POINTER)
# Another heading: a line that ends in a colon or stands in brackets, or one of the usual words anywhere.
_USUAL: Final = (
    r"(?:任职|岗位|工作|职位|招聘|应聘|录用|基本|硬性|必备|必要|其他|其它|薪资|薪酬|福利|员工|公司|上班|面试|联系"
    r"|报名|职责|学历|经验|年龄|专业|技能|语言)"
    r"(?:及|与|和)?(?:要求|资格|条件|职责|内容|描述|福利|待遇|时间|时段|地点|地址|结构|说明|方式|电话|须知|备注|介绍)"
    r"|要求|待遇|福利|备注|requirements?|benefits?"
    r"|responsibilities|duties|qualifications?"
)
_NEXT: Final = late(
    rf"\n(?!\s*(?:\d|[^\w\s【\[(]))[^\n:,。;]{{2,12}}[:】]|(?:^|[\W\d])(?:{_USUAL})[】\])]* ?[:】]"
    rf"|\n[^\w\n]{{0,3}}(?:{_USUAL})[】\])]* ?(?=\n)|\n\s*\n(?!\s*(?:[2-9][.、)]))"
)
_NUMBERED: Final = late(r"\s*(?:1|①|\(1\)|一)[.、)]?")
_GOES_ON: Final = late(r"\n(?!\s*(?:\d|[(①-⑨]))|。(?=\D)(?!\s*\d)")  # a line that is no further item
_ONE_ITEM: Final = late(r"[\n。]")


def is_welcome_section(folded: str, place: int) -> bool:
    r"""Whether what stands at a place is below a heading that makes it welcome only.

    >>> text = "任职要求:\n大专以上\n加分项:\n1.有驾照\n2.会英语\n福利:\n双休"
    >>> [is_welcome_section(text, text.index(word)) for word in ("大专", "驾照", "英语", "双休")]
    [False, True, True, False]

    Behind a heading in the middle of a line its items end with the sentence, or with the last number.

    >>> is_welcome_section("加分项:会英语。需持电工证", 12)
    False
    """
    sections = welcome_sections(folded)
    at = bisect_right(sections, (place, len(folded))) - 1 if sections else -1
    return at >= 0 and place < sections[at][1]


def next_heading(folded: str, behind: int) -> int:
    r"""Where the next passage with a heading of its own begins, or the text ends.

    >>> text = "福利待遇:下午茶\n任职要求:大专"
    >>> text[next_heading(text, 5):]
    '\n任职要求:大专'
    """
    found = _NEXT.search(folded, behind)
    return found.start() if found else len(folded)


@lru_cache(maxsize=16)
def welcome_sections(folded: str) -> list[tuple[int, int]]:
    """From where to where everything is only welcome, in the order of the text."""
    text = f"\n{folded}"
    pointed = _POINTED.search(text)
    if not (pointed or _HEADED.search(text)):
        return []
    sections: list[tuple[int, int]] = []
    for heading in (_HEADING_OR_POINTER if pointed else _HEADING).finditer(text):
        start, end = max(heading.start() - 1, 0), heading.end() - 1
        if not sections or end >= sections[-1][1]:
            sections.append((start, _end_of(folded, end)))
    return sections


def _end_of(folded: str, behind: int) -> int:
    """Where the section ends whose heading ends at ``behind``."""
    rest = len(folded) - len(folded[behind:].lstrip())
    following = _NEXT.search(folded, max(rest - 1, behind) if "\n" not in folded[behind:rest] else rest)
    latest = following.start() if following else len(folded)
    if "\n" in folded[behind:rest]:
        return latest
    last = (_GOES_ON if _NUMBERED.match(folded, rest) else _ONE_ITEM).search(folded, rest)
    return min(latest, last.start() if last else latest)

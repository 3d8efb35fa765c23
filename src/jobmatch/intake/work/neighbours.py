"""Kinds of work that no list knows, told beside one that is known: 水手或者潜水店装气瓶."""

import re
from collections.abc import Iterator
from typing import Final

from jobmatch.intake.clauses.note import Clause
from jobmatch.intake.clauses.phrasebook import pattern
from jobmatch.intake.fact import Reading
from jobmatch.intake.work.mentions import mentions
from jobmatch.intake.work.roles import Told
from jobmatch.text.places.place import parse_place

_HAN: Final = r"[\u4e00-\u9fff]"
_AND: Final = r"(?:、|/|,?或者?是?|,?要么|,?要不就?是?|还有|以及|和|跟)"
_DOES: Final = r"(?:去|到|在|做|当|干|进|是)*"
_AHEAD: Final = re.compile(rf"(?P<item>{_HAN}{{2,14}}){_AND}{_DOES}$")
_BEHIND: Final = re.compile(
    rf"""
    (?:厂|店|公司|馆|院|中心)?                          # the rest of the name that is known
    {_AND} (?:去|到|在|做|当|干|进|是|找)*
    (?P<item> {_HAN}{{2,10}}? )
    (?:的工作|工作|岗位|这类|那类|之类|什么的|等|的(?=[也都均皆就全]))*
    (?= $ | [,。;、/\ \n] | 或 | 和                     # and here it ends, or what is said of it begins
      | (?:也|都|均|皆|就|全) (?:行|可|成|好|中|能|愿|肯|要|得|想|考虑|接受|投|不)
    )
    """,
    re.VERBOSE,
)
# What a name ahead begins behind: a wish, a verb, a place.
_BEGINS: Final = re.compile(
    rf"""
    ^.*
    (?: 求|应聘|想要?|希望|打算|愿意?|考虑
      | 做|干|当|找个?|去|到|进|是|在|有|学|开|换|问|说|讲|觉得
      | 最好|方向|目标|意向|比如|例如|像
    )
    (?= {_HAN}{{2}} )
    """,
    re.VERBOSE,
)
_NONE: Final = re.compile(  # in what is no name of work
    """
      [了过着的是不没有她他我你们就都也还要想能会很太多少]
    | [几个家年月天岁块元千万]
    | 工资|附近|离家|离|近|本地|城里|县城|镇上|村里
    | 时间|[白夜晚早]班|周末|双休|加班|稳定|轻松|体力
    | 工作|岗位|单位|企业|公司
    | 孩子|老人|照顾|学历|证|[男女]
    | 什么|啥|其他|别|随便|一样|类似|相关
    """,
    re.VERBOSE,
)
_LONGEST: Final = 8  # characters of a name that no list has


def neighbours(reading: Reading) -> Iterator[tuple[Told, str, int]]:
    """What stands in a list with a known kind of work that is wanted or refused, with its place in the clause."""
    for one in reading.told:
        if one.role in ("wanted", "refused"):
            for words, at in (
                *_ahead(one.clause, one.at.start),
                *listed_behind(one.clause, one.at.end),
                *_or(one.clause, one.at.start, one.at.end),
            ):
                yield one, words, at


def _or(clause: Clause, start: int, end: int) -> Iterator[tuple[str, int]]:
    """The other of two kinds of work in English."""
    if " or " not in clause.text:
        return
    for found in (
        pattern("neighbours.or").match(clause.text, end),
        pattern("neighbours.or").search(clause.text[:start]),
    ):
        name = "behind" if found and found["behind"] else "ahead"
        if (
            found
            and found[name]
            and not mentions(found[name])
            and not pattern("neighbours.no_work").search(found[name])
        ):
            yield found[name], found.start(name)


def _ahead(clause: Clause, end: int) -> Iterator[tuple[str, int]]:
    while found := _AHEAD.search(clause.text, 0, end):
        said = _BEGINS.sub("", found["item"])
        at = found.end("item") - len(said)
        if not _is_name(said) or mentions(found["item"]):
            return
        yield said, at
        end = at


def listed_behind(clause: Clause, begin: int) -> Iterator[tuple[str, int]]:
    """The further items of a list of which the first one ends at ``begin``."""
    while found := _BEHIND.match(clause.text, begin):
        if not _is_name(found["item"]) or mentions(found["item"]):
            return
        yield found["item"], found.start("item")
        begin = found.end("item")


def _is_name(said: str) -> bool:
    if not 2 <= len(said) <= _LONGEST or _NONE.search(said) or pattern("goal.never").search(said):
        return False
    place = parse_place(said)
    return place is None or place.likely

"""The field of study: by its word, beside the rung of schooling, in brackets behind it, or alone near it."""

import re
from collections.abc import Iterator
from typing import Final

from jobmatch.intake.clauses.note import Clause
from jobmatch.intake.clauses.phrasebook import pattern
from jobmatch.intake.fact import LIKELY, Fact, fact
from jobmatch.text.asked.education import parse_schooling
from jobmatch.text.work.majors import is_major

_MAJOR: Final = (
    re.compile(
        r"(?:(?:所学专业|专业名称|专业)[ :是为]{1,3}|(?:major(?:ed|ing)?(?: in)?|学的是?|主修|读的是?|degree in|diploma in|studied)[ :是为]{0,3})"
        r"(?P<major>[\u4e00-\u9fffa-z][\u4e00-\u9fffa-z ()]{1,18}?)(?:专业)?(?=$|[,、/;。()]|毕业|出身|的| and| at| from)"
    ),
    re.compile(
        r"(?P<major>[\u4e00-\u9fff]{2,12}?)(?:相关)?专业"
        r"(?!相关|对口|不|的?(?:工作|岗位|方面|方向)|知识|技能|技术|人)(?=毕业|$|[,、/;。)]|出身|的|本科|大专|硕士|中专|学|\s)"
    ),
)


def read_major(clause: Clause) -> Iterator[Fact]:
    """The client's field of study, by the plainest words of the clause."""
    value = clause.text[clause.value :].strip()
    if clause.key == "major" and clause.value and is_major(value):
        yield fact("conditions.major", value, clause, (clause.value, len(clause.text)), LIKELY)
        return
    yield from [*_major(clause)] or [*_beside_degree(clause)] or _bare_major(clause)


def _major(clause: Clause) -> Iterator[Fact]:
    if clause.has("goal.want") and "毕业" not in clause.text:
        return
    for form in _MAJOR:
        for found in form.finditer(clause.text):
            whole = found["major"]
            name = pattern("major.major_head").sub("", whole).strip()
            at = found.start("major") + whole.rindex(name) if name else 0
            if "专业 " in found[0] and not is_major(name):
                continue
            if len(name) < 2 or pattern("major.no_major").search(name) or parse_schooling(name) is not None:
                continue
            yield fact("conditions.major", name, clause, (at, at + len(name)), LIKELY)
            return


_DEGREE: Final = r"五专|二专|[二四]技|高职|职专|大专|本科|中专|硕士|专科|技校|职高|大学|研究生|学院|函授|bsc|ba|degree|diploma|school"


_STUDIED: Final = re.compile(
    rf"(?:{_DEGREE}|毕业)[^,。;]{{0,8}}(?:\((?P<in>[\u4e00-\u9fff]{{2,12}}|[a-z]+(?: [a-z]+)?)\)| in (?P<en>[a-z]+(?: [a-z]+)?))"
    r"|(?:(?:学|读|念)的是?|(?<![想又在后正])(?:学|读"
    r"|念)(?=[\u4e00-\u9fff]{2,8}的))(?P<by>[\u4e00-\u9fff]{2,8}?)(?:系|的|\(|$)|(?:^|[,\s]|(?:大专|本科|中专"
    r"|专科|大学|高职|高工|四技|二技|五专|技校|职高))(?P<dept>(?!大专|本科|中专|专科|大学|高职|高工|四技|五专"
    r"|技校)[\u4e00-\u9fff]{2,8})(?:系(?![统列])|科(?=毕业|$))"
    r"|(?:大学|学院|学校|职院|卫校|技校)[ /]{1,2}(?P<there>[\u4e00-\u9fff]{2,10})(?=\(|$|[,。; ])|(?:大专|本科"
    r"|中专|硕士|专科) ?[/、,] ?(?P<slash>[\u4e00-\u9fff]{2,10})|(?:读|念)(?P<at>[\u4e00-\u9fff]{2,8})\("
    r"|\b(?:bsc|ba|msc|ma|beng) (?:in )?(?P<after>[a-z]+(?: [a-z]+)?)"
)


_STUDIED_THIS: Final = re.compile(
    rf"^\s*(?:我|她|他)?(?:大专|本科|中专)?学(?P<sole>[\u4e00-\u9fff]{{2,8}})$|(?:{_DEGREE})(?P<mid>[\u4e00-\u9fff]{{2,8}}?)(?:毕业|出身)"
)


_BESIDE: Final = re.compile(
    rf"(?:{_DEGREE})(?:刚?毕业|学历)?[·/,、 ():：—-]{{0,2}}(?:学的?是?|读的?是?|念的?是?|的)?(?P<behind>[\u4e00-\u9fff]{{2,10}}?)(?:系|科|专业)?(?:的|毕业|出身)?(?=$|[,、/;。)( ])"
    rf"|(?<![\u4e00-\u9fff])(?P<ahead>[\u4e00-\u9fff]{{2,10}}?)(?:系|科|专业)?(?:的)?(?:大专|本科|中专|硕士|专科|技校|职高)(?![\u4e00-\u9fff]?在读)"
    r"|(?:degree|diploma|bachelor'?s?|master'?s?|(?<![a-z])(?:bsc|ba|msc|ma)"
    r"|vocational school)(?: graduate)?[ (,]{1,2}(?:in |of )?(?P<english>[a-z]{4,}(?: [a-z]{4,})?)"
)


def _beside_degree(clause: Clause) -> Iterator[Fact]:
    """A field of study beside the rung: 动物医学本科; 中专汽修; 本科·汉语言."""
    for found in _BESIDE.finditer(clause.text):
        name = next(name for name, said in found.groupdict().items() if said)
        words = found[name] if is_major(found[name]) else found[name].split()[0]
        if is_major(words) and parse_schooling(words) is None and not _is_work(words):
            start = found.start(name)
            yield fact("conditions.major", words, clause, (start, start + len(words)), LIKELY)
            return


_NEAR_DEGREE: Final = re.compile(rf"(?:{_DEGREE}|毕业)[^。]{{0,24}}$")


def _bare_major(clause: Clause) -> Iterator[Fact]:
    """A field of study in brackets, behind 学, or alone near the schooling: 大专（汽修）; 大专，计算机应用; 学新闻的."""
    this = _STUDIED_THIS.search(clause.text)
    found = this if this and is_major(this["sole"] or this["mid"]) else _STUDIED.search(clause.text)
    name = next((name for name, said in found.groupdict().items() if said), None) if found else None
    words = (
        found[name]
        if found and name
        else re.sub(r"\([^)]{0,20}\)|^学|是|本科|大专|[()\s/]|(?:系|的)+$", "", clause.text)
    )
    words = words if is_major(words) else re.sub("(?<=..)[系科]$", "", words.split(" ")[0])
    if not name and not (2 <= len(words) <= 12 and _NEAR_DEGREE.search(clause.before)):
        return
    if re.search(r"\d", words):  # java后端8年 is work
        return
    told = name == "by" and _NEAR_DEGREE.search(clause.before)  # 大专毕业,学数字媒体的
    known = is_major(words) or told or (not name and pattern("major.like_major").fullmatch(words))
    if known and parse_schooling(words) is None and not _is_work(words) and words in clause.text:
        start = clause.text.index(words)
        yield fact("conditions.major", words, clause, (start, start + len(words)), LIKELY)


def _is_work(words: str) -> bool:
    """Whether the words name people at work rather than a field: 护士, 保安员."""
    return bool(re.search(r"^特教$|[员工]$|(?<!幼)师$|函授|自考|护士|司机|保安|客服|证", words))

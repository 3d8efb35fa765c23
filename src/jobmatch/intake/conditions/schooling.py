"""What the client learned at school: the rung, the school, the field of study."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from jobmatch.intake.clauses.note import Clause
from jobmatch.intake.clauses.phrasebook import pattern
from jobmatch.intake.conditions.major import read_major
from jobmatch.intake.fact import LIKELY, PLAIN, WEAK, Fact, fact
from jobmatch.text import lexicon
from jobmatch.text.asked.education import education_name, parse_schooling

_BEFORE_SCHOOL: Final = re.compile(r"^(?:.*(?:今年|去年|刚|从)|月份?)")


_ENGLISH: Final = (
    (r"phd|doctorate|doctoral", "博士"), (r"master'?s?(?: degree)?(?! of)|postgraduate|(?<![a-z])m(?:sc|ba|eng|phil)(?![a-z])", "硕士"),
    (r"(?<!associate )(?<!foundation )(?<![a-z] )degree in(?! progress)|bachelor'?s?(?: degree)?"
        r"|university degree|undergraduate|(?<![a-z])b\.?(?:sc|a|eng|com|ed)(?![a-z])", "本科"),
    (r"college diploma|associate degree|junior college|college education|(?<!high school )diploma|higher national|foundation degree", "大专"),
    (r"vocational (?:school|education)|technical school", "中专"), (r"senior high|(?<!junior )high school|a-levels?|form (?:five|six|[567])|sixth form|secondary school", "高中"),
    (r"middle school|junior high|gcses?|form (?:three|3)", "初中"), (r"primary school|elementary", "小学"),
)  # fmt: skip


def read_schooling(clause: Clause) -> Iterator[Fact]:
    """Every fact about the client's schooling."""
    yield from _schooling(clause)
    yield from list(_school(clause)) or _known_school(clause)
    yield from read_major(clause)


def _schooling(clause: Clause) -> Iterator[Fact]:
    for words, name in _ENGLISH if not re.search("dropped out|did not finish", clause.text) else ():
        if found := re.search(words, clause.text):
            yield fact("conditions.education", name, clause, found, PLAIN)
            return
    yield from _chinese_schooling(clause)


_SHORT_DEGREES: Final = {"本": "本科", "专": "大专", "硕": "硕士", "博": "博士"}


def _chinese_schooling(clause: Clause) -> Iterator[Fact]:
    if brief := pattern("schooling.short_degree").search(clause.text):  # M30本软工
        yield fact("conditions.education", _SHORT_DEGREES[brief["short"]], clause, brief.span("short"), LIKELY)
        return
    text = pattern("schooling.teaches").sub(lambda found: "□" * len(found[0]), clause.text)
    text = _STUDYING.sub(lambda found: "□" * len(found[0]), text)
    text = pattern("schooling.no_primary").sub(lambda found: "□" * len(found[0]), text)
    if lower := pattern("schooling.unfinished").search(text):
        yield fact("conditions.education", _lower(lower), clause, lower, WEAK)  # by what was not finished
        return
    if few := pattern("schooling.few_years").search(text):
        yield fact("conditions.education", _LEAST_SCHOOLING, clause, few, LIKELY)
        return
    if form := pattern("schooling.form").search(text):
        yield fact(
            "conditions.education", "初中" if (form["f"] or form["g"]) in "一二三123" else "高中", clause, form, PLAIN
        )
        return
    rung = parse_schooling(text)
    if rung is None or (clause.has("pay.earned") and "学历" not in text):
        return
    found = _word_of_rung(text, rung)
    if found is None or pattern("schooling.not_finished").search(re.sub(r"\([^)]*\)", "", text)):
        return
    said = any(word in text for word in ("学历", "文化", "毕业", "学位", "程度", "degree", "education"))
    short = len(text.strip()) <= 8
    name = (
        "中专"
        if rung == _SENIOR and "高中职" not in text and _VOCATIONAL.search(clause.text[slice(*found)])
        else education_name(rung)
    )
    yield fact(
        "conditions.education", name if rung else _LEAST_SCHOOLING, clause, found, PLAIN if said or short else LIKELY
    )


_ONE_LOWER: Final = {
    "初": "小学",
    "高": "初中",
    "中": "初中",
    "大": "高中",
    "本": "高中",
    "senior high": "初中",
    "high school": "初中",
    "secondary school": "初中",
    "college": "高中",
    "university": "高中",
}


def _lower(found: "re.Match[str]") -> str:
    """The schooling that was finished where a higher one was not."""
    return _ONE_LOWER[found["e"]] if found["e"] else _ONE_LOWER[next(filter(None, map(found.group, "ghijs")))[0]]


_STUDYING: Final = re.compile(r"\([^)]{0,12}(?:在读|肄业|未毕业)[^)]{0,12}\)")
_LEAST_SCHOOLING: Final = "小学"  # the vocabulary knows nothing below it
_SENIOR: Final = 3  # the rung of 高中 and 中专 alike
_VOCATIONAL: Final = re.compile("中专|中技|技校|职高|中职|高职|技工|vocational")
_RUNG_WORDS: Final = (
    r"文盲|不识字|没上过学", r"小学|国小|primary school", r"初中|国中|middle school|junior high", r"高中|普高|high school|高中职",
    r"中专|中技|技校|职高|高职学校|高职(?!高专)|技工|中职|vocational", r"大专|专科|高职|技师|college|associate|diploma",
    r"本科|大学|学士|bachelor|university|degree", r"硕士|研究生|研究所|master", r"博士|phd|doctor",
)  # fmt: skip


def _word_of_rung(text: str, rung: int) -> tuple[int, int] | None:
    """Where the schooling stands in words: the last of its names."""
    name = education_name(rung)
    for words in _RUNG_WORDS[::-1]:
        for found in re.finditer(words, text):
            if parse_schooling(found[0]) == rung or found[0] == name:
                return found.span()
    return (0, len(text)) if rung else None


def _school(clause: Clause) -> Iterator[Fact]:
    for found in pattern("schooling.school").finditer(clause.text):
        whole = found["school"]
        name = _BEFORE_SCHOOL.sub("", pattern("schooling.school_head").sub("", whole))
        at = found.start("school") + len(whole) - len(name)
        if (
            len(name) < 4
            or re.match(r"(?:退休|上|读|考|念|没|未|是|有|孩子|儿子|女儿|国家|某)", name)
            or (
                parse_schooling(name) is not None
                and len(name) <= 4
                and not pattern("schooling.short_school").fullmatch(name)
            )
        ):
            continue
        if re.search(r"毕业|学校|院校|就读|读|学历|专业|graduat|,|$", clause.text) and not re.search(
            r"保洁|保安|食堂|工作|上班|宿管|打工|做", clause.text
        ):
            yield fact("conditions.school", name, clause, (at, at + len(name)), LIKELY)
            return


def _known_school(clause: Clause) -> Iterator[Fact]:
    """A school by the name that everybody uses (北邮, 卫校), beside a word of having studied there."""
    found = _known_schools().search(clause.text)
    if found and not re.search(r"食堂|保洁|保安|宿管|附近|门口|对面|上班|工作", clause.text[found.start() :]):
        name = str(found.lastgroup)
        yield fact("conditions.school", found[name], clause, found.span(name), LIKELY)


@cache
def _known_schools() -> re.Pattern[str]:
    names = "|".join(sorted(lexicon.lines("jobmatch.intake.conditions", "schools.txt"), key=len, reverse=True))
    before = r"毕业[于自]|就读于?|读的?是?|念的?是?|考上了?|上的?是?|院校[: ]?|学校[: ]?"
    after = r"毕业?|肄业|本科|硕士|研究生|博士|专科|大专|中专|专业|出身|读完|学历"
    any_school = rf"(?:{names}|[卫护体农财商警艺]校|[体美音警]院|师专)"
    return re.compile(
        rf"(?:^|(?<=[ ,、/(]))(?P<named>{names})(?!代表|附近|旁)"
        rf"|(?:{before})(?P<read>{any_school})(?!代表|附近|旁)"
        rf"|(?P<left>{any_school})(?=的?[^,。;]{{0,6}}(?:{after}))"
    )

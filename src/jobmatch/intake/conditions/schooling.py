"""What the client learned at school: the rung, the school, the field of study."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from jobmatch.intake.clauses.note import Clause
from jobmatch.intake.conditions.major import read_major
from jobmatch.intake.fact import LIKELY, PLAIN, WEAK, Fact, fact
from jobmatch.text import lexicon
from jobmatch.text.asked.education import education_name, parse_schooling

_NOT_FINISHED: Final = re.compile(
    r"[硕博]士?不读|不读了|不念了|不考了|报了|报名|才毕业|夜校|没考上|未考上|没上过|没读过|没念过|没上|没读完|未毕业|没毕业|肄业|辍学|没念完|在读|报考|想考|准备考|打算读|打算考|正在读|自考中|考研|"
    r"想读|未取得|did not finish|dropped out|没有?(?:拿到|取得)"
)
_TEACHES: Final = re.compile(
    r"高校毕业生|老年大学|大学(?:期间|时期|时候|同学|里)|(?:技校|中专|职高)招生|介绍[^,。;]{0,4}技校|(?:小学"
    r"|初中|高中|中学|大学|本科|大专)(?:老师|教师|食堂|门口|附近|旁|对面|同学|保洁|保安|宿管|家教|部)"
)
_SCHOOL: Final = re.compile(
    r"(?P<school>[\u4e00-\u9fffa-z]{2,14}?(?:大学|学院|职业高中|职业中学|职业中专|职业学校|技工学校|技师学院|中专学校|卫校|职院|师专|体院|师范学校|师范|职高|技校|职校|一中|二中|中学|高中学校"
    r"|university|college))(?!学历|毕业生|生(?!物)|本科生|文化|老师|教师|食堂|附近|门口|旁|对面|做|当|里|保|宿)"
)
_BEFORE_SCHOOL: Final = re.compile(r"^(?:.*(?:今年|去年|刚|从)|月份?)")
_SCHOOL_HEAD: Final = re.compile(
    r"^(?:.*?(?:毕业于|就读于|毕业院校[:是]?|毕业学校[:是]?|学校[:是]|院校[:是]?|考入|考上|读的?(?:是)?|graduated from|在))?(?:\d{4}年?|今年|去年)?"
)


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


_SHORT_DEGREE: Final = re.compile(
    r"^\W*(?:[男女mf] ?\d\d岁?)(?P<short>[本专硕博])(?=$|[,。;、 |/]|(?![科士])[\u4e00-\u9fff]{2})"
)
_SHORT_DEGREES: Final = {"本": "本科", "专": "大专", "硕": "硕士", "博": "博士"}


def _chinese_schooling(clause: Clause) -> Iterator[Fact]:
    if brief := _SHORT_DEGREE.search(clause.text):  # M30本软工
        yield fact("conditions.education", _SHORT_DEGREES[brief["short"]], clause, brief.span("short"), LIKELY)
        return
    text = _TEACHES.sub(lambda found: "□" * len(found[0]), clause.text)
    text = _STUDYING.sub(lambda found: "□" * len(found[0]), text)
    text = _NO_PRIMARY.sub(lambda found: "□" * len(found[0]), text)
    if lower := _UNFINISHED.search(text):
        yield fact("conditions.education", _lower(lower), clause, lower, WEAK)  # by what was not finished
        return
    if few := _FEW_YEARS.search(text):
        yield fact("conditions.education", _LEAST_SCHOOLING, clause, few, LIKELY)
        return
    if form := _FORM.search(text):
        yield fact(
            "conditions.education", "初中" if (form["f"] or form["g"]) in "一二三123" else "高中", clause, form, PLAIN
        )
        return
    rung = parse_schooling(text)
    if rung is None or (clause.has("pay.earned") and "学历" not in text):
        return
    found = _word_of_rung(text, rung)
    if found is None or _NOT_FINISHED.search(re.sub(r"\([^)]*\)", "", text)):
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


# Primary school that was left is no schooling of the list.
_NO_PRIMARY: Final = re.compile(
    r"小学[^,。;]{0,6}(?:[一二三四五两]年级|没(?:毕业|念完|读完|上完)|未毕业|肄业)|(?:教资"
    r"|教师资格)[^,。;]{0,6}(?:高中|初中|小学)|(?:去|返|上|读|接|送|湊|凑)[^,。;]{0,6}(?:细路|孩子"
    r"|娃)[^,。;]{0,3}小学|细路[^,。;]{0,3}小学|(?:国小|小学)(?:生|的?(?:小孩|孩子|儿子|女儿|娃))|(?:孩子|小孩"
    r"|儿子|女儿|娃儿?|孙子|孙女)[^,。;]{0,4}(?:国小|小学)"
)
_FEW_YEARS: Final = re.compile(
    r"(?:念|读|上)(?:了|过)?[一二三四五六两几]年(?:书|学)(?!校)|小学六年级|primary (?:four|five|six|[3-6])(?![a-z])"
)
_FORM: Final = re.compile(
    r"(?:(?<![\u4e00-\u9fff])|(?<=[读讀]))中(?P<f>[一二三四五六])(?:程度|毕业|学历|$|(?=[\s,]))|中(?P<g>[123456])(?:程度|毕业|学历)"
)  # Hong Kong and Macau
_UNFINISHED: Final = re.compile(
    r"(?:念|读|上)到?(?P<g>初[一二三中]|高[一二三中])(?:就|便)?[^,。;]{0,4}(?:下来|不念|没念|没读|辍|回家|出来"
    r"|不读|不上)|(?:念|读)到?了?(?P<h>初[一二]|高[一二]|[初高]中[一二]年级)(?=$|[,。;、 ])|(?<![\u4e00-\u9fff老大])(?P<i>初[一二]|高[一二])(?:就|便|没读完|没念完)*(?:退学|辍学|没读|没念|不读|不念)"
    r"|(?P<j>初)中(?:都|也|还)?(?:没|未)(?:念|读|上)?(?:毕业|完|满)|(?P<s>初中|高中|中专|大专|本科|大学)[^,。;毕]{0,3}(?:肄业|没读完|没念完|没上完|辍学|未读完)"
    r"|(?:dropped out of|left)(?: a| the)? (?P<e>senior high|high school|college|university|secondary school)"
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


# Of four characters a name and not a kind of schooling: 暨南大学.
_SHORT_SCHOOL: Final = re.compile(
    "(?!全日|普通|国内|重点|本科|专科|老年|什么|哪个|名牌|附近|一所|那所|某某|函授|电视|开放|业余|夜大)[\u4e00-\u9fff]{2}(?:大学|学院)"
)


def _school(clause: Clause) -> Iterator[Fact]:
    for found in _SCHOOL.finditer(clause.text):
        whole = found["school"]
        name = _BEFORE_SCHOOL.sub("", _SCHOOL_HEAD.sub("", whole))
        at = found.start("school") + len(whole) - len(name)
        if (
            len(name) < 4
            or re.match(r"(?:退休|上|读|考|念|没|未|是|有|孩子|儿子|女儿|国家|某)", name)
            or (parse_schooling(name) is not None and len(name) <= 4 and not _SHORT_SCHOOL.fullmatch(name))
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

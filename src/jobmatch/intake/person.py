"""Who the client is: age, schooling, school and field of study, home; and what is held for the audit only."""

import re
from collections.abc import Iterator
from typing import Final

from jobmatch.intake.fact import LIKELY, PLAIN, WEAK, Fact, Reading, fact, number
from jobmatch.intake.note import NUMBER, Clause
from jobmatch.text.education import education_name, parse_schooling
from jobmatch.text.majors import major_titles
from jobmatch.text.place import parse_place

_AGE: Final = (
    re.compile(rf"(?:年龄|实龄|现年|今年|年满|刚满|age[d:]?|aged)[ :是为约]*(?P<age>{NUMBER})(?: ?周?岁)?(?![年月\d.%千万元块多几来])"),
    re.compile(rf"(?P<age>{NUMBER}) ?周?岁(?!以[上下前后]|前|时|那年|的(?:孩子|儿子|女儿|娃|母亲|父亲|老)|就|开始|孩子|儿子|女儿)"),
    re.compile(r"(?P<age>\d{2})[ -]?(?:years?[ -]old|y/?o\b)"),
    re.compile(rf"(?:本人|小伙子?|姑娘|女孩|男孩|大姐|大哥|大妈|大叔|妇女|男子|女子|女士|先生)[ ]?(?P<age>{NUMBER})(?!年|月|个|份|次|多|元|点|千|万|出头|好几|来|左右|上下|[一二三四五六七八九])"),
    re.compile(r"(?:呢|哥|姐|叔|姨|说|都|已经?|快|今年)(?P<age>[二三四五六七]十[一二三四五六七八九]?|[1-7]\d)了"),
    re.compile(r"(?:fe)?male,? (?P<age>\d\d)(?!\d)"),
    re.compile(r"^[ ]*(?:[男女][ 、/]?)(?P<age>[1-7]\d)(?=[ 、/]|$|岁)"),
)  # fmt: skip
_BARE_AGE: Final = re.compile(
    r"\s*(?P<age>[1-7]\d|[二三四五六]十[一二三四五六七八九]?)整?\s*"
)  # 男，51，初中; 陈姐 四十七
_FIRST_CLAUSES: Final = 4  # a bare number further down counts something else
_AFTER_GENDER: Final = re.compile(r"(?:[男女]性?|male)[,、/ |;]*$")
_BORN: Final = (
    re.compile(r"(?P<year>19[3-9]\d|20[01]\d)年?(?:\d{1,2}月?)?(?:\d{1,2}日?)?(?:出?生|的人|属)"),
    re.compile(r"(?:生于|出生(?:于|年月|日期|年份)?|born(?: in)?)[ :是为]*(?P<year>19[3-9]\d|20[01]\d)"),
    re.compile(r"(?<!\d)(?P<short>[4-9]\d|0\d)年(?:出?生|的(?!工作|经验))"),
)
_YOUNGEST, _OLDEST = 14, 80
_NOT_FINISHED: Final = re.compile(
    r"没考上|未考上|没上过|没读过|没念过|没上|没读完|未毕业|没毕业|肄业|辍学|没念完|在读|报考|想考|准备考|打算读|打算考|正在读|自考中|考研|"
    r"想读|未取得|did not finish|dropped out|没有?(?:拿到|取得)"
)
_TEACHES: Final = re.compile(
    r"(?:小学|初中|高中|中学|大学|本科|大专)(?:老师|教师|食堂|门口|附近|旁|对面|同学|保洁|保安|宿管|家教|部)"
)
_SCHOOL: Final = re.compile(
    r"(?P<school>[\u4e00-\u9fffa-z]{2,14}?(?:大学|学院|职业学校|技工学校|技师学院|中专学校|卫校|师范学校|师范|职高|技校|职校|一中|二中|中学|高中学校"
    r"|university|college))(?!学历|毕业生|生(?!物)|本科生|文化|老师|教师|食堂|附近|门口|旁|对面|做|当|里|保|宿)"
)
_SCHOOL_HEAD: Final = re.compile(
    r"^(?:.*?(?:毕业于|就读于|毕业院校[:是]?|毕业学校[:是]?|学校[:是]|院校[:是]?|考入|考上|读的?(?:是)?|graduated from|在))?(?:\d{4}年?|今年|去年)?"
)
_MAJOR: Final = (
    re.compile(
        r"(?:(?:所学专业|专业名称|专业)[ :是为]{1,3}|(?:major(?:ed)?(?: in)?|学的是?|主修|读的是?|degree in|diploma in|studied)[ :是为]{0,3})"
        r"(?P<major>[\u4e00-\u9fffa-z][\u4e00-\u9fffa-z ()]{1,18}?)(?:专业)?(?=$|[,、/;。()]|毕业|出身|的| and| at| from)"
    ),
    re.compile(
        r"(?P<major>[\u4e00-\u9fff]{2,12}?)(?:相关)?专业"
        r"(?!相关|对口|不|的?(?:工作|岗位|方面|方向)|知识|技能|技术|人)(?=毕业|$|[,、/;。)]|出身|的|本科|大专|硕士|中专|学)"
    ),
)
_MAJOR_HEAD: Final = re.compile(
    r"^.*(?:毕业于|大学|学院|学校|本科|大专|硕士|专科|中专|学的?是?|读的?是?|就读|毕业|学习|从事)(?=[\u4e00-\u9fff]{2})|^(?:的|与|和|跟)"
    r"|^(?:自己)?(?:所学|本)的?"
)
_NO_MAJOR: Final = re.compile(
    r"^毕业|^(?:相关|对口|本|所学|与|跟|和|其他|任何|自己|什么|没有|无|不|原|这个|该|非|同|热门|冷门|理想|技术|他|她|限|人员|性|知识|技能|能力|对口的|有关)"
    r"|^(?:历史)?$|工作|岗位|从事|希望|想"
)
_HOME: Final = re.compile(
    r"(?:现住址?|居住地址?|家庭住址|住址|常住地?|居住在|家住|租住在|租住|暂住|住在|现居|居住|住|家在|搬到了?|lives? in|living in|resides in|residence"
    r"|address)(?:于|在|到)?[ :是为]*"
    r"(?P<place>[\u4e00-\u9fffa-z0-9#\- ]{2,40})"
)
_LIVES: Final = re.compile(
    r"(?P<place>[\u4e00-\u9fff]{2,12}?(?:镇|乡|街道|村|社区|小区))(?:居民|村民|人(?!员)|的?住户|户)"
)
_NOT_HOME: Final = re.compile(
    r"^(?:宿舍|家|公司|厂|员工|不|得|院|进|过|处|房|宅|一起|娘家|婆家|儿子|女儿|老人|的|人)|^(?:with|at)\b"
)
_DOOR: Final = re.compile(r"(?:\d+|[一二三四五六七八九十]+)(?:号楼|号院|栋|幢|单元|室|号|#|弄|楼|层|-\d).*$")
_HOME_STOP: Final = re.compile(
    r"附近|周边|一带|一个|离|到|上班|通勤|骑|坐|开车|和|与|跟|方便|想|希望|要|的|租房|租|自有|,|今年|已|有|没|由|在|因|单身|独居| and | with | she| he| can"
    r"| wants| has|年"
)
_GENDER: Final = re.compile(
    r"(?:(?<![\u4e00-\u9fff子])|(?<=岁))(?P<g>[男女])(?:性|的)?(?=$|[,、/; :。(]|\d|[一二三四五六])|(?:性别)[:是 ]*(?P<g2>[男女])"
    r"|(?<![a-z])(?P<g3>female|male|man|woman|mr|mrs|ms)(?![a-z])|(?P<g4>女士|先生)|(?<=岁)(?P<g5>[男女])"
)
_MARRIED: Final = re.compile(r"已婚|未婚|离异|离婚|丧偶|单身(?!宿舍)|divorced|married|widowed|single(?= |$|,)")
_ETHNIC: Final = re.compile(r"(?P<e>汉|回|满|蒙古|维吾尔|藏|壮|苗|彝|朝鲜|土家|布依|侗|瑶|白|傣|哈萨克|畲|黎)族")
_HUKOU: Final = re.compile(
    r"(?P<h>(?:本市|本地|外地|农村|农业|非农业|城镇|城市|居民|外省|[\u4e00-\u9fff]{2,8}?)?(?:户籍|户口))(?!所在|地|本)|户籍(?:地"
    r"|所在地)?[:是在]*(?P<h2>[\u4e00-\u9fff]{2,12})"
)


def read_person(reading: Reading) -> Iterator[Fact]:
    """Every fact about who the client is."""
    for clause in reading.own():
        yield from _age(clause, reading)
        yield from _schooling(clause)
        yield from _school(clause)
        yield from list(_major(clause)) or _bare_major(clause)
        yield from _home(clause, reading)
        yield from _audit(clause)


def _age(clause: Clause, reading: Reading) -> Iterator[Fact]:
    text = clause.text
    for pattern in _AGE:
        for found in pattern.finditer(text):
            try:
                age = number(found["age"])
            except (KeyError, ValueError):
                continue
            if _YOUNGEST <= age <= _OLDEST and age == int(age):
                yield fact("conditions.age", int(age), clause, found.span(), PLAIN)
                return
    if (bare := _BARE_AGE.fullmatch(text)) and _may_be_age(clause, reading):
        yield fact("conditions.age", int(number(bare["age"])), clause, bare.span("age"), LIKELY)
        return
    for pattern in _BORN:
        if born := pattern.search(text):
            age = reading.today.year - _year_of(born)
            if _YOUNGEST <= age <= _OLDEST:
                yield fact("conditions.age", age, clause, born.span(), LIKELY)
                return


def _may_be_age(clause: Clause, reading: Reading) -> bool:
    """A number that stands alone is an age behind the gender or at the beginning of the note."""
    return bool(_AFTER_GENDER.search(clause.before)) or clause in reading.note.clauses[:_FIRST_CLAUSES]


def _year_of(born: "re.Match[str]") -> int:
    """The year of birth; 85 is 1985, 03 is 2003."""
    if "year" in born.groupdict():
        return int(born["year"])
    return (2000 if born["short"][0] == "0" else 1900) + int(born["short"])


_ENGLISH: Final = (
    (r"phd|doctorate|doctoral", "博士"), (r"master'?s?(?: degree)?(?! of)|postgraduate", "硕士"),
    (r"bachelor'?s?(?: degree)?|university degree|undergraduate", "本科"),
    (r"college diploma|associate degree|junior college|college education|diploma", "大专"),
    (r"vocational (?:school|education)|technical school", "中专"), (r"senior high|(?<!junior )high school", "高中"),
    (r"middle school|junior high", "初中"), (r"primary school|elementary", "小学"),
)  # fmt: skip


def _schooling(clause: Clause) -> Iterator[Fact]:
    for words, name in _ENGLISH:
        if found := re.search(words, clause.text):
            yield fact("conditions.education", name, clause, found, PLAIN)
            return
    yield from _chinese_schooling(clause)


def _chinese_schooling(clause: Clause) -> Iterator[Fact]:
    text = _TEACHES.sub(lambda found: "□" * len(found[0]), clause.text)
    text = _STUDYING.sub(lambda found: "□" * len(found[0]), text)
    rung = parse_schooling(text)
    if rung is None or (clause.has("pay.earned") and "学历" not in text):
        return
    found = _word_of_rung(text, rung)
    if found is None:
        return
    if _NOT_FINISHED.search(re.sub(r"\([^)]*\)", "", text)):
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
    for found in _SCHOOL.finditer(clause.text):
        whole = found["school"]
        name = _SCHOOL_HEAD.sub("", whole)
        at = found.start("school") + len(whole) - len(name)
        if (
            len(name) < 4
            or re.match(r"(?:上|读|考|念|没|未|是|有|孩子|儿子|女儿|国家|某)", name)
            or (parse_schooling(name) is not None and len(name) <= 4)
        ):
            continue
        if re.search(r"毕业|学校|院校|就读|读|学历|专业|graduat|,|$", clause.text) and not re.search(
            r"保洁|保安|食堂|工作|上班|宿管|打工|做", clause.text
        ):
            yield fact("conditions.school", name, clause, (at, at + len(name)), LIKELY)
            return


def _major(clause: Clause) -> Iterator[Fact]:
    if clause.has("goal.want") and "毕业" not in clause.text:
        return
    for pattern in _MAJOR:
        for found in pattern.finditer(clause.text):
            whole = found["major"]
            name = _MAJOR_HEAD.sub("", whole).strip()
            at = found.start("major") + whole.rindex(name) if name else 0
            if len(name) < 2 or _NO_MAJOR.search(name) or parse_schooling(name) is not None:
                continue
            yield fact("conditions.major", name, clause, (at, at + len(name)), LIKELY)
            return


_DEGREE: Final = r"大专|本科|中专|硕士|专科|技校|职高|大学|研究生"
_IN_BRACKETS: Final = re.compile(rf"(?:{_DEGREE})(?:学历)?\((?P<major>[\u4e00-\u9fff]{{2,12}})\)")
_AFTER_DEGREE: Final = re.compile(rf"(?:{_DEGREE})(?:学历|毕业|文化)?[,、/ |;]+$")


def _bare_major(clause: Clause) -> Iterator[Fact]:
    """A field of study that stands alone behind the schooling: 大专（汽修）; 大专，计算机应用."""
    found = _IN_BRACKETS.search(clause.text)
    words = found["major"] if found else clause.text.strip()
    if taught := re.match(r"\s*学(?P<major>[\u4e00-\u9fff]{2,8})的$", clause.text):
        words, found = taught["major"], taught
    known = bool(found) or (2 <= len(words) <= 12 and bool(_AFTER_DEGREE.search(clause.before)))
    if known and major_titles(words) and parse_schooling(words) is None:
        start = clause.text.index(words)
        yield fact("conditions.major", words, clause, (start, start + len(words)), LIKELY)


def _home(clause: Clause, reading: Reading) -> Iterator[Fact]:
    if clause.past and "现" not in clause.text:
        return
    for pattern in (_HOME, _LIVES):
        for found in pattern.finditer(clause.text):
            said = found["place"]
            if _NOT_HOME.match(said):
                continue
            said = _HOME_STOP.split(_DOOR.sub("", said))[0].strip(" -")
            if (
                len(said) >= 2
                and (place := parse_place(said, reading.home)) is not None
                and (place.code or place.ambiguous)
            ):
                at = found.start("place")
                lead = len(found["place"]) - len(found["place"].lstrip())
                yield fact("conditions.residence", said, clause, (at + lead, at + lead + len(said)), LIKELY)
                return


def _audit(clause: Clause) -> Iterator[Fact]:
    if found := _GENDER.search(clause.text):
        said = (
            found["g"]
            or found["g2"]
            or found["g5"]
            or {
                "female": "女",
                "woman": "女",
                "mrs": "女",
                "ms": "女",
                "male": "男",
                "man": "男",
                "mr": "男",
                "女士": "女",
                "先生": "男",
            }[found["g3"] or found["g4"]]
        )
        if not (found["g4"] and clause.start > 60):
            yield fact("audit.gender", said, clause, found, PLAIN if not found["g4"] else WEAK)
    if found := _MARRIED.search(clause.text):
        yield fact("audit.marital_status", found[0], clause, found, LIKELY)
    if found := _ETHNIC.search(clause.text):
        yield fact("audit.ethnicity", found[0], clause, found, PLAIN)
    if found := _HUKOU.search(clause.text):
        yield fact("audit.household", found["h"] or found["h2"], clause, found, LIKELY)

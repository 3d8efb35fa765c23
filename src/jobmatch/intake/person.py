"""Who the client is: age, schooling, school and field of study, home; and what is held for the audit only."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from jobmatch.intake.fact import LIKELY, PLAIN, WEAK, Fact, Reading, fact, number
from jobmatch.intake.mentions import mentions
from jobmatch.intake.note import Clause
from jobmatch.intake.phrasebook import NUMBER
from jobmatch.text.education import education_name, parse_schooling
from jobmatch.text.majors import is_major
from jobmatch.text.place import parse_place

_AGE: Final = (
    re.compile(rf"(?:年龄|实龄|现年|今年|年满|刚满|age[d:]?|aged)[ :是为约]*(?P<age>{NUMBER})(?: ?周?岁)?(?![年月\d.%千万元块多几来])"),
    re.compile(rf"(?P<age>{NUMBER}) ?周?岁(?!以[上下前后]|前|时|那年|的(?:孩子|儿子|女儿|娃|母亲|父亲|老)|就|开始|孩子|儿子|女儿|进|参加|出来|结婚|嫁|来(?![京这])|上(?!下)|当|离家|入|学)"),
    re.compile(r"(?P<age>\d{2})[ -]?(?:years?[ -]old|y/?o\b|yrs?(?! (?:of|as|exp|in|till|until)))"),
    re.compile(r"(?<!\w)(?:is|he's|she's|now) (?P<age>[1-7]\d)(?= (?:and|with)|[,.;]|$)"),
    re.compile(rf"(?:本人|小伙子?|姑娘|女孩|男孩|大姐|大哥|大妈|大叔|妇女|男子|女子|女士|先生)[ ]?(?P<age>{NUMBER})(?!年|月|个|份|次|多|元|点|千|万|出头|好几|来|左右|上下|[一二三四五六七八九])"),
    re.compile(r"(?:我|她|他|呢|哥|姐|叔|姨|说|都|已经?|快|今年|某|[,、 ]|^)(?P<age>[二三四五六七]十[一二三四五六七八九]?|[1-7]\d)了"),
    re.compile(r"(?:[老小][\u4e00-\u9fff]|姓[\u4e00-\u9fff]|[他她])(?P<age>[1-6]\d)(?=了|岁|[,，。]|$)"),
    re.compile(r"^\s*(?:不对)?[, ]*应该是(?P<age>[二三四五六]十[一二三四五六七八九]?|[2-6]\d)(?=$|岁|[ ,。])"),
    re.compile(r"^\s*(?:(?:本人|自己|我自己|我|今年|虚岁|周岁|年纪)*)(?P<age>[二三四五六]十[一二三四五六七八九]?|十[六七八九]|1[6-9]|[2-6]\d)(?:整|多了|来岁|出头)?\s*$"),
    re.compile(r"(?:自己|我(?:今年)?|[弟妹哥姐]|儿子|女儿|闺女)(?P<age>[2-6]\d|[二三四五]十[一二三四五六七八九]?)(?=$|[ ,。])"),
    re.compile(r"(?:fe)?male,? (?P<age>\d\d)(?!\d)"),
    re.compile(r"^[ ]*(?:[男女][ 、/]?)(?P<age>[1-7]\d)(?=[ 、/]|$|岁)"),
)  # fmt: skip
_SHORT_OF: Final = re.compile(r"(?P<whole>[二三四五六七]十)(?:还)?差(?P<less>[一二两三四五])岁")
_ROUGH: Final = re.compile(r"[周 ]?岁?(?:出头|左右|上下|来岁|多岁|好几)")
_OF_A_CHILD: Final = re.compile(
    r"(?:儿子?|孩子?|女儿|娃|[大二小]宝|\d[子女儿]|小的|大的|明年|后年|不满|未满)\s*[(]?(?:刚|才|今年|已经)?$"
)
_NUMBER_OF_AGE: Final = r"(?P<age>[1-7]\d|[二三四五六]十[一二三四五六七八九]?)整?"
# 男，51，初中; 陈姐 四十七; 49女; 唐某 38 男; 27 高中: a bare number between signs in the first words of a note.
_BARE_AGE: Final = re.compile(
    rf"(?<!\d/)(?<!\d:)(?:^|(?<=[\s,、/;|(:])|(?<=某)|(?<=某某)|(?<=[男女])){_NUMBER_OF_AGE}(?=$|[\s,、/;|):]|[男女](?![\u4e00-\u9fff]))"
    r"(?!/\d|:\d| ?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|[年月日号份个人%])| \d)"
)
_FIRST_WORDS: Final = 60  # characters; a bare number further down counts something else
_AFTER_GENDER: Final = re.compile(r"(?:[男女]性?|male)[,、/ |;]*$")
_BORN: Final = (
    re.compile(r"(?<![a-z])b\. ?(?P<year>19[3-9]\d|20[01]\d)"),
    re.compile(r"身份证[^,。;\d]{0,8}(?P<year>19[3-9]\d|20[01]\d)[年./-]"),
    re.compile(r"(?P<year>19[3-9]\d|20[01]\d)年?(?:\d{1,2}月?)?(?:\d{1,2}日?)?(?:出?生|的人|属)"),
    re.compile(r"(?:生于|出生(?:于|年月|日期|年份)?|born(?: in)?)[ :是为]*(?P<year>19[3-9]\d|20[01]\d)"),
    re.compile(r"(?<!\d)(?P<short>[4-9]\d|0\d)年(?:出?生|的(?!工作|经验)|\d{1,2}月(?:出?生|的))"),
)
_IDENTITY: Final = re.compile(
    r"(?<!\d)\d{6}(?P<year>19[3-9]\d|20[01]\d)(?P<month>0[1-9]|1[0-2])(?P<day>[0-2]\d|3[01])\d{3}[\dx](?!\d)"
)
_YOUNGEST, _OLDEST = 14, 80
_NOT_FINISHED: Final = re.compile(
    r"没考上|未考上|没上过|没读过|没念过|没上|没读完|未毕业|没毕业|肄业|辍学|没念完|在读|报考|想考|准备考|打算读|打算考|正在读|自考中|考研|"
    r"想读|未取得|did not finish|dropped out|没有?(?:拿到|取得)"
)
_TEACHES: Final = re.compile(
    r"(?:技校|中专|职高)招生|介绍[^,。;]{0,4}技校|(?:小学|初中|高中|中学|大学|本科|大专)(?:老师|教师|食堂|门口|附近|旁|对面|同学|保洁|保安|宿管|家教|部)"
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
        r"(?!相关|对口|不|的?(?:工作|岗位|方面|方向)|知识|技能|技术|人)(?=毕业|$|[,、/;。)]|出身|的|本科|大专|硕士|中专|学|\s)"
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
    r"(?:现?居住地址?|现住址?|家庭住址|住址|常住地?|居住在|家住|租住在|租住|(?:合|现|就)?租(?:房)?在|落脚在|安家在|屋企喺|家搁|屋头在|屋头|暂住|住在|现居|居住?于|居住|(?<![不留])住|家里住|屋头在|家(?:就)?在|(?<![\u4e00-\u9fff])家(?=[:(])|坐标|搬到了?|lives? in|living in|resides in|residence"
    r"|address)(?:于|在|到)?[ :是为(]*"
    r"(?P<place>[\u4e00-\u9fffa-z0-9#\- ]{2,40})"
)
_LIVES: Final = re.compile(
    r"(?P<place>[\u4e00-\u9fff]{2,12}?(?:镇|乡|街道|村|社区|小区))(?:居民|村民|人(?!员)|的?住户|户|的(?=$|[,，]))|(?<![\u4e00-\u9fff])家(?P<place2>[\u4e00-\u9fff]{2,8}?)的?(?=$|[,。;])"
    r"|(?:走访|入户|探访|家访|(?:去|到)(?:了一?趟|的是|了)?)(?P<place3>[\u4e00-\u9fff]{2,12}?(?:镇|乡|街道|村|庄|社区|屯|[\u4e00-\u9fff](?=$)))(?=老|[\u4e00-\u9fff]家|见|看|$|[,。])"
    r"|(?P<place4>[\u4e00-\u9fff]{2,10}(?:镇|乡|街道|村|庄))(?:人|农民)(?=$|[,。])"
    r"|^[^,。;]{0,8}?(?P<place5>[\u4e00-\u9fff]{2,6}?(?:镇|乡|街道)[\u4e00-\u9fff]{1,7}?(?:村|庄|社区|屯|店|营))(?=[\u4e00-\u9fff]家|报|$|[,。的])"
    r"|(?:离家|住家|亲戚家|姐家|哥家|家里)\((?P<place6>[\u4e00-\u9fff]{2,10})\)|在(?P<place7>[\u4e00-\u9fff]{2,8}?)(?:住|租房)(?:了|着|过)"
)
_NOT_HOME: Final = re.compile(
    r"^(?:宿舍|家|公司|厂|员工|不|得|院|进|过|处|房(?!山)|宅|校|一起|娘家|婆家|儿子|女儿|老人|的|人)|^(?:with|at)\b"
)
_DOOR: Final = re.compile(r"(?:\d+|[一二三四五六七八九十]+)(?:号楼|号院|栋|幢|单元|室|号|#|弄|楼|层|-\d).*$")
_HOME_STOP: Final = re.compile(
    r"住$|附近|周边|一带|一个|离|到|上班|通勤|骑|坐|开车|和|与|跟|方便|想|希望|要|的|租房|租|自有|,|今年|已|有|没|由|在|因|单身|独居| and | with | she| he| can"
    r"| wants| has|年"
)
_MARRIED: Final = re.compile(
    r"(?P<已婚>已婚|(?<!un)married)|(?P<离异>离异|离婚|离了(?!职)|divorced)|(?P<丧偶>丧偶|widowed|widower?)"
    r"|(?P<未婚>未婚|没(?:结过?婚|成家|娶|嫁)|单身汉|光棍|single(?= |$|,))|(?P<单身>单身(?!宿舍|汉))"
)
_ETHNIC: Final = re.compile(
    r"(?P<e>汉|回|满|蒙古|维吾尔|藏|壮|苗|彝|朝鲜|土家|布依|侗|瑶|白|傣|哈萨克|畲|黎|羌|土|仡佬|纳西|拉祜|傈僳|水|东乡|佤|撒拉|锡伯|达斡尔|鄂温克|阿美|泰雅|排湾|布农|赛德克|卑南)族"
)
_HUKOU: Final = re.compile(
    r"(?P<h>(?:本市|本地|外地|农村|农业|非农业|城镇|城市|居民|外省|[\u4e00-\u9fff]{2,8}?)(?:户籍|户口))(?!所在|地|本)|户籍(?:地"
    r"|所在地)?[:是在]*(?P<h2>[\u4e00-\u9fff]{2,12})"
)


_COMES_FROM: Final = re.compile(
    r"(?:^|来自|籍贯[:是]?|老家(?:在|是)?)[ ]*(?P<h>[\u4e00-\u9fff]{3,8}?)人(?:氏)?(?=$|[\u4e00-\u9fff]某)"
)


def read_person(reading: Reading) -> Iterator[Fact]:
    """Every fact about who the client is."""
    who = reading.note.subject
    if who.gender:
        yield Fact("audit.gender", who.gender, *who.gender_at, PLAIN if who.gender_said else _BY_PRONOUN)
    for clause in reading.own():
        yield from _age(clause, reading)
        yield from _schooling(clause)
        yield from _school(clause)
        yield from list(_major(clause)) or _bare_major(clause)
        yield from _home(clause, reading)
        yield from _audit(clause)
    for clause in reading.note.clauses:
        yield from _spouse(clause)


def _age(clause: Clause, reading: Reading) -> Iterator[Fact]:
    text = clause.text
    if short := _SHORT_OF.search(text):
        age = number(short["whole"]) - number(short["less"])
        yield fact("conditions.age", int(age), clause, short, LIKELY)
        return
    for pattern in _AGE:
        for found in pattern.finditer(text):
            try:
                age = number(found["age"])
            except (KeyError, ValueError):
                continue
            if _YOUNGEST <= age <= _OLDEST and age == int(age) and not _OF_A_CHILD.search(text[: found.start()]):
                rough = _ROUGH.match(text[found.end("age") :])
                yield fact("conditions.age", int(age), clause, found.span(), WEAK if rough else PLAIN)
                return
    for bare in _BARE_AGE.finditer(text):
        if _may_be_age(clause, bare) and _YOUNGEST <= (age := number(bare["age"])) <= _OLDEST:
            yield fact("conditions.age", int(age), clause, bare.span("age"), LIKELY)
            return
    if identity := _IDENTITY.search(text):
        age = (
            reading.today.year
            - int(identity["year"])
            - ((reading.today.month, reading.today.day) < (int(identity["month"]), int(identity["day"])))
        )
        if _YOUNGEST <= age <= _OLDEST:
            yield fact("conditions.age", age, clause, identity, PLAIN)
            return
    for pattern in _BORN:
        if born := pattern.search(text):
            age = _age_of(born, reading.today)
            if _YOUNGEST <= age <= _OLDEST:
                yield fact("conditions.age", age, clause, born.span(), LIKELY)
                return


def _may_be_age(clause: Clause, bare: "re.Match[str]") -> bool:
    """A number that stands alone is an age behind the gender or among the first words of the note."""
    before = clause.before + clause.text[: bare.start()]
    return bool(_AFTER_GENDER.search(before)) or clause.start + bare.start() <= _FIRST_WORDS


def _age_of(born: "re.Match[str]", today: date) -> int:
    """The age of who was born then; 85 is 1985, 03 is 2003; before the birthday's month one less."""
    year = (
        int(born["year"])
        if "year" in born.groupdict()
        else int(born["short"]) + (2000 if born["short"][0] == "0" else 1900)
    )
    month = re.search(r"年(\d{1,2})月", born[0])
    return today.year - year - bool(month and int(month[1]) > today.month)


_ENGLISH: Final = (
    (r"phd|doctorate|doctoral", "博士"), (r"master'?s?(?: degree)?(?! of)|postgraduate|(?<![a-z])m(?:sc|ba|eng|phil)(?![a-z])", "硕士"),
    (r"bachelor'?s?(?: degree)?|university degree|undergraduate|(?<![a-z])b\.?(?:sc|a|eng|com|ed)(?![a-z])", "本科"),
    (r"college diploma|associate degree|junior college|college education|(?<!high school )diploma|higher national|foundation degree", "大专"),
    (r"vocational (?:school|education)|technical school", "中专"), (r"senior high|(?<!junior )high school|a-levels?|form (?:five|six|[567])|sixth form|secondary school", "高中"),
    (r"middle school|junior high|gcses?|form (?:three|3)", "初中"), (r"primary school|elementary", "小学"),
)  # fmt: skip


def _schooling(clause: Clause) -> Iterator[Fact]:
    for words, name in _ENGLISH if not re.search("dropped out|did not finish", clause.text) else ():
        if found := re.search(words, clause.text):
            yield fact("conditions.education", name, clause, found, PLAIN)
            return
    yield from _chinese_schooling(clause)


def _chinese_schooling(clause: Clause) -> Iterator[Fact]:
    text = _TEACHES.sub(lambda found: "□" * len(found[0]), clause.text)
    text = _STUDYING.sub(lambda found: "□" * len(found[0]), text)
    if lower := _UNFINISHED.search(text):
        yield fact("conditions.education", _lower(lower), clause, lower, LIKELY)
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


_FEW_YEARS: Final = re.compile(
    r"(?:念|读|上)(?:了|过)?[一二三四五六两几]年(?:书|学)(?!校)|小学[一二三四五六]年级|primary (?:four|five|six|[3-6])(?![a-z])"
)
_FORM: Final = re.compile(
    r"(?:(?<![\u4e00-\u9fff])|(?<=[读讀]))中(?P<f>[一二三四五六])(?:程度|毕业|学历|$|(?=[\s,]))|中(?P<g>[123456])(?:程度|毕业|学历)"
)  # Hong Kong and Macau
_UNFINISHED: Final = re.compile(
    r"(?:念|读|上)到?(?P<g>初[一二三中]|高[一二三中])(?:就|便)?[^,。;]{0,4}(?:下来|不念|没念|没读|辍|回家|出来|不读|不上)|(?P<s>初中|高中|中专|大专|本科|大学)[^,。;毕]{0,3}(?:肄业|没读完|没念完|没上完|辍学|未读完)"
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
    return _ONE_LOWER[found["e"]] if found["e"] else _ONE_LOWER[(found["g"] or found["s"])[0]]


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
        name = _SCHOOL_HEAD.sub("", whole)
        at = found.start("school") + len(whole) - len(name)
        if (
            len(name) < 4
            or re.match(r"(?:上|读|考|念|没|未|是|有|孩子|儿子|女儿|国家|某)", name)
            or (parse_schooling(name) is not None and len(name) <= 4 and not _SHORT_SCHOOL.fullmatch(name))
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
            if "专业 " in found[0] and not is_major(name):
                continue
            if len(name) < 2 or _NO_MAJOR.search(name) or parse_schooling(name) is not None:
                continue
            yield fact("conditions.major", name, clause, (at, at + len(name)), LIKELY)
            return


_DEGREE: Final = r"大专|本科|中专|硕士|专科|技校|职高|大学|研究生|学院|函授|bsc|ba|degree|diploma|school"
_STUDIED: Final = re.compile(
    rf"(?:{_DEGREE}|毕业)[^,。;]{{0,8}}(?:\((?P<in>[\u4e00-\u9fff]{{2,12}}|[a-z]+(?: [a-z]+)?)\)| in (?P<en>[a-z]+(?: [a-z]+)?))"
    r"|(?:(?:学|读|念)的是?|(?<![想又在后正])(?:学|读|念)(?=[\u4e00-\u9fff]{2,8}的))(?P<by>[\u4e00-\u9fff]{2,8}?)(?:系|的|\(|$)|(?:^|[,\s]|(?:大专|本科|中专|专科|大学))(?P<dept>[\u4e00-\u9fff]{2,8})(?:系(?![统列])|科(?=毕业|$))"
    r"|(?:大专|本科|中专|硕士|专科) ?[/、,] ?(?P<slash>[\u4e00-\u9fff]{2,10})|(?:读|念)(?P<at>[\u4e00-\u9fff]{2,8})\("
    r"|\b(?:bsc|ba|msc|ma|beng) (?:in )?(?P<after>[a-z]+(?: [a-z]+)?)"
)
_STUDIED_THIS: Final = re.compile(
    rf"^\s*(?:我|她|他)?(?:大专|本科|中专)?学(?P<sole>[\u4e00-\u9fff]{{2,8}})$|(?:{_DEGREE})(?P<mid>[\u4e00-\u9fff]{{2,8}}?)(?:毕业|出身)"
)
_NEAR_DEGREE: Final = re.compile(rf"(?:{_DEGREE}|毕业)[^。]{{0,24}}$")


def _bare_major(clause: Clause) -> Iterator[Fact]:
    """A field of study in brackets, behind 学, or alone near the schooling: 大专（汽修）; 大专，计算机应用; 学新闻的."""
    this = _STUDIED_THIS.search(clause.text)
    found = this if this and is_major(this["sole"] or this["mid"]) else _STUDIED.search(clause.text)
    name = next((name for name, said in found.groupdict().items() if said), None) if found else None
    words = found[name] if found and name else re.sub(r"是|本科|大专|[()\s/]", "", clause.text)
    words = words if is_major(words) else words.split(" ")[0]
    if not name and not (2 <= len(words) <= 12 and _NEAR_DEGREE.search(clause.before + "")):
        return
    if is_major(words) and parse_schooling(words) is None and not _is_work(words) and words in clause.text:
        start = clause.text.index(words)
        yield fact("conditions.major", words, clause, (start, start + len(words)), LIKELY)


def _is_work(words: str) -> bool:
    """Whether the words name people at work rather than a field: 护士, 保安员."""
    return bool(re.search(r"[员工]$|(?<!幼)师$|函授|自考|护士|司机|保安|客服|证", words))


def _home(clause: Clause, reading: Reading) -> Iterator[Fact]:
    if clause.past and "现" not in clause.text:
        return
    for pattern in (_HOME, _LIVES):
        for found in pattern.finditer(clause.text):
            name = next(name for name, said in found.groupdict().items() if said)
            if name in ("place3", "place5") and clause.start > _FIRST_WORDS:
                continue
            said = _HOME_STOP.split(_DOOR.sub("", found[name]))[0].strip(" -)")
            known = _is_place(said, reading)
            if not _NOT_HOME.match(found[name]) and (known or (name == "place" and _MAY_BE_PLACE.fullmatch(said))):
                at = found.start(name) + len(found[name]) - len(found[name].lstrip())
                yield fact("conditions.residence", said, clause, (at, at + len(said)), LIKELY if known else _BARE)
                return
    yield from _bare_home(clause, reading)


# What stands behind a word for living and may be the name of a place that no list has.
_MAY_BE_PLACE: Final = re.compile(
    r"(?![她他我老小单集员父母儿女丈婆公朋])(?:(?!(?:宿舍|亲戚|单位|方便|隔壁|郊区|农村|城里|镇上|村里|市区|本地))[^的了着过她他我没有不要会人租去\W\da-z]){2,8}"
)
_LIVES_IN: Final = re.compile(
    "(?:lives? in|living in|resides in) (?P<place>[a-z]+(?: (?!with|and|near|alone|since|for|but)[a-z0-9]+){0,3})"
)
_BARE_PLACE: Final = re.compile(
    r"\s*(?:[-·•*◆▪]|\d{1,2}[.、)])?\s*(?:家|坐标|位于|地址)?[: ]*(?P<place>[\u4e00-\u9fff]{2,18}?|[a-z]{4,12})(?:这块儿?|那边|这边|人|的)?\s*"
)
_NO_BARE_HOME: Final = re.compile(
    r"(?:区域|地区|地点|意向|期望|公司|单位|最好|希望|想|找|去|要求|在|到|籍贯|老家|户籍|[、和或])[^。;\n]{0,8}$"
)
_NO_BARE_PLACE: Final = re.compile("学|中专|[内外]$|中心|附近|公司|医院|[卡表单]$|^[不没说是]|[了着过]")


def _bare_home(clause: Clause, reading: Reading) -> Iterator[Fact]:
    """A place that stands alone, as at the head of a visit's note or in the last cell of a roster, is the home."""
    if lives := _LIVES_IN.search(clause.text):
        yield fact("conditions.residence", lives["place"], clause, lives.span("place"), LIKELY)
        return
    found = _BARE_PLACE.fullmatch(clause.text)
    if (
        not found
        or _NO_BARE_HOME.search(clause.before[-12:])
        or _NO_BARE_PLACE.search(found["place"])
        or is_major(found["place"])
    ):
        return
    said = _DOOR.sub("", found["place"])
    place = parse_place(said, reading.home) if len(said) >= _SHORTEST_PLACE and not mentions(said) else None
    sure = (
        place is not None and not place.likely and (place.code or said.endswith(("镇", "乡", "街道", "区", "县", "村")))
    )
    if sure and place is not None and place.level in ("district", "township"):
        yield fact(
            "conditions.residence", said, clause, (found.start("place"), found.start("place") + len(said)), _BARE
        )


_SHORTEST_PLACE: Final = 2
_BARE: Final = 0.85


def _is_place(said: str, reading: Reading) -> bool:
    """Whether the words name a place: one of the gazetteer, be it one of several of its name, or by their ending."""
    if len(said) < _SHORTEST_PLACE:
        return False
    place = parse_place(said, reading.home)
    return bool(place and (place.code or place.ambiguous)) or (len(said) > 2 and said[-1] in "邨苑村镇乡")


_SPOUSE: Final = re.compile(
    r"(?P<ex>前夫|前妻|ex-husband|ex-wife)|(?P<gone>(?:丈夫|老公|妻子|老婆|爱人|老伴)[^,。;]{0,4}(?:去世|过世|没了|走了)|(?:husband|wife) (?:passed|died))"
    r"|(?P<now>丈夫|老公|妻子|老婆|爱人|媳妇(?!妇)|老伴|老爷们|她男的|(?<=她)(?:先生|男人)|(?<!ex-)(?:husband|wife))"
)


def _audit(clause: Clause) -> Iterator[Fact]:
    if found := _MARRIED.search(clause.text):
        yield fact("audit.marital_status", str(found.lastgroup), clause, found, LIKELY)
    if found := _ETHNIC.search(clause.text):
        yield fact("audit.ethnicity", found[0], clause, found, PLAIN)
    if found := _HUKOU.search(clause.text):
        yield fact("audit.household", found["h"] or found["h2"], clause, found, LIKELY)
    elif (found := _COMES_FROM.search(clause.text)) and (place := parse_place(found["h"])) and not place.likely:
        yield fact("audit.household", found["h"], clause, found.span("h"), WEAK)


_BY_PRONOUN: Final = 0.65


def _spouse(clause: Clause) -> Iterator[Fact]:
    """Who has a husband or a wife is married; who had one is divorced or widowed. Kept for the audit only."""
    found = _SPOUSE.search(clause.text)
    if found and not re.search(r"没|无|别人|邻居|老板娘?的?", clause.text[max(0, found.start() - 4) : found.start()]):
        said = "离异" if found["ex"] else "丧偶" if found["gone"] else "已婚"
        yield fact("audit.marital_status", said, clause, found, WEAK)

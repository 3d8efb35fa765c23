"""How old the client is: an age in words or figures, a year of birth, an identity number."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from jobmatch.intake.clauses.note import Clause
from jobmatch.intake.clauses.phrasebook import NUMBER, pattern
from jobmatch.intake.fact import LIKELY, PLAIN, WEAK, Fact, Reading, fact
from jobmatch.spoken import number_of
from jobmatch.text.dates import REPUBLIC

_AGE: Final = (
    re.compile(r"(?:出头|来岁|多岁?|左右|上下)[(,](?:实|虚|周)?岁?(?P<age>[2-6]\d|[二三四五六][一二三四五六七八九])(?=[)岁]|$)"),
    re.compile(rf"(?:年龄|年纪|岁数|实龄|现年|年方|今年有?|年满|刚满|age[d:]?|aged)[ :是为约]*(?P<age>{NUMBER}|廿[一二三四五六七八九]?|卅[一二三四五六七八九]?)(?: ?周?岁)?(?![年月\d.%千万元块多几来])"),
    re.compile(rf"(?<!老)(?P<age>{NUMBER}) ?周?岁(?!(?:的)?(?:老)?(?:[娘爹伴]|人(?!员)|母|父|妈(?!妈)|爸|婆婆|公公|爷|奶|外[婆公孙]|孙|闺女|娃|宝)|以[上下前后]|前|时|那年|的(?:孩子|儿子|女儿|娃|母亲|父亲|老)|就|开始|孩子|儿子|女儿|进|跟(?!前)|下(?:地|田|乡|海|井|学)|参加|出来|结婚|嫁|来(?![京这])|上(?!下)|当|离家|入|学|(?:以后)?[^,。;]{0,6}(?:不让|不要|不收|不招|限|就不))"),
    re.compile(r"(?P<age>\d{2})[ -]?(?:years?[ -]old|y/?o\b|yrs? old)"),
    re.compile(r"(?:^|[,;]) ?(?P<of>\d{2}) ?yrs?$"),
    re.compile(r"(?<!\w)(?:is|he's|she's|hes|shes|now|aged?) (?P<age>[1-7]\d)(?= (?:and|with|from|yo)|[,.;]|$)"),
    re.compile(rf"(?:小媳妇|大姑娘|老哥|老弟|小哥|大娘|大嫂|嫂子|单亲妈妈|宝妈|宝爸|妹儿|妹子|幺妹|小妹|后生仔?|阿叔|阿伯|阿婶|阿姐|阿嫂|大嫂|大爷|老汉|小囡|丫头|男的|女的|姓[\u4e00-\u9fff]的?|男孩子|女孩子|本人|小伙子?|姑娘|女孩|男孩|大姐|大哥|大妈|大叔|妇女|男子|女子|女士|先生|阿姨|师傅)[ ]?(?P<age>{NUMBER})(?!年|月|个|份|次|多|元|点|千|万|出头|好几|来|左右|上下|[一二三四五六七八九])"),
    re.compile(r"(?:我|她|他|呢|哥|姐|叔|姨|说|都|已经?|快|今年|某|[,、 ]|^)(?P<age>[二三四五六七]十[一二三四五六七八九]?|[1-7]\d)[了啦咯喽]"),
    re.compile(r"(?:[他她]|这人|那人|大哥|大姐)(?:今年|现年|都|快)?(?P<age>[2-6]\d)(?=以前|之前|原先|原来|早先|从前|孩子"
        r"|想(?!要)|初中|高中|中专|大专|本科|未婚|已婚|离[婚异]|老家|家里|失业|下岗|没(?:工作|活|上过))"),
    re.compile(r"(?:才|刚满?|现在|今年|也就)(?P<age>[二三四五六]十[一二三四五六七八九]?|十[六七八九])(?=$|[ ,。;])"),
    re.compile(r"(?:^|(?<=[,。;、 (是]))(?:[老小][\u4e00-\u9fff]|姓[\u4e00-\u9fff]|[\u4e00-\u9fff]某某?|[他她]|此人|这位"
        r"|来人)(?:今年|现年|刚|已经|都)?(?:满)?(?P<age>[1-7]\d|[二三四五六七]?十[一二三四五六七八九]?"
        r"|廿[一二三四五六七八九]?|卅[一二三四五六七八九]?)(?:整)?(?=了|岁|[,。;、 ]|$)"),
    re.compile(r"^\s*(?:不对)?[, ]*应该是(?P<age>[二三四五六]十[一二三四五六七八九]?|[2-6]\d)(?=$|岁|[ ,。])"),
    re.compile(r"^\s*(?:(?:嗯|呃|啊|哦|对|那个|也就|本人|自己|我自己|我|今年|虚岁|周岁|年纪)*)(?P<age>[二三四五六]十[一二三四五六七八九]?|十[六七八九]|1[6-9]|[2-6]\d)(?:整|多了|来岁|出头)?\s*$"),
    re.compile(r"(?:自己|我(?:今年)?|[弟妹哥姐]|儿子|女儿|闺女)(?P<age>[2-6]\d|[二三四五]十[一二三四五六七八九]?)(?=$|[ ,。])"),
    re.compile(r"^\W*[mf](?P<age>[1-6]\d)(?!\d)"),
    re.compile(r"(?P<age>[3-6]\d|[三四五六]十[一二三四五六七八九]?)的人了"),
    re.compile(r"(?:fe)?male,? (?P<age>\d\d)(?!\d)"),
    re.compile(r"(?P<age>[二三四五六]十[一二三四五六七八九]?|(?<!\d)[2-6]\d)(?=大专|本科|初中|高中|中专|小学|硕士|文化|未婚|已婚|离异)"),
    re.compile(r"(?:刚过|刚刚过|整|刚好|正好)(?P<age>[二三四五六]十[一二三四五六七八九]?)(?=$|[,。;岁])"),
    re.compile(r"^[\u4e00-\u9fff]{1,2}(?:头|生|姐|哥|叔|婶|伯)(?P<age>[二三四五六]十[一二三四五六七八九]?)(?=$|[,。;了岁 ])"),
    re.compile(r"(?P<age>[二三四五六]十[一二三四五六七八九])(?=[一二三四五六七八九](?:岁)?(?:的|上下|左右|$))"),
    re.compile(r"^[ ]*(?:[男女][ 、/]?)(?P<age>[1-7]\d)(?=[ 、/]|$|岁)"),
)  # fmt: skip
_AND: Final = re.compile(r"(?<=[二三四五六七]十)有(?=[一二三四五六七八九])")  # 四十有五
_SHORT_OF: Final = re.compile(r"(?P<whole>[二三四五六七]十)(?:还)?差(?P<less>[一二两三四五])岁")
_ROUGH: Final = re.compile(r"[周 ]?岁?(?:出头|左右|上下|来岁|多岁|好几)")
_NUMBER_OF_AGE: Final = r"(?P<age>[1-7]\d|[二三四五六]十[一二三四五六七八九]?)整?"
# 男，51，初中; 陈姐 四十七; 49女; 唐某 38 男; 27 高中: a bare number between signs in the first words of a note.
_BARE_AGE: Final = re.compile(
    rf"(?<!\d/)(?<!\d:)(?:^|(?<=[\s,、/;|(:])|(?<=某)|(?<=某某)|(?<=[男女])){_NUMBER_OF_AGE}(?=$|[\s,、/;|):]|[男女](?![\u4e00-\u9fff]))"
    r"(?! ?(?:years?|yrs?|months?|weeks?|km|hours?|minutes?|mins?|kg)(?![a-z])(?! old))(?!/\d|:\d| ?(?:jan|feb"
    r"|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|[年月日号份个人%])| \d)"
)
_OF_YEARS: Final = re.compile(r"(?:年限|多久|工龄|年资|驾龄)[:： ]*$")  # 年限:24
_FIRST_WORDS: Final = 60  # characters; a bare number further down counts something else
_AFTER_GENDER: Final = re.compile(r"(?:[男女]性?|male)[,、/ |;]*$")
_TENS: Final = "二三四五六七八九十"
_REPUBLIC_YEAR: Final = rf"[2-9]\d|[{_TENS[:-1]}]十[一二三四五六七八九]?"
_BORN: Final = (
    re.compile(r"(?P<year>19[3-9]\d|200\d)[./-](?:0?[1-9]|1[0-2])(?![./\d-])(?= ?[男女]|$)"),
    re.compile(r"生日?[^,。;\d]{0,3}(?P<year>19[3-9]\d|20[01]\d)[年./-]"),
    re.compile(rf"(?:民国)?(?<![\d{_TENS}])(?P<roc>{_REPUBLIC_YEAR})年次"),
    re.compile(rf"民国(?P<roc>{_REPUBLIC_YEAR})年(?=出?生|的(?!工作|经验)|\d{{1,2}}月|[,。;、 )]|$)"),
    re.compile(r"(?<![a-z])b\. ?(?P<year>19[3-9]\d|20[01]\d)"),
    re.compile(r"(?:身份证|出生)[^,。;\d]{0,8}(?P<year>19[3-9]\d|20[01]\d)[年./-]"),
    re.compile(r"^[^\d]{0,4}(?P<year>19[3-9]\d|200\d)年(?:\d{1,2}|十[一二]?|[一二三四五六七八九])月(?:份)?的$"),
    re.compile(
        r"(?P<year>19[3-9]\d|20[01]\d)年?(?:\d{1,2}月?|[腊正冬]月)?(?:\d{1,2}日?|初\w|[底初])?(?:出?生|的人|属)"
    ),
    re.compile(
        r"(?:生于|出生(?:于|年月|日期|年份)?|born(?: in| on)?(?: \d{1,2})?(?: [a-z]{3,9})?)[ :是为]*(?P<year>19[3-9]\d|20[01]\d)"
    ),
    re.compile(r"(?<!\d)(?P<short>[4-9]\d|0\d)年(?:出?生|的(?!工作|经验)|\d{1,2}月(?:出?生|的))"),
)
_DIGITS: Final = "零一二三四五六七八九"
_YEAR_IN_WORDS: Final = re.compile(f"[一二][九零〇][{_DIGITS}〇]{{2}}(?=年)")
_LEAST_BELIEVED, _MOST_BELIEVED = 14, 80


_Said = tuple[float, tuple[int, int], float]  # the age, the place in the clause, how sure


def read_age(clause: Clause, reading: Reading) -> Iterator[Fact]:
    """How old the client is by the plainest words of a clause."""
    for read in (_by_key, _short_of, _in_words, _bare, _by_identity, _by_birth):
        if said := read(clause, reading):
            age, place, sure = said
            yield fact("conditions.age", int(age), clause, place, _OPEN if _disputed(clause, reading) else sure)
            return


def _by_key(clause: Clause, _: Reading) -> _Said | None:
    """年龄:47; 哪年的:六八."""
    found = _KEYED.search(clause.text, clause.value) if clause.key == "age" and clause.value else None
    if found and _is_age(number_of(found[0])):
        return number_of(found[0]), (0, found.end()), PLAIN
    return None


_KEYED: Final = re.compile(r"[2-6]\d(?!\d)|[二三四五六]十[一二三四五六七八九]?|1[5-9](?!\d)|十[五六七八九]")


def _short_of(clause: Clause, _: Reading) -> _Said | None:
    """六十差两岁."""
    found = _SHORT_OF.search(clause.text)
    return (number_of(found["whole"]) - number_of(found["less"]), found.span(), LIKELY) if found else None


def _in_words(clause: Clause, reading: Reading) -> _Said | None:
    """今年49岁; 她二十七; aged 45."""
    text = _AND.sub("", clause.text)
    for form in _AGE:
        for found in form.finditer(text):
            try:
                age = number_of(found[1])
            except (KeyError, ValueError):
                continue
            if _is_age(age) and age == int(age) and not _of_another(text[: found.start()], reading):
                return (
                    age,
                    found.span(),
                    WEAK if "of" in found.groupdict() or _ROUGH.match(text[found.end("age") :]) else PLAIN,
                )
    return None


def _bare(clause: Clause, _: Reading) -> _Said | None:
    """男，51，初中."""
    for bare in _BARE_AGE.finditer(clause.text):
        if _may_be_age(clause, bare) and _is_age(number_of(bare["age"])):
            return number_of(bare["age"]), bare.span("age"), LIKELY
    return None


def _by_identity(clause: Clause, reading: Reading) -> _Said | None:
    """By the day of birth in an identity number."""
    found, today = pattern("age.identity").search(clause.text), reading.today
    if not found:
        return None
    late = (today.month, today.day) < (int(found["month"]), int(found["day"]))
    age = today.year - int(found["year"]) - late
    return (age, found.span(), PLAIN) if _is_age(age) else None


def _by_birth(clause: Clause, reading: Reading) -> _Said | None:
    """By the year of birth, in figures or in words."""
    text = _YEAR_IN_WORDS.sub(_in_figures, clause.text)
    short = _SHORT_YEAR.search(clause.text, clause.value) if clause.key == "born" else None
    short = short or _WORDS_YEAR.search(clause.text)
    if short and _is_age(age := reading.today.year - _century(_in_digits(short["year"]))):
        return age, short.span(), LIKELY
    forms = (*((pattern("age.year"),) if clause.key == "born" else ()), *_BORN)
    for born in filter(None, (form.search(text) for form in forms)):
        if _is_age(age := _age_of(born, reading.today)):
            return age, born.span(), LIKELY
    return None


_SHORT_YEAR: Final = re.compile(
    rf"(?P<year>(?<![\d/.-])\d\d(?![\d/.-])|(?<![{_DIGITS}])[{_DIGITS}]{{2}}(?![{_DIGITS}]))(?:年|$|[,。; ])"
)


_WORDS_YEAR: Final = re.compile(rf"(?<![{_DIGITS}\d])(?P<year>[五六七八九零][{_DIGITS}])年(?:的(?!时候|事)|出?生|人)")


def _in_digits(said: str) -> int:
    return int("".join(str(_DIGITS.index(sign)) if sign in _DIGITS else sign for sign in said))


def _century(year: int) -> int:
    return year + (_THIS_CENTURY if year <= _LATEST else _LAST_CENTURY)


_THIS_CENTURY, _LAST_CENTURY, _LATEST = 2000, 1900, 12


def _in_figures(found: "re.Match[str]") -> str:
    return "".join(str(_DIGITS.index(sign)) for sign in found[0].replace("〇", "零"))


def _is_age(age: float) -> bool:
    return _LEAST_BELIEVED <= age <= _MOST_BELIEVED


_DISPUTED: Final = re.compile(r"不一致|对不上|不符|待核|两个?说法|not sorted|does not match|doesn't match")
_OPEN: Final = 0.5  # two papers that disagree: nothing is written
_NEAR: Final = 60  # characters behind an age in which it is said that another paper has another one


def _disputed(clause: Clause, reading: Reading) -> bool:
    return bool(_DISPUTED.search(reading.note.shadow[clause.start : clause.end + _NEAR]))


def _of_another(ahead: str, reading: Reading) -> bool:
    """Whether the words before an age name a child, or anybody directly before its bracket, who is not the client."""
    role = reading.note.subject.role
    if ahead.endswith("(") and reading.note.subject.someone(ahead[-_PERSON:]):
        return True
    return bool(pattern("age.of_a_child").search(ahead)) and not (role and role in ahead)


_PERSON: Final = 5  # characters before an age in brackets in which somebody is named: 母亲(80岁)


def _may_be_age(clause: Clause, bare: "re.Match[str]") -> bool:
    """A number that stands alone is an age behind the gender or among the first words of the note."""
    before = clause.before + clause.text[: bare.start()]
    if _OF_YEARS.search(before):
        return False
    alone = not clause.text.replace(bare[0], "").strip() and pattern("age.named_before").search(clause.before)
    return bool(alone or _AFTER_GENDER.search(before)) or clause.start + bare.start() <= _FIRST_WORDS


def _age_of(born: "re.Match[str]", today: date) -> int:
    """The age of who was born then; 85 is 1985, 03 is 2003; before the birthday's month one less."""
    if born.groupdict().get("roc"):
        return today.year - REPUBLIC - int(number_of(born["roc"]))
    year = (
        int(born["year"])
        if "year" in born.groupdict()
        else int(born["short"]) + (2000 if born["short"][0] == "0" else 1900)
    )
    month = re.search(r"[年./-](\d{1,2}|十[一二]?|[一二三四五六七八九])(?:月|$|[./-])", born[0])
    return today.year - year - bool(month and number_of(month[1]) > today.month)

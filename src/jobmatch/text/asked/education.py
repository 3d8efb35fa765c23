"""Schooling on a ladder of eight rungs.

0 none asked, 1 小学, 2 初中, 3 高中 and 中专, 4 大专, 5 本科, 6 硕士, 7 博士.
"""

import re
from functools import lru_cache
from typing import Final

from jobmatch.messages import language, own_words, said
from jobmatch.patterns import late
from jobmatch.records.vocabulary import TABLES
from jobmatch.text.clauses import clause_after, clause_before, is_wish, longest_read
from jobmatch.text.fold import fold, fold_lines

_NAMES: Final = ("不限", "小学", "初中", "高中", "大专", "本科", "硕士", "博士")
# 高职 is a vocational high school in Taiwan and, where 高专 stands beside it, a college of the mainland.
_RUNGS: Final = {
    7: "博士 phd ph.d doctorate doctoral",
    6: "硕士 研究生 研究所 mba master postgraduate",
    5: "大学本科 本科 学士 大学 四技 二技 一本 二本 bachelor undergraduate "
    "university.degree college.degree 4-year.degree college.graduate degree.level bsc ba.degree bs.degree bachelors",
    4: "大学专科 高职高专 高职院校 高职及 高职/大专 大专 专科 二专 五专 高级技工 技师学院 "
    "associate.degree associate's.degree associates.degree associate's hnd junior.college college.diploma "
    "foundation.degree",
    3: "高中职 高中 中专 中职 中技 技校 职高 高职 技工学校 职业高中 职业学校 高级中学 "
    "high.school hs.diploma secondary.school ged",
    2: "初中 国中 初级中学 junior.high middle.school",
    1: "小学 国小 primary.school elementary.school",
}
_RUNG_OF: Final = {word.replace(".", " ").replace("ph d", "ph.d"): rung
                   for rung, words in _RUNGS.items() for word in words.split()}  # fmt: skip
# Plain words, longest first: the engine then skips to the first letters that begin one.
_DEGREE: Final = late("|".join(map(re.escape, sorted(_RUNG_OF, key=len, reverse=True))))
_OPEN: Final = late(
    r"(?:学历|学经历|文化程度|文化|教育程度|学位|education)(?:要求)?[:： 】\])]*(?:不限"
    r"|不拘|无要求|没要求|无限制|不作要求|不做要求|没有要求"
    r"|没有限制|不要求|没有?门槛|不看)"
    r"|(?:不限|不论|无|不拘|不看|不要求|不要|没)(?:制)?(?:学历|学经历|文凭)(?!造假)|无文化要求|no (?:degree|education"
    r"|diploma)(?! or )|(?:degree"
    r"|education) not required"
)
_OPEN_ALONE: Final = late(r"(?:不限|不拘|无|无要求|没要求|没有要求|任意|不要求|无限制|any|none|不限制)(?:学历)?")
# A degree that is demanded outright, which outweighs a 学历不限 elsewhere in the same text.
_MUST_BEFORE: Final = late(r"(?:必须|务必|要求|需|须|至少|最低|不低于|限|required?:?)[^,;。不]{0,8}$")
_MUST_AFTER: Final = late(
    r"(?:\(?含\)?)?(?:及|或|\()?(?:其|含)?以上(?!均|皆|都|可|亦|也)|(?: degree)? (?:is )?(?:required|or above)"
)
_MORE_FOR_IT: Final = late(
    r"待遇|薪|工资|奖|补贴|津贴|另议|面议|上浮|落户|学生|招生|客户|对象|不限|均可|亦可|也可|可放宽"
)
# Words that may stand beside a degree only because it is one: 大学 is also a place, 小学 a school to work at.
_SURE_AFTER: Final = late(
    r" ?(?:\(?含\)?)?(?:及|或|\(|/|、|以上|学历|文化|毕业|程度|同等|肄业|以下|degree|diploma|or |$)"
    r"|生(?:毕业)?(?!产|活|物|态)|or above"
)
_SURE_BEFORE: Final = late(r"(?:学历|文化|教育|程度|要求|至少|统招|全日制|正规|国家|毕业|[:/、(]|最低|以上|^)[:： ]*$")
_PLAIN: Final = late(r"本科|大专|硕士|博士|中专|技校|职高|中技|中职|研究生|学士|bachelor|master|ph")
# Not a degree: the people taught, the place of work, the company.
_OTHER: Final = late(
    r"(?:部|老师|教师|教育|数学|语文|英语|物理|化学|课|学生|阶段|年级|辅导|生源|医院|医生"
    r"|护士|门诊|路|城|街|附近|后|眼镜|伦|导师|组|级(?!学)|高级|高[)(/]|高$"
    r"|系(?:所|毕|或|以外|及|、|/|相关|尤|优|为|者|可|亦|佳|,|。|;|$| |出身|的))"
)
_LETTER: Final = late(r"[a-z]")
_WORD_ENDS: Final = late(r"(?:['’]?s)?(?![a-z])")
# A tier of pay or an allowance for who has the degree: 本科以上:8000-12000元, 硕士津贴3000元.
_PAID_BY_IT: Final = late(
    r"(?:学历|学位|毕业|研究生|生|人才|及?以上|\(?含\)?){0,3}"
    r"(?:[:： ]{0,2}(?:\d{4,6}(?!年|届|级|人)|\d{1,2}(?:\.\d)?[k千万])"
    r"|(?:每月|可?享|额外|另有)?(?:津贴|补贴|补助|奖励|加给|加薪|起薪|底薪|月薪|安家费))"
)
# People of the employer: 斯坦福ai博士等, 博士团队, 由博士领衔.
_OUR_PEOPLE: Final = late(r"(?:等(?!学历|以上|及|或)|们|团队|领衔|带队|带领|加盟|加入我们|[工作]*站|创办|创立)")
_DEGREE_BEHIND: Final = late("博士|硕士")  # 国内外大学博士学位 asks for the latter
_STUDENT: Final = late(r"大[一二三四]|在校|在读")
_HIGHER: Final = late(r"[^,;。]{0,4}(?:及|或)?以下")
_FAMILY: Final = late(
    r"孩子|儿子|女儿|子女|丈夫|妻子|父亲|母亲|配偶|爱人|孙|上大学|读大学|考上?大学"
    r"|上高中|读高中|上初中|上小学|读小学|读初中"
)


def education_name(rung: int) -> str:
    """The name of a rung.

    >>> education_name(4)
    '大专'

    A number that is no rung raises ``IndexError``.
    """
    if rung < 0:
        raise IndexError(rung)
    return _NAMES[rung]


def schooling_said(name: str) -> str:
    """A schooling as it is written, in English by the name that stands in it.

    >>> schooling_said("中专及以上")
    '中专及以上'
    """
    if language() != "en":
        return own_words(name)
    named = next((one for one in TABLES["education"][0] if one in name), name)
    return said(f"value.education.{named}") or name


def _rung(match: re.Match[str]) -> int:
    return _RUNG_OF[match[0]]


def _is_degree(match: re.Match[str], text: str, short: bool) -> bool:
    after = text[match.end() : match.end() + 12]
    if match[0].isascii() and (_LETTER.match(text[match.start() - 1 : match.start()]) or not _WORD_ENDS.match(after)):
        return False  # mastercam, managed
    if after.startswith(("均可", "都可", "皆可")) and _STUDENT.search(clause_before(text, match.start(), 8)):
        return False  # 大三大四、研究生均可: who may come as a trainee
    if _is_told_of_others(match[0], after):
        return False
    if short or _PLAIN.match(match[0]):
        return True
    return bool(_SURE_AFTER.match(after) or _SURE_BEFORE.search(clause_before(text, match.start(), 6)))


def _is_told_of_others(degree: str, after: str) -> bool:
    """Whether a degree is no demand: a school or a place, a tier of pay, people of the employer."""
    if (_OTHER.match(after) and not after.startswith("后端")) or _PAID_BY_IT.match(after):
        return True
    ours = degree in ("博士", "硕士") and _OUR_PEOPLE.match(after)
    return bool(ours or (degree == "大学" and _DEGREE_BEHIND.match(after)))


def _degrees(text: str) -> list[re.Match[str]]:
    short = len(text) <= 14
    return [found for found in _DEGREE.finditer(text) if _is_degree(found, text, short)]


def parse_education(text: str) -> int | None:
    """The least schooling that a posting asks, as a rung; 0 where it asks none.

    >>> [parse_education(t) for t in ("大专及以上", "學歷不拘", "初中以上文化", "本科/大专", "bachelor's degree")]
    [4, 0, 2, 4, 5]

    A wish is no requirement, and neither a bare code number nor silence says anything: None.

    >>> parse_education("大专以上学历,硕士优先"), parse_education("3"), parse_education("会计,50人")
    (4, None, None)

    Of 学历不限 and a demand in the same text, the demand counts.

    >>> parse_education("学历不限。任职要求:必须本科及以上学历"), parse_education("学历不限,大专优先")
    (5, 0)
    """
    return _asked(text[: longest_read()])


@lru_cache(maxsize=4096)
def _asked_short(text: str) -> int | None:
    return _read_asked(text)


def _asked(text: str) -> int | None:
    return _asked_short(text) if len(text) <= 30 else _read_asked(text)


def _read_asked(text: str) -> int | None:
    return education_in(fold_lines(text).lower())


def education_in(folded: str) -> int | None:
    """As ``parse_education``, for a text that is folded and in lower case already.

    >>> education_in("大专及以上")
    4
    """
    if _OPEN_ALONE.fullmatch(folded):
        return 0
    asked = [found for found in _degrees(folded) if not is_wish(folded, found.end())]
    if _names_schooling(folded) and _OPEN.search(folded):
        # 学历不限 and 必须本科 in one text: the stricter counts, for a wrong journey costs more than a question
        return max((_rung(found) for found in asked if _is_demanded(folded, found)), default=0)
    if not asked:
        return None
    if _HIGHER.match(folded, asked[0].end()):
        return 0  # 初中及以下: nothing is asked
    return min(_rung(found) for found in _first_clause(folded, asked))


def _is_demanded(text: str, found: re.Match[str]) -> bool:
    before, after = clause_before(text, found.start(), 20), clause_after(text, found.end(), 20)
    if _MORE_FOR_IT.search(before) or _MORE_FOR_IT.search(after):
        return False
    return bool(_MUST_AFTER.match(after) or _MUST_BEFORE.search(before))


def _names_schooling(text: str) -> bool:
    return any(word in text for word in ("学历", "学经历", "文化", "教育", "学位", "degree", "education", "diploma"))


def _first_clause(text: str, found: list[re.Match[str]]) -> list[re.Match[str]]:
    """The degrees of the first clause that names one; a later clause may speak of other things."""
    first = found[0]
    reach = first.end() + len(clause_after(text, first.end(), 30))
    return [one for one in found if one.start() <= reach]


def parse_schooling(text: str) -> int | None:
    """A person's own highest schooling, as a rung; None where nothing is said.

    >>> parse_schooling("初中学历,无工作经验,孩子已上大学"), parse_schooling("先读大专,后取得本科学历")
    (2, 5)
    >>> parse_schooling("文盲"), parse_schooling("身体健康")
    (0, None)
    """
    folded = fold(text[: longest_read()]).lower()
    own = [found for found in _degrees(folded) if not _is_of_family(folded, found)]
    if own:
        return max(_rung(found) for found in own)
    return 0 if re.search(r"文盲|不识字|没上过学|未上学|无学历", folded) else None


def _is_of_family(text: str, found: re.Match[str]) -> bool:
    around = clause_before(text, found.start(), 20) + found[0]
    return bool(_FAMILY.search(around))

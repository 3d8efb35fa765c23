"""Job titles as posted → the job they name: pay, benefits, calls, cities and headcounts taken off."""

import re
from functools import cache, lru_cache
from typing import Final

from ahocorasick_rs import AhoCorasick, MatchKind

from jobmatch import settings
from jobmatch.patterns import late
from jobmatch.text import lexicon
from jobmatch.text.fold import fold

_NUMBER: Final = r"[\d.,]{1,12}"
_UNIT: Final = r"(?:[kKwW](?![a-z]{2})|[千万元块]|美金)"  # the driver of an 18 wheeler has no pay of 18 w
# Amounts, hours, dates, headcounts and codes. Every repeat is bounded, so that no text can make it hang.
_AMOUNTS: Final = late(
    rf"{_NUMBER}\s?{_UNIT}?\s?[-~—–至到]\s?{_NUMBER}\s?{_UNIT}?(?:[/每](?:月|年|天|日|小时|时))?\+?"
    rf"|{_NUMBER}\s?{_UNIT}\+?(?:以上|起)?(?:[/每](?:月|年|天|日|小时|时))?"
    r"|\d{1,2}[:/]\d{1,2}|\d{3,12}[元起]?\+?|[A-Za-z]{1,3}\d{3,9}"
    r"|[招聘]?[\d一二两三四五六七八九十]{1,3}[名人位]"
)
_FIGURE: Final = late(r"[\d.,一二两三四五六七八九十]")  # no amount is without one: most titles need no long look
# The number under which an employer keeps a vacancy says nothing of it: SZ-QC-D005.
_VACANCY_CODE: Final = late(
    r"(?<![A-Za-z0-9])[A-Za-z]{1,5}(?:[-_][A-Za-z]{1,5}){0,3}[-_][A-Za-z]{0,2}\d{2,8}(?![A-Za-z0-9])"
)
# What a bracket holds is an extra, unless the bracket is all there is or what stands outside names no job.
_BRACKETS: Final = late(r"\([^()]{0,40}\)|\[[^\[\]]{0,40}\]|【[^【】]{0,40}】|《[^《》]{0,40}》|<[^<>]{0,40}>")
_OPENING: Final = late(r"[(\[【《<]")
_SIGNS: Final = late(r"[^\w+#.&]+|_+")
# 房务员@好玩、活力: what is called out behind the sign is no job.
_CALLED_OUT: Final = late(r"(?<=[\w)】])\s?@.*")
# 测试-某银行项目: the site of the work behind a dash is not the job.
_SITE: Final = late(r"(?<=\w)\s?[-–—/|]\s?[^-–—/|]{1,14}项目(?:组|部|上)?$")
# What the work is said to be better than, or not to be, is not the work: 进厂搬砖不如高薪送餐, 非销售, 告别流水线.
_OTHER_WORK: Final = (
    r"(?:电话)?(?:销售|电销|推销|直销|地推|微商|保险|中介|外包|派遣|劳务|培训|直播|猎头|房产|外卖|送外卖|骑手|快递"
    r"|进厂|工厂|电子厂|流水线|打螺丝|搬砖|板砖|工地|坐班|坐办公室|服务员|保安)"
)
_NOT_THE_WORK: Final = late(
    r"[^\s,;!?|/]{1,8}不如(?=..)"
    rf"|比{_OTHER_WORK}(?:更|还)?(?:强|好|轻松|赚钱?|挣钱?|自由|稳定|高薪)(?:的|多了)?"
    rf"|(?:告别|厌倦|逃离|拒绝|不想|不用|别再|不再|不去|别去?|(?<![并莫无])非|不做|不是|不含|不涉及|无需?|没有|免)(?:了|任何)?{_OTHER_WORK}"
    r"(?:性质|类|岗位?|经验|任务|压力|指标|业绩|公司)?(?:的|,)?"
)
_NOT_THE_WORK_AT: Final = late("[比别非不无没免]|告别|厌倦|逃离|拒绝")
_HIRING_JOBS: Final = (
    "专员",
    "经理",
    "主管",
    "顾问",
    "助理",
    "实习",
    "HR",
    "总监",
    "负责",
    "运营",
    "方向",
    "岗",
    "培训",
    "与",
)
# ... and so does a rank of whoever hires, whatever it is: 招聘副经理, 招募部高级主管. Others are hired: 招聘店长.
_HIRING_RANK: Final = late(
    r"(?:部|组|中心|团队)?(?:高级|资深|初级|中级|副|助理){0,2}(?:专员|经理|主管|顾问|助理|总监|主任|专家|副理|襄理|负责人|hrbp|hr|bp)",
    re.IGNORECASE,
)
_CALLS: Final = ("招聘", "招募")
# Who is meant may be anybody: 兼职人员(餐饮服务员) names the job in its bracket.
_ANYBODY: Final = frozenset(("人员", "工作人员", "员工", "职员", "伙伴", "小伙伴", "同事", "人才", "社员", "临时人员"))
_SHORT_LATIN: Final = late(r"[A-Za-z+#.]{1,8}(?:\s?[/、,]\s?[A-Za-z+#.]{1,8}){0,3}")  # Java, and Java/C++/Python


@cache
def _noise() -> tuple[AhoCorasick, tuple[str, ...]]:
    lines = (line.partition(">") for line in lexicon.lines("jobmatch.text", "lexicons/title_noise.txt"))
    replaced = {word.removeprefix("="): word[1:] if word[0] == "=" else other or " " for word, _, other in lines}
    return AhoCorasick(list(replaced), matchkind=MatchKind.LeftmostLongest), tuple(replaced.values())


def _without_noise(text: str) -> str:
    automaton, replaced = _noise()
    parts: list[str] = []
    end = 0
    for word, start, stop in automaton.find_matches_as_indexes(text):
        hires = text[start:stop] in _CALLS and _HIRING_RANK.match(text, stop)
        parts += (text[end:start], _CALLS[0] if hires else replaced[word])
        end = stop
    return "".join((*parts, text[end:])) if parts else text


def _bracket(match: re.Match[str]) -> str:
    inside = match.group()[1:-1]
    return f" {inside} " if _SHORT_LATIN.fullmatch(inside) else " "


def without_call(text: str) -> str:
    """What follows the call of an advert; whoever recruits for a living has nothing behind it.

    >>> without_call("某公司招聘焊工"), without_call("焊工招聘"), without_call("招聘专员")
    ('焊工', '焊工招聘', '招聘专员')
    """
    before, call, after = text.rpartition("招聘")
    words = after.lstrip(" :-")
    if not call or len(words) < 2 or words.startswith(_HIRING_JOBS) or _HIRING_RANK.match(words):
        return text
    return words if any(sign.isalpha() for sign in _plain(words)) else before


def without_codes(text: str) -> str:
    """A title without the codes of vacancies.

    >>> without_codes("Sr. Engineer(SZ-QC-D005)"), without_codes("UI-UX设计师")
    ('Sr. Engineer( )', 'UI-UX设计师')
    """
    return _VACANCY_CODE.sub(" ", text) if _FIGURE.search(text) else text


def _plain(text: str) -> str:
    text = without_codes(_without_noise(text))
    return _SIGNS.sub(" ", _AMOUNTS.sub(" ", text) if _FIGURE.search(text) else text).strip()


@cache
def longest_title() -> int:
    """How many characters of a title are read: what is longer is another column.

    >>> longest_title()
    200
    """
    return int(settings.load().number("reading.longest_title"))


def clean_title(title: str) -> str:
    """The job that a posted title names, folded, without what is not the job.

    >>> clean_title("抚州8k续保专员/五险双休/员工餐")
    '续保专员'
    >>> clean_title("招三人客服!!")
    '客服'

    Two jobs in one title stay, in their order, and so do tools: ``Java`` in a bracket is part of the job.

    >>> clean_title("普工/技工7500大数据分析工程师"), clean_title("【急徵】軟體工程師（Java）")
    ('普工 技工 大数据分析工程师', '软件工程师 Java')

    What a bracket holds goes, unless nobody's job is named outside it.

    >>> clean_title("焊工（包吃住）"), clean_title("兼職人員(餐飲服務員)")
    ('焊工', '人员 餐饮服务员')

    The site of the work, the employer before the call go, and Taiwan's words become the mainland's.

    >>> clean_title("测试(中级)-广州银行项目"), clean_title("金泽通招聘电工"), clean_title("系統程式設計專案經理")
    ('测试', '电工', '系统程序设计项目经理')

    What the work is not, or is better than, is no job.

    >>> clean_title("非销售 客服专员"), clean_title("进厂搬砖不如高薪送餐")
    ('客服专员', '送餐')

    A title of nothing but noise is kept as it was, folded, and nothing stays empty.

    >>> clean_title("急招！！"), clean_title(" ")
    ('急招!!', '')
    """
    return clean_words(fold(title[: longest_title()])[: longest_title()])


def job_words(title: str) -> str:
    """What a posted title says of the job; empty where it is nothing but calls, benefits and signs.

    >>> job_words("急招保洁员!"), job_words("高薪急聘，五险一金")
    ('保洁员', '')
    """
    folded = fold(title[: longest_title()])[: longest_title()]
    words = clean_words(folded)
    return words if any(sign.isalpha() for sign in _plain(words)) else ""


def clean_words(folded: str) -> str:
    """As ``clean_title``, for folded words of any length.

    >>> clean_words("负责仓库收发(早班)")
    '负责仓库收发'
    """
    return _short(folded) if len(folded) <= longest_title() else _clean(folded)


@lru_cache(maxsize=65536)  # a title is cleaned for its occupation, for its meaning and to see whether it names work
def _short(folded: str) -> str:
    return _clean(folded)


def _clean(folded: str) -> str:
    folded = _CALLED_OUT.sub("", folded) if "@" in folded else folded
    outside = _BRACKETS.sub(_bracket, folded) if _OPENING.search(folded) else folded
    outside = without_call(outside).strip()
    outside = _NOT_THE_WORK.sub(" ", outside) if _NOT_THE_WORK_AT.search(outside) else outside
    outside = _SITE.sub("", outside) if "项目" in outside else outside
    cleaned = _plain(outside)
    if not cleaned or cleaned in _ANYBODY:
        cleaned = _plain(folded) or folded
    return cleaned if any(sign.isalpha() for sign in cleaned) else folded

"""Skills, tools and duties in a text: which, how well, for how long, and whether they are asked for.

The vocabulary is ``lexicons/skills.csv``: a canonical name, its parent, and what people write for it.
"""

from collections.abc import Iterator
from functools import cache
from itertools import islice
from typing import Final, NamedTuple

from jobmatch.columns import words
from jobmatch.patterns import late
from jobmatch.records.skill import SkillMention
from jobmatch.text import lexicon
from jobmatch.text.certificates import certificate_words
from jobmatch.text.phrases import Clause, Clauses, Phrases, shadow

_DEGREE: Final = late(r"精通|熟练|熟悉|擅长|掌握|了解|proficient|familiar|expert|会|懂|具备")
_YEARS: Final = late(
    r"(?<![0-9.])([0-9]{1,2}|[一二两三四五六七八九十])(?:\s?[-~至到]\s?[0-9]{1,2})?\s?(?:年|years?)(?!度|底|终|级|龄|纪|轻|薪|假)"
)
_CHINESE_DIGITS: Final = {word: value for value, word in enumerate("一二三四五六七八九十", start=1)} | {"两": 2}
# How the name of a paper ends, which is no skill; 英语六级 is not among them: it does tell of 英语.
_PAPERS: Final = ("证", "证书", "证照", "执照", "资格", "证明", "甲等", "乙等", "licence", "license", "certificate")
# 空调清洗 is 清洗空调 too. What such a verb makes a thing of (操作系统, 管理人员) is left alone.
_VERBS: Final = frozenset(
    words(
        "登记 管理 安装 维修 清洁 清洗 制作 整理 接待 操作 设计 开发 分析 检验 检测 维护 保养 修理 办理 处理 "
        "采购 盘点 配送 运输 搬运 包装 销售 编写 撰写 审核 核算 统计 策划 拍摄 剪辑 打扫 照顾 更换 测量 驾驶 "
        "编制 填报 申报 录入 收集 调试 加工 焊接 回访 维系 拜访 接送 疏通 修剪 擦拭 切割 组装 装配 喷涂 打磨 "
        "调度 跟踪 核对 开具 收取 排查 装卸"
    )
)
_THINGS: Final = frozenset(
    words("系统 软件 平台 设备 人员 工程 技术 经验 公司 工具 中心 团队 部门 项目 方案 机械 仪器 能力 学校")
)
# What names a paper or the job itself, though a skill stands in it: 粮油检验员证, 公交驾驶员：持A1证.
_OF_A_PAPER: Final = late(
    r"(?:操作|驾驶|司机|指挥)?(?:员|工|师|技师)?(?:职业|资格|等级|上岗|作业|从业)?(?:证|證)(?!券|明|据)"
)
# What somebody studied is no skill: 会计、统计学等相关专业, 机电一体化专业毕业; 数据挖掘专业知识 is.
_OF_A_MAJOR: Final = late(
    r"[^,;。:()\s熟会懂精掌能有需]{0,14}?专业(?:毕业|背景|出身|[本专]科|大专|中专|以上|优先|者|均可|不限|尤佳|佳|(?=[,;。)\s]|$))"
)
_HELP: Final = frozenset("协帮辅补资赞救互")  # 协助产品 holds 助产, 協助行銷 holds 助行
_HEAD: Final = late(r"(?:(?![会熟懂能]|要求|工作|职责|内容|掌握|精通)[^\s,;、:]){2,9}:")
_PLAIN_END: Final = late(r"(?:操作|使用|技能|能力|经验|工作|作业|知识)$")  # 扫码枪操作 names what 扫码枪 names
_MAX_MENTIONS: Final = 1000  # in one text: real postings have dozens, a hostile text must end
_MAX_YEARS: Final = 20  # 50年 is the age of a firm, not an experience


class _Vocabulary(NamedTuple):
    names: tuple[str, ...]
    parents: tuple[int, ...]  # -1 at the top
    words: dict[str, int | None]  # the place of what is meant in ``meant``; None: a look-alike
    meant: tuple[tuple[int, ...], ...]  # each skill for itself first, then those that one word names together


@cache
def _vocabulary() -> _Vocabulary:
    rows = lexicon.cells("jobmatch.text", "lexicons/skills.csv")
    names = tuple(name for name, _, _ in rows if name != "-")
    place = {name: index for index, name in enumerate(names)}
    named, together = _named(rows, place)
    numbers = {skills: number for number, skills in enumerate(dict.fromkeys(together.values()), start=len(names))}
    named.update((word, numbers[skills]) for word, skills in together.items())
    parents = tuple(place.get(parent, -1) for name, parent, _ in rows if name != "-")
    return _Vocabulary(names, parents, named, (*((index,) for index in range(len(names))), *numbers))


def _named(rows: list[list[str]], place: dict[str, int]) -> tuple[dict[str, int | None], dict[str, tuple[int, ...]]]:
    """The skill that each word names, None where it is a look-alike; and the words that name several, with them."""
    named: dict[str, int | None] = {}
    together: dict[str, tuple[int, ...]] = {}
    for name, _, synonyms in rows:
        said, skill = list(filter(None, synonyms.split("|"))), place.get(name)
        if named.keys().isdisjoint(said) and len(set(said)) == len(said):  # nearly always
            named.update(dict.fromkeys(said, skill))
            continue
        for word in said:
            before = named.get(word)
            if skill is not None and before is not None:
                together[word] = (*together.get(word, (before,)), skill)
            else:
                named[word] = skill
                together.pop(word, None)
    for name, skill in zip(shadow("\n".join(place)).split("\n"), place.values(), strict=True):
        named[name] = skill
        together.pop(name, None)
    pairs = [word for word in named if len(word) == _VERB_AND_NOUN and (word[2:] in _VERBS or word[:2] in _VERBS)]
    turned = {turn: word for word in pairs if named[word] is not None and (turn := _turned(word))}
    for turn, word in turned.items():
        if turn not in named:
            named[turn] = named[word]
            if word in together:
                together[turn] = together[word]
    return named, together


def _turned(word: str) -> str:
    """A word of four characters with its verb first, or last where it stands first; empty where it has none."""
    first, last = word[:2], word[2:]
    noun = first if last in _VERBS else last if first in _VERBS else ""
    return last + first if noun and noun not in _THINGS else ""


_VERB_AND_NOUN: Final = 4  # characters of two words of two


@cache
def skill_phrases() -> Phrases:
    """The names of all skills, to be found in a text."""
    return Phrases(_vocabulary().words)


@cache
def _phrases_in_texts() -> Phrases:
    """As ``skill_phrases``, but a certificate is none of the skills that it names: 叉车证优先 asks for no 叉车."""
    papers = (word for word in certificate_words() if word.endswith(_PAPERS))
    return Phrases(dict.fromkeys(papers) | _vocabulary().words)


def skill_names() -> tuple[str, ...]:
    """Every canonical name, in the order of the vocabulary: a skill's id is its place here.

    >>> skill_names().index("盘点") > 0
    True
    """
    return _vocabulary().names


@cache
def skill_places() -> dict[str, int]:
    """The id of each canonical name.

    >>> skill_names()[skill_places()["盘点"]]
    '盘点'
    """
    return {name: at for at, name in enumerate(skill_names())}


def skill_parents(name: str) -> tuple[str, ...]:
    """The groups that a skill belongs to, nearest first; empty for a top group or an unknown name.

    >>> skill_parents("盘点")
    ('仓储管理', '物流仓储')
    >>> skill_parents("咏春拳")
    ()
    """
    names = _vocabulary().names
    return tuple(names[index] for index in _ancestors().get(name, ()))


@cache
def _ancestors() -> dict[str, tuple[int, ...]]:
    vocabulary = _vocabulary()
    result = {}
    for index, name in enumerate(vocabulary.names):
        line, parent = [], vocabulary.parents[index]
        while parent >= 0:
            line.append(parent)
            parent = vocabulary.parents[parent]
        result[name] = tuple(line)
    return result


def canonical_skill(words: str) -> str | None:
    """The canonical name of a skill as a person writes it, or None.

    >>> canonical_skill("開堆高機"), canonical_skill(" EXCEL "), canonical_skill("写诗")
    ('叉车驾驶', 'Excel', None)
    """
    folded = shadow(words.strip())
    exact = _vocabulary().words.get(folded)
    if exact is not None:
        return _vocabulary().names[_vocabulary().meant[exact][0]]
    folded = _PLAIN_END.sub("", folded)
    found = list(skill_phrases().find(folded))
    ids = {value for value, _, _ in found}
    covered = sum(end - start for _, start, end in found)
    # A phrase around the skill is fine (会做报表), a sentence that only touches it is not.
    close = len(ids) == 1 and covered * 2 >= len(folded)
    return _vocabulary().names[_vocabulary().meant[ids.pop()][0]] if close else None


def find_skills(text: str) -> list[SkillMention]:
    """The skills that a text names, in the order of the text.

    >>> [(m.skill, m.degree, m.required) for m in find_skills("熟练使用Excel，会開堆高機者優先")]
    [('Excel', '熟练', True), ('叉车驾驶', '会', False)]

    What is said not to be needed is found, and marked:

    >>> [(m.skill, m.negated) for m in find_skills("无需销售经验，会打字即可")]
    [('销售', True), ('打字', False)]
    >>> find_skills("")
    []
    """
    names = _vocabulary().names
    return [
        SkillMention(
            skill=names[skill],
            words=text[start:end],
            start=start,
            end=end,
            required=not clause.welcome,
            negated=clause.waives(start, end),
            degree=_degree(clause, start),
            years=_years(clause, start, end),
        )
        for skill, start, end, clause in _mentions(shadow(text))
    ]


def _mentions(folded: str) -> Iterator[tuple[int, int, int, Clause]]:
    clauses = Clauses(folded)
    meant = _vocabulary().meant
    head = _HEAD.match(folded)
    named = head.end() if head else 0
    for place, start, end in islice(_phrases_in_texts().find(folded), _MAX_MENTIONS):
        if start >= named and not _is_other(folded, start, end):
            yield from ((skill, start, end, clauses.at(start)) for skill in meant[place])


def _is_other(folded: str, start: int, end: int) -> bool:
    """A paper, a major, or the end of one word with the beginning of the next."""
    if folded[start] == "助" and folded[start - 1 : start] in _HELP:
        return True
    return bool(_OF_A_PAPER.match(folded, end) or _OF_A_MAJOR.match(folded, end))


def _degree(clause: Clause, start: int) -> str | None:
    found = None
    for match in _DEGREE.finditer(clause.text, 0, start - clause.start):
        found = match.group()
    return found


def _years(clause: Clause, start: int, end: int) -> float | None:
    if "年" not in clause.text and "year" not in clause.text:
        return None
    matches = list(_YEARS.finditer(clause.text))
    before = [match for match in matches if match.end() <= start - clause.start]
    after = [match for match in matches if match.start() >= end - clause.start]
    nearest = before[-1] if before else after[0] if after else None
    if nearest is None:
        return None
    written = nearest.group(1)
    years = _CHINESE_DIGITS.get(written) or int(written)
    return float(years) if years <= _MAX_YEARS else None


def skill_ids(text: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The ids of the skills that a text requires, and of those that are only welcome; both sorted.

    >>> required, preferred = skill_ids("会盘点，懂Excel优先")
    >>> [skill_names()[i] for i in required], [skill_names()[i] for i in preferred]
    (['盘点'], ['Excel'])
    """
    required: set[int] = set()
    preferred: set[int] = set()
    for skill, start, end, clause in _mentions(shadow(text)):
        if skill not in required and not clause.waives(start, end):
            (preferred if clause.welcome else required).add(skill)
    return tuple(sorted(required)), tuple(sorted(preferred - required))

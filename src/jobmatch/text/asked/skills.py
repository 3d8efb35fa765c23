"""Skills, tools and duties in a text: which, how well, and whether they are asked for.

The vocabulary is ``lexicons/skills.csv``: a canonical name, its parent, and what people write for it.
"""

from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import islice
from typing import Final

from jobmatch.patterns import late
from jobmatch.records.skill import SkillMention
from jobmatch.text.asked.beside_the_job import is_beside_the_job
from jobmatch.text.asked.certificates import certificate_words
from jobmatch.text.asked.choices import Named, at_choice
from jobmatch.text.asked.colleagues import is_of_others
from jobmatch.text.asked.in_company import is_alone
from jobmatch.text.asked.skill_words import Vocabulary, names, parents, places, vocabulary, vocabulary_for
from jobmatch.text.phrases import Clause, Clauses, Phrases, shadow

_DEGREE: Final = late(r"精通|熟练|熟悉|擅长|掌握|了解|proficient|familiar|expert|会|懂|具备")
# How the name of a paper ends, which is no skill; 英语六级 is not among them: it does tell of 英语.
_PAPERS: Final = ("证", "证书", "证照", "执照", "资格", "证明", "甲等", "乙等", "licence", "license", "certificate")
# What names a paper or the job itself, though a skill stands in it: 粮油检验员证, 公交驾驶员：持A1证.
_OF_A_PAPER: Final = late(r"(?:操作|驾驶|司机|指挥)?(?:员|工|师|技师)?(?:职业|资格|等级|上岗|作业|从业)?证(?!券|明|据)")
# What somebody studied is no skill: 会计、统计学等相关专业, 机电一体化专业毕业; 数据挖掘专业知识 is.
_OF_A_MAJOR: Final = late(
    r"[^,;。:()\s熟会懂精掌能有需]{0,14}?专业(?:毕业|背景|出身|[本专]科|大专|中专|以上|优先|者|均可|不限|尤佳|佳|(?=[,;。)\s\d]|$))"
)
# A list of majors: 经济、会计、(电气)自动化等相关专业; or behind a heading, 需求专业:会计、统计.
_LIST_OF_MAJORS: Final = late(
    r"[^;。:\s熟会懂精掌能有需\n]{0,60}?(?:等|类)[^,;。]{0,6}专业(?:毕业|背景|[本专]科|大专|以上|优先|者|(?=[,;。)\s\d]|$))"
)
_MAJORS_BEHIND: Final = late(
    r"(?:(?:需求|要求|所学|相关|招聘)专业|专业(?:要求|需求|类别|方向|不限)?)[: ][^;。\n\d熟懂精掌能责岗:]{0,60}$"
)
_NEAR: Final = 16  # characters: as far as either reaches
_LIST: Final = 70  # characters: as far as a list of majors reaches
_HELP: Final = frozenset("协帮辅补资赞救互")  # 协助产品 holds 助产, 協助行銷 holds 助行
_NOT: Final = frozenset("非❌✖✘×")
_BUT: Final = frozenset(("除非", "莫非", "是非", "并非"))
_HEAD: Final = late(r"(?:(?![会熟懂能]|要求|工作|职责|内容|掌握|精通)[^\s,;、:]){2,9}:")
_PLAIN_END: Final = late(r"(?:操作|使用|技能|能力|经验|工作|作业|知识)$")  # 扫码枪操作 names what 扫码枪 names
_LATIN: Final = late("[A-Za-z]")
_GENERAL: Final = "通用能力"  # the kind of skills that a person is or has, and takes no course in
_MAX_MENTIONS: Final = 1000  # in one text: real postings have dozens, a hostile text must end


@cache
def skill_phrases() -> Phrases:
    """The names of all skills, to be found in a text."""
    return Phrases(vocabulary().words)


@cache
def _phrases_in_texts() -> Phrases:
    """As ``skill_phrases``, but a certificate is none of the skills that it names: 叉车证优先 asks for no 叉车."""
    return Phrases(_papers() | vocabulary().words)


@cache
def _papers() -> dict[str, None]:
    return dict.fromkeys(word for word in certificate_words() if word.endswith(_PAPERS))


def skill_names() -> tuple[str, ...]:
    """Every canonical name, in the order of the vocabulary: a skill's id is its place here.

    >>> skill_names().index("盘点") > 0
    True
    """
    return names()


def skill_places() -> dict[str, int]:
    """The id of each canonical name.

    >>> skill_names()[skill_places()["盘点"]]
    '盘点'
    """
    return places()


def skill_parents(name: str) -> tuple[str, ...]:
    """The groups that a skill belongs to, nearest first; empty for a top group or an unknown name.

    >>> skill_parents("盘点")
    ('仓储管理', '物流仓储')
    >>> skill_parents("咏春拳")
    ()
    """
    return _groups(name)


@lru_cache(maxsize=4096)  # a name may be anything
def _groups(name: str) -> tuple[str, ...]:
    place = places().get(name, -1)
    above = parents()[place] if place >= 0 else -1
    return (names()[above], *_groups(names()[above])) if above >= 0 else ()


def can_be_learned(skill: str) -> bool:
    """Whether a skill is learned as such: no bodily strength, no sense of duty, no being willing to travel.

    >>> can_be_learned("盘点"), can_be_learned("身体健康")
    (True, False)
    """
    return _GENERAL not in skill_parents(skill)


def is_tool(skill: str) -> bool:
    """Whether a skill is a program or a machine by name, which work of a kind alone does not teach.

    >>> is_tool("Python"), is_tool("财务软件"), is_tool("记账")
    (True, True, False)
    """
    return bool(_LATIN.search(skill)) or any("软件" in name for name in (skill, *skill_parents(skill)))


def canonical_skill(words: str) -> str | None:
    """The canonical name of a skill as a person writes it, or None.

    >>> canonical_skill("開堆高機"), canonical_skill(" EXCEL "), canonical_skill("写诗")
    ('叉车驾驶', 'Excel', None)
    """
    folded = shadow(words.strip())
    known = vocabulary_for(folded)
    exact = known.words.get(folded)
    if exact is not None:
        return names()[known.skills_of(exact)[0]]
    folded = _PLAIN_END.sub("", folded)
    found = list((skill_phrases() if known.whole else Phrases(known.words)).find(folded))
    ids = _narrowest({value for value, _, _ in found}, known)
    covered = sum(end - start for _, start, end in found)
    # A phrase around the skill is fine (会做报表), a sentence that only touches it is not.
    close = len(ids) == 1 and covered * 2 >= len(folded)
    return names()[known.skills_of(ids.pop())[0]] if close else None


def _narrowest(places: set[int], known: Vocabulary) -> set[int]:
    """Without the groups of what is named too: 仓储盘点 is 盘点."""
    meant = {place: {names()[skill] for skill in known.skills_of(place)} for place in places}
    groups = {group for skills in meant.values() for skill in skills for group in _groups(skill)}
    return {place for place, skills in meant.items() if not groups.issuperset(skills)}


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
    folded = shadow(text)
    mentions = list(_mentions(folded))
    either = at_choice(folded, mentions, _is_above)
    return [
        SkillMention(
            skill=names()[skill],
            words=text[start:end],
            start=start,
            end=end,
            required=not clause.welcome,
            negated=clause.waives(start, end),
            degree=_degree(clause, start),
            either=at in either,
        )
        for at, (skill, start, end, clause) in enumerate(mentions)
    ]


@lru_cache(maxsize=4096)  # few skills are named together
def _is_above(group: int, skill: int) -> bool:
    return names()[group] in _groups(names()[skill])


def _mentions(folded: str) -> Iterator[Named]:
    clauses = Clauses(folded)
    known = vocabulary_for(folded)
    phrases = _phrases_in_texts() if known.whole else Phrases(_papers() | known.words)
    head = _HEAD.match(folded)
    named = head.end() if head else 0
    for place, start, end in islice(phrases.find(folded), _MAX_MENTIONS):
        if start < named or _is_other(folded, start, end):
            continue
        clause = clauses.at(start)
        if is_alone(folded, start, end, clause) or is_beside_the_job(folded, start, end, clause):
            continue
        if not is_of_others(folded, start, end, clause) or not can_be_learned(names()[known.skills_of(place)[0]]):
            yield from ((skill, start, end, clause) for skill in known.skills_of(place))


def _is_other(folded: str, start: int, end: int) -> bool:
    """A paper, a major, or the end of one word with the beginning of the next."""
    before = folded[start - 1 : start]
    if folded[start] == "助" and before in _HELP:
        return True
    if before in _NOT and folded[start - 2 : start] not in _BUT:  # 非派遣, ❌外送
        return True
    if folded.find("证", end, end + _NEAR) >= 0 and _OF_A_PAPER.match(folded, end):
        return True
    first = max(start - _LIST, 0)
    if folded.find("专业", first, end + _LIST) < 0:
        return False
    if _OF_A_MAJOR.match(folded, end) or _LIST_OF_MAJORS.match(folded, end):
        return True
    return bool(_MAJORS_BEHIND.search(folded[first:start]))


def _degree(clause: Clause, start: int) -> str | None:
    found = None
    for match in _DEGREE.finditer(clause.text, 0, start - clause.start):
        found = match.group()
    return found


def skill_ids(text: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The ids of the skills that a text requires, and of those that are only welcome; both sorted.

    >>> required, preferred = skill_ids("会盘点，懂Excel优先")
    >>> [skill_names()[i] for i in required], [skill_names()[i] for i in preferred]
    (['盘点'], ['Excel'])

    Of those of which any will do none is needed in itself; two of them count as much as one that is.

    >>> [[skill_names()[i] for i in ids] for ids in skill_ids("会打字,Java、Python至少掌握一门")]
    [['打字'], ['Python', 'Java']]
    """
    folded = shadow(text)
    mentions = list(_mentions(folded))
    either = at_choice(folded, mentions, _is_above)
    required: set[int] = set()
    preferred: set[int] = set()
    for at, (skill, start, end, clause) in enumerate(mentions):
        if skill not in required and not clause.waives(start, end):
            (preferred if clause.welcome or at in either else required).add(skill)
    return tuple(sorted(required)), tuple(sorted(preferred - required))

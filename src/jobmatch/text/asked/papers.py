"""The papers that a posting asks for: what its text says and what the law asks for such work, each named once."""

import re
from collections.abc import Collection, Iterable, Iterator
from typing import Final

from jobmatch.records.skill import CertificateMention, OccupationNeed
from jobmatch.text.asked.certificates import find_certificates, implied_by, is_hard_certificate, takes_long
from jobmatch.text.asked.papers_by_law import ANY_ROAD, ROAD, Law, required_by_occupation

Papers = dict[str, bool]  # certificate → required, not only welcome

_DRIVES_FOR_PAY: Final = "职业驾照"  # a class of driving licence, which ``licences`` reads
_ANY_SPECIAL: Final = "特种作业操作证"  # of electricians, welders, at heights: which it is the work tells
_FREIGHT: Final = "货运从业资格证"
_GOODS: Final = re.compile("[货貨]|卡车|挂车|半挂|物流|配送|厢车|[吨噸]")
# The name of a job ends like that of a paper: 系统架构设计师, 理财规划师.
_IS_A_JOB: Final = re.compile("[师師员員]$")
_IS_A_PAPER: Final = re.compile("[证證照持须需]|注册|註冊|国家|國家|执业|執業|资格|資格|[一二][级級]|优先|優先|以上")


def certificates_asked(title: str, text: str, law: Law | None = None) -> tuple[Papers, frozenset[str]]:
    """What a posting asks of papers, and those among them without which nobody can take the job.

    One that the law asks for is named by what the text says of it, where any of several will do.

    >>> certificates_asked("焊工", "持压力焊工证")[0]
    {'压力焊工证': True}

    Which of the road papers is meant tells the work; without driving there is none.

    >>> certificates_asked("公交车驾驶员", "A3驾照，有从业资格证")[0]
    {'客运从业资格证': True}
    >>> certificates_asked("会计助理", "有从业资格证")[0]
    {}

    >>> certificates_asked("电工", "持特种作业操作证上岗")[0]
    {'低压电工证': True}

    Of papers of which any will do, none rules out.

    >>> certificates_asked("质检员", "持焊工证或电工证")
    ({'焊工证': True, '低压电工证': True}, frozenset())

    A driving licence is none of them, that of who drives for pay neither.

    >>> certificates_asked("专任司机", "须具職業小客車駕照")[0]
    {}

    Nobody becomes a nurse in weeks, whatever the posting says.

    >>> certificates_asked("ICU护士", "")[1], certificates_asked("小区保安", "")[1]
    (frozenset({'护士执业证'}), frozenset())

    What the law asks and the posting only welcomes is no condition, unless it takes years.

    >>> certificates_asked("货车司机", "驾照B2,有从业资格证优先")[0], certificates_asked("护士", "有护士证优先")[0]
    ({'货运从业资格证': False}, {'护士执业证': True})

    Which law asks goes by the place of the work.

    >>> certificates_asked("餐廳服務員", "", "taiwan")[0], certificates_asked("餐厅服务员", "", "mainland")[0]
    ({}, {'健康证': True})
    """
    needs = required_by_occupation(title, law)
    mentions = list(_mentions(title, text))
    said = _of_the_right_kind(_said(mentions, drives=any(need.licence for need in needs)), title, needs)
    of_work = {_named(need, said) for need in needs if need.certificates}
    # what the posting only welcomes (有从业资格证优先) can be got after: it is no condition, unless it takes years
    by_law = {name: said.get(name, True) or takes_long(name) for name in of_work}
    asked = said | by_law
    once = {name: asked[name] for name in asked if not (_told_by_more(name, asked) or name == _DRIVES_FOR_PAY)}
    at_choice = {one.name for one in mentions if one.either} - {one.name for one in mentions if not one.either}
    hard = {name for name in said if said[name] and name not in at_choice and is_hard_certificate(name)}
    hard |= {name for name in by_law if takes_long(name)}
    return once, frozenset(hard & once.keys())


def _said(mentions: Iterable[CertificateMention], *, drives: bool) -> Papers:
    """What the text asks or welcomes."""
    found: Papers = {}
    for mention in mentions:
        no_road = mention.name == ANY_ROAD and not drives and "道路" not in mention.words
        if not no_road and not mention.negated and (mention.required or mention.preferred):
            found[mention.name] = found.get(mention.name, False) or mention.required
    return found


def _mentions(title: str, text: str) -> Iterator[CertificateMention]:
    """The papers that are named; what a title calls the job is none."""
    for mention in find_certificates(title):
        if not _IS_A_JOB.search(mention.words) or _IS_A_PAPER.search(title):
            yield mention
    yield from find_certificates(text, title)


def _of_the_right_kind(said: Papers, title: str, needs: Collection[OccupationNeed]) -> Papers:
    """The road papers that are not for this work dropped, and one without its kind, of road or danger, named by it."""
    of_work = set(ROAD) & {name for need in needs for name in need.certificates}
    right = {name: asked for name, asked in said.items() if name not in ROAD or not of_work or name in of_work}
    meant = next((need.certificates[0] for need in needs if of_work & set(need.certificates)), None)
    meant = meant or (_FREIGHT if _GOODS.search(title) else None)
    special = next((need.certificates[0] for need in needs if _ANY_SPECIAL in need.certificates[1:]), None)
    for unnamed, kind in ((ANY_ROAD, meant), (_ANY_SPECIAL, special)):
        if kind and unnamed in right:
            asked = right.pop(unnamed)
            right[kind] = right.get(kind, False) or asked
    return right


def _named(need: OccupationNeed, said: Papers) -> str:
    """The paper that the law asks for: the one that the text names among those of which any will do."""
    return next((name for name in need.certificates if name in said), need.certificates[0])


def _told_by_more(name: str, asked: Papers) -> bool:
    """Whether a paper is told by another that is asked as much and holds it."""
    return any(
        name in implied_by(other) and other not in implied_by(name) and asked[other] >= asked[name] for other in asked
    )

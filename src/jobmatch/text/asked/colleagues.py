"""Whom one works with in a posting: 与前端团队沟通 asks for no 前端, 协助开发、测试团队 for no 测试."""

from typing import Final

from jobmatch.patterns import late
from jobmatch.text.phrases import Clause

# 与 as such, and not that of 参与 or of A与B工程师.
_AND: Final = r"(?:^|[责需能要并及可\s、)\d.:•]|并且|以及)"
_WITH: Final = late(
    rf"(?:{_AND}(?:与|跟|向)|对接|协同|配合|协助|协调|联合)(?![^,;。:(]*(?:客户|完成|进行|负责|管理|执行|带领))[^,;。:(]{{0,16}}$"
)
_NEAR: Final = 24  # signs on either side, within the clause
_LEADS: Final = frozenset("与和跟向接协配联")  # one of these stands in all that leads to others
_WHO: Final = late(r"^师|^[^,;。:)]{0,12}?(?:团队|部门|人员|同事|工程师|小组|同学|同仁|环节|伙伴)")
_TALK_WITH: Final = late(rf"{_AND}(?:与|和|跟)(?![^,;。:(]*(?:客户|外))[^,;。:(]{{0,12}}$")
_TALK: Final = late(r"^[^,;。:]{0,10}?(?:沟通|协作|对接|交流|紧密|密切|配合|合作)")
_PART: Final = late(r"^[^,;。:\s]{0,4}事业(?:[群部处]|本部)")  # of the firm: 财富管理事业群


def is_of_others(folded: str, start: int, end: int, clause: Clause) -> bool:
    """Whether the word at ``start:end`` names who works beside this job, or a part of the firm.

    >>> from jobmatch.text.phrases import Clauses
    >>> text = "负责与前端开发人员交流,协助设计、测试团队理解需求,带领测试团队"
    >>> clauses = Clauses(text)
    >>> [is_of_others(text, at, at + 2, clauses.at(at)) for at in (3, 17, 28)]
    [True, True, False]
    """
    if folded.find("事业", end, end + _NEAR) >= 0 and _PART.search(folded[end : clause.end]):
        return True
    before = folded[max(clause.start, start - _NEAR) : start]
    if _LEADS.isdisjoint(before):
        return False
    behind = folded[end : min(clause.end, end + _NEAR)]
    return bool((_WHO.search(behind) and _WITH.search(before)) or (_TALK.search(behind) and _TALK_WITH.search(before)))

"""What may stand in place of the years that a posting asks: 大专以上或两年以上经验 asks for one of the two.

All functions read a folded text in lower case.
"""

from typing import Any, Final, Literal

from jobmatch.patterns import late
from jobmatch.spoken import ENGLISH

Instead = Literal["schooling", "study", "paper"]

_N: Final = rf"(?:\d{{1,2}}(?:\.\d)?|[一二两三四五六七八九十半]{{1,3}}|{ENGLISH})"
_YEARS: Final = rf"{_N} ?(?:[-~至到] ?{_N} ?)?(?:个?[年月]|years?|yrs?|\+ ?years?)"
_DONE: Final = r"(?:经验|经历|资历|年资|工作|从业|实务|experience)"
_WORK: Final = rf"[^,;。\n]{{0,14}}?{_DONE}"
_OR: Final = r"[,、/ ]{0,2}(?:或(?:者|是)?|抑或|\bor\b|and/or)[, ]?"
_BEFORE_YEARS: Final = (
    r"(?:(?:[至最]少|满|具备?|拥有|有|同等|等同|相关|同类|工作|从业|相当于?|于|a|an|at least|minimum(?: of)?"
    r"|equivalent|[ :]){0,5}"
    rf"|[^,;。\n或大本专中高]{{0,8}}(?={_YEARS}))"
)
_SCHOOLING: Final = (
    r"(?:大学|本科(?!系(?![统列]))|大专|专科|二专|五专|四技|二技|高职|高中职?|中专|中职|技校|中技|硕士|研究生|学士|国中|初中|学历"
    r"|bachelor|degree|diploma|associate|master)"
)
_STUDY: Final = r"(?:(?:本|相关|相近|对口|该|同)(?:科系|专业|科班|学科|系所)|科系|科班|专业(?:毕|出身))"
_PAPER: Final = (
    r"(?:证照|证书|资格证|结业证|上岗证|操作证|执照|技术士|[一-鿿]{2}证(?![明券件])|驾照"
    r"|[甲乙丙][级种]|certificate|licen[cs]e|certification)"
)
_FORWARD: Final = late(rf"(?P<what>[^,;。\n或]{{0,36}}){_OR}{_BEFORE_YEARS}(?:{_YEARS}{_WORK}|{_DONE} ?{_YEARS})")
_BACKWARD: Final = late(rf"{_YEARS}{_WORK}[^,;。\n或]{{0,8}}{_OR}(?P<what>[^,;。\n]{{2,24}})")
_KINDS: Final[tuple[tuple[Any, Instead], ...]] = (
    (late(_SCHOOLING), "schooling"),
    (late(_STUDY), "study"),
    (late(_PAPER), "paper"),
)
_MORE: Final = late(_YEARS)  # 三年或五年: no other thing
_SENTENCE_END: Final = late(r"[;。\n]")  # no pattern above reaches beyond one


def instead_of_years(folded: str) -> Instead | None:
    """What is taken in place of the years that are asked; None where both are asked, or only the years.

    >>> instead_of_years("大专以上学历,或具有5年以上工作经验"), instead_of_years("本科系毕或一年以上沙龙助理经验")
    ('schooling', 'study')
    >>> instead_of_years("叉车证或2年以上叉车经验"), instead_of_years("3年以上经验或持电工证者")
    ('paper', 'paper')

    What is joined otherwise is asked as well, and a choice of degrees is none of years.

    >>> instead_of_years("大专以上学历,2年以上经验"), instead_of_years("大专或本科,3年以上工作经验")
    (None, None)
    """
    if "或" not in folded and " or" not in folded:
        return None
    told = [sentence for sentence in _SENTENCE_END.split(folded) if "或" in sentence or "or" in sentence]
    for pattern in (_FORWARD, _BACKWARD):
        for sentence in told:
            for found in pattern.finditer(sentence):
                kind = _kind(found["what"])
                if kind:
                    return kind
    return None


def _kind(what: str) -> Instead | None:
    """What some words name: schooling before the field of study, and that before a paper."""
    if _MORE.search(what):
        return None
    return next((kind for said, kind in _KINDS if said.search(what)), None)

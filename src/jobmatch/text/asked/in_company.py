"""Everyday words that name a skill only in company: 渠道 beside 经销商, 讲解 in a museum, 标注 of data.

The table is ``lexicons/skills_in_company.csv``. All functions read the shadow of a text.
"""

from functools import cache
from typing import Final, NamedTuple

from jobmatch.patterns import late
from jobmatch.text import lexicon
from jobmatch.text.asked.beside_the_job import A_CELL
from jobmatch.text.phrases import Clause

_NEAR: Final = 10  # signs on either side, within the clause
# What fills its clause, or is said to be mastered, is meant as such: 会讲解, 熟悉测量.
_MASTERED: Final = late(
    r"(?:^|[会懂有]|熟悉|熟练|精通|擅长|掌握|以上|(?:做|干|从事|负责|学)[了过]?(?:[\d一二三四五六七八九十两半几多]{1,3}个?[年月])?的?)"
    r"[\s\d.、)(:]{0,4}$"
)
_DONE: Final = late(r"^\s*(?:$|(?:等?(?:工作|技能|技术|作业|岗位)?(?:经验|经历|技能|能力)|(?:者)?优先|加分|尤佳))")


class Company(NamedTuple):
    """Words of which one must stand near such a word, or anywhere in the text."""

    beside: tuple[str, ...]
    anywhere: tuple[str, ...]


@cache
def _table() -> dict[str, Company]:
    return {
        word: Company(lexicon.parts(row["beside"]), lexicon.parts(row["anywhere"]))
        for row in lexicon.rows("jobmatch.text", "lexicons/skills_in_company.csv")
        for word in lexicon.parts(row["words"])
    }


def is_alone(folded: str, start: int, end: int, clause: Clause) -> bool:
    """Whether the word at ``start:end`` counts only in company and stands without it.

    >>> from jobmatch.text.phrases import Clauses
    >>> text = "从各个渠道收集反馈;发展渠道和经销商"
    >>> clauses = Clauses(text)
    >>> [is_alone(text, at, at + 2, clauses.at(at)) for at in (3, 12)]
    [True, False]
    >>> is_alone("会讲解,能熬夜,肯出差也行啊", 1, 3, Clauses("会讲解,能熬夜,肯出差也行啊").at(1))
    False
    """
    company = _table().get(folded[start:end])
    if company is None or len(folded) <= A_CELL:
        return False
    before, behind = folded[clause.start : start], folded[end : clause.end]
    if _DONE.search(behind) and _MASTERED.search(before):
        return False
    near = f"{before[-_NEAR:]}\n{behind[:_NEAR]}"
    return not (any(word in near for word in company.beside) or any(word in folded for word in company.anywhere))

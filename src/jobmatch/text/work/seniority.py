"""Seniority of a job from its title: trainee, ordinary, senior, lead, manager, director.

The words stand in ``lexicons/seniority.toml``. Seniority belongs to a job; the level of support belongs to a
client and is another thing.
"""

import re
from functools import cache, lru_cache
from typing import Any, Final

from jobmatch.patterns import late
from jobmatch.shipped import table_of
from jobmatch.text.fold import fold
from jobmatch.text.work.titles_clean import longest_title

ORDINARY: Final = 0
LEAD: Final = 2  # from here on people are led


@cache
def _table() -> dict[str, Any]:
    return table_of("text/lexicons/seniority.toml")


@cache
def _patterns() -> tuple[tuple[int, re.Pattern[str]], ...]:
    return tuple((rung["value"], re.compile("|".join(rung["words"]), re.IGNORECASE)) for rung in _table()["rung"])


def parse_seniority(title: str) -> int:
    """The rung of a job title, -1 trainee to 4 director; an ordinary job is 0.

    >>> parse_seniority("高级数据分析师"), parse_seniority("储备干部"), parse_seniority("保洁员")
    (1, -1, 0)

    Who leads a shift or stands in for the head of a shop is above the ordinary:

    >>> parse_seniority("班组长"), parse_seniority("店长助理"), parse_seniority("會計課長")
    (2, 2, 2)

    Who assists a director is no beginner, and a product manager manages a product, not people.

    >>> parse_seniority("总经理助理"), parse_seniority("产品经理"), parse_seniority("助理工程师")
    (0, 0, -1)

    Of several steps of one work the lowest is enough:

    >>> parse_seniority("数据分析专员/专家"), parse_seniority("投资研究员/投资研究经理")
    (0, 0)
    """
    folded = fold(title[: longest_title()])[: longest_title()]
    steps = _STEPS.findall(folded) if _SEVERAL.search(folded) else ()
    return min(map(_rung, steps)) if len(steps) > 1 else _rung(folded)


# 专员/专家, 研究员/经理: what ends so, and a sign or the end behind it, is a step.
_SEVERAL: Final = late(r"[/、|]")
_STEPS: Final = late(
    r"[^/、|()\s]*(?:专员|研究员|工程师|分析师|设计师|架构师|顾问|代表|业务员|服务员|会计|专家|经理|主管|总监)(?=[/、|()\s]|$)"
)


@lru_cache(maxsize=4096)  # a title is asked for several times, one title after the other
def _rung(folded: str) -> int:
    return next((value for value, pattern in _patterns() if pattern.search(folded)), ORDINARY)


@cache
def _learned() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, _table()["learned"]["words"])), re.IGNORECASE)


def is_learned(title: str) -> bool:
    """Whether a title names work that is learned before it is done, by the word for it.

    >>> is_learned("水土保持方案工程师"), is_learned("保洁员")
    (True, False)
    """
    return bool(_learned().search(title[:200]))


@cache
def _internships() -> tuple[re.Pattern[str], re.Pattern[str]]:
    table = _table()["internship"]
    return re.compile("|".join(table["words"]), re.IGNORECASE), re.compile("|".join(map(re.escape, table["not"])))


def is_internship(title: str) -> bool:
    """Whether a title names a post for who is still at school or has just left it.

    >>> is_internship("ERP服务顾问（实习生）"), is_internship("Marketing Intern")
    (True, True)

    A job that may begin as one, or that is open to others as well, is an ordinary job.

    >>> is_internship("开发助理（可实习+包住）"), is_internship("实习生（往届亦可）"), is_internship("实习店长")
    (False, False, False)
    """
    words, others = _internships()
    folded = fold(title[: longest_title()])
    return bool(words.search(folded)) and not others.search(folded)

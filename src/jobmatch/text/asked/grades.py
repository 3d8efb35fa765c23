"""Grades and scores of tests, where a text tells the test here and the grade there (日语要求N2, TOEFL 90+).

What such a grade is called alone may be another paper's: N1 is the fork lift's as well, 四级 that of many trades.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice
from re import Pattern
from typing import Final, NamedTuple

from jobmatch.patterns import late
from jobmatch.text import lexicon


class Found(NamedTuple):
    """A grade: the name of its certificate, where it stands, and whether the text alone tells which test it is of."""

    name: str
    start: int
    end: int
    by_text: bool


_MOST: Final = 200  # in one text: real ones have a few
# What is spoken of where N1 to N5 are classes of lift trucks.
_OF_MACHINES: Final = late("叉车|堆高机|特种设备|场车|场内车|forklift")
# The grade alone, in a text that names the language anywhere: no room and no bus.
_N_GRADE: Final = r"(?<![a-z0-9])(?P<grade>{grades})(?![a-z0-9-]|[号楼栋座区馆层路线])"
_GRADE: Final = r"(?:{named})[^。;\n]{{0,{reach}}}?(?<![工师员护理])(?P<grade>{grades})(?![工师员社护电焊])"
_SCORE: Final = r"(?:{named})[^\d。;\n]{{0,8}}(?P<score>\d{{1,3}}(?:\.[05])?)(?!\d|\.\d|[年月日人名天号%个])"


@dataclass(frozen=True, slots=True)
class _Grades:
    named: Pattern[str]
    grade: Pattern[str]
    papers: dict[str, str]  # a grade as it is written → the certificate
    anywhere: bool

    def find(self, folded: str, about: str) -> Iterator[Found]:
        """Each grade that belongs to the language that is named in the text, or in what it is about."""
        if self.anywhere:
            whole = f"{about}\n{folded}"
            if not self.named.search(whole) or _OF_MACHINES.search(whole):
                return
        for one in self.grade.finditer(folded):
            yield Found(self.papers[one["grade"]], *one.span("grade"), self.anywhere)


@dataclass(frozen=True, slots=True)
class _Scores:
    pattern: Pattern[str]
    certificate: str
    least: float
    step: float
    most: float

    def find(self, folded: str) -> Iterator[Found]:
        for one in self.pattern.finditer(folded):
            if self.least <= (score := float(one["score"])) <= self.most:
                yield Found(self.name(score), one.start(), one.end(), False)

    def name(self, score: float) -> str:
        return f"{self.certificate}({self.least + (score - self.least) // self.step * self.step:g})"

    def names(self) -> list[str]:
        count = int((self.most - self.least) // self.step) + 1
        return [self.name(self.least + at * self.step) for at in range(count)]


@cache
def _grades() -> tuple[_Grades, ...]:
    found = []
    for row in lexicon.rows("jobmatch.text", "lexicons/certificate_grades.csv"):
        levels = [lexicon.parts(level) for level in row["grades"].split(";")]
        papers = {word: name for words, name in zip(levels, row["papers"].split(";"), strict=True) for word in words}
        words, anywhere = "|".join(papers), row["reach"] == "text"
        shape = (_N_GRADE if anywhere else _GRADE).format(named=row["named"], reach=row["reach"], grades=words)
        found.append(_Grades(late(row["named"]), late(shape), papers, anywhere))
    return tuple(found)


@cache
def _scores() -> tuple[_Scores, ...]:
    return tuple(
        _Scores(
            late(_SCORE.format(named=row["named"])),
            row["certificate"],
            *(float(row[name]) for name in ("least", "step", "most")),
        )
        for row in lexicon.rows("jobmatch.text", "lexicons/certificate_scores.csv")
    )


@cache
def _sign() -> Pattern[str]:
    """What one of the tests or languages is called: without it there is nothing to look for."""
    tables = ("certificate_grades.csv", "certificate_scores.csv")
    rows = (row for name in tables for row in lexicon.rows("jobmatch.text", f"lexicons/{name}"))
    return late("|".join(row["named"] for row in rows))


def scored_papers() -> list[tuple[str, list[str]]]:
    """Each certificate that has scores, with the names of those, the lowest first.

    >>> [names[:2] for name, names in scored_papers() if name == "雅思成绩"]
    [['雅思成绩(4)', '雅思成绩(4.5)']]
    """
    return [(one.certificate, one.names()) for one in _scores()]


def find_grades(folded: str, about: str = "") -> list[Found]:
    """Grades and scores in the shadow of a text; ``about`` is what is known of it besides (the title of a posting).

    >>> [(one.name, one.start) for text in ("日语要求n2及以上", "toefl 93+") for one in find_grades(text)]
    [('日语N2', 4), ('托福成绩(90)', 0)]
    >>> find_grades("要求n1"), find_grades("要求n1", "日语客服")[0].name, find_grades("n1叉车证,日语佳")
    ([], '日语N1', [])
    """
    if not _sign().search(folded) and not (about and _sign().search(about)):
        return []
    grades = (found for one in _grades() for found in one.find(folded, about))
    scores = (found for one in _scores() for found in one.find(folded))
    return sorted(
        {*islice(grades, _MOST), *islice(scores, _MOST)}, key=lambda found: (found.start, found.end, found.name)
    )

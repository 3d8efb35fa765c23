"""Schools that advertise as employers: told by all postings of one employer, where a single one looks like a good job.

Each posting is graded by its own words when it is read. What the grades of an employer say together is told of all
of its postings, and computed anew whenever some of them change.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Final

import numpy as np
from ahocorasick_rs import AhoCorasick, MatchKind
from numpy.typing import NDArray

from jobmatch.messages import say
from jobmatch.screening.finding import Finding
from jobmatch.screening.posters import is_no_employer_of_its_own
from jobmatch.screening.rules import ground, table
from jobmatch.settings import load

SENIOR, PLAIN, TRAINEE, OPEN = -1, 0, 1, 2  # whom a posting seeks
_NEAR: Final = 5  # signs before and behind a word in which it is denied
_SELLS: Final = frozenset({"course", "fee", "deposit", "training_loan"})  # kinds that tell of pupils
_CLAUSE: Final = re.compile(r"[,;。、\n:]")
_FIRST: Final = ("change", "novice", "taught")  # promises without which a text is no such posting


def whom_it_seeks(title: str, text: str, years: float | None = None, told: Iterable[Finding] = ()) -> int:
    """Whom a posting seeks by its folded words: who has done the work before, beginners, anybody at all, or unsaid.

    >>> whom_it_seeks("零基础软件测试学徒", "") == OPEN, whom_it_seeks("软件开发实习生", "") == TRAINEE
    (True, True)
    >>> whom_it_seeks("软件工程师", "专业不限,接受转行,有老同事带") == OPEN
    True
    >>> whom_it_seeks("软件工程师", "不接受转行,对编程感兴趣") == PLAIN, whom_it_seeks("资深工程师", "可转行") == SENIOR
    (True, True)

    One that is told to sell a course or to ask for money (``told``) seeks anybody.

    >>> whom_it_seeks("程序员", "", told=[Finding("course", "招学员", "", False, "title", 0, 0, 0.8)]) == OPEN
    True
    """
    if any(one.kind in _SELLS and not one.lawful_exception for one in told):
        return OPEN
    if _words("senior").search(title) or (years or 0) >= load().number("screening.mill_years"):
        return SENIOR
    if _is_said(_words("open"), title) or _opens(text):
        return OPEN
    return TRAINEE if _is_said(_words("trainee"), title) else PLAIN


@cache
def _words(name: str) -> re.Pattern[str]:
    return re.compile(table("posters.toml")["mill"][name])


@cache
def _promises() -> tuple[AhoCorasick, list[str]]:
    """The words of all promises, and which promise each one makes."""
    said: Mapping[str, str] = table("posters.toml")["mill"]["text"]
    makes = {word: name for name, words in said.items() for word in words.split()}
    return AhoCorasick(list(makes), matchkind=MatchKind.LeftmostLongest, store_patterns=False), list(makes.values())


def _is_said(words: re.Pattern[str], text: str) -> bool:
    return any(not _is_denied(text, *found.span()) for found in words.finditer(text))


def _opens(text: str) -> bool:
    """Whether a text makes two unlike promises, one of them to those who know nothing of the work."""
    words, makes = _promises()
    found = words.find_matches_as_indexes(text)
    made = {makes[word] for word, start, end in found if not _is_denied(text, start, end)}
    return len(made) > 1 and not made.isdisjoint(_FIRST)


def _is_denied(text: str, start: int, end: int) -> bool:
    before = _CLAUSE.split(text[max(0, start - _NEAR) : start])[-1]
    return bool(_words("denied_before").search(before) or _words("denied_behind").match(text, end))


def is_skilled(code: str) -> bool:
    """Whether work is learned in years, and not by those who are taken in to learn it.

    >>> is_skilled("2-02-10-03"), is_skilled("4-03-02-01")
    (True, False)
    """
    return code.startswith(_works())


@cache
def _works() -> tuple[str, ...]:
    return tuple(table("posters.toml")["mill"]["works"])


def mills(
    employers: Sequence[str], sought: NDArray[np.int8], skilled: NDArray[np.int8]
) -> tuple[NDArray[np.int16], NDArray[np.int16]]:
    """For each posting how many its employer has, and how many of those seek anybody; 0 where it seems no school.

    ``sought`` is whom each seeks, ``skilled`` whether it is work that is learned in years: 1, 0, or -1 unknown.

    >>> ads, seek = mills(["甲"] * 5 + ["乙"], np.array([2, 2, 1, 0, 0, 2], np.int8), np.ones(6, np.int8))
    >>> ads.tolist(), seek.tolist()
    ([5, 5, 5, 5, 5, 0], [3, 3, 3, 3, 3, 0])
    """
    ads, seek = np.zeros((2, len(employers)), dtype=np.int16)
    for name, places in _many(employers).items():
        rows = np.array(places)
        if _is_mill(sought[rows], skilled[rows]) and not is_no_employer_of_its_own(name):
            ads[rows] = min(len(rows), np.iinfo(np.int16).max)
            seek[rows] = min(int((sought[rows] > PLAIN).sum()), np.iinfo(np.int16).max)
    return ads, seek


def _many(employers: Sequence[str]) -> dict[str, list[int]]:
    """The employers of many postings, and where those stand."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for at, name in enumerate(employers):
        places[name].append(at)
    least = load().number("screening.mill_ads")
    return {name: those for name, those in places.items() if name and len(those) >= least}


def _is_mill(sought: NDArray[np.int8], skilled: NDArray[np.int8]) -> bool:
    """Whether postings of one employer seek anybody for work that is learned in years, and hardly who has done it."""
    numbers, many = load().table("screening"), len(sought)
    known = max(1, int((skilled >= 0).sum()))
    everybody, beginners, seniors = ((sought == whom).sum() for whom in (OPEN, TRAINEE, SENIOR))
    together = everybody + numbers["mill_trainee"] * beginners
    return bool(
        everybody >= numbers["mill_open"]
        and together >= max(numbers["mill_least"], numbers["mill_share"] * many)
        and (skilled > 0).sum() >= numbers["mill_skilled"] * known
        and seniors <= numbers["mill_senior"] * many
    )


def of_mill(ads: int, seek: int) -> list[Finding]:
    """What a counsellor is warned of where an employer seems a school; nothing where it does not.

    >>> [(one.kind, one.words) for one in of_mill(44, 36)], of_mill(0, 0)
    ([('mill', '该单位在此共 44 条招聘，其中 36 条招零基础、学徒、实习')], [])
    """
    if not ads:
        return []
    return [Finding("mill", say("screened.mill", ads=ads, seek=seek), ground("mill"), False, "employer", 0, 0)]

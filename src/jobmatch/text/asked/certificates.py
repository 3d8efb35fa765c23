"""Certificates in a text: which, and whether the posting or the law asks for them; and those that a client holds.

Which there are stands in ``certificate_list``. Driving licences are read by ``licences``.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from itertools import islice, pairwise
from typing import Final

from jobmatch.patterns import late
from jobmatch.records.skill import CertificateMention
from jobmatch.text import lexicon
from jobmatch.text.asked.certificate_list import (
    Certificate,
    can_be_earned,
    certificate_names,
    certificate_phrases,
    certificate_words,
    certificates,
    implied_by,
    is_applied_for,
    is_hard_certificate,
    takes_long,
    with_implied,
)
from jobmatch.text.asked.grades import Found as Grade
from jobmatch.text.asked.grades import find_grades
from jobmatch.text.asked.licence_ladder import covered_by
from jobmatch.text.asked.licences_held import classes_in
from jobmatch.text.phrases import Clause, Clauses, shadow

__all__ = [
    "can_be_earned", "certificate_names", "certificate_phrases", "certificate_words", "certificates",
    "find_certificates", "holds", "implied_by", "is_applied_for", "is_hard_certificate", "names_paper", "takes_long",
]  # fmt: skip

_ASKED: Final = late(
    r"必须|必需|必备|务必|需|须|持|要求|具|(?<!没)有|备|上岗|凭|提供|携带|及格|通过|取得|以上|领有|应有|required"
    r"|must|hold|needed|mandatory|valid|essential|necessary"
    r"|保障名额|专岗|专属|定向|仅限|只限"
)
# The employer helps to get it or pays for having it: named, but not asked for.
_OFFERED: Final = late(
    r"考取|协助考|可考|报考|考证|培训取|报销|代办|帮助办|协助办|可协助|包办|免费办|帮办|获得"
    r"|[个]?月内(?:取得|考取|考到|考出|补)(?!的)|(?:入职|到职|录用|录取|到岗)后[^,;。]{0,4}(?:取得|考|补)"
)
# Schooling, a major or years of work will do as well: 本科或持有高级技师证书, 教育相关科系或具结训证书.
_OTHER_WAY: Final = r"(?:学历|本科|大专|中专|高中|专业|科系|系毕业|经验|毕业)"
_OR_BEFORE: Final = late(rf"{_OTHER_WAY}[^,;。]{{0,6}}(?:或者?|/)[^,;。]{{0,10}}$")
_OR_AFTER: Final = late(rf"^[^,;。]{{0,4}}或者?[^,;。]{{0,10}}{_OTHER_WAY}")
# Any one of several papers will do.
_ANY_OF: Final = late(
    r"其一|之一|任一|任意一|任选一|其中一|至少一|一种即可|一个即可|一项即可|均可|都可以?|either|one of|any of"
)
_OR: Final = late(r"^[^,;。]{0,6}(?:或|/|任一|\bor\b)[^,;。]{0,8}$")
# Who has it is paid more, or has the better chances: welcome.
_REWARDED: Final = late(r"补贴|津贴|补助|奖励|加给|另加|每[月天日班]加|再加|加 ?\d|多 ?\d{2,}")
_PARTS: Final = late(r"[\s()\-·、/的]+")
_BOOK: Final = late(r"(?:本|本子|本儿|照|牌|证件)\s*$")
# What people write around the name of a paper in a list of those they have.
_FRAME: Final = late(
    r"^(?:(?:国家|全国|已经?|通过|考过|过了?|取得|持有?|有|valid|current|active) ?)+"
    r"|(?:(?:证书?|成绩|考试|通过|已过|certificat(?:e|ion)|certified|cert|licen[cs]ed?|card|holder|permit|badge)\s?)+$"
)
_WHO_HAS: Final = late(r"[^\w]*(?:有|持|具)[^,;。]*[的者]$")
_GETS: Final = late(r"[, ]?(?:可以?|均|都)?(?:底薪|薪资|薪水|工资|待遇|月薪|时薪|面议|另议|从优|加薪|高薪)")
_MAX_MENTIONS: Final = 1000  # in one text: real postings have a few, a hostile text must end
_BARE: Final = 10  # letters around bare names: a line that holds little else is a requirement


def find_certificates(text: str, about: str = "") -> list[CertificateMention]:
    """The certificates that a text names, in the order of the text; ``about`` is the title of what it tells.

    >>> [(m.name, m.required, m.by_law) for m in find_certificates("须持堆高機證照，會計證優先")]
    [('叉车证', True, True), ('会计证', False, False)]

    One that the employer helps to get, or does not ask for, is found and not required:

    >>> [(m.required, m.negated) for m in find_certificates("公司协助考取保安证；无需教师资格证")]
    [(False, False), (False, True)]
    >>> find_certificates("吃苦耐劳")
    []
    """
    folded = shadow(text)
    names = list(islice(_found(folded, shadow(about)), _MAX_MENTIONS))
    if not names:  # nearly always
        return []
    clauses = Clauses(folded)
    found = [(*one, clauses.at(one[1])) for one in names]
    named: Counter[int] = Counter()
    for _, start, end, clause in found:
        named[clause.start] += end - start
    mentions = [
        _mention(certificates()[index], text, folded, start, end, clause, named[clause.start])
        for index, start, end, clause in found
    ]
    return _told_of_choice(mentions, [clause for *_, clause in found], folded)


def _found(folded: str, about: str = "") -> Iterable[tuple[int, int, int]]:
    """Which certificates stand where: by name, and by a grade where the test is named elsewhere.

    A grade that the test tells goes before a name that is the same by chance (N1).
    """
    graded = find_grades(folded, about)
    if not graded:
        return certificate_phrases().find(folded)
    named = list(certificate_phrases().find(folded))
    kept = [grade for grade in graded if not any(_goes_before(one, grade) for one in named)]
    left = [one for one in named if not any(one[1] < grade.end and grade.start < one[2] for grade in kept)]
    return sorted([*left, *((_places()[one.name], one.start, one.end) for one in kept)], key=lambda one: one[1:])


def _goes_before(named: tuple[int, int, int], grade: Grade) -> bool:
    """Whether the name of a paper tells more than a grade within it: 专业四级 is no 四级; N1证 may be Japanese."""
    index, start, end = named
    within = start <= grade.start and grade.end <= end and (start, end) != (grade.start, grade.end)
    return within and not (grade.by_text and certificates()[index].name != grade.name)


@cache
def _places() -> dict[str, int]:
    return {entry.name: place for place, entry in enumerate(certificates())}


def _told_of_choice(mentions: list[CertificateMention], clauses: list[Clause], folded: str) -> list[CertificateMention]:
    """The same mentions; those of which any one will do say so."""
    either: set[int] = set()
    for at, (one, other) in enumerate(pairwise(mentions)):
        between = folded[one.end : other.start]
        if clauses[at].start == clauses[at + 1].start and (_OR.search(between) or _ANY_OF.search(clauses[at].text)):
            either |= {at, at + 1}
    return [replace(one, either=True) if at in either else one for at, one in enumerate(mentions)]


def _mention(
    entry: Certificate, text: str, folded: str, start: int, end: int, clause: Clause, named: int
) -> CertificateMention:
    """One paper; ``named`` are the characters of its clause that name papers."""
    negated = clause.waives(start, end)
    offered = bool(_OFFERED.search(clause.text))
    before, after = clause.text[: start - clause.start], clause.text[end - clause.start :]
    otherwise = _OR_BEFORE.search(before) or _OR_AFTER.search(after)
    welcome = clause.welcome or bool(_REWARDED.search(clause.text) or otherwise or _is_paid_more(clause, folded))
    asked = bool(_ASKED.search(clause.text)) or len(clause.text.strip()) <= named + _BARE
    return CertificateMention(
        name=entry.name,
        words=text[start:end],
        start=start,
        end=end,
        required=asked and not (negated or offered or welcome),
        preferred=welcome and not negated and not (offered and not clause.welcome),
        negated=negated,
        by_law=entry.by_law,
    )


def _is_paid_more(clause: Clause, folded: str) -> bool:
    """Whether the next clause tells what those get who have what this one names: 有美容师证的,底薪另议."""
    return bool(_WHO_HAS.match(clause.text) and _GETS.match(folded, clause.end))


def holds(client_certificates: Iterable[str], about: str = "") -> frozenset[str]:
    """The canonical names of what a client holds, with all that these imply, driving classes included.

    ``about`` is what is known of the client besides: N1 is one of Japanese beside 日语, else the fork lift's.

    >>> "日语N2" in holds(["N1"], "日语专业"), "叉车证" in holds(["N1"])
    (True, True)
    >>> sorted(holds(["六级"]))
    ['英语六级', '英语四级']

    >>> sorted(holds(["高压电工证", "驾照C1"]))
    ['驾驶证C1', '驾驶证C2', '驾驶证C3', '驾驶证C4', '高压电工证']

    High and low voltage are operations of their own in the catalogue of special operations; both may be told in one:

    >>> sorted(holds(["高低压电工证"]))
    ['低压电工证', '高压电工证']

    What the vocabulary lacks is kept as written, so that nothing a client said gets lost.

    >>> sorted(holds(["茶叶鉴定证"]))
    ['茶叶鉴定证']
    """
    result: set[str] = set()
    every = [one for written in client_certificates for one in _each_voltage(written)]
    about = shadow("\n".join((about, *every)))
    for written in every:
        said = shadow(written)
        named = _named(said, about) or _alone(said) or _named(_in_full(said))
        driving = {f"驾驶证{cls}" for held in classes_in(written) for cls in covered_by(held)}
        result |= (named | driving) or {written.strip()}
    return frozenset(with_implied(result))


def _each_voltage(written: str) -> tuple[str, ...]:
    """The papers of which one name tells two: 高低压电工证."""
    both = _BOTH_VOLTAGES.search(shadow(written))
    return (f"高压{both['paper']}", f"低压{both['paper']}") if both else (written,)


_BOTH_VOLTAGES: Final = late("高压?[、/和及与]?低压(?P<paper>(?:电工)?.{0,6}[证本])")


def _named(said: str, about: str = "") -> set[str]:
    return {certificates()[index].name for index, _, _ in _found(said, about)}


def names_paper(written: str) -> bool:
    """Whether what stands in a list of papers and skills is a paper: by its name, or by a word or code for one.

    >>> [names_paper(word) for word in ("叉车证", "六级", "N1", "AWS", "Excel", "电工")]
    [True, True, True, True, False, False]
    """
    said = shadow(written)
    return bool(_named(said) or _alone(said) or (said.isascii() and _named(_in_full(said))))


def _alone(said: str) -> set[str]:
    """The paper that is meant by a word which stands alone in a list of papers."""
    name = _held_words().get(_FRAME.sub("", said.strip()).strip())
    return {name} if name else set()


@cache
def _held_words() -> dict[str, str]:
    rows = lexicon.rows("jobmatch.text", "lexicons/certificates_held.csv")
    return {shadow(word): row["certificate"] for row in rows for word in lexicon.parts(row["words"])}


def _in_full(said: str) -> str:
    """A certificate as people call it, in the ways in which it may be called in full.

    >>> _in_full("高压本"), _in_full("c证 安全"), _in_full("塔司")
    ('高压证', '安全c证;c证安全', '塔司证')
    """
    parts = _PARTS.sub(" ", said).split()
    if len(parts) > 1:
        return ";".join(("".join(reversed(parts)), "".join(parts)))
    return _BOOK.sub("证", said.strip()) if _BOOK.search(said) else f"{said.strip()}证"

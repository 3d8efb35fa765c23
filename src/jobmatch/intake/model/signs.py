"""What the tagger sees of a note: each character, each pair of them, and what the rules and lexicons know of it."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from jobmatch.intake.clauses.note import Clause, Note
from jobmatch.intake.fact import Fact
from jobmatch.intake.model.heads import HEADS, head_of
from jobmatch.intake.work.mentions import mentions
from jobmatch.intake.work.roles import told
from jobmatch.text.asked.certificates import certificate_phrases
from jobmatch.text.asked.skills import skill_phrases
from jobmatch.text.places.names import names

PAIRS: Final = 1 << 14  # places of the table of pairs of characters
_KEYS: Final = (
    "done", "wanted", "refused", "pay_min", "pay_wanted", "pay_past", "left", "age", "home", "places", "skills",
    "certificates", "licence", "health", "family", "education", "since", "other",
)  # fmt: skip
_ROLES: Final = ("wanted", "refused", "done", "advised")
_FORMS: Final = {
    "digit": re.compile("[0-9]+"),
    "numeral": re.compile("[零一二两三四五六七八九十百千万]+"),
    "latin": re.compile("[a-z]+"),
    "sign": re.compile(r"[^\w\n]+"),
    "line": re.compile(r"\n"),
    "amount": re.compile(r"\d{4,6}|[一二两三四五六七八九]千[一二三四五六七八九]?|\d(?:\.\d)?[k千万w]"),
    "length": re.compile(r"[零一二两三四五六七八九十\d]{1,8}(?:来|多|几)?(?:年|个月)半?|半年"),
    "date": re.compile(
        r"(?:(?:19|20)\d\d|\d\d)[年./-]\d{0,2}月?|[去今前]年|\d{1,2}月|上个?月"
        r"|(?<![一二三四五六七八九十])[一二三四五六七八九十]+月"
    ),
    "unit": re.compile("[镇乡村庄屯区县市省路街]|社区|小区"),
}
MARKS: Final = (
    "others", "past", "earlier", "unsure", "clause", "sentence", "head", "tail", "person", "at home", "employer",
    "work", "in work", "skill", "in skill", "paper", "in paper", "place", "in place",
    *_FORMS, *(f"key {key}" for key in _KEYS), *(f"role {role}" for role in _ROLES), *(f"rule {head}" for head in HEADS),
)  # fmt: skip
_AT: Final = {name: at for at, name in enumerate(MARKS)}
BY_RULES: Final = np.array([name.startswith(("role ", "rule ")) for name in MARKS])  # marks that the rules make
_ENDS: Final = 3  # characters at the head and at the tail of a note that are marked as such


@dataclass(frozen=True, slots=True, eq=False)
class Signs:
    """For every character of a note its number, the number of the pair that begins with it, and its marks."""

    characters: NDArray[np.int32]
    pairs: NDArray[np.int32]
    marks: NDArray[np.float32]


def signs(note: Note, facts: Iterable[Fact], numbers: Mapping[str, int]) -> Signs:
    """What the tagger sees of a note and of what the rules find in it.

    ``numbers`` are those of the characters that the tagger knows, 0 is any other.
    """
    text = note.shadow
    marks = np.zeros((len(text), len(MARKS)), dtype=np.float32)
    for name, start, end in (*_of_clauses(note), *_of_words(note), *_of_rules(facts)):
        marks[start:end, _AT[name]] = 1
    return Signs(
        np.array([numbers.get(sign, 0) for sign in text], dtype=np.int32),
        np.array([_pair(text[at : at + 2]) for at in range(len(text))], dtype=np.int32),
        marks,
    )


@cache
def _pair(two: str) -> int:
    return crc32(two.encode("utf-8", "replace")) % PAIRS


_Mark = tuple[str, int, int]


def _of_clauses(note: Note) -> Iterator[_Mark]:
    """Whose fact each clause tells, how, and the kinds of work in it."""
    sentence = -1
    for clause in note.clauses:
        start, end = clause.start, clause.end
        told_as = (
            ("others", clause.others),
            ("past", clause.past),
            ("earlier", clause.earlier),
            ("unsure", clause.sure < 1),
        )
        yield from ((name, start, end) for name, holds in told_as if holds)
        yield "clause", start, start + 1
        if clause.sentence != sentence:
            yield "sentence", start, start + 1
        sentence = clause.sentence
        if clause.key:
            yield f"key {clause.key if clause.key in _KEYS else 'other'}", start + clause.value, end
        yield from _of_work(clause)
    for one in told(note):
        yield f"role {one.role}", one.start, one.end


def _of_rules(facts: Iterable[Fact]) -> Iterator[_Mark]:
    for one in facts:
        if head := head_of(one.field, one.value):
            yield f"rule {head}", one.start, one.end


def _of_work(clause: Clause) -> Iterator[_Mark]:
    for one in mentions(clause.text):
        start, end = clause.start + one.start, clause.start + one.end
        yield from _stretch("work", start, end)
        if one.at_home:
            yield "at home", start, end
        if one.employer:
            yield "employer", start, end


def _of_words(note: Note) -> Iterator[_Mark]:
    """The words of the lexicons, the numbers and the places."""
    text = note.shadow
    yield "head", 0, _ENDS
    yield "tail", max(0, len(text) - _ENDS), len(text)
    for _, start, end in skill_phrases().find(text):
        yield from _stretch("skill", start, end)
    for _, start, end in certificate_phrases().find(text):
        yield from _stretch("paper", start, end)
    for place in names().scan(text):
        yield from _stretch("place", place.start, place.end)
    for found in note.subject.persons(text, 0, len(text)):
        yield "person", *found.span()
    for name, form in _FORMS.items():
        for found in form.finditer(text):
            yield name, *found.span()


def _stretch(name: str, start: int, end: int) -> Iterator[_Mark]:
    yield name, start, start + 1
    yield f"in {name}", start + 1, end

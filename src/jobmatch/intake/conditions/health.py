"""What the body does not allow: an illness, a part of the body with its trouble, or what cannot be done any more."""

import re
from collections.abc import Iterator
from typing import Final

from jobmatch.intake.clauses.note import Clause, Note
from jobmatch.intake.clauses.phrasebook import pattern
from jobmatch.intake.fact import LIKELY, PLAIN, Fact, Reading, fact

_KINDS: Final = ("health.illness", "health.body", "health.cannot", "health.english")
_DENIED: Final = re.compile(r"(?:没有?|无|未患|不患|并无|no |没得过|不是)(?:[^,。;]{0,6})$")
_OF_WORK: Final = re.compile(r"^(?:医院|科|康复|按摩|护理|病人|患者|学校|朋友|机构|门诊|专业)")
_JOINED: Final = 3  # signs between two limits that are told in one breath: 颈椎病，不能长时间低头
# Being tired of a job is no limit; a school for the deaf is none either.
_NO_LIMIT: Final = re.compile(r"不能?(?:再)?闻到?(?:猪|酒).*|身体(?:也|都|是)?(?:吃不消|受不了|扛不住|顶不住|受不住)")
_FOR_THE_DEAF: Final = re.compile("聋哑?校|[收招教]聋|聋哑学")
_SOON: Final = 24  # characters behind a limit in which it is said to be over


def read_health(reading: Reading) -> Iterator[Fact]:
    """Every limit of the client's health, and that there is none."""
    limits: list[Fact] = []
    for clause in reading.note.clauses:
        if clause.others and not pattern("health.doctor").match(clause.text):
            continue
        if found := pattern("health.well").search(clause.text):
            yield fact("conditions.health_limits", None, clause, found, LIKELY)
        limits += _of_clause(clause, reading.note)
    yield from _told_together(limits, reading.note)


def _of_clause(clause: Clause, note: Note) -> Iterator[Fact]:
    taken = 0
    kinds = (*_KINDS, "health.by_phone") if pattern("health.hears_badly").search(note.shadow) else _KINDS
    spans = sorted((found.span() for name in kinds for found in clause.finds(name)), key=lambda one: (one[0], -one[1]))
    for start, end in spans:
        if _NO_LIMIT.fullmatch(clause.text[start:end]) or _FOR_THE_DEAF.search(
            clause.text[max(0, start - 2) : end + 1]
        ):
            continue
        if start < taken or _DENIED.search(clause.text[:start]) or _OF_WORK.match(clause.text[end:]):
            continue
        over = pattern("health.over").search(note.shadow[clause.start + end : clause.start + end + _SOON])
        if over or pattern("health.of_others").search(clause.text[:start]):
            continue
        if _is_of_another(clause.text[end:], note):
            continue
        taken = end
        yield fact("conditions.health_limits", clause.text[start:end], clause, (start, end), PLAIN)


def _is_of_another(behind: str, note: Note) -> bool:
    """Whether an illness is that of the person named behind it: 与脑梗卧床的丈夫同住."""
    found = _WHOSE.match(behind)
    person = note.subject.someone(behind[found.end() :][:_PERSON]) if found else None
    return person is not None and person.start() == 0


_WHOSE: Final = re.compile(r"[^,。;、]{0,8}?的(?:亲|老|小)?")
_PERSON: Final = 4  # characters in which a person is named


def _told_together(limits: list[Fact], note: Note) -> Iterator[Fact]:
    """Limits that follow on each other are one: the illness and what it does not allow."""
    last: Fact | None = None
    for one in limits:
        between = note.shadow[last.end : one.start] if last is not None else ""
        if last is not None and len(between) <= _JOINED and not set(between) & set("。;\n"):
            words = note.shadow[last.start : one.end]
            last = Fact(last.field, words, last.start, one.end, min(last.confidence, one.confidence))
            continue
        if last is not None:
            yield last
        last = one
    if last is not None:
        yield last

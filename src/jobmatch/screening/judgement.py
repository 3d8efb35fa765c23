"""What the rules find in a text and what the model holds likely there, weighed against each other."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from operator import itemgetter
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from jobmatch.screening.finding import Kind
from jobmatch.screening.passages import Span, clauses, read_by_rules, sentences
from jobmatch.screening.rules import compiled, rules, table
from jobmatch.screening.suspicion import KINDS, likelihoods
from jobmatch.screening.wake import hits, words_with_a_cue
from jobmatch.settings import load
from jobmatch.text.batches import once_each

_BESIDE: Final = 3  # clauses that are read together: that of a finding, the one before and the one after
_ALIKE: Final[dict[Kind, frozenset[Kind]]] = {  # a kind is not suspected where a rule finds one that explains it
    "fee": frozenset({"deposit", "insurance", "terms", "low_pay"}),
    "deposit": frozenset({"fee", "terms"}),
    "low_pay": frozenset({"insurance", "terms"}),
    "false_pay": frozenset({"low_pay", "terms", "deposit"}),
    "marital": frozenset({"terms"}),
}
_NONE: Final[frozenset[Kind]] = frozenset()
_STANCE: Final = 4  # characters at the end of a finding that say what is done with whom it names
_MOST: Final = 40  # sentences that the model looks at: a real posting has a few; a hostile text must end


Row = NDArray[np.float32]


class Judged(NamedTuple):
    """What is found at ``start:end`` of a plain text; ``probability`` where that is only suspected."""

    start: int
    end: int
    kind: Kind
    lawful: bool
    probability: float | None = None


class _Look(NamedTuple):
    """A plain text as the model looks at it: its sentences, and by sentence what the rules find, where it has a cue."""

    text: str
    parts: list[tuple[int, int]]
    own: dict[int, list[Span]]

    def sentence(self, at: int) -> str:
        return self.text[slice(*self.parts[at])].strip()


def judged(texts: Sequence[tuple[str, str, bool]]) -> list[list[Judged]]:
    """What each plain text asks or offers: findings that the model leaves, and its suspicions.

    With each text its field is given, and whether it was written in Traditional characters.

    >>> [(one.kind, one.probability) for one in judged([("限女性", "", False)])[0]]
    [('gender', None)]
    >>> [one.kind for one in judged([("不穿裙子的那一半人类勿扰", "", False)])[0] if one.probability]
    ['gender']
    """
    looks = [_look(*one) for one in texts]
    rows = iter(once_each(likelihoods, [look.sentence(at) for look in looks for at in look.own]))
    return [_without_overlaps(_all_weighed(look, rows)) for look in looks]


def _look(text: str, field: str, taiwan: bool) -> _Look:
    words, cues = hits(text), words_with_a_cue()
    parts = sentences(text)
    own: dict[int, list[Span]] = {_at(parts, place): [] for word, place, _ in words if word in cues}
    for span in read_by_rules(text, words, field, taiwan=taiwan):
        own.setdefault(_at(parts, span.start), []).append(span)
    return _Look(text, parts, {at: own[at] for at in sorted(own)[:_MOST]})


def _all_weighed(look: _Look, rows: Iterator[Row]) -> Iterator[Judged]:
    for at, spans in look.own.items():
        yield from _weighed(look.text, look.parts[at], spans, next(rows))


def _at(parts: list[tuple[int, int]], place: int) -> int:
    return bisect_right(parts, place, key=itemgetter(0)) - 1


def _weighed(text: str, part: tuple[int, int], spans: list[Span], row: Row) -> Iterator[Judged]:
    """The findings of the rules in a sentence that the model leaves, and what it suspects where they find nothing."""
    bounds = _bounds()
    if not spans and row.max() < bounds["suspected"]:  # nearly always
        return
    asked = {span.rule.kind for span in spans if span.stance == "asked"}
    sure = bool(spans) and not _disowning().search(_without_stances(spans, text, part))
    for kind, likely in zip(KINDS, row.tolist(), strict=True):
        mine = [span for span in spans if span.rule.kind == kind]
        said = [span for span in mine if span.stance != "denied"]
        if said:
            yield from (
                Judged(span.start, span.end, kind, span.stance == "lawful")
                for span in said
                if sure or span.stance == "lawful" or likely >= bounds["doubted"] or _left(text, part, span)
            )
        elif (
            likely >= bounds["suspected_though_denied" if mine else "suspected"]
            and asked.isdisjoint(_ALIKE.get(kind, _NONE))
            and _traced(kind, text, part)
            and not _waived(kind, text, part)
        ):
            yield Judged(*_clause(text, part, kind), kind, False, round(likely, 2))
    yield from (
        Judged(span.start, span.end, span.rule.kind, span.stance == "lawful", span.rule.likely)
        for span in spans
        if span.rule.kind not in KINDS and span.stance != "denied"  # of which the model has learned nothing
    )


def _without_stances(spans: list[Span], text: str, part: tuple[int, int]) -> str:
    """A sentence without the words in which its findings end: 不要 in 男老师不要 takes nothing back."""
    signs = list(text[slice(*part)])
    for span in spans:
        last = span.end - part[0]
        signs[max(span.start - part[0], last - _STANCE) : last] = "□" * min(_STANCE, span.end - span.start)
    return "".join(signs)


def _traced(kind: Kind, text: str, part: tuple[int, int]) -> bool:
    """Whether a sentence holds a trace of a kind; a model that never saw its words is as sure of it as of any."""
    pattern = _traces().get(kind)
    return pattern is None or bool(pattern.search(text, *part))


def _waived(kind: Kind, text: str, part: tuple[int, int]) -> bool:
    """Whether a sentence says in so many words that nothing of a kind is asked: 性别要求:不限."""
    names = (kind, "persons") if kind in _of_persons() else (kind,)
    return any(name in _waiving() and _waiving()[name].search(text, *part) for name in names)


def _left(text: str, part: tuple[int, int], span: Span) -> bool:
    """Whether a finding stays though the model holds its sentence unlikely."""
    if span.rule.below or span.rule.where or span.rule.group == "terms":  # of which the model has learned little
        return True
    return _plain(text, part, span) or _near(text, part, span) >= _bounds()["doubted"]


def _plain(text: str, part: tuple[int, int], span: Span) -> bool:
    """Whether a finding is all that its clause says, or all behind a heading: 男性 in a list is meant as it stands."""
    said = text[span.start : span.end]
    return any(a <= span.start < b and text[a:b].rpartition(":")[2] == said for a, b in clauses(text, *part))


def _near(text: str, part: tuple[int, int], span: Span) -> float:
    """How likely a kind is in the clause of a finding with the one before and the one after it."""
    each = clauses(text, *part)
    if len(each) <= _BESIDE:  # that is the sentence, which was looked at
        return 0.0
    at = max(0, bisect_right(each, span.start, key=itemgetter(0)) - 1)
    start, end = each[max(0, at - 1)][0], each[min(len(each), at + 2) - 1][1]
    return float(likelihoods([text[start:end]])[0, KINDS.index(span.rule.kind)])


def _clause(text: str, part: tuple[int, int], kind: Kind) -> tuple[int, int]:
    """The clause of a sentence that alone makes a kind most likely."""
    each = clauses(text, *part)
    if len(each) < 2:
        return each[0] if each else part
    rows = likelihoods([text[start:end] for start, end in each])
    return each[int(rows[:, KINDS.index(kind)].argmax())]


@cache
def _disowning() -> re.Pattern[str]:
    """What stands in a sentence that may tell of others, deny, or name a task; without it a finding is sure."""
    return compiled("{doubt}", table("words.toml")["classes"])


@cache
def _of_persons() -> frozenset[Kind]:
    """The kinds that say who is wanted."""
    return frozenset(rule.kind for rule in rules() if rule.group == "persons")


@cache
def _traces() -> dict[str, re.Pattern[str]]:
    return {kind: compiled(pattern, {}) for kind, pattern in table("words.toml")["traces"].items()}


@cache
def _waiving() -> dict[str, re.Pattern[str]]:
    return {kind: compiled(pattern, {}) for kind, pattern in table("words.toml")["waived"].items()}


@cache
def _bounds() -> dict[str, float]:
    return dict(load().table("screening"))


def _without_overlaps(found: Iterable[Judged]) -> list[Judged]:
    result: list[Judged] = []
    reached: dict[str, int] = {}
    for one in sorted(found, key=lambda one: (one.start, -one.end)):
        if one.start >= reached.get(one.kind, 0):
            reached[one.kind] = one.end
            result.append(one)
    return result

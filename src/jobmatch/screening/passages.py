"""The sentences of a text that a rule reads, and what it finds in one."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Final, Literal, NamedTuple

from jobmatch.screening.denial import denial
from jobmatch.screening.pay import is_low
from jobmatch.screening.rules import GROUPS, Rule, rules
from jobmatch.screening.wake import Hits, awake, words_of_rules

_SENTENCE: Final = re.compile(r"[。!?\n|]")
_ANSWERED: Final = re.compile(r"[。!\n|]")  # 社保?没有: of terms, a question is read with its answer
# The sign first, then what it is: the engine goes from sign to sign.
_CLAUSE: Final = re.compile(
    r"[,;。!?\n|、.0-9](?:(?<=[,;。!?\n|])|(?<=[、.])(?=[0-9]{1,2}[、.)])|(?<=[0-9])(?<![0-9一-鿿].)[0-9]?[、)])"
)
_ENDS: Final = {"persons": _CLAUSE, "money": _SENTENCE, "terms": _ANSWERED}  # what ends a passage of a group
_AROUND: Final = " \t,;:。!?|\n.、0123456789)("
_FULL: Final = "。!\n|"
_LONG: Final = 80  # characters of a sentence that is read as one
_NEAR: Final = 40  # characters: about the sentence before and after, where the reason for a limit is given
_LONGEST: Final = 200  # characters of a sentence: an endless one is cut
_MOST: Final = 60  # passages that are read by some rule: a real posting has a few; a hostile text must end
_FEW: Final = 8  # findings of one rule in a passage that are weighed

Stance = Literal["asked", "lawful", "denied"]


class Span(NamedTuple):
    """What a rule finds at ``start:end`` of a plain text, and how it is meant there."""

    start: int
    end: int
    stance: Stance
    rule: Rule


def sentences(text: str) -> list[tuple[int, int]]:
    """Where the sentences of a plain text begin and end: a question has its answer with it, a long one is cut.

    >>> sentences("要押金吗?不要。双休")
    [(0, 8), (8, 10)]
    """
    found: list[tuple[int, int]] = []
    for start, end in pairwise(_stops(_SENTENCE, text)):
        if found and text[start - 1] == "?":
            found[-1] = (found[-1][0], end)
        elif end - start <= _LONG:
            found.append((start, end))
        else:
            found += _packed(_stops(_CLAUSE, text[start:end]), start)
    return found


def _packed(stops: list[int], offset: int) -> Iterator[tuple[int, int]]:
    """Clauses put together while they are not too long."""
    first = stops[0]
    for stop, after in pairwise([*stops[1:], stops[-1]]):
        if after - first > _LONG or stop == stops[-1]:
            yield offset + first, offset + stop
            first = stop


def clauses(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where the clauses of a sentence begin and end, without the signs and blanks around them.

    >>> clauses("限女性, 双休。", 0, 8)
    [(0, 3), (5, 7)]
    """
    stops = _stops(_CLAUSE, text[start:end])
    parts = ((start + a, text[start + a : start + b]) for a, b in pairwise(stops))
    trimmed = ((a + len(part) - len(part.lstrip(_AROUND)), part.strip(_AROUND)) for a, part in parts)
    return [(a, a + len(part)) for a, part in trimmed if part]


def read_by_rules(text: str, words: Hits, field: str, *, taiwan: bool = False) -> Iterator[Span]:
    """What the rules that the ``words`` of a plain text wake find in it; Taiwan has rates of its own."""
    ruled = words_of_rules()
    places = [(word, place) for word, place, _ in words if word in ruled]
    woken = [rules()[index] for index in awake({word for word, _ in places})]
    groups = {rule.group for rule in woken if rule.where in ("", field)}
    stops = _Stops(text)
    todo = [(group, *one) for group in GROUPS if group in groups for one in _woken(places, stops[group], group, field)]
    for group, passage, rule in todo[:_MOST]:
        start, end = stops[group][passage : passage + 2]
        yield from _findings(rule, text, start, end, stops, taiwan)


class _Stops(dict[str, list[int]]):
    """Where the passages of each group of rules begin, told when it is first asked for."""

    def __init__(self, text: str) -> None:
        self._text: Final = text

    def __missing__(self, group: str) -> list[int]:
        self[group] = stops = _stops(_ENDS[group], self._text)
        return stops


def _woken(words: list[tuple[int, int]], stops: list[int], group: str, field: str) -> Iterator[tuple[int, Rule]]:
    """Each passage with the rules of a group that its words wake."""
    held: dict[int, set[int]] = {}
    for word, place in words:
        held.setdefault(bisect_right(stops, place) - 1, set()).add(word)
    for passage, inside in held.items():
        for index in sorted(awake(inside)):
            rule = rules()[index]
            if rule.group == group and rule.where in ("", field):
                yield passage, rule


@lru_cache(maxsize=16)  # one text is parted for the model, and for each group of rules
def _stops(pattern: re.Pattern[str], text: str) -> list[int]:
    """Where passages begin: after each stop, and wherever one would be too long; at last where the text ends."""
    stops = [0]
    for end in (*(match.end() for match in pattern.finditer(text)), len(text)):
        while end - stops[-1] > _LONGEST:
            stops.append(stops[-1] + _LONGEST)
        if end > stops[-1]:
            stops.append(end)
    return stops


def _findings(rule: Rule, text: str, start: int, end: int, stops: _Stops, taiwan: bool) -> Iterator[Span]:
    """What a rule finds in a passage, with its place in the text and whether it is lawful there."""
    # what ends a passage ends it with a full stop, too
    spans = _spans(rule, text[start:end].rstrip(_FULL), taiwan and rule.below)
    if not spans:
        return
    denied = denial(rule.denied_as)
    sentence, sentence_end = _around(stops["money"], start)
    disowned = denied.of_sentence(text[sentence : _answered(stops["money"], text, sentence_end)])
    for first, last in ((start + a, start + b) for a, b in spans):
        head, tail = _around(stops["persons"], first)[0], _around(stops["persons"], last - 1)[1]
        clause = text[head:tail]
        stance: Stance = "asked"
        if disowned or _dropped(rule, clause) or denied.of_span(text, sentence, head, first, last):
            stance = "denied"
        elif _is_lawful(rule, clause, text[max(0, head - _NEAR) : tail + _NEAR]):
            stance = "lawful"
        if stance != "asked" or not rule.lawful_only:
            yield Span(first, last, stance, rule)


@lru_cache(maxsize=8192)  # postings repeat what they ask: 18-45岁, 五险一金
def _spans(rule: Rule, passage: str, taiwan: bool) -> list[tuple[int, int]]:
    """Where the templates of a rule find something in a passage, the first few."""
    seen = rule.mask.sub(lambda match: "□" * len(match.group()), passage) if rule.mask else passage
    held = [pattern for pattern in rule.find if pattern.search(seen)]  # a look first: nearly always there is nothing
    matches = (match for pattern in held for match in pattern.finditer(seen) if match.group())
    spans = {match.span() for match in matches if not rule.below or is_low(match.group(), passage, taiwan=taiwan)}
    return sorted(spans)[:_FEW]


def _answered(stops: list[int], text: str, end: int) -> int:
    """Where the answer ends to a sentence that ends at ``end`` and asks something; a sentence is its own answer."""
    return _around(stops, end)[1] if text[end - 1] == "?" and end < len(text) else end


def _around(stops: list[int], place: int) -> tuple[int, int]:
    at = bisect_right(stops, place)
    return stops[at - 1], stops[at]


def _dropped(rule: Rule, clause: str) -> bool:
    return bool(rule.unless and rule.unless.search(clause))


def _is_lawful(rule: Rule, clause: str, around: str) -> bool:
    if rule.lawful and rule.lawful.search(clause):
        return True
    return bool(rule.lawful_near and rule.lawful_near.search(around))

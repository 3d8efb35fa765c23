"""Sentences that a screening model learns from, composed of templates and words of the folder ``sentences``."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from random import Random
from typing import Any, Final, NamedTuple

from jobmatch.shipped import table_of
from jobmatch.text import lexicon

_PART: Final = re.compile(r"(\[[^\[\]]*\]|\([^()]*\|[^()]*\)|\{[a-z0-9]+\}|.)(\??)", re.DOTALL)
_FILES: Final = ("persons", "money", "plain", "denials", "hints", "lures", "trades")
_EACH: Final = 12  # sentences of one template
_SILENT: Final = 36  # of one that asks nothing: there are fewer of these, and far more such sentences in postings
_DOES: Final = 14  # frames in which a practice is said
_DENIES: Final = 18  # frames in which it is denied or told of others
_DENIED_WEIGHT: Final = 0.3


class Sentence(NamedTuple):
    """A text, the kinds that it asks or offers (none, most often), and how much it counts."""

    text: str
    kinds: frozenset[str]
    weight: float


def composed(chance: Random) -> Iterator[Sentence]:
    """Every template filled in a dozen ways, and every practice said and denied.

    >>> some = list(composed(Random(0)))
    >>> len(some) > 10_000, {"gender"} in [one.kinds for one in some]
    (True, True)
    """
    for kinds, template in _templates():
        filled = sorted({_filled(template, chance) for _ in range(_EACH if kinds else _SILENT)})
        yield from (Sentence(text, kinds, _EACH**-0.5) for text in filled)
    yield from _practised(chance)


def _practised(chance: Random) -> Iterator[Sentence]:
    said = table("practices.toml")
    frames = {name: text.strip().splitlines() for name, text in said["frames"].items()}
    for kind, practices in said["practices"].items():
        for practice in practices.split("|"):
            for frame in chance.sample(frames["does"], _DOES):
                text = _filled(frame, chance, practice)
                yield Sentence(text, frozenset([kind]), _DENIED_WEIGHT)
            for frame in chance.sample(frames["denies"], _DENIES):
                yield Sentence(_filled(frame, chance, practice), frozenset(), _DENIED_WEIGHT)


def _templates() -> Iterator[tuple[frozenset[str], str]]:
    kinds: frozenset[str] = frozenset()
    for name in _FILES:
        for line in lexicon.lines("jobmatch.learning", f"sentences/{name}.txt"):
            if line.startswith("="):
                kinds = frozenset(line[1:].split())
            else:
                yield kinds, line


def _filled(template: str, chance: Random, practice: str = "") -> str:
    """One way to say a template: [a|b] is one of several, {name} a word of the slots, what ``?`` follows may fail."""
    said = []
    for part, may_fail in _PART.findall(template):
        if may_fail and chance.random() < 0.5:
            continue
        if len(part) > 1 and part[0] in "[(":
            said.append(_filled(chance.choice(part[1:-1].split("|")), chance, practice))
        elif len(part) > 1:
            said.append(practice if part == "{p}" else chance.choice(slots()[part[1:-1]]))
        else:
            said.append(part)
    return "".join(said)


@cache
def slots() -> Mapping[str, list[str]]:
    """The words that templates leave open, by name.

    >>> "藏族" in slots()["nation"]
    True
    """
    words_of = table("slots.toml")["slots"].items()
    return {name: [word.replace("\\s", " ") for word in words.split()] for name, words in words_of}


@cache
def table(name: str) -> dict[str, Any]:
    """One of the tables beside the sentences.

    >>> sorted(table("practices.toml"))
    ['frames', 'practices']
    """
    return table_of(f"learning/sentences/{name}")


def disturbed(text: str, signs: str, chance: Random) -> str:
    """A text in which one sign in eight is lost, another one, or followed by a stroke: as who evades a filter writes.

    >>> disturbed("入职交押金", "证", Random(3))
    '入职,交押金'
    """
    parts = list(text)
    for _ in range(max(1, len(parts) // 8)):
        at = chance.randrange(len(parts))
        parts[at] = chance.choice(["", chance.choice(signs), parts[at] + chance.choice("*.,· /")])
    return "".join(parts)

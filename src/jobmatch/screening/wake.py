"""Which rules a text wakes: one pass over it, so that the many texts in which nothing can be found cost little."""

from collections.abc import Iterator
from functools import cache
from itertools import product
from typing import Final

from ahocorasick_rs import AhoCorasick

from jobmatch.screening.heard import bopomofo_edits, syllable_edits
from jobmatch.screening.plain import Signs, joined_words, letter_edits, pinyin_edits, spelt
from jobmatch.screening.rules import rules
from jobmatch.screening.suspicion import cues
from jobmatch.text.translation import Translation

_DIGITS: Final = "0123456789一二三四五六七八九十零"
_KEPT: Final = frozenset("-~:(+<≤,/|.=#@&↓↑❤")  # signs that are left in a text at the first look
Hits = list[tuple[int, int, int]]


def may_hold(written: str) -> bool:
    """Whether a text holds words of a rule, as they are or disguised; if not, nothing can be found in it.

    >>> may_hold("限女性"), may_hold("押*金"), may_hold("熟悉Java，双休")
    (True, True, False)
    """
    dense = _dense()(written)
    words = {word for word, _, _ in _first_look().find_matches_as_indexes(dense, overlapping=True)}
    disguised = max(words, default=-1) >= len(_words())
    return (
        disguised
        or not words.isdisjoint(words_with_a_cue())
        or bool(awake(words))
        or any(True for _ in bopomofo_edits(dense))
        or any(True for _ in syllable_edits(dense))
        or any(True for _ in pinyin_edits(dense))
        or any(True for _ in letter_edits(written.lower()))
    )


def hits(plain: str) -> Hits:
    """Every word of a rule in a plain text: which word, start and end."""
    return _triggers().find_matches_as_indexes(plain, overlapping=True)


@cache
def words_of_rules() -> frozenset[int]:
    """The words for which a rule looks at a passage, by themselves or beside another."""
    triggers, needs = _waked()
    return frozenset(triggers | needs)


@cache
def words_with_a_cue() -> frozenset[int]:
    """The words for which the model looks at a sentence."""
    known = frozenset(cues())
    return frozenset(at for at, word in enumerate(_words()) if word in known)


def awake(words: set[int]) -> set[int]:
    """The rules that wake where these words stand: by a trigger, and by a word that they need besides it."""
    triggers, needs = _waked()
    if triggers.keys().isdisjoint(words):  # nearly always
        return set()
    woken: set[int] = set().union(*(triggers[word] for word in words if word in triggers))
    return woken & _needless().union(*(needs[word] for word in words if word in needs))


class _Dense(Signs):
    """Signs as they are read, and nothing for what is neither letter, digit nor kept."""

    def __missing__(self, code: int) -> int | None:  # type: ignore[override]
        read = super().__missing__(code)
        self[code] = value = read if chr(read).isalnum() or chr(read) in _KEPT | _signs() else None  # type: ignore[assignment]
        return value


@cache
def _signs() -> frozenset[str]:
    """Single signs that stand for a word: ♿."""
    return frozenset(way[0] for way in spelt() if len(way) == 1)


@cache
def _dense() -> Translation:
    return Translation(_Dense.of_table())


@cache
def _words() -> dict[str, tuple[set[int], set[int]]]:
    """For each word the rules of which it is a trigger, and those that need it besides one."""
    waked: dict[str, tuple[set[int], set[int]]] = {}
    for index, rule in enumerate(rules()):
        for part, words in enumerate((rule.triggers, rule.needs)):
            for word in words:
                for one in _forms(word):
                    waked.setdefault(one, (set(), set()))[part].add(index)
    for cue in cues():
        waked.setdefault(cue, (set(), set()))
    return waked


def _forms(word: str) -> Iterator[str]:
    """A word with # for every digit in its place, and one with _ with and without a blank."""
    for digit in _DIGITS if "#" in word else "#":
        one = word.replace("#", digit)
        yield from {one.replace("_", " "), one.replace("_", "")}


@cache
def _waked() -> tuple[dict[int, set[int]], dict[int, set[int]]]:
    """The rules of which each word is a trigger, and those that need it, for words that have any."""
    both = list(_words().values())
    return {at: one for at, (one, _) in enumerate(both) if one}, {at: one for at, (_, one) in enumerate(both) if one}


@cache
def _needless() -> set[int]:
    return {index for index, rule in enumerate(rules()) if not rule.needs}


@cache
def _triggers() -> AhoCorasick:
    return AhoCorasick(list(_words()), store_patterns=False)


@cache
def _first_look() -> AhoCorasick:
    parted = [f"{word[0]}{sign}{word[1]}" for word, sign in product(sorted(joined_words()), sorted(_KEPT))]
    return AhoCorasick([*_words(), *spelt(), *parted], store_patterns=False)

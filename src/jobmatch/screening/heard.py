"""Words of the rules written as they sound: 鸭金, 押jin, 押j and 保zheng金 are read, 威信 and 东南亚金融 are not."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import combinations, product
from typing import Final, NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from jobmatch.screening.rules import rules
from jobmatch.shipped import table_of
from jobmatch.text.tokens import tokenize

_MOST: Final = 2  # signs of a word that are written otherwise: with more it is no longer heard
_BESIDE: Final = 3  # signs beside it that may make another word with it


_BOPOMOFO: Final = re.compile("([ㄅ-ㄙ]?)([ㄚ-ㄩ]{1,2})[ˊˇˋ˙]?")
_FINAL: Final = re.compile("[ㄚ-ㄩ]")  # there is one in every syllable, and none in nearly every text


class Edit(NamedTuple):
    """What stood at ``start:end`` is read as other words."""

    start: int
    end: int
    words: str


@cache
def spellings_table() -> dict[str, dict[str, str]]:
    """The tables of ``spellings.toml``, read once."""
    return table_of("screening/spellings.toml")


def is_latin(sign: str) -> bool:
    """Whether a sign of a folded text is a letter of the alphabet; nothing is none.

    >>> is_latin("v"), is_latin("微"), is_latin("")
    (True, False, False)
    """
    return "a" <= sign <= "z"


def bopomofo_edits(text: str) -> Iterator[Edit]:
    """The syllables in the signs of Taiwan's schoolbooks, as pinyin.

    >>> [edit.words for edit in bopomofo_edits("限ㄋㄩˇ生ㄨㄟ婚")], list(bopomofo_edits("限女生"))
    (['nv', 'wei'], [])
    """
    for match in _BOPOMOFO.finditer(text) if _FINAL.search(text) else ():
        first, rest = _bopomofo("initials").get(match[1], ""), match[2]
        table = "finals" if first or rest not in _bopomofo("alone") else "alone"
        if rest in _bopomofo(table):
            yield Edit(*match.span(), first + _bopomofo(table)[rest])


@cache
def _bopomofo(name: str) -> dict[str, str]:
    """A table of them, each with its letters."""
    pairs = (re.split("(?=[a-z])", pair, maxsplit=1) for pair in spellings_table()["bopomofo"][name].split())
    return {pair[0]: pair[1] for pair in pairs}


_LETTERS: Final = re.compile("[a-z]+")
_SYLLABLE: Final = 6  # letters at most


def syllable_edits(text: str) -> Iterator[Edit]:
    """A syllable in letters beside a sign with which one of its signs stands in a word of the rules: 外 in wai县.

    A letter alone must make such a word with the sign before it and with the one after it.

    >>> [edit.words for edit in syllable_edits("wai县勿试,wu补偿,ai算法")], next(syllable_edits("加b费")).words
    (['外', '无'], '班')
    """
    for match in _LETTERS.finditer(text):
        if len(match[0]) > _SYLLABLE:
            continue
        before, after = text[max(0, match.start() - 1) : match.start()], text[match.end() : match.end() + 1]
        meant = _meant(before, match[0], after) if before > "z" or after > "z" else ""
        if meant:
            yield Edit(*match.span(), meant)


@lru_cache(maxsize=4096)
def _meant(before: str, letters: str, after: str) -> str:
    """The sign that letters stand for between two others; none where they are no part of a word of the rules."""
    if not _spelt().isdisjoint((before + letters, letters + after)):
        return ""
    enough, pairs = all if len(letters) == 1 else any, pairs_of_rules()
    for sign in _signs_of(letters):
        if enough(pair in pairs for pair in (before + sign, sign + after)):
            return sign
    return ""


@cache
def _signs_of(letters: str) -> str:
    """The signs of a sound, or of every sound that begins with a letter."""
    sounds = spellings_table()["sounds"]
    if len(letters) > 1:
        return sounds.get(letters, "")
    return "".join(signs for sound, signs in sounds.items() if sound[0] == letters)


@cache
def _spelt() -> frozenset[str]:
    """The ways of writing a word that are known as they stand: 自li is 自理, not 自离."""
    return frozenset(way for ways in spellings_table()["words"].values() for way in ways.split())


@cache
def pairs_of_rules() -> frozenset[str]:
    """Two Chinese signs that stand beside each other in the words for which the rules wake."""
    words = {word for rule in rules() for word in (*rule.triggers, *rule.needs)}
    pairs = {word[at : at + 2] for word in words for at in range(len(word) - 1)}
    return frozenset(pair for pair in pairs if all("一" <= sign <= "鿿" for sign in pair))


@cache
def ways() -> dict[str, str]:
    """Every way to write a word by its sound, with the word.

    >>> ways()["鸭金"], ways()["押jin"], ways()["押j"]
    ('押金', '押金', '押金')
    """
    table = spellings_table()
    sounds = {sign: (sound, signs) for sound, signs in table["sounds"].items() for sign in signs}
    words = table["heard"]["words"].split()
    found: dict[str, str] = {}
    for word in words:
        each = [_others(sign, *sounds[sign]) for sign in word]
        for places in _places(len(word)):
            for others in product(*(each[at] for at in places)):
                if sum(is_latin(other[0]) for other in others) < len(word):
                    instead = dict(zip(places, others, strict=True))
                    found.setdefault("".join(instead.get(at, sign) for at, sign in enumerate(word)), word)
    return {way: word for way, word in found.items() if way not in words}


def _places(length: int) -> Iterator[tuple[int, ...]]:
    """Which signs of a word are written otherwise: one or two of them."""
    for count in range(1, min(_MOST, length) + 1):
        yield from combinations(range(length), count)


def _others(sign: str, sound: str, alike: str) -> list[str]:
    return [sound, sound[0], *(other for other in alike if other != sign)]


@cache
def _automaton() -> tuple[AhoCorasick, list[str], list[str]]:
    written, meant = list(ways()), list(ways().values())
    return AhoCorasick(written, matchkind=MatchKind.LeftmostLongest, store_patterns=False), written, meant


def heard_edits(text: str) -> Iterator[Edit]:
    """The words that a text writes by their sound, where no other word stands."""
    automaton, written, meant = _automaton()
    for index, start, end in automaton.find_matches_as_indexes(text):
        parted = not is_latin(text[start - 1 : start]) if is_latin(written[index][0]) else True
        parted = parted and (not is_latin(text[end : end + 1]) if is_latin(written[index][-1]) else True)
        if parted and not _is_word(text[max(0, start - _BESIDE) : start], text[start:end], text[end : end + _BESIDE]):
            yield Edit(start, end, meant[index])


@lru_cache(maxsize=4096)
def _is_word(before: str, written: str, after: str) -> bool:
    """Whether a word of the language holds more than one sign of what is written, or one of it with one beside it."""
    window, first, last = before + written + after, len(before), len(before) + len(written)
    for word in tokenize(window):
        at = window.find(word)
        while len(word) > 1 and at >= 0 and not is_latin(word[0]):
            if at < last and first < at + len(word):
                return True
            at = window.find(word, at + 1)
    return False

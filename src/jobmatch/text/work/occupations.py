"""Titles → occupations of the 2022 classification, with honest probabilities.

Beside the model (``occupation_model``) stand the words that name an occupation outright (aliases of the classification,
everyday words, English titles), and the trade that a title names.
"""

from collections.abc import Sequence
from functools import cache
from typing import Final, NamedTuple, overload

import numpy as np

from jobmatch import settings
from jobmatch.arguments import count_of
from jobmatch.artefacts import artefact_dir
from jobmatch.patterns import late
from jobmatch.text import lexicon
from jobmatch.text.batches import Cell, Many, as_text, is_many, texts_of
from jobmatch.text.fold import fold
from jobmatch.text.linear import Array
from jobmatch.text.work.occupation_list import (
    catalogue,
    is_left_over,
    mid_classes,
    minor_group,
    occupation_affinity,
    occupation_codes,
    occupation_index,
    occupation_name,
    places_beside,
)
from jobmatch.text.work.occupation_model import honest_probabilities, model_probabilities
from jobmatch.text.work.titles_clean import clean_title, clean_words
from jobmatch.text.work.trades import codes_of_trade

__all__ = [
    "Occupation", "find_occupations", "honest_probabilities", "is_left_over", "mid_classes", "minor_group",
    "occupation_affinity", "occupation_codes", "occupation_index", "occupation_name", "occupation_probabilities",
    "occupation_scores",
]  # fmt: skip

_BATCH: Final = 256  # titles at a time: the scores of a batch stay in the processor's cache
_FEW: Final = 10  # up to here the best are picked one by one
_DESCRIPTION: Final = 300  # characters of a description that are read: the duties stand first
# 养护中心护理师: the model reads the place of work too; where it is unsure of such a title, the word for the work
# within has a say. Held out, the bounds in the settings leave top 1, top 5 and group hits as they were and lower ece.
_WORKPLACE: Final = late("中心|院|公司|学校|大学|中学|小学|幼儿园|机构|集团|工厂|超市|商场|酒店|车站|诊所|门店")
_LIKELIEST: Final = 0.6  # of what the codes of an everyday title count, what the first one does
_DRIVING: Final = "驾驶"
_SHORTEST_ENDING, _LONGEST_ENDING = 3, 8  # characters of an everyday title at the end of another
_BEFORE_ENDING: Final = 4  # at most, before it: a place or a firm, and no other work
_WORD_LENGTHS: Final = range(12, 2, -1)  # characters; words of two are parts of too many others


class Occupation(NamedTuple):
    """An occupation with the probability that the title names it.

    >>> code, name, probability = Occupation("4-02-06-01", "仓储管理员", 0.9)
    """

    code: str
    name: str
    probability: float


@cache
def _words() -> lexicon.Numbered:
    return lexicon.Numbered((artefact_dir("occupations") / "words.tsv").read_text(encoding="utf-8"))


def _named_outright(texts: Sequence[str]) -> tuple[Array, Array]:
    words = _words()
    found = np.fromiter((words.get(text, -1) for text in texts), dtype=np.int64, count=len(texts))
    rows = np.flatnonzero(found >= 0)
    return rows, found[rows]


def occupation_probabilities(titles: Sequence[str]) -> Array:
    """Probabilities of all codes for some titles: titles × codes, each row adds up to one."""
    return _probabilities_with_words(_cleaned(titles))


def _cleaned(titles: Sequence[str]) -> list[str]:
    """The titles as the model reads them: who drives in Taiwan is called by what is done, 大客車駕駛."""
    texts = (clean_title(title).lower() for title in titles)
    return [f"{text[:-2]}司机" if text.endswith(_DRIVING) else text for text in texts]


def _probabilities_with_words(texts: Sequence[str]) -> Array:
    result = model_probabilities(texts)
    rows, places = _named_outright(texts)
    trust = settings.load().number("occupation_model.trust_in_word")
    result[rows] *= 1 - trust
    result[rows, places] += trust
    _add_words_inside(texts, result)
    _hold_against_trades(texts, result)
    _say_everyday(texts, result)
    return result


@cache
def _everyday() -> dict[str, tuple[tuple[int, ...], Array]]:
    """The everyday titles that the model misreads: the places of their codes, and what each of these counts."""
    found: dict[str, tuple[tuple[int, ...], Array]] = {}
    for codes, words in lexicon.cells("jobmatch.text", "lexicons/everyday_titles.csv"):
        places = tuple(map(occupation_index, codes.split()))
        counts = np.full(len(places), (1 - _LIKELIEST) / max(1, len(places) - 1))
        counts[0] = 1 - counts[1:].sum()
        found |= dict.fromkeys(words.split("|"), (places, counts.astype(np.float32)))
    return found


def _say_everyday(texts: Sequence[str], probabilities: Array) -> None:
    """Where a title is an everyday one that the model misreads, or ends in one and tells little else, these count."""
    numbers, everyday = settings.load().table("occupation_model"), _everyday()
    unsure = probabilities.max(axis=1) < numbers["unsure_of_ending"]
    for row, text in enumerate(texts):
        told, trust = everyday.get(text), numbers["trust_everyday"]
        if told is None and unsure[row]:
            told, trust = _ending_in(text), numbers["trust_in_ending"]
        if told:
            _count(probabilities[row], *told, trust)


def _ending_in(text: str) -> tuple[tuple[int, ...], Array] | None:
    """What the longest everyday title tells with which a title ends."""
    shortest = max(_SHORTEST_ENDING, len(text) - _BEFORE_ENDING)
    endings = (text[-length:] for length in range(min(len(text) - 1, _LONGEST_ENDING), shortest - 1, -1))
    return next((_everyday()[ending] for ending in endings if ending in _everyday()), None)


def _count(chances: Array, places: tuple[int, ...], counts: Array, trust: float) -> None:
    """Give some codes together at least ``trust`` of one title's chances, and the others what is left."""
    mass = float(chances[list(places)].sum())
    if mass < trust:
        chances *= (1 - trust) / (1 - mass)
        chances[list(places)] = trust * counts


def _hold_against_trades(texts: Sequence[str], probabilities: Array) -> None:
    """Where a title names one trade and the model thinks of quite other work, the trade has a say."""
    numbers = settings.load().table("occupation_model")
    trust = numbers["trust_in_trade"]
    for row, text in enumerate(texts):
        usual = () if text.isascii() else codes_of_trade(text)  # a spring intern writes no Java
        if usual and probabilities[row, places_beside(usual)].sum() < numbers["trade_missed"]:
            probabilities[row] *= 1 - trust
            probabilities[row, [occupation_index(code) for code in usual]] += trust / len(usual)


def _add_words_inside(texts: Sequence[str], probabilities: Array) -> None:
    numbers = settings.load().table("occupation_model")
    trust = numbers["trust_inside"]
    for row in np.flatnonzero(probabilities.max(axis=1) < numbers["unsure"]).tolist():
        place = _named_inside(texts[row]) if _WORKPLACE.search(texts[row]) else None
        if place is not None:
            probabilities[row] *= 1 - trust
            probabilities[row, place] += trust


def _named_inside(text: str) -> int | None:
    """The code of the longest known Chinese word in a title, the last of several: the work stands at the end."""
    for length in _WORD_LENGTHS:
        for start in range(len(text) - length, -1, -1):
            word = text[start : start + length]
            if word in _words() and not word.isascii() and not _WORKPLACE.search(word):
                return _words()[word]
    return None


def _top(probabilities: Array, k: int) -> tuple[Array, Array]:
    k = min(k, probabilities.shape[1])
    if k > _FEW:
        places = np.argsort(-probabilities, axis=1, kind="stable")[:, :k]
        return places, np.take_along_axis(probabilities, places, axis=1)
    left, rows = probabilities.copy(), np.arange(len(probabilities))
    places = np.zeros((len(left), k), dtype=np.int64)
    for rank in range(k):  # the best of what is left: quicker than any sort, and ties go to the first code
        places[:, rank] = left.argmax(axis=1)
        left[rows, places[:, rank]] = -1
    return places, probabilities[rows[:, None], places]


def occupation_scores(titles: Sequence[str], k: int = 3) -> tuple[Array, Array]:
    """The best ``k`` codes of many titles, as indices into ``occupation_codes``, and their probabilities.

    >>> codes, probabilities = occupation_scores(["保洁员", "Data Engineer"], k=1)
    >>> [occupation_name(occupation_codes()[code]) for code in codes[:, 0]]
    ['保洁员', '大数据工程技术人员']

    No titles give two empty arrays.
    """
    codes = np.zeros((len(titles), k), dtype=np.int16)
    values = np.zeros((len(titles), k), dtype=np.float32)
    for start in range(0, len(titles), _BATCH):
        part = slice(start, start + _BATCH)
        codes[part], values[part] = _top(occupation_probabilities(titles[part]), k)
    return codes, values


@overload
def find_occupations(title: Cell, k: int = 5, description: str | None = None) -> list[Occupation]: ...


@overload
def find_occupations(title: Many, k: int = 5, description: str | None = None) -> list[list[Occupation]]: ...


def find_occupations(
    title: Cell | Many, k: int = 5, description: str | None = None
) -> list[Occupation] | list[list[Occupation]]:
    """The likeliest occupations of a title, best first; a description, where there is one, has a smaller say.

    >>> [found.name for found in find_occupations("诚聘库管员（包吃住）", k=1)]
    ['仓储管理员']

    The probabilities are honest: many small ones mean that the title says little. A title without a word says nothing.

    >>> find_occupations("  ")
    []

    Several titles give a list for each.

    >>> [found[0].name for found in find_occupations(["保洁员", "律师"], k=1)]
    ['保洁员', '律师']
    """
    k = count_of(k, "k")
    if is_many(title):
        different = list(dict.fromkeys(texts_of(title)))
        parts = (different[at : at + _BATCH] for at in range(0, len(different), _BATCH))
        found = [one for part in parts for one in _of_titles(part, k, description)]
        read = dict(zip(different, found, strict=True))
        return [list(read[one]) for one in texts_of(title)]
    return _of_titles([as_text(title)], k, description)[0]


def _of_titles(titles: Sequence[str], k: int, description: str | None) -> list[list[Occupation]]:
    texts = _cleaned(titles)
    probabilities = _probabilities_with_words(texts)
    if description:
        weight = settings.load().number("occupation_model.description_weight")
        said = model_probabilities([clean_words(fold(description[:_DESCRIPTION])).lower()])
        probabilities = (1 - weight) * probabilities + weight * said
    places, values = _top(probabilities, k)
    chances = values.astype(np.float64).round(4).tolist()
    codes, names, _ = catalogue()
    return [
        [Occupation(codes[place], names[place], chance) for place, chance in zip(best, likely, strict=True)]
        if text
        else []
        for text, best, likely in zip(texts, places.tolist(), chances, strict=True)
    ]

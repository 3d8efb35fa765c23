"""What the titles of postings tell of their work: whether they name any, its codes, how it is learned, what it asks."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from jobmatch.market.heap import Heap
from jobmatch.settings import load
from jobmatch.text.asked.demand_list import demand_bits
from jobmatch.text.asked.demands_of_work import demands_of_code
from jobmatch.text.fold import fold_key
from jobmatch.text.places.place import parse_place
from jobmatch.text.work.crafts import ON_THE_SPOT, how_learned
from jobmatch.text.work.occupations import minor_group, occupation_codes
from jobmatch.text.work.seniority import is_learned
from jobmatch.text.work.titles_clean import job_words

_BY_HAND: Final = "456"  # major groups: service, farming, production and transport
_PLACE: Final = 6  # letters of a title that may be a place and nothing else: 宝安, 深圳市宝安区


def names_work(title: str) -> bool:
    """Whether a title says what work it is, not only that somebody is wanted (急招) or where (宝安)."""
    words = job_words(title)
    place = parse_place(words) if len(words) <= _PLACE else None
    return bool(words) and (place is None or place.level == "township")


def craft_of(titles: Sequence[str], codes: NDArray[np.intp], sure: NDArray[np.float32]) -> NDArray[np.int8]:
    """How the work of each title is learned."""
    names = occupation_codes()
    told = zip(titles, codes.tolist(), sure.tolist(), strict=True)
    return np.array([how_learned(title, names[code], chance) for title, code, chance in told], dtype=np.int8)


def on_the_spot(craft: NDArray[np.int8], codes: NDArray[np.intp], sure: NDArray[np.float32]) -> NDArray[np.bool_]:
    """Whether the work of each title is surely by hand or at the counter, and learned while it is done."""
    by_hand = np.array([code[0] in _BY_HAND for code in occupation_codes()])[codes[:, 0]]
    return np.asarray((craft == ON_THE_SPOT) & by_hand & (sure[:, 0] >= load().number("skills.sure_of_work")))


def learned_by_title(titles: Sequence[str]) -> NDArray[np.float32]:
    """The least schooling of work whose very title says that it is learned; 0 for other titles."""
    first = load().number("entry.learned_first")
    return np.array([first if is_learned(title) else 0.0 for title in titles], dtype=np.float32)


def shares_of(chances: NDArray[np.float32]) -> NDArray[np.float32]:
    """Chances of the looked-at codes as shares of one; a title understood only half keeps half."""
    sure = np.maximum(chances.sum(axis=1, keepdims=True), load().number("likeness.sure_at"))
    return np.asarray(chances / sure, dtype=np.float32)


def usual_education(
    asked: NDArray[np.int8], codes: NDArray[np.intp], chances: NDArray[np.float32]
) -> NDArray[np.float32]:
    """The rung that postings of the same occupation usually ask, for every row.

    The mean of what this market's postings of the minor group say, drawn towards the prior of the major
    group (settings) by as many postings as ``education.prior_postings``.
    """
    prior = {int(key): value for key, value in load().table("education.usual_by_major_group").items()}
    names = occupation_codes()
    sums: defaultdict[str, float] = defaultdict(float)
    counts: Counter[str] = Counter()
    first = [minor_group(names[code]) for code in codes[:, 0]]
    for group, rung in zip(first, asked.tolist(), strict=True):
        if rung >= 0:
            sums[group] += rung
            counts[group] += 1
    weight = load().number("education.prior_postings")
    usual = {one: (sums[one] + weight * prior[int(one[0])]) / (counts[one] + weight) for one in set(first)}
    overall = load().number("education.usual_unknown")
    sure = np.clip(chances[:, 0], 0, 1)
    return np.asarray(sure * np.array([usual[one] for one in first]) + (1 - sure) * overall, dtype=np.float32)


def asked_by_code(codes: NDArray[np.intp], chances: NDArray[np.float32]) -> NDArray[np.uint32]:
    """What the likeliest code of each title asks of the body at times; nothing where it is not sure."""
    names, sure = occupation_codes(), chances[:, 0] >= load().number("skills.sure_of_work")
    bits = [demand_bits(demands_of_code(names[code])) for code in codes[:, 0].tolist()]
    return np.where(sure, np.array(bits, dtype=np.uint32), np.uint32(0)).astype(np.uint32)


def keys_of(titles: Sequence[tuple[str, str]]) -> Heap:
    """Titles as they are searched, each with what is told of its work."""
    return Heap.of(("key",), [(fold_key(" ".join(title)),) for title in titles])

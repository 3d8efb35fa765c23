"""How near the work of postings is to kinds of work that clients name: by occupation code and by wording.

What is told of a kind of work does not depend on who names it, so it is kept for the next client (``Market.of_works``).
"""

from collections.abc import Callable, Collection, Hashable, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from jobmatch.fit.case import Case, Mask, Rows, Values
from jobmatch.market.columns import TITLE_STEPS, in_steps
from jobmatch.settings import Settings
from jobmatch.text.fold import fold_key
from jobmatch.text.work.crafts import how_learned, is_helper
from jobmatch.text.work.moves import meets, serves
from jobmatch.text.work.object_rows import akin_object, other_object, same_object
from jobmatch.text.work.objects import objects_of
from jobmatch.text.work.occupations import occupation_affinity, occupation_codes, occupation_scores
from jobmatch.text.work.titles import title_vectors
from jobmatch.text.work.trades import (
    AKIN,
    NONE,
    PART,
    RANK,
    SAME,
    WAYS,
    are_among,
    in_any_way,
    names_other,
    stand,
    trades_of,
)

Vector = NDArray[np.float32]
_BLOCK = 512  # titles at a time: what is in work stays in the processor's cache


def related(case: Case, titles: Sequence[str]) -> Values:
    """How near each posting's work is to the nearest of some kinds of work, code and wording as one value in 0..1."""
    return _of_works(case, titles, _blend)


def alike(case: Case, titles: Sequence[str]) -> Values:
    """As ``related``, to kinds of work that somebody does or wants: less where a posting's work is learned further.

    It is less, too, where the code is the same and the trade is another.
    """
    return _of_works(case, titles, _alike)


def practised(case: Case, title: str) -> Values:
    """As ``alike``, to work that somebody has done: near in any case where a posting is of its trade, alone or not.

    A near trade counts in part, and so does the same where only one of both led others in it.
    """
    return _of_works(case, (title,), _practised)


def stands(case: Case, title: str) -> Values:
    """How the trade of each posting stands to that of a title, as ``trades`` has it."""
    return _of_works(case, (title,), _stands)


def _alike(case: Case, titles: Sequence[str]) -> Values:
    return related(case, titles) * beyond(case, titles) * _apart(case, titles)


def _practised(case: Case, titles: Sequence[str]) -> Values:
    value, numbers = np.maximum(related(case, titles), _by_near_trade(case, titles)), case.settings.table("likeness")
    same, only = _stands(case, titles) == SAME, _names_no_other(case, titles[0])
    value[same] = np.maximum(value, np.where(only, numbers["said"], numbers["one_of"]))[same]
    value[same & only] += numbers["named"] * (1 - value[same & only])
    return value * beyond(case, titles) * _apart(case, titles) * left_by_object(case, objects_of(titles[0]))


def _names_no_other(case: Case, title: str) -> Mask:
    """Postings whose title names no trade but those of some work: 水电施工员 names two, as its like does."""
    trades = case.column("trades")
    own = are_among(trades, in_any_way(trade // WAYS for trade in trades_of(title)))
    return np.asarray((own | (trades == NONE)).all(axis=1))


def _by_near_trade(case: Case, titles: Sequence[str]) -> Values:
    """The least nearness of a posting whose trade is near to that of past work; 0 where none is told."""
    worth, standing = case.settings.table("likeness.near_trade"), _stands(case, titles)
    near = np.where(standing == RANK, worth["rank"], np.where(standing == PART, worth["part"], 0.0))
    return np.asarray(np.maximum(near, np.array([0.0, worth["partly"], worth["nearly"]])[served(case, titles[0])]))


def served(case: Case, title: str) -> NDArray[np.intp]:
    """How far some work that was done serves in each posting's trade, as ``moves`` has it."""
    return _of_works(case, (title,), _served).astype(np.intp)


def _served(case: Case, titles: Sequence[str]) -> Values:
    other = other_object(case.column("objects"), objects_of(titles[0]))
    return np.where(other, 0.0, serves(titles[0], case.column("trades")))


def met(case: Case, wish: str) -> NDArray[np.intp]:
    """How far each posting's trade is what a wish means, as ``moves`` has it."""
    return _of_works(case, (wish,), _met).astype(np.intp)


def _met(case: Case, titles: Sequence[str]) -> Values:
    other = other_object(case.column("objects"), objects_of(titles[0]))
    return np.where(other, 0.0, meets(titles[0], case.column("trades")))


def akin(case: Case, title: str) -> Mask:
    """Postings whose trade is done beside that of some work, or is wider: 維修 to 汽車修護."""
    found = stands(case, title) == AKIN
    return np.asarray(found & ~other_object(case.column("objects"), objects_of(title)))


def names_work(case: Case, work: str) -> Mask:
    """Postings of the trade of some work or of a part of it; of a wider trade those that name the same object.

    A title of the wider trade says it too where it names the object: 数学讲师 is a 数学教师.
    """
    standing, objects = stands(case, work), objects_of(work)
    named = case.column("objects")
    wider = (standing == AKIN) & same_object(named, objects)
    return np.asarray((standing >= RANK) & ~other_object(named, objects) | wider)


def names_any(case: Case, trades: Collection[int]) -> Mask:
    """Whether a title names one of some trades, in whatever way."""
    return np.asarray(are_among(case.column("trades"), in_any_way(trades)).any(axis=1))


def title_holds(case: Case, word: str) -> Mask:
    """Whether the title of each posting holds a word."""
    return np.asarray(case.market.title_keys.holds(fold_key(word))[case.column("title")])


def left_by_object(case: Case, objects: int) -> Values:
    """What is left of a nearness where a title has the same generic head and another object: 手机维修 to 水电维修."""
    return np.where(other_object(case.column("objects"), objects), case.settings.number("likeness.other_object"), 1.0)


def left_of_wish(case: Case, objects: int) -> Values:
    """As ``left_by_object``, of what is wished for: of two that are as near the one on the very object comes first."""
    akin = akin_object(case.column("objects"), objects)
    return left_by_object(case, objects) * np.where(akin, case.settings.number("likeness.akin_object"), 1.0)


def _stands(case: Case, titles: Sequence[str]) -> Values:
    return stand(case.column("trades"), titles[0]).astype(np.float64)


def _apart(case: Case, titles: Sequence[str]) -> Values:
    """What is left of a nearness where the code is that of a title and covers two trades: 洗碗 and 端盘子."""
    code = case.column("occupations")[:, 0]
    coded = np.array([code == likeliest(title)[0] for title in titles])
    other = np.array([names_other(case.column("trades"), title) for title in titles])
    told_apart = (coded & other).any(axis=0) & ~(coded & ~other).any(axis=0)
    return np.where(told_apart, case.settings.number("likeness.other_trade"), 1.0)


def beyond(case: Case, titles: Sequence[str]) -> Values:
    """What is left of a nearness where a posting's work is learned further than any of some kinds of work.

    A kitchen hand is near to a cook, and no cook. Nothing is lost within one trade: whoever names it does not say
    how it is learned (想教小孩数学), but for who helps in it.
    """
    left, how = np.array(case.settings.get("likeness.beyond")), max(map(how_learned_by, titles))
    beyond = left[np.maximum(case.column("craft").astype(np.intp) - how, 0)]
    whole = [np.isin(stand(case.column("trades"), title), (RANK, SAME)) for title in titles if not is_helper(title)]
    return np.where(np.any(whole, axis=0), 1.0, beyond) if whole else np.asarray(beyond)


@lru_cache(maxsize=4096)
def how_learned_by(title: str) -> int:
    """How the work of a client's title is learned, as ``text.crafts`` has it."""
    code, chance = likeliest(title)
    return how_learned(title, occupation_codes()[code], chance)


@lru_cache(maxsize=4096)
def likeliest(title: str) -> tuple[int, float]:
    """The likeliest occupation of a client's title, and how likely it is."""
    codes, chances = occupation_scores([title], k=1)
    return int(codes[0, 0]), float(chances[0, 0])


def the_same(case: Case, title: str) -> Mask:
    """Whether each posting's work is a kind of work: by code or by wording it can hardly be nearer."""
    near = _of_works(case, (title,), _nearer) >= case.settings.number("refused.same_work")
    return np.asarray(near & (_of_works(case, (title,), _apart) == 1))


def of_titles(case: Case, name: Hashable, tell: Callable[[Case], Values]) -> Values:
    """What is told of the title of each row, whoever asks: once for each title, ``name`` being what decides it."""

    def compute(positions: Rows) -> Values:
        return tell(case.at(case.rows[positions], "title"))

    return case.market.of_titles.values((name, case.settings), case.column("title"), compute)


def _of_works(case: Case, titles: Sequence[str], tell: Callable[[Case, Sequence[str]], Values]) -> Values:
    """What is told of the work of each row beside some titles."""

    def compute(positions: Rows) -> Values:
        return tell(case.at(case.rows[positions], "work"), titles)

    return case.market.of_works.values((tell, case.settings, *titles), case.column("work"), compute)


def _blend(case: Case, titles: Sequence[str]) -> Values:
    """Mostly the better, a little the worse: a posting may be coded badly and a title worded oddly."""
    numbers = case.settings.table("likeness")
    by_code, by_title = (by(case, titles) ** numbers["sharpness"] for by in (_by_code, _by_title))
    share = numbers["better_share"]
    value = share * np.maximum(by_code, by_title) + (1 - share) * np.minimum(by_code, by_title)
    return np.clip(value, 0, 1)


def _nearer(case: Case, titles: Sequence[str]) -> Values:
    return np.maximum(_by_code(case, titles), _by_title(case, titles))


def _by_code(case: Case, titles: Sequence[str]) -> Values:
    """How near each posting's occupations are to those of the nearest title."""
    vector = nearness(titles, case.settings).max(axis=0)
    chances, codes = case.column("occupation_chances"), case.column("occupations")
    near = sum(vector[codes[:, at]] * chances[:, at] for at in range(codes.shape[1]))
    return np.asarray(near, dtype=np.float64)


def _by_title(case: Case, titles: Sequence[str]) -> Values:
    """How alike the meaning of the posting's title is to that of the nearest title."""
    vectors = np.array([_title_vector(title) for title in titles])
    best = _dots(case.market.work_vectors, case.column("work"), vectors).max(axis=0)
    return np.asarray(np.clip(best, 0, TITLE_STEPS**2) / TITLE_STEPS**2)


def _dots(titles: NDArray[np.int16], which: NDArray[np.intp], vectors: Vector) -> Values:
    """Dot products in squared steps, shape (vectors, which): whole numbers, so no order of adding up changes one."""
    own = in_steps(vectors).astype(np.float32)
    blocks = (which[start : start + _BLOCK] for start in range(0, len(which), _BLOCK))
    dots = [own @ titles.take(block, axis=0).astype(np.float32).T for block in blocks]
    return np.concatenate(dots, axis=1).astype(np.float64) if dots else np.zeros((len(own), 0))


def nearness(titles: Sequence[str], settings: Settings) -> Vector:
    """How near each occupation is to some titles, shape (titles, codes), in 0..1.

    A title that is understood only half counts half: the chances of its codes need not add up to one.
    """
    most, sure_at = int(settings.number("likeness.of_client")), settings.number("likeness.sure_at")
    return np.array([_nearness(title, most, sure_at) for title in titles])


@lru_cache(maxsize=4096)  # the same few hundred kinds of work are wanted by a whole caseload
def _nearness(title: str, most: int, sure_at: float) -> Vector:
    codes, chances = occupation_scores([title], k=most)
    near = sum(occupation_affinity(int(code)) * chance for code, chance in zip(codes[0], chances[0], strict=True))
    return np.asarray(near / max(float(chances[0].sum()), sure_at), dtype=np.float32)


@lru_cache(maxsize=4096)
def _title_vector(title: str) -> Vector:
    return np.asarray(title_vectors([title])[0], dtype=np.float32)

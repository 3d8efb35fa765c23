"""How near the work of postings is to kinds of work that clients name: by occupation code and by wording.

What is told of a kind of work does not depend on who names it, so it is kept for the next client (``Market.of_works``).
"""

from collections.abc import Callable, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from jobmatch.fit.case import Case, Mask, Values
from jobmatch.market.columns import TITLE_STEPS, in_steps
from jobmatch.settings import Settings
from jobmatch.text.crafts import how_learned
from jobmatch.text.occupations import occupation_affinity, occupation_codes, occupation_scores
from jobmatch.text.titles import title_vectors

Vector = NDArray[np.float32]
_BLOCK = 512  # titles at a time: what is in work stays in the processor's cache


def related(case: Case, titles: Sequence[str]) -> Values:
    """How near each posting's work is to the nearest of some kinds of work, code and wording as one value in 0..1."""
    return _of_works(case, titles, _blend)


def alike(case: Case, titles: Sequence[str]) -> Values:
    """As ``related``, to kinds of work that somebody does or wants: less where a posting's work is learned further."""
    return related(case, titles) * _beyond(case, max(map(how_learned_by, titles)))


def _beyond(case: Case, how: int) -> Values:
    """What is left of a nearness where a posting's work is learned further than work that is learned as ``how``.

    A kitchen hand is near to a cook, and no cook.
    """
    left = np.array(case.settings.get("likeness.beyond"))
    return np.asarray(left[np.maximum(case.column("craft").astype(np.intp) - how, 0)])


@lru_cache(maxsize=4096)
def how_learned_by(title: str) -> int:
    """How the work of a client's title is learned, as ``text.crafts`` has it."""
    codes, chances = occupation_scores([title], k=1)
    return how_learned(title, occupation_codes()[int(codes[0, 0])], float(chances[0, 0]))


def the_same(case: Case, title: str) -> Mask:
    """Whether each posting's work is a kind of work: by code or by wording it can hardly be nearer."""
    return np.asarray(_of_works(case, (title,), _nearer) >= case.settings.number("refused.same_work"))


def _of_works(
    case: Case, titles: Sequence[str], together: Callable[[Settings, Values, Values], Values]
) -> NDArray[np.float64]:
    """What code and wording tell together of the work of each row."""

    def compute(positions: NDArray[np.intp]) -> Values:
        one_of_each = case.at(case.rows[positions], "work")
        return together(case.settings, _by_code(one_of_each, titles), _by_title(one_of_each, titles))

    name = (together, *titles, repr(case.settings.get("likeness")))
    return case.market.of_works.values(name, case.column("work"), compute)


def _blend(settings: Settings, by_code: Values, by_title: Values) -> Values:
    """Mostly the better, a little the worse: a posting may be coded badly and a title worded oddly."""
    numbers = settings.table("likeness")
    by_code, by_title = by_code ** numbers["sharpness"], by_title ** numbers["sharpness"]
    share = numbers["better_share"]
    value = share * np.maximum(by_code, by_title) + (1 - share) * np.minimum(by_code, by_title)
    return np.clip(value, 0, 1)


def _nearer(_settings: Settings, by_code: Values, by_title: Values) -> Values:
    return np.maximum(by_code, by_title)


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

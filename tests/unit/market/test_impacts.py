"""Words as impacts."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobmatch.market.cover import Cover
from jobmatch.market.impacts import SCALE, Impacts, WordCounts

DOCUMENTS = [{"保洁": 1.0}, {"库管": 2.0, "盘点": 1.0}, {"保洁": 3.0, "消毒": 1.0}]
documents = st.lists(
    st.dictionaries(st.sampled_from("甲乙丙丁戊"), st.integers(1, 5).map(float), min_size=1), min_size=1
)


def _scores(impacts: Impacts, words: dict[str, float]) -> np.ndarray:
    return Cover.of(np.arange(impacts.count)).sums(impacts.weighted(words))


def test_impact_is_bm25() -> None:
    """The impact of a word in a row is the formula of BM25 with Lucene's idf."""
    impacts = WordCounts.of(DOCUMENTS).impacts()
    idf = math.log1p((3 - 1 + 0.5) / (1 + 0.5))
    mean = (1 + 3 + 4) / 3
    expected = idf * 2 * 2.2 / (2 + 1.2 * (1 - 0.5 + 0.5 * 3 / mean))
    assert _scores(impacts, {"库管": 1.0})[1] == pytest.approx(expected, abs=1 / SCALE)


def test_unknown_word_scores_nothing() -> None:
    """A word that no posting uses adds nothing."""
    assert not _scores(WordCounts.of(DOCUMENTS).impacts(), {"飞行员": 1.0}).any()


@given(documents, st.randoms(use_true_random=False))
def test_reordering_moves_scores_with_the_rows(docs: list[dict[str, float]], random) -> None:
    """Rows keep their scores when they change places."""
    order = np.array(random.sample(range(len(docs)), len(docs)), dtype=np.intp)
    counts = WordCounts.of(docs)
    words = {"甲": 1.0, "丙": 0.5}
    moved = _scores(counts.reordered(order).impacts(), words)
    assert moved.tolist() == _scores(counts.impacts(), words)[order].tolist()


@given(documents, documents)
def test_joined_parts_equal_the_whole(one: list[dict[str, float]], other: list[dict[str, float]]) -> None:
    """Counting in two stretches gives what counting at once gives."""
    whole = WordCounts.of([*one, *other]).impacts()
    parts = WordCounts.joined([WordCounts.of(one), WordCounts.of(other)]).impacts()
    assert whole.impacts.tolist() == parts.impacts.tolist()
    assert whole.rows.tolist() == parts.rows.tolist()

"""Columns: strings that are searched, rows in order of place."""

from dataclasses import replace

import numpy as np
import pytest
from builders import calm, market, posting
from hypothesis import given
from hypothesis import strategies as st

from jobmatch.market.heap import Heap


@calm
@given(
    st.lists(st.tuples(*[st.text("甲乙丙ab", max_size=4)] * 2), min_size=1, max_size=8),
    st.text("甲乙丙ab", min_size=1, max_size=3).filter(lambda word: len(set(word)) == len(word)),
)
def test_holds_finds_what_a_look_at_every_text_finds(rows, words):
    """One pass over the block; a find across two texts is none."""
    brute = [any(words in text for text in row) for row in rows]
    heap = Heap.of(("a", "b"), rows)
    assert heap.holds(words).tolist() == brute
    assert heap.holds(words).tolist() == brute  # the answer that was kept


def test_holds_finds_a_word_behind_its_own_beginning():
    """人人 stands in the second text, though the first ends in half of it."""
    assert Heap.of(("a",), [("人",), ("人人",)]).holds("人人").tolist() == [False, True]


def test_holds_looks_at_half_of_no_character():
    """Bytes that only together make a character are no text."""
    heap = Heap.of(("a",), [("中",), ("文",)])
    assert heap.holds("中").tolist() == [True, False]
    assert heap.holds("中文").tolist() == [False, False]


def test_rows_out_of_order_are_refused():
    """Ranges of places would otherwise lose rows in silence."""
    found = market(posting(location="北京市大兴区"), posting(location="上海市浦东新区")).market_
    with pytest.raises(ValueError, match="order of place"):
        replace(found, place=found.place[::-1].copy())


def test_every_id_leads_to_its_row():
    """The id under which a vacancy was posted again leads to the same row."""
    found = market(
        posting(posting_id="甲-1", employer="甲"), posting(posting_id="甲-2", employer="甲"), posting()
    ).market_
    assert len(found) == 2
    assert found.row_of_id["甲-1"] == found.row_of_id["甲-2"] != found.row_of_id["P-2"]
    assert "" not in found.row_of_id


def test_openings_that_are_not_said_count_as_one():
    """Three, none said and none left are three, one and one: a full posting is ruled out elsewhere."""
    found = market(posting(openings="3"), posting(), posting(openings="已招满")).market_
    assert found.counted_openings(np.arange(3)) == 5

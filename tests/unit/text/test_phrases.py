"""Phrases in a text: looked up one by one in a few words, by an automaton in many."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jobmatch.text import phrases
from jobmatch.text.asked.skills import skill_phrases
from jobmatch.text.phrases import Phrases

PIECES = ("会", "excel", "ps", "盘点", "库存盘点", "叉车", "开叉车", "叉车证", "java", "javascript", " ", "5", ",")
WORDS = skill_phrases()._values
IN_MANY = Phrases(WORDS)
IN_MANY._looked_up = phrases._LOOKED_UP


@settings(deadline=None)  # the first example lays out the automaton
@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_both_ways_find_the_same(text):
    """The first of those that overlap, the longest from one place, look-alikes left out."""
    assert list(Phrases(WORDS).find(text)) == list(IN_MANY.find(text))


def test_a_long_text_is_not_looked_up(monkeypatch):
    """However long a text is, it is gone through once."""
    monkeypatch.setattr(Phrases, "_looked_up_in", lambda *_: pytest.fail("looked up"))
    assert next(iter(Phrases({"盘点": 1}).find("盘点" * phrases._LOOKED_UP))) == (1, 0, 2)

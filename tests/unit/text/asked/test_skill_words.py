"""The words of skills: those that a text may hold are found where they lie, and are the same as of all words."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jobmatch.text.asked import skill_words
from jobmatch.text.asked.skill_words import vocabulary, vocabulary_for
from jobmatch.text.phrases import Phrases

PIECES = (
    "会",
    "excel",
    "ps",
    "盘点",
    "清洗",
    "空调",
    "叉车",
    "维修",
    "java",
    "script",
    "家电",
    " ",
    "安装",
    "、",
    "的",
)


def _found(known, text):
    return [(known.skills_of(number), start, end) for number, start, end in Phrases(known.words).find(text)]


@settings(deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=8).map("".join))
def test_a_few_words_name_the_same_skills(text):
    """Words of several skills, words with the verb last and look-alikes among them."""
    assert _found(skill_words._found.__wrapped__(text), text) == _found(vocabulary(), text)


def test_a_long_text_is_read_with_all_words(monkeypatch):
    """And so is any once all words are there."""
    monkeypatch.setattr(skill_words._Few, "left", 60)
    assert vocabulary_for("盘点" * 31).whole
    assert vocabulary_for("盘点").whole


@pytest.mark.parametrize("text", ["", "盘"])
def test_a_text_without_two_characters_names_nothing(text):
    """No skill is written with a single one."""
    assert not skill_words._found.__wrapped__(text).words
    assert all(len(word) > 1 for word in vocabulary().words)

"""Words written as they sound are read as what they mean, and other words are left alone."""

import pytest

from jobmatch.screening import screen_text
from jobmatch.screening.heard import ways
from jobmatch.screening.plain import Plain


@pytest.mark.parametrize("written", ["鸭金", "押jin", "押j", "丫斤"])
def test_a_word_is_heard(written):
    """A homophone, a syllable or an initial for one of its signs."""
    assert Plain(f"入职交{written}200元").text == "入职交押金200元"


@pytest.mark.parametrize("text", ["在东南亚金融企业工作", "在公司树立威信", "会写css"])
def test_words_of_the_language_stay(text):
    """What is a word, alone or with its neighbours, is no disguise."""
    assert Plain(text).text == text


@pytest.mark.parametrize(("written", "meant"), [("先雪后f", "先学后付"), ("少shu民zu", "少数民族"), ("设保", "社保")])
def test_longer_words_are_heard(written, meant):
    """One or two signs of a word are written otherwise, wherever they stand in it."""
    assert ways()[written] == meant


def test_more_than_two_signs_are_not_guessed():
    """A word that is mostly written otherwise is no longer heard."""
    assert "先雪厚f" not in ways()


def test_no_word_is_a_way_to_write_another():
    """The words that are heard are themselves no disguise."""
    assert not set(ways()) & set(ways().values())


def test_a_finding_stands_where_it_is_written():
    """Places are those of the text as written."""
    (found,) = [one for one in screen_text("进厂交鸭金200元") if one.kind == "deposit"]
    assert found.words == "交鸭金200元"


@pytest.mark.parametrize("text", ["shua dan jian zhi", "nian ling 40 yi xia"])
def test_spaced_syllables_are_read(text):
    """Syllables one by one, though there are only two."""
    assert not Plain(text).text.replace("40", "").isascii()

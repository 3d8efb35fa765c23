"""Numbers as people say them."""

import re

import pytest

from jobmatch.spoken import ENGLISH, most_of, number_of


@pytest.mark.parametrize(
    ("word", "least", "most"),
    [
        ("两三", 2, 3),
        ("三五", 3, 5),
        ("十五六", 15, 15),
        ("二三十", 20, 20),
        ("九八", 98, 98),
        ("二〇二四", 2024, 2024),
        ("廿五", 25, 25),
        ("卅", 30, 30),
        ("仨", 3, 3),
        ("兩", 2, 2),
        ("十几", 10, 10),
        ("8.5", 8.5, 8.5),
        ("eleven", 11, 11),
        ("thirty two", 32, 32),
    ],
)
def test_a_number_as_it_is_said(word, least, most):
    """A word gives the least and the most that it says."""
    assert (number_of(word), most_of(word)) == (least, most)


@pytest.mark.parametrize("word", ["", "几", "保安", "dozen"])
def test_what_is_no_number(word):
    """What says no number is refused."""
    with pytest.raises(KeyError):
        number_of(word)


def test_english_words_are_whole():
    """The pattern takes the longest word: fourteen is not four."""
    assert re.match(ENGLISH, "fourteen years")[0] == "fourteen"

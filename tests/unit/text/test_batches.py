"""The public readers take one text, none, or many."""

import pandas as pd
import pytest

from jobmatch.screening import screen_text
from jobmatch.text.pay.salary import parse_salary
from jobmatch.text.places.place import parse_place
from jobmatch.text.tokens import tokenize
from jobmatch.text.work.occupations import find_occupations
from jobmatch.text.work.titles import title_similarity


@pytest.mark.parametrize("nothing", [None, float("nan"), "", pd.NA])
def test_nothing_is_read_as_nothing(nothing):
    """A missing cell is absent pay, no place, no words, no occupations and no findings."""
    assert parse_salary(nothing).kind == "absent"
    assert parse_place(nothing) is None
    assert (tokenize(nothing), find_occupations(nothing), screen_text(nothing)) == ([], [], [])


@pytest.mark.parametrize("kind", [list, tuple, pd.Series])
@pytest.mark.parametrize("read", [parse_salary, parse_place, tokenize, find_occupations, screen_text])
def test_many_texts_give_a_list(read, kind):
    """A list, a tuple and a Series give what each text gives alone."""
    texts = ["北京市保洁员5-6千", "限女性", None]
    assert read(kind(texts)) == [read(text) for text in texts]


def test_a_string_is_one_title():
    """Two plain strings are two titles, not two rows of characters; a Series is many."""
    assert title_similarity("库管", "保安").shape == (1, 1)
    assert title_similarity(pd.Series(["库管", "保洁"]), "保安").shape == (2, 1)

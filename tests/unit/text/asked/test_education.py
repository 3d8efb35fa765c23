"""Schooling: what is asked takes the lowest, what a person has the highest."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobmatch.messages import use_language
from jobmatch.text.asked.education import education_name, parse_education, parse_schooling, schooling_said


def test_lowest_asked_highest_held():
    """Of several, a posting asks the lowest and a person has the highest."""
    assert (parse_education("大专/本科"), parse_schooling("大专,后读本科")) == (4, 5)


def test_the_childs_school_is_not_the_clients():
    """A child at university says nothing of the parent."""
    assert parse_schooling("初中学历,孩子已上大学") == 2


def test_no_schooling():
    """Who never went to school stands on the lowest rung; who says nothing is unknown."""
    assert (parse_schooling("文盲"), parse_schooling("会开车")) == (0, None)


def test_names():
    """Every rung has a name that is read back as the rung."""
    assert [parse_education(education_name(rung)) for rung in range(8)] == list(range(8))


@pytest.mark.parametrize("rung", [-1, 8])
def test_no_such_rung(rung):
    """A number that is no rung is refused."""
    with pytest.raises(IndexError):
        education_name(rung)


@given(st.text() | st.text(alphabet="大专本科学历以上不限优先,小初高中博士及下"))
def test_any_text(text):
    """Any text gives a rung or None."""
    assert parse_education(text) in {None, *range(8)}
    assert parse_schooling(text) in {None, *range(8)}


def test_in_english_a_schooling_has_an_english_name():
    """By the name that stands in it, which a table in English is read by again; what has none stays."""
    use_language("en")
    assert [schooling_said(name) for name in ("高中", "初中及以上学历", "不限")] == [
        "high-school",
        "junior-high",
        "不限",
    ]

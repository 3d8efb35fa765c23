"""Requirements: columns win, contradictions are named, hostile texts do not hang."""

import pytest
from hostile import ends
from hypothesis import given
from hypothesis import strategies as st

from jobmatch.records.requirements import Requirements
from jobmatch.text.asked.demands import find_demands
from jobmatch.text.asked.education import parse_education
from jobmatch.text.asked.experience import parse_experience
from jobmatch.text.asked.hours import parse_hours
from jobmatch.text.asked.requirements import read_requirements
from jobmatch.text.pay.salary import parse_salary


def test_columns_win():
    """A column is believed before the text, and the difference is named."""
    asked = read_requirements("本科以上学历,40岁以下", education="大专", age="35岁以下")
    assert (asked.education, asked.age_max) == (4, 35)
    assert asked.conflicts == ("education", "age")


def test_more_years_in_the_text_win():
    """Of the years of a column and of the text the more count, as the column is a class of a form."""
    asked = read_requirements("3年以上工作经验", experience="1-3年")
    assert (asked.years, asked.years_max, asked.conflicts) == (3.0, None, ("experience",))
    assert read_requirements("1年以上工作经验", experience="3-5年").years == 3.0


def test_code_number_is_no_schooling():
    """A column that holds a bare code leaves the text to speak."""
    assert read_requirements("本科以上学历", education="3").education == 5


def test_silence():
    """A text that asks nothing gives nothing."""
    assert read_requirements("") == Requirements()


HOSTILE = ["1", "1-", "9点-", "专业", "、专业", "本科", "18岁-", "招1", "夜班", "2020届", "截止2020-", "经验", "不"]
READERS = [parse_education, parse_experience, parse_hours, find_demands, read_requirements, parse_salary]


@pytest.mark.parametrize("unit", HOSTILE)
def test_hostile_text_does_not_hang(unit):
    """A hundred thousand hostile characters are read to their end."""
    text = unit * (100_000 // len(unit))
    assert ends(lambda: [read(text) for read in READERS])


@given(st.text() | st.text(alphabet="0123456789岁周年满以上下招人名专业、应届截止日月-优先英语四级,;"))
def test_any_text(text):
    """Any text gives requirements whose ages are those of people."""
    asked = read_requirements(text)
    assert [age for age in (asked.age_min, asked.age_max) if age is not None and not 0 <= age < 100] == []

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


def test_the_column_of_years_wins():
    """As of schooling, the column is believed before the text, and a text that asks for more is named."""
    asked = read_requirements("5年以上工作经验", experience="1-3年")
    assert (asked.years, asked.years_max, asked.conflicts) == (1.0, 3.0, ("experience",))
    assert read_requirements("1年以上工作经验", experience="3-5年").years == 3.0


@pytest.mark.parametrize(("text", "years"), [("2年以上工作经验", (2.0, 3.0)), ("3年以上工作经验", (3.0, None))])
def test_a_text_within_the_class_of_the_column_is_finer(text, years):
    """Two or three years are within one to three: no contradiction, and nearer to what is meant."""
    asked = read_requirements(text, experience="1-3年")
    assert (asked.years, asked.years_max) == years
    assert not asked.conflicts


def test_more_years_than_a_column_without_an_end_count():
    """It may be where a class of a form begins; that the two differ is named."""
    asked = read_requirements("3年以上工作经验", experience="1")
    assert (asked.years, asked.conflicts) == (3.0, ("experience",))


@pytest.mark.parametrize("column", ["不限", "无经验"])
def test_a_column_that_asks_nothing_leaves_it_to_the_text(column):
    """It is what a form fills in by itself, of years as of schooling; that the two differ is named."""
    asked = read_requirements("3年以上工作经验,本科以上学历", experience=column, education="不限")
    assert (asked.years, asked.education, asked.conflicts) == (3.0, 5, ("education", "experience"))


@pytest.mark.parametrize(
    "text",
    ["第一年工资专科:6000-10000元/月、本科以上:8000-12000元/月", "与顾问团交流(斯坦福AI博士等)", "碩士津貼3000元"],
)
def test_what_is_paid_for_a_degree_or_who_has_it_asks_for_none(text):
    """Tiers of pay and the employer's own people say nothing of who is sought."""
    assert read_requirements(text).education is None


@pytest.mark.parametrize("text", ["工作滿一年提供免費員工健檢", "AL:已有5-8年經驗者。起薪範圍35000元"])
def test_years_that_bring_something_ask_for_none(text):
    """What who has stayed gets, and a level of pay of its own, are no years of work that are asked."""
    assert read_requirements(text).years is None


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


@pytest.mark.parametrize(
    ("title", "text", "only"),
    [
        ("[2020校招]Java开发工程师", "", True),
        ("工业大数据研究员(应届博士)", "", True),
        ("ETL工程师", "2022届软件工程、计算机类相关专业本科毕业生", True),
        ("校园招聘主管", "负责校园招聘", False),
        ("22/23/24届java开发工程师", "", False),
        ("文员/应届生", "", False),
        ("程序员(应届生优先)", "", False),
        ("算法工程师(校招、社招)", "", False),
    ],
)
def test_who_leaves_school_now_is_sought_alone_or_not(title, text, only):
    """A campaign at universities and a year of leaving school seek nobody else; who is only welcome is one of many."""
    assert read_requirements(text, title=title).graduates_only is only

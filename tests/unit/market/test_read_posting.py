"""One posting handed in as a dict: what it asks and offers, and where its columns and its text differ."""

from datetime import date

import pytest

import jobmatch as jm


def test_both_ends_of_an_offer_are_read():
    """Meals without lodging are told apart, and what is not said is None."""
    asked = jm.read_posting({"title": "烘焙助手", "description": "供餐不供宿，可居家办公"}).asked
    assert (asked.board, asked.lodging, asked.remote) == (True, False, True)
    assert jm.read_posting({"title": "烘焙助手"}).asked.board is None


def test_a_day_without_a_year_is_seen_from_the_day_of_posting():
    """The last day follows the day of posting, else the day of reading."""
    row = {"title": "保洁", "description": "12月10日截止报名"}
    assert jm.read_posting(row | {"posted_on": "2025-11-30"}, as_of="2026-11-29").closes_on == date(2025, 12, 10)
    assert jm.read_posting(row, as_of="2026-11-29").closes_on == date(2026, 12, 10)
    assert jm.read_posting(row).closes_on is None


def test_columns_that_the_text_contradicts_are_named():
    """Head count, last day and hours are held against the text, too."""
    row = {"title": "收银员", "description": "长白班，招2人，12月15日截止报名", "人数": "10", "hours": "两班倒"}
    asked = jm.read_posting(row | {"closes_on": "2026-12-31"}, as_of="2026-11-29").asked
    assert asked.conflicts == ("openings", "closes_on", "hours")


def test_columns_that_agree_are_not_named():
    """A column within the range of the text is no contradiction, nor one job of several."""
    row = {"title": "保洁", "description": "招3-5人", "人数": "4"}
    assert jm.read_posting(row).asked.conflicts == ()
    assert jm.read_posting(row | {"description": "保洁员1名，保安员2名", "人数": "3"}).asked.conflicts == ()


def test_the_one_sex_that_is_sought():
    """It is named where one is sought, in passing as well; both are none."""
    told = [
        jm.read_posting({"title": "工人", "description": text}).gender for text in ("女，20-45岁", "限男性", "男女不限")
    ]
    assert told == ["女", "男", None]


def test_a_paper_at_choice_rules_nobody_out():
    """Of papers of which any will do each is asked, and none is a condition."""
    read = jm.read_posting({"title": "维修", "description": "持低压电工证或焊工证"})
    assert all(read.certificates.values()) and not read.hard_certificates


def test_a_line_of_business_and_what_is_offered_are_no_skills():
    """A room maid of a house in retail sells nothing, and a course in Excel for the staff is not asked of them."""
    row = {"title": "房务员", "description": "整理客房，熟悉Word"}
    asked = jm.read_posting(row | {"industry": "retail_service", "benefits": "Excel 课程、教育训练"}).skills
    assert asked == jm.read_posting(row).skills
    assert "Word" in asked


@pytest.mark.parametrize("posting", [None, 5, "保洁员", [1]])
def test_what_is_no_posting_is_refused_by_its_kind(posting):
    """In a line of our own."""
    with pytest.raises(jm.BadInput):
        jm.read_posting(posting)

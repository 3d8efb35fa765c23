"""Working time: three-valued facts, with denial."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobmatch.records.hours import Hours
from jobmatch.text.asked.hours import parse_hours


def test_silence_is_unknown():
    """A text that says nothing of time leaves every fact open."""
    assert parse_hours("负责打扫卫生,五险一金") == Hours()


@pytest.mark.parametrize("text", ["无夜班", "不上夜班", "不用值夜班", "无需夜班", "没有夜班"])
def test_denied_night(text):
    """A denied night shift is told from one that is not mentioned."""
    assert parse_hours(text).night is False


def test_lodging_is_not_living_in():
    """Lodging that is offered does not make a job lived in."""
    assert parse_hours("包住,提供宿舍").live_in is None


def test_lunch_break_is_no_workday():
    """The hours of lunch are not the hours of work."""
    assert parse_hours("8:30到17:30(12:00-13:00 午餐时间)").end == 17.5


def test_alternative_shifts_are_no_one_day():
    """Where several shifts are named no single start is told."""
    hours = parse_hours("6:00-14:00/14:00-22:00/22:00-6:00,三班倒")
    assert (hours.start, hours.night, hours.shift) == (None, True, True)


@given(st.text() | st.text(alphabet="0123456789:-~点半早晚上下午班夜不无双单休月周一至五"))
def test_any_text(text):
    """Any text gives hours whose times lie in a day."""
    hours = parse_hours(text)
    assert hours.start is None or 0 <= hours.start <= 24

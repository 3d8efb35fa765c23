"""Columns and text that tell of other hours: what is stricter holds, what contradicts is asked."""

import pytest

from jobmatch.market.reading import read_posting


def _hours(column, text):
    return read_posting({"title": "店员", "工作时间": column, "description": text}).hours


@pytest.mark.parametrize(("column", "text"), [("白班", "要上夜班"), ("夜班", "白班")])
def test_nights_hold_wherever_they_are_told(column, text):
    """Whoever cannot work nights is not sent there because of the other words."""
    assert _hours(column, text).night


def test_what_contradicts_is_not_known():
    """Neither full-time nor part-time work is taken for said."""
    assert _hours("全职", "非全职，每周三个晚上").kind is None


def test_one_of_them_is_enough():
    """What only the text tells holds."""
    assert _hours("", "非全职").kind == "part"
    assert _hours("双休", "非全职").weekend_work is False

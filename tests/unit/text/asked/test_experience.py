"""Years of work, told from other years."""

from hypothesis import given
from hypothesis import strategies as st

from jobmatch.records.requirements import Years
from jobmatch.text.asked.experience import parse_experience


def test_free_text():
    """The years of work are found among the years of the company and the contract."""
    text = "公司成立于2005年,已有20年历史,签订3年合同。要求两年以上相关工作经验"
    assert parse_experience(text) == Years(2.0)


def test_wish_is_no_requirement():
    """Years that are only preferred are not asked."""
    assert parse_experience("负责销售工作,有3年以上销售经验者优先考虑录用") is None


def test_item_number_is_no_decimal():
    """The number of an item is not part of the years."""
    assert parse_experience("任职条件 1.本科以上 2.4年以上游戏服务端开发相关经验") == Years(4.0)


@given(st.text() | st.text(alphabet="0123456789一二三年半个月经验工作以上至-优先,"))
def test_any_text(text):
    """Any text gives years in order or None."""
    years = parse_experience(text)
    assert years is None or years.max is None or 0 <= years.min <= years.max

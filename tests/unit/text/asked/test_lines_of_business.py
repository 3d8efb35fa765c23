"""Unit tests of lines of business among the tags of a posting."""

import datetime

import pytest

from jobmatch.market.reading import read_rows
from jobmatch.text.asked.lines_of_business import is_line_of_business


@pytest.mark.parametrize(
    "tag",
    ["人力资源服务", "餐饮业", "培训/辅导服务", "化学纤维制造业", "船舶/航空/航天/火车制造", "互联网", "云计算/大数据"],
)
def test_a_line_of_business(tag: str) -> None:
    """What an employer is in, by its words."""
    assert is_line_of_business(tag)


@pytest.mark.parametrize(
    "tag", ["客户服务", "Java", "TCP/IP", "微服务", "高空作业", "云计算", "SQL/Hive", "智能制造", ""]
)
def test_a_skill_is_none(tag: str) -> None:
    """What is work, or a skill by the same ending, stays."""
    assert not is_line_of_business(tag)


def test_no_posting_asks_for_its_line_of_business() -> None:
    """The tags of a posting ask for skills, and not for the line of business of the employer."""
    row = {"title": "文员", "skills": "打字，人力资源服务"}
    (reading,), _ = read_rows([row], None, datetime.date(2026, 1, 1))
    assert "打字" in reading.skills
    assert "人力资源" not in reading.skills

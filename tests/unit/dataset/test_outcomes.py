"""Outcomes as offices keep them."""

import pytest

from jobmatch.dataset import read_outcomes
from jobmatch.errors import BadInput

PAIR = {"求职者编号": "C-1", "岗位编号": "P-1"}


def outcome(**cells):
    """The outcome that a row with these cells becomes."""
    return read_outcomes([PAIR | cells]).frame.iloc[0]


@pytest.mark.parametrize(
    ("said", "event"),
    [
        ("本人不愿意", "declined"),
        ("已到岗", "hired"),
        ("未錄用", "rejected"),
        (" Hired ", "hired"),
        ("稳定在岗", "retained"),
    ],
)
def test_events_in_the_words_of_offices(said, event):
    """In either script, any width and case."""
    assert outcome(结果=said)["event"] == event


@pytest.mark.parametrize(("said", "rank"), [("第3个", 3), ("3.0", 3), ("２", 2), ("1", 1)])
def test_the_rank_in_the_list(said, rank):
    """As a figure, or counted out."""
    assert outcome(结果="录用", 推荐顺序=said)["rank_shown"] == rank


@pytest.mark.parametrize(
    ("cells", "event"),
    [
        ({"是否面试": "是", "是否录用": "是"}, "hired"),
        ({"是否面试": "是", "是否录用": "否"}, "rejected"),
        ({"是否面试": "否", "是否录用": "否"}, "shown"),
        ({"是否录用": "√", "是否稳定就业": "是"}, "retained"),
        ({"是否录用": "是", "是否离职": "是"}, "left"),
    ],
)
def test_a_yes_or_no_for_each_stage(cells, event):
    """The last stage that was reached is the event; nothing reached is no failure."""
    assert outcome(**cells)["event"] == event


def test_a_column_that_is_passed_over_is_said():
    """Whoever learns from it would miss the rank."""
    read = read_outcomes([PAIR | {"结果": "录用", "第几": "1", "年龄": "40"}])
    assert [line.split("：")[0] for line in read.notices] == ["没有用到的列"]
    assert "第几" in read.notices[0]
    assert "年龄" not in read.notices[0]


def test_without_any_result_the_file_is_refused():
    """Nothing is made up."""
    with pytest.raises(BadInput):
        read_outcomes([PAIR])

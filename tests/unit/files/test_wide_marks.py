"""Separators in their wide forms: a file is read as it is meant, or refused with a line that says why."""

import pytest

from jobmatch.dataset import read_clients, read_postings
from jobmatch.errors import BadInput
from jobmatch.files.read import at_hand


def read(text, reader=read_postings):
    """What a file of this text holds."""
    with at_hand("a.csv", text.encode()) as path:
        return reader(path)


@pytest.mark.parametrize("mark", [",", "，", ";", "；", "|", "｜", "\t", "　", "＝", "、"])
def test_columns_are_parted_by_whatever_mark_parts_the_headings(mark):
    """Wide and narrow ones alike."""
    lines = [("岗位名称", "工资", "地点"), ("保洁员", "3500", "大兴"), ("保安", "4000", "黄村")]
    found = read("\n".join(map(mark.join, lines))).frame
    assert found[["title", "salary", "location"]].to_numpy().tolist() == [
        ["保安", "4000", "黄村"],
        ["保洁员", "3500", "大兴"],
    ]


def test_a_line_in_the_other_form_of_the_mark_is_parted_too():
    """Headings with narrow commas, a line with wide ones, and the other way round."""
    for headings, line in (("岗位名称,工资,地点", "保洁员，3500，大兴"), ("岗位名称；工资；地点", "保洁员;3500;大兴")):
        assert read(f"{headings}\n{line}\n").frame["salary"].tolist() == ["3500"]


def test_marks_within_a_cell_part_nothing():
    """A list of jobs, a sentence: one column stays one."""
    assert read("岗位名称\n保洁员\n保安（夜班；白班）\n").balance.accepted == 2
    found = read("岗位名称,说明\n保洁员,早班，晚班\n").frame
    assert found[["title"]].to_numpy().tolist() == [["保洁员"]]


def test_a_line_that_mixes_both_is_rejected_with_the_reason():
    """Nobody can tell which of the marks part cells."""
    (row,) = read("岗位名称,工资,地点\n保洁员，3500,大兴\n保安,4000,黄村\n").rows_rejected
    assert (row.row, row.reason) == (2, "mixed-marks")
    assert "全角和半角" in row.sentence()


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("岗位名称  工资  地点\n保洁员  3500  大兴\n", "headings-in-one-cell"),
        ("岗位名称：保洁员\n工资：3500\n\n岗位名称：保安\n工资：4000\n", "lines-of-pairs"),
        ("岗位名称＝保洁员\n工资＝3500\n", "lines-of-pairs"),
    ],
)
def test_what_is_no_table_is_refused_with_what_to_do(text, key):
    """Blanks between columns, and pairs of a name and what it is."""
    with pytest.raises(BadInput) as refused:
        read(text)
    assert refused.value.key == key


def test_a_refused_roster_shows_nobody():
    """Of pairs only the name of the first is shown."""
    with pytest.raises(BadInput) as refused:
        read("姓名：张某某\n年龄：40\n", read_clients)
    assert "张某某" not in str(refused.value)

"""Where the headings stand, and what is layout."""

import pytest

from jobmatch.files.delimited import Record
from jobmatch.files.shape import shape


def table(*rows, ragged=True):
    """The table that rows become."""
    return shape([Record(n, list(row)) for n, row in enumerate(rows, 1)], "a.csv", ragged=ragged)


def test_titles_above_the_headings_are_left_out():
    """The row with the most known headings is the heading."""
    made = table(["招聘信息表", "", ""], ["2026年", "", ""], ["序号", "岗位名称", "工资"], ["1", "保洁", "3500"])
    assert (made.headings, made.rows, made.numbers) == (("序号", "岗位名称", "工资"), [["1", "保洁", "3500"]], [4])


def test_two_header_rows_become_one():
    """A group and what it groups."""
    made = table(
        ["姓名", "求职意向", "", "备注"], ["", "岗位", "工作地点", ""], ["张某", "保洁", "大兴", "无"], ragged=False
    )
    assert made.headings == ("姓名", "求职意向/岗位", "求职意向/工作地点", "备注")


def test_a_first_row_of_data_is_not_a_second_header():
    """Though a heading is blank above it."""
    made = table(["岗位名称", "", "工资"], ["保洁", "早班", "3500"], ["保安", "晚班", "3800"])
    assert len(made.rows) == 2


def test_blank_rows_totals_remarks_and_repeated_headings_are_no_data():
    """Layout is left out without a word."""
    heads = ["岗位名称", "单位名称", "人数"]
    made = table(
        heads, ["保洁", "甲", "2"], ["", "", ""], heads, ["保安", "乙", "3"], ["合计", "", "5"], ["注：含社保", "", ""]
    )
    assert [row[0] for row in made.rows] == ["保洁", "保安"]
    assert made.rejected == []


@pytest.mark.parametrize(
    "total",
    [
        ["合计", "", "5"], ["", "合 计", "5"], ["3", "合计", "5"], ["", "", "合计：5人"],
        ["合计（2家企业）", "", "5人"], ["本场合计", "本场合计", "5"], ["共2个岗位", "", ""],
        ["总计：2个岗位，5人", "", ""], ["Total", "-", "5-6"],
        ["合计", "12家", "90+"], ["合计", "约3家", "50余人"],
    ],
)  # fmt: skip
def test_a_total_is_left_out_however_it_is_worded(total):
    """Behind a number of its line, over merged cells, with its counts; and where it stood is kept."""
    made = table(["岗位名称", "单位名称", "人数"], ["保洁", "甲", "2"], ["保安", "乙", "3"], total)
    assert (len(made.rows), made.rejected, made.totals) == (2, [], [4])


def test_a_posting_called_total_is_data():
    """Only a row of figures is a total."""
    made = table(["岗位名称", "单位名称", "人数"], ["总计划员", "甲", "2"], ["合计", "统计公司", "1"])
    assert len(made.rows) == 2


def test_blank_columns_go_and_unnamed_ones_are_numbered():
    """What stands in a column without a heading is not lost."""
    made = table(["岗位名称", "", "工资", ""], ["保洁", "急", "3500", ""])
    assert made.headings == ("岗位名称", "第2列", "工资")


@pytest.mark.parametrize(
    "foot",
    [
        ["制表人：钱某", "审核人：郑某", "2026年11月20日", ""],
        ["填表人：钱某", "审核人：郑某", "负责人：孙某", "日期：11月20日"],
        ["审核人", "郑某", "", ""],
        ["经办人:钱某", "", "", ""],
    ],
)
def test_who_signs_a_form_is_no_row_of_it(foot):
    """However many of them sign."""
    heads = ["姓名", "年龄", "学历", "现居住地"]
    made = shape([Record(at, row) for at, row in enumerate([heads, ["张某", "40", "高中", "大兴"], foot], 1)], "a.csv")
    assert made.numbers == [2]


def test_too_many_cells_are_rejected_unless_they_are_blank():
    """A trailing comma does no harm."""
    made = table(["岗位名称", "工资"], ["保洁", "3500", ""], ["保安", "3800", "多"])
    assert (len(made.rows), [row.reason for row in made.rejected]) == (1, ["too-many-cells"])

"""A group over several columns names none of them."""

import openpyxl

import jobmatch as jm
from jobmatch.dataset.postings import read_postings


def test_a_group_is_not_the_column_under_it(tmp_path):
    """求职意愿 over 意向岗位 and 能否夜班: who says no to nights still wants to work."""
    sheet = openpyxl.Workbook()
    rows = [
        ["花名册"],
        ["编号", "基本情况", None, "求职意愿", None, None],
        [None, "年龄", "文化程度", "意向岗位", "期望月薪", "能否夜班"],
        ["A01", 49, "初中", "保洁", "2800", "否"],
        ["A02", 33, "高中", "厨师", "8000", "可以"],
    ]
    for row in rows:
        sheet.active.append(row)
    sheet.save(tmp_path / "roster.xlsx")
    clients = jm.read_clients(tmp_path / "roster.xlsx", as_of="2026-11-22")
    assert [client.willingness.wants_work for client in clients] == [None, None]
    assert [client.conditions.night_shift_ok for client in clients] == [False, True]
    assert list(clients[0].goal.occupations) == ["保洁"]


def test_which_sheets_were_read_is_said_and_which_may_not_be_meant(tmp_path):
    """Of several all are named; last month's by its name is doubted."""
    book = openpyxl.Workbook()
    for name, title in (("本月岗位", "保洁"), ("上月岗位", "保安")):
        sheet = book.create_sheet(name)
        for row in (("岗位名称", "单位名称"), (title, "甲")):
            sheet.append(row)
    del book["Sheet"]
    book.save(tmp_path / "postings.xlsx")
    told = read_postings(tmp_path / "postings.xlsx").notices
    assert "读了这些工作表（行数）：本月岗位（1）、上月岗位（1）。" in told
    assert [line for line in told if "“上月岗位”" in line and "可能不是" in line]
    book.remove(book["上月岗位"])
    book.save(tmp_path / "one.xlsx")
    assert not [line for line in read_postings(tmp_path / "one.xlsx").notices if "工作表" in line]

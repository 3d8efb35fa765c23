"""A group over several columns names none of them."""

import openpyxl

import jobmatch as jm


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

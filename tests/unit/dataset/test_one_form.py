"""Files that are no roster: a form of one person, a list of outcomes."""

import openpyxl
import pytest

import jobmatch as jm
from jobmatch.dataset.one_form import as_one_row
from jobmatch.files.table import Table

FORM = [["姓名", "某", "性别", "女"], ["出生年月", "1980.2", "学历", "高中"], ["住址", "礼贤镇", "求职意向", "保洁"]]


def _table(*rows):
    return Table("form.xlsx", None, tuple(rows[0]), [list(row) for row in rows[1:]], list(range(2, len(rows) + 1)))


def test_a_form_in_pairs_is_one_client(tmp_path):
    """Label beside what was filled in, two a line."""
    book = openpyxl.Workbook()
    for row in FORM:
        book.active.append(row)
    book.save(tmp_path / "form.xlsx")
    (person,) = jm.read_clients(tmp_path / "form.xlsx", as_of="2026-11-30")
    assert (person.conditions.age, person.conditions.education) == (46, "高中")
    assert (person.conditions.residence, person.goal.occupations) == ("礼贤镇", ("保洁",))


def test_a_roster_is_no_form():
    """Headings beside headings, people below."""
    roster = _table(
        ["姓名", "年龄", "学历", "求职意向"], ["某甲", "40", "高中", "保洁"], ["某乙", "41", "初中", "保安"]
    )
    assert as_one_row(roster) is roster


def test_a_list_of_outcomes_is_no_roster():
    """Who was sent where says nothing of the people."""
    row = {"人员编号": "L1", "姓名": "某", "岗位编号": "P-1", "推荐日期": "2026-11-20", "结果": "录用"}
    with pytest.raises(jm.BadInput, match="不像服务对象名册"):
        jm.read_clients([row])

"""Cells of a job fair's list that name several jobs."""

import time

import pytest

from jobmatch.dataset import read_postings
from jobmatch.dataset.several_jobs import jobs_in


@pytest.mark.parametrize(
    ("cell", "jobs"),
    [
        ("快递员（20）；分拣员（30）", [("快递员", "20"), ("分拣员", "30")]),
        ("護理員 8名\n廚師 2名", [("護理員", "8"), ("廚師", "2")]),
        ("幼儿教师3、保育员2", [("幼儿教师", "3"), ("保育员", "2")]),
        ("焊工：5人/钳工：3人", [("焊工", "5"), ("钳工", "3")]),
        ("普工若干，电工2人", [("普工", None), ("电工", "2")]),
    ],
)
def test_each_job_has_its_head_count(cell, jobs):
    """Units, brackets and signs as people write them."""
    assert jobs_in(cell) == jobs


@pytest.mark.parametrize(
    "cell",
    [
        "机修工/电工",
        "文员、前台",
        "保安10人",
        "保洁（18-50岁，2人）",
        "C1司机、B2司机",
        "Java开发3年、5年",
        "10人、20人",
    ],
)
def test_one_posting_stays_one(cell):
    """Two names of one job, one head count, ages and classes take nothing apart."""
    assert jobs_in(cell) == []


def test_a_row_becomes_a_posting_for_each_job():
    """What stands beside holds for each; a cell with a line for each job is shared out; ids stay apart."""
    rows = [{"编号": "A1", "招聘岗位及人数": "保洁2人、保安3人", "单位名称": "甲公司", "工资": "3000\n4000"}]
    read = read_postings(rows)
    told = read.frame[["posting_id", "title", "employer", "openings", "salary"]].values.tolist()
    assert told == [["A1-1", "保洁", "甲公司", 2, "3000"], ["A1-2", "保安", "甲公司", 3, "4000"]]
    assert (read.balance.read, read.balance.accepted) == (2, 2)
    assert any("拆成 2 个岗位" in line for line in read.notices)


@pytest.mark.parametrize("cell", ["保洁2人、" * 80, "（" * 400, "1 " * 200, "保洁" * 100 + "2" + "、" * 150 + "3"])
def test_hostile_cells_take_no_time(cell):
    """Nothing in the patterns can run away."""
    start = time.perf_counter()
    jobs_in(cell)
    assert time.perf_counter() - start < 0.2

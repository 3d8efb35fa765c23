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


def test_pay_that_names_each_job_is_told_apart():
    """The accountant is not paid what the worker is; whom the cell does not name has no pay."""
    cells = {"招聘岗位": "普工20人；质检员2人；会计1名；门卫1人", "薪资": "普工200元/天；质检4-6k；会计面议"}
    frame = read_postings([cells]).frame
    assert dict(zip(frame["title"], frame["salary"], strict=True)) == {
        "普工": "200元/天", "质检员": "4-6k", "会计": "面议", "门卫": None,
    }  # fmt: skip


def test_jobs_without_counts_are_several_where_pay_or_numbers_name_each():
    """By pay, by numbers of a column of their own; 文员、前台 with one pay stay one posting."""
    rows = [
        {"招聘岗位": "司机\n搬运工\n文员", "薪资": "司机7000，搬运工6000，文员4000", "人数": "3"},
        {"招聘岗位": "保洁员、保安、绿化工", "薪资": "2800", "人数": "保洁5、保安10、绿化2"},
        {"招聘岗位": "文员、前台", "薪资": "4000", "人数": "2"},
    ]
    frame = read_postings(rows).frame
    told = {title: (pay, count) for title, pay, count in frame[["title", "salary", "openings"]].values.tolist()}
    assert (told["搬运工"][0], told["保安"][1], told["绿化工"]) == ("6000", 10, ("2800", 2))
    assert "文员、前台" in told and len(told) == 7

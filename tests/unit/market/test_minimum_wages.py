"""Pay below the minimum wage of the posting's own place, on the day."""

import pytest

import jobmatch as jm
from jobmatch.dataset.catalogues import read_minimum_wages
from jobmatch.market.screened import screen_postings
from jobmatch.text.dates import day_of

WAGES = read_minimum_wages(
    [
        {"地区": "北京市", "执行日期": "2024-09-01", "月最低工资": "2420"},
        {"地区": "北京市", "执行日期": "2025-09-01", "月最低工资": "2540"},
        {"地区": "河北省保定市", "执行日期": "2025-01-01", "月最低工资": "2000"},
    ]
)


@pytest.mark.parametrize(
    ("place", "on", "low"),
    [
        ("北京市大兴区", "2026-11-22", True),
        ("北京市大兴区", "2025-01-01", False),
        ("北京市大兴区", "2020-01-01", False),
        ("河北省保定市涿州市", "2026-11-22", False),
        ("上海市浦东新区", "2026-11-22", False),
    ],
)
def test_the_rate_of_place_and_day_holds(place, on, low):
    """2500 a month is below Beijing's rate of 2025 only."""
    postings = jm.read_postings([{"title": "保洁员", "salary": "2500元/月", "location": place}])
    found = screen_postings(postings, minimum_wages=WAGES, on=day_of(on))
    assert [one.kind for posting in found for one in posting.findings] == ["low_pay"] * low


def test_screen_takes_a_table_of_minimum_wages(run, tmp_path):
    """By command, with headings as bureaus write them."""
    jobs, wages = tmp_path / "jobs.csv", tmp_path / "wages.csv"
    jobs.write_text("岗位名称,薪资,工作地点\n保洁员,2500元/月,北京市大兴区\n", "utf-8")
    wages.write_text("地区,执行日期,月最低工资\n北京市,2025-09-01,2540\n", "utf-8")
    done = run("screen", "--postings", jobs, "--minimum-wage", wages, "--format", "json")
    assert [one["kind"] for one in done.objects[0]["findings"]] == ["low_pay"]

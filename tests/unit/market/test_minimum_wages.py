"""Pay below the minimum wage of the posting's own place, on the day."""

import pytest

import jobmatch as jm
from jobmatch.dataset.catalogues import MinimumWage, read_minimum_wages
from jobmatch.market.low_pay import rates_of
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
    found = screen_postings(postings, rates_of(postings, WAGES, day_of(on)))
    assert [one.kind for posting in found for one in posting.findings] == ["low_pay"] * low


def test_screen_takes_a_table_of_minimum_wages(run, tmp_path):
    """By command, with headings as bureaus write them."""
    jobs, wages = tmp_path / "jobs.csv", tmp_path / "wages.csv"
    jobs.write_text("岗位名称,薪资,工作地点\n保洁员,2500元/月,北京市大兴区\n", "utf-8")
    wages.write_text("地区,执行日期,月最低工资\n北京市,2025-09-01,2540\n", "utf-8")
    done = run("screen", "--postings", jobs, "--minimum-wage", wages, "--format", "json")
    assert [one["kind"] for one in done.objects[0]["findings"]] == ["low_pay"]


@pytest.mark.parametrize(
    ("pay", "hours", "told"),
    [
        ("2000-2300元/月", "", "2000-2300元/月，低于最低工资 2540元/月"),
        ("2000-3000元/月", "", "可能低于"),
        ("2600-3000元/月", "", None),
        ("20-24元/小时", "", "20-24元/小时，低于最低工资 27.7元/小时"),
        ("25-30元/小时", "兼职", "可能低于"),
        ("30元/小时", "", None),
        ("80元/天", "", None),
        ("1800元/月", "兼职", None),
    ],
)
def test_both_ends_and_hours_are_looked_at(pay, hours, told):
    """A range that lies below is below, a lower end below may be; an hour is held against the rate of an hour."""
    postings = jm.read_postings([{"title": "保洁员", "salary": pay, "hours": hours}])
    found = screen_postings(postings, [MinimumWage("110000", day_of("2025-09-01"), 2540, 27.7)])
    words = [one.words for posting in found for one in posting.findings]
    assert len(words) == (told is not None)
    assert not told or told in words[0]


def test_postings_without_a_rate_are_named(run, tmp_path):
    """Nothing in the table for the place: the posting is not passed over in silence."""
    jobs, wages = tmp_path / "jobs.csv", tmp_path / "wages.csv"
    jobs.write_text("岗位编号,岗位名称,薪资,工作地点\nP-7,保洁员,2500元/月,上海市浦东新区\n", "utf-8")
    wages.write_text("地区,执行日期,月最低工资\n北京市,2025-09-01,2540\n", "utf-8")
    assert "没有比对：P-7" in run("screen", "--postings", jobs, "--minimum-wage", wages).err


@pytest.mark.parametrize(("wage", "code"), [("-5", 2), ("1e9", 2), ("nan", 2), ("jobs.csv", 3), ("none.csv", 3)])
def test_what_is_no_minimum_wage_is_refused(run, tmp_path, monkeypatch, wage, code):
    """Figures that no place has, a file of something else, a file that is not there: each in a line of its own."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "jobs.csv").write_text("岗位名称,薪资\n保洁员,2500元/月\n", "utf-8")
    done = run("screen", "--postings", tmp_path / "jobs.csv", "--minimum-wage", wage)
    assert (done.code, "课程" in done.err) == (code, False)

"""The pay that is shown carries the unit in which it is understood."""

import pytest
from builders import client, market, posting

from jobmatch.fit.offered_pay import as_understood


@pytest.mark.parametrize(
    ("shown", "currency", "word"),
    [
        ("250 ~ 250 元/月", "TWD", "时薪"),
        ("196 元/月 起", "TWD", "时薪"),
        ("1,800 ~ 2,200 元/月", "TWD", "日薪"),
        ("800 ~ 900 元/月", "TWD", "按次"),
        ("22元/月", "CNY", "时薪"),
        ("30万", "CNY", "年薪"),
        ("5元/月", "CNY", "不清楚"),
    ],
)
def test_a_unit_that_cannot_be_right_is_told(shown, currency, word):
    """Whoever reads 250 a month is told that it is an hour's pay."""
    assert as_understood(shown, currency).startswith(shown)
    assert word in as_understood(shown, currency)


@pytest.mark.parametrize("shown", ["4500元/月", "时薪22元", "200元/天", "5-8", "8千-1.2万", "面议", ""])
def test_what_is_clear_is_shown_as_it_stands(shown):
    """Nothing is added to what says its unit, or can only mean one."""
    assert as_understood(shown, "CNY") == shown


def test_a_job_is_handed_over_with_its_pay_as_understood():
    """By the money of its place."""
    row = posting(location="臺北市大安區", salary="250 ~ 250 元/月")
    item = market(row).recommend(client(conditions={"residence": "臺北市大安區"})).items[0]
    assert item.pay.text == "250 ~ 250 元/月（应是时薪，请核实）"
    assert item.pay.min_month > 40_000


def test_pay_by_the_hour_is_no_multiple_of_what_part_time_work_should_bring():
    """Two hundred an hour for half of the days is no lure beside a wish of 15,000 a month."""
    row = posting(title="餐廳服務員（兼職）", location="臺北市大安區", salary="200 ~ 240 元/月")
    person = client(
        goal={"occupations": ["餐廳服務員"]},
        conditions={"residence": "臺北市大安區", "hours": "part"},
        attitude={"pay_min": 12000},
    )
    assert not [line for line in market(row).recommend(person).items[0].limits if "倍" in line.text]

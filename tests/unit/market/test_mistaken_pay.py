"""Pay that cannot be believed beside that of like postings."""

import numpy as np
import pytest
from builders import client, explained, market, posting

from jobmatch.market.mistaken_pay import upper_quartiles

USUAL = [posting(salary=f"{4000 + 50 * at}元/月", location="北京市大兴区") for at in range(24)]


@pytest.mark.parametrize(
    "salary",
    [
        "70001-100000元/月",  # a digit too many
        "48000-60000元",  # a year's pay without its unit
        "4500元/天",  # a month's pay under a day
        "5000-100000元/月",  # the upper end alone
    ],
)
def test_absurd_pay_counts_as_not_said(salary):
    """It neither lifts the score nor rules the posting out: the same as without the pay."""
    person = client(attitude={"pay_min": 4000})
    told, silent = (explained(person, posting(salary=said), *USUAL) for said in (salary, ""))
    assert told.score == silent.score
    line = next(one for one in told.features if one.name == "pay")
    assert (line.known, line.contribution) == (False, 0)


def test_what_was_written_stays_and_is_to_be_asked_about():
    """The pay is shown in its own words, with a line that asks; no number is made of it."""
    slate = market(posting(salary="70001-100000元/月"), *USUAL).recommend(client(), top=25)
    item = next(one for one in slate.items if one.posting_id == "P-0")
    assert (item.pay.text, item.pay.min_month, item.pay.max_month) == ("70001-100000元/月", None, None)
    assert [line.text for line in item.limits if line.kind == "pay"] == [
        "薪资写的是70001-100000元/月，像是写错了，请向单位核实"
    ]


def test_pay_that_cannot_be_believed_is_warned_of():
    """Under the name that false pay has wherever postings are screened, with the ground."""
    slate = market(posting(salary="70001-100000元/月"), *USUAL).recommend(client(), top=25)
    (warning,) = next(one for one in slate.items if one.posting_id == "P-0").warnings
    assert (warning.kind, warning.words) == ("false_pay", "70001-100000元/月")
    assert "虚假" in warning.ground


@pytest.mark.parametrize(("salary", "asked"), [("9000-13000元/月", True), ("7000-9000元/月", False)])
def test_high_pay_is_to_be_asked_about(salary, asked):
    """More than twice what the better paid of like postings offer is told with how much; it still counts as said."""
    slate = market(posting(salary=salary), *USUAL).recommend(client(), top=25)
    item = next(one for one in slate.items if one.posting_id == "P-0")
    assert any("同类岗位较高水平的" in line.text for line in item.limits) is asked
    assert item.pay.min_month is not None
    assert not item.warnings


def test_who_leads_is_held_against_who_leads():
    """A director earns more than four times a storekeeper; the two are not alike."""
    columns = market(posting(title="仓储总监", salary="30000-40000元/月"), *USUAL).market_
    assert not columns.pay_mistaken.any()


def test_good_pay_is_believed():
    """Twice what is usual is no slip."""
    assert not market(posting(salary="9000-11000元/月"), *USUAL).market_.pay_mistaken.any()


def test_a_few_postings_judge_no_pay():
    """With five like it nothing is usual."""
    assert not market(posting(salary="70001-100000元/月"), *USUAL[:5]).market_.pay_mistaken.any()


def test_another_money_is_no_slip():
    """The pay of 台北 is in new dollars and is not held against that of Beijing."""
    there = posting(salary="35000-40000元/月", location="台北市大安区")
    assert not market(there, *USUAL).market_.pay_mistaken.any()


def test_no_pay_at_all():
    """Where nobody says it there is no quartile."""
    assert np.isnan(upper_quartiles(np.array([1, 1]), np.array([np.nan, np.nan]), 1)).all()

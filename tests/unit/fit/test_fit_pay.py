"""Pay offered against pay expected."""

import pytest
from builders import client, feature, limit, market, named, posting, values

from jobmatch.settings import load

WISHES = {"pay_min": 4000, "pay_wanted": 6000}


def _at(*amounts, **attitude):
    return values("pay", client(attitude=attitude), *(posting(salary=f"{amount}元/月") for amount in amounts))


def test_higher_pay_is_never_worse():
    """From far below the least to far above what is wanted the value only rises."""
    found = _at(1500, 2500, 3000, 3900, 4000, 5000, 6000, 8000, 20000, **WISHES)
    assert found == sorted(found)
    assert found[0] < found[-1]


def test_the_least_and_the_wanted_have_the_values_of_the_settings():
    """Just the least, just the wanted, and plenty."""
    numbers = load().table("pay")
    assert _at(4000, 6000, 9000, **WISHES) == [numbers["at_least"], numbers["at_wanted"], 1.0]


def test_a_range_counts_by_its_middle():
    """4000-6000 is worth what 5000 is."""
    low, middle = values("pay", client(attitude=WISHES), posting(salary="4000-6000元/月"), posting(salary="5000元/月"))
    assert low == middle


def test_one_wish_stands_for_both():
    """Who says only what is wanted is taken to accept the share of it that the settings name."""
    ratio = load().number("pay.least_of_wanted")
    assert _at(5000, pay_wanted=6000) == _at(5000, pay_min=ratio * 6000, pay_wanted=6000)


def test_without_a_wish_pay_is_held_against_what_is_usual():
    """The same amount is good where others pay less and poor where they pay more."""
    rich = feature("pay", client(), posting(salary="5000元/月"), *[posting(salary="9000元/月", employer="乙")] * 1)
    poor = feature("pay", client(), posting(salary="5000元/月"), *[posting(salary="3000元/月", employer="乙")] * 1)
    assert poor.value > rich.value


def test_pay_that_is_not_said_is_unknown():
    """Negotiable pay and no pay say nothing."""
    person = client(attitude=WISHES)
    assert not feature("pay", person, posting(salary="面议")).known
    assert not feature("pay", person, named()).known


def test_a_wish_of_nothing_divides_by_nothing():
    """A least pay of 0 is no fault."""
    assert _at(5000, pay_min=0) == [1.0]


BOASTED = ("底薪3000+提成，综合8000", "2540-20000", "月入过万", "最高可达15000", "底薪3000-4000+提成")


@pytest.mark.parametrize("salary", BOASTED)
def test_a_boasted_pay_rules_nothing_out_and_ranks_below_a_sure_one(salary):
    """Whether it reaches the least acceptable is not known, and the job whose pay just does stands first."""
    person = client(attitude={"pay_min": 5000})
    first, second = market(posting(salary=salary), posting(salary="5000元/月")).recommend(person, top=2).items
    assert (first.posting_id, second.posting_id) == ("P-1", "P-0")
    assert ("pay", "unknown") in [(line.kind, line.state) for line in second.limits]


def test_the_base_told_anywhere_is_what_counts():
    """A base in the text below the pay of the column is told with the reason, and as a limit to ask about."""
    row = posting(salary="8千-1.5万", description="无责底薪3000+提成，月入过万")
    (item,) = market(row).recommend(client(attitude={"pay_min": 4000}), top=1).items
    assert "待遇以提成为主：底薪3000元" in next(line.reason for line in item.features if line.name == "pay")
    assert any("待遇以提成为主：底薪3000元" in line.text for line in item.limits if line.kind == "pay")
    assert (item.pay.sure_month, item.pay.max_month) == (3000, 15000)


def test_a_base_that_reaches_the_least_is_enough():
    """Who accepts 3000 need not ask about the commission."""
    assert limit("pay", client(attitude={"pay_min": 3000}), posting(salary="底薪3000+提成，综合8000")) == "met"


def test_what_even_the_boast_does_not_reach_is_left_out():
    """A top below the least acceptable is below it."""
    assert limit("pay", client(attitude={"pay_min": 9000}), posting(salary="底薪3000+提成，综合8000")) == "not_met"


@pytest.mark.parametrize(("salary", "told"), [("30元/小时", True), ("200元/天", True), ("5220元/月", False)])
def test_pay_by_the_hour_says_what_a_month_of_it_rests_on(salary, told):
    """Two hours a day at 30 are no 5220 a month."""
    reason = feature("pay", client(attitude=WISHES), posting(salary=salary)).reason
    assert ("实际看工时" in reason) is told


def test_a_range_around_what_is_usual_is_not_called_low():
    """5000-5600 beside a usual 5500 is about the same."""
    others = [posting(salary=f"{amount}元/月", employer=str(amount)) for amount in (5500, 5500, 5500)]
    assert "差不多" in feature("pay", client(), posting(salary="5000-5600元/月"), *others).reason


def test_a_least_that_was_not_told_is_not_spoken_of():
    """It is a share of what is wanted, and said as that; one that was told is the client's own."""
    offered = posting(salary="4500元/月")
    assert "不低于期望的80%（4000元）" in feature("pay", client(attitude={"pay_wanted": 5000}), offered).reason
    assert "不低于最低要求4000元" in feature("pay", client(attitude={"pay_min": 4000}), offered).reason

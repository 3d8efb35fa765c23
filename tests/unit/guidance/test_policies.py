"""Policies: entitled, not, or to be checked; and what must be known."""

from datetime import date

import pytest
from builders import client

from jobmatch import demo
from jobmatch.dataset.catalogues import read_policies
from jobmatch.errors import BadInput
from jobmatch.guidance.policies import entitlements, wants_to_start_up

DAY = date(2026, 11, 22)


def _state(person, **conditions):
    (found,) = entitlements(person, read_policies([{"policy": "P", **conditions}]), DAY)
    return found.state, found.fields


def _registered(**fields):
    return client(registration=fields)


def _with(**fields):
    return client(conditions=fields)


@pytest.mark.parametrize(
    ("condition", "yes", "no", "unknown"),
    [
        ({"groups": "低保、4050"}, _registered(groups=["4050"]), _registered(groups=[]), client()),
        ({"age_from": 45, "age_to": 50}, _with(age=45), _with(age=51), _with(age=None)),
        ({"status": "失业"}, _registered(status="unemployed"), _registered(status="employed"), client()),
        (
            {"months_unemployed": 12},
            _registered(unemployed_since="2025-01"),
            _registered(unemployed_since="2026-09"),
            client(),
        ),
        ({"education": "大专"}, _with(education="本科"), client(), _with(education=None)),
        ({"place": "北京市"}, client(), _with(residence="上海市浦东新区"), _with(residence=None)),
    ],
    ids=["groups", "age", "status", "months", "education", "place"],
)
def test_each_condition_has_three_answers(condition, yes, no, unknown):
    """Met, not met, and not known: then the field to ask is told."""
    assert _state(yes, **condition) == ("yes", ())
    assert _state(no, **condition)[0] == "no"
    state, fields = _state(unknown, **condition)
    assert (state, len(fields)) == ("unknown", 1)


def test_one_condition_not_met_decides():
    """Whatever else is not known."""
    assert _state(client(conditions={"age": 30}), age_from=40, groups="低保") == ("no", ("conditions.age",))


def test_a_zero_employment_family_is_a_group():
    """Said under family, asked under groups."""
    assert _state(client(family={"zero_employment": True}), groups="零就业家庭") == ("yes", ())


def test_what_is_no_longer_in_force_is_left_out():
    """And what is not yet."""
    rows = [
        {"policy": "old", "valid_to": "2025-12-31"},
        {"policy": "coming", "valid_from": "2027-01-01"},
        {"policy": "now"},
    ]
    assert [one.policy.name for one in entitlements(client(), read_policies(rows), DAY)] == ["now"]


def test_the_example_is_marked_as_one():
    """Every policy of the example says that it is made up."""
    policies = read_policies(demo.policies_path())
    assert len(policies) == 7
    assert all("示例" in policy.name and "示例" in str(policy.source) for policy in policies)


@pytest.mark.parametrize(
    ("row", "word"),
    [
        ({"内容": "x"}, "政策"),
        ({"政策": "P", "最低年龄": "老"}, "最低年龄"),
        ({"政策": "P", "适用人群": "富人"}, "适用人群"),
    ],
)
def test_a_broken_row_is_refused(word, row):
    """With its row and the column as the catalogue names it."""
    with pytest.raises(BadInput, match=f"2 行.*{word}"):
        read_policies([{"政策": "好的"}, row])


@pytest.mark.parametrize(
    ("wish", "own"), [("自己创业", True), ("开一家早餐店", True), ("个体户", True), ("店长", False), ("开车", False)]
)
def test_a_business_of_ones_own(wish, own):
    """Told by the wish, and not by a word in it."""
    assert wants_to_start_up(client(goal={"occupations": [wish]})) is own

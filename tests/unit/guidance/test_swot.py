"""Strengths, weaknesses, opportunities, threats: each from a fact or a figure, none of it hurtful."""

import pytest
from builders import client, market, posting

from jobmatch.messages import use_language

ROWS = [
    *(posting(requirements="会使用Excel，会盘点", salary="4500元/月", openings="3") for _ in range(4)),
    posting(title="叉车仓管员", requirements="须持叉车证", openings="3"),
    posting(hours="夜班"),
]


def _lines(person, side):
    return market(*ROWS).swot(person).of(side)


def test_what_was_done_and_is_asked_is_a_strength():
    """With the openings that use it."""
    lines = "；".join(_lines(client(), "strength"))
    assert "做过仓库管理员5年" in lines
    assert "12个名额用得上" in lines


def test_what_is_missing_is_a_weakness():
    """A paper, a long absence, an unclear goal."""
    person = client(
        goal={"clarity": "vague"},
        conditions={"certificates": [], "experience": [{"occupation": "仓库管理员", "years": 3, "ended": "2020-01"}]},
    )
    lines = "；".join(_lines(person, "weakness"))
    assert "叉车证" in lines
    assert "年没有工作" in lines
    assert "不够具体" in lines


@pytest.mark.parametrize("tongue", ["zh", "en"])
@pytest.mark.parametrize("age", [19, 61])
def test_no_line_names_what_a_person_is(tongue, age):
    """Neither age, gender, family, ethnicity nor disability."""
    use_language(tongue)
    person = client(
        conditions={"age": age, "experience": [], "education": "小学"},
        family={"care_duties": ["child"], "low_income": True},
        registration={"groups": ["残疾", "低保"]},
        audit={"gender": "女", "ethnicity": "回族", "marital_status": "离异"},
    )
    words = " ".join(point.text for point in market(*ROWS).swot(person).points)
    assert not [
        word
        for word in (str(age), "岁", "女", "回族", "离异", "残疾", "低保", "孩子", "child", "disab")
        if word in words
    ]


@pytest.mark.parametrize(("urgency", "more"), [("求职心切", 1), ("不着急", 0)])
def test_only_an_urgent_search_is_a_strength(urgency, more):
    """Who is in no hurry has no line for it."""
    calm = _lines(client(willingness={"wants_work": None}), "strength")
    said = _lines(client(willingness={"wants_work": None, "urgency": urgency}), "strength")
    assert len(said) - len(calm) == more


def test_unknown_is_no_weakness():
    """Nothing said of certificates, skills or work: nothing held against the client."""
    person = client(conditions={"certificates": None, "skills": None, "experience": None})
    assert _lines(person, "weakness") == ()


def test_the_market_speaks_for_and_against():
    """Openings that can be got; pay that is hardly offered; nights that are asked."""
    person = client(attitude={"pay_min": 9000}, conditions={"night_shift_ok": False})
    assert "较有把握" in "；".join(_lines(person, "opportunity"))
    threats = "；".join(_lines(person, "threat"))
    assert "最低要求9000元" in threats
    assert "夜班" in threats


def test_hours_that_no_opening_asks_are_no_strength():
    """Who can work changing shifts is not told of none such openings."""
    flexible = client(conditions={"shift_ok": True})
    assert not any("倒班" in line for line in _lines(flexible, "strength"))

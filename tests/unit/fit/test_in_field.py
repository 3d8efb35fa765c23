"""Postings of a field that is wished for."""

from datetime import date

import pytest
from builders import client, explained, market, posting, values

from jobmatch.fit.facts import Facts
from jobmatch.fit.in_field import SIGNS
from jobmatch.settings import load

ROWS = [
    posting(title="搬运工", employer="某某物流有限公司"),
    posting(title="保洁员", employer="大兴区人民医院"),
    posting(title="陪检员", employer="某某服务有限公司"),
    posting(title="医院食堂帮厨", employer="某某餐饮管理有限公司"),
]


def _likeness(wish, row, **goal):
    told = explained(client(goal={"occupations": [wish], **goal}), row)
    return next(line for line in told.features if line.name == "occupation")


@pytest.mark.parametrize("at", [1, 2, 3])
def test_the_employer_the_title_or_the_work_tells_of_a_field(at):
    """Each is more than work elsewhere, and the reason says so."""
    elsewhere, there = (_likeness("想进医院上班", ROWS[which]) for which in (0, at))
    assert there.value > elsewhere.value
    assert "医院" in there.reason


def test_the_work_of_a_field_is_more_of_it_than_other_work_there():
    """Who wishes for 门市 serves in a shop, and does not guard one."""
    serves, guards = (_likeness("门市", posting(title=title)) for title in ("门市人员", "百货保安"))
    assert serves.value > guards.value


def test_work_that_asks_what_a_condition_spares_is_worth_less():
    """Who wants light work is not sent to carry."""
    light, heavy = (_likeness("不累的", posting(title="前台", description=text)) for text in ("接待", "搬运重物"))
    assert light.value > heavy.value


def test_a_condition_is_no_goal_beside_work():
    """保安, and light: no cashier."""
    goal = {"occupations": ["保安", "不累的"]}
    told = explained(client(goal=goal), posting(title="收银员"))
    alone = explained(client(goal={"occupations": ["保安"]}), posting(title="收银员"))
    assert told.features[0].value <= alone.features[0].value


def test_a_term_that_is_told_beside_work_comes_first():
    """Who wants to carry and be paid by the day is shown such work before other carrying, in the title or the text."""
    person = client(goal={"occupations": ["搬运工", "日结"]})
    rows = [posting(title="搬运工"), posting(title="搬运工（日结）"), posting(title="搬运工", description="工资日结")]
    plain, titled, told = values("occupation", person, *rows)
    assert titled == told > plain


def test_a_line_of_business_counts_where_no_work_is_named():
    """The roster's 意向行业."""
    person = client(goal={"occupations": None, "industries": ["医疗"]})
    best = market(*ROWS).recommend(person).items[0]
    assert best.title in {"保洁员", "陪检员", "医院食堂帮厨"}


def test_signs_have_a_worth_each():
    """As the settings name them."""
    from jobmatch.settings import load

    assert set(SIGNS) < set(load().table("likeness.field"))


@pytest.mark.parametrize(
    ("known", "field"),
    [
        ({"conditions": {"major": "软件工程"}}, "电脑"),
        ({"conditions": {"experience": [{"occupation": "软件开发工程师"}]}}, "电脑"),
        ({"conditions": {"experience": [{"occupation": "普工"}]}}, "工厂"),
        ({}, "工厂"),
    ],
)
def test_a_big_firm_is_one_on_the_net_to_who_knows_computing(known, field):
    """大厂 is a factory to everybody else."""
    person = client(goal={"occupations": ["想进大厂"]}, **known)
    facts = Facts(person, "北京市", date(2026, 2, 1), load())
    assert [one.name for one in facts.wanted_fields] == [field]

"""How sure a level is, what would change it, and the figures behind it."""

import pytest
from builders import client, market, posting

ROWS = [posting(salary=f"{4000 + 50 * at}元/月", openings="2") for at in range(24)]


@pytest.mark.parametrize("field", ["age", "education", "experience", "skills", "certificates", "residence"])
def test_an_unknown_condition_makes_less_sure(field):
    """Never more sure with one thing less known."""
    told, untold = (market(*ROWS).assess(one).confidence for one in (client(), client(conditions={field: None})))
    assert untold < told


def test_confidence_falls_step_by_step_and_never_to_nothing():
    """One unknown after the other."""
    fields = ["education", "skills", "certificates", "residence", "age"]
    people = [client(conditions=dict.fromkeys(fields[:n])) for n in range(len(fields) + 1)]
    found = [market(*ROWS).assess(person).confidence for person in people]
    assert found == sorted(found, reverse=True)
    assert found[0] > found[-1] > 0


def test_a_small_market_makes_less_sure():
    """Two postings say little."""
    assert market(*ROWS[:2]).assess(client()).confidence < market(*ROWS).assess(client()).confidence


def test_few_openings_are_said_with_their_number_and_make_less_sure():
    """A level that rests on 48 openings is less sure than one on 480; one that rests on no market says nothing."""
    few, many = (market(*(row | {"openings": n} for row in ROWS)).assess(client()) for n in ("2", "20"))
    assert few.confidence < many.confidence
    assert "48" in next(rule.text for rule in few.rules if rule.id == "market-thin")
    aimless = market(*ROWS).assess(client(goal={"clarity": "none", "occupations": None}))
    assert "market-thin" not in {rule.id for rule in aimless.rules}


DRIVERS = [posting(title="货车司机", requirements="须持B2驾照", openings="30") for _ in range(24)]
DRIVER = {"goal": {"occupations": ["货车司机"], "clarity": "clear"}}


def test_a_licence_of_which_nobody_knows_is_neither_met_nor_unmet():
    """It counts, is told apart with the share that is certain, makes less sure, and is asked for first."""
    unknown = market(*DRIVERS).assess(client(**DRIVER, conditions={"driving_licence": None}))
    held = market(*DRIVERS).assess(client(**DRIVER, conditions={"driving_licence": "B2"}))
    figures = unknown.market
    assert (figures.qualified_for_goal, figures.qualified_unknown) == (720, 720)
    assert held.market.qualified_unknown == 0
    assert unknown.confidence < held.confidence
    assert [rule.facts["qualified_known"] for rule in unknown.rules if "qualified_known" in rule.facts] == [0]
    assert unknown.questions[0].field == "conditions.driving_licence"


def test_what_few_openings_ask_is_no_question_of_the_level():
    """Enough are left without them."""
    rows = [posting(requirements="须持叉车证", openings="2"), *ROWS]
    found = market(*rows).assess(client(conditions={"certificates": None}))
    assert (found.market.qualified_for_goal, found.market.qualified_unknown) == (50, 2)
    assert not any("可能改变级别" in question.would_change for question in found.questions)


def test_openings_are_counted_not_postings():
    """Twenty-four postings of two openings each; far ones are not counted."""
    figures = market(*ROWS, posting(location="上海市浦东新区")).assess(client()).market
    assert figures.openings_in_reach == figures.for_goal == figures.qualified_for_goal == 48
    assert figures.gettable <= figures.openings_in_reach


def test_pay_quartiles_are_of_the_goal():
    """Other work does not shift them."""
    plain = market(*ROWS).assess(client()).market.pay_quartiles
    assert (
        market(*ROWS, *[posting(title="保洁员", salary="2500元/月")] * 9).assess(client()).market.pay_quartiles == plain
    )
    assert plain == tuple(sorted(plain))


def test_what_would_change_the_level_does():
    """Without the one rule that holds it up the level falls to the one that is told."""
    person = client(attitude={"misjudgements": ["只想坐办公室"]})
    found = market(*ROWS).assess(person)
    (change,) = found.would_change
    relieved = market(*ROWS).assess(client(attitude={"misjudgements": []}))
    assert (found.level, change.to_level) == (2, relieved.level)


def test_two_rules_of_one_level_must_both_give_way():
    """Said as one change, since either alone changes nothing."""
    person = client(attitude={"misjudgements": ["只想坐办公室"], "pay_wanted": 30000})
    found = market(*ROWS).assess(person)
    (change,) = found.would_change
    assert change.to_level < found.level


def test_level_one_needs_no_change():
    """There is nothing below it."""
    assert market(*ROWS).assess(client()).would_change == ()


def test_the_summary_stands_in_the_recommendation():
    """Assess and recommend give the same level for the same reasons."""
    assert market(*ROWS).recommend(client()).level == market(*ROWS).assess(client()).summary()


def test_an_assessment_becomes_json():
    """Every key of the contract, plain values alone."""
    import json

    told = json.loads(json.dumps(market(*ROWS).assess(client()).to_dict(), allow_nan=False))
    assert told["market"]["pay_expected"] is None
    assert told["rules"][0]["id"] == "goal-fits"


def test_who_may_lift_nothing_does_not_qualify_to_load_lorries():
    """Health is a requirement like any other: what recommend rules out is not said to be open."""
    rows = [posting(title="装卸工", requirements="搬运重物")]
    person = client(goal={"occupations": ["装卸工"]}, conditions={"health_limits": ["不能搬重物"]})
    figures = market(*rows).assess(person).market
    assert (figures.for_goal > 0, figures.qualified_for_goal) == (True, 0)


def test_work_that_must_be_learned_first_is_not_qualified_for():
    """However little its postings ask: neither study nor past work comes near it. An unknown past does not count."""
    rows = [posting(title="算法工程师", education="学历不限", openings="2") for _ in range(24)]
    wish = {"occupations": ["算法工程师"], "clarity": "clear"}
    strange, unknown = (
        client(goal=wish),
        client(goal=wish, conditions={"experience": None, "major": None, "skills": None}),
    )
    found = market(*rows).assess(strange)
    assert (found.market.for_goal, found.market.qualified_for_goal) == (48, 0)
    assert market(*rows).assess(unknown).market.qualified_for_goal == 48


def test_a_market_too_small_is_told_by_its_postings():
    """The limit counts postings and not their openings: two postings of fifty openings each say little."""
    (rule,) = market(*(posting(openings="50") for _ in range(2))).assess(client()).rules
    assert rule.facts == {"postings_in_reach": 2, "openings_in_reach": 100}
    assert "2条" in rule.text and "20条" in rule.text


def test_a_wish_that_was_not_understood_is_said_and_not_counted():
    """Nobody could count openings for it: the usual name is asked for, with the nearest kinds of work."""
    found = market(*ROWS).assess(client(goal={"occupations": ["古钟维护"], "clarity": "clear"}))
    (text,) = [rule.text for rule in found.rules if rule.id == "goal-not-in-reach"]
    assert "没有看懂" in text
    assert "是不是文物修复、综合维修一类" in text
    assert found.questions[0].field == "goal.occupations"


def test_a_wish_that_was_understood_is_counted():
    """No opening for a pilot is a figure."""
    found = market(*ROWS).assess(client(goal={"occupations": ["飞行员"], "clarity": "clear"}))
    assert "只有0个" in next(rule.text for rule in found.rules if rule.id == "goal-not-in-reach")

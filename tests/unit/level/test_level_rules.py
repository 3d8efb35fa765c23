"""Each rule of the level, fired and not fired by a small market."""

from functools import cache

import pytest
from builders import client, market, posting, stranger

from jobmatch.errors import BadInput, UsageError
from jobmatch.level.rules import condition_of, shipped
from jobmatch.settings import load

STORES = [posting(salary=f"{4000 + 50 * at}元/月", education="高中") for at in range(24)]
HARD = [posting(title="外科主任医师", education="博士", experience="10年以上") for _ in range(24)]
CLERK = {"occupations": ["会计"], "clarity": "clear"}
CLERKS = [posting(title="会计", education="本科", requirements="须持中级会计师证") for _ in range(24)]

SHOP = {"occupations": ["收银员"], "clarity": "clear"}
SHOPS = [posting(title="收银员", salary="3000元/月") for _ in range(24)]


def _goal(**fields):
    return client(goal=fields)


def _past(*jobs):
    return {"experience": list(jobs), "skills": None}


LONG_AGO = _past({"occupation": "仓库管理员", "years": 5, "ended": "2020-01"})
LATELY = _past({"occupation": "仓库管理员", "years": 5, "ended": "2026-06"})
VAGUE = {"occupations": ["仓库管理员"], "clarity": "vague"}


# rule → (a client and a market that fire it, and that do not)
def _stores_among(others):
    """Six openings that suit the storekeeper among so many that ask far more."""
    return [
        *STORES[:6],
        posting(education="博士", experience="20年以上", openings=str(others)),
        *(posting(title="保洁员", openings="20") for _ in range(24)),
    ]


CASES = {
    "under-age": ((client(conditions={"age": 15}), STORES), (client(conditions={"age": 16}), STORES)),
    "goal-none": ((_goal(occupations=[], clarity="none"), STORES), (client(), STORES)),
    "goal-vague": ((_goal(**VAGUE), STORES), (client(), STORES)),
    "goal-unread": (
        (_goal(occupations=["敲敲打打的那种"], clarity=None), STORES),
        (_goal(occupations=["保洁"], clarity=None), STORES),
    ),
    "conditions-short": ((client(), HARD), (client(), STORES)),
    "no-experience": (
        (client(goal=VAGUE, conditions={"experience": [], "education": "小学"}), STORES),
        (client(goal=VAGUE, conditions={"experience": [], "education": "大专"}), STORES),
    ),
    "long-without-work": (
        (client(goal=VAGUE, conditions=LONG_AGO), STORES),
        (client(goal=VAGUE, conditions=LATELY), STORES),
    ),
    "goal-not-in-reach": ((_goal(occupations=["飞行员"], clarity="clear"), STORES), (client(), STORES)),
    "goal-requirements": ((client(goal=CLERK), CLERKS + STORES), (client(), CLERKS + STORES)),
    "goal-asks-more": ((client(), _stores_among(400)), (client(), _stores_among(40))),
    "goal-limits": (
        (client(conditions={"night_shift_ok": False}), [row | {"hours": "上夜班"} for row in STORES]),
        (client(conditions={"night_shift_ok": True}), [row | {"hours": "上夜班"} for row in STORES]),
    ),
    "goal-pay": (
        (client(attitude={"pay_wanted": 9000}), STORES),
        (client(attitude={"pay_wanted": 4200}), STORES),
    ),
    "goal-off-strengths": (
        (client(goal=SHOP), SHOPS + STORES),
        (client(goal=SHOP), [posting(title="收银员", salary="9000元/月") for _ in range(24)] + STORES),
    ),
    "misjudgement-noted": (
        (client(attitude={"misjudgements": ["只想坐办公室"]}), STORES),
        (client(attitude={"misjudgements": []}), STORES),
    ),
}


@cache
def _assessed(name, which):
    person, rows = CASES[name][which]
    return market(*rows).assess(person)


def _fired(found):
    return {rule.id for rule in found.rules}


@pytest.mark.parametrize("name", CASES)
def test_the_rule_fires(name):
    """With its words, the facts that it used, and no lower level than it asks for."""
    found = _assessed(name, 0)
    (rule,) = (rule for rule in found.rules if rule.id == name)
    assert rule.text
    assert rule.facts
    assert found.level >= next(rule.level for rule in shipped() if rule.id == name)


@pytest.mark.parametrize("name", CASES)
def test_the_rule_keeps_still(name):
    """The nearest client for whom it does not hold."""
    assert name not in _fired(_assessed(name, 1))


def test_every_rule_has_its_case():
    """A new rule wants a market that fires it."""
    assert {rule.id for rule in shipped()} == set(CASES)


def test_level_one_where_no_rule_fires():
    """A clear goal that the market and the conditions bear out."""
    found = market(*(row | {"openings": "30"} for row in STORES)).assess(client())
    assert (found.level, found.status) == (1, "assessed")
    assert _fired(found) == {"goal-fits"}


def test_hardship_never_lowers_the_level():
    """Family and ability decide nothing by themselves."""
    hard = client(family={"low_income": True, "zero_employment": True}, ability={"failed_applications": 12})
    assert market(*STORES).assess(hard).level >= market(*STORES).assess(client()).level


def test_a_clear_goal_without_an_occupation_is_none():
    """Said to be clear, but nothing was named."""
    assert "goal-none" in _fired(market(*STORES).assess(_goal(occupations=[], clarity="clear")))


def test_a_small_market_says_nothing_of_the_client():
    """Three postings that ask too much do not make conditions short."""
    found = market(*HARD[:3]).assess(client())
    assert not {"conditions-short", "goal-not-in-reach"} & _fired(found)


@pytest.mark.parametrize(("suit", "hard", "fires"), [(4, 40, True), (5, 40, False)])
def test_a_goal_for_which_enough_can_be_offered_is_met_though_most_ask_more(suit, hard, fires):
    """Five openings that suit are three to hand over and two in reserve."""
    asks_much = posting(title="仓库管理员", education="博士", experience="20年以上", openings=str(hard))
    rows = [*(posting(title="仓库管理员") for _ in range(suit)), asks_much, posting(title="会计", openings="30")]
    assert ("goal-requirements" in _fired(_among_others(*rows))) is fires


@pytest.mark.parametrize(("suit", "level"), [(1, 2), (2, 1)])
def test_one_opening_alone_is_not_easier_than_several(suit, level):
    """One of one is no choice; two may do, and that they are few is said."""
    found = _among_others(*(posting(title="仓库管理员") for _ in range(suit)))
    assert found.level == level
    assert _fired(found) & {"goal-few", "goal-not-in-reach"}


def _among_others(*rows):
    """The storekeeper before some rows and enough others."""
    return market(*rows, *(posting(title="保洁员", openings="20") for _ in range(24))).assess(client())


@pytest.mark.parametrize(("likely", "fires"), [(5, True), (20, False)])
def test_conditions_that_open_enough_are_not_short_whatever_there_is_for_others(likely, fires):
    """A file full of other people's work lowers the share of what a client can get, and not the number."""
    rows = [row | {"openings": "500"} for row in HARD] + STORES[:likely]
    assert ("conditions-short" in _fired(market(*rows).assess(client()))) is fires


@pytest.mark.parametrize("wish", [{"pay_min": 90000}, {"pay_min": 90000, "pay_wanted": 99999}])
def test_a_wish_is_no_condition(wish):
    """Who wants far more than there is misjudges the market, and falls short of nothing."""
    found = market(*STORES).assess(client(attitude=wish))
    assert (found.level, "conditions-short" in _fired(found)) == (2, False)


NOON = {"hours": "part", "available_hours": [{"days": "weekday", "from": "12:00", "to": "14:00"}]}


@pytest.mark.parametrize(("care", "level"), [(["elder"], 3), ([], 2)])
def test_hours_are_a_condition_where_somebody_needs_care(care, level):
    """Two hours at noon are a wish of who has nobody to care for; of who has, what the family leaves."""
    rows = [row | {"hours": "8:00-17:00", "job_type": "全职"} for row in STORES]
    found = market(*rows).assess(client(conditions=NOON, family={"care_duties": care}))
    assert (found.level, "conditions-short" in _fired(found)) == (level, level == 3)


def test_two_openings_that_suit_are_no_goal_out_of_reach():
    """It is said that there are few, and the level is less sure."""
    others = [posting(title="保洁员", openings="20") for _ in range(24)]
    few, many = (market(*STORES[:n], *others).assess(client()) for n in (2, 20))
    assert (few.level, few.market.for_goal) == (1, 2)
    assert "goal-few" in _fired(few)
    assert few.confidence < many.confidence


ASKED_NOTHING = {"occupations": None, "clarity": None}


def test_a_goal_that_nobody_asked_for_is_asked_for_first():
    """No level, the goal as the first question, and jobs as for somebody without a goal."""
    unasked = client(goal=ASKED_NOTHING)
    found = market(*STORES).assess(unasked)
    assert (found.level, found.status, found.would_change) == (None, "too_little_known", ())
    assert found.questions[0].field == "goal.occupations"
    jobs, of_none = (market(*STORES).recommend(one).items for one in (unasked, _goal(occupations=[], clarity="none")))
    assert [job.posting_id for job in jobs] == [job.posting_id for job in of_none] != []


@pytest.mark.parametrize(("misjudged", "level"), [(["只想坐办公室"], 2), ([], None)])
def test_a_goal_that_is_said_to_be_clear_and_not_told_is_asked_for(misjudged, level):
    """What is known of it may decide the level all the same."""
    person = client(goal={"occupations": None, "clarity": "clear"}, attitude={"misjudgements": misjudged})
    found = market(*STORES).assess(person)
    assert (found.level, found.questions[0].field) == (level, "goal.occupations")


def test_willingness_is_asked_before_a_goal_that_is_unknown_as_well():
    """Both decide whether there is a level at all."""
    found = market(*STORES).assess(client(willingness={"wants_work": None}, goal=ASKED_NOTHING))
    assert found.level is None
    assert [one.field for one in found.questions[:2]] == ["willingness.wants_work", "goal.occupations"]


def test_whose_conditions_are_short_has_level_three_whatever_the_goal():
    """No answer could change it."""
    assert market(*HARD).assess(client(goal=ASKED_NOTHING)).level == 3


def test_an_override_is_kept_where_the_goal_is_unknown():
    """The counsellor knows what the record does not say."""
    found = market(*STORES).assess(client(goal=ASKED_NOTHING, override={"level": 2, "reason": "谈过"}))
    assert (found.level, found.status, found.override["by_rules"]) == (2, "assessed", None)


@pytest.mark.parametrize(
    "goal", [{"industries": ["餐饮"]}, {"occupations": ["黄村附近的工作"]}, {"occupations": ["公益岗"]}]
)
def test_an_industry_a_place_or_a_kind_of_post_is_an_unclear_goal(goal):
    """Something is wished for, but no work."""
    assert "goal-vague" in _fired(market(*STORES).assess(_goal(**({"occupations": None, "clarity": None} | goal))))


def test_what_is_said_to_be_clear_is_not_read_again():
    """A counsellor who says that a goal is clear knows what is meant."""
    found = market(*STORES).assess(_goal(occupations=["国营厂"], clarity="clear"))
    assert _fired(found) & {"goal-unread", "goal-not-in-reach"} == {"goal-not-in-reach"}


def test_who_does_not_want_work_has_no_level():
    """Whatever else is known; what to ask is the willingness itself."""
    found = market(*STORES).assess(client(willingness={"wants_work": False}))
    assert (found.level, found.status) == (None, "not_willing")
    assert [question.field for question in found.questions] == ["willingness.wants_work"]


def test_of_whom_too_little_is_known_has_no_level():
    """Only questions, no guess."""
    found = market(*STORES).assess(stranger())
    assert (found.level, found.status) == (None, "too_little_known")
    assert found.questions


def test_an_unknown_willingness_is_presumed_and_said():
    """It stands among the rules and lowers how sure the level is."""
    found = market(*STORES).assess(client(willingness={"wants_work": None}))
    assert "willingness-presumed" in _fired(found)
    assert found.confidence < market(*STORES).assess(client()).confidence


def test_months_out_of_work_are_told_without_a_work_history():
    """Since when is enough; no job need be named."""
    since = client(goal=VAGUE, conditions={"experience": None}, registration={"unemployed_since": "2020-01"})
    assert "long-without-work" in _fired(market(*STORES).assess(since))


def test_a_rule_says_which_thresholds_it_uses():
    """Every threshold of the level that a condition names stands in the settings."""
    bars = {condition.bar for rule in shipped() for condition in rule.when if condition.kind == "setting"}
    assert bars
    assert all(load().number(bar) >= 0 for bar in bars)


@pytest.mark.parametrize("words", ["年龄 少于", "年龄 等于 3", "岁数 少于 3", "年龄 少于 三", ""])
def test_a_condition_that_cannot_be_read_is_refused(words):
    """With its words, never skipped."""
    with pytest.raises(UsageError, match="读不懂"):
        condition_of(words, {"say": {"年龄": "age"}, "word": {}, "bar": {}})


def test_an_unknown_fact_makes_no_condition_hold():
    """Neither what is not said of the client nor a share of nothing."""
    found = market(*STORES).assess(client(conditions={"age": None, "education": None}))
    assert "under-age" not in _fired(found)


def test_an_override_keeps_both():
    """The counsellor's level counts; what the rules say and why stays beside."""
    decided = client(override={"level": 3, "reason": "情绪低落，需要多帮一些"})
    found = market(*STORES).assess(decided)
    assert found.level == 3
    assert found.override == {"level": 3, "reason": "情绪低落，需要多帮一些", "by": None, "on": None, "by_rules": 1}
    assert {"overridden", "goal-fits"} <= _fired(found)


def test_an_override_ranks_by_its_level():
    """The same jobs in the order of the level that the counsellor set."""
    decided = client(override={"level": 3, "reason": "需要多帮一些"})
    assert market(*STORES).recommend(decided).level["level"] == 3


def test_an_override_without_a_reason_is_refused():
    """Nobody should have to guess why."""
    with pytest.raises(BadInput, match="理由"):
        client(override={"level": 3})

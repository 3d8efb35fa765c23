"""The smallest change of one expectation that brings more jobs, tried by asking again."""

import pytest
from builders import client, market, posting

from jobmatch.guidance.changes import ways
from jobmatch.settings import load

STORES = ["仓库管理员", "仓管员", "库管员"]


def _three(**fields):
    return [posting(title=title, **fields) for title in STORES]


def _with(person, part, **fields):
    whole = getattr(person, part)
    return person.model_copy(update={part: whole.model_copy(update=fields)})


def _replayed(person, change):
    """The same client with the change taken up."""
    if change.kind == "refused":
        rest = tuple(word for word in person.goal.refused if word != change.before)
        return _with(person, "goal", refused=rest)
    if change.kind == "occupation":
        return _with(person, "goal", occupations=None, clarity="none")
    part, field = {
        "pay": ("attitude", "pay_min"),
        "distance": ("conditions", "max_commute_km"),
        "shift": ("conditions", "shift_ok"),
        "night_shift": ("conditions", "night_shift_ok"),
        "hours": ("conditions", "hours"),
    }[change.kind]
    return _with(person, part, **{field: change.after})


CASES = {
    "pay": (client(attitude={"pay_min": 4000}), _three(salary="3300元/月")),
    "distance": (client(conditions={"max_commute_km": 20}), _three(location="北京市海淀区")),
    "shift": (client(conditions={"shift_ok": False}), _three(hours="三班倒")),
    "night_shift": (client(conditions={"night_shift_ok": False}), _three(hours="夜班")),
    "hours": (client(conditions={"hours": "part"}), _three(hours="全职")),
    "refused": (client(goal={"refused": ["夜班"]}), _three(hours="夜班")),
}


@pytest.mark.parametrize("kind", CASES)
def test_the_change_is_found_and_keeps_its_word(kind):
    """Taken up, it gives as many jobs as was said."""
    person, rows = CASES[kind]
    result = market(*rows).recommend(person)
    assert result.items == ()
    change = next(one for one in result.shortfall.smallest_change if one.kind == kind)
    again = market(*rows).recommend(_replayed(person, change)).items
    assert len(again) == result.shortfall.found + change.adds == 3
    assert str(change.adds) in change.text


def test_the_occupation_may_give_way():
    """No job for the goal, but some that are known from past work."""
    person = client(goal={"occupations": ["飞行员"], "clarity": "clear"})
    (change,) = market(*_three()).recommend(person).shortfall.smallest_change
    assert (change.kind, change.adds) == ("occupation", 3)
    assert len(market(*_three()).recommend(_replayed(person, change)).items) == 3


def test_the_smallest_step_is_told():
    """3800 needs 5 in 100 less, not 40."""
    result = market(*_three(salary="3800元/月")).recommend(client(attitude={"pay_min": 4000}))
    (change,) = result.shortfall.smallest_change[:1]
    assert (change.kind, change.before, change.after, change.adds) == ("pay", 4000, 3800, 3)


def test_the_change_that_brings_most_stands_first():
    """One job hangs on the pay, two on the shifts."""
    rows = [posting(title=STORES[0], salary="3300元/月")] + [
        posting(title=title, hours="三班倒") for title in STORES[1:]
    ]
    person = client(attitude={"pay_min": 4000}, conditions={"shift_ok": False})
    kinds = [change.kind for change in market(*rows).recommend(person).shortfall.smallest_change]
    assert kinds[:2] == ["shift", "pay"]


def test_enough_jobs_need_no_change():
    """Three fit: nothing is said."""
    assert market(*_three()).recommend(client()).shortfall is None


def test_what_no_expectation_can_mend_has_no_change():
    """A closed posting stays closed."""
    result = market(posting(closes_on="2026-01-01")).recommend(client(attitude={"pay_min": 4000}))
    assert (result.shortfall.found, result.shortfall.smallest_change) == (0, ())


def test_nothing_is_changed_without_the_client():
    """The profile that was asked with is the same afterwards."""
    person, rows = CASES["pay"]
    before = person.to_dict()
    market(*rows).recommend(person)
    assert person.to_dict() == before


def test_of_changes_that_bring_as_much_the_one_that_asks_less_comes_first():
    """A little less pay before another kind of work."""
    person = client(goal={"occupations": ["仓库管理员"], "clarity": "clear"}, attitude={"pay_min": 4000})
    others = [posting(title=title, salary="4500元/月") for title in ("理货员", "陈列员", "装卸工")]
    slate = market(*_three(salary="3800元/月"), *others).recommend(person)
    told = [change.kind for change in slate.shortfall.smallest_change]
    assert told[0] == "pay"
    assert "occupation" in told


def test_what_is_counted_no_further_than_wanted_is_told_as_at_least():
    """One job is missing and four would open: at least one; where too few open, their number."""
    four = [posting(title=title, salary="3300元/月") for title in (*STORES, "仓库保管员")]
    rows = [posting(title="理货员", employer=f"甲{at}") for at in range(2)] + four
    person = client(attitude={"pay_min": 4000})
    (pay,) = [one for one in market(*rows).recommend(person).shortfall.smallest_change if one.kind == "pay"]
    assert "至少多" in pay.text
    (one,) = [one for one in market(four[0]).recommend(person).shortfall.smallest_change if one.kind == "pay"]
    assert "多1个" in one.text and "至少" not in one.text


def test_jobs_of_next_to_no_score_are_no_reason_to_give_up_a_wish():
    """What would be handed over for want of anything else brings nothing."""
    rows = [posting(title=title, salary="2500元/月") for title in ("内训师", "销售主管", "资料员")]
    person = client(goal={"occupations": ["护士"]}, conditions={"experience": [{"occupation": "护士", "years": 3}]})
    assert market(*rows).recommend(person).shortfall.smallest_change == ()


@pytest.mark.parametrize("fields", [{"hours": "part"}, {"age": 58}, {"age": 40}])
def test_no_way_is_proposed_that_people_hardly_go(fields):
    """An hour and a half each way at the most, half of it for a few hours' work or at sixty."""
    person = client(conditions={"max_commute_km": 12, **fields})
    farthest = 40 if fields == {"age": 40} else 15
    assert max(ways(person, load())) <= farthest
    assert ways(client(conditions={"max_commute_km": 50, **fields}), load()) == []

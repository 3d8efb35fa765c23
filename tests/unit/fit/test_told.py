"""Told: what a few facts tell of the sorts is kept for the next client, and nobody can tell from the answer."""

import json

import pytest
from builders import AS_OF, calm
from hypothesis import given
from hypothesis import strategies as st
from personas import PERSONAS

import jobmatch as jm
from jobmatch.demo import postings_path
from jobmatch.fit import by_sort
from jobmatch.fit.features import FEATURES, measure
from jobmatch.fit.limits import LIMITS, check
from jobmatch.market.memo import Kept
from jobmatch.ranking.model import model_of
from jobmatch.settings import load

FIELDS = {
    "age": [None, 15, 17, 40],
    "education": [None, "小学", "高中", "本科"],
    "certificates": [None, (), ("叉车证",), ("电工证", "健康证")],
    "driving_licence": [None, "无", "C1", "B2"],
    "night_shift_ok": [None, True, False],
    "shift_ok": [None, True, False],
    "hours": [None, "full", "part"],
    "health_limits": [None, (), ("腰椎不好",), ("色盲", "不能久站")],
    "available_hours": [
        None,
        ({"days": "weekday", "from": "08:30", "to": "17:30"},),
        ({"from": "11:00", "to": "13:30"},),
    ],
    "experience": [None, (), ({"occupation": "销售经理", "years": 6},)],
}
PAY = [None, 3500, 9000]


@pytest.fixture(scope="module")
def matcher() -> jm.Matcher:
    """The demo's postings, asked by everybody of this module."""
    return jm.Matcher(as_of=AS_OF).index(jm.read_postings(postings_path()))


def _person(profile: dict, conditions: dict, pay_min: float | None) -> jm.Client:
    """A persona with other conditions, who looks everywhere."""
    told = {**profile["conditions"], **conditions, "residence": None, "max_commute_km": None}
    attitude = {**profile.get("attitude", {}), "pay_min": pay_min, "places": None}
    return jm.Client(**{**profile, "conditions": told, "attitude": attitude})


def _seen(matcher: jm.Matcher, person: jm.Client) -> str:
    """Every limit and every feature of every row."""
    case = matcher._look(matcher._facts(person)).case
    states, fit = check(case), measure(case, model_of(load(), 2).neutral)
    found = {kind: states[kind].tolist() for kind in LIMITS}
    return json.dumps([found, *({name: of[name].tolist() for name in FEATURES} for of in (fit.values, fit.known))])


@calm
@given(
    st.sampled_from(PERSONAS),
    st.fixed_dictionaries({}, optional={name: st.sampled_from(values) for name, values in FIELDS.items()}),
    st.sampled_from(PAY),
)
def test_whoever_asked_before_everybody_is_told_their_own(matcher, profile, conditions, pay_min):
    """Kept for those of whom the same facts hold, or told of every row anew: the same of every row."""
    person = _person(profile, conditions, pay_min)
    first, kept = _seen(matcher, person), _seen(matcher, person)
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(vars(matcher.market_), "told", Kept())
        patch.setattr(by_sort, "_SELF", len(matcher.market_))
        assert _seen(matcher, person) == kept == first


def test_what_is_told_is_kept_for_whom_the_same_holds(matcher):
    """A second client of the same schooling is told from memory; one of another is not."""
    told = []
    for rung in ("高中", "中专", "本科"):
        case = matcher._look(matcher._facts(_person(PERSONAS[0], {"education": rung}, None))).case
        by_sort.told(
            case, "kind", "test", ("rung",), lambda one: told.append(one.facts.rung) or one.column("education")
        )
    assert len(told) == 2


def test_what_few_share_is_kept_from_the_second_client_on(matcher):
    """A story of one's own fills no memory; one that is told again is told of all postings, once."""
    case, told = matcher._look(matcher._facts(_person(PERSONAS[0], {}, None))).case, []
    for _ in range(3):
        by_sort.told(
            case, "row", "test again", ("rung",), lambda one: told.append(len(one.rows)) or one.rows, again=True
        )
    assert told == [len(matcher.market_)]


def test_no_fact_is_seen_that_was_not_asked_for(matcher):
    """A comparison that reads more than it says fails at once, and never tells one client what holds for another."""
    case = matcher._look(matcher._facts(_person(PERSONAS[0], {}, None))).case
    with pytest.raises(AttributeError):
        by_sort.told(case, "kind", "too much", ("rung",), lambda one: one.facts.client.conditions.age)

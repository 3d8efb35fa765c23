"""What to ask next: never what is known, first what touches most."""

import pytest
from builders import calm, client, market, posting, stranger
from hypothesis import given
from hypothesis import strategies as st

from jobmatch.guidance.questions import is_unknown, without_market
from jobmatch.settings import load

ROWS = [posting(requirements="须持C1驾照", hours="夜班", salary=f"{4000 + at}元/月") for at in range(4)]
ANSWERS = {
    "conditions.age": 40,
    "conditions.education": "高中",
    "conditions.experience": [{"occupation": "仓库管理员", "years": 3}],
    "conditions.skills": ["盘点"],
    "conditions.certificates": [],
    "conditions.driving_licence": "C1",
    "conditions.night_shift_ok": True,
    "conditions.shift_ok": True,
    "conditions.hours": "any",
    "conditions.health_limits": [],
    "conditions.residence": "北京市大兴区",
    "conditions.max_commute_km": 30,
    "attitude.pay_min": 3000,
    "registration.groups": [],
    "willingness.wants_work": True,
    "goal.occupations": ["仓库管理员"],
}


def _person(fields):
    parts = {}
    for field in sorted(fields):
        part, name = field.split(".")
        parts.setdefault(part, {})[name] = ANSWERS[field]
    return stranger(**{"goal": {}, **parts})


def _asked(result):
    return [question.field for question in result.questions]


@calm
@given(st.sets(st.sampled_from(sorted(ANSWERS))))
def test_nothing_is_asked_that_is_known(fields):
    """Whatever is known, only the rest is asked, each once and in words."""
    person = _person(fields)
    found = market(*ROWS).recommend(person).questions
    assert all(is_unknown(person, question.field) for question in found)
    assert all(question.text and question.would_change for question in found)
    assert len({question.field for question in found}) == len(found)


def test_nothing_is_asked_of_whom_everything_is_known():
    """An empty list is an answer."""
    assert _asked(market(*ROWS).recommend(_person(ANSWERS))) == []


def test_who_knows_no_goal_has_answered():
    """The question for wanted work is not repeated."""
    assert "goal.occupations" not in _asked(
        market(*ROWS).recommend(stranger(conditions={"age": 40, "education": "高中"}))
    )


@pytest.mark.parametrize(
    ("field", "says"),
    [
        ("conditions.driving_licence", {"requirements": "须持C1驾照"}),
        ("conditions.night_shift_ok", {"hours": "夜班"}),
        ("conditions.shift_ok", {"hours": "三班倒"}),
        ("conditions.education", {"education": "高中"}),
    ],
)
def test_a_question_needs_a_posting_that_it_touches(field, says):
    """It is asked where a posting hangs on it, and not where none does."""
    name = field.partition(".")[2]
    known = _person(set(ANSWERS) - {field})
    assert known.conditions.model_dump()[name] is None
    assert _asked(market(posting(title="资料员", **says), posting(**says)).recommend(known)) == [field]
    assert field not in _asked(market(posting(title="资料员"), posting(education="不限")).recommend(known))


def test_no_more_questions_than_anybody_answers():
    """The first few by weight, though much more is unknown."""
    unknown = client(conditions=dict.fromkeys(["age", "education", "driving_licence", "skills", "certificates"]))
    assert len(_asked(market(*ROWS).recommend(unknown))) == load().number("questions.most")


def test_a_question_says_how_many_postings_it_touches():
    """All four stand or fall with the licence."""
    person = _person(set(ANSWERS) - {"conditions.driving_licence"})
    (question,) = market(*ROWS).recommend(person).questions
    assert "4" in question.would_change


def test_what_one_of_twenty_wished_jobs_asks_is_not_asked():
    """A driving licence that one cook's post mentions is asked about with that post alone."""
    rows = [posting(title="厨师"), *[posting(title="厨师", employer=f"乙{at}") for at in range(19)]]
    rows[0]["requirements"] = "须持C1驾照"
    person = _person(ANSWERS.keys() - {"conditions.driving_licence", "goal.occupations"})
    person = person.model_copy(update={"goal": client(goal={"occupations": ["厨师"]}).goal})
    assert "conditions.driving_licence" not in _asked(market(*rows).recommend(person))
    assert "conditions.driving_licence" in _asked(market(*rows[:5]).recommend(person))


def test_in_taiwan_no_group_of_the_mainland_is_asked_for():
    """4050 and 零就业家庭 are groups of the mainland's law."""
    there, here = (
        {one.field: one.text for one in without_market(stranger(conditions={"residence": home}))}
        for home in ("台北市中山區", "北京市大兴区")
    )
    assert "4050" not in there["registration.groups"]
    assert "4050" in here["registration.groups"]

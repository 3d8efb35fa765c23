"""The matcher as a library: index, ask, save, load, refuse."""

import pickle
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
from builders import AS_OF, calm, client, market, posting, stranger
from hypothesis import given
from hypothesis import strategies as st

import jobmatch as jm
from jobmatch.settings import load

ROWS = [posting(title=title) for title in ("仓库管理员", "理货员", "保洁员", "会计")]


def test_asking_before_indexing_is_refused():
    """With the way to mend it."""
    with pytest.raises(jm.UsageError, match="index"):
        jm.Matcher().recommend(client())


def test_an_unknown_posting_is_refused_by_its_id():
    """Explain names what was asked for."""
    with pytest.raises(jm.UsageError, match="N-404"):
        market(*ROWS).explain(client(), "N-404")


def test_blanks_around_an_id_say_nothing():
    """As in files, whose ids are read without them."""
    told = market(posting(posting_id="P-1"))
    assert told.explain(client(), " P-1 ") == told.explain(client(), "P-1")


@pytest.mark.parametrize(
    ("limit", "said"), [("zzzz", True), ("恐高", False), ("左手三级残疾", False), ("no heavy lifting", False)]
)
def test_a_limit_of_health_that_is_not_understood_is_said(limit, said):
    """What it rules out cannot be reckoned, so a person has to look."""
    person = client(conditions={"health_limits": [limit], "max_commute_km": 10})
    assert any(limit in notice for notice in market(*ROWS).recommend(person).notices) == said


@pytest.mark.parametrize("day", [AS_OF, date.fromisoformat(AS_OF)])
def test_the_day_may_be_a_text_or_a_date(day):
    """Both give the same answer."""
    matcher = jm.Matcher(as_of=day).index(jm.read_postings([posting(closes_on="2026-11-21")]))
    assert (matcher.recommend(client()).items, matcher.recommend(client()).as_of) == ((), AS_OF)


def test_a_day_that_is_none_is_refused():
    """Named as it was written."""
    with pytest.raises(jm.UsageError, match="tomorrow"):
        jm.Matcher(as_of="tomorrow").index(jm.read_postings(ROWS)).recommend(client())


def test_the_same_question_has_the_same_answer():
    """Asked twice, by threads at once, of one market."""
    matcher, wanted = market(*ROWS), market(*ROWS).recommend(client()).to_dict()
    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(lambda _: matcher.recommend(client()).to_dict(), range(8)))
    assert answers == [wanted] * 8


def test_many_clients_in_their_order():
    """One answer each, as if asked alone."""
    people = [client(), stranger(), client(conditions={"age": 60})]
    many = list(market(*ROWS).recommend_many(people))
    assert [one.to_dict() for one in many] == [market(*ROWS).recommend(one).to_dict() for one in people]


def test_results_can_be_sent_to_another_process():
    """Frozen values that pickle."""
    result = market(*ROWS).recommend(client())
    assert pickle.loads(pickle.dumps(result)) == result
    with pytest.raises(AttributeError):
        result.client_id = "C-9"  # type: ignore[misc]


def test_own_settings_count_for_one_matcher(tmp_path):
    """A bar that nobody reaches, for one service alone."""
    file = tmp_path / "own.toml"
    file.write_text("[level.1.surplus]\nleast_chance = 1.1\n", "utf-8")
    strict = jm.Matcher(as_of=AS_OF, settings=load(file)).index(jm.read_postings(ROWS))
    assert strict.recommend(client()).items == ()
    assert market(*ROWS).recommend(client()).items


def test_a_named_goal_is_enough_for_jobs_though_not_for_a_level():
    """The level waits for the next answer, the jobs do not; each can be explained."""
    matcher, person = market(*ROWS), stranger(goal={"occupations": ["会计"]})
    found = matcher.recommend(person)
    assert (found.level["level"], found.level["status"]) == (None, "too_little_known")
    assert [job.title for job in found.items] == ["会计"]
    assert matcher.explain(person, found.items[0].posting_id).score == pytest.approx(found.items[0].score)


@pytest.mark.parametrize("person", [stranger(), client(willingness={"wants_work": False})])
def test_without_a_level_there_are_only_questions(person):
    """No jobs, no shortfall, but what to ask."""
    result = market(*ROWS).recommend(person)
    assert (result.level["level"], result.items, result.shortfall) == (None, (), None)
    assert result.questions


def test_what_was_assumed_is_said():
    """An assumed way and a home that could not be read stand among the notices."""
    assert len(market(*ROWS).recommend(client()).notices) == 1
    unread = client(conditions={"residence": "某某某某", "max_commute_km": 10})
    assert len(market(*ROWS).recommend(unread).notices) == 1
    assert market(*ROWS).recommend(client(conditions={"max_commute_km": 10})).notices == ()


def test_far_postings_are_counted_as_too_far():
    """Those out of reach altogether included; every posting is accounted for."""
    rows = [*ROWS, posting(location="上海市浦东新区"), posting(location="北京市密云区")]
    found = market(*rows).recommend(client(conditions={"max_commute_km": 10})).excluded
    assert found["too_far"] == 2


def test_unlawful_words_are_shown_and_rule_nothing_out():
    """A posting for men alone is handed over with a warning."""
    (item,) = market(posting(requirements="限男性")).recommend(client()).items
    assert [warning.words for warning in item.warnings]
    assert all(warning.ground for warning in item.warnings)


@calm
@given(st.sampled_from(["男", "女", None]), st.sampled_from([None, "某族"]), st.sampled_from([None, "某教"]))
def test_the_audit_part_changes_no_answer(gender, ethnicity, religion):
    """Not a digit."""
    held = client(audit={"gender": gender, "ethnicity": ethnicity, "religion": religion})
    assert market(*ROWS).recommend(held).to_dict() == market(*ROWS).recommend(client()).to_dict()


@calm
@given(st.text(max_size=20), st.text(max_size=20))
def test_whatever_a_client_writes_is_answered(wish, home):
    """No wish and no address is a fault of the program."""
    person = client(goal={"occupations": [wish], "refused": [home]}, conditions={"residence": home})
    assert market(*ROWS).recommend(person).client_id == "C-1"

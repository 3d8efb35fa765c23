"""The plan: the measures of the PLN document, dates against a calendar counted here, and laws of hardship."""

from datetime import date, timedelta

import chinese_calendar
import pytest
from builders import AS_OF, client, market, posting
from hypothesis import given, settings
from hypothesis import strategies as st

import jobmatch as jm
from jobmatch import demo
from jobmatch.plan.compose import events
from jobmatch.plan.follow_up import INTERVALS, follow_up
from jobmatch.plan.measures import _table
from jobmatch.plan.promises import promises
from jobmatch.settings import load

# What the document lists for its four cases (annex 附件), N6 for all
LISTED = {
    "PLN-1": {"N2", "N4", "N3", "N6"},
    "PLN-2": {"N1", "N2", "N3", "N6"},
    "PLN-3": {"N1", "N2", "N3", "N4", "N6"},
    "PLN-4": {"N1", "N3", "N2", "N4", "N6"},
}
DAYS = [date(2024, 1, 1) + timedelta(days=n) for n in range((date(2031, 1, 1) - date(2024, 1, 1)).days)]
MONTHS = {"employment_difficulty": 1, "newly_unemployed": 1, "seeking": 3, "not_seeking": 6,
          "employed": 12, "unreachable": 12}  # fmt: skip


@pytest.fixture(scope="module")
def plans(demo_matcher):
    """The plans of the four clients."""
    return {person.client_id: demo_matcher.plan(person) for person in jm.read_clients(demo.clients_path())}


@pytest.mark.parametrize("case", LISTED)
def test_the_measures_are_those_of_the_document(plans, case):
    """Exactly those, no more and no less."""
    names = [one.measure for one in plans[case].measures]
    assert len(names) == len(set(names))
    assert set(names) == LISTED[case]


@pytest.mark.parametrize("case", LISTED)
def test_the_order_is_one_that_the_document_allows(plans, case):
    """Guidance before jobs, follow-up last; days never go back before guidance."""
    names = [one.measure for one in plans[case].measures]
    assert names[-1] == "N6"
    assert "N1" not in names or names[0] == "N1"
    assert all(date.fromisoformat(one.due_on) > date.fromisoformat(demo.AS_OF) for one in plans[case].measures)


@pytest.mark.parametrize("case", LISTED)
def test_each_measure_says_why_and_what(plans, case):
    """A reason and a content of its own."""
    assert all(one.why and one.content for one in plans[case].measures)


def test_measures_apply_by_the_table_of_the_document():
    """N1: 2, 3 · N2, N3, N4, N6: all · N5: 3."""
    applies = {name: {level for level, order in _table()["order"].items() if name in order} for name in _table()["who"]}
    assert applies["N1"] == {"2", "3"}
    assert applies["N5"] == {"3"}
    assert all(applies[name] == {"1", "2", "3"} for name in ("N2", "N3", "N4", "N6"))


def _naive_workday(day):
    """Open on that day: counted from the announced lists alone, else from the weekday."""
    if day.year > max(one.year for one in chinese_calendar.constants.holidays):
        new_year_labour_or_national = f"{day:%m%d}" in ("0101", "0501", "0502", "1001", "1002", "1003")
        return day.weekday() not in (5, 6) and not new_year_labour_or_national
    if day in chinese_calendar.constants.holidays:
        return False
    return day in chinese_calendar.constants.workdays or day.weekday() not in (5, 6)


def _naive_next(day, category):
    """The follow-up day, month by month and day by day."""
    if category == "zero_employment_family":
        due = day + timedelta(days=15)
    else:
        year, month, number = day.year, day.month + MONTHS[category], day.day
        while month > 12:
            year, month = year + 1, month - 12
        due = None
        while due is None:
            try:
                due = date(year, month, number)
            except ValueError:
                number -= 1
    while not _naive_workday(due):
        due += timedelta(days=1)
    return due.isoformat()


PEOPLE = {
    "zero_employment_family": client(family={"zero_employment": True}),
    "employment_difficulty": client(registration={"groups": ["低保"]}),
    "seeking": client(registration={"status": "unemployed", "registered_on": "2001-01-01"}),
    "not_seeking": client(willingness={"wants_work": False}),
    "employed": client(registration={"status": "employed"}),
    "unreachable": client(),
}


@pytest.mark.parametrize("category", [*PEOPLE, "newly_unemployed"])
def test_every_day_of_seven_years(category):
    """Each category from 2024 to 2030, month ends, leap days, weekends and holidays included."""
    for day in DAYS:
        new = client(registration={"status": "unemployed", "registered_on": day.isoformat()})
        told = follow_up(PEOPLE.get(category, new), day, load(), reachable=category != "unreachable")
        assert (told.category, told.next_on) == (category, _naive_next(day, category)), day


def test_the_zero_employment_family_beats_everything():
    """Whatever else holds: every fifteen days."""
    for status in ("unemployed", "employed", "flexible", "retired", None):
        person = client(family={"zero_employment": True, "low_income": True}, registration={"status": status})
        assert follow_up(person, date(2026, 11, 22), load()).every == "15 days"


HARDSHIPS = [
    {"family": {"zero_employment": True}},
    {"family": {"low_income": True}},
    {"family": {"care_duties": ["child"]}},
    *({"registration": {"groups": [group]}} for group in ("4050", "残疾", "低保", "长期失业", "零就业家庭")),
    {"registration": {"unemployed_since": "2023-01"}},
]
ROWS = [
    *(posting(title=title) for title in ("保洁员", "仓库管理员", "库管员", "保安员")),
    posting(requirements="须持叉车证"),
]
_plain = {
    "status": st.sampled_from(["unemployed", "employed", "flexible", "new_graduate", None]),
    "clarity": st.sampled_from(["clear", "vague", "none", None]),
    "wants": st.sampled_from([True, False, None]),
    "interviewed": st.sampled_from([True, False, None]),
    "hardship": st.sampled_from(HARDSHIPS),
}


@given(**_plain)
@settings(max_examples=60, deadline=None)
def test_a_hardship_never_means_less_help(status, clarity, wants, interviewed, hardship):
    """No longer interval, and no measure less."""
    parts = {
        "willingness": {"wants_work": wants},
        "goal": {"clarity": clarity},
        "ability": {"interview_experience": interviewed},
        "registration": {"status": status},
    }
    harder = {name: {**parts.get(name, {}), **hardship.get(name, {})} for name in {*parts, *hardship}}
    before, after = (market(*ROWS).plan(client(**said)) for said in (parts, harder))
    names = list(INTERVALS)
    assert names.index(after.follow_up.category) <= names.index(before.follow_up.category)
    assert {one.measure for one in before.measures} <= {one.measure for one in after.measures}


def test_promises_are_counted_from_the_registration():
    """One month for who is able and wants work, three for the 131 service; 31 January ends in February."""
    person = client(registration={"registered_on": "2026-01-31", "status": "unemployed"})
    due = {one.kind: one.due_on for one in promises(person, date(2026, 2, 1), load(), set())}
    assert due == {"employment": "2026-02-28", "131": "2026-04-30"}


def test_what_is_missing_and_overdue_is_told():
    """Guidance and jobs are there, the training is not, and the day has passed."""
    person = client(registration={"registered_on": "2026-01-05", "status": "unemployed"})
    told = {one.kind: one for one in promises(person, date(2026, 6, 1), load(), {"guidance", "jobs"})}
    assert told["131"].missing == ("training",)
    assert told["131"].overdue
    assert "超期" in told["131"].text


def test_a_zero_employment_family_is_promised_one_in_work():
    """Within a month of being identified."""
    person = client(family={"zero_employment": True}, registration={"registered_on": "2026-11-02"})
    assert "zero_employment_family" in {one.kind for one in promises(person, date(2026, 11, 22), load(), set())}


@pytest.mark.parametrize("said", [{"willingness": {"wants_work": False}}, {"registration": {"status": "employed"}}])
def test_who_does_not_look_for_work_was_promised_none(said):
    """Only to be asked again."""
    assert list(promises(client(**said), date(2026, 11, 22), load(), set())) == []


def test_a_year_alone_does_not_make_long_unemployed():
    """Out of work since some day of last year may be since December."""
    vague = client(registration={"unemployed_since": "2025"})
    assert follow_up(vague, date(2026, 2, 4), load()).category != "employment_difficulty"
    assert follow_up(vague, date(2026, 12, 31), load()).category == "employment_difficulty"


def test_past_work_comes_first_in_one_line_of_the_resume():
    """Two jobs cannot each stand before the other."""
    person = client(conditions={"experience": [{"occupation": "装机", "years": 2}, {"occupation": "布线"}]})
    (resume,) = (one for one in market(posting()).plan(person).measures if one.measure == "N2")
    assert [line for line in resume.content["general"] if "最前面" in line] == [
        "把装机2年、布线的经历写在最前面，写清做了什么、管多少"
    ]


def test_what_is_overdue_stands_in_the_calendar_on_the_day_of_the_plan():
    """Nobody looks at days gone by."""
    late = client(family={"zero_employment": True}, registration={"registered_on": "2026-01-05"})
    days = {day for day, words in events(market(posting()).plan(late)) if "已超期" in words}
    assert days == {AS_OF}


def test_the_way_is_the_clients():
    """Own business, posts of the market, or a public-welfare post where nothing else fits."""
    market_job, welfare = posting(), posting(kind="public_welfare")
    founder = client(goal={"occupations": ["开一家早餐店"], "clarity": "clear"})
    assert market(market_job).plan(founder).way == "start_up"
    assert market(market_job, welfare).plan(client()).way == "recommend"
    assert market(welfare).plan(client(registration={"groups": ["低保"]})).way == "public_welfare"


def test_training_is_planned_where_it_opens_jobs_and_few_fit():
    """At level 3 with hardly anything to hand over, and a paper that opens more."""
    person = client(goal={"clarity": "vague"}, conditions={"certificates": []})
    rows = [posting(title="叉车仓管员", requirements="须持叉车证") for _ in range(5)]
    plan = market(*rows).plan(person)
    (training,) = (one for one in plan.measures if one.measure == "N5")
    assert "叉车证" in training.why


def test_who_does_not_want_work_gets_no_measure_but_a_day():
    """Not forced into a level; asked again in half a year."""
    plan = market(posting()).plan(client(willingness={"wants_work": False}))
    assert (plan.level, plan.measures, plan.way, plan.follow_up.every) == (None, (), None, "6 months")


def test_years_beyond_the_calendar_are_said():
    """Weekdays stand in for workdays, with a word."""
    matcher = jm.Matcher(as_of="2040-03-01").index(jm.read_postings([posting()]))
    assert any("2040" in notice for notice in matcher.plan(client()).notices)


def test_the_contract_example(demo_matcher):
    """Low income, registered on 2 November: monthly, next on 22 December; the 131 service until 2 February."""
    person = client(family={"low_income": True}, registration={"registered_on": "2026-11-02", "status": "unemployed"})
    told = demo_matcher.plan(person)
    assert (told.as_of, told.follow_up.category, told.follow_up.every) == (AS_OF, "employment_difficulty", "1 month")
    assert told.follow_up.next_on == "2026-12-22"
    assert {"131": "2027-02-02"}.items() <= {one.kind: one.due_on for one in told.promises}.items()


def test_nothing_towards_a_job_is_planned_below_the_working_age(demo_matcher):
    """Guidance about school, the reason, and no jobs, way, or promise of jobs; at sixteen all is as for others."""
    child, grown = (demo_matcher.plan(client(conditions={"age": age})) for age in (15, 16))
    assert [one.measure for one in child.measures] == ["N1"]
    assert child.way is None
    assert "15" in child.way_why
    assert "16" in child.way_why
    assert (child.promises, child.questions) == ((), ())
    assert {"N2", "N3"} <= {one.measure for one in grown.measures}
    assert grown.way == "recommend"


@pytest.mark.parametrize(("on", "told"), [("2026-11-01", False), ("2026-11-22", False), ("2027-01-02", True)])
def test_a_registration_that_lies_ahead_is_told(demo_matcher, on, told):
    """The promises are dated from it."""
    plan = demo_matcher.plan(client(registration={"registered_on": on}))
    assert any(on in notice for notice in plan.notices) == told

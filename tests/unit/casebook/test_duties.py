"""Days on which something is due, against a calendar counted here."""

from datetime import date, timedelta

import chinese_calendar
import pytest
from builders import calm
from casebooks import DAY, entry, registered
from hypothesis import given
from hypothesis import strategies as st

from jobmatch.casebook.duties import duties
from jobmatch.casebook.events import Event
from jobmatch.casebook.standing import Standing
from jobmatch.settings import load

DAYS = st.dates(date(2023, 12, 1), date(2028, 3, 31))


def open_day(day):
    """That day or the next on which offices are open."""
    known = max(one.year for one in chinese_calendar.constants.holidays)
    fixed = ("0101", "0501", "0502", "1001", "1002", "1003")  # closed in years not announced yet, too
    while (day.weekday() > 4 or f"{day:%m%d}" in fixed) if day.year > known else not chinese_calendar.is_workday(day):
        day += timedelta(days=1)
    return day


def months_on(day, months):
    """The same day of a later month, or its last."""
    year, month = day.year + (day.month - 1 + months) // 12, (day.month - 1 + months) % 12 + 1
    while True:
        try:
            return date(year, month, day.day)
        except ValueError:
            day -= timedelta(days=1)


def stands(*entries):
    """How a client stands after some entries."""
    standing = Standing(1)
    for at, one in enumerate(entries, 1):
        said = {"client_id": one.client_id, **one.payload}
        standing.apply(Event(at, 1, one.kind, one.what, "", one.day, one.author, one.source, None, said))
    return standing


def due(*entries):
    """Kind and what → the day."""
    return {(one.kind, one.what): date.fromisoformat(one.due_on) for one in duties(stands(*entries), load())}


def at(day):
    """Days after the first day of the helpers."""
    return (day - DAY).days


INTERVALS = {
    "zero_employment_family": lambda day: day + timedelta(days=15),
    "employment_difficulty": lambda day: months_on(day, 1),
    "newly_unemployed": lambda day: months_on(day, 1),
    "not_seeking": lambda day: months_on(day, 6),
    "employed": lambda day: months_on(day, 12),
}
SAID = {
    "zero_employment_family": {"family": {"zero_employment": True}},
    "employment_difficulty": {"family": {"low_income": True}},
    "newly_unemployed": {"registration": {"status": "unemployed"}},
    "not_seeking": {"willingness": {"wants_work": False}},
    "employed": {"registration": {"status": "employed"}},
}


@given(day=DAYS, category=st.sampled_from(sorted(INTERVALS)))
@calm
def test_the_next_contact_is_an_interval_after_the_talk(day, category):
    """For every category and every day, 29 February and the ends of years among them."""
    found = due(registered("C-1", at(day), **SAID[category]))
    assert found["contact", category] == open_day(INTERVALS[category](day))


@given(day=DAYS)
@calm
def test_promises_are_counted_from_the_registration(day):
    """One month to stable work, three to the whole of 131."""
    found = due(registered("C-1", at(day), conditions={"age": 40}))
    assert found["promise", "employment"] == months_on(day, 1)
    assert found["promise", "131"] == months_on(day, 3)


@given(day=DAYS, late=st.integers(0, 30))
@calm
def test_whether_a_job_was_kept_is_asked_after_three_and_six_months(day, late):
    """An answer before the day does not count for it; two answers end the asking."""
    hired = (registered("C-1", at(day)), entry("C-1", "outcome", "hired", at(day)))
    three, six = months_on(day, 3), months_on(day, 6)
    assert due(*hired)["retained", "3"] == open_day(three)
    early = entry("C-1", "outcome", "retained", at(three) - 1)
    assert ("retained", "3") in due(*hired, early)
    first = entry("C-1", "outcome", "retained", at(three) + late)
    assert due(*hired, first)["retained", "6"] == open_day(six)
    second = entry("C-1", "outcome", "retained", at(six) + late)
    assert not {("retained", "3"), ("retained", "6")} & set(due(*hired, first, second))


def test_what_of_131_is_missing_is_told():
    """One guidance, three different jobs, one training."""
    jobs = [{"posting_id": f"P-{n}"} for n in range(3)]
    steps = [
        registered(),
        entry("C-1", "measure_given", "N2"),
        entry("C-1", "recommended", "default", recommendations=jobs[:2]),
        entry("C-1", "recommended", "default", recommendations=jobs[1:]),
        entry("C-1", "measure_given", "N5"),
    ]
    missing = [
        next((one.missing for one in duties(stands(*steps[:n]), load()) if one.what == "131"), None)
        for n in range(1, 6)
    ]
    whole = ("guidance", "jobs", "training")
    assert missing == [whole, whole[1:], whole[1:], whole[2:], None]


@pytest.mark.parametrize(
    ("talked", "told_from"), [(1, "2026-12-16"), (25, "2026-12-23"), (31, "2027-01-25")]
)  # fmt: skip
def test_a_promise_is_told_at_risk_on_its_day_and_then_at_each_contact(talked, told_from):
    """A week before, on 23 December, and once it was spoken of after that, with the next contact."""
    begin = registered(conditions={"age": 40}, registration={"status": "unemployed"})
    told = (begin, entry("C-1", "contacted", "reached", talked))
    (promise,) = (one for one in duties(stands(*told), load()) if one.what == "employment")
    assert (promise.due_on, promise.from_on) == ("2026-12-23", told_from)


def test_a_category_that_changes_moves_the_day():
    """Shorter from the day on which it is known, never into the past; by hand or by the facts."""
    long_ago = registered("C-1", 0, registration={"registered_on": "2026-01-05", "status": "unemployed"})
    assert due(long_ago)["contact", "seeking"] == date(2027, 2, 23)
    family = {"family": {"zero_employment": True}}
    known = entry("C-1", "category_changed", "by_facts", 40, profile=family)
    assert due(long_ago, known)["contact", "zero_employment_family"] == open_day(DAY + timedelta(days=40))
    by_hand = entry("C-1", "category_changed", "not_seeking", 2)
    assert due(long_ago, by_hand)["contact", "not_seeking"] == open_day(months_on(DAY, 6))


def test_what_says_nothing_of_the_category_moves_no_day():
    """A roster that tells a major, or a household, does not make an overdue contact young again."""
    long_ago = registered("C-1", 0, registration={"registered_on": "2026-01-05", "status": "unemployed"})
    major = entry("C-1", "registered", None, 200, profile={"conditions": {"major": "会计"}}, household="H-1")
    assert due(long_ago, major) == due(long_ago)


def test_who_becomes_long_unemployed_is_asked_from_that_day():
    """Every three months until then, monthly from then on."""
    since = {"registered_on": "2026-01-05", "status": "unemployed", "unemployed_since": "2025-12-15"}
    assert due(registered("C-1", 0, registration=since))["contact", "employment_difficulty"] == date(2026, 12, 23)


@pytest.mark.parametrize(("result", "category"), [("no_answer", "newly_unemployed"), ("unreachable", "unreachable")])
def test_one_call_in_vain_changes_nothing(result, category):
    """Only who is found unreachable is asked once a year."""
    told = (registered("C-1", registration={"status": "unemployed"}), entry("C-1", "contacted", result, 3))
    assert ("contact", category) in due(*told)
    assert (due(*told[:1]) == due(*told)) == (result == "no_answer")


def test_who_left_a_job_is_newly_unemployed_from_that_day():
    """And being asked whether it was kept ends."""
    told = (registered("C-1"), entry("C-1", "outcome", "hired", 10), entry("C-1", "outcome", "left", 30))
    found = due(*told)
    assert ("retained", "3") not in found
    assert found["contact", "newly_unemployed"] == open_day(months_on(DAY + timedelta(days=30), 1))

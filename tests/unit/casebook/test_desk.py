"""A counsellor's acts: what each adds, what each refuses, and what a family's first job ends."""

from dataclasses import replace
from datetime import date

import pytest
from casebooks import DAY

import jobmatch as jm
from jobmatch.casebook.casebook import Casebook
from jobmatch.casebook.desk import Desk
from jobmatch.casebook.identity import new_key
from jobmatch.errors import BadInput, UsageError

NOBODY = {"name": None, "id_number": None, "phone": None}


@pytest.fixture
def desk(new_place):
    """A counsellor with an empty casebook."""
    return Desk(Casebook.open(new_place(), create=True), "王指导", DAY)


def register(desk, client_id="C-1", household=None, who=NOBODY, **parts):
    """A client who wants work."""
    client = jm.Client(client_id=client_id, **{"willingness": {"wants_work": True}, **parts})
    return desk.register(client, {"office": "榆垡", "counsellor": None, "household": household}, who)


def later(desk, year, month, day):
    """The same counsellor on another day."""
    return replace(desk, day=date(year, month, day))


def test_a_client_is_registered_once(desk):
    """Twice is refused; what was said stands."""
    register(desk, conditions={"age": 40})
    with pytest.raises(BadInput, match="已有编号"):
        register(desk)
    standing = desk.book.standing("C-1")
    assert (standing.person.conditions.age, standing.office, standing.registered_on) == (40, "榆垡", DAY)


def test_a_closed_case_takes_nothing_until_it_is_opened_again(desk):
    """And nothing is due for it."""
    register(desk)
    desk.close("C-1", "moved", None)
    with pytest.raises(BadInput, match="已经结案"):
        desk.contact("C-1", "reached", None)
    assert desk.book.due(date.max) == []
    desk.reopen("C-1", "回来了")
    assert [one.client_id for one in desk.book.due(date.max)] == ["C-1"]


def test_who_was_not_hired_can_neither_stay_nor_leave(desk):
    """Refused in one line."""
    register(desk)
    with pytest.raises(BadInput, match="没有录用记录"):
        desk.outcome("C-1", "retained", None)


def test_the_first_job_of_a_household_ends_its_zero_employment(desk):
    """For every member whose case is open, with an event of their own; the other household is left alone."""
    family = {"zero_employment": True}
    for client_id, household in (("C-1", "H-1"), ("C-2", "H-1"), ("C-3", "H-2")):
        register(desk, client_id, household, family=family, registration={"groups": ["零就业家庭", "低保"]})
    later(desk, 2026, 12, 1).outcome("C-1", "hired", "P-1")
    held = {one: desk.book.standing(one).profile for one in ("C-1", "C-2", "C-3")}
    assert [held[one]["family"]["zero_employment"] for one in held] == [False, False, True]
    assert held["C-2"]["registration"]["groups"] == ["低保"]
    assert desk.book.history("C-2")[-1].kind == "category_changed"
    assert desk.book.verify().faults == ()


def test_a_job_that_was_recorded_by_mistake_is_taken_back(desk):
    """Status and days are as before, and nobody is asked whether it was kept."""
    register(desk, registration={"status": "unemployed", "unemployed_since": "2026-10"})
    before = desk.book.standing("C-1").profile
    mistake = desk.outcome("C-1", "hired", "P-1")
    desk.take_back("C-1", mistake.id, "记错了人")
    after = desk.book.standing("C-1")
    assert (after.profile, after.hired_on, after.first_hired_on) == (before, None, None)
    with pytest.raises(UsageError, match="没有编号"):
        desk.take_back("C-1", 99, None)


def test_only_the_last_change_of_job_is_taken_back(desk):
    """What came after it rests on it."""
    register(desk)
    hired = desk.outcome("C-1", "hired", "P-1")
    desk.outcome("C-1", "left", None)
    with pytest.raises(UsageError, match="不能撤回"):
        desk.take_back("C-1", hired.id, None)


def test_an_override_is_kept_and_can_be_taken_back(desk):
    """Level and reason reach the profile that is recommended by."""
    register(desk)
    desk.override("C-1", 3, "身体原因")
    assert desk.book.standing("C-1").person.override.level == 3
    desk.override("C-1", None, "恢复了")
    assert desk.book.standing("C-1").person.override is None


def test_names_are_apart_and_sealed_with_a_key(desk, monkeypatch):
    """They stand in no other table; without the key they cannot be read."""
    monkeypatch.setenv("JOBMATCH_CASEBOOK_KEY", new_key())
    register(desk, who={**NOBODY, "name": "张三丰", "phone": "13800000000"})
    assert desk.identity("C-1") == {"name": "张三丰", "phone": "13800000000"}
    with desk.book.reading() as connection:
        for table in ("event", "payload", "state", "identity"):
            rows = connection.exec_driver_sql(f"SELECT * FROM {table}").all()
            assert "张三丰" not in repr(rows) and "13800000000" not in repr(rows)
    monkeypatch.setenv("JOBMATCH_CASEBOOK_KEY", "")
    with pytest.raises(BadInput, match="加密"):
        desk.identity("C-1")
    monkeypatch.setenv("JOBMATCH_CASEBOOK_KEY", "no key")
    with pytest.raises(UsageError, match="不是密钥"):
        desk.identity("C-1")


def test_nobody_leaves_before_being_hired(desk):
    """A day that contradicts the one before is a slip, and said."""
    register(desk)
    later(desk, 2026, 11, 20).outcome("C-1", "hired", None)
    with pytest.raises(BadInput, match="2026-11-20"):
        later(desk, 2026, 11, 10).outcome("C-1", "left", None)


def test_a_year_far_ahead_is_a_slip(desk):
    """2072 for 2027 would put every promise out of sight."""
    register(desk)
    with pytest.raises(UsageError, match="2072"):
        later(desk, 2072, 1, 1).outcome("C-1", "hired", None)


def test_a_closed_case_is_not_looked_at(desk):
    """No jobs are sought for who has died."""
    register(desk)
    desk.close("C-1", "died", None)
    with pytest.raises(BadInput, match="已经结案"):
        desk.open_case("C-1")

"""What answers change in the next recommendation, visibly and reversibly."""

from dataclasses import replace
from datetime import date

import pytest
from builders import client, market, posting
from casebooks import DAY

from jobmatch.casebook.casebook import Casebook
from jobmatch.casebook.desk import Desk
from jobmatch.casebook.feedback import adjusted, adjustments, left_out, proposal
from jobmatch.settings import load

JOBS = [posting(title=title) for title in ("仓库管理员", "库管员", "仓管员", "保安员")]
NONE = {"office": None, "counsellor": None, "household": None}


@pytest.fixture
def desk(tmp_path):
    """The storekeeper of the builders is registered and was shown three jobs."""
    desk = Desk(Casebook.open(tmp_path / "cases.db", create=True), "王指导", DAY)
    desk.register(client(), NONE, {})
    desk.recommended(market(*JOBS).recommend(client()))
    return desk


def shown(desk, *rows):
    """What is recommended next, by posting id."""
    changes = adjustments(desk.book.history("C-1"))
    person = replace(desk.book.standing("C-1"), profile=adjusted(desk.book.standing("C-1").profile, changes)).person
    return [item.posting_id for item in market(*(rows or JOBS)).recommend(person, without=left_out(changes)).items]


def test_a_declined_job_is_not_shown_again_until_it_is_taken_back(desk):
    """The posting itself, whatever the reason; with the answer taken back it is there as before."""
    first = shown(desk)[0]
    made = desk.outcome("C-1", "declined", first, because="other", reason="没说")
    assert first not in shown(desk)
    desk.take_back("C-1", made.id, "记错了")
    assert first in shown(desk)
    assert adjustments(desk.book.history("C-1")) == []


def test_an_employer_is_passed_over(desk):
    """All its postings, with the words of the reason."""
    first = shown(desk)[0]
    desk.outcome("C-1", "declined", first, because="employer", reason="以前和他们闹过矛盾")
    kinds = {one.kind: one for one in adjustments(desk.book.history("C-1"))}
    assert "以前和他们闹过矛盾" in kinds["employer"].words
    same = [{**row, "employer": kinds["employer"].to} for row in JOBS]
    assert shown(desk, *same) == []


def test_a_kind_of_work_is_refused(desk):
    """The title joins what the client refuses."""
    first = shown(desk)[0]
    desk.outcome("C-1", "declined", first, because="work")
    standing, changes = desk.book.standing("C-1"), adjustments(desk.book.history("C-1"))
    assert adjusted(standing.profile, changes)["goal"]["refused"] == [JOBS[int(first[-1])]["title"]]
    assert shown(desk, JOBS[int(first[-1])]) == []


def test_a_way_or_a_pay_that_was_too_little_rules_itself_out(desk):
    """The job that was declined for it would no longer pass."""
    profile = desk.book.standing("C-1").profile
    history = desk.book.history("C-1")
    said = {"posting_id": "P-9", "because": "distance", "distance_km": 12.6}
    too_far = replace(history[-1], kind="outcome", what="declined", payload=said)
    assert adjusted(profile, adjustments([too_far]))["conditions"]["max_commute_km"] == 12.5
    poor = replace(too_far, payload={**said, "because": "pay", "pay": {"max_month": 4000.0}})
    assert adjusted(profile, adjustments([poor]))["attitude"]["pay_min"] == 4001


@pytest.mark.parametrize(("what", "times"), [("declined", 3), ("rejected", 6)])
def test_a_new_assessment_is_proposed(desk, what, times):
    """After three declined jobs or six failed applications; an assessment begins the count anew."""
    for at in range(times):
        assert proposal(desk.book.history("C-1"), load()) is None
        desk.outcome("C-1", what, f"P-{at}")
    assert str(times) in proposal(desk.book.history("C-1"), load())
    desk.assessed("C-1", {"level": 2, "status": "assessed"})
    assert proposal(desk.book.history("C-1"), load()) is None


def test_an_applicant_who_failed_is_not_sent_there_again(desk):
    """A rejection passes over that posting and nothing else."""
    first = shown(desk)[0]
    replace(desk, day=date(2026, 12, 1)).outcome("C-1", "rejected", first)
    assert [one.kind for one in adjustments(desk.book.history("C-1"))] == ["posting"]
    assert first not in shown(desk)

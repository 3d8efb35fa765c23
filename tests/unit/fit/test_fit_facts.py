"""What is understood of a client."""

from datetime import date

import pytest
from builders import client

from jobmatch.fit.facts import Facts
from jobmatch.settings import load


@pytest.mark.parametrize(("ended", "day"), [("2025", (2025, 7, 1)), ("2025-03", (2025, 3, 1)), ("2026", (2026, 2, 1))])
def test_a_job_that_ended_in_a_year_ended_in_its_middle(ended, day):
    """The first of January would make two years without work of one; nothing ended later than today."""
    person = client(conditions={"experience": [{"occupation": "司机", "ended": ended}]})
    (job,) = Facts(person, "北京市", date(2026, 2, 1), load()).past
    assert job.ended == date(*day)


def test_japanese_makes_a_grade_of_it():
    """N1 of who speaks Japanese is none of a fork lift."""
    person = client(conditions={"certificates": ["N1"], "languages": ["日语"]})
    held = Facts(person, None, date(2026, 11, 22), load()).certificates
    assert "日语N1" in held
    assert "叉车证" not in held


@pytest.mark.parametrize(
    ("wish", "wanted"),
    [("先有地方住、有饭吃", False), ("只要來得及接小孩放學", False), ("给老人喂饭", True), ("古琴斫制", True)],
)
def test_a_wish_that_tells_no_work_is_none(wish, wanted):
    """What is only said around it leaves any work open; what is not understood stays a wish."""
    person = client(goal={"occupations": [wish]})
    assert bool(Facts(person, None, date(2026, 11, 22), load()).wanted) == wanted

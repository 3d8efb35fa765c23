"""Recommended lists held against outcomes."""

import pandas as pd
from builders import client, market, posting

import jobmatch as jm

ROWS = [posting(posting_id=f"P-{at}", salary=f"{4000 + 100 * at}元/月") for at in range(12)]
PEOPLE = [jm.Client.from_dict(client().to_dict() | {"client_id": f"C-{at}"}) for at in range(12)]


def _lists():
    return list(market(*ROWS).recommend_many(PEOPLE, top=3))


def _outcomes(lists, place, event="hired"):
    rows = [{"client_id": one.client_id, "posting_id": one.items[place].posting_id, "event": event} for one in lists]
    return jm.read_outcomes(rows)


def test_a_job_got_at_the_first_place_is_a_full_hit():
    """Every figure of rank is 1."""
    lists = _lists()
    found = jm.evaluate(lists, _outcomes(lists, 0)).all
    assert (found.clients, found.ndcg_at_3, found.hit_at_3, found.mrr) == (12, 1.0, 1.0, 1.0)


def test_a_job_got_further_down_counts_less():
    """The third place has a reciprocal of a third."""
    lists = _lists()
    assert jm.evaluate(lists, _outcomes(lists, 2)).all.mrr == 0.3333


def test_what_came_to_nothing_is_no_hit():
    """A decline alone tells of no good job."""
    lists = _lists()
    assert jm.evaluate(lists, _outcomes(lists, 0, "declined")).all.clients == 0


def test_small_groups_are_not_shown():
    """Eleven are shown, one is not."""
    lists = _lists()
    groups = {one.client_id: "few" if one.client_id == "C-0" else "many" for one in lists}
    found = jm.evaluate(lists, _outcomes(lists, 0), by=groups)
    assert jm.evaluate(lists, _outcomes(lists, 0), by=pd.Series(groups)) == found
    assert set(found.groups) == {"all", "many"}
    assert found.suppressed == ("few",)


def test_everybody_sent_to_the_same_job_is_told():
    """The most people at one posting, and how uneven it is."""
    found = jm.evaluate(_lists(), _outcomes(_lists(), 0), by="level")
    assert found.most_at_one_posting == 12
    assert found.postings_recommended == 3


def test_intervals_and_coverage_are_told():
    """Each mean has its interval, and the lists use three of twelve postings."""
    lists = _lists()
    found = jm.evaluate(lists, _outcomes(lists, 0), pool=12)
    assert found.all.intervals["hit_at_3"] == (1.0, 1.0)
    assert (found.pool, found.people, found.most_share) == (12, 12, 1.0)
    assert found.congestion_gini == 0.75


def test_reliability_holds_what_was_said_beside_what_came():
    """Everybody was hired: what came is 1 in every bin, and the bins hold all pairs."""
    lists = _lists()
    found = jm.evaluate(lists, _outcomes(lists, 0))
    assert {one.came for one in found.reliability} == {1.0}
    assert sum(one.pairs for one in found.reliability) == 12


def test_outcomes_may_be_plain_rows():
    """As ``read_outcomes`` takes them."""
    lists = _lists()
    rows = [{"client_id": one.client_id, "posting_id": one.items[0].posting_id, "event": "hired"} for one in lists]
    assert jm.evaluate(lists, rows) == jm.evaluate(lists, _outcomes(lists, 0))

"""A posting that many were sent to is worth less to the next client."""

import pytest
from builders import client, market, posting

import jobmatch as jm

POSTINGS = (posting(openings=1), posting(title="仓管员", openings=1))


def log(*events):
    """A log of referrals: (client, posting, day, event)."""
    names = ("client_id", "posting_id", "shown_on", "event")
    return jm.read_outcomes([dict(zip(names, event, strict=True)) for event in events])


def sent(count, event="shown", day="2026-11-20"):
    """As many clients sent to the first posting."""
    return log(*((f"X-{at}", "P-0", day, event) for at in range(count)))


def score(matcher):
    """What the first posting is worth to the storekeeper."""
    return matcher.explain(client(), "P-0").score


def test_a_crowd_lowers_the_score():
    """Each one who was sent takes a little more."""
    scores = [score(market(*POSTINGS).with_referrals(sent(count))) for count in (1, 2, 8, 40)]
    assert scores == sorted(scores, reverse=True)
    assert score(market(*POSTINGS)) > scores[0]


@pytest.mark.parametrize("event", ["declined", "rejected", "left"])
def test_who_is_out_again_does_not_count(event):
    """The opening is as free as before."""
    both = log(*((f"X-{at}", "P-0", "2026-11-20", what) for at in range(8) for what in ("shown", event)))
    assert score(market(*POSTINGS).with_referrals(both)) == score(market(*POSTINGS))


def test_what_is_long_ago_does_not_count():
    """Sent in the spring."""
    assert score(market(*POSTINGS).with_referrals(sent(8, day="2026-03-01"))) == score(market(*POSTINGS))


def test_a_client_counts_once():
    """However often they were sent."""
    again = log(*(("X-1", "P-0", f"2026-11-{day}", "shown") for day in range(10, 20)))
    once = log(("X-1", "P-0", "2026-11-19", "shown"))
    assert score(market(*POSTINGS).with_referrals(again)) == score(market(*POSTINGS).with_referrals(once))


def test_the_slate_turns_to_what_is_free():
    """Of two like jobs the one to which nobody was sent comes first."""
    matcher = market(*POSTINGS).with_referrals(sent(8))
    assert [one.posting_id for one in matcher.recommend(client(), top=2).items] == ["P-1", "P-0"]


def test_a_free_posting_is_said_to_be_free():
    """Somebody was sent elsewhere, nobody here."""
    told = market(*POSTINGS).with_referrals(sent(8)).explain(client(), "P-1")
    assert "还没有" in next(line.reason for line in told.features if line.name == "competition")


def test_the_sum_still_holds():
    """Base and contributions add up to the score, the crowd's among them."""
    told = market(*POSTINGS).with_referrals(sent(8)).explain(client(), "P-0")
    assert told.base + sum(line.contribution for line in told.features) == pytest.approx(told.score, abs=1e-9)
    assert "8人" in next(line.reason for line in told.features if line.name == "competition")


def crowd_of_all(*counts):
    """A crowd at each of some like postings of one opening, and the matcher over them."""
    matcher = market(*(posting(openings=1, title="仓库管理员") for _ in counts))
    events = [
        (f"X-{at}-{one}", f"P-{at}", "2026-11-20", "shown") for at, count in enumerate(counts) for one in range(count)
    ]
    return matcher.with_referrals(log(*events))


def test_a_crowd_as_large_as_everywhere_costs_little():
    """Twenty were sent to each of twenty postings: that is what is usual here, and twenty in a quiet town are many."""
    everywhere, here_alone = crowd_of_all(*[20] * 20), crowd_of_all(20, *[1] * 19)
    assert score(here_alone) < 0.7 * score(everywhere)


def test_a_crowd_takes_no_job_from_who_has_no_other():
    """Eight before: worth less and little chance, and still handed over."""
    modest = client(conditions={"experience": [], "skills": []})
    alone, crowded = (matcher.recommend(modest).items for matcher in (market(posting()), crowd_of_all(8)))
    assert [one.posting_id for one in alone] == [one.posting_id for one in crowded] == ["P-0"]
    assert crowded[0].attainability < 0.25 < alone[0].attainability


def test_who_would_come_hopelessly_late_is_not_sent():
    """Sixty before where three are usual; refer says why."""
    matcher = crowd_of_all(60)
    assert matcher.recommend(client()).items == ()
    assert matcher.refer("P-0", [client()]).excluded == {"crowded": 1}

"""What other lists would have brought, by a log with propensities."""

import numpy as np
import pytest
from builders import client, market, posting
from hypothesis import given
from hypothesis import strategies as st

import jobmatch as jm
from jobmatch.evaluation.off_policy import Log, estimate, off_policy

CLIENTS = 2000


def log(seed=0, clients=CLIENTS, guess=0.5):
    """Each client was shown one of five jobs, the poorer the likelier; the other list takes the best, worth 0.8."""
    draw = np.random.default_rng(seed)
    shares, worth = np.array([0.3, 0.25, 0.2, 0.15, 0.1]), np.array([0.0, 0.2, 0.4, 0.6, 0.8])
    shown = draw.choice(5, size=clients, p=shares)
    reward = (draw.random(clients) < worth[shown]).astype(float)
    ones = np.ones(clients)
    return Log(np.arange(clients), reward, shares[shown], (shown == 4) * 1.0, guess * ones, ones, guess * ones)


def test_the_truth_lies_within_the_intervals():
    """All three find 0.8 where the log itself earned about 0.3."""
    found = estimate(log(), clip=50)
    assert found.logged.value < 0.4
    for one in (found.ips, found.snips, found.dr):
        assert one.interval[0] <= 0.8 <= one.interval[1]


def test_a_good_guess_makes_the_doubly_robust_estimate_surer():
    """The interval of DR is narrower than that of IPS where the guess is right."""
    found = estimate(log(guess=0.8), clip=50)
    assert np.diff(found.dr.interval) < np.diff(found.ips.interval)


def test_a_clipped_weight_is_told():
    """Below the limit IPS falls short, and the number of weights cut off says so."""
    found = estimate(log(), clip=2)
    assert found.ips.value < 0.3 < found.snips.value
    assert found.weights_clipped == (log().target > 0).sum()


def test_lists_that_were_never_shown_have_no_estimate():
    """Nothing is told of what the log does not cover."""
    one = log()
    assert (
        estimate(Log(one.client, one.reward, one.propensity, 0 * one.target, one.guess, one.jobs, one.guessed), 9)
        is None
    )


@given(st.integers(0, 1000), st.floats(1, 100))
def test_the_effective_sample_is_never_larger_than_the_log(seed, clip):
    """Weights only take away."""
    found = estimate(log(seed, clients=50), clip)
    assert found is None or 0 < found.effective_sample_size <= found.shown


def lists_and_outcomes(**more):
    """Twelve clients and what became of the first job that each was shown."""
    people = [jm.Client.from_dict(client().to_dict() | {"client_id": f"C-{at}"}) for at in range(12)]
    lists = list(
        market(posting(posting_id="P-1"), posting(posting_id="P-2", salary="9000元/月")).recommend_many(people)
    )
    rows = [{"client_id": f"C-{at}", "posting_id": "P-1", "event": "hired"} | more for at in range(12)]
    return lists, jm.read_outcomes(rows)


def test_a_log_without_propensities_gives_none():
    """What is not known is not estimated."""
    assert off_policy(*lists_and_outcomes()) is None


def test_a_log_with_propensities_is_in_the_report():
    """Shown one time in four and always hired: SNIPS is 1, IPS is 4 hires over two jobs a client."""
    found = jm.evaluate(*lists_and_outcomes(propensity="25%")).to_dict()["off_policy"]
    assert (found["snips"]["value"], found["ips"]["value"], found["effective_sample_size"]) == (1.0, 2.0, 12.0)


@pytest.mark.parametrize("said", ["0", "-0.1", "1.5", "oft"])
def test_a_propensity_that_is_none_is_rejected(said):
    """With the column named."""
    row = {"client_id": "C-1", "posting_id": "P-1", "event": "hired"}
    assert jm.read_outcomes([row, row | {"propensity": said}]).rejected["column"].tolist() == ["propensity"]

"""The simulator of outcomes in small: mechanism, never quality."""

import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from benchmarks.learning_curve import RANKS, learn, regret, verdict
from benchmarks.simulator import LOOKED_AT, outcomes, truth, world
from benchmarks.training import training
from jobmatch.settings import load

SEEDS = range(4)


def regrets(many, seed, rank="surplus"):
    """Of the judged people, after so many outcomes."""
    true = truth(seed)
    learned = learn(outcomes(world().learners, many, true.moves, seed), load())
    return regret(world().judged, learned, true, RANKS[rank])


def test_nobody_is_learned_from_and_judged():
    """Two halves, both with every level."""
    learners, judged = ({own.client[0] for own in half} for half in (world().learners, world().judged))
    assert not learners & judged
    assert {int(own.level[0]) for own in world().judged} == {1, 2, 3}


def test_no_outcome_is_the_knowledge_to_the_digit():
    """Each person's list is the same."""
    assert np.array_equal(regrets(0, 0), regret(world().judged, None, truth(0)))


def test_regret_falls_with_outcomes():
    """0, 200, 2,000; and the list forgoes less than a twentieth in the end."""
    curve = [np.mean([regrets(many, seed).mean() for seed in SEEDS]) for many in (0, 200, 2000)]
    assert curve == sorted(curve, reverse=True)
    assert curve[-1] < 0.05


@pytest.mark.parametrize("other", ["U only", "p only"])
def test_the_surplus_is_ahead_of_one_side_alone(other):
    """In the mean over services."""
    ours, theirs = (np.mean([regrets(1000, seed, rank).mean() for seed in SEEDS]) for rank in ("surplus", other))
    assert ours < 0.5 * theirs


@pytest.mark.parametrize("level", [1, 2, 3])
def test_the_surplus_is_ahead_of_the_product_at_each_level(level):
    """Where p and U are known: the chance counts in full, and what people have without the job differs by level."""
    ours, theirs = (
        np.mean([
            regret([own], true.moves, replace(true, reserves=true.reserves[[at]]), RANKS[rank])
            for true in map(truth, range(20))
            for at, own in enumerate(world().judged)
            if own.level[0] == level
        ])
        for rank in ("surplus", "p x U")
    )  # fmt: skip
    assert ours < 0.6 * theirs


def test_planted_places_are_found():
    """How often each place was looked at comes out again."""
    learned = learn(outcomes(world().learners, 10_000, truth(0).moves, 0), load())
    for place, planted in LOOKED_AT.items():
        assert learned.looked_at[place] == pytest.approx(planted, abs=0.06)


def test_training_is_measured_beside_a_peer():
    """Seconds and memory of both, each in a process of its own."""
    pytest.importorskip("lightgbm")
    assert [figure.ours > 0 and figure.peer > 0 for figure in training(1000)] == [True] * 3


def test_a_fair_challenger_passes_and_an_unfair_one_is_refused():
    """The one learned from all takes over; the one that harms a quarter of the clients does not."""
    assert verdict(10_000, 0, unfair=False).promote
    assert [verdict(10_000, seed, unfair=True).promote for seed in SEEDS] == [False] * len(SEEDS)

"""Ranked rows: best first, ties always the same, bars held."""

import numpy as np
import pytest
from builders import calm
from hypothesis import given
from hypothesis import strategies as st

from jobmatch.fit.features import FEATURES, Fit, Laid
from jobmatch.ranking.model import Side, model_of
from jobmatch.ranking.ranked import Ranked, shift
from jobmatch.settings import load

MODEL = model_of(load(), 1)
shares = st.lists(st.integers(0, 4).map(lambda n: n / 4), min_size=1, max_size=30)


def _ranked(occupation):
    """Rows that differ in one feature and are neutral in all others; no case is needed for the order."""
    values = {name: np.full(len(occupation), MODEL.neutral[name]) for name in FEATURES}
    values["occupation"] = np.array(occupation)
    known = {name: np.zeros(len(occupation), dtype=np.bool_) for name in FEATURES}
    return Ranked(None, MODEL, Fit(Laid.of(values), Laid.of(known)))  # type: ignore[arg-type]


@calm
@given(shares, st.integers(1, 40))
def test_best_is_the_head_of_a_stable_sort(occupation, most):
    """As sorted by score and then by position, whatever shortcut is taken."""
    ranked = _ranked(occupation)
    brute = sorted(range(len(occupation)), key=lambda at: (-ranked.scores.score[at], at))[:most]
    assert ranked.best(most).tolist() == brute


@pytest.mark.parametrize("most", [1, 24, 300])
def test_the_best_of_many_are_the_head_of_a_stable_sort(most):
    """Where only those are scored exactly that look best by rough scores, equal ones stand in their order too."""
    occupation = np.random.default_rng(most).integers(0, 200, 9_000) / 200
    quick, plain = _ranked(occupation), _ranked(occupation).scores.score
    assert quick.best(most).tolist() == np.argsort(-plain, kind="stable")[:most].tolist()
    assert quick.score_of(7) == plain[7]


@calm
@given(st.lists(st.tuples(st.integers(0, 4), st.booleans()), min_size=1, max_size=30), st.integers(1, 40))
def test_best_among_some(rows, most):
    """Only the rows that are asked for come back, in the same order."""
    ranked, among = _ranked([n / 4 for n, _ in rows]), np.array([flag for _, flag in rows])
    wanted = [at for at in ranked.best(len(rows)).tolist() if among[at]]
    assert ranked.best(most, among).tolist() == wanted[:most]


def test_neutral_moves_nothing():
    """A row of which nothing is known stands at the base on both sides."""
    values = {name: np.array([MODEL.neutral[name]]) for name in FEATURES}
    fit = Fit(Laid.of(values), Laid.of({name: np.array([False]) for name in FEATURES}))
    assert [shift(MODEL, side, fit)[0] for side in (MODEL.chance, MODEL.use)] == [0.0, 0.0]


@pytest.mark.parametrize("level", [1, 2, 3])
@pytest.mark.parametrize("name", FEATURES)
def test_no_feature_counts_against_its_own_value(level, name):
    """A better value never lowers chance or use: no weight is negative."""
    model = model_of(load(), level)
    assert model.chance.weights.get(name, 0.0) >= 0
    assert model.use.weights.get(name, 0.0) >= 0


@calm
@given(st.floats(0, 1), st.floats(0, 1), st.floats(0, 5), st.floats(0, 5))
def test_a_bent_weight_pulls_the_same_way(one, other, weight, more):
    """Nothing at the neutral value, and never less for a better one."""
    side = Side(0.0, {"distance": weight}, {"distance": (0.1, more)})
    assert side.pull("distance", 0.35, 0.35) == 0.0
    low, high = sorted((one, other))
    assert side.pull("distance", low, 0.35) <= side.pull("distance", high, 0.35)


def test_a_better_value_never_lowers_the_score():
    """The score rises with the value of a feature."""
    scores = _ranked([0.0, 0.25, 0.5, 0.75, 1.0]).scores.score.tolist()
    assert scores == sorted(scores)
    assert scores[0] < scores[-1]

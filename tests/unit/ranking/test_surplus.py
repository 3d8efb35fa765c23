"""Expected surplus: grows with chance and use; its slopes add up to the score."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobmatch.ranking import surplus
from jobmatch.ranking.model import model_of
from jobmatch.ranking.surplus import ROUGH_WITHIN, base, reaches, rough_score, score, sigmoid, slopes, worth
from jobmatch.settings import load

shifts = st.floats(-8, 8)
levels = st.sampled_from([1, 2, 3])


def _score(level: int, chance: float, use: float) -> float:
    return float(score(model_of(load(), level), np.array([chance]), np.array([use])).score[0])


@given(levels, shifts, shifts, st.floats(0, 4))
def test_score_never_falls_with_the_chance(level: int, chance: float, use: float, more: float) -> None:
    """More chance, all else equal, never lowers the score."""
    assert _score(level, chance + more, use) >= _score(level, chance, use) - 1e-12


@given(levels, shifts, shifts, st.floats(0, 4))
def test_score_never_falls_with_the_use(level: int, chance: float, use: float, more: float) -> None:
    """More use, all else equal, never lowers the score."""
    assert _score(level, chance, use + more) >= _score(level, chance, use) - 1e-12


@given(levels, shifts, shifts)
def test_slopes_lead_from_base_to_score(level: int, chance: float, use: float) -> None:
    """Base plus each shift times its mean slope is the score."""
    model = model_of(load(), level)
    by_chance, by_use = slopes(model, chance, use)
    assert base(model) + by_chance * chance + by_use * use == pytest.approx(_score(level, chance, use), abs=1e-8)


@given(levels, shifts, shifts)
def test_score_lies_between_nothing_and_one(level: int, chance: float, use: float) -> None:
    """A score is a share of the best that could be."""
    assert 0 <= _score(level, chance, use) <= 1


@given(levels, st.floats(0.01, 0.5), st.floats(0, 1))
def test_half_the_chance_is_half_the_score(level: int, chance: float, use: float) -> None:
    """The expected surplus is in proportion to the chance, at every level: nothing bends it."""
    half, whole = worth(np.array([chance, 2 * chance]), np.array([use, use]), model_of(load(), level).surplus)
    assert 2 * half == pytest.approx(whole)


def test_who_is_easily_helped_has_most_without_the_job() -> None:
    """The reserve falls from level to level."""
    reserves = [model_of(load(), level).surplus.reserve for level in (1, 2, 3)]
    assert reserves == sorted(reserves, reverse=True)


def test_the_nodes_are_those_of_gauss_and_legendre() -> None:
    """To the last digit but one, as numpy tells them on -1..1."""
    nodes, weights = np.polynomial.legendre.leggauss(len(surplus._T))
    assert np.allclose(surplus._T, (nodes + 1) / 2, rtol=0, atol=1e-15)
    assert np.allclose(surplus._W, weights / 2, rtol=0, atol=1e-15)


@pytest.mark.parametrize("level", [1, 2, 3])
def test_a_rough_score_is_near_the_score(level: int) -> None:
    """A tenth of what it is taken for, wherever the two log-odds lie."""
    model, shifts = model_of(load(), level), np.random.default_rng(level).normal(0, 6, (2, 20_000))
    apart = np.abs(rough_score(model, *shifts) - score(model, *shifts).score)
    assert apart.max() < ROUGH_WITHIN / 10


@pytest.mark.parametrize("share", [0.0, 0.15, 0.25, 0.5, 0.999, 1.0])
def test_a_bar_is_reached_where_the_share_reaches_it(share: float) -> None:
    """The last bit beside the bar included."""
    bar = surplus.log_odds(share) if 0 < share < 1 else 0.0
    x = bar + np.concatenate([np.linspace(-9, 9, 101), np.linspace(-1e-15, 1e-15, 41), [np.inf, -np.inf]])
    assert reaches(x, share).tolist() == (sigmoid(x) >= share).tolist()

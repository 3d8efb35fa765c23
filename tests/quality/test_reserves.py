"""Where the reserves of the settings come from: what further search is worth on real postings, one price for all.

With r the reserve and c the price of one application, c · r is the mean over the jobs that fit of p times what a job
is worth above r (McCall 1970). c is set such that level 3 has the reserve that it has; the others follow.
"""

from collections import defaultdict

import numpy as np
import pytest
from ranking import AS_OF, DATA, EVERYONE, POSTINGS_FILES, matcher_for
from scipy.optimize import brentq

import jobmatch as jm
from jobmatch.fit.facts import Facts
from jobmatch.level.assess import without_level
from jobmatch.look import ask
from jobmatch.ranking.model import LEVELS, model_of
from jobmatch.ranking.surplus import softplus
from jobmatch.settings import load
from jobmatch.text.dates import day_of

pytestmark = pytest.mark.skipif(not DATA.exists(), reason="the shared real postings are not here")

LEAST_JOBS = 5  # fewer say nothing about what search would bring


def within_reach():
    """Level → for each of its clients p and U of the jobs that fit."""
    found = defaultdict(list)
    for dataset in POSTINGS_FILES:
        market = matcher_for(dataset).market_
        for person in EVERYONE:
            facts = Facts(jm.Client(**person.client), market.about["home"], day_of(AS_OF[dataset]), load())
            if person.dataset == dataset and not without_level(facts, load()):
                ranked = ask(market, facts, load()).ranked
                if ranked.fits.sum() >= LEAST_JOBS:
                    found[ranked.model.level].append([side[ranked.fits] for side in ranked.scores[1:3]])
    return found


def reserve(jobs, softness, price):
    """The worth of further search: where it is as much as its price."""
    p, use = jobs
    return brentq(lambda r: np.mean(p * softness * softplus((use - r) / softness)) - price * r, 0, 2)


def test_reserves_are_what_further_search_is_worth():
    """At each level, told in twentieths."""
    people = within_reach()
    set_ = {level: model_of(load(), level).surplus for level in LEVELS}

    def mean(level, price):
        return np.mean([reserve(jobs, set_[level].softness, price) for jobs in people[level]])

    price = brentq(lambda c: mean(3, c) - set_[3].reserve, 0.01, 5)
    found = {level: mean(level, price) for level in LEVELS}
    assert found == pytest.approx({level: set_[level].reserve for level in LEVELS}, abs=0.03)

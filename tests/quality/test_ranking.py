"""Our lists against two plain baselines on judged real postings; skipped where the data are not at hand."""

import pytest

pytest.importorskip("bm25s")
from ranking import DATA, EVERYONE, POSTINGS_FILES, baseline_lists, compare, limits_of, matcher_for, our_lists

import jobmatch as jm

pytestmark = pytest.mark.skipif(not DATA.exists(), reason="the shared real postings are not here")


@pytest.fixture(scope="module")
def lists():
    """Ten jobs for each persona, from us and from the baselines."""
    return {"jobmatch": our_lists(EVERYONE), **baseline_lists(EVERYONE)}


@pytest.fixture(scope="module")
def figures(lists):
    """NDCG of every system and the intervals of our lead."""
    return compare(lists)


@pytest.mark.parametrize("baseline", ["bm25s", "char TF-IDF"])
@pytest.mark.parametrize("lead", ["lead_3", "lead_10"])
def test_ahead_of_the_baselines_outside_the_interval(figures, baseline, lead):
    """The bootstrap interval of our lead lies above zero, at three jobs and at ten."""
    low, _ = getattr(figures[baseline], lead)
    assert low > 0


def test_figures_stay_in_their_band(figures):
    """NDCG does not fall below what was measured last, less what judging anew may move."""
    assert figures["jobmatch"].ndcg_3 >= 0.48
    assert figures["jobmatch"].ndcg_10 >= 0.44


def test_most_of_our_lists_were_judged(figures):
    """A figure over unjudged postings says little."""
    assert figures["jobmatch"].judged >= 0.75


@pytest.mark.parametrize("person", EVERYONE, ids=lambda person: person.id)
def test_three_jobs_break_no_clear_limit(lists, person):
    """None of the three jobs handed over breaks a hard limit that a reader found in the posting."""
    broken = limits_of(person.id)
    assert {job: broken[job] for job in lists["jobmatch"][person.id][:3] if job in broken} == {}


@pytest.mark.parametrize("person", EVERYONE, ids=lambda person: person.id)
def test_no_job_stands_twice(lists, person):
    """A vacancy is shown once, under one of its ids."""
    found = lists["jobmatch"][person.id]
    assert len(found) == len(set(found))


@pytest.mark.parametrize("dataset", POSTINGS_FILES)
def test_clear_limits_are_found(dataset):
    """Of the clear breaches that a reader found, at least 85 of a hundred rule the posting out."""
    matcher = matcher_for(dataset)
    known = matcher.market_.row_of_id
    pairs = [(p, job) for p in EVERYONE if p.dataset == dataset for job in limits_of(p.id) if job in known]
    ruled_out = [bool(matcher.explain(jm.Client(**p.client), job).excluded) for p, job in pairs]
    assert sum(ruled_out) >= 0.85 * len(pairs)

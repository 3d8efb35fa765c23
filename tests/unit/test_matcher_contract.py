"""The matcher keeps to what scikit-learn asks of an estimator."""

import pytest
from builders import AS_OF, client, market, posting
from sklearn.base import clone

import jobmatch as jm
from jobmatch.settings import load

HIRED = [{"client_id": client().client_id, "posting_id": "P-1", "event": "hired", "event_on": "2026-06-20"}]


def fitted(outcomes):
    """A matcher that has learned from outcomes."""
    return market(posting(posting_id="P-1")).fit(outcomes, clients=[client()])


def test_a_clone_is_made_with_the_same_and_knows_nothing():
    """As grid search makes one."""
    made = clone(jm.Matcher(as_of=AS_OF, settings=load()))
    assert (made.as_of, made.settings.values) == (AS_OF, load().values)
    assert not hasattr(clone(fitted(HIRED)), "settings_")


def test_parameters_are_set_by_name():
    """Another name is refused with those there are."""
    matcher = jm.Matcher()
    assert matcher.set_params(as_of=AS_OF) is matcher
    assert matcher.get_params() == {"as_of": AS_OF, "settings": None}
    with pytest.raises(jm.UsageError, match="as_of, settings"):
        matcher.set_params(day=AS_OF)


def test_fit_gives_back_the_matcher_that_has_learned():
    """What it recommends then bears the name of the outcomes; what it was made with is as before."""
    matcher = market(posting(posting_id="P-1"))
    before = matcher.get_params()
    assert matcher.fit(HIRED, clients=[client()]) is matcher
    assert matcher.recommend(client()).model.startswith("fitted-")
    assert matcher.get_params() == before


def test_fit_takes_rows_as_read_outcomes_does():
    """A plain list of dicts gives the same weights; what is no outcome is refused."""
    assert fitted(HIRED).settings_.values == fitted(jm.read_outcomes(HIRED)).settings_.values
    with pytest.raises(jm.BadInput):
        fitted([{"title": "保洁员"}])


def test_what_was_learned_holds_beside_a_log_of_referrals():
    """A matcher that knows who was sent where scores by the fitted weights."""
    assert fitted(HIRED).with_referrals(jm.read_outcomes(HIRED)).recommend(client()).model.startswith("fitted-")


def test_outcomes_of_strangers_teach_nothing_and_say_so():
    """A list of clients that is empty, or of others, is refused with what was left out."""
    with pytest.raises(jm.BadInput, match="1 条的服务对象不在 clients 里"):
        market(posting(posting_id="P-1")).fit(HIRED, clients=[])

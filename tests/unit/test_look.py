"""The shortlist: what is related is measured whole, and of the rest no more than somebody asks for."""

import pytest
from builders import client, market, posting
from personas import PERSONAS

import jobmatch as jm
from jobmatch.guidance.changes import changed
from jobmatch.look import Shortlist, ask

STORE, OTHER = "仓库管理员", "平面设计师"
FEW, MANY = ([posting(title=STORE, openings=str(openings)), posting(title=OTHER)] for openings in (1, 30))


def _shortlist(rows, **how):
    matcher = market(*rows)
    look = matcher._look(matcher._facts(client()))
    return Shortlist(look, matcher._settings, **how)


def test_unrelated_work_is_there_only_to_ask_about():
    """A client who wishes to be a storekeeper: the post of a designer serves questions alone."""
    rows = [len(_shortlist(FEW, asks=asks).ranked.case.rows) for asks in (False, True)]
    assert rows == [1, 2]


def test_a_row_that_is_asked_for_is_there():
    """Related or not."""
    found = _shortlist(FEW)
    other = int((set(found.look.case.rows) - set(found.ranked.case.rows)).pop())
    assert other in _shortlist(FEW, also=other).ranked.case.rows


def test_scores_do_not_depend_on_what_else_is_there():
    """The related posting is worth the same with and without the other."""
    alone, beside = (_shortlist(FEW, asks=asks).ranked for asks in (False, True))
    assert alone.scores.score[alone.fits].tolist() == beside.scores.score[beside.fits].tolist()


def test_the_chance_of_unrelated_work_is_not_looked_at_where_enough_is_near():
    """Thirty openings near are enough to tell the level; how many there are in all is counted when it is shown."""
    found = _shortlist(MANY)
    assert found.level.level
    assert "able" not in vars(found)
    assert found.figures.shown.gettable >= 30


@pytest.mark.parametrize("profile", PERSONAS, ids=lambda profile: profile["client_id"])
def test_the_level_alone_is_that_of_the_assessment(profile, demo_matcher):
    """Of every persona the model is that of the level which is told with its reasons."""
    found = demo_matcher._shortlist(demo_matcher._facts(jm.Client(**profile)))
    assert found.model.level == (found.level.level or 3)


def test_a_bare_look_is_asked_again_as_the_look_itself():
    """What was ranked in it is left behind, and nothing that an answer hangs on."""
    person, matcher = client(attitude={"pay_min": 9000}), market(*MANY)
    look = ask(matcher._market, matcher._facts(person), matcher._settings)
    less = changed(person, "attitude", pay_min=3000)
    assert look.near is not None and "near" not in vars(look.bare)
    assert look.bare.again(less).worth.tolist() == look.again(less).worth.tolist()

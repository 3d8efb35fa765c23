"""What no rule foresees is suspected, what is told of others is taken back, and neither is said for sure."""

import json

import pytest

from jobmatch.artefacts import artefact_dir, damaged_files
from jobmatch.market.screened import Screened
from jobmatch.screening import asks_money, screen_text
from jobmatch.screening.suspicion import KINDS, NAME, likelihoods

ROUNDABOUT = [
    ("门店只有女更衣室，先生们就别跑一趟了", "gender"),
    ("孩子还在吃奶的妈妈就不要来了", "marital"),
    ("请领导抽两条好烟，名额就稳了", "fee"),
    ("手头没钱交学费，由合作的金融公司先垫上，上班以后按月补", "training_loan"),
]


@pytest.mark.parametrize(("text", "kind"), ROUNDABOUT)
def test_roundabout_wording_is_found(text, kind):
    """By a rule or as a suspicion."""
    assert kind in {one.kind for one in screen_text(text)}


def test_a_suspicion_says_how_likely_it_is():
    """With the words of one clause, and its place."""
    text = "双休。本岗位适合不穿裙子的那一半人类"
    (found,) = screen_text(text)
    assert found.probability is not None
    assert 0.5 < found.probability <= 1
    assert text[found.start : found.end] == found.words == "本岗位适合不穿裙子的那一半人类"
    assert "疑似" in found.told_ground


def test_a_suspicion_excludes_no_posting():
    """Only what a rule finds does."""
    text = "请领导抽两条好烟，名额就稳了"
    found = [one for one in screen_text(text) if one.probability]
    assert not asks_money(found)


@pytest.mark.parametrize(
    "text", ["别家才讲什么本地人优先，我们看的是手上的活", "如果有人让你先转账再上岗，那一定不是我们"]
)
def test_what_is_told_of_others_is_taken_back(text):
    """The model excludes what a rule finds in the words alone."""
    assert not screen_text(text)


def test_a_sure_finding_has_no_probability_in_json():
    """The line of the contract stays; a suspicion adds one field."""
    sure, suspected = screen_text("限女性")[0], screen_text("本岗位适合不穿裙子的那一半人类")[0]
    told = [json.loads(json.dumps(Screened("1", "", "", (one,)).to_dict()))["findings"][0] for one in (sure, suspected)]
    assert "probability" not in told[0]
    assert told[1]["probability"] == suspected.probability


def test_every_sentence_has_a_likelihood_of_every_kind():
    """Between 0 and 1, whatever else stands in the batch."""
    rows = likelihoods(["限女性", "", "🙂"])
    assert rows.shape == (3, len(KINDS))
    assert ((rows >= 0) & (rows <= 1)).all()
    assert (likelihoods(["限女性"])[0] == rows[0]).all()


def test_the_shipped_model_is_whole_and_small():
    """At most two and a half megabytes, each file as its manifest says."""
    folder = artefact_dir(NAME)
    assert not damaged_files(folder)
    assert sum(path.stat().st_size for path in folder.iterdir()) <= 2_500_000


@pytest.mark.parametrize(
    "text",
    ["要求：会用电动平车。手脚快，质量好。", "走动量大，能吃苦；能干到春节后的优先。"],
)
def test_a_kind_is_suspected_only_where_something_of_it_is_said(text):
    """A model that never saw these words is as sure of them as of any; without a trace of the kind it is mistaken."""
    assert not screen_text(text)

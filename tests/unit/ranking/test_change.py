"""A change of trade: a past in other work takes nothing away from what is wished for."""

from datetime import date

import numpy as np
import pytest
from builders import AS_OF, calm, client, explained, feature, posting, stranger
from hypothesis import given
from hypothesis import strategies as st

from jobmatch.fit.case import Case
from jobmatch.fit.facts import Facts
from jobmatch.ranking.model import LEVELS, model_of
from jobmatch.ranking.ranked import rank
from jobmatch.settings import load

WORK = ("保洁员", "保安", "快递员", "仓库管理员", "洗碗工", "超市理货员", "服务员", "装配工", "电工", "会计", "司机")


def _ranked(demo_matcher, person, level):
    facts = Facts(person, None, date.fromisoformat(AS_OF), load())
    rows = np.arange(len(demo_matcher.market_))
    return rank(Case(facts, demo_matcher.market_, rows, 0, load()), model_of(load(), level))


def _wishing(wish, past):
    done = None if past is None else [{"occupation": past, "years": 4}]
    return stranger(goal={"occupations": [wish], "clarity": "clear"}, conditions={"experience": done})


@given(st.sampled_from(WORK), st.sampled_from(WORK), st.sampled_from(LEVELS))
@calm
def test_who_tells_of_other_work_is_no_worse_off_in_what_they_wish(demo_matcher, wish, past, level):
    """Of every posting that is wished for and asks for no years, whatever the past and the level."""
    told, silent = (_ranked(demo_matcher, _wishing(wish, done), level) for done in (past, None))
    wished = told.fit.reaches("occupation", load().number("slate.is_goal"))
    wished &= ~(told.case.column("years") > 0) & ~told.case.column("graduates_only")
    assert np.all(told.scores.score[wished] >= silent.scores.score[wished] - 1e-9)


def test_a_change_of_trade_is_told_and_adds_up():
    """The line names the change and takes nothing away; the nearness that is shown stays what it is."""
    person = client(goal={"occupations": ["保洁员"]})
    line = feature("background", person, posting(title="保洁员"))
    assert line.value < 0.3
    assert line.contribution == pytest.approx(0)
    assert "本人想换的工作" in line.reason
    job = explained(person, posting(title="保洁员"))
    assert job.base + sum(one.contribution for one in job.features) == pytest.approx(job.score)


def test_a_misjudgement_that_was_noted_lets_the_past_speak():
    """Who is to be talked out of a wish is led to what they can: their past counts as it is."""
    noted = client(goal={"occupations": ["保洁员"]}, attitude={"misjudgements": ["目标与自身优势不相匹配"]})
    line = feature("background", noted, posting(title="保洁员"))
    assert line.contribution < 0
    assert "关系不大" in line.reason


def test_the_same_past_counts_in_other_work():
    """Where the work is not wished for nothing is forgiven."""
    assert feature("background", client(goal={"occupations": ["会计"]}), posting(title="保洁员")).contribution < 0

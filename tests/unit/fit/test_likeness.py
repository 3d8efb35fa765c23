"""Likeness to kinds of work: the same for the first who names one and for the next, and whatever rows are seen."""

import numpy as np
from builders import client, market, posting

from jobmatch.fit.likeness import alike


def _case(matcher, **goal):
    return matcher._look(matcher._facts(client(goal={"occupations": ["库管"], "clarity": "clear"} | goal))).case


def test_the_next_client_hears_the_same():
    """A likeness that was kept is that of a market that was never asked."""
    postings = [posting(title=title) for title in ("仓库管理员", "会计", "厨师", "出纳")]
    asked, fresh = market(*postings), market(*postings)
    some = _case(asked).at(np.array([2], dtype=np.intp))
    alike(some, ("会计",))
    assert alike(_case(asked), ("会计",)).tolist() == alike(_case(fresh), ("会计",)).tolist()


def test_several_kinds_of_work_are_not_one_of_them():
    """What was kept of two wishes together is not taken for either."""
    case = _case(market(posting(title="会计"), posting(title="厨师")))
    both, one = alike(case, ("会计", "厨师")), alike(case, ("会计",))
    assert both.min() > 0.5 > one.min()

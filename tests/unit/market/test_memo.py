"""What was told of a thing once is told to the next who asks, and to nobody who asks something else."""

import numpy as np

from jobmatch.market import memo as memo_module
from jobmatch.market.memo import Memo


def _plus(memo, name, things, add):
    """The things, each a little more, by way of the memo; and how many were computed."""
    things, counted = np.array(things), []

    def compute(positions):
        counted.append(len(positions))
        return things[positions] + float(add)

    return memo.values(name, things, compute).tolist(), sum(counted)


def test_each_thing_is_computed_once():
    """What stands there twice, or was asked for before, is not computed again."""
    memo = Memo(10)
    assert _plus(memo, "a", [7, 2, 7], 0.5) == ([7.5, 2.5, 7.5], 2)
    assert _plus(memo, "a", [2, 3], 0.5) == ([2.5, 3.5], 1)


def test_another_question_has_answers_of_its_own():
    """Two names never share a value."""
    memo = Memo(10)
    _plus(memo, "a", [1], 0.5)
    assert _plus(memo, "b", [1], 0.25) == ([1.25], 1)


def test_a_full_memo_begins_anew(monkeypatch):
    """Beyond its memory nothing is kept, and every answer stays right."""
    monkeypatch.setattr(memo_module, "_BYTES_KEPT", 2 * 8 * 10)
    memo = Memo(10)
    for name in range(5):
        assert _plus(memo, name, [1, 2], name) == ([1.0 + name, 2.0 + name], 2)
    assert len(memo._kept._kept) <= 2

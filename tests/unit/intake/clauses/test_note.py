"""A note cut into clauses: whose fact each tells, and how surely."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobmatch.intake.clauses.note import Note


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("丈夫会开车，月薪八千。本人没有驾照", [True, True, False]),
        ("女儿上大二 想找保洁", [True, False]),
        ("照顾年迈的母亲", [False]),
        ("她老公开滴滴，她自己没驾照", [True, False]),
        ("孩子由婆婆照看，想上班", [True, False]),
        ("大姐52了", [False]),
        ("husband drives a taxi, she has no licence", [True, False]),
    ],
)
def test_whose_fact_a_clause_tells(text, others):
    """Somebody else's story lasts until the client comes back, or the sentence ends."""
    assert [clause.others for clause in Note(text).clauses] == others


@pytest.mark.parametrize("text", ["听说她当过护士", "要是近的话可以上夜班", "maybe has a licence"])
def test_hearsay_and_conditions_are_not_sure(text):
    """What is heard of or depends on something is written nowhere."""
    assert all(clause.sure < 0.6 for clause in Note(text).clauses)


@given(st.text(alphabet="女男49岁初中，。；\n 不没想找保洁夜班😀abc\x00", max_size=80))
def test_clauses_stand_where_they_say(text):
    """Each clause is a stretch of the shadow, in order and without overlap."""
    note, last = Note(text), 0
    for clause in note.clauses:
        assert clause.start >= last
        assert note.shadow[clause.start : clause.end] == clause.text
        last = clause.end

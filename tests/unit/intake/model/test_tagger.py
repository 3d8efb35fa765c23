"""The tagger beside the rules: what it tells, and what is made of it."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobmatch.intake.clauses.note import Note
from jobmatch.intake.fact import Fact
from jobmatch.intake.model.heads import AT, HEADS
from jobmatch.intake.model.tagger import Tags, tagged
from jobmatch.intake.work_told import work_told


def _tags(length: int, **told: tuple[int, int]) -> Tags:
    """A reading in which each head is told by one stretch and by nothing else."""
    begins, inside = np.zeros((2, length, len(HEADS)), dtype=np.float32)
    for head, (start, end) in told.items():
        inside[start:end, AT[head]] = 1
        begins[start, AT[head]] = 1
    return Tags(begins, inside)


@given(st.text(max_size=80))
def test_every_likelihood_is_one(text):
    """Between 0 and 1 for each character, whatever the note holds."""
    note = Note(text)
    tags = tagged(note, ())
    assert tags.inside.shape == (len(note.shadow), len(HEADS))
    assert ((tags.inside >= 0) & (tags.inside <= 1.0001)).all()


def test_two_stretches_side_by_side_are_two():
    """A new one begins where a beginning is likelier than that it goes on."""
    tags = _tags(8, wanted=(1, 5))
    tags.begins[3, AT["wanted"]] = 1
    assert [(one.start, one.end) for one in tags.stretches("wanted")] == [(1, 3), (3, 5)]


def test_a_stretch_goes_on_over_what_is_less_likely():
    """One sign in its midst that is told badly does not cut it in two, and it is as likely as the others."""
    tags = _tags(8, reason=(1, 6))
    tags.inside[3, AT["reason"]] = 0.3
    assert [(one.start, one.end, one.likelihood) for one in tags.stretches("reason")] == [(1, 6, 1.0)]


def test_what_is_nowhere_likely_is_no_stretch():
    """However long it goes on."""
    tags = _tags(8)
    tags.inside[2:6, AT["reason"]] = 0.4
    assert tags.stretches("reason") == []


def test_work_that_only_the_tagger_sees_is_told():
    """钩假发 stands in no list of work."""
    note = Note("早先钩假发,手艺好")
    assert [(one.at.words, one.role) for one in work_told(note, _tags(9, done=(2, 5)))] == [("钩假发", "done")]


def test_work_that_the_tagger_does_not_see_is_dropped():
    """What the rules take for work done and the tagger holds very unlikely."""
    note = Note("以前做保洁,后来一直在家,孩子上学了才出来走动走动,看看")
    length = len(note.shadow)
    assert [one.at.words for one in work_told(note, _tags(length, done=(3, 5)))] == ["保洁"]
    assert work_told(note, _tags(length)) == ()


@pytest.mark.parametrize("facts", [(), (Fact("conditions.age", 49, 0, 3, 0.97),)])
def test_the_same_note_is_read_the_same(facts):
    """To the last bit."""
    note = Note("49岁,想找保洁")
    assert np.array_equal(tagged(note, facts).inside, tagged(note, facts).inside)

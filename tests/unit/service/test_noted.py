"""A note shown again: all of it, what was read marked, nobody's name or number."""

import pytest

from jobmatch.intake.notes import read_notes
from jobmatch.service.review import pieces


def shown(text):
    """The note as the page shows it, what was read in brackets."""
    return "".join(f"[{piece}]" if is_read else piece for piece, is_read in pieces(text, read_notes(text)))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("49岁，爱唱歌", "[49岁]，爱唱歌"),
        ("爱唱歌", "爱唱歌"),
        ("", ""),
        ("49岁\n初中", "[49岁]\n[初中]"),
    ],
)
def test_what_was_read_is_marked(text, told):
    """And the rest stands as it was."""
    assert shown(text) == told


@pytest.mark.parametrize("hidden", ["王小某", "13812345678", "110115197701011234"])
def test_names_and_numbers_are_masked(hidden):
    """Wherever the note is cut."""
    told = shown(f"王小某，女，49岁，电话13812345678，身份证110115197701011234，想找保洁。{hidden}今天来过")
    assert hidden not in told.replace("[", "").replace("]", "")
    assert "[保洁]" in told


def test_a_number_that_would_be_cut_in_two_is_masked_whole():
    """No part of it stays, though nothing is marked then."""
    from jobmatch.records.profile import Evidence, Profile

    read = read_notes("电话13812345678")
    cut = Profile(read.client, {"conditions.age": Evidence(38, "38", 3, 5, 1.0)}, (), ())
    assert pieces("电话13812345678", cut) == (("电话***", False),)

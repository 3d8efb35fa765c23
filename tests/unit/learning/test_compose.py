"""Sentences composed for training: the same each time, of every kind, and with as many that ask nothing."""

from random import Random

import pytest

from jobmatch.errors import BadInput
from jobmatch.learning import train_screening
from jobmatch.learning.compose import composed, disturbed
from jobmatch.screening.suspicion import KINDS


def test_the_same_chance_gives_the_same_sentences():
    """In the same order."""
    assert list(composed(Random(1))) == list(composed(Random(1)))


def test_every_kind_is_said_and_as_much_is_not_meant():
    """Hundreds of sentences a kind or more, and thousands that ask nothing."""
    told = list(composed(Random(0)))
    counts = {kind: sum(kind in one.kinds for one in told) for kind in KINDS}
    assert min(counts.values()) >= 60
    assert sum(not one.kinds for one in told) >= len(told) / 3


def test_no_sign_of_a_template_is_left():
    """Every slot is filled."""
    assert not [text for text, *_ in composed(Random(0)) if set("{}[]") & set(text)]


def test_a_disturbed_sentence_is_another():
    """Some sign is lost, changed or parted."""
    assert disturbed("入职交押金", "证", Random(3)) != "入职交押金"


def test_a_folder_without_postings_is_refused(tmp_path):
    """With a line that names it."""
    with pytest.raises(BadInput):
        train_screening.train([tmp_path], [], tmp_path / "model")


def test_labelled_lines_need_their_columns(tmp_path):
    """A table of another shape is named with what it lacks."""
    table = tmp_path / "lines.csv"
    table.write_text("text\n限女性\n", encoding="utf-8")
    with pytest.raises(BadInput, match="unlawful"):
        train_screening.train([tmp_path], [table], tmp_path / "model")

"""Training of the model that reads notes: the same each time, from notes composed here and labelled ones."""

import json
from random import Random

import pytest

from jobmatch.errors import BadInput
from jobmatch.intake.model.heads import HEADS
from jobmatch.learning import train_notes
from jobmatch.learning.note_ways import composed


def test_the_same_chance_gives_the_same_notes():
    """In the same order."""
    assert list(composed(Random(1), 30)) == list(composed(Random(1), 30))


def test_every_head_is_told_by_some_note():
    """All that the model knows is said in some way here."""
    told = {head for one in composed(Random(0), 2000) for head in one.stretches}
    assert told == set(HEADS)


def test_no_sign_of_a_way_is_left():
    """Every choice is made and every slot filled."""
    assert not [one.text for one in composed(Random(0), 500) if set("%<") & set(one.text)]


def test_the_same_notes_give_the_same_bytes(tmp_path, monkeypatch):
    """Whatever is trained twice is the same file by file."""
    for name, few in (("_COMPOSED", 20), ("_EACH_ROUND", 8), ("_ROUNDS", 1), ("_NETWORKS", 1)):
        monkeypatch.setattr(train_notes, name, few)
    line = {"text": "49岁,想找保洁", "stretches": {"age": [[0, 3]]}, "unknown": ["wanted"], "new_to_rules": True}
    (lines := tmp_path / "lines.jsonl").write_text(json.dumps(line), encoding="utf-8")
    made = [train_notes.train([lines], tmp_path / name) and tmp_path / name for name in ("one", "two")]
    files = [{path.name: path.read_bytes() for path in folder.iterdir()} for folder in made]
    assert files[0] == files[1]


def test_a_missing_file_is_refused(tmp_path):
    """With a line that names it."""
    with pytest.raises(BadInput, match=r"lines\.jsonl"):
        train_notes.train([tmp_path / "lines.jsonl"], tmp_path / "model")


def test_labelled_notes_need_their_fields(tmp_path):
    """A line of another shape is named with what it lacks."""
    (lines := tmp_path / "lines.jsonl").write_text('{"text": "49岁"}\n', encoding="utf-8")
    with pytest.raises(BadInput, match="stretches"):
        train_notes.train([lines], tmp_path / "model")

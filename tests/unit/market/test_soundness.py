"""An index is checked whole: byte by byte, with what is amiss and its remedy in a line."""

import json

import pytest

import jobmatch as jm
from jobmatch.artefacts import MANIFEST
from jobmatch.market.soundness import look_into


@pytest.fixture
def folder(tmp_path):
    """An index of two postings."""
    rows = [{"岗位名称": name, "工资": "4000", "地点": "北京市大兴区"} for name in ("保洁员", "保安")]
    jm.Matcher().index(rows).save(tmp_path / "index")
    return tmp_path / "index"


def changed(folder, name, change):
    """A JSON file of the index with something changed."""
    content = json.loads((folder / name).read_text("utf-8"))
    change(content)
    (folder / name).write_text(json.dumps(content), "utf-8")


def test_an_index_as_it_was_written_is_sound(folder):
    """With the number of its postings."""
    found = look_into(folder)
    assert (found.sound, found.postings, found.amiss) == (True, 2, None)


def test_a_byte_that_changed_is_found(folder):
    """Opening does not look at every byte; this does, and names the file and the remedy."""
    block = bytearray((folder / "shown.block.npy").read_bytes())
    block[-1] ^= 1
    (folder / "shown.block.npy").write_bytes(block)
    assert len(jm.Matcher.load(folder).market_) == 2
    found = look_into(folder)
    assert (found.sound, found.amiss) == (False, "broken-index")
    assert "shown.block.npy" in found.text
    assert "jobmatch index" in found.text


@pytest.mark.parametrize(
    ("said", "value", "amiss"),
    [("version", 1, "other-index"), ("numbers", "0", "other-index"), ("kind", "x", "other-index")],
)
def test_another_format_and_other_models_are_told_apart(folder, said, value, amiss):
    """Of a manifest that says something else."""
    changed(folder, MANIFEST, lambda facts: facts.update({said: value}))
    found = look_into(folder)
    assert (found.sound, found.amiss, "词表或模型" in found.text) == (False, amiss, said == "numbers")


def test_what_is_no_index_and_what_lacks_a_file(folder):
    """Each with its own line."""
    (folder / "place.npy").unlink()
    assert look_into(folder).amiss == "broken-index"
    (folder / MANIFEST).unlink()
    assert look_into(folder).amiss == "no-index"


def test_a_strange_file_is_named(folder):
    """The index may be used and not be changed."""
    (folder / "备份.xlsx").write_bytes(b"x")
    found = look_into(folder)
    assert (found.sound, found.amiss, "备份.xlsx" in found.text) == (True, "strange-files", True)


def test_postings_that_were_read_with_other_words_are_said(folder, monkeypatch):
    """The index stays sound; a change of it does not hide that."""
    monkeypatch.setattr("jobmatch.market.soundness.read_with", lambda: "other")
    assert (look_into(folder).sound, look_into(folder).amiss) == (True, "other-words")


def test_the_command_gives_a_line_and_a_code(folder, run):
    """0 where the index is sound, 3 where it is not."""
    assert run("index", "verify", folder).code == 0
    (folder / "place.npy").unlink()
    done = run("index", "verify", folder)
    assert (done.code, "place.npy" in done.err, done.objects[0]["sound"]) == (3, True, False)

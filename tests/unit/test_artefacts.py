"""Folders with a manifest, written whole or not at all."""

import json

import numpy as np
import pytest

from jobmatch.artefacts import MANIFEST, artefact_dir, damaged_files, read_array, read_json, write_artefact

ARRAYS = {"values.npy": np.arange(6, dtype=np.int32).reshape(2, 3)}


@pytest.fixture
def folder(tmp_path):
    """An artefact of one array and two texts."""
    where = tmp_path / "made" / "artefact"
    write_artefact(where, ARRAYS, {"names.json": ["库管", "保洁"], "card.md": "# 说明\n"}, {"kind": "test"})
    return where


def test_what_was_written_is_read_again(folder):
    """Arrays, JSON and plain text come back; the manifest holds the facts."""
    assert read_array(folder, "values.npy").tolist() == [[0, 1, 2], [3, 4, 5]]
    assert read_json(folder, "names.json") == ["库管", "保洁"]
    assert (folder / "card.md").read_text("utf-8") == "# 说明\n"
    assert read_json(folder, MANIFEST)["kind"] == "test"
    assert damaged_files(folder) == []


def test_the_same_values_give_the_same_bytes(folder, tmp_path):
    """Nothing of the day or the machine goes into an artefact."""
    again = tmp_path / "again"
    write_artefact(again, ARRAYS, {"card.md": "# 说明\n", "names.json": ["库管", "保洁"]}, {"kind": "test"})
    assert {f.name: f.read_bytes() for f in folder.iterdir()} == {f.name: f.read_bytes() for f in again.iterdir()}


def test_damage_is_found(folder):
    """A file that lost a byte and one that is gone are both named."""
    (folder / "names.json").write_bytes(b"[]")
    (folder / "card.md").unlink()
    assert sorted(damaged_files(folder)) == ["card.md", "names.json"]


def test_a_failed_write_leaves_the_old_artefact(folder):
    """Objects cannot be stored without pickling, so the write fails; what was there stays whole."""
    with pytest.raises(ValueError, match="pickle"):
        write_artefact(folder, {"bad.npy": np.array([{}], dtype=object)}, {}, {})
    assert damaged_files(folder) == []
    assert read_json(folder, MANIFEST)["kind"] == "test"


def test_writing_again_replaces_the_whole(folder):
    """No file of the older artefact is left over."""
    write_artefact(folder, {}, {"only.json": 1}, {})
    assert sorted(file.name for file in folder.iterdir()) == [MANIFEST, "only.json"]


def test_a_pickled_array_is_never_opened(folder):
    """An array of objects could run code when it is read."""
    np.save(folder / "evil.npy", np.array([{"a": 1}], dtype=object), allow_pickle=True)
    with pytest.raises(ValueError, match="Python objects"):
        read_array(folder, "evil.npy")


def test_an_artefact_that_was_not_shipped_is_missed_by_name():
    """The path in the error says what to build."""
    with pytest.raises(FileNotFoundError, match="no-such-artefact"):
        artefact_dir("no-such-artefact")


def test_every_shipped_artefact_is_whole():
    """The files beside the source are those of their manifests."""
    shipped = artefact_dir("occupations").parent
    folders = [folder for folder in shipped.iterdir() if (folder / MANIFEST).is_file()]
    assert folders
    assert {folder.name: damaged_files(folder) for folder in folders} == {folder.name: [] for folder in folders}


def test_the_manifest_is_text_a_person_reads(folder):
    """Sorted JSON, a line a fact."""
    text = (folder / MANIFEST).read_text("utf-8")
    assert list(json.loads(text)) == sorted(json.loads(text))
    assert len(text.splitlines()) > 5

"""Folders with a manifest, written whole or not at all."""

import json
import sys

import numpy as np
import pytest

from jobmatch.artefacts import MANIFEST, artefact_dir, damaged_files, read_array, read_json, write_artefact
from jobmatch.errors import BadInput, UsageError

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


def test_nothing_but_the_artefact_is_left_behind(folder):
    """Neither what was built nor what was replaced stays beside it."""
    write_artefact(folder, ARRAYS, {}, {})
    assert [one.name for one in folder.parent.iterdir()] == [folder.name]


def test_a_folder_called_part_is_nobodys_business(folder):
    """A neighbour of any name keeps its files."""
    beside = folder.with_name(folder.name + ".part")
    beside.mkdir()
    (beside / "名册.xlsx").write_text("别的", "utf-8")
    write_artefact(folder, ARRAYS, {}, {})
    assert (beside / "名册.xlsx").read_text("utf-8") == "别的"


@pytest.mark.parametrize("strange", ["名册.xlsx", "notes/名册.xlsx"])
def test_a_file_that_somebody_laid_beside_is_never_deleted(folder, strange):
    """An artefact with one file more than its manifest names is not replaced."""
    (folder / strange).parent.mkdir(exist_ok=True)
    (folder / strange).write_text("别的", "utf-8")
    with pytest.raises(UsageError, match=folder.name):
        write_artefact(folder, {}, {"only.json": 1}, {})
    assert (folder / strange).read_text("utf-8") == "别的"
    assert damaged_files(folder) == []


def test_a_file_laid_in_at_the_last_moment_is_kept(folder, monkeypatch):
    """Whoever writes into the folder while it is replaced gets the old one back, with the file."""

    def late(*_):
        (folder / "名册.xlsx").write_text("别的", "utf-8")
        return {}

    monkeypatch.setattr("jobmatch.artefacts._write_json", late)
    with pytest.raises(UsageError):
        write_artefact(folder, ARRAYS, {}, {})
    assert (folder / "名册.xlsx").is_file()
    assert damaged_files(folder) == []


def test_a_link_to_a_folder_stays_a_link(folder, tmp_path):
    """The folder behind the link is replaced."""
    link = tmp_path / "link"
    try:
        link.symlink_to(folder, target_is_directory=True)
    except OSError:
        pytest.skip("this system makes no links")
    write_artefact(link, {}, {"only.json": 1}, {})
    assert link.is_symlink()
    assert read_json(folder, "only.json") == 1


def test_the_folder_one_stands_in(folder, monkeypatch):
    """A dot has a name behind it."""
    monkeypatch.chdir(folder)
    write_artefact(type(folder)("."), {}, {"only.json": 1}, {})
    assert read_json(folder, "only.json") == 1


def test_where_nothing_can_be_written_one_line_says_so(tmp_path):
    """A file stands where a folder is wanted: no traceback, nothing changed."""
    (tmp_path / "file").write_text("别的", "utf-8")
    with pytest.raises(BadInput, match="artefact"):
        write_artefact(tmp_path / "file" / "artefact", ARRAYS, {}, {})
    assert [one.name for one in tmp_path.iterdir()] == ["file"]


def test_a_failed_move_puts_the_old_artefact_back(folder, monkeypatch):
    """Where two folders cannot be exchanged at once and the second of two moves fails, the old one is there again."""
    monkeypatch.setattr("jobmatch.artefacts._swapped", lambda *_: False)
    move = type(folder).rename

    def fails(self, target):
        if self.name == "new":
            raise PermissionError(13, "in use")
        return move(self, target)

    monkeypatch.setattr(type(folder), "rename", fails)
    with pytest.raises(BadInput, match="artefact"):
        write_artefact(folder, {}, {"only.json": 1}, {})
    assert damaged_files(folder) == []
    assert [one.name for one in folder.parent.iterdir()] == [folder.name]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems cannot exchange two folders at once")
def test_there_is_no_moment_without_an_artefact(folder, monkeypatch):
    """It is replaced in one step, with no rename on the way at which a process could be killed."""
    monkeypatch.setattr(type(folder), "rename", lambda *_: pytest.fail("moved in steps"))
    write_artefact(folder, {}, {"only.json": 1}, {})
    assert damaged_files(folder) == []
    assert (folder / "only.json").is_file()


@pytest.mark.parametrize("manifest", [None, "", "[]", '{"files": 3}', '{"files": {"a": 1}}', "[" * 100_000])
def test_a_broken_manifest_is_itself_the_damage(folder, manifest):
    """Nothing is known of the other files then."""
    (folder / MANIFEST).unlink() if manifest is None else (folder / MANIFEST).write_text(manifest, "utf-8")
    assert damaged_files(folder) == [MANIFEST]


def test_only_arrays_are_opened(folder):
    """Another kind of file under the name of an array is damage, not something else to read."""
    (folder / "values.npy").write_bytes(b"PK" + bytes(60))
    with pytest.raises(ValueError, match="magic"):
        read_array(folder, "values.npy")


@pytest.mark.parametrize(
    "array",
    [
        np.arange(5), np.zeros(0), np.zeros((0, 3)), np.array(3.0), np.ones((2, 3, 1), np.int16), np.array([True]),
        np.asfortranarray(np.ones((3, 4))), np.arange(6).astype(">i4"), np.array(["ab", "c"]),
    ],
)  # fmt: skip
def test_an_array_is_read_as_it_was_written(tmp_path, array):
    """Plain ones by a look at their first bytes, all others as numpy reads them; none may be written to."""
    np.save(tmp_path / "a.npy", array)
    read = read_array(tmp_path, "a.npy")
    assert type(read) is np.ndarray and (read.dtype, read.shape) == (array.dtype, array.shape)
    assert np.array_equal(read, array) and not read.flags.writeable

"""A market on disk: the same columns again, or refused."""

import json
from dataclasses import fields

import numpy as np
import pytest
from builders import client, market, posting

import jobmatch as jm
from jobmatch.artefacts import MANIFEST
from jobmatch.errors import BadInput, UsageError
from jobmatch.market.columns import Market
from jobmatch.market.store import load_market, save_market

ROWS = [
    posting(requirements="会盘点，须持C1驾照", posted_on="2026-11-01"),
    posting(title="保洁员", location="上海市浦东新区", salary="面议"),
    posting(title="护士", location="", openings="3"),
]


@pytest.fixture
def folder(tmp_path):
    """An index of three postings."""
    save_market(market(*ROWS).market_, tmp_path / "index")
    return tmp_path / "index"


def _flat(value):
    return {f.name: getattr(value, f.name) for f in fields(value)} if hasattr(value, "__dataclass_fields__") else value


def test_every_column_comes_back(folder):
    """Values, kinds of numbers and the strings that are shown."""
    before, after = market(*ROWS).market_, load_market(folder)
    for field in fields(Market):
        one, other = _flat(getattr(before, field.name)), _flat(getattr(after, field.name))
        np.testing.assert_equal(other, one, err_msg=field.name)
        if isinstance(one, np.ndarray):
            assert one.dtype == other.dtype


def test_a_loaded_index_answers_alike(folder):
    """Jobs, scores and reasons are those of the market in memory."""
    loaded = jm.Matcher.load(folder, as_of="2026-11-22").recommend(client())
    assert loaded.to_dict() == market(*ROWS).recommend(client()).to_dict()


def test_the_same_postings_give_the_same_bytes(folder, tmp_path):
    """Nothing of the day or the machine goes into an index."""
    save_market(market(*ROWS).market_, tmp_path / "again")
    again = {file.name: file.read_bytes() for file in (tmp_path / "again").iterdir()}
    assert {file.name: file.read_bytes() for file in folder.iterdir()} == again


def test_an_older_index_is_replaced(folder):
    """Saving again leaves nothing of what was there."""
    save_market(market(posting()).market_, folder)
    assert len(load_market(folder)) == 1


@pytest.mark.parametrize("name", ["名册.xlsx", MANIFEST])
def test_a_folder_with_something_else_is_left_alone(tmp_path, name):
    """Whatever lies there stays, even a manifest of another kind."""
    (tmp_path / name).write_text("{}", "utf-8")
    with pytest.raises(UsageError, match=tmp_path.name):
        save_market(market(*ROWS).market_, tmp_path)
    assert [file.name for file in tmp_path.iterdir()] == [name]


def test_a_file_is_no_folder_to_write_into(tmp_path):
    """A file of that name is not replaced."""
    file = tmp_path / "index"
    file.write_text("别的", "utf-8")
    with pytest.raises(UsageError):
        save_market(market(*ROWS).market_, file)
    assert file.read_text("utf-8") == "别的"


def test_an_empty_folder_is_welcome(tmp_path):
    """Who made the folder first is not refused."""
    save_market(market(*ROWS).market_, tmp_path)
    assert len(load_market(tmp_path)) == 3


def test_no_index_at_all(tmp_path):
    """A folder without a manifest, and one that is not there."""
    for where in (tmp_path, tmp_path / "nowhere"):
        with pytest.raises(BadInput, match="manifest"):
            load_market(where)


@pytest.mark.parametrize("change", [{"version": 999}, {"kind": "something"}])
def test_another_kind_or_version_is_refused(folder, change):
    """With what was seen, so that it can be made anew."""
    facts = json.loads((folder / MANIFEST).read_text("utf-8"))
    (folder / MANIFEST).write_text(json.dumps({**facts, **change}), "utf-8")
    with pytest.raises(BadInput, match=str(next(iter(change.values())))):
        load_market(folder)


@pytest.mark.parametrize("name", ["place.npy", "shown.block.npy", "words.hashes.npy", "about.json"])
def test_a_missing_or_short_file_is_named(folder, name):
    """A copy that broke off is found before anything is computed."""
    whole = (folder / name).read_bytes()
    (folder / name).write_bytes(whole[:-1])
    with pytest.raises(BadInput, match=name):
        load_market(folder)
    (folder / name).unlink()
    with pytest.raises(BadInput, match=name):
        load_market(folder)


def test_a_broken_manifest_is_named(folder):
    """Half a JSON is no index."""
    (folder / MANIFEST).write_text('{"kind": ', "utf-8")
    with pytest.raises(BadInput, match=MANIFEST):
        load_market(folder)

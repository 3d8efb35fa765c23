"""A market on disk: the same columns again, or refused."""

import json
import random
from dataclasses import fields

import numpy as np
import pytest
from builders import client, market, posting

import jobmatch as jm
from jobmatch.artefacts import MANIFEST, read_array
from jobmatch.errors import BadInput, UsageError
from jobmatch.market import store, store_checks
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


def _put(folder, file, values):
    """Another array in the place of one, with its size in the manifest as a careful forger would leave it."""
    np.save(folder / file, values)
    facts = json.loads((folder / MANIFEST).read_text("utf-8"))
    facts["files"][file]["bytes"] = (folder / file).stat().st_size
    (folder / MANIFEST).write_text(json.dumps(facts), "utf-8")


@pytest.mark.parametrize(
    ("file", "change"),
    [
        ("title.npy", lambda a: a + 3),
        ("title.npy", lambda a: a - 3),
        ("title.npy", lambda a: a.astype(np.int64)),
        ("place.npy", lambda a: a[::-1]),
        ("place.npy", lambda a: a[:-1]),
        ("lat.npy", lambda a: a[:-1]),
        ("lat.npy", lambda a: a.astype(">f4")),
        ("licence.npy", lambda a: a + np.int8(100)),
        ("occupations.npy", lambda a: a + np.int16(9000)),
        ("occupations.npy", lambda a: a[:, :2]),
        ("occupation_chances.npy", lambda a: a.ravel()),
        ("work_vectors.npy", lambda a: a[:, :5]),
        ("work_vectors.npy", lambda a: a[0, 0]),
        ("skills.values.npy", lambda a: a - np.int16(5000)),
        ("kind.npy", lambda a: a + np.int32(len(a))),
        ("work.npy", lambda a: a - np.int32(1)),
        ("skill_runs.rows.npy", lambda a: a - np.int32(10_000)),
        ("skills.starts.npy", lambda a: a + 1),
        ("skills.starts.npy", lambda a: np.array([0, a[-1] + 5, 0, a[-1]])),
        ("warned.npy", lambda a: a[:-1]),
        ("certificates.required.npy", lambda a: a[:-1]),
        ("words.rows.npy", lambda a: a + 3),
        ("words.starts.npy", lambda a: a[::-1]),
        ("words.hashes.npy", lambda a: a[::-1]),
        ("words.impacts.npy", lambda a: a[:-1]),
        ("shown.ends.npy", lambda a: a - 1),
        ("shown.ends.npy", lambda a: a[:-14]),
        ("shown.block.npy", lambda a: a[:-1]),
        ("title_keys.ends.npy", lambda a: a[:0]),
    ],
)
def test_a_column_that_cannot_be_is_refused(folder, file, change):
    """Another kind of number, another length, or a position beyond what it points into: never other answers."""
    _put(folder, file, change(np.array(read_array(folder, file))))
    with pytest.raises(BadInput, match=r"\.npy") as refused:
        load_market(folder)
    assert refused.value.key == "broken-index"


@pytest.mark.parametrize(
    "about", ["[]", "3", "{}", '{"home": 5, "postings": 3}', '{"home": null, "postings": 4}', "{", "[" * 100_000]
)
def test_an_odd_about_is_refused(folder, about):
    """The home of bare place names is a name or nothing."""
    facts = json.loads((folder / MANIFEST).read_text("utf-8"))
    facts["files"]["about.json"]["bytes"] = len(about)
    (folder / MANIFEST).write_text(json.dumps(facts), "utf-8")
    (folder / "about.json").write_text(about, "utf-8")
    with pytest.raises(BadInput, match=r"about\.json"):
        load_market(folder)


@pytest.mark.parametrize(
    "change", [{"files": {}}, {"files": []}, {"fields": {}}, {"numbers": "?"}, {"count": -1}, {"count": "3"}]
)
def test_an_odd_manifest_is_refused(folder, change):
    """Files, fields or lists of names that are not those of this program."""
    facts = json.loads((folder / MANIFEST).read_text("utf-8"))
    (folder / MANIFEST).write_text(json.dumps({**facts, **change}), "utf-8")
    with pytest.raises(BadInput) as refused:
        load_market(folder)
    assert refused.value.key in ("broken-index", "other-index")


@pytest.mark.parametrize("text", ["", "[]", "3", "null", '"a"', "[" * 100_000, "\udcff"])
def test_a_manifest_that_is_none(folder, text):
    """Whatever JSON it is, or none: one line."""
    (folder / MANIFEST).write_bytes(text.encode("utf-8", "surrogateescape"))
    with pytest.raises(BadInput):
        load_market(folder)


@pytest.mark.parametrize("seed", range(40))
def test_random_damage_is_one_line_or_none(folder, seed):
    """A few bytes of a file are others: it is refused or opened, and nothing else happens."""
    draw = random.Random(seed)
    file = draw.choice(sorted(folder.iterdir()))
    data = bytearray(file.read_bytes())
    for at in draw.sample(range(min(len(data), 200)), 3):
        data[at] = draw.choice(b"\x00\xff'{[(,9\n")
    file.write_bytes(data)
    try:
        assert len(load_market(folder)) == 3
    except BadInput as refused:
        assert refused.key in ("broken-index", "other-index")


def test_a_strange_file_beside_an_index_is_never_deleted(folder):
    """A sheet that somebody laid into the folder: the index is not replaced, and opens as before."""
    (folder / "名册.xlsx").write_text("别的", "utf-8")
    with pytest.raises(UsageError):
        save_market(market(posting()).market_, folder)
    assert (folder / "名册.xlsx").is_file()
    assert len(load_market(folder)) == 3


def test_a_reader_waits_for_a_replacement(folder, monkeypatch):
    """Between the two renames there is no folder; a moment later there is."""
    aside = folder.with_name("aside")
    folder.rename(aside)
    monkeypatch.setattr("jobmatch.market.store.time.sleep", lambda _: aside.rename(folder))
    assert len(load_market(folder)) == 3


def test_an_index_replaced_while_it_is_opened_is_opened_anew(folder, monkeypatch):
    """Half of the old columns beside half of the new ones would be other answers in silence."""
    check, done = store.check_columns, []

    def replaced(*args):
        if not done:
            done.append(save_market(market(posting()).market_, folder))
        check(*args)

    monkeypatch.setattr(store, "check_columns", replaced)
    assert len(load_market(folder)) == 1


def test_of_large_columns_samples_are_looked_at(folder, monkeypatch):
    """Opening stays fast, and a column that is wrong throughout is found all the same."""
    monkeypatch.setattr(store_checks, "_READ_WHOLE_BYTES", 0)
    monkeypatch.setattr(store_checks, "_SAMPLES", 2)
    assert len(load_market(folder)) == 3
    _put(folder, "words.rows.npy", np.array(read_array(folder, "words.rows.npy")) + 3)
    with pytest.raises(BadInput, match=r"words\.rows"):
        load_market(folder)

"""A batch to a file: the same bytes however it is run, and nothing lost where it is stopped."""

import json
from functools import partialmethod

import pytest

import jobmatch as jm
from jobmatch import batch as room
from jobmatch import demo, settings
from jobmatch.batch import Batch, write_batch


@pytest.fixture
def people(demo_people):
    """The four clients of the document, thirty times over under ids of their own."""
    four = list(demo_people.values())
    return tuple(jm.Client(**(four[at % 4] | {"client_id": f"B-{at:03d}"})) for at in range(120))


@pytest.fixture
def batch(people, demo_index):
    """All of them before the demo's index."""
    return Batch(people, jm.Matcher.load(demo_index, as_of=demo.AS_OF), str(demo_index))


def written(batch, file):
    """The bytes of a batch."""
    write_batch(batch, file, lambda _: None)
    return file.read_bytes()


def parts(folder):
    """What is left beside the target."""
    return sorted(folder.glob(".*.part"))


def test_each_client_has_a_line_in_their_order(batch, tmp_path):
    """The same objects as one by one, and nothing left beside."""
    lines = written(batch, tmp_path / "a.jsonl").decode().splitlines()
    assert [json.loads(line)["client_id"] for line in lines] == [one.client_id for one in batch.clients]
    assert json.loads(lines[7]) == json.loads(json.dumps(batch.matcher.recommend(batch.clients[7]).to_dict()))
    assert parts(tmp_path) == []


def test_two_processes_give_the_same_bytes(batch, people, tmp_path):
    """Whatever the number of processes."""
    both = Batch(people, batch.matcher, batch.folder, jobs=2)
    assert written(both, tmp_path / "two.jsonl") == written(batch, tmp_path / "one.jsonl")


class Stop(Exception):
    """The process ends here."""


def stopped(batch, file, monkeypatch, after):
    """Run until some clients were served."""
    recommend, seen = jm.Matcher.recommend, []

    def until(self, client, top=3):
        seen.append(client)
        if len(seen) > after:
            raise Stop
        return recommend(self, client, top)

    with monkeypatch.context() as patch, pytest.raises(Stop):
        patch.setattr(jm.Matcher, "recommend", until)
        write_batch(batch, file, lambda _: None)


@pytest.mark.parametrize(("after", "cut"), [(3, 0), (60, 17), (119, 1)])
def test_a_stopped_batch_goes_on(batch, tmp_path, monkeypatch, after, cut):
    """Whole lines are kept, one that was cut off is written anew."""
    whole, file = written(batch, tmp_path / "whole.jsonl"), tmp_path / "again.jsonl"
    stopped(batch, file, monkeypatch, after)
    assert not file.exists()
    part = parts(tmp_path)[0]
    part.write_bytes(part.read_bytes()[: -cut or None])
    told = []
    write_batch(batch, file, told.append)
    assert file.read_bytes() == whole
    assert "接着上次" in told[0]


def test_who_stops_a_batch_is_told_how_it_goes_on(batch, tmp_path, monkeypatch):
    """Ctrl-C names the part file and how much is in it; where nothing is done none is left."""
    for after, kept in ((0, 0), (7, 1)):
        monkeypatch.setattr(room.Batch, "slates", partialmethod(_until_interrupted, after=after))
        told = []
        with pytest.raises(KeyboardInterrupt):
            write_batch(batch, tmp_path / "a.jsonl", told.append)
        assert len(parts(tmp_path)) == len(told) == kept
    assert "7/120" in told[0]
    assert parts(tmp_path)[0].name in told[0]


def _until_interrupted(batch, first, after):
    yield from map(batch.matcher.recommend, batch.clients[first:after])
    raise KeyboardInterrupt


def test_what_another_question_left_behind_goes_when_the_target_is_there(batch, tmp_path, monkeypatch):
    """It would never be gone on with, and holds what was said to clients; a batch under way keeps its own."""
    stopped(batch, tmp_path / "a.jsonl", monkeypatch, 5)
    busy = tmp_path / ".a.jsonl.busy.part"
    with room._alone(busy, "a.jsonl"):
        written(Batch(batch.clients, batch.matcher, batch.folder, top=5), tmp_path / "a.jsonl")
        assert parts(tmp_path) == [busy]


def test_the_same_question_has_the_same_name_in_every_process(batch, tmp_path):
    """Whether the settings were read from their file or came along with a matcher."""
    loaded, plain = (
        Batch(batch.clients, jm.Matcher.load(batch.folder, as_of=batch.day, settings=own), batch.folder)
        for own in (settings.load(), settings.Settings(dict(settings.load().values)))
    )
    assert loaded.asked(tmp_path / "a.jsonl") == plain.asked(tmp_path / "a.jsonl")


def test_another_question_begins_anew(batch, people, tmp_path, monkeypatch):
    """A part file of three jobs each is not gone on with for five."""
    stopped(batch, tmp_path / "a.jsonl", monkeypatch, 5)
    five = Batch(people, batch.matcher, batch.folder, top=5)
    told = []
    write_batch(five, tmp_path / "a.jsonl", told.append)
    assert told == []


def test_a_posting_that_closes_meanwhile_begins_anew(people, tmp_path):
    """Of a market in memory all that decides an answer is asked for, not what is shown alone."""

    def closing(day):
        postings = jm.read_postings([{"posting_id": "p1", "title": "库管员", "closes_on": day}])
        return Batch(people, jm.Matcher(as_of="2026-11-22").index(postings), None)

    asked = {closing(day).asked(tmp_path / "a.jsonl") for day in ("2026-12-31", "2026-11-01", "2026-12-31")}
    assert len(asked) == 2


@pytest.mark.parametrize("suffix", [".jsonl", ".parquet"])
def test_what_is_no_answer_is_written_anew(batch, tmp_path, monkeypatch, suffix):
    """Lines that somebody else has laid into the part file are not handed over."""
    stopped(batch, tmp_path / f"a{suffix}", monkeypatch, 3)
    part = parts(tmp_path)[0]
    part.write_bytes(b"garbage\n" + part.read_bytes())
    assert written(batch, tmp_path / f"a{suffix}") == written(batch, tmp_path / f"b{suffix}")


def test_a_link_in_the_place_of_the_part_file_is_not_followed(batch, tmp_path):
    """What it leads to stays as it was."""
    (tmp_path / "other.txt").write_text("mine", encoding="utf-8")
    file = tmp_path / "a.jsonl"
    (tmp_path / f".a.jsonl.{batch.asked(file)}.part").symlink_to(tmp_path / "other.txt")
    with pytest.raises(jm.BadInput):
        written(batch, file)
    assert (tmp_path / "other.txt").read_text(encoding="utf-8") == "mine"


def test_a_full_disk_is_said_in_a_line(batch, tmp_path, monkeypatch):
    """What is done stays, the target is not there."""

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(room, "_serve_all", full)
    with pytest.raises(jm.BadInput, match=r"a\.jsonl.*磁盘已满"):
        write_batch(batch, tmp_path / "a.jsonl", lambda _: None)
    assert not (tmp_path / "a.jsonl").exists()


def test_a_folder_that_is_missing_is_told_as_such_and_not_as_a_batch_to_be_gone_on_with(batch, tmp_path):
    """Nothing was begun, so there is no part to name."""
    with pytest.raises(jm.BadInput) as caught:
        write_batch(batch, tmp_path / "nowhere" / "a.jsonl", lambda _: None)
    assert caught.value.key == "cannot-write"


def test_two_at_once_are_refused(batch, tmp_path):
    """The second one is told whom to wait for."""
    part = tmp_path / f".a.jsonl.{batch.asked(tmp_path / 'a.jsonl')}.part"
    with room._alone(part, "a.jsonl"), pytest.raises(jm.UsageError, match=r"^a\.jsonl"):
        write_batch(batch, tmp_path / "a.jsonl", lambda _: None)


def test_parquet_holds_a_row_a_job(batch, tmp_path):
    """The rows that spreadsheets get, with kinds."""
    from pyarrow import parquet

    write_batch(batch, tmp_path / "a.parquet", lambda _: None)
    rows = parquet.read_table(tmp_path / "a.parquet").to_pylist()
    want = [row for client in batch.clients for row in batch.matcher.recommend(client).to_rows()]
    assert [(row["client_id"], row["posting_id"], row["score"]) for row in rows] == [
        (row["client_id"], row["posting_id"], row["score"]) for row in want
    ]
    assert parts(tmp_path) == []

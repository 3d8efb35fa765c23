"""``jobmatch index update`` from outside: daily changes, two at once, and a process that dies."""

import csv
import multiprocessing
import os
import random
import signal

import pytest

import jobmatch as jm
from jobmatch.market.store import alone, load_market


@pytest.fixture
def parts(demo_rows, tmp_path):
    """The demo's postings as three files: today's, tomorrow's, and ids to be closed."""
    rows = list(demo_rows.values())
    for name, some in (("today.csv", rows[:200]), ("tomorrow.csv", rows[190:260])):
        with (tmp_path / name).open("w", encoding="utf-8", newline="") as file:
            table = csv.DictWriter(file, list(rows[0]))
            table.writeheader()
            table.writerows(some)
    (tmp_path / "closed.txt").write_text("\n".join(row["岗位编号"] for row in rows[:20]), "utf-8")
    return tmp_path


def ids(folder):
    """The postings of an index."""
    market = load_market(folder)
    return {market.shown.text(row, "posting_id") for row in range(len(market))}


def built(run, parts):
    """Today's index."""
    assert run("index", parts / "today.csv", "-o", parts / "index", "--home", "北京市").code == 0
    return parts / "index"


def test_a_day_changes_an_index(run, parts):
    """New ones come, closed ones go, and the figures say so."""
    index = built(run, parts)
    before = ids(index)
    done = run("index", "update", index, parts / "tomorrow.csv", "--close", parts / "closed.txt")
    told = done.objects[0]
    closed = set((parts / "closed.txt").read_text("utf-8").split())
    assert (done.code, told["before"], told["postings"]) == (0, len(before), len(ids(index)))
    assert not ids(index) & closed
    assert before - closed < ids(index)


def test_only_closing_needs_no_postings(run, parts):
    """The file of ids alone."""
    index = built(run, parts)
    assert run("index", "update", index, "--close", parts / "closed.txt").code == 0
    assert len(ids(index)) == len(load_market(index))


def test_two_changes_at_once_are_refused(run, parts):
    """The second is told to wait; readers are not."""
    index = built(run, parts)
    with alone(index):
        done = run("index", "update", index, parts / "tomorrow.csv")
        assert (done.code, "另一个程序" in done.err) == (2, True)
        assert ids(index)


def test_what_is_no_index_is_refused(run, parts):
    """And nothing is made of it."""
    done = run("index", "update", parts / "nowhere", parts / "tomorrow.csv")
    assert (done.code, (parts / "nowhere").exists()) == (3, False)


def change(index, parts):
    """One change in a process of its own."""
    from jobmatch.workflows.indexing import index_update
    from jobmatch.workflows.source import Source

    index_update(str(index), Source(str(parts / "tomorrow.csv")), str(parts / "closed.txt"))


@pytest.mark.parametrize("seed", range(int(os.environ.get("JOBMATCH_FAULTS", "0")) or 3))
def test_a_killed_change_leaves_the_old_index_or_the_new_one(run, parts, seed):
    """At any moment."""
    index = built(run, parts)
    old = ids(index)
    process = multiprocessing.get_context("fork").Process(target=change, args=(index, parts))
    process.start()
    process.join(random.Random(seed).uniform(0, 1.5))
    if process.is_alive():
        os.kill(process.pid, signal.SIGKILL)
    process.join()
    now = ids(index)
    change(index, parts)
    assert now in (old, ids(index))
    assert jm.Matcher.load(index).market_.about["postings"] == len(ids(index))


def test_what_there_was_to_close_is_counted(run, parts):
    """Ids that the index does not know are told: a slip in the list is seen."""
    index = built(run, parts)
    (parts / "closed.txt").write_text("ZZZ\n" + (parts / "closed.txt").read_text("utf-8"), "utf-8")
    done = run("index", "update", index, "--close", parts / "closed.txt")
    assert (done.objects[0]["closed"], done.objects[0]["not_closed"]) == (20, 1)
    assert "ZZZ" in done.err


def test_an_index_says_in_words_what_it_holds(run, parts):
    """Beside the JSON on standard output, a line for people."""
    done = run("index", "update", built(run, parts), "--close", parts / "closed.txt")
    count = done.objects[0]["postings"]
    assert f"关闭 20 个，现有 {count} 个" in done.err

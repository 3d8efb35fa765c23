"""Postings that were closed: who asks for one is told so."""

import pytest
from builders import client

import jobmatch as jm
from jobmatch.errors import UsageError
from jobmatch.workflows.indexing import index, index_update
from jobmatch.workflows.source import Source


@pytest.fixture
def folder(tmp_path):
    """An index of three postings, of which P-1 is closed."""
    names = ("保洁员", "保安", "厨师")
    lines = [f"P-{at},{name},4000,北京市大兴区" for at, name in enumerate(names, 1)]
    (tmp_path / "p.csv").write_text("\n".join(["岗位编号,岗位名称,工资,地点", *lines]), "utf-8")
    (tmp_path / "closed.txt").write_text("P-1\n", "utf-8")
    index(Source(str(tmp_path / "p.csv")), str(tmp_path / "index"))
    index_update(str(tmp_path / "index"), None, str(tmp_path / "closed.txt"))
    return tmp_path / "index"


def test_a_closed_posting_is_said_to_be_closed(folder):
    """With its title; one that nobody knows is not."""
    matcher = jm.Matcher.load(folder)
    with pytest.raises(UsageError, match="P-1（保洁员）已经关闭"):
        matcher.explain(client(), "P-1")
    with pytest.raises(UsageError, match="没有编号为 P-9"):
        matcher.explain(client(), "P-9")


def test_what_comes_again_is_open(folder):
    """An id that is posted again is no closed one, and the others stay so."""
    again = folder.parent / "again.csv"
    again.write_text("岗位编号,岗位名称,工资,地点\nP-1,保洁员,4200,北京市大兴区", "utf-8")
    index_update(str(folder), Source(str(again)), None)
    assert jm.Matcher.load(folder).explain(client(), "P-1").posting_id == "P-1"


def test_closing_is_remembered_by_later_updates_and_copies(folder, tmp_path):
    """An index that is changed again, or saved elsewhere, knows what was closed."""
    (folder.parent / "closed.txt").write_text("P-2\n", "utf-8")
    index_update(str(folder), None, str(folder.parent / "closed.txt"))
    jm.Matcher.load(folder).save(tmp_path / "copy")
    for name in ("P-1", "P-2"):
        with pytest.raises(UsageError, match="已经关闭"):
            jm.Matcher.load(tmp_path / "copy").explain(client(), name)


def test_only_the_last_closed_are_remembered(folder):
    """An index does not grow for ever."""
    from jobmatch.market.closed import closed_after
    from jobmatch.market.store import load_market

    market = load_market(folder)
    before = {f"X-{at}": "保洁" for at in range(9)}
    assert list(closed_after(before, market, market, (), 3)) == ["X-6", "X-7", "X-8"]

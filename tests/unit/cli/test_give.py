"""Results as JSON, rows, cards or a file by its ending."""

import csv
import io
import json

import pytest
from builders import client, market, posting

from jobmatch.cli import give

ROWS = [posting(title=title) for title in ("仓库管理员", "理货员", "保洁员")]
RESULT = market(*ROWS).recommend(client())
LEVEL = market(*ROWS).assess(client())
REASONS = market(*ROWS).explain(client(), "P-0")


@pytest.mark.parametrize(
    ("call", "result"),
    [(give.recommendations, RESULT), (give.assessments, LEVEL), (give.explanations, REASONS)],
)
class TestShapes:
    """Each kind of result in each shape."""

    def test_json_is_a_line_each(self, capsys, call, result):
        """Whole and alone on standard output."""
        call([result, result], "json", None, True)
        seen = capsys.readouterr()
        assert [json.loads(line) for line in seen.out.splitlines()] == [json.loads(json.dumps(result.to_dict()))] * 2
        assert seen.err == ""

    def test_csv_has_one_heading(self, capsys, call, result):
        """And as many rows for two as twice for one."""
        call([result, result], "csv", None, True)
        rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
        assert rows
        assert len(rows) % 2 == 0
        assert {row["client_id"] for row in rows} == {"C-1"}

    def test_a_card_for_people(self, capsys, call, result):
        """Words, not JSON."""
        call([result], "table", None, False)
        out = capsys.readouterr().out
        assert out.strip()
        assert "{" not in out

    def test_a_json_file(self, capsys, tmp_path, call, result):
        """One is an object; the file is named on standard error."""
        call([result], "json", str(tmp_path / "一.json"), False)
        assert json.loads((tmp_path / "一.json").read_text("utf-8"))["client_id"] == "C-1"
        seen = capsys.readouterr()
        assert (seen.out, "一.json" in seen.err) == ("", True)

    def test_no_result_is_no_fault(self, capsys, call, result):
        """Nothing in, nothing out."""
        del result
        call([], "csv", None, True)
        assert capsys.readouterr().out == ""


def test_a_page_by_its_ending(tmp_path):
    """Html gives the printable page."""
    give.recommendations([RESULT], "table", str(tmp_path / "页.html"), False)
    assert (tmp_path / "页.html").read_text("utf-8").startswith("<!DOCTYPE html>")


def test_progress_passes_everything_on():
    """In the same order, and says nothing of what is done at once."""
    told = []
    assert list(give.with_progress(iter("abc"), 3, told.append)) == ["a", "b", "c"]
    assert told == []


def test_progress_is_told_while_it_lasts(monkeypatch):
    """Once the wait is over, how many are done."""
    monkeypatch.setattr(give, "_TELL_AFTER_SECONDS", 0.0)
    told = []
    list(give.with_progress(iter("ab"), 2, told.append))
    assert ["1/2" in told[0], "2/2" in told[1]] == [True, True]

"""Files are written whole or not at all, and open harmlessly."""

import json
import zipfile

import pandas as pd
import pytest

from jobmatch.errors import BadInput
from jobmatch.files.write import write_rows

ROWS = [{"title": "保洁<b>", "pay": 3500, "tags": ["急", "近"]}, {"title": "=HYPERLINK(1)", "pay": None, "tags": None}]


@pytest.mark.parametrize("ending", ["json", "jsonl", "csv", "xlsx", "html"])
def test_every_ending_is_written(tmp_path, ending):
    """The title of the first row can be found again."""
    path = write_rows(tmp_path / f"a.{ending}", ROWS, title="岗位")
    data = pd.read_excel(path, engine="calamine").to_csv() if ending == "xlsx" else path.read_text("utf-8-sig")
    assert "保洁" in data
    assert [file.name for file in tmp_path.iterdir()] == [f"a.{ending}"]


def test_a_formula_stays_text(tmp_path):
    """In a sheet it is a text, in CSV it has an apostrophe before it."""
    with zipfile.ZipFile(write_rows(tmp_path / "a.xlsx", ROWS)) as book:
        assert b"<f>" not in book.read("xl/worksheets/sheet1.xml")
    assert "'=HYPERLINK(1)" in write_rows(tmp_path / "a.csv", ROWS).read_text("utf-8-sig")


def test_html_is_escaped_and_stands_alone(tmp_path):
    """Nothing in a posting becomes markup, nothing is fetched."""
    page = write_rows(tmp_path / "a.html", [{"title": "<script>x</script>"}], title="a & b").read_text("utf-8")
    assert "&lt;script&gt;" in page and "<script" not in page and "a &amp; b" in page and "http" not in page


def test_a_cell_too_long_for_excel_is_refused_and_the_old_file_stays(tmp_path):
    """Never cut without a word."""
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"old")
    with pytest.raises(BadInput, match="32767"):
        write_rows(path, [{"a": "x" * 32_768}])
    assert path.read_bytes() == b"old"


def test_not_a_number_is_null_in_json(tmp_path):
    """Strict JSON knows no NaN."""
    assert json.loads(write_rows(tmp_path / "a.json", [{"a": float("nan")}]).read_text())[0]["a"] is None


def test_a_folder_that_is_not_there_is_one_clear_line(tmp_path):
    """With exit code 3."""
    with pytest.raises(BadInput, match="写不了"):
        write_rows(tmp_path / "nowhere" / "a.csv", ROWS)


def test_a_file_that_was_there_keeps_its_rights(tmp_path):
    """A list for one pair of eyes does not become readable by all."""
    path = write_rows(tmp_path / "a.csv", ROWS)
    path.chmod(0o600)
    assert write_rows(path, ROWS).stat().st_mode & 0o777 == 0o600

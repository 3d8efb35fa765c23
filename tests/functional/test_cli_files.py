"""Answers written to files: each ending for each command, escaped, replaced whole."""

import csv
import io
import json
import re

import openpyxl
import pytest

from jobmatch import demo

ALL_FOUR = demo.clients_path()


@pytest.fixture
def saved(ask, tmp_path):
    """Write the answer for all four clients to a file with the given ending."""

    def write(ending, command="recommend", client=ALL_FOUR):
        file = tmp_path / f"结果{ending}"
        done = ask(command, "-o", file, client=client)
        assert (done.code, done.out) == (0, ""), done.err
        assert "结果" in done.err
        return file

    return write


def test_a_json_file(saved, one_client, demo_people):
    """One client is an object, many are a list."""
    assert json.loads(saved(".json", client=one_client).read_text("utf-8"))["client_id"] == "PLN-4"
    assert [one["client_id"] for one in json.loads(saved(".json").read_text("utf-8"))] == list(demo_people)


@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
def test_sheets(saved, ending):
    """Three rows a client under headings, in a table that Excel and a reader open; no cell is a formula."""
    file = saved(ending)
    if ending == ".csv":
        table = list(csv.reader(io.StringIO(file.read_text("utf-8-sig"))))
    else:
        sheet = openpyxl.load_workbook(file).active
        assert not [cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
        table = [list(row) for row in sheet.iter_rows(values_only=True)]
    assert len(table) == 1 + 12
    # a file is for people; a program asks for --format csv or json
    assert {"服务对象编号", "岗位", "单位", "得分"} <= set(table[0])


def test_a_page_that_needs_nothing_else(saved, ask):
    """Every job and reason is on the page; no script, no address of another machine."""
    page = saved(".html").read_text("utf-8")
    jobs = [job for one in ask("recommend", "--format", "json", client=demo.clients_path()).objects
            for job in one["recommendations"]]  # fmt: skip
    assert all(job["title"] in page and job["employer"] in page for job in jobs)
    assert not re.search(r"<script|<link|src=|@import|url\(", page)


@pytest.mark.parametrize("ending", [".json", ".csv", ".xlsx", ".html"])
@pytest.mark.parametrize("command", ["assess", "recommend"])
def test_every_ending_for_every_command(saved, command, ending):
    """What is assessed and what is recommended, as all four kinds of file."""
    assert saved(ending, command).stat().st_size > 100


def test_texts_of_strangers_are_escaped(run, tmp_path, one_client):
    """A posting whose title is markup or a formula stays text, on the page and in the sheet."""
    title = "库管员<script>alert(1)</script>"
    row = {"title": title, "employer": "=HYPERLINK(\"http://example.org\")", "location": "北京市大兴区榆垡镇",
           "salary": "5000元/月", "posted_on": "2026-11-20"}  # fmt: skip
    (tmp_path / "p.json").write_text(json.dumps([row]), "utf-8")
    for ending in (".html", ".xlsx"):
        where = ("--client", one_client, "--postings", tmp_path / "p.json", "--as-of", demo.AS_OF)
        assert run("recommend", *where, "-o", tmp_path / f"out{ending}").code == 0
    assert "<script" not in (tmp_path / "out.html").read_text("utf-8")
    cells = [cell for row in openpyxl.load_workbook(tmp_path / "out.xlsx").active.iter_rows() for cell in row]
    assert any("HYPERLINK" in str(cell.value) for cell in cells)
    assert all(cell.data_type != "f" for cell in cells)


def test_a_second_run_replaces_the_file(ask, tmp_path):
    """The old file goes in one step, and nothing else is left in the folder."""
    file = tmp_path / "out.json"
    file.write_text("old", "utf-8")
    assert ask("recommend", "-o", file).code == 0
    assert json.loads(file.read_text("utf-8"))["client_id"] == "PLN-4"
    assert [one.name for one in tmp_path.iterdir()] == ["out.json"]

"""Files that commands write for people: headings and words in Chinese, and read again where a command reads them."""

import csv
import io
import re

import pytest

from jobmatch import demo
from jobmatch.reports.rows import for_people

CHINESE = re.compile(r"[一-鿿]")
ON = ("--as-of", demo.AS_OF)
OF_CLIENTS = ("refer", "vacancy", "fair", "recommend", "assess", "plan", "what-if", "directions", "explain")


def table(file):
    """The rows of a CSV file by heading."""
    return list(csv.DictReader(io.StringIO(file.read_text("utf-8-sig"))))


@pytest.mark.parametrize("command", OF_CLIENTS)
def test_headings_are_chinese(run, demo_index, tmp_path, command):
    """No name of a field stands above a column."""
    posting = "DX20260006" if command == "vacancy" else "DX20260332"
    about = ("--posting", posting) if command in ("refer", "vacancy", "explain") else ()
    out = tmp_path / "out.csv"
    run(command, *about, "--postings", demo_index, "--clients", demo.clients_path(), *ON, "-o", out)
    headings = list(table(out)[0])
    times = re.compile(r"\d\d:\d\d")
    assert [name for name in headings if not CHINESE.search(name) and not times.fullmatch(name)] == []


@pytest.fixture
def case(run, tmp_path, monkeypatch):
    """A command of the casebook with its answer in a file; the rows of the file."""
    monkeypatch.setenv("JOBMATCH_CASEBOOK", str(tmp_path / "cases.db"))
    roster = "求职者编号,年龄,就业状态,工作性质,目标清晰度,求职意向,登记日期\nC-1,40,失业,全职,清晰,库管,2026-11-02\n"
    (tmp_path / "roster.csv").write_text(roster, "utf-8")

    def command(*words):
        out = tmp_path / f"{words[0]}.csv"
        assert run("case", *words, *ON, "-o", out).code == 0
        return table(out)

    command("import", tmp_path / "roster.csv")
    return command


@pytest.mark.parametrize("words", [("show", "C-1"), ("verify",), ("numbers",), ("measure", "C-1", "N1"), ("export",)])
def test_the_casebook_writes_chinese(case, words):
    """Headings and words, the categories and kinds of events too."""
    rows = case(*words)
    assert all(CHINESE.search(name) for name in rows[0])
    assert not {"registered", "unemployed", "newly_unemployed", "measure_given"} & set(rows[0].values())


def test_an_export_is_taken_in_unchanged(case, tmp_path):
    """Status, hours and clarity in Chinese are the same facts: nothing changes in the book."""
    case("export")
    assert case("import", tmp_path / "export.csv")[0]["没有变化"] == "1"


def test_english_csv_keeps_the_names_of_fields(run, demo_index, tmp_path):
    """In English the names of fields are the headings."""
    out = tmp_path / "out.csv"
    run("recommend", "--postings", demo_index, "--clients", demo.clients_path(), *ON, "-o", out, "--lang", "en")
    assert {"client_id", "title", "score"} <= set(table(out)[0])


def test_a_word_without_chinese_stays():
    """What the catalogue does not know is not lost."""
    assert for_people({"kind": "else", "model": "spring"}) == {"类别": "else", "模型": "spring"}

"""Files as people have them: columns named by hand, rows refused, rosters of clients, an index made anew."""

import csv
import io
import json
import re

import pytest

from jobmatch import demo

HAN = re.compile("[\u4e00-\u9fff]")


@pytest.fixture
def rough(tmp_path):
    """A file of four rows: an unknown heading, a row without a title, one vacancy twice."""
    file = tmp_path / "rough.csv"
    guard = "保安,乙公司,北京市大兴区,4000元/月"
    rows = ["甲列,单位名称,工作地点,薪资", "库管员,甲公司,北京市大兴区榆垡镇,5000元/月", ",甲公司,,"]
    file.write_text("\n".join([*rows, guard, guard]), "utf-8")
    return file


def test_map_names_a_column(run, rough, one_client):
    """--map 甲列=title reads what no synonym tells."""
    where = ("--client", one_client, "--postings", rough, "--as-of", demo.AS_OF, "--format", "json")
    done = run("recommend", *where, "--map", "甲列=title")
    assert [job["title"] for job in done.objects[0]["recommendations"]][:1] == ["库管员"]


def test_rejected_rows_are_written_with_their_reason(run, rough, one_client, tmp_path):
    """Exit code 4, the balance on standard error, and the row in the file with its number."""
    where = ("--client", one_client, "--postings", rough, "--map", "甲列=title", "--as-of", demo.AS_OF)
    done = run("recommend", *where, "--format", "json", "--rejected", tmp_path / "left.csv")
    assert done.code == 4
    assert len(done.objects) == 1
    assert all(str(number) in done.err for number in (4, 2, 1))
    table = list(csv.DictReader(io.StringIO((tmp_path / "left.csv").read_text("utf-8-sig"))))
    assert [row["row"] for row in table] == ["3"]
    assert HAN.search(table[0]["reason"])


def test_explain_says_whose_explanation_it_is_and_passes_over_who_has_no_level(run, demo_index, best, tmp_path):
    """Of a roster each by the id; who wants no work is told on standard error."""
    people = tmp_path / "people.csv"
    people.write_text(
        "编号,年龄,学历,意向岗位,就业意愿\nC-1,40,高中,保洁,有\nC-2,50,初中,保安,无\nC-3,30,大专,会计,有\n", "utf-8"
    )
    done = run("explain", "--client", people, "--postings", demo_index, "--posting", best)
    assert [line.split()[0] for line in done.out.splitlines() if "得分" in line] == ["C-1", "C-3"]
    assert "C-2" in done.err


def test_a_note_in_a_file_for_people_holds_no_word_of_the_program(run, tmp_path):
    """Fields, headings and values are Chinese; a file for programs keeps its names."""
    note = tmp_path / "note.txt"
    note.write_text("李某，45岁，失业半年，目标明确，想找保洁，家里有孩子要接送，全职，没有驾照。", "utf-8")
    run("read-notes", note, "-o", tmp_path / "note.csv")
    told = (tmp_path / "note.csv").read_text("utf-8-sig")
    assert all(word in told for word in ("就业状态", "失业", "清晰", "孩子", "全职"))
    assert not re.search("[a-z_]{3,}", re.sub(r"N-[0-9a-f]+", "", told))
    assert "registration.status,unemployed" in run("read-notes", note, "--format", "csv").out


@pytest.fixture
def odd_roster(tmp_path):
    """A roster of two rows under headings that nobody knows; the second has no id."""
    file = tmp_path / "people.csv"
    file.write_text("甲号,乙,学历\nC-1,三十五岁,高中\n,40,高中\n", "utf-8")
    return file


ODD = ("--map", "甲号=client_id", "--map", "乙=age")


def test_map_serves_the_roster_beside_an_index_and_beside_a_file(run, odd_roster, rough, demo_index):
    """Each file takes the columns that it has."""
    for where in (("--postings", demo_index), ("--postings", rough, "--map", "甲列=title")):
        done = run("assess", "--client", odd_roster, *where, *ODD, "--format", "json")
        assert [one["client_id"] for one in done.objects] == ["C-1"]


def test_map_of_a_column_that_no_file_has_names_both_files(run, odd_roster, rough):
    """And the headings of each that were seen."""
    done = run("assess", "--client", odd_roster, "--postings", rough, *ODD, "--map", "甲列=title", "--map", "丙=skills")
    assert done.code == 3
    assert all(word in done.err for word in ("people.csv", "rough.csv", "丙", "skills", "单位名称"))


def test_rejected_rows_of_a_roster_are_written_beside_those_of_postings(run, odd_roster, rough, demo_index, tmp_path):
    """One file holds what was left out of all that was read, an index or not."""
    left = tmp_path / "left.csv"
    for where, files in ((("--postings", demo_index), ["people.csv"]),
                         (("--postings", rough, "--map", "甲列=title"), ["people.csv", "rough.csv"])):  # fmt: skip
        assert run("assess", "--client", odd_roster, *where, *ODD, "--rejected", left).code == 4
        assert [row["file"] for row in csv.DictReader(io.StringIO(left.read_text("utf-8-sig")))] == files


def test_index_tells_what_it_made(run, rough, tmp_path):
    """A folder that other commands open, and on standard output what it is as JSON."""
    done = run("index", rough, "--map", "甲列=title", "-o", tmp_path / "market")
    assert done.code == 4
    assert json.loads(done.out)["index"] == str(tmp_path / "market")
    assert (tmp_path / "market").is_dir()


def test_index_anew_replaces_the_old_one(run, tmp_path, one_client):
    """The daily index goes in the place of yesterday's."""
    for _ in range(2):
        assert run("index", demo.postings_path(), "-o", tmp_path / "market").code == 0
    assert run("recommend", "--client", one_client, "--postings", tmp_path / "market").code == 0
    assert [one.name for one in tmp_path.iterdir()] == ["market"]


def test_a_roster_of_clients_is_welcome(ask, tmp_path):
    """Rows of a bureau's sheet, title row above the headings and all."""
    roster = tmp_path / "roster.csv"
    head = "大兴区求职登记表,,,,,\n求职者编号,年龄,文化程度,求职意向,居住地,期望薪资\n"
    roster.write_text(head + "D-1,40,高中,库管员,北京市大兴区榆垡镇,4500\n", "gb18030")
    done = ask("recommend", "--format", "json", client=roster)
    assert done.objects[0]["client_id"] == "D-1"
    assert done.objects[0]["recommendations"]

"""The demo's postings are made up, varied and repeatable; its clients are the four of the PLN document."""

import csv
import importlib.util
import json
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

import jobmatch as jm
from jobmatch.columns.matching import match_headings
from jobmatch.demo import caseload_path, clients_path, outcomes_path, postings_path
from jobmatch.records.client import Client, unknown_keys

TOOL = Path(__file__).resolve().parents[3] / "tools" / "make_demo.py"


def rows():
    """Read the shipped table."""
    with postings_path().open(encoding="utf-8-sig", newline="") as table:
        return list(csv.DictReader(table))


def text_of(row):
    """Join what a reader of the posting sees."""
    return row["岗位名称"] + row["岗位描述"] + row["任职要求"] + row["薪资"]


@pytest.fixture(scope="module")
def tool():
    """Load the script that writes the table."""
    if not TOOL.is_file():
        pytest.skip("tools/make_demo.py is not in an installed package")
    spec = importlib.util.spec_from_file_location("make_demo", TOOL)
    module = importlib.util.module_from_spec(spec)
    sys.modules["make_demo"] = module  # dataclasses look their own module up
    spec.loader.exec_module(module)
    return module


def test_the_tool_writes_the_same_bytes_again(tool):
    """What the tool writes is the shipped file, to the byte."""
    assert tool.as_csv() == postings_path().read_bytes()


def test_the_hash_seed_changes_nothing(tool):
    """Another interpreter with another hash seed writes the same file."""
    code = "import make_demo, sys; sys.stdout.buffer.write(make_demo.as_csv())"
    env = os.environ | {"PYTHONHASHSEED": "7", "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, env=env, cwd=TOOL.parent)
    assert done.stdout == tool.as_csv()


def test_every_posting_is_marked_as_made_up(tool):
    """Each row says so, each employer's name shows it, each address leads nowhere."""
    for row in rows():
        assert row["数据说明"] == "虚构示例"
        assert any(mark in row["单位名称"] for mark in tool.MARKS)
        assert row["链接"] == "" or row["链接"].startswith("https://example.org/")


def test_nobody_can_be_called():
    """No text holds a telephone number or a mail address."""
    for row in rows():
        digits = "".join(c if c.isdigit() else " " for c in text_of(row)).split()
        assert all(len(run) < 7 for run in digits)
        assert "@" not in text_of(row)


def test_no_template_mark_is_left_in_a_text():
    """Braces, bars and brackets of the templates are all resolved."""
    assert not [row for row in rows() if set("{}[]|!") & set(row["岗位描述"] + row["任职要求"] + row["岗位名称"])]


def test_there_are_enough_postings_with_ids_of_their_own():
    """At least 400 postings, each with another id and a title."""
    table = rows()
    assert len(table) >= 400
    assert len({row["岗位编号"] for row in table}) == len(table)
    assert all(row["岗位名称"].strip() for row in table)


def test_only_the_wanted_duplicates_repeat():
    """Ten vacancies are posted twice, and no other text comes back."""
    seen = Counter((row["单位名称"], row["岗位名称"], row["岗位描述"], row["任职要求"]) for row in rows())
    assert sorted(seen.values())[-11:] == [1] + [2] * 10


@pytest.mark.parametrize(
    ("kind", "count"),
    [("public_welfare", 12), ("closed", 12), ("full", 4)],
)
def test_counts_by_kind(kind, count):
    """As many of each special kind as the README says."""
    is_kind = {
        "public_welfare": lambda row: row["岗位属性"] == "公益性岗位",
        "closed": lambda row: "" < row["截止日期"] < "2026-11-20",
        "full": lambda row: row["招聘人数"] == "0",
    }[kind]
    assert sum(map(is_kind, rows())) == count


@pytest.mark.parametrize(
    "words",
    [
        "限女性",
        "限男性",
        "未婚",
        "汉族",
        "乙肝",
        "押金",
        "培训费",
        "培训贷",
        "身份证押",
        "月入3万",
        "不要外地户籍",
    ],
)
def test_unlawful_and_suspicious_postings_are_there(words):
    """Each thing that the law forbids is asked by at least one posting."""
    assert any(words in text_of(row) for row in rows())


@pytest.mark.parametrize(
    ("words", "least"),
    [
        ("保洁", 20), ("库管|仓管|保管员", 6), ("保安|秩序", 6), ("护理员|护工", 4), ("司机", 6),
        ("新媒体|运营", 8), ("文员|行政", 6), ("会计|出纳", 4), ("研发|实验|检验", 10),
        ("开发|测试|运维", 5), ("收银|理货|导购", 8), ("厨|面点", 8),
    ],
)  # fmt: skip
def test_ordinary_work_comes_in_numbers(words, least):
    """The trades that a district bureau sees every week are all there."""
    assert sum(any(word in row["岗位名称"] for word in words.split("|")) for row in rows()) >= least


def test_the_columns_vary_as_typed_ones_do():
    """Pay, place, education and years are each written in many ways, and at times not at all."""
    table = rows()
    for heading, ways in (
        ("薪资", 120),
        ("工作地点", 80),
        ("学历要求", 25),
        ("经验要求", 15),
        ("工作时间", 30),
    ):
        texts = [row[heading] for row in table]
        assert len(set(texts)) >= ways, heading
        assert "" in texts, heading


def test_every_heading_is_known():
    """Each column is claimed by the field that it is meant for."""
    headings = list(rows()[0])
    found = match_headings(headings, "posting")
    assert {headings[i] for i in found.unknown} <= {"数据说明"}
    meant = {"kind": "岗位属性", "requirements": "任职要求", "title": "岗位名称", "closes_on": "截止日期"}
    assert {field: headings[found.fields[field][0]] for field in meant} == meant


def test_the_four_clients_are_read():
    """The profiles have no unknown key and no value that is refused."""
    told = json.loads(clients_path().read_text("utf-8"))
    assert [one["client_id"] for one in told] == ["PLN-1", "PLN-2", "PLN-3", "PLN-4"]
    assert [list(unknown_keys(one)) for one in told] == [[], [], [], []]
    assert [Client(**one).conditions.age for one in told] == [23, 24, 49, 40]


def test_what_the_document_leaves_open_stays_unknown():
    """No certificate, licence or group is invented."""
    people = [Client(**one) for one in json.loads(clients_path().read_text("utf-8"))]
    assert [one.conditions.certificates for one in people] == [None] * 4
    assert [one.conditions.driving_licence for one in people] == [None] * 4
    assert [one.registration.groups for one in people[1:]] == [None] * 3
    assert people[2].conditions.experience == ()


def test_the_made_up_outcomes_fit_the_caseload_and_the_postings():
    """Every row is read, of a client and a posting that are there, with the chance of having been shown."""
    people = {client.client_id for client in jm.read_clients(caseload_path())}
    shown = jm.read_outcomes(outcomes_path())
    assert shown.balance.read == len(shown) > 1000
    assert set(shown.frame["client_id"]) <= people
    assert set(shown.frame["posting_id"]) <= {row["岗位编号"] for row in rows()}
    assert shown.frame["propensity"].notna().all()

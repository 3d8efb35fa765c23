"""Certificates and licences in made-up sentences, and what a client's own cover."""

import csv
from pathlib import Path

import pytest

from jobmatch.text.asked.certificates import find_certificates, holds
from jobmatch.text.asked.licences import licence_covers, parse_licence
from jobmatch.text.asked.papers_by_law import required_by_occupation


def _rows(name):
    return list(csv.DictReader(Path(__file__).with_name(name).open(encoding="utf-8")))


@pytest.mark.parametrize("row", _rows("certificates.csv"), ids=lambda row: row["text"])
def test_certificates_of_a_sentence(row):
    """Each sentence names the certificates of its row, each asked for as the row tells."""
    found = find_certificates(row["text"])
    expected = {part: {name for name in row[part].split("|") if name} for part in ("required", "preferred", "negated")}
    assert {m.name for m in found if m.required} == expected["required"]
    assert {m.name for m in found if m.preferred} == expected["preferred"]
    assert {m.name for m in found if m.negated} == expected["negated"]


@pytest.mark.parametrize("row", _rows("licences.csv"), ids=lambda row: row["text"])
def test_licence_of_a_sentence(row):
    """Each sentence asks for the driving class of its row."""
    need = parse_licence(row["text"])
    assert need.asked == (row["asked"] or None)
    assert need.required == {"true": True, "false": False, "": None}[row["required"]]


@pytest.mark.parametrize(
    ("held", "asked", "covers"),
    [
        ("A1", "A3", True),
        ("A1", "A2", False),
        ("A2", "B1", True),
        ("A2", "A3", False),
        ("A3", "C1", True),
        ("A3", "B2", False),
        ("B1", "B2", False),
        ("B2", "C1", True),
        ("C1", "C2", True),
        ("C1", "B2", False),
        ("C2", "C1", False),
        ("C1驾照", "any", True),
        ("D", "any", False),
        ("D", "E", True),
        ("有驾照", "C1", None),
        ("无", "any", False),
        (None, "any", None),
        ("C1", None, True),
    ],
)
def test_the_ladder_of_classes(held, asked, covers):
    """A class covers what the regulation's annex lists, and nothing else."""
    assert licence_covers(held, asked) is covers


@pytest.mark.parametrize(
    ("title", "certificate"),
    [
        ("叉车司机", "叉车证"),
        ("夜班电工", "低压电工证"),
        ("氩弧焊工", "焊工证"),
        ("ICU护士", "护士执业证"),
        ("小学语文老师", "教师资格证"),
        ("照顧服務員", "照顾服务员证明"),
        ("小区保安", "保安员证"),
        ("餐厅服务员", "健康证"),
        ("网约车司机", "网约车驾驶员证"),
    ],
)
def test_certificates_that_a_title_implies(title, certificate):
    """The law asks for a certificate where the title names such work."""
    assert any(certificate in need.certificates for need in required_by_occupation(title))


@pytest.mark.parametrize(
    "title", ["叉车销售", "医药代表", "律师助理", "自动驾驶算法工程师", "点焊工", "仓管员", "司机招聘专员"]
)
def test_titles_that_imply_nothing(title):
    """A title that only touches such work implies nothing."""
    assert required_by_occupation(title) == ()


def test_holding_implies_less():
    """Whoever holds the higher certificate holds the lower one."""
    assert {"英语四级", "驾驶证C1", "驾驶证B2"} <= holds(["CET6", "A2驾照"])

"""Certificates and licences in made-up sentences, and what a client's own cover."""

import csv
from pathlib import Path

import pytest

from jobmatch.text.asked.certificates import find_certificates, holds
from jobmatch.text.asked.licences import parse_licence
from jobmatch.text.asked.licences_held import licence_covers
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


@pytest.mark.parametrize(
    ("held", "about", "asked"),
    [
        ("CET6", "", "英语四级"),
        ("六级", "", "英语四级"),
        ("大学英语六级", "", "英语六级"),
        ("TEM-8", "", "英语六级"),
        ("JLPT N1", "", "日语N2"),
        ("N1", "日语", "日语N3"),
        ("N1", "", "叉车证"),
        ("N3", "", "日语N4"),
        ("IELTS 7", "", "雅思成绩(6.5)"),
        ("TOEFL 100", "", "托福成绩(90)"),
        ("TOPIK 6", "", "韩语能力证书(4级)"),
        ("BEC高级", "", "剑桥商务英语证书(中级)"),
        ("PMP certified", "", "PMP"),
        ("AWS", "", "AWS认证"),
        ("RN", "", "LPN执照"),
        ("Registered Nurse", "", "护士执业证"),
        ("forklift cert", "", "叉车证"),
        ("CPR/First Aid", "", "急救证"),
        ("Food Handler's Card", "", "食品安全管理员证"),
    ],
)
def test_a_paper_that_is_held_is_the_one_that_is_asked(held, about, asked):
    """However it is written in a list of one's own; a higher grade holds the lower ones."""
    assert asked in holds([held], about)


@pytest.mark.parametrize(
    ("held", "about", "asked"),
    [
        ("CET-4", "", "英语六级"),
        ("N2", "日语", "日语N1"),
        ("N1", "日语", "叉车证"),
        ("IELTS 6", "", "雅思成绩(6.5)"),
        ("LPN", "", "护士执业证"),
        ("AWS认证", "", "阿里云认证"),
        ("CISSP", "", "CISP"),
        ("电工四级", "", "英语四级"),
    ],
)
def test_a_lower_grade_and_another_paper_are_not(held, about, asked):
    """Nor what only sounds alike."""
    assert asked not in holds([held], about)


@pytest.mark.parametrize(
    ("held", "asked"),
    [("CDL Class A", "A2"), ("CDL", "B2"), ("Class B CDL", "B2"), ("CDL", "C1"), ("Driver's license", "any")],
)
def test_licences_in_english_cover_what_is_asked(held, asked):
    """A commercial licence of no class is one of the least."""
    assert licence_covers(held, asked)
    assert parse_licence(f"{held} required").required

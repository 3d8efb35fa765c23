"""Employers told by all their postings: schools that sell courses, and honest houses of which some look alike."""

import csv
from pathlib import Path

import pytest

import jobmatch as jm
from jobmatch.market.screened import screen_postings

ROWS = list(csv.DictReader(Path(__file__).with_name("employers.csv").open(encoding="utf-8")))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["what"])
def test_an_employer_is_told_by_all_its_postings(row):
    """Every posting of a school is warned of, whatever its own words, and none of another employer."""
    name = "某某人力资源有限公司" if "agency" in row["what"] else "某某甲乙有限公司"
    titles = row["titles"].split("；")
    found = screen_postings(jm.read_postings([{"title": title, "employer": name} for title in titles]))
    warned = [one.title for one in found if "mill" in {finding.kind for finding in one.findings}]
    assert sorted(warned) == (sorted(titles) if row["school"] == "yes" else [])

"""Schooling and years of work asked, row by row."""

import csv
from pathlib import Path

import pytest

from jobmatch.text.asked.education import parse_education
from jobmatch.text.asked.experience import parse_experience

HERE = Path(__file__).parent


def rows(name: str) -> list[dict[str, str]]:
    """The rows of a table beside this file."""
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("row", rows("education.csv"), ids=lambda row: row["text"])
def test_schooling_asked(row):
    """A text asks the rung that the table says, or none that can be told."""
    asked = parse_education(row["text"])
    assert ("" if asked is None else str(asked)) == row["rung"]


@pytest.mark.parametrize("row", rows("experience.csv"), ids=lambda row: row["text"])
def test_years_asked(row):
    """A text asks the years that the table says; other years are not taken for them."""
    years = parse_experience(row["text"])
    found = ("", "") if years is None else (f"{years.min:g}", "" if years.max is None else f"{years.max:g}")
    assert found == (row["min"], row["max"])

"""Working time in words and clock times, row by row."""

import csv
from dataclasses import asdict
from pathlib import Path

import pytest

from jobmatch.text.asked.hours import parse_hours

with (Path(__file__).parent / "hours.csv").open(encoding="utf-8", newline="") as file:
    ROWS = list(csv.DictReader(file))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["text"])
def test_hours(row):
    """A text tells exactly the facts of the table: what it does not say stays unknown."""
    told = {name: str(value) for name, value in asdict(parse_hours(row["text"])).items() if value is not None}
    assert told == dict(part.split("=") for part in row["facts"].split())

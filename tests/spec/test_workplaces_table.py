"""The place of work as texts tell it below a heading, row by row."""

import csv
from pathlib import Path

import pytest

from jobmatch.text.places.workplace import find_workplace

with (Path(__file__).parent / "workplaces.csv").open(encoding="utf-8", newline="") as file:
    ROWS = list(csv.DictReader(line for line in file if not line.startswith("#")))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["text"])
def test_workplace(row):
    """The place below a heading of the work is told; where one applies or the customers sit is none."""
    place = find_workplace(row["text"])
    assert (place.name if place else "") == row["place"]

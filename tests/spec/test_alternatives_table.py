"""What will do in place of the years that a posting asks, row by row."""

import csv
from pathlib import Path

import pytest

from jobmatch.text.asked.alternatives import instead_of_years
from jobmatch.text.fold import fold_lines

with (Path(__file__).parent / "alternatives.csv").open(encoding="utf-8", newline="") as file:
    ROWS = list(csv.DictReader(line for line in file if not line.startswith("#")))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["text"])
def test_instead_of_years(row):
    """A choice between years and something else is told; what is asked beside the years is none."""
    assert (instead_of_years(fold_lines(row["text"]).lower()) or "") == row["instead"]

"""Ways in which postings say how many, from when, what is paid for and what is asked, row by row."""

import csv
from datetime import date
from pathlib import Path

import pytest

from jobmatch.text.asked.hours import parse_hours
from jobmatch.text.asked.requirements import read_requirements

with (Path(__file__).parent / "posting_ways.csv").open(encoding="utf-8", newline="") as file:
    ROWS = list(csv.DictReader(file))
SEEN = date(2026, 11, 29)  # the day from which days without a year are seen
OF_TIME = ("daily", "days_per_week", "kind", "night", "shift")


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['field']} {row['text']}")
def test_posting_way(row):
    """A way of saying it is read; an empty value means that the text does not say."""
    text, field = row["text"], row["field"]
    if field in OF_TIME:
        told = getattr(parse_hours(text), field)
    else:  # a field alone is what a column holds; here it stands at the end of a text
        told = getattr(read_requirements(f"岗位要求:认真负责,吃苦耐劳,听从安排。{text}", as_of=SEEN), field)
    number = isinstance(told, int | float) and not isinstance(told, bool)
    assert (f"{told:g}" if number else str(told or "" if told is not False else told)) == row["value"]

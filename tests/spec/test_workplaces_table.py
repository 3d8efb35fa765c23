"""The place of work as texts tell it below a heading or in a title, row by row."""

import csv
from pathlib import Path

import pytest

from jobmatch.text.places.place import parse_place
from jobmatch.text.places.workplace import find_elsewhere, find_workplace


def _rows(name: str) -> list[dict[str, str]]:
    with (Path(__file__).parent / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(line for line in file if not line.startswith("#")))


@pytest.mark.parametrize("row", _rows("workplaces.csv"), ids=lambda row: row["text"])
def test_workplace(row):
    """The place below a heading of the work is told; where one applies or the customers sit is none."""
    place = find_workplace(row["text"])
    assert (place.name if place else "") == row["place"]


@pytest.mark.parametrize("row", _rows("elsewhere.csv"), ids=lambda row: row["title"])
def test_elsewhere(row):
    """Another city in a bracket of the title is told; a street, a shop or the same province is none."""
    place = find_elsewhere(row["title"], parse_place(row["place"]))
    assert (place.name if place else "") == row["elsewhere"]

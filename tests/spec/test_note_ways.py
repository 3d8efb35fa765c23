"""The ways in which counsellors say a field: each row of the table is read as it stands."""

import csv
import json
from datetime import date
from pathlib import Path

import pytest

import jobmatch as jm

with (Path(__file__).parent / "note_ways.csv").open(encoding="utf-8", newline="") as file:
    ROWS = list(csv.DictReader(file))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['field']}-{row['words']}")
def test_a_way_to_say_it(row):
    """A few words give their field; where the table has null they give nothing."""
    found = jm.read_notes(row["words"], today=date(2026, 11, 22)).evidence.get(row["field"])
    value = None if found is None else list(found.value) if isinstance(found.value, tuple) else found.value
    assert value == json.loads(row["value"])

"""What screening finds, and what it leaves alone: one made-up sentence a row."""

import csv
from pathlib import Path

import pytest

from jobmatch.screening import screen_text

ROWS = list(csv.DictReader(Path(__file__).with_name("screening.csv").open(encoding="utf-8")))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["text"])
def test_kinds_of_a_sentence(row):
    """Each sentence yields the kinds of its row, apart from what is lawful."""
    found = screen_text(row["text"])
    assert "|".join(sorted({f.kind for f in found if not f.lawful_exception})) == row["unlawful"]
    assert "|".join(sorted({f.kind for f in found if f.lawful_exception})) == row["lawful"]


def test_half_of_the_table_is_hard_negatives():
    """The table holds at least 150 sentences, and about half of them must not be found."""
    clean = [row for row in ROWS if not row["unlawful"]]
    assert len(ROWS) >= 150
    assert len(clean) * 2 >= len(ROWS) * 0.9

"""How jobmatch speaks to a counsellor in Taiwan, row by row."""

import csv
from pathlib import Path

import pytest

from jobmatch.messages import WRITTEN, _catalogue
from jobmatch.traditional import characters, name, sentence

pytest.importorskip("opencc")

with (Path(__file__).parent / "taiwan.csv").open(encoding="utf-8", newline="") as file:
    ROWS = list(csv.DictReader(line for line in file if not line.startswith("#")))


def _of_key(key: str) -> str:
    return sentence(_catalogue().at(f"{key}.{WRITTEN[0]}"))


HOW = {"sentence": _of_key, "name": name, "characters": characters}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["said"])
def test_as_it_is_said_in_taiwan(row):
    """A sentence and a name are turned into the words of Taiwan, a posting's own words into its characters alone."""
    assert HOW[row["what"]](row["said"]) == row["taiwan"]

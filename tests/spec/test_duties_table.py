"""The work of a posting whose title does not tell it: by its duties, by who offers it, or unknown."""

import csv
from pathlib import Path

import pytest

from jobmatch.text.fold import fold_lines
from jobmatch.text.work.duties import told_work
from jobmatch.text.work.trades import WAYS, trade_names, trades_of

CASES = list(csv.DictReader((Path(__file__).parent / "duties.csv").open(encoding="utf-8")))


@pytest.mark.parametrize("case", CASES, ids=[f"{case['title']} {case['duties'][:12]}" for case in CASES])
def test_the_work_is_told(case):
    """An empty cell stands for titles that tell it themselves and for what nothing tells."""
    told = told_work(case["title"], fold_lines(case["duties"]), case["employer"]).work
    named = {trade_names()[trade // WAYS] for trade in trades_of(told)} if told else {""}
    assert case["work"] in named

"""Work as people say it, with a verb: 开车, 带孩子, 看大门."""

import csv
from pathlib import Path

import pytest

from jobmatch.text.work.trades import WAYS, trade_names, trades_of

CASES = list(csv.DictReader((Path(__file__).parent / "work_phrases.csv").open(encoding="utf-8")))


@pytest.mark.parametrize("case", CASES, ids=[case["phrase"] for case in CASES])
def test_a_verb_phrase_names_its_trade(case):
    """Of several trades that a phrase may mean one is enough."""
    named = {trade_names()[trade // WAYS] for trade in trades_of(case["phrase"])}
    assert named & set(case["trades"].split("|"))

"""A posting that has been up for long is handed over with a word of warning."""

import pytest
from builders import client, market, posting


@pytest.mark.parametrize(
    ("dates", "days"),
    [
        ({"posted_on": "2025-12-02"}, 355),
        ({"posted_on": "2026-11-01"}, None),
        ({"posted_on": "2025-12-02", "closes_on": "2026-12-31"}, None),
        ({"posted_on": "2027-12-02"}, None),
        ({}, None),
    ],
)
def test_an_old_posting_without_a_closing_day_is_to_be_rung_up_first(dates, days):
    """How long it has been up is said; where a closing day is still ahead, somebody is sought."""
    limits = market(posting(**dates)).recommend(client()).items[0].limits
    told = [line.text for line in limits if line.kind == "freshness"]
    assert told == ([f"发布于{days}天前，没有写截止日期，先打电话确认是否还招"] if days else [])

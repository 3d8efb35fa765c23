"""Pay texts in every form, labelled by somebody who did not know the rules: the share read right, and the kinds."""

import csv
from pathlib import Path

import pytest

import jobmatch as jm

LINES = Path(__file__).parent / "pay.csv"
# a base with commission is an amount that is stated; of piece work the amounts count where they are a month's
ALIKE = {"base_plus": "stated", "piece": "stated"}


def rows():
    """The labelled texts."""
    with LINES.open(encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table))


def right(row):
    """Whether both ends of a month's pay and the kind are as labelled, to a hundredth."""
    pay = jm.parse_salary(row["text"])
    ends = [float(row[name]) if row[name] else None for name in ("min_month", "max_month")]
    if pay.kind == "base_plus":  # with commission nobody knows the top
        return pay.min_month == pytest.approx(ends[0], rel=0.01)
    near = [None if end is None else pytest.approx(end, rel=0.01) for end in ends]
    return [pay.min_month, pay.max_month] == near and ALIKE.get(pay.kind, pay.kind) == ALIKE.get(
        row["kind"], row["kind"]
    )


def test_pay_is_read_right():
    """At least .99, the aim."""
    wrong = [row["text"] for row in rows() if not right(row)]
    assert len(wrong) <= 0.01 * len(rows()), wrong

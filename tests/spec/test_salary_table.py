"""Pay texts and what they mean, row by row."""

import csv
from pathlib import Path

import pytest

from jobmatch.text.pay.salary import parse_salary

HERE = Path(__file__).parent
CASES = HERE.parents[1] / "../shared/data/cases/salary_cases.csv"


def rows(path: Path) -> list[dict[str, str]]:
    """The rows of a table."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def said(value: float | None) -> str:
    """A number as the table writes it, empty where there is none."""
    return "" if value is None else f"{value:g}"


@pytest.mark.parametrize("row", rows(HERE / "salary.csv"), ids=lambda row: row["text"])
def test_pay_text(row):
    """A pay text means what the table says, down to its currency and kind."""
    pay = parse_salary(row["text"])
    found = {"text": row["text"], "min": said(pay.min), "max": said(pay.max), "period": pay.period}
    found |= {"months": said(pay.months), "currency": pay.currency, "kind": pay.kind}
    assert found == row


@pytest.mark.skipif(not CASES.exists(), reason="the shared cases are not here")
def test_shared_cases():
    """Every shared case is read as it says."""
    for row in rows(CASES):
        pay = parse_salary(row["text"])
        found = (said(pay.min), said(pay.max), pay.period, said(pay.months))
        assert found == (row["min"], row["max"], row["period"], row["months"]), row["text"]

"""How many kinds of work the tables name in a stranger's titles of all sectors; every second one was only counted."""

from collections import Counter
from itertools import product
from pathlib import Path

import pytest

from jobmatch.text.lexicon import rows_in
from jobmatch.text.work.trades import WAYS, akin_to, trades_of
from jobmatch.text.work.wishes import works_meant

ROWS = rows_in(Path(__file__).with_name("kinds.csv").read_text(encoding="utf-8"))
# the half → the least share of titles that name a trade, of other names that do, and of pairs that name akin ones; the
# least of wishes that tell the trade of their title or one akin, and the most that tell another
BANDS = {"looked_at": (0.98, 0.95, 0.97, 0.8, 0.14), "untouched": (0.92, 0.75, 0.85, 0.68, 0.2)}


def _trades(*titles: str) -> set[int]:
    return {trade // WAYS for title in titles for trade in trades_of(title)}


def _verdict(one: set[int], other: set[int]) -> str:
    if not (one and other):
        return "silent"
    return "right" if any(akin_to(*pair) for pair in product(one, other)) else "wrong"


@pytest.mark.parametrize("half", BANDS)
def test_kinds_of_work_are_named_in_their_band(half: str) -> None:
    """Of 700 titles, of other names for the same work, and of what clients would say."""
    rows = ROWS[half == "untouched" :: 2]
    named = [row for row in rows if _trades(row["title"])]
    others = [row for row in rows if row["same_as"]]
    same = Counter(_verdict(_trades(row["title"]), _trades(row["same_as"])) for row in others)
    told = Counter(_verdict(_trades(row["title"]), _trades(*works_meant(row["wish"]))) for row in named)
    found = (
        len(named) / len(rows),
        sum(bool(_trades(row["same_as"])) for row in others) / len(others),
        same["right"] / (same["right"] + same["wrong"]),
        told["right"] / len(named),
        told["wrong"] / len(named),
    )
    print(half, [round(share, 3) for share in found])  # noqa: T201 - the figures
    *least, most_wrong = BANDS[half]
    assert all(share >= band for share, band in zip(found, least, strict=False))
    assert found[-1] <= most_wrong

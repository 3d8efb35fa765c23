"""Which kind of work English titles of postings name; every second one was only counted."""

from collections import Counter
from pathlib import Path

import pytest

from jobmatch.text.lexicon import rows_in
from jobmatch.text.work.trades import WAYS, trade_names, trades_of

ROWS = rows_in(Path(__file__).with_name("english_titles.csv").read_text(encoding="utf-8"))
BANDS = {"looked_at": (0.9, 0.05), "untouched": (0.87, 0.06)}  # the least share told rightly, the most told wrongly


def _verdict(title: str, right: str) -> str:
    told = trades_of(title)
    if not told:
        return "silent" if right else "right"
    return "right" if trade_names()[told[0] // WAYS] in right.split("|") else "wrong"


@pytest.mark.parametrize("half", BANDS)
def test_english_titles_are_told_in_their_band(half: str) -> None:
    """Titles with the noise that postings have; a neighbouring kind counts as wrong."""
    rows = ROWS[half == "untouched" :: 2]
    counts = Counter(_verdict(row["title"], row["trade"]) for row in rows)
    print(half, {word: round(count / len(rows), 3) for word, count in counts.items()})  # noqa: T201 - the figures
    right, wrong = BANDS[half]
    assert counts["right"] / len(rows) >= right
    assert counts["wrong"] / len(rows) <= wrong

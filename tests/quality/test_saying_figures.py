"""What two strangers' sayings of work are taken for stays in its band; every second line was never looked at."""

from collections import Counter
from pathlib import Path

import pytest

from jobmatch.text.lexicon import rows_in
from jobmatch.text.work.sayings import meant
from jobmatch.text.work.trades import AKIN, OTHER, SAME, UNNAMED, stand, trade_table, word_for

HERE = Path(__file__).parent
ROWS = rows_in((HERE / "sayings.csv").read_text(encoding="utf-8"))
SECOND = rows_in((HERE / "sayings_second.csv").read_text(encoding="utf-8"))


def told(rows: list[dict[str, str]], how: str) -> dict[str, float]:
    """The shares of the sayings of a kind that are told rightly, nearly, wrongly and not."""
    counts = Counter(_verdict(row["text"], row["trade"]) for row in rows if row["how"] == how)
    return {word: count / counts.total() for word, count in counts.items()}


_VERDICTS = {UNNAMED: "silent", OTHER: "wrong", AKIN: "near", SAME: "right"}


def _verdict(text: str, trade: str) -> str:
    told = trade_table([meant(text)])
    if not trade:
        return "silent" if (told < 0).all() else "wrong"
    return _VERDICTS.get(int(stand(told, word_for(trade))[0]), "near")


# the half, of the second writer's where it says so → how → the least share told rightly and the most told wrongly
BANDS = {
    "looked_at": {"wish": (0.93, 0.03), "past": (0.915, 0.035), "none": (0.0, 0.05)},
    "untouched": {"wish": (0.93, 0.02), "past": (0.92, 0.02), "none": (0.0, 0.085)},
    "second, looked_at": {"wish": (0.9, 0.03), "past": (0.84, 0.08), "none": (0.0, 0.08)},
    "second, untouched": {"wish": (0.91, 0.03), "past": (0.83, 0.05), "none": (0.0, 0.06)},
}


@pytest.mark.parametrize("half", BANDS)
@pytest.mark.parametrize("how", ["wish", "past", "none"])
def test_sayings_are_told_in_their_band(half: str, how: str) -> None:
    """Of the kinds of work in words that mostly avoid their names, and of wishes that name none."""
    rows = SECOND if half.startswith("second") else ROWS
    found = told(rows[half.endswith("untouched") :: 2], how)
    print(half, how, {word: round(share, 3) for word, share in found.items()})  # noqa: T201 - the figures
    right, wrong = BANDS[half][how]
    assert found.get("right", 0.0) >= right
    assert found.get("wrong", 0.0) <= wrong

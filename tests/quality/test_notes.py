"""Notes against gold values: the table is printed; the figures may not fall below what was reached."""

import sys

import notes_scores
import pytest

PARTS = ("build", "held", "more", "spent", "extra", "fresh", "third_build", "fourth_build", "fifth_build",
         "sixth_build", "seventh_build", "eighth_build", "ninth_build", "tenth_build", "eleventh_build",
         "twelfth_build", "thirteenth_build")  # fmt: skip
UNTOUCHED = ("third_untouched", "fourth_untouched", "fifth_untouched", "sixth_untouched", "seventh_untouched",
             "eighth_untouched", "ninth_untouched", "tenth_untouched", "eleventh_untouched",
             "twelfth_untouched", "thirteenth_untouched")  # fmt: skip
# What is reached, a little rounded down; the aims are .97 and .90, traps .95.


@pytest.mark.parametrize(
    ("part", "precision", "recall"),
    [
        ("build", 0.97, 0.98),
        ("held", 0.94, 0.98),
        ("more", 0.91, 0.89),
        ("spent", 0.9, 0.84),
        ("extra", 0.94, 0.93),
        ("fresh", 0.96, 0.92),
        ("third_build", 0.95, 0.94),
        ("third_untouched", 0.89, 0.84),
        ("fourth_build", 0.94, 0.92),
        ("fourth_untouched", 0.85, 0.75),
        ("fifth_build", 0.89, 0.83),
        ("fifth_untouched", 0.9, 0.81),
        ("sixth_build", 0.98, 0.98),
        ("sixth_untouched", 0.96, 0.91),
        ("seventh_build", 0.94, 0.93),
        ("seventh_untouched", 0.9, 0.86),
        ("eighth_build", 0.95, 0.95),
        ("eighth_untouched", 0.91, 0.85),
        ("ninth_build", 0.95, 0.92),
        ("ninth_untouched", 0.91, 0.79),
        ("tenth_build", 0.93, 0.89),
        ("tenth_untouched", 0.88, 0.76),
        ("eleventh_build", 0.91, 0.85),
        ("eleventh_untouched", 0.89, 0.78),
        ("twelfth_build", 0.91, 0.87),
        ("twelfth_untouched", 0.89, 0.8),
        ("thirteenth_build", 0.91, 0.86),
        ("thirteenth_untouched", 0.89, 0.81),
    ],
)
def test_fields_are_read_right(part, precision, recall):
    """Precision and recall over all fields, part by part, in the way of the aims .97 and .90; see README.md."""
    scores = notes_scores.score(part)
    sys.stdout.write(f"\n{scores.table()}\n")
    if part not in UNTOUCHED:  # their faults are nobody's to look at
        sys.stdout.write("\n".join([*scores.faults, ""]))
    assert scores.precision >= precision
    assert scores.recall >= recall


def test_traps_are_seen():
    """Somebody else's facts, denials, what is past, heard or expired: none of it becomes the client's."""
    seen = [trap for part in PARTS for trap in notes_scores.score(part).traps]
    assert sum(seen) / len(seen) >= 0.95


def test_traps_of_notes_never_looked_at_are_seen():
    """The aim is .95; .93 is reached."""
    seen = [trap for part in UNTOUCHED for trap in notes_scores.score(part).traps]
    assert sum(seen) / len(seen) >= 0.93


def test_what_is_said_surely_is_right():
    """Of the fields said at 0.9 or above, at least 95 % are right on the parts that the rules were written with."""
    sure = [one for part in PARTS for one in notes_scores.score(part).sure]
    assert sum(sure) / len(sure) >= 0.95

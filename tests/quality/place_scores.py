"""How well places are read in location texts labelled by somebody who did not know the rules."""

import csv
from collections import Counter
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from jobmatch.text.place import parse_place

TEXTS = Path(__file__).parent / "places.csv"
PARTS = ("mending", "untouched")
_TO_TWO_DIGITS = ("71", "81", "82")  # Taiwan's codes are a convention of ours, so the province is what is held


@dataclass
class Scores:
    """Counts over the texts of a part; an open place is no answer: right where none may be given."""

    right: int = 0
    wrong: Counter[str] = field(default_factory=Counter)  # another place, or one where none may be given
    missed: Counter[str] = field(default_factory=Counter)  # none, or a wider place than the text tells

    @property
    def share(self) -> float:
        """Of all texts, the share that is read to the district, or left open, as it was labelled."""
        return self.right / (self.right + self.wrong.total() + self.missed.total())

    @property
    def wrong_share(self) -> float:
        """Of all texts, the share that gets a place that it does not name: worse than none."""
        return self.wrong.total() / (self.right + self.wrong.total() + self.missed.total())


def part_of(text: str) -> str:
    """Half of the texts are for mending, half are not looked at: by their hash."""
    return PARTS[sha256(text.encode()).digest()[0] % 2]


def score(part: str) -> Scores:
    """Every text of a part."""
    scores = Scores()
    with TEXTS.open(encoding="utf-8", newline="") as table:
        for row in csv.DictReader(table):
            if part_of(row["text"]) == part:
                _of_row(scores, row["text"], row["home"], row["code"])
    return scores


def _of_row(scores: Scores, text: str, home: str, label: str) -> None:
    place = parse_place(text, home or None)
    code = (place and (place.district_code or place.city_code or place.province_code)) or ""
    said = f"{text} ({home}): {code or 'none'}, not {label or 'none'}"
    if code == label or (label[:2] in _TO_TWO_DIGITS and code[:2] == label[:2]):
        scores.right += 1
    elif label.startswith(_stem(code)):  # 110000 for 110105
        scores.missed[said] += 1
    else:
        scores.wrong[said] += 1


def _stem(code: str) -> str:
    """The digits of a code that say something: 11 of 110000, nothing of none."""
    return next((code[:width] for width in (2, 4) if code[width:].strip("0") == ""), code)

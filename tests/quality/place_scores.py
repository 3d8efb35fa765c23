"""How well places are read in location texts labelled by somebody who did not know the rules."""

import csv
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from jobmatch.text.places.place import parse_place

HERE = Path(__file__).parent
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
    """Every text of a part; of those of the third and the fourth set the even lines were for mending."""
    scores = Scores()
    name, _, half = part.rpartition(" ")
    for text, home, labels in later(name, half) if name else first(part):
        _of_row(scores, text, home, labels)
    return scores


def first(part: str) -> Iterator[tuple[str, str, list[str]]]:
    """The texts of a part of the first set, each with its home and its label."""
    for row in _rows("places.csv"):
        if part_of(row["text"]) == part:
            yield row["text"], row["home"], [row["code"]]


def later(name: str, half: str) -> Iterator[tuple[str, str, list[str]]]:
    """The texts of a half of a set by another writer, each with the labels of which any one is right."""
    for row in _rows(f"places_{name}.csv")[PARTS.index(half) :: 2]:
        yield row["text"], "", row["code"].split("|")


def _rows(name: str) -> list[dict[str, str]]:
    with (HERE / name).open(encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table))


def _of_row(scores: Scores, text: str, home: str, labels: list[str]) -> None:
    place = parse_place(text, home or None)
    code = (place and (place.district_code or place.city_code or place.province_code)) or ""
    said = f"{text} ({home}): {code or 'none'}, not {'|'.join(labels) or 'none'}"
    if any(_right(code, label, bool(place and place.alternatives)) for label in labels):
        scores.right += 1
    elif any(label.startswith(_stem(code)) for label in labels):  # 110000 for 110105
        scores.missed[said] += 1
    else:
        scores.wrong[said] += 1


def _right(code: str, label: str, several: bool) -> bool:
    """The code as labelled; or the first of several districts where the label is the city that they share."""
    shared = several and bool(label) and label[4:] == "00" and code.startswith(_stem(label))
    return code == label or shared or (label[:2] in _TO_TWO_DIGITS and code[:2] == label[:2])


def _stem(code: str) -> str:
    """The digits of a code that say something: 11 of 110000, nothing of none."""
    return next((code[:width] for width in (2, 4) if code[width:].strip("0") == ""), code)

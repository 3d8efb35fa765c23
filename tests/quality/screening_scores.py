"""What screening finds on labelled lines: recall by kind and by the way in which a line is written."""

import csv
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import jobmatch as jm

LINES = Path(__file__).parent / "screening"
DISCRIMINATION = frozenset(
    ["gender", "age", "marital", "ethnicity", "religion", "health", "household", "region", "disability"]
)
FRAUD = frozenset(["fee", "deposit", "training_loan", "document", "false_pay", "contact"])
YOUNG = frozenset(["insurance", "terms"])  # kinds that the writers of the first six parts did not know
LATER = YOUNG | {"course"}  # the same for the texts that sell a course, most of which are about a loan for it


@dataclass
class Scores:
    """Counts over the lines of a part; ``misses`` and ``extra`` name the lines, for who mends the rules."""

    found: Counter[str] = field(default_factory=Counter)
    wanted: Counter[str] = field(default_factory=Counter)
    said: int = 0
    said_right: int = 0
    misses: list[tuple[str, str]] = field(default_factory=list)
    extra: list[tuple[str, str, str]] = field(default_factory=list)

    def recall(self, *names: str) -> float:
        """The share found of the findings that count under some names."""
        return sum(self.found[name] for name in names) / sum(self.wanted[name] for name in names)

    @property
    def precision(self) -> float:
        """The share of what was said that is right."""
        return self.said_right / self.said

    @property
    def negations_wrong(self) -> float:
        """The share of the lines that deny something in which something is found."""
        lines = {text for text, _, tag in self.extra if tag == "negation"}
        return len(lines) / self.wanted["negation lines"]


def score(part: str) -> Scores:
    """Screen every line of a part; what is lawful may be said, as lawful."""
    scores = Scores()
    with (LINES / f"{part}.csv").open(encoding="utf-8", newline="") as table:
        rows = list(csv.DictReader(table))
    unknown = LATER.difference(*(_wanted(row) for row in rows))  # said of these, nobody can tell whether it is right
    for row in rows:
        _one(scores, row, unknown)
    return scores


def _wanted(row: dict[str, str]) -> set[str]:
    return set(filter(None, row["unlawful"].split("|")))


def _one(scores: Scores, row: dict[str, str], unknown: frozenset[str]) -> None:
    wanted = _wanted(row)
    found = {one.kind for one in jm.screen_text(row["text"]) if not one.lawful_exception} - unknown
    scores.wanted["negation lines"] += row["tag"] == "negation"
    scores.said += len(found)
    scores.said_right += len(found & wanted)
    for kind in wanted:
        for name in (kind, row["tag"]):
            scores.wanted[name] += 1
            scores.found[name] += kind in found
    scores.misses += [(row["text"], kind) for kind in sorted(wanted - found)]
    scores.extra += [(row["text"], kind, row["tag"]) for kind in sorted(found - wanted)]

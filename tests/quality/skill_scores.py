"""How well skills and certificates are found in sentences labelled by somebody who did not know the rules."""

import csv
from collections import Counter
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from jobmatch.text.certificates import find_certificates, holds
from jobmatch.text.skills import canonical_skill, find_skills, skill_parents

LINES = Path(__file__).parent / "skills.csv"
PARTS = ("mending", "untouched")


@dataclass
class Scores:
    """Counts over the sentences of a part; a parent of what is asked is implied, neither right nor wrong."""

    right: int = 0
    wrong: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    told_apart: list[bool] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """Of what was found, the share that the sentence asks."""
        return self.right / (self.right + self.wrong.total())

    @property
    def recall(self) -> float:
        """Of what the sentence asks, the share that was found."""
        return self.right / (self.right + self.missed.total())

    @property
    def required_or_preferred(self) -> float:
        """The share for which it is right whether it is needed or only welcome."""
        return sum(self.told_apart) / len(self.told_apart)


def part_of(text: str) -> str:
    """Half of the sentences are for mending, half are not looked at: by their hash."""
    return PARTS[sha256(text.encode()).digest()[0] % 2]


def score(part: str) -> Scores:
    """Every sentence of a part."""
    scores = Scores()
    with LINES.open(encoding="utf-8", newline="") as table:
        for row in csv.DictReader(table):
            if part_of(row["text"]) == part:
                _of_row(scores, row)
    return scores


def _names(cell: str) -> set[str]:
    """The labels by their names in our lists; "+" marks one that the labeller did not find there."""
    labels = [label for label in cell.split("|") if label and "驾照" not in label]
    return {
        (canonical_skill(label[1:]) or min(holds([label[1:]]), default=label)) if label.startswith("+") else label
        for label in labels
    }


def _of_row(scores: Scores, row: dict[str, str]) -> None:
    required, preferred = (_names(row[name]) for name in ("required", "preferred"))
    skills = {one.skill: one.required for one in find_skills(row["text"]) if not one.negated}
    found = skills | {one.name: one.required for one in find_certificates(row["text"]) if not one.negated}
    wanted = required | preferred
    implied = {parent for name in wanted | found.keys() for parent in skill_parents(name)} - wanted
    scores.right += len(wanted & found.keys())
    scores.told_apart += [found[name] == (name in required) for name in wanted & found.keys()]
    scores.missed.update(wanted - found.keys())
    scores.wrong.update(found.keys() - wanted - implied)

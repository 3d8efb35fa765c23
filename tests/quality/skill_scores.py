"""How well skills and certificates are found in sentences labelled by somebody who did not know the rules."""

import csv
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from jobmatch.text.asked.certificates import find_certificates, holds
from jobmatch.text.asked.skills import canonical_skill, find_skills, skill_parents

HERE = Path(__file__).parent
PARTS = ("mending", "untouched")
QUALITIES = "通用能力"  # what a person is like, which the third and fourth set do not label


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
    """Every sentence of a part; of the third and fourth set, by other writers, the even lines were for mending."""
    another, _, half = part.rpartition(" ")
    scores = Scores()
    for row in _other(another, half) if another else _first(part):
        _of_row(scores, *_labels(row, _name_of_another if another else _name), *_found(row["text"], free=bool(another)))
    return scores


def _first(part: str) -> list[dict[str, str]]:
    return [row for row in _rows("skills.csv") if part_of(row["text"]) == part]


def _other(name: str, half: str) -> list[dict[str, str]]:
    return _rows(f"skills_{name}.csv")[PARTS.index(half) :: 2]


def _rows(name: str) -> list[dict[str, str]]:
    with (HERE / name).open(encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table))


def _labels(row: dict[str, str], name: Callable[[str], str]) -> tuple[set[str], set[str]]:
    required, preferred = (
        {name(label) for label in row[kind].split("|") if label and "驾照" not in label and label != "驾驶证"}
        for kind in ("required", "preferred")
    )
    return required, preferred


def _name(label: str) -> str:
    """A label by its name in our lists; "+" marks one that the labeller did not find there."""
    if not label.startswith("+"):
        return label
    return canonical_skill(label[1:]) or min(holds([label[1:]]), default=label)


def _name_of_another(label: str) -> str:
    """The third and fourth set are labelled in the words of their writers, who did not see our lists."""
    papers = find_certificates(label)
    return _without_level(papers[0].name) if papers else canonical_skill(label) or label


def _without_level(paper: str) -> str:
    """A paper as these writers tell it: 多益 of 多益750分."""
    return paper.partition("(")[0]


def _found(text: str, *, free: bool) -> tuple[dict[str, bool], set[str]]:
    """What is read, with whether it is required, and what is set aside."""
    skills = {one.skill: one.required for one in find_skills(text) if not one.negated}
    papers = [one for one in find_certificates(text) if not one.negated]
    if not free:
        return skills | {one.name: one.required for one in papers}, set()
    qualities = {name for name in skills if QUALITIES in skill_parents(name)}
    asked = {_without_level(one.name): one.required for one in papers if one.required or one.preferred}
    return skills | asked, qualities


def _of_row(scores: Scores, required: set[str], preferred: set[str], found: dict[str, bool], aside: set[str]) -> None:
    wanted = (required | preferred) - aside
    implied = {parent for name in wanted | found.keys() for parent in skill_parents(name)} - wanted
    scores.right += len(wanted & found.keys())
    scores.told_apart += [found[name] == (name in required) for name in wanted & found.keys()]
    scores.missed.update(wanted - found.keys())
    scores.wrong.update(found.keys() - wanted - implied - aside)

"""How well notes are read: field by field against gold values, and whether the traps were seen."""

import json
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import jobmatch as jm
from jobmatch.text.fold import fold_key

NOTES = Path(__file__).parent / "notes"
# Follows from other fields or is the counsellor's own word: neither asked for nor held against us where gold is silent.
_FREE = {"willingness.wants_work", "willingness.urgency", "goal.clarity", "registration.status",
         "registration.unemployed_since", "audit.marital_status", "audit.ethnicity", "audit.household",
         "conditions.hours", "attitude.misjudgements", "family.low_income", "attitude.places",
         "ability.failed_applications", "conditions.available_hours", "audit.gender", "willingness.available_from",
         "attitude.left_last_job_because", "registration.groups"}  # fmt: skip
# Read since after most notes were marked; a note whose gold has it, or would, says itself what it leaves free.
_LATER = ("conditions.vehicles",)


@dataclass
class Score:
    """Counts for one field."""

    right: int = 0
    wrong: int = 0
    missed: int = 0


@dataclass
class Scores:
    """All fields, the traps, and how often what was said surely was right."""

    fields: dict[str, Score] = field(default_factory=lambda: defaultdict(Score))
    traps: list[bool] = field(default_factory=list)
    sure: list[bool] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """Of the fields said, the share that is right."""
        right, wrong = (sum(getattr(one, name) for one in self.fields.values()) for name in ("right", "wrong"))
        return right / max(1, right + wrong)

    @property
    def recall(self) -> float:
        """Of the fields that the note states, the share that is read right."""
        right, missed = (sum(getattr(one, name) for one in self.fields.values()) for name in ("right", "missed"))
        return right / max(1, right + missed)

    def table(self) -> str:
        """One line a field, then the sums."""
        lines = [
            f"{name:34s} right {s.right:3d}  wrong {s.wrong:3d}  missed {s.missed:3d}"
            for name, s in sorted(self.fields.items())
        ]
        trap, sure = (sum(v) / max(1, len(v)) for v in (self.traps, self.sure))
        sums = f"precision {self.precision:.3f}  recall {self.recall:.3f}  traps {trap:.3f} of {len(self.traps)}"
        sums += f"  sure and right {sure:.3f} of {len(self.sure)}"
        return "\n".join([*lines, sums])


def notes_of(part: str) -> Iterator[dict[str, Any]]:
    """The notes of one part, ``build`` or ``held``."""
    return map(json.loads, (NOTES / f"{part}.jsonl").read_text(encoding="utf-8").splitlines())


def score(part: str) -> Scores:
    """Every note of a part read and held against its gold values."""
    scores = Scores()
    for note in notes_of(part):
        profile = jm.read_notes(note["text"], today=date.fromisoformat(note["today"]))
        _of_note(scores, note, profile)
    return scores


def _of_note(scores: Scores, note: dict[str, Any], profile: Any) -> None:
    said = {name: one.value for name, one in profile.evidence.items()}
    for name, gold in note["client"].items():
        if name == "willingness.available_from" and name in said and not _DAY.match(gold):
            said[name] = profile.evidence[name].words  # gold in the words of the note, which name a day
        if name in said and _right(name, said[name], gold):
            scores.fields[name].right += 1
        else:
            scores.fields[name].missed += 1
            scores.fields[name].wrong += name in said
            scores.faults.append(f"{note['id']} {name}: gold {gold!r}, said {said.get(name)!r}")
        if name in said and profile.evidence[name].confidence >= 0.9:
            scores.sure.append(_right(name, said[name], gold))
    for name in said.keys() - note["client"].keys() - _FREE - set(note.get("free", _LATER)):
        scores.fields[name].wrong += 1
        scores.faults.append(f"{note['id']} {name}: gold silent, said {said[name]!r}")
    for name, banned in note["not"].items():
        fell = said.get(name) in banned if name == _STATUS else any(_holds(said.get(name), value) for value in banned)
        scores.traps.append(not fell)
        if not scores.traps[-1]:
            scores.faults.append(f"{note['id']} {name}: fell for {banned!r}, said {said.get(name)!r}")


_STATUS = "registration.status"  # of a fixed list, in which one word holds another: unemployed is not employed


def _holds(value: Any, banned: Any) -> bool:
    if value is None:
        return False
    if banned == "*":
        return True
    if isinstance(value, (list, tuple)):
        return any(_holds(item, banned) for item in value)
    if isinstance(value, dict):
        return _holds(value.get("occupation"), banned)
    return value == banned or (
        isinstance(value, str) and isinstance(banned, str) and fold_key(banned) in fold_key(value)
    )


def _right(name: str, value: Any, gold: Any) -> bool:
    """Whether a value is the gold one; of lists every item must be named and none invented."""
    if name in _DAYS:
        return str(value).startswith(str(gold)) or str(gold).startswith(str(value))
    if name == "conditions.health_limits":
        return _limits(list(value), gold)
    if isinstance(gold, list):
        items = list(value) if isinstance(value, (list, tuple)) else [value]
        return len(items) == len(gold) and all(any(_same(item, want) for item in items) for want in gold)
    if isinstance(gold, str) and isinstance(value, str):
        if name not in _WORDS:
            return value == gold
        return _near(value, gold) or (name == "attitude.left_last_job_because" and _share(value, gold))
    return bool(value == gold)


_DAY = re.compile(r"\d{4}-\d\d")
# Free words of the note.
_WORDS = ("conditions.residence", "conditions.major", "conditions.school", "attitude.left_last_job_because",
          "willingness.available_from", "willingness.urgency")  # fmt: skip
_DAYS = ("registration.unemployed_since", "registration.registered_on")  # a month is right where gold has its day


def _limits(value: list[str], gold: list[str]) -> bool:
    """Free words for what the body cannot do: each said is in gold, each of gold is said, in some words."""
    return (
        bool(value) == bool(gold)
        and all(any(_share(one, two) for two in gold) for one in value)
        and all(any(_share(one, two) for one in value) for two in gold)
    )


def _share(one: str, other: str) -> bool:
    """Whether two short texts say the same in part: a third of the shorter one's pairs of characters."""
    pairs = [{text[at : at + 2] for at in range(len(text) - 1)} for text in (fold_key(one), fold_key(other))]
    return len(pairs[0] & pairs[1]) * 3 >= max(1, min(map(len, pairs)))


def _same(item: Any, want: Any) -> bool:
    if isinstance(item, dict):
        if isinstance(want, str):
            return _near(item.get("occupation", ""), want)
        if "occupation" not in want:  # hours in which somebody can work
            return {k: v for k, v in item.items() if v not in _ANY} == {k: v for k, v in want.items() if v not in _ANY}
        return _near(item.get("occupation", ""), want["occupation"]) and item.get("years") == want.get("years")
    return _near(str(item), str(want))


_ANY = (None, "any")  # days that are not said, and every day


def _near(one: str, other: str) -> bool:
    one, other = fold_key(one), fold_key(other)
    return bool(one and other) and (one in other or other in one)

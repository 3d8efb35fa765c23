"""Facts → a profile: what agrees is joined, what was corrected is replaced, what contradicts itself is said."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, Final

from jobmatch import settings
from jobmatch.intake.clauses.note import Note
from jobmatch.intake.clauses.phrasebook import pattern
from jobmatch.intake.fact import LIKELY, WRITTEN, Fact
from jobmatch.records.vocabulary import EDUCATION
from jobmatch.text.work.trades import trades_of

_LISTS: Final = frozenset(
    ("goal.occupations", "goal.refused", "conditions.skills", "conditions.certificates", "conditions.languages", "conditions.vehicles", "conditions.health_limits",
     "conditions.experience", "conditions.available_hours", "attitude.places", "attitude.misjudgements",
     "family.care_duties", "registration.groups")
)  # fmt: skip
_OF_WORDS: Final = frozenset(("goal.occupations", "goal.refused", "conditions.skills", "conditions.certificates"))
_BEST: Final = frozenset(("conditions.school", "conditions.major", "attitude.left_last_job_because", "conditions.residence",
                          "registration.status", "willingness.urgency", "audit.household", "audit.gender", "audit.marital_status", "registration.unemployed_since"))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Settled:
    """One field with its value, and the facts behind it."""

    field: str
    value: Any
    facts: tuple[Fact, ...]

    @property
    def confidence(self) -> float:
        """How sure the value is: as its least sure part, and no surer than its field has proved to be."""
        surest = settings.load().table("intake.surest").get(self.field.rpartition(".")[2], 1.0)
        return min(surest, *(one.confidence for one in self.facts))


def settle(facts: Iterable[Fact], note: Note) -> tuple[list[Settled], list[tuple[Fact, ...]]]:
    """The fields that are settled, and those of which the note says two things."""
    by_field: dict[str, list[Fact]] = defaultdict(list)
    for one in facts:
        if one.confidence >= WRITTEN:
            by_field[one.field].append(one)
    settled, conflicts = [], []
    for field, found in by_field.items():
        if field in _LISTS:
            settled.append(Settled(field, *_joined(field, found)))
            continue
        rest = _surest(_corrected(_plainer(field, found), note))
        values = {repr(one.value) for one in rest}
        if field == "registration.unemployed_since":
            settled.append(_one(field, [max(rest, key=lambda one: str(one.value))]))
        elif field == "attitude.left_last_job_because":  # of several jobs the last one told
            told = [one for one in found if one.confidence > _BESIDE]
            told = told or [one for one in found if one.confidence == _BESIDE] or found
            settled.append(_one(field, [max(told, key=lambda one: one.start)]))
        elif field == "conditions.education":
            stated = [one for one in _corrected(found, note) if one.confidence >= LIKELY] or rest
            settled.append(_one(field, [max(stated, key=lambda one: EDUCATION.index(one.value))]))
        elif len(values) == 1 or field in _BEST:
            settled.append(_one(field, rest))
        elif field == "goal.clarity" and "'clear'" not in values:
            settled.append(_one(field, [one for one in rest if one.value == "none"] or rest))
        else:
            conflicts.append(tuple(rest))
    return settled, conflicts


def _plainer(field: str, facts: list[Fact]) -> list[Fact]:
    """A class of a licence says more than that there is one."""
    classes = [one for one in facts if one.value not in ("yes", "none")]
    return classes if field == "conditions.driving_licence" and classes else facts


def _surest(facts: list[Fact]) -> list[Fact]:
    """A fact in plain words is not contradicted by one that is only likely."""
    best = max(one.confidence for one in facts)
    return [one for one in facts if one.confidence >= best - _NEAR]


_BESIDE: Final = 0.7  # up to here a reason is only what happened beside the leaving
_NEAR: Final = 0.04
_NEXT_TO: Final = 8  # characters between a job and the years that belong to it


def _one(field: str, facts: list[Fact]) -> Settled:
    best = max(facts, key=lambda one: (one.confidence, -one.start))
    return Settled(field, best.value, (best,))


def _joined(field: str, facts: list[Fact]) -> tuple[Any, tuple[Fact, ...]]:
    """The items of a list in the order of the note, each once; a known nothing counts only where nothing is named."""
    named = [one for one in sorted(facts, key=lambda one: one.start) if one.value is not None]
    if not named:
        return (), (facts[0],)
    kept: list[Fact] = []
    for one in named:
        if field == "conditions.experience":
            _add_job(kept, one)
        elif kept and field in _OF_WORDS and _within(kept[-1], one):
            kept[-1] = max(kept[-1], one, key=lambda told: told.end - told.start)
        elif not any(_same(one.value, other.value) for other in kept):
            kept.append(one)
    return tuple(one.value for one in kept), tuple(kept)


def _within(last: Fact, one: Fact) -> bool:
    """Whether a find begins inside the last one, or of two that begin together one is the longer name: 养老, 养老院."""
    together = last.start == one.start and last.end != one.end and last.field.startswith("goal.")
    return together or last.start < one.start < last.end


def _same(one: Any, other: Any) -> bool:
    if isinstance(one, str) and isinstance(other, str):
        return one.lower() == other.lower() or (len(one) >= 2 and one in other)
    return bool(one == other)


def _add_job(kept: list[Fact], one: Fact) -> None:
    """A job that is told twice is one job with all that was said of it."""
    for at, other in enumerate(kept):
        mine, theirs = one.value, other.value
        if "occupation" not in mine or "occupation" not in theirs:
            near = one.start - other.end <= _NEXT_TO or len(kept) == 1
            if "occupation" not in mine and "years" not in theirs and near:
                kept[at] = replace(other, value=theirs | mine)
                return
            if "occupation" not in theirs and "years" not in mine and one.start - other.end <= _NEXT_TO:
                kept[at] = replace(one, value=mine | theirs, start=other.start)
                return
            if mine == theirs or mine.get("years") == theirs.get("years"):
                kept[at] = max(one, other, key=lambda job: len(job.value))
                return
            continue
        label = other.end < one.start and _is_label(theirs, mine["occupation"])
        same = other.end < one.start and len(theirs) == 1 and _same_trade(theirs["occupation"], mine["occupation"])
        if label or same or mine["occupation"] in theirs["occupation"] or theirs["occupation"] in mine["occupation"]:
            longer = max(theirs["occupation"], mine["occupation"], key=len)
            longer = theirs["occupation"] if label or same else longer
            kept[at] = Fact(
                other.field, mine | theirs | {"occupation": longer}, other.start, other.end, other.confidence
            )
            return
    kept.append(one)


_WHO: Final = re.compile("(?:司机|师傅|员|工|师|匠)$")
_STEM: Final = 2  # characters of what is done that two jobs share, so that the one only names who does the other


def _is_label(job: dict[str, Any], other: str) -> bool:
    """Whether a job of which nothing else is said only names who does the other: 公交司机, behind it 开了14年大公交."""
    stem = _WHO.sub("", job["occupation"])
    return len(job) == 1 and stem != job["occupation"] and len(stem) >= _STEM and stem in other


def _same_trade(one: str, other: str) -> bool:
    """Whether two names are those of one trade: 跑外卖 and 骑手."""
    return bool(set(trades_of(one)) & set(trades_of(other)))


def _corrected(facts: list[Fact], note: Note) -> list[Fact]:
    """What stands behind a correction replaces what stands before it."""
    ordered = sorted(facts, key=lambda one: one.start)
    last = ordered[-1]
    between = note.shadow[ordered[0].end : last.end]
    return [last] if len(ordered) > 1 and pattern("turns.correction").search(between) else ordered

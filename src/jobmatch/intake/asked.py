"""Two amounts that are asked, one after the other: the lower is the least, the higher the wish (要五千,四千二也行)."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from jobmatch.intake.clauses.note import Note
from jobmatch.intake.clauses.phrasebook import pattern
from jobmatch.intake.conditions.pay import read_pay
from jobmatch.intake.fact import WEAK, WRITTEN, Fact, Reading
from jobmatch.intake.model.tagger import Stretch, Tags

LEAST: Final = "attitude.pay_min"
WISH: Final = "attitude.pay_wanted"
_LIKELY: Final = 0.9  # likelihood from which an amount that only the tagger sees counts
_WIDEST: Final = 1.8  # times the lower one: amounts farther apart are not asked by one person for one job


def both_asked(facts: Sequence[Fact], reading: Reading, tags: Tags) -> list[Fact]:
    """The facts, with those of pay made anew where two amounts are asked."""
    told = [one for one in facts if one.field in (LEAST, WISH) and one.confidence >= WRITTEN]
    amounts: dict[float, Fact] = {}
    for one in sorted((*told, *_seen(told, reading, tags)), key=lambda one: -one.confidence):
        amounts.setdefault(one.value, one)
    if len(amounts) != _TWO or _is_corrected(amounts.values(), reading.note):
        return list(facts)
    low, high = (amounts[value] for value in sorted(amounts))
    if high.value > _WIDEST * low.value:
        return list(facts)
    rest = [one for one in facts if one.field not in (LEAST, WISH)]
    return [*rest, replace(low, field=LEAST), replace(high, field=WISH)]


_TWO: Final = 2


def _seen(told: Sequence[Fact], reading: Reading, tags: Tags) -> Iterator[Fact]:
    """The amounts that only the tagger sees."""
    for one in (*tags.stretches("pay_min"), *tags.stretches("pay_wanted")):
        met = any(one.start < other.end and other.start < one.end for other in told)
        if one.likelihood >= _LIKELY and not met:
            yield from _amount(one, reading)


def _amount(one: Stretch, reading: Reading) -> Iterator[Fact]:
    frame = Note(f"期望工资:{reading.note.shadow[one.start : one.end]}")
    for said in [found for clause in frame.clauses for found in read_pay(clause, frame)][:1]:
        yield Fact(said.field, said.value, one.start, one.end, WEAK)


def _is_corrected(facts: Iterable[Fact], note: Note) -> bool:
    """Whether the second amount takes the place of the first: 五千,不对,四千."""
    first, last = sorted(facts, key=lambda one: one.start)
    return bool(pattern("turns.correction").search(note.shadow[first.end : last.end]))

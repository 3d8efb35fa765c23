"""The client's own vehicle, in the words of the note: 自己有機車, 骑电动车二十分钟以内, 摩托车一辆."""

from collections.abc import Iterator
from typing import Final

from jobmatch.intake.clauses.note import Clause
from jobmatch.intake.clauses.phrasebook import pattern
from jobmatch.intake.fact import LIKELY, WEAK, Fact, Reading, fact

_FIELD: Final = "conditions.vehicles"


def read_vehicles(reading: Reading) -> Iterator[Fact]:
    """Every vehicle of the client's own; what was ridden or driven at work, or is only known how to, is none."""
    for clause in reading.own():
        if clause.past or clause.has("goal.want"):
            continue
        if found := pattern("vehicle.none").search(clause.text):
            yield fact(_FIELD, None, clause, found, WEAK)
            continue
        yield from _owned(clause)


def _owned(clause: Clause) -> Iterator[Fact]:
    for name in ("vehicle.owned", "vehicle.behind", "vehicle.ridden", "vehicle.alone", "vehicle.english"):
        for found in clause.finds(name):
            at = found.span("what")
            if not clause.denies(*at) and not pattern("vehicle.other").match(clause.text[at[1] :]):
                yield fact(_FIELD, found["what"], clause, at, LIKELY)

"""Shortfall: fewer jobs fit than wanted; which smallest change of one expectation would bring them.

Every change is tried by asking again with the changed profile, so the numbers are those that the client
would see. It is advice: nothing is changed without the client.
"""

from collections.abc import Callable, Iterator
from typing import Any

from jobmatch.messages import say
from jobmatch.records.client import Client
from jobmatch.records.recommendation import Shortfall, SmallestChange
from jobmatch.settings import Settings

Count = Callable[[Client], int]


def shortfall(client: Client, found: int, wanted: int, count: Count, settings: Settings) -> Shortfall:
    """What is missing, and for each expectation the smallest step that brings the rest, else any at all."""
    changes = []
    for kind, steps in _steps(client, settings):
        change = _smallest(kind, list(steps), found, wanted, count)
        if change:
            changes.append(change)
    return Shortfall(found, wanted, tuple(sorted(changes, key=lambda c: (-min(c.adds, wanted - found), c.kind))))


def _smallest(
    kind: str, steps: list[tuple[Any, Any, Client]], found: int, wanted: int, count: Count
) -> SmallestChange | None:
    any_more = None
    for before, after, changed in steps:
        adds = count(changed) - found
        if adds > 0 and any_more is None:
            any_more = _change(kind, before, after, adds)
        if found + adds >= wanted:
            return _change(kind, before, after, adds)
    return any_more


def _change(kind: str, before: Any, after: Any, adds: int) -> SmallestChange:
    return SmallestChange(
        kind, before, after, adds, say(f"smallest.{kind}", before=_shown(before), after=_shown(after), adds=adds)
    )


def _shown(value: Any) -> Any:
    if isinstance(value, float):
        return f"{value:g}"
    return say(f"hours.{value}") if value in ("full", "part", "any") else value


def changed(client: Client, part: str, **values: Any) -> Client:
    """The same client with some values of one part replaced."""
    whole = getattr(client, part)
    return client.model_copy(update={part: whole.model_copy(update=values)})


def _steps(client: Client, settings: Settings) -> Iterator[tuple[str, list[tuple[Any, Any, Client]]]]:
    """For each expectation that could give way, its steps from small to large."""
    conditions, attitude = client.conditions, client.attitude
    km, least = conditions.max_commute_km, attitude.pay_min
    if km is not None:
        steps = [round(km * factor, 1) for factor in settings.get("shortfall.distance_factors")]
        yield "distance", [(km, to, changed(client, "conditions", max_commute_km=to)) for to in steps]
    if least is not None:
        steps = [round(least * factor / 100) * 100 for factor in settings.get("shortfall.pay_factors")]
        yield (
            "pay",
            [(least, to, changed(client, "attitude", pay_min=float(to))) for to in steps if to < least],
        )
    if conditions.shift_ok is False:
        yield "shift", [(False, True, changed(client, "conditions", shift_ok=True))]
    if conditions.night_shift_ok is False:
        yield "night_shift", [(False, True, changed(client, "conditions", night_shift_ok=True))]
    if conditions.hours in ("full", "part"):
        yield "hours", [(conditions.hours, "any", changed(client, "conditions", hours="any"))]
    for refusal in client.goal.refused or ():
        rest = tuple(other for other in client.goal.refused or () if other != refusal)
        yield "refused", [(refusal, None, changed(client, "goal", refused=rest))]
    if client.goal.occupations:
        words = say("word.comma").join(client.goal.occupations)
        wider = changed(client, "goal", occupations=None, clarity="none")
        yield "occupation", [(words, None, wider)]

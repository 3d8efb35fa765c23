"""What if: for each expectation and each thing to be got, what it would open on the postings at hand.

Every figure is that of a new look with the changed client: what breaks no limit and lies above the bars of the
level then, and did not before. It is advice with a price list, never a gate (CEPR DP17734: broader search that
was made a duty lowered job finding).
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from jobmatch.guidance.changes import Step, asked_of_client, changed, expectations, gains, shown
from jobmatch.guidance.lacks import how_long, weeks_to_get
from jobmatch.look import Asked
from jobmatch.messages import say
from jobmatch.records.client import Client
from jobmatch.records.guidance import Change, Job, Pair, WhatIf
from jobmatch.records.plan import JOBS_OF_131
from jobmatch.settings import Settings

_UNKNOWN_WEEKS: Final = 26.0


@dataclass(frozen=True, eq=False)
class _Tried:
    """A step with what it opened: the change as told, and the rows."""

    step: Step
    change: Change
    rows: NDArray[np.intp]


def widest(client: Client, settings: Settings) -> Client:
    """The client who goes as far as the largest step asks: from that look all smaller ones can be cut."""
    km = client.conditions.max_commute_km
    if km is None:
        return client
    farthest = max(1.0, *settings.get("shortfall.distance_factors")) * km
    return changed(client, "conditions", max_commute_km=round(farthest, 1))


def what_if(client: Client, wide: Asked, settings: Settings) -> WhatIf:
    """All single changes, what asks less first; the smallest that bring any job and three; the best pair.

    ``wide`` is the look of the ``widest`` client.
    """
    now = wide.again(client)
    tried = list(_single(client, now, wide, settings))
    pair = _best_pair(tried, now, wide, settings)
    case, market = now.everything.case, now.everything.case.market
    asks = settings.table("what_if.asks")
    ordered = sorted((one.change for one in tried if one.change.postings), key=lambda one: _order(one, asks))
    return WhatIf(
        client_id=client.client_id,
        as_of=case.facts.as_of.isoformat(),
        level=now.level.summary(),
        postings_now=len(now.worth),
        openings_now=market.counted_openings(now.worth),
        changes=tuple(ordered),
        smallest={"any": _smallest(tried, 1, settings), "three": _smallest(tried, JOBS_OF_131, settings)},
        pair=pair,
    )


def telling(changes: Iterable[Change], effort: str, most: int) -> list[Change]:
    """For a talk, one change of each kind: the smallest that opens three jobs, else the one that opens most."""
    mine = [change for change in changes if change.effort == effort]
    return sorted(map(_enough, _by_kind(mine)), key=lambda change: (-change.openings, change.kind))[:most]


def _by_kind(changes: Iterable[Change]) -> list[list[Change]]:
    """The changes of each kind in their order."""
    kinds: dict[str, list[Change]] = {}
    for change in changes:
        kinds.setdefault(change.kind, []).append(change)
    return list(kinds.values())


def _enough(steps: list[Change]) -> Change:
    """Of the steps of a kind, from small to large, the first that opens three jobs, else the one that opens most."""
    first = next((step for step in steps if step.postings >= JOBS_OF_131), None)
    return first or max(steps, key=lambda step: step.openings)


def _order(change: Change, asks: Mapping[str, float]) -> tuple[bool, float, int, str, str]:
    """Concessions before things to be got, what asks less before what asks more, then what opens more first."""
    gain = change.effort == "gain"
    asked = _weeks(change) if gain else _asked(change, asks)
    return (gain, asked, -change.openings, change.kind, str(change.after))


def _weeks(change: Change) -> float:
    """How long something takes to get; what nobody can tell comes before what takes more than half a year."""
    return weeks_to_get(change.kind, str(change.after)) or _UNKNOWN_WEEKS


def _single(client: Client, now: Asked, wide: Asked, settings: Settings) -> Iterator[_Tried]:
    """Each step on its own; of the steps of one kind only those that open more than the one before."""
    for steps in [*expectations(client, settings), *gains(now, settings)]:
        opened = -1
        for step in steps:
            one = _try(step, now, wide, settings)
            if len(one.rows) > opened:
                yield one
            opened = max(opened, len(one.rows))


def _try(step: Step, now: Asked, wide: Asked, settings: Settings) -> _Tried:
    opened = _opened((step,), now, wide)
    words = say(f"what_if.{step.kind}", before=shown(step.before), after=shown(step.after), takes=_time(step),
                postings=len(opened.rows), openings=opened.openings)  # fmt: skip
    change = Change(step.kind, step.before, step.after, len(opened.rows), opened.openings,
                    _jobs(opened, settings), words, step.effort)  # fmt: skip
    return _Tried(step, change, opened.rows)


def _time(step: Step) -> str:
    """How long it takes to get what a step ends at, where that is known; nothing of what is given up at once."""
    weeks = weeks_to_get(step.kind, str(step.after)) if step.effort == "gain" else None
    return say("what_if.takes", time=how_long(weeks)) if weeks else ""


class _Opened(NamedTuple):
    """The look after some steps, and what it finds worth handing over that was not so before."""

    after: Asked
    rows: NDArray[np.intp]
    openings: int


def _opened(steps: tuple[Step, ...], now: Asked, wide: Asked) -> _Opened:
    client = now.client
    for step in steps:
        client = step.of(client)
    after = (wide if "distance" in {step.kind for step in steps} else now).again(client)
    rows = np.setdiff1d(after.worth, now.worth, assume_unique=True)
    return _Opened(after, rows, now.everything.case.market.counted_openings(rows))


def _jobs(opened: _Opened, settings: Settings) -> tuple[Job, ...]:
    """The best of what was opened, by name."""
    ranked, rows, most = opened.after.near, opened.rows, int(settings.number("what_if.jobs_shown"))
    best = ranked.best(most, np.isin(ranked.case.rows, rows))
    text = ranked.case.market.shown.text
    found = ((int(ranked.case.rows[at]), float(ranked.scores.score[at])) for at in best)
    return tuple(Job(text(row, "posting_id"), text(row, "title"), text(row, "employer"), score) for row, score in found)


def _smallest(tried: Iterable[_Tried], least: int, settings: Settings) -> Change | None:
    """Of the concessions that open at least so many postings, the one that asks least of the client."""
    asks = settings.table("what_if.asks")
    enough = [one.change for one in tried if one.change.postings >= least and one.change.effort == "give"]
    return min(enough, key=lambda change: (_asked(change, asks), -change.openings), default=None)


def _asked(change: Change, asks: Mapping[str, float]) -> float:
    return asked_of_client(change.kind, change.before, change.after, asks)


def _best_pair(tried: list[_Tried], now: Asked, wide: Asked, settings: Settings) -> Pair | None:
    """The two changes of different kinds that open most together, where that is more than either alone."""
    found = [
        pair
        for one, other in combinations(_to_pair(tried, settings), 2)
        if (pair := _pair(one, other, now, wide, settings))
    ]
    return min(found, key=lambda pair: (-pair.openings, pair.text), default=None)


def _to_pair(tried: Iterable[_Tried], settings: Settings) -> list[_Tried]:
    """Of each kind the step that is enough, of the kinds that open most; nothing that takes too long to be got."""
    longest, most = settings.number("what_if.pair_weeks"), int(settings.number("what_if.pairs_of"))
    quick = [one for one in tried if one.change.effort == "give" or _weeks(one.change) <= longest]
    chosen = {id(_enough(steps)) for steps in _by_kind(one.change for one in quick)}
    enough = [one for one in quick if id(one.change) in chosen]
    return sorted(enough, key=lambda one: (-one.change.openings, one.step.kind))[:most]


def _pair(one: _Tried, other: _Tried, now: Asked, wide: Asked, settings: Settings) -> Pair | None:
    """Both changes at once; None where they change the same field or bring no more than one of them."""
    steps = (one.step, other.step)
    if steps[0].fields & steps[1].fields:
        return None
    opened = _opened(steps, now, wide)
    if opened.openings <= max(one.change.openings, other.change.openings):
        return None
    short = (say(f"what_if.short.{step.kind}", before=shown(step.before), after=shown(step.after)) for step in steps)
    count = len(opened.rows)
    words = say("what_if.pair", both=say("what_if.together").join(short), postings=count, openings=opened.openings)
    return Pair((one.change, other.change), count, opened.openings, _jobs(opened, settings), words)

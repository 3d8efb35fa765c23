"""What if: for each expectation and each thing to be got, what it would open on the postings at hand.

Every figure is that of a new look with the changed client: what breaks no limit and lies above the bars of the
level then, did not before, and waited for what was changed (``opening``). It is advice with a price list, never a
gate (CEPR DP17734: broader search that was made a duty lowered job finding).
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Final

import numpy as np

from jobmatch.guidance.changes import Step, asked_of_client, expectations, gains, shown, shown_of_lists
from jobmatch.guidance.learning_times import how_long, weeks_to_get
from jobmatch.guidance.opening import Opened
from jobmatch.look import Asked
from jobmatch.messages import own_words, say
from jobmatch.records.client import Client
from jobmatch.records.guidance import Change, Pair, WhatIf
from jobmatch.records.plan import JOBS_OF_131
from jobmatch.settings import Settings
from jobmatch.text.asked.certificate_list import name_in_taiwan

_UNKNOWN_WEEKS: Final = 26.0


@dataclass(frozen=True, eq=False)
class _Tried:
    """A step with what it opened, as told and as found."""

    step: Step
    change: Change
    opened: Opened


def what_if(client: Client, wide: Asked, settings: Settings) -> WhatIf:
    """All single changes, what asks less first; the smallest that bring any job and three; the best pair.

    ``wide`` is the look of the ``widest`` client.
    """
    now = wide.again(client)
    tried = list(_single(client, now, wide, settings))
    pair = _best_pair(tried, now, settings)
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
    """Each step on its own; of the steps of one kind only those that open more than the one before.

    A larger step of one kind includes the smaller; to look for any work includes each kind of work beside the goal.
    """
    beside: list[Opened] = []
    ordered = [*expectations(client, settings), *gains(now, settings)]
    for steps in sorted(ordered, key=_is_any_work):
        most, smaller = -1, list[Opened]()
        for step in steps:
            after = (wide if step.kind == "distance" else now).again(step.of(client))
            parts = beside if step.kind == "occupation" else smaller[-1:]
            opened = Opened.by(after, now, frozenset({step.kind}), *parts)
            if step.kind == "also" and any(np.array_equal(opened.rows, other.rows) for other in beside):
                continue  # the same postings under another name of the classification
            if len(opened.rows) > most:
                yield _Tried(step, _change(step, opened, settings), opened)
            most = max(most, len(opened.rows))
            (beside if step.kind == "also" else smaller).append(opened)


def _is_any_work(steps: list[Step]) -> bool:
    """Whether steps end at looking for any work, which includes each kind of it and so comes after them."""
    return any(step.kind == "occupation" for step in steps)


def _change(step: Step, opened: Opened, settings: Settings) -> Change:
    """A step with what it opens, in words."""
    postings, openings = len(opened.rows), opened.openings
    after = shown_of_lists(step.after)
    if step.effort == "gain" and opened.after.everything.case.facts.in_taiwan:
        after = own_words(name_in_taiwan(str(step.after)))
    words = say(f"what_if.{step.kind}", before=_before(step), after=after, takes=_time(step),
                postings=postings, openings=openings)  # fmt: skip
    jobs = opened.jobs(int(settings.number("what_if.jobs_shown")))
    return Change(step.kind, step.before, step.after, postings, openings, jobs, words, step.effort)


def _before(step: Step) -> object:
    """What a step begins at: a schooling has a name of its own, a wish stands in the client's words."""
    return shown_of_lists(step.before) if step.kind == "education" else shown(step.before)


def _time(step: Step) -> str:
    """How long it takes to get what a step ends at, where that is known; nothing of what is given up at once."""
    weeks = weeks_to_get(step.kind, str(step.after)) if step.effort == "gain" else None
    return say("what_if.takes", time=how_long(weeks)) if weeks else ""


def _smallest(tried: Iterable[_Tried], least: int, settings: Settings) -> Change | None:
    """Of the concessions that open at least so many postings, the one that asks least of the client."""
    asks = settings.table("what_if.asks")
    enough = [one.change for one in tried if one.change.postings >= least and one.change.effort == "give"]
    return min(enough, key=lambda change: (_asked(change, asks), -change.openings), default=None)


def _asked(change: Change, asks: Mapping[str, float]) -> float:
    return asked_of_client(change.kind, change.before, change.after, asks)


def _best_pair(tried: Iterable[_Tried], now: Asked, settings: Settings) -> Pair | None:
    """The two changes of different kinds that open most together, where that is more than either alone."""
    both = (_together(one, other, now) for one, other in combinations(_to_pair(tried, settings), 2))
    best = min(filter(None, both), key=lambda one: (-one.opened.openings, one.words), default=None)
    return best.told(settings) if best else None


def _to_pair(tried: Iterable[_Tried], settings: Settings) -> list[_Tried]:
    """Of each kind the step that is enough, of the kinds that open most; nothing that takes too long to be got."""
    longest, most = settings.number("what_if.pair_weeks"), int(settings.number("what_if.pairs_of"))
    quick = [one for one in tried if one.change.effort == "give" or _weeks(one.change) <= longest]
    chosen = {id(_enough(steps)) for steps in _by_kind(one.change for one in quick)}
    enough = [one for one in quick if id(one.change) in chosen]
    return sorted(enough, key=lambda one: (-one.change.openings, one.step.kind))[:most]


@dataclass(frozen=True, eq=False)
class _Both:
    """Two changes at once with what they open together."""

    changes: tuple[Change, Change]
    opened: Opened
    words: str

    def told(self, settings: Settings) -> Pair:
        """The pair with the best jobs that it opens."""
        opened, most = self.opened, int(settings.number("what_if.jobs_shown"))
        return Pair(self.changes, len(opened.rows), opened.openings, opened.jobs(most), self.words)


def _together(one: _Tried, other: _Tried, now: Asked) -> _Both | None:
    """Both changes; None where they change the same field or bring no more than one of them."""
    if one.step.fields & other.step.fields:
        return None
    first, then = sorted((one, other), key=_costs_less)
    look = first.opened.after.bare
    kinds = frozenset({one.step.kind, other.step.kind})
    opened = Opened.by(look.again(then.step.of(look.client)), now, kinds, one.opened, other.opened)
    if opened.openings <= max(one.change.openings, other.change.openings):
        return None
    steps = (one.step, other.step)
    short = (
        say(f"what_if.short.{step.kind}", before=_before(step), after=shown_of_lists(step.after)) for step in steps
    )
    words = say("what_if.pair", both=say("what_if.together").join(short), postings=len(opened.rows),
                openings=opened.openings)  # fmt: skip
    return _Both((one.change, other.change), opened, words)


_FIRST: Final = ("distance", "also", "occupation")


def _costs_less(one: _Tried) -> int:
    """Of two steps the second is asked from the look after the first: never a wider way, and what costs less to ask."""
    return _FIRST.index(one.step.kind) if one.step.kind in _FIRST else len(_FIRST)

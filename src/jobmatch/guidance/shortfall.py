"""Shortfall: fewer jobs fit than wanted; which smallest change of one expectation would bring them.

Every change is tried by asking again with the changed profile, so the numbers are those that the client
would see. It is advice: nothing is changed without the client.
"""

from collections.abc import Callable

from jobmatch.fit.reads import READS, changed_fields
from jobmatch.guidance.changes import Step, asked_of_client, expectations, gives_up_goal, shown
from jobmatch.look import Asked
from jobmatch.messages import say
from jobmatch.ranking.slate import how_many
from jobmatch.records.client import Client
from jobmatch.records.recommendation import Shortfall, SmallestChange
from jobmatch.settings import Settings

Count = Callable[[Client], int]


def shortfall(
    client: Client, wide: Asked, found: int, wanted: int, without: frozenset[str], settings: Settings
) -> Shortfall:
    """What is missing, and for each expectation the smallest step that brings the rest, else any at all.

    ``wide`` is the look of the ``widest`` client; employers and posting ids in ``without`` are passed over.
    """
    count = _counted(client, wide, wanted, without, settings)
    changes = [_smallest(client, steps, found, wanted, count) for steps in expectations(client, settings)]
    told = (change for change in changes if change)
    asks = settings.table("what_if.asks")

    def order(change: SmallestChange) -> tuple[int, float, str]:
        asked = asked_of_client(change.kind, change.before, change.after, asks)
        return (-min(change.adds, wanted - found), asked, change.kind)

    return Shortfall(found, wanted, tuple(sorted(told, key=order)))


def _counted(client: Client, wide: Asked, wanted: int, without: frozenset[str], settings: Settings) -> Count:
    """How many jobs there are for a client after a change, ``wanted`` at most.

    Jobs for who gives up a wish are counted alone where they would be no fillers beside a vague one.
    """
    now = wide.again(client)

    def count(changed: Client) -> int:
        # where the way to work stays as it is, what was told of the rows in reach holds
        look = wide if changed_fields(client, changed) & READS["distance"] else now
        least = settings.number("slate.vague_filler") if gives_up_goal(client, changed) else 0.0
        return how_many(look.again(changed).near, wanted, without, least)

    return count


def _smallest(client: Client, steps: list[Step], found: int, wanted: int, count: Count) -> SmallestChange | None:
    any_more = None
    for step in steps:
        adds = count(step.of(client)) - found
        if adds > 0 and any_more is None:
            any_more = _change(step, adds, say("smallest.exactly", adds=adds))
        if found + adds >= wanted:
            # no more are counted than are wanted: what the change opens in all is for ``what_if`` to say
            return _change(step, adds, say("smallest.at-least", adds=adds))
    return any_more


def _change(step: Step, adds: int, count: str) -> SmallestChange:
    words = say(f"smallest.{step.kind}", before=shown(step.before), after=shown(step.after), adds=count)
    return SmallestChange(step.kind, step.before, step.after, adds, words)

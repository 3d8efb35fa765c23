"""Directions: occupations within reach, for a client without a goal or beside the one there is.

What is worth handing over to the client without regard to the goal is put together by minor group of the
classification, so that ten names of one occupation are one direction; each is shown with what it takes.
"""

from collections.abc import Iterable, Iterator
from typing import Final

import numpy as np
from numpy.typing import NDArray

from jobmatch.fit import occupation, ways
from jobmatch.fit.offered_pay import pay_offered
from jobmatch.fit.states import NOT_MET
from jobmatch.guidance.changes import changed
from jobmatch.guidance.lacks import lacks
from jobmatch.level.figures import quartiles
from jobmatch.look import Asked
from jobmatch.messages import own_words, say
from jobmatch.records.client import Client
from jobmatch.records.guidance import Direction, Job
from jobmatch.settings import Settings
from jobmatch.text.asked.education import parse_schooling
from jobmatch.text.work.occupations import is_left_over, minor_group, occupation_codes, occupation_name

Rows = NDArray[np.intp]
# What can be got or learned: it does not take an opening out of a direction, it is what the direction asks.
_ANY_WORK: Final = 3  # the level at which work that can be got counts more than what it has to do with the client
_CAN_BE_GOT: Final = ("certificate", "licence")


def without_goal(client: Client) -> Client:
    """The client open to any work."""
    return changed(client, "goal", occupations=None, clarity="none")


def directions(asked: Asked, most: int) -> tuple[Direction, ...]:
    """The best ``most`` directions; ``asked`` is the look of the client with the goal they have.

    Who has a goal is first told what is near to it, or to what they did or learned.
    """
    free = asked.again(without_goal(asked.client)) if asked.client.goal.occupations else asked
    found = [_direction(group, rows, free, asked) for group, rows in _groups(free)]
    has_goal = bool(asked.client.goal.occupations)
    return tuple(sorted(found, key=lambda one: (has_goal and not one.of_the_client, -one.score, one.code))[:most])


def to_talk_over(found: Iterable[Direction], client: Client, level: int | None, settings: Settings) -> list[Direction]:
    """Those that are worth a talk: below level 3 no graduate with a goal is talked into work of another kind."""
    graduate = (parse_schooling(client.conditions.education or "") or 0) >= settings.number("directions.graduate")
    any_work = level == _ANY_WORK or not (graduate and client.goal.occupations)
    return [one for one in found if any_work or one.of_the_client]


def _groups(free: Asked) -> Iterator[tuple[str, Rows]]:
    """Each minor group with the positions in the ranking of what is worth handing over, best first."""
    ranked, codes = free.ranked, occupation_codes()
    best = ranked.best(len(ranked.case.rows), ranked.fits & ~ranked.case.column("public_welfare"))
    groups = np.array([minor_group(codes[at]) for at in ranked.case.column("occupations")[best, 0]])
    for group in np.unique(groups):
        if not is_left_over(str(group)):
            yield str(group), best[groups == group]


def _direction(group: str, best: Rows, free: Asked, asked: Asked) -> Direction:
    ranked = free.ranked
    case, numbers = ranked.case.part(best), ranked.case.settings.table("directions")
    near, market, openings = case.settings.table("near"), case.market, case.market.counted_openings(case.rows)
    code = _commonest(case.column("occupations")[:, 0])
    top = ranked.scores.score[best[: int(numbers["jobs"])]]
    # a point that stands for a whole city tells the way to its middle, not to the job
    km = np.where(ways.rough(case), np.nan, ways.km_from_home(case))
    text = market.shown.text
    jobs = tuple(
        Job(text(int(row), "posting_id"), text(int(row), "title"), text(int(row), "employer"), float(score))
        for row, score in zip(case.rows[: len(top)], top, strict=True)
    )
    name, pay = occupation_name(code), quartiles(pay_offered(case))
    known, background = (part["background"][best] for part in (ranked.fit.known, ranked.fit.values))
    return Direction(
        code=code,
        occupation=name,
        # what the best are worth, less where so few openings are there that a plan on them is a gamble
        score=round(float(top.mean()) * (1 - float(np.exp(-openings / numbers["enough_openings"]))), 6),
        postings=len(best),
        openings=openings,
        gettable=market.counted_openings(case.rows[ranked.scores.chance[best] >= numbers["surely"]]),
        pay_quartiles=pay,
        distance_km=None if np.isnan(km).mean() > numbers["places_unknown"] else round(float(np.nanmedian(km)), 1),
        missing=lacks(free, _open_but_for_papers(group, free)),
        jobs=jobs,
        near_goal=bool((occupation.likeness(asked.everything.case.at(case.rows)) >= near["goal"]).any()),
        known_work=bool((known & (background >= near["background"])).any()),
        text=_told(name, jobs, openings, pay),
    )


def _told(name: str, jobs: tuple[Job, ...], openings: int, pay: tuple[float, float, float] | None) -> str:
    usual = say("directions.usual-pay", pay=f"{pay[1]:.0f}") if pay else say("directions.no-pay")
    return say("directions.line", occupation=own_words(name), openings=openings, pay=usual, title=jobs[0].title)


def _commonest(occupations: NDArray[np.int16]) -> str:
    """The code that stands there most often, the first in the classification among equals."""
    found, counts = np.unique(occupations, return_counts=True)
    return occupation_codes()[int(found[np.argmax(counts)])]


def _open_but_for_papers(group: str, free: Asked) -> Rows:
    """Positions of the group's postings in reach that break nothing but what can be got."""
    case, codes = free.everything.case, occupation_codes()
    there = free.states.only(free.states.keys() - set(_CAN_BE_GOT)).passes
    inside = np.array([minor_group(code) == group for code in codes])
    return np.flatnonzero(there & inside[case.column("occupations")[:, 0]] & (free.states["closed"] != NOT_MET))

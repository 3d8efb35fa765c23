"""Strengths, weaknesses, opportunities, threats: each line with the fact or the market's figure behind it.

A weakness is what the market asks and the client does not bring yet, never what the client is: no age, no gender,
nothing of the family. Every line can be said to the person's face.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from jobmatch.fit.background import years_said, years_since
from jobmatch.fit.facts import Facts
from jobmatch.guidance.directions import to_talk_over
from jobmatch.guidance.lacks import lacks
from jobmatch.guidance.what_if import telling
from jobmatch.look import Asked
from jobmatch.market.lists import Lists
from jobmatch.messages import own_words, say
from jobmatch.records.client import Client
from jobmatch.records.guidance import Change, Direction, Point
from jobmatch.records.lapsed import is_lapsed
from jobmatch.text.asked.certificates import certificate_names
from jobmatch.text.asked.skills import skill_names


def swot(asked: Asked, changes: tuple[Change, ...], found: tuple[Direction, ...]) -> tuple[Point, ...]:
    """All lines, side by side; ``changes`` and ``found`` are those of what-if and of the directions."""
    return (*_strengths(asked), *_weaknesses(asked), *_opportunities(asked, changes, found), *_threats(asked))


def _point(side: str, key: str, **facts: object) -> Point:
    return Point(side, say(f"swot.{key}", **facts), facts)


def _strengths(asked: Asked) -> Iterator[Point]:
    """What the client has done, holds and can, and how many openings in reach ask for it."""
    case, client, passes = asked.everything.case, asked.client, asked.states.passes
    conditions = client.conditions
    for job in case.facts.past:
        if job.years:
            words = say("swot.experience", occupation=job.words, said=years_said(job.years))
            yield Point("strength", words, {"occupation": job.words, "years": f"{job.years:g}"})
    if conditions.major:
        yield _point("strength", "major", major=conditions.major)
    yield from _asked_for(asked)
    if conditions.driving_licence not in (None, "无", "none") and not is_lapsed(conditions.driving_licence):
        yield _point("strength", "licence", licence=conditions.driving_licence)
    used_by = (
        ("shift", conditions.shift_ok, case.column("shift") == 1),
        ("night", conditions.night_shift_ok, case.column("night") == 1),
        ("health", conditions.health_limits == (), case.column("demands") != 0),
    )
    for key, there, rows in used_by:
        if there and (openings := _openings(asked, passes & rows)):
            yield _point("strength", key, openings=openings)
    if client.family.care_duties == ():
        yield _point("strength", "free")
    if client.willingness.wants_work or _is_urgent(client.willingness.urgency):
        yield _point("strength", "willing")


def _is_urgent(said: str | None) -> bool:
    """Whether what a client says of how urgent work is tells that it is: not 不着急."""
    return bool(said) and not re.match("不|没|not? ", str(said))


def _openings(asked: Asked, rows: NDArray[np.bool_]) -> int:
    """The openings of some of what lies in reach."""
    return asked.everything.case.market.counted_openings(asked.everything.case.rows[rows])


def _asked_for(asked: Asked) -> Iterator[Point]:
    """Skills and certificates of the client that postings in reach name, the most asked first."""
    case, market = asked.everything.case, asked.everything.case.market
    rows = case.rows[asked.states.passes]
    yield from _named("skill", market.skills, skill_names(), case.facts.skills or (), rows, asked)
    mine = [at for at, name in enumerate(certificate_names()) if name in (case.facts.certificates or ())]
    yield from _named("certificate", market.certificates, certificate_names(), mine, rows, asked)


def _named(
    kind: str, lists: Lists, names: Sequence[str], mine: Collection[int], rows: NDArray[np.intp], asked: Asked
) -> Iterator[Point]:
    """What of the client's own the rows ask, with the openings that ask it."""
    openings = asked.everything.case.market.openings
    counted = Counter[int]()
    for row in rows:
        for number, _ in lists.of_row(int(row)):
            if number in mine:
                counted[number] += max(int(openings[row]), 1)
    most = int(asked.settings.number("swot.of_a_kind"))
    for count, name in sorted((-count, names[at]) for at, count in counted.items())[:most]:
        yield _point("strength", kind, name=own_words(name), openings=-count)


def _weaknesses(asked: Asked) -> Iterator[Point]:
    """What postings in reach (for the goal, where there is one) ask and the client does not bring yet."""
    case, client = asked.everything.case, asked.client
    goal = asked.everything.fit.values["occupation"] >= case.settings.number("slate.is_goal")
    there = goal if case.facts.wanted else np.ones(len(case.rows), dtype=np.bool_)
    for lack in lacks(asked, np.flatnonzero(there), among="goal" if case.facts.wanted else "reach"):
        yield Point("weakness", lack.text, {"kind": lack.kind, "name": lack.name, "openings": lack.openings})
    if client.conditions.experience == () and (asks := _openings(asked, there & (case.column("years") > 0))):
        yield _point("weakness", "no-experience", openings=asks)
    away = years_away(case.facts)
    if away is not None and away >= case.settings.number("swot.years_away"):
        yield _point("weakness", "away", years=f"{away:.0f}")
    if client.goal.clarity in ("none", "vague"):
        yield _point("weakness", f"goal-{client.goal.clarity}")
    if client.ability.resume_ready is False:
        yield _point("weakness", "resume")


def years_away(facts: Facts) -> float | None:
    """Years since the last job; None where there was none or it is not said of each when it ended."""
    ends = [job.ended for job in facts.past]
    return min((years_since(end, facts.as_of) for end in ends if end), default=None) if all(ends) else None


def _least(client: Client) -> str:
    """The pay that is held against the market is the least that is accepted, where that was said, else the wish."""
    return "" if client.attitude.pay_min is None else "-least"


def _opportunities(asked: Asked, changes: tuple[Change, ...], found: tuple[Direction, ...]) -> Iterator[Point]:
    """What the market offers: openings that can be got, pay, directions, and the smallest step that opens more."""
    shown, settings = asked.figures, asked.settings
    yield _point("opportunity", "gettable", openings=shown.openings_in_reach, gettable=shown.gettable)
    if shown.pay_quartiles and shown.pay_expected and shown.pay_expected <= shown.pay_quartiles[1]:
        yield _point(
            "opportunity",
            f"pay{_least(asked.client)}",
            middle=f"{shown.pay_quartiles[1]:.0f}",
            expected=f"{shown.pay_expected:.0f}",
        )
    for one in to_talk_over(found, asked.client, asked.level.level, settings)[: int(settings.number("swot.of_a_kind"))]:
        yield Point("opportunity", one.text, {"occupation": one.occupation, "openings": one.openings})
    for change in telling(changes, "give", int(settings.number("swot.of_a_kind"))):
        yield Point("opportunity", change.text, {"kind": change.kind, "openings": change.openings})


def _threats(asked: Asked) -> Iterator[Point]:
    """What stands in the way on the market's side."""
    shown, case = asked.figures, asked.everything.case
    if case.facts.wanted and shown.for_goal < asked.settings.number("level.openings_for_goal"):
        key = "few-for-goal" if shown.for_goal else "none-for-goal"
        yield _point("threat", key, openings=shown.openings_in_reach, for_goal=shown.for_goal)
    if case.facts.wanted and shown.for_goal > shown.qualified_for_goal:
        yield _point("threat", "bars", for_goal=shown.for_goal, qualified=shown.qualified_for_goal)
    if shown.pay_quartiles and shown.pay_expected and shown.pay_expected > shown.pay_quartiles[2]:
        yield _point(
            "threat",
            f"pay-high{_least(asked.client)}",
            high=f"{shown.pay_quartiles[2]:.0f}",
            expected=f"{shown.pay_expected:.0f}",
        )
    for kind, field in (("night", "night_shift_ok"), ("shift", "shift_ok")):
        share = float((case.column(kind) == 1).mean()) if len(case.rows) else 0.0
        if getattr(asked.client.conditions, field) is False and share:
            yield _point("threat", f"{kind}-share", share=f"{share:.0%}")

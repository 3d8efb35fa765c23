"""Why a vacancy finds nobody: how many clients each of its requirements removes, and what a change would bring.

Made for the talk with the employer: the posting is tried again with one thing changed (pay, schooling, experience,
shifts, a bus), before the same clients.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, Final

import numpy as np

from jobmatch.allocation.view import Ground, broken_limits
from jobmatch.fit.case import Case
from jobmatch.fit.facts import Facts
from jobmatch.fit.limits import LIMITS
from jobmatch.guidance.changes import changed
from jobmatch.level.assess import without_level
from jobmatch.look import LEVEL_FOR_ASSESSING
from jobmatch.market.columns import Market
from jobmatch.messages import say
from jobmatch.ranking.model import model_of
from jobmatch.ranking.ranked import Ranked, rank
from jobmatch.records.client import Client
from jobmatch.records.recommendation import SmallestChange
from jobmatch.settings import Settings
from jobmatch.text.education import education_name

_BARS: Final = ("education", "experience", "seniority", "skills", "certificates")  # what an employer can lower


@dataclass(frozen=True, slots=True)
class Obstacle:
    """What stands between some clients and the posting; ``alone``: clients whom nothing else keeps away."""

    kind: str
    clients: int
    alone: int
    text: str


@dataclass(frozen=True, slots=True)
class Vacancy:
    """A posting before all clients."""

    posting_id: str
    title: str
    employer: str
    clients: int
    suited: int
    unrelated: int  # clients of other work, for whom no change of the posting would help
    obstacles: tuple[Obstacle, ...]
    concessions: tuple[SmallestChange, ...]

    def to_dict(self) -> dict[str, Any]:
        """The vacancy as JSON."""
        names = ("posting_id", "title", "employer", "clients", "suited", "unrelated")
        obstacles = [{name: getattr(one, name) for name in one.__slots__} for one in self.obstacles]
        changes = [one.to_dict() for one in self.concessions]
        return {name: getattr(self, name) for name in names} | {"obstacles": obstacles, "concessions": changes}

    def to_rows(self) -> list[dict[str, Any]]:
        """A row an obstacle, then a row a change."""
        rows = [{"posting_id": self.posting_id, "what": "obstacle", "kind": one.kind, "clients": one.clients,
                 "alone": one.alone, "text": one.text} for one in self.obstacles]  # fmt: skip
        return rows + [{"posting_id": self.posting_id, "what": "concession", "kind": one.kind, "clients": one.adds,
                        "alone": None, "text": one.text} for one in self.concessions]  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Change:
    kind: str
    before: Any
    after: Any
    ground: Ground
    of_client: Callable[[Client], Client]


def vacancy(ground: Ground, row: int, clients: Iterable[Client]) -> Vacancy:
    """The posting at ``row`` before some clients."""
    known = [facts for one in clients if without_level(facts := ground.facts(one), ground.settings) is None]
    found = [_obstacles(ground, facts, row) for facts in known]
    related = [kinds for kinds in found if "unrelated" not in kinds]
    text = ground.market.shown.text
    missed = [facts.client for facts, kinds in zip(known, found, strict=True) if kinds and "unrelated" not in kinds]
    return Vacancy(
        posting_id=text(row, "posting_id"),
        title=text(row, "title"),
        employer=text(row, "employer"),
        clients=len(known),
        suited=sum(not kinds for kinds in found),
        unrelated=len(found) - len(related),
        obstacles=_counted(related),
        concessions=_smallest([_tried(change, missed, row) for change in _changes(ground, row)]),
    )


def _ranked(case: Case) -> Ranked:
    return rank(case, model_of(case.settings, LEVEL_FOR_ASSESSING))


def _obstacles(ground: Ground, facts: Facts, row: int) -> list[str]:
    """What keeps a client from the posting; empty where it suits, "unrelated" where it is none of their work."""
    case = ground.alone(facts, row)
    ranked = _ranked(case)
    if not ranked.related[0]:
        return ["unrelated"]
    limits = broken_limits(case)
    if limits or ranked.fits[0]:
        return limits
    met = case.settings.table("vacancy.met")
    low = [name for name in _BARS if ranked.fit.known[name][0] and ranked.fit.values[name][0] < met[name]]
    return low or ["unlikely"]


def _counted(found: list[list[str]]) -> tuple[Obstacle, ...]:
    every = Counter(kind for kinds in found for kind in kinds)
    alone = Counter(kinds[0] for kinds in found if len(kinds) == 1)
    return tuple(
        Obstacle(kind, count, alone[kind],
                 say("vacancy.obstacle", name=_name(kind), clients=count, alone=alone[kind]))
        for kind, count in every.most_common()
    )  # fmt: skip


def _name(kind: str) -> str:
    return say(f"excluded.{kind}" if kind in LIMITS or kind == "unlikely" else f"feature.{kind}")


def _tried(change: _Change, clients: list[Client], row: int) -> SmallestChange:
    adds = sum(not _obstacles(change.ground, change.ground.facts(change.of_client(one)), row) for one in clients)
    words = say(f"vacancy.change-{change.kind}", before=change.before, after=change.after, adds=adds)
    return SmallestChange(change.kind, change.before, change.after, adds, words)


def _smallest(tried: list[SmallestChange]) -> tuple[SmallestChange, ...]:
    """Of each kind every step that brings more than the step before; the kinds that bring most first."""
    kept: dict[str, list[SmallestChange]] = {}
    for one in tried:
        steps = kept.setdefault(one.kind, [])
        if one.adds > (steps[-1].adds if steps else 0):
            steps.append(one)
    order = sorted((steps for steps in kept.values() if steps), key=lambda steps: -steps[-1].adds)
    return tuple(one for steps in order for one in steps)


def _changes(ground: Ground, row: int) -> Iterator[_Change]:
    """What an employer can change, a step after the other."""
    market, numbers = ground.market, ground.settings

    def same(client: Client) -> Client:
        return client

    def with_columns(**values: Any) -> Ground:
        return replace(ground, market=_with(market, row, values))

    low, high = float(market.pay_min_month[row]), float(market.pay_max_month[row])
    for factor in () if np.isnan(high) else numbers.get("vacancy.pay_factors"):
        raised = with_columns(pay_min_month=low * factor, pay_max_month=high * factor)
        yield _Change("pay", round(high), round(high * factor), raised, same)
    for rung in range(int(market.education[row]) - 1, 0, -1):
        yield _Change("education", education_name(int(market.education[row])), education_name(rung),
                      with_columns(education=rung), same)  # fmt: skip
    if market.years[row] > 0:
        yield _Change("experience", f"{market.years[row]:g}", "0", with_columns(years=0.0), same)
    if market.night[row] == 1 or market.shift[row] == 1:
        by_day = with_columns(night=0, shift=0, start_hour=np.nan, end_hour=np.nan)
        yield _Change("shift", say("vacancy.shifts"), say("vacancy.day"), by_day, same)
    for factor in numbers.get("vacancy.way_factors"):
        yield _Change("transport", "1", f"{factor:g}", ground, partial(_carried, factor=factor, settings=numbers))


def _with(market: Market, row: int, values: dict[str, Any]) -> Market:
    """The market with some columns of one row changed."""
    columns: dict[str, Any] = {name: np.array(getattr(market, name)) for name in values}
    for name, value in values.items():
        columns[name][row] = value
    return replace(market, **columns)


def _carried(client: Client, factor: float, settings: Settings) -> Client:
    """A client whom a bus brings: the way that they accept grows."""
    km = client.conditions.max_commute_km or settings.number("distance.assumed_limit_km")
    return changed(client, "conditions", max_commute_km=km * factor)

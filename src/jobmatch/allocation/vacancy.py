"""Why a vacancy finds nobody: how many clients each of its requirements removes, and what a change would bring.

Made for the talk with the employer: the posting is tried again with one thing changed (``concessions``), before the
same clients. Whom a requirement keeps away alone is tried as well, by taking it away; so no change of it can bring
more than it keeps away alone, and its whole removal brings just as many.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

from jobmatch.allocation.concessions import Concession, changes
from jobmatch.allocation.view import Ground, below_bars, broken_limits
from jobmatch.fit.facts import Facts
from jobmatch.fit.limits import LIMITS
from jobmatch.level.assess import without_level
from jobmatch.look import LEVEL_FOR_ASSESSING
from jobmatch.messages import say
from jobmatch.ranking.model import model_of
from jobmatch.ranking.ranked import Ranked, rank
from jobmatch.records.client import Client
from jobmatch.records.recommendation import SmallestChange

_BARS: Final = ("education", "experience", "seniority", "skills", "certificates")  # what an employer can lower
_OVERALL: Final = ("low_chance", "low_use")  # no one requirement, and yet too little chance or use


@dataclass(frozen=True, slots=True)
class Obstacle:
    """What stands between some clients and the posting; ``alone``: clients who would suit without it."""

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


# Limits and bars that are one requirement to an employer.
_REQUIREMENT: Final = {"night_shift": "shift", "certificates": "certificate"}


def vacancy(ground: Ground, row: int, clients: Iterable[Client]) -> Vacancy:
    """The posting at ``row`` before some clients."""
    known = [facts for one in clients if without_level(facts := ground.facts(one), ground.settings) is None]
    related = [_Person(facts, _level(ground, facts)) for facts in known if _is_related(ground, facts, row)]
    found = [(one, _obstacles(ground, one, row)) for one in related]
    missed = [(one, kinds) for one, kinds in found if kinds]
    tried = _tried(ground, row, missed)
    text = ground.market.shown.text
    return Vacancy(
        posting_id=text(row, "posting_id"),
        title=text(row, "title"),
        employer=text(row, "employer"),
        clients=len(known),
        suited=len(found) - len(missed),
        unrelated=len(known) - len(related),
        obstacles=_counted([kinds for _, kinds in missed], tried),
        concessions=_smallest(tried),
    )


class _Person(NamedTuple):
    """A client and their level by the market as it is, which one posting does not change."""

    facts: Facts
    level: int


def _level(ground: Ground, facts: Facts) -> int:
    view = ground.view(facts.client)
    return LEVEL_FOR_ASSESSING if view is None else view.level


def _is_related(ground: Ground, facts: Facts, row: int) -> bool:
    """Whether the posting is the client's work at all, whatever it asks."""
    case = ground.alone(facts, row)
    return bool(rank(case, model_of(case.settings, LEVEL_FOR_ASSESSING)).related[0])


def _obstacles(ground: Ground, person: _Person, row: int, no_more: frozenset[str] = frozenset()) -> set[str]:
    """What keeps a client from the posting; empty where it suits."""
    case = ground.alone(person.facts, row)
    ranked = rank(case, model_of(case.settings, person.level))
    limits = {_REQUIREMENT.get(kind, kind) for kind in set(broken_limits(case)) - no_more}
    return limits or (set() if ranked.fits[0] else _low(ranked) or {one.kind for one in below_bars(ranked, 0)})


def _low(ranked: Ranked) -> set[str]:
    """The requirements that the client of a case meets too little."""
    settings, fit = ranked.case.settings, ranked.fit
    met = {**settings.table("level.qualified"), **settings.table("vacancy.met")}
    low = (name for name in _BARS if fit.known[name][0] and fit.values[name][0] < met[name])
    return {_REQUIREMENT.get(name, name) for name in low}


def _tried(ground: Ground, row: int, missed: Sequence[tuple[_Person, set[str]]]) -> list[tuple[Concession, set[int]]]:
    """Every change, and which of the clients who are missed would suit then."""
    return [
        (change, {at for at, (one, _) in enumerate(missed) if _suits(change, one, row)})
        for change in changes(ground, row)
    ]


def _suits(change: Concession, person: _Person, row: int) -> bool:
    after = change.of_client(person.facts.client)
    same = person if after is person.facts.client else person._replace(facts=change.ground.facts(after))
    return not _obstacles(change.ground, same, row, change.no_more)


def _counted(found: list[set[str]], tried: list[tuple[Concession, set[int]]]) -> tuple[Obstacle, ...]:
    """Each requirement with the clients whom it keeps away: alone where they would suit without it."""
    alone: dict[str, set[int]] = {}
    for change, suited in tried:
        alone.setdefault(change.requirement, set()).update(suited)
    kinds = sorted({kind for one in found for kind in one} | {kind for kind, suited in alone.items() if suited})
    counts = {kind: {at for at, one in enumerate(found) if kind in one} | alone.get(kind, set()) for kind in kinds}
    told = [_obstacle(kind, len(counts[kind]), len(alone.get(kind, ()))) for kind in kinds]
    return tuple(sorted(told, key=lambda one: (-one.clients, one.kind)))


def _obstacle(kind: str, clients: int, alone: int) -> Obstacle:
    words = "overall" if kind in _OVERALL else "obstacle"
    return Obstacle(kind, clients, alone, say(f"vacancy.{words}", name=_name(kind), clients=clients, alone=alone))


def _name(kind: str) -> str:
    if kind == "shift":
        return say("vacancy.shifts")
    return say(f"excluded.{kind}" if kind in LIMITS or kind in _OVERALL else f"feature.{kind}")


def _smallest(tried: list[tuple[Concession, set[int]]]) -> tuple[SmallestChange, ...]:
    """Of each kind every step that brings more than the step before; the kinds that bring most first."""
    kept: dict[str, list[SmallestChange]] = {}
    for one, suited in tried:
        steps, adds = kept.setdefault(one.kind, []), len(suited)
        if one.offered and adds > (steps[-1].adds if steps else 0):
            steps.append(SmallestChange(one.kind, one.before, one.after, adds, one.sentence(adds)))
    order = sorted((steps for steps in kept.values() if steps), key=lambda steps: -steps[-1].adds)
    return tuple(one for steps in order for one in steps)

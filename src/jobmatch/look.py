"""One look of a client at the market: what lies in reach, the limits, the level, and what is worth handing over.

``look`` asks once, from nothing. ``Asked.again`` asks for the same client with a few fields changed and computes
only what those fields touch; the result is the same as that of a new look.
"""

from dataclasses import dataclass, replace
from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from jobmatch.fit.case import Case
from jobmatch.fit.facts import Facts
from jobmatch.fit.features import APART, FEATURES, measure
from jobmatch.fit.limits import GATES, LIMITS, check
from jobmatch.fit.reads import KEPT_UNDER, READS, ROWS, changed_fields
from jobmatch.fit.spread import Cut, those
from jobmatch.fit.states import States
from jobmatch.lazily import cached_property
from jobmatch.level.assess import assess, level_of, without_level
from jobmatch.level.demand import LOOKS_AT, Demand
from jobmatch.level.figures import Figures
from jobmatch.market.columns import Market
from jobmatch.market.kept_rows import KeptRows
from jobmatch.market.reach import rows_in_reach
from jobmatch.ranking.model import Model, model_of
from jobmatch.ranking.ranked import Ranked, rank_by_chance, rank_by_work, rank_part
from jobmatch.records.assessment import Assessment
from jobmatch.records.client import Client
from jobmatch.settings import Settings
from jobmatch.text.dates import day_number

LEVEL_FOR_ASSESSING: Final = 2  # the bars by which a job counts as gettable while the level is not known
_WITHOUT_LEVEL: Final = 3  # clients never asked for a goal see what clients without one see


@dataclass(frozen=True, eq=False)
class Look:
    """What lies in reach of a client, with the state of every limit."""

    case: Case
    states: States
    passes: NDArray[np.bool_]  # which of the rows break no limit
    excluded: dict[str, int]  # postings ruled out, by kind; what is closed, full or too far counts only as that


def look_at(market: Market, facts: Facts, settings: Settings) -> Look:
    """Reach, then the limits: first those that hold for everybody, the others only for what is open and near."""
    day = day_number(facts.as_of)
    near = _open_and_near(market, facts, day, settings)
    case = Case(facts, market, near.rows, day, settings, kept=near)
    rest = check(case, LIMITS.keys() - set(GATES))
    excluded = near.shut_out | rest.broken(case.counts)
    states = States.same(("closed", "full"), len(case.rows)) | check(case, ("too_far",)) | rest
    return Look(case, states, rest.passes, {kind: n for kind, n in excluded.items() if n})


def _open_and_near(market: Market, facts: Facts, day: int, settings: Settings) -> KeptRows:
    """What is open and not too far, kept for the next client from there; and how many postings each gate rules out."""
    if not facts.anchors:  # then nothing is known to be far, and what is open is the same for everybody
        return market.open_on(day)
    # all that ``_look_around`` reads of the client
    whose = ("near", facts.anchors, facts.commute_km, facts.wanted_districts, day, settings)
    return market.kept.once(whose, lambda: _look_around(market, facts, day, settings))


def _look_around(market: Market, facts: Facts, day: int, settings: Settings) -> KeptRows:
    assumed = settings.number("distance.assumed_limit_km")
    km = assumed if facts.commute_km is None else facts.commute_km
    around = {code for anchor in facts.anchors for code in anchor.around} | {
        it.district for it in facts.wanted_districts
    }
    case = Case(facts, market, rows_in_reach(market, facts.anchors, km, around), day, settings)
    gates = check(case, GATES)
    shut_out = gates.broken(case.counts)
    shut_out["too_far"] += len(market) - len(case.rows)
    return KeptRows(those(case.rows, gates.passes), shut_out)


@dataclass(frozen=True, eq=False)
class Shortlist:
    """The level, and what is related among all that breaks no limit, scored by the model of that level.

    Nothing is measured before it is asked for: of what is unrelated hardly ever more than how near its work is.

    The row ``also`` is there, related or not, unless a limit rules it out. Where questions are to be asked (``asks``)
    and very little is related, the surest of the rest is there too, to have something to ask about.
    """

    look: Look
    settings: Settings
    also: int | None = None
    asks: bool = False

    @cached_property
    def everything(self) -> Ranked:
        """Every row, by how near its work is to the client's."""
        return rank_by_work(self.look.case, model_of(self.settings, LEVEL_FOR_ASSESSING))

    @cached_property
    def able(self) -> Ranked:
        """All that breaks no limit, with its chance."""
        return rank_by_chance(self.everything, np.flatnonzero(self.look.passes))

    @cached_property
    def near(self) -> Ranked:
        """What of it is related, by the model by which the level is told."""
        return rank_part(self.everything, self._near, self.everything.model)

    @cached_property
    def _near(self) -> NDArray[np.intp]:
        related = self.everything.related
        wanted = related if self.also is None else related | (self.look.case.rows == self.also)
        return np.flatnonzero(self.look.passes & wanted)

    @cached_property
    def _missing(self) -> int:
        """How many unrelated rows there should be."""
        return int(self.settings.number("questions.look_at")) - len(self._near) if self.asks else 0

    @cached_property
    def figures(self) -> Figures:
        """What the market says to the client."""
        demand, near = Demand(self.everything, self.look.states), self.able if self._missing > 0 else self.near
        return Figures(demand, self.look.states, self.look.passes, near, lambda: self.able)

    @cached_property
    def level(self) -> Assessment:
        """The level by the rules, or why there is none yet."""
        facts = self.look.case.facts
        return without_level(facts, self.settings) or assess(facts, self.figures, self.settings)

    @cached_property
    def model(self) -> Model:
        """The model of the level."""
        level = level_of(self.look.case.facts, self.figures, self.settings)
        return model_of(self.settings, level or _WITHOUT_LEVEL)

    @cached_property
    def ranked(self) -> Ranked:
        """The rows that are shortlisted."""
        if self._missing <= 0:
            return self.near.by(self.model)
        wanted = self.able.related.copy()
        if self.also is not None:
            wanted |= self.able.case.rows == self.also
        wanted[self.able.surest(self._missing, ~wanted)] = True
        return rank_part(self.able, np.flatnonzero(wanted), self.model)


@dataclass(frozen=True, eq=False)
class Asked:
    """A client's look with every feature of every row in reach: made to be asked again with small changes."""

    states: States
    everything: Ranked
    settings: Settings
    told: Demand | None = None  # of the client before the change, where nothing of it was touched

    @property
    def client(self) -> Client:
        """Who asks."""
        return self.everything.case.facts.client

    @cached_property
    def figures(self) -> Figures:
        """What the market says to the client."""
        return Figures(self.demand, self.states, self.states.passes, self._near, lambda: self.able)

    @cached_property
    def level(self) -> Assessment:
        """The level by the rules."""
        return assess(self.everything.case.facts, self.figures, self.settings)

    @cached_property
    def demand(self) -> Demand:
        """What postings ask of the client, whatever pay, place and hours are wished for."""
        return self.told or Demand(self.everything, self.states)

    @cached_property
    def able(self) -> Ranked:
        """What breaks no limit, by the model by which the level is told."""
        return self._part(self.states.passes)

    def _part(self, rows: NDArray[np.bool_]) -> Ranked:
        return rank_part(self.everything, np.flatnonzero(rows), self.everything.model)

    @cached_property
    def ranked(self) -> Ranked:
        """The same, scored by the model of the level."""
        return self.able.by(self._model)

    @cached_property
    def _model(self) -> Model:
        level = level_of(self.everything.case.facts, self.figures, self.settings)
        return model_of(self.settings, level or _WITHOUT_LEVEL)

    @cached_property
    def _near(self) -> Ranked:
        return self._part(self.states.passes & self.everything.related)

    @cached_property
    def near(self) -> Ranked:
        """What breaks no limit and is related, scored by the model of the level: nothing else is handed over."""
        return self._near.by(self._model)

    @cached_property
    def worth(self) -> NDArray[np.intp]:
        """The rows of the market that would be handed over if all were, in ascending order."""
        return self.near.case.rows[self.near.fits]

    @property
    def bare(self) -> "Asked":
        """The same look to be asked again, without what was ranked in it."""
        return Asked(self.states, self.everything, self.settings, self.demand)

    def again(self, client: Client) -> "Asked":
        """The same look for the client with some fields changed; the reach may only shrink."""
        touched, case = changed_fields(self.client, client), self.everything.case
        forget = tuple(name for name, reads in KEPT_UNDER.items() if touched & reads)
        case = case.of(replace(case.facts, client=client), forget)
        states, fit = self.states, self.everything.fit
        if touched & READS["too_far"]:
            near = np.flatnonzero(check(case, ("too_far",)).passes)
            cut = Cut(near)
            case, fit = case.cut(near), fit.at(cut)
            states = states.cut(cut) | check(case, ("too_far",))
            touched |= {ROWS}
        limits = {kind for kind in LIMITS if kind not in GATES and touched & READS[kind]}
        features = {name for name in FEATURES if touched & READS[name]}
        model = self.everything.model
        # what is told row by row waits until it is known of which rows it is asked
        fit = fit.without(features & set(APART)).with_more(measure(case, model.neutral, features - set(APART)))
        told = None if touched & _of_demand(self.settings) else self.demand
        return Asked(states | check(case, limits), Ranked(case, model, fit), self.settings, told)


def ask(market: Market, facts: Facts, settings: Settings) -> Asked:
    """A look with every feature measured."""
    look = look_at(market, facts, settings)
    model = model_of(settings, LEVEL_FOR_ASSESSING)
    return Asked(look.states, Ranked(look.case, model, measure(look.case, model.neutral)), settings)


@cache
def _of_demand(settings: Settings) -> frozenset[str]:
    """What the demand of the market reads of a client."""
    names = (*LOOKS_AT, *settings.table("level.qualified"))
    return frozenset({ROWS}).union(*(READS[name] for name in names))

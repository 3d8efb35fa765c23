"""``View``: one client before the postings, every score at hand, to be asked about any one posting."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from jobmatch.fit.case import Case
from jobmatch.fit.facts import Facts
from jobmatch.fit.limits import check
from jobmatch.fit.states import NOT_MET
from jobmatch.level.assess import without_level
from jobmatch.look import Look, Shortlist, look_at
from jobmatch.market.columns import Market
from jobmatch.messages import say
from jobmatch.ranking.ranked import Ranked
from jobmatch.records.client import Client
from jobmatch.settings import Settings
from jobmatch.text.dates import day_number


@dataclass(frozen=True)
class Ground:
    """What all views of one task share: the postings, the day, the settings."""

    market: Market
    as_of: date
    settings: Settings

    def facts(self, client: Client) -> Facts:
        """The client as the comparisons see it."""
        return Facts(client, self.market.about["home"], self.as_of, self.settings)

    def view(self, client: Client, also: int | None = None) -> "View | None":
        """The client's view, in which the row ``also`` is scored, related or not, unless a limit rules it out.

        None for who does not want work or of whom too little is known.
        """
        facts = self.facts(client)
        if without_level(facts, self.settings):
            return None
        look = look_at(self.market, facts, self.settings)
        ranked = Shortlist(look, self.settings, also).ranked
        return View(ranked.model.level, ranked, look)

    def no_level(self, client: Client) -> str:
        """Why there is no view of a client: ``not_willing`` or ``too_little_known``."""
        found = without_level(self.facts(client), self.settings)
        return found.status if found else "assessed"

    def alone(self, facts: Facts, row: int) -> Case:
        """The client beside one posting, whether it lies in reach or not."""
        rows = np.array([row], dtype=np.intp)
        return Case(facts, self.market, rows, day_number(self.as_of), self.settings)


@dataclass(frozen=True, eq=False)
class View:
    """The level of a client and the postings that break none of their limits and are related, scored."""

    level: int
    ranked: Ranked
    look: Look

    @property
    def facts(self) -> Facts:
        """The client as the comparisons see it."""
        return self.ranked.case.facts

    @property
    def client(self) -> Client:
        """Whose view it is."""
        return self.facts.client

    def at(self, row: int) -> int | None:
        """The position of a posting among those scored; None where a limit rules it out."""
        rows = self.ranked.case.rows
        at = int(np.searchsorted(rows, row))
        return at if at < len(rows) and rows[at] == row else None

    def open_elsewhere(self, row: int, rank: int) -> float:
        """The score of the client's ``rank``-th best job that fits, ``row`` left out; 0 where there are fewer."""
        fits = self.ranked.fits & (self.ranked.case.rows != row)
        scores: NDArray[np.float64] = self.ranked.scores.score[fits]
        return float(np.partition(scores, -rank)[-rank]) if len(scores) >= rank else 0.0

    def ruled_out(self) -> dict[str, int]:
        """How many postings each limit and each bar rules out, the most first; one may count under several."""
        related, bars = self.ranked.related, self.ranked.model.surplus
        counts = self.look.excluded | {
            "unrelated": int(np.count_nonzero(self.look.passes)) - int(np.count_nonzero(related)),
            "low_chance": int(np.count_nonzero(related & ~self.ranked.attainable)),
            "low_use": int(np.count_nonzero(related & (self.ranked.scores.use < bars.least_use))),
        }
        return {kind: counts[kind] for kind in sorted(counts, key=lambda kind: (-counts[kind], kind)) if counts[kind]}


class WhyNot(NamedTuple):
    """Why a client is none for a posting: the kind that is counted, and a sentence with the figure."""

    kind: str
    text: str


def limit_words(kinds: Iterable[str]) -> list[WhyNot]:
    """Kinds that have no figure, in words."""
    return [WhyNot(kind, say(f"excluded.{kind}")) for kind in kinds]


def below_bars(ranked: Ranked, at: int) -> list[WhyNot]:
    """Which bars the posting at a position lies under, by which figure; empty where it fits."""
    if not ranked.related[at]:
        measured = ["background"] * bool(ranked.fit.known["background"][at]) + ["occupation"] * bool(
            ranked.case.facts.wanted
        )
        near = max((float(ranked.fit.values[name][at]) for name in measured), default=0.0)
        bar = ranked.case.settings.number("slate.related")
        return [WhyNot("unrelated", say("below.unrelated", value=f"{near:.2f}", least=f"{bar:g}"))]
    if ranked.crowded[at]:
        return limit_words(["crowded"])
    bars, scores = ranked.model.surplus, ranked.scores
    found = (
        ("low_chance", scores.chance[at], bars.least_chance, ranked.attainable[at]),
        ("low_use", scores.use[at], bars.least_use, scores.use[at] >= bars.least_use),
    )
    return [
        WhyNot(kind, say(f"below.{kind}", value=f"{value:.1%}", least=f"{least:.0%}"))
        for kind, value, least, enough in found
        if not enough
    ]


def broken_limits(case: Case) -> list[str]:
    """The limits that rule out the one posting of a case."""
    return [kind for kind, state in check(case).of(0).items() if state == NOT_MET]

"""``Matcher``: index postings, then recommend, assess and explain; save an index and load it again."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

import numpy as np
from numpy.typing import NDArray

from jobmatch.errors import BadInput, UsageError
from jobmatch.explanation import Explanation, feature_lines, limit_lines, trade_offs
from jobmatch.fit.case import Case
from jobmatch.fit.facts import Facts
from jobmatch.fit.limits import GATES, LIMITS, NOT_MET, State, broken, check, passes
from jobmatch.guidance.questions import questions, without_market
from jobmatch.guidance.shortfall import shortfall
from jobmatch.level.assess import assess, without_level
from jobmatch.level.figures import measure as measure_figures
from jobmatch.market.columns import Market
from jobmatch.market.reach import rows_in_reach
from jobmatch.market.store import load_market, save_market
from jobmatch.messages import say
from jobmatch.ranking.model import Model, model_of
from jobmatch.ranking.ranked import Ranked, rank, rank_by_chance, rank_part
from jobmatch.ranking.slate import FALLBACK, Place, choose
from jobmatch.records.assessment import Assessment
from jobmatch.records.client import Client
from jobmatch.records.recommendation import (
    Pay,
    PostingWarning,
    Recommendation,
    Recommendations,
    Shortfall,
)
from jobmatch.screening import warnings_of
from jobmatch.settings import Settings, load

if TYPE_CHECKING:
    from jobmatch.dataset.postings import Postings

_EPOCH = date(1970, 1, 1)
_LEVEL_FOR_ASSESSING = 2  # the bars by which a job counts as gettable while the level is not known


@dataclass(frozen=True, eq=False)
class Look:
    """One look of a client at the market: what lies in reach, its limits, and the shortlist that breaks none."""

    case: Case
    states: dict[str, State]
    shortlist: NDArray[np.intp]  # positions in case.rows of what breaks no limit
    excluded: dict[str, int]  # postings ruled out, by kind; what is closed, full or too far counts only as that


def day_of(value: date | str) -> date:
    """A day as such; a text that is none is refused.

    >>> day_of("2026-11-22")
    datetime.date(2026, 11, 22)
    """
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", str(value)):
        raise UsageError("not-a-day", seen=value)
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise UsageError("not-a-day", seen=value) from None


class Matcher:
    """Match clients with postings.

    >>> import jobmatch as jm
    >>> postings = jm.read_postings([{"title": "库管员", "location": "北京市大兴区", "salary": "4-5千"}])
    >>> matcher = jm.Matcher(as_of="2026-11-22").index(postings)
    >>> client = jm.Client(client_id="C-1", willingness={"wants_work": True},
    ...     goal={"occupations": ["仓库管理员"], "clarity": "clear"},
    ...     conditions={"age": 40, "education": "高中", "experience": [{"occupation": "库管", "years": 3}]})
    >>> [item.title for item in matcher.recommend(client).items]
    ['库管员']

    ``as_of`` is the day for which closing dates and ages of postings count, today where it is not given.
    Index once, ask often: a matcher may be shared by threads.
    """

    def __init__(self, as_of: date | str | None = None, settings: Settings | None = None) -> None:
        self.as_of = as_of
        self.settings = settings

    def index(self, postings: "Postings", home: str | None = None, jobs: int = 1) -> Self:
        """Index postings (daily). ``home`` is the region of bare place names, else told from the postings."""
        from jobmatch.market.build import build_market

        self.market_ = build_market(postings, home, jobs)
        return self

    @classmethod
    def load(cls, folder: str | Path, as_of: date | str | None = None, settings: Settings | None = None) -> "Matcher":
        """Open an index that ``save`` wrote; nothing is read into memory before it is needed."""
        matcher = cls(as_of, settings)
        matcher.market_ = load_market(Path(folder))
        return matcher

    def save(self, folder: str | Path) -> None:
        """Write the index, whole or not at all."""
        save_market(self._market, Path(folder))

    def recommend(self, client: Client, top: int = 3) -> Recommendations:
        """The best jobs for a client with their reasons, or why there are fewer."""
        if top < 1:
            raise UsageError("top-too-small", seen=top)
        facts = self._facts(client)
        known = without_level(facts, self._settings)
        if known:
            return self._only_questions(facts, known)
        look = self._look(facts)
        level, ranked = self._ranked(look)
        places = choose(ranked, top)
        missing = self._shortfall(client, len(places), top) if len(places) < top else None
        return self._answer(look, level, ranked, places, missing)

    def recommend_many(self, clients: Iterable[Client], top: int = 3) -> Iterator[Recommendations]:
        """The answers for many clients, one after the other, in their order."""
        return (self.recommend(client, top) for client in clients)

    def assess(self, client: Client) -> Assessment:
        """The level of a client, its rules, the figures behind it and what would change it."""
        facts = self._facts(client)
        known = without_level(facts, self._settings)
        if known:
            return replace(known, questions=known.questions or without_market(client))
        look = self._look(facts)
        level, ranked = self._ranked(look)
        return replace(level, questions=self._questions(ranked))

    def explain(self, client: Client, posting_id: str) -> Explanation:
        """Why this posting, line by line, adding up to its score; and which limits rule it out."""
        facts = self._facts(client)
        known = without_level(facts, self._settings)
        if known:
            raise BadInput("no-level", client_id=client.client_id, reason=known.rules[0].text)
        row = self._market.row_of_id.get(posting_id)
        if row is None:
            raise UsageError("no-such-posting", posting_id=posting_id)
        look = self._look(facts)
        level, _ = self._ranked(look)
        case = look.case.at(np.array([row], dtype=np.intp))
        return self._explanation(case, level.level or _LEVEL_FOR_ASSESSING)

    @property
    def _market(self) -> Market:
        market: Market | None = getattr(self, "market_", None)
        if market is None:
            raise UsageError("not-indexed")
        return market

    @property
    def _settings(self) -> Settings:
        return self.settings or load()

    @property
    def _today(self) -> date:
        if self.as_of is None:
            return date.today()
        return day_of(self.as_of)

    def _facts(self, client: Client) -> Facts:
        return Facts(client, self._market.about["home"], self._today, self._settings)

    def _look(self, facts: Facts) -> Look:
        """What lies in reach of the client, with the state of every limit."""
        market, settings = self._market, self._settings
        assumed = settings.number("distance.assumed_limit_km")
        km = assumed if facts.commute_km is None else facts.commute_km
        around = {code for anchor in facts.anchors for code in anchor.around}
        rows = rows_in_reach(market, facts.anchors, km, around)
        case = Case(
            facts=facts,
            market=market,
            rows=rows,
            day=(self._today - _EPOCH).days,
            settings=settings,
        )
        gates = check(case, GATES)
        open_near = np.flatnonzero(passes(gates))
        case = case.cut(open_near)
        states = {kind: state[open_near] for kind, state in gates.items()}
        rest = check(case, LIMITS.keys() - set(GATES))
        excluded = broken(gates) | broken(rest)
        excluded["too_far"] += len(market) - len(rows)
        states |= rest
        return Look(case, states, np.flatnonzero(passes(states)), {kind: n for kind, n in excluded.items() if n})

    def _model(self, level: int) -> Model:
        return model_of(self._settings, level)

    def _ranked(self, look: Look) -> tuple[Assessment, Ranked]:
        """The level, and what breaks no limit scored by the model of that level."""
        everything = rank_by_chance(look.case, self._model(_LEVEL_FOR_ASSESSING))
        level = assess(look.case.facts, measure_figures(everything, look.states), self._settings)
        return level, rank_part(everything, look.shortlist, self._model(level.level or _LEVEL_FOR_ASSESSING))

    def _questions(self, ranked: Ranked) -> Any:
        # in the order of the market, as a case wants its rows
        best = np.sort(ranked.best(int(self._settings.number("questions.look_at"))))
        case = ranked.case.part(best)
        return questions(case, int(self._settings.number("questions.most")))

    def _only_questions(self, facts: Facts, level: Assessment) -> Recommendations:
        asked = level.questions or without_market(facts.client)
        return Recommendations(
            facts.client.client_id, "default", self._today.isoformat(), level.summary(), (), None, {}, asked
        )

    def _answer(
        self, look: Look, level: Assessment, ranked: Ranked, places: list[Place], missing: Shortfall | None
    ) -> Recommendations:
        items = tuple(self._item(look, ranked, place, at + 1) for at, place in enumerate(places))
        return Recommendations(
            client_id=look.case.facts.client.client_id,
            model=ranked.model.name,
            as_of=self._today.isoformat(),
            level=level.summary(),
            items=items,
            shortfall=missing,
            excluded=look.excluded | ({"unlikely": unlikely} if (unlikely := int((~ranked.fits).sum())) else {}),
            questions=self._questions(ranked),
            notices=_notices(look.case.facts, self._settings),
        )

    def _item(self, look: Look, ranked: Ranked, place: Place, number: int) -> Recommendation:
        case, at = ranked.case, place.at
        row = int(case.rows[at])
        text = case.market.shown.text
        start, lines = feature_lines(ranked, at)
        one = case.one(at)
        km = float(one.km_from_home[0])
        return Recommendation(
            rank=number,
            posting_id=text(row, "posting_id"),
            title=text(row, "title"),
            employer=text(row, "employer"),
            location=text(row, "location"),
            score=float(ranked.scores.score[at]),
            base=start,
            attainability=round(float(ranked.scores.chance[at]), 4),
            preference=round(float(ranked.scores.use[at]), 4),
            distance_km=None if np.isnan(km) or one.rough[0] else round(km, 1),
            pay=Pay(
                _money(case.market.pay_min_month[row]),
                _money(case.market.pay_max_month[row]),
                text(row, "salary"),
            ),
            features=lines,
            limits=limit_lines(look.case, look.states, int(look.shortlist[at])),
            trade_offs=trade_offs(ranked, at),
            warnings=_warnings(case.market, row),
            fallback=place.role == FALLBACK,
            role=place.role,
            also_posted_as=tuple(filter(None, text(row, "also_posted_as").split("\n"))),
            url=text(row, "url") or None,
        )

    def _shortfall(self, client: Client, found: int, wanted: int) -> Shortfall:
        """The smallest change that would give ``wanted`` jobs, each tried by asking again."""

        def count(changed: Client) -> int:
            _, ranked = self._ranked(self._look(self._facts(changed)))
            return len(choose(ranked, wanted))

        return shortfall(client, found, wanted, count, self._settings)

    def _explanation(self, case: Case, level: int) -> Explanation:
        states, ranked = check(case), rank(case, self._model(level))
        start, lines = feature_lines(ranked, 0)
        row, text = int(case.rows[0]), case.market.shown.text
        return Explanation(
            client_id=case.facts.client.client_id,
            posting_id=text(row, "posting_id"),
            title=text(row, "title"),
            employer=text(row, "employer"),
            score=float(ranked.scores.score[0]),
            base=start,
            attainability=round(float(ranked.scores.chance[0]), 4),
            preference=round(float(ranked.scores.use[0]), 4),
            features=lines,
            limits=limit_lines(case, states, 0),
            excluded=tuple(kind for kind, state in states.items() if state[0] == NOT_MET),
            level=level,
        )


def _money(value: np.float32) -> float | None:
    return None if np.isnan(value) else round(float(value))


def _warnings(market: Market, row: int) -> tuple[PostingWarning, ...]:
    found = warnings_of(lambda field: market.shown.text(row, field)) if market.warned[row] else ()
    return tuple(PostingWarning(one.kind, one.words, one.ground) for one in found)


def _notices(facts: Facts, settings: Settings) -> tuple[str, ...]:
    """What was assumed or could not be read, said and not hidden."""
    conditions = facts.client.conditions
    found = []
    if conditions.residence and facts.home_anchor is None:
        found.append(say("heed.residence-not-read"))
    if facts.anchors and facts.commute_km is None:
        found.append(say("heed.limit-assumed", km=f"{settings.number('distance.assumed_limit_km'):.0f}"))
    if conditions.age is not None and conditions.age > settings.number("age.statutory_retirement"):
        found.append(say("heed.beyond-retirement"))
    return tuple(found)

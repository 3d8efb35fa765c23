"""``Matcher``: index postings, then recommend, assess and explain; save an index and load it again."""

from collections.abc import Iterable, Iterator, Sequence
from copy import copy
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from jobmatch.answer import assessed, explained, only_questions, slate
from jobmatch.arguments import all_of, count_of, folder_of
from jobmatch.dataset.client_arguments import client_of, clients_of
from jobmatch.errors import BadInput, UsageError
from jobmatch.explanation import Explanation
from jobmatch.fit.facts import Facts
from jobmatch.guidance.questions import without_market
from jobmatch.level.assess import without_jobs, without_level
from jobmatch.look import Look, Shortlist, ask, look_at
from jobmatch.market.closed import read_closed, row_of
from jobmatch.market.columns import Market
from jobmatch.market.store import load_market, save_market
from jobmatch.ranking.slate import choose, how_many_suit
from jobmatch.records.assessment import Assessment
from jobmatch.records.client import Client
from jobmatch.records.recommendation import Recommendations, Shortfall
from jobmatch.settings import Settings, load
from jobmatch.text.dates import day_of
from jobmatch.text.places.place import known_home

if TYPE_CHECKING:
    from jobmatch.advice import Advice
    from jobmatch.allocation.meeting import Fair
    from jobmatch.allocation.refer import Referral
    from jobmatch.allocation.rules import Rules
    from jobmatch.allocation.vacancy import Vacancy
    from jobmatch.allocation.view import Ground
    from jobmatch.dataset.catalogues import Course, Policy
    from jobmatch.dataset.outcomes import Outcomes
    from jobmatch.records.guidance import Directions, Swot, Training, WhatIf
    from jobmatch.records.plan import ServicePlan


class Matcher:
    """Match clients with postings.

    >>> import jobmatch as jm
    >>> postings = jm.read_postings([{"title": "库管员", "location": "北京市大兴区", "salary": "4-5千"}])
    >>> matcher = jm.Matcher(as_of="2026-11-22").index(postings)
    >>> client = jm.Client(client_id="C-1", willingness={"wants_work": True},
    ...     goal={"occupations": ["仓库管理员"], "clarity": "clear"},
    ...     conditions={"age": 40, "education": "高中", "experience": [{"occupation": "库管", "years": 3}]})
    >>> (item,) = matcher.recommend(client).items
    >>> item.title, item.pay.max_month, 0 < item.score < 1
    ('库管员', 5000, True)
    >>> why = matcher.explain(client, item.posting_id)
    >>> abs(why.base + sum(line.contribution for line in why.features) - why.score) < 1e-9
    True
    >>> level, plan = matcher.assess(client), matcher.plan(client)
    >>> level.level, level.market.for_goal, [one.measure for one in plan.measures]
    (1, 1, ['N2', 'N3', 'N6'])

    ``as_of`` is the day for which closing dates and ages of postings count, today where it is not given.
    Index once, ask often: a matcher may be shared by threads, but for the moment in which it is indexed or fitted.
    A client may also be the JSON object of one; pay is money a month, ways are kilometres as the crow flies.

    What cannot be answered is refused: a matcher without an index, an id that no posting has.

    >>> matcher.explain(client, "P-0")
    Traceback (most recent call last):
    jobmatch.errors.UsageError: 这里没有编号为 P-0 的岗位：请核对编号；也可能已经关闭，从索引中移除了。
    >>> jm.Matcher().recommend(client)
    Traceback (most recent call last):
    jobmatch.errors.UsageError: 还没有岗位：请先调用 index(postings) 或 Matcher.load(目录)。
    """

    def __init__(self, as_of: date | str | None = None, settings: Settings | None = None) -> None:
        self.as_of: date | str | None = _checked("as_of", as_of)
        self.settings: Settings | None = _checked("settings", settings)

    def index(self, postings: Any, home: str | None = None, jobs: int | None = 1) -> Self:
        """Index postings (daily), or what ``read_postings`` reads as such: a pandas table, a list of dicts, a path.

        ``home`` is the region of bare place names, else told from the postings. ``jobs`` processes read a large
        table, None: as many as the machine has cores; the result is the same.
        """
        from jobmatch.dataset.postings import Postings, read_postings
        from jobmatch.market.build import build_market

        jobs = None if jobs is None else count_of(jobs, "jobs")
        read = postings if isinstance(postings, Postings) else read_postings(postings, as_of=self._today)
        self.market_ = build_market(read, known_home(home), jobs)
        self.folder_: Path | None = None
        return self

    @classmethod
    def load(cls, folder: str | Path, as_of: date | str | None = None, settings: Settings | None = None) -> "Matcher":
        """Open an index that ``save`` wrote; nothing is read into memory before it is needed."""
        matcher = cls(as_of, settings)
        opened = folder_of(folder, "folder")
        matcher.market_, matcher.folder_ = load_market(opened), opened
        return matcher

    def save(self, folder: str | Path) -> None:
        """Write the index, whole or not at all."""
        save_market(self._market, folder_of(folder, "folder"), read_closed(self._folder))

    def fit(self, outcomes: Any, clients: Iterable[Client]) -> Self:
        """Let outcomes, or what ``read_outcomes`` reads as such, move the weights (monthly); gives back the matcher.

        Without an outcome it scores as before; outcomes of which none is of these clients and postings are refused.
        Fitted again, it learns anew. Whether the moved weights should take over is judged by ``jobmatch train``; here
        they simply hold, as ``settings_``.
        """
        from jobmatch.dataset.outcomes import read_outcomes
        from jobmatch.learning.train import fitted

        people, events = clients_of(clients), read_outcomes(outcomes)
        self.settings_ = fitted(self._market, people, events, self.settings or load(), self._today)
        return self

    def get_params(self, deep: bool = True) -> dict[str, Any]:  # noqa: ARG002 - scikit-learn passes it
        """What the matcher was made with, as scikit-learn asks for it; ``deep`` changes nothing.

        >>> Matcher(as_of="2026-11-22").get_params()
        {'as_of': '2026-11-22', 'settings': None}
        """
        return {"as_of": self.as_of, "settings": self.settings}

    def set_params(self, **params: Any) -> Self:
        """Change what the matcher was made with; what was learned holds until it is fitted again."""
        known = self.get_params()
        for name, value in params.items():
            if name not in known:
                raise UsageError("unknown-parameter", seen=name, welcome=", ".join(known))
            setattr(self, name, _checked(name, value))
        return self

    def with_referrals(self, log: "Outcomes") -> "Matcher":
        """A matcher that knows who was sent where: a posting that many were sent to is worth less to the next."""
        from jobmatch.dataset.outcomes import read_outcomes
        from jobmatch.market.crowd import crowd_of

        matcher, market = copy(self), self._market
        crowd = crowd_of(market.row_of_id, len(market), read_outcomes(log), self._today, self._settings)
        matcher.market_ = replace(market, crowd=crowd)
        return matcher

    def recommend(self, client: Client, top: int = 3, without: Iterable[str] = ()) -> Recommendations:
        """The best jobs for a client, or the JSON object of one, with their reasons; or why there are fewer.

        Employers and posting ids in ``without`` are passed over: those to which the client has said no.
        """
        client, top = client_of(client), count_of(top, "top")
        without = frozenset([without] if isinstance(without, str) else without or ())
        facts = self._facts(client)
        if known := without_jobs(facts, self._settings):
            return only_questions(facts, known, self._settings)
        found = self._shortlist(facts)
        chosen = choose(found.ranked, top, without)
        suit = how_many_suit(found.ranked, chosen)
        # fillers behind the three are no shortfall: a longer list may end with them
        wanted = top if len(chosen) < top else min(top, int(self._settings.number("slate.handed_over")))
        missing = self._shortfall(client, suit, wanted, without) if suit < wanted else None
        return slate(found, chosen, missing)

    def recommend_many(self, clients: Iterable[Client], top: int = 3) -> Iterator[Recommendations]:
        """The answers for many clients, one after the other, in their order."""
        top = count_of(top, "top")
        return (self.recommend(client, top) for client in clients_of(clients))

    def assess(self, client: Client) -> Assessment:
        """The level of a client, its rules, the figures behind it and what would change it."""
        client = client_of(client)
        facts = self._facts(client)
        if known := without_level(facts, self._settings):
            return replace(known, questions=known.questions or without_market(client))
        return assessed(self._shortlist(facts))

    def what_if(self, client: Client) -> "WhatIf":
        """What each change of an expectation and each thing to be got would open; advice, nothing is changed."""
        return self._advice.what_if(client_of(client))

    def directions(self, client: Client, most: int | None = None) -> "Directions":
        """Occupations within reach, for a client without a goal or beside it, the best first."""
        most = None if most is None else count_of(most, "most")
        return self._advice.directions(client_of(client), most)

    def swot(self, client: Client) -> "Swot":
        """Strengths, weaknesses, opportunities and threats, each with the fact or the figure behind it."""
        return self._advice.at_once(client_of(client))[2]

    def training(self, clients: Iterable[Client], courses: "Sequence[Course]" = ()) -> "Training":
        """What is worth teaching to these clients: of a catalogue, else of what postings ask most."""
        from jobmatch.dataset.catalogues import Course

        return self._advice.training(clients_of(clients), all_of(Course, courses, "courses", "read_courses(...)"))

    def plan(self, client: Client, policies: "Sequence[Policy]" = ()) -> "ServicePlan":
        """N1 to N6 with dates, the way towards work, follow-up and promises."""
        from jobmatch.dataset.catalogues import Policy

        client, known = client_of(client), all_of(Policy, policies, "policies", "read_policies(...)")
        return self._advice.plan(client, self.recommend(client), known)

    def refer(self, posting_id: str, clients: Iterable[Client], top: int = 10, consented: bool = False) -> "Referral":
        """Clients for a posting as anonymised cards; ``consented``: all have agreed that their card is sent.

        Without consent a client is ranked, but has no card.
        """
        from jobmatch.allocation.refer import refer

        return refer(self._ground, self._row(posting_id), clients_of(clients), count_of(top, "top"), consented)

    def vacancy(self, posting_id: str, clients: Iterable[Client]) -> "Vacancy":
        """Why a posting finds nobody: whom each requirement removes, and what a change of it would bring."""
        from jobmatch.allocation.vacancy import vacancy

        return vacancy(self._ground, self._row(posting_id), clients_of(clients))

    def fair(self, clients: Iterable[Client], rules: "Rules | None" = None, jobs: int = 1) -> "Fair":
        """Who meets whom at a matching fair whose employers bring the postings indexed here."""
        from jobmatch.allocation.fair import fair
        from jobmatch.allocation.rules import Rules

        rules = None if rules is None else all_of(Rules, [rules], "rules", "Rules(...)")[0]
        return fair(self._ground, clients_of(clients), rules, count_of(jobs, "jobs"))

    def why_not_met(self, plan: "Fair", client: Client, posting_id: str) -> str:
        """Why a client does not meet an employer at a fair, in a sentence."""
        from jobmatch.allocation.fair_told import why_not_met

        return why_not_met(self._ground, plan, client_of(client), posting_id)

    def explain(self, client: Client, posting_id: str) -> Explanation:
        """Why this posting, line by line, adding up to its score; and which limits rule it out."""
        client = client_of(client)
        facts = self._facts(client)
        if known := without_jobs(facts, self._settings):
            raise BadInput("no-level", client_id=client.client_id, reason=known.rules[0].text)
        row = self._row(posting_id)
        return explained(self._shortlist(facts), row)

    @property
    def _market(self) -> Market:
        market: Market | None = getattr(self, "market_", None)
        if market is None:
            raise UsageError("not-indexed")
        return market

    @property
    def _settings(self) -> Settings:
        return getattr(self, "settings_", None) or self.settings or load()

    @property
    def _today(self) -> date:
        return date.today() if self.as_of is None else day_of(self.as_of)

    @property
    def _ground(self) -> "Ground":
        from jobmatch.allocation.view import Ground

        return Ground(self._market, self._today, self._settings)

    @property
    def _advice(self) -> "Advice":
        from jobmatch.advice import Advice

        return Advice(self._ground)

    def _row(self, posting_id: str) -> int:
        return row_of(posting_id, self._market, self._folder)

    @property
    def _folder(self) -> Path | None:
        """Of the index, where one was opened."""
        return getattr(self, "folder_", None)

    def _facts(self, client: Client) -> Facts:
        return Facts(client, self._market.about["home"], self._today, self._settings)

    def _look(self, facts: Facts) -> Look:
        return look_at(self._market, facts, self._settings)

    def _shortlist(self, facts: Facts) -> Shortlist:
        return Shortlist(self._look(facts), self._settings, asks=True)

    def _shortfall(self, client: Client, found: int, wanted: int, without: frozenset[str]) -> Shortfall:
        from jobmatch.guidance.changes import widest
        from jobmatch.guidance.shortfall import shortfall

        wide = ask(self._market, self._facts(widest(client, self._settings)), self._settings)
        return shortfall(client, wide, found, wanted, without, self._settings)


def _checked(name: str, value: Any) -> Any:
    """What a matcher is made with, as it was given: scikit-learn's ``clone`` wants it so; what cannot be is refused."""
    if name == "as_of" and value is not None:
        day_of(value)
    if name == "settings" and not isinstance(value, Settings | None):
        raise UsageError("not-settings", seen=type(value).__name__)
    return value

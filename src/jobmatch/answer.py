"""What was ranked, put into records: a slate with its reasons, questions alone, one posting explained."""

from dataclasses import replace
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from jobmatch.explanation import Explanation
from jobmatch.explanation.limits import limit_lines
from jobmatch.explanation.lines import feature_lines, unlikely
from jobmatch.explanation.to_ask import bars_to_ask
from jobmatch.explanation.trade_offs import filler, trade_offs
from jobmatch.fit import ways
from jobmatch.fit.case import Case
from jobmatch.fit.facts import Facts
from jobmatch.fit.limits import check
from jobmatch.fit.offered_pay import pay_end, shown_pay
from jobmatch.fit.states import NOT_MET
from jobmatch.guidance.questions import questions, without_market
from jobmatch.look import Look, Shortlist
from jobmatch.market.columns import Market
from jobmatch.messages import language, listing, own_words, say
from jobmatch.ranking.ranked import Ranked, rank
from jobmatch.ranking.slate import FALLBACK, Chosen
from jobmatch.records.assessment import Assessment
from jobmatch.records.recommendation import Pay, PostingWarning, Question, Recommendation, Recommendations, Shortfall
from jobmatch.settings import Settings
from jobmatch.text.asked.health_limits import find_health_limits

if TYPE_CHECKING:
    from jobmatch.screening.finding import Finding


def slate(found: Shortlist, chosen: list[Chosen], missing: Shortfall | None) -> Recommendations:
    """The jobs of a slate with their reasons, what was ruled out, and what to ask."""
    look, ranked = found.look, found.ranked
    facts = look.case.facts
    handed_over = np.array(sorted(job.at for job in chosen), dtype=np.intp)
    few, place = ranked.part(handed_over), {at: place for place, at in enumerate(handed_over.tolist())}
    left = int(look.passes.sum() - ranked.fits.sum())
    return Recommendations(
        client_id=facts.client.client_id,
        model=ranked.model.name,
        as_of=facts.as_of.isoformat(),
        level=found.level.summary(),
        items=tuple(
            _item(look, few, place[job.at], job, rank, _ids(ranked, job)) for rank, job in enumerate(chosen, 1)
        ),
        shortfall=missing,
        excluded=look.excluded | ({"unlikely": left} if left else {}),
        questions=to_ask(found),
        notices=_notices(facts, look.case.settings)
        + _of_welfare(look)
        + (_of_wished(ranked, handed_over) if missing else ()),
    )


def _of_wished(ranked: Ranked, handed_over: NDArray[np.intp]) -> tuple[str, ...]:
    """Why jobs that are wished for and break no limit are left out: how many, and what keeps from the best of them."""
    wished = np.flatnonzero(ranked.fit.surely("occupation", ranked.case.settings.number("slate.is_goal")))
    left = wished[~ranked.fits[wished] | ranked.short(wished)]
    # no row stands twice in either; without that said, numpy would load what it has for masked arrays
    left = np.setdiff1d(left, handed_over, assume_unique=True)
    if not left.size:
        return ()
    one = ranked.part(left[[np.argmax(ranked.scores_at(left))]])
    title, why = one.case.market.shown.text(int(one.case.rows[0]), "title"), unlikely(one, 0)
    return (say("heed.wished-unlikely", many=left.size, title=title, why=why.text),) if why else ()


def only_questions(facts: Facts, level: Assessment, settings: Settings) -> Recommendations:
    """The answer for a client whose level cannot be told: what to ask, and no job."""
    return Recommendations(
        client_id=facts.client.client_id,
        model=str(settings.get("learned.model")),
        as_of=facts.as_of.isoformat(),
        level=level.summary(),
        items=(),
        shortfall=None,
        excluded={},
        questions=level.questions or without_market(facts.client),
    )


def assessed(found: Shortlist) -> Assessment:
    """The level with the figures behind it, and what to ask."""
    return replace(found.level, market=found.figures.shown, questions=to_ask(found))


def to_ask(found: Shortlist) -> tuple[Question, ...]:
    """What is not known of the client and would change the answer: first the level, then the jobs."""
    level, ranked, settings = found.level, found.ranked, found.settings
    # in the order of the market, as a case wants its rows
    best = np.sort(ranked.best(int(settings.number("questions.look_at"))))
    most = int(settings.number("questions.most"))
    wished = ranked.fit.surely("occupation", settings.number("slate.is_goal"), best)
    asked = questions(ranked.case.part(best), most + len(level.questions), wished)
    by_field = {one.field: one for one in asked}
    first = [_both(one, by_field.pop(one.field, None)) for one in level.questions]
    return (*first, *by_field.values())[:most]


def _both(level: Question, jobs: Question | None) -> Question:
    """A question with all that its answer changes."""
    changes = [level.would_change, *([jobs.would_change] if jobs else [])]
    return replace(level, would_change=listing(changes))


def explained(found: Shortlist, row: int) -> Explanation:
    """One posting of the market, near or not: its score line by line, and the limits that rule it out."""
    case = found.look.case.at(np.array([row], dtype=np.intp))
    states, ranked = check(case), rank(case, found.model)
    start, lines = feature_lines(ranked, 0)
    excluded = tuple(kind for kind, state in states.of(0).items() if state == NOT_MET)
    barred = [line for line in (unlikely(ranked, 0),) if line and not excluded]
    text = case.market.shown.text
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
        limits=(*barred, *limit_lines(case, states, 0), *bars_to_ask(ranked, 0)),
        excluded=excluded,
        level=found.model.level,
    )


def _item(look: Look, ranked: Ranked, at: int, job: Chosen, rank: int, also: tuple[str, ...]) -> Recommendation:
    case = ranked.case
    row = int(case.rows[at])
    text = case.market.shown.text
    start, lines = feature_lines(ranked, at)
    few, place = case.beside(at)
    km = float(ways.km_from_home(few)[place])
    return Recommendation(
        rank=rank,
        posting_id=text(row, "posting_id"),
        title=text(row, "title"),
        employer=text(row, "employer"),
        location=text(row, "location"),
        score=float(ranked.scores.score[at]),
        base=start,
        attainability=round(float(ranked.scores.chance[at]), 4),
        preference=round(float(ranked.scores.use[at]), 4),
        distance_km=None if np.isnan(km) or ways.rough(few)[place] else round(km, 1),
        pay=_pay(few, place),
        features=lines,
        limits=limit_lines(look.case, look.states, ranked.position(at)) + bars_to_ask(ranked, at),
        trade_offs=(*filler(ranked, at), *trade_offs(ranked, at)),
        warnings=_warnings(case.market, row),
        fallback=job.role == FALLBACK,
        role=job.role,
        also_posted_as=also,
        url=text(row, "url") or None,
    )


def _ids(ranked: Ranked, job: Chosen) -> tuple[str, ...]:
    """The other ids of a job's vacancy, those that were found to be the same among them."""
    rows, text = ranked.case.rows, ranked.case.market.shown.text
    again = [text(int(rows[at]), "posting_id") for at in job.again]
    also = [text(int(rows[at]), "also_posted_as").split("\n") for at in (job.at, *job.again)]
    return tuple(sorted({*again, *chain.from_iterable(also)} - {""}))


def _pay(case: Case, at: int) -> Pay:
    low, high, sure = pay_end(case, "min"), pay_end(case, "max"), case.column("pay_sure_month")
    share = case.column("pay_share")[at]
    return Pay(_money(share * low[at]), _money(share * high[at]), shown_pay(case, at), _money(share * sure[at]))


def _money(value: np.float32) -> float | None:
    return None if np.isnan(value) else round(float(value))


def _warnings(market: Market, row: int) -> tuple[PostingWarning, ...]:
    if not (market.warned[row] or market.pay_mistaken[row] or market.mill_ads[row]):
        return ()
    from jobmatch.screening import OF_POSTING, false_pay, of_mill

    texts = tuple((field, market.shown.text(row, field)) for field in OF_POSTING)
    found = _warned_of(texts, language()) if market.warned[row] else ()
    found += (false_pay(market.shown.text(row, "salary")),) if market.pay_mistaken[row] else ()
    found += tuple(of_mill(int(market.mill_ads[row]), int(market.mill_seek[row])))
    return tuple(PostingWarning(one.kind, one.words, one.told_ground) for one in found)


@lru_cache(maxsize=1024)  # what is worth most is handed to many
def _warned_of(texts: tuple[tuple[str, str], ...], tongue: str) -> "tuple[Finding, ...]":  # noqa: ARG001 - told in it
    from jobmatch.screening import warnings_of

    return tuple(warnings_of([lambda field: dict(texts).get(field, "")])[0])


def _of_welfare(look: Look) -> tuple[str, ...]:
    """What a client who wishes for a public-welfare post is told: whether one is open to them, and there is one."""
    facts = look.case.facts
    if not facts.wants_welfare:
        return ()
    groups = own_words(listing(look.case.settings.get("welfare.groups")))
    here = look.case.column("public_welfare").any()
    word = {True: "here" if here else "none-here", False: "not-eligible", None: "ask"}[facts.welfare_eligible]
    return () if word == "here" else (say(f"heed.welfare-{word}", groups=groups),)


def _notices(facts: Facts, settings: Settings) -> tuple[str, ...]:
    """What was assumed or could not be read, said and not hidden."""
    conditions = facts.client.conditions
    found = []
    if conditions.residence and facts.home_anchor is None:
        found.append(say("heed.residence-not-read"))
    if facts.anchors and facts.commute_km is None:
        found.append(say("heed.limit-assumed", km=f"{settings.number('distance.assumed_limit_km'):.0f}"))
    if facts.lapsed:
        found.append(say("heed.lapsed", papers=listing(facts.lapsed)))
    unread = [words for words in conditions.health_limits or () if not find_health_limits(words)]
    found += [say("heed.health-not-read", words=words) for words in unread]
    if conditions.age is not None and conditions.age > settings.number("age.statutory_retirement"):
        found.append(say("heed.beyond-retirement"))
    return tuple(found)

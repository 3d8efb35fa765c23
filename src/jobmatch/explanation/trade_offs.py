"""What the client would have to give for a job."""

import numpy as np

from jobmatch.fit import ways
from jobmatch.fit.case import Case
from jobmatch.fit.certificates import named
from jobmatch.fit.features import FEATURES
from jobmatch.fit.offered_pay import shown_pay
from jobmatch.fit.pay import brought, expected, with_sure
from jobmatch.messages import listing, say
from jobmatch.ranking.ranked import Ranked
from jobmatch.records.recommendation import TradeOff
from jobmatch.text.asked.certificates import certificate_names, is_applied_for


def trade_offs(ranked: Ranked, at: int) -> tuple[TradeOff, ...]:
    """What the client would have to give for this job: pay, way, field; what would have to be reached or got first."""
    few = ranked.case.beside(at)
    found = [_pay(*few), _distance(*few), _field(ranked, at)]
    found += [_bar(ranked, at, name) for name in ("education", "experience", "seniority")]
    found.append(_paper(*few))
    return tuple(trade for trade in found if trade)


def filler(ranked: Ranked, at: int) -> tuple[TradeOff, ...]:
    """That a job of a slate is not what was asked for, and there only since nothing nearer is."""
    return (TradeOff("filler", None, None, say("trade.filler")),) if ranked.unwished([at])[0] else ()


def _pay(case: Case, at: int) -> TradeOff | None:
    wishes, offered = expected(case), float(brought(case)[at])
    if wishes is None or np.isnan(offered) or offered >= wishes[1] or case.facts.client.attitude.pay_wanted is None:
        return None
    shown = with_sure(case, at, shown_pay(case, at))
    words = say("trade.pay", asked=f"{wishes[1]:.0f}", shown=shown)
    return TradeOff("pay", wishes[1], round(offered), words)


def _distance(case: Case, at: int) -> TradeOff | None:
    km = float(ways.km_from_home(case)[at])
    usual = case.settings.number("distance.long_way_km")
    if (
        np.isnan(km)
        or bool(ways.rough(case)[at])
        or km <= min(usual, case.settings.number("distance.trade_off_share") * (case.facts.commute_km or usual))
    ):
        return None
    asked = case.facts.commute_km
    return TradeOff("distance", asked, round(km, 1), say("trade.distance", km=f"{km:.0f}"))


def _bar(ranked: Ranked, at: int, name: str) -> TradeOff | None:
    """A bar that the client does not reach: said, so that nobody is sent there unprepared."""
    value, known = ranked.fit.of(name, at)
    if not known or value >= 1:
        return None
    column = {"education": "education", "experience": "years", "seniority": "seniority"}[name]
    asked = float(getattr(ranked.case.market, column)[ranked.case.rows[at]])
    words = FEATURES[name].reason(*ranked.case.beside(at), value, known)
    return TradeOff(name, None if np.isnan(asked) else asked, None, words)


def _paper(case: Case, at: int) -> TradeOff | None:
    """The papers that the job requires and the client is known to lack, though they rule nothing out."""
    held, names = case.facts.certificates, certificate_names()
    asked = [names[which] for which, required in case.market.certificates.of_row(int(case.rows[at])) if required]
    lacks = [name for name in asked if held is not None and name not in held]
    if not lacks:
        return None
    learned = [name for name in lacks if not is_applied_for(name)]
    word = "certificate" if learned else "certificate-applied"
    papers = listing(named(case, int(case.rows[at]), learned or lacks))
    return TradeOff("certificate", lacks, None, say(f"trade.{word}", papers=papers))


def _field(ranked: Ranked, at: int) -> TradeOff | None:
    value, known = ranked.fit.of("occupation", at)
    if not known or value >= ranked.case.settings.number("slate.is_goal"):
        return None
    title = ranked.case.market.shown.text(int(ranked.case.rows[at]), "title")
    wanted = list(ranked.case.facts.wanted)
    words = say("trade.occupation", wanted=listing(ranked.case.facts.wanted_in_short), title=title)
    return TradeOff("occupation", wanted, title, words)

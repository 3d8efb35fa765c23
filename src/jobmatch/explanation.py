"""Explanation: base and one line a feature that add up to the score; limits in words; what would be given.

The law: ``base + sum(line.contribution) == score`` within 1e-9, for every posting and client.
"""

from dataclasses import asdict, dataclass
from typing import Any, Final

import numpy as np

from jobmatch.fit import ways
from jobmatch.fit.case import Case
from jobmatch.fit.certificates import licence_name, named, unnamed_papers
from jobmatch.fit.features import FEATURES
from jobmatch.fit.freshness import days_if_old
from jobmatch.fit.hours import several_times
from jobmatch.fit.offered_pay import pay_end, pay_offered, pay_unsure
from jobmatch.fit.pay import brought, expected, sure_words, with_sure
from jobmatch.fit.shown_pay import share_of_a_month, shown_pay
from jobmatch.fit.skills import speak_against
from jobmatch.fit.states import MET, NOT_MET, States
from jobmatch.messages import listing, say
from jobmatch.ranking.change import counted
from jobmatch.ranking.ranked import Ranked
from jobmatch.ranking.surplus import slopes
from jobmatch.records.recommendation import FeatureLine, LimitLine, TradeOff
from jobmatch.text.asked.certificates import certificate_names, is_applied_for
from jobmatch.text.asked.demand_list import demand_bits, demand_names
from jobmatch.text.asked.demands import duty_words
from jobmatch.text.asked.named_shifts import shift_names
from jobmatch.text.asked.reserved import group_bits, groups
from jobmatch.text.asked.sectors import is_of_sector, sectors_asked
from jobmatch.text.asked.vehicles import VEHICLES
from jobmatch.text.work.objects import language_names, languages_of


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a posting has its score for a client; ``excluded`` names the limits that rule it out."""

    client_id: str
    posting_id: str
    title: str
    employer: str
    score: float
    base: float
    attainability: float
    preference: float
    features: tuple[FeatureLine, ...]
    limits: tuple[LimitLine, ...]
    excluded: tuple[str, ...]
    level: int

    def to_dict(self) -> dict[str, Any]:
        """The explanation as JSON."""
        return asdict(self)

    @property
    def against(self) -> "tuple[LimitLine, ...]":
        """The limits for which the posting is not recommended."""
        return tuple(line for line in self.limits if line.kind in (*self.excluded, "unlikely"))

    def __str__(self) -> str:
        about = {"client_id": self.client_id, "title": self.title, "employer": self.employer}
        head = say("explain.head", **about, score=f"{self.score:.3f}")
        out = [say("explain.excluded", text=line.text) for line in self.against]
        rows = [
            f"  {line.contribution:+z.3f}  {say(f'feature.{line.name}')}{say('word.colon')}{line.reason}"
            for line in self.features
        ]
        return "\n".join([head, *out, f"  {self.base:+z.3f}  {say('explain.base')}", *rows])


def feature_lines(ranked: Ranked, at: int) -> tuple[float, tuple[FeatureLine, ...]]:
    """The base and the lines of one position: each feature's weighted value times its side's mean slope."""
    model, fit, scores = ranked.model, ranked.fit, ranked.scores
    start = ranked.base
    by_chance, by_use = slopes(model, float(scores.chance_shift[at]), float(scores.use_shift[at]))
    seen = {name: fit.of(name, at) for name in FEATURES}
    parts = {}
    for name, (value, _) in seen.items():
        neutral, counts = model.neutral[name], counted(model, fit, name, value, at)
        pulls = model.chance.pull(name, counts, neutral), model.use.pull(name, counts, neutral)
        parts[name] = by_chance * pulls[0] + by_use * pulls[1]
    # what numerical integration leaves (below 1e-9) goes to the weightiest line, so that the sum is exact
    main = max(parts, key=lambda name: abs(parts[name]))
    parts[main] += float(scores.score[at]) - start - sum(parts.values())
    few, place = ranked.case.beside(at)  # what several reasons look at is computed once
    return start, tuple(_line(few, place, name, *seen[name], part) for name, part in parts.items())


def _line(case: Case, at: int, name: str, value: float, known: bool, contribution: float) -> FeatureLine:
    reason = FEATURES[name].reason(case, at, value, known)
    return FeatureLine(name, round(value, 6), contribution, reason, known)


_MOST_REASONS = 2  # of what keeps a job from being handed over: more would not be read


def unlikely(ranked: Ranked, at: int) -> LimitLine | None:
    """Why a job that breaks no limit is handed over to nobody all the same; None where it may be."""
    facts = ranked.case.facts
    if ranked.fits[at] or not (
        facts.wanted or facts.past or facts.majors_titles
    ):  # of whom nothing is known, nothing is told
        return None
    word = "use" if ranked.attainable[at] else "chance"
    if not ranked.related[at]:
        return LimitLine("unlikely", "not_met", say("unlikely.unrelated"))
    side, fit, neutral = getattr(ranked.model, word), ranked.fit, ranked.model.neutral
    seen = {name: fit.of(name, at) for name in side.names}
    pulls = {name: side.pull(name, counted(ranked.model, fit, name, seen[name][0], at), neutral[name]) for name in seen}
    few, place = ranked.case.beside(at)
    grounds = (name for name in pulls if pulls[name] < 0 and _is_ground(name, few, place))
    why = sorted(grounds, key=lambda name: pulls[name])[:_MOST_REASONS]
    told = say("word.semicolon").join(FEATURES[name].reason(few, place, *seen[name]) for name in why)
    return LimitLine("unlikely", "not_met", say(f"unlikely.{word}", why=told))


def _is_ground(name: str, case: Case, at: int) -> bool:
    """Whether a comparison that counts against a job says something against it: no words in common is no ground."""
    return name != "text" and (name != "skills" or speak_against(case, at))


_STATES = {MET: "met", NOT_MET: "not_met"}


def limit_lines(case: Case, states: States, at: int) -> tuple[LimitLine, ...]:
    """The limits that are broken or not known, ``at`` a position of ``case``; what is met needs no words."""
    lines = []
    for kind, state in states.of(at).items():
        word = _STATES.get(state, "unknown")
        if word != "met" and not (kind == "pay" and case.column("pay_mistaken")[at]):  # of which bars_to_ask tells
            told = _TOLD_OF[kind](case, at) if word == "unknown" and kind in _TOLD_OF else ""
            lines.append(LimitLine(kind, word, told or say(f"limit.{kind}.{word}", asked=_asked(case, at, kind))))
    return tuple(lines)


def _late_shifts(case: Case, at: int) -> str:
    """That one must be ready for late shifts, of who takes no nights; empty where that is not told."""
    late = case.column("evening")[at] == 1
    return say("limit.night_shift.evening") if late else ""


def _hours_told(case: Case, at: int) -> str:
    """What is told of the hours though no clock is: late shifts, or the name of a shift."""
    if several := several_times(case, at):
        return say("limit.hours.several", times=several)
    named = int(case.column("named_shift")[at])
    if case.column("evening")[at] == 1 and case.facts.client.conditions.available_hours:
        return say("limit.hours.late")
    return say("limit.hours.named", shift=shift_names()[named]) if named >= 0 else ""


def _duties_told(case: Case, at: int) -> str:
    """The duties of the text that may be beyond the client's health; empty where it speaks of none."""
    row, text = int(case.rows[at]), case.market.shown.text
    hard = [name for name in _beyond_health(case, row) if int(case.market.demands_told[row]) & demand_bits({name})]
    words = duty_words("\n".join((text(row, "title"), text(row, "description"), text(row, "requirements"))), hard)
    if not words:
        return ""
    comma = say("word.comma")
    return say("limit.health.told", words=comma.join(words), asked=comma.join(say(f"demand.{one}") for one in hard))


def _unsure_pay(case: Case, at: int) -> str:
    """What is sure of a pay that may be larger; empty where nothing is said of pay."""
    sure = sure_words(case, at)
    if sure and not np.isnan(case.column("pay_share")[at]):
        return say("limit.pay.unsure", sure=sure)
    if pay_unsure(case)[at]:
        return say("limit.pay.top")
    if np.isnan(case.column("pay_share")[at]):
        return say("limit.pay.by-hour", shown=case.market.shown.text(int(case.rows[at]), "salary"))
    return "" if np.isnan(pay_end(case, "min")[at]) else say("limit.pay.open")


_TOLD_OF: Final = {"pay": _unsure_pay, "night_shift": _late_shifts, "hours": _hours_told, "health": _duties_told}


def bars_to_ask(ranked: Ranked, at: int) -> tuple[LimitLine, ...]:
    """What nobody knows of the posting or of how it suits the client: counted neither way, and said."""
    row, lines = ranked.case.rows[at], []
    if word := _hardly_believed(ranked.case, row):
        lines.append(_odd_pay(ranked.case, row, word, float(ranked.case.market.pay_of_like[row])))
    elif (times := _of_wish(*ranked.case.beside(at))) >= ranked.case.settings.number("pay.beyond_wish"):
        lines.append(_odd_pay(ranked.case, row, "beyond-wish", times))
    for name, column in (("education", ranked.case.market.education), ("experience", ranked.case.market.years)):
        value, known = ranked.fit.of(name, at)
        if not known and column[row] > 0:
            reason = FEATURES[name].reason(*ranked.case.beside(at), value, known)
            lines.append(LimitLine(name, "unknown", reason))
    if days := days_if_old(*ranked.case.beside(at)):
        lines.append(LimitLine("freshness", "unknown", say("limit.freshness.old", days=days)))
    sectors = _other_sectors(ranked.case, int(row))
    if sectors:
        lines.append(LimitLine("experience", "unknown", say("limit.sector.ask", asked=listing(sectors))))
    if fields := unnamed_papers(ranked.case, int(row)):
        lines.append(LimitLine("certificate", "unknown", say("limit.certificate.field", fields=listing(fields))))
    return tuple(lines)


def _other_sectors(case: Case, row: int) -> tuple[str, ...]:
    """The lines of business in one of which a posting asks for experience, where the client's work tells of none."""
    text, conditions = case.market.shown.text, case.facts.client.conditions
    asked = sectors_asked("\n".join((text(row, "description"), text(row, "requirements"))))
    done = (*(job.words for job in case.facts.past), *(conditions.skills or ()), conditions.major or "")
    return () if any(is_of_sector(work, sector) for work in done for sector in asked) else asked


def _odd_pay(case: Case, row: int, word: str, times: float) -> LimitLine:
    shown = case.market.shown.text(int(row), "salary")
    return LimitLine("pay", "unknown", say(f"limit.pay.{word}", shown=shown, times=f"{times:.1f}"))


def _of_wish(case: Case, at: int) -> float:
    """The pay of one posting as a multiple of what the client wants; 0 where one of them is not said."""
    wishes, offered = expected(case), float(pay_offered(case)[at]) * share_of_a_month(case, at)
    return 0.0 if wishes is None or np.isnan(offered) else offered / max(wishes[1], 1.0)


def _hardly_believed(case: Case, row: int) -> str | None:
    """Whether a posting's pay looks mistaken, or high beside that of like postings."""
    if case.market.pay_mistaken[row]:
        return "mistaken"
    return "high" if case.market.pay_of_like[row] > case.settings.number("screening.high") else None


def _asked(case: Case, at: int, kind: str) -> str:
    """What a posting makes a condition, by name: certificates, the driving licence, what the body cannot."""
    row, names = int(case.rows[at]), certificate_names()
    if kind == "licence":
        return licence_name(int(case.market.licence[row]), case.facts.in_taiwan)
    if kind == "vehicle":
        return say(f"vehicle.{VEHICLES[int(case.market.own_vehicle[row])]}")
    if kind == "language":
        return say("word.comma").join(language_names(languages_of(case.market.shown.text(row, "title"))))
    if kind == "reserved":
        bits = int(case.market.reserved[row])
        kept = [one.name for one in groups() if bits & group_bits({one.name})]
        return listing(say(f"reserved.{name}") for name in kept)
    if kind == "health":
        return listing(say(f"demand.{name}") for name in _beyond_health(case, row))
    return listing(named(case, row, [names[which] for which, _ in case.market.hard_certificates.of_row(row)]))


def _beyond_health(case: Case, row: int) -> list[str]:
    """What a posting, or such work at times, asks of the body and the client cannot, or may not be able to."""
    asked = int(case.market.demands[row] | case.market.demands_at_times[row])
    hard = (case.facts.cannot or frozenset()) | case.facts.may_manage
    return [name for name in demand_names() if name in hard and asked & demand_bits({name})]


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

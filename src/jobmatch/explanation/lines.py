"""The lines of a score, one a feature, and why a job that breaks no limit is handed over to nobody."""

import numpy as np

from jobmatch.fit.case import Case
from jobmatch.fit.features import FEATURES
from jobmatch.fit.skills import speak_against
from jobmatch.messages import say
from jobmatch.ranking.change import counted
from jobmatch.ranking.ranked import Ranked
from jobmatch.ranking.surplus import slopes
from jobmatch.records.recommendation import FeatureLine, LimitLine


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
    facts, short = ranked.case.facts, bool(ranked.short(np.array([at], dtype=np.intp))[0])
    if (ranked.fits[at] and not short) or not (
        facts.wanted or facts.past or facts.majors_titles
    ):  # of whom nothing is known, nothing is told
        return None
    word = "use" if ranked.attainable[at] and not short else "chance"
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

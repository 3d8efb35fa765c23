"""``train``: outcomes → a model of its own name, judged against the one in force, which it replaces only if better."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np

from jobmatch.dataset.outcomes import Outcomes
from jobmatch.errors import BadInput
from jobmatch.learning.judge import Verdict, judge, split
from jobmatch.learning.models import Models
from jobmatch.learning.moves import Learned, Move, learn
from jobmatch.learning.pairs import NAMES, pairs_of
from jobmatch.market.columns import Market
from jobmatch.messages import say
from jobmatch.records.client import Client
from jobmatch.settings import Settings, load

_TOLD_MOVES = 6  # of each side, the largest
_LEFT_OUT = ("unknown_client", "unknown_posting", "after_the_day", "no_level")  # why outcomes cannot be learned from


@dataclass(frozen=True, eq=False)
class Training:
    """What was learned of what, and the verdict."""

    learned: Learned
    verdict: Verdict
    pairs: int
    left_out: dict[str, int]
    fingerprint: str  # SHA-256 of the outcomes as they were read

    def facts(self) -> dict[str, Any]:
        """What the manifest and the result tell, in JSON."""
        return {
            "training": {"pairs": self.pairs, "told": self.learned.told, "outcomes_sha256": self.fingerprint},
            "left_out": self.left_out,
            "looked_at": {str(place): share for place, share in self.learned.looked_at.items()},
            "verdict": self.verdict.to_dict(),
        }


def train(
    market: Market,
    clients: Iterable[Client],
    outcomes: Outcomes,
    settings: Settings,
    as_of: date,
    champion: Learned | None = None,
) -> Training:
    """Learn from all outcomes; the verdict is that of a model learned from the earlier clients alone.

    ``settings`` hold the knowledge without outcomes: every model is learned from there, on all outcomes that are given.
    """
    pairs, left_out = pairs_of(market, clients, outcomes, settings, as_of)
    earlier, later = split(pairs, settings)
    verdict = judge(pairs.at(later), learn(pairs.at(earlier), settings), settings, champion)
    return Training(learn(pairs, settings), verdict, len(pairs), left_out, _fingerprint(outcomes))


def fitted(market: Market, clients: Iterable[Client], outcomes: Outcomes, settings: Settings, as_of: date) -> Settings:
    """The settings with what the outcomes move laid over the knowledge; named after the outcomes."""
    base = Settings({**settings.values, "learned": load().get("learned")})
    pairs, left_out = pairs_of(market, clients, outcomes, base, as_of)
    if len(outcomes) and not len(pairs):
        why = {name: left_out.get(name, 0) for name in _LEFT_OUT}
        raise BadInput("nothing-to-learn", count=len(outcomes), **why)
    learned = learn(pairs, base)
    moves = {
        side: {"base": move.base, **dict(zip(NAMES, move.weights.tolist(), strict=True))}
        for side, move in learned.sides
    }
    return Settings({**settings.values, "learned": {"model": f"fitted-{_fingerprint(outcomes)[:12]}", **moves}})


def _fingerprint(outcomes: Outcomes) -> str:
    return hashlib.sha256(outcomes.frame.to_csv(index=False).encode()).hexdigest()


def keep(models: Models, made: Training) -> dict[str, Any]:
    """Write the model; put it in force where the verdict says so. What is told of it."""
    name = models.add(made.learned, made.facts(), _card(made))
    if made.verdict.promote:
        models.promote(name)
    return {"model": name, "champion": models.champion, "promoted": made.verdict.promote, **made.facts(),
            "moved": moved(made.learned)}  # fmt: skip


def moved(learned: Learned) -> dict[str, dict[str, float]]:
    """The base and the largest moves of each side."""
    return {side: _largest(move) for side, move in learned.sides}


def _largest(move: Move) -> dict[str, float]:
    order = np.argsort(-np.abs(move.weights), kind="stable")[:_TOLD_MOVES]
    return {"base": round(move.base, 3)} | {
        NAMES[at]: round(float(move.weights[at]), 3) for at in order if move.weights[at]
    }


def _card(made: Training) -> str:
    """A card in plain words, as Mitchell et al. (2019) ask of a model."""
    told = made.learned.told
    return say("model.card", pairs=made.pairs, chance=told["chance"], use=told["use"], silent=told["silent"],
               why=say(f"model.why-{made.verdict.why}"))  # fmt: skip

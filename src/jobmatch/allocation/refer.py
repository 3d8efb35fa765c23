"""Direct referral (直接推荐): clients for a posting, as cards that an employer may read.

Clients stand in the order of chance × preference: whom the employer is likely to take, and who wants the job. Who
has three clearly better jobs open elsewhere is not sent; that is said, not hidden.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from jobmatch.allocation.card import Card, card_number, card_of
from jobmatch.allocation.view import Ground, View, WhyNot, below_bars, broken_limits, limit_words
from jobmatch.explanation.limits import limit_lines
from jobmatch.explanation.lines import feature_lines
from jobmatch.explanation.to_ask import bars_to_ask
from jobmatch.explanation.trade_offs import trade_offs
from jobmatch.messages import say
from jobmatch.records.client import Client
from jobmatch.records.recommendation import speaking_for


@dataclass(frozen=True, slots=True)
class Referred:
    """A client for the posting; ``card`` is None until the client has consented."""

    rank: int
    client_id: str
    level: int
    score: float
    attainability: float
    preference: float
    worth: float  # score against the client's third best job elsewhere, at the most 1
    reasons: tuple[str, ...]
    trade_offs: tuple[str, ...]  # what the client would have to give, or does not reach
    to_check: tuple[str, ...]  # what is not known and may speak against it
    consent: bool | None
    card: Card | None

    def to_dict(self) -> dict[str, Any]:
        """The client as JSON."""
        names = [name for name in self.__slots__ if name != "card"]
        said: dict[str, Any] = {name: getattr(self, name) for name in names}
        said |= {name: list(said[name]) for name in ("reasons", "trade_offs", "to_check")}
        return said | {"card": self.card.to_dict() if self.card else None}


@dataclass(frozen=True, slots=True)
class Referral:
    """Who is sent to a posting, who is kept for something better, and how many it is not for."""

    posting_id: str
    title: str
    employer: str
    openings: int
    model: str
    as_of: str
    clients: tuple[Referred, ...]
    kept_back: tuple[dict[str, Any], ...]  # whom it would suit, but who has better open
    excluded: dict[str, int] = field(default_factory=dict)
    unsuited: tuple[dict[str, Any], ...] = ()  # who breaks no limit, but lies under a bar: which, by what figure

    def to_dict(self) -> dict[str, Any]:
        """The referral as JSON."""
        names = [name for name in self.__slots__ if name not in ("clients", "kept_back", "unsuited")]
        said: dict[str, Any] = {name: getattr(self, name) for name in names}
        lists = {"kept_back": list(self.kept_back), "unsuited": list(self.unsuited)}
        return said | {"clients": [one.to_dict() for one in self.clients]} | lists

    def to_rows(self) -> list[dict[str, Any]]:
        """A row a client, for the counsellor: the card's number beside the client's id."""
        return [
            {"rank": one.rank, "client_id": one.client_id, "card": one.card.number if one.card else "",
             "level": one.level, "attainability": one.attainability, "preference": one.preference,
             "worth": one.worth, "score": one.score, "consent": one.consent,
             "reasons": _joined(one.reasons), "trade_offs": _joined(one.trade_offs), "to_check": _joined(one.to_check)}
            for one in self.clients
        ]  # fmt: skip


def refer(ground: Ground, row: int, clients: Iterable[Client], most: int, consented: bool = False) -> Referral:
    """Clients for the posting at ``row``, the best ``most``; ``consented``: all have agreed that a card is sent."""
    excluded: Counter[str] = Counter()
    sent: list[tuple[float, View, int]] = []
    kept_back: list[dict[str, Any]] = []
    unsuited: list[dict[str, Any]] = []
    for client in clients:
        view = ground.view(client, row)
        at = None if view is None else view.at(row)
        why = why_not(ground, client, view, at, row)
        if view is None or at is None or why:
            excluded.update(one.kind for one in why)
            if view is not None and at is not None:
                unsuited.append(_unsuited(view, at, why))
            continue
        worth = worth_of(view, at, row, ground)
        if worth < ground.settings.number("refer.least_worth"):
            kept_back.append(_kept_back(view, worth))
        else:
            scores = view.ranked.scores
            sent.append((float(scores.chance[at] * scores.use[at]), view, at))
    sent.sort(key=lambda one: (-one[0], one[1].client.client_id))
    market, text = ground.market, ground.market.shown.text
    return Referral(
        posting_id=text(row, "posting_id"),
        title=text(row, "title"),
        employer=text(row, "employer"),
        openings=max(int(market.openings[row]), 1),
        model=str(ground.settings.get("learned.model")),
        as_of=ground.as_of.isoformat(),
        clients=tuple(
            _referred(ground, number, view, at, row, consented) for number, (_, view, at) in enumerate(sent[:most], 1)
        ),
        kept_back=tuple(sorted(kept_back, key=lambda one: str(one["client_id"]))),
        excluded=dict(excluded.most_common()) | ({"beyond_top": len(sent) - most} if len(sent) > most else {}),
        unsuited=tuple(sorted(unsuited, key=lambda one: (-one["score"], one["client_id"]))),
    )


def why_not(ground: Ground, client: Client, view: View | None, at: int | None, row: int) -> list[WhyNot]:
    """Why a client is none for the posting; empty where they are one."""
    if client.registration.consent is False:
        return limit_words(["no_consent"])
    if view is None:
        return limit_words([ground.no_level(client)])
    if at is None:
        return limit_words(broken_limits(ground.alone(view.facts, row)) or ["too_far"])
    return below_bars(view.ranked, at)


def worth_of(view: View, at: int, row: int, ground: Ground) -> float:
    """The job's score against the last one of the slate that the client would be handed without it, at the most 1."""
    other = view.open_elsewhere(row, int(ground.settings.number("refer.slate")))
    return min(1.0, float(view.ranked.scores.score[at]) / other) if other else 1.0


def _kept_back(view: View, worth: float) -> dict[str, Any]:
    return {"client_id": view.client.client_id, "worth": round(worth, 4), "text": say("refer.better-open")}


def _unsuited(view: View, at: int, why: list[WhyNot]) -> dict[str, Any]:
    said = {"client_id": view.client.client_id, "score": round(float(view.ranked.scores.score[at]), 4)}
    return said | {"kinds": [one.kind for one in why], "text": say("word.comma").join(one.text for one in why)}


def _referred(ground: Ground, number: int, view: View, at: int, row: int, consented: bool) -> Referred:
    scores, client = view.ranked.scores, view.client
    _, lines = feature_lines(view.ranked, at)
    agreed = consented or client.registration.consent
    shown = ground.market.shown.text(row, "posting_id")
    return Referred(
        rank=number,
        client_id=client.client_id,
        level=view.level,
        score=float(scores.score[at]),
        attainability=round(float(scores.chance[at]), 4),
        preference=round(float(scores.use[at]), 4),
        worth=round(worth_of(view, at, row, ground), 4),
        reasons=tuple(line.reason for line in speaking_for(lines)),
        trade_offs=tuple(trade.text for trade in trade_offs(view.ranked, at)),
        to_check=_to_check(view, at),
        consent=client.registration.consent,
        card=card_of(view.facts, card_number(client.client_id, shown)) if agreed else None,
    )


def _to_check(view: View, at: int) -> tuple[str, ...]:
    """What nobody knows yet and may rule the job out, as a slate says it."""
    limits = limit_lines(view.look.case, view.look.states, view.ranked.position(at)) + bars_to_ask(view.ranked, at)
    return tuple(line.text for line in limits if line.state == "unknown")


def _joined(texts: Iterable[str]) -> str:
    return say("word.semicolon").join(texts)

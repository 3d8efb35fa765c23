"""``Pairs``: each job that was shown to a client, with its features and how far it came."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import date, timedelta
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from jobmatch.dataset.outcomes import Outcomes
from jobmatch.fit import background
from jobmatch.fit.facts import Facts
from jobmatch.fit.features import FEATURES, Fit, measure
from jobmatch.level.assess import without_level
from jobmatch.look import LEVEL_FOR_ASSESSING, Shortlist, look_at
from jobmatch.market.columns import Market
from jobmatch.ranking.change import lifted
from jobmatch.ranking.model import BENT, Model, model_of
from jobmatch.ranking.ranked import shift
from jobmatch.records.client import Client
from jobmatch.settings import Settings, load

Values = NDArray[np.float64]
_BENDS: Final = tuple(load().table("score.bends"))
NAMES: Final = (*FEATURES, *(name + BENT for name in _BENDS))  # what has a weight
_ANSWERS: Final = ("applied", "interviewed", "rejected", "offered", "hired", "left", "retained")


@dataclass(frozen=True, eq=False)
class Pairs:
    """Shape (pairs,) each, but ``values`` (pairs, names); what cannot be known yet is NaN."""

    client: NDArray[np.str_]
    posting: NDArray[np.str_]
    shown_on: NDArray[np.str_]  # "" where nobody wrote it down
    rank: NDArray[np.int64]  # place in the list, 0 where nobody wrote it down
    level: NDArray[np.int64]
    values: Values  # what a feature differs from its neutral value; 0 where it is not known
    chance: Values  # log-odds of the attainability by the weights in force
    use: Values  # log-odds of the preference
    reached: Values  # how far an application came, 0 to 1
    accepted: Values  # 1 the client took it up, 0 declined
    silent: NDArray[np.bool_]  # shown long ago and never answered: seen or not, nobody knows
    gain: Values  # what the outcome is worth when lists are compared
    group: NDArray[np.str_]  # "level=2|gender=女|age=35-49": for the comparison by group only

    def __len__(self) -> int:
        return len(self.client)

    def at(self, chosen: NDArray[Any]) -> "Pairs":
        """Some of the pairs, by mask or position."""
        return Pairs(**{one.name: getattr(self, one.name)[chosen] for one in fields(self)})


def pairs_of(
    market: Market, clients: Iterable[Client], outcomes: Outcomes, settings: Settings, as_of: date
) -> tuple[Pairs, dict[str, int]]:
    """Every pair of the outcomes whose client and posting are at hand, and how many were left out and why."""
    people = {client.client_id: client for client in clients}
    shown, left_out = _shown(outcomes, people, market, settings, as_of)
    rows: list[dict[str, Any]] = []
    for client_id, of_client in shown.items():
        facts = Facts(people[client_id], market.about["home"], as_of, settings)
        if without_level(facts, settings):
            left_out["no_level"] += len(of_client)
            continue
        rows += _measured(market, facts, of_client, settings)
    return _stacked(rows), dict(left_out)


def _shown(
    outcomes: Outcomes, people: Mapping[str, Client], market: Market, settings: Settings, as_of: date
) -> tuple[dict[str, dict[str, dict[str, Any]]], dict[str, int]]:
    """Client → posting → what became of it."""
    ripe = (as_of - timedelta(days=int(settings.number("learning.ripe_days")))).isoformat()
    left_out: dict[str, int] = defaultdict(int)
    events: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for event in outcomes.frame.to_dict("records"):
        if event["client_id"] not in people:
            left_out["unknown_client"] += 1
        elif event["posting_id"] not in market.row_of_id:
            left_out["unknown_posting"] += 1
        elif (event["event_on"] or "") > as_of.isoformat():
            left_out["after_the_day"] += 1
        else:
            events[event["client_id"], event["posting_id"]].append({str(key): value for key, value in event.items()})
    shown: dict[str, dict[str, dict[str, Any]]] = defaultdict(dict)
    for (client, posting), found in events.items():
        shown[client][posting] = _became(found, settings, ripe)
    return dict(sorted(shown.items())), left_out


def _became(events: list[dict[str, Any]], settings: Settings, ripe: str) -> dict[str, Any]:
    """The labels of one pair: what is too young to know is NaN, and silence is no refusal."""
    seen = {event["event"] for event in events}
    first = min((day for event in events for day in (event["shown_on"], event["event_on"]) if day), default="")
    old = bool(first) and first <= ripe
    reached, gains = settings.table("learning.reached"), settings.table("learning.gain")
    decided = [reached[name] for name in seen if name in reached and (old or name not in ("applied", "interviewed"))]
    accepted = 1.0 if seen & set(_ANSWERS) else 0.0 if "declined" in seen else np.nan
    place = next((event["rank_shown"] for event in events if isinstance(event["rank_shown"], int)), 0)
    return {
        "shown_on": first,
        "rank": place,
        "reached": max(decided, default=np.nan),
        "accepted": accepted,
        "silent": bool(np.isnan(accepted)) and old,
        "gain": max((gains.get(name, 0.0) for name in seen), default=0.0),
    }


def _measured(
    market: Market, facts: Facts, of_client: Mapping[str, dict[str, Any]], settings: Settings
) -> list[dict[str, Any]]:
    """The features of one client's pairs, in the order of the market's rows."""
    look = look_at(market, facts, settings)
    level = Shortlist(look, settings).level.level or LEVEL_FOR_ASSESSING
    by_row = sorted((market.row_of_id[posting], posting) for posting in of_client)
    case = look.case.at(np.array([row for row, _ in by_row], dtype=np.intp))
    model = model_of(settings, level)
    fit = measure(case, model.neutral)
    values = values_of(fit, model, settings)
    chance = model.chance.base + shift(model, model.chance, fit)
    use = model.use.base + shift(model, model.use, fit)
    client = facts.client
    about = {"client": client.client_id, "level": level, "group": _group(client, level)}
    return [
        {**about, "posting": posting, "values": values[at], "chance": chance[at], "use": use[at], **of_client[posting]}
        for at, (_, posting) in enumerate(by_row)
    ]


def values_of(fit: Fit, model: Model, settings: Settings) -> Values:
    """What each value of ``NAMES`` differs from its neutral one, shape (rows, names)."""
    bends = settings.table("score.bends")
    counts = dict(fit.values)
    at, _, counts[background.NAME][at] = lifted(model, fit)
    plain = [counts[name] - model.neutral[name] for name in FEATURES]
    bent = [fit.values[name] ** bends[name] - model.neutral[name] ** bends[name] for name in _BENDS]
    return np.stack([*plain, *bent], axis=1)


_AGE_BANDS: Final = ((24, "-24"), (34, "25-34"), (49, "35-49"))


def _group(client: Client, level: int) -> str:
    """The groups that figures are broken down by; never a feature."""
    age, gender = client.conditions.age, client.audit.gender
    band = next((name for top, name in _AGE_BANDS if age is not None and age <= top), "50-") if age is not None else "?"
    return f"level={level}|gender={gender or '?'}|age={band}"


def _stacked(rows: list[dict[str, Any]]) -> Pairs:
    texts = ("client", "posting", "shown_on", "group")
    kinds = {"rank": np.int64, "level": np.int64, "silent": np.bool_}
    columns: dict[str, Any] = {
        one.name: np.array(
            [row[one.name] for row in rows], dtype=str if one.name in texts else kinds.get(one.name, np.float64)
        )
        for one in fields(Pairs)
    }
    columns["values"] = columns["values"].reshape(-1, len(NAMES))
    return Pairs(**columns)

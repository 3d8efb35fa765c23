"""``judge``: whether learned weights may take over, on clients and weeks that they have not learned from.

The lists were in the order of the champion, and what stands first is looked at most: taken as it came, its own order
would always look best. So each gain counts by one over how often its place is looked at (Joachims et al. 2017), and
the discounted gains of a client are held against the mean of the best orders of all clients: held against the best
order of the same list, one gain would weigh the same wherever it stood, and the correction would cancel.
"""

from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from jobmatch.evaluation.metrics import bootstrap_interval, calibration_error, dcg
from jobmatch.learning.moves import SIDES, Learned, odds
from jobmatch.learning.pairs import Pairs, Values
from jobmatch.ranking.model import model_of
from jobmatch.ranking.surplus import sigmoid, worth
from jobmatch.settings import Settings

_K = 3


@dataclass(frozen=True)
class Verdict:
    """Whether the challenger takes over, why, and the figures."""

    promote: bool
    why: str  # a key of messages: "better", "not-proven", "too-few", "group"
    clients: int
    champion: float  # mean DCG@3 of the test clients, 1 the best orders of all
    challenger: float
    interval: tuple[float, float] | None
    groups: dict[str, float]  # group → what its mean gains; small ones are left out
    calibration: tuple[float, float]  # expected calibration error of p before and after

    def to_dict(self) -> dict[str, Any]:
        """The verdict as JSON."""
        return {
            "promote": self.promote,
            "why": self.why,
            "test_clients": self.clients,
            "ndcg_at_3": {"champion": _told(self.champion), "challenger": _told(self.challenger)},
            "gain_interval": None if self.interval is None else [round(end, 4) for end in self.interval],
            "groups": {name: round(gain, 4) for name, gain in self.groups.items()},
            "calibration_error": {"champion": _told(self.calibration[0]), "challenger": _told(self.calibration[1])},
        }


def _told(figure: float) -> float | None:
    return None if np.isnan(figure) else round(figure, 4)


def split(pairs: Pairs, settings: Settings) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """What to learn from and what to judge by: clients first shown something after the day on which the others end."""
    days = dict.fromkeys(pairs.client.tolist(), "")
    for client, day in zip(pairs.client.tolist(), pairs.shown_on.tolist(), strict=True):
        days[client] = min(filter(None, (days[client], day)), default="")
    firsts = sorted(day for day in days.values() if day)
    if not firsts:
        return np.ones(len(pairs), dtype=bool), np.zeros(len(pairs), dtype=bool)
    cut = firsts[int(len(firsts) * (1 - settings.number("learning.test_share")))]
    late = np.array([days[client] >= cut for client in pairs.client], dtype=bool)
    before = ~late & (pairs.shown_on < cut)
    return before, late


def judge(test: Pairs, learned: Learned, settings: Settings, champion_moves: Learned | None = None) -> Verdict:
    """Champion beside challenger on the same lists; taken over only outside the interval and against no group.

    ``champion_moves`` is None where the knowledge without outcomes is in force.
    """
    test = _as_if_seen(test, learned, settings)
    clients, champion = by_client(test, scores_of(test, champion_moves, settings))
    _, challenger = by_client(test, scores_of(test, learned, settings))
    gains = challenger - champion
    groups = _by_group(test, clients, gains, settings)
    known = test.at(~np.isnan(test.reached))
    before, after = (
        calibration_error(sigmoid(odds(known, "chance", moves, settings)), known.reached)
        for moves in (champion_moves, learned)
    )
    enough = len(clients) >= settings.number("learning.least_test_clients")
    interval = bootstrap_interval(gains.tolist()) if enough else None
    worst = min(groups.values(), default=0.0)
    why = (
        "too-few" if interval is None
        else "not-proven" if interval[0] <= 0
        else "group" if worst < -settings.number("learning.worst_group_loss")
        else "better"
    )  # fmt: skip
    one, other = (float(side.mean()) if len(side) else np.nan for side in (champion, challenger))
    return Verdict(why == "better", why, len(clients), one, other, interval, groups, (before, after))


def scores_of(pairs: Pairs, learned: Learned | None, settings: Settings) -> Values:
    """The score of each pair by its client's level."""
    chance, use = (odds(pairs, side, learned, settings) for side in SIDES)
    result = np.zeros(len(pairs))
    for level in np.unique(pairs.level):
        of_level = pairs.level == level
        surplus = model_of(settings, int(level)).surplus
        result[of_level] = worth(sigmoid(chance[of_level]), sigmoid(use[of_level]), surplus)
    return result


def _as_if_seen(test: Pairs, learned: Learned, settings: Settings) -> Pairs:
    """The pairs with gains as if every place had been looked at."""
    least = settings.number("learning.least_looked_at")
    seen = [max(least, learned.looked_at.get(place, 1.0)) for place in test.rank.tolist()]
    return replace(test, gain=test.gain / np.array(seen))


def by_client(pairs: Pairs, scores: Values) -> tuple[NDArray[np.str_], Values]:
    """DCG@3 of each client's pairs in the order of the scores, over the mean of the best orders.

    A client for whom nothing came of it says nothing.
    """
    order = np.lexsort((pairs.posting, -scores, pairs.client))
    clients, begins = np.unique(pairs.client[order], return_index=True)
    lists = np.split(pairs.gain[order], begins[1:])
    told = [at for at, gains in enumerate(lists) if gains.any()]
    best = np.mean([dcg(np.sort(lists[at])[::-1], _K) for at in told]) if told else 1.0
    return clients[told], np.array([dcg(lists[at], _K) for at in told]) / best


def _by_group(test: Pairs, clients: NDArray[np.str_], gains: Values, settings: Settings) -> dict[str, float]:
    """Mean gain a group, small groups left out."""
    group_of = dict(zip(test.client, test.group, strict=True))
    names = sorted({name for group in group_of.values() for name in group.split("|") if not name.endswith("=?")})
    result = {}
    for name in names:
        member = np.array([name in group_of[client].split("|") for client in clients], dtype=bool)
        if member.sum() >= settings.number("learning.least_group"):
            result[name] = float(gains[member].mean())
    return result

"""``evaluate``: lists that were recommended held against what became of clients, in all and by group."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Final

import numpy as np

from jobmatch.dataset.outcomes import Outcomes
from jobmatch.evaluation.metrics import calibration_error, gini, ndcg
from jobmatch.records.recommendation import Recommendations
from jobmatch.settings import load

_ALL: Final = "all"


@dataclass(frozen=True)
class Figures:
    """Means over the clients of a group of whom an outcome above nothing is known.

    ``hit_at_3`` is the share with a job among the first three that they got or applied for, ``mrr`` the mean of
    1 / place of the first such job, ``recall_at_10`` the share of such jobs found among ten.
    """

    clients: int
    ndcg_at_3: float | None
    ndcg_at_10: float | None
    hit_at_3: float | None
    mrr: float | None
    recall_at_10: float | None


@dataclass(frozen=True)
class Report:
    """Figures in all and by group, calibration of p, and how evenly the lists use the postings."""

    model: str
    groups: dict[str, Figures]
    suppressed: tuple[str, ...]  # groups too small to be shown
    calibration_error: float | None
    postings_recommended: int
    congestion_gini: float
    most_at_one_posting: int

    @property
    def all(self) -> Figures:
        """The figures over everybody."""
        return self.groups[_ALL]

    def to_dict(self) -> dict[str, Any]:
        """The report as JSON."""
        return asdict(self) | {"suppressed": list(self.suppressed)}

    def to_rows(self) -> list[dict[str, Any]]:
        """One row a group."""
        return [{"model": self.model, "group": name, **asdict(figures)} for name, figures in self.groups.items()]


def evaluate(
    recommendations: Iterable[Recommendations], outcomes: Outcomes, by: "str | Mapping[str, str] | None" = None
) -> Report:
    """Hold recommended lists against outcomes.

    ``by`` is ``"level"``, or a mapping from client to the name of a group. A posting that nothing is known of
    counts as nothing: figures are floors, for what was never shown to a client has no outcome.

    >>> import jobmatch as jm
    >>> outcomes = jm.read_outcomes([{"client_id": "C-1", "posting_id": "P-1", "event": "hired"}])
    >>> evaluate([], outcomes).all.clients
    0
    """
    worth = _worth(outcomes)
    lists = list(recommendations)
    group_of = _groups(lists, by)
    judged = [one for one in lists if worth.get(one.client_id)]
    members: dict[str, list[Recommendations]] = defaultdict(list, {_ALL: judged})
    for one in judged:
        if name := group_of.get(one.client_id):
            members[name].append(one)
    least = load().number("learning.least_group")
    small = tuple(sorted(name for name, own in members.items() if name != _ALL and len(own) < least))
    shown = {name: _figures(own, worth) for name, own in sorted(members.items()) if name not in small}
    used = Counter(item.posting_id for one in lists for item in one.items)
    return Report(
        model=lists[0].model if lists else "",
        groups=shown,
        suppressed=small,
        calibration_error=_calibration(lists, outcomes),
        postings_recommended=len(used),
        congestion_gini=round(gini(list(used.values())), 4),
        most_at_one_posting=max(used.values(), default=0),
    )


def _worth(outcomes: Outcomes) -> dict[str, dict[str, float]]:
    """Client → posting → the most that became of it, above nothing."""
    gains = load().table("learning.gain")
    found: dict[str, dict[str, float]] = defaultdict(dict)
    for event in outcomes.frame.to_dict("records"):
        gain = gains.get(event["event"], 0.0)
        if gain > 0:
            own = found[event["client_id"]]
            own[event["posting_id"]] = max(own.get(event["posting_id"], 0.0), gain)
    return found


def _groups(lists: Sequence[Recommendations], by: "str | Mapping[str, str] | None") -> Mapping[str, str]:
    if by is None:
        return {}
    if by == "level":
        return {one.client_id: f"level {one.level['level'] or 'none'}" for one in lists}
    if isinstance(by, str):
        raise ValueError(f"by is 'level' or a mapping from client to group, not {by!r}")
    return by


def _figures(lists: Sequence[Recommendations], worth: Mapping[str, Mapping[str, float]]) -> Figures:
    rows = [_of_client([item.posting_id for item in one.items], worth[one.client_id]) for one in lists]
    means = np.mean(rows, axis=0).round(4).tolist() if rows else [None] * 5
    return Figures(len(rows), *means)


def _of_client(ids: Sequence[str], worth: Mapping[str, float]) -> tuple[float, ...]:
    places = [at for at, posting in enumerate(ids, 1) if posting in worth]
    grades = {posting: round(gain) for posting, gain in worth.items()}
    return (
        ndcg(ids, grades, 3),
        ndcg(ids, grades, 10),
        float(bool(places) and places[0] <= 3),
        1 / places[0] if places else 0.0,
        sum(place <= 10 for place in places) / min(10, len(worth)),
    )


def _calibration(lists: Sequence[Recommendations], outcomes: Outcomes) -> float | None:
    """How far the attainability that was said lies from how far applications came."""
    reached = load().table("learning.reached")
    came: dict[tuple[str, str], float] = {}
    for event in outcomes.frame.to_dict("records"):
        if event["event"] in reached:
            key = event["client_id"], event["posting_id"]
            came[key] = max(came.get(key, 0.0), reached[event["event"]])
    pairs = [(item.attainability, came[key]) for one in lists for item in one.items
             if (key := (one.client_id, item.posting_id)) in came]  # fmt: skip
    if not pairs:
        return None
    said, what = np.array(pairs).T
    return round(calibration_error(said, what), 4)

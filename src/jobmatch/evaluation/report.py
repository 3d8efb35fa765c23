"""``evaluate``: lists that were recommended held against what became of clients, in all and by group."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from jobmatch.dataset.outcomes import Outcomes, read_outcomes
from jobmatch.errors import UsageError
from jobmatch.evaluation.metrics import bootstrap_interval, gini, ndcg, reliability
from jobmatch.evaluation.off_policy import OffPolicy, off_policy
from jobmatch.records.recommendation import Recommendations
from jobmatch.settings import load

_ALL: Final = "all"
_MEANS: Final = ("ndcg_at_3", "ndcg_at_10", "hit_at_3", "mrr", "recall_at_10")


@dataclass(frozen=True)
class Figures:
    """Means over the clients of a group of whom an outcome above nothing is known.

    ``hit_at_3`` is the share with a job among the first three that they got or applied for, ``mrr`` the mean of
    1 / place of the first such job, ``recall_at_10`` the share of such jobs found among ten. ``intervals`` are
    95 % ones of each mean, clients drawn with replacement.
    """

    clients: int
    ndcg_at_3: float | None
    ndcg_at_10: float | None
    hit_at_3: float | None
    mrr: float | None
    recall_at_10: float | None
    intervals: dict[str, tuple[float, float]] = field(default_factory=dict)

    def to_row(self) -> dict[str, Any]:
        """Flat, each mean with the ends of its interval."""
        ends = {f"{name}_{end}": at for name, own in self.intervals.items() for end, at in zip(_ENDS, own, strict=True)}
        return {"clients": self.clients} | {name: getattr(self, name) for name in _MEANS} | ends


_ENDS: Final = ("low", "high")


@dataclass(frozen=True)
class Bin:
    """Pairs of which about the same was said: the attainability that was said, what came of them, how many."""

    said: float
    came: float
    pairs: int


@dataclass(frozen=True)
class Report:
    """Figures in all and by group, calibration of p, and how evenly the lists use the postings."""

    model: str
    groups: dict[str, Figures]
    suppressed: tuple[str, ...]  # groups too small to be shown
    calibration_error: float | None
    reliability: tuple[Bin, ...]
    people: int  # with a list
    postings_recommended: int
    congestion_gini: float  # over all postings where their number is known, else over those recommended
    most_at_one_posting: int
    most_share: float  # of the people
    pool: int | None  # postings there are
    loads: tuple[int, ...]  # people sent to each posting that is used, fewest first
    off_policy: OffPolicy | None  # where the log tells how likely each job was shown

    @property
    def all(self) -> Figures:
        """The figures over everybody."""
        return self.groups[_ALL]

    def to_dict(self) -> dict[str, Any]:
        """The report as JSON, without the load of each posting."""
        told = asdict(self) | {"suppressed": list(self.suppressed)}
        del told["loads"]
        return told

    def to_rows(self) -> list[dict[str, Any]]:
        """One row a group."""
        return [{"model": self.model, "group": name, **figures.to_row()} for name, figures in self.groups.items()]


def evaluate(
    recommendations: Iterable[Recommendations],
    outcomes: Any,
    by: "str | Mapping[str, str] | None" = None,
    pool: int | None = None,
) -> Report:
    """Hold recommended lists against outcomes, or what ``read_outcomes`` reads as such.

    ``by`` is ``"level"``, or a mapping from client to the name of a group; ``pool`` is how many postings there are.
    A posting that nothing is known of counts as nothing: figures are floors, for what was never shown to a client
    has no outcome. Outcomes with a ``propensity`` also give estimates of what these lists would have brought.

    >>> import jobmatch as jm
    >>> outcomes = jm.read_outcomes([{"client_id": "C-1", "posting_id": "P-1", "event": "hired"}])
    >>> evaluate([], outcomes).all.clients
    0
    """
    outcomes = read_outcomes(outcomes)
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
    loads = tuple(sorted(used.values()))
    most = max(loads, default=0)
    bins = _reliability(lists, outcomes)
    return Report(
        model=lists[0].model if lists else "",
        groups=shown,
        suppressed=small,
        calibration_error=_error(bins),
        reliability=bins,
        people=len(lists),
        postings_recommended=len(used),
        congestion_gini=round(gini([*[0] * max(0, (pool or 0) - len(used)), *loads]), 4),
        most_at_one_posting=most,
        most_share=round(most / max(1, len(lists)), 4),
        pool=pool,
        loads=loads,
        off_policy=off_policy(lists, outcomes),
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
    if hasattr(by, "to_dict"):  # a pandas series, client by client
        by = by.to_dict()
    if by == "level":
        return {one.client_id: f"level {one.level['level'] or 'none'}" for one in lists}
    if not isinstance(by, Mapping):
        raise UsageError("evaluate-by", seen=repr(by)[:40])
    return by


def _figures(lists: Sequence[Recommendations], worth: Mapping[str, Mapping[str, float]]) -> Figures:
    if not lists:
        return Figures(0, None, None, None, None, None)
    rows = np.array([_of_client([item.posting_id for item in one.items], worth[one.client_id]) for one in lists])
    intervals = {name: _interval(values) for name, values in zip(_MEANS, rows.T, strict=True)}
    means = dict(zip(_MEANS, rows.mean(axis=0).round(4).tolist(), strict=True))
    return Figures(len(rows), **means, intervals=intervals)


def _interval(values: NDArray[np.float64]) -> tuple[float, float]:
    low, high = bootstrap_interval(values.tolist(), draws=2_000)
    return round(low, 4), round(high, 4)


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


def _reliability(lists: Sequence[Recommendations], outcomes: Outcomes) -> tuple[Bin, ...]:
    """The attainability that was said beside how far applications came."""
    reached = load().table("learning.reached")
    came: dict[tuple[str, str], float] = {}
    for event in outcomes.frame.to_dict("records"):
        if event["event"] in reached:
            key = event["client_id"], event["posting_id"]
            came[key] = max(came.get(key, 0.0), reached[event["event"]])
    pairs = [(item.attainability, came[key]) for one in lists for item in one.items
             if (key := (one.client_id, item.posting_id)) in came]  # fmt: skip
    if not pairs:
        return ()
    said, what = np.array(pairs).T
    return tuple(Bin(round(mean, 4), round(share, 4), many) for mean, share, many in reliability(said, what))


def _error(bins: Sequence[Bin]) -> float | None:
    """The expected calibration error of the bins; None without any."""
    pairs = sum(one.pairs for one in bins)
    return round(sum(abs(one.said - one.came) * one.pairs for one in bins) / pairs, 4) if pairs else None

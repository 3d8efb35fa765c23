"""A thousand clients one after the other, three jobs each: how many are sent to one opening, with the log and without.

Surplus is the score that the shipped knowledge gives a job, without any crowd, so that both runs are held against the
same measure: what spreading people costs them. The Gini goes over all postings that either run hands over.
"""

from dataclasses import replace
from typing import Any

import numpy as np

from benchmarks.clients import clients
from benchmarks.figures import Figure
from benchmarks.store import Workshop
from jobmatch.evaluation.metrics import gini
from jobmatch.market.crowd import Crowd

CLIENTS, QUICK_CLIENTS = 1_000, 120


def congestion(workshop: Workshop) -> list[Figure]:
    """The most people at one opening, the Gini and the mean surplus, with the price of a crowd and without."""
    many = QUICK_CLIENTS if workshop.quick else CLIENTS
    without, with_price = (_sent(workshop, many, priced) for priced in (False, True))
    handed = (without["load"] > 0) | (with_price["load"] > 0)
    for run in (without, with_price):
        run |= {"most": float(run["load"].max()), "gini": gini(run["load"][handed])}
    said = {"clients": many, "peer_gini": round(without["gini"], 4), "gini": round(with_price["gini"], 4)}
    return [
        Figure("congestion", "most people sent to one opening", "people", with_price["most"], "without the log",
               without["most"], aim=without["most"] / 2, more_is_better=False, details=said),
        Figure("congestion", "Gini of people an opening", "0-1", with_price["gini"],
               "without the log", without["gini"], aim=without["gini"] / 2, more_is_better=False, details=said),
        Figure("congestion", "surplus a client", "score", with_price["surplus"], "without the log",
               without["surplus"], aim=0.95 * without["surplus"], details=said),
    ]  # fmt: skip


def _sent(workshop: Workshop, many: int, priced: bool) -> dict[str, Any]:
    matcher = workshop.matcher
    plain = matcher.market_
    crowd = Crowd(np.zeros(len(plain), dtype=np.int32))
    known = matcher.market_ = replace(plain, crowd=crowd) if priced else plain
    openings = np.maximum(plain.openings, 1)
    counts, surplus = np.zeros(len(plain), dtype=np.int64), []
    try:
        for client in clients(many - 24)[:many]:
            items = matcher.recommend(client).items
            rows = [plain.row_of_id[item.posting_id] for item in items]
            matcher.market_ = plain
            surplus += [matcher.explain(client, item.posting_id).score for item in items]
            matcher.market_ = known
            counts[rows] += 1
            if priced:
                crowd.counts[rows] += 1
    finally:
        matcher.market_ = plain
    return {"load": counts / openings, "surplus": float(np.sum(surplus)) / many}

"""Clients one after the other, three jobs each: how many are sent to one opening, with the log and without.

On the made postings a thousand made clients; on real postings those of the tests, again and again with other ages, ways
and pays, the hardest case: each job that is good for one of them is good for twenty. Surplus is the score that the
shipped knowledge gives a job, without any crowd, so that both runs are held against the same measure: what spreading
people costs them. The Gini goes over all postings that either run hands over; the made ones have up to thirty openings,
for which a few people are no crowd, so that their Gini stays high however even people are spread.
"""

import importlib
import random
import sys
from collections.abc import Sequence
from copy import deepcopy
from dataclasses import replace
from typing import Any

import numpy as np

import jobmatch as jm
from benchmarks.clients import clients
from benchmarks.figures import Figure
from benchmarks.generate import DATA, ROOT
from benchmarks.store import Workshop
from jobmatch.evaluation.metrics import gini
from jobmatch.market.crowd import Crowd

CLIENTS, QUICK_CLIENTS = 1_000, 120
REAL_CLIENTS = (240, 1_000)  # twenty times each client, and as many as the postings are hardly made for
SEED = 5
_JITTER = (("conditions", "age", 0.1), ("conditions", "max_commute_km", 0.4), ("attitude", "pay_min", 0.1),
           ("attitude", "pay_wanted", 0.1))  # fmt: skip


def congestion(workshop: Workshop) -> list[Figure]:
    """The most people at one opening, the Gini and the mean surplus, with the price of a crowd and without."""
    many = QUICK_CLIENTS if workshop.quick else CLIENTS
    found = _figures("congestion", workshop.matcher, clients(many - 24)[:many])
    return found if workshop.quick else [*found, *_real()]


def _real() -> list[Figure]:
    """The same on each set of real postings with its clients; nothing where they are not at hand."""
    sys.path.insert(0, str(ROOT / "tests"))
    personas = importlib.import_module("personas")
    found = []
    for name, people in (("taiwan", personas.TAIWAN), ("taidi", personas.TAIDI)):
        file = DATA / personas.POSTINGS_FILES[name]
        if file.exists():
            matcher = jm.Matcher(as_of=personas.AS_OF[name]).index(jm.read_postings(file))
            for many in REAL_CLIENTS:
                found += _figures(f"congestion, real ({name}), {many} clients", matcher, _jittered(people, many))
    return found


def _jittered(people: Sequence[Any], many: int) -> list[jm.Client]:
    """The people in turn, each time a little older or younger, more or less mobile and modest."""
    draw, found = random.Random(SEED), []
    for at in range(many):
        client = deepcopy(people[at % len(people)].client) | {"client_id": f"J-{at}"}
        for holder, name, most in _JITTER:
            part = client.get(holder, {})
            if part.get(name):
                part[name] = round(part[name] * draw.uniform(1 - most, 1 + most))
        found.append(jm.Client(**client))
    return found


def _figures(stage: str, matcher: jm.Matcher, people: Sequence[jm.Client]) -> list[Figure]:
    without, with_price = (_sent(matcher, people, priced) for priced in (False, True))
    handed = (without["load"] > 0) | (with_price["load"] > 0)
    for run in (without, with_price):
        run |= {"most": float(run["load"].max()), "gini": gini(run["load"][handed])}
    said = {"clients": len(people), "peer_gini": round(without["gini"], 4), "gini": round(with_price["gini"], 4)}
    return [
        Figure(stage, "most people sent to one opening", "people", with_price["most"], "without the log",
               without["most"], aim=without["most"] / 2, more_is_better=False, details=said),
        Figure(stage, "Gini of people an opening", "0-1", with_price["gini"],
               "without the log", without["gini"], aim=without["gini"] / 2, more_is_better=False, details=said),
        Figure(stage, "surplus a client", "score", with_price["surplus"], "without the log",
               without["surplus"], aim=0.95 * without["surplus"], details=said),
    ]  # fmt: skip


def _sent(matcher: jm.Matcher, people: Sequence[jm.Client], priced: bool) -> dict[str, Any]:
    plain = matcher.market_
    crowd = Crowd(np.zeros(len(plain), dtype=np.int32))
    known = matcher.market_ = replace(plain, crowd=crowd) if priced else plain
    openings = np.maximum(plain.openings, 1)
    counts, surplus = np.zeros(len(plain), dtype=np.int64), []
    try:
        for client in people:
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
    return {"load": counts / openings, "surplus": float(np.sum(surplus)) / len(people)}

"""The price list of one client against all postings, the process warm, beside asking anew for every change."""

import statistics
import time
from collections.abc import Callable
from typing import Any

import jobmatch as jm
from benchmarks.clients import clients
from benchmarks.figures import Figure, percentile
from benchmarks.store import Workshop
from jobmatch.guidance.changes import expectations
from jobmatch.settings import load

AIM_MS = 100.0
PEOPLE = 20  # the peer takes a while


def what_if(workshop: Workshop) -> list[Figure]:
    """``Matcher.what_if`` with all singles and pairs; the peer asks ``recommend`` for the single concessions alone."""
    matcher, people = workshop.matcher, clients()[:PEOPLE]
    ours = [_median_ms(lambda one=one: matcher.what_if(one), workshop.runs) for one in people]
    theirs = [_median_ms(lambda one=one: _ask_anew(matcher, one), 1) for one in people]
    told = [matcher.what_if(one) for one in people]
    details = {"changes_median": statistics.median(len(one.changes) for one in told),
               "with_pair": sum(one.pair is not None for one in told), "clients": len(people)}  # fmt: skip
    peer, middle = "recommend for each concession", statistics.median(theirs)
    return [
        Figure("what_if", "one client, median", "ms", statistics.median(ours), peer, middle, AIM_MS, False, details),
        Figure("what_if", "one client, p95", "ms", percentile(ours, 0.95), peer, percentile(theirs, 0.95), None, False),
    ]


def _ask_anew(matcher: jm.Matcher, client: jm.Client) -> None:
    for steps in expectations(client, load()):
        for step in steps:
            matcher.recommend(step.of(client), top=1000)


def _median_ms(work: Callable[[], Any], runs: int) -> float:
    work()
    taken = []
    for _ in range(runs):
        begin = time.perf_counter()
        work()
        taken.append((time.perf_counter() - begin) * 1e3)
    return statistics.median(taken)

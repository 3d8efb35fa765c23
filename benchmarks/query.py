"""One client against all postings, the process warm: milliseconds, beside two peers for the same clients."""

import statistics
import time
from collections.abc import Callable, Sequence
from typing import Any

import jobmatch as jm
from benchmarks.clients import clients
from benchmarks.figures import Figure, percentile
from benchmarks.generate import AS_OF
from benchmarks.peers import bm25_with_filters, frame_of, tfidf_cosine
from benchmarks.store import Workshop

AIM_MS = 10.0
TODAY = AS_OF.toordinal() - 719_163  # days since 1970-01-01


def query(workshop: Workshop) -> list[Figure]:
    """``Matcher.recommend`` for fifty different clients, three jobs each."""
    people = clients()
    matcher, words = workshop.matcher, [jm.tokenize(text) for text in workshop.texts(workshop.count)]
    bm25, search_bm25, _ = bm25_with_filters(words, frame_of(matcher.market_), TODAY)
    cosine, search_cosine = tfidf_cosine(words)
    ours, theirs, others = rounds([matcher.recommend, search_bm25, search_cosine], people, workshop.runs)
    cpu = {"cpu_median_ms": ours.cpu_ms, "peers_cpu_median_ms": [theirs.cpu_ms, others.cpu_ms]}
    details = _sanity(matcher, people) | cpu | {"first_ask_median_ms": ours.first_ms, "postings": workshop.count}
    return [
        Figure("query", "one client, median", "ms", ours.median_ms, bm25, theirs.median_ms, AIM_MS, False, details),
        Figure("query", "one client, p95", "ms", ours.p95_ms, bm25, theirs.p95_ms, None, False),
        Figure("query", "one client, median", "ms", ours.median_ms, cosine, others.median_ms, None, False),
        Figure("query", "one client, p95", "ms", ours.p95_ms, cosine, others.p95_ms, None, False),
    ]


Timed = tuple[float, float]  # seconds by the clock, seconds of the processor


class Rounds:
    """Times of one system: ``times[round][client]``, and those of the round before, in which it warmed up."""

    def __init__(self, times: Sequence[Sequence[Timed]], first: Sequence[Timed]) -> None:
        medians = [
            [statistics.median(values) * 1e3 for values in zip(*each, strict=True)] for each in zip(*times, strict=True)
        ]
        clock, cpu = zip(*medians, strict=True)
        self.median_ms, self.p95_ms = statistics.median(clock), percentile(clock, 0.95)
        self.cpu_ms = round(statistics.median(cpu), 2)  # what a busy machine does not blur
        self.first_ms = round(statistics.median(one for one, _ in first) * 1e3, 2)


def rounds(systems: Sequence[Callable[[jm.Client], Any]], people: Sequence[jm.Client], runs: int) -> list[Rounds]:
    """Every system through all clients in turns; no client is asked twice in a row, so no cache is flattered."""
    first = [[_timed(ask, person) for person in people] for ask in systems]
    times: list[list[list[Timed]]] = [[] for _ in systems]
    for _ in range(runs):
        for at, ask in enumerate(systems):
            times[at].append([_timed(ask, person) for person in people])
    return [Rounds(taken, first[at]) for at, taken in enumerate(times)]


def _timed(ask: Callable[[jm.Client], Any], person: jm.Client) -> Timed:
    clock, cpu = time.perf_counter(), time.process_time()
    ask(person)
    return time.perf_counter() - clock, time.process_time() - cpu


def _sanity(matcher: "jm.Matcher", people: Sequence[jm.Client]) -> dict[str, Any]:
    """What came out, so that a fast wrong answer is seen."""
    answers = [matcher.recommend(person) for person in people]
    found = [len(answer.items) for answer in answers]
    return {
        "clients": len(people),
        "with_three": sum(count == 3 for count in found),
        "with_none": sum(count == 0 for count in found),
        "asked_back": sum(bool(answer.questions) for answer in answers),
        "in_reach_median": len(matcher.market_) - statistics.median(a.excluded.get("too_far", 0) for a in answers),
    }

"""One client against all postings, the process warm: milliseconds, beside two peers for the same clients."""

import statistics
from collections.abc import Callable, Sequence
from typing import Any

import jobmatch as jm
from benchmarks.clients import clients
from benchmarks.figures import Figure, percentile, seconds
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
    details = _sanity(matcher, people) | {"first_ask_median_ms": round(ours.first_ms, 2), "postings": workshop.count}
    return [
        Figure("query", "one client, median", "ms", ours.median_ms, bm25, theirs.median_ms, AIM_MS, False, details),
        Figure("query", "one client, p95", "ms", ours.p95_ms, bm25, theirs.p95_ms, None, False),
        Figure("query", "one client, median", "ms", ours.median_ms, cosine, others.median_ms, None, False),
        Figure("query", "one client, p95", "ms", ours.p95_ms, cosine, others.p95_ms, None, False),
    ]


class Rounds:
    """Times of one system: ``times[round][client]`` in seconds, after a round to warm up."""

    def __init__(self, times: Sequence[Sequence[float]], first: Sequence[float]) -> None:
        each = [statistics.median(column) * 1e3 for column in zip(*times, strict=True)]
        self.median_ms = statistics.median(each)
        self.p95_ms = percentile(each, 0.95)
        self.first_ms = statistics.median(first) * 1e3


def rounds(systems: Sequence[Callable[[jm.Client], Any]], people: Sequence[jm.Client], runs: int) -> list[Rounds]:
    """Every system through all clients in turns; no client is asked twice in a row, so no cache is flattered."""
    first = [[seconds(lambda: ask(person)) for person in people] for ask in systems]  # noqa: B023 - called at once
    times: list[list[list[float]]] = [[] for _ in systems]
    for _ in range(runs):
        for at, ask in enumerate(systems):
            times[at].append([seconds(lambda: ask(person)) for person in people])  # noqa: B023 - called at once
    return [Rounds(taken, first[at]) for at, taken in enumerate(times)]


def _sanity(matcher: "jm.Matcher", people: Sequence[jm.Client]) -> dict[str, Any]:
    """What came out, so that a fast wrong answer is seen."""
    answers = [matcher.recommend(person) for person in people]
    found = [len(answer.items) for answer in answers]
    return {
        "clients": len(people),
        "with_three": sum(count == 3 for count in found),
        "with_none": sum(count == 0 for count in found),
        "asked_back": sum(bool(answer.questions) for answer in answers),
    }

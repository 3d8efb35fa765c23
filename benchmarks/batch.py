"""A caseload at once: ``recommend`` for clients who live where the postings are, written to a file by two processes.

The peer answers a tenth of them, one by one in one process, and is given twice of that: more than two processes reach.
"""

import time
from collections.abc import Callable, Sequence
from typing import Any

import jobmatch as jm
from benchmarks.clients import clients
from benchmarks.figures import Figure, on_all_cores
from benchmarks.generate import AS_OF
from benchmarks.peers import bm25_with_filters, frame_of
from benchmarks.store import Workshop
from jobmatch.batch import Batch, write_batch

PEOPLE, QUICK_PEOPLE = 4_000, 120
JOBS = 2
AIM_RATE = 300.0  # at a million postings: python -m benchmarks batch --postings 1000000
_DAY = AS_OF.toordinal() - 719_163  # days since 1970-01-01


def batch(workshop: Workshop) -> list[Figure]:
    """Clients a second, from the index on disk to lines of JSON; the processes are started within the time."""
    many = QUICK_PEOPLE if workshop.quick else PEOPLE
    people = clients(many)[-many:]
    name, search, _ = bm25_with_filters(
        [jm.tokenize(text) for text in workshop.texts(workshop.count)], frame_of(workshop.matcher.market_), _DAY
    )
    output = workshop.folder / "batch.jsonl"
    told = Batch(people, workshop.matcher, str(workshop.index), jobs=JOBS)
    with on_all_cores():
        ours = _rate(lambda: write_batch(told, output, lambda _: None), many)
    peer = JOBS * _rate(lambda: _one_by_one(search, people[::10]), len(people[::10]))
    details = {"clients": many, "postings": workshop.count, "lines": len(output.read_bytes().splitlines())}
    return [Figure("batch", "clients, two processes", "clients/s", ours, name, peer, AIM_RATE, details=details)]


def _rate(work: Callable[[], Any], many: int) -> float:
    begin = time.perf_counter()
    work()
    return many / (time.perf_counter() - begin)


def _one_by_one(search: Callable[[jm.Client], Any], people: Sequence[jm.Client]) -> None:
    for person in people:
        search(person)

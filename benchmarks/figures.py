"""One figure of one stage beside its peer, how it is measured, and how it is shown."""

import os
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from typing import Any

HEADINGS = ("stage", "measure", "ours", "peer", "ratio", "aim")


@dataclass(frozen=True)
class Figure:
    """A measured value of ours and, where there is one, of a peer in the same run."""

    stage: str
    measure: str
    unit: str
    ours: float
    peer_name: str = ""
    peer: float | None = None
    aim: float | None = None
    more_is_better: bool = True
    details: dict[str, Any] = field(default_factory=dict)

    @property
    def ratio(self) -> float | None:
        """How many times better than the peer: above 1 we are ahead, whichever way the measure goes."""
        if not self.peer or not self.ours:
            return None
        return self.ours / self.peer if self.more_is_better else self.peer / self.ours

    @property
    def met(self) -> bool | None:
        """Whether the aim is met, where there is one."""
        if self.aim is None:
            return None
        return self.ours >= self.aim if self.more_is_better else self.ours <= self.aim

    def to_dict(self) -> dict[str, Any]:
        """Everything, as plain values."""
        return asdict(self) | {"ratio": self.ratio, "met": self.met}

    def row(self) -> str:
        """One row of a Markdown table."""
        peer = f"{_short(self.peer)} ({self.peer_name})" if self.peer is not None else "–"
        ratio = f"{self.ratio:.2g} ×" if self.ratio is not None else "–"
        bound = "≥" if self.more_is_better else "≤"
        aim = "–" if self.aim is None else f"{bound} {_short(self.aim)} {'✓' if self.met else '✗'}"
        return f"| {self.stage} | {self.measure} [{self.unit}] | {_short(self.ours)} | {peer} | {ratio} | {aim} |"


def table(figures: Sequence[Figure]) -> str:
    """The figures as a Markdown table."""
    head = f"| {' | '.join(HEADINGS)} |\n|{' --- |' * len(HEADINGS)}"
    return "\n".join([head, *(figure.row() for figure in figures)])


def _short(value: float | None) -> str:
    if value is None:
        return "–"
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"


def seconds(work: Callable[[], Any]) -> float:
    """How long one call takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def medians(*works: Callable[[], Any], runs: int = 7) -> list[float]:
    """The median seconds of each work, taken in turns after one warm-up, so that a drift of the machine hits all."""
    for work in works:
        work()
    taken = [[seconds(work) for work in works] for _ in range(runs)]
    return [statistics.median(column) for column in zip(*taken, strict=True)]


def percentile(values: Sequence[float], part: float) -> float:
    """The value below which ``part`` of the values lie, by nearest rank."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, max(0, round(part * len(ordered) + 0.5) - 1))]


def on_one_core() -> None:
    """From here on ours and the peers run on the same core, their processes as well."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})


@contextmanager
def on_all_cores() -> Iterator[None]:
    """A stage that is measured with several processes."""
    if not hasattr(os, "sched_setaffinity"):
        yield
        return
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, range(os.cpu_count() or 1))
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)

"""A casebook of as many made-up clients as there are postings, twenty events each: what a counsellor waits for."""

import random
import statistics
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import jobmatch as jm
from benchmarks.figures import Figure, seconds
from benchmarks.store import Workshop
from jobmatch.casebook.casebook import Casebook
from jobmatch.casebook.events import Entry
from jobmatch.casebook.roster import import_roster
from jobmatch.casework.cases import show
from jobmatch.casework.workplace import Workplace

EVENTS_EACH = 20
ROSTER = 10_000
AS_OF = date(2026, 11, 23)
AIM_DUE_S, AIM_SHOW_MS, AIM_IMPORT_S = 0.5, 50.0, 20.0
_AT_ONCE = 500
_PROFILE = {
    "willingness": {"wants_work": True},
    "goal": {"occupations": ["库管员"], "clarity": "clear"},
    "conditions": {"age": 40, "education": "高中", "experience": [{"occupation": "库房管理", "years": 3}],
                   "residence": "北京市大兴区榆垡镇", "max_commute_km": 15},
    "attitude": {"pay_min": 4000},
}  # fmt: skip


def casebook(workshop: Workshop) -> list[Figure]:
    """``due`` of a day, ``show`` of a client, and a roster taken in with a book of that size."""
    place = workshop.folder / f"casebook-{workshop.count}.db"
    if not place.exists():
        _fill(place, workshop.count)
    book = Casebook.open(place)
    due = _median(lambda: book.due(AS_OF), workshop.runs)
    told = _median(lambda: show(Workplace(str(place), "benchmark", AS_OF.isoformat()), "C-1", False), workshop.runs)
    rows = min(ROSTER, workshop.count)
    taken = seconds(lambda: _take_in(book, rows))
    details = {"clients": workshop.count, "events": workshop.count * EVENTS_EACH, "due": len(book.due(AS_OF))}
    return [
        Figure("casebook", "due today", "s", due, aim=AIM_DUE_S, more_is_better=False, details=details),
        Figure("casebook", "one case", "ms", told * 1e3, aim=AIM_SHOW_MS, more_is_better=False),
        Figure("casebook", f"a roster of {rows:,} rows", "s", taken, aim=AIM_IMPORT_S, more_is_better=False),
    ]


def _take_in(book: Casebook, rows: int) -> None:
    """Read and preview: all the work of an import but the last write, so that the book stays as it was made."""
    roster = [
        {"求职者编号": f"N-{at}", "年龄": 20 + at % 40, "文化程度": "高中", "求职意向": "库管", "就业状态": "失业",
         "居住地址": "北京市大兴区榆垡镇", "登记日期": "2026-11-02"}
        for at in range(rows)
    ]  # fmt: skip
    done = import_roster(book, jm.read_clients(roster, as_of=AS_OF), AS_OF, "benchmark", dry_run=True)
    assert done.new == rows


def _fill(place: Path, clients: int) -> None:
    """Registered over a year and asked every month or so; some wait, as in any office."""
    beside = place.with_suffix(".part")
    beside.unlink(missing_ok=True)
    book, dice = Casebook.open(beside, create=True), random.Random(1)
    for start in range(0, clients, _AT_ONCE):
        with book.pen() as pen:
            for at in range(start, min(start + _AT_ONCE, clients)):
                for entry in _life(f"C-{at}", dice):
                    pen.add(entry)
    book.engine.dispose()
    beside.rename(place)


def _life(client_id: str, dice: random.Random) -> list[Entry]:
    begin = AS_OF - timedelta(days=dice.randrange(150, 360))
    jobs = [{"posting_id": f"P-{dice.randrange(1000)}-{at}", "also_posted_as": [], "rank": at + 1} for at in range(3)]

    def entry(kind: str, what: str | None, day: date, **said: Any) -> Entry:
        return Entry(client_id, kind, day, "benchmark", what, said)

    slate = {"as_of": begin.isoformat(), "model": "default", "recommendations": jobs}
    help_given = [
        entry("registered", None, begin, profile=_PROFILE, office=f"站{dice.randrange(20)}"),
        entry("assessed", "3", begin, assessment={"level": 3}),
        entry("measure_given", "N2", begin),
        entry("recommended", "default", begin, **slate),
        entry("measure_given", "N5", begin),
        entry("outcome", "hired", begin + timedelta(days=20), posting_id=jobs[0]["posting_id"]),
        entry("outcome", "left", begin + timedelta(days=60)),
    ]
    last = AS_OF - timedelta(days=dice.randrange(1, 95))  # asked every three months
    visits = [entry("contacted", "reached", last, said="还在找工作")] * (EVENTS_EACH - len(help_given))
    return [*help_given, *visits]


def _median(work: Callable[[], Any], runs: int) -> float:
    work()
    return statistics.median(seconds(work) for _ in range(runs))

"""How good the order is: NDCG on judged postings beside BM25 and character TF-IDF (tests/quality/ranking.py)."""

import importlib
import sys
from typing import Any

from benchmarks.figures import Figure
from benchmarks.generate import DATA, ROOT
from benchmarks.store import Workshop


def ranking(workshop: Workshop) -> list[Figure]:
    """NDCG@3 and @10 with the 95 % interval of our lead; nothing where the judged postings are not at hand."""
    if workshop.quick or not (DATA / "postings_taiwan_pes").exists():
        return []
    sys.path.insert(0, str(ROOT / "tests" / "quality"))
    quality = importlib.import_module("ranking")
    people = quality.EVERYONE
    lists = {"jobmatch": quality.our_lists(people), **quality.baseline_lists(people)}
    compared = quality.compare(lists)
    ours = compared.pop("jobmatch")
    return [_figure(ours, name, theirs, k) for name, theirs in compared.items() for k in (3, 10)]


def _figure(ours: Any, name: str, theirs: Any, k: int) -> Figure:
    low, high = lead = getattr(theirs, f"lead_{k}")
    details = {"lead": lead, "judged_ours": round(ours.judged, 3), "judged_peer": round(theirs.judged, 3)}
    scores = (getattr(system, f"ndcg_{k}") for system in (ours, theirs))
    measure = f"NDCG@{k}, lead {low:+.3f} … {high:+.3f}"
    return Figure("ranking", measure, "0..1", next(scores), name, next(scores), details=details)

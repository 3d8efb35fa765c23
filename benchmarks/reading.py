"""Reading files of postings, rows a second, beside pandas' own readers, which check nothing and keep no balance."""

from importlib.util import find_spec
from pathlib import Path

import pandas as pd

import jobmatch as jm
from benchmarks.figures import Figure, medians
from benchmarks.store import Workshop


def reading(workshop: Workshop) -> list[Figure]:
    """CSV and XLSX of the same rows."""
    count = min(workshop.count, 2_000 if workshop.quick else 20_000)
    table = pd.read_csv(workshop.csv, nrows=count, dtype=str)
    csv, xlsx = workshop.folder / "reading.csv", workshop.folder / "reading.xlsx"
    table.to_csv(csv, index=False)
    table.to_excel(xlsx, index=False, engine="xlsxwriter")
    ours, theirs = medians(lambda: jm.read_postings(csv), lambda: pd.read_csv(csv), runs=workshop.runs)
    details = {"rows": count}
    return [
        Figure("reading", "csv", "rows/s", count / ours, "pandas.read_csv", count / theirs, details=details),
        _xlsx(xlsx, count, workshop.runs),
    ]


def _xlsx(path: Path, count: int, runs: int) -> Figure:
    """Beside openpyxl where it is installed; it takes seconds a run, so fewer runs rather than fewer rows."""
    peer = find_spec("openpyxl") is not None
    ours, theirs = medians(
        lambda: jm.read_postings(path),
        lambda: pd.read_excel(path, engine="openpyxl") if peer else None,
        runs=min(runs, 3),
    )
    rate = count / theirs if peer else None
    return Figure("reading", "xlsx", "rows/s", count / ours, "pandas + openpyxl", rate, details={"rows": count})

"""Run all benchmarks, or those that are named: ``python -m benchmarks [--quick] [NAME …] [-o DIR]``."""

import argparse
import json
import os
import platform
import sys
from collections.abc import Callable
from datetime import date
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from benchmarks.batch import batch
from benchmarks.casebook import casebook
from benchmarks.cold import cold
from benchmarks.congestion import congestion
from benchmarks.fair import fair
from benchmarks.figures import Figure, on_one_core, seconds, table
from benchmarks.generate import ROOT
from benchmarks.indexing import index
from benchmarks.query import query
from benchmarks.ranking import ranking
from benchmarks.reading import reading
from benchmarks.store import Workshop
from benchmarks.text import occupations, pay, places, tokens
from benchmarks.what_if import what_if

COUNT, QUICK_COUNT = 100_000, 5_000
LIBRARIES = ("numpy", "pandas", "scikit-learn", "jieba", "rjieba", "bm25s", "numba", "openpyxl", "lightgbm")


def generate(workshop: Workshop) -> list[Figure]:
    """Make the postings (or find them made) and read them back."""
    count = len(workshop.frame)
    details = {"rows": workshop.count, "titles": int(workshop.frame["title"].nunique())}
    return [Figure("generate", "made and read back", "rows", count, aim=workshop.count, details=details)]


STAGES: dict[str, Callable[[Workshop], list[Figure]]] = {
    stage.__name__: stage
    for stage in (
        generate,
        tokens,
        pay,
        places,
        occupations,
        reading,
        index,
        query,
        batch,
        what_if,
        cold,
        congestion,
        fair,
        casebook,
        ranking,
    )
}


def main() -> int:
    """Run what was asked, print a line of JSON a figure and one table, and write the results of a whole run."""
    asked = _arguments()
    on_one_core()
    asked.work.mkdir(parents=True, exist_ok=True)
    count = asked.postings or (QUICK_COUNT if asked.quick else COUNT)
    workshop = Workshop(asked.work, count, runs=3 if asked.quick else 7, quick=asked.quick)
    figures: list[Figure] = []
    for name in asked.names or STAGES:
        print(f"… {name}", file=sys.stderr, flush=True)
        taken = seconds(lambda: figures.extend(_told(STAGES[name](workshop))))  # noqa: B023 - called at once
        print(f"  {taken:.1f} s", file=sys.stderr, flush=True)
    print(f"\n{table(figures)}")
    # a part or a quick run must not replace the figures of a whole one unasked
    whole = not asked.names and not asked.quick
    if whole or asked.output:
        _write(asked.output or ROOT / "benchmarks", figures, workshop)
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=" ".join(STAGES))
    parser.add_argument("--quick", action="store_true", help=f"{QUICK_COUNT:,} postings and few runs, for CI")
    parser.add_argument("--postings", type=int, help="how many postings, instead of what the kind of run says")
    parser.add_argument("--work", type=Path, default=ROOT / "scratch" / "benchmarks", help="where made files are kept")
    parser.add_argument("-o", "--output", type=Path, help="folder for results.json and results.md")
    asked = parser.parse_args()
    unknown = [name for name in asked.names if name not in STAGES]
    if unknown:
        parser.error(f"no stage {', '.join(unknown)}; there are {', '.join(STAGES)}")
    return asked


def _told(figures: list[Figure]) -> list[Figure]:
    for figure in figures:
        print(json.dumps(figure.to_dict(), ensure_ascii=False), flush=True)
        print(figure.row(), flush=True)
    return figures


def machine() -> dict[str, Any]:
    """What the figures depend on and nobody minds being told."""
    return {
        "cores": os.cpu_count(),
        "system": f"{platform.system()} {platform.machine()}",
        "python": platform.python_version(),
        "date": date.today().isoformat(),
        "load": round(os.getloadavg()[0], 1) if hasattr(os, "getloadavg") else None,
        "libraries": {name: found for name in LIBRARIES if (found := _version(name))},
    }


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None


def _write(folder: Path, figures: list[Figure], workshop: Workshop) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    about = machine() | {"postings": workshop.count, "quick": workshop.quick}
    result = {"machine": about, "figures": [figure.to_dict() for figure in figures]}
    (folder / "results.json").write_text(json.dumps(result, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    head = (
        f"`python -m benchmarks{' --quick' if workshop.quick else ''}` on {about['date']}: {workshop.count:,} "
        f"postings, Python {about['python']}, {about['system']}, one of {about['cores']} cores, one thread, medians of "
        f"{workshop.runs} runs taken in turns with the peer's; load {about['load']}. Ratio above 1: ours is better."
    )
    told = f"{head}\n\n{table(figures)}\n"
    (folder / "results.md").write_text(told, encoding="utf-8")
    if folder.resolve() == (ROOT / "benchmarks").resolve():
        for page in ("README.md", "README.zh.md"):
            _put_into(ROOT / page, told)


def _put_into(page: Path, told: str) -> None:
    """The figures of a page, which stand between two marks below a sentence of its own."""
    before, begin, rest = page.read_text(encoding="utf-8").partition("<!-- figures:begin -->\n")
    old, end, after = rest.partition("<!-- figures:end -->")
    sentence = old.strip().split("\n\n")[0]
    page.write_text(f"{before}{begin}{sentence}\n\n{told}{end}{after}", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())

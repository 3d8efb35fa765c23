"""What learning brings: ``python -m benchmarks.learned [views_en] [learning_curve] [training]``.

Each stage that ran replaces its figures in ``learned.json`` and ``learned.md``; the others stay.
"""

import argparse
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.__main__ import machine
from benchmarks.figures import Figure, table
from benchmarks.generate import ROOT
from benchmarks.learning_curve import learning_curve
from benchmarks.training import training
from benchmarks.views_en import views_en

STAGES: dict[str, Callable[[], list[Figure]]] = {
    stage.__name__: stage for stage in (views_en, learning_curve, training)
}


def main() -> int:
    """Run what was asked, all by default, and keep the figures."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.learned", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=" ".join(STAGES))
    parser.add_argument(
        "-o", "--output", type=Path, default=ROOT / "benchmarks", help="folder for learned.json and .md"
    )
    asked = parser.parse_args()
    if unknown := set(asked.names) - STAGES.keys():
        parser.error(f"no stage {', '.join(sorted(unknown))}; there are {', '.join(STAGES)}")
    for name in asked.names or STAGES:
        begin = time.perf_counter()
        figures = STAGES[name]()
        taken = time.perf_counter() - begin
        print(f"{table(figures)}\n\n{name}: {taken:.0f} s", file=sys.stderr, flush=True)
        if figures:
            _keep(asked.output, name, figures, taken)
    return 0


def _keep(folder: Path, name: str, figures: list[Figure], taken: float) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "learned.json"
    kept = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    kept[name] = {"machine": machine(), "seconds": round(taken), "figures": [figure.to_dict() for figure in figures]}
    kept = {stage: kept[stage] for stage in STAGES if stage in kept}
    path.write_text(json.dumps(kept, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    parts = []
    for stage, run in kept.items():
        told = [Figure(**{key: one[key] for key in Figure.__dataclass_fields__}) for one in run["figures"]]
        about = f"`python -m benchmarks.learned {stage}` on {run['machine']['date']}, {run['seconds']} s"
        parts.append(f"{about}\n\n{table(told)}\n")
    (folder / "learned.md").write_text("\n".join(parts), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())

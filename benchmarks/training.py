"""Training on a million pairs of thirty features beside LightGBM lambdarank: seconds and memory, a process each.

Pairs are drawn: features uniform, outcomes by a drawn truth, five places looked at less and less. Ours learns both
sides, p from what was taken up and U from everything, with how often each place is looked at; lambdarank ranks the
jobs of each list by what came of them. Both run on one thread; the pairs themselves count into both peaks.
"""

import json
import subprocess
import sys
import time
from typing import Any

import numpy as np

from benchmarks.figures import Figure
from benchmarks.generate import ROOT
from benchmarks.simulator import LOOKED_AT
from benchmarks.store import peak_mb
from jobmatch.learning.moves import Known, learn
from jobmatch.learning.pairs import Pairs
from jobmatch.ranking.model import LEVELS
from jobmatch.ranking.surplus import sigmoid
from jobmatch.settings import load

PAIRS, FEATURES, PLACES = 1_000_000, 30, len(LOOKED_AT)
AIM_SECONDS, AIM_MB = 60.0, 3000.0


def drawn(many: int, features: int = FEATURES, seed: int = 0) -> Pairs:
    """Outcomes of lists of five; the log-odds of the knowledge are half of the truth."""
    draw = np.random.default_rng(seed)
    values = draw.random((many, features)) - 0.5
    odds = [values @ draw.normal(0.5, 0.7, features) - 1 for _ in range(2)]
    rank = np.arange(many) % PLACES + 1
    seen = draw.random(many) < np.array([LOOKED_AT[place] for place in range(1, PLACES + 1)])[rank - 1]
    takes, gets = seen & (draw.random(many) < sigmoid(odds[1])), draw.random(many) < sigmoid(odds[0])
    silent = ~takes & (~seen | (draw.random(many) < 0.5))
    return Pairs(
        client=(np.arange(many) // PLACES).astype(str), posting=np.arange(many).astype(str),
        shown_on=np.full(many, "2026-06-01"), rank=rank, level=np.full(many, 2), values=values,
        chance=odds[0] / 2, use=odds[1] / 2, reached=np.where(takes, gets.astype(float), np.nan),
        accepted=np.where(silent, np.nan, takes.astype(float)), silent=silent,
        gain=np.where(takes, 1 + 2.0 * gets, 0.0), group=np.full(many, "level=2"),
    )  # fmt: skip


def ours(pairs: Pairs) -> None:
    """Both sides and the places."""
    free = Known(np.full(pairs.values.shape[1], -5.0), np.ones((len(LEVELS), pairs.values.shape[1])))
    learn(pairs, load(), {"chance": free, "use": free})


def lambdarank(pairs: Pairs) -> None:
    """A hundred trees, as LightGBM has them by default."""
    from lightgbm import LGBMRanker

    groups = [PLACES] * (len(pairs) // PLACES)
    LGBMRanker(n_jobs=1, verbose=-1, random_state=0).fit(pairs.values, pairs.gain.astype(int), group=groups)


SIDES = {"ours": ours, "lambdarank": lambdarank}


def training(many: int = PAIRS) -> list[Figure]:
    """Seconds and peak memory, the pairs included."""
    taken = {name: _in_a_process(name, many) for name in SIDES}
    about = {"pairs": many, "features": FEATURES}
    return [
        Figure("training", f"{many:,} pairs x {FEATURES}, {what}", unit, taken["ours"][what], "LightGBM lambdarank",
               taken["lambdarank"][what], aim, more_is_better=False, details=about)
        for what, unit, aim in (("seconds", "s", AIM_SECONDS), ("processor", "s", None), ("peak", "MB", AIM_MB))
    ]  # fmt: skip


def _in_a_process(name: str, many: int) -> dict[str, Any]:
    command = [sys.executable, "-m", "benchmarks.training", name, str(many)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def _measured(name: str, many: int) -> dict[str, float]:
    pairs = drawn(many)
    begin, worked = time.perf_counter(), time.process_time()
    SIDES[name](pairs)
    return {
        "seconds": time.perf_counter() - begin,
        "processor": time.process_time() - worked,  # what a busy machine blurs less
        "peak": peak_mb(),
    }


if __name__ == "__main__":
    print(json.dumps(_measured(sys.argv[1], int(sys.argv[2]))))

"""``jobmatch recommend`` as a whole process on an index, beside a plain program that does a part of it."""

import json
import os
import resource
import statistics
import subprocess
import sys
from pathlib import Path

import jobmatch as jm
from benchmarks.clients import profiles
from benchmarks.figures import Figure, seconds
from benchmarks.generate import AS_OF, ROOT
from benchmarks.peers import bm25_with_filters, frame_of
from benchmarks.query import TODAY
from benchmarks.store import Workshop

AIM_S = 0.35
HEAVY = ("pandas", "sklearn", "scipy", "jieba", "rjieba", "pydantic", "joblib", "opencc", "pyarrow", "python_calamine")
UNWANTED = {"pandas", "sklearn", "scipy", "jieba", "rjieba"}
_WHAT_WAS_IMPORTED = """
import sys
from jobmatch.__main__ import main
code = main(sys.argv[1:])
print(" ".join(sorted({name.partition(".")[0] for name in sys.modules})), file=sys.stderr)
sys.exit(code)
"""
_PEER = """
import json, sys
import bm25s, jieba, numpy as np, pandas as pd
folder, client = sys.argv[1:]
person = json.load(open(client, encoding="utf-8"))
frame = pd.read_parquet(folder + "/frame.parquet")
engine = bm25s.BM25.load(folder, mmap=True)
keep = ~(frame["pay_max_month"] < person["attitude"]["pay_min"])
words = [word for text in person["goal"]["occupations"] for word in jieba.lcut(text) if word in engine.vocab_dict]
scores = engine.get_scores(words, weight_mask=keep.to_numpy(np.float32))
print(np.argpartition(-scores, 3)[:3])
"""


def cold(workshop: Workshop) -> list[Figure]:
    """The median of ten runs after two to warm the disk's cache; what was imported goes into the details."""
    client = workshop.folder / "client.json"
    client.write_text(json.dumps(profiles(0)[3], ensure_ascii=False), encoding="utf-8")
    command = ["recommend", "--client", str(client), "--postings", str(workshop.index), "--format", "json",
               "--as-of", AS_OF.isoformat()]  # fmt: skip
    ours = [sys.executable, "-m", "jobmatch", *command]
    theirs = [sys.executable, "-c", _PEER, str(_saved_peer(workshop)), str(client)]
    runs = 3 if workshop.quick else 10
    (taken, cpu), (peer, _), (bare, _) = _medians([ours, theirs, [sys.executable, "-c", "pass"]], runs)
    imported = _run([sys.executable, "-c", _WHAT_WAS_IMPORTED, *command]).stderr.split("\n")[-2].split()
    heavy = sorted(set(HEAVY) & set(imported))
    times = {"cpu_s": round(cpu, 3), "interpreter_s": round(bare, 3)}
    details = times | {"heavy": heavy, "unwanted": sorted(UNWANTED & set(heavy)), "modules": len(imported)}
    name = "bm25s mmap + pandas + jieba"
    return [Figure("cold", "recommend, whole process", "s", taken, name, peer, AIM_S, False, details)]


def _medians(commands: list[list[str]], runs: int) -> list[tuple[float, float]]:
    """Median seconds by the clock and of the processor for each command, in turns."""
    for command in commands * 2:
        _run(command)
    taken = [[_timed(command) for command in commands] for _ in range(runs)]
    columns = zip(*taken, strict=True)
    return [(statistics.median(c for c, _ in column), statistics.median(p for _, p in column)) for column in columns]


def _timed(command: list[str]) -> tuple[float, float]:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    clock = seconds(lambda: _run(command))
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return clock, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _run(command: list[str]) -> subprocess.CompletedProcess[str]:
    # as a user has it: Python keeps what it has compiled
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(done.stderr)
    return done


def _saved_peer(workshop: Workshop) -> Path:
    """The peer's own index on disk."""
    folder = workshop.folder / f"peer-{workshop.csv.stem}"
    if not (folder / "frame.parquet").exists():
        frame = frame_of(workshop.matcher.market_)
        words = [jm.tokenize(text) for text in workshop.texts(workshop.count)]
        bm25_with_filters(words, frame, TODAY)[2].save(folder)
        frame.to_parquet(folder / "frame.parquet")
    return folder

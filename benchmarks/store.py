"""Made postings and their index, built once and kept in a folder outside the package until its code changes."""

import hashlib
import json
import resource
import shutil
import subprocess
import sys
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import jobmatch as jm
from benchmarks.generate import AS_OF, DATA, ROOT, SOURCES, write_csv

PACKAGE = ROOT / "src" / "jobmatch"
_ROOMS = ("records", "text", "files", "dataset", "screening", "market", "settings.toml", "columns.toml", "columns")
_BUILD = """
import sys, jobmatch as jm
from benchmarks.store import peak_mb
postings = jm.read_postings(sys.argv[1])
before = peak_mb()
import time; start = time.perf_counter()
jm.Matcher(as_of=sys.argv[3]).index(postings).save(sys.argv[2])
print(time.perf_counter() - start, before, peak_mb())
"""


@dataclass
class Workshop:
    """Where a run keeps its files, how many postings it uses, and how often it measures."""

    folder: Path
    count: int
    runs: int = 7
    quick: bool = False

    @cached_property
    def csv(self) -> Path:
        """The made postings."""
        path = self.folder / f"postings-{self.count}-{_digest_of_sources()}.csv"
        return path if path.exists() else write_csv(path, self.count)

    @cached_property
    def index(self) -> Path:
        """Their index on disk."""
        path = self.folder / f"index-{self.csv.stem}-{_digest_of_rooms()}"
        if not path.exists() or not self._facts_of(path).exists():
            for older in self.folder.glob(f"index-{self.csv.stem}-*"):
                shutil.rmtree(older) if older.is_dir() else older.unlink()
            self._facts_of(path).write_text(json.dumps(self._build(path)), encoding="utf-8")
        return path

    @property
    def building(self) -> tuple[float, float, float]:
        """How the index was built: seconds, and megabytes of memory before and at the peak."""
        taken, before, peak = json.loads(self._facts_of(self.index).read_text(encoding="utf-8"))
        return taken, before, peak

    @staticmethod
    def _facts_of(path: Path) -> Path:
        return path.with_name(f"{path.name}.json")

    def _build(self, path: Path) -> tuple[float, float, float]:
        """In a process of its own, as the memory of this one tells nothing."""
        done = subprocess.run(
            [sys.executable, "-c", _BUILD, str(self.csv), str(path), AS_OF.isoformat()],
            cwd=ROOT, capture_output=True, text=True, check=False,
        )  # fmt: skip
        if done.returncode:
            raise RuntimeError(done.stderr)
        taken, before, peak = map(float, done.stdout.split()[-3:])
        return taken, before, peak

    @cached_property
    def matcher(self) -> "jm.Matcher":
        """A matcher over the index on disk."""
        return jm.Matcher.load(self.index, as_of=AS_OF)

    @cached_property
    def frame(self):
        """The made postings as read by ``read_postings``."""
        return jm.read_postings(self.csv).frame

    def texts(self, count: int) -> list[str]:
        """Title and text of the first postings, as one string each."""
        rows = self.frame.head(count)[["title", "description", "requirements"]].fillna("")
        return [" ".join(row) for row in rows.itertuples(index=False)]

    def column(self, name: str) -> list[str]:
        """What is said in one column, blanks left out."""
        return [str(value) for value in self.frame[name].dropna()]


def peak_mb() -> float:
    """The most memory that this process ever held, in megabytes."""
    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return held / 1e6 if sys.platform == "darwin" else held / 1e3


def _digest_of_sources() -> str:
    names = [name for name in SOURCES if (DATA / name).exists()]
    code = [(ROOT / "benchmarks" / name).read_bytes() for name in ("generate.py", "geography.py")]
    demo = (PACKAGE / "demo" / "postings.csv").read_bytes()
    return hashlib.blake2b(b"".join([*code, demo, *map(str.encode, names)]), digest_size=4).hexdigest()


def _digest_of_rooms() -> str:
    """What the index depends on; the version of the engine of words is told in the index itself."""
    whole = hashlib.blake2b(digest_size=4)
    for path in (*(PACKAGE / room for room in _ROOMS), ROOT / "models"):
        files = [path] if path.is_file() else sorted(path.rglob("*"))
        for file in files:
            if file.is_file() and file.suffix != ".pyc":
                whole.update(file.read_bytes())
    return whole.hexdigest()

"""Building an index: postings a second and memory, beside counting words with jieba and scikit-learn."""

import subprocess
import sys

import jobmatch as jm
from benchmarks.figures import Figure, medians
from benchmarks.generate import AS_OF, ROOT
from benchmarks.store import Workshop
from jobmatch.dataset.balance import Balance

_PEER = """
import sys, time, jieba
from sklearn.feature_extraction.text import CountVectorizer
import jobmatch as jm
from benchmarks.store import peak_mb
jieba.initialize()
frame = jm.read_postings(sys.argv[1]).frame[["title", "description", "requirements"]].fillna("")
texts = [" ".join(row) for row in frame.itertuples(index=False)]
before, start = peak_mb(), time.perf_counter()
CountVectorizer(analyzer=jieba.lcut).fit_transform(texts)
print(time.perf_counter() - start, before, peak_mb())
"""


def index(workshop: Workshop) -> list[Figure]:
    """The rate on a slice (median), then the whole once in a process of its own for its time and memory."""
    return [_rate(workshop), *_whole(workshop)]


def _rate(workshop: Workshop) -> Figure:
    import jieba
    from sklearn.feature_extraction.text import CountVectorizer

    jieba.setLogLevel("WARNING")
    count = min(workshop.count, 500 if workshop.quick else 1500)
    postings, texts = jm.Postings(workshop.frame.head(count), Balance(count, count, 0, 0)), workshop.texts(count)
    ours, theirs = medians(
        lambda: jm.Matcher(as_of=AS_OF).index(postings),
        lambda: CountVectorizer(analyzer=jieba.lcut).fit_transform(texts),
        runs=workshop.runs,
    )
    peer = "jieba + CountVectorizer (words only)"
    rates, details = (count / ours, count / theirs), {"rows": count}
    return Figure("index", "understand and lay out", "postings/s", rates[0], peer, rates[1], details=details)


def _whole(workshop: Workshop) -> list[Figure]:
    taken, before, peak = workshop.building
    done = subprocess.run(
        [sys.executable, "-c", _PEER, str(workshop.csv)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    _, their_before, their_peak = map(float, done.stdout.split()[-3:])
    disk = sum(file.stat().st_size for file in workshop.index.iterdir()) / 1e6
    details = {"rows": workshop.count, "MB_of_the_table": round(before), "MB_on_disk": round(disk, 1)}
    return [
        Figure("index", f"all {workshop.count:,}", "s", taken, more_is_better=False, details=details),
        Figure("index", "peak memory with the table", "MB", peak, "jieba + CountVectorizer", their_peak,
               more_is_better=False, details={"peer_MB_of_the_table": round(their_before)}),
    ]  # fmt: skip

"""Text into values: tokens, pay, places and occupations, in texts or megabytes a second."""

import csv
import re
import sys
from collections.abc import Callable
from typing import Any

import jobmatch as jm
from benchmarks.figures import Figure, medians
from benchmarks.generate import DATA
from benchmarks.store import Workshop

_PLAIN_PAY = re.compile(r"(\d+(?:\.\d+)?)")


def tokens(workshop: Workshop) -> list[Figure]:
    """``jm.tokenize`` beside ``jieba.lcut`` on the same texts."""
    import jieba

    jieba.setLogLevel("WARNING")
    texts = workshop.texts(1000 if workshop.quick else 4000)
    size = sum(len(text.encode("utf-8")) for text in texts) / 1e6
    ours, theirs = medians(
        lambda: [jm.tokenize(text) for text in texts], lambda: [jieba.lcut(text) for text in texts], runs=workshop.runs
    )
    return [Figure("tokens", "tokenize", "MB/s", size / ours, "jieba.lcut", size / theirs)]


def pay(workshop: Workshop) -> list[Figure]:
    """``jm.parse_salary``; a bare search for numbers shows what the least possible costs."""

    def numbers(texts: list[str]) -> None:
        for text in texts:
            [float(found) for found in _PLAIN_PAY.findall(text)]

    return _parsed("pay", jm.parse_salary, workshop.column("salary"), workshop.runs, "numbers by regex", numbers)


def places(workshop: Workshop) -> list[Figure]:
    """``jm.parse_place`` on addresses as people write them."""
    return _parsed("places", jm.parse_place, workshop.column("location"), workshop.runs)


def _parsed(
    stage: str, parse: Callable[[str], Any], texts: list[str], runs: int, peer: str = "", theirs: Any = None
) -> list[Figure]:
    """Different texts, nothing remembered of them; and a file's texts as they come, repeats and all."""
    new, repeated = list(dict.fromkeys(texts))[:5000], texts[:20_000]

    def each(given: list[str]) -> None:
        forget(parse)
        for text in given:
            parse(text)

    name = parse.__name__
    taken = medians(lambda: each(new), lambda: each(repeated), lambda: theirs and theirs(new), runs=runs)
    rate = len(new) / taken[2] if theirs else None
    return [
        Figure(
            stage, f"{name}, each text new", "texts/s", len(new) / taken[0], peer, rate, details={"texts": len(new)}
        ),
        Figure(stage, f"{name}, as in a file", "texts/s", len(repeated) / taken[1], details={"texts": len(repeated)}),
    ]


def forget(parse: Callable[..., Any]) -> None:
    """Empty what the parser's module remembers of texts; what it loaded once stays."""
    for value in vars(sys.modules[parse.__module__]).values():
        clear = getattr(value, "cache_clear", None)
        if clear and value.cache_parameters()["maxsize"] is not None:
            clear()


def occupations(workshop: Workshop) -> list[Figure]:
    """``jm.find_occupations`` beside a linear pipeline's ``predict`` on the same titles."""
    titles = sorted(set(workshop.column("title")))[:2000]
    predict = _pipeline()
    one, batch, theirs = medians(
        lambda: [jm.find_occupations(title) for title in titles],
        lambda: jm.find_occupations(titles, k=3),
        lambda: predict(titles),
        runs=workshop.runs,
    )
    peer = "TF-IDF + LinearSVC"
    return [
        Figure("occupations", "one title at a time", "titles/s", len(titles) / one, peer, len(titles) / theirs),
        Figure("occupations", "in a batch", "titles/s", len(titles) / batch, peer, len(titles) / theirs),
    ]


def _pipeline():
    """A plain scikit-learn pipeline, learned from the labelled titles, or from the demo's where there are none."""
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.pipeline import make_pipeline
    from sklearn.svm import LinearSVC

    file = DATA / "occupations" / "labelled_titles.csv"
    if file.exists():
        rows = list(csv.reader(file.open(encoding="utf-8-sig")))[1:]
        pairs = [(row[0], row[1]) for row in rows]
    else:
        from jobmatch.demo import postings_path

        titles = sorted(set(jm.read_postings(postings_path()).frame["title"]))
        pairs = [(title, jm.find_occupations(title)[0][0]) for title in titles]
    model = make_pipeline(TfidfVectorizer(analyzer="char", ngram_range=(1, 3)), LinearSVC())
    model.fit([title for title, _ in pairs], [code for _, code in pairs])
    return model.predict

"""Our lists beside two plain baselines on the judged postings; used by the test and by ``make bench``."""

import csv
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import jobmatch as jm
from jobmatch.evaluation.metrics import bootstrap_interval, ndcg

HERE = Path(__file__).resolve().parent
DATA = HERE.parents[2] / "shared" / "data"
sys.path[:0] = [str(HERE.parent), str(HERE)]

from personas import AS_OF, EVERYONE, POSTINGS_FILES, Persona  # noqa: E402
from pools import fold, query_of, rank_bm25, rank_char_tfidf, read_texts  # noqa: E402

DEPTH = 10
Lists = dict[str, list[str]]


def grades_of(person: str) -> dict[str, int]:
    """Posting id → grade; the first round, made before any tuning, wins over the later ones."""
    rounds = ("", "second", "third")
    files = [HERE / "judgements" / name / f"{person}.csv" for name in rounds]
    rows = [row for file in files if file.exists() for row in csv.DictReader(file.open(encoding="utf-8"))]
    return {row["posting_id"]: int(row["grade"]) for row in reversed(rows)}


def limits_of(person: str) -> dict[str, set[str]]:
    """Posting id → hard limits that it clearly breaks."""
    found: dict[str, set[str]] = {}
    for row in csv.DictReader((HERE / "judgements" / "limits.csv").open(encoding="utf-8")):
        if row["persona_id"] == person:
            found.setdefault(row["posting_id"], set()).add(row["limit"])
    return found


# Sets that only blind clients are of: the file and a day on which its postings were open.
_OTHERS = {
    "shenzhen": ("postings_mainland/zhilian_shenzhen_2018.csv", "2018-11-01"),
    "51job": ("postings_mainland/51job_2019.csv", "2019-10-01"),
    "zhilian2024": ("postings_mainland/zhilian_list_2024.csv", "2024-06-01"),
    "nanning": ("postings_mainland/gxrc_nanning_2022.csv", "2022-03-01"),
}
_READ = 700  # characters of a posting that the baselines read of a set without ids of its own


def matcher_for(dataset: str) -> jm.Matcher:
    """A matcher over one of the real sets."""
    file, day = _OTHERS.get(dataset) or (POSTINGS_FILES[dataset], AS_OF[dataset])
    return jm.Matcher(as_of=day).index(jm.read_postings(DATA / file))


def texts_of(dataset: str) -> tuple[list[str], list[str]]:
    """The ids of the postings of a real set and a folded text of each, for the baselines."""
    if dataset not in _OTHERS:
        return read_texts(DATA, dataset)
    frame = jm.read_postings(DATA / _OTHERS[dataset][0]).frame
    parts = frame.reindex(columns=["title", "description", "requirements"]).fillna("").astype(str)
    return frame["posting_id"].tolist(), [fold(text[:_READ]) for text in parts.agg(" ".join, axis=1)]


def our_lists(people: list[Persona], depth: int = DEPTH) -> Lists:
    """Our recommendations for each persona, best first."""
    matchers = {dataset: matcher_for(dataset) for dataset in POSTINGS_FILES}
    return {
        person.id: [i.posting_id for i in matchers[person.dataset].recommend(jm.Client(**person.client), depth).items]
        for person in people
    }


def baseline_lists(people: list[Persona], depth: int = DEPTH) -> dict[str, Lists]:
    """The same from BM25 over words and from the cosine of character n-grams."""
    lists: dict[str, Lists] = {"bm25s": {}, "char TF-IDF": {}}
    for dataset in POSTINGS_FILES:
        ids, texts = read_texts(DATA, dataset)
        asked = [person for person in people if person.dataset == dataset]
        queries = [query_of(person.client) for person in asked]
        for name, rank in (("bm25s", rank_bm25), ("char TF-IDF", rank_char_tfidf)):
            for person, rows in zip(asked, rank(texts, queries, depth), strict=True):
                lists[name][person.id] = [ids[row] for row in rows]
    return lists


@dataclass(frozen=True)
class Comparison:
    """Mean NDCG of a system and the interval of our lead over it."""

    ndcg_3: float
    ndcg_10: float
    lead_3: tuple[float, float] | None
    lead_10: tuple[float, float] | None
    judged: float


def compare(lists: Mapping[str, Lists], ours: str = "jobmatch") -> dict[str, Comparison]:
    """Every system's figures; leads are of ``ours`` over it, clients resampled."""
    people = sorted(lists[ours])
    grades = {person: grades_of(person) for person in people}
    score = {
        (name, k): [ndcg(found[person], grades[person], k) for person in people]
        for name, found in lists.items()
        for k in (3, 10)
    }
    return {
        name: Comparison(
            ndcg_3=_mean(score[name, 3]),
            ndcg_10=_mean(score[name, 10]),
            lead_3=None if name == ours else _lead(score[ours, 3], score[name, 3]),
            lead_10=None if name == ours else _lead(score[ours, 10], score[name, 10]),
            judged=_mean([item in grades[p] for p in people for item in found[p]]),
        )
        for name, found in lists.items()
    }


def _mean(values: list[float] | list[bool]) -> float:
    return sum(values) / max(len(values), 1)


def _lead(ours: list[float], theirs: list[float]) -> tuple[float, float]:
    return bootstrap_interval([mine - other for mine, other in zip(ours, theirs, strict=True)])


def main() -> None:
    """Print the table."""
    lists = {"jobmatch": our_lists(EVERYONE), **baseline_lists(EVERYONE)}
    for name, figures in compare(lists).items():
        print(name, figures)  # noqa: T201 - a table for a person


if __name__ == "__main__":
    main()

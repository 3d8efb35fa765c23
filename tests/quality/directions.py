"""Directions of clients without a goal: ours and the most frequent occupations in reach, by judged relevance."""

import csv
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from undecided import DAYS, UNDECIDED

import jobmatch as jm
from jobmatch.evaluation.metrics import bootstrap_interval, ndcg
from jobmatch.look import ask
from jobmatch.settings import load
from jobmatch.text.work.occupations import occupation_codes

DATA = Path(__file__).resolve().parents[3] / "shared/data"
JUDGED = Path(__file__).parent / "judgements" / "directions.csv"
MOST = 6


def lists() -> Iterator[tuple[str, list[str], list[str]]]:
    """Each client with our minor groups and those that are most frequent in reach."""
    for file, people in UNDECIDED.items():
        postings = jm.read_postings(DATA / file, as_of=DAYS[file])
        matcher = jm.Matcher(as_of=DAYS[file]).index(postings)
        for person in people:
            ours = [one.code[:7] for one in matcher.directions(person, MOST).directions]
            yield person.client_id, ours, _popular(matcher, person)


def _popular(matcher: jm.Matcher, person: jm.Client) -> list[str]:
    """The minor groups with most postings that break no limit of the client."""
    asked = ask(matcher.market_, matcher._facts(person), load())
    codes, rows = occupation_codes(), asked.states.passes
    groups = Counter(codes[at][:7] for at in asked.everything.case.column("occupations")[rows, 0].tolist())
    return [group for group, _ in sorted(groups.items(), key=lambda item: (-item[1], item[0]))][:MOST]


def grades() -> dict[tuple[str, str], int]:
    """(client, minor group) → 0 no direction, 1 a stretch, 2 sensible, 3 the first that a counsellor would name."""
    rows = csv.DictReader(line for line in JUDGED.read_text("utf-8").splitlines() if not line.startswith("#"))
    return {(row["client_id"], row["group"]): int(row["grade"]) for row in rows}


def figures() -> tuple[dict[str, float], tuple[float, float]]:
    """Mean NDCG of both lists, and the bootstrap interval of our lead."""
    known, scores = grades(), {"jobmatch": [], "most frequent": []}
    for client, ours, popular in lists():
        mine = {group: grade for (who, group), grade in known.items() if who == client}
        scores["jobmatch"].append(ndcg(ours, mine, MOST))
        scores["most frequent"].append(ndcg(popular, mine, MOST))
    lead = bootstrap_interval([one - other for one, other in zip(*scores.values(), strict=True)])
    return {name: float(np.mean(values)) for name, values in scores.items()}, lead

"""How well similarity ranks graded titles: 2 the same job, 1 related, 0 another that may look alike."""

import csv
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from sklearn.metrics import average_precision_score

Array = np.ndarray[Any, Any]
HALVES = ("looked_at", "untouched")


class Figures(NamedTuple):
    """Mean average precision of the same job, of the same or a related one, and of the same one among all titles."""

    same: float
    related: float
    among_all: float


def graded(part: str) -> dict[str, dict[str, int]]:
    """The grade of each title, by query, in the order of the file."""
    text = (Path(__file__).parent / f"title_pairs_{part}.csv").read_text(encoding="utf-8")
    found: dict[str, dict[str, int]] = {}
    for row in csv.DictReader(text.splitlines()):
        found.setdefault(row["query"], {})[row["title"]] = int(row["grade"])
    return found


def figures(part: str, half: str, similarity: Callable[[list[str], list[str]], Array]) -> Figures:
    """The figures of a half: queries of odd position were looked at, those of even position only counted."""
    grades = graded(part)
    titles = sorted({title for some in grades.values() for title in some})
    place = {title: i for i, title in enumerate(titles)}
    queries = list(grades)[HALVES.index(half) :: 2]
    told = similarity(queries, titles)
    return Figures(*np.mean([_of_query(grades[q], row, place) for q, row in zip(queries, told, strict=True)], axis=0))


def _of_query(grades: dict[str, int], row: Array, place: dict[str, int]) -> tuple[float, float, float]:
    at, grade = np.array([place[title] for title in grades]), np.array(list(grades.values()))
    same = np.zeros(len(row), dtype=bool)
    same[at[grade == 2]] = True
    return (
        float(average_precision_score(grade == 2, row[at])),
        float(average_precision_score(grade >= 1, row[at])),
        float(average_precision_score(same, row)),
    )

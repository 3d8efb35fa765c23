"""Whether a posting is the work that is wished for, by titles alone, whatever the ranks; even rows are only counted."""

from functools import cache

import pytest
from wish_scores import rows

import jobmatch as jm
from jobmatch.settings import load

Told = tuple[dict[str, str], float]  # a row, and how near its posting is to its wish

# the half → the least shares of the same work told as just that, and of akin work as near; the most of other as near
BANDS = {"odd": (0.92, 0.53, 0.06), "even": (0.82, 0.44, 0.22)}
_LOST = 0.15  # nearness below which nobody would come upon a posting


@cache
def _told() -> list[Told]:
    held = rows("same_work.csv")
    postings = [{"posting_id": row["id"], "title": row["title"], "employer": row["id"]} for row in held]
    matcher = jm.Matcher(as_of="2026-11-30").index(jm.read_postings(postings))
    return [(row, _nearness(matcher, row)) for row in held]


def _nearness(matcher: jm.Matcher, row: dict[str, str]) -> float:
    client = jm.Client(client_id=row["id"], goal={"occupations": [row["wish"]]})
    return next(line.value for line in matcher.explain(client, row["id"]).features if line.name == "occupation")


def _figures(half: str) -> tuple[float, float, float]:
    meets, near = (load().table("likeness.words")[word] for word in ("meets", "near"))
    of: dict[str, list[float]] = {"same": [], "akin": [], "other": []}
    for row, value in _told():
        if int(row["id"]) % 2 == (half == "odd"):
            of[row["grade"]].append(value)
    return (
        _share([value >= meets for value in of["same"]]),
        _share([_LOST <= value < meets for value in of["akin"]]),
        _share([value >= near for value in of["other"]]),
    )


def _share(told: list[bool]) -> float:
    return sum(told) / len(told)


@pytest.mark.parametrize("half", BANDS)
def test_the_same_work_is_told_under_other_names(half: str) -> None:
    """Of 382 wishes beside a posting of the same work, of work beside it, or of work that shares a word."""
    same, akin, other = _figures(half)
    print(half, round(same, 3), round(akin, 3), round(other, 3))  # noqa: T201 - the figures
    least_same, least_akin, most_other = BANDS[half]
    assert same >= least_same
    assert akin >= least_akin
    assert other <= most_other

"""The figures of title similarity stay in their band, on pairs made by hand and on pairs held back from training."""

import csv
from pathlib import Path

import numpy as np
import pytest

from jobmatch.artefacts import artefact_dir, read_json
from jobmatch.text.titles import title_similarity, title_vectors

PAIRS = Path(__file__).resolve().parents[3] / "shared/data/cases/title_pairs.csv"


@pytest.fixture(scope="module")
def pairs() -> list[dict[str, str]]:
    """Title pairs made by hand, same=1 for one job."""
    if not PAIRS.exists():
        pytest.skip("the shared data are not here")
    return list(csv.DictReader(PAIRS.read_text(encoding="utf-8-sig").splitlines()))


def test_same_jobs_stand_above_other_jobs(pairs: list[dict[str, str]]) -> None:
    """Every pair of one job is more alike than every pair of two."""
    table = title_similarity([row["a"] for row in pairs], [row["b"] for row in pairs])
    same = np.array([row["same"] == "1" for row in pairs])
    assert table.diagonal()[same].min() > table.diagonal()[~same].max()


def test_vectors_separate_them_too(pairs: list[dict[str, str]]) -> None:
    """The quick vectors lose nothing on these pairs."""
    dots = (title_vectors([row["a"] for row in pairs]) * title_vectors([row["b"] for row in pairs])).sum(axis=1)
    same = np.array([row["same"] == "1" for row in pairs])
    assert dots[same].min() > dots[~same].max()


@pytest.mark.parametrize(
    ("trial", "random", "hard"),
    [
        ("new_wording", 0.96, 0.85),
        ("new_wording_apart", 0.95, 0.84),
        ("new_occupation", 0.93, 0.785),
        ("new_occupation_apart", 0.90, 0.75),
    ],
)
def test_held_back_figures_stay_in_band(trial: str, random: float, hard: float) -> None:
    """What the training measured on wordings and occupations that it held back."""
    together = read_json(artefact_dir("titles"), "manifest.json")["honest"][trial]["together"]
    assert together["random"] >= random
    assert together["hard"] >= hard

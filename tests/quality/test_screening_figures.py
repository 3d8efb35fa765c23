"""The figures of screening stay in their band, on the lines tuned on and on those that nobody looked at."""

import pytest
from screening_scores import DISCRIMINATION, FRAUD, score


@pytest.mark.parametrize(
    ("part", "discrimination", "fraud", "evasion", "precision", "negations"),
    [
        ("build", 0.98, 0.98, 0.97, 0.98, 0.02),
        ("more", 0.95, 0.82, 0.78, 0.96, 0.02),
        ("untouched", 0.81, 0.78, 0.64, 0.92, 0.16),
        ("fresh", 0.67, 0.60, 0.36, 0.86, 0.17),
    ],
)
def test_figures_stay_in_band(
    part: str, discrimination: float, fraud: float, evasion: float, precision: float, negations: float
) -> None:
    """Recall by group and for disguised lines, precision, and the share of denials in which something is found."""
    scores = score(part)
    assert scores.recall(*DISCRIMINATION) >= discrimination
    assert scores.recall(*FRAUD) >= fraud
    assert scores.recall("evasion") >= evasion
    assert scores.precision >= precision
    assert scores.negations_wrong <= negations

"""The figures of screening stay in their band, on the lines learned from and on those that nobody looked at.

The aims are .97, .95, .90, .95 and .02; what is reached on the untouched parts is short of them.
"""

import pytest
from screening_scores import DISCRIMINATION, FRAUD, YOUNG, score


@pytest.mark.parametrize(
    ("part", "discrimination", "fraud", "evasion", "precision", "negations"),
    [
        ("build", 0.98, 0.98, 0.98, 0.98, 0.02),
        ("more", 0.97, 0.98, 0.98, 0.97, 0.02),
        ("fresh", 0.97, 0.98, 0.98, 0.97, 0.02),
        ("third_build", 0.97, 0.98, 0.98, 0.97, 0.02),
        ("fourth_build", 0.98, 0.98, 0.98, 0.98, 0.02),
        ("untouched", 0.93, 0.91, 0.84, 0.88, 0.1),
        ("third_untouched", 0.97, 0.92, 0.94, 0.9, 0.11),
        ("fourth_untouched", 0.76, 0.74, 0.68, 0.88, 0.1),
        ("fifth_build", 0.92, 0.83, 0.86, 0.94, 0.01),
        ("fifth_untouched", 0.94, 0.95, 0.72, 0.97, 0.0),
        ("sixth", 0.86, 0.93, 0.75, 0.93, 0.06),
        ("seventh_build", 0.98, 0.95, 0.98, 0.97, 0.01),
        ("eighth_build", 0.95, 0.98, 0.95, 0.98, 0.01),
        ("ninth_build", 0.97, 0.98, 0.98, 0.93, 0.01),
        ("tenth_build", 0.94, 0.96, 0.85, 0.97, 0.02),
        ("ninth_untouched", 0.93, 0.95, 0.98, 0.93, 0.0),
        ("seventh_untouched", 0.86, 0.91, 0.78, 0.91, 0.03),
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


@pytest.mark.parametrize(("part", "least"), [("eighth_build", 0.97), ("ninth_build", 0.97), ("tenth_build", 0.94)])
def test_withheld_insurance_and_unlawful_terms_are_found(part: str, least: float) -> None:
    """Two kinds that only the later writers knew."""
    assert score(part).recall(*YOUNG) >= least

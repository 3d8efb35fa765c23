"""Skills in 730 sentences that four others labelled: the figures stay in their band, and are printed."""

import pytest
from skill_scores import score

# a little below what was reached; the aims are .92, .85 and .90
BANDS = {
    "mending": (0.92, 0.95, 0.97),
    "untouched": (0.86, 0.87, 0.97),
    "third mending": (0.85, 0.93, 0.97),
    "third untouched": (0.76, 0.83, 0.96),
    "fourth mending": (0.90, 0.89, 0.96),
    "fourth untouched": (0.78, 0.81, 0.94),
    "fifth mending": (0.86, 0.91, 0.96),
    "fifth untouched": (0.71, 0.75, 0.96),
}


@pytest.mark.parametrize("part", BANDS)
def test_skills_are_found(part: str) -> None:
    """Precision, recall, and whether what is needed is told from what is welcome."""
    found = score(part)
    figures = (found.precision, found.recall, found.required_or_preferred)
    print(part, *(f"{figure:.3f}" for figure in figures))  # noqa: T201 - the figures of the README
    assert all(figure >= least for figure, least in zip(figures, BANDS[part], strict=True)), figures

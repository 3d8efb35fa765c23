"""Pay, places and skills against hand-made labels: the figures stay in their band."""

import pytest
import text_scores

HALVES = ("mended", "untouched")


@pytest.mark.parametrize("part", ["pay_forms", "pay_fifth"])
@pytest.mark.parametrize("half", HALVES)
def test_pay_is_read_right(half: str, part: str) -> None:
    """Amounts, unit, kind and currency, all of them, or it is wrong."""
    share = text_scores.pay(half, part).share("right", "wrong")
    print(part, half, f"{share:.3f}")  # noqa: T201 - the figures of the README
    assert share >= 0.975


@pytest.mark.parametrize("half", HALVES)
def test_places_are_read_right(half: str) -> None:
    """The district, and no code where the text leaves it open."""
    score = text_scores.places(half)
    assert score.share("right", "wrong", "guessed") >= 0.98
    assert score.counts.get("guessed", 0) == 0


@pytest.mark.parametrize("half", HALVES)
def test_skills_are_found(half: str) -> None:
    """Which skills, and whether they are required, welcome or denied."""
    score = text_scores.skills(half)
    assert score.share("found", "false") >= 0.92
    assert score.share("found", "missed") >= 0.88
    assert score.share("right", "wrong") >= 0.97

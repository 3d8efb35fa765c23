"""The jobs of a past as people write them, with their years."""

import pytest

from jobmatch.records.worked import job


@pytest.mark.parametrize(
    ("said", "occupation", "years"),
    [
        ("保洁两三年", "保洁", 2),
        ("三五年保安", "保安", 3),
        ("保安二三十年", "保安", 20),
        ("廿年保安", "保安", 20),
        ("guard for twelve years", "guard", 12),
        ("nine years as a cook", "cook", 9),
    ],
)
def test_years_in_words(said, occupation, years):
    """Of years that are told in words the lower end is kept, and the job without them."""
    assert job(said) == {"occupation": occupation, "years": years}


def test_a_year_of_the_calendar_in_signs():
    """九八年 is no length of work."""
    assert job("九八年保安") == {"occupation": "九八年保安"}

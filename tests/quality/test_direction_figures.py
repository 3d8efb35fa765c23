"""Directions for clients without a goal, judged; skipped where the real postings are not at hand."""

import pytest
from directions import DATA, figures

pytestmark = pytest.mark.skipif(not DATA.exists(), reason="the shared real postings are not here")


def test_ahead_of_the_most_frequent_occupations() -> None:
    """What a client could get and would accept, not just what there is most of."""
    means, (low, _) = figures()
    assert means["jobmatch"] > means["most frequent"]
    assert low > 0

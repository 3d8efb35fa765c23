"""What strangers' wishes and refusals are held to be stays in its band; the even halves were never looked at."""

from functools import cache

import pytest
from wish_scores import figures, held, market, refusal_figures, rows

import jobmatch as jm

# the half → the least share in order and of what suits told as just that; the most of other work told so or handed over
WISHES = {
    "odd": {"in_order": 0.55, "right_exact": 0.78, "wrong_exact": 0.02, "wrong_handed": 0.04},
    "even": {"in_order": 0.38, "right_exact": 0.65, "wrong_exact": 0.07, "wrong_handed": 0.07},
}
# ... the least share of what is refused that is kept from the client, and the most of what is not
REFUSALS = {
    "odd": {"refused": 0.92, "wrongly_refused": 0.06},
    "even": {"refused": 0.68, "wrongly_refused": 0.1},
}


@cache
def _market(name: str) -> jm.Matcher:
    return market(rows(name))


def _half(name: str, key: str, half: str) -> list[dict[str, str]]:
    return [row for row in rows(name) if (int(row[key].lstrip("r")) % 2 == 1) == (half == "odd")]


def _in_band(found: dict[str, float], band: dict[str, float]) -> bool:
    return all(found[name] <= at if "wrong" in name else found[name] >= at for name, at in band.items())


@pytest.mark.parametrize("half", WISHES)
def test_a_shared_word_is_not_the_work(half: str) -> None:
    """A hundred wishes beside two postings that suit, one or two that may, and one or two of other work."""
    found = figures(held(_market("wish_pairs.csv"), _half("wish_pairs.csv", "w", half)))
    print(half, {word: round(share, 3) for word, share in found.items()})  # noqa: T201 - the figures
    assert _in_band(found, WISHES[half])


@pytest.mark.parametrize("half", REFUSALS)
def test_refusals_are_held_against_what_is_done(half: str) -> None:
    """Fifty refusals beside two postings that fall under them and two that share a word with them."""
    found = refusal_figures(_market("refused.csv"), _half("refused.csv", "id", half))
    print(half, {word: round(share, 3) for word, share in found.items()})  # noqa: T201 - the figures
    assert _in_band(found, REFUSALS[half])

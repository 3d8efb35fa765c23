"""Everyday titles of Taiwan and the mainland: how often the first occupation is right, and one of the first five."""

from itertools import islice
from pathlib import Path

import pytest

import jobmatch as jm

TABLE = Path(__file__).with_name("everyday_titles.csv")
BANDS = {1: (0.93, 0.95), 0: (0.8, 0.96)}  # odd numbers were looked at, even ones only counted: (first, of five)


@pytest.mark.parametrize(("half", "band"), BANDS.items(), ids=("looked at", "only counted"))
def test_everyday_titles_are_understood(half: int, band: tuple[float, float]) -> None:
    """Any of a title's codes is right; no word of the even half stands in the lexicon."""
    lines = islice(TABLE.read_text(encoding="utf-8").splitlines(), 2, None)
    rows = [line.split(",") for line in lines]
    some = [(title, set(codes.split())) for number, title, codes in rows if int(number) % 2 == half]
    found = jm.find_occupations([title for title, _ in some])
    first = sum(one[0].code in right for one, (_, right) in zip(found, some, strict=True)) / len(some)
    five = sum(any(code.code in right for code in one) for one, (_, right) in zip(found, some, strict=True)) / len(some)
    print(f"{first:.3f} {five:.3f}")  # noqa: T201 - the figures of the README
    assert (first, five) >= band and five >= band[1]

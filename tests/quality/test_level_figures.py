"""Levels of made-up clients beside those that two counsellors gave who know nothing of the rules.

Clients with an odd number were looked at while the rules were mended, those with an even number never. What needs
real postings is skipped where they are not at hand; the clients of the demo's market are always there.
"""

import json
from functools import cache
from typing import Any, Final

import pytest
from ranking import AS_OF, DATA, HERE, POSTINGS_FILES

import jobmatch as jm
from jobmatch.demo import AS_OF as DAY_OF_DEMO
from jobmatch.demo import postings_path
from jobmatch.records.assessment import Assessment

Row = dict[str, Any]
ROWS: Final[list[Row]] = [json.loads(line) for line in (HERE / "levels.jsonl").read_text(encoding="utf-8").splitlines()]
PARTS: Final = ("looked at", "never looked at")
MARKETS: Final = ("demo", *sorted({row["dataset"] for row in ROWS} - {"demo"}))


@cache
def _matcher(dataset: str) -> jm.Matcher:
    if dataset == "demo":
        return jm.Matcher(as_of=DAY_OF_DEMO).index(jm.read_postings(postings_path()))
    if not DATA.exists():
        pytest.skip("the shared real postings are not here")
    return jm.Matcher(as_of=AS_OF[dataset]).index(jm.read_postings(DATA / POSTINGS_FILES[dataset]))


@cache
def _found(dataset: str) -> dict[str, Assessment]:
    people = [row for row in ROWS if row["dataset"] == dataset]
    return {row["id"]: _matcher(dataset).assess(jm.Client(client_id=row["id"], **row["client"])) for row in people}


def _rows(part: str, dataset: str) -> list[Row]:
    """Clients of a part and a market of whom the counsellors were sure."""
    odd = part == PARTS[0]
    return [row for row in ROWS if row["sure"] and row["dataset"] == dataset and int(row["id"][2:]) % 2 == odd]


def _agreeing(part: str, markets: tuple[str, ...]) -> tuple[int, int]:
    rows = [(row, _found(market)[row["id"]]) for market in markets for row in _rows(part, market)]
    return sum(found.level == row["level"] for row, found in rows), len(rows)


@pytest.mark.parametrize("part", PARTS)
def test_levels_on_the_demo_are_those_of_the_counsellors(part: str) -> None:
    """Nine of ten at the least, where the counsellors were sure."""
    same, all_of_them = _agreeing(part, ("demo",))
    print(part, "demo", same, all_of_them)  # noqa: T201 - the figures of the README
    assert same >= 0.9 * all_of_them


@pytest.mark.parametrize("part", PARTS)
def test_levels_on_every_market_are_those_of_the_counsellors(part: str) -> None:
    """The same with the real postings of two places."""
    same, all_of_them = _agreeing(part, MARKETS)
    print(part, same, all_of_them)  # noqa: T201 - the figures of the README
    assert same >= 0.9 * all_of_them


@pytest.mark.parametrize("market", MARKETS)
def test_whoever_has_no_level_is_asked_for_what_decides_it(market: str) -> None:
    """Nobody is left without a level and without a question."""
    without = [found for found in _found(market).values() if found.level is None]
    assert without
    assert all(found.questions and found.rules for found in without)

"""Clients who ask: the demo's four, the personas of the tests, and jittered ones who live where the postings are."""

import json
import random
import sys
from copy import deepcopy
from typing import Any

import jobmatch as jm
from benchmarks.generate import ROOT, SEED, draw_place
from jobmatch.demo import clients_path

JITTERED = 26


def profiles(jittered: int = JITTERED, seed: int = SEED) -> list[dict[str, Any]]:
    """Client JSON: four, then twenty, then as many jittered ones as asked."""
    real = [*json.loads(clients_path().read_text(encoding="utf-8")), *_personas()]
    draw = random.Random(seed)
    return [*real, *(_jittered(draw, draw.choice(real), number) for number in range(jittered))]


def _personas() -> list[dict[str, Any]]:
    """The made-up clients of the tests; none where only the package was installed."""
    tests = ROOT / "tests"
    if not (tests / "personas.py").exists():
        return []
    sys.path.insert(0, str(tests))
    try:
        from personas import PERSONAS
    finally:
        sys.path.remove(str(tests))
    return list(PERSONAS)


def _jittered(draw: random.Random, profile: dict[str, Any], number: int) -> dict[str, Any]:
    """The same story elsewhere: another home, age, commute and pay."""
    made = deepcopy(profile)
    city, district, _ = draw_place(draw)
    conditions, attitude = made["conditions"], made["attitude"]
    taiwan = city.startswith("台北")
    conditions["residence"] = f"{city}{district}"
    conditions["age"] = max(18, min(59, (conditions.get("age") or 35) + draw.randrange(-6, 7)))
    conditions["max_commute_km"] = draw.choice((5, 8, 10, 15, 20, 30, None))
    usual = draw.choice((2500, 3000, 4000, 5000, 8000)) * (6 if taiwan else 1)
    attitude |= {"pay_min": draw.choice((usual, None)), "pay_wanted": round(usual * 1.3), "places": []}
    return made | {"client_id": f"J-{number:02d}"}


def clients(jittered: int = JITTERED) -> list[jm.Client]:
    """The profiles as ``jm.Client``."""
    return [jm.Client(**profile) for profile in profiles(jittered)]

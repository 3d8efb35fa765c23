"""The states and cities of another country as the gazetteer: real places of an American app, where they are at hand."""

import csv
import json
import os
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

import pytest

VIEWS = Path(__file__).resolve().parents[3] / "shared/data/views_en/job_views.csv"
READ = """
import json, sys, jobmatch as jm
places = jm.parse_place(json.load(sys.stdin))
json.dump([[place and place.code, place and list(place.alternatives)] for place in places], sys.stdout)
"""


@pytest.fixture(scope="module")
def cities() -> dict[tuple[str, str], set[str]]:
    """The cities of each state (name, code) in which somebody looked at a job."""
    if not VIEWS.exists():
        pytest.skip("the shared data are not here")
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    with VIEWS.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            city = row["City"].strip().title()
            if row["State.Code"].strip() and city.replace(" ", "").isalpha():
                found[row["State.Name"], row["State.Code"]].add(city)
    return found


@pytest.fixture(scope="module")
def codes(cities, tmp_path_factory) -> dict[tuple[str, str], str]:
    """The code of each city and state, after the table was written and named in the settings."""
    folder, rows, codes = tmp_path_factory.mktemp("america"), [], {}
    for number, (state, short) in enumerate(sorted(cities), start=10):
        rows.append((f"{number}0000", state, short, "", "", ""))
        for i, city in enumerate(sorted(cities[state, short])):
            codes[city, short] = f"{number}{i // 99:02d}{i % 99 + 1:02d}"
            rows.append((codes[city, short], city, "", f"{number}0000", "", ""))
    with (folder / "places.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([("code", "name", "other_names", "parent", "latitude", "longitude"), *rows])
    (folder / "ours.toml").write_text(f"[place]\ngazetteer = {str(folder / 'places.csv')!r}\n", encoding="utf-8")
    os.environ["JOBMATCH_SETTINGS"] = str(folder / "ours.toml")
    yield codes
    del os.environ["JOBMATCH_SETTINGS"]


def read(texts: list[str]) -> list[tuple[str | None, list[str] | None]]:
    """The codes that a process with these settings reads."""
    command = [sys.executable, "-c", READ]
    done = subprocess.run(command, input=json.dumps(texts), capture_output=True, text=True, check=True)
    return [(code, others) for code, others in json.loads(done.stdout)]


def test_a_city_with_its_state_is_that_city(codes):
    """With a comma or a blank before the state: nearly each of the cities is found."""
    for form in ("{}, {}", "{} {}"):
        told = read([form.format(*place) for place in codes])
        wrong = [(place, code) for (place, code), (seen, _) in zip(codes.items(), told, strict=True) if seen != code]
        assert len(codes) > 1000
        assert len(wrong) <= 0.01 * len(codes), wrong[:10]


def test_a_city_of_several_states_is_open(codes):
    """A name that two states share is not guessed, and both are told."""
    states = defaultdict(set)
    for (city, _), code in codes.items():
        states[city].add(code)
    shared = {city: found for city, found in states.items() if len(found) > 1}
    told = read(list(shared))
    assert len(shared) > 50
    right = [code is None and set(others) == found for (code, others), found in zip(told, shared.values(), strict=True)]
    assert sum(right) >= 0.95 * len(right)

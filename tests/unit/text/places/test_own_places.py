"""Another country's places: a CSV named in the settings takes the place of the gazetteer that ships."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from jobmatch.errors import BadInput
from jobmatch.text.places.gazetteer import Gazetteer, to_code
from jobmatch.text.places.own_places import read_places

HEAD = "code,name,other_names,parent,latitude,longitude\n"
PLACES = HEAD + (
    "410000,Oregon,OR,,44.0,-120.5\n410001,Portland,,410000,45.52,-122.68\n410002,Salem,,410000,,\n"
    "230000,Maine,ME,,,\n360000,New York,NY,,,\n360001,New York,NYC,360000,,\n230001,Portland,,230000,43.66,-70.26\n"
)
ASK = "import jobmatch as jm; print([p and (p.code, p.name, p.alternatives) for p in jm.parse_place({texts!r})])"


@pytest.fixture
def table(tmp_path):
    """A file with the given text."""

    def write(text: str) -> Path:
        file = tmp_path / "places.csv"
        file.write_text(text, encoding="utf-8")
        return file

    return write


def asked(file: Path, texts: list[str]) -> str:
    """What a new process reads whose settings name the file."""
    settings = file.with_name("ours.toml")
    settings.write_text(f"[place]\ngazetteer = {str(file)!r}\n", encoding="utf-8")
    told = {**os.environ, "JOBMATCH_SETTINGS": str(settings), "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, "-c", ASK.format(texts=texts)]
    return subprocess.run(command, env=told, capture_output=True, text=True, encoding="utf-8", check=True).stdout


def test_names_are_read_from_narrow_to_wide(table):
    """A state tells which city; a city that two states have is open; a short name counts in capitals only."""
    told = asked(
        table(PLACES), ["New York, NY", "Portland, ME", "portland oregon", "Portland", "Salem or anywhere", "110115"]
    )
    assert told.strip() == str(
        [
            ("360001", "New York, New York", ()),
            ("230001", "Portland, Maine", ()),
            ("410001", "Portland, Oregon", ()),
            (None, "Portland", ("230001", "410001")),
            ("410002", "Salem, Oregon", ()),
            None,
        ]
    )


def test_codes_and_points(table):
    """A unit is known by its code, and has its own point, none where none is said."""
    places = Gazetteer(read_places(table(PLACES)))
    assert [code for code in map(to_code, places.codes.tolist()) if code > "410000"] == ["410001", "410002"]
    assert places.point("410001").lat == 45.52
    assert places.point("410002") is None


@pytest.mark.parametrize(
    ("row", "seen"),
    [
        ("41,Oregon,,,,", "41"),
        ("410001,Portland,,990000,,", "990000"),
        ("410001,Portland,,410000,,", "410000"),
        ("410000,Oregon,,,north,", "north"),
        ("410000,Oregon,,,95,10", "95"),
        ("410001,Portland,,,,", "parent"),
    ],
)
def test_what_cannot_be_used_is_told(table, row, seen):
    """A code that is none, a parent that is none or does not enclose it, degrees that are none: with file and row."""
    with pytest.raises(BadInput) as error:
        read_places(table(HEAD + row + "\n"))
    assert "places.csv" in str(error.value)
    assert seen in str(error.value)


def test_a_column_that_lacks_is_told(table):
    """The file has to have all its columns."""
    with pytest.raises(BadInput, match="longitude"):
        read_places(table("code,name,other_names,parent,latitude\n"))

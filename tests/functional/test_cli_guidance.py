"""The commands that guide: what-if, directions, plan, training, and the level overridden with a reason."""

import csv
import io
from unicodedata import east_asian_width

import pytest

from jobmatch import demo

ALL_FOUR = demo.clients_path()


def columns(line):
    """How many columns of a terminal a line takes."""
    return sum(2 if east_asian_width(char) in "WF" else 1 for char in line)


GUIDANCE = {
    "what-if": {"client_id", "now", "changes", "smallest", "pair"},
    "directions": {"client_id", "directions"},
    "plan": {"client_id", "level", "measures", "way", "follow_up", "promises"},
    "training": {"lessons", "clients"},
}


@pytest.mark.parametrize("command", GUIDANCE)
def test_guidance_as_json(ask, command):
    """One object with its keys."""
    (told,) = ask(command, "--format", "json").objects
    assert GUIDANCE[command] <= told.keys()


@pytest.mark.parametrize("command", GUIDANCE)
@pytest.mark.parametrize("ending", ["html", "xlsx", "csv", "json"])
def test_guidance_as_files(ask, tmp_path, command, ending):
    """Each kind of file is written, and nothing beside it."""
    file = tmp_path / f"out.{ending}"
    assert ask(command, "-o", file).code == 0
    assert [path.name for path in tmp_path.iterdir()] == [file.name]


@pytest.mark.parametrize("command", GUIDANCE)
@pytest.mark.parametrize("tongue", ["zh", "en"])
def test_guidance_fits_the_terminal(ask, command, tongue):
    """Cards of 80 columns in both languages."""
    done = ask(command, "--lang", tongue)
    assert done.code == 0
    assert max(columns(line) for line in done.out.splitlines()) <= 80


def test_a_what_if_row_is_a_change(ask):
    """As a sheet for a spreadsheet."""
    rows = list(csv.DictReader(io.StringIO(ask("what-if", "--format", "csv").out)))
    assert {"distance", "night_shift"} <= {row["kind"] for row in rows}


def test_a_plan_holds_the_keys_of_the_contract(ask):
    """Measures, follow-up and promises key for key; policies where a catalogue is given."""
    (told,) = ask("plan", "--policies", demo.policies_path(), "--format", "json").objects
    assert all({"measure", "due_on", "why", "content"} <= one.keys() for one in told["measures"])
    assert {"category", "every", "next_on"} <= told["follow_up"].keys()
    assert all({"kind", "due_on", "missing"} <= one.keys() for one in told["promises"])
    assert {one["state"] for one in told["policies"]} <= {"yes", "no", "unknown"}


def test_a_plan_as_a_calendar(ask, tmp_path):
    """What is due, for a calendar program."""
    assert ask("plan", "-o", tmp_path / "plan.ics").code == 0
    text = (tmp_path / "plan.ics").read_bytes().decode("utf-8")
    assert text.startswith("BEGIN:VCALENDAR\r\n")
    assert text.count("BEGIN:VEVENT") >= 5


def test_training_for_a_caseload(run, demo_index):
    """The example catalogue and the four clients: courses by what they open, or a word that none does."""
    words = ("--clients", ALL_FOUR, "--postings", demo_index, "--as-of", demo.AS_OF, "--courses", demo.courses_path())
    (told,) = run("training", *words, "--format", "json").objects
    assert told["clients"] == 4


@pytest.mark.parametrize(("command", "option"), [("plan", "--policies"), ("training", "--courses")])
def test_a_broken_catalogue_is_refused(ask, tmp_path, command, option):
    """With file and row, nothing given."""
    file = tmp_path / "list.csv"
    file.write_text("甲,乙\n1,2\n", "utf-8")
    done = ask(command, option, file)
    assert (done.code, done.out) == (3, "")
    assert "list.csv" in done.err


def test_a_level_is_overridden_with_a_reason(ask):
    """What the counsellor sets counts, in assess and in recommend; what the rules say is kept beside."""
    words = ("--level", "2", "--because", "薪资期望偏高", "--format", "json")
    (level,), (answer,) = ask("assess", *words).objects, ask("recommend", *words).objects
    assert level["level"] == answer["level"]["level"] == 2
    assert level["override"] == answer["level"]["override"]
    assert (level["override"]["reason"], level["override"]["by_rules"]) == ("薪资期望偏高", 3)


@pytest.mark.parametrize("words", [("--level", "2"), ("--level", "2", "--because", " ")])
def test_an_override_wants_its_reason(ask, words):
    """Without one nothing is given."""
    done = ask("assess", *words)
    assert done.code == 2
    assert "--because" in done.err


def test_an_override_is_for_one_client(run, demo_index):
    """Four people are not decided on with one reason."""
    words = ("--client", ALL_FOUR, "--postings", demo_index, "--level", "2", "--because", "x")
    done = run("assess", *words)
    assert (done.code, done.out) == (2, "")
    assert "4" in done.err


def test_the_rules_of_the_level_can_be_read(run):
    """The table as it is used, in Chinese."""
    assert "较难帮扶" in run("schema", "level").out

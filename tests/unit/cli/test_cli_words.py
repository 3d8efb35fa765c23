"""Click's own words in the language in force."""

import click
import pytest

from jobmatch.cli.words import Command, Group, fault
from jobmatch.messages import LANGUAGES, use_language


@click.group(cls=Group)
def program():
    """A program."""


@program.command(cls=Command)
@click.option("--shape", type=click.Choice(["json", "csv"]), default="json", show_default=True, help="x")
@click.option("--top", type=click.IntRange(1, 20), required=True, help="x")
@click.argument("file")
def give(shape, top, file):
    """Give."""


def _refused(*words):
    with pytest.raises(click.ClickException) as caught:
        program.main(list(words), prog_name="program", standalone_mode=False)
    return caught.value


CALLS = {
    "no-such-option": (["give", "--no-such", "f"], "--no-such"),
    "choice": (["give", "--shape", "xml", "--top", "1", "f"], "json"),
    "range": (["give", "--top", "99", "f"], "20"),
    "not-a-number": (["give", "--top", "many", "f"], "--top"),
    "missing-option": (["give", "f"], "--top"),
    "missing-argument": (["give", "--top", "1"], "FILE"),
    "no-such-command": (["take"], "give"),
    "too-many": (["give", "--top", "1", "f", "g"], "g"),
}


@pytest.mark.parametrize("tongue", LANGUAGES)
@pytest.mark.parametrize("name", CALLS)
def test_a_refused_call_is_told_in_one_line(name, tongue):
    """With what was seen or what is welcome, and where help is."""
    words, told = CALLS[name]
    use_language(tongue)
    line = fault(_refused(*words))
    assert told in line
    assert "--help" in line
    assert "\n" not in line
    assert any("\u4e00" <= char <= "\u9fff" for char in line) is (tongue != "en")


@pytest.mark.parametrize("command", [program, give])
def test_help_is_in_one_language(command):
    """Nothing of click's own English stays on a Chinese page, and none is lost on an English one."""
    english = ["Usage:", "Options:", "Show this message and exit.", "[OPTIONS]"]
    page = command.get_help(click.Context(command))
    assert [word for word in english if word in page] == []
    use_language("en")
    assert [word for word in english if word not in command.get_help(click.Context(command))] == []

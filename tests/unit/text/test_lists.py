"""Lists of words that ship: none names a thing twice, as the second can never do anything."""

import re
import tomllib
from collections import Counter
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[3] / "src" / "jobmatch"
PROSE = {"messages.toml", "settings.toml", "grounds.toml"}  # sentences, in which words come again
WAYS = {"learning"}  # ways of saying something, in which a word that comes twice is drawn twice as often
TABLES = [path for path in sorted(PACKAGE.rglob("*.toml")) if path.name not in PROSE and not WAYS & {*path.parts}]
_GROUP = re.compile(r"(?<=[(|])(?:\?:)?([^()\[\]?+*{}\\]*\|[^()\[\]?+*{}\\]*)(?=\))")


def _values(node):
    if isinstance(node, dict):
        for below in node.values():
            yield from _values(below)
    else:
        yield node


def _lists(value):
    """The lists in a value: of its items, its words, the alternatives of a pattern."""
    if isinstance(value, list):
        yield value
    for text in [value] if isinstance(value, str) else value if isinstance(value, list) else []:
        yield from (group.split("|") for group in _GROUP.findall(f"({text})"))
    if isinstance(value, str) and not re.search(r"[|()]", value):
        yield value.split()


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_no_list_names_a_thing_twice(path):
    """Every item of a list, word of a line and alternative of a pattern stands there once."""
    values = _values(tomllib.loads(path.read_text(encoding="utf-8")))
    lists = [each for value in values for each in _lists(value) if all(isinstance(item, str) for item in each)]
    assert [item for each in lists for item, times in Counter(each).items() if item and times > 1] == []

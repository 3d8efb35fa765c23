"""Patterns that are compiled late: each can be compiled, and is then as fast as any."""

import copy
import random
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

import jobmatch
from jobmatch import patterns
from jobmatch.patterns import late

SOURCE = Path(jobmatch.__file__).parent
WITH_PATTERNS = [path for path in SOURCE.rglob("*.py") if "late(" in path.read_text("utf-8")]


def _within(value: Any) -> Iterator[Any]:
    if isinstance(value, patterns._Late):
        yield value
    elif isinstance(value, tuple | list | dict):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _within(one)


def test_every_pattern_compiles():
    """A slip in a pattern that no other test uses is found here."""
    modules = [import_module(".".join(path.relative_to(SOURCE.parent).with_suffix("").parts)) for path in WITH_PATTERNS]
    found = [pattern for module in modules for pattern in _within(vars(module))]
    assert len(found) > 100
    assert all(re.compile(one.pattern, one._flags) for one in found)


def test_the_second_use_is_that_of_the_compiled_pattern():
    """After the first use nothing stands between the caller and the pattern's own method."""
    pattern = late("a(b)", re.I)
    assert pattern.search("xAB")[1] == "B"
    assert pattern.search.__self__ is pattern.match.__self__ and isinstance(pattern.search.__self__, re.Pattern)
    assert (pattern.groups, pattern.flags & re.I) == (1, re.I)


def test_a_copy_is_a_pattern_too():
    """Looking at it from outside compiles nothing and breaks nothing."""
    assert copy.copy(late("a")).fullmatch("a")
    assert not hasattr(late("("), "__len__")


LED = [
    (path, name, pattern)
    for path in SOURCE.rglob("*.py")
    if "led(" in path.read_text("utf-8") and path.name != "patterns.py"
    for name, pattern in vars(import_module(".".join(path.relative_to(SOURCE.parent).with_suffix("").parts))).items()
    if isinstance(pattern, patterns.Led)
]


@pytest.mark.parametrize("pattern", [pytest.param(one, id=f"{path.stem}{name}") for path, name, one in LED])
def test_a_pattern_that_is_led_finds_what_it_finds_alone(pattern: patterns.Led):
    """Its signs stand wherever a match begins: in texts made of the pattern's own signs, and of its pieces."""
    draw = random.Random(5)
    own = sorted({sign for sign in pattern.pattern.pattern if sign.isalnum() or sign in " -~(),.:/、"})
    pieces = re.findall(r"\w{2,4}", pattern.pattern.pattern)
    for length in (3, 8, 30) * 300:
        text = "".join(draw.choice(draw.choice((own, pieces, " 0123456789-,岁天年月点包住"))) for _ in range(length))
        alone = [found.span() for found in re.finditer(pattern.pattern.pattern, text)]
        assert [found.span() for found in pattern.finditer(text)] == alone, text

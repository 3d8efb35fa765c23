"""Settings: shipped, overlaid, and each of them used."""

import ast
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

import jobmatch
from jobmatch.errors import UsageError
from jobmatch.settings import load

SOURCE = Path(jobmatch.__file__).parent


@pytest.fixture
def overlay(tmp_path):
    """Settings overlaid by a file with the given text."""

    def write(text):
        file = tmp_path / "own.toml"
        file.write_text(text, "utf-8")
        return load(file)

    return write


def _names(node: Mapping[str, Any], path: str = "") -> Iterator[str]:
    for key, value in node.items():
        if isinstance(value, Mapping):
            yield from _names(value, f"{path}{key}.")
        else:
            yield path + key


def _shipped() -> dict[str, Any]:
    import tomllib

    return tomllib.loads((SOURCE / "settings.toml").read_text("utf-8"))


def _source_words() -> tuple[list[str], set[str]]:
    """All strings of the source as expressions (what is filled in stands for any word), and all its words."""
    texts, words = [], set()
    for file in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.JoinedStr):
                parts = (re.escape(str(p.value)) if isinstance(p, ast.Constant) else r"\w+" for p in node.values)
                texts.append("".join(parts))
            elif isinstance(node, ast.Constant) and isinstance(node.value, str) and len(node.value) < 80:
                texts.append(re.escape(node.value))
                words |= set(re.findall(r"\w+", node.value))
            elif isinstance(node, ast.Name | ast.Attribute):
                words.add(node.id if isinstance(node, ast.Name) else node.attr)
    return texts, words


def test_every_setting_is_used():
    """Its dotted name stands in the source, or its table's name and its own word do."""
    texts, words = _source_words()
    named = re.compile("|".join(f"(?:{text})" for text in set(texts) if text))

    def used(name: str) -> bool:
        parts = name.split(".")
        tables = [at for at in range(1, len(parts) + 1) if named.fullmatch(".".join(parts[:at]))]
        return any(all(part in words or part.isdigit() for part in parts[at:]) for at in tables)

    names = list(_names(_shipped()))
    assert len(names) > 100
    assert [name for name in names if not used(name)] == []


def test_an_overlay_changes_only_what_it_names(overlay):
    """Two numbers of other tables are changed, everything else stays as shipped."""
    own, shipped = overlay("[slate]\nlook_at = 7\n[level.3.use]\ndistance = 9\n"), load()
    changed = [name for name in _names(_shipped()) if own.get(name) != shipped.get(name)]
    assert changed == ["level.3.use.distance", "slate.look_at"]
    assert (own.number("slate.look_at"), own.number("level.3.use.distance")) == (7, 9)


def test_an_overlay_leaves_the_shipped_settings_alone(overlay):
    """What one service changes is not seen by who loads without a file."""
    before = load().number("slate.look_at")
    overlay("[slate]\nlook_at = 7\n")
    assert load().number("slate.look_at") == before


def test_an_unknown_setting_is_refused_by_name(overlay):
    """A slip of the pen would otherwise change nothing in silence."""
    with pytest.raises(UsageError, match=r"slate\.lok_at"):
        overlay("[slate]\nlok_at = 7\n")


def test_a_missing_setting_is_a_fault():
    """There is no default behind the defaults."""
    with pytest.raises(KeyError):
        load().get("slate.no_such")


def test_a_table_holds_numbers_alone_and_cannot_be_changed():
    """Tables inside a table and texts are left out."""
    table = load().table("likeness")
    assert set(map(type, table.values())) == {float}
    assert "words" not in table
    with pytest.raises(TypeError):
        table["sharpness"] = 1.0  # type: ignore[index]


def test_neutral_values_lie_in_range_for_every_weight():
    """What a feature counts as while unknown is a value, and every weighted feature has one."""
    neutral = load().table("score.neutral")
    weighed = {*load().table("score.chance.weights"), *load().table("score.use.weights")}
    assert weighed <= set(neutral)
    assert all(0 <= value <= 1 for value in neutral.values())

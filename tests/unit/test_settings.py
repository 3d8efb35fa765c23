"""Settings: shipped, overlaid, and each of them used."""

import ast
import os
import pickle
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

import jobmatch
from jobmatch.errors import BadInput, UsageError
from jobmatch.ranking.model import BENT
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
        return any(all(part.removesuffix(BENT) in words or part.isdigit() for part in parts[at:]) for at in tables)

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


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("slate = 7", "slate"),
        ("[slate.look_at]\nx = 1", "slate.look_at"),
        ("[slate]\nlook_at = nan", "slate.look_at"),
        ("[slate]\nlook_at = -inf", "slate.look_at"),
        ("[slate]\nlook_at = true", "slate.look_at"),
        ("[slate]\nlook_at = '7'", "slate.look_at"),
        (f"[slate]\nlook_at = {'9' * 400}", "slate.look_at"),
        ("[shortfall]\npay_factors = 0.9", "shortfall.pay_factors"),
        ("[shortfall]\npay_factors = [0.9, 'x']", "shortfall.pay_factors"),
        ("[welfare]\ngroups = [4050]", "welfare.groups"),
        ("[level.3]\nuse = 2", "level.3.use"),
    ],
)
def test_a_value_of_another_kind_is_refused_by_name(overlay, text, name):
    """With the file, the dotted name, and what is welcome."""
    with pytest.raises(UsageError, match=re.escape(name)) as refused:
        overlay(text)
    assert "own.toml" in str(refused.value)
    assert "请填" in str(refused.value) or "一组设置" in str(refused.value)


@pytest.mark.parametrize(
    ("data", "row"),
    [
        (b"[slate]\nlook_at = \n", 2),
        (b"[slate]\n[slate]\n", 2),
        (b'[slate]\nlook_at = """\n', 3),
        ("[slate]\n# 看多少".encode("gb18030"), 2),
        (b"a = " + b"[" * 100_000, 1),
    ],
)
def test_a_broken_file_is_refused_with_its_line(tmp_path, data, row):
    """Where to look is said, whatever is wrong with the TOML."""
    (tmp_path / "own.toml").write_bytes(data)
    with pytest.raises(UsageError, match=f"own.toml 第 {row} 行"):
        load(tmp_path / "own.toml")


def test_a_missing_file_is_refused(tmp_path):
    """A file that is not there and a folder are told apart, as elsewhere."""
    keys = []
    for where in (tmp_path / "no.toml", tmp_path):
        with pytest.raises(BadInput) as refused:
            load(where)
        keys.append(refused.value.key)
    assert keys == ["no-file", "a-folder"]


def test_the_file_may_be_named_by_a_text_and_begin_with_a_mark(tmp_path):
    """As Windows editors leave it."""
    (tmp_path / "own.toml").write_text("[slate]\nlook_at = 7\n", "utf-8-sig")
    assert load(str(tmp_path / "own.toml")).number("slate.look_at") == 7


def test_an_edited_file_is_read_again(overlay, tmp_path):
    """A service that runs for days takes up what was changed; an unchanged file is read once."""
    file = tmp_path / "own.toml"
    assert overlay("[slate]\nlook_at = 7\n") is load(file)
    file.write_text("[slate]\nlook_at = 8\n", "utf-8")
    os.utime(file, (1, 1))
    assert load(file).number("slate.look_at") == 8


def test_settings_travel_to_another_process(overlay):
    """Used or not, they can be pickled."""
    own = overlay("[slate]\nlook_at = 7\n")
    own.table("slate")
    there = pickle.loads(pickle.dumps(own))
    assert there.table("slate") == own.table("slate")


def test_nothing_lies_below_a_number():
    """A name that goes on behind a number is missing, too."""
    with pytest.raises(KeyError, match="look_at"):
        load().get("slate.look_at.x")

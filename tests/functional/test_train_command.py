"""``jobmatch train`` from outside: one command a model, faults in one line."""

import json
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
from click.testing import CliRunner

from jobmatch.artefacts import damaged_files
from jobmatch.cli.training import train
from jobmatch.learning import train_occupations
from jobmatch.text import lexicon

CLASSES = (("4-02-06-01", "仓储管理员", "库管员"), ("4-07-05-01", "保安员", "保安"), ("4-09-08-01", "保洁员", "保洁"))


@pytest.fixture
def tables(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A classification of three codes with nine titles."""
    from jobmatch.learning import corpus

    for module in (corpus, train_occupations):
        monkeypatch.setattr(module, "lexicon", SimpleNamespace(rows=lambda *_: [], rows_in=lexicon.rows_in))
    monkeypatch.setattr(train_occupations, "_LATENT", 2)
    rows = [f"4,{code},{name},看管,搬运与清点,{alias}" for code, name, alias in CLASSES]
    (tmp_path / "csco22.csv").write_text("level,code,name,definition,tasks,alias\n" + "\n".join(rows), encoding="utf-8")
    labelled = [f"{sort}{alias},{code},{name}" for code, name, alias in CLASSES for sort in ("夜班", "高级", "")]
    (tmp_path / "labelled_titles.csv").write_text(
        "job_name,expected_code,expected_name\n" + "\n".join(labelled), encoding="utf-8"
    )
    return tmp_path


def test_training_twice_gives_the_same_bytes(tables: Path) -> None:
    """Every file of two trainings is the same, the manifest with its sums included."""
    for name in ("one", "two"):
        train_occupations.train(tables, tables / name)
    files = sorted(path.name for path in (tables / "one").iterdir())
    assert not damaged_files(tables / "one")
    assert all((tables / "one" / f).read_bytes() == (tables / "two" / f).read_bytes() for f in files)


def test_the_card_counts_what_was_learned_from(tables: Path) -> None:
    """The number of labelled titles on the card is that of the corpus."""
    train_occupations.train(tables, tables / "m")
    assert "Trained on: 9 labelled titles" in (tables / "m" / "card.md").read_text(encoding="utf-8")


def test_the_command_tells_the_facts(tables: Path) -> None:
    """JSON on standard output: what was learned from, and how much."""
    made = CliRunner().invoke(train, ["occupations", "--data", str(tables), "-o", str(tables / "m")])
    assert json.loads(made.stdout)["titles"] == 9
    assert (tables / "m" / "weights.npy").exists()


def test_a_missing_table_is_named(tmp_path: Path) -> None:
    """The table that is not there stands in the fault, and nothing is written."""
    made = CliRunner().invoke(train, ["occupations", "--data", str(tmp_path), "-o", str(tmp_path / "m")])
    assert "csco22.csv" in str(made.exception)
    assert not (tmp_path / "m").exists()


def test_vectors_of_another_kind_are_refused(tables: Path) -> None:
    """A file without the three arrays is no file of title vectors."""
    np.savez(tables / "e5.npz", other=np.zeros(3))
    call = ["titles", "--data", str(tables), "--vectors", str(tables / "e5.npz"), "-o", str(tables / "m")]
    assert "e5.npz" in str(CliRunner().invoke(train, call).exception)

"""The benchmarks run, and what they count is sane; no time is asserted here."""

import json
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import jobmatch as jm

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from benchmarks.figures import Figure, percentile  # noqa: E402
from benchmarks.generate import jittered_text, scaled_pay, write_csv  # noqa: E402

COUNT = 400


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small file of made postings; the folder of real ones is not needed."""
    folder = tmp_path_factory.mktemp("benchmarks")
    return write_csv(folder / "postings.csv", COUNT, data=folder)


def test_every_made_posting_is_read(made: Path) -> None:
    """As many as were asked for, none rejected, each with its own id."""
    postings = jm.read_postings(made)
    assert (postings.balance.read, postings.balance.rejected) == (COUNT, 0)
    assert postings.balance.accepted > 0.95 * COUNT
    assert postings.frame["posting_id"].is_unique


def test_the_same_seed_gives_the_same_bytes(made: Path, tmp_path: Path) -> None:
    """Figures of two days are of the same postings."""
    again = write_csv(tmp_path / "again.csv", COUNT, data=tmp_path)
    other = write_csv(tmp_path / "other.csv", COUNT, seed=1, data=tmp_path)
    assert again.read_bytes() == made.read_bytes() != other.read_bytes()


def test_places_and_days_are_spread(made: Path) -> None:
    """Many cities, 大兴区 among them, and ninety days."""
    frame = jm.read_postings(made).frame
    assert frame["location"].nunique() > 50
    assert frame["location"].str.contains("大兴").any()
    assert frame["posted_on"].between("2026-08-24", "2026-11-22").all()


def test_jitter_keeps_the_words_of_a_text() -> None:
    """Sentences are left out or swapped, never made up, and never all gone."""
    text = "一、打扫。二、看门；三、搬货\n四、收银。"
    for seed in range(20):
        made = jittered_text(random.Random(seed), text)
        assert made and all(part in text for part in made.replace("；", "。").replace("\n", "。").split("。"))


@pytest.mark.parametrize(
    ("text", "factor", "made"),
    [
        ("4-5千", 1.5, "6-7.5千"),
        ("29,500 ~ 30,000 元/月", 0.16, "4700 ~ 4800 元/月"),
        ("196 元/月 起", 0.16, "31.4 元/小时 起"),
        ("面议", 2.0, "面议"),
    ],
)
def test_pay_is_scaled_in_its_own_words(text: str, factor: float, made: str) -> None:
    """The unit stays, but for hours that a public service writes as months."""
    assert scaled_pay(text, factor) == made


def test_a_ratio_above_one_means_that_we_are_ahead() -> None:
    """Whichever way the measure goes."""
    assert Figure("query", "median", "ms", 5.0, "peer", 10.0, aim=10.0, more_is_better=False).ratio == 2.0
    assert Figure("tokens", "rate", "MB/s", 20.0, "peer", 10.0).ratio == 2.0
    assert percentile([1.0, 2.0, 3.0, 4.0], 0.5) == 2.0


def test_quick_mode_runs_and_counts_are_sane(tmp_path: Path) -> None:
    """A small market is made, indexed and asked by fifty clients; nobody who can be helped is left alone."""
    figures = _run(tmp_path, "--quick", "--postings", "1500", "generate", "query")
    assert [figure["stage"] for figure in figures] == ["generate", "query", "query", "query", "query"]
    details = figures[1]["details"]
    assert details["postings"] == 1500
    assert details["clients"] >= 30
    assert details["with_three"] + details["with_none"] <= details["clients"]
    assert details["with_none"] < details["clients"]


def test_a_batch_answers_everybody(tmp_path: Path) -> None:
    """A line of the file for each client, and a figure beside the peer's."""
    figure = _run(tmp_path, "--quick", "--postings", "500", "batch")[0]
    assert figure["details"]["lines"] == figure["details"]["clients"]
    assert figure["ours"] > 0 and figure["peer"] > 0


def _run(folder: Path, *arguments: str) -> list[dict[str, Any]]:
    command = [sys.executable, "-m", "benchmarks", *arguments, "--work", str(folder), "-o", str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    figures: list[dict[str, Any]] = json.loads((folder / "results.json").read_text("utf-8"))["figures"]
    return figures

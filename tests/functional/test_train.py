"""Retraining by the command line: train, judge, put in force, recommend by it, go back."""

import json

import pytest
from click.testing import CliRunner

from jobmatch import demo
from jobmatch.cli.commands import jobmatch
from jobmatch.errors import BadInput

WHERE = ["--clients", str(demo.clients_path()), "--postings", str(demo.postings_path()), "--as-of", demo.AS_OF]


def run(*words):
    """What a command prints in JSON."""
    found = CliRunner().invoke(jobmatch, [*map(str, words), "--format", "json"], standalone_mode=False)
    if found.exception:
        raise found.exception
    return [json.loads(line) for line in found.stdout.splitlines() if line.startswith("{")]


@pytest.fixture
def outcomes(tmp_path):
    """Who was shown what is hired at the second place, and declines the rest."""
    rows = ["client_id,posting_id,shown_on,rank_shown,event,event_on"]
    for answer in run("recommend", *WHERE):
        for job in answer["recommendations"]:
            event = "hired" if job["rank"] == 2 else "declined"
            rows.append(f"{answer['client_id']},{job['posting_id']},2026-06-01,{job['rank']},{event},2026-06-20")
    path = tmp_path / "outcomes.csv"
    path.write_text("\n".join(rows), encoding="utf-8")
    return path


def test_from_outcomes_to_a_recommendation(outcomes, tmp_path):
    """A model is kept; what it recommends bears its name; a dozen outcomes prove nothing."""
    folder = tmp_path / "models"
    (made,) = run("train", "--outcomes", outcomes, *WHERE, "-o", folder)
    assert (made["promoted"], made["champion"], made["verdict"]["why"]) == (False, "default", "too-few")
    run("models", "promote", folder, made["model"])
    assert {answer["model"] for answer in run("recommend", *WHERE, "--model", folder)} == {made["model"]}
    run("models", "rollback", folder)
    assert {answer["model"] for answer in run("recommend", *WHERE, "--model", folder)} == {"default"}


def test_the_same_outcomes_give_the_same_model(outcomes, tmp_path):
    """To the byte, hence to the name."""
    names = {run("train", "--outcomes", outcomes, *WHERE, "-o", tmp_path / one)[0]["model"] for one in "ab"}
    assert len(names) == 1


def test_evaluate_tells_how_good_the_lists_were(outcomes):
    """In all, with how evenly the postings are used."""
    (report,) = run("evaluate", "--outcomes", outcomes, *WHERE)
    assert report["groups"]["all"]["hit_at_3"] == 1.0
    assert report["model"] == "default"


def test_a_column_of_the_outcomes_is_named_by_hand(outcomes):
    """``--map`` serves all the files that are read, as the refusal says it does."""
    outcomes.write_text(outcomes.read_text("utf-8").replace(",event,", ",结局,", 1), "utf-8")
    (report,) = run("evaluate", "--outcomes", outcomes, *WHERE, "--map", "结局=event")
    assert report["groups"]["all"]["hit_at_3"] == 1.0


def test_evaluate_writes_a_page_and_markdown(outcomes, tmp_path):
    """By the ending of the file."""
    for ending, begin in ((".html", "<!DOCTYPE html>"), (".md", "# "), (".json", "{")):
        run("evaluate", "--outcomes", outcomes, *WHERE, "-o", tmp_path / f"report{ending}")
        assert (tmp_path / f"report{ending}").read_text("utf-8").startswith(begin)


@pytest.fixture
def of_others(outcomes, tmp_path):
    """Some or all outcomes with ids of another system."""

    def made(many, field):
        head, *rows = outcomes.read_text("utf-8").splitlines()
        cells = [row.split(",") for row in rows]
        for row in cells[:many]:
            row[field] = "X-9"
        path = tmp_path / "others.csv"
        path.write_text("\n".join([head, *map(",".join, cells)]), encoding="utf-8")
        return path

    return made


@pytest.mark.parametrize("command", ["train", "evaluate"])
def test_outcomes_that_all_match_nothing_are_refused(command, of_others, tmp_path):
    """Nothing is learned of them and nothing written."""
    with pytest.raises(BadInput, match="没有一条"):
        run(command, "--outcomes", of_others(None, 0), *WHERE, "-o", tmp_path / "new.json")
    assert not (tmp_path / "new.json").exists()


@pytest.mark.parametrize(("field", "words"), [(0, "2 条的服务对象"), (1, "2 条的岗位")])
def test_a_few_outcomes_that_match_nothing_are_told(field, words, of_others):
    """How many of how many, and what they name."""
    found = CliRunner().invoke(jobmatch, ["evaluate", "--outcomes", str(of_others(2, field)), *WHERE])
    assert words in found.stderr


@pytest.mark.parametrize("command", ["train", "evaluate"])
def test_outcomes_without_a_row_are_refused(command, tmp_path):
    """Headings alone."""
    path = tmp_path / "none.csv"
    path.write_text("client_id,posting_id,event\n", encoding="utf-8")
    with pytest.raises(BadInput, match=r"none\.csv"):
        run(command, "--outcomes", path, *WHERE, "-o", tmp_path / "new.json")


@pytest.mark.parametrize("command", [["list"], ["show", "default"], ["rollback"]])
def test_a_folder_without_models_is_refused(command, tmp_path):
    """Missing, or of other things."""
    (tmp_path / "other").mkdir()
    for folder in ("missing", "other"):
        with pytest.raises(BadInput, match=folder):
            run("models", command[0], tmp_path / folder, *command[1:])

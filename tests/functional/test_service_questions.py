"""The REST service for a caseload, an employer and a fair: the bytes of the command, with what it takes from files."""

import json

import pandas as pd
import pytest

from jobmatch import demo

POSTING = "DX20260332"


@pytest.fixture
def people(demo_people):
    """All clients of the demo."""
    return list(demo_people.values())


@pytest.fixture
def told(run, demo_index):
    """What a command says to programs of the demo's clients: ``told("vacancy", "--posting", ID)``."""
    words = ("--clients", demo.clients_path(), "--postings", demo_index, "--as-of", demo.AS_OF, "--format", "json")
    return lambda command, *more: run(command, *words, *more)


def rows(file):
    """A table of the demo as a program sends it."""
    return json.loads(pd.read_csv(file, dtype=str).to_json(orient="records"))


def test_why_a_posting_finds_nobody(told, post, people):
    """One answer for the caseload; blanks around an id are passed over on both sides."""
    said = told("vacancy", "--posting", POSTING).out
    answer = post("vacancy", clients=people, posting=f" {POSTING} ")
    assert (answer.text, answer.headers["content-type"]) == (said, "application/json")


def test_a_fair_by_its_usual_rules(told, post, people):
    """Who meets whom and when."""
    assert post("fair", clients=people).text == told("fair").out


def test_a_fair_with_every_rule(told, post, people, tmp_path):
    """Decided, forbidden, staying away, kept and asked about; what speaks against a decision is told in a header."""
    (tmp_path / "fair.json").write_text(told("fair").out, "utf-8")
    words = ("--per-client", 2, "--session", "09:00-10:00", "--minutes", 10, "--must", "PLN-4=DX20260332",
             "--without", "DX20260361", "--keep", tmp_path / "fair.json", "--why", "PLN-1=DX20260332")  # fmt: skip
    done = told("fair", *words)
    body = {"per_client": 2, "session": ["09:00-10:00"], "minutes": 10, "must": ["PLN-4=DX20260332"],
            "without": ["DX20260361"], "keep": json.loads((tmp_path / "fair.json").read_text("utf-8")),
            "why": ["PLN-1=DX20260332"]}  # fmt: skip
    answer = post("fair", clients=people, **body)
    assert answer.text == done.out
    assert "jobmatch-notices" in answer.headers


def test_training_for_a_caseload(told, post, people):
    """With and without a catalogue of courses."""
    assert post("training", clients=people).text == told("training").out
    said = told("training", "--courses", demo.courses_path()).out
    assert post("training", clients=people, courses=rows(demo.courses_path())).text == said


def test_a_plan_with_policies(told, post, people):
    """Those of a catalogue."""
    said = told("plan", "--policies", demo.policies_path()).out
    assert post("plan", clients=people, policies=rows(demo.policies_path())).text == said


def test_screening_by_a_table_of_rates(run, post, tmp_path):
    """Of each place its own."""
    rates = [{"地区": "北京市", "执行日期": "2025-09-01", "月最低工资": "2540"}]
    postings = [{"岗位名称": "保洁", "工作地点": "北京市大兴区", "薪资": "1500元/月"}]
    for name, table in (("rates", rates), ("postings", postings)):
        (tmp_path / f"{name}.json").write_text(json.dumps(table), "utf-8")
    words = ("--postings", tmp_path / "postings.json", "--minimum-wage", tmp_path / "rates.json", "--format", "json")
    said = run("screen", *words, "--as-of", demo.AS_OF).out
    assert "low_pay" in said
    assert post("screen", postings=postings, minimum_wage=rates, as_of=demo.AS_OF).text == said


@pytest.mark.parametrize(
    ("name", "body", "status", "kind"),
    [
        ("vacancy", {"posting": "nope"}, 404, "no-such-posting"),
        ("vacancy", {}, 422, "request-missing"),
        ("fair", {"must": ["PLN-1"]}, 400, "pair-shape"),
        ("fair", {"session": ["9"]}, 400, "session-shape"),
        ("fair", {"keep": {"meetings": 3}}, 400, "no-fair-plan"),
        ("fair", {"per_client": 21}, 422, "request-field"),
        ("fair", {"never": ["A=B"] * 1001}, 413, "request-long"),
        ("training", {"courses": ["会计"]}, 422, "no-rows"),
        ("training", {"courses": [{}] * 1001}, 413, "request-long"),
        ("plan", {"policies": [{"x": 1}]}, 422, "catalogue-no-name"),
    ],
)
def test_what_is_amiss_is_told(post, people, name, body, status, kind):
    """By its kind, with a status that fits."""
    answer = post(name, clients=people, **body)
    assert (answer.status_code, answer.json()["error"]["kind"]) == (status, kind)

"""What the commands answer: the JSON of the contract, tables for a terminal, CSV, two languages."""

import csv
import io
import json
import re
from unicodedata import east_asian_width

import pytest

from jobmatch import demo

HAN = re.compile("[\u4e00-\u9fff]")
# CONTRACT 2, key for key; more keys are welcome
ANSWER = {"client_id", "model", "as_of", "level", "recommendations", "shortfall", "excluded", "questions"}
JOB = {
    "rank", "posting_id", "title", "employer", "score", "base", "attainability", "preference", "distance_km",
    "pay", "features", "trade_offs", "warnings", "fallback",
}  # fmt: skip
LEVEL = {
    "client_id", "level", "status", "confidence", "rules", "market", "would_change", "override", "questions",
}  # fmt: skip
FIGURES = {
    "openings_in_reach", "for_goal", "qualified_for_goal", "pay_quartiles", "pay_expected", "gettable",
}  # fmt: skip


def columns(line):
    """How many columns of a terminal a line takes."""
    return sum(2 if east_asian_width(char) in "WF" else 1 for char in line)


def test_recommend_gives_the_json_of_the_contract(ask):
    """An object a client on standard output alone, with every key of the contract in each of its parts."""
    answers = ask("recommend", "--format", "json", client=demo.clients_path()).objects
    jobs = [job for answer in answers for job in answer["recommendations"]]
    for told, keys in (
        (answers, ANSWER),
        ([answer["level"] for answer in answers], {"level", "reasons", "override"}),
        ([one for answer in answers for one in answer["questions"]], {"field", "text", "would_change"}),
        (jobs, JOB),
        ([job["pay"] for job in jobs], {"min_month", "max_month", "text"}),
        ([line for job in jobs for line in job["features"]], {"name", "value", "contribution", "reason", "known"}),
        ([one for job in jobs for one in job["trade_offs"]], {"kind", "asked", "offered", "text"}),
    ):
        assert told
        assert [one for one in told if not one.keys() >= keys] == []


def test_the_ten_features_of_the_specification_are_there(ask):
    """Fit is scored on at least these, each with a value in 0..1 that adds up to the score."""
    job = ask("recommend", "--format", "json").objects[0]["recommendations"][0]
    names = {line["name"] for line in job["features"]}
    told = {"occupation", "skills", "text", "education", "experience", "certificates", "pay", "distance", "freshness"}
    assert names >= told | {"hours"}
    total = job["base"] + sum(line["contribution"] for line in job["features"])
    assert total == pytest.approx(job["score"], abs=1e-9)


def test_a_shortfall_is_said_with_the_smallest_change(run, tmp_path, one_client):
    """One job fits and two pay a little less than she accepts: said, with the change that would give three."""
    rows = [
        {"title": title, "employer": f"北京某某{title}公司", "location": "北京市大兴区榆垡镇", "salary": salary}
        for title, salary in (("库管员", "4500元/月"), ("仓库管理员", "3300元/月"), ("仓管员", "3300元/月"))
    ]
    (tmp_path / "p.json").write_text(json.dumps(rows), "utf-8")
    where = ("--client", one_client, "--postings", tmp_path / "p.json", "--as-of", demo.AS_OF)
    answer = run("recommend", *where, "--format", "json").objects[0]
    short = answer["shortfall"]
    assert (short["found"], short["wanted"], len(answer["recommendations"])) == (1, 3, 1)
    assert answer["excluded"]["pay"] == 2
    assert all(change.keys() >= {"kind", "from", "to", "adds", "text"} for change in short["smallest_change"])
    assert {"kind": "pay", "adds": 2}.items() <= short["smallest_change"][0].items()
    assert short["smallest_change"][0]["to"] <= 3300


def test_assess_gives_the_json_of_the_contract(ask):
    """The level with its rules, figures and what would change it."""
    level = ask("assess", "--format", "json").objects[0]
    assert level.keys() >= LEVEL
    assert level["market"].keys() >= FIGURES
    assert all(rule.keys() >= {"id", "text", "facts"} for rule in level["rules"])
    assert all(change.keys() >= {"text", "to_level"} for change in level["would_change"])


def test_explain_adds_up(ask, best):
    """Base and one line a feature give the score of recommend."""
    told = ask("explain", "--posting", best, "--format", "json").objects[0]
    job = ask("recommend", "--format", "json").objects[0]["recommendations"][0]
    total = told["base"] + sum(line["contribution"] for line in told["features"])
    assert total == pytest.approx(told["score"], abs=1e-9)
    assert told["score"] == pytest.approx(job["score"], abs=1e-9)


def test_explain_says_why_not(ask, demo_rows):
    """A posting that is full is explained with the limit that rules it out."""
    full = next(id_ for id_, row in demo_rows.items() if row["招聘人数"] == "0")
    assert "full" in ask("explain", "--posting", full, "--format", "json").objects[0]["excluded"]
    assert "已满" in ask("explain", "--posting", full).out


def test_many_clients_give_a_line_each(ask, demo_people):
    """JSON lines in the order of the file; nothing else on standard output."""
    done = ask("recommend", "--format", "json", client=demo.clients_path())
    assert [one["client_id"] for one in done.objects] == list(demo_people)


def test_an_index_and_its_file_answer_alike(run, ask, one_client):
    """The file of postings gives what its index gives; messages go to standard error."""
    where = ("--client", one_client, "--postings", demo.postings_path(), "--as-of", demo.AS_OF)
    file = run("recommend", *where, "--format", "json")
    assert file.code == 0
    assert file.out == ask("recommend", "--format", "json").out
    assert "420" in file.err


def test_the_day_is_taken(ask):
    """--as-of stands in the answer, and what has closed by then is not recommended."""
    then = ask("recommend", "--format", "json", "--as-of", "2027-03-01").objects[0]
    now = ask("recommend", "--format", "json").objects[0]
    assert (then["as_of"], now["as_of"]) == ("2027-03-01", demo.AS_OF)
    assert then["excluded"]["closed"] > now["excluded"]["closed"]


def test_top_gives_a_longer_list(ask):
    """--top 8: eight jobs in order, the first three of them as before or spread anew, never one twice."""
    jobs = ask("recommend", "--format", "json", "--top", "8").objects[0]["recommendations"]
    assert [job["rank"] for job in jobs] == list(range(1, 9))
    assert len({job["posting_id"] for job in jobs}) == 8


def test_schema_describes_the_client(run, demo_people):
    """The JSON Schema names every section, and of the fields only the id is required."""
    schema = json.loads(run("schema", "client").out)
    assert schema["required"] == ["client_id"]
    assert schema["properties"].keys() >= demo_people["PLN-4"].keys()


def test_doctor_finds_this_machine_fit(run):
    """A line a part; with JSON the same as objects."""
    shown, told = run("doctor"), run("doctor", "--format", "json")
    assert (shown.code, told.code) == (0, 0)
    parts = json.loads(told.out)
    assert all(part.keys() >= {"name", "fit", "words"} for part in parts)
    assert "python" in {part["name"] for part in parts}
    assert all(part["name"] in shown.out for part in parts)


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("command", ["demo", "recommend", "assess", "explain", "doctor"])
def test_tables_fit_a_terminal(run, ask, best, command, lang):
    """No line is wider than 80 columns, a Chinese character counted as two."""
    if command in ("demo", "doctor"):
        done = run(command, "--lang", lang)
    else:
        done = ask(command, "--lang", lang, *(("--posting", best) if command == "explain" else ()))
    assert done.code == 0, done.err
    assert done.out.strip()
    assert [line for line in done.out.splitlines() if columns(line) > 80] == []


def test_the_demo_shows_four_clients_and_twelve_jobs(run):
    """Level and three jobs for each of the four, marked as made up."""
    done = run("demo")
    assert "虚构" in done.out
    assert all(f"PLN-{n}" in done.out for n in range(1, 5))
    assert len(re.findall(r"^[123]\. ", done.out, re.MULTILINE)) == 12
    assert [done.out.count(word) for word in ("一级", "二级", "三级")] == [1, 1, 2]


def test_the_table_tells_what_a_counsellor_hands_over(ask):
    """Title, employer, pay and reasons of each job are on the card."""
    jobs = ask("recommend", "--format", "json").objects[0]["recommendations"]
    card = re.sub(r"\s", "", ask("recommend").out)
    for job in jobs:
        for words in (job["title"], job["employer"], job["pay"]["text"]):
            assert re.sub(r"\s", "", words) in card


def test_english_output_is_english(ask):
    """The level, reasons and labels change; what the posting says stays as it is."""
    card = ask("recommend", "--lang", "en").out
    assert "level 3" in card
    assert "理由" not in card
    reasons = ask("recommend", "--lang", "en", "--format", "json").objects[0]["level"]["reasons"]
    assert not HAN.search(re.sub("[“\"'].*?[”\"']", "", reasons[0]))


@pytest.mark.parametrize(("command", "rows"), [("recommend", 3), ("assess", 1), ("explain", 10)])
def test_csv_on_standard_output(ask, best, command, rows):
    """Headings and rows that a csv reader takes, the client named in each."""
    done = ask(command, "--format", "csv", *(("--posting", best) if command == "explain" else ()))
    table = list(csv.DictReader(io.StringIO(done.out)))
    assert done.code == 0
    assert len(table) >= rows
    assert {row["client_id"] for row in table} == {"PLN-4"}
    assert all(None not in row and None not in row.values() for row in table)

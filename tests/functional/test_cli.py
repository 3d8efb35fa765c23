"""The command line as a person or a program meets it: help, shapes of output, files, exit codes, two languages."""

import csv
import io
import json
import re
import subprocess
import sys
from unicodedata import east_asian_width

import openpyxl
import pytest

from jobmatch import demo

COMMANDS = (
    "demo", "recommend", "explain", "assess", "what-if", "directions", "plan", "training", "index", "schema", "doctor",
    "case", "follow-up",
)  # fmt: skip
HAN = re.compile("[\u4e00-\u9fff]")

# CONTRACT 2, key for key; more keys are welcome
ANSWER = {"client_id", "model", "as_of", "level", "recommendations", "shortfall", "excluded", "questions"}
JOB = {
    "rank", "posting_id", "title", "employer", "score", "base", "attainability", "preference", "distance_km",
    "pay", "features", "trade_offs", "warnings", "fallback",
}  # fmt: skip
ALL_FOUR = demo.clients_path()
LEVEL = {
    "client_id", "level", "status", "confidence", "rules", "market", "would_change", "override", "questions",
}  # fmt: skip
FIGURES = {
    "openings_in_reach", "for_goal", "qualified_for_goal", "pay_quartiles", "pay_expected", "gettable",
}  # fmt: skip


def columns(line):
    """How many columns of a terminal a line takes."""
    return sum(2 if east_asian_width(char) in "WF" else 1 for char in line)


@pytest.fixture
def ask(run, demo_index, one_client):
    """Run a command for the one client on the index: ``ask("recommend", "--format", "json")``."""

    def command(name, *words, client=one_client):
        where = ("--client", client, "--postings", demo_index, "--as-of", demo.AS_OF)
        return run(name, *where, *words)

    return command


@pytest.fixture
def best(ask):
    """The id of the client's first job."""
    return ask("recommend", "--format", "json").objects[0]["recommendations"][0]["posting_id"]


# ------------------------------------------------------------------ help


@pytest.mark.parametrize("command", [(), *((name,) for name in COMMANDS)], ids=lambda words: "".join(words) or "-")
def test_help_in_both_languages(shell, command):
    """Every command has its help in Chinese, the default, and in English without a Chinese character."""
    chinese, english = shell(*command, "--help"), shell(*command, "--help", "--lang", "en")
    assert (chinese.code, english.code, chinese.err, english.err) == (0, 0, "", "")
    assert HAN.search(chinese.out)
    assert not HAN.search(english.out.replace("北京市", "")), english.out  # an example of a value
    assert "Show this message" not in chinese.out
    assert len(english.out.splitlines()) > 3


def test_help_names_every_command(shell):
    """The first page lists them all."""
    listed = shell("--help").out
    assert all(re.search(rf"^\s+{name}\s", listed, re.MULTILINE) for name in COMMANDS)


@pytest.mark.parametrize(
    ("env", "chinese"),
    [({"LANG": "zh_CN.UTF-8"}, True), ({"LANG": "en_US.UTF-8"}, False), ({"LANG": "C"}, True)],
)
def test_the_locale_chooses_the_language(shell, env, chinese):
    """Without --lang the locale says, and Chinese where it says neither."""
    done = shell("--help", env={"JOBMATCH_LANG": "", "LC_ALL": "", "LC_MESSAGES": "", **env})
    assert bool(HAN.search(done.out)) is chinese


# ------------------------------------------------------------------ JSON


def test_recommend_gives_the_json_of_the_contract(ask):
    """One object on standard output alone, with every key of the contract."""
    answer = ask("recommend", "--format", "json").objects[0]
    assert answer.keys() >= ANSWER
    assert answer["level"].keys() >= {"level", "reasons", "override"}
    for job in answer["recommendations"]:
        assert job.keys() >= JOB
        assert job["pay"].keys() >= {"min_month", "max_month", "text"}
        assert all(line.keys() >= {"name", "value", "contribution", "reason", "known"} for line in job["features"])
        assert all(trade.keys() >= {"kind", "asked", "offered", "text"} for trade in job["trade_offs"])
    assert all(one.keys() >= {"field", "text", "would_change"} for one in answer["questions"])


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


# ------------------------------------------------------------------ tables and sheets


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


# ------------------------------------------------------------------ files


@pytest.fixture
def saved(ask, tmp_path):
    """Write the answer for all four clients to a file with the given ending."""

    def write(ending, command="recommend", client=ALL_FOUR):
        file = tmp_path / f"结果{ending}"
        done = ask(command, "-o", file, client=client)
        assert (done.code, done.out) == (0, ""), done.err
        assert "结果" in done.err
        return file

    return write


def test_a_json_file(saved, one_client, demo_people):
    """One client is an object, many are a list."""
    assert json.loads(saved(".json", client=one_client).read_text("utf-8"))["client_id"] == "PLN-4"
    assert [one["client_id"] for one in json.loads(saved(".json").read_text("utf-8"))] == list(demo_people)


@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
def test_sheets(saved, ending):
    """Three rows a client under headings, in a table that Excel and a reader open; no cell is a formula."""
    file = saved(ending)
    if ending == ".csv":
        table = list(csv.reader(io.StringIO(file.read_text("utf-8-sig"))))
    else:
        sheet = openpyxl.load_workbook(file).active
        assert not [cell for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
        table = [list(row) for row in sheet.iter_rows(values_only=True)]
    assert len(table) == 1 + 12
    # a file is for people; a program asks for --format csv or json
    assert {"服务对象编号", "岗位", "单位", "得分"} <= set(table[0])


def test_a_page_that_needs_nothing_else(saved, ask):
    """Every job and reason is on the page; no script, no address of another machine."""
    page = saved(".html").read_text("utf-8")
    jobs = [job for one in ask("recommend", "--format", "json", client=demo.clients_path()).objects
            for job in one["recommendations"]]  # fmt: skip
    assert all(job["title"] in page and job["employer"] in page for job in jobs)
    assert not re.search(r"<script|<link|src=|@import|url\(", page)


@pytest.mark.parametrize("ending", [".json", ".csv", ".xlsx", ".html"])
@pytest.mark.parametrize("command", ["assess", "recommend"])
def test_every_ending_for_every_command(saved, command, ending):
    """What is assessed and what is recommended, as all four kinds of file."""
    assert saved(ending, command).stat().st_size > 100


def test_texts_of_strangers_are_escaped(run, tmp_path, one_client):
    """A posting whose title is markup or a formula stays text, on the page and in the sheet."""
    title = "库管员<script>alert(1)</script>"
    row = {"title": title, "employer": "=HYPERLINK(\"http://example.org\")", "location": "北京市大兴区榆垡镇",
           "salary": "5000元/月", "posted_on": "2026-11-20"}  # fmt: skip
    (tmp_path / "p.json").write_text(json.dumps([row]), "utf-8")
    for ending in (".html", ".xlsx"):
        where = ("--client", one_client, "--postings", tmp_path / "p.json", "--as-of", demo.AS_OF)
        assert run("recommend", *where, "-o", tmp_path / f"out{ending}").code == 0
    assert "<script" not in (tmp_path / "out.html").read_text("utf-8")
    cells = [cell for row in openpyxl.load_workbook(tmp_path / "out.xlsx").active.iter_rows() for cell in row]
    assert any("HYPERLINK" in str(cell.value) for cell in cells)
    assert all(cell.data_type != "f" for cell in cells)


def test_a_second_run_replaces_the_file(ask, tmp_path):
    """The old file goes in one step, and nothing else is left in the folder."""
    file = tmp_path / "out.json"
    file.write_text("old", "utf-8")
    assert ask("recommend", "-o", file).code == 0
    assert json.loads(file.read_text("utf-8"))["client_id"] == "PLN-4"
    assert [one.name for one in tmp_path.iterdir()] == ["out.json"]


# ------------------------------------------------------------------ postings as they come


@pytest.fixture
def rough(tmp_path):
    """A file of four rows: an unknown heading, a row without a title, one vacancy twice."""
    file = tmp_path / "rough.csv"
    guard = "保安,乙公司,北京市大兴区,4000元/月"
    rows = ["甲列,单位名称,工作地点,薪资", "库管员,甲公司,北京市大兴区榆垡镇,5000元/月", ",甲公司,,"]
    file.write_text("\n".join([*rows, guard, guard]), "utf-8")
    return file


def test_map_names_a_column(run, rough, one_client):
    """--map 甲列=title reads what no synonym tells."""
    where = ("--client", one_client, "--postings", rough, "--as-of", demo.AS_OF, "--format", "json")
    done = run("recommend", *where, "--map", "甲列=title")
    assert [job["title"] for job in done.objects[0]["recommendations"]][:1] == ["库管员"]


def test_rejected_rows_are_written_with_their_reason(run, rough, one_client, tmp_path):
    """Exit code 4, the balance on standard error, and the row in the file with its number."""
    where = ("--client", one_client, "--postings", rough, "--map", "甲列=title", "--as-of", demo.AS_OF)
    done = run("recommend", *where, "--format", "json", "--rejected", tmp_path / "left.csv")
    assert done.code == 4
    assert len(done.objects) == 1
    assert all(str(number) in done.err for number in (4, 2, 1))
    table = list(csv.DictReader(io.StringIO((tmp_path / "left.csv").read_text("utf-8-sig"))))
    assert [row["row"] for row in table] == ["3"]
    assert HAN.search(table[0]["reason"])


def test_explain_says_whose_explanation_it_is_and_passes_over_who_has_no_level(run, demo_index, best, tmp_path):
    """Of a roster each by the id; who wants no work is told on standard error."""
    people = tmp_path / "people.csv"
    people.write_text(
        "编号,年龄,学历,意向岗位,就业意愿\nC-1,40,高中,保洁,有\nC-2,50,初中,保安,无\nC-3,30,大专,会计,有\n", "utf-8"
    )
    done = run("explain", "--client", people, "--postings", demo_index, "--posting", best)
    assert [line.split()[0] for line in done.out.splitlines() if "得分" in line] == ["C-1", "C-3"]
    assert "C-2" in done.err


def test_a_note_in_a_file_for_people_holds_no_word_of_the_program(run, tmp_path):
    """Fields, headings and values are Chinese; a file for programs keeps its names."""
    note = tmp_path / "note.txt"
    note.write_text("李某，45岁，失业半年，目标明确，想找保洁，家里有孩子要接送，全职，没有驾照。", "utf-8")
    run("read-notes", note, "-o", tmp_path / "note.csv")
    told = (tmp_path / "note.csv").read_text("utf-8-sig")
    assert all(word in told for word in ("就业状态", "失业", "清晰", "孩子", "全职"))
    assert not re.search("[a-z_]{3,}", re.sub(r"N-[0-9a-f]+", "", told))
    assert "registration.status,unemployed" in run("read-notes", note, "--format", "csv").out


@pytest.fixture
def odd_roster(tmp_path):
    """A roster of two rows under headings that nobody knows; the second has no id."""
    file = tmp_path / "people.csv"
    file.write_text("甲号,乙,学历\nC-1,三十五岁,高中\n,40,高中\n", "utf-8")
    return file


ODD = ("--map", "甲号=client_id", "--map", "乙=age")


def test_map_serves_the_roster_beside_an_index_and_beside_a_file(run, odd_roster, rough, demo_index):
    """Each file takes the columns that it has."""
    for where in (("--postings", demo_index), ("--postings", rough, "--map", "甲列=title")):
        done = run("assess", "--client", odd_roster, *where, *ODD, "--format", "json")
        assert [one["client_id"] for one in done.objects] == ["C-1"]


def test_map_of_a_column_that_no_file_has_names_both_files(run, odd_roster, rough):
    """And the headings of each that were seen."""
    done = run("assess", "--client", odd_roster, "--postings", rough, *ODD, "--map", "甲列=title", "--map", "丙=skills")
    assert done.code == 3
    assert all(word in done.err for word in ("people.csv", "rough.csv", "丙", "skills", "单位名称"))


def test_rejected_rows_of_a_roster_are_written_beside_those_of_postings(run, odd_roster, rough, demo_index, tmp_path):
    """One file holds what was left out of all that was read, an index or not."""
    left = tmp_path / "left.csv"
    for where, files in ((("--postings", demo_index), ["people.csv"]),
                         (("--postings", rough, "--map", "甲列=title"), ["people.csv", "rough.csv"])):  # fmt: skip
        assert run("assess", "--client", odd_roster, *where, *ODD, "--rejected", left).code == 4
        assert [row["file"] for row in csv.DictReader(io.StringIO(left.read_text("utf-8-sig")))] == files


def test_index_tells_what_it_made(run, rough, tmp_path):
    """A folder that other commands open, and on standard output what it is as JSON."""
    done = run("index", rough, "--map", "甲列=title", "-o", tmp_path / "market")
    assert done.code == 4
    assert json.loads(done.out)["index"] == str(tmp_path / "market")
    assert (tmp_path / "market").is_dir()


def test_index_anew_replaces_the_old_one(run, tmp_path, one_client):
    """The daily index goes in the place of yesterday's."""
    for _ in range(2):
        assert run("index", demo.postings_path(), "-o", tmp_path / "market").code == 0
    assert run("recommend", "--client", one_client, "--postings", tmp_path / "market").code == 0
    assert [one.name for one in tmp_path.iterdir()] == ["market"]


def test_a_roster_of_clients_is_welcome(ask, tmp_path):
    """Rows of a bureau's sheet, title row above the headings and all."""
    roster = tmp_path / "roster.csv"
    head = "大兴区求职登记表,,,,,\n求职者编号,年龄,文化程度,求职意向,居住地,期望薪资\n"
    roster.write_text(head + "D-1,40,高中,库管员,北京市大兴区榆垡镇,4500\n", "gb18030")
    done = ask("recommend", "--format", "json", client=roster)
    assert done.objects[0]["client_id"] == "D-1"
    assert done.objects[0]["recommendations"]


# ------------------------------------------------------------------ codes and silence


@pytest.mark.parametrize(
    "words",
    [
        ("nonsense",),
        ("recommend",),
        ("recommend", "--nonsense"),
        ("recommend", "--client", "c.json", "--postings", "p.csv", "--format", "yaml"),
        ("recommend", "--client", "c.json", "--postings", "p.csv", "--top", "0"),
        ("schema", "fish"),
        ("index", "p.csv"),
        ("demo", "--lang", "fr"),
    ],
    ids=" ".join,
)
def test_wrong_usage_is_code_two(run, words):
    """An unknown command, option or value: a line on standard error, nothing on standard output."""
    done = run(*words)
    assert (done.code, done.out) == (2, "")
    assert HAN.search(done.err), "Chinese by default, wrong usage too"
    assert "Traceback" not in done.err


def test_debug_shows_the_traceback(shell):
    """Only with --debug does a traceback reach the user."""
    call = ("recommend", "--client", "missing.json", "--postings", "missing.csv")
    assert "Traceback" not in shell(*call).err
    assert "Traceback" in shell(*call, "--debug").err


def test_a_reader_that_leaves_early_is_no_fault(demo_index):
    """``jobmatch recommend | head -1``: no traceback when the pipe closes."""
    call = [sys.executable, "-m", "jobmatch", "recommend", "--client", str(demo.clients_path()),
            "--postings", str(demo_index), "--as-of", demo.AS_OF]  # fmt: skip
    with subprocess.Popen(call, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        process.stdout.close()
        complaints = process.stderr.read().decode()
    assert "Traceback" not in complaints
    assert "Error" not in complaints


HEAVY = ("pandas", "sklearn", "scipy", "jieba", "rjieba", "opencc", "pyarrow", "xlsxwriter")


def loaded_by(words, names):
    """Which of some modules a command has imported when it is done, in a process of its own."""
    lines = (
        "import sys",
        "from jobmatch.__main__ import main",
        f"assert main({words!r}) == 0",
        f"print([name for name in {names!r} if name in sys.modules], file=sys.stderr)",
    )
    call = [sys.executable, "-c", "\n".join(lines)]
    return subprocess.run(call, capture_output=True, text=True, check=True).stderr.splitlines()[-1]


def test_a_query_on_an_index_loads_nothing_heavy(demo_index, one_client):
    """Neither pandas nor scikit-learn nor an engine of words is imported."""
    words = ["recommend", "--client", str(one_client), "--postings", str(demo_index), "--as-of", demo.AS_OF]
    assert loaded_by(words, HEAVY) == "[]"


def test_help_loads_nothing_heavy():
    """The help does without numpy too."""
    names = (*HEAVY, "numpy", "pydantic")
    assert loaded_by(["--help"], names) == "[]"


# ------------------------------------------------------------------ guidance

GUIDANCE = {
    "what-if": {"client_id", "now", "changes", "smallest", "pair"},
    "directions": {"client_id", "directions"},
    "plan": {"client_id", "level", "measures", "way", "follow_up", "promises"},
    "training": {"lessons", "clients"},
}


@pytest.mark.parametrize("command", GUIDANCE)
def test_guidance_as_json(ask, command):
    """One object with its keys."""
    (told,) = ask(command, "--format", "json").objects
    assert GUIDANCE[command] <= told.keys()


@pytest.mark.parametrize("command", GUIDANCE)
@pytest.mark.parametrize("ending", ["html", "xlsx", "csv", "json"])
def test_guidance_as_files(ask, tmp_path, command, ending):
    """Each kind of file is written, and nothing beside it."""
    file = tmp_path / f"out.{ending}"
    assert ask(command, "-o", file).code == 0
    assert [path.name for path in tmp_path.iterdir()] == [file.name]


@pytest.mark.parametrize("command", GUIDANCE)
@pytest.mark.parametrize("tongue", ["zh", "en"])
def test_guidance_fits_the_terminal(ask, command, tongue):
    """Cards of 80 columns in both languages."""
    done = ask(command, "--lang", tongue)
    assert done.code == 0
    assert max(columns(line) for line in done.out.splitlines()) <= 80


def test_a_what_if_row_is_a_change(ask):
    """As a sheet for a spreadsheet."""
    rows = list(csv.DictReader(io.StringIO(ask("what-if", "--format", "csv").out)))
    assert {"distance", "night_shift"} <= {row["kind"] for row in rows}


def test_a_plan_holds_the_keys_of_the_contract(ask):
    """Measures, follow-up and promises key for key; policies where a catalogue is given."""
    (told,) = ask("plan", "--policies", demo.policies_path(), "--format", "json").objects
    assert all({"measure", "due_on", "why", "content"} <= one.keys() for one in told["measures"])
    assert {"category", "every", "next_on"} <= told["follow_up"].keys()
    assert all({"kind", "due_on", "missing"} <= one.keys() for one in told["promises"])
    assert {one["state"] for one in told["policies"]} <= {"yes", "no", "unknown"}


def test_a_plan_as_a_calendar(ask, tmp_path):
    """What is due, for a calendar program."""
    assert ask("plan", "-o", tmp_path / "plan.ics").code == 0
    text = (tmp_path / "plan.ics").read_bytes().decode("utf-8")
    assert text.startswith("BEGIN:VCALENDAR\r\n")
    assert text.count("BEGIN:VEVENT") >= 5


def test_training_for_a_caseload(run, demo_index):
    """The example catalogue and the four clients: courses by what they open, or a word that none does."""
    words = ("--clients", ALL_FOUR, "--postings", demo_index, "--as-of", demo.AS_OF, "--courses", demo.courses_path())
    (told,) = run("training", *words, "--format", "json").objects
    assert told["clients"] == 4


@pytest.mark.parametrize(("command", "option"), [("plan", "--policies"), ("training", "--courses")])
def test_a_broken_catalogue_is_refused(ask, tmp_path, command, option):
    """With file and row, nothing given."""
    file = tmp_path / "list.csv"
    file.write_text("甲,乙\n1,2\n", "utf-8")
    done = ask(command, option, file)
    assert (done.code, done.out) == (3, "")
    assert "list.csv" in done.err


# ------------------------------------------------------------------ a counsellor's own decision


def test_a_level_is_overridden_with_a_reason(ask):
    """What the counsellor sets counts, in assess and in recommend; what the rules say is kept beside."""
    words = ("--level", "2", "--because", "薪资期望偏高", "--format", "json")
    (level,), (answer,) = ask("assess", *words).objects, ask("recommend", *words).objects
    assert level["level"] == answer["level"]["level"] == 2
    assert level["override"] == answer["level"]["override"]
    assert (level["override"]["reason"], level["override"]["by_rules"]) == ("薪资期望偏高", 3)


@pytest.mark.parametrize("words", [("--level", "2"), ("--level", "2", "--because", " ")])
def test_an_override_wants_its_reason(ask, words):
    """Without one nothing is given."""
    done = ask("assess", *words)
    assert done.code == 2
    assert "--because" in done.err


def test_an_override_is_for_one_client(run, demo_index):
    """Four people are not decided on with one reason."""
    words = ("--client", ALL_FOUR, "--postings", demo_index, "--level", "2", "--because", "x")
    done = run("assess", *words)
    assert (done.code, done.out) == (2, "")
    assert "4" in done.err


def test_the_rules_of_the_level_can_be_read(run):
    """The table as it is used, in Chinese."""
    assert "较难帮扶" in run("schema", "level").out

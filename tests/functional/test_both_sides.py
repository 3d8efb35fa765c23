"""refer, vacancy and fair from outside: files in, files out, the log between them."""

import json
import zipfile

import openpyxl
import pytest

import jobmatch as jm
from jobmatch import demo
from jobmatch.allocation.card import card_number

POSTING = "DX20260332"
ON = ("--as-of", demo.AS_OF)


@pytest.fixture
def market(demo_index):
    """Where the postings and the clients are."""
    return ("--postings", demo_index, "--clients", demo.clients_path(), *ON)


def test_refer_names_clients_to_the_counsellor_only(run, market):
    """JSON holds the client's id beside the card; the card itself does not."""
    done = run("refer", "--posting", POSTING, *market, "--consented", "--format", "json")
    first = done.objects[0]["clients"][0]
    assert (done.code, first["client_id"]) == (0, "PLN-1")
    assert "PLN" not in json.dumps(first["card"])


def test_what_is_no_log_of_referrals_is_told_as_such(run, tmp_path):
    """A damaged file is not a card that is missing."""
    (tmp_path / "log.jsonl").write_bytes(b"garbage\n\xff")
    done = run("card", "ABC", "--log", tmp_path / "log.jsonl")
    assert done.code == 3
    assert "不是推荐记录" in done.err


@pytest.mark.parametrize("ending", ["txt", "md", "html", "docx"])
def test_cards_are_written_for_the_employer(run, market, tmp_path, ending):
    """Each kind of file holds the card's number and no client's id."""
    file = tmp_path / f"cards.{ending}"
    assert run("refer", "--posting", POSTING, *market, "--consented", "-o", file).code == 0
    data = zipfile.ZipFile(file).read("word/document.xml") if ending == "docx" else file.read_bytes()
    assert card_number("PLN-1", POSTING).encode() in data
    assert b"PLN" not in data


def test_without_consent_there_is_no_card(run, market):
    """The table says whom to ask first."""
    done = run("refer", "--posting", POSTING, *market)
    assert "先征得本人同意" in done.out


@pytest.fixture
def asked(run, demo_index, demo_people, tmp_path):
    """The scores that are handed to a client like the first, with a log beside."""

    def ask(client_id, *options):
        file = tmp_path / "client.json"
        file.write_text(json.dumps(demo_people["PLN-1"] | {"client_id": client_id}, ensure_ascii=False), "utf-8")
        words = ("--postings", demo_index, "--client", file, *ON, "--log", tmp_path / "log.jsonl", "--format", "json")
        return [job["score"] for job in run("recommend", *words, *options).objects[0]["recommendations"]]

    return ask


def test_the_log_remembers_who_was_sent(asked, tmp_path):
    """The next client like the first finds the same jobs worth less, unless the log is not looked at."""
    first = asked("C-1")
    assert asked("C-2", "--no-congestion") == first
    assert asked("C-3") < first
    assert len(jm.read_outcomes(tmp_path / "log.jsonl")) == 9


def test_to_ask_again_changes_nothing(asked):
    """A client is no crowd to themselves."""
    assert asked("C-1") == asked("C-1")


def test_a_log_of_another_kind_is_refused(run, market, tmp_path):
    """Only lines can be added to safely."""
    done = run("recommend", *market, "--log", tmp_path / "log.xlsx")
    assert (done.code, ".jsonl" in done.err) == (2, True)


def test_vacancy_tells_what_to_talk_about(run, market):
    """JSON with what keeps people away and what a change would bring."""
    told = run("vacancy", "--posting", POSTING, *market, "--format", "json").objects[0]
    assert {"suited", "obstacles", "concessions"} <= told.keys()


def test_a_fair_in_figures_says_where_the_timetable_is(run, market):
    """Nobody looks for who meets whom in the sums; JSON alone stays as it is."""
    assert "-o 对接会.xlsx" in run("fair", *market).err
    assert "-o 对接会.xlsx" not in run("fair", *market, "--format", "json").err


def test_a_fair_is_planned_printed_and_recorded(run, market, tmp_path):
    """The workbook's form, filled in, is read as outcomes."""
    book = tmp_path / "fair.xlsx"
    assert run("fair", *market, "-o", book).code == 0
    outcomes = jm.read_outcomes(book)
    assert (len(outcomes), set(outcomes.frame["event"])) == (13, {"shown"})
    page = tmp_path / "fair.html"
    assert run("fair", *market, "-o", page).code == 0
    assert page.read_text("utf-8").count("<section>") > 12


def test_a_plan_can_be_kept_while_an_employer_drops_out(run, market, tmp_path):
    """All other meetings stay at their times."""
    file = tmp_path / "fair.json"
    run("fair", *market, "-o", file)
    first = json.loads(file.read_text("utf-8"))["meetings"]
    gone = first[0]["posting_id"]
    done = run("fair", *market, "--keep", file, "--without", gone, "--format", "json")
    now = {(one["client_id"], one["posting_id"], one["starts_at"]) for one in done.objects[0]["meetings"]}
    before = {(one["client_id"], one["posting_id"], one["starts_at"]) for one in first if one["posting_id"] != gone}
    assert before <= now


@pytest.mark.parametrize("words", [(), ("-o", "fair.xlsx"), ("--format", "json"), ("--format", "csv")])
def test_why_a_pair_does_not_meet_is_answered(run, market, tmp_path, monkeypatch, words):
    """On the terminal, in the JSON, beside a file that is written, and on standard error only beside CSV."""
    monkeypatch.chdir(tmp_path)
    done = run("fair", *market, "--why", f"PLN-4={POSTING}", *words)
    if "json" in words:
        assert done.objects[0]["why"][0]["posting_id"] == POSTING
    else:
        assert f"PLN-4 × {POSTING}" in (done.err if "csv" in words else done.out)


def test_results_are_chosen_from_words_that_are_read(run, market, tmp_path):
    """The form offers Chinese words, each of them an outcome; a word that is none is answered with them."""
    book = tmp_path / "fair.xlsx"
    run("fair", *market, "-o", book)
    offered = (
        openpyxl.load_workbook(book).worksheets[0].data_validations.dataValidation[0].formula1.strip('"').split(",")
    )
    row = {"client_id": "C-1", "posting_id": "P-1"}
    read = jm.read_outcomes([row | {"event": word} for word in offered])
    assert len(set(read.frame["event"])) == len(offered) == 10
    with pytest.raises(jm.BadInput, match="本人不接受"):
        jm.read_outcomes([row | {"event": "看过"}])


def test_a_plan_to_be_kept_that_is_not_there_is_named(run, market):
    """The file is missing: not a word of what a plan is."""
    done = run("fair", *market, "--keep", "没有.json")
    assert (done.code, "没有.json" in done.err, "不是对接会安排" in done.err) == (3, True, False)


@pytest.mark.parametrize("words", [("--must", "PLN-1"), ("--session", "9"), ("--why", "X=Y")])
def test_bad_options_are_refused_in_a_line(run, market, words):
    """Exit code 2 and one line."""
    done = run("fair", *market, *words)
    assert done.code == 2
    assert "Traceback" not in done.err


@pytest.mark.parametrize("words", [(), ("--posting", "DX20260006", "--consented")])
def test_no_empty_card_file_is_written(run, market, tmp_path, words):
    """Nobody has consented, or nobody suits: one line says which, no file, nothing in the log."""
    file, log = tmp_path / "cards.md", tmp_path / "log.jsonl"
    done = run("refer", "--posting", POSTING, *market, *words, "-o", file, "--log", log)
    assert (done.code, file.exists(), log.exists()) == (2, False, False)
    assert ("没有合适的人选" if words else "同意") in done.err


def test_an_answer_to_a_card_leads_to_the_client(run, market, tmp_path):
    """By the number as it is read out, from the log; the same run again adds nothing."""
    log = tmp_path / "log.jsonl"
    for _ in range(2):
        run("refer", "--posting", POSTING, *market, "--consented", "--log", log)
    number = card_number("PLN-1", POSTING).replace("-", " ").lower()
    told = run("card", number, "--log", log, "--format", "json").objects[0]
    assert (told["client_id"], told["posting_id"]) == ("PLN-1", POSTING)
    lines = log.read_text("utf-8").splitlines()
    assert len(lines) == len(set(lines))
    assert run("card", "17", "--log", log).code == 3


def test_nothing_is_logged_where_nothing_is_written(run, market, tmp_path):
    """A folder that is not there: no file and no line in the log."""
    log = tmp_path / "log.jsonl"
    for command in ("recommend", "fair"):
        assert run(command, *market, "--log", log, "-o", tmp_path / "none" / "out.xlsx").code == 3
    assert not log.exists()


def test_processes_that_are_not_used_are_said(run, market, tmp_path):
    """Beside a log there is one process only."""
    done = run("recommend", *market, "--jobs", "2", "--log", tmp_path / "log.jsonl", "-o", tmp_path / "out.jsonl")
    assert (done.code, "--jobs" in done.err) == (0, True)


def test_the_total_of_a_table_is_left_out_with_a_word(run, market, tmp_path):
    """A table of a fair ends in a sum: no row is bad, and what was left out is said."""
    file = tmp_path / "postings.csv"
    file.write_text("岗位编号,岗位名称,招聘人数\nP-1,保洁员,2\n合计（1个岗位）,,2人\n", "utf-8")
    done = run("fair", *market, "--postings", file)
    assert (done.code, "第 3 行是合计" in done.err) == (0, True)


def test_an_id_may_hold_the_sign_that_joins_pairs(run, market, tmp_path):
    """A posting is named by its page, as a website exports it."""
    file = tmp_path / "postings.csv"
    file.write_text("岗位编号,岗位名称\nhttps://example.org/?id=1,保洁员\n", "utf-8")
    done = run("fair", *market, "--postings", file, "--must", "PLN-1=https://example.org/?id=1", "--format", "json")
    assert "PLN-1" in [one["client_id"] for one in done.objects[0]["meetings"]]


def test_an_id_may_be_copied_with_blanks_around_it(run, market):
    """As a cell of a worksheet gives it."""
    assert run("refer", "--posting", f" {POSTING}\u3000", *market).code == 0
    assert run("fair", *market, "--without", f"{POSTING} ", "--why", f"PLN-4 = {POSTING}").code == 0


@pytest.mark.parametrize("words", [(), ("--format", "json"), ("-o", "fair.xlsx")])
def test_a_decided_meeting_against_a_limit_is_told(run, market, tmp_path, monkeypatch, words):
    """On whichever way the plan goes out."""
    monkeypatch.chdir(tmp_path)
    done = run("fair", *market, "--must", "PLN-4=DX20260332", *words)
    assert done.code == 0
    assert "PLN-4 × DX20260332" in (done.err if words else done.out)

"""What may go wrong at the desk: nothing half written, nothing recorded that was not given, and a line that helps."""

import json

import pytest

ON = ("--as-of", "2026-11-23")
ROSTER = "求职者编号,姓名,年龄,文化程度,求职意向,就业意愿,登记日期\nC-1,张某,40,高中,库管,是,2026-11-02\n"


@pytest.fixture
def book(tmp_path, monkeypatch):
    """Where the casebook is to be."""
    monkeypatch.setenv("JOBMATCH_CASEBOOK", str(tmp_path / "cases.db"))
    monkeypatch.setenv("JOBMATCH_AUTHOR", "王指导")
    (tmp_path / "roster.csv").write_text(ROSTER, "utf-8")
    return tmp_path / "cases.db"


@pytest.fixture
def begun(run, book, tmp_path):
    """A casebook with one client."""
    assert run("case", "import", tmp_path / "roster.csv", *ON).code == 0
    return book


def kinds(run):
    """The kinds of events of the client."""
    return [one["kind"] for one in run("case", "show", "C-1", *ON, "--format", "json").objects[0]["events"]]


@pytest.mark.parametrize("command", ["recommend", "assess"])
@pytest.mark.usefixtures("begun")
def test_what_could_not_be_written_is_not_recorded(run, demo_index, tmp_path, command):
    """The folder of the file is missing: no slate and no level stand in the book."""
    done = run("case", command, "C-1", "--postings", demo_index, *ON, "-o", tmp_path / "none" / "out.xlsx")
    assert (done.code, kinds(run)) == (3, ["registered"])


@pytest.mark.parametrize(
    "client_id",
    ["张三", "欧阳某某", "买买提·吐尔逊", "Zhang San", "13800001234", "11010119800101001X", "C-13800001234"],
)
def test_an_id_that_tells_who_it_is_is_refused(run, book, client_id):
    """Names and numbers stand in no event; no casebook is begun for them."""
    done = run("case", "add", "--id", client_id, *ON)
    assert (done.code, book.exists()) == (2, False)
    assert client_id not in done.err


def test_a_refused_roster_leaves_no_casebook(run, book, tmp_path):
    """A roster without ids is refused, and no empty book stays behind."""
    (tmp_path / "names.csv").write_text("姓名,年龄\n张某,40\n", "utf-8")
    assert run("case", "import", tmp_path / "names.csv", *ON).code == 3
    assert not book.exists()


@pytest.mark.usefixtures("begun")
def test_figures_of_no_day_are_refused(run):
    """A period that ends before it begins would show nothing but zeros."""
    assert run("case", "numbers", "--since", "2026-12-01", "--until", "2026-11-01", *ON).code == 2


@pytest.mark.usefixtures("begun")
def test_a_reason_for_declining_goes_with_nothing_else(run):
    """Of who was hired it would be ignored in silence."""
    done = run("case", "outcome", "C-1", "--event", "hired", "--posting", "P-1", "--because", "pay", *ON)
    assert (done.code, "--reason" in done.err) == (2, True)


@pytest.mark.usefixtures("book")
def test_rejected_rows_of_a_roster_are_kept_with_their_reasons(run, tmp_path):
    """As with postings; the roster itself is never written over."""
    (tmp_path / "roster.csv").write_text(ROSTER + ",李某,41,高中,保洁,是,2026-11-02\n", "utf-8")
    words = ("case", "import", tmp_path / "roster.csv", *ON, "--rejected")
    assert run(*words, tmp_path / "rejected.csv").code == 4
    kept = (tmp_path / "rejected.csv").read_text("utf-8-sig")
    assert "没有服务对象编号" in kept
    assert "李某" not in kept
    assert run(*words, tmp_path / "roster.csv").code == 2


def test_a_key_that_is_none_begins_no_casebook(run, book, monkeypatch):
    """The names could not be sealed: nothing is made."""
    monkeypatch.setenv("JOBMATCH_CASEBOOK_KEY", "secret")
    done = run("case", "add", "--id", "C-1", "--name", "张某", *ON)
    assert (done.code, book.exists()) == (2, False)


def test_an_empty_file_is_no_casebook(run, book):
    """A file of no bytes stays as it is."""
    book.touch()
    done = run("case", "add", "--id", "C-1", *ON)
    assert (done.code, book.stat().st_size, "不是台账" in done.err) == (3, 0, True)


@pytest.mark.parametrize("day", ["9999-12-31", "0026-11-22"])
def test_a_year_that_nobody_plans_for_is_refused(run, book, day):
    """By the day of a command and by a date of a client: one clear line."""
    assert run("case", "add", "--id", "C-1", "--as-of", day).code == 2
    file = book.with_name("client.json")
    file.write_text(json.dumps({"client_id": "C-1", "registration": {"registered_on": day}}), "utf-8")
    done = run("case", "add", file, *ON)
    assert done.code == 3
    assert "程序出错" not in done.err


def test_a_book_without_outcomes_says_what_is_missing(run, begun, demo_index, tmp_path):
    """There is nothing to learn from yet."""
    done = run("train", "--from-casebook", begun, "--postings", demo_index, "-o", tmp_path / "models")
    assert (done.code, "case outcome" in done.err) == (3, True)


@pytest.mark.usefixtures("begun")
def test_undo_names_whom_it_left_as_they_are(run, tmp_path):
    """Something was done for the client since."""
    (tmp_path / "roster.csv").write_text(ROSTER.replace("40", "41"), "utf-8")
    batch = run("case", "import", tmp_path / "roster.csv", *ON, "--format", "json").objects[0]["batch"]
    run("follow-up", "done", "C-1", *ON)
    assert "C-1" in run("case", "undo", batch, *ON).out


@pytest.mark.parametrize("words", [("--kept", "--left"), ("--kept", "--result", "no_answer")])
@pytest.mark.usefixtures("begun")
def test_two_answers_to_one_question_are_refused(run, words):
    """Kept and left, or kept though nobody was reached."""
    assert run("follow-up", "done", "C-1", *words, *ON).code == 2


@pytest.mark.usefixtures("begun")
def test_promises_run_anew_when_a_case_is_reopened(run):
    """Closed and opened again in March: the 131 service is due three months later, all of it."""
    run("case", "measure", "C-1", "N1", *ON)
    run("case", "close", "C-1", "--why", "no_need", *ON)
    later = ("--as-of", "2027-03-01", "--format", "json")
    run("case", "reopen", "C-1", *later)
    duties = run("case", "show", "C-1", *later).objects[0]["duties"]
    promise = next(one for one in duties if one["what"] == "131")
    assert (promise["due_on"], promise["missing"]) == ("2027-06-01", ["guidance", "jobs", "training"])
    assert run("case", "verify", *ON).code == 0


@pytest.mark.usefixtures("book")
def test_a_row_of_who_fills_in_the_form_is_no_heading(run, tmp_path):
    """填报单位 and 填报日期 stand between title and headings; the headings need no --map."""
    above = "就业困难人员台账,,,,,,\n填报单位：榆垡镇,,,填报日期：2026-11,,,\n"
    (tmp_path / "form.csv").write_text(above + ROSTER, "utf-8")
    told = run("case", "import", tmp_path / "form.csv", *ON, "--format", "json").objects[0]
    assert (told["read"], told["new"]) == (1, 1)


@pytest.mark.usefixtures("begun")
def test_choices_are_taken_in_chinese_too(run):
    """A counsellor need not know the words of the program; a word that is none is answered with both."""
    assert (
        run("case", "outcome", "C-1", "--event", "本人不接受", "--posting", "P-1", "--because", "太远", *ON).code == 0
    )
    assert "moved（迁出）" in run("case", "close", "C-1", "--why", "搬家", *ON).err
    assert run("case", "close", "C-1", "--why", "迁出", *ON).code == 0
    assert kinds(run) == ["registered", "outcome", "closed"]

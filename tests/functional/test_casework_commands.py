"""``jobmatch case`` and ``jobmatch follow-up`` from outside: rosters, exports, figures, faults, two languages."""

import csv
import io
import re

import pytest

import jobmatch as jm
from jobmatch.casebook.identity import new_key

COMMANDS = (
    "add", "assess", "category", "close", "erase", "export", "household", "import", "key", "measure", "note", "numbers",
    "outcome", "recommend", "refer", "reopen", "show", "undo", "verify",
)  # fmt: skip
ROSTER = "求职者编号,姓名,联系电话,年龄,文化程度,求职意向,登记日期,就业状态\n" + "".join(
    f"C-{at},张某{at},1380000000{at},{30 + at},高中,库管,2026-11-02,失业\n" for at in range(8)
)


@pytest.fixture
def case(run, tmp_path, monkeypatch):
    """Run a command in an own casebook, on 23 November."""
    monkeypatch.setenv("JOBMATCH_CASEBOOK", str(tmp_path / "cases.db"))
    (tmp_path / "roster.csv").write_text(ROSTER, "utf-8")

    def command(*words, group="case"):
        there = [tmp_path / word if str(word).startswith("roster.") else word for word in words]
        return run(group, there[0], "--as-of", "2026-11-23", "--by", "王指导", *there[1:])

    return command


def balance(done):
    """The figures of an import."""
    return [done.objects[0][name] for name in ("read", "new", "changed", "unchanged", "rejected")]


def test_a_roster_is_previewed_taken_in_and_undone(case, tmp_path):
    """Counted without a file being made, new, unchanged, undone, new again."""
    how = ("import", "roster.csv", "--office", "榆垡", "--format", "json")
    assert balance(case(*how, "--dry-run")) == [8, 8, 0, 0, 0]
    assert not (tmp_path / "cases.db").exists()
    first = case(*how)
    assert balance(first) == [8, 8, 0, 0, 0]
    assert balance(case(*how)) == [8, 0, 0, 8, 0]
    undone = case("undo", first.objects[0]["batch"], "--format", "json").objects[0]
    assert (undone["closed"], undone["restored"], undone["kept"]) == (8, 0, 0)
    assert balance(case(*how)) == [8, 8, 0, 0, 0]


def test_the_remarks_of_a_roster_are_taken_in(case, tmp_path):
    """The casebook knows what recommend knows of the same roster."""
    (tmp_path / "roster.csv").write_text("编号,年龄,求职意向,备注\nC-1,48,保洁,不上夜班\n", "utf-8")
    assert "能否上夜班 取自备注" in case("import", "roster.csv").err
    assert case("export", "--format", "json").objects[0]["接受夜班"] == "否"


def test_a_case_nobody_assessed_says_so(case):
    """不定级 is a finding; here there is none."""
    case("import", "roster.csv")
    assert "还没有定级" in case("show", "C-1").out


def test_words_of_the_program_are_helped_with_in_the_language(case):
    """Help names the events as people say them, and a word too many is told in the language."""
    assert "本人不接受" in case("outcome", "--help").out
    assert "多出了 P-1" in case("outcome", "C-1", "P-1").err


def test_rejected_rows_are_told_and_make_the_code_four(case, tmp_path):
    """Where they stand and why; nothing of the person."""
    (tmp_path / "roster.csv").write_text(ROSTER + ",李某,13900000000,40,高中,保安,2026-11-02,失业\n", "utf-8")
    done = case("import", "roster.csv", "--format", "json")
    assert (done.code, balance(done)) == (4, [9, 8, 0, 0, 1])
    assert "10" in done.err and "李某" not in done.err and "13900000000" not in done.err


@pytest.mark.parametrize("ending", ["xlsx", "csv", "json"])
def test_an_exported_roster_is_read_again(case, tmp_path, ending):
    """By the reader of rosters, with the same people and without names."""
    case("import", "roster.csv", "--keep-identity")
    assert case("export", "-o", tmp_path / f"out.{ending}").code == 0
    again = jm.read_clients(tmp_path / f"out.{ending}")
    assert [one.client_id for one in again] == [f"C-{at}" for at in range(8)]
    assert b"13800000000" not in (tmp_path / f"out.{ending}").read_bytes()
    case("export", "--identity", "-o", tmp_path / f"who.{ending}")
    assert ending == "xlsx" or b"13800000000" in (tmp_path / f"who.{ending}").read_bytes()


def test_what_is_due_comes_as_table_rows_and_calendar(case, tmp_path):
    """The same clients in each; at most so many where that is asked."""
    case("import", "roster.csv", "--office", "榆垡")
    later = ("--as-of", "2026-12-28")
    rows = list(csv.DictReader(io.StringIO(case("due", *later, "--format", "csv", group="follow-up").out)))
    assert {row["client_id"] for row in rows} == {f"C-{at}" for at in range(8)}
    table = case("due", *later, "--top", "3", group="follow-up").out
    assert "待办 8 人，这里列出等得最久的 3 人" in table and "每月联系一次" in table
    case("calendar", "-o", tmp_path / "due.ics", group="follow-up")
    assert (tmp_path / "due.ics").read_text("utf-8").count("BEGIN:VEVENT") == 8 * 2
    assert case("due", *later, "--office", "礼贤", "--format", "csv", group="follow-up").out == ""


def test_figures_come_by_group(case, tmp_path):
    """Eight of one office; figures of few people are kept back."""
    case("import", "roster.csv", "--office", "榆垡")
    case("add", "--id", "C-9", "--office", "礼贤")
    lines = case("numbers", "--per", "office", "--format", "json").objects[0]["lines"]
    assert [(one["office"], one["registered"]) for one in lines] == [("榆垡", None), ("礼贤", None), ("*", 9)]
    assert "合计" in case("numbers", "--per", "month").out
    case("numbers", "--per", "month", "-o", tmp_path / "figures.html")
    page = (tmp_path / "figures.html").read_text("utf-8")
    assert page.count("<tr>") == 3 and "登记" in page and "<script" not in page


def test_a_person_is_shown_with_a_name_only_where_asked_and_gone_once_erased(case):
    """The chain stays whole."""
    case("add", "--id", "C-1", "--name", "张某某", "--phone", "13800000000")
    assert "张某某" not in case("show", "C-1").out
    assert "张某某" in case("show", "C-1", "--identity").out
    case("erase", "C-1", "--reason", "本人要求")
    assert case("show", "C-1").code == 3
    assert "完整" in case("verify").out


def test_members_of_a_household_are_linked(case):
    """With the first job of one the zero-employment family of the other ends."""
    for client_id in ("C-1", "C-2"):
        case("add", "--id", client_id)
    case("household", "H-1", "C-1", "C-2")
    case("category", "C-2", "zero_employment_family", "--reason", "入户核实")
    case("outcome", "C-1", "--event", "hired", "--posting", "P-1", "--format", "json")
    assert "每15天" not in case("show", "C-2").out


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("show", "C-0"), 3, "没有这个台账文件"),
        (("add",), 2, "--id"),
        (("import", "roster.none"), 3, "找不到"),
        (("outcome", "C-1", "--event", "hired"), 2, "--posting"),
        (("show", "C-1", "--casebook", "oracle://u:secret@h/d"), 2, "postgresql"),
    ],
)
def test_faults_are_one_line(case, words, code, told):
    """What, where, remedy; no password."""
    done = case(*words)
    assert (done.code, done.out) == (code, "")
    assert told in done.err and "secret" not in done.err
    assert len(done.err.strip().splitlines()) == 1


@pytest.mark.parametrize("command", COMMANDS)
def test_help_is_in_one_language(shell, command):
    """No Chinese in the English page but for the one example of a place."""
    page = shell("case", command, "--lang", "en", "--help").out
    assert "Usage" in page
    assert not re.search("[\u4e00-\u9fff]", page.replace("北京市", ""))


def test_whom_others_were_sent_to_is_worth_less(case, demo_index):
    """One client's referral lowers the score of that job for the next one, and not for the same."""
    case("import", "roster.csv")

    def best(client_id):
        slate = case("recommend", client_id, "--postings", demo_index, "--format", "json").objects[0]
        return slate["recommendations"][0]

    before, other = best("C-0"), best("C-1")
    assert (before["posting_id"], before["score"]) == (other["posting_id"], other["score"])
    case("refer", "C-0", "--posting", before["posting_id"])
    assert best("C-0")["score"] == before["score"]
    assert best("C-1")["score"] < before["score"]


def test_two_people_under_one_id_are_not_taken_in(case, tmp_path):
    """Neither row changes the client who has the id; the other clients come in."""
    case("import", "roster.csv")
    (tmp_path / "roster.csv").write_text("求职者编号,年龄,文化程度\nC-0,41,高中\nC-1,50,高中\nC-0,22,本科\n", "utf-8")
    assert case("import", "roster.csv").code == 4
    profiles = [case("show", one, "--format", "json").objects[0]["profile"] for one in ("C-0", "C-1")]
    assert [profile["conditions"]["age"] for profile in profiles] == [30, 50]


def test_a_typing_error_makes_no_member_of_a_household(case):
    """An id that is not in the casebook is refused."""
    case("import", "roster.csv")
    assert case("household", "H-1", "C-0", "C-X").code == 3
    assert case("show", "C-X").code == 3


def test_a_casebook_without_a_place_is_refused(run):
    """An empty variable of a script loses nothing in silence."""
    assert run("case", "add", "--id", "C-1", "--casebook", "").code == 2


def test_a_sealed_casebook_takes_no_name_in_plain(case, monkeypatch):
    """Without the key that sealed the others."""
    monkeypatch.setenv("JOBMATCH_CASEBOOK_KEY", new_key())
    assert case("add", "--id", "K-1", "--name", "赵某").code == 0
    monkeypatch.delenv("JOBMATCH_CASEBOOK_KEY")
    assert case("add", "--id", "K-2", "--name", "钱某").code == 3

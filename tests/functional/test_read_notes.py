"""The command read-notes, and notes as clients of other commands."""

import json
import os
import subprocess
import sys
from pathlib import Path

from jobmatch import demo

NOTE = "女 49岁 初中文化 家住大兴区礼贤镇 老公开叉车月薪八千 想找个离家近的保洁 工资两千八以上 不上夜班 没有驾照"


def run(*arguments, note=""):
    """The command in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "jobmatch", *arguments],
        input=note.encode(), capture_output=True, check=False, env=os.environ | {"PYTHONIOENCODING": "utf-8"},
    )  # fmt: skip


def test_json_has_the_fields_of_the_contract(tmp_path: Path):
    """Client, evidence with words and place, conflicts and questions."""
    file = tmp_path / "note.txt"
    file.write_text(NOTE, encoding="gb18030")
    done = run("read-notes", str(file), "--format", "json", "--as-of", "2026-11-22")
    profile = json.loads(done.stdout)
    assert done.returncode == 0
    assert profile.keys() == {"client", "evidence", "conflicts", "questions"}
    age = profile["evidence"]["conditions.age"]
    assert (age["value"], age["words"], NOTE[age["start"] : age["end"]]) == (49, "49岁", "49岁")


def test_a_correction_is_written_and_a_wrong_one_refused(tmp_path: Path):
    """--set is checked like any other value; the file holds the client."""
    out = tmp_path / "client.json"
    done = run("read-notes", "-", "--set", "conditions.age=50", "--id", "C-7", "-o", str(out), note=NOTE)
    assert done.returncode == 0
    client = json.loads(out.read_text(encoding="utf-8"))
    assert (client["client_id"], client["conditions"]["age"]) == ("C-7", 50)
    for wrong in ("conditions.agee=5", "conditions.age=500", "age"):
        assert run("read-notes", "-", "--set", wrong, note=NOTE).returncode == 2


def test_a_note_is_a_client(tmp_path: Path):
    """Recommend takes the note itself: cleaning near home, no night work."""
    file = tmp_path / "note.txt"
    file.write_text(NOTE, encoding="utf-8")
    done = run("recommend", "--client", str(file), "--postings", str(demo.postings_path()), "--as-of", "2026-11-22",
               "--format", "json")  # fmt: skip
    titles = [item["title"] for item in json.loads(done.stdout)["recommendations"]]
    assert done.returncode == 0
    assert len(titles) == 3
    assert all("保洁" in title for title in titles)


def test_the_review_shows_words_and_confidence():
    """A line a field, with what it was told from."""
    shown = run("read-notes", "-", "--review", "--lang", "zh", note=NOTE).stdout.decode()
    assert "初中" in shown
    assert "97%" in shown
    assert "--set" in shown


def test_a_missing_note_is_one_line():
    """No traceback, exit code 3."""
    done = run("read-notes", "nowhere.txt")
    assert done.returncode == 3
    assert b"Traceback" not in done.stderr


def test_a_file_of_several_people_does_not_become_one_client(tmp_path: Path):
    """Bad input in one line that says at which lines people begin and what to do; nothing is written."""
    note, out = tmp_path / "talks.txt", tmp_path / "client.json"
    note.write_text("1. 王某，女，45岁，想做保洁。\n2. 李某，男，38岁，想开车。\n", encoding="utf-8")
    done = run("read-notes", str(note), "-o", str(out))
    line = done.stderr.decode()
    assert (done.returncode, done.stdout, out.exists()) == (3, b"", False)
    assert line.count("\n") <= 1 and "第 1、2 行" in line and "名册" in line and "王某" not in line


CLIENT = '{"client_id": "C-9", "goal": {"occupations": ["保洁"]}, "conditions": {"age": 41, "education": "初中"}}'
ROSTER = "编号,年龄,学历,求职意向\nR1,41,初中,保洁\nR2,31,大专,会计\n"


def ids(file, note=""):
    """The ids of the clients whom a command assesses."""
    done = run("assess", "--clients", file, "--postings", str(demo.postings_path()), "--as-of", "2026-11-22",
               "--format", "json", note=note)  # fmt: skip
    return [json.loads(line)["client_id"] for line in done.stdout.splitlines()]


def test_profiles_and_rosters_are_read_as_such_from_a_pipe_and_under_any_ending(tmp_path: Path):
    """What a file holds counts, and not how it ends."""
    file = tmp_path / "people.txt"
    file.write_text(ROSTER.replace(",", "\t"), encoding="utf-16")
    assert ids("-", CLIENT) == ["C-9"]
    assert ids("-", ROSTER) == ids(str(file)) == ["R1", "R2"]


def test_data_of_clients_is_no_note():
    """read-notes says so, and nothing is lost in silence."""
    for data, kind in ((CLIENT, "JSON"), (ROSTER, "表格")):
        done = run("read-notes", "-", "--lang", "zh", note=data)
        assert (done.returncode, done.stdout) == (3, b"")
        assert kind in done.stderr.decode()

"""The command screen."""

import json
import subprocess
import sys

from jobmatch import demo


def run(*arguments):
    """The command in a process of its own."""
    return subprocess.run([sys.executable, "-m", "jobmatch", "screen", *arguments], capture_output=True, check=False)


def test_json_is_a_line_a_posting():
    """Each finding with kind, words, field, ground and whether the law allows it."""
    done = run("--postings", str(demo.postings_path()), "--format", "json")
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 0
    assert {"posting_id", "findings"} <= lines[0].keys()
    assert lines[0]["findings"][0].keys() == {"kind", "words", "field", "ground", "lawful_exception"}
    assert {"fee", "gender", "age"} <= {one["kind"] for line in lines for one in line["findings"]}


def test_a_list_for_the_inspection(tmp_path):
    """One row a finding in a spreadsheet, in Chinese."""
    out = tmp_path / "findings.csv"
    assert run("--postings", str(demo.postings_path()), "-o", str(out)).returncode == 0
    lines = out.read_text("utf-8-sig").splitlines()
    assert lines[0] == "岗位编号,岗位,单位,类别,原文,所在栏,依据,合法例外,疑似的把握"
    assert not any(word in "".join(lines) for word in ("requirements", "description", "True", "gender"))


def test_an_index_is_refused(tmp_path):
    """It does not hold the texts as rows; one line says so."""
    done = run("--postings", str(tmp_path))
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr


def test_postings_without_text_are_told(tmp_path):
    """Nothing was found, and nothing was there to be looked at."""
    postings = tmp_path / "postings.csv"
    postings.write_text("岗位名称,单位名称,某栏\n保洁员,甲,限女性\n保安员,乙,无\n", "utf-8")
    assert "2 个岗位没有读到岗位描述和任职要求" in run("--postings", str(postings)).stderr.decode()

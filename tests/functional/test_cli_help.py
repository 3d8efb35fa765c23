"""The command line at the door: help in both languages, wrong usage, exit codes, what is loaded."""

import re
import subprocess
import sys

import pytest

import jobmatch as jm
from jobmatch import demo

COMMANDS = (
    "demo", "recommend", "explain", "assess", "what-if", "directions", "plan", "training", "index", "schema", "doctor",
    "case", "follow-up", "serve",
)  # fmt: skip
HAN = re.compile("[\u4e00-\u9fff]")


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


@pytest.mark.parametrize("words", [(), ("case",), ("models",)], ids=" ".join)
def test_a_command_alone_shows_its_help(run, words):
    """Who does not know what there is sees it; nothing was done, so the code is that of wrong usage."""
    done = run(*words)
    assert (done.code, done.out) == (2, "")
    assert "命令：" in done.err
    assert "没有这个命令" not in done.err


def test_a_language_that_there_is_not_is_told(shell):
    """The variable is the package's own: what it names is meant; a locale may name any."""
    told = shell("schema", "level", env={"JOBMATCH_LANG": "fr"})
    assert (told.code, "JOBMATCH_LANG=fr" in told.err) == (0, True)
    assert shell("schema", "level", env={"JOBMATCH_LANG": "", "LANG": "fr_FR.UTF-8"}).err == ""


@pytest.mark.parametrize(("command", "ending"), [("plan", ".ics"), ("evaluate", ".md"), ("recommend", ".parquet")])
def test_the_help_names_what_is_written_beside(run, command, ending):
    """And so does the refusal of another ending."""
    assert re.search(rf"-o, --output FILE[^-]*\{ending}", run(command, "--help").out)


def test_a_reason_without_a_level_is_refused(ask):
    """It would be ignored in silence."""
    done = ask("assess", "--because", "x")
    assert (done.code, "--level" in done.err) == (2, True)


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


HEAVY = (
    "pandas",
    "sklearn",
    "scipy",
    "jieba",
    "rjieba",
    "opencc",
    "jobmatch.traditional",
    "pyarrow",
    "xlsxwriter",
    "fastapi",
    "starlette",
    "uvicorn",
    "jinja2",
)


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


# what numpy has for masked arrays takes as long to load as the half of numpy
SPARED = ("numpy.ma", "jobmatch.guidance.what_if", "jobmatch.records.guidance", "jobmatch.records.plan")


def test_a_shortfall_loads_no_more(demo_index, one_client):
    """Where more jobs are asked for than there are."""
    words = ["recommend", "--client", str(one_client), "--postings", str(demo_index), "--as-of", demo.AS_OF]
    assert loaded_by([*words, "--top", "500"], SPARED) == "[]"


def test_nothing_in_reach_loads_no_more(one_client, tmp_path):
    """Where there are no rows to be looked at."""
    jm.Matcher().index([{"title": "库管员", "location": "广州市天河区"}]).save(tmp_path / "index")
    words = ["recommend", "--client", str(one_client), "--postings", str(tmp_path / "index"), "--as-of", demo.AS_OF]
    assert loaded_by(words, SPARED) == "[]"


def test_help_loads_nothing_heavy():
    """The help does without numpy too."""
    names = (*HEAVY, "numpy", "pydantic")
    assert loaded_by(["--help"], names) == "[]"

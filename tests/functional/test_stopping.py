"""A command that is stopped, or whose result cannot be taken, says so in a line and leaves nothing behind."""

import os
import signal
import subprocess
import sys

import pytest

from jobmatch.cli import stop

CALL = (sys.executable, "-m", "jobmatch", "demo", "--format", "json")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_a_command_with_a_line(number):
    """The code is the one that shells give to a signal; a traceback is nothing for a user."""
    with subprocess.Popen(CALL, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as command:
        assert command.stdout.read(1)  # it is at work
        command.send_signal(number)
        said = command.stderr.read().decode("utf-8").strip()
        command.stdout.read()
    assert command.returncode in (0, 128 + number)  # what was done already needs no stopping
    assert command.returncode == 0 or said == "已停止，没有做完。"


def test_an_interruption_is_told(capsys):
    """Ctrl-C brings no number along, SIGTERM does."""
    assert [stop.stopped(KeyboardInterrupt()), stop.stopped(KeyboardInterrupt(15))] == [130, 143]
    assert capsys.readouterr().err.count("已停止") == 2


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no device that is always full")  # noqa: PTH110
def test_a_full_output_is_bad_input_and_no_fault():
    """As with -o: what stands in the way is named."""
    with open("/dev/full", "wb") as full:  # noqa: PTH123
        done = subprocess.run(CALL, stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 3
    assert "磁盘已满" in done.stderr.decode("utf-8")


def test_a_reader_that_has_seen_enough_is_no_fault():
    """As with ``| head``."""
    with subprocess.Popen(CALL, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as command:
        command.stdout.close()
        said = command.stderr.read()
    assert (command.returncode, said) == (0, b"")


def test_a_missing_folder_is_named(run, tmp_path):
    """And not only the file in it."""
    done = run("demo", "-o", tmp_path / "没有" / "a.json")
    assert done.code == 3
    assert str(tmp_path / "没有") in done.err


@pytest.mark.parametrize(("encoding", "read_as"), [("gbk", "gb18030"), ("latin-1", "utf-8"), ("ascii", "utf-8")])
def test_every_character_goes_through(encoding, read_as):
    """Where the machine's encoding lacks it (GBK has no ✓), as where it knows no Chinese."""
    env = {**os.environ, "PYTHONIOENCODING": encoding}
    done = subprocess.run((*CALL[:3], "doctor"), env=env, capture_output=True, check=False)
    assert done.stdout.decode(read_as).startswith("✓")

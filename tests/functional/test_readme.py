"""The examples of both READMEs: every one runs, and what stands below it is what it really prints.

A README is run from top to bottom in an empty folder. A block with a name, such as ``json NAME``, is a file,
``python`` runs, and of ``sh`` the lines that begin with ``jobmatch`` run; a block ``text`` right after holds the
standard output, where a last line of ``…`` stands for the rest. Where the output changed for a good reason, write it
anew with ``python tests/functional/test_readme.py --write`` and read the difference.
"""

import io
import os
import re
import shlex
import sys
import tempfile
from collections.abc import Iterator
from contextlib import chdir, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import pytest

from jobmatch.__main__ import main
from jobmatch.messages import use_language

ROOT: Final = Path(__file__).resolve().parents[2]
LANGUAGE_OF: Final = {"README.md": "en", "README.zh.md": "zh"}
REST: Final = "…"
_BLOCK: Final = re.compile(r"^```(\w+)([^\n]*)\n(.*?)^```$", re.M | re.S)


@dataclass(frozen=True)
class Block:
    """One fenced block: its language, the word after it, its text, and where the text stands."""

    kind: str
    name: str
    text: str
    span: tuple[int, int]


@dataclass
class Shown:
    """A block of output: what the README shows and what was printed."""

    block: Block
    printed: str


def blocks(text: str) -> list[Block]:
    """The fenced blocks of a page in their order."""
    return [Block(m[1], m[2].strip(), m[3], m.span(3)) for m in _BLOCK.finditer(text)]


def run_page(text: str, folder: Path) -> Iterator[Shown]:
    """Run a page in a folder and give each block of output with what was printed."""
    names: dict[str, Any] = {"__name__": "readme"}
    printed = None
    with chdir(folder):
        for block in blocks(text):
            if block.kind == "text" and not block.name and printed is not None:
                yield Shown(block, printed)
            printed = _run(block, names)


def _run(block: Block, names: dict[str, Any]) -> str | None:
    """What a block prints; None where it is nothing to run."""
    if block.name:
        Path(block.name).write_text(block.text, encoding="utf-8")
    elif block.kind == "python":
        return _printed_by(lambda: exec(compile(block.text, "README", "exec"), names))
    elif block.kind == "sh":
        calls = [line for line in block.text.splitlines() if line.startswith("jobmatch ")]
        return "".join(_printed_by(lambda call=call: _command(call)) for call in calls) if calls else None
    return None


def _printed_by(work: Any) -> str:
    out, told = io.StringIO(), io.StringIO()
    try:
        with redirect_stdout(out), redirect_stderr(told):
            work()
    except BaseException as fault:
        fault.add_note(told.getvalue())
        raise
    return out.getvalue()


def _command(line: str) -> None:
    words = shlex.split(line, comments=True)[1:]
    assert main(words) == 0, line


def shortened(printed: str, shown: str) -> str:
    """What was printed, cut where the README cuts it."""
    lines, kept = printed.rstrip().splitlines(), shown.rstrip().splitlines()
    if kept and kept[-1] == REST:
        lines = [*lines[: len(kept) - 1], REST]
    return "\n".join(line.rstrip() for line in lines) + "\n"


@pytest.mark.parametrize("name", LANGUAGE_OF)
def test_examples_print_what_the_page_shows(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every example runs in order, and every block of output is true."""
    monkeypatch.setenv("JOBMATCH_LANG", LANGUAGE_OF[name])
    use_language(LANGUAGE_OF[name])
    seen = list(run_page((ROOT / name).read_text("utf-8"), tmp_path))
    assert len(seen) > 3
    for one in seen:
        assert shortened(one.printed, one.block.text) == one.block.text


@pytest.mark.parametrize("name", LANGUAGE_OF)
def test_links_lead_to_files(name: str) -> None:
    """A link to a file of the project leads to one."""
    text = (ROOT / name).read_text("utf-8")
    links = re.findall(r"\]\((?!https?://|#)([^)#]+)", text)
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_both_pages_name_the_same_commands_and_functions() -> None:
    """What one language shows, the other shows too."""
    english, chinese = ((ROOT / name).read_text("utf-8") for name in LANGUAGE_OF)
    for pattern in (r"^jobmatch ([a-z]+)", r"\bjm\.(\w+)"):
        assert set(re.findall(pattern, english, re.M)) == set(re.findall(pattern, chinese, re.M))


def test_both_pages_show_as_much() -> None:
    """As many examples in Python, and the same options in the commands."""
    english, chinese = (blocks((ROOT / name).read_text("utf-8")) for name in LANGUAGE_OF)
    python = [sum(block.kind == "python" for block in page) for page in (english, chinese)]
    options = [{*re.findall(r" (--[a-z-]+)", "".join(b.text for b in p if b.kind == "sh"))} for p in (english, chinese)]
    assert python[0] == python[1]
    assert options[0] == options[1]


def write(name: str) -> None:
    """Put what is really printed into the page."""
    path = ROOT / name
    text = path.read_text("utf-8")
    os.environ["JOBMATCH_LANG"] = LANGUAGE_OF[name]
    use_language(LANGUAGE_OF[name])
    with tempfile.TemporaryDirectory() as folder:
        seen = list(run_page(text, Path(folder)))
    for one in reversed(seen):
        begin, end = one.block.span
        text = text[:begin] + shortened(one.printed, one.block.text) + text[end:]
    path.write_text(text, "utf-8")


if __name__ == "__main__" and "--write" in sys.argv:
    for page in LANGUAGE_OF:
        write(page)

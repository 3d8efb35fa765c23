"""The command line's door: choose the language, run the command, turn errors into one line and a code."""

import atexit
import gc
import os
import sys
from collections.abc import Sequence
from typing import Final

from jobmatch.messages import LANGUAGES, say, use_language

_VARIABLE: Final = "JOBMATCH_LANG"
_OBJECTS_BETWEEN_LOOKS: Final = 100_000


def main(arguments: Sequence[str] | None = None) -> int:
    """Run ``jobmatch`` with the given arguments and return the exit code."""
    from jobmatch.cli.stop import listen, stopped
    from jobmatch.cli.streams import open_to_all

    if arguments is None:
        _spare_the_looks_for_garbage()
        listen()
        open_to_all()
    try:
        return _run(list(sys.argv[1:] if arguments is None else arguments))
    except KeyboardInterrupt as stop:  # before the command line could take it
        return stopped(stop)


def _run(given: list[str]) -> int:
    use_language(chosen_language(given, dict(os.environ)))
    if (said := os.environ.get(_VARIABLE, "")) and said[:2].lower() not in LANGUAGES:
        sys.stderr.write(
            say("usage.language-unknown", variable=_VARIABLE, seen=said[:20], known=", ".join(LANGUAGES)) + "\n"
        )
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "1")  # looking through all installed packages for some is slow
    if "train" not in given and "OMP_NUM_THREADS" not in os.environ:
        # to start and wake threads takes a tenth of a short command, and only training multiplies large tables
        os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from jobmatch.cli.run import run  # after the language is set: the help texts are in it

    return run(given)


def _spare_the_looks_for_garbage() -> None:
    """Let Python look seldom for objects that hold each other, and not at all at the end of the process.

    After 700 new objects, as is usual, nearly all live as long as the process while modules and word lists are read.
    Looking through them takes a tenth of a short command, and a last look at all of them as much again.
    """
    gc.set_threshold(_OBJECTS_BETWEEN_LOOKS)
    atexit.register(gc.freeze)


def chosen_language(arguments: Sequence[str], environment: dict[str, str]) -> str:
    """``--lang`` wins, then ``JOBMATCH_LANG``, then the locale; Chinese where none says English.

    >>> chosen_language(["--lang", "en"], {}), chosen_language([], {"LANG": "en_GB.UTF-8"}), chosen_language([], {})
    ('en', 'en', 'zh')
    """
    for at, word in enumerate(arguments):
        said = word.partition("=")[2] if word.startswith("--lang=") else None
        if word == "--lang" and at + 1 < len(arguments):
            said = arguments[at + 1]
        if said in LANGUAGES:
            return str(said)
    for name in (_VARIABLE, "LC_ALL", "LC_MESSAGES", "LANG"):
        said = environment.get(name, "")[:2].lower()
        if said:
            return "en" if said == "en" else "zh"
    return "zh"


if __name__ == "__main__":
    sys.exit(main())

"""The command line's door: choose the language, run the command, turn errors into one line and a code."""

import atexit
import gc
import os
import sys
from collections.abc import Sequence
from typing import Final

from jobmatch.messages import LANGUAGES, TAIWAN, at_hand, language_of, say, use_language

_VARIABLE: Final = "JOBMATCH_LANG"
_OBJECTS_BETWEEN_LOOKS: Final = 100_000
_USAGE: Final = 2  # the exit code; the module that names all of them is imported once the language is set


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
    environment = dict(os.environ)
    wanted = chosen_language(given, environment)
    if not at_hand(wanted):
        asked_for = wanted in (_told(given), language_of(environment.get(_VARIABLE, "")))
        sys.stderr.write(say("error.no-traditional" if asked_for else "usage.no-traditional") + "\n")
        if asked_for:
            return _USAGE
        wanted = "zh"  # nobody asks for a locale: its users are not stopped
    use_language(wanted)
    if (said := environment.get(_VARIABLE, "")) and not language_of(said):
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
    >>> chosen_language([], {"LANG": "zh_TW.UTF-8"}), chosen_language(["--lang=zh-Hant"], {})
    ('zh-TW', 'zh-TW')
    """
    if told := _told(arguments):
        return told
    for name in (_VARIABLE, "LC_ALL", "LC_MESSAGES", "LANG"):
        if said := environment.get(name, ""):
            return language_of(said) or "zh"
    return "zh"


def _told(arguments: Sequence[str]) -> str | None:
    """The language that ``--lang`` names."""
    for at, word in enumerate(arguments):
        said = word.partition("=")[2] if word.startswith("--lang=") else ""
        if word == "--lang" and at + 1 < len(arguments):
            said = arguments[at + 1]
        if said in LANGUAGES or language_of(said) == TAIWAN:
            return language_of(said)
    return None


if __name__ == "__main__":
    sys.exit(main())

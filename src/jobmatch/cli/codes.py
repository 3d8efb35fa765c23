"""The exit codes of the command line; an error of the package brings that of its kind (``errors.py``)."""

from typing import Final

DONE: Final = 0
FAULT: Final = 1  # of the program, or of the machine it runs on
USAGE: Final = 2
BAD_INPUT: Final = 3  # what was given cannot be used
SOME_REJECTED: Final = 4  # done, but for some rows


def exit_code(some_rejected: bool) -> int:
    """The code of what was done, by whether some rows were rejected.

    >>> exit_code(False), exit_code(True)
    (0, 4)
    """
    return SOME_REJECTED if some_rejected else DONE

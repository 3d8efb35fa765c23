"""Standard output and error: every character goes through, whatever the machine's encoding."""

import codecs
import os
import sys
from typing import Final, TextIO

_PARTS_OF_GB18030: Final = ("gb2312", "gbk")


def open_to_all() -> None:
    """Let both streams write what their encoding lacks."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # what a caller has put in their place is the caller's business
            encoding, errors = way_of(stream)
            stream.reconfigure(encoding=encoding, errors=errors)


def way_of(stream: TextIO) -> tuple[str, str]:
    """The encoding in which a stream writes everything, and what it does with a character that it lacks.

    GBK, in which some signs are missing, grows to GB18030, which writes all else as GBK does; what cannot write
    Simplified Chinese is UTF-8; half a character, which none can write, is told as JSON tells it.

    >>> from io import BytesIO, TextIOWrapper
    >>> [way_of(TextIOWrapper(BytesIO(), name))[0] for name in ("cp936", "latin-1", "big5", "utf-8")]
    ['gb18030', 'utf-8', 'utf-8', 'utf-8']
    """
    name = codecs.lookup(stream.encoding).name
    if name in _PARTS_OF_GB18030:
        return "gb18030", "backslashreplace"
    try:
        "岗位".encode(name)
    except UnicodeError:
        return "utf-8", "backslashreplace"
    return name, "backslashreplace"


def let_go_of_output() -> None:
    """Lead standard output to nowhere: what could not be written is not tried again when the process ends."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
    except (OSError, ValueError, AttributeError):  # an output that is no file of the system
        return

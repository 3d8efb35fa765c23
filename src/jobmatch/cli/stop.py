"""Ctrl-C and SIGTERM end a command with one line and the code that shells expect."""

import os
import signal
import sys
import warnings
from types import FrameType
from typing import Final

from jobmatch.messages import say

_BY_SIGNAL: Final = 128  # a shell's own way of counting: 130 is Ctrl-C, 143 is SIGTERM


def listen() -> None:
    """Let SIGTERM stop a command as Ctrl-C does, so that what it has begun is put in order."""
    own = os.getpid()

    def stop(number: int, _: FrameType | None) -> None:
        if os.getpid() != own:  # a process that this one has forked has nothing to put in order
            os._exit(_BY_SIGNAL + number)
        raise KeyboardInterrupt(number)

    signal.signal(signal.SIGTERM, stop)
    warnings.filterwarnings("ignore", "(?s).*have been cancelled")  # what a stopped command has not done is no news


def stopped(by: BaseException | None) -> int:
    """Say that a command was stopped; the exit code, by the signal that the interruption brings along."""
    sys.stderr.write(say("usage.stopped") + "\n")
    number = by.args[0] if isinstance(by, KeyboardInterrupt) and by.args else signal.SIGINT
    return _BY_SIGNAL + int(number)

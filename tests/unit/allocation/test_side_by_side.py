"""Pieces of work in a process each: forked with all that is known, or handed over where that is not safe."""

import os
import threading
from functools import partial

import pytest

from jobmatch.allocation.side_by_side import side_by_side
from jobmatch.errors import UsageError


def refuse() -> None:
    """Work that fails."""
    raise UsageError("no-ortools")


def test_work_is_done_by_other_processes_in_its_order():
    """Two pieces, their results in the order in which they were given."""
    assert side_by_side([partial(int, "1"), partial(int, "2")]) == [1, 2]
    assert os.getpid() not in side_by_side([os.getpid, os.getpid])


def test_beside_other_threads_the_work_is_handed_over():
    """A process is not forked while another thread may hold a lock."""
    stop = threading.Event()
    other = threading.Thread(target=stop.wait)
    other.start()
    try:
        assert side_by_side([partial(int, "1"), partial(int, "2")]) == [1, 2]
    finally:
        stop.set()
        other.join()


def test_what_fails_there_is_raised_here():
    """The fault of a piece of work is seen by who asked for it."""
    with pytest.raises(UsageError):
        side_by_side([refuse, partial(int, "2")])

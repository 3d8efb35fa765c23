"""Many writers at once, and a writer that dies."""

import multiprocessing
import os
import random
import shutil
import signal

import pytest
from casebooks import DAY, TIMES, entry, registered
from sqlalchemy import func, select

from jobmatch.casebook.casebook import Casebook
from jobmatch.casebook.database import close_all
from jobmatch.casebook.tables import event, payload

WRITERS, EACH = 8, 200


def write(place, writer, each):
    """Add events one by one, each in a transaction of its own."""
    book = Casebook.open(place)
    for at in range(each):
        book.add(entry(f"C-{writer}", "contacted", "reached", said=f"{writer}-{at}"))


@pytest.mark.slow
def test_all_events_of_eight_writers_are_stored(new_place):
    """1,600 of 1,600, each once, and the chain is whole."""
    place = new_place()
    book = Casebook.open(place, create=True)
    book.add(*(registered(f"C-{writer}") for writer in range(WRITERS)))
    spawn = multiprocessing.get_context("spawn")
    processes = [spawn.Process(target=write, args=(place, writer, EACH)) for writer in range(WRITERS)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    assert [process.exitcode for process in processes] == [0] * WRITERS
    with book.reading() as connection:
        said = connection.execute(select(payload.c.body).join(event).where(event.c.kind == "contacted")).scalars()
        assert len(set(said)) == WRITERS * EACH
    verdict = book.verify()
    assert (verdict.events, verdict.faults) == (WRITERS * (EACH + 1), ())


def test_reading_sees_one_moment_while_others_write(new_place):
    """Verify finds no fault in a casebook that grows meanwhile."""
    place = new_place()
    book = Casebook.open(place, create=True)
    book.add(registered("C-0"))
    writer = multiprocessing.get_context("spawn").Process(target=write, args=(place, 0, 100))
    writer.start()
    seen = set()
    while writer.is_alive():
        verdict = book.verify()
        assert verdict.faults == ()
        seen.add(verdict.events)
    assert len(seen) > 1


def write_and_tell(place, told):
    """Add events without end, and say each number once it is acknowledged."""
    book = Casebook.open(place)
    while True:
        os.write(told, b"%d\n" % book.add(entry("C-1", "contacted", "reached")).id)


@pytest.mark.parametrize("life", [0.02, 0.05, 0.1] + [random.Random(at).uniform(0, 0.2) for at in range(TIMES)])
def test_a_killed_writer_loses_nothing_acknowledged(new_place, life):
    """Killed amid its writing: what it was told is there, and the chain is whole."""
    place = new_place()
    book = Casebook.open(place, create=True)
    book.add(registered("C-1"))
    book.engine.dispose()
    read, told = os.pipe()
    process = multiprocessing.get_context("fork").Process(target=write_and_tell, args=(place, told))
    process.start()
    os.close(told)
    with os.fdopen(read, "rb") as lines:
        first = lines.readline()
        process.join(life)
        os.kill(process.pid, signal.SIGKILL)
        acknowledged = [int(line) for line in [first, *lines] if line.endswith(b"\n")]
    process.join()
    with book.reading() as connection:
        assert connection.execute(select(func.max(event.c.id))).scalar_one() >= max(acknowledged)
    assert book.verify().faults == ()
    assert book.add(entry("C-1", "contacted", "reached")).day == DAY


def write_and_end(place):
    """What one command does: add an event and end."""
    Casebook.open(place).add(entry("C-1", "contacted", "reached"))
    close_all()


def test_all_is_in_the_one_file_when_a_program_has_ended(tmp_path):
    """The file alone, copied elsewhere, holds every event, and nothing is left beside it."""
    place = str(tmp_path / "cases.db")
    Casebook.open(place, create=True).add(registered("C-1"))
    close_all()
    process = multiprocessing.get_context("spawn").Process(target=write_and_end, args=(place,))
    process.start()
    process.join()
    assert [file.name for file in tmp_path.iterdir()] == ["cases.db"]
    copy = shutil.copy(place, tmp_path / "copy.db")
    assert Casebook.open(copy).verify().events == 2

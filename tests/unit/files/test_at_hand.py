"""Bytes at hand: read like a file, under their own name, by nobody else."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from jobmatch.dataset.clients import read_clients
from jobmatch.errors import BadInput
from jobmatch.files.read import at_hand, load_bytes, read_tables


def test_a_roster_is_read_as_if_it_were_a_file():
    """Whatever its encoding."""
    with at_hand("花名册.csv", "求职者编号,年龄\nR-1,40\n".encode("gb18030")) as path:
        assert [one.conditions.age for one in read_clients(path)] == [40]


def test_a_refusal_names_it_without_its_folder():
    """A browser may send a whole path, of any system."""
    for name in ("/home/x/a.png", "C:\\x\\a.png"):
        with at_hand(name, b"\x89PNG") as path, pytest.raises(BadInput, match=r"^a\.png："):
            read_tables(path)


def test_nothing_of_the_disk_is_reached_by_a_name(tmp_path):
    """What was handed over is read, whatever lies there."""
    file = tmp_path / "a.csv"
    file.write_text("secret")
    with at_hand(str(file), b"own") as path:
        assert path != str(file)
    from pathlib import Path

    with pytest.raises(BadInput):
        load_bytes(Path(path))


def test_threads_do_not_see_what_others_hold():
    """Under one name each has its own."""

    def age(number):
        with at_hand("a.csv", f"编号,年龄\nR-1,{number}\n".encode()) as path:
            return read_clients(path)[0].conditions.age

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(age, range(20, 60))) == list(range(20, 60))

"""Frozen values that are made fast are those of the standard library."""

import copy
import dataclasses
import inspect
import pickle
import subprocess
import sys
from functools import cached_property

import pytest

from jobmatch.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Slotted:
    """A value with a field of each kind."""

    title: str
    skills: list[str] = dataclasses.field(default_factory=list, compare=False)
    pay: float | None = dataclasses.field(default=None, repr=False)


@dataclasses.dataclass(frozen=True, slots=True)
class Usual:
    """The same by the standard library."""

    title: str
    skills: list[str] = dataclasses.field(default_factory=list, compare=False)
    pay: float | None = dataclasses.field(default=None, repr=False)


@dataclass(frozen=True, eq=False)
class Held:
    """A value that is itself alone."""

    title: str

    @cached_property
    def folded(self):
        """What is found once."""
        return self.title.lower()


@dataclass(frozen=True)
class Wide(Held):
    """A value with what another has."""

    pay: float = 0.0

    def __post_init__(self):
        """Refuse what cannot be."""
        if self.pay < 0:
            raise ValueError(self.pay)


def test_a_value_is_shown_compared_and_hashed_as_usual():
    """The text, the equality and the hash are those of the standard library."""
    given = ("保洁", ["打扫"], 4000.0)
    assert repr(Slotted(*given)) == repr(Usual(*given)).replace("Usual", "Slotted")
    assert hash(Slotted(*given)) == hash(Usual(*given))
    assert Slotted("保洁", ["打扫"]) == Slotted("保洁", ["拖地"]) != Slotted("保安")
    assert Slotted(*given) != Usual(*given)


def test_a_call_is_taken_as_usual():
    """The names, their order, their defaults and their types are the same; others are refused."""
    ours, usual = inspect.signature(Slotted), inspect.signature(Usual)
    assert list(ours.parameters) == list(usual.parameters)
    assert [one.annotation for one in ours.parameters.values()] == [one.annotation for one in usual.parameters.values()]
    with pytest.raises(TypeError, match="unexpected keyword argument 'wage'"):
        Slotted("保洁", wage=1)


def test_each_value_has_a_list_of_its_own():
    """A default that is made is made for each."""
    assert Slotted("a").skills == [] and Slotted("a").skills is not Slotted("a").skills


@pytest.mark.parametrize("made", [Slotted("保洁", ["打扫"], 1.0), Wide("保洁", 2.0)])
def test_a_value_travels_and_is_replaced(made):
    """A copy, one that was sent to another process and one that was replaced are equal to it."""
    assert pickle.loads(pickle.dumps(made)) == copy.deepcopy(made) == dataclasses.replace(made) == made
    assert dataclasses.asdict(made)["title"] == "保洁"


def test_a_value_stays_as_it_is():
    """Nothing of it can be set or taken away."""
    for one in (Slotted("a"), Held("a")):
        with pytest.raises(dataclasses.FrozenInstanceError, match="cannot assign to field 'title'"):
            one.title = "b"
        with pytest.raises(dataclasses.FrozenInstanceError, match="cannot delete field 'title'"):
            del one.title


def test_identity_keeps_what_was_found_once():
    """Without equality two values are two, and what one has found stays with it."""
    one = Held("A")
    assert one != Held("A") and one.folded is one.folded and len({one, Held("A")}) == 2


def test_a_class_is_widened():
    """The fields of the wider one stand before its own, and what it refuses is refused."""
    assert Wide("a", 1.0) == Wide("a", 1.0) != Wide("b", 1.0)
    with pytest.raises(ValueError, match="-1"):
        Wide("a", -1.0)


def test_a_short_command_makes_no_frozen_value_the_slow_way():
    """Of what ``recommend`` imports, each frozen value is made here."""
    told = """
import dataclasses
usual = dataclasses.dataclass
def watched(cls=None, /, **said):
    if said.get("frozen"):
        import sys
        where = sys._getframe(1).f_globals["__name__"]
        if where.startswith("jobmatch."):
            print(where)
    return usual(cls, **said)
dataclasses.dataclass = watched
import jobmatch.cli.run, jobmatch.workflows.slates
"""
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    assert done.stdout == ""

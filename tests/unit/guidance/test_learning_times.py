"""What is lacking and how long it takes: the steps of schooling add up, licences follow the law."""

from types import SimpleNamespace

import pytest

from jobmatch.guidance.learning_times import how_long, weeks_from, weeks_to_get
from jobmatch.settings import load
from jobmatch.text.asked.licence_ladder import licence_classes


def facts(rung=2, age=30, held=()):
    """A client of a schooling, an age and some classes of licence."""
    conditions = SimpleNamespace(age=age)
    by_class = tuple(name in held for name in licence_classes())
    return SimpleNamespace(rung=rung, licence_by_class=by_class, client=SimpleNamespace(conditions=conditions))


def test_schooling_takes_the_sum_of_its_steps():
    """From lower secondary to a degree by way of upper secondary and college."""
    steps = [weeks_to_get("education", name) for name in ("高中", "大专", "本科")]
    assert weeks_from(facts(rung=2), "education", "本科", load()) == sum(steps)
    assert how_long(sum(steps)) == "7年"


@pytest.mark.parametrize("rung", range(1, 5))
def test_no_longer_way_takes_less(rung):
    """Who begins higher needs less for the same schooling."""
    assert weeks_from(facts(rung=rung), "education", "本科", load()) > (
        weeks_from(facts(rung=rung + 1), "education", "本科", load()) or 0
    )


def test_years_of_school_are_not_proposed_to_who_has_few_years_of_work_left():
    """At 58 no time is told; at 30 it is."""
    assert weeks_from(facts(age=58), "education", "高中", load()) is None
    assert weeks_from(facts(age=30), "education", "高中", load())


@pytest.mark.parametrize(("held", "asked", "may"), [
    (("C1", "C2"), "A1", False), (("C1", "C2"), "A2", False), (("C1", "C2"), "B1", True), (("C1", "C2"), "B2", True),
    (("B2", "C1"), "A1", True), (("B1", "C1"), "A2", True), ((), "A1", False), ((), "C1", True),
])  # fmt: skip
def test_a_licence_is_extended_by_the_steps_of_the_law(held, asked, may):
    """Nobody goes from a car to a coach or a trailer in one step."""
    assert (weeks_from(facts(held=held), "licence", asked, load()) is not None) == may

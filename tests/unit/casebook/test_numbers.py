"""Figures of a casebook, with small cells left out."""

from datetime import date

import pytest
from casebooks import DAY, entry
from hypothesis import given
from hypothesis import strategies as st

from jobmatch.casebook.casebook import Casebook
from jobmatch.casebook.numbers import ALL, _suppressed, numbers


@pytest.fixture(scope="module")
def book(new_place):
    """Twelve clients of one office, eight of them hired after ten days, six kept for half a year; six of another."""
    book = Casebook.open(new_place(), create=True)
    book.add(*(entry(f"A-{n}", "registered", office="榆垡") for n in range(12)))
    book.add(*(entry(f"B-{n}", "registered", office="礼贤") for n in range(6)))
    book.add(*(entry(f"A-{n}", "outcome", "hired", 10) for n in range(8)))
    book.add(*(entry(f"A-{n}", "outcome", "retained", 200) for n in range(6)))
    return book


def line(found, by, name):
    """The figures of one group."""
    return next(one for one in found.lines if one[by] == name)


def test_figures_by_office(book):
    """Registered, placed, days to placement, kept; everybody at the end."""
    found = numbers(book, "office", date(2026, 12, 10))
    told = line(found, "office", "榆垡")
    assert (told["registered"], told["placed"], told["in_time"], told["days_to_placement"]) == (12, 8, 8, 10.0)
    assert (told["retained_3"], told["retained_6"]) == (6, 6)
    assert line(found, "office", ALL)["registered"] == 18


def test_who_was_erased_is_still_counted(book):
    """The figures of an office stay as they were."""
    before = numbers(book, "office", DAY).lines
    book.erase("A-0", DAY, "王指导", "本人要求")
    book.rebuild()
    after = numbers(book, "office", DAY).lines
    for name in ("registered", "placed", "in_time", "retained_3", "retained_6"):
        assert [one[name] for one in after] == [one[name] for one in before]


def test_a_period_is_that_of_the_registration(book):
    """Both days included."""
    found = numbers(book, "month", DAY, since=date(2026, 11, 23), until=date(2026, 11, 23))
    assert line(found, "month", "2026-11")["registered"] == 18
    assert numbers(book, "month", DAY, until=date(2026, 11, 22)).lines == (
        numbers(book, "month", DAY, until=DAY.replace(day=1)).lines
    )


@given(st.lists(st.integers(0, 30), min_size=1, max_size=6))
def test_no_small_figure_can_be_reckoned(parts):
    """Neither read nor got as the difference from the sum."""
    *shown, total = _suppressed([*parts, sum(parts)], 5)
    assert not any(one is not None and 0 < one < 5 for one in (*shown, total))
    gaps = [at for at, one in enumerate(shown) if one is None]
    assert len(gaps) != 1 or total is None


def test_zero_is_shown(book):
    """Nobody is not somebody."""
    assert line(numbers(book, "office", DAY), "office", "礼贤")["placed"] == 0

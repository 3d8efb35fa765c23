"""Sorts: what many rows share is compared once, and nobody can tell from the answer."""

from dataclasses import replace

import numpy as np
import pytest
from builders import AS_OF, client, market, posting
from hypothesis import given
from hypothesis import strategies as st
from personas import PERSONAS

import jobmatch as jm
from jobmatch.demo import postings_path
from jobmatch.fit import by_sort
from jobmatch.fit import case as case_module
from jobmatch.fit import spread as spread_module
from jobmatch.fit.features import Laid
from jobmatch.fit.offered_pay import pay_offered, usual_pay
from jobmatch.fit.spread import Apart, Cut, Spread, counted, spread
from jobmatch.market.sorts import PAY, TERMS, WHERE, WORK


@pytest.fixture(scope="module")
def demo() -> jm.Matcher:
    """The demo's postings."""
    return jm.Matcher(as_of=AS_OF).index(jm.read_postings(postings_path()))


def _always_sort(monkeypatch):
    """Compare one row of each sort, however few rows there are."""
    monkeypatch.setattr(by_sort, "_FEW", 0)
    monkeypatch.setattr(by_sort, "_PER_SORT", 1e-9)


@pytest.mark.parametrize("profile", PERSONAS[::3], ids=lambda profile: profile["client_id"])
def test_answers_are_the_same_with_and_without_sorts(demo, profile, monkeypatch):
    """One row of each sort compared or every row on its own: the same jobs, scores, figures and changes."""
    person = jm.Client(**profile)

    def answers() -> list[dict]:
        return [demo.recommend(person, 5).to_dict(), demo.assess(person).to_dict(), demo.what_if(person).to_dict()]

    apart = answers()
    _always_sort(monkeypatch)
    assert answers() == apart


def test_answers_are_the_same_in_stretches(demo, monkeypatch):
    """Where the rows are compared a few at a time, nobody can tell."""
    person = jm.Client(**PERSONAS[0])
    whole = demo.recommend(person, 5).to_dict()
    monkeypatch.setattr(case_module, "_STRETCH", 7)
    assert demo.recommend(person, 5).to_dict() == whole
    _always_sort(monkeypatch)
    assert demo.recommend(person, 5).to_dict() == whole


def test_postings_of_which_each_is_its_own_sort(monkeypatch):
    """Sorts stand in an order of their own: no posting is taken for another, though there are as many sorts as rows."""
    titles = ("仓库管理员", "会计", "厨师", "保洁员", "货车司机", "电工")
    matcher = market(*(posting(title=title, salary=f"{5 + at}000元/月") for at, title in enumerate(titles)))
    apart = matcher.recommend(client(), 6).to_dict()
    _always_sort(monkeypatch)
    assert matcher.recommend(client(), 6).to_dict() == apart


@pytest.mark.parametrize(
    ("sort", "columns"), [("work", WORK), ("kind", TERMS), ("post", WORK + TERMS), ("spot", WHERE), ("offer", PAY)]
)
def test_rows_of_a_sort_are_equal_in_its_columns(demo, sort, columns):
    """Whichever row stands for its sort, it tells the same."""
    which = getattr(demo.market_, sort)
    first = np.unique(which, return_index=True)[1][which]
    for name in columns:
        column = getattr(demo.market_, name)
        assert np.array_equal(column, column[first], equal_nan=column.dtype.kind == "f"), name


def test_postings_that_differ_in_a_certificate_are_of_two_kinds():
    """What a posting asks is a part of its terms."""
    matcher = market(posting(), posting(requirements="持叉车证上岗"), posting())
    kinds = [int(matcher.market_.kind[matcher.market_.row_of_id[f"P-{at}"]]) for at in range(3)]
    assert kinds[0] == kinds[2] != kinds[1]


@given(st.lists(st.integers(0, 4), min_size=1), st.data())
def test_what_is_cut_and_laid_out_is_laid_out_and_cut(which, data):
    """The order of the two makes no difference, whether or not some rows stand apart."""
    at = np.array(sorted(data.draw(st.sets(st.integers(0, len(which) - 1)))), dtype=np.intp)
    held = {"a": Spread(np.arange(5) * 2.0, np.array(which)), "b": Spread(np.array(which) + 0.5, None)}
    held["c"] = Spread(np.arange(5) * 2.0, np.array(which), Apart(at, at + 0.25))
    positions = np.array(data.draw(st.lists(st.integers(0, len(which) - 1))), dtype=np.intp)
    for name, part in Cut(positions).of(held).items():
        assert part.rows.tolist() == held[name].rows[positions].tolist()


def test_a_stretch_is_sorted_where_its_whole_is(demo, monkeypatch):
    """Of few rows each is compared itself: its like might have been changed, as a vacancy's requirements are."""
    case = demo._look(demo._facts(jm.Client(**PERSONAS[0]))).case
    assert [by_sort.grouped(part, "kind") for part in case.stretches()] == [None]
    _always_sort(monkeypatch)
    assert all(by_sort.grouped(part, "kind") is not None for part in case.stretches())


def test_a_part_of_a_case_keeps_what_its_whole_knows(demo, monkeypatch):
    """The sorts of some rows are those of all rows, sorted further."""
    _always_sort(monkeypatch)
    case = replace(demo._look(demo._facts(jm.Client(**PERSONAS[0]))).case)
    part = case.part(np.arange(0, len(case.rows), 2))
    assert by_sort.grouped(case, "work") is not None
    sorts = by_sort.grouped(part, "work")
    assert sorts is not None
    assert np.array_equal(part.market.work[sorts.case.rows][sorts.which], part.column("work"))


def test_the_usual_pay_is_that_of_the_reach_as_it_is_cut(monkeypatch):
    """What is offered by postings that turned out too far is not usual any more."""
    _always_sort(monkeypatch)
    matcher = market(*(posting(title=f"会计{at}", salary=f"{at}000元/月") for at in (3, 4, 5)))
    case = matcher._look(matcher._facts(client())).case
    sorts = by_sort.grouped(case, "offer")
    assert sorts is not None
    assert usual_pay(sorts.case) == 4000
    nearer = by_sort.grouped(case.cut(np.flatnonzero(pay_offered(case) < 5000)), "offer")
    assert nearer is not None
    assert usual_pay(nearer.case) == 3500


def test_one_row_that_stands_apart_has_its_own_value():
    """A row is asked for by its position, apart or not."""
    held = Spread(np.array([0.5, 0.9]), np.array([1, 0, 1]), Apart(np.array([1]), np.array([0.7])))
    assert [held.one(at) for at in range(3)] == held.rows.tolist() == [0.9, 0.7, 0.9]


@pytest.mark.parametrize(("apart", "by_row"), [(1, False), (5, True)])
def test_where_many_rows_stand_apart_all_are_held_by_row(apart, by_row):
    """One in forty is looked up, one in eight is not; the values are the same."""
    at = np.arange(apart)
    held = Spread(np.array([0.5, 0.9]), np.arange(40) % 2, Apart(at, at + 2.0))
    assert (held.settled.which is None) is by_row
    assert held.settled.rows.tolist() == held.rows.tolist()


def test_sums_count_the_rows_that_stand_apart():
    """The sum of two features is that of their values row by row."""
    which = np.array([0, 1, 1, 0])
    laid = Laid({"a": Spread(np.array([1.0, 2.0]), which, Apart(np.array([2]), np.array([5.0]))),
                 "b": Spread(np.array([10.0, 20.0]), which), "c": Spread(np.arange(4.0), None)})  # fmt: skip
    assert laid.sums(laid, lambda _, values: 2 * values).tolist() == [22.0, 46.0, 54.0, 28.0]


def test_rows_are_laid_out_and_counted_in_blocks(monkeypatch):
    """However long the stretches are."""
    which, values = np.array([2, 0, 2, 1, 2]), np.array([0.1, 0.2, 0.3])
    monkeypatch.setattr(spread_module, "BLOCK", 2)
    assert spread(values, which).tolist() == values[which].tolist()
    assert counted(which, 4).tolist() == [1, 1, 3, 0]

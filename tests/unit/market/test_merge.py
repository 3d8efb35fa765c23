"""The daily change: an index that was changed is the one that would have been built anew."""

from dataclasses import fields, is_dataclass

import numpy as np
import pytest
from builders import calm, client
from hypothesis import given
from hypothesis import strategies as st

import jobmatch as jm
from jobmatch.market.build import build_market
from jobmatch.market.merge import merged

HOME = "北京市"


@pytest.fixture(scope="module")
def rows(demo_rows):
    """Sixty postings of the demo, each under its own id."""
    return [{"岗位编号": name} | row for name, row in list(demo_rows.items())[:60]]


def market(rows):
    """A market built at once."""
    return build_market(jm.read_postings(rows), HOME)


def differences(one, other, name="market"):
    """The names of the arrays in which two markets differ."""
    found = []
    for field in fields(one):
        mine, theirs, path = getattr(one, field.name), getattr(other, field.name), f"{name}.{field.name}"
        if is_dataclass(mine):
            found += differences(mine, theirs, path)
        elif isinstance(mine, np.ndarray):
            same = mine.dtype == theirs.dtype and np.array_equal(mine, theirs, equal_nan=mine.dtype.kind == "f")
            found += [] if same else [path]
        elif mine != theirs:
            found.append(path)
    return found


def test_new_postings_stand_as_if_built_at_once(rows):
    """Half, then the other half."""
    assert differences(merged(market(rows[::2]), market(rows[1::2])), market(rows)) == []


def test_closed_postings_are_as_if_never_there(rows):
    """Every third one is closed; an id that is unknown closes nothing."""
    closed = [row["岗位编号"] for row in rows[::3]]
    left = [row for at, row in enumerate(rows) if at % 3]
    nothing = market(rows[:1])
    changed = merged(market(rows), nothing, {*closed, "no such id"} - {rows[0]["岗位编号"]})
    assert differences(changed, market([rows[0], *left])) == []


def test_a_posting_that_comes_again_is_replaced(rows):
    """The same id with another pay and place."""
    again = [rows[5] | {"薪资": "9000元/月", "工作地点": "上海市浦东新区"}]
    assert differences(merged(market(rows), market(again)), market([*rows[:5], *again, *rows[6:]])) == []


@calm
@given(st.data())
def test_any_change_gives_what_would_be_built(rows, data):
    """Whatever is there, comes and goes."""
    ids = st.sets(st.integers(0, 59), min_size=1, max_size=30)
    there, comes, goes = (data.draw(ids) for _ in range(3))
    closed = {rows[at]["岗位编号"] for at in goes - comes}
    now = sorted((there - goes) | comes)
    changed = merged(market([rows[at] for at in sorted(there)]), market([rows[at] for at in sorted(comes)]), closed)
    assert differences(changed, market([rows[at] for at in now])) == []


def test_a_changed_market_answers_as_a_new_one(rows):
    """The same jobs with the same scores."""
    answers = []
    for there in (merged(market(rows[:30]), market(rows[30:])), market(rows)):
        matcher = jm.Matcher(as_of="2026-11-22")
        matcher.market_ = there
        answers.append(matcher.recommend(client()).to_dict())
    assert answers[0] == answers[1]


def test_what_an_employer_posts_anew_tells_of_all_its_postings():
    """Two postings tell nothing; with three more all five are those of a school, and with three closed none is."""
    titles = ["0基础软件开发", "软件开发实习生", "软件工程师", "开发助理（可转行）", "软件开发学徒包吃住"]
    ads = [{"岗位编号": f"M-{at}", "岗位名称": title, "单位名称": "某某学苑公司"} for at, title in enumerate(titles)]
    whole = merged(market(ads[:2]), market(ads[2:]))
    assert differences(whole, market(ads)) == []
    assert whole.mill_ads.tolist() == [5] * 5
    assert merged(whole, None, {"M-0", "M-1", "M-3"}).mill_ads.tolist() == [0] * 2

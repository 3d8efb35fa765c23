"""Postings laid out as columns."""

from dataclasses import fields

import numpy as np
import pytest
from builders import AS_OF, market, posting

import jobmatch as jm
from jobmatch.market.build import build_market
from jobmatch.market.columns import Market
from jobmatch.market.titles import usual_education

CITIES = ["北京市大兴区", "上海市浦东新区", "广州市天河区", "", "北京市朝阳区"]


def _columns(found):
    return {f.name: getattr(found, f.name) for f in fields(Market) if isinstance(getattr(found, f.name), np.ndarray)}


def test_rows_stand_in_order_of_place():
    """Unknown places first; each district is one range."""
    found = market(*(posting(location=place) for place in CITIES)).market_
    assert found.place.tolist() == sorted(found.place.tolist())
    assert found.place[0] == 0
    assert found.shown.text(0, "location") == ""


def test_the_order_of_the_file_does_not_matter():
    """The same postings shuffled give the same columns."""
    rows = [posting(location=place, posting_id=f"N-{at}", employer=f"乙{at}") for at, place in enumerate(CITIES)]
    one, other = _columns(market(*rows).market_), _columns(market(*reversed(rows)).market_)
    for name, column in one.items():
        np.testing.assert_equal(other[name], column, err_msg=name)


def test_what_is_not_said_is_unknown():
    """-1 in whole numbers, NaN in others; nothing is filled in."""
    found = market({"title": "保洁员"}).market_
    minus = [
        found.education,
        found.night,
        found.shift,
        found.part_time,
        found.posted_day,
        found.closes_day,
        found.openings,
    ]
    nothing = [found.lat, found.lon, found.pay_min_month, found.pay_max_month, found.years, found.start_hour]
    assert [column.tolist() for column in minus] == [[-1]] * len(minus)
    assert all(np.isnan(column).all() for column in nothing)


def test_days_are_counted_from_the_epoch():
    """The day of posting and the closing day."""
    found = market(posting(posted_on="1970-01-02", closes_on="2026-11-22")).market_
    day = int(np.datetime64(AS_OF).astype("datetime64[D]").astype(int))
    assert (found.posted_day.tolist(), found.closes_day.tolist()) == ([1], [day])


def test_the_home_is_told_by_the_file_or_by_the_caller():
    """Bare names of places are sought in the home region."""
    postings = jm.read_postings([posting(location=f"北京市{d}区", employer=d) for d in ("大兴", "朝阳", "海淀")])
    assert build_market(postings).about["home"] == "110000"
    assert build_market(postings, home="上海市").about["home"] == "上海市"


def test_an_index_of_one_posting_works():
    """The smallest market there is."""
    assert len(market(posting()).market_) == 1


def test_usual_schooling_is_drawn_towards_what_the_market_says():
    """Ten postings of an occupation that ask a bachelor raise what is usual for it."""
    codes = np.zeros((10, 3), dtype=np.intp)
    sure = np.ones((10, 3), dtype=np.float32)
    low, high = (usual_education(np.full(10, rung, dtype=np.int8), codes, sure) for rung in (2, 5))
    assert low[0] < high[0] < 5.01
    silent = usual_education(np.full(10, -1, dtype=np.int8), codes, sure)
    assert low[0] < silent[0]


@pytest.mark.parametrize("text", ["\x00保洁", "保洁" * 90, "保洁\ud800员", "<b>保洁</b>", "保洁员🧹"])
def test_odd_titles_are_laid_out(text):
    """Whatever a cell holds, the other postings are indexed."""
    found = jm.read_postings([{"title": text}, posting()])
    assert len(build_market(found)) == len(found)


def test_a_table_of_headings_is_a_market_without_postings(tmp_path):
    """Nothing is offered, and nothing fails."""
    (tmp_path / "none.csv").write_text("职位,薪资\n", encoding="utf-8")
    found = jm.Matcher(as_of=AS_OF).index(jm.read_postings(tmp_path / "none.csv"))
    assert len(found.market_) == 0
    assert found.recommend(jm.Client(client_id="C-1", goal={"occupations": ["保洁"]})).items == ()

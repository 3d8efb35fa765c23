"""Reach: no row within the limit is lost."""

from dataclasses import dataclass, replace

import numpy as np
from builders import calm, market, posting
from hypothesis import given
from hypothesis import strategies as st

from jobmatch.market.reach import rows_in_reach
from jobmatch.text.places.gazetteer import distance_km

ROWS = 30


@dataclass(frozen=True)
class Spot:
    """A point on the map."""

    lat: float
    lon: float


lats, lons = st.floats(39, 41), st.floats(115, 118)
spots = st.builds(Spot, lats, lons)
where = st.tuples(st.integers(0, 4), st.one_of(st.none(), st.tuples(lats, lons, st.floats(0, 30))))


def _market(places):
    """A market whose rows lie at some points of some districts; district 0 and no point are unknown."""
    base = market(*(posting() for _ in range(ROWS))).market_
    places = sorted(places, key=lambda place: place[0])
    points = np.array([point or (np.nan,) * 3 for _, point in places], dtype=np.float32)
    lat, lon, radius = np.ascontiguousarray(points.T)
    codes = np.array([110100 + code if code else 0 for code, _ in places], dtype=np.int32)
    spot = np.arange(ROWS, dtype=np.int32)  # no two rows lie in the same place
    return replace(base, place=codes, lat=lat, lon=lon, place_radius_km=radius, spot=spot)


@calm
@given(st.lists(where, min_size=ROWS, max_size=ROWS), st.lists(spots, min_size=1, max_size=3), st.floats(0, 120))
def test_no_row_within_the_limit_is_lost(places, points, km):
    """What lies within the limit of a point, or nowhere known, is among the rows; they come in order."""
    found = _market(places)
    rows = rows_in_reach(found, points, km)
    ways = np.min([distance_km(one.lat, one.lon, found.lat, found.lon) for one in points], axis=0)
    must = np.flatnonzero(np.isnan(ways) | (ways <= km - 0.01))  # ten metres: the points are kept as float32
    assert set(must.tolist()) <= set(rows.tolist())
    assert rows.tolist() == sorted(set(rows.tolist()))


@calm
@given(st.lists(where, min_size=ROWS, max_size=ROWS))
def test_without_a_point_everything_is_in_reach(places):
    """A client without a home and without wishes could go anywhere."""
    assert rows_in_reach(_market(places), [], 5).tolist() == list(range(ROWS))


def test_another_city_is_out_of_reach():
    """The range of a far district is left out altogether."""
    found = market(posting(location="北京市大兴区"), posting(location="上海市浦东新区")).market_
    rows = rows_in_reach(found, [Spot(39.73, 116.34)], 30)
    assert [found.shown.text(int(row), "location") for row in rows] == ["北京市大兴区"]


def test_a_whole_city_is_in_reach_of_its_district():
    """A posting that names just the city may lie next door."""
    found = market(posting(location="北京市"), posting(location="北京市密云区")).market_
    rows = rows_in_reach(found, [Spot(40.52, 115.97)], 5, {110119, 110100, 110000})
    assert "北京市" in [found.shown.text(int(row), "location") for row in rows]

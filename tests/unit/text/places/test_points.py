"""Points of districts and counties stand where people live, not in the middle of the land."""

import pytest

from jobmatch import parse_place
from jobmatch.text.places.gazetteer import distance_km, gazetteer

# (one, other, the way between them in kilometres as a map shows it)
WAYS = [
    ("南宁市青秀区", "南宁市江南区", 10),
    ("长沙市岳麓区", "长沙市芙蓉区", 10),
    ("苏州市吴江区", "苏州市姑苏区", 17),
    ("佛山市南海区", "佛山市禅城区", 5),
    ("宁波市鄞州区", "宁波市海曙区", 5),
    ("马鞍山市含山县", "马鞍山市和县", 25),
    ("福州市连江县", "福州市马尾区", 25),
]


@pytest.mark.parametrize(("one", "other", "way"), WAYS)
def test_the_way_between_two_districts_is_that_between_their_towns(one: str, other: str, way: float) -> None:
    """Within five kilometres of what a map shows from town to town."""
    places = [parse_place(one), parse_place(other)]
    points = [point for place in places if place and (point := gazetteer().point_of(place))]
    lat, lon = ([getattr(point, axis) for point in points] for axis in ("lat", "lon"))
    assert abs(float(distance_km(lat[0], lon[0], lat[1], lon[1])) - way) < 5

"""The gazetteer: points, names, neighbours and distances."""

import numpy as np
import pytest

from jobmatch.records.place import Place, district_of
from jobmatch.text.places.gazetteer import distance_km, gazetteer, to_number

DAXING_TOWNS = (
    "黄村镇|西红门镇|旧宫镇|亦庄镇|瀛海镇|青云店镇|长子营镇|采育镇|礼贤镇|安定镇|榆垡镇|庞各庄镇|北臧村镇|魏善庄镇"
)


def towns_of(district):
    """The codes of the townships of a district."""
    return [str(code) for code in gazetteer().codes if district_of(str(code)) == district and code % 1000]


def test_every_district_has_a_point():
    """No district without latitude and longitude, all of them in and around China."""
    places = gazetteer()
    rows = [places.row(str(code)) for code in places.district_codes]
    assert len(rows) > 2900
    assert np.all((places.lat[rows] > 3) & (places.lat[rows] < 54))
    assert np.all((places.lon[rows] > 73) & (places.lon[rows] < 136))


def test_districts_are_sorted_for_ranges():
    """The codes rise, as 32-bit integers, and their points are as small."""
    places = gazetteer()
    assert places.district_codes.dtype == np.int32
    assert np.all(np.diff(places.district_codes) > 0)
    assert places.lat.dtype == places.lon.dtype == np.float32


def test_every_township_of_beijing_has_a_point_near_its_district():
    """All townships of 北京 have points of their own, within 80 km of the district's."""
    places = gazetteer()
    for district in (str(code) for code in places.district_codes if code // 10_000 == 11):
        centre = places.point(district)
        for town in towns_of(district):
            point = places.point(town)
            assert point.radius_km == 3, town
            assert distance_km(point.lat, point.lon, centre.lat, centre.lon) < 80, town


def test_towns_of_daxing_are_there():
    """The fourteen towns of 大兴."""
    names = {gazetteer().name(code, short=True) for code in towns_of("110115")}
    assert set(DAXING_TOWNS.split("|")) <= names


def test_townships_without_a_point_have_their_districts():
    """The radius says how rough the point is: a district's, not a township's."""
    places = gazetteer()
    town = next(t for t in towns_of("310115") if places.point(t).radius_km > 3)
    assert places.point(town) == places.point("310115")


def test_wider_places_are_rougher():
    """A township's point is finer than a district's, a district's than a city's."""
    places = gazetteer()
    radii = [places.point(code).radius_km for code in ("110115005", "110115", "110000")]
    assert radii == sorted(radii)
    assert radii[0] < radii[1] < radii[2]


@pytest.mark.parametrize(
    ("code", "name"),
    [("110115005", "北京市大兴区黄村镇"), ("320583", "江苏省苏州市昆山市"), ("419001", "河南省济源市"), ("999999", "")],
)
def test_full_names(code, name):
    """Names are whole, empty for an unknown code."""
    assert gazetteer().name(code) == name


def test_former_codes_are_todays():
    """崇川区 had 320602 before it had 320613."""
    assert gazetteer().name("320602") == gazetteer().name("320613") == "江苏省南通市崇川区"


def test_distance_is_the_haversine():
    """北京 to 上海 is about 1,068 km; float32 is kept; one to many is broadcast."""
    away = distance_km(39.9042, 116.4074, np.float32([31.2304, 39.9042]), np.float32([121.4737, 116.4074]))
    assert away.dtype == np.float32
    assert away == pytest.approx([1067, 0], abs=3)


def test_home_of_a_file():
    """A city with half of the sure places, else their province, else none."""
    beijing, tianjin, open_place = (
        Place("110115", "大兴区", "district"),
        Place("120101", "和平区", "district"),
        Place(None, "鼓楼区", "district", ambiguous=True),
    )
    places = gazetteer()
    assert places.home_of([beijing, None, open_place]) == "110000"
    guangdong = [Place(code, "", "district") for code in ("440305", "440106", "440604", "110115")]
    assert places.home_of(guangdong) == "440000"
    assert places.home_of([beijing, tianjin, Place("310115", "", "district")]) is None
    assert places.home_of([]) is None


def test_sources_are_named_inside():
    """The artefact says where its facts come from."""
    sources = bytes(gazetteer().arrays["sources"]).decode("utf-8")
    assert "GeoNames" in sources
    assert "CC BY 4.0" in sources


def test_codes_are_nine_digits_inside():
    """Six digits are padded, so that a district is a run of its townships."""
    assert to_number("110115") == 110_115_000

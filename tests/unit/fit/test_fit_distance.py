"""The way to work."""

import pytest
from builders import client, feature, market, named, posting, values

from jobmatch.settings import load

NEAR_TO_FAR = ["北京市大兴区", "北京市丰台区", "北京市海淀区", "北京市密云区", "上海市浦东新区"]


def test_a_longer_way_is_never_better():
    """Districts in order of distance from home have falling values."""
    found = values("distance", client(), *(posting(location=place) for place in NEAR_TO_FAR))
    assert found == sorted(found, reverse=True)
    assert found[0] > found[1] > found[-1]


def test_who_goes_farther_minds_less():
    """The same way is worth more to a client who accepts 40 km than to one who accepts 10."""
    row = posting(location="北京市丰台区")
    far, near = (feature("distance", client(conditions={"max_commute_km": km}), row).value for km in (40, 10))
    assert far > near


def test_half_of_the_accepted_way_is_worth_half():
    """Between posting and home lies what the settings call usual, if the client accepts twice as much."""
    row = posting(lat=39.55, lon=116.45)
    km = market(row).recommend(client()).items[0].distance_km
    assert feature("distance", client(conditions={"max_commute_km": 2 * km}), row).value == pytest.approx(0.5, abs=0.01)


def test_an_unknown_place_or_home_is_unknown():
    """Neither is guessed."""
    assert not feature("distance", client(), named()).known
    assert not feature("distance", client(conditions={"residence": None}), posting()).known


def test_a_rough_place_is_worth_less_than_its_middle():
    """A posting somewhere in the district may be at its edge."""
    exact, rough = values("distance", client(), posting(lat=39.7268, lon=116.3416), posting())
    assert exact > rough


def test_a_wanted_district_is_welcome():
    """A job in a district that the client named has at least the value of the settings."""
    person = client(attitude={"places": ["北京市密云区"]})
    assert feature("distance", person, posting(location="北京市密云区")).value >= load().number(
        "distance.in_wanted_place"
    )


def test_a_job_beside_the_wanted_districts_is_worth_less_and_says_so():
    """A wish is no limit: the job stays, below what it is worth to who names no district, or the whole city."""
    row = posting(location="北京市丰台区")
    wishes = (["北京市密云区"], [], ["北京市密云区", "北京市"])
    named, silent, wide = (feature("distance", client(attitude={"places": places}), row) for places in wishes)
    assert 0 < named.value < min(silent.value, wide.value)
    assert "不在想去的地方" in named.reason
    assert "不在想去的地方" not in silent.reason + wide.reason

"""A vehicle of one's own: which is asked for, and what only sounds like it."""

import pytest

from jobmatch.text.asked.vehicles import own_vehicle


@pytest.mark.parametrize(
    ("text", "sort"),
    [
        ("須自備普重機車", "motorcycle"),
        ("具駕照、自備機車及行動網路", "motorcycle"),
        ("需有機車", "motorcycle"),
        ("自備機車跑據點（公司補貼油資）", "motorcycle"),
        ("自备4.2米厢货", "car"),
        ("自备工具车一台", "car"),
        ("自带车辆加盟", "car"),
        ("需自備自小客車(補助油資)", "car"),
        ("自备电动车或三轮", "electric_bike"),
        ("必须有电动车", "electric_bike"),
        ("因應上、下班時間，需自備交通工具", "any"),
        ("You need your own motorbike", "motorcycle"),
    ],
)
def test_what_is_to_be_brought(text, sort):
    """Each way of asking for it names a sort."""
    assert own_vehicle(text) == sort


@pytest.mark.parametrize(
    "text",
    [
        "無捷運，最好自備交通工具",
        "公司自有车辆100台",
        "自用小客车驾照",
        "需有汽车驾照",
        "可自备车辆或由公司提供",
        "Own car not needed - company car provided",
        "自备电脑",
        "有车有房",
        "加分项：\n自备汽车",
    ],
)
def test_what_is_not(text):
    """What is welcome or provided, a licence, and other things of one's own."""
    assert own_vehicle(text) is None


def test_a_vehicle_beside_the_licence_is_asked():
    """需具備駕照及機車 asks for both; a word that only begins like a vehicle is none."""
    assert own_vehicle("需具備駕照及機車") == "motorcycle"
    assert own_vehicle("具驾照及汽车维修经验") is None

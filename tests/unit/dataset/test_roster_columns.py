"""Columns of a roster that ask the other way round, that tell of care, and that contradict each other."""

import pytest

import jobmatch as jm

DAY = "2026-11-22"


def _read(**cells):
    return jm.read_clients([{"编号": "A1", "姓名": "张某", "文化程度": "高中", **cells}], as_of=DAY)


@pytest.mark.parametrize(
    ("heading", "cell", "night"),
    [
        ("不接受夜班", "是", False),
        ("不能夜班", "√", False),
        ("拒绝上夜班", "否", True),
        ("不接受夜班", "不接受", False),
        ("是否不接受夜班", "×", True),
        ("不上夜班", "看情况", None),
        ("能否夜班", "否", False),
    ],
)
def test_a_heading_that_refuses_turns_the_answer_round(heading, cell, night):
    """是 under 不接受夜班 is no to nights; what nobody understands is unknown."""
    assert _read(**{heading: cell})[0].conditions.night_shift_ok is night


def test_other_headings_that_refuse():
    """Shifts, licence, résumé and the wish to work, ticked under their opposite."""
    one = _read(拒绝倒班="√", 无驾照="√", 无简历="是", 无就业意愿="否")[0]
    told = (one.conditions.shift_ok, one.conditions.driving_licence, one.ability.resume_ready)
    assert (*told, one.willingness.wants_work) == (False, "none", False, True)
    assert _read(无驾照="否", 驾照="C1")[0].conditions.driving_licence == "C1"


def test_two_columns_at_odds_are_unknown_and_said():
    """Who ticks 接受夜班 and 不接受夜班 has said nothing."""
    clients = _read(接受夜班="√", 不接受夜班="√")
    assert clients[0].conditions.night_shift_ok is None
    assert any("不接受夜班" in line for line in clients.notices)


@pytest.mark.parametrize(
    ("heading", "cell", "care"),
    [
        ("照顾老人/小孩", "小孩", ("child",)),
        ("照顾老人/小孩", "老人、小孩", ("elder", "child")),
        ("照顾老人/小孩", "无", ()),
        ("是否照顾老人", "是", ("elder",)),
        ("是否需要接送孩子", "√", ("child",)),
        ("家庭照顾责任", "家有老人需照料", ("elder",)),
        ("家庭照顾责任", "子女已成年", None),
        ("照顾老人/小孩", "是", None),
        ("是否照顾老人", "否", None),
    ],
)
def test_columns_of_care_tell_who_is_cared_for(heading, cell, care):
    """By name, or ticked under one that is named; whom 是 means under two names is not known."""
    assert _read(**{heading: cell})[0].family.care_duties == care


def test_who_cares_for_neither_is_known_to_be_free():
    """否 to children and to the old."""
    assert _read(照顾老人="否", 照顾小孩="否")[0].family.care_duties == ()


def test_a_column_about_the_children_is_named_as_not_used():
    """子女上学 情况 tells of others and fills no field, and is not passed over in silence."""
    clients = _read(**{"子女上学 情况": "小学"})
    assert clients[0] == _read()[0]
    assert any("子女上学 情况" in line for line in clients.notices)


@pytest.mark.parametrize(("age", "said"), [("46", False), ("47", False), ("52", True), ("39", True)])
def test_an_age_that_the_identity_number_contradicts_is_said(age, said):
    """More than a year apart: row and column are named, the number never is; the age that is said counts."""
    clients = _read(年龄=age, 身份证号="110101198001010011")
    lines = [line for line in clients.notices if "身份证号" in line and "第 1 行" in line]
    assert bool(lines) is said
    assert not any("1980" in line for line in clients.notices)
    assert clients[0].conditions.age == int(age)


@pytest.mark.parametrize(
    ("heading", "cell", "part", "field", "meant"),
    [
        ("就业意向/意向薪酬（元）", "5000", "attitude", "pay_wanted", 5000),
        ("持证情况", "健康证、保育员证", "conditions", "certificates", ("健康证", "保育员证")),
        ("残疾类别及等级", "肢体四级", "conditions", "health_limits", ("肢体四级",)),
        ("可接受上班距离", "5公里", "conditions", "max_commute_km", 5),
        ("想干啥", "保洁", "goal", "occupations", ("保洁",)),
        ("多大了", "五十一", "conditions", "age", 51),
        ("念到哪", "初中毕业", "conditions", "education", "初中"),
        ("村名", "榆垡镇西胡林村", "conditions", "residence", "榆垡镇西胡林村"),
    ],
)
def test_headings_of_villages_and_communities(heading, cell, part, field, meant):
    """Who goes from door to door writes as people speak."""
    assert (
        getattr(
            getattr(jm.read_clients([{"姓名": "张某", "求职者编号": "A1", heading: cell}], as_of=DAY)[0], part), field
        )
        == meant
    )

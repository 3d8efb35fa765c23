"""What a roster's cells mean by their headings: whose they are, and in which unit."""

import pytest

import jobmatch as jm

DAY = "2026-11-22"


def _one(**cells):
    return jm.read_clients([{"编号": "A1", "姓名": "张某", "文化程度": "高中", **cells}], as_of=DAY)[0]


@pytest.mark.parametrize(
    ("heading", "cell", "least"),
    [
        ("最低薪资（千元）", "3", 3000),
        ("最低薪资（元/天）", "150", 3262.5),
        ("最低薪资", "150/天", 3262.5),
        ("最低薪资", "20元/小时", 3480),
        ("最低薪资", "6万/年", 5000),
        ("最低薪资（万元）", "0.35", 3500),
        ("最低薪资", "4000", 4000),
        ("最低薪资", "3.5", None),
    ],
)
def test_pay_is_a_months(heading, cell, least):
    """The unit of the heading or of the cell counts; a bare 3.5 is said to be unreadable."""
    assert _one(**{heading: cell}).attitude.pay_min == least


@pytest.mark.parametrize(
    ("heading", "cell"),
    [("家庭主要成员/年龄", "70"), ("配偶/就业状况", "就业"), ("子女情况/学校", "某小学"), ("联系人/住址", "朝阳区")],
)
def test_what_is_told_of_others_is_not_the_clients(heading, cell):
    """A column under a group of relatives or contacts fills no field."""
    assert _one(**{heading: cell}) == _one()


def test_metres_and_months_are_converted():
    """通勤距离（米）, 工龄（月）."""
    client = _one(**{"通勤距离（米）": "2000", "工龄（月）": "36"})
    assert client.conditions.max_commute_km == 2.0
    assert client.conditions.experience[0].years == 3.0


@pytest.mark.parametrize(
    ("cells", "age"),
    [({"出生年月": "198010"}, 46), ({"年龄": "1980-03"}, 46), ({"年龄": "39"}, 39), ({"出生日期": "1985/3/2"}, 41)],
)
def test_dates_of_birth_give_the_age(cells, age):
    """Six digits are a year and a month; a date under 年龄 is one of birth."""
    assert _one(**cells).conditions.age == age


def test_undecided_is_not_unwilling_and_well_is_no_limit():
    """无明确意愿 is not known; √ and 良 under 健康状况 say that there is no limit."""
    assert _one(就业意愿="无明确意愿").willingness.wants_work is None
    assert [list(_one(健康状况=word).conditions.health_limits) for word in ("√", "良")] == [[], []]


@pytest.mark.parametrize(
    ("heading", "km"), [("Max commute (km)", 10.0), ("Max commute (miles)", 16.09), ("Max commute (minutes)", None)]
)
def test_a_way_is_in_kilometres(heading, km):
    """Miles are turned into them; minutes are no way."""
    assert _one(**{heading: "10"}).conditions.max_commute_km == km


@pytest.mark.parametrize(
    ("cell", "papers", "skills", "licence"),
    [
        ("A2驾照，会修车", ("A2驾照",), ("会修车",), "A2"),
        ("C1、叉车证、Excel", ("C1", "叉车证"), ("Excel",), "C1"),
        ("Excel、打字", None, ("Excel", "打字"), None),
        ("二级建造师、PMP", ("二级建造师", "PMP"), None, None),
        ("无", (), None, None),
    ],
)
def test_papers_skills_and_the_licence_of_one_column_are_told_apart(cell, papers, skills, licence):
    """Under 技能/证书 stands all that somebody can; a column of skills alone says nothing of papers."""
    conditions = _one(**{"技能/证书": cell}).conditions
    assert (conditions.certificates, conditions.skills, conditions.driving_licence) == (papers, skills, licence)


def test_a_column_of_licences_goes_before_the_papers():
    """Who is said to have none has none."""
    assert _one(证书="C1", 驾照="无").conditions.driving_licence == "none"

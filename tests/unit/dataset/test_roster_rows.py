"""Cells of a roster to a client's JSON."""

from datetime import date

import pytest

from jobmatch.dataset.clients import read_clients
from jobmatch.dataset.roster_cells import education_in, items, places

AS_OF = date(2026, 11, 22)


def client(**cells):
    """The client that a row with these cells becomes."""
    return read_clients([{"求职者编号": "C-1", "姓名": "张某", **cells}], as_of=AS_OF)[0]


@pytest.mark.parametrize(
    ("heading", "cell", "low", "high"),
    [
        ("期望薪资", "4000-5000元", 4000, 5000),
        ("期望薪资", "4-5千", 4000, 5000),
        ("期望月薪（元）", "3500以上", 3500, None),
        ("期望薪资", "面议", None, None),
        ("期望薪资", "5000", None, 5000),
        ("期望工资", "3k~4k", 3000, 4000),
        ("期望最低薪资", "3000", 3000, None),
        ("期望最高薪资", "5000", None, 5000),
        ("期望薪资", "1.2万", None, 12000),
        ("期望薪资", "一万五", None, 15000),
        ("期望薪资", "四千到五千", 4000, 5000),
        ("希望待遇", "三萬", None, 30000),
        ("希望待遇", "時薪200", None, 34800),
        ("期望工资", "少说八千", 8000, None),
        ("expected pay", "at least 3,000", 3000, None),
    ],
)
def test_expected_pay(heading, cell, low, high):
    """The least and the wanted pay."""
    attitude = client(**{heading: cell}).attitude
    assert (attitude.pay_min, attitude.pay_wanted) == (low, high)


@pytest.mark.parametrize(
    ("cells", "age"),
    [
        ({"年龄": "46"}, 46),
        ({"出生日期": "1980-12-01"}, 45),
        ({"出生年": "1995"}, 31),
        ({"出生年月": "1980.05"}, 46),
        ({"身份证号": "110101198001010011"}, 46),
        ({"身份证号": "123"}, None),
        ({"出生日期": "2099-01-01"}, None),
        ({"年龄": "三十五岁"}, 35),
        ({"年龄": "1980年生"}, 46),
        ({"出生年月": "68年3月"}, 58),
        ({"出生年月": "03年12月"}, 22),
        ({"Age": "35 years old"}, 35),
        ({"年龄": "三十五六岁"}, None),
        ({"年龄": "0"}, None),
        ({"年龄": "abc", "出生年": "1995"}, 31),
    ],
)
def test_age(cells, age):
    """Written, or from the date of birth, or from the identity number."""
    assert client(**cells).conditions.age == age


@pytest.mark.parametrize(
    ("heading", "cell"),
    [("年龄", "abc"), ("年龄", "1012"), ("登记日期", "0001-01-01"), ("到岗时间", "2999-01-01"), ("工作年限", "99年")],
)
def test_a_value_that_cannot_be_costs_the_field_and_not_the_client(heading, cell):
    """The field is unknown, and the column, the row and what was seen are said."""
    read = read_clients([{"求职者编号": "C-1", "文化程度": "高中", heading: cell}], as_of=AS_OF)
    assert read[0].conditions.education == "高中"
    assert [all(word in line for word in (heading, "第 1 行", cell)) for line in read.notices] == [True]


def test_a_name_that_slipped_into_another_column_is_not_shown():
    """The cells of a row that lost or won one stand under the wrong headings."""
    row = {"编号": "C-1", "姓名": "1", "年龄": "欧阳小某", "文化程度": "38", "登记日期": "保洁"}
    said = "".join(read_clients([row], as_of=AS_OF).notices)
    assert "年龄" in said and "第 1 行" in said and "欧阳" not in said


@pytest.mark.parametrize("cell", ["还没想好", "還沒想好做什麼", "没有明确目标", "暂无意向", "不知道干啥"])
def test_who_has_not_made_up_their_mind_has_no_goal(cell):
    """Nobody is looked for work called 还没想好."""
    assert client(求职意向=cell).goal.occupations is None


def test_a_day_without_its_year_is_the_last_one_gone_by():
    """A form of November that says 10月8日 means this year's."""
    assert client(登记日期="10月8日").registration.registered_on == "2026-10-08"


def test_who_is_said_to_have_difficulties_is_of_that_group():
    """是否就业困难: 是."""
    assert client(是否就业困难="是").registration.groups == ("就业困难",)


def test_the_work_of_the_past_with_its_years_in_one_column():
    """As many forms ask it."""
    (job,) = client(上份工作及年限="保洁5年").conditions.experience
    assert (job.occupation, job.years) == ("保洁", 5)


def test_whoever_can_start_at_once_names_no_day_and_is_not_asked_about_it():
    """随时 under 到岗时间 is understood."""
    assert read_clients([{"求职者编号": "C-1", "文化程度": "高中", "到岗时间": "随时"}]).notices == ()


@pytest.mark.parametrize(
    ("cells", "experience"),
    [
        ({"工作年限": "无经验"}, []),
        ({"工作年限": "3年"}, [(None, 3)]),
        ({"从事过的工作": "保安", "工作年限": "3年"}, [("保安", 3)]),
        ({"从事过的工作": "保安、保洁"}, [("保安", None), ("保洁", None)]),
        ({"从事过的工作": "无"}, []),
        ({}, None),
        ({"工作经验": "10年以上工作经验"}, [(None, 10)]),
    ],
)
def test_experience(cells, experience):
    """None is not known, empty is known to be none."""
    found = client(**cells).conditions.experience
    assert (None if found is None else [(job.occupation, job.years) for job in found]) == experience


def test_a_word_that_is_not_understood_is_unknown_and_said():
    """With the column, the row and what was seen."""
    clients = read_clients([{"求职者编号": "C-1", "文化程度": "太空学院", "人员类别": "4050、外星人"}])
    assert clients[0].conditions.education is None
    assert clients[0].registration.groups == ("4050",)
    assert sum("太空学院" in line or "外星人" in line for line in clients.notices) == 2


def test_lists_places_and_schooling_in_their_odd_forms():
    """Lists of JSON and Python, a ladder of places, schooling among other words."""
    assert items("['本科']") == ["本科"] and items("[]") is None
    assert places("北京市/北京市/东城区") == ["北京市东城区"] and places("北京市/上海市") == ["北京市", "上海市"]
    assert education_in("高中及以上") == "高中" and education_in("大学本科（全日制）") == "本科"


def test_the_same_id_with_another_person_is_rejected_and_the_same_person_twice_is_one():
    """Nobody is overwritten."""
    one = {"求职者编号": "C-1", "年龄": "40"}
    clients = read_clients([one, one, one | {"年龄": "50"}, {"求职者编号": "C-2", "年龄": "30"}])
    assert (len(clients), clients.balance.duplicates, clients.balance.rejected) == (2, 1, 1)


@pytest.mark.parametrize(
    ("cell", "jobs"),
    [
        ("服装厂缝纫工12年", [("服装厂缝纫工", 12)]),
        ("货车司机10年(B2)", [("货车司机", 10)]),
        ("保安6年、保洁两年", [("保安", 6), ("保洁", 2)]),
        ("保安（6年）", [("保安", 6)]),
        ("做过保洁员三年多", [("保洁员", 3)]),
        ("家政服务半年", [("家政服务", 0.5)]),
        ("会计（2015年至2018年）", [("会计", 3)]),
        ("2015.9-2026.6 幼儿园保育员", [("幼儿园保育员", 10.8)]),
        ("2018-07~2021-12：车间主任", [("车间主任", 3.4)]),
        ("2015年至今 出租车司机", [("出租车司机", None)]),
        ("2020-2019 保洁", [("2020-2019 保洁", None)]),
        ("开了十年大货车（A2）", [("开大货车", 10)]),
        ("村里会计干了6年", [("村里会计", 6)]),
        ("保安2015年", [("保安2015年", None)]),
        ("三年级老师", [("三年级老师", None)]),
    ],
)
def test_what_a_person_did_and_for_how_long_stand_in_one_cell(cell, jobs):
    """They are told apart; a year of the calendar alone tells nothing of how long."""
    found = client(从事过的工作=cell).conditions.experience
    assert [(job.occupation, job.years) for job in found] == jobs


@pytest.mark.parametrize(
    ("cell", "groups"),
    [
        ("残疾（下肢三级）", ("残疾",)),
        ("残疾三级", ("残疾",)),
        ("低保户(2024)", ("低保",)),
        ("低保边缘户", ()),
        ("残疾（无）", ()),
        ("退役军人家属", ()),
        ("应届毕业生（未就业）", ("高校毕业生",)),
    ],
)
def test_a_group_is_known_by_its_beginning(cell, groups):
    """Whoever only stands near to a group is none of it."""
    assert client(人员类别=cell).registration.groups == groups


@pytest.mark.parametrize(("birth", "age"), [("68/05/12", 47), ("75年12月1日", 39), ("0900920", 25), ("1979-05-12", 47)])
def test_a_roster_in_traditional_characters_counts_by_the_republic(birth, age):
    """68年 is 1979 there, and said; the same figures in a roster of the mainland are 1968."""
    read = read_clients([{"求職編號": "T1", "學歷": "高職", "出生年月日": birth}], as_of=AS_OF)
    assert read[0].conditions.age == age
    assert any("民国纪年" in line for line in read.notices) is (not birth.startswith("19"))
    assert client(出生年月日="68年5月12日").conditions.age == 58


def test_the_end_of_a_job_that_tells_its_span_is_kept():
    """A column of its own goes first."""
    assert client(从事过的工作="保育员（2015.9-2026.6）").conditions.experience[0].ended == "2026-06"
    assert (
        client(从事过的工作="保育员（2015.9-2026.6）", 离职时间="2026-07-01").conditions.experience[0].ended
        == "2026-07-01"
    )


@pytest.mark.parametrize("cell", ["有", "是", "√", "已取得"])
def test_a_tick_under_papers_names_neither_paper_nor_skill(cell):
    """Which paper it is has to be asked."""
    held = client(持证情况=cell).conditions
    assert (held.certificates, held.skills) == (None, None)


@pytest.mark.parametrize(
    ("birth", "age"),
    [
        ("88-07", 38),
        ("88.7", 38),
        ("一九八八年七月", 38),
        ("一九七五年", 51),
        ("88/12/1", 37),
        ("52岁", 52),
        ("05-12", None),
    ],
)
def test_a_birth_in_few_figures_or_in_numerals_is_read(birth, age):
    """Two figures of the year first, numerals, an age in its place; what may be a day of the year is left open."""
    assert client(出生年月=birth).conditions.age == age


def test_an_age_of_years_and_a_half_is_no_birth():
    """45.5 in the column of ages is 45."""
    assert client(年龄="45.5").conditions.age == 45


@pytest.mark.parametrize(
    ("heading", "cell", "path", "value"),
    [
        ("是否残疾", "√（肢体三级）", "registration.groups", ("残疾",)),
        ("是否残疾", "是，听力", "registration.groups", ("残疾",)),
        ("是否残疾", "无（以前有过）", "registration.groups", None),
        ("有无老人孩子需照料", "√（孙子）", "family.care_duties", ("child",)),
        ("有无老人孩子需照料", "有（婆婆卧床）", "family.care_duties", ("elder", "sick")),
        ("有无老人孩子需照料", "无", "family.care_duties", ()),
        ("能否倒班", "○", "conditions.shift_ok", True),
        ("能否倒班", "×", "conditions.shift_ok", False),
        ("可接受通勤", "不限", "conditions.max_commute_km", None),
    ],
)
def test_answers_with_details_and_signs_are_read(heading, cell, path, value):
    """A tick with what is meant in brackets, a circle, no limit; nothing of it is complained of."""
    read = read_clients([{"编号": "C-1", "学历": "高中", heading: cell}], as_of=AS_OF)
    part, name = path.split(".")
    assert getattr(getattr(read[0], part), name) == value
    assert not [line for line in read.notices if "认不出" in line]

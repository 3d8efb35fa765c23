"""Headings and the fields they name."""

import pytest

from jobmatch.columns.fields import KINDS, fields_of, words
from jobmatch.columns.forms import fold_heading, heading_unit
from jobmatch.columns.matching import match_headings
from jobmatch.columns.naming import field_of
from jobmatch.text.fold import simplified


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("＊招聘岗位（必填）", "title"),
        ("職務名稱", "title"),
        ("Job.Title", "title"),
        ("拟招聘岗位名称", "title"),
        ("用人单位", "employer"),
        ("公司全称信息", None),
        ("company/id", None),
        ("job/id", "posting_id"),
        ("学历及学位要求", "education"),
        ("薪资待遇（元/月）", "salary"),
        ("月薪下限", "salary_min"),
        ("3.学历要求", "education"),
        ("工作地點", "location"),
        ("State.Name", "province"),
        ("截 止 日 期", "closes_on"),
        ("天气", None),
        ("連結", "url"),
        ("鏈接", "url"),
        ("僱用人數", "openings"),
        ("postDescription", "description"),
        ("welfareList", "benefits"),
        ("lastModifyTime", "posted_on"),
        ("职位编码", "posting_id"),
    ],
)
def test_headings_of_postings(heading, field):
    """Width, case, spaces, brackets, numbers and Traditional forms do not matter."""
    found = field_of(heading, "posting")
    assert (found[0] if found else None) == field


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("文化程度", "education"),
        ("毕业院校", "school"),
        ("职业资格证书", "certificates"),
        ("意向岗位", "occupations"),
        ("期望工作地点", "places"),
        ("户籍地址", "household"),
        ("现居住地", "residence"),
        ("是否零就业家庭", "zero_employment"),
        ("人员类别", "groups"),
        ("失业时间", "unemployed_since"),
        ("身份证号码", "id_number"),
        ("联系电话", "phone"),
        ("备注", "notes"),
        ("求职意向/期望薪资", "pay"),
        ("Position.Of.Interest", "occupations"),
        ("Applicant.ID", "client_id"),
        ("Minimum Pay", "pay_min"),
        ("Min Pay", "pay_min"),
        ("Pay (min)", "pay_min"),
        ("lowest_acceptable_wage", "pay_min"),
        ("Expected salary", "pay"),
        ("ExpectedMonthlyWage", "pay"),
        ("Client No.", "client_id"),
        ("Date of registration", "registered_on"),
        ("Desired job", "occupations"),
        ("Last position held", "last_job"),
        ("Highest level of education", "education"),
        ("Has a CV?", "resume_ready"),
        ("Licences held", "certificates"),
        ("Your age", "age"),
        ("Where living now", "residence"),
        ("Health issues", "health_limits"),
        ("Driving Licence (class)", "driving_licence"),
        ("Maximum commuting distance (km)", "max_commute_km"),
    ],
)
def test_headings_of_rosters(heading, field):
    """As bureaus write them."""
    assert field_of(heading, "client")[0] == field


@pytest.mark.parametrize(
    "heading", ["Position", "Current salary", "Driver licence no.", "Spouse's pay", "Commute time (min)", "Spouse/Age"]
)
def test_english_words_that_tell_of_something_else_name_no_field(heading):
    """A present job is no wish, the number of a licence no licence, and another's pay not the client's."""
    assert field_of(heading, "client") is None


def test_a_likeness_does_not_stand_beside_the_thing_itself():
    """公司信息 is taken for the employer only where nothing better is there."""
    assert match_headings(["职位", "公司", "公司信息"], "posting").fields["employer"] == (1,)
    assert match_headings(["职位", "公司信息"], "posting").fields["employer"] == (1,)


def test_no_heading_names_two_fields():
    """Every synonym stands once in a kind of table."""
    for kind in KINDS:
        seen = {}
        for field, line in fields_of(kind).items():
            for word in words(line):
                assert seen.setdefault(fold_heading(word), field) == field, (kind, word)


def test_a_running_number_is_no_id():
    """序号 counts rows of one list; tomorrow's list counts anew."""
    assert "posting_id" not in match_headings(["序号", "岗位"], "posting").fields


@pytest.mark.parametrize(
    ("heading", "unit"),
    [
        ("最低工资（元/月）", "元/月"),
        ("薪资（单位：千元）", "千元"),
        ("薪资（元/月）/最低", "元/月"),
        ("月薪/元", "元"),
        ("岗位（必填）", None),
    ],
)
def test_the_unit_of_a_heading(heading, unit):
    """What stands in brackets or behind a stroke."""
    assert heading_unit(heading) == unit


@pytest.mark.parametrize(
    ("kind", "headings", "field"),
    [
        ("posting", "岗位名 职位名 招聘岗位/工种", "title"),
        ("posting", "条件要求 招聘岗位/条件要求 人员要求 用人条件", "requirements"),
        ("posting", "截止 报名截止 招聘期限 到期日 有效期限", "closes_on"),
        ("posting", "招几个人 用工数 计划招聘人数", "openings"),
        ("client", "意向 求职工种1 求职工种2 意向岗位二 第一意向", "occupations"),
        ("client", "最低薪酬 底线工资", "pay_min"),
        ("client", "理想薪酬 理想月薪", "pay_wanted"),
        ("client", "要求工资 要求待遇", "pay"),
        ("client", "可接受通勤 通勤时间", "max_commute_km"),
        ("client", "有无老人孩子需照料 家庭情况/有无老人孩子需照料", "care_duties"),
    ],
)
def test_headings_in_everyday_words_are_known(kind, headings, field):
    """As people at the counter write them."""
    assert {(field_of(heading, kind) or ("",))[0] for heading in headings.split()} == {field}


def test_a_mapping_may_name_the_second_of_two_header_rows():
    """条件 stands for 招聘岗位/条件; the whole heading goes before it."""
    headings = ["招聘岗位/名称", "招聘岗位/甲项", "甲项"]
    found = match_headings(headings, "posting", {"甲项": "description", "招聘岗位/甲项": "requirements"})
    assert (found.fields["description"], found.fields["requirements"]) == ((2,), (1,))


def test_every_heading_is_known_in_traditional_characters():
    """The few characters by which headings are folded are those of the full table, as far as they are in common use."""
    kinds = ("posting", "client", "outcome")
    written = {char for kind in kinds for words in fields_of(kind).values() for char in words}
    common = (code.to_bytes(2).decode("big5", "ignore") for code in range(0xA440, 0xC67F))
    told = {char: simplified(ord(char)) for char in common if char and char not in written}
    missed = {char for char, plain in told.items() if plain in written and fold_heading(char) != plain}
    assert missed == set()

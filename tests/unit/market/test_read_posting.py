"""One posting handed in as a dict: what it asks and offers, and where its columns and its text differ."""

from dataclasses import fields
from datetime import date

import pytest

import jobmatch as jm
from jobmatch.market.reading import read_rows


def test_both_ends_of_an_offer_are_read():
    """Meals without lodging are told apart, and what is not said is None."""
    asked = jm.read_posting({"title": "烘焙助手", "description": "供餐不供宿，可居家办公"}).asked
    assert (asked.board, asked.lodging, asked.remote) == (True, False, True)
    assert jm.read_posting({"title": "烘焙助手"}).asked.board is None


def test_a_day_without_a_year_is_seen_from_the_day_of_posting():
    """The last day follows the day of posting, else the day of reading."""
    row = {"title": "保洁", "description": "12月10日截止报名"}
    assert jm.read_posting(row | {"posted_on": "2025-11-30"}, as_of="2026-11-29").closes_on == date(2025, 12, 10)
    assert jm.read_posting(row, as_of="2026-11-29").closes_on == date(2026, 12, 10)
    assert jm.read_posting(row).closes_on is None


def test_columns_that_the_text_contradicts_are_named():
    """Head count, last day and hours are held against the text, too."""
    row = {"title": "收银员", "description": "长白班，招2人，12月15日截止报名", "人数": "10", "hours": "两班倒"}
    asked = jm.read_posting(row | {"closes_on": "2026-12-31"}, as_of="2026-11-29").asked
    assert asked.conflicts == ("openings", "closes_on", "hours")


def test_columns_that_agree_are_not_named():
    """A column within the range of the text is no contradiction, nor one job of several."""
    row = {"title": "保洁", "description": "招3-5人", "人数": "4"}
    assert jm.read_posting(row).asked.conflicts == ()
    assert jm.read_posting(row | {"description": "保洁员1名，保安员2名", "人数": "3"}).asked.conflicts == ()


def test_the_one_sex_that_is_sought():
    """It is named where one is sought, in passing as well; both are none."""
    told = [
        jm.read_posting({"title": "工人", "description": text}).gender for text in ("女，20-45岁", "限男性", "男女不限")
    ]
    assert told == ["女", "男", None]


def test_a_paper_at_choice_rules_nobody_out():
    """Of papers of which any will do each is asked, and none is a condition."""
    read = jm.read_posting({"title": "维修", "description": "持低压电工证或焊工证"})
    assert all(read.certificates.values()) and not read.hard_certificates


def test_a_line_of_business_and_what_is_offered_are_no_skills():
    """A room maid of a house in retail sells nothing, and a course in Excel for the staff is not asked of them."""
    row = {"title": "房务员", "description": "整理客房，熟悉Word"}
    asked = jm.read_posting(row | {"industry": "retail_service", "benefits": "Excel 课程、教育训练"}).skills
    assert asked == jm.read_posting(row).skills
    assert "Word" in asked


@pytest.mark.parametrize("posting", [None, 5, "保洁员", [1]])
def test_what_is_no_posting_is_refused_by_its_kind(posting):
    """In a line of our own."""
    with pytest.raises(jm.BadInput):
        jm.read_posting(posting)


@pytest.mark.parametrize(
    ("row", "place"),
    [
        ({"location": "深圳", "description": "工作地点:宝安西乡"}, "广东省深圳市宝安区西乡街道"),
        ({"location": "深圳-罗湖区", "description": "工作地点:宝安西乡"}, "广东省深圳市罗湖区"),
        ({"location": "北京-朝阳区 就近分配"}, "北京市朝阳区"),
        ({"location": "北京-朝阳区", "description": "全北京就近分配"}, "北京市"),
        ({"location": "深圳-福田区 福田深国投广场3号写字楼"}, "广东省深圳市福田区"),
        ({"location": "深圳-南山区 南山智园"}, "广东省深圳市南山区"),
        ({"location": "深圳", "title": "赴日软件工程师"}, "国外"),
    ],
)
def test_the_place_is_as_fine_as_the_posting_tells(row, place):
    """A text refines a column that names the city alone; a house is no town, and a district stays one."""
    assert jm.read_posting({"title": "文员"} | row).place.name == place


def test_a_trainee_s_post_that_is_open_to_others_is_for_all():
    """Who left school before, or comes from other work, is welcome there by the text."""
    row = {"title": "开发实习生"}
    assert jm.read_posting(row).graduates_only
    assert not jm.read_posting(row | {"description": "应往届毕业生或者想转行人士也可以参与"}).graduates_only
    assert not jm.read_posting({"title": "服务员(可配合校外实习)"}).graduates_only


def test_whose_law_asks_goes_by_the_place():
    """A waiter of Taipei needs no card of the mainland."""
    papers = [jm.read_posting({"title": "服务员", "location": place}).certificates for place in ("台北市", "北京市")]
    assert papers == [{}, {"健康证": True}]


def test_what_holds_in_training_is_no_board_of_the_job():
    """Food and a bed while one is trained are not given afterwards."""
    asked = [jm.read_posting({"title": "销售", "description": text}).asked for text in ("培训期间包吃住", "包吃住")]
    assert [(one.board, one.lodging) for one in asked] == [(None, None), (True, True)]


def test_an_index_is_made_of_what_is_read_of_one_posting():
    """Reading for an index leaves out what it does not hold, and reads the rest alike."""
    row = {"title": "夜班保安", "description": "大专以上，两年经验，包住，限男性", "工作时间": "白班", "人数": 2}
    (indexed,), _ = read_rows(jm.read_postings([row]).frame.to_dict("records"))
    whole = jm.read_posting(row)
    assert all(getattr(whole, field.name) == getattr(indexed, field.name) for field in fields(indexed))
    assert (whole.asked.lodging, whole.gender, whole.asked.conflicts) == (True, "男", ("hours",))

"""Columns of a posting to its fields."""

import pytest

from jobmatch.dataset import read_postings
from jobmatch.screening import screen_text


def posting(**cells):
    """The posting that a row with these cells becomes."""
    return read_postings([{"岗位名称": "保洁员", **cells}]).frame.iloc[0]


@pytest.mark.parametrize(
    ("cells", "text"),
    [
        ({"最低工资(元/月)": "3000", "最高工资(元/月)": "4000"}, "3000-4000元/月"),
        ({"时薪": "25"}, "25元/小时"),
        ({"薪酬low": "6", "薪酬high": "8", "几薪": "14"}, "6-8千元/月·14薪"),
        ({"月薪（千元）": "4-5"}, "4-5千元/月"),
        ({"工资": "面议", "最低工资": "3000"}, "面议"),
        ({"salary_min": "0", "salary_max": "0"}, None),
        ({"最低工资": "3000", "最高工资": "0"}, "3000以上"),
        ({"年薪（万）": "10-15"}, "10-15万/年"),
        ({"最低工资": "6千", "最高工资": "8千"}, "6千-8千"),
    ],
)
def test_pay_is_one_text_with_its_unit(cells, text):
    """The heading's unit goes to bare figures; least and most become a range."""
    assert posting(**cells)["salary"] == text


def test_places_are_joined_without_saying_the_same_twice():
    """Province, city, district and address in this order."""
    assert posting(城市="北京市", 区县="大兴区", 详细地址="北京市大兴区黄村镇")["location"] == "北京市大兴区黄村镇"
    assert posting(**{"City": "Annandale", "State.Name": "Virginia"})["location"] == "Virginia Annandale"


@pytest.mark.parametrize(
    ("cells", "kind"),
    [
        ({"岗位性质": "公益性岗位"}, "public_welfare"),
        ({"是否公益性岗位": "是"}, "public_welfare"),
        ({"是否公益性岗位": "否"}, "market"),
        ({"kind": "public_welfare"}, "public_welfare"),
        ({"岗位名称": "公益岗（保洁）"}, "public_welfare"),
        ({}, "market"),
    ],
)
def test_public_welfare_is_told_by_kind_title_or_type(cells, kind):
    """Everything else is the market."""
    assert posting(**cells)["kind"] == kind


def test_an_education_in_the_column_of_experience_goes_back():
    """And is said."""
    postings = read_postings([{"岗位名称": "会计", "工作经验": "本科", "学历": "英语熟练"}])
    row = postings.frame.iloc[0]
    assert (row["education"], row["experience"], row["requirements"]) == ("本科", None, "英语熟练")
    assert "放回学历列" in postings.notices[0]


def test_the_same_content_has_the_same_id_everywhere():
    """Made of what the vacancy is, not of when it was posted."""
    one, other = posting(单位名称="甲", 发布日期="2026-01-01"), posting(单位名称="甲", 发布日期="2026-05-05")
    assert one["posting_id"] == other["posting_id"] and one["posting_id"].startswith("J-")


def test_a_column_of_unreadable_dates_is_said():
    """They count as unknown."""
    postings = read_postings([{"岗位名称": "保洁", "截止日期": "某日"}, {"岗位名称": "保安", "截止日期": "长期有效"}])
    assert postings.frame["closes_on"].isna().all()
    assert "截止日期 列有 1 行" in postings.notices[0]


def test_what_columns_ask_of_the_person_is_screened():
    """年龄要求 and 性别要求 stand in every table of a job fair."""
    asked = posting(年龄要求="35岁以下", 性别要求="女")["requirements"]
    assert asked == "性别要求：女\n年龄要求：35岁以下"
    assert {one.kind for one in screen_text(asked)} == {"gender", "age"}


@pytest.mark.parametrize("cells", [{"性别要求": "男女不限"}, {"性别": "不限"}, {"年龄要求": "不限"}, {"性别": "男/女"}])
def test_a_column_that_asks_nothing_adds_nothing(cells):
    """Nothing is asked of the person."""
    assert posting(**cells)["requirements"] is None


def test_other_requirements_are_requirements(tmp_path):
    """其他 under 岗位要求 holds what a fair's table has no column for: fees, licences, shifts."""
    (table := tmp_path / "posts.csv").write_text(
        "岗位名称,岗位要求/学历,岗位要求/其他\n课程顾问,大专,培训费3000元\n", "utf-8"
    )
    assert read_postings(table).frame["requirements"].tolist() == ["培训费3000元"]


ROWS = [{"岗位名称": "保洁", "单位名称": "甲公司", "干什么": "扫地"}, {"岗位名称": "保安", "单位名称": "甲公司"}]


def _ids(rows, **mapping):
    """The ids that postings without ids are given."""
    return sorted(read_postings(rows, mapping=mapping).frame["posting_id"])


def test_a_made_id_does_not_change_when_a_column_is_named_by_hand():
    """Who has sent a client there finds the posting again."""
    assert _ids(ROWS, 干什么="description") == _ids(ROWS) == _ids([row | {"编者": "某"} for row in ROWS], 编者="hours")


def test_postings_that_only_a_named_column_tells_apart_have_ids_of_their_own():
    """Without the mapping they are one."""
    rows = [ROWS[0], ROWS[0] | {"干什么": "擦窗"}]
    assert len(_ids(rows)) == 1
    assert len(set(_ids(rows, 干什么="description"))) == 2


@pytest.mark.parametrize("said", ["已截止", "已下架", "停止招聘", "招聘結束", "已關閉", "expired", "Closed"])
def test_what_is_over_has_no_opening_left(said):
    """The word stands under 岗位状态, or where the closing day should be."""
    assert posting(岗位状态=said, 招聘人数="3")["openings"] == 0
    assert posting(截止日期=said, 招聘人数="3")["openings"] == 0


@pytest.mark.parametrize(
    "said", ["招聘中", "未下架", "有效", "长期有效", "2026-12-10", "已截止的说明见附件，现补招三人，欢迎报名"]
)
def test_what_goes_on_keeps_its_openings(said):
    """Only a state that says so closes a posting."""
    assert posting(岗位状态=said, 招聘人数="3")["openings"] == 3


def test_a_day_without_a_year_is_reckoned_from_the_day_of_reading_and_said():
    """51job writes 11-18."""
    rows = [{"岗位名称": "保洁员", "发布日期": "11-18", "截止日期": "1月5日"}]
    read = read_postings(rows, as_of="2026-11-23")
    assert read.frame[["posted_on", "closes_on"]].values.tolist() == [["2026-11-18", "2027-01-05"]]
    assert ["11-18 算作 2026-11-18" in line or "1月5日 算作 2027-01-05" in line for line in read.notices] == [
        True,
        True,
    ]


def test_a_head_count_is_no_title():
    """招聘岗位人数 counts people, 招聘岗位及人数 names jobs."""
    assert posting(招聘岗位人数="5")["openings"] == 5


@pytest.mark.parametrize(
    ("cells", "left"),
    [
        ({"招聘人数": "0"}, 0),
        ({"招聘人数": "0人"}, 0),
        ({"招聘人数": "若干"}, -1),
        ({"招聘人数": ""}, -1),
        ({"招聘人数": "0", "岗位状态": "已招满"}, 0),
        ({"招聘人数": "5", "剩余人数": "0"}, 0),
        ({"招聘人数": "5", "剩余人数": "2"}, 2),
        ({"招聘人数": "5", "已招人数": "5"}, 0),
        ({"招聘人数": "5", "已到岗人数": "3人"}, 2),
        ({"招聘人数": "若干", "已招人数": "3"}, -1),
    ],
)
def test_a_posting_is_full_where_that_is_told(cells, left):
    """By its state, by none that are sought or left, or by as many hired as were sought."""
    found = read_postings([{"岗位名称": "保洁员", **cells}]).frame["openings"]
    assert found.fillna(-1).tolist() == [left]


def test_a_count_of_none_is_said():
    """Whoever did not fill in a number can leave the cell empty."""
    notices = read_postings([{"岗位名称": "保安", "招聘人数": "0"}, {"岗位名称": "保洁", "招聘人数": "2"}]).notices
    assert [line for line in notices if "招聘人数" in line]


def test_a_month_closes_with_its_last_day():
    """2026年11月 lasts to the 30th, which is said; a range to its end."""
    said = {"保洁": "2026年11月", "保安": "2026-11-01至2026-12-15", "门卫": "2026-12-20"}
    read = read_postings([{"岗位名称": title, "有效期": cell} for title, cell in said.items()])
    assert list(read.frame["closes_on"]) == ["2026-11-30", "2026-12-15", "2026-12-20"]
    assert "有效期 列有 2 行" in " ".join(read.notices)


@pytest.mark.parametrize(
    ("cells", "text"),
    [
        ({"min_salary": "72000", "max_salary": "96000", "pay_period": "YEARLY", "currency": "CNY"}, "72000-96000/年"),
        ({"min_salary": "25", "max_salary": "30", "pay_period": "HOURLY"}, "25-30/小时"),
        ({"min_salary": "25", "max_salary": "30", "pay_period": "per hour", "currency": "USD"}, "USD 25-30/小时"),
        ({"最低工资": "72000", "最高工资": "96000", "薪资周期": "年"}, "72000-96000/年"),
        ({"薪资": "200", "薪资类型": "日薪"}, "200/天"),
        ({"薪资": "200", "结算方式": "月结"}, "200"),
        ({"薪资": "200元/天", "结算方式": "月结"}, "200元/天"),
        ({"薪资": "面议", "薪资周期": "年", "币种": "美元"}, "面议"),
    ],
)
def test_the_period_and_the_money_of_columns_of_their_own_count(cells, text):
    """In any words; a text of pay that tells its own is left as it is."""
    assert posting(**cells)["salary"] == text


@pytest.mark.parametrize(("cell", "openings"), [("-2", None), ("－3", None), ("负2人", None), ("3-5人", 3)])
def test_fewer_openings_than_none_are_unknown(cell, openings):
    """A number below none is a slip and not its opposite; it is said."""
    read = read_postings([{"岗位名称": "保洁员", "招聘人数": cell}])
    assert read.frame["openings"].astype(object).where(read.frame["openings"].notna(), None).tolist() == [openings]
    assert any(cell in notice for notice in read.notices) == (openings is None)


@pytest.mark.parametrize(("day", "told"), [("2026-11-22", False), ("2026-11-23", True), ("2027-05-01", True)])
def test_a_day_of_posting_that_lies_ahead_is_told(day, told):
    """How old such a posting is nobody knows."""
    read = read_postings([{"岗位名称": "保洁员", "发布日期": day}], as_of="2026-11-22")
    assert any(day in notice for notice in read.notices) == told


@pytest.mark.parametrize("state", ["招聘中", "有效", "正在招聘", "Open"])
def test_a_count_of_none_beside_an_open_state_is_not_told(state):
    """The form wrote 0 where nobody filled in a number."""
    read = read_postings([{"岗位名称": "保洁员", "招聘人数": "0", "岗位状态": state}])
    assert read.frame["openings"].isna().tolist() == [True]
    assert any("不按已招满" in line for line in read.notices)


@pytest.mark.parametrize(("none", "others", "full"), [(20, 300, 0), (20, 400, 20), (5, 5, 5)])
def test_many_counts_of_none_are_not_told(none, others, full):
    """A table of vacancies of which one in twenty seeks nobody has a habit; a few are filled."""
    cells = ["0"] * none + ["2"] * others
    read = read_postings([{"岗位名称": f"保洁员{at}号楼", "招聘人数": cell} for at, cell in enumerate(cells)])
    assert (read.frame["openings"] == 0).sum() == full
    assert any("不按已招满" in line for line in read.notices) == (full == 0)

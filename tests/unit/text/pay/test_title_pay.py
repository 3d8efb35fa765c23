"""Pay that a title tells."""

import pytest
from builders import client, market, posting

from jobmatch.text.pay.salary import parse_salary
from jobmatch.text.pay.titles import less_by_title, pay_in_title

TOLD = [
    ("前端助理4.5K起", 4500),
    ("Web工程师助理4K+", 4000),
    ("销售8k-12k", 8000),
    ("导购月薪过万", 10000),
    ("客服：月薪6K-8K+餐补", 6000),
    ("岗（4K-6K）应届生", 4000),
    ("客户代表（3600元无责底薪+六险一金）", 3600),
    ("外場服務人員【內湖店】月薪38，000~47，000", 38000),
    ("仓库理货员时薪22元", 3828),
    ("总监 年薪30万+", 25000),
]
NOT = [
    "大数据工程师(J10114)",
    "25926-NLP算法工程师",
    "26220K-数据平台架构师",
    "信息安全实习生（2019届）",
    "骑手新人补贴3500",
    "新人入职3000元提供车住骑手",
    "8元1单有吃有住",
    "4K视频剪辑师",
    "0元入职送餐员",
    "門市時薪人員(02/06中徵)",
    "网站编辑（千万用户）",
    "保洁员10人",
]


@pytest.mark.parametrize(("title", "month"), TOLD)
def test_a_title_tells_pay(title, month):
    """With its unit, or behind a word for pay."""
    assert parse_salary(pay_in_title(title)).min_month == month


@pytest.mark.parametrize("title", NOT)
def test_other_numbers_of_a_title_are_no_pay(title):
    """Ids, years, rewards, prices of a turn and resolutions."""
    assert pay_in_title(title) is None


@pytest.mark.parametrize(
    ("column", "title", "sure"),
    [
        ("0.8-1万/月", "电话客服6K", 6000),
        ("5千-1万/月", "电话客服6K", None),
        ("4001-6000", "急招4K", None),
        ("4千-6千/月", "月入过万的骑手", None),
        ("面议", "客服6K", None),
    ],
)
def test_less_than_the_column_is_what_is_sure(column, title, sure):
    """A title that tells more than the column is a boast."""
    found = less_by_title(parse_salary(column), title)
    assert (found and found.month) == sure


@pytest.mark.parametrize("column", ["", "面议"])
def test_pay_of_the_title_counts_where_the_column_tells_none(column):
    """It is shown and held against the least."""
    row = posting(title="仓库管理员4.5K起", salary=column)
    (item,) = market(row).recommend(client(attitude={"pay_min": 4000})).items
    assert (item.pay.min_month, item.pay.text) == (4500, "4.5k起")


def test_less_in_the_title_is_asked_about():
    """The counsellor reads both."""
    row = posting(title="仓库管理员4K", salary="6000-8000元/月")
    (item,) = market(row).recommend(client(attitude={"pay_min": 5000})).items
    assert any("岗位名称里写的只有4000元" in line.text for line in item.limits)

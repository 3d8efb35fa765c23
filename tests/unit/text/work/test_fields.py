"""Wishes that name a field and no work."""

import pytest

from jobmatch.text.work.fields import field_of

WISHES = [
    ("跟电脑有关的", "电脑"),
    ("想做跟计算机相关的工作", "电脑"),
    ("互联网行业", "电脑"),
    ("想进医院上班", "医院"),
    ("医院里随便什么", "医院"),
    ("幼儿园里的活", "幼儿园"),
    ("机场", "机场"),
    ("去学校工作", "学校"),
    ("图书馆", "图书馆"),
    ("公家单位", "公家单位"),
    ("体制内的工作", "公家单位"),
    ("坐办公室的", "办公室"),
    ("室內的工作", "室内"),
    ("不累的", "轻松"),
    ("轻松点就行", "轻松"),
    ("室内的", "室内"),
    ("不用风吹日晒的", "室内"),
    ("站着也行", "站着"),
    ("和小孩打交道的", "儿童"),
    ("养老院干活", "养老院"),
    ("跟动物有关的", "动物"),
    ("想学门手艺", "技术活"),
    ("想在醫院裡面做點事", "医院"),
    ("去银行做点什么", "银行"),
    ("到幼儿园上个班", "幼儿园"),
    ("在图书馆找个事做", "图书馆"),
    ("养老院里边的杂事", "养老院"),
    ("去事业单位", "公家单位"),
    ("不用搬东西的", "轻松"),
    ("不用跟人講話的", "安静"),
    ("往新能源方向发展", "新能源"),
    ("跟數據有關的", "数据"),
    ("日領最好", "日结"),
    ("周结的", "日结"),
    ("暑期實習", "实习"),
    ("临时工", "临时"),
    ("包吃住的", "包吃住"),
    ("坐著的工作", "坐着"),
    ("不用體力的", "轻松"),
    ("在家工作", "在家"),
]


@pytest.mark.parametrize(("wish", "name"), WISHES)
def test_a_workplace_a_line_of_business_or_a_condition_is_a_field(wish, name):
    """Whatever stands around it."""
    assert field_of(wish).name == name


@pytest.mark.parametrize(
    "wish", ["医院保洁", "学校保安", "会计", "开车", "随便", "做点心", "打杂", "某某", "", "医" * 100]
)
def test_who_names_work_names_no_field(wish):
    """Nor does who names nothing."""
    assert field_of(wish) is None

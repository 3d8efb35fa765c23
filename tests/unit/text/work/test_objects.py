"""Objects of work under generic heads: who teaches mathematics teaches no data analysis."""

import pytest

from jobmatch.text.work.object_rows import akin_object, object_table, other_object
from jobmatch.text.work.objects import meant_by, objects_of

APART = [
    ("水電", "維修工程師(資訊科技部)"),
    ("机电维修", "手机上门维修工程师"),
    ("電梯保養", "網站維護人員"),
    ("电工", "网站维护学徒4K包食宿"),
    ("汽修", "空调维修工"),
    ("electrician", "Computer Repair Technician"),
    ("数学老师", "数据分析讲师"),
    ("英语老师", "健身教练"),
    ("幼教老師", "Java讲师"),
    ("瑜伽老师", "小学语文教师"),
    ("软件项目经理", "自动化项目经理"),
    ("市政工程项目经理", "大数据项目经理"),
    ("課程顧問", "理財顧問"),
    ("置业顾问", "猎头顾问"),
    ("行政助理", "美髮助理"),
    ("總務", "總務清潔人員"),
    ("室内设计师", "UI设计师"),
    ("服装设计", "模具设计师"),
    ("日语翻译", "英语翻译"),
    ("韓文客服", "日語客服專員"),
    ("小学数学老师", "小学英语老师"),
    ("钢琴老师", "声乐老师"),
    ("游泳教练", "篮球教练"),
]
NEAR = [
    ("日语翻译", "日语/英语翻译"),
    ("日语翻译", "翻译"),
    ("英語老師", "外語教師"),
    ("导游", "日语导游"),
    ("数学老师", "初中物理老师"),
    ("水電", "空調機電維護工程師"),
    ("设备维修", "全自动化电工"),
    ("家电维修", "电视维修技术员"),
    ("数学老师", "小学初中学科教师"),
    ("软件项目经理", "java开发工程师兼项目经理"),
    ("行政助理", "总经理助理"),
    ("业务助理", "会计助理"),
    ("置业顾问", "销售顾问"),
    ("平面设计", "网页美工"),
    ("软件工程师", "大数据开发工程师(J11803)"),
]


@pytest.mark.parametrize(("wish", "title"), APART)
def test_another_object_under_the_same_head(wish, title):
    """The head is the same, and what it is done on needs other knowledge."""
    assert other_object(object_table([title]), meant_by(wish)).all()


@pytest.mark.parametrize(("wish", "title"), NEAR)
def test_objects_that_are_akin(wish, title):
    """What prepares for the other is not apart."""
    assert not other_object(object_table([title]), meant_by(wish)).any()


@pytest.mark.parametrize("title", ["维修工程师", "老师", "讲师/带薪年假/五险一金", "项目经理(深圳)", "销售代表"])
def test_nothing_is_told_of_what_names_no_object(title):
    """Benefits, places and other heads are no objects, and the unknown is not apart from anything."""
    assert not other_object(object_table([title]), meant_by("电梯维修/数学老师/软件项目经理")).any()


def test_past_work_tells_what_is_meant():
    """老师 of who has taught mathematics is one of mathematics; a cashier's past says nothing of it."""
    assert meant_by("老师", ["数学教师"]) == objects_of("数学老师")
    assert meant_by("老师", ["收银员"]) == objects_of("老师")


def test_the_wish_itself_comes_first():
    """Who has repaired cars and now wants to repair lifts means lifts."""
    assert meant_by("电梯维修", ["汽车维修"]) == objects_of("电梯维修")


def test_what_is_akin_is_not_the_same():
    """Who repairs refrigerators wishes for those first, then for air-conditioners; a bare head may mean either."""
    titles = object_table(["冰箱维修", "空调维修工", "维修工"])
    assert akin_object(titles, meant_by("冰箱维修工")).tolist() == [False, True, False]

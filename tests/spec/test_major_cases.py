"""Fields of study and the work that they lead to, as a counsellor would say."""

import pytest

from jobmatch.text.fold import fold
from jobmatch.text.work.majors import _tables, major_titles, same_field
from jobmatch.text.work.occupations import find_occupations

LEADS_TO = [
    ("网络与新媒体", "新媒体运营"),
    ("网络与新媒体", "短视频编导"),
    ("生物医学", "生物医药研发助理"),
    ("生物医学工程", "医疗器械研发工程师"),
    ("生物医药", "药品质量检验员"),
    ("会计", "出纳"),
    ("大数据与会计", "会计"),
    ("機械工程系", "机械工程师"),
    ("应用统计学", "统计员"),
    ("学前教育", "幼儿园教师"),
    ("幼兒保育科", "保育员"),
    ("汽修", "汽车维修工"),
    ("汽車科", "汽车维修工"),
    ("烹饪", "厨师"),
    ("餐飲管理科", "餐厅服务员"),
    ("电子商务", "电商运营"),
    ("护理", "护士"),
    ("长期照护", "养老护理员"),
    ("计算机科学与技术", "软件开发工程师"),
    ("資訊工程", "软件开发工程师"),
    ("数控技术", "数控操作工"),
    ("市场营销", "销售代表"),
    ("行銷與流通管理系", "销售代表"),
    ("资讯管理", "系统管理员"),
    ("物流管理", "仓库管理员"),
    ("電機工程學系", "电气工程师"),
    ("應用外語科", "英语翻译"),
    ("觀光事業科", "导游"),
    ("城市轨道交通运营管理", "站务员"),
    ("畜牧兽医", "饲养员"),
    ("园林技术", "园林绿化工"),
    ("Mechanical Engineering", "机械工程师"),
    ("Bachelor of Science in Nursing", "护士"),
    ("BA (Hons) Graphic Design", "平面设计师"),
]

NEAR = [
    ("生物医学工程", "生物医药", 0.7),
    ("药学", "生物医药", 0.7),
    ("会计", "财务", 1.0),
    ("财务管理", "会计", 0.7),
    ("机电一体化", "机电", 1.0),
    ("自动化", "机电", 0.7),
    ("机械", "电气", 0.4),
    ("英语", "日语", 0.4),
    ("烹饪", "软件工程", 0.0),
]

OCCUPATIONS = [
    ("网络与新媒体", "全媒体运营师"),
    ("护理", "护士"),
    ("烹饪", "中式烹调师"),
    ("会计", "会计专业人员"),
    ("汽修", "汽车维修工"),
    ("数控", "多工序数控机床操作调整工"),
    ("学前教育", "幼儿园教师"),
    ("电子商务", "电子商务师"),
    ("计算机", "计算机软件工程技术人员"),
    ("物业管理", "物业管理师"),
]


@pytest.mark.parametrize(("major", "title"), LEADS_TO)
def test_a_major_leads_to_its_work(major, title):
    """Among the first titles of a major stands what it is studied for."""
    assert title in major_titles(major)[:6]


@pytest.mark.parametrize(("a", "b", "near"), NEAR)
def test_how_near_a_counsellor_calls_two_majors(a, b, near):
    """What 「…等相关专业」 takes in, and what it does not."""
    assert same_field(a, b) == near


@pytest.mark.parametrize(("major", "occupation"), OCCUPATIONS)
def test_titles_land_on_the_occupation(major, occupation):
    """The titles are words that the classification of occupations understands."""
    found = [find_occupations(title, k=1)[0].name for title in major_titles(major)[:3]]
    assert any(occupation in name for name in found), found


def test_every_word_is_written_folded():
    """A word that folding changes would never be found."""
    _, words = _tables()
    assert [word for word in words if fold(word).lower() != word] == []

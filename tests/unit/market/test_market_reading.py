"""One posting understood: columns first, the text fills what they leave open."""

from datetime import date

import numpy as np
import pytest
from builders import market, posting

from jobmatch.market.cells import read_place
from jobmatch.market.impacts import word_hash
from jobmatch.market.reading import read_rows


def _read(home=None, **row):
    return read_rows([{"posting_id": "P-1", "title": "仓库管理员", **row}], home)[0][0]


@pytest.mark.parametrize(
    ("row", "name", "value"),
    [
        ({"education": "大专", "requirements": "本科以上学历"}, "education", 4),  # the column holds
        ({"education": "不限", "requirements": "要求大专以上学历"}, "education", 4),  # a form's first entry says little
        ({"education": "", "requirements": "高中以上学历"}, "education", 3),
        ({}, "education", None),
        ({"experience": "3-5年"}, "years", 3),
        ({"experience": "", "requirements": "两年以上工作经验"}, "years", 2),
        ({"requirements": "须年满18周岁"}, "age_from", 18),
        ({"requirements": "45岁以下"}, "age_from", 0),  # an upper age is no lawful demand
        ({"openings": 3}, "openings", 3),
        ({"openings": -2}, "openings", 0),
        ({"openings": "若干"}, "openings", None),
        ({"requirements": "须持C1驾照"}, "licence", "C1"),
        ({"requirements": "有C1驾照优先"}, "licence", None),
        ({"description": "入职须交押金500元"}, "asks_money", True),
        ({"posted_on": "2026-11-01"}, "posted_on", date(2026, 11, 1)),
        ({"requirements": "仅限2026届应届毕业生"}, "graduates_only", True),
        ({"lat": 39.7, "lon": 116.3}, "point", (39.7, 116.3)),
        ({"lat": 0, "lon": 0}, "point", None),  # what an empty field is exported as
        ({"lat": 139.7, "lon": 39.9}, "point", None),
        ({"lat": float("nan"), "lon": 116.3}, "point", None),
    ],
)
def test_what_is_read(row, name, value):
    """One fact of one posting."""
    assert getattr(_read(**row), name) == value


def test_the_address_goes_before_the_title_and_the_employer():
    """What a title or a name tells is taken only where no place is stated."""
    told = {"title": "上海大众4S店销售", "employer": "广州某某公司"}
    assert read_place({**told, "location": "北京市大兴区"}, None).name.startswith("北京")
    assert read_place({**told, "location": ""}, None).code[:2] in ("31", "44")


@pytest.mark.parametrize(
    ("told", "place"),
    [
        ({"title": "房产经纪人（就近分配）"}, "辽宁省沈阳市"),
        ({"location": "沈阳-沈河区 全沈阳就近分配"}, "辽宁省沈阳市"),
        ({"description": "门店遍布全市，可就近安排上班"}, "辽宁省沈阳市"),
        ({"description": "请就近面试；公司临近地铁"}, "辽宁省沈阳市沈河区"),
    ],
)
def test_who_is_given_work_near_home_works_anywhere_in_the_city(told, place):
    """The address is then that of the office, and no client of the city lives too far from it."""
    assert read_place({"title": "房产经纪人", "location": "沈阳-沈河区", **told}, None).name == place


def test_a_bare_road_lies_likely_at_home():
    """Said as likely, and only where the file has a home."""
    assert read_place({"location": "建设路1号"}, None) is None
    assert read_place({"location": "建设路1号"}, "北京市").likely


def test_nothing_at_all_is_no_place():
    """Neither address nor name: unknown, not home."""
    assert read_place({"location": "", "title": "保洁员"}, "北京市") is None


def test_a_required_skill_stays_required():
    """Named twice, once as an advantage, it is required."""
    assert _read(requirements="必须会盘点；会盘点者优先").skills["盘点"] is True


def test_words_of_the_title_count_more():
    """A word of the title weighs as three of the text."""
    rows = [{"title": title, "description": "盘点"} for title in ("盘点员", "文员")]
    words = read_rows(rows)[1]
    of_title, of_text = words.counts[words.hashes == np.uint64(word_hash("盘点"))]
    assert of_title > of_text


def test_cells_that_are_no_text_are_not_read():
    """Numbers and NaN in text columns are passed over."""
    assert _read(description=float("nan"), salary=None, education=7).education is None


def test_what_is_repeated_is_read_as_it_stands_alone():
    """Texts that several postings share are read once, and each posting is what it is by itself."""
    rows = [
        {"posting_id": "P-1", "title": "保洁", "description": "限女性，45岁以下", "education": "初中"},
        {"posting_id": "P-2", "title": "保洁", "description": "限女性，45岁以下", "hours": "夜班"},
        {"posting_id": "P-3", "title": "叉车工", "description": "有叉车证，两班倒", "education": "初中"},
    ]
    together, words = read_rows([*rows, *rows])
    assert together == [read_rows([row])[0][0] for row in rows] * 2
    assert words.lengths.tolist() == [float(read_rows([row])[1].lengths[0]) for row in rows] * 2


@pytest.mark.parametrize(
    ("salary", "location", "month"),
    [
        ("USD 600/month", "北京市大兴区", None),
        ("HK$15000/月", "北京市大兴区", None),
        ("NT$30000-40000元", "北京市大兴区", None),
        ("月薪3000美元", "北京市大兴区", None),
        ("NT$30,000/月", "台北市大安區", 30000),
        ("時薪$200", "台北市大安區", 34800),
        ("人民币8000元/月", "台北市大安區", None),
        ("5000-6000元/月（约800美元）", "北京市大兴区", 5000),
        ("¥5000", "北京市大兴区", 5000),
        ("USD 600/month", "", 600),
    ],
)
def test_pay_in_other_money_than_that_of_its_place_is_not_known(salary, location, month):
    """It is never taken for as many yuan; without a place it is compared with its like alone."""
    assert _read(salary=salary, location=location).salary.min_month == month


@pytest.mark.parametrize(
    ("location", "code"),
    [
        ("长沙市岳麓区麓谷企业广场1905（工作地点：广州、杭州）", "440100"),  # before it stands where the firm sits
        ("地址：北京市大兴区黄村镇", "110115005"),
        ("北京·八里庄", "110000"),  # in one of two districts
    ],
)
def test_where_the_work_is_done_is_told_by_its_heading(location, code):
    """What stands below it in a column of places comes before the rest; of several the widest that holds them."""
    assert read_place({"title": "出纳", "location": location}, None).code == code


@pytest.mark.parametrize(("text", "spoken"), [("不考虑实习生", False), ("实习生请勿投递", False), ("招实习生", True)])
def test_who_is_refused_is_not_spoken_of(text, spoken):
    """Who looks for an internship is not led to a posting that says that it is none."""
    matcher = market(posting(requirements=text), posting())
    assert bool(len(matcher.market_.words.run("实习")[0])) == spoken

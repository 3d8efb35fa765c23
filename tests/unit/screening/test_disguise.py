"""Work that is likely another than its title tells is warned of, and ruled out by nothing."""

import pytest
from builders import client, market, posting

from jobmatch.screening.disguise import of_disguise

INSURER, BROKER = "某某人寿保险股份有限公司某市分公司", "某某房地产经纪有限公司"
LETS = "某某汽车租赁有限公司"
FOUND = [
    ({"employer": INSURER, "title": "客服专员", "description": "服务老客户，无责底薪加提成"}, ["disguised"]),
    ({"employer": INSURER, "title": "内勤", "description": "经验不限，晋升空间大"}, ["disguised"]),
    ({"employer": INSURER, "title": "储备干部 高薪"}, ["disguised"]),
    ({"employer": BROKER, "title": "数据分析师", "description": "无责底薪5000+提成"}, ["disguised"]),
    ({"employer": BROKER, "title": "管培生", "description": "为客户带看房源"}, ["disguised"]),
    (
        {"employer": "某某科技有限公司", "title": "客服文员", "description": "负责拨打客户电话邀约成交，底薪加提成"},
        ["disguised"],
    ),
    ({"employer": LETS, "title": "网约车司机", "description": "月租3000，押金可分期"}, ["rented_car"]),
    ({"employer": LETS, "title": "新能源司机", "description": ""}, ["rented_car"]),
    ({"employer": "某某車隊", "title": "小客車駕駛", "description": "租車靠行"}, ["rented_car"]),
    ({"employer": LETS, "title": "专车司机", "description": "公司配车，无需押金"}, []),
    ({"employer": "某某保险股份有限公司某县支公司", "title": "文职", "description": "无经验可，高薪"}, ["disguised"]),
    ({"employer": INSURER, "title": "保险代理人", "description": "底薪加提成"}, []),
    ({"employer": INSURER, "title": "精算岗", "description": "年终奖，晋升空间大"}, []),
    ({"employer": INSURER, "title": "客服专员", "description": "接听来电，三班轮换，五险一金"}, []),
    ({"employer": BROKER, "title": "房产经纪人", "description": "无责底薪加提成"}, []),
    ({"employer": BROKER, "title": "前端开发工程师", "description": "负责新人项目的页面"}, []),
    ({"employer": "某某房地产开发有限公司", "title": "工程管培生", "description": "现场管理"}, []),
    ({"employer": "某某科技有限公司", "title": "文字客服", "description": "不从事电话销售，底薪加绩效"}, []),
    ({"employer": "某某科技有限公司", "title": "客服", "description": "有电话销售经验者优先，底薪加奖金"}, []),
    ({"employer": "某某物流有限公司", "title": "货车司机", "description": "公司配车，不收押金"}, []),
    ({"employer": "某某公交集团", "title": "公交司机", "description": "新能源车"}, []),
]


@pytest.mark.parametrize(("says", "kinds"), FOUND, ids=str)
def test_disguise(says, kinds):
    """By who seeks and what is said together; who says it openly, and other desks of such houses, are left alone."""
    assert [one.kind for one in of_disguise(lambda field: says.get(field, ""))] == kinds


def test_it_is_handed_over_with_a_warning_behind_what_fits_as_well():
    """Nothing is ruled out: where it is the only one it is there."""
    bait = posting(employer=BROKER, salary="5200元/月", description="无责底薪5000+提成")
    (only,) = market(bait).recommend(client()).items
    assert [one.kind for one in only.warnings] == ["disguised"]
    assert market(bait, posting()).recommend(client(), top=1).items[0].warnings == ()

"""Who posts a vacancy, and whether it is one."""

import pytest
from builders import client, market, posting

from jobmatch.screening import of_poster

FOUND = [
    ({"employer": "某某劳务派遣有限公司"}, ["agency"]),
    ({"employer": "某某（北京）人力资源顾问有限公司"}, ["agency"]),
    ({"employer": "合某人力派遣股份有限公司"}, ["agency"]),
    ({"employer": "Some Staffing Ltd"}, ["agency"]),
    ({"description": "与第三方公司签订合同，派驻银行"}, ["agency"]),
    ({"description": "受客户委托招聘财务经理"}, ["agency"]),
    ({"title": "测试工程师（外包岗）"}, ["agency"]),
    ({"description": "公司直招，非劳务派遣"}, []),
    ({"description": "负责劳务派遣公司的对接"}, []),
    ({"description": "中介、派遣公司勿扰"}, []),
    ({"employer": "某某区人力资源和社会保障局"}, []),
    ({"employer": "某某县公共就业和人才服务中心"}, []),
    ({"employer": "春季双选会"}, ["nameless"]),
    ({"employer": "外资企业"}, ["nameless"]),
    ({"employer": "某知名互联网公司"}, ["nameless"]),
    ({"employer": "知名大型集团"}, ["nameless"]),
    ({"employer": "某人才网"}, ["nameless"]),
    ({"employer": "招聘单位"}, ["nameless"]),
    ({"employer": "公司名称保密"}, ["nameless"]),
    ({"employer": "某餐饮店"}, ["nameless"]),
    ({"employer": "知名外企"}, ["nameless"]),
    ({"employer": "行业龙头企业"}, ["nameless"]),
    ({"employer": "xx公司"}, ["nameless"]),
    ({"employer": "-"}, ["nameless"]),
    ({"employer": "校园招聘"}, ["nameless"]),
    ({"employer": "保密技术有限公司"}, []),
    ({"employer": "某某超市"}, []),
    ({"employer": "春季双选会务有限公司"}, []),
    ({"employer": "某某0公司"}, []),
    ({"employer": "上海外资企业服务管理中心"}, []),
    ({"employer": "国有林场"}, []),
    ({"title": "客服 行政专员文员前台营业员收银员店员"}, ["bait"]),
    ({"title": "急招司机、文员、保安、普工"}, ["bait"]),
    ({"title": "前台文员/行政前台/行政助理"}, []),
    ({"title": "保安队长"}, []),
    ({"salary": "0.4-1.9万/月"}, ["bait"]),
    ({"salary": "0.4-1.9万/月", "description": "负责接待来访、收发文件、订会议室和机票酒店"}, []),
    ({"salary": "4000-6000元/月"}, []),
]


@pytest.mark.parametrize(("says", "kinds"), FOUND, ids=str)
def test_poster(says, kinds):
    """An agency, and a posting that names everything, are told; what only speaks of them is not."""
    row = {"title": "文员", **says}
    assert [one.kind for one in of_poster(lambda field: row.get(field, ""))] == kinds


def test_an_agency_is_warned_of_and_ruled_out_by_nothing():
    """The job is handed over with a word on what to ask."""
    (item,) = market(posting(employer="某某劳务派遣有限公司")).recommend(client()).items
    assert [one.kind for one in item.warnings] == ["agency"]

"""Rungs of titles that only look high or low."""

import pytest

from jobmatch.text.work.seniority import parse_seniority

RUNGS = [
    (4, "财务总监 副总裁 副總經理 associate_VP"),
    (3, "助理财务总监 助理总监 助理總經理 協理 总裁办主任 董事会秘书 总工程师 assistant_director"),
    (2, "副理 專案副理 襄理 助理经理 值班经理 助理店长 Assistant_Manager Duty_Manager"),
    (3, "区域销售经理 销售部经理 财务经理/总监"),
    (1, "副主任医师 主任护师 副主厨 資深專員 高级产品经理 资深客户经理 高级工程师/架构师"),
    (
        0,
        "总裁秘书 董事长司机 主管司機 高階主管司機 长官驾驶 总经理室秘书 总经办文员 "
        "大堂副理 大堂經理 班主任 社区协理员 总工会干事 driver_to_director",
    ),
    (0, "副总经理助理 总裁助理 董事长特助 销售经理 数据分析专员/专家 投資研究員/投資研究經理 服務人員(可配合校外實習)"),
    (-1, "项目经理助理 工程师助理 管理培训生 储备销售经理 見習店長 儲備幹部 储备店长 实习副理 助理工程师"),
]


@pytest.mark.parametrize(("rung", "title"), [(rung, title) for rung, titles in RUNGS for title in titles.split()])
def test_rung_of_a_title(rung, title):
    """A big word in a title is that of who is served, assisted or stood in for."""
    assert parse_seniority(title.replace("_", " ")) == rung

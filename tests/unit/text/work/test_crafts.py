"""How work is learned."""

import pytest

from jobmatch.text.work.crafts import COURSE, CRAFT, ON_THE_SPOT, how_learned
from jobmatch.text.work.occupations import find_occupations

CRAFTS = [
    "厨师",
    "西餐厨师",
    "面点师",
    "挖掘机司机",
    "铲车司机",
    "塔吊司机",
    "电工",
    "焊工",
    "钳工",
    "数控车工",
    "泥瓦工",
    "汽修工",
    "空调维修工",
    "理发师",
    "裁缝",
    "会计",
    "护士",
    "律师",
]
COURSES = "月嫂 育婴师 养老护理员 护工 美容师 按摩师 缝纫工 保育员 叉车工 咖啡师".split()  # noqa: SIM905 - a list of words
ON_SPOT = [
    "帮厨",
    "洗碗工",
    "配菜",
    "厨师学徒",
    "电工学徒",
    "汽修小工",
    "保洁员",
    "保安",
    "服务员",
    "普工",
    "包装工",
    "分拣员",
    "理货员",
    "钟点工",
    "搬运工",
    "焊接助手",
]


@pytest.mark.parametrize(
    ("title", "how"),
    [(t, CRAFT) for t in CRAFTS] + [(t, COURSE) for t in COURSES] + [(t, ON_THE_SPOT) for t in ON_SPOT],
)
def test_work_by_how_it_is_learned(title, how):
    """Crafts take years, some work a course; who helps or learns begins on the spot."""
    (code, _, chance) = find_occupations(title, k=1)[0]
    assert how_learned(title, code, chance) == how


def test_the_code_tells_what_no_word_does():
    """An unknown title of a craft's occupation is a craft, where the occupation is sure."""
    assert how_learned("某某", "6-31-01-03") == CRAFT
    assert how_learned("某某", "6-31-01-03", sure=0.2) == ON_THE_SPOT

"""Lists of wishes: names of jobs are several, what is done is one job."""

import pytest

from jobmatch.text.work.wishes import told_together, works_meant


@pytest.mark.parametrize(
    ("wish", "works"),
    [
        ("会计、出纳", ("会计", "出纳")),
        ("保洁、看大门都行", ("保洁", "看大门")),
        ("会计、审计或税务", ("会计", "审计", "税务")),
        ("cleaner, barista", ("cleaner", "barista")),
    ],
)
def test_names_of_jobs_are_several_wishes(wish, works):
    """Whoever lists names would do any of them."""
    assert works_meant(wish) == works


@pytest.mark.parametrize(
    ("wish", "work"),
    [
        ("看仓库、收货发货、记账", "仓管"),
        ("仓管，收发货、记账", "仓管"),
        ("修水电、换灯泡、通下水道", "综合维修"),
        ("洗頭、學做頭髮", "美发"),
        ("订机票、安排会议、接待", "秘书"),
        ("拌料、喂猪、打扫猪圈", "养殖"),
        ("水、电、空调维修工", "水、电、空调维修工"),  # one title
        ("会开怪手，想找工地", "会开怪手，想找工地"),  # a story
        ("保洁员", "保洁员"),
    ],
)
def test_duties_tell_one_job_together(wish, work):
    """A single stray duty (记账) is no wish of its own."""
    assert works_meant(wish) == (work,)


@pytest.mark.parametrize(
    ("wish", "works"),
    [
        ("泡咖啡、做飲料", {"咖啡师", "调饮"}),
        ("修电脑、拉网线、管公司网络", {"网络工程师", "电脑维修"}),
        ("种菜、养鸡", {"种植", "养殖"}),
        ("看大门、收快递", {"保安"}),  # the whole leaves no doubt
    ],
)
def test_duties_of_several_trades_mean_each_that_the_whole_allows(wish, works):
    """A part that tells a trade of its own counts beside what the list tells, unless that makes it all too unlikely."""
    assert set(works_meant(wish)) == works


@pytest.mark.parametrize(
    ("clauses", "work"),
    [
        (("给跑业务的同事打下手", "做合同、报价单、催发货"), "销售内勤"),
        (("對著鏡頭介紹口紅", "讓看直播的人下單"), "主播"),
        (("收银员", "把货摆上架子，看日期"), None),  # a name among them: each is a wish
        (("改衣服", "裁縫"), None),
        (("making beds in a hotel", "cleaning the rooms"), None),
        (("不想再打电话卖东西", "坐办公室里打打字"), None),
        (("离家近一点的那种", "不要太累的那种就行"), None),
    ],
)
def test_clauses_of_a_story_tell_one_job_together(clauses, work):
    """What is cut at its commas is one wish; names and short wishes stay several."""
    assert told_together(clauses) == work

"""What was refused: a kind of work, a condition, or a kind of work under a condition."""

import pytest
from builders import client, limit, market, posting

from jobmatch.fit import refused
from jobmatch.fit.refusal import read_refusal, refusals_in
from jobmatch.text.fold import fold


def _state(said, **says):
    return limit("refused", client(goal={"refused": [said]}), posting(**says))


@pytest.mark.parametrize(
    ("refused", "says", "state"),
    [
        ("销售", {"title": "房产销售顾问"}, "not_met"),
        ("不想做销售类工作", {"title": "电话销售"}, "not_met"),
        ("销售", {"title": "仓库管理员"}, "met"),
        ("服务员", {"title": "餐厅洗碗工"}, "met"),
        ("保洁", {"title": "幼兒園清潔人員"}, "not_met"),
        ("餐飲業", {"title": "【飲料店】正職夥伴"}, "not_met"),
        ("餐饮业", {"title": "会计", "employer": "北京某某餐饮有限公司"}, "not_met"),
        ("卖保险", {"title": "会计", "employer": "某某保险公司"}, "met"),
        ("进厂", {"title": "手机组装"}, "not_met"),
        ("夜班保安", {"title": "保安", "hours": "夜班"}, "not_met"),
        ("夜班保安", {"title": "保安", "hours": "无夜班"}, "met"),
        ("夜班保安", {"title": "保安"}, "unknown"),
        ("夜班保安", {"title": "仓库管理员", "hours": "夜班"}, "met"),
        ("倒班", {"hours": "三班倒"}, "not_met"),
        ("電話推銷", {"title": "電訪開發人員"}, "not_met"),
        ("电话推销", {"title": "客服专员"}, "met"),
        ("保险", {"title": "综合金融客户经理", "employer": "某某人寿保险公司"}, "not_met"),
        ("保险", {"title": "保洁员", "employer": "某某人寿保险公司"}, "met"),
        ("派遣", {"title": "房務員", "employer": "某某人力派遣公司"}, "not_met"),
        ("外包公司", {"title": "测试工程师", "employer": "某某外包服务公司"}, "not_met"),
        ("不上打烊班", {"title": "店员（打烊班）"}, "not_met"),
        ("超商", {"title": "服裝門市人員"}, "met"),
        ("超商", {"title": "門市人員", "employer": "某某便利商店"}, "not_met"),
        ("超商", {"title": "採購專員", "employer": "某某便利商店"}, "met"),
        ("晚班", {"title": "店員（晚班）"}, "not_met"),
        ("晚班", {"title": "店员", "hours": "15:00-22:00"}, "not_met"),
        ("晚班", {"title": "店员", "hours": "8:00-17:00"}, "met"),
        ("晚班", {"title": "店员"}, "unknown"),
        ("出差", {"requirements": "需长期出差"}, "not_met"),
        ("住家", {"title": "保姆", "hours": "住家"}, "not_met"),
        ("拉保險", {"title": "保險理賠專員", "employer": "某某產物保險公司"}, "met"),
        ("不做销售", {"title": "销售数据录入员"}, "met"),
        ("不想洗碗", {"title": "洗碗機業務"}, "met"),
        ("不写代码", {"title": "PHP程序开发员"}, "not_met"),
        ("厨房的活", {"title": "餐饮服务员", "description": "負責備料與烹調"}, "not_met"),
        ("厨房的活", {"title": "厨房电器导购", "description": "介绍油烟机"}, "unknown"),
        ("不修电器", {"title": "洗衣机维修工"}, "not_met"),
        ("说英文", {"title": "英語導遊"}, "not_met"),
        ("说英文", {"title": "日語導遊"}, "met"),
        ("不当司机，也不跟车", {"title": "押运员"}, "not_met"),
        ("怕高", {"title": "外墙清洗工"}, "not_met"),
        ("猎头打电话卖课", {"title": "互联网猎头"}, "not_met"),
        ("猎头打电话卖课", {"title": "电话客服"}, "not_met"),
        ("猎头 打电话 卖课", {"title": "猎头顾问"}, "not_met"),
        ("不要猎头也不要打电话", {"title": "电话销售"}, "not_met"),
        ("别给我介绍中介或保安", {"title": "保安"}, "not_met"),
        ("不做保安保洁", {"title": "保洁员"}, "not_met"),
        ("业务保险直销都不要", {"title": "保险销售"}, "not_met"),
        ("除了销售都行", {"title": "电话销售"}, "not_met"),
        ("餐厅洗碗", {"title": "餐厅领班"}, "met"),
        ("拉網路線", {"title": "弱電工務", "description": "弱電系統、網路線路維護"}, "not_met"),
        ("周末上班", {"hours": "周末轮班"}, "not_met"),
        ("周末上班", {"hours": "双休"}, "met"),
        ("加班", {"requirements": "能接受加班"}, "not_met"),
        ("驻外地出差多的", {"requirements": "需长期出差"}, "not_met"),
        ("外地派驻", {"requirements": "长期外地派驻"}, "not_met"),
        ("晚上的班", {"requirements": "可配合輪班、晚班"}, "not_met"),
        ("太晚下班", {"requirements": "無需上晚班"}, "met"),
        ("住在案主家", {"title": "看護", "hours": "住家"}, "not_met"),
        ("整天写代码", {"title": "嵌入式工程师"}, "not_met"),
        ("自己写程序", {"title": "大数据开发工程师"}, "not_met"),
        ("天天加班", {"title": "会计", "requirements": "能接受加班"}, "not_met"),
    ],
)
def test_refusal(refused, says, state):
    """The words of the client against the posting."""
    assert _state(refused, **says) == state


@pytest.mark.parametrize(
    ("refused", "location", "state"),
    [
        ("房山", "北京市房山区良乡", "not_met"),
        ("房山", "北京市大兴区", "met"),
        ("房山", "北京市", "met"),
        ("上海", "上海市浦东新区", "not_met"),
        ("青岛船厂", "青岛市市南区", "met"),
    ],
)
def test_a_place_is_refused(refused, location, state):
    """Who will not go to a district is handed nothing there; an employer that names a town is none."""
    assert _state(refused, location=location) == state


@pytest.mark.parametrize(
    ("says", "state"),
    [
        ({"title": "公廁清潔人員"}, "not_met"),
        ({"title": "大樓清潔人員"}, "unknown"),
        ({"title": "仓库管理员"}, "met"),
    ],
)
def test_a_part_of_the_wish_is_refused(says, state):
    """Who wishes to clean and refuses toilets keeps the wish, and is to ask whether they are part of it."""
    person = client(goal={"occupations": ["清潔"], "refused": ["掃廁所"]})
    assert limit("refused", person, posting(**says)) == state


def test_one_of_several_refusals_is_enough():
    """Each counts by itself."""
    person = client(goal={"refused": ["销售", "夜班"]})
    assert limit("refused", person, posting(hours="夜班")) == "not_met"
    assert limit("refused", person, posting(title="销售员", hours="无夜班")) == "not_met"


def test_refusing_a_word_that_says_nothing_alone_keeps_others():
    """酒店服务员 is refused, not every 服务员."""
    assert _state("酒店服务员", title="图书馆服务员") != "not_met"


@pytest.mark.parametrize(
    ("title", "state"), [("美容師", "unknown"), ("美容顧問", "not_met"), ("课程顾问", "not_met"), ("仓库管理员", "met")]
)
def test_to_sell_beside_the_work_is_refused(title, state):
    """不要推銷課程: work of which selling may be a part is asked about, and what sells is out."""
    person = client(goal={"occupations": ["美容，不要推銷課程"], "refused": None})
    assert limit("refused", person, posting(title=title)) == state


@pytest.mark.parametrize(("title", "state"), [("理赔专员", "met"), ("会计", "not_met")])
def test_what_is_wished_by_name_stays(title, state):
    """Who refuses a line of business and names work in it still means that work."""
    person = client(goal={"occupations": ["理赔专员"], "refused": ["保险行业"]})
    assert limit("refused", person, posting(title=title, employer="某某保险公司")) == state


@pytest.mark.parametrize(
    ("words", "work"),
    [
        ("不想做保洁", "保洁"),
        ("不写代码", "写代码"),
        ("不进流水线", "流水线"),
        ("拒绝从事餐饮行业", "餐饮"),
        ("做饭", "做饭"),
    ],
)
def test_the_frame_of_a_refusal_is_no_work(words, work):
    """What stands before and behind the refused work is left out."""
    assert read_refusal(words).work == work


def test_a_long_row_of_refusals_is_one_story():
    """Three thousand words without a sign between them end no process."""
    assert len(refusals_in("销售" * 3000)) == 1


def test_a_text_is_read_once_for_all_who_refuse_what_it_may_say(monkeypatch):
    """Of 厨房 in a title only the text tells whether it is a kitchen; whoever asks next needs no look at it."""
    matcher, read = market(posting(title="厨房电器导购", description="介绍厨房电器")), []
    monkeypatch.setattr(refused, "fold", lambda text: read.append(text) or fold(text))
    people = [client(goal={"refused": ["厨房的活"]}, conditions={"age": age}) for age in (30, 40)]
    found = [matcher.recommend(person).excluded for person in people]
    assert (found, read) == ([{"refused": 1}] * 2, ["介绍厨房电器"])


@pytest.mark.parametrize(
    ("said", "title", "employer", "gone"),
    [
        ("早餐店", "早餐店工作人员", "", True),
        ("早餐店", "门市兼职人员", "某某炸鸡", False),
        ("火锅店", "服务员", "某某火锅", True),
        ("火锅店", "服务员", "某某大酒店", False),
        ("医院", "保洁员", "某某人民医院", True),
        ("医院", "保洁员", "某某物业", False),
        ("饮料店", "手摇饮店员", "", True),
        ("咖啡店", "餐厅服务员", "某某酒楼", False),
    ],
)
def test_one_kind_of_place_is_refused_and_no_other(said, title, employer, gone):
    """Who will not work at breakfast is handed evening meals all the same."""
    person = client(goal={"occupations": ["店员"], "refused": [said]})
    found = market(posting(title=title, employer=employer)).explain(person, "P-0")
    assert ("refused" in found.excluded) == gone

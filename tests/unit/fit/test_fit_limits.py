"""Every hard limit in its three states: what a posting says × what is known of a client."""

import pytest
from builders import calm, client, explained, feature, limit, market, posting, stranger
from hypothesis import given
from hypothesis import strategies as st

from jobmatch.fit.limits import LIMITS

MET, UNKNOWN, NOT_MET = "met", "unknown", "not_met"


def _conditions(**fields):
    return client(conditions=fields)


def _registered(**fields):
    return client(registration=fields)


def _near_and_wishes(place):
    return client(conditions={"residence": "北京市大兴区", "max_commute_km": 10}, attitude={"places": [place]})


WELFARE = {"岗位性质": "公益性岗位"}
NEAR, MINOR, ELECTRICIAN = _conditions(max_commute_km=10), _conditions(age=17), {"requirements": "须持电工证"}
INDIGENOUS = {"title": "軟體工程師<依法為原住民進用保障名額>"}
RESERVED = {"title": "大楼清洁员【身障者保障名额】"}
EVENINGS = _conditions(available_hours=[{"days": "any", "from": "17:00", "to": "23:00"}])
WEEKDAYS = _conditions(available_hours=[{"days": "weekday", "from": "08:30", "to": "17:30"}])
CARES = client(family={"care_duties": ["child"]})
LEAST = client(attitude={"pay_min": 4000})
ILL_KNEES = client(
    goal={"occupations": ["保洁员"]}, conditions={"health_limits": ["膝关节退化，不能爬高、不能频繁上下楼梯"]}
)
NO_STAIRS = client(goal={"occupations": ["洗碗", "掃地的"]}, conditions={"health_limits": ["膝蓋不好不能爬樓梯"]})
BAD_BACK = _conditions(health_limits=["腰不能搬重物"])
NO_STANDING = _conditions(health_limits=["不能久站"])


@pytest.mark.parametrize(
    ("kind", "person", "says", "state"),
    [
        ("closed", client(), {"closes_on": "2026-11-21"}, NOT_MET),
        ("closed", client(), {"closes_on": "2026-11-22"}, MET),  # the last day still counts
        ("closed", client(), {}, MET),
        ("full", client(), {"openings": "已招满"}, NOT_MET),
        ("full", client(), {"openings": "1"}, MET),
        ("full", client(), {}, MET),
        ("too_far", NEAR, {"location": "北京市密云区"}, NOT_MET),
        ("too_far", NEAR, {"location": "北京市大兴区"}, MET),
        ("too_far", NEAR, {"location": "北京市"}, UNKNOWN),
        ("too_far", NEAR, {"location": ""}, UNKNOWN),
        ("too_far", client(), {"location": "上海市浦东新区"}, NOT_MET),  # nobody commutes there
        ("too_far", _conditions(residence=None), {"location": "上海市浦东新区"}, UNKNOWN),
        ("too_far", client(), {"location": "日本·东京"}, NOT_MET),
        # of whose home only the district is known: the way within it is not
        (
            "too_far",
            _conditions(residence="深圳市龙岗区", max_commute_km=10),
            {"location": "深圳市龙岗区坂田街道"},
            UNKNOWN,
        ),
        ("too_far", _conditions(residence="深圳市龙岗区", max_commute_km=10), {"location": "上海·静安·彭浦"}, NOT_MET),
        ("too_far", _conditions(residence="深圳市龙岗区", max_commute_km=10), {"location": "北京·八里庄"}, NOT_MET),
        ("too_far", client(), {"title": "仓库管理员（驻老挝）"}, NOT_MET),  # whoever sends people there sits in 北京
        ("too_far", client(), {"location": "巴黎春天百货"}, UNKNOWN),
        ("too_far", client(attitude={"places": ["新加坡"]}), {"location": "新加坡"}, MET),
        (
            "too_far",
            _near_and_wishes("北京市丰台区"),
            {"location": "北京市丰台区"},
            UNKNOWN,
        ),  # from some corner it is near
        ("too_far", _near_and_wishes("北京市密云区"), {"location": "北京市密云区"}, NOT_MET),
        ("too_far", _near_and_wishes("北京市"), {"location": "北京市丰台区"}, NOT_MET),
        ("pay", LEAST, {"salary": "3000-3900元/月"}, NOT_MET),
        ("pay", LEAST, {"salary": "3000-5000元/月"}, MET),
        ("pay", LEAST, {"salary": "4000元/月"}, MET),
        ("pay", LEAST, {"salary": "5000元以上"}, MET),
        ("pay", LEAST, {"salary": "3000元以上"}, UNKNOWN),
        ("pay", LEAST, {"salary": "面议"}, UNKNOWN),
        ("pay", client(), {"salary": "面议"}, MET),
        ("pay", LEAST, {"title": "兼职店员", "salary": "30元/小时"}, UNKNOWN),  # whoever knows how many hours
        (
            "pay",
            LEAST,
            {"title": "兼职店员", "salary": "20元/小时"},
            NOT_MET,
        ),  # of a full month, it would be too little
        ("pay", LEAST, {"title": "兼职店员", "salary": "30元/小时", "hours": "每天4小时，每周5天"}, NOT_MET),
        ("pay", LEAST, {"title": "店员", "salary": "30元/小时"}, MET),
        ("certificate", _conditions(certificates=[]), ELECTRICIAN, NOT_MET),
        ("certificate", _conditions(certificates=None), ELECTRICIAN, UNKNOWN),
        ("certificate", _conditions(certificates=["电工证"]), ELECTRICIAN, MET),
        ("certificate", _conditions(certificates=[]), {"requirements": "有电工证优先"}, MET),
        ("certificate", _conditions(certificates=[]), {"requirements": "须有健康证"}, MET),  # got within days
        ("certificate", _conditions(certificates=[]), {"title": "护士"}, NOT_MET),  # by law
        ("certificate", _conditions(certificates=[]), RESERVED, NOT_MET),
        ("certificate", _conditions(certificates=None), RESERVED, UNKNOWN),
        ("certificate", client(conditions={"certificates": []}, registration={"groups": ["残疾"]}), RESERVED, MET),
        ("licence", _conditions(driving_licence="无"), {"requirements": "须持C1驾照"}, NOT_MET),
        ("licence", _conditions(driving_licence=None), {"requirements": "须持C1驾照"}, UNKNOWN),
        ("licence", _conditions(driving_licence="B2"), {"requirements": "须持C1驾照"}, MET),
        ("licence", _conditions(driving_licence="C1"), {"requirements": "须持A1驾照"}, NOT_MET),
        ("licence", _conditions(driving_licence="无"), {"requirements": "有驾照优先"}, MET),
        ("licence", _conditions(driving_licence="普通小型車"), {"requirements": "須有職業小客車駕照"}, NOT_MET),
        ("licence", _conditions(driving_licence="職業大客車"), {"requirements": "須有職業小客車駕照"}, MET),
        ("night_shift", _conditions(night_shift_ok=False), {"description": "晚班最早16:30，最晚至04:30"}, NOT_MET),
        ("hours", _conditions(hours="full"), {"description": "非全职，在家翻译"}, NOT_MET),
        ("vehicle", _conditions(driving_licence="普通小型車"), {"title": "調度員(自備機車)"}, NOT_MET),
        ("vehicle", _conditions(driving_licence="无"), {"requirements": "须自备汽车"}, NOT_MET),
        ("vehicle", _conditions(driving_licence="C1"), {"requirements": "带车入职"}, UNKNOWN),
        ("vehicle", _conditions(driving_licence="C1", vehicles=["面包车"]), {"requirements": "带车入职"}, MET),
        ("vehicle", _conditions(driving_licence="C1", vehicles=[]), {"requirements": "带车入职"}, NOT_MET),
        ("vehicle", _conditions(driving_licence="无"), {"requirements": "电动车自备"}, UNKNOWN),
        (
            "licence",
            _conditions(driving_licence="大客车", certificates=["職業大客車駕照"]),
            {"requirements": "需職業小型車駕照"},
            MET,
        ),
        (
            "licence",
            _conditions(driving_licence=None, certificates=["叉车驾驶证"]),
            {"requirements": "持C1驾照"},
            UNKNOWN,
        ),
        ("language", _conditions(skills=["电路设计"]), {"title": "电子工程师（日语）"}, NOT_MET),
        ("language", _conditions(skills=["日文"]), {"title": "电子工程师（日语）"}, MET),
        ("language", _conditions(skills=None, experience=None), {"title": "德语客服"}, UNKNOWN),
        ("language", _conditions(skills=["Excel"]), {"title": "英文客服"}, MET),
        ("vehicle", _conditions(vehicles=["电动车"]), {"requirements": "需自備交通工具"}, MET),
        ("vehicle", _conditions(driving_licence="无"), {"requirements": "有汽车者优先，公司配车"}, MET),
        ("age", _conditions(age=15), {}, NOT_MET),
        ("age", MINOR, {"requirements": "须年满18周岁"}, NOT_MET),
        ("age", MINOR, {"hours": "夜班"}, NOT_MET),
        ("age", MINOR, {"requirements": "需搬运重物"}, NOT_MET),
        ("age", MINOR, {"title": "资料员", "hours": "白班，无夜班"}, MET),
        ("age", _conditions(age=18), {"requirements": "须年满18周岁"}, MET),
        ("age", _conditions(age=None), {"requirements": "须年满18周岁"}, UNKNOWN),
        ("age", _conditions(age=58), {"requirements": "45岁以下"}, MET),  # an upper age is against the law
        ("night_shift", _conditions(night_shift_ok=False), {"hours": "夜班"}, NOT_MET),
        ("night_shift", _conditions(night_shift_ok=False), {"hours": "无夜班"}, MET),
        ("night_shift", _conditions(night_shift_ok=False), {}, UNKNOWN),
        ("night_shift", _conditions(night_shift_ok=None), {"hours": "夜班"}, MET),
        ("night_shift", _conditions(night_shift_ok=True), {"hours": "夜班"}, MET),
        ("shift", _conditions(shift_ok=False), {"hours": "三班倒"}, NOT_MET),
        ("shift", _conditions(shift_ok=False), {"hours": "不倒班"}, MET),
        ("shift", _conditions(shift_ok=False), {}, UNKNOWN),
        ("shift", _conditions(shift_ok=True), {"hours": "三班倒"}, MET),
        ("hours", _conditions(hours="full"), {"hours": "兼职"}, NOT_MET),
        ("hours", _conditions(hours="part"), {"hours": "兼职"}, MET),
        ("hours", _conditions(hours="part"), {"hours": "全职"}, NOT_MET),
        ("hours", _conditions(hours="part"), {}, UNKNOWN),
        ("hours", _conditions(hours="any"), {"hours": "兼职"}, MET),
        ("hours", WEEKDAYS, {"hours": "9:00-17:00，双休"}, MET),
        ("hours", WEEKDAYS, {"hours": "7:00-15:00，双休"}, NOT_MET),
        ("hours", WEEKDAYS, {"hours": "9:00-20:00，双休"}, NOT_MET),
        ("hours", WEEKDAYS, {"hours": "9:00-17:00，周末上班"}, NOT_MET),
        ("hours", WEEKDAYS, {"hours": "22:00-6:00，双休"}, NOT_MET),
        ("hours", WEEKDAYS, {}, UNKNOWN),
        ("hours", WEEKDAYS, {"title": "超商晚班工讀"}, NOT_MET),
        ("hours", WEEKDAYS, {"title": "清潔員（打烊班）"}, NOT_MET),
        ("hours", WEEKDAYS, {"title": "早班外場"}, UNKNOWN),
        ("hours", EVENINGS, {"title": "早班外場"}, NOT_MET),
        ("hours", EVENINGS, {"title": "晚班外場"}, UNKNOWN),
        ("hours", WEEKDAYS, {"requirements": "可配合輪班、晚班"}, UNKNOWN),
        ("too_far", client(), {"location": ".", "description": "办公地址：上饶市高铁经济试验区"}, NOT_MET),
        ("too_far", client(), {"location": "见正文", "description": "上班地点：北京市大兴区榆垡镇"}, UNKNOWN),
        ("too_far", client(), {"location": "-", "description": "面试地点：上饶市"}, UNKNOWN),
        ("too_far", client(), {"location": "无", "employer": "北京某某公司"}, UNKNOWN),
        ("hours", _conditions(hours="full"), {"title": "销售代表（兼）"}, NOT_MET),
        ("health", NO_STANDING, {"requirements": "需长时间站立工作"}, NOT_MET),
        (
            "health",
            ILL_KNEES,
            {"title": "办公楼保洁员"},
            UNKNOWN,
        ),  # asked by the wished work
        ("health", ILL_KNEES, {"title": "楼道保洁员", "requirements": "扫楼道"}, NOT_MET),
        ("health", NO_STAIRS, {"title": "餐廳洗碗員"}, UNKNOWN),
        ("health", NO_STAIRS, {"title": "清潔人員"}, UNKNOWN),
        ("health", NO_STAIRS, {"title": "外卖骑手"}, NOT_MET),
        ("health", BAD_BACK, {"title": "照顧服務員"}, UNKNOWN),
        ("health", BAD_BACK, {"title": "居服員"}, UNKNOWN),  # the same work, whatever it is called
        ("health", NO_STANDING, {"title": "陈列员"}, NOT_MET),
        ("health", NO_STANDING, {"title": "仓库管理员"}, UNKNOWN),
        ("health", _conditions(health_limits=["坐輪椅"]), {"title": "保洁员"}, NOT_MET),
        ("health", _conditions(health_limits=["手不能碰水"]), {"title": "洗碗工"}, NOT_MET),
        ("health", ILL_KNEES, {"title": "搬运工"}, NOT_MET),
        ("health", NO_STANDING, {"title": "资料员", "requirements": "坐着办公"}, MET),
        ("health", NO_STANDING, {"title": "保安", "description": "监控室值班，坐着上班"}, MET),
        ("health", NO_STANDING, {"title": "保安", "description": "小区门岗"}, UNKNOWN),
        ("health", NO_STANDING, {"title": "资料员", "description": "流水线旁登记"}, UNKNOWN),
        ("health", BAD_BACK, {"title": "資料員", "description": "補貨上架"}, UNKNOWN),
        ("health", BAD_BACK, {"title": "資料員", "description": "無需補貨"}, MET),
        ("health", _conditions(health_limits=[]), {"requirements": "需长时间站立工作"}, MET),
        ("care", CARES, {"hours": "住家"}, NOT_MET),
        ("care", CARES, {"requirements": "需长期出差"}, NOT_MET),
        ("care", CARES, {}, MET),
        ("care", client(), {"hours": "住家"}, UNKNOWN),  # whether one would is to be asked
        ("care", client(), {"requirements": "必须配合住在公司宿舍，无法通勤"}, UNKNOWN),
        ("care", client(goal={"occupations": ["住家保姆"]}), {"hours": "住家"}, MET),
        ("care", client(), {"benefits": "如需住宿可提供宿舍"}, MET),
        ("refused", client(goal={"refused": ["保洁"]}), {"title": "保洁员"}, NOT_MET),
        ("refused", client(goal={"refused": ["保洁"]}), {}, MET),
        ("refused", client(goal={"refused": ["夜班"]}), {"hours": "夜班"}, NOT_MET),
        ("refused", client(goal={"refused": ["夜班"]}), {}, UNKNOWN),
        ("public_welfare", _registered(groups=["4050"]), WELFARE, MET),
        ("public_welfare", client(family={"zero_employment": True}), WELFARE, MET),
        ("public_welfare", _registered(groups=[]), WELFARE, NOT_MET),
        ("public_welfare", _registered(groups=["高校毕业生"]), WELFARE, NOT_MET),
        ("public_welfare", client(), WELFARE, UNKNOWN),
        ("public_welfare", _registered(groups=[]), {}, MET),
        ("reserved", _registered(groups=["4050"]), INDIGENOUS, NOT_MET),
        ("reserved", _registered(groups=["原住民"]), INDIGENOUS, MET),
        ("reserved", client(), INDIGENOUS, UNKNOWN),
        ("reserved", _registered(groups=["低保"]), {"requirements": "限退役军人报考"}, NOT_MET),
        ("reserved", _registered(groups=[]), {"requirements": "退役军人优先"}, MET),
        ("reserved", _registered(status="new_graduate"), {"title": "文员（应届毕业生专岗）"}, MET),
        ("reserved", _registered(status="unemployed"), {"title": "文员（应届毕业生专岗）"}, NOT_MET),
        ("reserved", _conditions(age=30), {"title": "警衛（55plus職場支持）"}, UNKNOWN),
        ("reserved", _conditions(age=58), {"title": "警衛（55plus職場支持）"}, MET),
        ("asks_money", client(), {"description": "入职须交押金500元"}, NOT_MET),
        ("asks_money", client(), {"description": "不收取任何费用"}, MET),
    ],
)
def test_limit(kind, person, says, state):
    """Met, not met, or not to be told."""
    assert limit(kind, person, posting(**says)) == state


def test_every_limit_stands_in_the_table():
    """A new limit wants its rows above."""
    (mark,) = (mark for mark in test_limit.pytestmark if mark.name == "parametrize")
    assert {kind for kind, *_ in mark.args[1]} == set(LIMITS)


@calm
@given(st.sampled_from([row for row in test_limit.pytestmark[0].args[1] if row[3] == NOT_MET]))
def test_what_is_not_met_is_never_recommended(row):
    """It is counted among what was ruled out, and named by explain."""
    kind, person, says, _ = row
    found = market(posting(**says)).recommend(person)
    assert found.items == ()
    assert found.excluded[kind] == 1
    assert kind in explained(person, posting(**says)).excluded


def test_what_is_unknown_rules_nothing_out():
    """The job stays, with a word on what to ask."""
    (item,) = market(posting()).recommend(_conditions(night_shift_ok=False)).items
    assert [(line.kind, line.state) for line in item.limits] == [("night_shift", "unknown")]


def test_a_pay_that_may_have_been_misread_rules_nothing_out():
    """30 a month cannot be meant; what it means is to be asked."""
    assert limit("pay", LEAST, posting(salary="30元/月")) != NOT_MET


def test_a_stranger_meets_nothing_but_questions():
    """Of whom nothing is known no posting is kept, unless the law or the posting itself keeps it from everybody."""
    person = stranger(conditions={"education": "高中"})
    row = posting(requirements="须持C1驾照，须持电工证，夜班，须年满18周岁，久站", salary="2000元/月")
    assert explained(person, row).excluded == ()


def test_night_work_is_to_be_asked_where_the_age_is_unknown():
    """The law keeps minors from night work (未成年工特殊保护规定): whose age is not known may be one."""
    assert limit("age", _conditions(age=None), posting(title="资料员", hours="夜班")) == UNKNOWN


NOON = client(conditions={"available_hours": [{"days": "weekday", "from": "11:00", "to": "13:30"}]})


@pytest.mark.parametrize(
    ("hours", "state"),
    [("全职", NOT_MET), ("11:00-13:00，双休", MET), ("17:00-20:00，双休", NOT_MET), ("", NOT_MET), ("兼职", UNKNOWN)],
)
def test_who_has_few_hours_free_can_only_work_part_time(hours, state):
    """No full-time day fits between eleven and half past one, whether or not anybody said part-time."""
    assert limit("hours", NOON, posting(hours=hours)) == state


@pytest.mark.parametrize(
    ("begin", "end", "state"),
    [
        ("17:30", "23:00", "not_met"),
        ("05:00", "13:00", "not_met"),
        ("11:00", "22:00", "unknown"),
        ("10:00", "20:00", "not_met"),
        ("08:30", "21:30", "met"),
    ],
)
@pytest.mark.parametrize("text", ["班別：[假日]9-18/12-21", "早班09:00-18:00 晚班12:00-21:00"])
def test_several_times_are_held_against_the_hours_that_are_free(text, begin, end, state):
    """Who is free for none of the two can work at neither, who is free for both at either; for one is to be asked."""
    person = client(conditions={"hours": None, "available_hours": [{"from": begin, "to": end}]})
    assert limit("hours", person, posting(hours="", description=text)) == state


def test_what_is_to_be_asked_of_several_times_names_them():
    """Nobody is told that the hours are not known where they are told."""
    person = client(conditions={"available_hours": [{"from": "11:00", "to": "22:00"}]})
    lines = explained(person, posting(description="早班09:00-18:00 晚班12:00-21:00")).limits
    asked = [line.text for line in lines if line.kind == "hours"]
    assert asked == ["有几个时段（最晚的12:00开始，最早的18:00结束），能不能只上合适的一段请问清楚"]


@pytest.mark.parametrize(("wish", "state"), [("full", MET), ("part", NOT_MET)])
def test_shifts_as_long_as_each_other_tell_full_time_work(wish, state):
    """Eleven hours are full-time, whichever of the shifts it is."""
    row = posting(description="二、时间\n早班06:30~17:30\n晚班12:30~23:30")
    assert limit("hours", _conditions(hours=wish), row) == state


@pytest.mark.parametrize("title", ["保母（24小時）", "住家月嫂", "全天候照護員", "24小时医院陪护"])
def test_who_cannot_work_nights_is_sent_to_no_care_by_day_and_night(title):
    """Who cares for somebody for 24 hours, or lives in, works at night."""
    assert limit("night_shift", _conditions(night_shift_ok=False), posting(title=title)) == NOT_MET


def test_the_reason_says_between_which_times_may_be_chosen():
    """The counsellor reads when the latest begins and the earliest ends."""
    row = posting(hours="", description="早班09:00-18:00 晚班12:00-21:00")
    assert "12:00" in feature("hours", client(), row).reason

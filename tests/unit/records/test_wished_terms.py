"""When and how long somebody wishes to work, said where the work is asked."""

import tomllib

import pytest

from jobmatch.records.client import Client
from jobmatch.records.wished_terms import terms_of
from jobmatch.shipped import text_of

TABLE = tomllib.loads(text_of("records/wished_terms.toml"))
EVENING = {"days": None, "from": "17:00", "to": "24:00"}
WEEKEND = {"days": "weekend", "from": None, "to": None}


def _client(*wishes, **parts):
    return Client(client_id="C-1", goal={"occupations": list(wishes)}, **parts).to_dict()


@pytest.mark.parametrize(
    ("wish", "hours", "slots"),
    [
        ("晚上的工作", None, [EVENING]),
        ("晚上兼職", "part", [EVENING]),
        ("下班後打工", None, [EVENING]),
        ("周末的活", None, [WEEKEND]),
        ("假日打工", None, [WEEKEND]),
        ("晚上、週末都可以", None, [EVENING | {"days": "weekend"}]),
        ("兼职", "part", None),
        ("半天班", "part", None),
        ("evening job", None, [EVENING]),
    ],
)
def test_a_wish_of_nothing_but_terms_is_a_condition_and_no_work(wish, hours, slots):
    """The goal is unclear, and the hours are known."""
    told = _client(wish)
    assert (told["goal"]["occupations"], told["goal"]["clarity"]) == (None, "vague")
    assert (told["conditions"]["hours"], told["conditions"]["available_hours"]) == (hours, slots)


def test_terms_before_or_beside_work_leave_the_work():
    """上午的家教 is a tutor's work in the morning."""
    told = _client("上午的家教", "收银，周末不上班")
    assert told["goal"]["occupations"] == ["家教", "收银"]
    assert told["conditions"]["available_hours"] == [{"days": "weekday", "from": "05:00", "to": "13:00"}]


@pytest.mark.parametrize(
    ("wish", "work", "slot"),
    [
        ("下課後去餐廳端盤子", "去餐廳端盤子", EVENING),
        ("白天要上课，晚上去便利店", "去便利店", EVENING),
        ("周末在超市做促销", "在超市做促销", WEEKEND),
        ("收银，孩子上学的时候", "收银", {"days": None, "from": "07:30", "to": "17:30"}),
        ("家教，白天上课", "家教|白天上课", None),  # who teaches by day is free then
        ("洗菜，中午去打饭", "洗菜|中午去打饭", None),
    ],
)
def test_terms_before_a_verb_are_those_of_the_wish(wish, work, slot):
    """Not of one of its duties, which comes later."""
    told = _client(wish)
    assert told["goal"]["occupations"] == work.split("|")
    assert told["conditions"]["available_hours"] == (slot and [slot])


@pytest.mark.parametrize("wish", ["早餐店", "夜班保安", "兼职会计", "夜市摆摊", "全职太太", "周末旅游导游", "早教老师"])
def test_a_name_of_work_that_begins_with_such_a_word_stays_whole(wish):
    """Nothing is taken off it."""
    assert terms_of([wish])[0] == (wish,)


def test_what_is_told_of_the_hours_holds_against_a_wish():
    """Who said when they are free is free then."""
    told = _client("晚上的工作", conditions={"available_hours": [{"from": "18:30", "to": "22:00"}]})
    assert told["conditions"]["available_hours"] == [{"days": None, "from": "18:30", "to": "22:00"}]


@pytest.mark.parametrize("group", ["slots", "hours", "night"])
def test_every_word_of_the_table_is_a_term_by_itself(group):
    """As it stands, and before 的工作."""
    rows = TABLE[group].values()
    words = [word for row in rows for word in (row["words"] if group == "slots" else row)]
    assert [word for word in words if terms_of([f"{word}的工作"])[0] or not terms_of([word])[1].conditions()] == []

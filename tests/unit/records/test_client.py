"""The client: what is read, what is refused, and what is kept frozen."""

import json
import pickle
import re
import subprocess
import sys
import warnings

import numpy as np
import pandas as pd
import pytest

from jobmatch.dataset.clients import read_clients
from jobmatch.errors import BadInput
from jobmatch.messages import use_language
from jobmatch.records import vocabulary
from jobmatch.records.client import Client, unknown_keys

CONTRACT = """{"client_id": "C-001",
 "willingness": {"wants_work": true, "available_from": "2026-12-01"},
 "goal": {"occupations": ["库管员"], "clarity": "clear", "refused": ["夜班保安"]},
 "conditions": {"age": 40, "education": "高中", "major": null,
   "experience": [{"occupation": "库房管理", "years": 3, "ended": "2021-06"}],
   "skills": ["盘点", "Excel"], "certificates": ["叉车证"], "driving_licence": null, "health_limits": [],
   "residence": "北京市大兴区榆垡镇", "max_commute_km": 15, "night_shift_ok": false, "shift_ok": false, "hours": "full",
   "available_hours": [{"days": "weekday", "from": "08:30", "to": "17:30"}]},
 "attitude": {"pay_min": 4000, "pay_wanted": 4500, "places": [], "left_last_job_because": null, "misjudgements": []},
 "ability": {"resume_ready": false, "interview_experience": null, "failed_applications": null},
 "family": {"care_duties": ["child"], "zero_employment": false, "low_income": true},
 "registration": {"registered_on": "2026-11-02", "status": "unemployed", "groups": []},
 "audit": {"gender": "女"}}"""


def conditions(**values):
    """The conditions of a client with these values."""
    return Client(client_id="C-1", conditions=values).conditions


def refused(section, **values):
    """The line with which a value is refused."""
    with pytest.raises(BadInput) as caught:
        Client(client_id="C-1", **{section: values})
    assert caught.value.exit_code == 3
    return str(caught.value)


def test_the_contracts_client_comes_back_as_it_was():
    """Every field of the contract is kept, null stays unknown, an empty list stays empty."""
    told = json.loads(CONTRACT)
    back = Client(**told).to_dict()
    for name, section in told.items():
        assert section == (back[name] if name == "client_id" else {key: back[name][key] for key in section})


def test_a_client_is_frozen_picklable_and_equal_to_its_copy():
    """Shared by threads and processes without surprise."""
    client = Client(**json.loads(CONTRACT))
    assert pickle.loads(pickle.dumps(client)) == client == Client(**client.to_dict())
    with pytest.raises(Exception, match="frozen"):
        client.conditions.age = 3


def test_null_sections_are_empty_sections():
    """A client of whom only the id is known has every section, with nothing in it."""
    client = Client(client_id=7, goal=None)
    assert (client.client_id, client.goal.occupations, client.conditions.skills) == ("7", None, None)


@pytest.mark.parametrize(
    ("field", "said", "meant"),
    [
        ("age", "40岁", 40),
        ("age", "４０", 40),
        ("max_commute_km", "15公里", 15),
        ("education", "技校", "中专"),
        ("education", "國中", "初中"),
        ("education", "專科", "大专"),
        ("education", "高職", "中专"),
        ("education", "大学", "本科"),
        ("driving_licence", "C1", "C1"),
        ("driving_licence", "无", "none"),
        ("driving_licence", None, None),
        ("driving_licence", "c1照", "C1"),
        ("night_shift_ok", "不接受", False),
        ("shift_ok", "是", True),
        ("shift_ok", "", None),
        ("hours", "全职", "full"),
        ("skills", "盘点，Excel/叉车", ("盘点", "Excel", "叉车")),
        ("skills", "无", ()),
        ("skills", "", None),
        ("health_limits", [], ()),
        ("residence", " 大兴 ", "大兴"),
    ],
)
def test_what_people_write_is_read(field, said, meant):
    """Units, width, synonyms, separators and yes or no in words."""
    assert getattr(conditions(**{field: said}), field) == meant


def test_groups_and_care_duties_come_to_the_vocabulary():
    """Rosters write 4050人员 and 低保户."""
    client = Client(client_id="C-1", registration={"groups": "4050人员、低保户"}, family={"care_duties": "孩子"})
    assert (client.registration.groups, client.family.care_duties) == (("4050", "低保"), ("child",))


@pytest.mark.parametrize("age", [-1, 121, float("nan"), float("inf"), "abc", True, [40]])
def test_an_age_that_cannot_be_is_refused(age):
    """With the field and what is welcome."""
    line = refused("conditions", age=age)
    assert "conditions.age" in line and "0 到 120" in line


@pytest.mark.parametrize("pay", [float("nan"), float("inf"), float("-inf"), "Infinity", -5, "很多"])
def test_pay_that_is_no_number_is_refused(pay):
    """NaN and infinity never reach a score."""
    assert "attitude.pay_min" in refused("attitude", pay_min=pay)


def test_a_word_outside_the_vocabulary_is_refused_with_the_welcome_ones():
    """Never guessed."""
    assert "小学 初中 高中 中专 大专 本科 硕士 博士" in refused("conditions", education="火星大学堂")
    assert "清晰 模糊 无目标" in refused("goal", clarity="也许")


@pytest.mark.parametrize("name", vocabulary.TABLES)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_welcome_words_are_those_of_the_language_and_are_taken(name, language):
    """No word of the program in a Chinese line; whatever is offered is understood."""
    use_language(language)
    offered = vocabulary.welcome(name).split()
    assert [vocabulary.settle(name, word) for word in offered] == list(vocabulary.TABLES[name][0])
    assert language == "en" or not any(word.isascii() and word.isalpha() for word in offered)


@pytest.mark.parametrize(
    ("section", "field", "value", "words"),
    [
        ("registration", "groups", ["外星人"], "外星人"),
        ("attitude", "pay_min", 1e12, r"1e\+12"),
        ("conditions", "max_commute_km", -5, "-5.*公里"),
        ("override", "level", 9, "9.*1、2 或 3"),
        ("conditions", "skills", [{"a": 1}], "{…}"),
    ],
)
def test_a_refused_value_is_shown_with_what_is_welcome_there(section, field, value, words):
    """Of a list its words, of a number the number, and the remedy of that very field."""
    assert re.search(words, refused(section, **{field: value}))


def test_a_client_without_an_id_is_refused_in_both_languages():
    """One clear line with the remedy."""
    with pytest.raises(BadInput) as caught:
        Client(conditions={"age": 3})
    assert "client_id" in str(caught.value)
    use_language("en")
    try:
        assert str(caught.value).startswith("a client without an id")
    finally:
        use_language("zh")


def test_a_misspelt_name_is_warned_of_where_nobody_else_tells():
    """A section or a field that a caller misspells is not lost without a word; a reader tells it with the place."""
    with pytest.warns(UserWarning, match="conditons.*conditions"):
        Client(client_id="C-1", conditons={"age": 40})
    with pytest.warns(UserWarning, match=r"conditions\.agee"):
        Client.from_dict({"client_id": "C-1", "conditions": {"agee": 40}})
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert "conditons" in read_clients([{"client_id": "C-1", "goal": {}, "conditons": {"age": 40}}]).notices[0]


def test_unknown_keys_are_left_out_and_named_with_the_nearest_known():
    """A slip of the pen is said, not swallowed."""
    data = {"client_id": "C-1", "conditons": {}, "conditions": {"skils": [], "experience": [{"year": 3}]}}
    with pytest.warns(UserWarning) as told:
        assert Client(**data).conditions.skills is None
    assert len(told) == 3
    assert dict(unknown_keys(data)) == {
        "conditons": "conditions",
        "conditions.skils": "conditions.skills",
        "conditions.experience.year": "conditions.experience.years",
    }


@pytest.mark.parametrize("said", ["随便", "什么都可以", "服从分配", "不挑活", "any job is fine"])
def test_who_takes_whatever_comes_has_no_goal(said):
    """However clearly it is said."""
    goal = Client(client_id="C-1", goal={"occupations": said, "clarity": "clear"}).goal
    assert (goal.clarity, goal.occupations) == ("none", None)


@pytest.mark.parametrize(
    "said",
    [
        "离家近就行，工资高点", "轻松的", "輕鬆一點的", ["不要太累的", "穩定"], "干净、体面的工作", "赚钱多的",
        "国企", "能照顾孩子的", "稳当一点的，什么都行", "easy work", "something stable near home", "a well-paid job",
    ],
)  # fmt: skip
def test_who_says_only_how_a_job_should_be_has_a_vague_goal(said):
    """In either script and in English; that there is no goal at all still stands where it is said."""
    vague, none = (Client(client_id="C-1", goal={"occupations": said, "clarity": one}).goal for one in (None, "none"))
    assert (vague.clarity, none.clarity) == ("vague", "none")


@pytest.mark.parametrize(
    "said", ["干净的保洁", "轻松的前台", "高薪销售", "班主任", "室内设计", "自动化", "light truck driver"]
)
def test_who_names_work_as_well_has_a_goal(said):
    """A word that tells how a job should be takes nothing from one that names it."""
    goal = Client(client_id="C-1", goal={"occupations": said}).goal
    assert (goal.clarity, goal.occupations) == (None, (said,))


def test_the_schema_is_json_and_names_every_section():
    """`jobmatch schema client` prints it."""
    schema = json.loads(json.dumps(Client.model_json_schema()))
    assert schema["required"] == ["client_id"]
    assert {"goal", "conditions", "attitude", "audit"} <= set(schema["properties"])


def test_the_module_imports_neither_pandas_nor_sklearn():
    """A query on an index pays for pydantic alone."""
    code = "import sys, jobmatch.records.client as c; print(sorted({'pandas','sklearn','numpy'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("said", "wished", "refused"),
    [
        (["跟电脑有关的，不写代码"], ("跟电脑有关的",), ("写代码",)),
        ("保洁、月嫂都行，不做住家", ("保洁", "月嫂"), ("住家",)),
        (["司机(不跑长途)"], ("司机",), ("跑长途",)),
        (["不加班的文员"], ("文员",), ("加班",)),
        (["除销售、保险外均可"], None, ("销售", "保险")),
        (["什么都行，夜班除外"], None, ("夜班",)),
        (["anything but sales"], None, ("sales",)),
        (["会计，不会用用友", "别墅保洁"], ("会计", "别墅保洁"), None),
        (["除甲醛工", "不锈钢焊工"], ("除甲醛工", "不锈钢焊工"), None),
    ],
)
def test_what_is_refused_in_a_wish_is_no_wish(said, wished, refused):
    """A wish with a refusal in it is told apart, and who cannot do something refuses nothing."""
    goal = Client(client_id="C-1", goal={"occupations": said}).goal
    assert (goal.occupations, goal.refused) == (wished, refused)


@pytest.mark.parametrize("nobody", [pd.NA, pd.NaT, b"x", None, np.array(["a", "b"])])
def test_what_marks_a_missing_value_is_no_id(nobody):
    """All who have none would be one person."""
    with pytest.raises(BadInput):
        Client(client_id=nobody)


def test_values_of_numpy_and_pandas_are_taken_as_those_of_python():
    """What a row of a table gives."""
    conditions = {"age": np.int64(40), "skills": np.array(["盘点", "Excel"]), "major": pd.NA}
    told = Client(client_id=np.str_("C-1"), conditions=conditions, goal={"occupations": pd.Series(["保洁"])})
    plain = {"age": 40, "skills": ["盘点", "Excel"], "major": None}
    assert told == Client(client_id="C-1", conditions=plain, goal={"occupations": ["保洁"]})

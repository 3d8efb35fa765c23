"""Likeness to kinds of work: the same for the first who names one and for the next, and whatever rows are seen."""

import numpy as np
import pytest
from builders import client, market, posting, values

from jobmatch.fit.likeness import alike


def _case(matcher, **goal):
    return matcher._look(matcher._facts(client(goal={"occupations": ["库管"], "clarity": "clear"} | goal))).case


def test_the_next_client_hears_the_same():
    """A likeness that was kept is that of a market that was never asked."""
    postings = [posting(title=title) for title in ("仓库管理员", "会计", "厨师", "出纳")]
    asked, fresh = market(*postings), market(*postings)
    some = _case(asked).at(np.array([2], dtype=np.intp))
    alike(some, ("会计",))
    assert alike(_case(asked), ("会计",)).tolist() == alike(_case(fresh), ("会计",)).tolist()


def test_a_code_that_covers_two_trades_is_compared_within():
    """Who washed dishes has not waited at table, though one code is for both."""
    person = client(conditions={"experience": [{"occupation": "洗碗工", "years": 6}]})
    dishes, tables = values("background", person, posting(title="餐厅洗碗员"), posting(title="餐厅服务员"))
    assert dishes > 0.8
    assert tables < 0.5


def test_other_words_for_the_wish_are_the_wish():
    """A cleaner of a kindergarten cleans, whatever the title's code."""
    person = client(goal={"occupations": ["保洁"]})
    cleans, teaches = values("occupation", person, posting(title="幼兒園清潔人員"), posting(title="幼兒園教師"))
    assert cleans > 0.7 > teaches


def test_several_kinds_of_work_are_not_one_of_them():
    """What was kept of two wishes together is not taken for either."""
    case = _case(market(posting(title="会计"), posting(title="厨师")))
    both, one = alike(case, ("会计", "厨师")), alike(case, ("会计",))
    assert both.min() > 0.5 > one.min()


def test_the_object_decides_under_a_generic_head():
    """A teacher of mathematics who wishes to teach is near to schools, and far from lecturers of data."""
    person = client(
        goal={"occupations": ["老师"]}, conditions={"experience": [{"occupation": "初中数学教师", "years": 15}]}
    )
    titles = ("数学教师", "数据分析讲师", "老师")
    for name in ("occupation", "background"):
        maths, data, unsaid = values(name, person, *(posting(title=title) for title in titles))
        assert min(maths, unsaid) > 0.4 > data


@pytest.mark.parametrize(
    ("wish", "meant", "other"),
    [
        ("把日本人说的写的变成中文", "日语翻译", "英语翻译"),
        ("给考公务员的人上课讲题", "公职考试培训讲师", "美术老师"),
    ],
)
def test_the_object_is_heard_in_a_wish_that_avoids_the_name(wish, meant, other):
    """The work is told by the model of sayings, and of what by the wish itself."""
    person = client(
        goal={"occupations": [wish]}, conditions={"experience": [{"occupation": "中学数学教师", "years": 4}]}
    )
    near, far = values("occupation", person, posting(title=meant), posting(title=other))
    assert near > 0.6
    assert far < 0.5

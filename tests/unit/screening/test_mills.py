"""Schools that advertise as employers: whom a posting seeks, and what the postings of an employer say together."""

import numpy as np
import pytest
from builders import client, market, posting

from jobmatch.screening import mills, whom_it_seeks
from jobmatch.screening.mills import OPEN, PLAIN, SENIOR, TRAINEE

SEEKS = [
    ("零基础软件测试学徒", "", OPEN),
    ("软件开发（接受转行）", "", OPEN),
    ("软件开发（不接受转行）", "", PLAIN),
    ("程序员，零基础勿扰", "", PLAIN),
    ("软件开发实习生", "", TRAINEE),
    ("工程师（包吃住）", "", TRAINEE),
    ("高级工程师（包吃住）", "", SENIOR),
    ("软件工程师", "有无经验均可,对it行业感兴趣", OPEN),
    ("软件工程师", "对it行业感兴趣,专业不限", PLAIN),
    ("软件工程师", "提供住宿,双休", PLAIN),
    ("软件工程师", "转行勿扰,专业不限", PLAIN),
]


@pytest.mark.parametrize(("title", "text", "whom"), SEEKS, ids=str)
def test_whom_a_posting_seeks(title, text, whom):
    """A title tells it, else two unlike promises of the text; what is denied is not promised."""
    assert whom_it_seeks(title, text) == whom


def test_years_of_work_make_it_no_posting_for_beginners():
    """Who asks five years teaches nobody."""
    assert whom_it_seeks("软件开发，可转行", "", years=5.0) == SENIOR


@pytest.mark.parametrize(
    ("seeks", "skilled", "told"),
    [
        ([OPEN, OPEN, TRAINEE, PLAIN, PLAIN], [1, 1, 1, 1, -1], 5),
        ([OPEN, OPEN], [1] * 2, 0),  # too few to tell
        ([OPEN, PLAIN, PLAIN], [1] * 3, 0),  # of three one
        ([OPEN, TRAINEE, TRAINEE], [1] * 3, 3),
        ([TRAINEE] * 6, [1] * 6, 0),  # graduates are looked for
        ([OPEN, OPEN, TRAINEE, SENIOR, SENIOR], [1] * 5, 0),  # who has done the work, too
        ([OPEN] * 6, [0, 0, 0, 1, 1, 1], 0),  # mostly work that anybody may begin
        ([OPEN] * 6, [-1] * 6, 0),  # nobody knows what work it is
    ],
)
def test_what_postings_say_together(seeks, skilled, told):
    """Skilled work for anybody, in many postings, without one for who can do it."""
    ads, _ = mills(["甲公司"] * len(seeks), np.array(seeks, np.int8), np.array(skilled, np.int8))
    assert set(ads.tolist()) == {told}


def _programmer():
    return client(
        goal={"occupations": ["软件工程师"]},
        conditions={"education": "大专", "experience": [{"occupation": "软件工程师", "years": 2}], "skills": []},
    )


ADS = ["0基础软件开发", "软件开发学徒包吃住", "软件开发实习生", "开发助理（可转行）", "软件工程师"]


def test_a_school_is_warned_of_with_its_figures_and_stands_behind_an_employer():
    """The one posting that looks like a good job is handed over with a word, and not before another's."""
    rows = [posting(title=title, employer="某某学苑公司", salary="9000元/月") for title in ADS]
    items = market(*rows, posting(title="软件工程师", salary="8000元/月")).recommend(_programmer()).items
    told = {item.employer: [one.words for one in item.warnings if one.kind == "mill"] for item in items}
    assert items[0].employer == "某某5公司"
    assert told["某某5公司"] == []
    assert "5 条" in told["某某学苑公司"][0]


def test_a_school_alone_is_not_left_out():
    """It is warned of; nothing is excluded for it."""
    rows = [posting(title=title, employer="某某学苑公司") for title in ADS]
    assert market(*rows).recommend(_programmer()).items

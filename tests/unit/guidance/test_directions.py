"""Directions: occupations within reach, each once, with what it takes."""

import pytest
from builders import client, market, posting, stranger

from jobmatch.guidance.directions import to_talk_over
from jobmatch.settings import load

ROWS = [
    *(posting(title=title, salary="4500元/月", openings="2") for title in ("保洁员", "清洁工", "环卫工")),
    *(posting(title=title, salary="6000元/月") for title in ("快递员", "收派员")),
    posting(title="叉车司机", requirements="须持叉车证"),
    posting(title="护士", education="大专", requirements="须持护士执业证"),
    posting(title="社区保洁员", kind="public_welfare"),
]
NOBODY = stranger(
    conditions={"age": 40, "education": "初中", "residence": "北京市大兴区", "certificates": [], "skills": []}
)


@pytest.fixture(scope="module")
def found():
    """The directions of a client who knows no goal."""
    return market(*ROWS).directions(NOBODY).directions


def test_each_occupation_stands_once(found):
    """Cleaners of any name are one direction."""
    groups = [one.code[:7] for one in found]
    assert len(groups) == len(set(groups)) >= 2


def test_figures_are_those_of_the_postings(found):
    """Postings, openings and pay of the cleaning jobs."""
    cleaning = next(one for one in found if any(job.title == "保洁员" for job in one.jobs))
    assert (cleaning.postings, cleaning.openings) == (3, 6)
    assert cleaning.pay_quartiles == (4500, 4500, 4500)


def test_the_best_comes_first(found):
    """By what the client could get and would accept."""
    scores = [one.score for one in found]
    assert scores == sorted(scores, reverse=True)


def test_who_has_a_goal_is_first_told_what_is_near_it():
    """An accountant without an accountant's job nearby is not told of parcels before the books."""
    rows = [posting(title="快递员", salary="9000元/月"), posting(title="财务助理", salary="4000元/月")]
    person = client(goal={"occupations": ["会计"]}, conditions={"experience": [{"occupation": "会计", "years": 6}]})
    found = market(*rows).directions(person).directions
    assert [one.of_the_client for one in found] == sorted((one.of_the_client for one in found), reverse=True)
    assert found[0].jobs[0].title == "财务助理"


@pytest.mark.parametrize(("education", "level", "told"), [("大专", 2, 0), ("大专", 3, 1), ("高中", 2, 1)])
def test_no_graduate_is_talked_into_work_of_another_kind(education, level, told):
    """Before level 3, where what can be got counts first; who learned no profession hears of all that is open."""
    teacher = client(goal={"occupations": ["英语老师"]}, conditions={"education": education})
    (parcels,) = market(posting(title="快递员")).directions(NOBODY).directions
    assert len(to_talk_over([parcels], teacher, level, load())) == told


def test_what_is_missing_is_told_with_its_time():
    """A storekeeper without the papers for a fork-lift."""
    person = client(conditions={"certificates": []})
    rows = [posting(title="叉车仓管员", requirements="须持叉车证"), posting(title="仓库管理员")]
    (missing,) = market(*rows).directions(person).directions[0].missing
    assert (missing.kind, missing.name, missing.weeks) == ("certificate", "叉车证", 4)


def test_what_is_unknown_is_not_missing():
    """Nothing said of certificates or skills: nothing lacks."""
    person = client(conditions={"certificates": None, "skills": None})
    rows = [posting(title="叉车仓管员", requirements="须持叉车证"), posting(title="仓库管理员")]
    assert all(not one.missing for one in market(*rows).directions(person).directions)


def test_public_welfare_is_no_direction(found):
    """It is a fallback and nothing to aim at."""
    assert all("社区保洁员" not in [job.title for job in one.jobs] for one in found)


def test_near_the_goal_is_told():
    """For a client with a goal."""
    person, rows = client(), [posting(), posting(title="保洁员")]
    near = {one.jobs[0].title: one.near_goal for one in market(*rows).directions(person).directions}
    assert near["仓库管理员"]


def test_without_a_level_there_are_none():
    """Nobody is sent anywhere before something is known."""
    result = market(*ROWS).directions(stranger())
    assert (result.directions, result.level["status"]) == ((), "too_little_known")


@pytest.mark.parametrize(("place", "told"), [("北京市", False), ("北京市大兴区黄村镇", True)])
def test_no_way_is_told_of_postings_that_name_only_the_city(place, told):
    """The middle of the city is not where the work is."""
    rows = [{**row, "location": place} for row in ROWS]
    assert all((one.distance_km is not None) == told for one in market(*rows).directions(NOBODY).directions)
    assert market(*rows).directions(NOBODY).directions

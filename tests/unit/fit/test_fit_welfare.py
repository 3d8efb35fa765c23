"""A wish for a public-welfare post: not a kind of work, but posts for which one must be eligible."""

import pytest
from builders import client, market, posting

POSTS = (posting(title="交通协管员", kind="public_welfare"), posting(title="仓库管理员"), posting(title="保洁员"))


def _wishes(*words, **registration):
    return client(goal={"occupations": words, "clarity": None}, registration=registration)


@pytest.mark.parametrize("wish", ["公益性岗位", "公益岗", "政府安排的公益性岗位", "托底安置"])
def test_who_is_eligible_gets_one_at_least(wish):
    """Marked as what it is and said to be wanted, though other jobs are easier to get."""
    items = market(*POSTS, posting(title="库管员")).recommend(_wishes(wish, groups=["4050"]), top=2).items
    (post,) = [item for item in items if item.posting_id == "P-0"]
    assert post.fallback
    assert "想要的公益性岗位" in next(line.reason for line in post.features if line.name == "occupation")


def test_who_is_not_eligible_is_told_so():
    """And shown the jobs of the market."""
    found = market(*POSTS).recommend(_wishes("公益性岗位", groups=[]), top=3)
    assert "P-0" not in [item.posting_id for item in found.items]
    assert any("不属于就业困难人员" in notice for notice in found.notices)


def test_eligibility_is_asked_where_it_is_not_known():
    """The first answer decides about every such post."""
    found = market(*POSTS).recommend(_wishes("公益性岗位"), top=3)
    assert "registration.groups" in [question.field for question in found.questions]
    assert any("就业困难人员" in notice for notice in found.notices)


def test_where_there_is_none_it_is_said():
    """Nothing is passed off as one."""
    found = market(*POSTS[1:]).recommend(_wishes("公益性岗位", groups=["低保"]), top=3)
    assert any("附近现在没有" in notice for notice in found.notices)


def test_it_is_no_occupation():
    """The level does not take it for a clear goal, and the work named beside it stays one."""
    level = market(*POSTS).assess(_wishes("公益性岗位", groups=["4050"]))
    assert "goal-vague" in [rule.id for rule in level.rules]
    beside = market(*POSTS).recommend(_wishes("公益性岗位（保洁）", groups=[]), top=1).items
    assert [item.title for item in beside] == ["保洁员"]


def test_a_title_does_not_tell_whether_a_post_is_one():
    """In a market so large that like titles are compared once, two posts of one title are told apart."""
    rows = [posting(title="交通协管员", kind="public_welfare" if at % 2 else "market") for at in range(4100)]
    found = market(*rows).recommend(_wishes("公益性岗位", groups=["4050"]), top=3)
    assert all(item.fallback for item in found.items)

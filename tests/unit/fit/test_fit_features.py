"""What all comparisons share: values in 0..1, unknown is neutral and known to be unknown."""

import pytest
from builders import calm, client, explained, named, posting, stranger
from hypothesis import given
from hypothesis import strategies as st

from jobmatch.fit.features import FEATURES
from jobmatch.settings import load

# what a posting may say, the odd things included
ROWS = st.fixed_dictionaries(
    {
        "title": st.sampled_from(
            ["仓库管理员", "保洁员", "出纳", "仓储总监", "夜班保安", "司机", "某某", "Java开发工程师"]
        )
    },
    optional={
        "location": st.sampled_from(["北京市大兴区", "北京市", "上海市浦东新区", "某某路1号", ""]),
        "salary": st.sampled_from(["5000元/月", "面议", "25元/小时", "1-2万", "0", "-"]),
        "education": st.sampled_from(["不限", "初中", "大专", "博士"]),
        "experience": st.sampled_from(["不限", "1-3年", "10年以上", "应届"]),
        "requirements": st.sampled_from(["须持C1驾照", "会盘点", "限应届毕业生", "需会计证", "18-35岁"]),
        "hours": st.sampled_from(["夜班", "倒班", "双休", "兼职", "8:00-17:00"]),
        "posted_on": st.sampled_from(["2026-11-20", "2020-01-01", "2027-01-01"]),
    },
)
PEOPLE = [
    client(),
    client(attitude={"pay_min": 4000, "pay_wanted": 8000, "places": ["北京市朝阳区"]}),
    client(conditions={"night_shift_ok": False, "shift_ok": False, "hours": "part"}),
    client(goal={"occupations": ["会计", "出纳"], "clarity": "vague"}, conditions={"major": "会计", "experience": []}),
    stranger(conditions={"residence": "北京市大兴区"}),
    stranger(conditions={"age": 30, "skills": []}),
]


@calm
@given(st.sampled_from(PEOPLE), ROWS)
def test_values_lie_between_nothing_and_one(person, row):
    """Whatever client meets whatever posting, each comparison gives a value in 0..1 and a reason."""
    lines = explained(person, row).features
    assert [line.name for line in lines] == list(FEATURES)
    assert all(0 <= line.value <= 1 for line in lines)
    assert all(line.reason for line in lines)


@calm
@given(st.sampled_from(PEOPLE), ROWS)
def test_what_is_not_known_changes_nothing(person, row):
    """An unknown comparison stands at its neutral value and adds nothing to the score."""
    neutral = load().table("score.neutral")
    for line in explained(person, row).features:
        if not line.known:
            assert line.value == pytest.approx(neutral[line.name])
            assert abs(line.contribution) < 1e-9


def test_a_posting_that_says_nothing_is_mostly_unknown():
    """A title alone tells the kind of work and no more."""
    lines = {line.name: line.known for line in explained(client(), named()).features}
    assert {name for name, known in lines.items() if not known} == {
        "text", "education", "experience", "pay", "distance", "hours", "health", "freshness", "competition",
    }  # fmt: skip


def test_a_client_of_whom_nothing_is_known_has_no_doubtful_values():
    """Wants, work history, words, schooling and way are all unknown for a stranger."""
    row = posting(education="大专", experience="3年以上", requirements="会盘点，须持C1驾照")
    lines = {
        line.name: line.known for line in explained(stranger(conditions={"skills": None, "age": 30}), row).features
    }
    unknown = {"occupation", "background", "skills", "text", "education", "experience", "certificates", "distance"}
    assert {name for name in unknown if lines[name]} == set()


def test_the_audit_part_reaches_no_comparison():
    """Gender, ethnicity, faith and family status change neither value nor reason."""
    held = {"gender": "女", "ethnicity": "某族", "religion": "某教", "marital_status": "已婚", "household": "外地"}
    assert explained(client(audit=held), posting()).features == explained(client(), posting()).features

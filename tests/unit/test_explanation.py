"""Base and one line a feature add up to the score, for every client and posting."""

import json

import pytest
from builders import calm, client, explained, market, posting, stranger
from hypothesis import given
from hypothesis import strategies as st

from jobmatch.fit.features import FEATURES
from jobmatch.messages import LANGUAGES, use_language

titles = st.sampled_from(["仓库管理员", "保洁员", "会计", "Java开发工程师", "仓储总监", "护士", "某某"])
rows = st.fixed_dictionaries(
    {"title": titles},
    optional={
        "location": st.sampled_from(["北京市大兴区", "北京市海淀区", "上海市浦东新区"]),
        "salary": st.integers(2000, 20000).map(lambda pay: f"{pay}元/月"),
        "education": st.sampled_from(["不限", "初中", "本科", "博士"]),
        "experience": st.sampled_from(["1年以上", "5年以上"]),
        "posted_on": st.dates().filter(lambda day: 2000 < day.year < 2030).map(str),
        "hours": st.sampled_from(["夜班", "双休", "兼职"]),
    },
)
people = st.builds(
    lambda wants, clarity, past, **conditions: client(
        goal={"occupations": wants, "clarity": clarity},
        conditions={**conditions, "experience": [{"occupation": past, "years": 4}]},
    ),
    st.lists(titles, max_size=2, unique=True),
    st.sampled_from(["clear", "vague", "none"]),
    titles,
    age=st.integers(16, 70),
    education=st.sampled_from([None, "小学", "高中", "硕士"]),
    night_shift_ok=st.sampled_from([None, True, False]),
    residence=st.sampled_from([None, "北京市大兴区"]),
)


@calm
@given(people, rows)
def test_the_lines_add_up(person, row):
    """Within a thousand-millionth, whether the posting is ruled out or not."""
    told = explained(person, row)
    assert [line.name for line in told.features] == list(FEATURES)
    assert told.base + sum(line.contribution for line in told.features) == pytest.approx(told.score, abs=1e-9)
    assert 0 <= told.score <= 1


@calm
@given(people, rows)
def test_explain_and_recommend_say_the_same(person, row):
    """Score, lines and limits of a job on the slate are those that explain gives."""
    for item in market(row, posting(title="保洁员")).recommend(person).items:
        told = market(row, posting(title="保洁员")).explain(person, item.posting_id)
        assert (told.score, told.base, told.features) == (item.score, item.base, item.features)
        assert (told.limits, told.excluded) == (item.limits, ())


def test_a_posting_that_is_ruled_out_is_explained_all_the_same():
    """Its limits are named, each in words."""
    told = explained(client(), posting(closes_on="2026-01-01", openings="已招满"))
    assert set(told.excluded) == {"closed", "full"}
    assert all(line.text in str(told) for line in told.limits if line.state == "not_met")
    assert told.score > 0


@pytest.mark.parametrize("tongue", LANGUAGES)
def test_it_reads_as_text(tongue):
    """A head, the base and a line a feature, in the language in force."""
    use_language(tongue)
    told = explained(client(), posting())
    lines = str(told).splitlines()
    assert len(lines) == 2 + len(FEATURES)
    assert told.title in lines[0]
    assert f"{told.score:.3f}" in lines[0]


def test_it_becomes_json():
    """Plain values alone."""
    told = json.loads(json.dumps(explained(client(), posting()).to_dict(), allow_nan=False))
    assert [line["name"] for line in told["features"]] == list(FEATURES)


def test_trade_offs_are_said_where_something_is_given():
    """Less pay than wanted, a long way, another field: who wants to keep accounts is handed the work of before."""
    goal = {"occupations": ["会计"], "clarity": "clear"}
    person = client(goal=goal, attitude={"pay_wanted": 5000}, conditions={"max_commute_km": 60})
    rows = [posting(salary="4000元/月", location="北京市海淀区中关村街道"), posting(title="会计", salary="6000元/月")]
    (item,) = market(*rows).recommend(person).items
    assert {trade.kind for trade in item.trade_offs} == {"pay", "distance", "occupation"}


def test_no_trade_off_is_said_where_nothing_is_given():
    """The work that is wanted, near home, for more than is wanted."""
    (item,) = market(posting(salary="6000元/月")).recommend(client(attitude={"pay_wanted": 5000})).items
    assert item.trade_offs == ()


@pytest.mark.parametrize(("papers", "said"), [([], True), (["保安员证"], False), (None, False)])
def test_a_paper_to_be_got_first_is_said(papers, said):
    """What the law asks of a guard is got in weeks and rules nothing out; who lacks it is told."""
    known = {"experience": [{"occupation": "保安", "years": 3}], "certificates": papers}
    person = client(goal={"occupations": ["保安"]}, conditions=known)
    (item,) = market(posting(title="保安")).recommend(person).items
    assert ("certificate" in {trade.kind for trade in item.trade_offs}) == said


@pytest.mark.parametrize(("paper", "trained"), [("良民证", False), ("健康证", False), ("保安员证", True)])
def test_a_paper_that_is_applied_for_takes_no_course(paper, trained):
    """The police issue a 良民证, nobody trains for it."""
    person = client(goal={"occupations": ["保安"]}, conditions={"certificates": ["保安员证"] if not trained else []})
    asked = "" if trained else f"须持{paper}"
    (item,) = market(posting(title="保安", requirements=asked)).recommend(person).items
    (text,) = [trade.text for trade in item.trade_offs if trade.kind == "certificate"]
    assert ("先培训" in text) == trained


def test_a_long_wish_is_told_in_short():
    """Each reason would repeat a whole sentence; the work that it means says as much."""
    wish = "推着病人去各个科室做检查、送标本拿报告的那种工作"
    lines = explained(client(goal={"occupations": [wish], "clarity": "clear"}), posting(title="陪检员")).features
    assert wish not in next(line.reason for line in lines if line.name == "occupation")


@pytest.mark.parametrize(("salary", "said"), [("15000元/月", True), ("6000元/月", False)])
def test_pay_of_several_times_the_wish_is_to_be_asked_about(salary, said):
    """A lure, a slip, or another person's job; what is a little better is good news."""
    person = client(attitude={"pay_min": 4000, "pay_wanted": 5000})
    (item,) = market(posting(salary=salary)).recommend(person).items
    assert any("期望薪资的3.0倍" in line.text for line in item.limits) is said


def test_who_has_no_level_gets_no_score():
    """Of whom too little is known: refused with the reason."""
    from jobmatch.errors import BadInput

    with pytest.raises(BadInput, match="C-2"):
        market(posting()).explain(stranger(), "P-0")


@pytest.mark.parametrize(
    ("kind", "person", "row", "word"),
    [
        ("health", {"conditions": {"health_limits": ["不能久站"]}}, {}, "久站"),
        ("reserved", {}, {"title": "仓库管理员（退役军人专岗）"}, "退役军人"),
        ("care", {}, {"requirements": "必须住宿舍"}, "愿不愿意"),
        ("pay", {"attitude": {"pay_min": 2000}}, {"salary": "30元/小时", "hours": "兼职"}, "做多少小时没有写"),
        ("experience", {}, {"requirements": "须具备金融行业销售经验"}, "金融行业"),
    ],
)
def test_what_is_to_be_asked_is_named(kind, person, row, word):
    """The counsellor reads what of the job may not suit, not only that something may not."""
    recommended = market(posting(**row)).recommend(client(**person))
    texts = [line.text for item in recommended.items for line in item.limits if line.kind == kind]
    assert any(word in text for text in texts), texts

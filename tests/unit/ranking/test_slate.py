"""The slate: few jobs, by the rule of the level."""

import pytest
from builders import AS_OF, client, market, posting

import jobmatch as jm
from jobmatch.ranking.slate import choose, how_many, how_many_suit
from jobmatch.settings import load

STORE, CLEAN, OTHER = "仓库管理员", "保洁员", "快递员"
WELFARE = {"title": CLEAN, "岗位性质": "公益性岗位"}


def _aimless(*groups):
    """A client without a goal, who has done a little of all three: level 3, whatever the market."""
    past = [{"occupation": title, "years": 3} for title in (STORE, CLEAN, OTHER)]
    goal, registered = {"occupations": [], "clarity": "none"}, {"groups": list(groups)}
    return client(goal=goal, conditions={"experience": past}, registration=registered)


AIMLESS, ENTITLED = _aimless(), _aimless("4050")
# a goal away from what was done, with pay misjudged: level 2
TORN = client(
    goal={"occupations": ["会计"], "clarity": "clear"},
    conditions={"education": "大专", "major": "会计"},
    attitude={"misjudgements": ["以为不用学也行"]},
)


def _slate(person, *rows, top=3):
    return market(*rows).recommend(person, top=top).items


def _titles(items):
    return [item.title for item in items]


def test_level_one_has_the_goal_first():
    """What was asked for stands above what is only within reach."""
    rows = [posting(title=STORE)] * 1 + [posting(title=CLEAN), posting(title=OTHER)]
    result = market(*rows).recommend(client())
    assert result.level["level"] == 1
    assert result.items[0].title == STORE
    assert result.items[0].role in ("goal", "both")


def test_level_two_holds_both_sides():
    """However many jobs there are for the strengths, one for the goal is on the slate, and the other way round."""
    for many, few in ((STORE, "会计"), ("会计", STORE)):
        result = market(*(posting(title=many) for _ in range(6)), posting(title=few)).recommend(TORN)
        assert result.level["level"] == 2
        roles = {item.role for item in result.items}
        assert "both" in roles or {"goal", "strength"} <= roles


@pytest.mark.parametrize(("bar", "titles"), [(0.4, [CLEAN, CLEAN, STORE]), (0.9, [CLEAN, STORE, STORE])])
def test_a_clear_wish_that_enough_jobs_meet_leaves_one_to_the_strengths(tmp_path, bar, titles):
    """Cleaners' jobs are worth half of those as a storekeeper, which is enough by one bar and too little by another."""
    own = tmp_path / "own.toml"
    own.write_text(f"[slate]\nwish_as_good = {bar}", encoding="utf-8")
    rows = [posting(title=title, employer=f"{title}{at}") for title in (STORE, CLEAN) for at in range(3)]
    torn = client(goal={"occupations": [CLEAN], "clarity": "clear"}, attitude={"misjudgements": ["以为不用学也行"]})
    matcher = jm.Matcher(as_of=AS_OF, settings=load(own)).index(jm.read_postings(rows))
    assert _titles(matcher.recommend(torn).items) == titles


def test_the_wish_is_among_the_three_however_much_better_the_strengths_are_paid():
    """One job of the stated kind, far behind those for the strengths; a longer list begins with the same three."""
    torn = client(goal={"occupations": [CLEAN]}, attitude={"misjudgements": ["放着自己的优势不用"]})
    rows = [*(posting(title=STORE, salary="9000元/月") for _ in range(12)), posting(title=CLEAN)]
    three, ten = (market(*rows).recommend(torn, top=top).items for top in (3, 10))
    assert three[2].role == "goal"
    assert three[2].score < 0.5 * three[0].score
    assert [item.posting_id for item in ten[:3]] == [item.posting_id for item in three]


@pytest.mark.parametrize(("clarity", "first"), [("clear", "goal"), (None, "strength")])
def test_what_is_clearly_wished_for_leads(clarity, first):
    """A wish that nobody asked whether it is clear is among them, behind what scores better."""
    goal = {"occupations": [CLEAN], "clarity": clarity}
    torn = client(goal=goal, attitude={"misjudgements": ["以为不用学也行"]})
    rows = [*(posting(title=STORE, salary="4500元/月") for _ in range(5)), posting(title=CLEAN, salary="6500元/月")]
    assert _slate(torn, *rows)[0].role == first


def test_level_three_without_a_goal_spreads_over_occupations():
    """Of many like jobs one is handed over beside other kinds of work."""
    rows = [posting(title=STORE) for _ in range(5)] + [posting(title=CLEAN), posting(title=OTHER)]
    result = market(*rows).recommend(AIMLESS)
    assert result.level["level"] == 3
    assert sorted(_titles(result.items)) == sorted([STORE, CLEAN, OTHER])


def test_a_goal_is_not_spread():
    """Who wants storekeeping gets three such jobs."""
    rows = [posting(title=STORE) for _ in range(5)] + [posting(title=CLEAN), posting(title=OTHER)]
    assert _titles(_slate(client(), *rows)) == [STORE] * 3


@pytest.mark.parametrize("person", [client(), TORN, AIMLESS])
def test_nobody_gets_two_jobs_of_one_employer_while_others_fit_as_well(person):
    """The second job of an employer gives way to another employer's."""
    rows = [posting(title=f"{STORE}（{shed}库）", employer="甲") for shed in "一二三四"]
    rows += [posting(title=STORE, employer=name, salary="4800元/月") for name in ("乙", "丙")]
    employers = [item.employer for item in _slate(person, *rows)]
    assert sorted(employers) == sorted(["甲", "乙", "丙"])


def test_a_much_better_second_job_of_an_employer_stays():
    """Variety is worth something, but not a job that pays a third less than is wanted and asks more."""
    rows = [posting(title=f"{STORE}（{shed}库）", employer="甲", salary="6000元/月") for shed in "一二三"]
    rows += [posting(title="物流专员", employer="乙", salary="4000元/月", education="大专")]
    assert [item.employer for item in _slate(client(), *rows)] == ["甲"] * 3


def test_one_employer_alone_may_fill_the_slate():
    """Where nobody else fits, the others of the same employer follow."""
    rows = [posting(title=f"{STORE}（{shed}库）", employer="甲") for shed in "一二三"]
    assert [item.employer for item in _slate(client(), *rows)] == ["甲"] * 3


def test_postings_without_an_employer_are_each_their_own():
    """Nothing tells that they are of one house."""
    rows = [posting(title=f"{STORE}（{shed}库）", employer="") for shed in "一二三"]
    assert len(_slate(client(), *rows)) == 3


def test_the_fallback_is_for_the_eligible_alone():
    """A public-welfare post goes to who belongs to a group, and never to who does not."""
    (item,) = _slate(ENTITLED, posting(**WELFARE))
    assert (item.fallback, item.role) == (True, "fallback")
    assert _slate(AIMLESS, posting(**WELFARE)) == ()


def test_the_fallback_comes_last():
    """It fills what the market leaves open and displaces nothing."""
    rows = [posting(title=CLEAN), posting(**WELFARE), posting(**WELFARE)]
    items = _slate(ENTITLED, *rows)
    assert [item.fallback for item in items] == [False, True, True]
    full = _slate(ENTITLED, *rows, posting(title=STORE), posting(title=OTHER))
    assert not any(item.fallback for item in full)


def test_fewer_are_given_when_fewer_fit():
    """Nothing is handed over to make up the number."""
    rows = [posting(), posting(closes_on="2026-01-01"), posting(title="外科主任医师", education="博士")]
    result = market(*rows).recommend(client())
    assert _titles(result.items) == [STORE]
    assert (result.shortfall.found, result.shortfall.wanted) == (1, 3)


@pytest.mark.parametrize("top", [1, 2, 5, 8])
@pytest.mark.parametrize("person", [client(), TORN, AIMLESS])
def test_no_more_than_asked_and_none_twice(person, top):
    """Ranks run from one; no posting stands on the slate twice."""
    rows = [posting(title=title) for title in (STORE, CLEAN, OTHER, "会计", "理货员") for _ in range(2)]
    items = _slate(person, *rows, top=top)
    assert [item.rank for item in items] == list(range(1, len(items) + 1))
    assert len({item.posting_id for item in items}) == len(items) <= top


def test_the_order_of_the_file_does_not_matter():
    """The same postings in another order give the same slate."""
    rows = [
        posting(title=title, posting_id=f"N-{at}", employer=f"乙{at}") for at, title in enumerate([STORE, CLEAN] * 4)
    ]
    one, other = _slate(client(), *rows), _slate(client(), *reversed(rows))
    assert [item.posting_id for item in one] == [item.posting_id for item in other]


@pytest.mark.parametrize("person", [client(), TORN, AIMLESS, ENTITLED], ids=["clear", "torn", "aimless", "entitled"])
@pytest.mark.parametrize("top", [1, 3, 20])
def test_as_many_are_counted_as_are_chosen(person, top):
    """At every level, with fallbacks and employers that repeat."""
    rows = [posting(title=title, employer=f"E{at % 2}") for at, title in enumerate((STORE, CLEAN, OTHER, "会计") * 2)]
    matcher = market(*rows, posting(**WELFARE))
    ranked = matcher._shortlist(matcher._facts(person)).ranked
    for without in (frozenset(), frozenset(("E0",))):
        assert how_many(ranked, top, without) == how_many_suit(ranked, choose(ranked, top, without))


def test_households_are_alike_as_employers():
    """Of three families that seek the same help one is handed over while other work fits."""
    families = [posting(title="家庭照顧服務員", employer=name) for name in ("鄭先生", "劉小姐", "侯太太")]
    others = [posting(title="养老护理员", employer=name) for name in ("某某养老院", "某某护理院")]
    person = client(goal={"occupations": ["护理员"]}, conditions={"experience": [{"occupation": "护理员", "years": 5}]})
    employers = [item.employer for item in _slate(person, *families, *others)]
    assert {"某某养老院", "某某护理院"} < set(employers)


@pytest.mark.parametrize(("clarity", "fillers"), [("clear", 2), ("vague", 0)])
def test_a_filler_stands_in_no_three_and_last_in_a_longer_list(tmp_path, clarity, fillers):
    """Who names what is wanted is told what would bring more, and in a longer list what is something else."""
    own = tmp_path / "own.toml"
    own.write_text("[slate]\nfiller = 0.99", encoding="utf-8")
    rows = [posting(title=title, employer=f"E{at}") for at, title in enumerate((CLEAN, STORE, STORE))]
    matcher = jm.Matcher(as_of=AS_OF, settings=load(own)).index(jm.read_postings(rows))
    torn = client(goal={"occupations": [CLEAN], "clarity": clarity}, attitude={"misjudgements": ["以为不用学也行"]})
    three, more = matcher.recommend(torn), matcher.recommend(torn, top=4)
    assert (len(three.items), three.shortfall is None) == (3 - fillers, not fillers)
    told = [item.title for item in more.items if "filler" in {trade.kind for trade in item.trade_offs}]
    assert told == [STORE] * fillers == [item.title for item in more.items][3 - fillers :]


@pytest.mark.parametrize("asked", [{"education": "大专"}, {"title": f"{STORE}总监"}, {"experience": "8年"}])
def test_what_asks_for_more_than_is_there_stands_in_no_three(asked):
    """Schooling, rank or most of the years that are surely lacking: it ends a longer list."""
    matcher = jm.Matcher(as_of=AS_OF).index(jm.read_postings([posting(employer="甲"), posting(employer="乙", **asked)]))
    person = client(conditions={"experience": [{"occupation": STORE, "years": 2}]})
    assert [item.employer for item in matcher.recommend(person).items] == ["甲"]
    assert [item.employer for item in matcher.recommend(person, top=5).items] == ["甲", "乙"]


def test_why_a_wished_job_that_asks_for_more_was_left_out_is_told():
    """Nobody is told that there is nothing where an employer may be rung up."""
    matcher, person = market(posting(education="大专")), client(goal={"occupations": [STORE], "clarity": "clear"})
    found = matcher.recommend(person)
    assert found.items == () and any(STORE in told and "大专" in told for told in found.notices)
    assert [line.kind for line in matcher.explain(person, "P-0").against] == ["unlikely"]


def test_a_second_job_of_one_employer_stands_before_a_filler():
    """What is wished for is handed over twice rather than once beside something else."""
    rows = [
        posting(title=CLEAN, employer="E"),
        posting(title=CLEAN, employer="E", salary="4200"),
        posting(title="会计"),
    ]
    assert _titles(_slate(client(goal={"occupations": [CLEAN], "clarity": "clear"}), *rows)) == [CLEAN, CLEAN]


BODY = "负责仓库收货发货、盘点和台账，配合生产领料，五险一金，月休六天，师傅带教，住得近者优先，欢迎来电咨询。"
TWINS = [
    ({}, {"title": f"急招{STORE}"}, True),
    ({"description": BODY}, {"title": f"{STORE}，五险一金", "description": BODY + "请带身份证。"}, True),
    ({"description": BODY}, {"title": f"急招{STORE}"}, True),
    (
        {"description": BODY},
        {"description": "夜里看守冷库的门，每两个小时巡一次，记录温度，能熬夜，不怕冷，会用对讲机。"},
        False,
    ),
    ({}, {"title": f"{STORE}（西门店）"}, False),
    ({}, {"title": f"急招{STORE}", "salary": "5500元/月"}, False),
    ({}, {"title": f"急招{STORE}", "location": "北京市大兴区榆垡镇"}, False),
]


@pytest.mark.parametrize(("one", "other", "same"), TWINS, ids=str)
def test_a_vacancy_under_two_ids_is_handed_over_once(one, other, same):
    """The same employer, work, pay and place, and no other text: the second id is told beside the first."""
    rows = [posting(employer="甲", **one), posting(employer="甲", **other)]
    rows += [posting(employer=name, salary="4100元/月") for name in "乙丙"]
    items = _slate(client(), *rows)
    ours = [item for item in items if item.employer == "甲"]
    assert (len(ours) == 1 and len(ours[0].also_posted_as) == 1) == same


def test_a_vacancy_under_two_ids_fills_what_is_left_open():
    """Where nothing else fits it is handed over a second time, and is not said to be posted again."""
    items = _slate(client(), posting(employer="甲"), posting(employer="甲", title=f"急招{STORE}"))
    assert [item.also_posted_as for item in items] == [(), ()]


def test_a_vacancy_that_is_passed_over_is_passed_over_under_its_other_id():
    """Who does not want it is not handed its double."""
    matcher = market(posting(employer="甲"), posting(employer="甲", title=f"急招{STORE}"), posting())
    first = matcher.recommend(client(), 1).items[0].posting_id
    left = [item.employer for item in matcher.recommend(client(), without=[first]).items]
    assert left == (["某某2公司"] if first != "P-2" else ["甲", "甲"])


LONG = "负责仓库收货发货、盘点和台账，配合生产领料，整理库区，协助装卸，按时上报数据，" * 3


@pytest.mark.parametrize(
    ("one", "other", "once"),
    [
        (LONG, LONG, True),
        (f"北京甲公司：{LONG}1", f"北京乙公司： {LONG}2", True),
        (LONG, LONG[:-30], False),
        ("收货发货", "收货发货", False),
    ],
)
def test_one_text_under_the_names_of_sister_firms_takes_one_place(one, other, once):
    """Word for word the same, however much better paid than others; a short text is what anybody writes."""
    rows = [posting(employer="北京甲公司", description=one), posting(employer="北京乙公司", description=other)]
    rows += [posting(employer=name, salary="4300元/月", location="北京市房山区") for name in ("丙店", "丁店")]
    items = _slate(client(), *rows)
    ours = [item for item in items if item.employer in ("北京甲公司", "北京乙公司")]
    assert (len(items), len(ours)) == (3, 1 if once else 2)
    assert all(item.also_posted_as == () for item in ours)


def test_one_text_where_nothing_else_fits_takes_two():
    """Fewer than three jobs help nobody."""
    pair = [posting(employer="北京甲公司", description=LONG), posting(employer="北京乙公司", description=LONG)]
    assert len(_slate(client(), *pair)) == 2

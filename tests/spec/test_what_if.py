"""What if, held against asking again from nothing: the counts, the jobs, and that no smaller step would do."""

from functools import cache

import pytest
from builders import client, market, posting
from casebooks import TIMES
from crowd import crowd

import jobmatch as jm
from jobmatch import demo
from jobmatch.settings import load

EVERYTHING = 100_000
RAISED_BY = load().number("what_if.raised_by")
FACTORS = {name: load().get(f"shortfall.{name}_factors") for name in ("distance", "pay")}


def _with(person, part, **fields):
    return jm.Client.from_dict({**person.to_dict(), part: {**person.to_dict()[part], **fields}})


def replayed(person, kind, before, after):
    """The client with the change taken up, written again here from the words of the result alone."""
    goal, conditions = person.goal, person.conditions
    changes = {
        "distance": lambda: _with(person, "conditions", max_commute_km=after),
        "pay": lambda: _with(person, "attitude", pay_min=after),
        "shift": lambda: _with(person, "conditions", shift_ok=True),
        "night_shift": lambda: _with(person, "conditions", night_shift_ok=True),
        "hours": lambda: _with(person, "conditions", hours=after),
        "refused": lambda: _with(person, "goal", refused=[word for word in goal.refused if word != before]),
        "occupation": lambda: _with(person, "goal", occupations=None, clarity="none"),
        "also": lambda: _with(person, "goal", occupations=[*goal.occupations, after]),
        "certificate": lambda: _with(person, "conditions", certificates=[*conditions.certificates, after]),
        "licence": lambda: _with(person, "conditions", driving_licence=after),
        "skill": lambda: _with(person, "conditions", skills=[*conditions.skills, after]),
        "education": lambda: _with(person, "conditions", education=after),
    }
    return changes[kind]()


def jobs_of(matcher, person):
    """All that would be handed over by its id, by the public list."""
    return {item.posting_id: item for item in matcher.recommend(person, top=EVERYTHING).items}


RAISED = {"also": "occupation", "occupation": "occupation", "certificate": "certificates", "licence": "certificates",
          "skill": "skills", "education": "education"}  # fmt: skip
LARGER = {"occupation": ("also",), "distance": ("distance",), "pay": ("pay",)}


@cache
def explained(matcher, person, posting_id):
    """Whether a job is ruled out for a client, and the values of its comparisons."""
    told = matcher.explain(person, posting_id)
    return bool(told.excluded), {line.name: line.value for line in told.features}


def waited(matcher, person, after, item, kinds):
    """Whether a job waited for changes of some kinds: by what is explained of it before and after."""
    (ruled_out, was), (_, now) = (explained(matcher, one, item.posting_id) for one in (person, after))
    better = any(now[name] >= was[name] + RAISED_BY for name in {RAISED[kind] for kind in kinds if kind in RAISED})
    least = person.attitude.pay_min if "pay" in kinds else None
    return ruled_out or better or bool(least and item.pay.min_month and item.pay.min_month < least)


def opened(matcher, person, after, now, kinds):
    """The ids of what is handed over after changes, was not before, and waited for them."""
    new = [item for item in jobs_of(matcher, after).values() if item.posting_id not in now]
    return {item.posting_id for item in new if waited(matcher, person, after, item, kinds)}


def check(matcher, person):
    """Every figure of the result against a new list; how many changes were held against it."""
    result, now = matcher.what_if(person), jobs_of(matcher, person)
    assert result.postings_now == len(now)
    found = {}
    for change in sorted(result.changes, key=lambda change: change.kind == "occupation"):
        after = replayed(person, change.kind, change.before, change.after)
        part_of = LARGER.get(change.kind, ())
        smaller = [ids for (kind, _), ids in found.items() if kind in part_of]
        ids = opened(matcher, person, after, now, {change.kind}).union(*smaller)
        assert len(ids) == change.postings, change
        assert {job.posting_id for job in change.jobs} <= ids
        found[change.kind, str(change.after)] = ids
    if result.pair:
        one, other = result.pair.changes
        both = replayed(replayed(person, one.kind, one.before, one.after), other.kind, other.before, other.after)
        alone = [found.get((change.kind, str(change.after)), set()) for change in (one, other)]
        together = opened(matcher, person, both, now, {one.kind, other.kind}).union(*alone)
        assert len(together) == result.pair.postings
        assert result.pair.openings > max(one.openings, other.openings)
    _check_minimal(matcher, person, result, now)
    return len(result.changes) + bool(result.pair)


def _check_minimal(matcher, person, result, now):
    """No smaller step of the grid opens as much as one that is told."""
    for change in result.changes:
        if change.kind in FACTORS:
            for smaller in _smaller(change):
                after = replayed(person, change.kind, change.before, smaller)
                assert len(opened(matcher, person, after, now, {change.kind})) < change.postings, (change, smaller)


def _smaller(change):
    if change.kind == "distance":
        grid = [round(change.before * factor, 1) for factor in FACTORS["distance"]]
        return [step for step in grid if step < change.after]
    return [step for step in (round(change.before * f / 100) * 100 for f in FACTORS["pay"]) if step > change.after]


@pytest.fixture(scope="module")
def titles():
    """The kinds of work of the demo."""
    return sorted({row.title for row in jm.read_postings(demo.postings_path()).frame.itertuples()})[::4]


def test_the_demo_agrees_with_asking_again(demo_matcher, titles):
    """Thirty made-up clients of every kind around 大兴."""
    people = crowd(30, titles, ["北京市大兴区榆垡镇", "北京市大兴区黄村镇", "北京市大兴区亦庄镇"])
    assert sum(check(demo_matcher, person) for person in people) > 100


REAL = {
    "taiwan": ("postings_taiwan_pes/jobs.jsonl", ["台北市中正区", "新北市板桥区", "台北市内湖区"], "2026-03-01"),
    "taidi": ("postings_taidi/jobs_full.csv", ["广州市天河区", "深圳市南山区", "北京市海淀区"], "2023-06-01"),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", REAL)
def test_real_postings_agree_with_asking_again(shared, name):
    """Forty made-up clients on each of two files of real postings; `make faults` takes a hundred."""
    file, homes, day = REAL[name]
    postings = jm.read_postings(shared / file, as_of=day)
    matcher = jm.Matcher(as_of=day).index(postings)
    titles = sorted(set(postings.frame["title"]))[::7]
    people = crowd(TIMES or 40, titles, homes)
    assert sum(check(matcher, person) for person in people) > 2 * len(people)


def test_the_four_clients_agree_too(demo_matcher):
    """Those of the PLN document."""
    nothing = [one.client_id for one in jm.read_clients(demo.clients_path()) if not check(demo_matcher, one)]
    assert nothing == []


def test_health_care_and_law_are_never_offered_for_change():
    """A client who cannot stand for long, with a child, is offered none of it; nor is an age."""
    person = client(conditions={"health_limits": ["不能久站"]}, family={"care_duties": ["child"]})
    rows = [posting(description="需久站"), posting(description="包住，须住宿舍"), posting()]
    assert {change.kind for change in market(*rows).what_if(person).changes} <= {"occupation", "also", "education"}


def test_more_concessions_never_bring_less_than_fewer(demo_matcher, titles):
    """Any trade opens what one more trade opens, a longer way what a shorter one, and two changes what either opens."""
    told = 0
    for result in map(demo_matcher.what_if, crowd(40, titles, ["北京市大兴区黄村镇"], seed=7)):
        given = {}
        for change in result.changes:
            given.setdefault(change.kind, []).append((change.postings, change.openings))
        most = {kind: tuple(map(max, zip(*figures, strict=True))) for kind, figures in given.items()}
        told += "also" in most and "occupation" in most
        assert all(a <= b for a, b in zip(most.get("also", (0, 0)), most.get("occupation", most.get("also", (0, 0))),
                   strict=True))  # fmt: skip
        assert all(figures == sorted(figures) for kind, figures in given.items() if kind in FACTORS)
        if result.pair:
            assert result.pair.postings >= max(change.postings for change in result.pair.changes)
    assert told > 5


def test_a_paper_opens_only_what_asks_for_it():
    """Four posts ask for the paper, and twenty for nothing: however the paper is written of, four are credited."""
    rows = [posting(title="叉车仓管员", requirements="须持叉车证") for _ in range(4)]
    rows += [posting(title=title) for title in ("保洁员", "收银员", "理货员", "叉车仓库管理员") * 5]
    found = market(*rows).what_if(client(attitude={"pay_min": 4900}))
    assert [change.postings for change in found.changes if change.kind == "certificate"] == [4]


def test_a_longer_way_opens_nothing_that_lies_within_the_old_one():
    """Though a longer way makes every way look shorter."""
    person = client(conditions={"residence": "北京市大兴区黄村镇", "max_commute_km": 5})
    rows = [
        posting(location=f"北京市大兴区{town}") for town in ("黄村镇", "西红门镇", "瀛海镇", "榆垡镇") for _ in "12"
    ]
    found = market(*rows)
    near = {item.posting_id for item in found.recommend(person, top=EVERYTHING).items}
    jobs = [job for change in found.what_if(person).changes if change.kind == "distance" for job in change.jobs]
    assert jobs
    for job in jobs:
        assert job.posting_id not in near
        assert "too_far" in found.explain(person, job.posting_id).excluded


def test_what_asks_less_of_the_client_comes_first(demo_matcher):
    """Of one expectation the small step before the large one, and giving up the goal last."""
    person = next(iter(jm.read_clients(demo.clients_path())))
    given = [one for one in demo_matcher.what_if(person).changes if one.effort == "give"]
    cuts = [one.after for one in given if one.kind == "pay"]
    assert cuts == sorted(cuts, reverse=True)
    assert "occupation" not in {one.kind for one in given[:-1]}


def test_nights_and_shifts_are_not_asked_of_who_is_unwell():
    """Who said no to nights and names a limit of the body may have said no for its sake; others are asked."""
    rows = [posting(description="需上夜班"), posting(description="三班倒"), posting()]
    no = {"night_shift_ok": False, "shift_ok": False}
    kinds = [
        {change.kind for change in market(*rows).what_if(client(conditions=no | limits)).changes}
        for limits in ({}, {"health_limits": ["高血压"]})
    ]
    assert kinds[0] >= {"night_shift"}
    assert not kinds[1] & {"night_shift", "shift"}


def test_no_two_kinds_of_work_beside_the_goal_open_the_same(demo_matcher, titles):
    """The same postings under two names of the classification are told once."""
    for result in map(demo_matcher.what_if, crowd(20, titles, ["北京市大兴区黄村镇"], seed=3)):
        beside = [(one.postings, one.jobs) for one in result.changes if one.kind == "also"]
        assert len(beside) == len(set(beside))


@pytest.fixture(scope="module")
def cleaner(demo_matcher):
    """What if, of a cleaner with six years of school who must not lift."""
    conditions = {"education": "小学", "residence": "北京市大兴区黄村镇", "health_limits": ["不能搬重物"],
                  "experience": [{"occupation": "客房服务员", "years": 8}]}  # fmt: skip
    return demo_matcher.what_if(client(goal={"occupations": ["保洁"], "clarity": "clear"}, conditions=conditions))


def test_years_of_school_are_no_step_of_the_best_pair(demo_matcher):
    """What takes years is told with its time, and is not half of what is advised for now."""
    conditions = {
        "education": "高中",
        "residence": "北京市大兴区黄村镇",
        "experience": [{"occupation": "前台", "years": 8}],
    }
    found = demo_matcher.what_if(client(goal={"occupations": ["文员"], "clarity": "clear"}, conditions=conditions))
    assert "（约需2.5年）" in next(one.text for one in found.changes if one.kind == "education")
    assert "education" not in {one.kind for one in found.pair.changes}


def test_good_health_is_nothing_to_be_learned(cleaner):
    """身体健康 stands among the skills that postings ask."""
    assert "身体健康" not in {one.after for one in cleaner.changes}


def test_nothing_is_changed_of_the_client():
    """Advice only."""
    person = client(conditions={"max_commute_km": 5}, attitude={"pay_min": 6000})
    before = person.to_dict()
    market(posting()).what_if(person)
    assert person.to_dict() == before


def test_of_whom_too_little_is_known_there_is_no_price_list():
    """Only the level says why."""
    result = market(posting()).what_if(jm.Client(client_id="C-9"))
    assert (result.changes, result.level["status"]) == ((), "too_little_known")

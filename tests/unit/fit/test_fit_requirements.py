"""What a posting asks against what the client brings: schooling, years, skills, papers, rank, ease of entry."""

import pytest
from builders import client, feature, market, posting, stranger, values

from jobmatch.fit import experience
from jobmatch.settings import load

SCHOOLS = ["小学", "初中", "高中", "大专", "本科", "硕士", "博士"]


def _conditions(**fields):
    return client(conditions=fields)


def _worked(occupation, years, **more):
    return _conditions(experience=[{"occupation": occupation, "years": years, **more}])


def _rising(found):
    return found == sorted(found) and found[0] < found[-1]


# ------------------------------------------------------------------ schooling


def test_more_schooling_is_never_worse():
    """From primary school to doctor against a posting that asks college."""
    row = posting(education="大专")
    assert _rising([feature("education", _conditions(education=school), row).value for school in SCHOOLS])


def test_asking_more_schooling_is_never_easier():
    """For one client the value falls with what is asked, and what is met is worth all."""
    found = values("education", client(), *(posting(education=school) for school in SCHOOLS))
    assert _rising(found[::-1])
    assert found[:3] == [1.0, 1.0, 1.0]


def test_lower_secondary_is_mostly_asked_as_a_form():
    """Primary school falls less short of it than lower secondary of what comes after, and still falls short."""
    bottom = feature("education", _conditions(education="小学"), posting(title="保洁", education="初中")).value
    above = feature("education", _conditions(education="初中"), posting(title="保洁", education="高中")).value
    assert 1 > bottom > 2 * above


def test_no_schooling_asked_is_open_to_everybody():
    """Even to whose schooling is not known."""
    line = feature("education", _conditions(education=None), posting(education="不限"))
    assert (line.value, line.known) == (1.0, True)


# ------------------------------------------------------------------ skills


def test_duties_of_work_that_is_learned_on_the_spot_are_no_bars():
    """Many duties of a cleaner leave as much to who knows none of them as one; of an accountant's they do not."""
    person = client(goal={"occupations": []}, conditions={"skills": [], "experience": []})
    few, many = "负责保洁", "负责保洁、垃圾清运、打包、洗衣、餐具清洗"
    cleans = [feature("skills", person, posting(title="保洁员", requirements=text)).value for text in (few, many)]
    few, many = "会做账", "会做账、报税、成本核算、审计、财务分析"
    counts = [feature("skills", person, posting(title="会计", requirements=text)).value for text in (few, many)]
    assert cleans[0] == cleans[1]
    assert counts[0] > counts[1]


# ------------------------------------------------------------------ years


def test_more_years_are_never_worse():
    """In the work itself, from none to plenty."""
    row = posting(experience="3年以上")
    assert _rising([feature("experience", _worked("仓库管理员", years), row).value for years in (0, 1, 2, 3, 10)])


@pytest.mark.parametrize("title", ["水电施工员", "工地水电施工员", "水电施工员（长白班）"])
def test_years_under_the_very_title_count_in_full(title):
    """Whether the title names one trade or two."""
    row = posting(title="水电施工员", experience="5年以上")
    assert feature("experience", _worked(title, 5), row).value == 1.0


def test_asking_more_years_is_never_easier():
    """Five years meet three and fall short of ten."""
    found = values("experience", client(), *(posting(experience=f"{years}年以上") for years in (1, 3, 5, 8, 10)))
    assert _rising(found[::-1])
    assert found[1] == 1.0


def test_years_in_other_work_count_less():
    """Five years of teaching are fewer than five years of storekeeping."""
    row = posting(experience="5年以上")
    assert feature("experience", _worked("小学语文教师", 5), row).value < feature("experience", client(), row).value


def test_papers_in_place_of_years_are_looked_for_where_one_will_do(monkeypatch):
    """Of three postings one takes a paper in place of the years: the papers are held against that one alone."""
    seen, tell = [], experience._papers
    monkeypatch.setattr(experience, "_papers", lambda case: seen.append(len(case.rows)) or tell(case))
    market(
        posting(), posting(requirements="2年以上工作经验"), posting(requirements="有叉车证或2年以上工作经验")
    ).recommend(client())
    assert set(seen) == {1}


def test_posts_for_graduates_are_for_graduates():
    """Open for a new graduate, closed to others, unknown where the status is."""
    row = posting(requirements="仅限2026届应届毕业生")
    status = {
        one: feature("experience", client(registration={"status": one}), row) for one in ("new_graduate", "employed")
    }
    assert [line.value for line in status.values()] == [1.0, 0.0]
    assert not feature("experience", client(conditions={"experience": None}), row).known


@pytest.mark.parametrize("conditions", [{"education": "初中", "experience": None}, {"education": "大专"}])
def test_who_never_was_a_graduate_or_worked_for_years_is_none(conditions):
    """Told without a status: lower secondary school, or five years of work."""
    line = feature("experience", client(conditions=conditions), posting(title="仓库管理实习生"))
    assert (line.value, line.known) == (0.0, True)


@pytest.mark.parametrize("title", ["行政文员", "保洁员", "市场部帮工"])
def test_a_posting_that_asks_no_schooling_is_taken_at_its_word(title):
    """Whatever like postings usually ask."""
    line = feature("education", client(conditions={"education": "小学"}), posting(title=title, education="不限"))
    assert (line.value, line.reason) == (1.0, "不限学历")


# ------------------------------------------------------------------ skills and papers


def test_more_skills_are_never_worse():
    """Each asked skill that is there adds."""
    row = posting(title="数据分析师", requirements="熟悉SQL、Python、Excel")
    people = [_conditions(skills=skills) for skills in ([], ["SQL"], ["SQL", "Python"], ["SQL", "Python", "Excel"])]
    assert _rising([feature("skills", person, row).value for person in people])


def test_a_preferred_skill_counts_less_than_a_required_one():
    """Lacking what is only an advantage costs less."""
    asked, liked = values(
        "skills",
        _conditions(skills=["Excel"]),
        posting(title="数据分析师", requirements="必须熟悉Excel，必须熟悉Python"),
        posting(title="数据分析师", requirements="必须熟悉Excel，熟悉Python者优先"),
    )
    assert liked > asked


def test_work_history_speaks_for_skills_and_not_against():
    """Where no skills were asked about, a missing one is unknown and not lacking."""
    person = _conditions(skills=None)
    assert not feature("skills", person, posting(title="数据分析师", requirements="熟悉SQL")).known


def test_a_licence_that_is_held_is_worth_more():
    """Held, lacking and unknown."""
    row = posting(requirements="须持C1驾照")
    held, lacking, unknown = (
        feature("certificates", _conditions(driving_licence=one), row) for one in ("C1", "无", None)
    )
    assert held.value == 1.0 > lacking.value
    assert not unknown.known


def test_a_preferred_certificate_costs_less():
    """Not held: required is worse than preferred, and preferred is worse than not asked."""
    rows = [posting(requirements=text) for text in ("须持电工证，须持C1驾照", "电工证优先，须持C1驾照", "不限")]
    assert _rising(values("certificates", _conditions(driving_licence="C1"), *rows))


# ------------------------------------------------------------------ standing and entry


def test_a_higher_post_is_never_nearer():
    """For who has never stood higher than ordinary."""
    found = values(
        "seniority",
        _worked("仓库管理员", 1),
        *(posting(title=f"仓储{rank}") for rank in ("员", "主管", "经理", "总监")),
    )
    assert _rising(found[::-1])
    assert found[0] == 1.0


def test_who_has_stood_high_reaches_high():
    """A former manager is as high as a manager's post."""
    row = posting(title="仓储经理")
    assert (
        feature("seniority", _worked("仓储经理", 5), row).value
        > feature("seniority", _worked("仓库管理员", 1), row).value
    )


def test_unlicensed_work_that_is_learned_on_the_spot_is_open():
    """Cleaning is easier to enter than surgery for who has done neither."""
    nobody = stranger(conditions={"age": 30, "education": "高中"})
    easy, hard = values("entry", nobody, posting(title="保洁员"), posting(title="外科医生"))
    assert easy > hard


@pytest.mark.parametrize("title", ["售后前台主管", "店长助理", "班组长", "保洁领班"])
def test_who_leads_does_not_enter_from_outside(title):
    """To lead is not easily learned on the spot, however simple the work that is led."""
    nobody = stranger(conditions={"age": 30, "education": "高中"})
    line = feature("entry", nobody, posting(title=title))
    assert (line.value, line.reason) == (0.0, "这类工作一般要先学过或做过")


def test_there_is_nothing_to_enter_for_who_has_done_it():
    """A doctor enters medicine more easily than a storekeeper does."""
    row = posting(title="外科医生")
    assert feature("entry", _worked("外科医生", 5), row).value > feature("entry", client(), row).value


# ------------------------------------------------------------------ the kind of work


def test_the_wanted_work_stands_above_other_work():
    """The same, a near one and a far one."""
    found = values("occupation", client(), *(posting(title=t) for t in ("小学语文教师", "理货员", "仓库管理员")))
    assert _rising(found)
    assert found[1] > found[0]


def test_any_of_several_wishes_is_enough():
    """A second wish never makes a posting worse."""
    one, two = (client(goal={"occupations": wants}) for wants in (["仓库管理员"], ["仓库管理员", "会计"]))
    assert feature("occupation", two, posting()).value >= feature("occupation", one, posting()).value


@pytest.mark.parametrize(
    ("less", "more"),
    [
        (_worked("仓库管理员", 0.5), _worked("仓库管理员", 3)),
        (_worked("仓库管理员", 3, ended="2010-01"), _worked("仓库管理员", 3, ended="2026-10")),
        (_worked("小学语文教师", 3), _worked("仓库管理员", 3)),
    ],
)
def test_background_grows_with_practice(less, more):
    """More years, less long ago, nearer work; long ago is never nothing."""
    low, high = (feature("background", person, posting()).value for person in (less, more))
    assert low < high


def test_old_practice_never_counts_for_nothing():
    """Thirty years ago still counts for more than none."""
    old = feature("background", _worked("仓库管理员", 5, ended="1995-01"), posting()).value
    assert old > feature("background", _worked("小学语文教师", 5), posting()).value


def test_a_study_below_the_usual_schooling_leads_less_far():
    """A vocational school of computing makes no programmer, whatever the field is called."""
    near = [
        feature(
            "background", _conditions(experience=[], major="计算机应用", education=school), posting(title="程序员")
        ).value
        for school in ("中专", "本科")
    ]
    assert near[0] < 0.6 * near[1]


def test_fresh_study_counts_more_than_old_study():
    """What was studied fades where it was never used."""
    studied = {"experience": [], "major": "会计", "education": "大专"}
    row = posting(title="会计")
    fresh = feature("background", client(conditions=studied, registration={"status": "new_graduate"}), row).value
    assert fresh > feature("background", client(conditions=studied), row).value


def test_shared_words_raise_the_text():
    """A posting that speaks of the client's skill stands above one that does not."""
    texts = ("负责登记与来访接待", "负责盘点与叉车作业")
    plain, speaking = values("text", client(), *(posting(description=text) for text in texts))
    assert speaking > plain


def test_a_fresh_posting_is_worth_more():
    """Halved with each half-life."""
    days = ["2020-01-01", "2026-08-24", "2026-10-08", "2026-11-22"]
    found = values("freshness", client(), *(posting(posted_on=day) for day in days))
    assert _rising(found)
    assert found[2:] == [0.5, 1.0]


def test_hours_against_the_wish_are_worth_nothing():
    """Night work for who can and who cannot; unknown for who was not asked."""
    row = posting(hours="夜班")
    yes, no, unasked = (feature("hours", _conditions(night_shift_ok=ok), row) for ok in (True, False, None))
    assert (yes.value, no.value, unasked.known) == (1.0, 0.0, False)


@pytest.mark.parametrize("title", ["厨师", "挖掘机司机", "月嫂", "电工"])
def test_no_craft_is_called_easy_to_enter(title):
    """Little schooling is asked of a cook or a nurse of newborns, and yet nobody does their work unlearned."""
    nobody = stranger(conditions={"age": 30, "education": "高中"})
    line = feature("entry", nobody, posting(title=title, education="不限", experience="不限"))
    assert line.value < load().number("entry.is_easy")


def test_easy_work_names_the_papers_that_it_takes():
    """A guard needs no earlier work, but a card; a waiter's health certificate is a matter of days."""
    nobody = stranger(conditions={"age": 30, "education": "高中"})
    guard, waiter = (feature("entry", nobody, posting(title=t)).reason for t in ("小区保安", "餐厅服务员"))
    assert "保安员证" in guard
    assert "健康证" not in waiter


@pytest.mark.parametrize("name", ["occupation", "background"])
@pytest.mark.parametrize(("helper", "master"), [("帮厨", "厨师"), ("电工学徒", "维修电工"), ("缝纫小工", "服装制版师")])
def test_who_helps_in_a_craft_is_near_to_it_and_no_master_of_it(name, helper, master):
    """A kitchen hand who wants to go on as one is not sent to cook; a cook may well help."""
    hand = client(goal={"occupations": [helper]}, conditions={"experience": [{"occupation": helper, "years": 3}]})
    cook = client(goal={"occupations": [master]}, conditions={"experience": [{"occupation": master, "years": 3}]})
    up, down = (feature(name, who, posting(title=t)).value for who, t in ((hand, master), (cook, helper)))
    assert up < 0.75 * down


@pytest.mark.parametrize("title", ["急招", "高薪诚聘，五险一金", "（宝安）"])
@pytest.mark.parametrize("goal", ["保安", "招聘专员"])
def test_a_title_that_names_no_work_is_no_work_that_is_wanted(title, goal):
    """Neither the call nor the place makes it a guard's or a recruiter's job, and nobody is said to enter it easily."""
    person = client(goal={"occupations": [goal]}, conditions={"experience": []})
    assert [feature(name, person, posting(title=title)).value for name in ("occupation", "entry")] == [0.0, 0.0]


def test_nobody_is_sent_where_three_rungs_of_schooling_are_missing():
    """However near the work: a university degree is no bar that a storekeeper with primary school passes."""
    rows = [posting(education=school) for school in ("本科", "高中")]
    found = market(*rows).recommend(client(conditions={"education": "小学"}), top=2)
    assert "P-0" not in [item.posting_id for item in found.items]


def test_the_word_of_the_wish_tells_apart_what_one_occupation_holds():
    """Dishwashers and waiters are one occupation of the classification, and two wishes."""
    person = client(goal={"occupations": ["洗碗工"]})
    dishes, tables = values("occupation", person, posting(title="餐厅洗碗员"), posting(title="餐厅服务员"))
    assert dishes > tables


def test_years_that_nobody_told_are_not_counted_as_none():
    """Who cooked, and kept a store for twelve years, may have cooked for as long as is asked."""
    past = [{"occupation": "厨师"}, {"occupation": "库管员", "years": 12}]
    line = feature("experience", client(conditions={"experience": past}), posting(title="厨师", experience="3年以上"))
    assert not line.known
    assert "经验不详" in line.reason
    told = [{"occupation": "厨师", "years": 5}, {"occupation": "库管员"}]
    assert (
        feature(
            "experience", client(conditions={"experience": told}), posting(title="厨师", experience="3年以上")
        ).value
        == 1
    )


def test_who_comes_straight_from_school_has_hardly_any_years():
    """Of a graduate of whom no years are told many years are surely lacking, one may be there, and it is said so."""
    graduate = stranger(conditions={"education": "硕士", "age": 25}, registration={"status": "new_graduate"})
    one, many = (feature("experience", graduate, posting(experience=asked)) for asked in ("1年", "5年"))
    assert (one.known, many.known, many.value) == (False, True, 0.2)
    assert "刚毕业" in many.reason


@pytest.mark.parametrize(
    ("done", "title", "least", "most"),
    [
        ("汽車修護技工", "維修技師", 0.3, 0.8),
        ("工地主任", "監造工程師", 0.3, 0.8),
        ("工地主任", "工務工程師", 0.7, 1.0),
        ("社工", "居家督導員", 1.0, 1.0),
        ("汽車修護技工", "手機維修技師", 0.0, 0.3),
        ("小学语文教师", "維修技師", 0.0, 0.3),
    ],
)
def test_years_in_a_near_trade_count_in_part(done, title, least, most):
    """Who repaired cars has not repaired nothing; who led in a trade has done it."""
    value = feature("experience", _worked(done, 4), posting(title=title, experience="4年以上")).value
    assert least <= value <= most


def test_years_that_fall_just_short_are_not_told_as_reached():
    """Three years of work that is all but the same count as a little less: short, and not told as 3.0."""
    person = _conditions(experience=[{"occupation": "前端工程師", "years": 3}])
    line = feature("experience", person, posting(title="資訊軟體開發工程師", experience="3年以上"))
    assert line.value < 1
    assert "约3.0年" not in line.reason

"""What a text says of the work beside what a client cannot do: it is told, and counts in the order."""

from builders import client, feature, market, posting

GUARD = {"goal": {"occupations": ["保安"], "clarity": "clear"}}
WAS_GUARD = {
    "experience": [{"occupation": "保安", "years": 5}],
    "certificates": ["保安员证"],
    "skills": ["巡逻", "消防"],
}
PATROL = posting(title="保安", description="小区巡逻，防火防盗")
SEATED = posting(title="保安", description="监控室看监视器，坐着上班，有电梯")
MORNINGS = {
    "experience": [{"occupation": "餐饮服务员", "years": 3}],
    "certificates": ["健康证"],
    "hours": "part",
    "available_hours": [{"days": "any", "from": "05:30", "to": "13:00"}],
}
FIVE_YEARS = posting(title="出纳", experience="5年以上", salary="9000元/月")


def _titles(person, *rows):
    return [item.posting_id for item in market(*rows).recommend(person).items]


def test_seated_work_leads_for_bad_knees():
    """A guard who cannot walk far is handed the monitors before the patrol, which stays and is told."""
    person = client(**GUARD, conditions={**WAS_GUARD, "health_limits": ["膝盖不好不能久走"]})
    patrol = next(item for item in market(PATROL, SEATED).recommend(person).items if item.posting_id == "P-0")
    assert _titles(person, PATROL, SEATED) == ["P-1", "P-0"]
    assert "巡逻" in next(line.text for line in patrol.limits if line.kind == "health")


def test_health_counts_only_for_who_named_a_limit():
    """Of a client without a limit nothing is compared."""
    line = feature("health", client(**GUARD), PATROL)
    assert (line.known, line.contribution) == (False, 0.0)


def test_an_early_shift_leads_for_mornings():
    """Who is free until one is handed the early shift before work whose hours nobody tells."""
    person = client(goal={"occupations": ["餐饮服务员"]}, conditions=MORNINGS)
    silent, early = (posting(title=title, salary="20元/小时") for title in ("餐饮服务员兼职", "餐饮服务员兼职（早班）"))
    assert _titles(person, silent, early) == ["P-1", "P-0"]


def test_an_early_shift_is_none_for_evenings_and_weekends():
    """Who is free in the mornings at weekends alone gets work whose hours nobody tells before an early shift."""
    free = [{"days": "weekday", "from": "17:30", "to": "22:30"}, {"days": "weekend", "from": "08:00", "to": "22:00"}]
    person = client(goal={"occupations": ["餐饮服务员"]}, conditions=MORNINGS | {"available_hours": free})
    silent, early = (posting(title=title, salary="20元/小时") for title in ("餐饮服务员兼职", "餐饮服务员兼职（早班）"))
    assert _titles(person, early, silent)[0] == "P-1"


def test_late_shifts_are_asked_about():
    """Who takes no nights is told that one must be ready for late shifts."""
    person = client(conditions={"night_shift_ok": False})
    (item,) = market(posting(requirements="可配合轮班、晚班")).recommend(person).items
    assert any("晚班" in line.text for line in item.limits if line.kind == "night_shift")


def test_far_more_years_lead_no_list():
    """Five years for half a year stand behind a job that asks none, however well they are paid."""
    person = client(goal={"occupations": ["出纳"]}, conditions={"experience": [{"occupation": "出纳", "years": 0.5}]})
    found = _titles(person, FIVE_YEARS, posting(title="出纳", salary="4000元/月"))
    assert found[0] == "P-1"


def test_one_of_two_will_do():
    """Who studied the field, or has the years, or the schooling, is no less fit for the other that is lacking."""
    learned = client(conditions={"education": "大专", "experience": [], "major": "会计"})
    either = posting(title="会计", requirements="大专以上学历或3年以上经验")
    both = posting(title="会计", requirements="大专以上学历，3年以上经验")
    assert feature("experience", learned, either).value == 1
    assert feature("experience", learned, both).value < 1


def test_a_posting_without_text_is_not_blamed_for_its_silence():
    """Where no text stands but the title nothing is compared, and the line says so; another text may share no word."""
    person = client(goal={"occupations": ["文秘"], "clarity": "clear"}, conditions={"skills": ["公文写作"]})
    silent = feature("text", person, posting(title="总经理助理", description="详见附件"))
    spoken = feature("text", person, posting(title="总经理助理", description="安排行程，接待来宾，整理会议纪要"))
    assert (silent.known, silent.contribution) == (False, 0.0)
    assert "没有写说明" in silent.reason
    assert spoken.known


def test_who_is_turned_away_is_no_mention():
    """不考虑在校生、实习生 speaks of no interns; a posting for them does."""
    person = client(goal={"occupations": ["文员", "实习生"], "clarity": "clear"})
    desk = "在办公室接电话、整理文件、订票"
    away = posting(title="文员", description=f"{desk}，不考虑在校生、实习生")
    wanted = posting(title="文员", description=f"{desk}，也招实习生")
    assert "实习生" not in feature("text", person, away).reason
    assert "实习生" in feature("text", person, wanted).reason

"""What must not matter does not, and what helps never hurts: the same input, turned this way and that.

Row order, hash seed, threads, processes, engine and disk change no byte; nor do the fields that are held for the
audit alone. A fact that speaks for a job cannot raise its score by being taken away, and a posting that is better
in one thing alone is never scored lower.
"""

import csv
import json
import random
from concurrent.futures import ThreadPoolExecutor
from importlib.util import find_spec
from itertools import pairwise

import personas
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import jobmatch as jm
from jobmatch import demo

TOLERANCE = 1e-9
quick = settings(
    max_examples=12, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def shown(matcher, people):
    """Everything that the package says about some clients, as bytes."""
    told = [[matcher.recommend(one).to_dict(), matcher.assess(one).to_dict()] for one in people]
    return json.dumps(told, ensure_ascii=False, allow_nan=False)


def changed(profile, path, value):
    """A copy of a profile with the value at ``section.field`` replaced."""
    copy = json.loads(json.dumps(profile))
    section, _, field = path.partition(".")
    if field:
        copy.setdefault(section, {})[field] = value
    else:
        copy[section] = value
    return jm.Client(**copy)


class World:
    """A market with the people who look at it."""

    def __init__(self, rows, profiles, as_of):
        self.rows, self.profiles, self.as_of = rows, profiles, as_of
        self.people = [jm.Client(**one) for one in profiles]
        self.matcher = self.over(rows)
        self.says = shown(self.matcher, self.people)
        self.jobs = [
            [self.matcher.explain(one, item.posting_id) for item in self.matcher.recommend(one).items]
            for one in self.people
        ]

    def over(self, rows):
        """A matcher over other rows."""
        return jm.Matcher(as_of=self.as_of).index(jm.read_postings(rows))


@pytest.fixture(scope="module")
def here(demo_rows, demo_people):
    """The demo's market with its four clients."""
    return World(list(demo_rows.values()), list(demo_people.values()), demo.AS_OF)


@pytest.fixture(scope="module")
def taiwan(shared):
    """Real postings with made-up clients."""
    lines = (shared / personas.POSTINGS_FILES["taiwan"]).read_text("utf-8").splitlines()
    profiles = [one.client for one in personas.TAIWAN]
    return World([json.loads(line) for line in lines], profiles, personas.AS_OF["taiwan"])


@pytest.fixture(params=["demo", "taiwan"])
def world(request):
    """Each of the two markets in turn."""
    return request.getfixturevalue("here" if request.param == "demo" else "taiwan")


# ------------------------------------------------------------------ what must not matter


def test_the_order_of_rows_changes_nothing(world):
    """Rows shuffled: the same bytes."""
    rows = list(world.rows)
    random.Random(7).shuffle(rows)
    assert shown(world.over(rows), world.people) == world.says


def test_the_order_of_rows_in_a_file_changes_nothing(here, tmp_path):
    """A file turned upside down gives the bytes of the file as it was."""
    file = tmp_path / "postings.csv"
    with file.open("w", encoding="utf-8", newline="") as table:
        writer = csv.DictWriter(table, list(here.rows[0]))
        writer.writeheader()
        writer.writerows(reversed(here.rows))
    assert shown(here.over(file), here.people) == here.says


def test_the_order_of_clients_changes_nothing(here):
    """Many clients at once get what each gets alone."""
    together = list(here.matcher.recommend_many(reversed(here.people)))
    assert [one.to_dict() for one in reversed(together)] == [
        here.matcher.recommend(one).to_dict() for one in here.people
    ]


@pytest.mark.parametrize("seed", ["0", "1", "random"])
def test_the_hash_seed_changes_nothing(here, shell, seed):
    """Another process with another hash seed prints the same JSON."""
    done = shell("demo", "--format", "json", env={"PYTHONHASHSEED": seed})
    alone = [json.dumps(here.matcher.recommend(one).to_dict(), ensure_ascii=False) for one in here.people]
    assert done.code == 0, done.err
    assert done.out.splitlines() == alone


def test_threads_that_share_a_matcher_change_nothing(here, demo_index):
    """Eight threads on one matcher just opened answer as one does."""
    matcher = jm.Matcher.load(demo_index, as_of=here.as_of)
    with ThreadPoolExecutor(8) as pool:
        many = list(pool.map(lambda one: matcher.recommend(one).to_dict(), here.people * 6))
    assert many == [here.matcher.recommend(one).to_dict() for one in here.people] * 6


def test_processes_change_nothing(here):
    """Indexing with two processes gives the same bytes; enough rows that they are really started."""
    rows = [
        row | {"岗位编号": f"{row['岗位编号']}-{copy}", "单位名称": f"{row['单位名称']}{copy}部"}
        for copy in range(13)
        for row in here.rows
    ]
    assert len(rows) > 5000
    postings = jm.read_postings(rows)
    alone, together = (jm.Matcher(as_of=here.as_of).index(postings, jobs=jobs) for jobs in (1, 2))
    assert shown(alone, here.people) == shown(together, here.people)


def test_an_index_on_disk_changes_nothing(world, tmp_path):
    """Saved and opened again, a market answers with the same bytes."""
    world.matcher.save(tmp_path / "index")
    assert shown(jm.Matcher.load(tmp_path / "index", as_of=world.as_of), world.people) == world.says


@pytest.mark.skipif(not find_spec("rjieba"), reason="rjieba is not installed")
def test_the_engine_changes_nothing(here):
    """Both engines cut the same words, hence the same answers."""
    from jobmatch.text.tokens import engine_name, use_engine

    usual = engine_name()
    try:
        use_engine("jieba" if usual == "rjieba" else "rjieba")
        assert shown(here.over(here.rows), here.people) == here.says
    finally:
        use_engine(usual)


AUDIT = {
    "gender": ("男", "女", "不愿说明", None),
    "ethnicity": ("汉族", "回族", "维吾尔族"),
    "religion": ("无", "伊斯兰教"),
    "marital_status": ("未婚", "已婚", "离异"),
    "household": ("北京市大兴区", "河南省周口市", "农业户口"),
}


@pytest.mark.parametrize("field", AUDIT)
def test_what_is_held_for_the_audit_changes_nothing(here, field):
    """Gender, ethnicity, religion, marital status and household registration enter no score and no word."""
    for value in AUDIT[field]:
        swapped = [changed(one, f"audit.{field}", value) for one in here.profiles]
        assert shown(here.matcher, swapped) == here.says, value


@pytest.mark.parametrize("at", [0, -1])
def test_all_that_is_held_for_the_audit_changes_nothing(world, at):
    """All five at once, on made-up and on real postings."""
    swapped = [changed(one, "audit", {field: values[at] for field, values in AUDIT.items()}) for one in world.profiles]
    assert shown(world.matcher, swapped) == world.says


@pytest.mark.parametrize(
    ("field", "value"),
    [("name", "买买提·某某"), ("姓名", "王某"), ("notes", None), ("notes", "女，离异，回族，说想做程序员，月薪两万。")],
)
def test_names_and_notes_change_nothing(here, field, value):
    """A name is not read, and free notes are no profile."""
    assert shown(here.matcher, [changed(one, field, value) for one in here.profiles]) == here.says


# ------------------------------------------------------------------ what is taken away

# the lines that each fact of a client feeds: it supports a job where none of them speaks against it
FED_BY = {
    "conditions.experience": {"background", "experience", "seniority", "text", "skills"},
    "conditions.skills": {"skills", "text", "background"},
    "conditions.education": {"education"},
    "conditions.major": {"background", "text"},
    "conditions.certificates": {"certificates", "text", "skills"},
    "conditions.residence": {"distance"},
    "goal.occupations": {"occupation", "text"},
}


def lines_of(explained):
    """The contribution of each line by name."""
    return {line.name: line.contribution for line in explained.features}


@pytest.mark.parametrize("path", FED_BY)
def test_a_supporting_fact_deleted_raises_no_score(world, path):
    """A fact all of whose lines speak for a job, taken away, does not raise that job's score.

    Compared at the same level only: another level ranks by other weights.
    """
    compared = 0
    for profile, jobs in zip(world.profiles, world.jobs, strict=True):
        bare = changed(profile, path, None)
        for before in jobs if world.matcher.assess(bare).level else ():
            fed = [part for name, part in lines_of(before).items() if name in FED_BY[path]]
            if min(fed) >= -TOLERANCE and max(fed) > TOLERANCE:
                after = world.matcher.explain(bare, before.posting_id)
                compared += after.level == before.level
                assert after.level != before.level or after.score <= before.score + TOLERANCE, told(before, after)
    if world.as_of != demo.AS_OF:  # the four of the demo have few facts each
        assert compared, "the test compares nothing"


def told(before, after):
    """Both explanations, for the message of a failing test."""
    return f"{before.client_id} {before.posting_id}\n{before}\n--\n{after}"


@pytest.fixture(scope="module")
def stripped(here):
    """The demo's market with copies of each recommended posting: one as it was, others without one of its facts."""
    rows, copies = {row["岗位编号"]: row for row in here.rows}, []
    best = {item.posting_id for one in here.people for item in here.matcher.recommend(one).items}
    for id_ in sorted(best):
        for mark, empty in (("甲", None), ("乙", "薪资"), ("丙", "工作地点"), ("丁", "学历要求"), ("戊", "经验要求")):
            row = rows[id_] | {"岗位编号": f"{id_}{mark}", "单位名称": f"{rows[id_]['单位名称']}{mark}部"}
            copies.append(row | ({empty: ""} if empty else {}))
    return here.over([*here.rows, *copies])


@pytest.mark.parametrize(
    ("mark", "line"), [("乙", "pay"), ("丙", "distance"), ("丁", "education"), ("戊", "experience")]
)
def test_a_supporting_fact_of_a_posting_deleted_raises_no_score(here, stripped, mark, line):
    """A posting whose pay, place, schooling or years speak for it gains nothing by not saying them."""
    for client in here.people:
        for item in here.matcher.recommend(client).items:
            before = stripped.explain(client, item.posting_id + "甲")
            if lines_of(before)[line] > TOLERANCE:
                after = stripped.explain(client, item.posting_id + mark)
                assert after.score <= before.score + TOLERANCE, told(before, after)


# facts of a client with the lines that must not speak against a job while all of these facts are unknown
UNKNOWN = {
    "education": (("conditions.education",), ("education",)),
    "skills": (("conditions.skills",), ("skills",)),
    "certificates": (("conditions.certificates", "conditions.driving_licence"), ("certificates",)),
    # the status of a graduate tells that there are hardly any years
    "past": (
        ("conditions.experience", "conditions.major", "registration.status"),
        ("background", "experience", "seniority"),
    ),
    "goal": (("goal.occupations",), ("occupation",)),
    "home": (("conditions.residence", "attitude.places"), ("distance",)),
}


@pytest.mark.parametrize("fact", UNKNOWN)
def test_an_unknown_never_counts_against_a_client(here, fact):
    """What the client has not said is neutral in every line, for every posting of the demo."""
    paths, names = UNKNOWN[fact]
    for profile in here.profiles:
        client = jm.Client(**profile)
        for path in paths:
            client = changed(client.to_dict(), path, None)
        if here.matcher.assess(client).level is not None:
            for row in here.rows[::20]:
                told = explained(here.matcher, client, row["岗位编号"])
                lines = [line for line in told if line.name in names]
                assert all(line.contribution > -1e-6 for line in lines), (client.client_id, row["岗位编号"], lines)


def explained(matcher, client, posting_id):
    """The lines of one posting; none where the vacancy is kept under another id."""
    try:
        return matcher.explain(client, posting_id).features
    except jm.UsageError:
        return ()


def test_no_way_from_home_is_told_where_there_is_no_home(here):
    """A client who names only places to work in is not told how far each job is from home."""
    for profile in here.profiles:
        client = changed(profile, "conditions.residence", None)
        for item in here.matcher.recommend(client).items:
            words = next(line.reason for line in item.features if line.name == "distance")
            assert "离家" not in words
            assert "与住处" not in words


def test_nobody_is_said_to_work_shifts_who_was_not_asked(here):
    """A client of whom neither nights nor shifts are known is not told that the shifts suit."""
    rows = [row for row in here.rows if "倒班" in row["工作时间"] or "夜班" in row["工作时间"]]
    for profile in here.profiles:
        client = changed(profile, "conditions.shift_ok", None)
        client = changed(client.to_dict(), "conditions.night_shift_ok", None)
        for row in rows[:10]:
            words = [line.reason for line in explained(here.matcher, client, row["岗位编号"]) if line.name == "hours"]
            assert not [one for one in words if "本人可以" in one], (row["工作时间"], words)


# ------------------------------------------------------------------ what is better in one thing alone

POSTING = {"description": "按公司制度完成日常工作，服从安排。", "posted_on": "2026-11-10", "openings": "3"}
TITLES = ("库管员", "保洁员", "新媒体运营", "行政专员", "检验员", "装卸工", "理货员", "销售代表")
PEOPLE = ("PLN-1", "PLN-2", "PLN-3", "PLN-4")
PLAIN = {"location": "北京市大兴区庞各庄镇", "salary": "4500元/月", "education": "高中", "experience": "1年"}


def scores(client, rows):
    """The score of each of some postings that share a market of their own."""
    made = [
        {**POSTING, **PLAIN, **row, "posting_id": f"P{at}", "employer": f"北京某某{'甲乙丙丁戊己庚辛壬癸'[at]}有限公司"}
        for at, row in enumerate(rows)
    ]
    matcher = jm.Matcher(as_of=demo.AS_OF).index(jm.read_postings(made), home="北京市")
    return [matcher.explain(client, row["posting_id"]).score for row in made]


def never_falls(row_of_scores):
    """Whether each score is at least the one before it."""
    return all(b >= a - TOLERANCE for a, b in pairwise(row_of_scores))


titles = st.sampled_from(TITLES)
people = st.sampled_from(PEOPLE)


@quick
@given(title=titles, who=people, steps=st.lists(st.integers(20, 120), min_size=3, max_size=8, unique=True))
def test_more_pay_never_lowers_the_score(demo_people, title, who, steps):
    """The same posting with more pay, between 2,000 and 12,000 a month."""
    rows = [{"title": title, "salary": f"{step * 100}元/月"} for step in sorted(steps)]
    assert never_falls(scores(jm.Client(**demo_people[who]), rows))


# along one road from south to north, each some ten kilometres from the next
ROAD = ("榆垡镇", "庞各庄镇", "黄村镇", "西红门镇")


@quick
@given(title=titles, who=people, home=st.sampled_from([ROAD[0], ROAD[-1]]))
def test_nearer_never_lowers_the_score(demo_people, title, who, home):
    """The same posting in one town after another, towards the client's home."""
    client = changed(demo_people[who], "conditions.residence", f"北京市大兴区{home}")
    client = changed(client.to_dict(), "attitude.places", None)
    towns = ROAD if home == ROAD[-1] else ROAD[::-1]
    rows = [{"title": title, "location": f"北京市大兴区{town}"} for town in towns]
    assert never_falls(scores(client, rows))


LADDER = ("小学", "初中", "高中", "大专", "本科", "硕士", "博士")


@quick
@given(title=titles, who=people, own=st.sampled_from(LADDER[1:5]))
def test_a_lower_bar_of_schooling_never_lowers_the_score(demo_people, title, who, own):
    """From asking for a doctor down to what the client has; below that a job may be too small for the client."""
    client = changed(demo_people[who], "conditions.education", own)
    rows = [{"title": title, "education": f"{asked}及以上"} for asked in LADDER[: LADDER.index(own) - 1 : -1]]
    assert never_falls(scores(client, rows))


@quick
@given(title=titles, who=people, years=st.sampled_from([0.5, 1, 3, 8]))
def test_fewer_years_asked_never_lower_the_score(demo_people, title, who, years):
    """From ten years asked down to none."""
    worked = [{"occupation": "库房管理", "years": years, "ended": "2026-06"}]
    client = changed(demo_people[who], "conditions.experience", worked)
    asked = ("10年以上", "5年以上", "3年以上", "2年以上", "1年以上", "不限")
    assert never_falls(scores(client, [{"title": title, "experience": one} for one in asked]))


@quick
@given(title=titles, who=people, days=st.lists(st.integers(1, 28), min_size=2, max_size=6, unique=True))
def test_a_newer_posting_never_scores_lower(demo_people, title, who, days):
    """The same posting, put out later."""
    rows = [{"title": title, "posted_on": f"2026-10-{day:02}"} for day in sorted(days)]
    assert never_falls(scores(jm.Client(**demo_people[who]), rows))


SKILLS = ("盘点", "Excel", "叉车驾驶", "短视频剪辑", "文案写作", "PCR", "收银", "公文写作")
mixed = st.lists(st.sampled_from(SKILLS), min_size=1, max_size=5, unique=True)


@quick
@given(title=titles, who=people, skills=mixed)
def test_a_posting_that_uses_one_more_skill_of_the_client_never_scores_lower(demo_people, title, who, skills):
    """The posting asks for one, two, three … of what the client can."""
    client = changed(demo_people[who], "conditions.skills", skills)
    rows = [{"title": title, "requirements": f"熟练{'、'.join(skills[:n])}。"} for n in range(1, len(skills) + 1)]
    assert never_falls(scores(client, rows))


@quick
@given(title=titles, who=people, skills=mixed)
def test_one_more_skill_that_is_asked_never_lowers_the_score(demo_people, title, who, skills):
    """The client learns one after the other of what the posting asks; at the same level."""
    rows = [{"title": title, "requirements": f"熟练{'、'.join(skills)}。"}]
    grown = [changed(demo_people[who], "conditions.skills", skills[:n]) for n in range(1, len(skills) + 1)]
    assert never_falls([scores(client, rows)[0] for client in grown])


@pytest.mark.parametrize(
    ("title", "certificate"),
    [("叉车工", "叉车证"), ("电工", "低压电工证"), ("保育员", "保育员证"), ("会计", "会计证"), ("护工", "健康证")],
)
@pytest.mark.parametrize("who", PEOPLE)
def test_one_more_certificate_never_lowers_the_score(demo_people, title, certificate, who):
    """Not held, then held, where the posting asks for it or would like it."""
    for words in (f"须持有{certificate}。", f"有{certificate}者优先。"):
        rows = [{"title": title, "requirements": words}]
        without, held = (changed(demo_people[who], "conditions.certificates", c) for c in ([], [certificate]))
        assert never_falls([scores(without, rows)[0], scores(held, rows)[0]])


# ------------------------------------------------------------------ who gets no score, and what is added to the market


def test_an_empty_profile_gets_questions_and_no_score(world):
    """Nothing but an id: no level, no job, and something to ask."""
    answer = world.matcher.recommend(jm.Client(client_id="X-1"))
    assert answer.items == ()
    assert answer.level["level"] is None
    assert answer.questions
    assert all(one.field and one.text.strip() for one in answer.questions)


def test_who_does_not_want_work_gets_no_level_and_no_jobs(world):
    """However much is known: said so, and not forced into a level."""
    for profile in world.profiles:
        client = changed(profile, "willingness.wants_work", False)
        assert world.matcher.recommend(client).items == ()
        assert world.matcher.assess(client).level is None
        assert world.matcher.assess(client).status == "not_willing"


def test_a_vacancy_posted_twice_is_shown_once(here):
    """A copy of each recommended posting under another id: the same jobs, the other id kept with each."""
    best = {item.posting_id for one in here.people for item in here.matcher.recommend(one).items}
    again = [row | {"岗位编号": row["岗位编号"] + "-B"} for row in here.rows if row["岗位编号"] in best]
    matcher = here.over([*here.rows, *again])
    for client in here.people:
        before, after = here.matcher.recommend(client), matcher.recommend(client)
        assert [one.title for one in after.items] == [one.title for one in before.items]
        for was, item in zip(before.items, after.items, strict=True):
            assert {was.posting_id, was.posting_id + "-B"} <= {item.posting_id, *item.also_posted_as}
            assert item.score == pytest.approx(was.score, abs=TOLERANCE)


@pytest.mark.parametrize(
    ("kind", "change"),
    [
        ("closed", {"截止日期": "2026-11-01"}),
        ("full", {"招聘人数": "已招满"}),
        ("asks_money", {"任职要求": "入职先交押金2000元，培训费自理。"}),
        ("too_far", {"工作地点": "新疆维吾尔自治区乌鲁木齐市天山区"}),
    ],
)
def test_a_posting_that_nobody_can_have_changes_no_recommendation(here, kind, change):
    """The best posting of each client again, but out of bounds: never shown, and the same jobs as before.

    What may move: the count of what was ruled out, and scores by less than 0.01, because a word or skill that more
    postings use tells a little less; two jobs nearer to each other than that may change places.
    """
    best = {here.matcher.recommend(one).items[0].posting_id for one in here.people}
    added = [
        row | {"岗位编号": row["岗位编号"] + "-C", "单位名称": "北京另一家有限公司"} | change
        for row in here.rows
        if row["岗位编号"] in best
    ]
    matcher = here.over([*here.rows, *added])
    for client in here.people:
        before, after = here.matcher.recommend(client), matcher.recommend(client)
        assert not [one for one in after.items if one.posting_id.endswith("-C")]
        for was, item in zip(before.items, after.items, strict=True):
            assert here.matcher.explain(client, item.posting_id).score == pytest.approx(was.score, abs=0.01)
            assert item.score == pytest.approx(was.score, abs=0.01)
        assert after.excluded.get(kind, 0) >= before.excluded.get(kind, 0)

"""The pages: from a note, a form or a file to three jobs and to paper, without JavaScript."""

import io
import json
import re

import pytest
from browser import Page

NOTE = (
    "李某，女，49岁，初中学历，住大兴区榆垡镇，做过3年库管，2021年离职，"
    "想找保洁或库管，工资4000以上，要接孩子，不能上夜班"
)


@pytest.fixture
def go(service):
    """Follow a form or a button: the page behind it."""

    def follow(way, status=200, **changed):
        answer = service.post(way.path, data={**way.data, **changed})
        assert answer.status_code == status, answer.text
        return Page(answer.text)

    return follow


@pytest.fixture
def review(service):
    """What is read from the note, to be checked."""
    return Page(service.post("/read", data={"text": NOTE}).text)


@pytest.fixture
def jobs(review, go):
    """The jobs of who stands in the note."""
    return go(review.form("/jobs"))


def test_every_field_is_shown_with_its_words(review):
    """And how sure it is, in an input of its own."""
    form = review.form("/jobs").data
    assert (form["f.conditions.age"], form["f.conditions.education"], form["f.conditions.night_shift_ok"]) == (
        "49", "初中", "false",
    )  # fmt: skip
    assert form["f.conditions.experience.0.occupation"] == "库管"
    assert "原话：49岁" in review.text
    assert "<mark>49岁</mark>" in review.text
    assert "李某" not in review.text


def test_a_question_stands_at_the_field_that_answers_it(review):
    """Of what the note says nothing, such as vehicles, which a form does not ask otherwise."""
    assert re.search(r'id="conditions.vehicles">.*要问：自己有没有车', review.text, re.S)
    assert "要问：今年多大" not in review.text


def test_of_a_form_that_was_filled_in_nothing_is_lost_by_a_list_that_is_too_long(review, go):
    """It comes back with what was typed."""
    page = go(review.form("/jobs"), 422, **{"f.conditions.skills": "、".join(f"技能{at}" for at in range(41))})
    assert page.form("/jobs").data["f.conditions.skills"].endswith("技能40")
    assert "最多 40 项" in page.text


def test_jobs_level_questions_and_plan_on_one_page(jobs):
    """With reasons, and ways on."""
    assert jobs.text.count("<div class=job>") == 3
    assert all(word in jobs.text for word in ("理由", "服务计划", "已排除", "编号"))
    assert jobs.text.count("还要问") == 1  # and not again in the plan
    assert {one.path for one in jobs.buttons} == {
        "/edit", "/print/jobs", "/print/plan", "/advice", "/save", "/why",
    }  # fmt: skip


def test_who_changes_what_is_known_sees_the_note_again(review, go):
    """With what was changed before; a question that was answered is not asked again."""
    again = go(go(review.form("/jobs"), **{"f.conditions.max_commute_km": "12"}).button("/edit"))
    assert "<mark>49岁</mark>" in again.text
    assert again.form("/jobs").data["f.conditions.max_commute_km"] == "12"
    assert "要问：上班最远" in review.text
    assert "要问：上班最远" not in again.text


def test_an_untouched_form_changes_nothing(review, jobs):
    """What is sent back unchanged is what was read, to the letter."""
    kept = json.loads(jobs.button("/edit").data["client"])
    assert kept == json.loads(review.form("/jobs").data["review"])["client"]


def test_a_correction_holds(review, go):
    """Of a number, a list, a choice, the past and the id."""
    changed = {
        "client_id": "C-7", "f.conditions.age": "50岁", "f.conditions.skills": "盘点、Excel", "f.goal.clarity": "clear",
        "f.conditions.experience.1.occupation": "保洁", "f.conditions.experience.1.years": "2",
        "f.conditions.available_hours": "工作日8:30-17:30", "f.attitude.pay_min": "",
    }  # fmt: skip
    page = go(review.form("/jobs"), **changed)
    client = json.loads(page.button("/edit").data["client"])
    assert (client["client_id"], client["conditions"]["age"], client["goal"]["clarity"]) == ("C-7", 50, "clear")
    assert [one["occupation"] for one in client["conditions"]["experience"]] == ["库管", "保洁"]
    assert client["conditions"]["available_hours"] == [{"days": "weekday", "from": "08:30", "to": "17:30"}]
    assert (client["conditions"]["skills"], client["attitude"]["pay_min"]) == (["盘点", "Excel"], None)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("f.conditions.age", "240"),
        ("f.conditions.education", "x"),
        ("f.conditions.available_hours", "随便"),
        ("f.conditions.experience.0.years", "很久"),
        ("client_id", "长" * 200),
    ],
)
def test_what_cannot_be_is_told_beside_its_field(review, go, name, value):
    """And nothing that was typed is lost."""
    page = go(review.form("/jobs"), 422, **{name: value, "f.conditions.major": "会计"})
    assert page.form("/jobs").data["f.conditions.major"] == "会计"
    assert 'role="alert"' in page.text
    assert page.text.count(" autofocus") == 1  # the browser goes there
    assert "原话：49岁" in page.text


def test_an_empty_form_asks_first(service, go):
    """Who is not known gets no level, and is asked."""
    page = go(Page(service.get("/new").text).form("/jobs"))
    assert "暂不定级" in page.text
    assert "还要问" in page.text


def test_paper_has_the_bytes_of_the_command(service, ask, jobs, tmp_path):
    """What ``-o`` writes to ``.html``."""
    client = tmp_path / "client.json"
    client.write_text(jobs.button("/save").data["client"], "utf-8")
    for path, command in (("/print/jobs", "recommend"), ("/print/plan", "plan")):
        ask(command, "-o", tmp_path / "x.html", client=client)
        assert service.post(path, data=jobs.button(path).data).text == (tmp_path / "x.html").read_text("utf-8")


def test_a_saved_client_is_taken_again(service, jobs):
    """By the page as by every command."""
    saved = service.post("/save", data=jobs.button("/save").data)
    assert "attachment" in saved.headers["content-disposition"]
    page = Page(service.post("/open", files={"file": ("client.json", saved.content)}).text)
    assert page.form("/jobs").data["f.conditions.age"] == "49"


@pytest.mark.parametrize(
    ("client_id", "name"), [("C-7", "C-7"), ("张-7", "client"), ('a"; filename="b.exe', "client"), ("../x", "client")]
)
def test_a_file_has_the_name_of_its_client(service, client_id, name):
    """Where that is fit for one."""
    saved = service.post("/save", data={"client": json.dumps({"client_id": client_id})})
    assert saved.headers["content-disposition"] == f'attachment; filename="{name}.json"'


def test_why_adds_up(jobs, go):
    """Line by line."""
    page = go(next(one for one in jobs.buttons if one.path == "/why"))
    *lines, score = [float(one) for one in re.findall(r'figure">([+-]?\d\.\d+)<', page.text)]
    assert sum(lines) == pytest.approx(score, abs=0.01)
    assert len(lines) > 10


def test_why_not_is_said(jobs, go):
    """Of a posting that a limit rules out."""
    way = next(one for one in jobs.buttons if one.path == "/why")
    assert "不推荐" in go(way, posting="DX20260136").text
    assert "没有编号为 nope 的岗位" in go(way, 404, posting="nope").text


@pytest.mark.parametrize(("about", "word"), [("what-if", "如果放宽"), ("directions", "名额")])
def test_advice(jobs, go, about, word):
    """What if, and other directions."""
    assert word in go(jobs.button("/advice", about=about)).text


def test_a_level_set_by_hand_stays_until_it_is_taken_back(jobs, go):
    """With its reason; without one it is refused."""
    form = jobs.form("/jobs")
    by_hand = go(form, level="3", because="刚出院")
    assert "三级" in by_hand.text
    assert json.loads(by_hand.button("/edit").data["client"])["override"]["reason"] == "刚出院"
    assert json.loads(go(by_hand.form("/jobs"), level="").button("/edit").data["client"])["override"] is None
    again = go(form, 400, level="3", because=" ")
    assert again.form("/jobs").data["level"] == "3"
    assert "要写明理由" in again.text


def roster(ending, rows):
    """A roster as a file of some kind."""
    import pandas as pd

    out = io.BytesIO()
    table = pd.DataFrame(rows)
    if ending == "xlsx":
        table.to_excel(out, index=False)
    else:
        out.write(table.to_csv(index=False).encode("gb18030"))
    return out.getvalue()


@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_a_roster_gives_jobs_for_everybody(service, go, ending):
    """With the way to each, and no name."""
    rows = [{"姓名": "张小某", "求职者编号": f"R-{at}", "年龄": 40 + at, "文化程度": "初中", "求职意向": "保洁",
             "现居住地": "大兴区礼贤镇"}
            for at in range(3)]  # fmt: skip
    page = Page(service.post("/open", files={"file": (f"花名册.{ending}", roster(ending, rows))}).text)
    assert "3 名服务对象" in page.text
    assert "张小某" not in page.text
    assert "R-1" in go([one for one in page.buttons if one.path == "/jobs"][1]).text
    assert service.post("/print/jobs", data=page.form("/print/jobs").data).text.count("<section>") == 3


def test_a_roster_tells_what_became_of_each_row(service):
    """The balance, and where a row that was not taken stands."""
    rows = [{"求职者编号": f"R-{at}", "年龄": age} for at, age in enumerate((40, 240, 41))]
    page = service.post("/open", files={"file": ("r.csv", roster("csv", rows))}).text
    assert "读入 3 行 = 接受" in page
    assert "240" in page


def test_one_row_or_one_note_is_reviewed(service):
    """A roster of one, and a note as a file."""
    one = roster("csv", [{"求职者编号": "R-1", "年龄": 40}])
    assert Page(service.post("/open", files={"file": ("r.csv", one)}).text).form("/jobs").data["client_id"] == "R-1"
    note = Page(service.post("/open", files={"file": ("n.txt", NOTE.encode("gb18030"))}).text)
    assert note.form("/jobs").data["f.conditions.age"] == "49"


@pytest.mark.parametrize(
    ("name", "data"),
    [("a.png", b"\x89PNG\r\n\x1a\n"), ("a.json", b"{"), ("a.csv", b"\x00\x00"), ("../../etc/passwd", b"x"),
     ("..", b"[]"),
     ("a\x00.xlsx", b"PK\x03\x04"), ("a.txt", "1. 王某，女，45岁。\n2. 李某，男，38岁。".encode())],
)  # fmt: skip
def test_a_file_that_is_none_of_ours_is_told(service, name, data):
    """In a sentence, on a page."""
    answer = service.post("/open", files={"file": (name, data)})
    assert (answer.status_code, 'role="alert"' in answer.text) == (422, True)


@pytest.mark.parametrize(
    ("path", "sent"),
    [
        ("/read", {"data": {"text": "1. 王某，女，45岁。\n2. 李某，男，38岁。"}}),
        ("/read", {"data": {"text": '[{"client_id": "A"}]'}}),
        ("/open", {"files": {"file": ("a.csv", "颜色,大小\n红,1\n".encode())}}),
    ],
    ids=["two people", "data", "no roster"],
)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_nobody_at_a_page_is_sent_to_the_command_line(serving, path, sent, language):
    """The remedy is one that a page has."""
    answer = serving(language=language).post(path, **sent)
    assert (answer.status_code, 'role="alert"' in answer.text) == (422, True)
    assert " --" not in answer.text


HIDDEN = ["", "{", "[]", "null", "3", '{"client_id": 3, "goal": 7}', "[" * 50_000, '{"client": {}, "said": 3}']


@pytest.mark.parametrize("value", HIDDEN, ids=range(len(HIDDEN)))
@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("/jobs", "review"),
        ("/jobs", "client"),
        ("/edit", "client"),
        ("/edit", "kept"),
        ("/why", "client"),
        ("/print/jobs", "clients"),
        ("/save", "client"),
    ],
)
def test_a_hidden_field_that_nobody_of_ours_has_filled_in(service, path, name, value):
    """Refused on a page, whatever it holds."""
    answer = service.post(path, data={name: value})
    assert answer.status_code in (400, 422)
    assert 'role="alert"' in answer.text


@pytest.mark.parametrize(
    "kind", ["text/plain", "multipart/form-data", "multipart/form-data; boundary=", "application/json", "x"]
)
def test_a_form_of_another_kind(service, kind):
    """Refused on a page."""
    assert service.post("/read", content=b"text=1", headers={"Content-Type": kind}).status_code == 400


def test_nothing_that_is_typed_becomes_part_of_the_page(service, go, review):
    """In an id, a field, a note, a file name, a title."""
    bad = "\"'><script>alert(1)</script><img src=x onerror=alert(1)>"
    pages = [
        go(review.form("/jobs"), client_id=bad[:90], **{"f.conditions.major": bad, "f.goal.occupations": f"保洁{bad}"}),
        go(review.form("/jobs"), 422, **{"f.conditions.age": bad, "f.conditions.experience.0.occupation": bad}),
        Page(service.post("/read", data={"text": f"49岁，想找保洁，不做{bad}。技能：{bad}"}).text),
        Page(service.post("/open", files={"file": (f"{bad}.png", b"\x89PNG")}).text),
    ]
    assert all({"script", "img"}.isdisjoint(page.tags) for page in pages)


def test_nothing_of_a_posting_becomes_part_of_a_page(tmp_path):
    """Whatever an employer writes: in titles, names, ids, pay, places and texts, on screen and on paper."""
    from starlette.testclient import TestClient

    from jobmatch.service.app import application
    from jobmatch.workflows.source import Held, Source

    bad = "\"'></textarea><script>alert(1)</script><img src=x onerror=alert(1)>"
    rows = [{"岗位编号": f"P-{at}", "岗位名称": f"保洁员{bad}", "单位名称": f"某保洁公司{at}{bad}",
             "工作地点": f"北京市大兴区{bad}", "薪资": f"4000元/月{bad}", "岗位描述": f"负责保洁，限女性{bad}",
             "链接": f"javascript:{bad}"} for at in range(6)]  # fmt: skip
    (tmp_path / "p.json").write_text(json.dumps(rows), "utf-8")
    held = Held.open(Source(str(tmp_path / "p.json"), as_of="2026-11-22"))
    client = TestClient(application(held), base_url="http://127.0.0.1:8123")
    person = {"client_id": "C-1", "willingness": {"wants_work": True}, "goal": {"occupations": ["保洁"]},
              "conditions": {"age": 40, "education": "初中", "residence": "北京市大兴区"}}  # fmt: skip
    one, many = {"client": json.dumps(person)}, {"clients": json.dumps([person])}
    asked = [("/jobs", one), ("/print/jobs", one), ("/print/plan", one), ("/advice", one | {"about": "what-if"}),
             ("/advice", one | {"about": "directions"}), ("/why", one | {"posting": "P-1"}),
             ("/vacancy", many | {"posting": "P-1"}), ("/fair", many), ("/print/fair", many)]  # fmt: skip
    shown = [client.post(path, data=data) for path, data in asked]
    assert [answer.status_code for answer in shown] == [200] * len(asked)
    assert "alert(1)" in shown[0].text
    assert all({"script", "img", "a"} & set(Page(answer.text).tags) <= {"a"} for answer in shown)
    assert not any("javascript:" in answer.text for answer in shown)


def test_pages_can_be_used_without_eyes_and_on_a_telephone(service, review, jobs):
    """Every input has a name, every page a heading, a language and a width."""
    for page in (
        Page(service.get("/").text),
        Page(service.get("/new").text),
        review,
        jobs,
        Page(service.get("/api").text),
    ):
        shown = [one for one in page.inputs if one.get("type") != "hidden"]
        assert [one for one in shown if not (one.get("id") in page.labelled or one.get("aria-label"))] == []
        assert page.tags.count("h1") >= 1
        assert {"main", "nav", "title"} <= set(page.tags)
        assert "script" not in page.tags
        assert 'lang="zh"' in page.text
        assert "width=device-width" in page.text


def test_english_by_the_browser_or_for_all(service, serving):
    """The option wins."""
    english = {"Accept-Language": "en"}
    assert "Paste the notes" in service.get("/", headers=english).text
    assert "Paste the notes" in serving(language="en").get("/").text
    assert "粘贴" in serving(language="zh").get("/", headers=english).text


def test_english_pages_are_english_throughout(serving):
    """But for what is typed, which stands in quotes."""
    client = serving(language="en")
    jobs = Page(client.post("/jobs", data=Page(client.get("/new").text).form("/jobs").data).text)
    for text in (
        client.get("/").text,
        client.get("/new").text,
        client.get("/api").text,
        client.get("/nope").text,
        jobs.text,
    ):
        shown = re.sub(r"“[^”]*”|<pre>.*</pre>|value=\"[^\"]*\"", "", text, flags=re.S)
        assert re.findall("[\u4e00-\u9fff]+", shown) == []

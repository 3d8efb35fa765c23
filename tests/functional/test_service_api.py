"""The REST service: the bytes of the command line, a line for each error, nothing of a person in the log."""

import json
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import unquote

import pytest

from jobmatch import demo
from jobmatch.service.api import QUESTIONS

COMMANDS = ("recommend", "assess", "plan", "what-if", "directions")


@pytest.fixture
def person(demo_people):
    """A client who has jobs."""
    return demo_people["PLN-4"]


def error(answer):
    """The error of an answer, which is one line of JSON."""
    assert answer.headers["content-type"] == "application/json"
    assert answer.text.endswith("\n")
    assert "Traceback" not in answer.text
    return answer.json()["error"]


@pytest.mark.parametrize("command", COMMANDS)
def test_an_answer_has_the_bytes_of_the_command(command, ask, post, person):
    """Whoever reads the one reads the other."""
    assert post(command, client=person).content == ask(command, "--format", "json").out.encode()


@pytest.mark.parametrize("command", COMMANDS)
def test_several_clients_are_a_line_each(command, run, post, demo_index, demo_people):
    """As the command writes them."""
    words = ("--clients", demo.clients_path(), "--postings", demo_index, "--as-of", demo.AS_OF, "--format", "json")
    answer = post(command, clients=list(demo_people.values()))
    assert answer.content == run(command, *words).out.encode()
    assert answer.headers["content-type"] == "application/x-ndjson"


def test_options_are_those_of_the_command(ask, post, person):
    """How many, which day, and a level set by hand."""
    said = ask("recommend", "--top", 5, "--level", 2, "--because", "本人坚持", "--format", "json").out
    assert post("recommend", client=person, top=5, level=2, because="本人坚持").text == said
    assert post("recommend", client=person, as_of="2026-12-20").json()["as_of"] == "2026-12-20"


def test_explain_and_refer_have_the_bytes_of_the_command(ask, run, post, person, best, demo_index, demo_people):
    """Of one posting."""
    assert (
        post("explain", client=person, posting=best).text == ask("explain", "--posting", best, "--format", "json").out
    )
    words = ("--posting", best, "--postings", demo_index, "--as-of", demo.AS_OF, "--format", "json", "--consented")
    said = run("refer", "--clients", demo.clients_path(), *words).out
    assert post("refer", clients=list(demo_people.values()), posting=best, consented=True).text == said


def test_notes_have_the_bytes_of_the_command(run, post, tmp_path, demo_index):
    """With corrections, and with the questions in the order of what they change."""
    note = tmp_path / "note.txt"
    note.write_text("王某，女，49岁，初中学历，住大兴区榆垡镇，想做保洁。电话13812345678", "utf-8")
    words = ("read-notes", note, "--as-of", demo.AS_OF, "--format", "json")
    assert post("read-notes", text=note.read_text("utf-8")).text == run(*words).out
    more = ("--set", "conditions.age=50", "--id", "C-9", "--home", "北京市", "--postings", demo_index)
    body = {"set": ["conditions.age=50"], "id": "C-9", "home": "北京市", "by_postings": True}
    assert post("read-notes", text=note.read_text("utf-8"), **body).text == run(*words, *more).out


def test_screening_has_the_bytes_of_the_command(run, post, tmp_path):
    """A line a posting in which something was found."""
    rows = [{"岗位名称": "保安", "任职要求": "限男性，交押金200元", "薪资": "1500元/月"}, {"岗位名称": "保洁"}]
    file = tmp_path / "postings.json"
    file.write_text(json.dumps(rows), "utf-8")
    said = run("screen", "--postings", file, "--minimum-wage", 2420, "--format", "json").out
    assert post("screen", postings=rows, minimum_wage=2420).text == said
    assert said.count("\n") == 1


def test_the_doctor_says_the_same(run, service):
    """And lists the part that is asked."""
    found = service.get("/api/doctor")
    assert found.text == run("doctor", "--format", "json").out
    assert next(one for one in found.json() if one["name"] == "serve")["fit"]


def test_parts_that_serve_alone(post):
    """One text or several of each kind."""
    told = post(
        "parse", salary=["4-5千", "面议"], place="榆垡镇", home="北京市", occupations="库管员", screen="限女性"
    ).json()
    assert [one["kind"] for one in told["salary"]] == ["stated", "negotiable"]
    assert told["place"]["code"].startswith("110115")
    assert told["occupations"][0].keys() == {"code", "name", "probability"}
    assert told["screen"][0]["kind"] == "gender"


def test_a_rejected_client_is_told_in_the_headers(post, person):
    """The answers are those of the others, as on the command line."""
    answer = post("assess", clients=[person, {"client_id": "X", "conditions": {"age": 240}}])
    assert [json.loads(line)["client_id"] for line in answer.text.splitlines()] == ["PLN-4"]
    assert answer.headers["jobmatch-rejected"] == "1"
    assert "conditions.age" in unquote(answer.headers["jobmatch-notices"])


def test_headers_stay_short(post, person):
    """However many are rejected: proxies refuse long ones."""
    answer = post(
        "assess", clients=[person, *({"client_id": f"X{at}", "conditions": {"age": 240}} for at in range(199))]
    )
    assert answer.headers["jobmatch-rejected"] == "199"
    assert 1000 < len(answer.headers["jobmatch-notices"]) <= 4000


@pytest.mark.parametrize("command", QUESTIONS)
def test_threads_get_the_same_answers(command, service, demo_people, best):
    """Twenty over one matcher, eight at a time, each as if alone."""
    more = {"posting": best} if command in ("explain", "refer", "vacancy") else {}
    bodies = [{"client": one, **more} for one in demo_people.values()]

    def answer(body):
        return service.post(f"/api/{command}", json=body).content

    alone = [answer(body) for body in bodies]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(answer, bodies * 5)) == alone * 5


def test_languages_do_not_mix_between_threads(service, person):
    """Each answer is in the language of its request."""

    def title(language):
        headers = {"Accept-Language": language}
        return service.post("/api/assess", json={"client": person}, headers=headers).json()["rules"][0]["text"]

    alone = [title("zh"), title("en-GB,zh;q=0.5")]
    assert alone[0] != alone[1]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(title, ["zh", "en"] * 20)) == alone * 20


@pytest.mark.parametrize(
    ("body", "status", "kind"),
    [
        ({}, 422, "request-missing"),
        ({"client": 3}, 422, "request-field"),
        ({"client": []}, 422, "no-rows"),
        ({"client": ["张三"]}, 422, "no-rows"),
        ({"client": {}}, 422, "client-without-id"),
        ({"client": {"client_id": "A", "conditions": {"age": 240}}}, 422, "client-field"),
        ({"client": {"client_id": "A", "goal": []}}, 422, "client-field"),
        ({"client": {"client_id": "\ud800"}}, 422, "client-field"),
        ({"client": {"client_id": "A"}, "top": "3"}, 422, "request-field"),
        ({"client": {"client_id": "A"}, "top": True}, 422, "request-field"),
        ({"client": {"client_id": "A"}, "top": 0}, 422, "request-field"),
        ({"client": {"client_id": "A"}, "top": 1001}, 422, "request-field"),
        ({"client": {"client_id": "A"}, "topp": 3}, 422, "request-strange"),
        ({"client": {"client_id": "A"}, "as_of": "banana"}, 400, "not-a-day"),
        ({"client": {"client_id": "A"}, "level": 2}, 400, "override-reason"),
        ({"client": [{"client_id": str(at)} for at in range(201)]}, 413, "too-many-clients"),
        ({"client": [{"client_id": str(at)} for at in range(200)], "top": 1000}, 413, "too-many-jobs"),
        ({"client": {"client_id": "A", "notes": "长" * 300_000}}, 413, "request-too-large"),
    ],
)
def test_what_is_amiss_is_said_in_a_line(service, body, status, kind):
    """With a status that fits."""
    answer = service.post("/api/recommend", content=json.dumps(body), headers={"Content-Type": "application/json"})
    assert (answer.status_code, error(answer)["kind"]) == (status, kind)


@pytest.mark.parametrize(
    "body", [b"", b"null", b"[1]", b"3", b'{"client": ', "{“client”: 1}".encode(),
             '{"client": {"client_id": "张"}}'.encode("gbk"),
             b'{"client": ' + b"[" * 50_000 + b"]" * 50_000 + b"}", b'{"client": {"client_id": ' + b"9" * 5000 + b"}}"],
    ids=["empty", "null", "list", "number", "cut", "quotes", "gbk", "deep", "digits"],
)  # fmt: skip
def test_a_body_that_is_no_json_object(service, body):
    """Whatever it is."""
    answer = service.post("/api/recommend", content=body, headers={"Content-Type": "application/json"})
    assert (answer.status_code, error(answer)["kind"][:8]) == (400, "request-")


def test_unknown_postings_addresses_and_methods(post, service, person):
    """404 and 405."""
    assert (post("explain", client=person, posting="nope").status_code, service.get("/api/nope").status_code) == (
        404,
        404,
    )
    answer = service.get("/api/recommend")
    assert (answer.status_code, error(answer)["kind"]) == (405, "no-such-method")


def test_a_fault_of_the_program_is_a_line_too(serving, person, monkeypatch):
    """Its kind and place stand in the log, its words nowhere."""

    def broken(*_):
        raise KeyError("张三 13812345678")

    monkeypatch.setattr("jobmatch.workflows.answers.open_session", broken)
    client = serving()
    answer = client.post("/api/assess", json={"client": person})
    assert (answer.status_code, error(answer)["kind"]) == (500, "fault")
    assert "张三" not in answer.text + "".join(client.log)
    assert client.log[0].startswith("KeyError test_service_api.py:")


def test_the_description_is_ours_and_complete(service):
    """Every address is in it, and no page that loads from elsewhere is there."""
    described = service.get("/openapi.json").json()
    assert {f"/api/{name}" for name in (*QUESTIONS, "read-notes", "screen", "parse", "health")} <= described[
        "paths"
    ].keys()
    assert "HTTPValidationError" not in json.dumps(described)
    assert {service.get(path).status_code for path in ("/docs", "/redoc")} == {404}
    assert "client_id" in service.get("/api/schema").json()["properties"]


@pytest.mark.parametrize(("part", "field"), [("goal", "refused"), ("conditions", "skills")])
def test_lists_that_would_keep_others_waiting_are_refused(post, person, part, field):
    """Nobody has so many; the field is named."""
    client = person | {part: {**person[part], field: [f"保洁{at}" for at in range(41)]}}
    answer = post("recommend", client=client)
    assert (answer.status_code, error(answer)["kind"]) == (413, "too-many-items")
    assert post("recommend", client=client | {part: {**client[part], field: ["保洁"] * 41}}).status_code == 200

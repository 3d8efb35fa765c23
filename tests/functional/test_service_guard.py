"""Who may ask the service, what it lets in, and what it tells nobody."""

import base64
import hashlib
import io
import json
import re
import socket
import subprocess
import sys
import urllib.request
import zipfile

import pytest

from jobmatch import demo

JSON = {"Content-Type": "application/json"}


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example", "", "a b", "127.0.0.1@x"]
)
def test_a_strange_name_is_refused(service, host):
    """A site that lets its name point here reaches nothing."""
    answer = service.get("/", headers={"Host": host})
    assert (answer.status_code, "Host" in answer.text) == (400, True)


def test_a_name_that_was_given_is_ours(serving):
    """That of a reverse proxy."""
    assert serving(names=("jobs.example",)).get("/", headers={"Host": "jobs.example"}).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [{"Origin": "http://evil.example"}, {"Origin": "null"}, {"Origin": "http://[x"}, {"Origin": "http://127.0.0.1:9999"},
     {"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": "same-site"}],
    ids=str,
)  # fmt: skip
@pytest.mark.parametrize("path", ["/read", "/api/read-notes"])
def test_what_another_site_sends_is_refused(service, path, headers):
    """To a page and to the service."""
    assert service.post(path, data={"text": "x"}, headers=headers).status_code == 403


def test_what_our_own_page_sends_is_taken(service):
    """As a browser marks it."""
    own = {"Origin": "http://127.0.0.1:8123", "Sec-Fetch-Site": "same-origin"}
    assert service.post("/read", data={"text": "女，49岁"}, headers=own).status_code == 200


def test_a_proxy_that_changes_the_host_is_no_other_site(service):
    """The browser itself says that the page is ours."""
    proxied = {"Origin": "https://jobs.example", "Sec-Fetch-Site": "same-origin"}
    assert service.post("/read", data={"text": "女，49岁"}, headers=proxied).status_code == 200


def test_an_address_that_only_a_form_leads_to(service):
    """Who comes back to it by a bookmark is sent to the start."""
    answer = service.get("/jobs")
    assert (answer.status_code, "首页" in answer.text) == (405, True)


def test_nothing_may_be_kept_run_or_framed(service):
    """By any answer, an error too."""
    for answer in (
        service.get("/"),
        service.get("/nope"),
        service.post("/api/parse", json={}),
        service.get("/style.css"),
    ):
        policy = answer.headers["content-security-policy"]
        assert policy.startswith("default-src 'none';")
        assert not re.search("script|unsafe|http", policy)
        assert answer.headers["cache-control"] == "no-store"
        assert "access-control-allow-origin" not in answer.headers


@pytest.mark.parametrize("path", ["/api/recommend", "/read", "/open"])
def test_too_much_is_refused(service, path):
    """Whether its length is told beforehand or not."""
    much = b"x" * 8_000_001
    kind = {"Content-Type": "application/x-www-form-urlencoded"} if path == "/read" else JSON
    kind = {"Content-Type": "multipart/form-data; boundary=b"} if path == "/open" else kind
    assert service.post(path, content=much, headers=kind).status_code == 413
    assert service.post(path, content=iter([much]), headers=kind).status_code == 413


def test_the_log_tells_of_nobody(serving):
    """Method, address, status, time; of an address that is not ours nothing."""
    client = serving()
    client.get("/api/health?name=张三")
    client.get("/张三/13812345678")
    client.post("/read", data={"text": "张三，13812345678"})
    assert [re.sub(r"\d+ ms", "ms", line) for line in client.log] == [
        "GET /api/health 200 ms", "GET … 404 ms", "POST /read 200 ms",
    ]  # fmt: skip


def test_a_file_is_kept_in_memory(service, monkeypatch):
    """However large, as long as it is taken at all."""
    import tempfile

    def refused(*_):
        raise AssertionError("a file was made")

    monkeypatch.setattr(tempfile, "TemporaryFile", refused)
    answer = service.post("/open", files={"file": ("r.txt", b"\xef\xbb\xbf" + ("长" * 1_000_000).encode())})
    assert answer.status_code in (200, 422)


@pytest.fixture
def started(demo_index):
    """The real process on a free port: its address and the process."""
    call = [
        sys.executable,
        "-m",
        "jobmatch",
        "serve",
        "--postings",
        str(demo_index),
        "--as-of",
        demo.AS_OF,
        "--port",
        "0",
    ]
    with subprocess.Popen(call, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        said = process.stderr.readline().decode()
        yield re.search(r"http://127\.0\.0\.1:\d+/", said)[0], process
        if process.poll() is None:
            process.kill()


def test_the_real_process_answers_and_stops(started):
    """On its own port, in a second; SIGTERM ends it in order."""
    address, process = started
    with urllib.request.urlopen(address + "api/health") as answer:
        assert b'"ok"' in answer.read()
    process.terminate()
    assert process.wait(20) == 0
    said = process.stderr.read().decode()
    assert "服务已停止" in said
    assert "Traceback" not in said


def test_a_port_that_is_taken_is_told(run, demo_index):
    """Before the postings are read."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        done = run("serve", "--postings", demo_index, "--port", taken.getsockname()[1])
    assert (done.code, "--port" in done.err) == (2, True)


def test_who_binds_elsewhere_is_told_what_it_means(run, demo_index, monkeypatch):
    """No password, no encryption."""
    monkeypatch.setattr("uvicorn.Server.run", lambda *_, **__: None)
    assert "没有密码" in run("serve", "--postings", demo_index, "--host", "0.0.0.0", "--port", 0).err
    assert "没有密码" not in run("serve", "--postings", demo_index, "--port", 0).err


def test_without_its_packages_the_way_to_them_is_told(run, demo_index, monkeypatch):
    """One line."""
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    done = run("serve", "--postings", demo_index, "--port", 0)
    assert (done.code, "jobmatch[serve]" in done.err) == (2, True)


@pytest.mark.parametrize("path", ["/print/jobs", "/print/plan"])
def test_the_style_within_a_printed_page_is_allowed_by_its_hash(service, demo_people, path):
    """And no other that somebody might bring in."""
    answer = service.post(path, data={"client": json.dumps(demo_people["PLN-4"])})
    (style,) = re.findall("<style>(.*?)</style>", answer.text, re.S)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert f"'sha256-{digest}'" in answer.headers["content-security-policy"]
    assert "style=" not in answer.text


@pytest.mark.parametrize("path", ["/", "/style.css", "/api/health", "/nope"])
def test_head_is_get_without_a_body(serving, path):
    """As those ask who only want to know whether the service is there; the log tells it as it was asked."""
    client = serving()
    asked, got = client.head(path), client.get(path)
    assert (asked.status_code, asked.content) == (got.status_code, b"")
    assert asked.headers["content-length"] == str(len(got.content))
    assert client.log[0].startswith("HEAD ")


def test_an_address_has_one_spelling(service):
    """No redirection, whose target a proxy would get wrong."""
    assert service.post("/api/recommend/", json={}, follow_redirects=False).status_code == 404


@pytest.fixture
def hurried(tmp_path, monkeypatch):
    """A service that waits a second."""
    (tmp_path / "settings.toml").write_text("[serve]\nmost_seconds = 1\n", "utf-8")
    monkeypatch.setenv("JOBMATCH_SETTINGS", str(tmp_path / "settings.toml"))


@pytest.mark.usefixtures("hurried")
def test_a_request_that_never_ends_is_given_up(started):
    """With a line of why; others are answered meanwhile."""
    address, _ = started
    port = int(address.rstrip("/").rpartition(":")[2])
    with socket.create_connection(("127.0.0.1", port), timeout=20) as slow:
        slow.sendall(b"POST /api/parse HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 99\r\n\r\n{")
        with urllib.request.urlopen(address + "api/health") as answer:
            assert answer.status == 200
        said = slow.recv(4096)
    assert said.startswith(b"HTTP/1.1 408")


def test_a_roster_of_too_many_rows_is_refused(service):
    """Whatever kind of file it is."""
    rows = "".join(f"R-{at},40\n" for at in range(2001))
    objects = json.dumps([{"client_id": f"R-{at}"} for at in range(2001)])
    for name, text in (("r.csv", f"求职者编号,年龄\n{rows}"), ("r.json", objects)):
        answer = service.post("/open", files={"file": (name, text.encode())})
        assert (answer.status_code, "2001 名" in answer.text) == (413, True)


def test_a_workbook_that_unpacks_without_end_is_refused(service):
    """Before anything of it is unpacked."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("xl/worksheets/sheet1.xml", b" " * 100_000_001)
    answer = service.post("/open", files={"file": ("r.xlsx", packed.getvalue())})
    assert (answer.status_code, "大得不合常理" in answer.text) == (422, True)


def test_a_file_whose_few_bytes_may_be_millions_of_rows_is_refused(service):
    """Such files belong to the command line."""
    answer = service.post("/open", files={"file": ("r.parquet", b"PAR1" + b"x" * 100)})
    assert (answer.status_code, "不读 Parquet" in answer.text) == (422, True)


@pytest.mark.parametrize(
    "body",
    [
        {"client": {"client_id": "A", **{f"k{at}": 1 for at in range(500)}}},
        {"client": {"client_id": "A", "goal": {f"k{at}": 1 for at in range(500)}}},
    ],
    ids=["above", "within"],
)
def test_a_client_of_very_many_fields_is_refused(service, body):
    """Each that is not known is compared with those that are."""
    answer = service.post("/api/assess", json=body)
    assert (answer.status_code, answer.json()["error"]["kind"]) == (413, "request-long")


def test_too_many_postings_are_not_screened(service):
    """They belong to the command line."""
    answer = service.post("/api/screen", json={"postings": [{"岗位名称": "保洁"}] * 5001})
    assert (answer.status_code, answer.json()["error"]["kind"]) == (413, "request-long")
    assert answer.json()["error"]["values"] == {"field": "postings", "most": 5000}

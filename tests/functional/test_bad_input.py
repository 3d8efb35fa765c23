"""What cannot be read: one clear line with file, row and remedy, exit code 3, nothing half written, no traceback."""

import json
import os
import struct
import zlib

import pytest

from jobmatch import demo

GOOD = "岗位编号,岗位名称,单位名称,工作地点,薪资\nA-1,库管员,北京某某公司,北京市大兴区榆垡镇,5000元/月\n"


def png():
    """The bytes of a picture of one pixel."""

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    body = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0\0\0\0")) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


@pytest.fixture
def put(tmp_path):
    """Write a file into the test's folder: ``put("p.csv", "…")``."""

    def write(name, content):
        file = tmp_path / name
        file.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return file

    return write


@pytest.fixture
def refused(run, tmp_path):
    """Run a command that must fail: its one line, after checking code, silence and that nothing was written."""

    def command(*words, code=3):
        before = sorted(tmp_path.rglob("*"))
        done = run(*words)
        said = [line for line in done.err.splitlines() if not line.startswith(("正在读取", "读入"))]
        assert (done.code, done.out) == (code, ""), done
        assert "Traceback" not in done.err
        assert len(said) == 1, done.err
        assert len(said[0]) < 600, "a line is a line, not the file"
        assert "程序出错" not in said[0], "bad input is no fault of the program"
        assert sorted(tmp_path.rglob("*")) == before, "something was left behind"
        return said[0]

    return command


@pytest.fixture
def postings_refused(refused, one_client, tmp_path):
    """Recommend from a bad file of postings to a good client, into a file."""

    def command(file, *words):
        return refused("recommend", "--client", one_client, "--postings", file, "-o", tmp_path / "out.json", *words)

    return command


@pytest.fixture
def client_refused(refused, demo_index, tmp_path):
    """Recommend from good postings to a bad client, into a file."""

    def command(file, *words):
        where = ("--postings", demo_index, "--as-of", demo.AS_OF, "-o", tmp_path / "out.json")
        return refused("recommend", "--client", file, *where, *words)

    return command


NO_TABLES = {
    "picture.png": png(),
    "picture.csv": png(),
    "paper.pdf": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\nendobj\n",
    "archive.xlsx": b"PK\x03\x04" + bytes(200),
    "noise.csv": bytes(range(128, 256)) * 40 + bytes(7 * n % 251 for n in range(5000)),
    "empty.csv": b"",
    "blank.csv": b"\n\n  \n",
    "page.xlsx": b"<!DOCTYPE html><html><body>502 Bad Gateway</body></html>",
}


@pytest.mark.parametrize("name", NO_TABLES)
def test_what_is_no_table(postings_refused, client_refused, put, name):
    """A picture, a PDF, noise, nothing: named by file, for postings and for clients."""
    file = put(name, NO_TABLES[name])
    assert name in postings_refused(file)
    assert name in client_refused(file)


def test_a_path_that_is_not_there(postings_refused, client_refused, tmp_path):
    """The file is named."""
    assert "没有这个.csv" in postings_refused(tmp_path / "没有这个.csv")
    assert "nobody.json" in client_refused(tmp_path / "nobody.json")


def test_a_folder_that_is_no_index(postings_refused, client_refused, tmp_path):
    """The folder is named, and how to make an index."""
    (tmp_path / "folder").mkdir()
    said = postings_refused(tmp_path / "folder")
    assert "folder" in said
    assert "jobmatch index" in said
    assert "folder" in client_refused(tmp_path / "folder")


@pytest.mark.parametrize("harm", ["no manifest", "cut", "no file", "broken manifest"])
def test_an_index_that_is_not_whole(refused, one_client, demo_matcher, tmp_path, harm):
    """A file that is missing or cut is told before anything is answered from the rest."""
    index = tmp_path / "index"
    demo_matcher.save(index)
    victim = max((file for file in index.rglob("*") if file.name != "manifest.json"), key=lambda f: f.stat().st_size)
    if harm == "cut":
        victim.write_bytes(victim.read_bytes()[:-100])
    elif harm == "no file":
        victim.unlink()
    elif harm == "no manifest":
        (index / "manifest.json").unlink()
    else:
        (index / "manifest.json").write_text('{"kind":', "utf-8")
    assert "jobmatch index" in refused("recommend", "--client", one_client, "--postings", index)


def test_no_title_column(postings_refused, put):
    """The file, the headings that were seen, and the way out."""
    said = postings_refused(put("jobs.csv", "天气,温度\n晴,20\n"))
    assert all(word in said for word in ("jobs.csv", "天气", "岗位名称", "--map"))


def test_every_row_is_bad(postings_refused, put):
    """Where no row can be used, the first bad one is named with its reason."""
    said = postings_refused(put("jobs.csv", "岗位名称,单位名称\n,甲公司\n,乙公司\n"))
    assert all(word in said for word in ("jobs.csv", "2", "岗位名称"))


def test_broken_json_names_the_place(postings_refused, client_refused, put):
    """Row and column of the fault."""
    broken = '[\n  {"client_id": "C-1",\n   "goal": {"clarity": "clear"},,\n  }\n]'
    said = client_refused(put("client.json", broken))
    assert all(word in said for word in ("client.json", "第 3 行", "列"))
    assert "第 2 行" in postings_refused(put("jobs.json", '[{"title": "保安"},\n {"title": "保洁" "x"}]'))


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("attitude", '{"pay_min": NaN}'),
        ("attitude", '{"pay_wanted": Infinity}'),
        ("conditions", '{"age": -Infinity}'),
        ("conditions", '{"max_commute_km": 1e999}'),
        ("conditions", '{"experience": [{"occupation": "库管", "years": NaN}]}'),
        ("conditions", '{"age": 240}'),
        ("conditions", '{"education": "炼金术"}'),
        ("willingness", '{"wants_work": "也许"}'),
        ("attitude", '{"pay_min": -1}'),
        ("goal", '"库管员"'),
        ("conditions", "[]"),
        ("registration", '{"registered_on": "2026-13-45"}'),
    ],
)
def test_values_that_cannot_be(client_refused, put, field, value):
    """Not a number, infinity, an age of 240 …: the file, the field and what is welcome."""
    said = client_refused(put("client.json", f'{{"client_id": "C-1", "{field}": {value}}}'))
    assert "client.json" in said
    assert field in said


@pytest.mark.parametrize("text", ['{"goal": {}}', '{"client_id": null, "goal": {}}', '{"client_id": "  ", "goal": {}}'])
def test_a_client_without_an_id(client_refused, put, text):
    """Named with the file and how an id is given."""
    said = client_refused(put("client.json", text))
    assert "client.json" in said
    assert "client_id" in said


@pytest.mark.parametrize("text", ["[]", "{}", "null", "3", '"C-1"', "[[]]"])
def test_json_that_holds_nobody(client_refused, put, text):
    """JSON that is well-formed and no client."""
    assert "client.json" in client_refused(put("client.json", text))


def test_a_field_of_ten_megabytes(run, put, one_client, tmp_path):
    """The row is rejected with its reason, the others are used; code 4."""
    file = put("big.csv", GOOD + f'A-2,"{"很" * 3_500_000}",甲公司,,\n')
    left = tmp_path / "left.csv"
    where = ("--client", one_client, "--postings", file, "--as-of", demo.AS_OF, "--rejected", left)
    done = run("recommend", *where, "--format", "json")
    assert done.code == 4, done.err
    assert [job["posting_id"] for job in done.objects[0]["recommendations"]] == ["A-1"]
    assert left.stat().st_size < 100_000, "the reason is kept, not the ten megabytes"
    assert "3" in left.read_text("utf-8-sig")


def test_rejected_rows_are_written_though_none_is_left(run, put, one_client, demo_index, tmp_path):
    """A roster or a file of postings refused for all its rows: code 3, and the file says which rows to mend."""
    roster, postings = put("人员.csv", "求职者编号,年龄\n,40\n"), put("岗位.csv", "岗位名称,单位\n,甲公司\n")
    left = tmp_path / "left.csv"
    for client, where in ((roster, demo_index), (one_client, postings)):
        done = run("assess", "--client", client, "--postings", where, "--as-of", demo.AS_OF, "--rejected", left)
        assert done.code == 3, done.err
        assert "2" in left.read_text("utf-8-sig")
        left.unlink()


def test_a_field_of_ten_megabytes_in_a_client(client_refused, put):
    """Told in a line that does not repeat the ten megabytes, or read as a very long word; never a fault."""
    big = {"client_id": "C-1", "conditions": {"education": "高" * 3_500_000}}
    assert "education" in client_refused(put("client.json", json.dumps(big, ensure_ascii=False)))


def test_ids_that_are_used_twice(run, put, one_client):
    """Two postings of other content under one id: the later row is rejected, nothing is mixed; code 4."""
    file = put("twice.csv", GOOD + "A-1,保洁员,乙公司,北京市大兴区榆垡镇,4000元/月\n")
    where = ("--client", one_client, "--postings", file, "--as-of", demo.AS_OF, "--format", "json")
    done = run("recommend", *where)
    assert done.code == 4, done.err
    assert len(done.objects[0]["recommendations"]) <= 1


def test_clients_with_the_same_id(run, put, demo_index):
    """Two people under one id: both cannot be right, and it is said; code 4 or 3, no traceback."""
    people = [{"client_id": "C-1", "conditions": {"age": age, "education": "高中"}} for age in (30, 50)]
    done = run("recommend", "--client", put("people.json", json.dumps(people)), "--postings", demo_index,
               "--as-of", demo.AS_OF, "--format", "json")  # fmt: skip
    assert done.code in (3, 4), done.err
    assert len(done.out.splitlines()) <= 1
    assert all(word in done.err for word in ("people.json", "C-1")), "who was left out is said"


@pytest.mark.parametrize("day", ["2026-02-30", "2026-13-01", "gestern", "", "22.11.2026", "99999-01-01"])
@pytest.mark.parametrize("command", ["recommend", "assess", "demo"])
def test_a_day_that_is_none(refused, one_client, demo_index, command, day):
    """--as-of takes a day of the calendar; anything else is wrong usage."""
    where = () if command == "demo" else ("--client", one_client, "--postings", demo_index)
    assert "2026-11-22" in refused(command, *where, "--as-of", day, code=2)


def test_options_that_name_nothing(refused, one_client, demo_index, put):
    """A model, a posting, a column or a field that is not there."""
    where = ("--client", one_client, "--postings", demo_index, "--as-of", demo.AS_OF)
    assert "gold" in refused("recommend", *where, "--model", "gold", code=2)
    assert "P-0" in refused("explain", *where, "--posting", "P-0", code=2)
    jobs = ("--client", one_client, "--postings", put("jobs.csv", GOOD), "--as-of", demo.AS_OF)
    assert "列名=字段" in refused("recommend", *jobs, "--map", "岗位名称", code=2)
    assert "fish" in refused("recommend", *jobs, "--map", "岗位名称=fish", code=2)


@pytest.mark.parametrize("mapping", ["不存在的列=title"])
def test_a_mapping_from_a_column_that_is_not_there(run, one_client, put, mapping):
    """The column is named; it is the file or the call that is wrong, code 2 or 3."""
    done = run("recommend", "--client", one_client, "--postings", put("jobs.csv", GOOD), "--map", mapping)
    assert done.code in (2, 3)
    assert "不存在的列" in done.err
    assert done.out == ""


@pytest.mark.parametrize("name", ["out.docx", "out", "out.json.exe", "out.PDF"])
@pytest.mark.parametrize("command", ["recommend", "assess", "demo"])
def test_an_ending_that_is_not_known(refused, one_client, demo_index, tmp_path, command, name):
    """Known endings are named."""
    where = () if command == "demo" else ("--client", one_client, "--postings", demo_index)
    assert ".xlsx" in refused(command, *where, "-o", tmp_path / name, code=2)


@pytest.mark.parametrize("name", ["missing/out.json", "missing/out.xlsx", "file.txt/out.html"])
def test_a_folder_that_cannot_be_written(refused, one_client, demo_index, tmp_path, put, name):
    """The file is named; no folder is made on the side."""
    put("file.txt", "x")
    said = refused("recommend", "--client", one_client, "--postings", demo_index, "-o", tmp_path / name)
    assert name.rpartition("/")[2] in said


@pytest.mark.skipif(getattr(os, "geteuid", int)() == 0, reason="root may write anywhere")
def test_a_folder_without_permission(refused, one_client, demo_index, tmp_path):
    """The same for a folder that may only be read."""
    (tmp_path / "locked").mkdir(mode=0o500)
    where = ("--client", one_client, "--postings", demo_index)
    assert "out.json" in refused("recommend", *where, "-o", tmp_path / "locked" / "out.json")


def test_an_index_never_overwrites_something_else(refused, tmp_path, put):
    """A folder with other things in it is left as it is."""
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "a.jpg").write_bytes(b"x")
    assert "photos" in refused("index", put("jobs.csv", GOOD), "-o", tmp_path / "photos", code=2)
    assert [file.name for file in (tmp_path / "photos").iterdir()] == ["a.jpg"]


def test_an_index_of_nothing_is_not_begun(refused, put, tmp_path):
    """A bad file of postings leaves no folder."""
    refused("index", put("jobs.csv", "天气\n晴\n"), "-o", tmp_path / "market")
    assert not (tmp_path / "market").exists()


def test_a_wrong_rejected_file_is_told_before_work_is_done(refused, put, one_client, tmp_path):
    """--rejected to an ending that is not known, or into a folder that is not there."""
    jobs = put("jobs.csv", GOOD + ",乙公司,,,\n")
    call = ("recommend", "--client", one_client, "--postings", jobs, "--as-of", demo.AS_OF)
    left = tmp_path / "missing" / "left.csv"
    assert "left.csv" in refused(*call, "--rejected", left, "-o", tmp_path / "out.json")


def test_a_fault_in_english(run, tmp_path):
    """The same line in English with --lang en."""
    done = run("recommend", "--client", tmp_path / "c.json", "--postings", tmp_path / "p.csv", "--lang", "en")
    assert done.code == 3
    assert done.err.count("\n") == 1
    assert "there is no such file" in done.err


def test_a_shell_sees_the_same(shell, tmp_path, put):
    """In a process of its own: the code of the process, one line, nothing written."""
    where = ("--client", put("c.json", "{"), "--postings", demo.postings_path())
    done = shell("recommend", *where, "-o", "o.json", cwd=tmp_path)
    assert (done.code, done.out) == (3, "")
    assert done.err.count("\n") == 1
    assert "Traceback" not in done.err
    assert sorted(file.name for file in tmp_path.iterdir()) == ["c.json"]


def test_a_bad_client_among_good_ones(run, put, demo_index):
    """The good ones are served, the bad one is named with file, row and field; code 4."""
    people = [{"client_id": "C-1", "conditions": {"age": 30}}, {"client_id": "C-2", "conditions": {"age": 240}}]
    done = run("recommend", "--client", put("people.json", json.dumps(people)), "--postings", demo_index,
               "--as-of", demo.AS_OF, "--format", "json")  # fmt: skip
    assert done.code == 4
    assert [one["client_id"] for one in done.objects] == ["C-1"]
    assert all(word in done.err for word in ("people.json", "2", "conditions.age"))

"""Everything a counsellor in Taiwan sees: each door that chooses the language, and what stays the contract's."""

import json

import pytest

from jobmatch import demo, traditional
from jobmatch.messages import use_language

pytest.importorskip("opencc")

# What a result says in words; all other values are for programs, or somebody's own words.
SENTENCES = {"text", "reason", "reasons", "would_change", "notices", "ground", "why", "ask", "answer", "smallest"}
ON = ("--as-of", demo.AS_OF)


def _for_programs(node, name=""):
    """A result without its sentences."""
    if isinstance(node, dict):
        return {key: _for_programs(value, key) for key, value in node.items() if key not in SENTENCES}
    return [_for_programs(one, name) for one in node] if isinstance(node, list) else node


@pytest.fixture
def ask(run, demo_index):
    """A command on the demo's four clients and their market."""
    return lambda command, *words: run(
        command, "--client", demo.clients_path(), "--postings", demo_index, *ON, *map(str, words)
    )


@pytest.mark.parametrize("command", ["recommend", "assess", "what-if", "directions"])
def test_json_keeps_its_keys_codes_and_the_words_of_others(ask, command):
    """Of the objects only sentences are told otherwise."""
    here, there = (ask(command, "--format", "json", "--lang", lang) for lang in ("zh", "zh-TW"))
    assert (there.code, len(there.objects)) == (0, len(here.objects))
    assert list(map(_for_programs, there.objects)) == list(map(_for_programs, here.objects))
    assert here.out != there.out


def test_titles_and_employers_stay_as_the_postings_write_them(ask, demo_rows):
    """Simplified postings are quoted in Simplified characters, within sentences too."""
    for answer in ask("recommend", "--format", "json", "--lang", "zh-TW").objects:
        for job in answer["recommendations"]:
            row = demo_rows[job["posting_id"]]
            assert (job["title"], job["employer"]) == (row["岗位名称"], row["单位名称"])
            told = next(line["reason"] for line in job["features"] if line["name"] == "occupation")
            assert job["title"] in told or "「" not in told


@pytest.mark.parametrize("tag", ["zh-TW", "zh_TW", "zh-Hant"])
def test_the_option_takes_the_names_of_the_language(shell, tag):
    """Each is the same language."""
    told = shell("schema", "--help", "--lang", tag)
    assert (told.code, told.err) == (0, "")
    assert "用法：" in told.out
    assert "顯示" in told.out


@pytest.mark.parametrize("env", [{"JOBMATCH_LANG": "zh-TW"}, {"LANG": "zh_TW.UTF-8"}, {"LC_ALL": "zh_HK.UTF-8"}])
def test_variable_and_locale_choose_it(shell, env):
    """As they choose English."""
    told = shell("schema", "--help", env={"JOBMATCH_LANG": "", "LC_ALL": "", "LC_MESSAGES": "", "LANG": "", **env})
    assert "顯示" in told.out


def test_an_error_is_told_in_it(run, tmp_path):
    """One line with the file, what was seen and the remedy, and the exit code of its kind."""
    (tmp_path / "p.csv").write_text("代號,備註\n1,2\n", "utf-8")
    done = run("index", tmp_path / "p.csv", "-o", tmp_path / "i", "--lang", "zh-TW")
    assert done.code == 3
    assert "p.csv：沒有職缺名稱這一欄，只看到：代號、備註" in done.err


def test_asked_for_and_not_installed_is_wrong_usage(run, monkeypatch):
    """One line says what to install, and nothing is done."""
    monkeypatch.setattr(traditional, "at_hand", lambda: False)
    done = run("doctor", "--lang", "zh-TW")
    assert (done.code, done.out) == (2, "")
    assert done.err.count("\n") == 1
    assert "pip install 'jobmatch[traditional]'" in done.err


def test_a_locale_without_it_gets_simplified_and_a_word(run, monkeypatch):
    """Who asked for nothing is not stopped."""
    monkeypatch.setattr(traditional, "at_hand", lambda: False)
    for name, value in {"JOBMATCH_LANG": "", "LC_ALL": "zh_TW.UTF-8"}.items():
        monkeypatch.setenv(name, value)
    done = run("schema", "level")
    assert done.code == 0
    assert "jobmatch[traditional]" in done.err


@pytest.mark.parametrize("ending", [".html", ".xlsx", ".csv"])
def test_files_are_written_in_it(ask, tmp_path, ending):
    """With the page's language named, for the browser to choose the characters by."""
    out = tmp_path / f"out{ending}"
    assert ask("directions", "--lang", "zh-TW", "-o", out).code == 0
    text, plain = _read(out), ask("directions", "--format", "json").objects
    named = [one["occupation"] for answer in plain for one in answer["directions"]]
    assert named
    assert [name for name in named if traditional.name(name) not in text] == []
    assert "職缺" in text
    assert "岗位" not in text
    assert ending != ".html" or 'lang="zh-TW"' in text


def _read(path):
    if path.suffix != ".xlsx":
        return path.read_text("utf-8-sig")
    from openpyxl import load_workbook

    return "\n".join(str(cell.value) for sheet in load_workbook(path) for row in sheet.iter_rows() for cell in row)


def test_the_pages_speak_the_language_of_the_browser(service):
    """zh-TW first; Simplified where it is asked for."""
    told = service.get("/", headers={"accept-language": "zh-TW,zh;q=0.9,en;q=0.8"}).text
    assert 'lang="zh-TW"' in told
    assert "職缺" in told
    assert "岗位" not in told
    assert "岗位" in service.get("/", headers={"accept-language": "zh-CN,zh;q=0.9"}).text


def test_the_service_answers_in_it(service):
    """The REST service tells its sentences and its errors in the language of the request."""
    headers = {"accept-language": "zh-Hant"}
    client = {"client_id": "C-1", "goal": {"occupations": ["库管员"]}}
    answer = service.post("/api/recommend", json={"client": client, "as_of": demo.AS_OF}, headers=headers).text
    assert "還" in answer or "職缺" in answer
    wrong = service.get("/api/nothing", headers=headers)
    assert "沒有這個網址" in json.loads(wrong.text)["error"]["text"]


@pytest.fixture(autouse=True)
def _back_to_chinese():
    yield
    use_language("zh")

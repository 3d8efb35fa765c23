"""The words and characters of Taiwan: what is turned and how, and what stays as it was written."""

import re
import tomllib
from itertools import chain
from string import Formatter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobmatch import traditional
from jobmatch.columns.fields import KINDS, fields_of
from jobmatch.columns.naming import field_of
from jobmatch.dataset.outcomes import event_words, read_outcomes
from jobmatch.messages import TAIWAN, in_script, language, language_of, own_words, say, use_language, worded
from jobmatch.records.vocabulary import TABLES, settle
from jobmatch.shipped import text_of
from jobmatch.text import lexicon
from jobmatch.text.asked.certificates import certificate_names
from jobmatch.text.asked.skills import skill_names
from jobmatch.text.work.occupations import occupation_codes, occupation_name

opencc = pytest.importorskip("opencc")

# What nobody in a public employment service of Taiwan says or writes.
ELSEWHERE = re.compile(
    "崗|簡歷|推薦|招聘|應聘|培訓|倒班|白班|跟蹤|回訪|托底|託底|幫扶|指導員|用人單位|大專|本科|初中|渠道|水平|物件編號|服務物件"
    "|單元格|許可權|隻讀|介面|默認|打印|殘疾(?!人保障法)|身份證|麵試|迴音|籤|臺|台賬|對接|計劃|檔案裡沒有寫"
)


def _told(node, path=""):
    """Every Chinese text of a table in TOML, with its key."""
    for key, value in node.items():
        if isinstance(value, dict) and isinstance(value.get("zh"), str):
            yield path + key, value["zh"]
        elif isinstance(value, dict):
            yield from _told(value, f"{path}{key}.")


MESSAGES = tomllib.loads(text_of("messages.toml"))
TEXTS = dict(_told({"messages": MESSAGES, "grounds": tomllib.loads(text_of("screening/grounds.toml"))}))
TURNED = {key: traditional.sentence(text) for key, text in TEXTS.items()}
NAMES = (
    *skill_names(), *certificate_names(), *map(occupation_name, occupation_codes()),
    *(next(iter(row.values())) for name in ("trades", "fields")
      for row in lexicon.rows("jobmatch.text", f"lexicons/{name}.csv")),
    *TABLES["groups"][0], *TABLES["education"][0],
)  # fmt: skip


@pytest.fixture(autouse=True)
def _in_taiwan():
    use_language(TAIWAN)


def _places(text):
    return [name for _, name, _, _ in Formatter().parse(text) if name is not None]


def _both(key):
    """A sentence in Simplified Chinese and as Taiwan reads it."""
    use_language("zh")
    here = say(key)
    use_language(TAIWAN)
    return here, say(key)


def test_a_turned_sentence_has_the_places_of_the_sentence():
    """Nothing that is filled in is lost or renamed."""
    assert [key for key, text in TEXTS.items() if _places(TURNED[key]) != _places(text)] == []


def test_no_sentence_sounds_of_elsewhere():
    """Neither words that Taiwan says otherwise nor slips of a table of characters, such as 隻讀."""
    assert {key: found[0] for key, text in TURNED.items() if (found := ELSEWHERE.search(text))} == {}


def test_no_sentence_keeps_a_simplified_character():
    """But those that Taiwan writes, too: 台北, 公里, 雇主, 占比, 族群."""
    as_traditional = opencc.OpenCC("s2t")
    signs = set(chain.from_iterable(TURNED.values()))
    assert {sign for sign in signs if as_traditional.convert(sign) != sign} <= set("台里雇占群")


@pytest.mark.parametrize("table", traditional._SENTENCES)
def test_no_row_of_the_tables_is_for_nothing(table):
    """Each word stands in a sentence, or in a name of a list."""
    texts = "\n".join((*TEXTS.values(), *NAMES))
    assert [word for word in traditional._words((table,)) if word.removeprefix("=") not in texts] == []


def test_a_whole_text_has_a_word_of_its_own():
    """专业 alone is the heading of a field; within a sentence it is one word of many."""
    assert traditional.sentence("专业") == "科系"
    assert "科系" not in traditional.sentence("专业技术人员")


def test_names_keep_what_a_phrase_of_computing_would_change():
    """A machine's 运行 is no program's 執行, and 维护工程 holds no 护工."""
    assert own_words("设备运行维护工程") == "設備運行維護工程"


HAN = st.text("岗位简历台北后里程序软件大专保安只读里面发头单位质量信息abC1 -（）", max_size=20)


@given(HAN)
def test_what_is_filled_in_stays_as_it_was_written(words):
    """Titles, the client's own words and what was typed are the same in every language."""
    use_language(TAIWAN)
    assert say("reason.occupation.meets", title=words, wanted=words).count(words) >= 2 if words else True
    assert words in say("error.no-such-posting", posting_id=words)
    assert words in say("word.quoted", words=words)


@given(HAN)
def test_in_script_changes_characters_alone(words):
    """As many as there were, and those of no phrase: what a posting says is told in its own words."""
    use_language(TAIWAN)
    assert len(in_script(words)) == len(words)


@pytest.mark.parametrize("tongue", ["zh", "en"])
def test_other_languages_turn_nothing(tongue):
    """A word of a list is as it stands there."""
    use_language(tongue)
    assert (own_words("叉车证"), in_script("信义区")) == ("叉车证", "信义区")


def test_a_text_outside_the_catalogue_is_turned_too():
    """The law behind a finding stands in a table of its own."""
    assert worded({"zh": "劳动合同法第九条", "en": "Labour Contract Law, art. 9"}) == "勞動合同法第九條"


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("topic", ["column", "field", "roster", "fair"])
def test_a_heading_that_is_written_is_read(topic, kind):
    """Where the Simplified heading of a sheet names a field, that of Taiwan names the same."""
    plain = [f"{topic}.{key}" for key, text in MESSAGES[topic].items() if "{" not in text.get("zh", "{")]
    told = {key: [(field_of(words, kind) or ("",))[0] for words in _both(key)] for key in plain}
    assert {key: fields for key, fields in told.items() if fields[0] and len(set(fields)) > 1} == {}


def test_the_headings_of_an_exported_roster_are_read():
    """The first of the headings of each field of a client, in the words of Taiwan."""
    told = {field: traditional.sentence(words.split()[0]) for field, words in fields_of("client").items()}
    assert {field: (field_of(words, "client") or ("",))[0] for field, words in told.items()} == {
        one: one for one in told
    }


@pytest.mark.parametrize("name", ["education", "status", "days", "hours", "clarity", "care", "groups"])
def test_a_value_that_is_written_is_read(name):
    """Each word of the vocabulary, as it is told in Taiwan, is the same word."""
    field = "care_duties" if name == "care" else name
    told = MESSAGES["value"].get(field, {})
    words = {word: say(f"value.{field}.{word}") if word in told else own_words(word) for word in TABLES[name][0]}
    assert {word: settle(name, said) for word, said in words.items()} == {word: word for word in words}


def test_an_event_that_is_written_is_read():
    """What a counsellor fills in on a sheet of a fair is what the program says of each event."""
    rows = [
        {"服務對象編號": f"C-{event}", "職缺編號": "P-1", "推介日期": "2026-01-02", "結果": words}
        for event, words in event_words().items()
    ]
    read = read_outcomes(rows).frame
    assert dict(zip(read["client_id"], read["event"], strict=True)) == {f"C-{event}": event for event in event_words()}


@pytest.mark.parametrize(
    ("tag", "tongue"),
    [
        ("zh-TW", "zh-TW"), ("zh_TW", "zh-TW"), ("zh_TW.UTF-8", "zh-TW"), ("ZH-Hant", "zh-TW"), ("zh_HK.utf8", "zh-TW"),
        ("zh-Hant-HK", "zh-TW"), ("zh-MO", "zh-TW"), ("zh", "zh"), ("zh_CN.UTF-8", "zh"), ("zh-Hans-HK", "zh"),
        ("zh-twx", "zh"), ("en_US", "en"), ("fr", None), ("", None), ("C", None),
    ],
)  # fmt: skip
def test_the_language_of_a_tag(tag, tongue):
    """Traditional Chinese by its place or by its script."""
    assert language_of(tag) == tongue


def test_other_names_choose_it():
    """The language in force has one name."""
    use_language("zh")
    use_language("zh_Hant")
    assert (language(), say("word.no-education")) == ("zh-TW", "不限")


def test_without_opencc_it_is_refused_in_one_line(monkeypatch):
    """And the language stays as it was."""
    use_language("zh")
    monkeypatch.setattr(traditional, "at_hand", lambda: False)
    with pytest.raises(ImportError, match=r"pip install 'jobmatch\[traditional\]'"):
        use_language("zh-TW")
    assert language() == "zh"


def test_what_a_posting_writes_so_stays():
    """Words of a Simplified posting are quoted as they stand there, those of another in the characters of Taiwan."""
    assert in_script("人力资源", "某某人力资源有限公司") == "人力资源"
    assert in_script("人力资源", "某某人力資源股份有限公司") == "人力資源"

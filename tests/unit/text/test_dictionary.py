"""Words cut by the pages of a dictionary: those of the engines, to the last bit."""

from importlib.util import find_spec

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jobmatch import demo
from jobmatch.text import tokens
from jobmatch.text.dictionary import SEEN, Dictionary, dictionary_path

OWN = tokens._own_words()
BY_ENGINE = {"rjieba": SEEN, "jieba": SEEN + sum(OWN.values())}
engines = pytest.mark.parametrize(
    "engine",
    ["jieba", pytest.param("rjieba", marks=pytest.mark.skipif(not find_spec("rjieba"), reason="not installed"))],
)


def cuts(engine):
    """A run by the dictionary and by the engine."""
    dictionary = Dictionary(dictionary_path(), OWN, BY_ENGINE[engine])
    return lambda run: (dictionary.cut(run), list(tokens._engine(engine)(run)))


@engines
def test_the_words_of_the_demo_are_cut_alike(engine):
    """All that its postings say."""
    both, text = cuts(engine), demo.postings_path().read_text("utf-8")
    runs = {run for run in tokens._RUN.findall(tokens.fold(text)) if "一" <= run[0] <= "鿕"}
    assert [run for run in runs if both(run)[0] != both(run)[1]] == []


@engines
@pytest.mark.parametrize(
    "run", ["点点点信息技术", "专精专茫然无措", "七七七七季米特洛夫", "踽踽踽踽踽科技厅", "吉林大学", "鼕鼕鼕鼕鼕"]
)
def test_of_equally_likely_cuts_the_same_is_taken(engine, run):
    """But for the rounding they are as likely as each other; words out of order are found."""
    mine, theirs = cuts(engine)(run)
    assert mine == theirs


@engines
@settings(max_examples=200, deadline=None)
@given(run=st.text(alphabet="一二三仓库管理员保洁司机吉林大学高富帅踽纍鿕龥", min_size=1, max_size=20))
def test_any_run_is_cut_alike(engine, run):
    """Whatever stands beside each other."""
    mine, theirs = cuts(engine)(run)
    assert mine == theirs


def test_many_words_are_left_to_an_engine(monkeypatch):
    """A file of postings is not cut page by page."""
    cutter = tokens._Cutter("jieba")
    monkeypatch.setattr(tokens, "_engine", lambda name: lambda _: [name])
    assert cutter("仓库") == ("仓库",)
    assert cutter("仓库管理员" * 300) == cutter("仓库") == ("jieba",)


def test_another_dictionary_is_not_read(monkeypatch):
    """Its words may stand in another order: then an engine cuts everything."""
    monkeypatch.setattr("jobmatch.text.dictionary._BYTES", 7)
    assert dictionary_path() is None
    monkeypatch.setattr(tokens, "_engine", lambda name: lambda _: [name])
    assert tokens._Cutter("jieba")("仓库") == ("jieba",)

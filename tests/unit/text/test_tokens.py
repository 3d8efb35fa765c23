"""Words: the same from every engine, names of tools kept whole."""

import re
from concurrent.futures import ThreadPoolExecutor
from importlib.util import find_spec

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from jobmatch.text import tokens
from jobmatch.text.tokens import engine_name, tokenize, use_engine

both = pytest.mark.skipif(find_spec("rjieba") is None, reason="rjieba is not installed")


@pytest.fixture(autouse=True)
def _engine_as_before():
    before = engine_name()
    yield
    use_engine(before)


def by(engine, text):
    """The words by one engine."""
    use_engine(engine)
    return tokenize(text)


@pytest.mark.parametrize("word", ["c++", "c#", ".net", "java8", "5s", "k8s", "node.js", "asp.net"])
def test_names_of_tools_stay_whole(word):
    """A name of letters, digits and signs is one word, whatever stands around it."""
    assert word in tokenize(f"熟悉{word.upper()}开发")


def test_own_words():
    """Words of our dictionary are kept, and the shorter words in them are found too."""
    words = tokenize("仓库管理员")
    assert "仓库" in words


def test_traditional_finds_simplified():
    """A word in Traditional script is the same word."""
    assert tokenize("倉庫管理員") == tokenize("仓库管理员")


def test_stop_words_go():
    """Signs and words that stand in every posting are dropped."""
    assert tokenize("负责 the 的 ,。!") == []


@both
@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="一二三仓库管理员保洁司机abC+#.12 ,，臺龍㐀鿿々", max_size=40))
def test_engines_agree(text):
    """Both engines give the same words; where one sign stands thrice (理理理司) two cuts may be equally likely."""
    assume(not re.search(r"(.)\1\1", text))
    assert by("jieba", text) == by("rjieba", text)


def test_threads_agree():
    """Many threads at once get what one gets."""
    texts = [f"招聘保洁员{n}名" for n in range(50)]
    alone = [tokenize(text) for text in texts]
    tokens._built.cache_clear()
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(tokenize, texts)) == alone


def test_unknown_engine():
    """An engine that we do not know is refused."""
    with pytest.raises(ValueError, match="mecab"):
        use_engine("mecab")

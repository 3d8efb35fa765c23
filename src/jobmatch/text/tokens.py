"""Text into words, the same words for index and query, whatever engine cuts them.

The text is folded and cut by us into runs of Han characters and runs of Latin letters and digits; only the Han
runs go to an engine, in search mode and without its model for unknown words. So cut, jieba and rjieba agree on
every one of 8,000 real postings; the engine decides the speed alone.
"""

from collections.abc import Callable
from functools import cache, lru_cache
from importlib.util import find_spec, module_from_spec, spec_from_file_location
from itertools import chain
from pathlib import Path
from threading import Lock
from typing import Any, Final, Literal, overload

from jobmatch.patterns import late
from jobmatch.text import lexicon
from jobmatch.text.batches import Cell, Many, as_text, is_many, texts_of
from jobmatch.text.dictionary import SEEN, Dictionary, dictionary_path
from jobmatch.text.fold import fold

Engine = Literal["jieba", "rjieba"]
# Han runs; .net, c++ and c#; then letters and digits as one (java8, k8s, 5s, node.js, asp.net).
_RUN: Final = late(r"[一-鿕]+|\.net(?![a-z0-9])|[a-z]+(?:\+\+|#)|[^\W_一-鿕]+(?:\.(?:js|net|io)(?![a-z0-9]))?")
_FEW: Final = 1000  # characters: cut by the dictionary in less time than an engine takes to load
_lock: Final = Lock()
_chosen: list[Engine] = []


def engine_name() -> Engine:
    """The engine in use: rjieba where it is installed, else jieba.

    >>> engine_name() in ("jieba", "rjieba")
    True
    """
    if not _chosen:
        _chosen.append("rjieba" if find_spec("rjieba") else "jieba")
    return _chosen[0]


def use_engine(name: Engine) -> None:
    """Cut with ``name`` from here on; an unknown name is refused.

    >>> use_engine("mecab")
    Traceback (most recent call last):
    ValueError: mecab
    """
    if name not in ("jieba", "rjieba"):
        raise ValueError(name)
    _chosen[:] = [name]


@cache
def _own_words() -> dict[str, int]:
    told = (line.split() for line in lexicon.lines("jobmatch.text", "lexicons/words.txt"))
    return {word: int(frequency) for word, frequency in told}


@cache
def _stop_words() -> frozenset[str]:
    return frozenset(word for line in lexicon.lines("jobmatch.text", "lexicons/stopwords.txt") for word in line.split())


def _rjieba_class() -> Any:
    """Rjieba's class, without the dictionary of a tenth of a second that its package loads on import."""
    package = find_spec("rjieba")
    places = package.submodule_search_locations or () if package else ()
    for binary in (path for place in places for path in sorted(Path(place).glob("rjieba.*"))):
        spec = spec_from_file_location("rjieba.rjieba", binary)
        if spec and spec.loader and binary.suffix in (".so", ".pyd"):
            module = module_from_spec(spec)
            spec.loader.exec_module(module)
            return module.Jieba
    import rjieba  # laid out otherwise than expected: the ordinary way

    return rjieba.Jieba


def _rjieba_cutter() -> Callable[[str], list[str]]:
    # An instance of our own: words that others add to the shared one would change our results.
    cutter = _rjieba_class()()
    for word, frequency in _own_words().items():
        cutter.add_word(word, frequency, "n")
    return lambda run: cutter.cut_for_search(run, hmm=False)


def _jieba_cutter() -> Callable[[str], list[str]]:
    import jieba

    jieba.setLogLevel("WARNING")
    cutter = jieba.Tokenizer()
    cutter.initialize()
    for word, frequency in _own_words().items():
        cutter.add_word(word, frequency, "n")
    return lambda run: list(cutter.cut_for_search(run, HMM=False))


class _Cutter:
    """Cuts the first runs by the dictionary as it lies there, and loads an engine where there are many."""

    def __init__(self, engine: Engine) -> None:
        path, own = dictionary_path(), _own_words()
        self._engine: Final = engine
        self._left = _FEW if path else 0  # characters that may be cut without an engine
        # jieba counts the words that are added to its own as seen, rjieba does not
        seen = SEEN + (sum(own.values()) if engine == "jieba" else 0)
        self._dictionary: Final = Dictionary(path, own, seen) if path else None

    def __call__(self, run: str) -> tuple[str, ...]:
        self._left -= len(run)
        if self._dictionary and self._left >= 0:
            return tuple(self._dictionary.cut(run))
        with _lock:  # built once, though several threads ask at the same time
            cut = _engine(self._engine)
        return tuple(cut(run))


@cache
def _engine(name: Engine) -> Callable[[str], list[str]]:
    return _rjieba_cutter() if name == "rjieba" else _jieba_cutter()


@cache
def _built(engine: Engine) -> Callable[[str], tuple[str, ...]]:
    cut, stop = _Cutter(engine), _stop_words()

    @lru_cache(maxsize=65536)  # runs are short and postings repeat them: half of all runs have been cut before
    def words_of(run: str) -> tuple[str, ...]:
        # a lone character is a word to every engine
        words = cut(run) if len(run) > 1 and "一" <= run[0] <= "鿕" else (run,)
        return tuple(word for word in words if word not in stop)

    return words_of


def _cutter() -> Callable[[str], tuple[str, ...]]:
    with _lock:  # built once, though several threads ask at the same time
        return _built(engine_name())


@overload
def tokenize(text: Cell) -> list[str]: ...
@overload
def tokenize(text: Many) -> list[list[str]]: ...
def tokenize(text: Cell | Many) -> list[str] | list[list[str]]:
    """The words of a text, folded and in lower case, without punctuation and stop words, in order.

    >>> tokenize("招聘倉管員，熟悉Java8、C++和.NET")
    ['仓管', '管员', '仓管员', '熟悉', 'java8', 'c++', '.net']

    A long word also gives the shorter words in it, so that either finds it. A text without words gives none, and
    so does no text; several texts give a list for each.

    >>> tokenize("!!!"), tokenize(None), tokenize(["库管", "Java"])
    ([], [], [['库管'], ['java']])
    """
    if is_many(text):
        return [_words_of(one) for one in texts_of(text)]
    return _words_of(as_text(text))


def _words_of(text: str) -> list[str]:
    return words_in(fold(text).lower())


def words_in(folded: str) -> list[str]:
    """As ``tokenize``, for a text that is folded and in lower case already.

    >>> words_in("库管,java")
    ['库管', 'java']
    """
    return list(chain.from_iterable(map(_cutter(), _RUN.findall(folded))))

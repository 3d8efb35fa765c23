"""What a posting's words ask of the body: said outright, or told by its duties."""

from collections.abc import Collection, Iterator
from functools import cache
from typing import Any, Final, NamedTuple

from jobmatch.text.asked.demand_list import tables
from jobmatch.text.clauses import is_denied, longest_read
from jobmatch.text.fold import fold

# These words hold a denial of their own, of the person's trouble and not of the demand (无色盲).
_NEVER_DENIED: Final = frozenset({"colour", "eyesight", "hearing"})
_SAID: Final = "demand"  # sections of the table: said outright, told by duties, spared by them
_ALL: Final = (_SAID, "told", "spared")


class Duties(NamedTuple):
    """What the duties of a text may ask of the body, and what they say that such work does not ask there."""

    told: frozenset[str]
    spared: frozenset[str]


class _Lexicon(NamedTuple):
    automaton: Any
    owners: tuple[tuple[str, str], ...]  # of each word: whether asked, told or spared, and the demand
    words: tuple[str, ...]


@cache
def _lexicon(*sorts: str) -> _Lexicon:
    from ahocorasick_rs import AhoCorasick, MatchKind

    rows = [(word, (sort, name)) for sort in sorts for name, words in tables()[sort].items() for word in words]
    words, owners = zip(*rows, strict=True)
    return _Lexicon(AhoCorasick(list(words), matchkind=MatchKind.Standard), owners, words)


def find_demands(text: str) -> frozenset[str]:
    """What a posting's text asks of the body.

    >>> sorted(find_demands("需搬运货物,能久站,有冷库作业"))
    ['cold', 'heavy_lifting', 'standing']

    What is denied is no demand, and silence gives the empty set: not said, not "none".

    >>> find_demands("无需搬运,不上夜班")
    frozenset()
    >>> find_demands("无需搬重物")
    frozenset()
    """
    return demands_in(fold(text[: longest_read()]).lower())


def demands_in(folded: str) -> frozenset[str]:
    """As ``find_demands``, for a text of one line that is folded and in lower case already.

    >>> demands_in("有冷库作业")
    frozenset({'cold'})
    """
    return frozenset(name for _, name, denied in _told(folded, _lexicon(_SAID)) if not denied)


def _told(folded: str, lexicon: _Lexicon) -> Iterator[tuple[str, str, bool]]:
    """Each word that tells of a demand: its sort, the demand, whether it is denied or overlaps with what is."""
    denied_to: dict[str, int] = {}
    for index, start, end in lexicon.automaton.find_matches_as_indexes(folded, overlapping=True):
        sort, name = lexicon.owners[index]
        denied = name not in _NEVER_DENIED and (start < denied_to.get(name, 0) or is_denied(folded, start))
        if denied:
            denied_to[name] = end
        yield sort, name, denied


def duties_in(folded: str) -> Duties:
    """What a folded text in lower case tells of the body by its duties; what it denies is spared.

    >>> duties_in("大楼巡逻,收发包裹").told, sorted(duties_in("监视器监控,坐着上班").spared)
    (frozenset({'walking'}), ['stairs', 'standing', 'walking'])
    >>> duties_in("不用巡逻,无需搬运").spared == {"walking", "heavy_lifting"}
    True
    """
    told: set[str] = set()
    spared: set[str] = set()
    for sort, name, denied in _told(folded, _lexicon(*_ALL)):
        if denied != (sort == "spared"):
            spared.add(name)
        elif sort == "told":
            told.add(name)
    return Duties(frozenset(told), frozenset(spared - told))


def duty_words(text: str, demands: Collection[str]) -> tuple[str, ...]:
    """The words of a text that tell of duties which may ask some demands, each once, in the order of the text.

    >>> duty_words("大樓巡邏、交管,無需搬運", {"walking", "standing", "heavy_lifting"})
    ('巡逻', '交管')
    """
    folded, lexicon = fold(text[: longest_read()]).lower(), _lexicon(*_ALL)
    found = lexicon.automaton.find_matches_as_indexes(folded, overlapping=True)
    told = [
        lexicon.words[index]
        for index, start, _ in sorted(found, key=lambda one: one[1])
        if lexicon.owners[index][0] == "told" and lexicon.owners[index][1] in demands and not is_denied(folded, start)
    ]
    return tuple(dict.fromkeys(told))

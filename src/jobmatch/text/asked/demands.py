"""What a job asks of the body, and what a client's health rules out, by one table of words."""

import tomllib
from collections.abc import Iterable
from functools import cache
from typing import Any, Final, NamedTuple

from jobmatch.patterns import late
from jobmatch.shipped import text_of
from jobmatch.text.clauses import is_denied, longest_read
from jobmatch.text.fold import fold

# These words hold a denial of their own, of the person's trouble and not of the demand (无色盲).
_NEVER_DENIED: Final = frozenset({"colour", "eyesight", "hearing"})


class _Lexicon(NamedTuple):
    names: tuple[str, ...]
    automaton: Any
    owners: tuple[str, ...]
    limits: dict[str, "_Limit"]
    work: tuple[tuple[tuple[str, ...], frozenset[str]], ...]


class _Limit(NamedTuple):
    """Words for one limit of the body, what it rules out, and the narrower limit that it is not where both are said."""

    words: tuple[str, ...]
    rules_out: frozenset[str]
    unless: str


@cache
def _lexicon() -> _Lexicon:
    from ahocorasick_rs import AhoCorasick, MatchKind

    tables = tomllib.loads(text_of("text/lexicons/demands.toml"))
    pairs = [(word, name) for name, words in tables["demand"].items() for word in words]
    automaton = AhoCorasick([word for word, _ in pairs], matchkind=MatchKind.Standard)
    limits = {
        name: _Limit(tuple(one["words"]), frozenset(one["rules_out"]), one.get("unless", ""))
        for name, one in tables["limit"].items()
    }
    work = tuple((tuple(one["words"]), frozenset(one["asks"])) for one in tables["work"].values())
    return _Lexicon(tuple(tables["demand"]), automaton, tuple(name for _, name in pairs), limits, work)


def demand_names() -> tuple[str, ...]:
    """Every demand, in the order of its bit.

    >>> demand_names()[:3]
    ('heavy_lifting', 'standing', 'walking')
    """
    return _lexicon().names


def demand_bits(demands: Iterable[str]) -> int:
    """Demands as bits of one number, for columns on disk; an unknown name raises ``ValueError``.

    >>> demand_bits({"standing", "heavy_lifting"})
    3
    """
    names = demand_names()
    return sum(1 << names.index(name) for name in frozenset(demands))


def find_demands(text: str) -> frozenset[str]:
    """What a posting's text asks of the body.

    >>> sorted(find_demands("需搬运货物,能久站,有冷库作业"))
    ['cold', 'heavy_lifting', 'standing']

    What is denied is no demand, and silence gives the empty set: not said, not "none".

    >>> find_demands("无需搬运,不上夜班")
    frozenset()
    """
    folded, lexicon = fold(text[: longest_read()]).lower(), _lexicon()
    found: set[str] = set()
    for index, start, _ in lexicon.automaton.find_matches_as_indexes(folded, overlapping=True):
        name = lexicon.owners[index]
        if name not in found and (name in _NEVER_DENIED or not is_denied(folded, start)):
            found.add(name)
    return frozenset(found)


def demands_of_work(title: str) -> frozenset[str]:
    """What the work that a title names asks of the body, though a posting seldom says so.

    >>> sorted(demands_of_work("食堂厨师")), sorted(demands_of_work("电话客服"))
    (['standing', 'walking'], ['hearing'])

    >>> demands_of_work("法律顾问")
    frozenset()
    """
    folded = fold(title[: longest_read()]).lower()
    hits = (asks for words, asks in _lexicon().work if any(word in folded for word in words))
    return frozenset().union(*hits)


_CANNOT: Final = late(
    r"[^,，。;；]*(?:不能|不可|无法|不宜|不适合|干不了|做不了|不了|不动|cannot|can't|unable|no )[^,，。;；]*"
)


def find_inabilities(words: str) -> frozenset[str]:
    """The demands that the client says cannot be met, in so many words: what an illness is likely to rule out is not.

    >>> sorted(find_inabilities("膝关节退化，不能爬高、不能上下楼梯")), find_inabilities("高血压")
    (['height', 'stairs'], frozenset())
    """
    said = _CANNOT.findall(fold(words[: longest_read()]).lower())
    return frozenset().union(*map(find_health_limits, said))


def find_health_limits(words: str) -> frozenset[str]:
    """The demands that a client's health limit, in the client's words, rules out.

    >>> sorted(find_health_limits("腰椎间盘突出，不能搬重物"))
    ['bending', 'heavy_lifting']
    >>> sorted(find_health_limits("恐高"))
    ['height']

    >>> sorted(find_health_limits("晚上看不清路"))
    ['night']

    Words that name no limit we know rule nothing out; ask the client what the trouble means at work.

    >>> find_health_limits("身体健康")
    frozenset()
    """
    folded = fold(words[: longest_read()]).lower()
    told = {name: one for name, one in _lexicon().limits.items() if any(word in folded for word in one.words)}
    return frozenset().union(*(one.rules_out for one in told.values() if one.unless not in told))

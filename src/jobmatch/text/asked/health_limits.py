"""What a client's health rules out, by the words in which it is told."""

from functools import cache
from typing import Any, Final, NamedTuple

from jobmatch.patterns import late
from jobmatch.text.asked.demand_list import tables
from jobmatch.text.clauses import longest_read
from jobmatch.text.fold import fold


class _Limit(NamedTuple):
    """What a limit of the body rules out, the narrower limit that it is not where both are said, whether always."""

    rules_out: frozenset[str]
    unless: str
    always: bool


class _Lexicon(NamedTuple):
    limits: dict[str, _Limit]
    words: Any  # finds the words of all limits
    limits_of: tuple[tuple[str, ...], ...]  # of each of these words


@cache
def _lexicon() -> _Lexicon:
    from ahocorasick_rs import AhoCorasick, MatchKind

    rows = tables()["limit"]
    limits = {
        name: _Limit(frozenset(one["rules_out"]), one.get("unless", ""), one.get("always", False))
        for name, one in rows.items()
    }
    said: dict[str, list[str]] = {}
    for name, one in rows.items():
        for word in one["words"]:
            said.setdefault(word, []).append(name)
    words = AhoCorasick(list(said), matchkind=MatchKind.LeftmostLongest)
    return _Lexicon(limits, words, tuple(map(tuple, said.values())))


_CANNOT: Final = late(
    r"[^,，。;；]*?((?:不能|不可|无法|没办法|没法|不宜|不适合|不方便|不敢|避免|怕|别让|不要"
    r"|cannot|can't|unable|not able|no |avoid|afraid)[^,，。;；]*)"
    r"|[^,，。;；]*(?:干不了|做不了|不了|不动|不起|不住|不久)[^,，。;；]*"
)

# 不能弯腰太久: a while of it can be done. What is meant by the name of a demand is long already (久站).
_FOR_LONG: Final = late(
    r"太久|过久|[久长多]时间|时间[太过]?[长久]|太长|一直|老是|总是|too long|for long|long periods|all day"
)
_LONG_BY_NAME: Final = frozenset(("standing", "walking", "screen"))


def find_inabilities(words: str) -> frozenset[str]:
    """The demands that the client says cannot be met, in so many words: what an illness is likely to rule out is not.

    >>> sorted(find_inabilities("膝盖退化不能爬高、不能上下楼梯")), find_inabilities("高血压")
    (['height', 'stairs'], frozenset())

    What cannot be done for long can be done for a while.

    >>> sorted(find_inabilities("不能弯腰太久，不能长时间站立"))
    ['standing']

    Some limits leave nothing to ask.

    >>> "standing" in find_inabilities("坐轮椅")
    True
    """
    folded = fold(words[: longest_read()]).lower()
    said = [find_health_limits(words) - _only_for_long(words) for words in _refusals(folded)]
    always = (one.rules_out for one in _told(folded) if one.always)
    return frozenset().union(*said, *always)


def find_limits_of_time(words: str) -> frozenset[str]:
    """The demands that can be met for a while and not for long, as far as the client says so.

    >>> sorted(find_limits_of_time("腰椎间盘突出，不能弯腰太久")), find_limits_of_time("不能久站")
    (['bending'], frozenset())
    """
    return frozenset().union(*map(_only_for_long, _refusals(fold(words[: longest_read()]).lower())))


def _refusals(folded: str) -> list[str]:
    """The passages that say what cannot be done."""
    return [one[1] or one[0] for one in _CANNOT.finditer(folded)]


def _only_for_long(words: str) -> frozenset[str]:
    """What one such passage rules out for long, and not for a while."""
    return find_health_limits(words) - _LONG_BY_NAME if _FOR_LONG.search(words) else frozenset()


def find_health_limits(words: str) -> frozenset[str]:
    """The demands that a client's health limit, in the client's words, rules out.

    >>> sorted(find_health_limits("腰椎间盘突出，不能搬重物"))
    ['bending', 'heavy_lifting']
    >>> sorted(find_health_limits("怕高")), sorted(find_health_limits("不能爬樓梯"))
    (['height'], ['stairs'])

    >>> sorted(find_health_limits("晚上看不清路"))
    ['night']

    Words that name no limit we know rule nothing out; ask the client what the trouble means at work.

    >>> find_health_limits("身体健康")
    frozenset()
    """
    return frozenset().union(*(one.rules_out for one in _told(fold(words[: longest_read()]).lower())))


def _told(folded: str) -> list[_Limit]:
    """The limits that folded words name."""
    lexicon = _lexicon()
    found = lexicon.words.find_matches_as_indexes(folded)
    told = {name: lexicon.limits[name] for index, _, _ in found for name in lexicon.limits_of[index]}
    return [one for one in told.values() if one.unless not in told]

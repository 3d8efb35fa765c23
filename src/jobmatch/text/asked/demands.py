"""What a job asks of the body, and what a client's health rules out, by one table of words."""

from collections.abc import Collection, Iterable
from functools import cache, lru_cache, reduce
from operator import or_
from typing import Any, Final, NamedTuple

from jobmatch.patterns import late
from jobmatch.shipped import Sections, text_of
from jobmatch.text.clauses import is_denied, longest_read
from jobmatch.text.fold import fold
from jobmatch.text.work.trades import LEADS, PLAIN, WAYS, parts_of, trade_names, trades_of

# These words hold a denial of their own, of the person's trouble and not of the demand (无色盲).
_NEVER_DENIED: Final = frozenset({"colour", "eyesight", "hearing"})


class _Lexicon(NamedTuple):
    names: tuple[str, ...]
    automaton: Any
    owners: tuple[str, ...]
    limits: dict[str, "_Limit"]
    said: Any  # finds the words of all limits
    limits_of: tuple[tuple[str, ...], ...]  # of each of these words


class _Limit(NamedTuple):
    """What a limit of the body rules out, the narrower limit that it is not where both are said, whether always."""

    rules_out: frozenset[str]
    unless: str
    always: bool


class _Work(NamedTuple):
    """Kinds of work that ask the same of the body: by their trades, the words of a title, codes."""

    trades: frozenset[int]
    words: tuple[str, ...]
    codes: tuple[str, ...]
    beside: bool
    asks: "OfWork"


class OfWork(NamedTuple):
    """What work asks of the body: everywhere, and in one place and not in another."""

    always: frozenset[str] = frozenset()
    at_times: frozenset[str] = frozenset()

    def __or__(self, other: "OfWork") -> "OfWork":
        always = self.always | other.always
        return OfWork(always, (self.at_times | other.at_times) - always)

    def at_most_times(self) -> "OfWork":
        """The same where it is not sure that it is this work."""
        return OfWork(at_times=self.always | self.at_times)


@cache
def _lexicon() -> _Lexicon:
    from ahocorasick_rs import AhoCorasick, MatchKind

    tables = _tables()
    pairs = [(word, name) for name, words in tables["demand"].items() for word in words]
    automaton = AhoCorasick([word for word, _ in pairs], matchkind=MatchKind.Standard)
    limits = {
        name: _Limit(frozenset(one["rules_out"]), one.get("unless", ""), one.get("always", False))
        for name, one in tables["limit"].items()
    }
    said: dict[str, list[str]] = {}
    for name, one in tables["limit"].items():
        for word in one["words"]:
            said.setdefault(word, []).append(name)
    return _Lexicon(
        tuple(tables["demand"]),
        automaton,
        tuple(name for _, name in pairs),
        limits,
        AhoCorasick(list(said), matchkind=MatchKind.LeftmostLongest),
        tuple(map(tuple, said.values())),
    )


@cache
def _tables() -> Sections:
    return Sections(text_of("text/lexicons/demands.toml"))


@cache
def _works() -> tuple[_Work, ...]:
    """What kinds of work ask; who only reads what a client cannot does not need the trades for that."""
    return tuple(map(_work, _tables()["work"].values()))


def _work(row: dict[str, Any]) -> _Work:
    asks = OfWork(frozenset(row.get("asks", ())), frozenset(row.get("may_ask", ())))
    trades = _numbers(row.get("trades", ())) - _numbers(row.get("but", ()))
    return _Work(trades, tuple(row.get("words", ())), tuple(row.get("codes", ())), bool(row.get("beside")), asks)


def _numbers(names: Iterable[str]) -> frozenset[int]:
    """The numbers of some trades and of their parts."""
    return frozenset().union(*(parts_of(trade_names().index(name)) for name in names))


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
    return demands_in(fold(text[: longest_read()]).lower())


def demands_in(folded: str) -> frozenset[str]:
    """As ``find_demands``, for a text of one line that is folded and in lower case already.

    >>> demands_in("有冷库作业")
    frozenset({'cold'})
    """
    lexicon = _lexicon()
    found: set[str] = set()
    for index, start, _ in lexicon.automaton.find_matches_as_indexes(folded, overlapping=True):
        name = lexicon.owners[index]
        if name not in found and (name in _NEVER_DENIED or not is_denied(folded, start)):
            found.add(name)
    return frozenset(found)


class Duties(NamedTuple):
    """What the duties of a text may ask of the body, and what they say that such work does not ask there."""

    told: frozenset[str]
    spared: frozenset[str]


class _OfDuties(NamedTuple):
    automaton: Any
    owners: tuple[tuple[str, str], ...]  # of each word: whether told or spared, and the demand
    words: tuple[str, ...]


@cache
def _of_duties() -> _OfDuties:
    from ahocorasick_rs import AhoCorasick, MatchKind

    tables = _tables()
    rows = [(word, (sort, name)) for sort in Duties._fields for name, words in tables[sort].items() for word in words]
    rows += [(word, ("demand", name)) for name, words in tables["demand"].items() for word in words]
    words, owners = zip(*rows, strict=True)
    return _OfDuties(AhoCorasick(list(words), matchkind=MatchKind.Standard), owners, words)


def duties_in(folded: str) -> Duties:
    """What a folded text in lower case tells of the body by its duties; what it denies is spared.

    >>> duties_in("大楼巡逻,收发包裹").told, sorted(duties_in("监视器监控,坐着上班").spared)
    (frozenset({'walking'}), ['stairs', 'standing', 'walking'])
    >>> duties_in("不用巡逻,无需搬运").spared == {"walking", "heavy_lifting"}
    True
    """
    lexicon = _of_duties()
    told: set[str] = set()
    spared: set[str] = set()
    for index, start, _ in lexicon.automaton.find_matches_as_indexes(folded, overlapping=True):
        sort, name = lexicon.owners[index]
        denied = name not in _NEVER_DENIED and is_denied(folded, start)
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
    folded, lexicon = fold(text[: longest_read()]).lower(), _of_duties()
    found = lexicon.automaton.find_matches_as_indexes(folded, overlapping=True)
    told = [
        lexicon.words[index]
        for index, start, _ in sorted(found, key=lambda one: one[1])
        if lexicon.owners[index][0] == "told" and lexicon.owners[index][1] in demands and not is_denied(folded, start)
    ]
    return tuple(dict.fromkeys(told))


@lru_cache(maxsize=4096)  # titles come again and again
def demands_of_work(title: str) -> OfWork:
    """What the work that a title names asks of the body, though a posting seldom says so.

    >>> sorted(demands_of_work("食堂厨师").always), sorted(demands_of_work("电话客服").always)
    (['standing', 'walking'], ['hearing'])

    The same work asks the same, whatever it is called.

    >>> demands_of_work("居服員") == demands_of_work("照顧服務員"), sorted(demands_of_work("居服員").at_times)[:2]
    (True, ['bending', 'hearing'])

    Of what is sold to a trade, and of other work, nothing is known.

    >>> demands_of_work("餐饮软件销售").always, demands_of_work("律师")
    (frozenset(), OfWork(always=frozenset(), at_times=frozenset()))
    """
    named, folded = trades_of(title), fold(title[: longest_read()]).lower()
    told = (one for one in _works() if one.beside or not named)
    by_word = (one.asks for one in told if any(word in folded for word in one.words))
    return reduce(or_, (*map(_of_trade, named), *by_word), OfWork())


def _of_trade(named: int) -> OfWork:
    """What a trade asks, named as ``trades_of`` does: who leads others in it may do it, who sells to it does not."""
    trade, way = divmod(named, WAYS)
    asks = reduce(or_, (one.asks for one in _works() if trade in one.trades), OfWork())
    return asks if way == PLAIN else asks.at_most_times() if way == LEADS else OfWork()


@cache
def demands_of_code(code: str) -> frozenset[str]:
    """What the work of a code of the classification may ask of the body.

    >>> sorted(demands_of_code("4-03-02-05")), demands_of_code("2-07-09-00")
    (['standing', 'walking', 'wet'], frozenset())
    """
    asks = (one.asks for one in _works() if code.startswith(one.codes))
    return frozenset().union(*(one.always | one.at_times for one in asks))


_CANNOT: Final = late(
    r"[^,，。;；]*?((?:不能|不可|无法|没办法|没法|不宜|不适合|不方便|不敢|避免|怕|别让|不要"
    r"|cannot|can't|unable|not able|no |avoid|afraid)[^,，。;；]*)"
    r"|[^,，。;；]*(?:干不了|做不了|不了|不动|不起|不住|不久)[^,，。;；]*"
)


def find_inabilities(words: str) -> frozenset[str]:
    """The demands that the client says cannot be met, in so many words: what an illness is likely to rule out is not.

    >>> sorted(find_inabilities("膝盖退化不能爬高、不能上下楼梯")), find_inabilities("高血压")
    (['height', 'stairs'], frozenset())

    Some limits leave nothing to ask.

    >>> "standing" in find_inabilities("坐轮椅")
    True
    """
    folded = fold(words[: longest_read()]).lower()
    said = [one[1] or one[0] for one in _CANNOT.finditer(folded)]
    always = (one.rules_out for one in _told(folded) if one.always)
    return frozenset().union(*map(find_health_limits, said), *always)


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
    found = lexicon.said.find_matches_as_indexes(folded)
    told = {name: lexicon.limits[name] for index, _, _ in found for name in lexicon.limits_of[index]}
    return [one for one in told.values() if one.unless not in told]

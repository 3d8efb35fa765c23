"""Trades: kinds of work told by the words of a title, finer than the codes of the classification and across them.

One code covers who washes dishes and who waits at table; several cover who cleans. Who leads others in a trade is of
the trade: how far the ranks lie apart is another matter. Which trades there are stands in ``trade_list``, which of
them a word names in ``trade_words``; here are the trades of titles, and how those of one title stand to another's.
"""

from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from jobmatch.patterns import late
from jobmatch.text import lexicon
from jobmatch.text.fold import fold
from jobmatch.text.work.ranks import in_usual_ranks
from jobmatch.text.work.seniority import LEAD, parse_seniority
from jobmatch.text.work.titles_clean import clean_title, longest_title, without_codes
from jobmatch.text.work.trade_list import (
    IN_A_FIELD,
    IN_ENGLISH,
    LEADS,
    PLAIN,
    WAYS,
    akin_to,
    near_to,
    parts_of,
    table,
    trade_names,
)
from jobmatch.text.work.trade_words import found_in, names_some
from jobmatch.text.work.trades_en import named_in_english

__all__ = [
    "AKIN", "LEADS", "MOST", "NONE", "OTHER", "PART", "PLAIN", "RANK", "SAME", "UNNAMED", "WAYS",
    "akin_to", "are_among", "at_a_place", "codes_of_trade", "in_any_way", "is_word_of_trade", "names_other", "parts_of",
    "stand", "stem", "trade_names", "trade_table", "trades_of", "word_for",
]  # fmt: skip

MOST: Final = 3  # trades of a title that are kept: one that names more is an offer of several
NONE: Final = -1  # where a title names fewer
_LONGEST_PHRASE: Final = 9  # signs of a phrase that says work with a verb; what is longer is a title or a story
_FRAME: Final = 4  # signs before its verb, and a little less than may stand between it and its object: 在工地搬砖

# How the trades of a title stand to those of another, the nearest of them.
UNNAMED: Final = -2  # one of both names none
OTHER: Final = -1
AKIN: Final = 0  # the other is a part of this one, or is done beside it
RANK: Final = 1  # it is the same one or a part of it, and only one of both leads others in it
PART: Final = 2  # this one is a part of the other
SAME: Final = 3


@lru_cache(maxsize=4096)  # what clients want, have done and refuse comes again and again
def trades_of(title: str) -> tuple[int, ...]:
    """The trades that a title names, in their order and at the most ``MOST``: ``WAYS`` times each number, and a way.

    One more is for who leads others in it, two more where it is done in the field of another trade (大数据销售).

    >>> [[trade_names()[trade // WAYS] for trade in trades_of(title)] for title in ("洗碗/切配", "外場服務員")]
    [['洗碗', '切配'], ['餐厅服务']]

    A word within another one that names other work is none; who leads is told apart.

    >>> trades_of("清洁能源工程师"), trades_of("保洁主管")[0] - trades_of("幼兒園清潔人員")[0]
    ((), 1)
    >>> trades_of("物业经理") == trades_of("物业项目经理")
    True
    """
    leads = parse_seniority(title) >= LEAD
    title = _behind_pay(title)
    words = without_codes(fold(title[: longest_title()])).lower()
    cleaned = clean_title(title).lower()
    found = (
        _with_direction(cleaned, words)
        or found_in(words)
        or next(filter(None, map(found_in, in_usual_ranks(cleaned))), {})
        or _of_who_sells(words)
        or _of_who_sells(cleaned)
        or _phrased(words)
        or _of_a_call(words)
        or {trade_names().index(name): IN_ENGLISH for name in named_in_english(words)}
    )
    leading = table().leading
    return tuple(WAYS * at + (LEADS if leads and at not in leading else way) for at, way in found.items())[:MOST]


# 汽修7.5k大数据分析: what stands behind the pay is offered; who does the other work is told how much better it pays.
_A_PAY: Final = r"(?:[1-9]\d?(?:\.\d)?[kKwW千万]|[1-9]\d{1,2}00元?)"  # and no year, no 1688
_PAY: Final = late(_A_PAY)
_PAY_BETWEEN: Final = late(rf"(?<=[\w)）])\s?{_A_PAY}(?=\s?[a-zA-Z一-龥])(?!\s?(?:起|以上|左右|之上|加|包|底薪|到|至))")


def _behind_pay(title: str) -> str:
    """What stands behind the one figure of pay of a title, where both sides of it name work; else the title."""
    figure = _PAY_BETWEEN.search(title)
    if figure is None or len(_PAY.findall(title)) != 1:
        return title
    halves = (title[: figure.start()], title[figure.end() :])
    return halves[1] if all(names_some(clean_title(half).lower()) for half in halves) else title


# 软件工程师(大数据方向): the field that a bracket names; of a role it is no work of its own.
_DIRECTION: Final = late(r"[(\[【](?P<field>[^()\[\]【】]{2,14}?)方向[^()\[\]【】]{0,8}[)\]】]")


def _with_direction(cleaned: str, words: str) -> dict[int, int]:
    """The trades of a cleaned title, and of the direction of it that a bracket tells."""
    found = found_in(cleaned)
    direction = _DIRECTION.search(words) if "方向" in words else None
    if direction is None or not found or not table().roles.isdisjoint(found):
        return found
    beside = (trade for trade in found_in(direction["field"]) if any(_goes_with(trade, own) for own in found))
    both = found | {trade: PLAIN for trade in beside if trade not in found}
    wider = frozenset().union(*(table().above[trade] for trade in both))
    return {trade: way for trade, way in both.items() if trade not in wider}


def _goes_with(trade: int, own: int) -> bool:
    """Whether a trade is done beside another, or beside what is wider than either."""
    return any(akin_to(one, other) for one in (trade, *table().above[trade]) for other in (own, *table().above[own]))


@cache
def _phrases() -> tuple[tuple[int, tuple[str, ...], tuple[str, ...]], ...]:
    rows = lexicon.rows("jobmatch.text", "lexicons/trade_phrases.csv")
    return tuple(
        (trade_names().index(row["trade"]), lexicon.parts(row["verbs"]), lexicon.parts(row["objects"])) for row in rows
    )


def _phrased(text: str) -> dict[int, int]:
    """The trade of a phrase that says what is done to what: 接孩子放学, 给老人洗澡; empty for others."""
    if len(text) > _LONGEST_PHRASE or text.isascii() or " " in text:
        return {}
    for trade, verbs, objects in _phrases():
        places = (at + len(verb) for verb in verbs if 0 <= (at := text.find(verb)) <= _FRAME)
        if any(word in text[place : place + _FRAME + 2] for place in places for word in objects):
            return {trade: PLAIN}
    return {}


_CALL: Final = late(
    "(?:做|搞|想做|干)?(?:人员|人才|员工)?招[聘募](?:工作|类|方面|方向|岗位?)?"
)  # the call of an advert, beside a job


def _of_a_call(text: str) -> dict[int, int]:
    """The trade of who wishes to recruit and says only so; beside a job the word calls for whoever does it."""
    return {trade_names().index("招聘"): PLAIN} if _CALL.fullmatch(text) else {}


_SELLS: Final = late("(?<=..)业务(?:岗|组|类)?")


def _of_who_sells(text: str) -> dict[int, int]:
    """The trade of a title that ends with the business of selling and names no other work: 洗碗机业务."""
    last = next(reversed(_SELLS.findall(text)), None)
    return {trade_names().index("销售"): PLAIN} if last and text.endswith(last) else {}


@cache
def word_for(trade: str) -> str:
    """A word by which a title names a trade and no other: its name where that does, else the first of its words.

    >>> word_for("保洁"), word_for("婚庆")
    ('保洁', '婚礼策划')
    """
    number = trade_names().index(trade)
    row = lexicon.rows("jobmatch.text", "lexicons/trades.csv")[number]
    words = (trade, *lexicon.parts(row["words"]))
    return next((word for word in words if [one // WAYS for one in trades_of(word)] == [number]), trade)


def codes_of_trade(cleaned: str) -> tuple[str, ...]:
    """The codes that work usually has whose one trade a cleaned title names; none where they are not told.

    >>> codes_of_trade("馒头工"), codes_of_trade("大数据销售"), codes_of_trade("洗碗 保安")
    (('4-03-02-02',), (), ())
    """
    found = found_in(cleaned)
    if len(found) != 1:
        return ()
    trade, way = next(iter(found.items()))
    return table().codes[trade] if way == PLAIN else ()


def is_word_of_trade(title: str) -> bool:
    """Whether a title is a word for a trade and says nothing else.

    >>> is_word_of_trade("保洁"), is_word_of_trade("清洁工"), is_word_of_trade("酒店服务员")
    (True, True, False)
    """
    cleaned = clean_title(title).lower()
    return not {cleaned, stem(cleaned)}.isdisjoint(table().spellings)


_WORKER: Final = late("(?<=..)(?:人员|專員|专员|人員|[工员員师師])$")


_AT_A_PLACE: Final = late(
    r".+(?:公司|厂|店|医院|学院|书院|画院|影院|法院|学校|[小中]学|大学|补习班|幼儿园|中心|场|馆|行|部|所|机构|酒店|宾馆|超市|商场"
    r"|集团|工地|食堂|小区|社区|车间|基地|园区|房地产|楼盘)(?:的|里|做|当|干)?(?P<work>.{2,})"
)
_SEVERAL: Final = late(r"[,、;/+&兼和及与跟]|以及|还|又|\band\b")


@lru_cache(maxsize=4096)
def at_a_place(done: str) -> str:
    """The work of past work that names a place of another trade before it: who sits at the desk there does not teach.

    >>> at_a_place("汽车教练场柜台"), at_a_place("呼叫中心催收岗")
    ('柜台', '催收岗')

    A place that only tells which kind of the work it was stays, and so does what names several.

    >>> at_a_place("酒店前台"), at_a_place("修理厂电工兼焊工"), at_a_place("保洁员")
    ('酒店前台', '修理厂电工兼焊工', '保洁员')
    """
    found = _AT_A_PLACE.fullmatch(fold(done))
    if found is None or _SEVERAL.search(fold(done)):
        return done
    work = found["work"]
    own, all_named = ({trade // WAYS for trade in trades_of(words)} for words in (work, done))
    of_own = own.union(*(parts_of(trade) for trade in own))
    return work if own and all_named - of_own else done


@lru_cache(maxsize=4096)
def stem(title: str) -> str:
    """The word for the work in the name of who does it.

    >>> stem("洗碗工"), stem("保洁"), stem("员工")
    ('洗碗', '保洁', '员工')
    """
    return _WORKER.sub("", title)


def trade_table(titles: Iterable[str]) -> NDArray[np.int16]:
    """The trades of titles as an array, shape (titles, MOST), ``NONE`` where a title names fewer."""
    rows = [(*trades_of(title), *[NONE] * MOST)[:MOST] for title in titles]
    return np.array(rows, dtype=np.int16).reshape(-1, MOST)


def stand(trades: NDArray[np.integer[Any]], title: str) -> NDArray[np.int8]:
    """How the trades of some titles, a row each, stand to those of another title; the nearest counts.

    >>> rows = trade_table(["酒店洗碗", "传菜员", "后厨", "厨师长", "招人"])
    >>> stand(rows, "洗碗工").tolist() == [SAME, OTHER, AKIN, OTHER, UNNAMED]
    True
    >>> stand(trade_table(["房产销售", "销售主管"]), "销售").tolist() == [PART, RANK]
    True
    """
    return np.asarray(_standing(trades_of(title))[trades].max(axis=1, initial=UNNAMED))


def are_among(trades: NDArray[np.integer[Any]], wanted: frozenset[int]) -> NDArray[np.bool_]:
    """Which trades, in the way in which they are done, are among some; the shape stays.

    >>> rows = trade_table(["洗碗工", "厨师长"])
    >>> are_among(rows, frozenset(trades_of("洗碗工"))).any(axis=1).tolist()
    [True, False]
    """
    return np.asarray(_marked(wanted)[trades])


def in_any_way(trades: Iterable[int]) -> frozenset[int]:
    """Some trades in all ways in which they are done.

    >>> sorted(in_any_way([3]))
    [12, 13, 14, 15]
    """
    return frozenset(trade * WAYS + way for trade in trades for way in range(WAYS))


@lru_cache(maxsize=512)  # a look in a table takes a tenth of the time of a search
def _marked(wanted: frozenset[int]) -> NDArray[np.bool_]:
    marks = np.zeros(WAYS * len(trade_names()) + 1, dtype=np.bool_)  # ``NONE`` stands behind them
    marks[list(wanted)] = True
    return marks


def names_other(trades: NDArray[np.integer[Any]], title: str) -> NDArray[np.bool_]:
    """Whether some titles, a row of trades each, name another trade than a title does, and not its own beside it.

    >>> names_other(trade_table(["外场", "后厨", "内外场", "洗碗/外场"]), "洗碗工").tolist()
    [True, False, True, False]
    """
    standing = _standing(trades_of(title))[trades]
    return np.asarray((standing == OTHER).any(axis=1) & (standing < RANK).all(axis=1))


@lru_cache(maxsize=4096)
def _standing(wanted: Sequence[int]) -> NDArray[np.int8]:
    """How each trade, and ``NONE`` behind them, stands to the nearest of some."""
    result = np.full(WAYS * len(trade_names()) + 1, UNNAMED, dtype=np.int8)
    by_way = result[:-1].reshape(-1, WAYS)
    for one in wanted:
        np.maximum(by_way, _standing_to(one), out=by_way)
    return result


def _standing_to(wanted: int) -> NDArray[np.int8]:
    """How each trade, in each way, stands to one: most of them are just other trades."""
    theirs, their_way = divmod(wanted, WAYS)
    found = np.full((len(trade_names()), WAYS), OTHER, dtype=np.int8)
    if their_way == IN_ENGLISH:  # how near two English titles of other trades are, their meaning tells better
        found[:, IN_ENGLISH] = UNNAMED
    for mine in near_to(theirs):
        found[mine] = [_pair(mine * WAYS + way, wanted) for way in range(WAYS)]
    return found


def _pair(trade: int, wanted: int) -> int:
    above = table().above
    (mine, way), (theirs, their_way) = divmod(trade, WAYS), divmod(wanted, WAYS)
    if way == their_way == IN_ENGLISH:
        return RANK if mine == theirs else UNNAMED
    if mine == theirs or theirs in above[mine]:
        if LEADS in (way, their_way) and way != their_way:
            return RANK
        return SAME if mine == theirs and way != IN_A_FIELD else PART
    return AKIN if mine in above[theirs] or (mine, theirs) in table().akin else OTHER

"""Wishes that name several things: 会计、出纳 are two wishes, 看仓库、收货发货、记账 the duties of one job.

Duties tell the job together: by what the model of sayings makes of the whole, else by the trade that most of them
tell. A stray one (记账) is no wish of its own.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final

from jobmatch.patterns import late
from jobmatch.text.fold import fold
from jobmatch.text.work.sayings import SURE, chance_of, meant, tells_nothing, trade_told, without_others
from jobmatch.text.work.trades import WAYS, akin_to, is_word_of_trade, trade_names, trades_of, word_for

# what parts a list; no UI/UX
_PARTED: Final = late(r"[、,;\n]|(?<![A-Za-z+#])/(?![A-Za-z])|或者?|要么|要不")
_LISTED: Final = late("[、;]")  # what only commas part may be a story: 会开怪手，想找工地
_ANY_WILL_DO: Final = late(
    r"或|要么|要不|(?<![什怎哪啥何][么科里儿样个])(?<!何)(?:都|也|均|皆)(?:行|可以?|能做|能干|能接受|愿意|ok|好)"
)
_WILLING: Final = late(
    r"(?:这?些?类?的?(?:工作|活儿?|岗位))?(?:都|也|均|皆)(?:行|可以?|能做|能干|能接受|愿意|ok|好)$|等$"
)
_A_NAME: Final = late(
    r"(?:人员|[员工师生]|[骑歌操作水帮]手|助理|经理|主管|总监|顾问|学徒|助教|教练|文员|文秘|客服|前台|店长|领班|阿姨|师傅|类|岗位?|方面|方向)(?:的工作|工作)?$"
)
# Whom one has to do with at work (陪看医生, 教学生), and what one is at any work (当师傅).
_SOMEBODY_ELSE: Final = late(
    "^(?:陪|看|教|带|管|帮|给|跟|送|接|找|约|照顾|伺候|招呼).{0,6}(?:医生|学生|考生|新生|老师|师傅|护士|律师|工人|演员|客人|病人)$"
)
_ANY_RANK: Final = late("(?:想?[去来]?[当做]个?)?(?:老?师傅|学徒|小工|大工|组长|领班|主管|员工|工人|职工)")
_VERBS: Final = frozenset(
    "做搞弄干修换通装拆洗切择摘拌煮炒蒸炸煎烤收发理补上下卸搬搞打扫擦拖刷看守管顾接送带陪喂照卖推拉跑开骑写画拍剪录记算对盘登查测量验抄"
    "泡冲调沏揉烙熬炖卤磨钓捞捡拾守站走坐放牧宰杀剥削钉锯刨敲打印染织绣捆搓捏按揉梳剃染吹化敷点数分捡送递取投发喊劝哄喝尝试"
    "填订排约招找催租教讲辅给帮替为在去把跟回处处贴刷砌铺焊割种浇养挖采包叠折缝熨裁端配盛摆贴扛抬听抽验配化"
)
_SHORTEST: Final = 2  # signs of a part; one (水、電、空調維修) is a part of a word
_A_NAME_AND_ONE: Final = 2  # parts; where a name stands before more duties they are its own: 仓管、收货、记账
_FAR_BEHIND: Final = 4  # times as likely as a trade is another, beside which it is a stray word
_NOT_TOO_FAR: Final = 20  # ... and as likely, beside which a part that tells a trade is meant too: 泡咖啡、做飲料
_A_STORY: Final = 14  # signs from which clauses may be one; fewer are wishes (改衣服, 裁缝)
_TOLD_WHOLE: Final = 14  # signs of a wish that a sentence repeats as it is: names of jobs are shorter
_ASCII: Final = 127
_MOST_CLAUSES: Final = 6  # of a story; who lists more lists wishes
_SURE_OF_ALL: Final = 0.9  # likelihood from which a story tells a job though each of its clauses tells one
_SURE_AGAINST: Final = 0.5  # likelihood from which the whole tells a job that none of its duties tells


@lru_cache(maxsize=4096)
def works_meant(wish: str) -> tuple[str, ...]:
    """The kinds of work that a wish means: several where it lists names of jobs, one where it lists what is done.

    >>> works_meant("会计、出纳"), works_meant("看仓库、收货发货、记账")
    (('会计', '出纳'), ('仓管',))
    >>> works_meant("洗碗工"), works_meant("水、电、空调维修工")
    (('洗碗工',), ('水、电、空调维修工',))
    """
    parts = parts_of_wish(wish)
    if len(parts) < 2 or min(map(len, parts)) < _SHORTEST:
        return (meant(wish),)
    names = [_is_name(part) for part in parts]
    if not any(names) and not _ANY_WILL_DO.search(fold(wish)):
        return _of_duties(wish, parts)
    if not (all(names) or _LISTED.search(fold(wish))) and not _ANY_WILL_DO.search(fold(wish)):
        return (meant(wish),)
    if names[0] and not any(names[1:]) and len(names) > _A_NAME_AND_ONE and not _ANY_WILL_DO.search(fold(wish)):
        return (meant(parts[0]),)
    return _each(parts) or (meant(wish),)


@lru_cache(maxsize=4096)
def told_together(wishes: tuple[str, ...]) -> str | None:
    """The work that the clauses of one story tell together: 找出毛病来 alone tells none; None where each is a wish.

    >>> told_together(("把软件一遍一遍点", "找出毛病来", "记下来叫写程序的人改"))
    '软件测试'
    >>> told_together(("会计", "出纳")), told_together(("飯店整理房間", "廚房幫忙"))
    (None, None)
    """
    if not 1 < len(wishes) <= _MOST_CLAUSES or any(map(_is_name, wishes)):
        return None
    story = ",".join(map(fold, wishes))
    if len(story) < _A_STORY or tells_nothing(story):
        return None
    each_tells = all(_first_trade(wish) is not None for wish in wishes)
    told = trade_told(without_others(story), _SURE_OF_ALL if each_tells else SURE)
    return word_for(told) if told else None


def in_short(wish: str) -> str:
    """A wish as sentences repeat it: itself where it is short, else the work that it means, else how it begins.

    >>> in_short("超市收银员"), in_short("推着病人去各个科室做检查、送标本拿报告的那种工作")
    ('超市收银员', '医院运送')
    >>> in_short("想找个能发挥我的长处、离家近一点的事情做做")
    '想找个能发挥我的长处…'
    """
    if _width(wish) <= _TOLD_WHOLE:
        return wish
    works = "、".join(works_meant(wish))
    if _width(works) <= _TOLD_WHOLE:
        return works
    start = next(filter(None, map(str.strip, _PARTED.split(wish))), wish)
    return f"{start if _width(start) <= _TOLD_WHOLE else start[:_TOLD_WHOLE]}…"


def _width(words: str) -> float:
    """The signs of some words, of English the half."""
    return sum(1.0 if ord(sign) > _ASCII else 0.5 for sign in words)


def parts_of_wish(wish: str) -> tuple[str, ...]:
    """What a wish lists, without how willing somebody is to do any of it, or in which rank.

    >>> parts_of_wish("保洁、看大门都行"), parts_of_wish("修冷气、修水电,当师傅")
    (('保洁', '看大门'), ('修冷气', '修水电'))
    """
    parts = [_WILLING.sub("", part.strip()).strip() for part in _PARTED.split(fold(wish))]
    parts = [part for part in parts if part]
    return tuple(part for part in parts if len(parts) == 1 or not _ANY_RANK.fullmatch(part))


def _is_name(part: str) -> bool:
    """Whether a part of a list names who does the work, or the work as a trade is called."""
    return not _SOMEBODY_ELSE.search(part) and (
        part.lower() in trade_names()
        or bool(_A_NAME.search(without_others(part)))
        or (is_word_of_trade(part) and part[0] not in _VERBS)
        or (part.isascii() and bool(trades_of(part)))
    )


def _each(parts: Iterable[str]) -> tuple[str, ...]:
    """Each part of a list by itself; none where the last one alone names work and is what the others stand for."""
    works = tuple(dict.fromkeys(map(meant, parts)))
    told = tuple(work for work in works if trades_of(work))
    return () if told == works[-1:] else works


def _of_duties(wish: str, parts: Sequence[str]) -> tuple[str, ...]:
    """The job that duties tell together, or each of several that they tell as often; a story is taken as a whole."""
    saying = meant(wish)
    if not _LISTED.search(fold(wish)):
        return (saying,)
    votes = Counter(trade for part in parts if (trade := _first_trade(part)) is not None)
    if saying == wish and (whole := _told_by_all(wish, votes)) is not None:
        saying = word_for(trade_names()[whole])
    if saying != wish:
        return (saying, *_also_likely(wish, saying, [trade_names()[trade] for trade in votes]))
    if votes.total() < 2:  # one word in a list: a stray one, or one that the list as a whole tells better
        return (wish,)
    most = max(votes.values())
    leading = [trade_names()[trade] for trade, count in votes.items() if count == most]
    return tuple(map(word_for, _likely(wish, leading)))


def _also_likely(wish: str, saying: str, trades: Iterable[str]) -> list[str]:
    """What parts of a list tell beside the whole, where the whole makes it not all too much less likely."""
    told = [trade_names()[trade // WAYS] for trade in trades_of(saying)]
    least = max((chance_of(wish, trade) for trade in told), default=1.0) / _NOT_TOO_FAR
    return [word_for(trade) for trade in trades if trade not in told and chance_of(wish, trade) >= least]


def _likely(wish: str, trades: Sequence[str]) -> tuple[str, ...]:
    """Of several trades those that the whole makes not much less likely than the likeliest of them."""
    if len(trades) < 2:
        return tuple(trades)
    chances = [chance_of(wish, trade) for trade in trades]
    return tuple(trade for trade, chance in zip(trades, chances, strict=True) if chance * _FAR_BEHIND >= max(chances))


def _first_trade(part: str) -> int | None:
    return next((trade // WAYS for trade in trades_of(meant(part))), None)


def _told_by_all(wish: str, votes: Counter[int]) -> int | None:
    """The trade that the model makes of a whole list, where a duty speaks for it or none does and it is sure."""
    words = " ".join(_PARTED.split(fold(wish)))
    told = trade_told(words)
    if told is None:
        return None
    trade = trade_names().index(told)
    spoken_for = not votes or any(akin_to(trade, one) for one in votes)
    return trade if spoken_for or trade_told(words, _SURE_AGAINST) else None

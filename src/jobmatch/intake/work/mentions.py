"""``mentions``: which words of a clause name a kind of work, and where they stand."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final

from jobmatch.intake.clauses.phrasebook import pattern
from jobmatch.intake.work.verbs import done_at_places, formed, said_again

_PERSON_AT_WORK: Final = (
    r"(?<![职员党团会队成学官动裁伤人])员(?!工|会|额)"
    r"|(?<![打包见级人辞施开停复罢民手员职临时散零短长完竣返加误怠上下点化美理分])工(?!作|俭|资|厂|地|程|龄|会|具|业|人|商|时|种|学|读|伤|序|艺|友|头|期|钱|夫|位|段|装|况|序|薪|棚|行|信|坊|友|潮)"
    r"|(?<![老大律出拜厨技])师(?!范|资|生|德|兄|姐|弟|妹|长|专|院|大|父|娘|傅)"
)
# Behind what is done, who does it: 打包工, 烤馕师傅.
_AS_PERSON: Final = r"(?:师傅(?!说|讲|带|教|让|叫)|(?<![工员师])(?:工(?!作|资|厂|地|程|龄|会|具|业|人|商|时|种|学|读|伤|序|艺|友|头|期|钱|夫|位|段|装|况|薪|棚|行|信|坊|潮|区|序)|员(?!工|会|额)))?"
# A business of one's own: 开了个烧烤店.
_OWN_SHOP: Final = r"[\u4e00-\u9fff]{1,4}?(?:店|铺子?|馆子|超市|小吃摊|作坊|网吧|诊所|农家乐|民宿|工作室)(?![员长里])"
# What is done to a thing of its kind, whatever the thing: 看停车场, 扫马路, 开塔吊, 修鞋.
_DONE_TO: Final = (
    rf"开(?:了|过)(?:一?[个家间]){_OWN_SHOP}"
    r"|看过?(?:[^\W\da-z或者和也都]{0,4}?(?:大?门(?!诊|面|店|口)|库房?|停车场|车场|场子|院子?|宿舍楼?门?|工地|摊子?|铺子|鱼塘|果园|水房|监控))"
    r"|(?:打)?扫(?:马路|大街|街|厕所|楼道|院子|地(?!方))|开过?(?:[^\W\da-z我他她你了着过的]{1,3}(?:车(?!间|队)|吊|铲|挖机|机床|(?<!手)(?<!飞)(?<!司)(?<!开)机(?!会|构|关|场|器|票)|船|卡))"
    r"|修过?(?:鞋|(?:自行|单|电瓶|汽|摩托|卡|货|大|三轮)车|表|伞|家电|电器|手机|空调|电动车|摩托)|送过?(?:奶|报|煤气|桶装水)"
    r"|(?<!买)卖过?(?:[^\W\da-z卖了着过掉给不一二三四五六七八九十两半几]{1,3})(?=[,、。;了过一二三四五六七八九十两半几\d]"
    r"|$)"
)
_LICENCE_BEHIND: Final = re.compile("(?:'s|s')? licen[cs]e| ticket| certificate")
_MODIFIER: Final = 8  # characters to the left that may belong to a kind of work


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name a kind of work, at ``start:end`` of the text they were found in."""

    words: str
    start: int
    end: int
    employer: bool = False  # names who employs rather than what is done there: 早教机构
    at_home: bool = False  # done at home by everybody, and work only for others: 带孩子


@cache
def _lines() -> list[str]:
    return files("jobmatch").joinpath("intake/work/work_words.txt").read_text(encoding="utf-8").splitlines()


@cache
def _marked(sign: str) -> frozenset[str]:
    return frozenset(word for line in _lines() if line.startswith(sign) for word in line.split()[1:])


def _side_by_side(one: str, other: str) -> bool:
    """Whether two words in a row are two kinds of work: 保洁绿化, and not 销售顾问."""
    if one.endswith(("家政", "快递")) and other in ("保洁", "分拣", "装卸", "打包"):  # 家政保洁 is one
        return False
    return other in _marked("+") and any(one.endswith(word) for word in _marked("+"))


def _whole(word: str) -> str:
    """A word as a pattern; 缝纫工 is not in 缝纫工作, and 摆摊 is in 摆过摊."""
    began = f"{word[0]}过?{re.escape(word[1:])}" if word[0] in _VERBS else re.escape(word)
    return began + (_NOT_BEFORE.get(word if word in _NOT_BEFORE else word[-1], ""))


_NOT_BEFORE: Final = {
    "种地": "(?!方)",
    "做包": "(?![装子间])",
    "工": "(?!作)",
    "家务": "(?!农)",
    "家教": "(?!过|了|书|学)",
    "站": "(?!点)",
}  # 缝纫工作, 家务农活, 快递站点管理
_VERBS: Final = "摆蹬踩开跑卖送修看种养扫烧搬打教装拉做放采摘"
_DONE: Final = re.compile(f"(?<=[{_VERBS}])过|(?<=开)[了过]一?[个家间]")


@cache
def work_words() -> frozenset[str]:
    """The words of the list that name kinds of work.

    >>> "保洁" in work_words()
    True
    """
    lines = [line.lstrip("+~ ") for line in _lines()]
    return frozenset(
        word
        for line in lines
        if not line.startswith("#")
        for word in (line.split("|") if "|" in line else line.split())
    )


@cache
def _heads() -> re.Pattern[str]:
    words = work_words()
    english = "|".join(sorted((re.escape(w) for w in words if w.isascii() and len(w) > 3), key=len, reverse=True))
    chinese = "|".join(sorted((_whole(w) for w in words if not w.isascii()), key=len, reverse=True))
    return re.compile(
        rf"(?P<zh>(?:{_DONE_TO}|{chinese}|(?<![a-z])(?:cnc|[iofp]?qc|qa|pmc)(?![a-z])){_AS_PERSON}|{_PERSON_AT_WORK})|(?<![a-z])(?P<en>(?:{english})s?)(?![a-z])"
    )


@lru_cache(maxsize=4096)
def mentions(text: str) -> tuple[Mention, ...]:
    """The kinds of work named in a folded text, in order, each as long as its words go.

    >>> [one.words for one in mentions("曾任装订工8年,想找超市理货员、收银员")]
    ['装订工', '超市理货员', '收银员']

    A paper or a field of study named after a kind of work is none, and an employer is marked:

    >>> mentions("有电工证,学会计专业")
    ()
    >>> [one.employer for one in mentions("在家政公司登记")]
    [True]
    """
    found: list[Mention] = []
    for head in _heads().finditer(text):
        start, end = head.start(), head.end()
        end += text.startswith("傅", end) and text[end - 1] == "师"
        if (pattern("mentions.other_behind") if head["zh"] else _LICENCE_BEHIND).match(text, end):
            continue
        start = _with_modifier(text, start, bool(head["zh"]))
        if found and start <= found[-1].end:
            beside = _side_by_side(found[-1].words, head[0]) or head[0].startswith(("卖过", "修过", "送过"))
            start = end - len(head[0]) if beside else found.pop().start
        if end - start >= 2:
            employer = bool(head["zh"] and pattern("mentions.employer_behind").match(text, end))
            words = _DONE.sub("", text[start:end])
            found.append(Mention(words, start, end, employer, head[0] in _marked("~")))
    found = [part for one in found for part in _said_lightly(one)]
    for start, end, words in formed(text):
        if not any(one.start < end and start < one.end for one in found):
            found.append(Mention(words, start, end))
    for place, start, end in done_at_places(text):
        found = [one for one in found if not (place <= one.start and one.end <= start)]  # where it was done
        if not any(one.start < end and start < one.end for one in found):
            begin = start if place and text[place - 1] in _BEING_THERE else place  # 面食馆揪面 names both
            found.append(Mention(text[begin:end], begin, end))
    return tuple(sorted(found, key=lambda one: one.start))


_BEING_THERE: Final = "在去到于给帮从"


def _said_lightly(one: Mention) -> Iterator[Mention]:
    """What is said with its verb twice, as small work is, each for itself: 扫扫地擦擦桌子."""
    begins = [found.start() for found in pattern("mentions.lightly").finditer(one.words)]
    if not begins or len(one.words) != one.end - one.start:
        yield one
        return
    for at, begin in enumerate(begins):
        end = begins[at + 1] if at + 1 < len(begins) else len(one.words)
        yield replace(one, words=one.words[begin + 1 : end], start=one.start + begin + 1, end=one.start + end)


def mentions_before(text: str, behind: str) -> tuple[Mention, ...]:
    """As ``mentions``, and the work at the end of a text that what stands ``behind`` it goes on with: 剖竹子,剖到去年."""
    named, again = mentions(text), said_again(text, behind)
    if again is None:
        return named
    start, end, words = again
    return (*(one for one in named if one.end <= start), Mention(words, start, end))


def _with_modifier(text: str, start: int, chinese: bool) -> int:
    """Where the words begin that belong to a head at ``start``."""
    if not chinese:
        before = pattern("mentions.english_modifiers").search(text[max(0, start - 40) : start])
        return start - len(before[0]) if before else start
    run = re.search(r"[\u4e00-\u9fff/]*$", text[max(0, start - _MODIFIER) : start])
    return start - len(pattern("mentions.break").split(run[0].replace("/", "的"))[-1]) if run else start

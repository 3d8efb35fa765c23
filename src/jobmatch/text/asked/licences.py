"""Driving licences: the class that a text asks for, and what a class that is held allows.

The ladder is that of 机动车驾驶证申领和使用规定 (公安部令第162号, 附件1 准驾车型及代号). Taiwan's classes stand on it
by the vehicle they are for; those for who drives for pay (職業駕照: 道路交通安全規則 53、61) are classes of their own.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from itertools import accumulate, islice
from typing import Final

from jobmatch.patterns import late
from jobmatch.records.lapsed import is_lapsed
from jobmatch.records.skill import LicenceNeed
from jobmatch.text.phrases import Clause, Clauses, shadow

_SMALL: Final = ("C1", "C2", "C3", "C4")
# 職業: who drives for pay needs it, and a licence for one's own use does not do.
_TRADE_SMALL, _TRADE_GOODS, _TRADE_COACH, _TRADE_TRAILER = "职业小型车", "职业大货车", "职业大客车", "职业联结车"
_TRADES: Final = (_TRADE_SMALL, _TRADE_GOODS, _TRADE_COACH, _TRADE_TRAILER)
# What the holder of a class may drive besides it.
_LADDER: Final[dict[str, tuple[str, ...]]] = {
    "A1": ("A3", "B1", "B2", *_SMALL, "M"),
    "A2": ("B1", "B2", *_SMALL, "C6", "M"),
    "A3": _SMALL,
    "B1": (*_SMALL, "M"),
    "B2": (*_SMALL, "M"),
    "C1": _SMALL[1:],
    "C2": (),
    "C3": ("C4",),
    "C4": (),
    "C5": (),
    "C6": (),
    "D": ("E", "F"),
    "E": ("F",),
    "F": (),
    _TRADE_SMALL: _SMALL,
    _TRADE_GOODS: (_TRADE_SMALL, "B2", *_SMALL),
    _TRADE_COACH: (_TRADE_GOODS, _TRADE_SMALL, "A1", "A3", "B1", "B2", *_SMALL),
    _TRADE_TRAILER: (_TRADE_COACH, _TRADE_GOODS, _TRADE_SMALL, "A1", "A2", "A3", "B1", "B2", *_SMALL),
}
_CARS: Final = frozenset({"A1", "A2", "A3", "B1", "B2", "C1", "C2", "C5", "C6", *_TRADES})
_CLASS: Final = r"(?:[ab][1-3]|c[1-6])"
_LICENCE: Final = (
    r"(?:驾照|驾驶证|驾驶执照|驾驶本|驾本|车本|本(?![科人公市单店院司身地来职周月])"
    r"|照(?!顾|片|料|护|相)|牌照?|证(?![书明券件])|驾驶)"
)
_BEFORE: Final = late(
    rf"(?<![a-z0-9])({_CLASS}(?:[/、,或和及以与\s]{{0,3}}{_CLASS}){{0,5}})[def]?[级类型照证]?"
    rf"(?:\s?\(?(?:含|及|或|及其)?以上\)?)?的?(?:汽车|机动车|车辆|车型|小型)?(?:{_LICENCE}|司机|驾驶员|师傅|驾龄"
    rf"|满 ?[\d一二两三四五]|[能可会]开)"
)
_AFTER: Final = late(
    r"(?:驾照|驾驶证|驾驶执照|驾本|准驾车型|驾驶资格|驾驶技术|[会能]开车)"
    rf"[^,。;\n]{{0,8}}?(?<![a-z0-9])({_CLASS}(?:[/、或和及以与\s]{{0,3}}{_CLASS}){{0,5}})(?![0-9])"
)
# A letter alone: C本, B照, 驾照C级. 证 alone is another paper's, too: 安全员C证.
_PAPER: Final = r"(?:驾照|驾驶证|驾驶执照)"
_LETTER: Final = late(
    rf"(?<![a-z0-9员])([abc])(?:照(?!片|护|顾|料|相)|本(?![科人公市单店院司身地来职周月])|[证照本级类型]?{_PAPER})"
    rf"|{_PAPER}[:(为是要求需须持类型 ]{{0,5}}([abc])[照证级类本]?(?![a-z0-9])"
)
_LONE: Final = late(r"(?<![a-z0-9])[abc](?![a-z0-9])")
_OF_LETTER: Final = {"a": "A2", "b": "B2", "c": "C1"}  # what drivers of goods mean by it
_OF_BUSES: Final = late("客|公交|巴士")
# The class alone, of which any will do, where the text is about driving: B2、B1均可.
_WILL_DO: Final = late(
    rf"(?<![a-z0-9])({_CLASS}(?:[/、或和及以与\s]{{0,3}}{_CLASS}){{0,5}})(?:(?:及|或)?以上|均可|都可"
    rf"|都行|也行|也可|皆可|即可)(?![^,;。\n]{{0,4}}[驾照本证])"
)
_DRIVES: Final = late("司机|驾驶员|驾龄|货车|冷藏?链?车|跑车|跑[长短]途|开车")
_BY_TRADE: Final = (
    (late(r"职(?:业|照)?级?(?:大客车?|大型客车|大巴|游览车)|(?:大客车|游览车)[^,。;\n\w]{0,2}职业"), _TRADE_COACH),
    (
        late(r"职(?:业级?)?(?:联结|联接|曳引|联(?!络|系|合)|拖车)车?|(?:联结车|曳引车)[^,。;\n\w]{0,2}职业"),
        _TRADE_TRAILER,
    ),
    (late(r"职业级?(?:大货车?|大型货车|大型车)|(?:大货车|大型车)[^,。;\n\w]{0,2}职业"), _TRADE_GOODS),
    (
        late(
            r"职业级?(?:小客车?|小型车?|小货车?|小型客车|小自客|计程车)|(?:小客车|小型车|小货车)[^,。;\n\w]{0,2}职业"
            r"|职业(?:汽车)?(?:驾照|驾驶执照|驾驶证|执照)|(?:驾照|驾驶执照)[^,。;\n]{0,2}职业(?!操守|道德|安全|大|联)"
        ),
        _TRADE_SMALL,
    ),
)
_LABEL: Final = (
    rf"{_PAPER}(?:要求|需求|种类|类型|类别|条件|资格)?[:】\]| ]{{1,2}}(?:需|须|要|具|备|持|有){{0,2}}"  # 【驾照】
)
_CDL: Final = r"(?:\bcdl|commercial driv(?:er'?s?|ing) licen[cs]e)"
_VEHICLES: Final = (  # what a licence is named by where no class is; Taiwan's classes by the vehicle they are for
    (late(r"(?<![a-z0-9/])d[照本]"), "D"),
    (late(rf"汽车?[、/及与和,]?机车(?:的|之)?{_PAPER}"), "C2"),  # both, of which the car's is the harder
    (late(r"(?:摩托|三轮)[^,;。\n]{0,6}(?<![a-z])d[证照本]"), "D"),
    (late(rf"{_LABEL}(?:普通|轻型)?重?型?(?:机车|摩托)|(?:机车|摩托车?)[^,;。\n]{{0,2}}(?:及|和|与|\(有){_PAPER}"
     r"|motor(?:cycle|bike) licen[cs]e|(?<![a-z0-9员])d证(?:或|/|、)e证|摩托[^,;。\n]{0,6}(?<![a-z])e[证照本]"), "E"),
    (late(rf"{_LABEL}(?:普通)?(?:联结|曳引)"), "A2"),
    (late(rf"{_LABEL}(?:普通)?大(?:型)?客"), "A1"),
    (late(rf"{_LABEL}(?:普通)?大(?:型)?货"), "B2"),
    (late(rf"{_LABEL}(?:普通)?(?:小(?:型|客|货|自客)|自用小|汽车)"), "C2"),
    (late(r"(?:驾照|驾驶执照|驾驶证)[、,及和并且 ]{1,2}(?:自备|自有|备有|有)(?:机车|摩托车)"), "E"),
    (late(r"[骑开]摩托车?有本|(?:机车|摩托车|重机|摩托)(?:普?通?重?型?)(?:驾照|驾驶证|驾驶执照)"
     r"|(?:普通|普|轻|大)型?重?型?机车(?:驾照|驾驶执照)"), "E"),
    (late(r"(?:联结车|联接车|半挂|牵引车)[^,。;\n]{0,3}(?:驾照|驾驶证|驾驶执照)"), "A2"),
    (late(r"(?:大客车|大型客车|大巴)[^,。;\n]{0,3}(?:驾照|驾驶证|驾驶执照)"), "A1"),
    (late(r"(?:大货车|大型货车|大型车)[^,。;\n]{0,3}(?:驾照|驾驶证|驾驶执照)"), "B2"),
    (late(r"(?<!自)(?:手排|手动挡)(?!自)[^。;\n皆均都]{0,10}(?:驾照|驾驶证|驾驶执照)"
     r"|(?:小客车|小型车)[^,。;\n]{0,4}(?:驾照|驾驶证|驾驶执照)\(?(?:手排|手动)"), "C1"),
    (late(rf"{_CDL}[- (]{{0,2}}(?:class )?a\b|\bclass a (?:{_CDL}|driv)"), "A2"),  # a tractor with a trailer
    (late(rf"{_CDL}[- (]{{0,2}}(?:class )?b\b|\bclass b (?:{_CDL}|driv)"), "B2"),
    (late(rf"(?<!class [ab] ){_CDL}(?! medical|[- (]{{0,2}}(?:class )?[abc]\b)"), "B2"),  # of no class: the least
    (late(r"(?:小客车|小型车|小货车|小型汽车|普通小型|自排|自动挡)[^,。;\n]{0,4}(?:驾照|驾驶证|驾驶执照)"
     r"(?!\(?(?:手排|手动))"), "C2"),
)  # fmt: skip
_ALONE: Final = late(
    rf"(?:(?<=[,、;。(\s])|(?<=司机)|(?<=驾驶员)|(?<=驾驶)|^)"
    rf"{_CLASS}(?:[/、或和及以与\s]{{0,3}}{_CLASS}){{0,5}}(?=$|[,、;。)\s])"
)
_ANY: Final = late(
    r"(?<!叉)(?<!高机)(?:驾照|(?<!叉车)驾驶证|(?<!叉车)驾驶执照|汽车驾驶本|驾本|车本)"
    r"|(?:会|能|可以?)(?:独立|熟练)?(?:开(?:车(?!间|床)|手动挡|手排)|(?:开|驾驶)[\d.]{0,4}(?:吨|米)?"
    r"(?:手排|手动挡?)?的?(?:汽车|车辆"
    r"|轿车|小汽?车|面包车|商务车|小?货车|皮卡|轻卡|厢货))"
    r"|(?<![不无毋])(?:需要?|须|必须)(?:能|会|自行|自己)?(?:独立)?(?:开车(?!间|床|门|[上下]班)|驾驶(?:公司|公务)?(?:的|用)?(?:小|货|汽)?车)"
    r"|熟练驾驶(?!技)|驾驶技术|驾龄|driver'?s? licen[cs]e|driving licen[cs]e|\b(?:clean|full|valid) licen[cs]e"
)
_MACHINE: Final = late(r"(?:叉车|堆高机|挖掘机|挖机|无人机|铲车|装载机|船舶|飞机|机动艇|厂内机动车)[^,。;\n]{0,6}$")
_NO_MATTER: Final = late(r"^(?:证|照)?(?:有没有|没有|没|无)(?:也)?(?:不碍事|没关系|行|可以?|无所谓|不要紧|都行)|^有无")
_EXTRA: Final = late(
    r"^[^,;。\n]{0,8}(?:者|的),?(?:还|也|另)?可以?(?:兼|转|调|另|优先)|^[^;。\n]{0,14}另?加(?:薪|钱|工资|给)"
    r"|^[^,;。\n]{0,6}?(?:者|的|可|[另再][有加给发]?|每[月天次])[^,;。\n]{0,6}(?:补贴|补助|津贴)"
)
_OFFERED: Final = late(r"补贴|补助|津贴|提供车|报销|学车|学费|[学考]个?驾[照驶]|考取")


_NAMED: Final = late(_CLASS)
_VEHICLE_SIGNS: Final = ("驾", "cdl", "commercial driv", "摩托", "motor", "d照", "d本", "d证")
_SIGNS: Final = (*_VEHICLE_SIGNS, "车", "司机", "licen")  # of some pattern above
_SIGN: Final = late(rf"{_CLASS}.{{0,30}}[照本证牌师满开]|(?<![a-z0-9])[abcd][照本]")
_OWN_LICENCE: Final = late(r"驾|本|照|证|车|cdl(?! medical)|(?:commercial|class [ab]) driv|^(?:[abc][1-6])?[def]?$")
_IN_ENGLISH: Final = late(rf"{_CDL}\b(?! medical)|driver'?s? licen[cs]e|driving licen[cs]e")
_HELD: Final = late(rf"(?<![a-z0-9])(?:({_CLASS})([def])?|([def]))(?![a-z0-9])")
_MAX_MENTIONS: Final = 50  # of a licence in one text: real postings have a few, a hostile text must end


def covered_by(held: str) -> tuple[str, ...]:
    """The classes that a held class allows, itself first.

    >>> covered_by("C1"), covered_by("Z9")
    (('C1', 'C2', 'C3', 'C4'), ())
    """
    return (held, *_LADDER[held]) if held in _LADDER else ()


def classes_in(text: str) -> tuple[str, ...]:
    """The licence classes that a text about one's licence names.

    >>> classes_in("驾照A2D"), classes_in("c1本"), classes_in("B1"), classes_in("Cet4")
    (('A2', 'D'), ('C1',), ('B1',), ())
    >>> classes_in("職業小型車"), classes_in("普通小型車")
    (('职业小型车',), ('C2',))
    """
    folded = shadow(text.strip())
    if not _OWN_LICENCE.search(folded):
        return ()
    named = tuple(part.upper() for parts in _HELD.findall(folded) for part in parts if part)
    by_name = tuple(asked for pattern, asked in _BY_TRADE if pattern.search(folded))
    return tuple(dict.fromkeys((*named, *by_name))) or tuple(
        asked for pattern, asked in _VEHICLES if pattern.search(folded) or pattern.search(f"{folded}驾照")
    )


def names_licence(paper: str) -> bool:
    """Whether one of somebody's papers is a licence to drive on roads, in Chinese one with its class.

    >>> [names_licence(paper) for paper in ("驾照C1", "CDL Class A", "Driver's License", "叉车驾驶证", "RN license")]
    [True, True, True, False, False]
    """
    folded = shadow(paper)
    return bool(classes_in(paper)) if "驾" in folded else bool(_IN_ENGLISH.search(folded))


def licence_covers(held: str | None, asked: str | None) -> bool | None:
    """Whether the licence that a client holds allows what is asked; None where that is not known.

    >>> licence_covers("A2", "C1"), licence_covers("C2", "C1"), licence_covers("C1", "any")
    (True, False, True)

    One that has lapsed covers nothing.

    >>> licence_covers("B2过期", "any")
    False

    Who drives for pay in Taiwan needs a licence by trade; it allows what one's own use does.

    >>> licence_covers("普通小型車", "职业小型车"), licence_covers("職業大客車", "职业小型车")
    (False, True)

    A licence of unknown class covers ``any`` and leaves every class open; 无 is no licence.

    >>> licence_covers("有驾照", "any"), licence_covers("有驾照", "B2"), licence_covers("无", "C1")
    (True, None, False)
    >>> licence_covers(None, "C1"), licence_covers("B1", None)
    (None, True)
    """
    if asked is None:
        return True
    if held and is_lapsed(held):
        return False
    classes = classes_in(held) if held else ()
    if classes:
        allowed = {cls for one in classes for cls in covered_by(one)}
        return bool(allowed & _CARS) if asked == "any" else asked.upper() in allowed
    if held is None or not held.strip():
        return None
    if re.search(r"^\s*(?:无|没有?|不会|未)|^(?:no|none)$", shadow(held)):
        return False
    return True if asked == "any" else None


def parse_licence(text: str) -> LicenceNeed:
    """The driving licence that a posting's text asks for.

    >>> parse_licence("持B2及以上驾照，三年驾龄")
    LicenceNeed(asked='B2', required=True, words='B2及以上驾照')
    >>> parse_licence("有驾照者优先").required, parse_licence("C1/C2本均可").asked
    (False, 'C2')

    No licence named, or waived, is no need:

    >>> parse_licence("无需驾照").asked, parse_licence("离开车间请关灯").asked
    (None, None)
    """
    folded = shadow(text)
    if not any(sign in folded for sign in _SIGNS) and not _SIGN.search(folded):
        return LicenceNeed(None, None)
    found = sorted(_found(folded))
    if not found:
        return LicenceNeed(None, None)
    clauses = Clauses(folded)
    read = [_need(text, start, end, asked, clauses.at(start)) for start, end, asked in found[:_MAX_MENTIONS]]
    needs = [need for need in read if need is not None]
    by_trade = [need for need in needs if need.asked in _TRADES]
    if by_trade and by_trade[0].required:
        return by_trade[0]
    if not needs:
        return LicenceNeed(None, None)
    # A class is more telling than a bare licence, a requirement more than a wish.
    return max(needs, key=lambda need: (need.required is True, need.asked != "any"))


def bare_class(text: str) -> str | None:
    """The class that stands alone in what a posting for drivers says: no word of a licence is needed there.

    >>> bare_class("4.2米货车司机C1"), bare_class("B2,有从业资格证"), bare_class("公交司机(A1/A3)")
    ('C1', 'B2', 'A3')

    Not a building or a floor.

    >>> bare_class("司机,地址:A1栋"), bare_class("")
    (None, None)
    """
    found = _ALONE.search(shadow(text))
    return _least(found[0]) if found else None


def _found(folded: str) -> list[tuple[int, int, str]]:
    found: list[tuple[int, int, str]] = []
    for pattern in (_BEFORE, _AFTER) if _NAMED.search(folded) else ():
        found += [(m.start(), m.end(), _least(m.group(1))) for m in islice(pattern.finditer(folded), _MAX_MENTIONS)]
    if _NAMED.search(folded) and _DRIVES.search(folded):
        found += [(m.start(), m.end(), _least(m.group(1))) for m in islice(_WILL_DO.finditer(folded), _MAX_MENTIONS)]
    if _LONE.search(folded):
        found += [(m.start(), m.end(), _of_letter(m, folded)) for m in islice(_LETTER.finditer(folded), _MAX_MENTIONS)]
    for pattern, asked in _VEHICLES if any(sign in folded for sign in _VEHICLE_SIGNS) else ():
        found += [(m.start(), m.end(), asked) for m in islice(pattern.finditer(folded), _MAX_MENTIONS)]
    for pattern, asked in _BY_TRADE if "职" in folded else ():
        found += [(m.start(), m.end(), asked) for m in islice(pattern.finditer(folded), _MAX_MENTIONS)]
    return found + list(islice(_without_class(folded, sorted((start, end) for start, end, _ in found)), _MAX_MENTIONS))


def _without_class(folded: str, taken: list[tuple[int, int]]) -> Iterator[tuple[int, int, str]]:
    """The mentions of a licence that stand in none of the sorted spans ``taken``, nor behind a machine's name."""
    starts = [start for start, _ in taken]
    ends = list(accumulate((end for _, end in taken), max))
    for match in _ANY.finditer(folded):
        before = bisect_right(starts, match.start()) - 1
        near = folded[max(0, match.start() - 10) : match.start()]
        if (before < 0 or match.start() >= ends[before]) and not _MACHINE.search(near):
            yield match.start(), match.end(), "any"


def _of_letter(match: re.Match[str], folded: str) -> str:
    letter = match[1] or match[2]
    return "A1" if letter == "a" and _OF_BUSES.search(folded) else _OF_LETTER[letter]


def _least(written: str) -> str:
    classes: list[str] = [cls.upper() for cls in re.findall(_CLASS, written)]
    # Of alternatives (A2或B2) the least will do: the one that holders of the most other classes may drive.
    return min(sorted(classes), key=lambda cls: len(covered_by(cls)))


def _need(text: str, start: int, end: int, asked: str, clause: Clause) -> LicenceNeed | None:
    behind = shadow(text)[end : end + 24]
    extra = bool(_EXTRA.search(behind))
    if clause.waives(start, end) or (_OFFERED.search(clause.text) and not extra) or _NO_MATTER.search(behind):
        return None
    return LicenceNeed(asked, not (clause.welcome or extra), text[start:end])


def is_large(name: str) -> bool:
    """Whether a class is for lorries or buses, which are a trade of their own.

    >>> is_large("B2"), is_large("职业大客车"), is_large("职业小型车"), is_large("any")
    (True, True, False, False)
    """
    return name[0] in "AB" or name in _TRADES[1:]


@cache
def licence_classes() -> tuple[str, ...]:
    """What a posting may ask, from ``any`` upwards; of two, the one that fewer people hold comes later.

    >>> licence_classes()[0], licence_classes().index("A1") > licence_classes().index("C1")
    ('any', True)
    """
    return ("any", *sorted(_LADDER, key=lambda name: (name in _CARS, len(covered_by(name)), name)))

"""The driving licence that a posting's text asks for: a class, a vehicle, driving for pay, or any that there is."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate, islice
from typing import Final

from jobmatch.patterns import late
from jobmatch.records.skill import LicenceNeed
from jobmatch.text.asked.licence_ladder import (
    BY_TRADE,
    CLASS,
    CLASSES,
    NAMED_BY_TRADE,
    NAMED_BY_VEHICLE,
    PAPER,
    covered_by,
)
from jobmatch.text.phrases import Clause, Clauses, shadow

_LICENCE: Final = (
    r"(?:驾照|驾驶证|驾驶执照|驾驶本|驾本|车本|本(?![科人公市单店院司身地来职周月])"
    r"|照(?!顾|片|料|护|相)|牌照?|证(?![书明券件])|驾驶)"
)
_BEFORE: Final = late(
    rf"(?<![a-z0-9])({CLASS}(?:[/、,或和及以与\s]{{0,3}}{CLASS}){{0,5}})[def]?[级类型照证]?"
    rf"(?:\s?\(?(?:含|及|或|及其)?以上\)?)?的?(?:汽车|机动车|车辆|车型|小型)?(?:{_LICENCE}|司机|驾驶员|师傅|驾龄"
    rf"|满 ?[\d一二两三四五]|[能可会]开)"
)
_AFTER: Final = late(
    r"(?:驾照|驾驶证|驾驶执照|驾本|准驾车型|驾驶资格|驾驶技术|[会能]开车)"
    rf"[^,。;\n]{{0,8}}?(?<![a-z0-9])({CLASSES})(?![0-9])"
)
# A letter alone: C本, B照, 驾照C级. 证 alone is another paper's, too: 安全员C证.
_LETTER: Final = late(
    rf"(?<![a-z0-9员])([abc])(?:照(?!片|护|顾|料|相)|本(?![科人公市单店院司身地来职周月])|[证照本级类型]?{PAPER})"
    rf"|{PAPER}[:(为是要求需须持类型 ]{{0,5}}([abc])[照证级类本]?(?![a-z0-9])"
)
_LONE: Final = late(r"(?<![a-z0-9])[abc](?![a-z0-9])")
_OF_LETTER: Final = {"a": "A2", "b": "B2", "c": "C1"}  # what drivers of goods mean by it
_OF_BUSES: Final = late("客|公交|巴士")
# The class alone, of which any will do, where the text is about driving: B2、B1均可.
_WILL_DO: Final = late(
    rf"(?<![a-z0-9])({CLASSES})(?:(?:及|或)?以上|均可|都可"
    rf"|都行|也行|也可|皆可|即可)(?![^,;。\n]{{0,4}}[驾照本证])"
)
_DRIVES: Final = late("司机|驾驶员|驾龄|货车|冷藏?链?车|跑车|跑[长短]途|开车")
_ALONE: Final = late(
    rf"(?:(?<=[,、;。(\s])|(?<=司机)|(?<=驾驶员)|(?<=驾驶)|^)"
    rf"{CLASSES}(?=$|[,、;。)\s])"
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
_NAMED: Final = late(CLASS)
_VEHICLE_SIGNS: Final = ("驾", "cdl", "commercial driv", "摩托", "motor", "d照", "d本", "d证")
_SIGNS: Final = (*_VEHICLE_SIGNS, "车", "司机", "licen")  # of some pattern above
# The letter first, then what it is: the engine goes from letter to letter.
_SIGN: Final = late(r"[abcd](?:(?:(?<=[ab])[1-3]|(?<=c)[1-6]).{0,30}[照本证牌师满开]|(?<![a-z0-9].)[照本])")
_MAX_MENTIONS: Final = 50  # of a licence in one text: real postings have a few, a hostile text must end


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
    read = [_need(text, folded, start, end, asked, clauses.at(start)) for start, end, asked in found[:_MAX_MENTIONS]]
    needs = [need for need in read if need is not None]
    by_trade = [need for need in needs if need.asked in BY_TRADE]
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
    if _NAMED.search(folded):
        for pattern in (_BEFORE, _AFTER, _WILL_DO) if _DRIVES.search(folded) else (_BEFORE, _AFTER):
            found += [(*one.span(), _least(one[1])) for one in _mentions(pattern, folded)]
    if _LONE.search(folded):
        found += [(*one.span(), _of_letter(one, folded)) for one in _mentions(_LETTER, folded)]
    for pattern, asked in NAMED_BY_VEHICLE if any(sign in folded for sign in _VEHICLE_SIGNS) else ():
        found += [(*one.span(), asked) for one in _mentions(pattern, folded)]
    for pattern, asked in NAMED_BY_TRADE if "职" in folded else ():
        found += [(*one.span(), asked) for one in _mentions(pattern, folded)]
    return found + list(islice(_without_class(folded, sorted((start, end) for start, end, _ in found)), _MAX_MENTIONS))


def _mentions(pattern: re.Pattern[str], folded: str) -> Iterator[re.Match[str]]:
    return islice(pattern.finditer(folded), _MAX_MENTIONS)


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
    classes: list[str] = [cls.upper() for cls in re.findall(CLASS, written)]
    # Of alternatives (A2或B2) the least will do: the one that holders of the most other classes may drive.
    return min(sorted(classes), key=lambda cls: len(covered_by(cls)))


def _need(text: str, folded: str, start: int, end: int, asked: str, clause: Clause) -> LicenceNeed | None:
    behind = folded[end : end + 24]
    extra = bool(_EXTRA.search(behind))
    if clause.waives(start, end) or (_OFFERED.search(clause.text) and not extra) or _NO_MATTER.search(behind):
        return None
    return LicenceNeed(asked, not (clause.welcome or extra), text[start:end])

"""What the client asks to earn: the least and the wish, told from what was earned, offered or owed."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Final

from jobmatch.intake.clauses.note import Clause, Note
from jobmatch.intake.clauses.phrasebook import pattern, source
from jobmatch.intake.fact import LIKELY, WEAK, Fact, fact
from jobmatch.settings import load
from jobmatch.text.pay.amounts import find_amounts, readable

_BIG: Final = (
    r"(?:(?:\d{1,3}(?:\.\d{1,2})?|[零一二两三四五六七八九十]{1,3}) ?(?:[千万]|[kw](?![a-z]))(?:[零一二两三四五六七八九\d](?!\d)(?:[百])?)?"
    r"|\d{1,3},\d{3}|\d{4,6}|[一二两三四五六七八九]千[零一二三四五六七八九]?(?:百)?"
    r"|(?<![千万年第])(?:[五六七八九]百[五]?(?!强|[多来几]?[人斤米亩头只平户天份号名里公页张件度])|(?<![\d.])[5-9]\d0(?= ?(?:元|块|一?个?月|每月|也|都|就))))"
)
_DASH: Final = r" ?(?:-|~|到|至|—|–|to) ?"
# 三千六七, 千五六, 二千七、八: from one hundred to the next; 千八百 is a little under a thousand, 万五 has no 一.
_NEXT_STEP: Final = "(?:一[、]?二|二[、]?三|三[、]?四|四[、]?五|五[、]?六|六[、]?七|七[、]?八|八[、]?九)"
_SHORT: Final = (
    rf"(?:[一二两三四五六七八九]?[千万]{_NEXT_STEP}百?|千儿?八百|(?<![\d一二两三四五六七八九十百千几])[千万][一二三四五六七八九])"
    r"(?![千百万\d点])"
)
_SPAN: Final = re.compile(
    rf"(?<!\d)(?<![^半]年)(?P<few>小|大几|好几)?(?P<span>{_SHORT}|(?:{_BIG}|[一二三四五六七八九](?={_DASH}[一二三四五六七八九十]{{1,2}}[千万])|\d{{1,2}}(?:\.\d)?(?={_DASH}\d{{1,2}}(?:\.\d)? ?[k千万w]))(?: ?(?:元|块钱?|yuan|rmb))?"
    rf"(?:(?:{_DASH}|[ 、]?)(?:{_BIG}|\d(?=千|k|万)|\d{{4,5}}))?)(?: ?(?:元|块钱?))?(?!\d| ?年(?!薪)|号|平|公里|届|达|科|象城|[多余]?(?:个?人(?!工|民币)|名|户|台|件|单(?!休|位)|米|亩|字|套|公?斤))"
)
_BY_DAY: Final = re.compile(r"(?:日薪|日工资|时薪|周薪|每天|一天|每小时|一小时)[^,。;\d]{0,4}$")
_HOURLY: Final = re.compile(r"^[^,。]{0,4}(?:/|每|一)?(?:小时|天|日|hour|day|年|year)")


def read_pay(clause: Clause, note: Note) -> Iterator[Fact]:
    """What the client asks to earn by the words of a clause."""
    for found in _SPAN.finditer(clause.text) if not clause.earlier else ():
        role = _role(clause, found, note)
        if role is None or _A_YEAR_BEGAN.match(clause.text, found.start()) or _not_for(clause.text, found):
            continue
        if role == "pay_min" and pattern("pay.lower_next").match(note.shadow[clause.start + found.end() :][:_NEXT]):
            role = "pay_wanted"  # 1.2万以上,低于一万不谈: the second is the floor
        low, high = (_monthly(one, clause, found) for one in _ends(found))
        bounds = load().table("intake.pay")
        if low is None or not bounds["least"] <= low <= bounds["most"]:
            continue
        if low < bounds["plain"] and not (clause.key in _KEYS or _BY_MONTH.search(clause.text)):
            continue
        span, sure = found.span(), WEAK if found["few"] else LIKELY
        told = replace(clause, sure=1.0) if pattern("pay.if_paid").search(clause.text[: found.start()]) else clause
        if high is not None and high > low:
            yield fact("attitude.pay_min", low, told, span, sure - 0.05)  # a floor that is named outright comes first
            yield fact("attitude.pay_wanted", high, told, span, sure)
        else:
            yield fact(f"attitude.{role}", low, told, span, sure)


def _not_for(text: str, found: "re.Match[str]") -> bool:
    """Whether an amount only says how much would not be enough for something: 给我一万也去不了."""
    return bool(_GIVEN.search(text[: found.start()]) and _NO_USE.match(text, found.end()))


_GIVEN: Final = re.compile("给(?:[我她他]|再?多)?$")
_NO_USE: Final = re.compile("(?:块|元|钱)*[我她他]?[也都](?:不(?!够)|[去做干来]不)")
_BY_MONTH: Final = re.compile("月|工资|薪水|千儿?八百")
_KEYS: Final = ("pay_min", "pay_wanted")
_NEXT: Final = 20  # characters behind an amount in which a floor below it is told
_A_YEAR: Final = (
    re.compile(r"年薪[^,。;]{0,6}$"),
    re.compile(r"[^,.;。]{0,6}(?:/年|一年|每年|a year|per year|per annum|p\.?a)"),
)


# 期望年薪18万,底线12万: what was said by the year before, and from which amount no month's pay is meant.
_YEARLY: Final = ((re.compile("年薪"), "year"), (re.compile("a year|per year|per annum"), "year_english"))


def _monthly(amount: float | None, clause: Clause, found: "re.Match[str]") -> float | None:
    """An amount a month; one that is said for a year is a twelfth of it."""
    story = re.split("[。;\\n]", clause.before)[-1]
    least = load().table("intake.pay")
    told = any(words.search(story) and (amount or 0) >= least[name] for words, name in _YEARLY)
    yearly = told or _A_YEAR[0].search(clause.text[: found.start()]) or _A_YEAR[1].match(clause.text[found.end() :])
    return amount if amount is None or not yearly else round(amount / 12)


_PAID_NOW: Final = re.compile(
    "(?:到手|现在|目前|眼下|如今|现薪|(?:现在|目前|现)(?:的)?(?:月薪|工资|薪资|薪水)(?:是|为|有)?[: ]*)$"
)
_A_MONTH: Final = re.compile(r"^ ?(?:(?:a|per|/) ?month|pcm|pm|p/m)(?![a-z])")
_BEHIND: Final = 12  # characters behind an amount that tell what it is
_BASE: Final = re.compile("(?:底薪|基本工资|保底|无责)[^,。;]{0,4}$")


_A_YEAR_BEGAN: Final = re.compile(r"(?:19[5-9]|20[0-3])\d起")  # 喷漆(2012起)


def _role(clause: Clause, found: "re.Match[str]", note: Note) -> str | None:
    """Whether an amount is the least or the wish; None where it is neither, as what was earned."""
    text, start, end = clause.text, found.start(), found.end()
    before, after = text[max(0, start - 16) : start], _A_MONTH.sub("", text[end : end + 24])
    after = after if after.isascii() else after[:_BEHIND]
    hourly = bool(_HOURLY.match(after)) and not re.match(r"[^,。]{0,4}(?:(?:每|一|/)?月|年|a? ?year)", after)
    hourly = hourly or bool(_BY_DAY.search(before))
    based = _BASE.search(before) and pattern("pay.more_on_top").search(note.shadow[clause.start + end :][:_NEXT])
    leaving = _PAID_NOW.search(before) and pattern("pay.moves_on").match(note.shadow, clause.start + end)
    if clause.key == "pay_past" or hourly or based or leaving:  # 底薪三千加提成 is not what comes together
        return None
    floor = _is_floor(before, after) or bool(pattern("pay.no_lower").match(note.shadow, clause.start + end))
    floor = floor or bool(pattern("pay.less_will_do").search(clause.before))
    if clause.key in _KEYS:
        return _by_key(clause, start, note, floor=floor)
    if _is_elsewhere(clause, found) and not (floor and pattern("pay.asked").search(text[:start])):
        return None
    content = bool(pattern("pay.content").match(text[end : end + 24].lstrip(_UNITS)))
    if not (_is_asked(clause, start) or floor or content or _is_alone(clause, found)):
        return None
    if not (pattern("pay.subject").search(text) or re.search(r"[千万kw]", found[0]) or (_ends(found)[0] or 0) >= 1000):
        return None
    return "pay_min" if floor else "pay_wanted"


_UNITS: Final = "元块钱 /月每一个左右上下度k多的嘛吧呀"  # small words between an amount and what is said of it


def _is_floor(before: str, after: str) -> bool:
    """Whether the words before or behind an amount make it the least."""
    behind = after.lstrip(_UNITS)
    if pattern("pay.floor_ahead").search(before[-12:]) or pattern("pay.floor").match(behind):
        return True
    return bool(pattern("pay.floor").search(re.split("[、,]|最[低少]", after[:6])[0]))


def _by_key(clause: Clause, start: int, note: Note, *, floor: bool) -> str | None:
    """What an amount behind 期望: or 底线: is; nothing where it is said to be of before."""
    if pattern("pay.before").search(clause.text[clause.value : start][-8:]):
        return None
    other = any(key.field == "pay_min" for key in note.keys)  # 期望:12000以上 beside 底线:10000
    return "pay_min" if clause.key == "pay_min" or (floor and not other) else "pay_wanted"


def _is_elsewhere(clause: Clause, found: "re.Match[str]") -> bool:
    """Whether the amount was earned, is earned now, is owed or was offered, rather than asked."""
    text, start, after = clause.text, found.start(), clause.text[found.end() : found.end() + 12]
    earned = [hit.end() for hit in pattern("pay.earned").finditer(text[:start])]
    asked = [hit.end() for hit in pattern("pay.asked").finditer(text[:start])]
    wished = [hit.end() for hit in pattern("pay.wish").finditer(text[:start])]
    past = [hit.end() for hit in pattern("pay.before").finditer(text[:start])]
    enough = pattern("pay.will_do").match(after.lstrip(_UNITS)) and not clause.past and not past
    if earned and not enough and (not asked or earned[-1] >= asked[-1]):
        return True
    if past and (not wished or past[-1] >= wished[-1]) and (not asked or past[-1] >= asked[-1]):
        return True
    same_sentence = re.split("[。;!?\\n]", clause.before)[-1]
    topic = pattern("pay.turns_to_pay").search(text[:start])
    told_now = [hit.end() for hit in pattern("pay.now").finditer(same_sentence + text[:start])]
    wish_since = told_now and _WISHES.search(same_sentence, told_now[-1])
    if told_now and not wish_since and not wished and not topic:
        return True
    heard = _HEARD.search(same_sentence[-_SAID_BEFORE:] + text[:start]) and not asked
    return bool(heard or pattern("pay.offered").search(after + text[max(0, start - 6) : start]))


_WISHES: Final = re.compile("想(?:换|找|做|要)|希望|最好|期望|要求")
_HEARD: Final = re.compile("招工|听说|听(?:别人|人家?|邻居|老乡|朋友|同事|亲戚)(?:说|讲)|据说|听讲|在招|人家说")
_SAID_BEFORE: Final = 10  # characters before a clause in which an offer is told of


def _is_asked(clause: Clause, start: int) -> bool:
    """Whether a word of asking stands before the amount, or the talk is of pay and of nothing that was earned."""
    before, ahead = clause.before[-12:], clause.text[:start]
    near = pattern("pay.asked").search(before) and pattern("pay.subject").search(before + clause.text)
    if pattern("pay.asked").search(ahead) or near:
        return True
    story = re.split("[。;!?\\n]", clause.before)[-1]
    if pattern("pay.before").search(story) and not pattern("pay.wish").search(story):
        return False  # 原在一家公司做检测,月薪一万二
    return bool(pattern("pay.topic").search(before.rstrip(",: ")) or pattern("pay.topic").search(ahead))


# Signs of lists, small words of talk and of amounts: @ stands for the amount.
_ALONE: Final = r"[\s“”「」\"\-—–★☆○●√①-⑳·•*◆▪(（\d.、)]*(?:{ahead}|[£$¥ :])*@(?:{behind}|[ )”」\"])*$"


@cache
def _alone() -> re.Pattern[str]:
    return re.compile(_ALONE.format(ahead=source("pay.alone_ahead"), behind=source("pay.alone_behind")))


def _is_alone(clause: Clause, found: "re.Match[str]") -> bool:
    """Whether the clause holds nothing but the amount, and nothing that costs or was earned was named before it."""
    text = clause.text[: found.start()] + "@" + clause.text[found.end() :]
    low = _ends(found)[0]
    spent = pattern("pay.earned").search(re.split("[。;\\n]", clause.before)[-1][-16:])
    if found["span"].strip() in ("4050", "4045") or re.fullmatch(
        r"(?:19|20)\d\d(?:\D{1,3}(?:19|20)\d\d)?", found["span"].strip()
    ):
        return False  # years
    bounds = load().table("intake.pay")
    return bool(low and bounds["alone_least"] <= low <= bounds["alone_most"] and _alone().match(text) and not spent)


def _ends(found: "re.Match[str]") -> tuple[float | None, float | None]:
    """The amount, or both ends of a span; 小两千 is a little less."""
    span = _spelled(found["span"]) if re.fullmatch(_SHORT, found["span"]) else found["span"].replace(",", "")
    said = pattern("pay.apart").sub("-", span) + ("" if re.search("[元块]", found["span"]) else "元")
    amounts = find_amounts(readable(said, 40))
    if not amounts:
        return None, None
    low, high = amounts[0].low, amounts[0].high or (amounts[1].low if len(amounts) > 1 else None)
    return (low * _NEARLY if found["few"] else low), high


def _spelled(said: str) -> str:
    """A short amount in full.

    >>> _spelled("三千六七"), _spelled("千八百"), _spelled("万五")
    ('三千六-三千七', '八百-一千', '一万五')
    """
    if said.endswith("八百") and len(said) < _SHORTEST_STEP:
        return "八百-一千"
    full = re.sub("[、百]", "", said if said[0] not in "千万" else "一" + said)
    return f"{full[:3]}-{full[:2]}{full[3]}" if len(full) > _ONE_HUNDRED else full


_SHORTEST_STEP: Final = 5  # characters of 千儿八百 and one more
_ONE_HUNDRED: Final = 3  # characters of 一千五
_NEARLY: Final = 0.9

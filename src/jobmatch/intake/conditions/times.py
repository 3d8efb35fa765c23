"""When the client can work: hours of the day."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, Final

from jobmatch.intake.clauses.lists import items_of
from jobmatch.intake.clauses.note import Clause, Note
from jobmatch.intake.clauses.phrasebook import pattern, phrases
from jobmatch.intake.fact import LIKELY, WEAK, Fact, fact
from jobmatch.records.wished_terms import terms_of
from jobmatch.spoken import number_of

_DAYS: Final = ("weekday", "weekend", "any")
_CLOCK: Final = (
    r"(?P<{0}p>早[上晨]?|清[早晨]|上午|下午|午后|傍晚|晚上?|夜[里晚间]|中午|凌晨)?(?P<{0}h>\d{{1,2}}"
    r"|[一二两三四五六七八九十]{{1,3}})(?:[:点时](?P<{0}m>\d{{2}}|半|[一三]刻)?分?| ?(?P<{0}x>[ap]m))"
)
_HOURS: Final = re.compile(
    _CLOCK.format("a")
    + r" ?(?:(?:上|干|做|忙)?到|-|~|至|—|–|to|and|till|until|以?后(?=[^,。;]{1,8}以?前)|(?=晚[\d一二三四五六七八九十])) ?"
    + _CLOCK.format("b")
)
_SHORT_HOURS: Final = re.compile(  # 早7至15点: the first hour without its word
    r"(?P<ap>早上?|上午|下午|晚上?|中午)?(?<![\d.:年月])(?P<ah>\d{1,2}|[一二三四五六七八九十]{1,3})(?P<am>(?!))?(?P<ax>(?!))? ?(?:-|~|到|至) ?"
    + _CLOCK.format("b")
)
_TAKEN: Final = re.compile(r"(?:要|得|需要?|必须)(?:去)?(?:接|送|照顾|做饭|上课)|接送|接孩子|送孩子")
_FETCHES: Final = re.compile(  # 每天下午四点半要接孩子: work has to end by then
    _CLOCK.format("b")
    + "[^,。;早晨]{0,3}?(?:要|得|需要?|必须|就)?(?:去|来|回家|到学校|到幼儿园)?接(?:孩子|小孩|娃|小的|[女儿]儿|孙|外孙|幼儿园|学生|放学)"
)
_FETCHING: Final = re.compile("接送?(?:孩子|学生|小孩)的(?:活|工作|岗位|阿姨)|接送员")  # the work itself
_ONLY_A_DAY: Final = r"\s*(?:每周|只)?(?:周一[到至-]周?五|星期一[到至]星期?五|工作日|周末|双休日|每天|平日)\s*"
_ONLY_THEN: Final = re.compile("只能|只可|仅能|只[做上排]|(?:可以?|能)上班|可工作")


_NINE_TO: Final = re.compile("[朝早](?P<from>[七八九十])晚(?P<to>[三四五六七])(?P<half>半)?")
_SEVEN_TO: Final = re.compile(r"早上?(?P<from>\d{1,2})[-~到至](?P<to>1\d|20)(?![\d点:])")  # 早7至15
_TOO_MUCH: Final = re.compile("[, ](?:她|他|我|身体|人)?(?:吃不消|受不了|太累|熬不住|扛不住)")  # the hours of a job
_NOT_FREE: Final = re.compile(r"现在(?:在|是)|(?<![点半\d])(?:以前|之前)|原来|营业|开门")


def read_slots(clause: Clause, note: Note) -> Iterator[Fact]:
    """When the client can work: from and to, or one of them, or the days alone."""
    around = clause.text + re.split("[。\\n]", note.shadow[clause.end : clause.end + _BEHIND])[0]
    days = next((name for name in _DAYS if pattern(f"times.{name}").search(clause.text)), None)
    days = days or _days_beside(clause, note)
    days = "weekday" if pattern("times.no_weekends").search(around) else days
    taken = _TAKEN.search(clause.text) and not _ONLY_THEN.search(clause.text)
    if clause.key == "hours" and days and re.fullmatch(_ONLY_A_DAY, clause.text[clause.value :]):
        yield fact("conditions.available_hours", {"days": days}, clause, (clause.value, len(clause.text)), LIKELY)
        return
    if (fetched := _FETCHES.search(clause.text)) and not _both_ends(clause):
        until = _time(fetched, "b")
        if until and not _NOT_FREE.search(clause.text) and not _FETCHING.search(note.shadow):
            until = f"{int(until[:2]) + _NOON}{until[2:]}" if int(until[:2]) < _EIGHT else until
            yield fact("conditions.available_hours", {"to": until}, clause, fetched, WEAK)
            return
    if taken or _NOT_FREE.search(clause.text) or _TOO_MUCH.match(note.shadow, clause.end):
        return
    if not _both_ends(clause) and not _one_end(clause) and (never := pattern("times.no_weekends").search(clause.text)):
        yield fact("conditions.available_hours", {"days": "weekday"}, clause, never, WEAK)
        return
    for name in ("weekend", "weekday"):
        if not _both_ends(clause) and (only := pattern(f"times.only_{name}").search(clause.text)):
            yield fact("conditions.available_hours", {"days": name}, clause, only, WEAK)
            return
    slot, found = _both_ends(clause) or _one_end(clause) or (None, None)
    if slot and found:
        sure = LIKELY if pattern("times.free").search(clause.text) else WEAK
        yield fact("conditions.available_hours", ({"days": days} if days else {}) | slot, clause, found, sure)


def read_wished_slots(clause: Clause) -> Iterator[Fact]:
    """When work is wished for, by the name of the time: 想找晚上的工作, 意向:周末的兼职, 利用周末打工."""
    if clause.earlier or clause.past or clause.has("turns.abandoned"):
        return
    begins = [clause.value] if clause.key == "wanted" else []
    begins += [wish.end() for wish in clause.finds("goal.want") if not clause.denies(wish.start() + 1, wish.end())]
    items = [one for begin in begins for one in items_of(clause.text, begin)]
    items += [(found["time"], found.start("time")) for found in _USES.finditer(clause.text)]
    items += [(clause.text, 0)] if _WORKS.search(clause.text) else []
    for item, at in items:
        rest, terms = terms_of([item])
        if terms.slots and (not rest or "的" in item):
            for slot in terms.slots:
                yield fact("conditions.available_hours", slot, clause, (at, at + len(item)), WEAK)
            return


_USES: Final = re.compile("(?:利用|趁着?)(?P<time>[\u4e00-\u9fff]{2,8}?)(?=打工|兼职|做|干|上班|挣|赚|找)")
_WORKS: Final = re.compile("兼职|打工|零工|的(?:工作|活|班|岗位)")


def _days_beside(clause: Clause, note: Note) -> str | None:
    """The days that stand alone before or behind a clause: 周一到周五,三点半前要走."""
    behind = re.split("[,。;\\n]", note.shadow[clause.end + 1 : clause.end + _BEHIND])[0]
    before = re.split("[。;\\n]", clause.before.rstrip(","))[-1].rpartition(",")[2]
    beside = (behind.strip(), before.strip())
    return next((name for name in _DAYS if any(map(pattern(f"times.{name}").fullmatch, beside))), None)


def _both_ends(clause: Clause) -> "tuple[dict[str, Any], re.Match[str]] | None":
    if short := _NINE_TO.search(clause.text):
        begin, end = (int(number_of(short[side])) for side in ("from", "to"))
        return {"from": f"{begin:02d}:00", "to": f"{end + 12:02d}:{'30' if short['half'] else '00'}"}, short
    if bare := _SEVEN_TO.search(clause.text):
        return {"from": f"{int(bare['from']):02d}:00", "to": f"{bare['to']}:00"}, bare
    found = _HOURS.search(clause.text) or _SHORT_HOURS.search(clause.text) or _english_hours(clause)
    times = (_time(found, "a"), _time(found, "b")) if found else (None, None)
    clocked = found and (
        re.search(r"[点时:]|上午|下午|早|晚", found[0])
        or pattern("times.free").search(clause.text)
        or clause.text.isascii()
    )
    if not found or not clocked or None in times:
        return None
    return {"from": times[0], "to": times[1]}, found


def _english_hours(clause: Clause) -> "re.Match[str] | None":
    """Can work 9 to 3; mornings, 8 till 1."""
    around = clause.before[-_BEHIND:] + clause.text
    bare = _ONLY_FIGURES.fullmatch(clause.text)
    if not clause.text.isascii() or not (bare or _FREE_EN.search(around)):
        return None
    return pattern("times.english_minutes").search(clause.text) or pattern("times.english_hours").search(clause.text)


_FREE_EN: Final = re.compile(r"term time|can (?:only )?(?:work|do)|available|free|mornings?|afternoons?|hours|between")


_ONLY_FIGURES: Final = re.compile(r"[ ]*\d{1,2}[.:]\d\d ?(?:am)? ?(?:-|to|till|until) ?\d{1,2}[.:]\d\d ?(?:pm)?[ ]*")


def _one_end(clause: Clause) -> "tuple[dict[str, Any], re.Match[str]] | None":
    for side, form in _ends() if _HOUR.search(clause.text) else ():
        found = form.search(clause.text)
        hour = _time(found, _GROUPS[side]) if found else None
        if found and hour:
            evening = int(hour[:2]) < _evening_until(clause, side, found)
            return {side: f"{int(hour[:2]) + _NOON}{hour[2:]}" if evening else hour}, found
    return None


def _evening_until(clause: Clause, side: str, found: "re.Match[str]") -> int:
    """The hour up to which one without a part of the day counts from noon; 0 where none does."""
    if re.search("晚|夜|午后|下午|下班后", clause.text[max(0, found.start() - _AHEAD) : found.end()]):
        return _NOON
    if side == "from" or re.search("早|上午", found[0]):
        return 0
    return _TEN if "后" in found[0] else _EIGHT


@cache
def _ends() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The ways in which a time is told at which the client must stop, or can begin."""
    clocks = {side: _CLOCK.format(group) for side, group in _GROUPS.items()}
    return tuple(
        (side, re.compile(form.replace("{CLOCK}", clock)))
        for side, clock in clocks.items()
        for form in phrases()["times"][side]
    )


_GROUPS: Final = {"to": "b", "from": "a"}  # what the groups of a clock begin with, see ``_CLOCK``
_HOUR: Final = re.compile("[点时:]|[ap]m")
_NOON: Final = 12
_LATE: Final = ("下", "晚", "夜", "午", "傍")  # what a part of the day begins with of which hours count from noon
_EIGHT: Final = 8  # until four is until the afternoon
_TEN: Final = 10  # after eight or nine somebody is needed at home in the evening
_AHEAD: Final = 4  # characters before an hour in which the part of the day is told
_BEHIND: Final = 16  # characters behind an hour in which the days are told


def _time(found: "re.Match[str]", side: str) -> str | None:
    hour = int(number_of(found[f"{side}h"]))
    part = found[f"{side}p"] or ""
    begun = found.groupdict().get("ah")
    if found.groupdict().get(f"{side}x") == "pm":
        part = "下午"
    if not part and side == "b" and (found.groupdict().get("ap") or "").startswith(_LATE):
        part = "下午"  # 下午1点至6点
    if (part.startswith(_LATE) or (side == "b" and begun and hour <= int(number_of(begun)))) and hour < _NOON:
        hour += _NOON
    said = found[f"{side}m"]
    minute = {"半": 30, "一刻": 15, "三刻": 45}.get(said or "", int(said) if said and said.isdigit() else 0)
    return f"{hour:02d}:{minute:02d}" if hour <= 24 and minute < 60 else None

"""When the client can work: hours of the day."""

import re
from collections.abc import Iterator
from typing import Any, Final

from jobmatch.intake.fact import LIKELY, WEAK, Fact, fact, number
from jobmatch.intake.note import Clause

_CLOCK: Final = (
    r"(?P<{0}p>早上?|上午|下午|晚上?|中午|凌晨)?(?P<{0}h>\d{{1,2}}"
    r"|[一二两三四五六七八九十]{{1,3}})(?:[:点时](?P<{0}m>\d{{2}}|半|[一三]刻)?分?)"
)
_HOURS: Final = re.compile(_CLOCK.format("a") + r" ?(?:-|~|到|至|—|–|to|and) ?" + _CLOCK.format("b"))
_FREE: Final = re.compile(
    r"能|可以?|有空|有时间|只|之间|时间|工作|上班|可工作|available|free|mornings?|evenings?|can work|between|from"
)
_TAKEN: Final = re.compile(r"(?:要|得|需要?|必须)(?:去)?(?:接|送|照顾|做饭|上课)|接送|接孩子|送孩子")
_DAYS: Final = (
    (re.compile(r"周一(?:到|至|-)周?[五5]|星期一(?:到|至)星期?五|工作日|平时|weekdays?"), "weekday"),
    (re.compile(r"周末|双休日|周六日?|weekends?"), "weekend"),
    (re.compile(r"每天|天天|every day"), "any"),
)


_ONE_END: Final = (
    (
        re.compile(
            r"(?:晚上?|下午|最好)?[^,。;]{0,4}?"
            + _CLOCK.format("b")
            + r"(?:之?前|以前)(?:要|得|能|可以?|必须)*(?:下班|回家|到家|结束)"
        ),
        "to",
    ),
    (
        re.compile(
            _CLOCK.format("b") + r"(?:以后|之?后)(?:就)?(?:的?活?(?:也|都)?)(?:不行|不能|不可以|不上|不接|不干|不做)"
        ),
        "to",
    ),
    (re.compile(_CLOCK.format("a") + r"(?:以后|之?后)(?:才)(?:能|可以)"), "from"),
)
_NINE_TO: Final = re.compile("朝(?P<from>[七八九十])晚(?P<to>[三四五六七])")
_NOT_FREE: Final = re.compile("现在(?:在|是)|以前|之前|原来|营业|开门")


def read_slots(clause: Clause) -> Iterator[Fact]:
    """When the client can work: from and to, or one of them."""
    days = next((name for words, name in _DAYS if words.search(clause.text)), None)
    if _TAKEN.search(clause.text) or _NOT_FREE.search(clause.text):
        return
    slot, found = _both_ends(clause) or _one_end(clause) or (None, None)
    if slot and found:
        sure = LIKELY if _FREE.search(clause.text) else WEAK
        yield fact("conditions.available_hours", ({"days": days} if days else {}) | slot, clause, found, sure)


def _both_ends(clause: Clause) -> "tuple[dict[str, Any], re.Match[str]] | None":
    if short := _NINE_TO.search(clause.text):
        begin, end = (int(number(short[side])) for side in ("from", "to"))
        return {"from": f"{begin:02d}:00", "to": f"{end + 12:02d}:00"}, short
    found = _HOURS.search(clause.text)
    times = (_time(found, "a"), _time(found, "b")) if found else (None, None)
    clocked = found and (re.search(r"[点时:]|上午|下午|早|晚", found[0]) or _FREE.search(clause.text))
    if not found or not clocked or None in times:
        return None
    return {"from": times[0], "to": times[1]}, found


def _one_end(clause: Clause) -> "tuple[dict[str, Any], re.Match[str]] | None":
    for words, side in _ONE_END:
        if found := words.search(clause.text):
            hour = _time(found, "b" if side == "to" else "a")
            evening = re.search("晚|下午", found[0]) and hour and int(hour[:2]) < _NOON
            if hour:
                return {side: f"{int(hour[:2]) + _NOON}{hour[2:]}" if evening else hour}, found
    return None


_NOON: Final = 12


def _time(found: "re.Match[str]", side: str) -> str | None:
    hour = int(number(found[f"{side}h"]))
    part = found[f"{side}p"] or ""
    begun = found.groupdict().get("ah")
    if (part.startswith(("下", "晚")) or (side == "b" and begun and hour <= int(number(begun)))) and hour < _NOON:
        hour += _NOON
    said = found[f"{side}m"]
    minute = {"半": 30, "一刻": 15, "三刻": 45}.get(said or "", int(said) if said and said.isdigit() else 0)
    return f"{hour:02d}:{minute:02d}" if hour <= 24 and minute < 60 else None

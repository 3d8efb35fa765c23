"""From which day on the client can work."""

import re
from collections.abc import Iterator
from typing import Final

from jobmatch.intake.clauses.days import DAY, day_in
from jobmatch.intake.clauses.note import Clause
from jobmatch.intake.clauses.phrasebook import pattern
from jobmatch.intake.fact import LIKELY, PLAIN, Fact, Reading, fact

_BEGINS: Final = r"(?:到岗|上岗|上班|上工|返工|开工|上(?=$|[,。;了])|干活|做事|入职|报到|到位|就业(?!局|服务)|开始(?:上班|工作|干)|(?:可以?|能)(?:来|去|干|做)(?=$|[,。;了]))"
_FORMS: Final = (
    re.compile(
        rf"(?:过了?|得?等到?|要到|最早|最快)?{DAY}(?:[^,。;\d]{{0,8}}?(?:以后|之后|过后|后|过了|起))?[ ,]?(?:她|他|我|本人|佢)?(?:就|便|即|才|方|再|都|也|马上)?(?:能|可以?|会|准备|打算)?(?:再)?(?:来|去|出来)?{_BEGINS}"
    ),
    re.compile(
        rf"{DAY}以后(?=[^,。;]{{0,4}}(?:才|能|再))|{DAY.replace('?P<', '?P<z')}(?=[^,。;]{{0,3}}(?:能|可以?)(?:来|去)(?:$|[,。;]))"
    ),
    re.compile(rf"{DAY}[^,。;\d]{{0,5}}?再(?:说|找|看|考虑|谈|出来)(?:吧|了|工作|活|事)*(?=$|[,。;])"),
    re.compile(rf"(?:到岗|上岗|入职|到岗时间|可?上岗时间|上班时间)[ :是为]{{1,3}}{DAY}"),
    re.compile(
        rf"(?:can|could|able to|will|available|free)(?: to)?(?: start| begin| work)?(?: work)? ?(?:from|on|in|as of|after)? ?(?:the )?{DAY}"
    ),
    re.compile(
        rf"(?:can't|cannot|can not|not able to|unable to)(?: start| begin)(?: work)? (?:before|until|till) (?:the )?{DAY}"
    ),
)
_KEYED: Final = re.compile(DAY)
_NOT_WORK: Final = re.compile(r"面谈|面试|复查|过来谈|再来|体检|上学|开课|幼儿园|开学|到期|有效")


def read_available(clause: Clause, reading: Reading) -> Iterator[Fact]:
    """The day from which the client can work.

    A day that is gone by is none, and what was possible in the past is not.
    """
    if clause.past and "现" not in clause.text:
        return
    if clause.key == "available" and (found := _KEYED.search(clause.text, clause.value)):
        yield from _said(found, clause, reading, PLAIN)
        return
    if whole := pattern("available.alone").fullmatch(clause.text):
        yield from _said(whole, clause, reading, LIKELY)
        return
    for form in _FORMS:
        found = form.search(clause.text)
        if found and not _NOT_WORK.search(clause.text[found.start() : found.end() + 4]):
            yield from _said(found, clause, reading, LIKELY)
            return


def _said(found: "re.Match[str]", clause: Clause, reading: Reading, sure: float) -> Iterator[Fact]:
    day = _day(found, reading)
    if day and day >= reading.today.isoformat()[: len(day)]:
        yield fact("willingness.available_from", day, clause, found, sure)


def _day(found: "re.Match[str]", reading: Reading) -> str | None:
    day = _KEYED.search(found[0])
    return day_in(day, reading.today, ahead=True) if day else None

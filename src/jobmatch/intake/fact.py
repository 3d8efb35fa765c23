"""``Fact``: one thing that a clause says of the client, with its words and their place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from jobmatch.intake.clauses.note import Clause, Note
from jobmatch.intake.clauses.phrasebook import NUMBER, pattern
from jobmatch.intake.work.roles import Told, told
from jobmatch.spoken import number_of

PLAIN: Final = 0.97  # said in so many words
LIKELY: Final = 0.9  # the usual meaning of the words
WEAK: Final = 0.75  # one of two meanings
WRITTEN: Final = 0.6  # from which on a fact is written into a profile: below it was hearsay or a condition


@dataclass(frozen=True, slots=True)
class Fact:
    """A value of a field; ``start`` and ``end`` are places in the note. A list field takes one item a fact."""

    field: str
    value: Any
    start: int
    end: int
    confidence: float


@dataclass(frozen=True, slots=True)
class Reading:
    """What every reader of fields is given: the note, the day from which it is seen, a region for bare places."""

    note: Note
    today: date
    home: str | None
    work: tuple[Told, ...] | None = None  # kinds of work with their roles, where not the rules alone tell them

    @property
    def told(self) -> tuple[Told, ...]:
        """Every kind of work of which the note says what it is to the client."""
        return told(self.note) if self.work is None else self.work

    def own(self) -> Iterator[Clause]:
        """The clauses that tell of the client."""
        return (clause for clause in self.note.clauses if not clause.others)


def fact(field: str, value: Any, clause: Clause, found: "re.Match[str] | tuple[int, int]", confidence: float) -> Fact:
    """A fact found in a clause, at a match or a span of its text; an unsure clause makes it unsure."""
    start, end = found if isinstance(found, tuple) else found.span()
    return Fact(field, value, clause.start + start, clause.start + end, round(confidence * clause.sure, 2))


YEARS: Final = re.compile(
    rf"(?P<low>{NUMBER})(?:来|多|几|余)?(?:-|~|到|至)?(?P<high>(?<=[-~到至]){NUMBER})?\+? ?(?:多|来)?"
    r"(?P<unit>年|个月|(?<=[俩仨])月|years?|yrs?|y(?![a-z])|months?)(?P<half>半)?(?!级"
    r"|(?<=年)[12][0-9](?!\d\d[.年/-])|度|底|初|前|[0-9零一二三四五六七八九]|[一-十]?月|龄|代)"
    r"|(?P<halfyear>半年)"
)


_AND_MONTHS: Final = re.compile(
    rf"(?P<years>(?<=[了过干做当满近约有整快共])一|(?!一年){NUMBER}) ?年(?:零|又)?(?P<months>{NUMBER}) ?个月"
)  # 1年2个月
_MOST_YEARS: Final = 60


def years_in(text: str, at: int = 0) -> tuple[float, int, int] | None:
    """The first length of time in a text, in years, with its place.

    >>> years_in("做了三年半保洁"), years_in("8个月")
    ((3.5, 2, 5), (0.67, 0, 3))
    """
    if both := _AND_MONTHS.search(text, at):
        years, months = low_of(both["years"]), low_of(both["months"])
        first = YEARS.search(text, at)
        if years and months and years < _MOST_YEARS and (first is None or first.start() >= both.start()):
            return round(years + months / 12, 2), both.start(), both.end()
    for found in YEARS.finditer(text, at):
        if found["halfyear"]:
            return 0.5, found.start(), found.end()
        low = low_of(found["low"])
        if pattern("fact.a_date").match(text, found.start()):
            continue
        if low is None or low > 60:
            continue
        months = "月" in found["unit"] or found["unit"].startswith("month")
        length = low / 12 if months else low + (0.5 if found["half"] else 0)
        return round(length, 2), found.start(), found.end()
    return None


_TWO_DIGITS: Final = re.compile("[零〇一二两三四五六七八九]{2}")


def low_of(word: str) -> float | None:
    """As ``number_of``; None of what is no number, and of two digits that are a year, as 九八.

    >>> low_of("三四"), low_of("九八"), low_of("几")
    (3.0, None, None)
    """
    try:
        low = number_of(word)
        return None if _TWO_DIGITS.fullmatch(word) and low != number_of(word[0]) else low
    except (KeyError, ValueError):
        return None

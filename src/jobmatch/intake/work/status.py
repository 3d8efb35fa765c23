"""Whether the client is without work, employed, at school, retired or lives by odd jobs, by the words of a clause."""

import re
from collections.abc import Iterator
from typing import Final

from jobmatch.intake.clauses.note import Clause
from jobmatch.intake.clauses.phrasebook import pattern
from jobmatch.intake.fact import LIKELY, PLAIN, Fact, Reading, fact
from jobmatch.spoken import number_of

_HIGHER: Final = re.compile("大专|本科|硕士|博士|大学|学院|专科|college|university|degree")


_STATUSES: Final = ("retired", "student", "employed", "flexible", "new_graduate", "unemployed")


_NOW: Final = re.compile("现|目前|还在|current|now")


_ADVISED: Final = re.compile("叫|让|劝|喊|拉|邀|想|打算|建议")  # 叫她一起摆摊


_CLASS_OF: Final = re.compile(r"(?P<year>\d\d|二[一二三四五六七八九])届")


def _is_past_class(words: str, reading: Reading) -> bool:
    """Whether somebody of 2024届 is a new graduate no more."""
    found = _CLASS_OF.search(words)
    return bool(found and number_of(found["year"].replace("二", "二十", 1)) < reading.today.year % 100)


def read_status(clause: Clause, reading: Reading) -> Iterator[Fact]:
    """What a clause tells of the client's standing, and that a degree of this year makes a new graduate."""
    yield from _status(clause, reading)
    if (done := pattern("status.graduated").search(clause.text)) and int(
        done["year"] or done["stated"]
    ) == reading.today.year:
        yield fact("registration.status", "new_graduate", clause, done, LIKELY)


def is_of_higher_school(text: str) -> bool:
    """Whether a note speaks of a university or a college."""
    return bool(_HIGHER.search(text))


def _status(clause: Clause, reading: Reading) -> Iterator[Fact]:
    for status in _STATUSES:
        for found in clause.finds(f"status.{status}"):
            if _is_past_class(found[0], reading):
                continue
            if status == "retired" and pattern("status.not_retired").search(clause.text[: found.start()]):
                continue
            if not clause.denies(*found.span()) and not (
                clause.past and status in ("employed", "flexible") and not _NOW.search(found[0])
            ):
                if status == "flexible" and _ADVISED.search(clause.text[: found.start()]):
                    continue
                yield fact("registration.status", status, clause, found, LIKELY if status == "unemployed" else PLAIN)
                return

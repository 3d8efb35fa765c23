"""Nights and shifts: whether the client would work them, by what is said before or behind the word."""

import re
from collections.abc import Iterator
from typing import Final

from jobmatch.intake.clauses.note import Clause, Note
from jobmatch.intake.clauses.phrasebook import pattern
from jobmatch.intake.fact import LIKELY, WEAK, Fact, fact

_ASKED: Final = (("conditions.night_shift_ok", "night"), ("conditions.shift_ok", "shift"))
_NOW: Final = re.compile(r"现|不想|不要|不能|不再|不愿|不上|能|可以|受不了")
_REACH: Final = 12  # characters before a night or a shift in which it is granted or denied


def read_shifts(clause: Clause, note: Note) -> Iterator[Fact]:
    """What a clause says of nights and shifts."""
    if (clause.past and not _NOW.search(clause.text)) or pattern("hours.told_of").search(clause.text):
        return
    if pattern("hours.night_depends").search(clause.text + note.shadow[clause.end :][:_REACH]):
        return
    for field, kind in _ASKED:
        for idiom, able in ((f"{kind}_no", False), (f"{kind}_yes", True)):
            if found := pattern(f"hours.{idiom}").search(clause.text):
                yield fact(field, able, clause, found, LIKELY)
                break
        else:
            yield from _by_words_around(clause, field, kind)
    if found := pattern("hours.evening").search(clause.text):  # the evening or the night: people mean either
        willing = _is_granted(clause, found)
        if willing is not None:
            yield fact("conditions.night_shift_ok", willing, clause, found, WEAK)


def _by_words_around(clause: Clause, field: str, kind: str) -> Iterator[Fact]:
    for found in clause.finds(f"hours.{kind}"):
        willing = _is_granted(clause, found)
        if willing is not None:
            yield fact(field, willing, clause, found, LIKELY)
            return


def _is_granted(clause: Clause, found: "re.Match[str]") -> bool | None:
    """Granted or denied by the nearest words; None where nothing is said of it."""
    before, after = clause.text[max(0, found.start() - _REACH) : found.start()], clause.text[found.end() :]
    if pattern("hours.no_before").search(before) or pattern("hours.no_behind").match(after):
        return False
    if pattern("hours.yes_before").search(before) or pattern("hours.yes_behind").match(after):
        return True
    return None

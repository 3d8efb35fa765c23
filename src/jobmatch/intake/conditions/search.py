"""The client's search for work: the résumé, interviews, applications that failed."""

import re
from collections.abc import Iterator
from typing import Final

from jobmatch.intake.clauses.note import Clause, Note
from jobmatch.intake.clauses.phrasebook import pattern
from jobmatch.intake.fact import LIKELY, PLAIN, Fact, fact
from jobmatch.spoken import number_of

_OUTCOME: Final = 18  # characters behind an application in which its outcome is told
_OUTCOME_NEAR: Final = 5  # characters behind a clause in which an interview's outcome is told: 面了海底捞,没过
_COUNT: Final = re.compile(r"\d{1,2}|[一二两三四五六七八九十]{1,3}")
_NO: Final = re.compile("(?:尚|暂|还|仍)?(?:无|没有?|未|否|不会)|no(?![a-z])|none")


def read_search(clause: Clause, note: Note) -> Iterator[Fact]:
    """Whether there is a résumé, whether there were interviews, and how many applications failed."""
    for key, field, no, yes in (
        ("resume", "ability.resume_ready", "ability.resume_no", "ability.resume_yes"),
        ("interview", "ability.interview_experience", "ability.interview_no", "ability.interview_yes"),
    ):
        if stated := _by_key(clause, key):
            yield fact(field, stated[0], clause, stated[1], PLAIN)
        elif found := pattern(no).search(clause.text):
            yield fact(field, False, clause, found, LIKELY)
        elif (found := pattern(yes).search(clause.text)) and not clause.denies(*found.span()):
            yield fact(field, True, clause, found, LIKELY)
    if lost := pattern("ability.interview_failed").search(clause.text + note.shadow[clause.end :][:_OUTCOME_NEAR]):
        yield fact("ability.interview_experience", True, clause, lost, LIKELY)
    if clause.key == "failed" and (found := _COUNT.match(clause.text, clause.value)):
        yield fact("ability.failed_applications", int(number_of(found[0])), clause, found, PLAIN)
    elif not re.search("科[目一二三四]", told := _with_next(clause, note)) and (
        found := pattern("ability.failed").search(told)
    ):
        said = next(filter(None, (found[f"n{at}"] for at in range(found.re.groups))), None)
        if said:
            yield fact("ability.failed_applications", int(number_of(said)), clause, found, LIKELY)


def _with_next(clause: Clause, note: Note) -> str:
    """The clause with the one behind it: 面试六次,均未录用."""
    behind = re.split("[。;\\n]", note.shadow[clause.end : clause.end + _OUTCOME])[0]
    return clause.text + behind if pattern("search.of_all").match(behind) else clause.text


def _by_key(clause: Clause, name: str) -> tuple[bool, re.Match[str]] | None:
    """简历:无; 面试经历:2次."""
    if clause.key != name or not clause.value:
        return None
    no = _NO.match(clause.text, clause.value)
    found = no or pattern("search.yes").match(clause.text, clause.value)
    return (not no, found) if found else None

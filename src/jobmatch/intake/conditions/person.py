"""Who the client is; and what is held for the audit only."""

import re
from collections.abc import Iterator
from typing import Final

from jobmatch.intake.clauses.note import Clause
from jobmatch.intake.clauses.phrasebook import pattern
from jobmatch.intake.conditions.age import read_age
from jobmatch.intake.conditions.home import read_home
from jobmatch.intake.conditions.schooling import read_schooling
from jobmatch.intake.fact import LIKELY, PLAIN, WEAK, Fact, Reading, fact
from jobmatch.text.places.place import parse_place

_PEOPLES: Final = r"(?P<e>汉|回|满|蒙古|维吾尔|藏|壮|苗|彝|朝鲜|土家|布依|侗|瑶|白|傣|哈萨克|畲|黎|羌|土|仡佬|纳西|拉祜|傈僳|水|东乡|佤|撒拉|锡伯|达斡尔|鄂温克|阿美|泰雅|排湾|布农|赛德克|卑南)"
_ETHNIC: Final = re.compile(_PEOPLES + "族|(?P<short>维|哈)族|(?P<hui>回)民(?!区|街|中学|小学)")
_SHORT_NAMES: Final = {"维": "维吾尔", "哈": "哈萨克"}
_PEOPLE: Final = re.compile(_PEOPLES + "族?")
_HUKOU_SAID: Final = re.compile(r"[\u4e00-\u9fffa-z]{2,16}")


def read_person(reading: Reading) -> Iterator[Fact]:
    """Every fact about who the client is."""
    who = reading.note.subject
    if who.gender:
        yield Fact("audit.gender", who.gender, *who.gender_at, PLAIN if who.gender_said else _BY_PRONOUN)
    for clause in reading.own():
        yield from read_age(clause, reading)
        yield from read_schooling(clause)
        yield from read_home(clause, reading)
        yield from _audit(clause)
    for clause in reading.note.clauses:
        yield from _spouse(clause)
        if clause.others and clause.key == "family":
            yield from _audit(clause)


def _audit(clause: Clause) -> Iterator[Fact]:
    if found := pattern("person.married").search(clause.text):
        yield fact("audit.marital_status", str(found.lastgroup), clause, found, LIKELY)
    keyed = _PEOPLE.match(clause.text, clause.value) if clause.key == "ethnicity" else None
    if found := keyed or _ETHNIC.search(clause.text):
        said = found["e"] or found.groupdict().get("hui") or _SHORT_NAMES[found["short"]]
        yield fact("audit.ethnicity", said + "族", clause, found, PLAIN)
    if clause.key == "household" and (found := _HUKOU_SAID.match(clause.text, clause.value)):
        yield fact("audit.household", found[0], clause, found, PLAIN)
    elif found := pattern("person.hukou").search(clause.text):
        said = next(name for name in ("h", "h2", "h3", "h4") if found[name])
        yield fact("audit.household", found[said], clause, found.span(said), LIKELY)
    elif (
        (found := pattern("person.comes_from").search(clause.text))
        and (place := parse_place(found["h"]))
        and not place.likely
    ):
        yield fact("audit.household", found["h"], clause, found.span("h"), WEAK)


_BY_PRONOUN: Final = 0.65


def _spouse(clause: Clause) -> Iterator[Fact]:
    """Who has a husband or a wife is married; who had one is divorced or widowed. Kept for the audit only."""
    found = pattern("person.spouse").search(clause.text)
    if found and not re.search(r"没|无|别人|邻居|老板娘?的?", clause.text[max(0, found.start() - 4) : found.start()]):
        said = "离异" if found["ex"] else "丧偶" if found["gone"] else "已婚"
        yield fact("audit.marital_status", said, clause, found, WEAK)

"""The client's family and registration: care, income, groups that give rights, the day of registration."""

import re
from collections.abc import Iterator
from typing import Final

from jobmatch.intake.fact import LIKELY, PLAIN, Fact, Reading, fact
from jobmatch.intake.note import Clause, pattern, phrases
from jobmatch.text.dates import parse_date

_GONE: Final = re.compile(r"去世|过世|病故|离世|已故|成年|大了|上大学|上了大学|工作了|独立|不用照顾|passed away|died")
_REGISTERED: Final = re.compile(
    r"(?:登记(?:日期|时间|失业)?|失业登记|办理(?:了)?(?:失业)?登记|注册"
    r"|registered)[^\d一-十]{0,10}(?P<day>\d{4}[年./-]\d{1,2}[月./-]?(?:\d{1,2}[日号]?)?|\d{1,2}月\d{1,2}[日号]"
    r"|民国\d{2,3}年\d{1,2}月\d{1,2}日)"
    r"|(?P<day2>\d{4}[年./-]\d{1,2}[月./-]?(?:\d{1,2}[日号]?)?|\d{1,2}月\d{1,2}[日号])[^,。;\d]{0,8}(?:办理?(?:了)?|来|到"
    r"|在)?[^,。;\d]{0,6}(?:登记|注册)"
)
_NOT_GROUP: Final = re.compile(
    r"(?:不是|并非|非|没有?|未|无|不属于|不算|取消|退出|不符合|未纳入|没享受|不享受|not )(?:享受|纳入|列入|被|过|认定为?|属于|a |any )*$|(?:边缘|家属|子女|已取消"
    r"|已退|过|没批|未批|正在申请|申请中)"
)


def read_family(reading: Reading) -> Iterator[Fact]:
    """Every fact about the family and the registration."""
    for clause in reading.note.clauses:
        yield from _care(clause)
        yield from _means(clause)
        if not clause.others:
            yield from _groups(clause)
            yield from _registered(clause, reading)
            yield from _misjudged(clause)


def _care(clause: Clause) -> Iterator[Fact]:
    text = clause.text
    if found := pattern("family.no_care").search(text):
        if not clause.past:
            yield fact("family.care_duties", None, clause, found, LIKELY)
        return
    verb = pattern("family.care_verb").search(text)
    needs = (
        re.search(r"(?:需要?|要|得)(?:有)?人?(?:照顾|照看|照料|看护|陪护)|(?:生病|瘫痪|卧床)在床|瘫痪|卧床", text)
        if clause.others
        else None
    )
    if (clause.others and not needs) or not (verb or needs):
        return
    if clause.denies(verb.start(), verb.end()) if verb else False:
        return
    if re.search(r"辞|离职|工作是|做过|经验|曾|之前|以前|岗位|想做|想找", text) and not re.search(
        r"现|目前|还要|仍|需", text
    ):
        return
    sure = LIKELY
    if not any(pattern(f"family.{whom}").search(text) for whom in ("sick", "elder", "child")):
        text = clause.before[-30:] + text
    if pattern("family.sick").search(text):
        yield fact("family.care_duties", "sick", clause, (verb or needs).span(), sure)  # type: ignore[union-attr]
    elif pattern("family.elder").search(text):
        yield fact("family.care_duties", "elder", clause, (verb or needs).span(), sure)  # type: ignore[union-attr]
    if pattern("family.child").search(text):
        yield fact("family.care_duties", "child", clause, (verb or needs).span(), sure)  # type: ignore[union-attr]


def _means(clause: Clause) -> Iterator[Fact]:
    for field, name in (("family.zero_employment", "family.zero"), ("family.low_income", "family.poor")):
        found = pattern(name).search(clause.text)
        if found:
            edge = field.endswith("low_income") and clause.text[found.end() : found.end() + 2] == "边缘"
            denied = not edge and bool(
                _NOT_GROUP.search(clause.text[max(0, found.start() - 10) : found.start()])
                or _NOT_GROUP.search(clause.text[found.end() : found.end() + 6])
            )
            yield fact(field, not denied, clause, found, PLAIN if not denied else LIKELY)


def _groups(clause: Clause) -> Iterator[Fact]:
    for group in phrases()["groups"]:
        for found in pattern(f"groups.{group}").finditer(clause.text):
            around = clause.text[max(0, found.start() - 10) : found.start()], clause.text[found.end() : found.end() + 6]
            if not any(_NOT_GROUP.search(side) for side in around):
                yield fact("registration.groups", group, clause, found, PLAIN)
                break


def _registered(clause: Clause, reading: Reading) -> Iterator[Fact]:
    found = _REGISTERED.search(clause.text)
    day = parse_date(found["day"] or found["day2"], reading.today) if found else None
    if found and day and day <= reading.today:
        yield fact("registration.registered_on", day.isoformat(), clause, found, PLAIN)


def _misjudged(clause: Clause) -> Iterator[Fact]:
    if found := pattern("misjudged.words").search(clause.text):
        yield fact("attitude.misjudgements", found[0].strip(), clause, found, LIKELY)

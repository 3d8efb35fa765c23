"""The client's family and registration: care, income, groups that give rights, the day of registration."""

import re
from collections.abc import Iterator
from typing import Final

from jobmatch.intake.clauses.days import DAY, day_in
from jobmatch.intake.clauses.note import Clause, Note
from jobmatch.intake.clauses.phrasebook import pattern, phrases
from jobmatch.intake.fact import LIKELY, PLAIN, WEAK, Fact, Reading, fact, low_of

_REGISTERED: Final = (
    re.compile(
        rf"(?:登记(?:日期|时间|失业)?|建档立?卡?(?!立卡)|建卡|立卡|失业登记|办理(?:了)?(?:失业)?登记|求职登记|注册|registered)(?:日)?(?:于|在|是|为)?[^\d一-十二民]{{0,10}}?{DAY}"
    ),
    re.compile(
        rf"{DAY}[^,。;\d]{{0,10}}?(?:办理?(?:了)?|来|到|在|由)?[^,。;\d]{{0,12}}?(?<!上次)(?<!登记的)(?<!下次)(?:登记(?!的是)|注册|建档(?!立卡)|建卡|立卡)(?![表卡])"
    ),
)


def read_family(reading: Reading) -> Iterator[Fact]:
    """Every fact about the family and the registration."""
    for clause in reading.note.clauses:
        keyed = clause.key == "care" and clause.value
        yield from (
            _care_by_key(clause) if keyed else [*_care(clause, reading.note)] or _alone_with(clause, reading.note)
        )
        yield from _means(clause)
        yield from _groups(clause, reading.note)
        yield from _registered(clause, reading)
        if not clause.others:
            yield from _misjudged(clause)


def _care(clause: Clause, note: Note) -> Iterator[Fact]:
    """Whom the client cares for; a known nobody where somebody else does, or nobody has to any more."""
    text = clause.text
    verb = _duty(clause)
    found = pattern("family.no_care").search(text)
    if found and not clause.past and not (verb and verb.start() > found.end()):
        yield fact("family.care_duties", None, clause, found, LIKELY)
        return
    relief = pattern("family.cared_by_others").search(text)
    if relief and not clause.past and not _is_own(pattern("family.duty").search(text), relief):
        yield fact("family.care_duties", None, clause, relief, WEAK)
        return
    if not verb or clause.denies(verb.start(), verb.end()) or (_AT_WORK.search(text) and not _NOW.search(text)):
        return
    if _IS_ABLE.search(text[: verb.start()]) or _ADVISED.search(text[: verb.start()]):
        return
    if pattern("family.future").search(clause.before[-12:] + text):
        return
    if pattern("family.gone").search(note.shadow[clause.end : clause.end + _SOON]):
        yield fact("family.care_duties", None, clause, verb, LIKELY)
        return
    for whom in _cared_for(clause, note):
        yield fact("family.care_duties", whom, clause, verb, LIKELY)


def _is_own(duty: "re.Match[str] | None", relief: "re.Match[str]") -> bool:
    """Whether words of a duty are the client's, and not those of whom the relief names: 婆婆帮着接孩子."""
    return duty is not None and not relief.start() < duty.start() <= relief.end()


def _alone_with(clause: Clause, note: Note) -> Iterator[Fact]:
    """The small child of a single parent whom nobody helps: 单亲,儿子8岁."""
    child = pattern("family.small_child").search(clause.text)
    small = child is not None and (child["unit"] != "岁" or (low_of(child["age"]) or _SMALL) < _SMALL)
    if child is None or not small or not _SINGLE_PARENT.search(note.shadow):
        return
    if not pattern("family.cared_by_others").search(note.shadow):
        yield fact("family.care_duties", "child", clause, child, LIKELY)


_SINGLE_PARENT: Final = re.compile("单亲|独自抚养|独自带|一人抚养|单身(?:妈妈|爸爸|母亲|父亲)")
_SMALL: Final = 13  # from which age a child comes home alone


def _care_by_key(clause: Clause) -> Iterator[Fact]:
    """照料责任:无; 家庭照护:老母亲."""
    said = clause.value, len(clause.text)
    if _NOBODY.match(clause.text, clause.value):
        yield fact("family.care_duties", None, clause, said, LIKELY)
        return
    for whom in ("elder", "sick", "child"):
        if pattern(f"family.{whom}").search(clause.text, clause.value):
            yield fact("family.care_duties", whom, clause, said, LIKELY)


_NOBODY: Final = re.compile("(?:暂?无|没有?|不需要?|否|none|no(?![a-z]))")


def _duty(clause: Clause) -> "re.Match[str] | None":
    """The words that tell of a duty of the client, in a clause of the client or of who is cared for."""
    if duty := pattern("family.duty").search(clause.text):
        return duty
    care = pattern("family.needs" if clause.others else "family.care_verb").search(clause.text)
    return None if care and pattern("family.for_hire").match(clause.text[care.end() + 2 :]) else care


_AT_WORK: Final = re.compile("辞|离职|工作是|做过|经验|曾|之前|以前|岗位|想做|想找|一辈子|帮看|钟点")
_IS_ABLE: Final = re.compile("(?<!不)(?<!一)(?:会|擅长|专门|做过)[^,。;]{0,3}$")  # a skill and no duty: 会伺候瘫的
_ADVISED: Final = re.compile("(?:让|叫|劝|喊|盼)(?:她|他|我)?(?:去|回去|来|回家)?$")  # 让她去带孙子
_NOW: Final = re.compile("现|目前|还要|仍|需|得")
_SOON: Final = 24  # characters behind the care within which its end is told


def _cared_for(clause: Clause, note: Note) -> Iterator[str]:
    """Child, elder or sick, by the words of the clause or, where it names nobody, those around it."""
    text = clause.text
    if pattern("family.in_turn").search(
        text
    ):  # the children of whom one is old and ill, and no children to be cared for
        yield from [whom for whom in ("elder", "sick") if pattern(f"family.{whom}").search(clause.before[-30:] + text)]
        return
    if not any(pattern(f"family.{whom}").search(text) for whom in ("sick", "elder", "child")):
        text = re.split("[。\\n]", clause.before)[-1][-30:] + text
    elif pattern("family.elder").search(text):  # 要照顾婆婆,婆婆中风
        before = re.split("[。;\\n]", clause.before)[-1][-12:]
        text = before + text + re.split("[。;\\n]", note.shadow[clause.end : clause.end + _SOON // 2])[0]
    named = [whom for whom in ("elder", "sick", "child") if pattern(f"family.{whom}").search(text)]
    yield from named or (["sick"] if pattern("family.spouse").search(text) else [])


def _means(clause: Clause) -> Iterator[Fact]:
    if clause.others and not _WHOLE_FAMILY.search(clause.text):
        return
    for field, name in (("family.zero_employment", "family.zero"), ("family.low_income", "family.poor")):
        found = pattern(name).search(clause.text)
        if found:
            edge = field.endswith("low_income") and clause.text[found.end() : found.end() + 2] == "边缘"
            denied = not edge and bool(
                pattern("family.not_group").search(clause.text[max(0, found.start() - 10) : found.start()])
                or pattern("family.not_group").search(clause.text[found.end() : found.end() + 8])
            )
            yield fact(field, not denied, clause, found, PLAIN if not denied else LIKELY)


_WHOLE_FAMILY: Final = re.compile("全家|家里|家庭|一家|户|零就业|夫妻|两口子")
_OF_FAMILY: Final = ("零就业家庭", "低保")  # of the whole family, whoever it is said of


_ANSWERED_NO: Final = re.compile(r"[^,。;]{0,3}[?][^。;]{0,4}(?:没|无|不|未)")  # 残疾证?没办


def _groups(clause: Clause, note: Note) -> Iterator[Fact]:
    whole = _OF_FAMILY if _WHOLE_FAMILY.search(clause.text) else ()
    for group in phrases()["groups"] if not clause.others else whole:
        for found in pattern(f"groups.{group}").finditer(clause.text):
            around = clause.text[max(0, found.start() - 10) : found.start()], clause.text[found.end() : found.end() + 8]
            answered = _ANSWERED_NO.match(note.shadow, clause.start + found.end())
            if not answered and not any(pattern("family.not_group").search(side) for side in around):
                yield fact("registration.groups", group, clause, found, PLAIN)
                break


def _registered(clause: Clause, reading: Reading) -> Iterator[Fact]:
    if clause.others and "就业家庭" not in clause.text:
        return
    found = next(filter(None, (form.search(clause.text) for form in _REGISTERED)), None)
    found = found or pattern("family.opened").search(clause.text)
    found = found or (_DAY.search(clause.text, clause.value) if clause.key == "registered" else None)
    day = day_in(found, reading.today, ahead=False) if found else None
    if found and day and found.groupdict().get("y") == "同年" and (before := _LAST_YEAR.search(clause.before)):
        day = before["year"] + day[4:]
    if found and day and day <= reading.today.isoformat():
        yield fact("registration.registered_on", day, clause, found, PLAIN)


_DAY: Final = re.compile(DAY)
_LAST_YEAR: Final = re.compile(r".*(?P<year>20\d\d)年", re.DOTALL)


def _misjudged(clause: Clause) -> Iterator[Fact]:
    if found := pattern("misjudged.believed").search(clause.text):
        name = next(name for name, said in found.groupdict().items() if said)
        yield fact("attitude.misjudgements", found[name], clause, found.span(name), LIKELY)
    elif found := pattern("misjudged.words").search(clause.text):
        yield fact("attitude.misjudgements", found[0].strip(), clause, found, LIKELY)

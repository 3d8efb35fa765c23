"""Rules and tagger weighed against each other: what both hold stays, what one holds alone must be likely enough."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from jobmatch.intake.asked import both_asked
from jobmatch.intake.clauses.note import Clause, Note
from jobmatch.intake.clauses.phrasebook import pattern
from jobmatch.intake.conditions.abilities import read_abilities
from jobmatch.intake.conditions.age import read_age
from jobmatch.intake.conditions.family import read_family
from jobmatch.intake.conditions.papers import read_papers
from jobmatch.intake.conditions.pay import read_pay
from jobmatch.intake.conditions.schooling import read_schooling
from jobmatch.intake.conditions.wishes import read_wishes
from jobmatch.intake.fact import LIKELY, WEAK, WRITTEN, Fact, Reading
from jobmatch.intake.model.heads import NOTHING, READ, TEXTS, VALUES, head_of, heads_of
from jobmatch.intake.model.tagger import Stretch, Tags
from jobmatch.intake.work.leaving import BESIDE
from jobmatch.intake.work.since import read_since
from jobmatch.intake.work_told import ROLES, begins_note, is_unlikely, number_for, trimmed

Read = Callable[[Reading], Iterable[Fact]]

_MANY: Final = frozenset(
    ("goal.occupations", "goal.refused", "conditions.skills", "conditions.certificates", "conditions.languages",
     "conditions.health_limits", "attitude.places", "family.care_duties", "registration.groups")
)  # fmt: skip


def weighed(facts: Iterable[Fact], reading: Reading, tags: Tags) -> list[Fact]:
    """The facts of the rules that are not unlikely, and what the tagger tells besides."""
    kept = [one for one in facts if _is_keyed(one, reading.note) or not _is_doubted(one, tags, reading.note)]
    both = _without_limits([*kept, *_besides(kept, reading, tags)])
    return both_asked([*both, *_out_of_work(both), *_willing_by_terms(both)], reading, tags)


def _without_limits(facts: list[Fact]) -> list[Fact]:
    """The facts without refusals that only tell what the body does not allow: 医生说不要再碰化学药剂."""
    limits = [one for one in facts if one.field == "conditions.health_limits" and str(one.value).startswith(_FORBIDS)]
    return [
        one
        for one in facts
        if one.field != "goal.refused" or not any(a.start <= one.start and one.end <= a.end for a in limits)
    ]


# What the words of a limit begin with that forbid something, or name a part of the body.
_FORBIDS: Final = ("不", "别", "忌", "勿", "没法", "无法", "腰", "腿", "膝", "手", "脚", "颈", "肩", "身体",
                   "接电话", "接听", "打电话", "听电话", "讲电话", "电话")  # fmt: skip


def _willing_by_terms(facts: Sequence[Fact]) -> Iterator[Fact]:
    """Who names the terms on which they would work wants to work, where nothing else is told of it."""
    written = [one for one in facts if one.confidence >= WRITTEN]
    if not any(one.field == "willingness.wants_work" for one in written):
        terms = [one for one in written if one.field in _TERMS and one.value is not False]
        yield from (replace(one, field="willingness.wants_work", value=True, confidence=WEAK) for one in terms[:1])


_TERMS: Final = ("attitude.pay_min", "attitude.pay_wanted", "attitude.places", "conditions.max_commute_km", "goal.refused",
                 "conditions.night_shift_ok", "conditions.shift_ok", "conditions.available_hours")  # fmt: skip


def _out_of_work(facts: Sequence[Fact]) -> Iterator[Fact]:
    """Without work, as the last job was left for a reason and nothing is told of another."""
    written = [one for one in facts if one.confidence >= WRITTEN]
    if not any(one.field == "registration.status" for one in written):
        reasons = [one for one in written if one.field == _REASON]
        yield from (
            replace(one, field="registration.status", value=_standing(one), confidence=WEAK) for one in reasons[-1:]
        )


def _standing(reason: Fact) -> str:
    """What who left for a reason is: without work, or retired (病退)."""
    return "retired" if _RETIRED.search(str(reason.value)) else "unemployed"


_RETIRED: Final = re.compile("[内病]退|退休|退养")


def _is_doubted(one: Fact, tags: Tags, note: Note) -> bool:
    head = head_of(one.field, one.value)
    return head is not None and not _is_plain(one, note) and is_unlikely(tags, note, head, one.start, one.end)


def _is_plain(one: Fact, note: Note) -> bool:
    """Whether the words tell a fact so plainly that nothing is to be doubted."""
    words = str(one.value)
    plain = words == "住家" or (
        one.field in TEXTS and words.isascii()
    )  # 不住家 is short; the tagger knows little English
    match one.field:
        case "goal.clarity":
            plain = words == "clear" and one.confidence >= LIKELY  # said in so many words
        case "goal.occupations":
            plain |= bool(_ABOUT.match(note.shadow, max(0, one.start - 1)))
        case "conditions.experience":
            said = one.value.get("occupation") if isinstance(one.value, Mapping) else None
            plain = begins_note(note, one.start, one.start + len(said or ""))
        case "attitude.pay_wanted":
            plain = bool(_HOW_MUCH.search(note.shadow, max(0, one.start - _ANSWER), one.start))
        case "attitude.left_last_job_because":
            plain |= bool(pattern("left.bare").fullmatch(words))  # the job was lost, and nothing else is told
    return plain


_HOW_MUCH: Final = re.compile("(?:要|期望|想拿|想挣)(?:多少|几多|几个)[^。;]{0,10}$")  # 问她要多少,她说三千可以不
_ANSWER: Final = 20  # characters in which a question and the words before its answer stand
_ABOUT: Final = re.compile("[跟和与][^,。;]{1,6}?(?:有关|相关|沾边)")  # 想做跟数据有关的


def _is_keyed(one: Fact, note: Note) -> bool:
    """Whether a fact stands behind its own key, which says what it is: 照顾责任:需照顾父母."""
    return any(
        key.field in one.field and key.value <= one.start and "\n" not in note.shadow[key.value : one.start]
        for key in note.keys
    )


def _besides(kept: Sequence[Fact], reading: Reading, tags: Tags) -> Iterator[Fact]:
    """What the tagger tells of fields, or of items of lists, of which the rules say nothing."""
    known = {one.field for one in kept if one.confidence >= (WRITTEN if one.field != _REASON else BESIDE + 0.01)}
    for field in _FIELDS:
        if field in _MANY or field not in known:
            beside = [one for one in kept if one.field == field]
            told = [one for head in heads_of(field) if head not in ROLES for one in _alone(head, beside, tags)]
            if field == _REASON and beside:  # one that was found beside the leaving
                told = [one for one in told if one.likelihood >= _BETTER and not _is_near(one, beside)]
            told.sort(key=lambda one: -one.likelihood)
            for one in told if field in _MANY else told[:1]:
                yield from _fact(field, one, reading)


def _is_near(one: Stretch, facts: Sequence[Fact]) -> bool:
    return any(one.start - other.end < _NEAR and other.start - one.end < _NEAR for other in facts)


_NEAR: Final = 8  # characters between two reasons that are one


def _alone(head: str, beside: Sequence[Fact], tags: Tags) -> Iterator[Stretch]:
    """The stretches that are likely enough, away from what the rules found."""
    least = number_for("alone", head)
    for one in tags.stretches(head):
        if one.end - one.start < _SHORTEST and not head.startswith("audit."):
            continue
        if one.likelihood >= least and not any(_meets(one, other) for other in beside):
            yield one


def _meets(one: Stretch, fact: Fact) -> bool:
    """Whether a stretch lies where a fact is, or beside one of nothing: 儿子国一,可自行上下学 is no care."""
    around = _BESIDE_NOTHING if fact.value is None else 0
    return one.start < fact.end + around and fact.start - around < one.end


_BESIDE_NOTHING: Final = 6  # characters


# The rest of a clause, where little is left.
_TO_SIGN: Final = re.compile(r"(?:(?!了(?:\W|$))[\u4e00-\u9fff]{1,4}(?=[,。;!\n]|$))?")
_REASON: Final = "attitude.left_last_job_because"  # one that only happened beside the leaving leaves room for another
_BETTER: Final = 0.85  # likelihood from which it is another
_SHORTEST: Final = 2  # characters that say something, besides those for the gender
_FIELDS: Final = tuple(dict.fromkeys((*TEXTS, *READ, *VALUES, *NOTHING)))
_VALUE_OF: Final = {f"{field}={value}": value for field, values in VALUES.items() for value in values}


def _fact(field: str, one: Stretch, reading: Reading) -> Iterator[Fact]:
    """What a stretch tells of a field."""
    text = reading.note.shadow
    place = trimmed(one, text, 0)
    if place is None and one.head not in _VALUE_OF:
        return
    start, end = place or (one.start, one.end)
    if _PIECE.match(text, max(0, start - 1)) or _is_not_own(field, start, end, reading.note):
        return
    if field == _REASON:
        day = pattern("weighing.day_or_half").match(text, start, end)
        start, end = day.end() if day else start, _TO_SIGN.match(text, end).end()  # type: ignore[union-attr]
    for value in _values(field, one.head, text[start:end], reading):
        yield Fact(field, value, start, end, number_for("sure", one.head))


def _is_not_own(field: str, start: int, end: int, note: Note) -> bool:
    """Whether the words around tell that it is somebody else's, or something else of its kind."""
    apart = field not in _BY_OTHERS and any(one.apart for one in note.clauses if one.start <= start < one.end)
    just_before = _SIGNS.split(note.shadow[max(0, start - _NEAR_EARNED) : start])[-1]
    no_name = note.shadow[start:end] in _NO_NAMES.get(field, ())
    if apart or no_name or (field in _PAY and pattern("pay.earned").search(just_before)):
        return True
    before, behind = note.shadow[:start], note.shadow[start:]
    match field:
        case "ability.failed_applications":
            return bool(_EXAM.search(before[-_NEAR_EXAM:] + note.shadow[start:end]))
        case "conditions.residence":
            told = bool(_NO_HOME.search(note.shadow[start:end]))
            return (
                told
                or any(
                    pattern("weighing.registered_at").search(note.shadow[:at]) for at in (start - 1, start, start + 1)
                )
                or bool(pattern("weighing.not_going").search(before))
                or note.shadow.startswith(("户口", "户籍"), end)
            )
        case "family.care_duties":
            return bool(_COSTS.search(behind[: end - start + _NEAR_COST]))
        case "audit.marital_status":
            return bool(_OF_PARENTS.search(before))
    return False


_PAY: Final = ("attitude.pay_min", "attitude.pay_wanted")
_NEAR_EARNED: Final = 10  # characters before an amount in which it is told that it was earned or is owed
_NO_NAMES: Final = {
    "conditions.languages": ("母语", "方言", "外语", "语言"),
    "attitude.places": ("城市", "地方", "区域", "地区", "外面"),
}
_SIGNS: Final = re.compile(r"[,。;\n]")
# Whom the client cares for, whether they are married and why they left may be told of others.
_BY_OTHERS: Final = ("family.care_duties", _REASON, "audit.marital_status")
_PIECE: Final = re.compile(r"[A-Za-z0-9]\d")  # of a longer number: a passport's digits are no age
_EXAM: Final = re.compile("科目|驾照|驾考|证没|考(?!虑)")  # failed, and no application
_NO_HOME: Final = re.compile("跟人|拧|做|干|打工|上班|记录|驿站|服务站|^[^在住]{0,3}去")  # what is no place
_COSTS: Final = re.compile("花钱|学费|要钱|用钱|开销")  # a child who costs money is not cared for by hand
_NEAR_COST: Final = 4  # characters behind a child in which its cost is told
_NEAR_EXAM: Final = 10  # characters before a failure in which its exam is named
_OF_PARENTS: Final = re.compile("(?:父母|爸妈|双亲|爹妈)[^,。;]{0,3}$")  # whose divorce is none of the client's


def _values(field: str, head: str, words: str, reading: Reading) -> Iterable[Any]:
    if head in _VALUE_OF:
        return (_VALUE_OF[head],)
    if head.endswith("=nothing"):
        return ("none" if field == "conditions.driving_licence" else None,)
    return _in_frame(field, head, words, reading) if head in _FRAMES else (words,)


def _each(read: Callable[[Clause, Reading], Iterable[Fact]]) -> Read:
    return lambda reading: (one for clause in reading.note.clauses for one in read(clause, reading))


# Plain words around a stretch with which the rules read its value.
_FRAMES: Final[dict[str, tuple[Read, tuple[str, ...]]]] = {
    "age": (_each(read_age), ("年龄:{}", "{}生", "今年{}岁")),
    "pay_min": (_each(lambda clause, reading: read_pay(clause, reading.note)), ("最低工资:{}",)),
    "pay_wanted": (_each(lambda clause, reading: read_pay(clause, reading.note)), ("期望工资:{}",)),
    "education": (_each(lambda clause, _: read_schooling(clause)), ("学历:{}", "{}毕业")),
    "since": (_each(read_since), ("失业时间:{}", "{}失业", "失业{}")),
    "licence": (_each(read_papers), ("驾照:{}", "有{}驾照")),
    "available": (read_wishes, ("时间:{}", "只能{}上班")),
    "commute": (read_wishes, ("通勤:{}", "上班不超过{}")),
    "registered": (read_family, ("登记:{}",)),
    "failed": (read_abilities, ("投了{}份简历没消息", "投了{}都没过")),
    "from": (read_wishes, ("到岗:{}", "{}能上班")),
    "group": (read_family, ("{}",)),
}


def _in_frame(field: str, head: str, words: str, reading: Reading) -> Iterable[Any]:
    read, frames = _FRAMES[head]
    for frame in frames:
        plain = Reading(Note(frame.format(words)), reading.today, reading.home)
        if values := [one.value for one in read(plain) if one.field == field]:
            return values[:1]
    return ()

"""``read_notes``: free notes of a counsellor → a ``Profile``."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from hashlib import blake2b
from typing import Any, Final

from jobmatch.arguments import text_of
from jobmatch.dataset.personal import HIDDEN, begins_with_surname, masked
from jobmatch.guidance.questions import without_market
from jobmatch.intake.clauses.note import LONGEST_READ, Note
from jobmatch.intake.clauses.phrasebook import pattern
from jobmatch.intake.conditions.abilities import read_abilities
from jobmatch.intake.conditions.family import read_family
from jobmatch.intake.conditions.health import read_health
from jobmatch.intake.conditions.licence import read_vehicles
from jobmatch.intake.conditions.person import read_person
from jobmatch.intake.conditions.wishes import read_wishes
from jobmatch.intake.fact import Fact, Reading
from jobmatch.intake.model.tagger import tagged
from jobmatch.intake.settle import Settled, settle
from jobmatch.intake.weighing import weighed
from jobmatch.intake.work.goal import goal_of_major, read_goal
from jobmatch.intake.work.mentions import mentions
from jobmatch.intake.work.work import read_work
from jobmatch.intake.work_told import work_told
from jobmatch.messages import say
from jobmatch.records.client import Client
from jobmatch.records.profile import Conflict, Evidence, Part, Profile
from jobmatch.text.dates import day_of
from jobmatch.text.places.names import names as places
from jobmatch.text.places.place import known_home

Reader = Callable[[Reading], Iterator[Fact]]
_OF_WORK: Final[tuple[Reader, ...]] = (read_work, read_goal)
_OTHERS: Final[tuple[Reader, ...]] = (read_person, read_wishes, read_abilities, read_vehicles, read_health, read_family)
READERS: Final = (*_OF_WORK, *_OTHERS)
# 抚顺某技工学校 names nobody: the sign stands for a house and its town.
_OF_A_HOUSE: Final = r"[^\s,，。;；、在于原曾现从任当做为是住]{0,5}(?:公司|厂|学院|学校|校|大学|职院|中学|小学|医院|酒店|超市|单位|工地|企业|银行|机构|集团|部队|物业|店|村|镇|小区|项目)"
_NAME: Final = re.compile(
    r"(?:姓名|(?<![\u4e00-\u9fff])(?:[新老本该])?客户|求职者|服务对象|案主|个案|来访者|name)[ :：]*(?P<named>[\u4e00-\u9fff]{2,4}|[A-Z][a-z]+(?: [A-Z][a-z]+)?)(?=$"
    r"|[\s,，。;；、(（:：])"
    r"|^[ \t]*(?P<first>[\u4e00-\u9fff]{2,4}?)[\s,，、:：(（]{1,2}(?=[男女]|\d{2}(?![月年号日点.:\d])|今年|现年|今來|本科|大专|初中|高中)"
    rf"|(?P<called>[\u4e00-\u9fff]某{{1,2}}(?!{_OF_A_HOUSE})|[\u4e00-\u9fff](?:女士|先生|小姐|同志|阿姨|大姐|师傅|大哥|姐|哥)(?![\u4e00-\u9fff]*工))",
    re.MULTILINE,
)
_LATIN: Final = re.compile("[a-z]")
_ONE_HAS: Final = "conditions.experience"
# Values of these come from a fixed list, and stay as the list has them where the note is in Traditional characters.
_VOCABULARY: Final = frozenset(("conditions.education", "registration.groups", "audit.gender", "audit.marital_status"))


def read_notes(
    text: str,
    *,
    as_of: date | str | None = None,
    today: date | str | None = None,
    client_id: str | None = None,
    home: str | None = None,
    keep_identity: bool = False,
) -> Profile:
    """What a note says of the client, with the words for each field, and what is still to be asked.

    ``as_of`` is the day (``2026-11-22`` too) from which 去年 and 失业半年 are reckoned, as it is called everywhere else
    (``today``, the older name, means the same); ``home`` is the region of bare place names.

    >>> profile = read_notes("李某某,女,49岁,初中学历,无工作经验,孩子已上大学。能接受倒班制工作。", as_of=date(2026, 11, 22))
    >>> profile.client.conditions.age, profile.client.conditions.education, profile.client.conditions.experience
    (49, '初中', ())
    >>> profile.evidence["conditions.age"].words, profile.client.conditions.shift_ok
    ('49岁', True)

    What somebody else does, what is denied and what is only heard of is not the client's; two answers are none:

    >>> client = read_notes("丈夫会开车，本人没有驾照。女儿上大二。").client
    >>> client.conditions.driving_licence, client.conditions.education
    ('none', None)
    >>> [conflict.words for conflict in read_notes("今年45岁。年龄：48").conflicts]
    [('今年45岁', '年龄:48')]

    An empty note gives a client of whom nothing is known. Names and numbers of a person are masked unless
    ``keep_identity`` is set.
    """
    note = Note(text_of(text, "text"))
    day = today if as_of is None else as_of
    reading = Reading(note, date.today() if day is None else day_of(day), known_home(home))
    facts = read_facts(reading)
    if not any(one.field == "goal.occupations" for one in facts):
        major = next((one.value for one in facts if one.field == "conditions.major"), None)
        facts += goal_of_major(reading, major)
    settled, conflicting = settle((_as_written(one, note) for one in facts), note)
    mask = str if keep_identity else masking(text)
    client = Client.from_dict(_nested(_with_end(settled), client_id or _id_of(text), mask))
    return Profile(
        client=client,
        evidence={one.field: _evidence(one, note, mask) for one in sorted(settled, key=_place)},
        conflicts=tuple(_conflict(facts, note, mask) for facts in conflicting),
        questions=without_market(client),
    )


def read_facts(reading: Reading) -> list[Fact]:
    """What the rules and the tagger together find in a note."""
    work, others = read_by_rules(reading, _OF_WORK), read_by_rules(reading, _OTHERS)
    tags = tagged(reading.note, (*work, *others))
    together = replace(reading, work=work_told(reading.note, tags))
    if together.work != reading.told:
        work = read_by_rules(together, _OF_WORK)
    return weighed((*work, *others), reading, tags)


def read_by_rules(reading: Reading, readers: Iterable[Reader] = READERS) -> list[Fact]:
    """What the rules alone find in a note."""
    return [one for read in readers for one in read(reading)]


def _as_written(one: Fact, note: Note) -> Fact:
    """The fact with its words as they stand in the note, where they were taken from there."""
    if isinstance(one.value, dict) and (said := one.value.get("occupation")):
        at = note.shadow.find(said, one.start, one.end) if _LATIN.search(said) else -1
        return one if at < 0 else replace(one, value=one.value | {"occupation": note.raw[at : at + len(said)]})
    same = one.field not in _VOCABULARY and one.value == note.shadow[one.start : one.end]
    return replace(one, value=note.raw[one.start : one.end]) if same else one


def _place(one: Settled) -> tuple[int, str]:
    return one.facts[0].start, one.field


def _id_of(text: str) -> str:
    """An id from the note itself: the same note has the same one, and nobody's name is in it."""
    return "N-" + blake2b(" ".join(text.split()).encode("utf-8", "replace"), digest_size=5).hexdigest()


def _with_end(settled: list[Settled]) -> Iterator[tuple[str, Any]]:
    """The values by field; the last job ended when the time without work began."""
    values = {one.field: one.value for one in settled}
    jobs, since = values.get(_ONE_HAS), values.get("registration.unemployed_since")
    if jobs and since and len(jobs) == 1 and "ended" not in jobs[0]:
        values[_ONE_HAS] = (jobs[0] | {"ended": since},)
    yield from values.items()


def _nested(values: Iterator[tuple[str, Any]], client_id: str, mask: Any) -> dict[str, Any]:
    client: dict[str, Any] = {"client_id": client_id}
    for field, value in values:
        part, _, name = field.partition(".")
        client.setdefault(part, {})[name] = value if field in _VOCABULARY else _masked_value(value, mask)
    return client


def _masked_value(value: Any, mask: Any) -> Any:
    if isinstance(value, str):
        return mask(value)
    if isinstance(value, dict):
        return {key: _masked_value(item, mask) for key, item in value.items()}
    return tuple(_masked_value(item, mask) for item in value) if isinstance(value, tuple) else value


def _evidence(one: Settled, note: Note, mask: Any) -> Evidence:
    parts = tuple(
        Part(_masked_value(f.value, mask), mask(note.raw[f.start : f.end]), f.start, f.end) for f in one.facts
    )
    return Evidence(
        value=one.value if one.field in _VOCABULARY else _masked_value(one.value, mask),
        words="、".join(part.words for part in parts),
        start=parts[0].start,
        end=max(part.end for part in parts),
        confidence=one.confidence,
        parts=parts if isinstance(one.value, tuple) else (),
    )


def _conflict(facts: tuple[Fact, ...], note: Note, mask: Any) -> Conflict:
    words = tuple(dict.fromkeys(mask(note.shadow[one.start : one.end]) for one in facts))
    name = facts[0].field.rpartition(".")[2]
    return Conflict(
        facts[0].field, words, say("notes.conflict", field=say(f"field.{name}"), words=say("word.comma").join(words))
    )


def _is_place(name: str) -> bool:
    """Whether a name at the head of a cell is that of a place that is no person's: 珠海斗门, 兴宁区, 通州."""
    found = [*places().scan(name)]
    whole = sum(one.end - one.start for one in found) == len(name)
    return whole and (len(found) > 1 or name.endswith(_KINDS_OF_PLACE) or not begins_with_surname(name))


_KINDS_OF_PLACE: Final = ("区", "區", "县", "縣", "市", "镇", "鎮", "乡", "鄉")


def masking(text: str) -> Any:
    """A mask for the numbers of persons and for the names that the note gives."""
    named = {
        found[name]
        for found in _NAME.finditer(text[:LONGEST_READ])
        for name in ("named", "first", "called")
        if found[name]
    }
    names = sorted(
        (
            name
            for name in named
            if not pattern("notes.no_name").search(name) and not mentions(name) and not _is_place(name)
        ),
        key=len,
        reverse=True,
    )

    def mask(words: str) -> str:
        for name in names:
            words = words.replace(name, HIDDEN)
        return masked(words)

    return mask

"""A profile corrected by hand: fields set by name, checked like any other value."""

import json
import re
from collections.abc import Sequence
from dataclasses import replace
from difflib import get_close_matches
from typing import Any

from jobmatch.columns.naming import field_of
from jobmatch.errors import BadInput, UsageError
from jobmatch.guidance.questions import without_market
from jobmatch.intake.clauses.phrasebook import pattern
from jobmatch.messages import said as sentence
from jobmatch.messages import say
from jobmatch.records.client import Client
from jobmatch.records.profile import Evidence, Profile


def corrected(profile: Profile, said: Sequence[str]) -> Profile:
    """The profile with some fields set: ``conditions.age=49``; a value is JSON or plain words.

    >>> from jobmatch.intake.notes import read_notes
    >>> profile = corrected(read_notes("今年45岁"), ["conditions.age=49", "conditions.skills=盘点、Excel"])
    >>> profile.client.conditions.age, profile.client.conditions.skills
    (49, ('盘点', 'Excel'))

    The names of the table do as well, and hours as people write them.

    >>> again = corrected(profile, ["住处=大兴区黄村镇", "能上班的时间=工作日8:30-18:00"]).client.conditions
    >>> again.residence, [(one.days, one.start, one.end) for one in again.available_hours]
    ('大兴区黄村镇', [('weekday', '08:30', '18:00')])

    A field that there is not, or a value that it cannot hold, is refused.

    >>> corrected(profile, ["conditions.agee=49"])
    Traceback (most recent call last):
    jobmatch.errors.UsageError: --set conditions.agee：没有这个字段；最接近的是 conditions.age
    """
    if not said:
        return profile
    fields = dict(_pair(one) for one in said)
    data = profile.client.to_dict()
    for field, value in fields.items():
        part, _, name = field.partition(".")
        data[part] = (data.get(part) or {}) | {name: value}
    client = _checked(data, fields)
    by_hand = {field: _by_hand(client, field) for field in fields}
    return replace(
        profile,
        client=client,
        evidence=profile.evidence | by_hand,
        conflicts=tuple(one for one in profile.conflicts if one.field not in fields),
        questions=without_market(client),
    )


def _pair(said: str) -> tuple[str, Any]:
    field, mark, value = said.partition("=")
    if not mark or not field.strip():
        raise UsageError("set-shape", seen=said)
    field = _field(field.strip())
    try:
        return field, json.loads(value)
    except ValueError:
        return field, _slots(value) if field == "conditions.available_hours" else value


def _field(seen: str) -> str:
    """The field that is named: ``conditions.residence``, ``residence``, or as the table and rosters call it: 住处."""
    names = _names()
    if seen in names:
        return names[seen]
    if (heading := field_of(seen, "client")) and heading[0] in names:
        return names[heading[0]]
    near = get_close_matches(seen, names, 1, 0.5)
    if near:
        raise UsageError("set-field", seen=seen, near=near[0])
    raise UsageError("set-field-none", seen=seen, names=say("word.comma").join(map(_label, _fields())))


def _names() -> dict[str, str]:
    """What a field may be called → the field: as a path, its last part, and its name in the language in force."""
    fields = _fields()
    return {name: path for path in fields for name in (_label(path), path.rpartition(".")[2], path)}


def _label(path: str) -> str:
    """The name of a field in the language in force, without its unit."""
    return re.sub(r"\s?[(（].*", "", sentence(f"field.{path.rpartition('.')[2]}") or path)


def _slots(said: str) -> Any:
    """Hours as people write them: 08:30-18:00, 周末9点到17点; what is none is left to be refused."""
    found = [pattern("correct.slot").fullmatch(part.strip()) for part in re.split("[、,，;；]", said) if part.strip()]
    if not all(found):
        return said
    slots = [one.groupdict() for one in found if one]
    return [{"days": one["days"] or "any", "from": _clock(one["start"]), "to": _clock(one["end"])} for one in slots]


def _clock(said: str) -> str:
    hour, _, minute = re.sub("[：点]", ":", said).partition(":")
    return f"{int(hour):02d}:{int(minute or 0):02d}"


def _fields() -> list[str]:
    return [
        f"{part}.{name}"
        for part, info in Client.model_fields.items()
        for name in getattr(info.annotation, "model_fields", ())  # of the dimensions; an override is no reading
    ]


def _checked(data: dict[str, Any], fields: dict[str, Any]) -> Client:
    try:
        return Client.from_dict(data)
    except BadInput as fault:
        raise UsageError(
            "set-value", field=fault.values.get("field", ", ".join(fields)), remedy=fault.values.get("remedy", "")
        ) from None


def _by_hand(client: Client, field: str) -> Evidence:
    part, _, name = field.partition(".")
    value = client.to_dict()[part][name]
    return Evidence(value, say("notes.set"), 0, 0, 1.0)
